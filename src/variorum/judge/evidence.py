"""How likely a rule's finding is one that a careful reader would make: its own score until weights are trained."""

from collections.abc import Sequence

from variorum.judge.rules.found import Found
from variorum.judge.told import Told

__all__ = ["probability"]


def probability(found: Found, _first: Sequence[Told], _second: Sequence[Told], _same: float, _grouped: bool) -> float:
    """Between 0 and 1."""
    return found.score
