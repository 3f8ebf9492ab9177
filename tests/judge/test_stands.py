"""Stands: how an account treats what is told, and when silence is fair."""

from typing import Any

import pytest

from tests.report.made import Made, group, spoken
from variorum.judge.stands import stands
from variorum.model.alignment import Alignment, Key
from variorum.model.finding import Origin
from variorum.model.judgement import Divergence, StandKind

TEXT = "The envoys signed the treaty"


def _kinds(*claims: tuple[str, dict[str, Any]], also: tuple[str, str | None] | None = None) -> dict[str, StandKind]:
    """By outlet, how it stands to the one group; `claims` are an outlet and its claim's fields, `also` tells nothing."""
    made, keys = [], []
    for outlet, fields in claims:
        account = Made(f"{TEXT}, the {outlet} writes.", outlet)
        keys.append(account.says(TEXT, **fields))
        made.append(account)
    if also:
        made.append(Made("Nothing of the kind.", also[0], also[1]))
    story: dict[str, Made] = {each.account.id: each for each in made}
    found = stands([each.done() for each in made], Alignment(groups=(group(story, *keys),)))
    return {str(story[each.account].account.outlet): each.kind for each in found}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, "asserts"),
        ({"source": spoken(None, "a clerk")}, "attributes"),
        ({"hedged": True}, "hedges"),
        ({"modality": "possible"}, "hedges"),
        ({"modality": "denied"}, "denies"),
        ({"source": spoken(None, "a clerk"), "modality": "denied"}, "denies"),
    ],
)
def test_a_claim_tells_how_its_account_stands(fields: dict[str, Any], kind: StandKind) -> None:
    """In its own voice, by a source, with reserve, or against."""
    assert _kinds(("Herald", fields)) == {"Herald": kind}


def test_who_is_against_most_denies() -> None:
    """Where most negate a thing, it is the one who states it that stands against, if a divergence says that they part."""
    made = [Made(f"{TEXT}, the {outlet} writes.", outlet) for outlet in ("Herald", "Post", "Courier")]
    keys = [made[0].says(TEXT, polarity="negative"), made[1].says(TEXT, polarity="negative"), made[2].says(TEXT)]
    story: dict[str, Made] = {each.account.id: each for each in made}
    parted = Divergence(
        kind="polarity",
        severity="conflict",
        between="accounts",
        sides=((keys[0],), (keys[2],)),
        values=("not", "so"),
        why="One negates it.",
        evidence=(made[0].span(TEXT),),
        origin=Origin("test"),
    )
    alignment = Alignment(groups=(group(story, *keys),))
    for divergences, kind in (((parted,), "denies"), ((), "asserts")):
        found = stands([each.done() for each in made], alignment, divergences)
        assert {str(story[each.account].account.outlet): each.kind for each in found} == {
            "Herald": "asserts",
            "Post": "asserts",
            "Courier": kind,
        }


@pytest.mark.parametrize(
    ("published", "kind"),
    [("2024-03-05", "silent"), ("2024-03-09", "silent"), (None, "silent"), ("2024-03-04", "not-yet")],
)
def test_an_account_from_before_is_not_silent(published: str | None, kind: StandKind) -> None:
    """Only one that came out later, or on the same day, could have told it; with no date, silence is all we know."""
    assert _kinds(("Herald", {}), also=("Post", published))["Post"] == kind


def test_silence_is_shown_where_another_tells_it() -> None:
    """The evidence of a silence is the claim that others make."""
    made, quiet = Made(f"{TEXT}.", "Herald"), Made("Nothing.", "Post")
    key: Key = made.says(TEXT)
    story = [made.done(), quiet.done()]
    found = stands(story, Alignment(groups=(group({made.account.id: made}, key),)))
    assert {each.evidence for each in found} == {(made.span(TEXT),)}
