"""Groups from scored pairs, by the mean over the pairs of two groups, with pairs that may never meet.

Deterministic: ties break by the lowest rows, so the order of the input does not matter once rows are sorted.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["agglomerate", "link"]


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
    scores: Mapping[tuple[int, int], float],
    *,
    first: float,
    mean: float,
    apart: Iterable[tuple[int, int]] = (),
    together: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """Groups of rows, singletons included, in order of their lowest row; `accounts` has the account of each row.

    Likeliest pairs of two accounts first, down to `first`: their groups merge where the mean over all pairs of two
    accounts between them reaches `mean`. A pair that has no score counts 0; pairs within one account count nothing,
    since an account that tells a thing twice tells neither more nor less of it. `together` pairs merge before all, and
    groups that hold an `apart` pair never.
    """
    members: dict[int, list[int]] = {row: [row] for row in range(len(accounts))}
    told: dict[int, Counter[str]] = {row: Counter([account]) for row, account in enumerate(accounts)}
    links: dict[int, dict[int, float]] = {row: {} for row in members}
    never: dict[int, set[int]] = {row: set() for row in members}
    group = list(members)
    across = {pair: score for pair, score in scores.items() if accounts[pair[0]] != accounts[pair[1]]}
    for (a, b), score in across.items():
        links[a][b] = links[b][a] = score
    for a, b in apart:
        never[a].add(b)
        never[b].add(a)
    ruled = sorted(together)
    likely = sorted((pair for pair in across if across[pair] >= first), key=lambda pair: (-across[pair], pair))
    for at, pair in enumerate((*ruled, *likely)):
        one, two = sorted((group[pair[0]], group[pair[1]]), key=lambda at: (-len(members[at]), at))
        if one == two or two in never[one]:
            continue
        pairs = len(members[one]) * len(members[two]) - sum(
            count * told[one][account] for account, count in told[two].items()
        )
        if at >= len(ruled) and links[one].get(two, 0.0) < mean * pairs:
            continue
        for row in members[two]:
            group[row] = one
        _absorb(one, two, links, never)
        members[one] += members.pop(two)
        told[one] += told.pop(two)
    return sorted(sorted(rows) for rows in members.values())


def _absorb(one: int, two: int, links: dict[int, dict[int, float]], never: dict[int, set[int]]) -> None:
    for other, total in links.pop(two).items():
        del links[other][two]
        if other != one:
            links[one][other] = links[other][one] = links[one].get(other, 0.0) + total
    for other in never.pop(two):
        never[other].discard(two)
        if other != one:
            never[other].add(one)
            never[one].add(other)


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
