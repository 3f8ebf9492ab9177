"""Stories of so many accounts that not every pair of claims is looked at: what the other pairs may well score.

A claim keeps its nearest only (`candidates.py`). What it says of the rest is read off this story's own pairs: those of
one cosine score so much in the mean. And since lightly edited copies crowd all else out of each other's nearest, large
groups that lie near one another are looked at once more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.align.candidates import MOST

__all__ = ["Expected", "between_groups"]

Array = npt.NDArray[np.float32]
Scores = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
STEPS = 40  # of cosine from 0 to 1, over which the mean score is taken
SIDE = 128  # rows of a group that stand for all of it
CROWD = MOST // 4  # claims from which a group may crowd others out of its claims' nearest: chosen, not swept
NEIGHBOURS = 8  # large groups that a large group is compared with
SAMPLE = 12  # pairs by which two large groups are compared: the nearest claims of two accounts


@dataclass(frozen=True, slots=True)
class Expected:
    """The mean score of this story's pairs by cosine: `curve` at the middles of equal steps from 0 to 1."""

    mixed: Array
    accounts: Rows
    middles: Scores
    curve: Scores

    @classmethod
    def of(cls, mixed: Array, accounts: Rows, pairs: Rows, scores: Scores) -> "Expected":
        """Read off these pairs, which grows with the cosine."""
        step = np.clip((_cosines(mixed, pairs) * STEPS).astype(np.int64), 0, STEPS - 1)
        count = np.bincount(step, minlength=STEPS)
        means = np.bincount(step, weights=scores, minlength=STEPS) / np.maximum(1, count)
        known = np.flatnonzero(count)
        middles = (known + 0.5) / STEPS
        return cls(mixed, accounts, np.array([0.0, *middles]), np.maximum.accumulate([0.0, *means[known]]))

    def expected(self, pairs: Rows) -> Scores:
        """Of each pair `(n, 2)`."""
        return np.interp(_cosines(self.mixed, pairs), self.middles, self.curve)

    def between(self, some: Sequence[int], others: Sequence[int]) -> float:
        """The sum over all pairs of two accounts between two groups of rows; of large ones by an even sample."""
        one, two = np.array(_spread(some)), np.array(_spread(others))
        scores = np.interp(self.mixed[one] @ self.mixed[two].T, self.middles, self.curve)
        scores[self.accounts[one][:, None] == self.accounts[two]] = 0.0
        return float(scores.sum()) * len(some) * len(others) / (len(one) * len(two))


def between_groups(mixed: Array, accounts: Rows, groups: Sequence[Sequence[int]]) -> Rows:
    """Pairs of rows `left < right` between large groups that lie near one another, each once, in order."""
    large = [group for group in groups if len(group) >= CROWD]
    if len(large) < 2:
        return np.zeros((0, 2), np.int64)
    means = np.stack([mixed[group].mean(axis=0) for group in large])
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    near = means @ means.T
    np.fill_diagonal(near, -1.0)
    nearest = np.argsort(-near, axis=1, kind="stable")[:, :NEIGHBOURS]
    found: set[tuple[int, int]] = set()
    couples = {(min(at, other), max(at, other)) for at, row in enumerate(nearest.tolist()) for other in row}
    for one, two in sorted((one, two) for one, two in couples if one != two):
        rows, others = np.array(_spread(large[one])), np.array(_spread(large[two]))
        close = mixed[rows] @ mixed[others].T
        close[accounts[rows][:, None] == accounts[others]] = -1.0
        best = np.argsort(-close, axis=None, kind="stable")[:SAMPLE]
        for left, right in zip(rows[best // len(others)].tolist(), others[best % len(others)].tolist(), strict=True):
            found.add((min(left, right), max(left, right)))
    return np.array(sorted(found), np.int64).reshape(-1, 2)


def _cosines(mixed: Array, pairs: Rows) -> Array:
    found = [np.zeros(0, np.float32)]
    for start in range(0, len(pairs), 1_024):
        left, right = pairs[start : start + 1_024].T
        found.append(np.einsum("ij,ij->i", mixed[left], mixed[right]))
    return np.concatenate(found)


def _spread(rows: Sequence[int]) -> list[int]:
    """Evenly over the rows, `SIDE` at the most."""
    return [rows[at * len(rows) // SIDE] for at in range(SIDE)] if len(rows) > SIDE else list(rows)
