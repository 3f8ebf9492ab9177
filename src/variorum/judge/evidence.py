"""How likely a rule's finding is one that a careful reader would make: the rule's own score until weights are trained."""

from collections.abc import Sequence

from variorum.judge.rules.found import Found
from variorum.judge.told import Told

__all__ = ["probability"]


def probability(found: Found, first: Sequence[Told], second: Sequence[Told], same: float, grouped: bool) -> float:
    """Between 0 and 1."""
    return found.score
