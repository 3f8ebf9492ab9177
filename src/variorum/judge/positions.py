"""First form of positions: none found yet."""

from collections.abc import Sequence

from variorum.model.alignment import Alignment
from variorum.model.judgement import Position
from variorum.model.markup import AnnotatedAccount

__all__ = ["positions"]


def positions(story: Sequence[AnnotatedAccount], alignment: Alignment) -> tuple[Position, ...]:  # noqa: ARG001
    """The positions of a story."""
    return ()
