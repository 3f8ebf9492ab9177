"""Which pairs of claims are looked at: for each claim its nearest in every account, or the nearest of these.

By blocks, as arrays: memory stays linear in the claims. Up to `MOST / PER_ACCOUNT` accounts every account is asked; of
more, a claim keeps the `MOST` nearest of what they answer, so that time grows with the claims, not with their square.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.align.views import Views

__all__ = ["FAR", "FLOOR", "MOST", "PER_ACCOUNT", "Candidates", "candidates_of", "mixed_of", "placed"]

Array = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
PER_ACCOUNT = 4  # candidates that a claim has in each other account: chosen, not swept
MOST = 48  # candidates that a claim has in all: those of twelve accounts; chosen, not swept
FLOOR = 0.25  # cosine of clause and sentence together under which no gold pair is a candidate worth its time
FAR = 9  # the rank of what is not among the nearest of its account
BLOCK = 256  # rows that are compared with all others at once
_ALONE = -0.5  # the margin of what is not among the nearest of its account


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of rows `left < right`, in order; `ranks` `(pairs, 2)` are right's as left sees it, and left's.

    `margins` say how far the pair stands over the next best. `complete`: every account was asked of every claim, so a
    pair that is not here is known to be farther than those that are.
    """

    left: Rows
    right: Rows
    ranks: npt.NDArray[np.int8]
    margins: Array
    complete: bool = True

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The pairs as tuples."""
        return list(zip(self.left.tolist(), self.right.tolist(), strict=True))

    def part(self, start: int, end: int) -> "Candidates":
        """The pairs `[start, end)`."""
        at = slice(start, end)
        return Candidates(self.left[at], self.right[at], self.ranks[at], self.margins[at], self.complete)


def mixed_of(views: Views) -> Array:
    """Unit vectors of claims: the clause and its sentence, `(n, 2 * size)`."""
    mixed: Array = np.hstack([views.clauses, views.sentences]) * np.float32(0.5**0.5)
    return mixed


def candidates_of(views: Views, most: int = MOST) -> Candidates:
    """For each claim its nearest in every account, its own included, `most` at the most."""
    starts = _starts(views)
    mixed = mixed_of(views)
    size = len(mixed)
    found = [np.zeros((0, 4))]
    found += [_nearest(mixed, first, min(size, first + BLOCK), starts, most) for first in range(0, size, BLOCK)]
    row, other, rank, margin = np.concatenate(found).T
    low, high = np.minimum(row, other), np.maximum(row, other)
    keys, place = np.unique((low * size + high).astype(np.int64), return_inverse=True)
    side = (row > other).astype(np.int64)
    ranks = np.full((len(keys), 2), FAR, np.int8)
    margins = np.full((len(keys), 2), _ALONE, np.float32)
    ranks[place, side], margins[place, side] = rank, margin
    complete = PER_ACCOUNT * len(starts) <= most
    return Candidates(keys // max(1, size), keys % max(1, size), ranks, margins.max(axis=1), complete)


def placed(views: Views, mixed: Array, left: Rows, right: Rows) -> Candidates:
    """These pairs, `left < right`, with the ranks and margins that they have in each other's account."""
    starts = np.array(_starts(views))
    ends = np.append(starts[1:], len(mixed))
    of = np.searchsorted(starts, np.arange(len(mixed)), side="right") - 1
    ranks = np.full((len(left), 2), FAR, np.int8)
    margins = np.full((len(left), 2), _ALONE, np.float32)
    for at, pair in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        for side, (row, other) in enumerate((pair, pair[::-1])):
            near = mixed[starts[of[other]] : ends[of[other]]] @ mixed[row]
            place = other - starts[of[other]]
            rank = 1 + int((near > near[place]).sum())
            if rank <= PER_ACCOUNT and near[place] >= FLOOR:
                rival = np.partition(near, -2)[-2] if rank == 1 and len(near) > 1 else near.max()
                ranks[at, side] = rank
                margins[at, side] = near[place] - (rival if len(near) > 1 else np.float32(0.0))
    return Candidates(left, right, ranks, margins.max(axis=1), complete=False)


def _starts(views: Views) -> list[int]:
    """The first row of each account; views stand in the order of their keys."""
    names = [view.key.account for view in views.views]
    return [at for at, name in enumerate(names) if at == 0 or names[at - 1] != name]


def _nearest(mixed: Array, first: int, end: int, starts: Sequence[int], most: int) -> npt.NDArray[np.float64]:
    """Of the rows `[first, end)`: row, other row, its rank in its account, its margin over the next best there."""
    near = mixed[first:end] @ mixed.T
    rows = np.arange(end - first)
    near[rows, first + rows] = -1.0
    sizes = np.diff([*starts, len(mixed)])
    scores = np.full((end - first, len(starts), PER_ACCOUNT), -np.inf, np.float32)
    others = np.zeros(scores.shape, np.int64)
    columns = np.arange(len(mixed), dtype=np.int32)
    for rank in range(PER_ACCOUNT):
        best = np.maximum.reduceat(near, starts, axis=1)
        hits = np.where(near == np.repeat(best, sizes, axis=1), columns, np.int32(len(mixed)))
        others[:, :, rank] = np.minimum.reduceat(hits, starts, axis=1)
        scores[:, :, rank] = best
        near[rows[:, None], others[:, :, rank]] = -np.inf
    rival = np.repeat(scores[:, :, :1], PER_ACCOUNT, axis=2)
    rival[:, :, 0] = scores[:, :, 1]
    margins = scores - np.where(sizes[None, :, None] > 1, rival, np.float32(0.0))
    flat = scores.reshape(len(rows), -1)
    order = np.argsort(-flat, axis=1, kind="stable")[:, :most]
    row, place = np.nonzero(np.take_along_axis(flat, order, axis=1) >= FLOOR)
    at = order[row, place]
    return np.stack(
        [first + row, others.reshape(flat.shape)[row, at], 1 + at % PER_ACCOUNT, margins.reshape(flat.shape)[row, at]],
        axis=1,
    )
