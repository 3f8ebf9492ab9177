"""Groups from scored pairs, by the mean over the pairs of two groups, with pairs that may never meet.

Deterministic: ties break by the lowest rows, so the order of the input does not matter once rows are sorted.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

__all__ = ["Unseen", "agglomerate", "link"]

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]


class Unseen(Protocol):
    """What pairs of rows that have no score may be expected to score."""

    def expected(self, pairs: Rows) -> Scores:
        """Of each pair `(n, 2)`."""

    def between(self, some: Sequence[int], others: Sequence[int]) -> float:
        """The sum over all pairs of two accounts between two groups of rows."""


def agglomerate(
    size: int,
    scores: Mapping[tuple[int, int], float],
    *,
    threshold: float,
    missing: float = 0.0,
    apart: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """Groups of rows `0 … size-1`, singletons included, in order of their lowest row.

    The link between two groups is the mean score over all their pairs; a pair that has no score counts as `missing`.
    Groups merge best link first while it reaches `threshold`; groups that hold an `apart` pair never merge.
    """
    members: dict[int, list[int]] = {row: [row] for row in range(size)}
    links: dict[int, dict[int, float]] = {row: {} for row in range(size)}  # sums of the scores beyond `missing`
    never: dict[int, set[int]] = {row: set() for row in range(size)}
    for (a, b), score in scores.items():
        links[a][b] = links[b][a] = score - missing
    for a, b in apart:
        never[a].add(b)
        never[b].add(a)
    heap = [(-score, a, b, a, b) for (a, b), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    alive = set(range(size))
    following = size
    while heap:
        _, a, b, _, _ = heapq.heappop(heap)
        if a not in alive or b not in alive or b in never[a]:
            continue
        new = following
        following += 1
        _merge((a, b), new, members, links, never)
        alive -= {a, b}
        alive.add(new)
        for other, total in links[new].items():
            link = total / (len(members[new]) * len(members[other])) + missing
            if link >= threshold and other not in never[new]:
                low, high = sorted((members[new][0], members[other][0]))
                heapq.heappush(heap, (-link, other, new, low, high))
    return sorted(members[group] for group in alive)


def link(
    accounts: Sequence[str],
    pairs: Rows,
    scores: Scores,
    *,
    first: float,
    mean: float,
    unseen: Unseen | None = None,
    apart: Iterable[tuple[int, int]] = (),
    together: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """Groups of rows, singletons included, in order of their lowest row; `accounts` has the account of each row.

    `pairs` are rows `(n, 2)`, each once, with a score each. Likeliest pairs of two accounts first, down to `first`:
    their groups merge where the mean over all pairs of two accounts between them reaches `mean`. A pair that has no
    score counts what `unseen` expects of it, without `unseen` 0; pairs within one account count nothing, since an
    account that tells a thing twice tells neither more nor less of it. `together` pairs merge before all, and groups
    that hold an `apart` pair never.
    """
    _, of = np.unique(np.array(accounts, str), return_inverse=True)
    across = of[pairs[:, 0]] != of[pairs[:, 1]]
    pairs, scores = pairs[across], scores[across]
    surplus = scores - unseen.expected(pairs) if unseen else scores
    state = _Groups.of(of, pairs, surplus, unseen, apart)
    for one, two in sorted(together):
        state.merge(one, two, 0.0)
    likely = np.flatnonzero(scores >= first)
    for at in likely[np.lexsort((pairs[likely, 1], pairs[likely, 0], -scores[likely]))].tolist():
        state.merge(int(pairs[at, 0]), int(pairs[at, 1]), mean)
    return sorted(sorted(rows) for rows in state.members.values())


@dataclass(slots=True)
class _Groups:
    """Groups while they grow: rows by group, accounts by group, scores by row, and what may not or did not merge."""

    group: Rows
    members: dict[int, list[int]]
    told: dict[int, Counter[int]]
    starts: list[int]
    others: Rows
    surplus: Scores
    never: dict[int, set[int]]
    unseen: Unseen | None
    refused: dict[tuple[int, int], int]

    @classmethod
    def of(
        cls, accounts: Rows, pairs: Rows, surplus: Scores, unseen: Unseen | None, apart: Iterable[tuple[int, int]]
    ) -> "_Groups":
        size = len(accounts)
        row, other = np.concatenate([pairs, pairs[:, ::-1]]).T
        order = np.lexsort((other, row))
        never: dict[int, set[int]] = defaultdict(set)
        for a, b in apart:
            never[a].add(b)
            never[b].add(a)
        return cls(
            group=np.arange(size),
            members={at: [at] for at in range(size)},
            told={at: Counter([account]) for at, account in enumerate(accounts.tolist())},
            starts=np.searchsorted(row[order], np.arange(size + 1)).tolist(),
            others=other[order],
            surplus=np.concatenate([surplus, surplus])[order],
            never=never,
            unseen=unseen,
            refused={},
        )

    def merge(self, left: int, right: int, mean: float) -> None:
        """Merges the groups of two rows where their pairs' mean bears it; nothing where they are one already."""
        groups = int(self.group[left]), int(self.group[right])
        one, two = sorted(groups, key=lambda at: (-len(self.members[at]), at))
        size = len(self.members[one]) + len(self.members[two])
        if one == two or two in self.never[one] or self.refused.get((one, two)) == size:
            return
        if mean and self._sum(one, two) < mean * self._pairs(one, two):
            self.refused[one, two] = size
            return
        self.group[self.members[two]] = one
        self.members[one] += self.members.pop(two)
        self.told[one] += self.told.pop(two)
        for other in self.never.pop(two, set()):
            self.never[other].discard(two)
            if other != one:
                self.never[other].add(one)
                self.never[one].add(other)

    def _pairs(self, one: int, two: int) -> int:
        """How many pairs of two accounts stand between two groups."""
        within = sum(count * self.told[one][account] for account, count in self.told[two].items())
        return len(self.members[one]) * len(self.members[two]) - within

    def _sum(self, one: int, two: int) -> float:
        rows = self.members[two]
        found = 0.0
        for row in rows:
            at = slice(self.starts[row], self.starts[row + 1])
            found += float(self.surplus[at][self.group[self.others[at]] == one].sum())
        return found + (self.unseen.between(self.members[one], rows) if self.unseen else 0.0)


def _merge(
    pair: tuple[int, int],
    new: int,
    members: dict[int, list[int]],
    links: dict[int, dict[int, float]],
    never: dict[int, set[int]],
) -> None:
    a, b = pair
    members[new] = sorted(members.pop(a) + members.pop(b))
    one, two = links.pop(a), links.pop(b)
    joined: dict[int, float] = {}
    for other in one.keys() | two.keys():
        if other in (a, b):
            continue
        joined[other] = one.get(other, 0.0) + two.get(other, 0.0)
        links[other].pop(a, None)
        links[other].pop(b, None)
        links[other][new] = joined[other]
    links[new] = joined
    never[new] = (never.pop(a) | never.pop(b)) - {a, b}
    for other in never[new]:
        never[other] -= {a, b}
        never[other].add(new)
