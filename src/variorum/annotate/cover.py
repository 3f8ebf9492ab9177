"""Looks up which pieces of a text lie near a place, in time that does not grow with the text.

Pieces are kept by the stretches of 512 code points that they touch; a question sees only those of its own stretches.
"""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Cover"]

_STRETCH = 512  # code points: a long sentence; of 128 to 2,048 all are equally fast on news
_WIDEST = 64  # stretches: a wider piece is kept apart, so that many of them cannot fill the table


@dataclass(frozen=True, slots=True)
class Cover:
    """Numbered pieces `[start, end)` by the stretches that they touch."""

    near: dict[int, list[int]]
    wide: list[int]

    @classmethod
    def of(cls, pieces: Iterable[tuple[int, int, int]]) -> "Cover":
        """From `(start, end, number)`; several pieces may have one number."""
        near: dict[int, list[int]] = {}
        wide: list[int] = []
        for start, end, number in pieces:
            first, last = start // _STRETCH, max(start, end - 1) // _STRETCH
            if last - first > _WIDEST:
                wide.append(number)
                continue
            for stretch in range(first, last + 1):
                near.setdefault(stretch, []).append(number)
        return cls(near, wide)

    def around(self, start: int, end: int) -> list[int]:
        """The numbers of the pieces that may share something with `[start, end)`, in rising order."""
        last = min(max(start, end - 1) // _STRETCH, start // _STRETCH + _WIDEST)
        found = {number for stretch in range(start // _STRETCH, last + 1) for number in self.near.get(stretch, ())}
        return sorted(found.union(self.wide))
