"""Degree and scope: words of one scale before one noun."""

import pytest

from tests.judge.made import pairing
from tests.report.made import Made
from variorum.judge.rules.degree import graded
from variorum.judge.rules.found import Found


def _found(left: str, right: str) -> Found | None:
    one, two = Made(f"{left}.", "Herald"), Made(f"{right}.", "Courier")
    one.says(left)
    two.says(right)
    return graded(pairing(one, two))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [("minor", "severe", "degree"), ("slow", "rapid", "degree"), ("temporary", "permanent", "scope")],
)
def test_distant_points_of_one_scale_part(one: str, other: str, kind: str) -> None:
    """Both words are named."""
    found = _found(f"Engineers found {one} damage", f"Engineers found {other} damage")
    assert found is not None
    assert (found.kind, found.values) == (kind, (one, other))


def test_neighbours_on_a_scale_do_not() -> None:
    """One step is a matter of taste."""
    assert _found("Engineers found severe damage", "Engineers found critical damage") is None


def test_graded_words_of_two_things_do_not() -> None:
    """The damage was minor, the delay severe."""
    assert _found("Engineers found minor damage", "Engineers found severe delays") is None
