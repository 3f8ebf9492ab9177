"""Verification finds what was tampered with, and names it."""

from dataclasses import replace

import pytest

from tests.report.made import ferry
from variorum.model.collation import Brief, Collation, Point, Section
from variorum.report import report
from variorum.report.support import unsupported
from variorum.report.verify import problems


@pytest.fixture
def collation() -> Collation:
    return report(*ferry())


def test_a_changed_text_breaks_its_hash_and_its_citations(collation: Collation) -> None:
    """One letter more in an account shows as a wrong hash and as words that moved."""
    first, *rest = collation.accounts
    found = problems(replace(collation, accounts=(replace(first, text="X" + first.text), *rest)))
    assert any("hash" in each for each in found)
    assert any("does not have the words" in each for each in found)


def test_a_claim_outside_its_account_is_found(collation: Collation) -> None:
    """Offsets beyond the end are no place."""
    first, *rest = collation.claims
    assert any(
        "is not a place" in each for each in problems(replace(collation, claims=(replace(first, at=(0, 10**6)), *rest)))
    )


def test_an_id_that_leads_nowhere_is_found(collation: Collation) -> None:
    """Every reference is followed."""
    first, *rest = collation.ledger
    row = replace(first, claims=(*first.claims, "c0000000000"))
    assert any("no claim c0000000000" in each for each in problems(replace(collation, ledger=(row, *rest))))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Borealis ran aground off Kestrel Point on Monday",
        "The ferry Alba ran aground off Kestrel Point on Tuesday",
        "The ferry Alba ran aground off Kestrel Point on Monday with 77 aboard",
        "The ferry Alba “broke in two” off Kestrel Point",
    ],
)
def test_a_brief_may_not_say_more_than_its_evidence(collation: Collation, text: str) -> None:
    """A name, a day, a number and a quote that no cited claim has are each found."""
    cites = next(row.claims for row in collation.ledger if "Alba" in row.text)
    forged = replace(
        collation, brief=Brief(sections=(Section(title="Key developments", points=(Point(text=text, cites=cites),)),))
    )
    assert problems(forged)


def test_a_point_without_citation_is_found(collation: Collation) -> None:
    """A line that cites nothing cannot be checked."""
    forged = replace(
        collation, brief=Brief(sections=(Section(title="Outlook", points=(Point(text="so it goes", cites=()),)),))
    )
    assert any("cites nothing" in each for each in problems(forged))


def test_support_reads_through_typography() -> None:
    """Curly and straight marks, possessives and number words count as the same."""
    assert unsupported("Ruiz’s two plans cost 1,200", ["Ruiz drew up two plans", "they cost 1,200 crowns"]) == ()
    assert unsupported("three plans", ["two plans"]) == ("three",)
