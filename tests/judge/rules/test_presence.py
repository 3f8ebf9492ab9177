"""Presence: who takes part, and who does not."""

from dataclasses import replace
from typing import Any

from tests.judge.made import aligned, did, told
from tests.report.made import Made
from variorum.judge.rules.presence import presences
from variorum.judge.rules.slots import Filled, partings
from variorum.judge.told import told_of


def _answers(predicate: str, verb: str, **rest: Any) -> list[str]:
    made = Made(f"Varga {verb} the summit.", "Herald")
    made.who("Varga", "Varga")
    made.says(f"Varga {verb} the summit", frame=did(made, predicate, verb, "Varga"), **rest)
    found: list[Filled] = list(presences(told(made), aligned(made)))
    return [each.value for each in found]


def test_verbs_of_coming_and_of_staying_away() -> None:
    """They answer one question with yes and no."""
    assert _answers("attend", "attended") == ["present"]
    assert _answers("boycott", "boycotted") == ["absent"]


def test_a_negation_turns_the_answer() -> None:
    """Who did not attend was absent; who did not skip it was there."""
    assert _answers("attend", "attended", polarity="negative") == ["absent"]
    assert _answers("skip", "skipped", polarity="negative") == ["present"]


def test_a_possibility_is_no_answer() -> None:
    """ "May attend" leaves it open."""
    assert _answers("attend", "attended", modality="possible") == []


def _there(outlet: str, who: str, predicate: str, verb: str) -> Made:
    made = Made(f"{who} {verb} the summit.", outlet)
    made.who(who, who, "country" if who == "Norland" else "person")
    made.says(f"{who} {verb} the summit", frame=did(made, predicate, verb, who))
    return made


def _parting(*made: Made) -> list[tuple[str, str]]:
    alignment = aligned(*made, Norland="country")
    names = [each.name for each in alignment.entities]
    entities = tuple(
        replace(each, affiliation=names.index("Norland")) if each.kind == "person" else each
        for each in alignment.entities
    )
    alignment = replace(alignment, entities=entities)
    claims = tuple(told_of([each.done() for each in made], alignment).values())
    return [(each.first[0].rule, each.severity) for each in partings(presences(claims, alignment))]


def test_a_party_away_and_one_of_its_people_there_may_both_hold() -> None:
    """A tension; that one person is there and is away cannot."""
    away = _there("Herald", "Norland", "skip", "skipped")
    assert _parting(away, _there("Courier", "Varga", "attend", "attended")) == [
        ("divergence.presence.party", "tension")
    ]
    home = _there("Plain", "Norland", "attend", "attended")
    both = _there("Herald", "Varga", "skip", "skipped"), _there("Courier", "Varga", "attend", "attended")
    assert _parting(home, *both) == [("divergence.presence", "conflict")]
