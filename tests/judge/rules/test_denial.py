"""Denials: who denies, and which claims of others say what is denied."""

from dataclasses import replace
from typing import Any

import pytest

from tests.judge.made import aligned, did, told
from tests.report.made import Made, spoken
from variorum.judge.rules.denial import denials
from variorum.judge.rules.found import Candidate
from variorum.model.alignment import Key, Pair
from variorum.model.markup import ClaimSource

DUMPED = "Barges of the port dumped grey mud on the reef"


def _said(text: str, verb: str, agent: str, others: tuple[tuple[str, str], ...] = (), **rest: Any) -> Made:
    made = Made(f"{text}.", rest.pop("outlet", "Herald"))
    if rest.pop("named", False):
        made.who(agent, agent, "organization")
    made.says(text, frame=did(made, verb, rest.pop("at", verb), agent, others), **rest)
    return made


def _found(*accounts: Made) -> list[Candidate]:
    return list(denials(told(*accounts, Harbour="organization"), aligned(*accounts, Harbour="organization")))


def _texts(candidate: Candidate) -> tuple[list[str], list[str]]:
    return [each.claim.text for each in candidate.first], [each.claim.text for each in candidate.second]


def _stated(outlet: str = "Courier") -> Made:
    return _said(DUMPED, "dump", "Barges", outlet=outlet, at="dumped")


def test_what_is_denied_is_found_in_another_account() -> None:
    """By the words of the denial, whatever else the accounts tell."""
    denied = _said("Harbour denied dumping mud on the reef", "deny", "Harbour", at="denied", named=True)
    other = _said("The reef is old", "be", "The reef", outlet="Post", at="is")
    (found,) = _found(denied, _stated(), other)
    assert _texts(found) == (["Harbour denied dumping mud on the reef"], [DUMPED])
    assert (found.found.between, found.found.kind) == ("parties", "polarity")


def test_a_claim_is_dismissed() -> None:
    """To dismiss is to deny only what is said; a judge dismisses a case."""
    claim = "Harbour dismissed the claim that barges dumped mud on the reef"
    dismissed = _said(claim, "dismiss", "Harbour", (("patient", "claim"),), at="dismissed", named=True)
    case = "Harbour dismissed the clerk as barges dumped mud on the reef"
    sacked = _said(case, "dismiss", "Harbour", (("patient", "clerk"),), at="dismissed", named=True)
    assert len(_found(dismissed, _stated())) == 1
    assert _found(sacked, _stated()) == []


def test_to_call_a_report_untrue_is_a_denial() -> None:
    """Of the one who speaks."""
    text = "reports of mud dumped on the reef are baseless"
    source = spoken(None, "a harbour clerk")
    denied = _said(text, "be", "reports", at="are", source=source)
    (found,) = _found(denied, _stated())
    assert _texts(found)[1] == [DUMPED]
    assert (
        _found(_said(text.replace("baseless", "thorough"), "be", "reports", at="are", source=source), _stated()) == []
    )


@pytest.mark.parametrize("thing", ["access to the reef of grey mud", "a visa for the reef of grey mud"])
def test_to_deny_a_thing_is_to_withhold_it(thing: str) -> None:
    """Access is denied, not contradicted."""
    assert _found(_said(f"Harbour denied us {thing}", "deny", "Harbour", at="denied", named=True), _stated()) == []


def test_nobody_denies_himself() -> None:
    """What the party itself says is no statement against it."""
    denied = _said("Harbour denied dumping mud on the reef", "deny", "Harbour", at="denied", named=True)
    own = Made(f"{DUMPED}, Harbour said.", "Courier")
    speaker = own.who("Harbour", "Harbour", "organization")
    own.says(DUMPED, frame=did(own, "dump", "dumped", "Barges"), source=spoken(speaker, "Harbour"))
    assert _found(denied, own) == []


def _in_one_account(source: ClaimSource, agent: str = "Harbour") -> Made:
    made = Made(f"{DUMPED}.\n{agent} denied the report.", "Herald")
    made.who(agent, agent, "organization")
    made.says(DUMPED, frame=did(made, "dump", "dumped", "Barges"), source=source)
    made.says(f"{agent} denied the report", frame=did(made, "deny", "denied", agent, (("patient", "report"),)))
    return made


def test_the_report_is_what_was_said_before() -> None:
    """A denial that names nothing is of what a source says in the sentence before; the outlet's own is none."""
    (found,) = _found(_in_one_account(spoken(None, "a diver")))
    assert _texts(found)[1] == [DUMPED]
    assert _found(_in_one_account(ClaimSource())) == []


def test_all_denials_of_a_party_are_one_finding() -> None:
    """Two accounts tell of them, against one statement."""
    texts = "Harbour denied dumping mud on the reef", "Harbour rebutted that mud was dumped on the reef"
    verbs = ("deny", "denied"), ("rebut", "rebutted")
    denying = [
        _said(text, verb, "Harbour", outlet=outlet, at=at, named=True)
        for text, (verb, at), outlet in zip(texts, verbs, ("Herald", "Post"), strict=True)
    ]
    (found,) = _found(*denying, _stated())
    assert sorted(_texts(found)[0]) == sorted(texts)


def test_nobody_denies_it() -> None:
    """What nobody denies is agreed."""
    text = "Nobody denies dumping mud on the reef"
    assert _found(_said(text, "deny", "Nobody", at="denies"), _stated()) == []


@pytest.mark.parametrize(("text", "same", "count"), [
    ("Sludge of Harbour went overboard", 0.9, 2), ("Sludge of Harbour went overboard", 0.4, 1), ("Sludge went down", 0.9, 1),
])  # fmt: skip
def test_a_claim_that_says_the_same_is_on_its_side(text: str, same: float, count: int) -> None:
    """Other words for what is denied, where the pair scorer holds them for one statement, and they name who denies."""
    denied = _said("Harbour denied dumping mud on the reef", "deny", "Harbour", at="denied", named=True)
    other = Made(f"{text}.", "Post")
    if "Harbour" in text:
        other.who("Harbour", "Harbour", "organization")
    other.says(text, frame=did(other, "go", "went", "Sludge"))
    accounts = denied, _stated(), other
    keys = [Key(each.account.id, 0) for each in accounts[1:]]
    alignment = replace(aligned(*accounts, Harbour="organization"), pairs=(Pair(keys[0], keys[1], same),))
    (found,) = denials(told(*accounts, Harbour="organization"), alignment)
    assert len(found.second) == count


def test_a_condition_denies_nothing() -> None:
    """If the port were to deny it, it would not have."""
    text = "Harbour denied dumping mud on the reef"
    assert _found(_said(text, "deny", "Harbour", at="denied", named=True, modality="conditional"), _stated()) == []
