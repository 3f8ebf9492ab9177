"""Presence: who takes part, and who does not."""

from typing import Any

from tests.judge.made import aligned, did, told
from tests.report.made import Made
from variorum.judge.rules.presence import presences
from variorum.judge.rules.slots import Filled


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
