"""First form of agreements: none found yet."""

from collections.abc import Sequence

from variorum.model.alignment import Alignment
from variorum.model.judgement import Agreement
from variorum.model.markup import AnnotatedAccount

__all__ = ["agreements"]


def agreements(story: Sequence[AnnotatedAccount], alignment: Alignment) -> tuple[Agreement, ...]:  # noqa: ARG001
    """The agreements of a story."""
    return ()
