"""Average-link agglomeration."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from variorum.align.cluster import Unseen, agglomerate, link


def _link(
    accounts: Sequence[str],
    scores: Mapping[tuple[int, int], float],
    *,
    first: float = 0.65,
    mean: float = 0.4,
    unseen: Unseen | None = None,
    apart: Sequence[tuple[int, int]] = (),
    together: Sequence[tuple[int, int]] = (),
) -> list[list[int]]:
    pairs = np.array(list(scores), np.int64).reshape(-1, 2)
    values = np.array(list(scores.values()), np.float64)
    return link(accounts, pairs, values, first=first, mean=mean, unseen=unseen, apart=apart, together=together)


def test_links_over_the_threshold_merge() -> None:
    """Two close rows become one group, a third stays alone."""
    assert agglomerate(3, {(0, 1): 0.9, (1, 2): 0.3}, threshold=0.5) == [[0, 1], [2]]


def test_a_chain_does_not_swallow_its_ends() -> None:
    """The link of two groups is the mean over all their pairs, so a chain of near pairs stays apart."""
    assert agglomerate(3, {(0, 1): 0.9, (1, 2): 0.8}, threshold=0.5) == [[0, 1], [2]]


def test_apart_pairs_never_meet_even_through_a_third() -> None:
    """A ruling keeps two rows apart whatever links them."""
    scores = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    groups = agglomerate(3, scores, threshold=0.5, apart=[(0, 2)])
    assert not any({0, 2} <= set(group) for group in groups)


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0, 1, allow_nan=False),
    ),
    st.randoms(),
)
def test_groups_cover_every_row_once_whatever_the_order_of_pairs(
    scores: dict[tuple[int, int], float], random: object
) -> None:
    """The groups partition the rows, and the order in which pairs are given changes nothing."""
    groups = agglomerate(12, scores, threshold=0.5)
    assert sorted(row for group in groups for row in group) == list(range(12))
    shuffled = list(scores.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert agglomerate(12, dict(shuffled), threshold=0.5) == groups


def test_a_sure_pair_joins_what_the_mean_bears() -> None:
    """A third claim that is sure of one joins where it's likely of the other, and stays alone where it isn't."""
    likely, unlikely = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.2}, {(0, 1): 0.9, (1, 2): 0.7}
    assert _link(["a", "b", "c"], likely) == [[0, 1, 2]]
    assert _link(["a", "b", "c"], unlikely) == [[0, 1], [2]]
    assert _link(["a", "b"], {(0, 1): 0.6}) == [[0], [1]]


def test_an_account_that_tells_a_thing_twice_weighs_nothing() -> None:
    """Its two claims join through another's, however unlike they are; alone, they stay apart, however like."""
    assert _link(["a", "a", "b"], {(0, 2): 0.9, (1, 2): 0.8, (0, 1): 0.0}) == [[0, 1, 2]]
    assert _link(["a", "a"], {(0, 1): 1.0}) == [[0], [1]]


def test_linked_groups_keep_apart_what_a_ruling_parts() -> None:
    """Whatever links them."""
    scores = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    groups = _link(["a", "b", "c"], scores, first=0.5, mean=0.4, apart=[(0, 2)])
    assert groups == [[0, 1], [2]]


def test_a_ruling_joins_what_nothing_else_does() -> None:
    """Also two claims of one account."""
    assert _link(["a", "a", "b"], {}, together=[(0, 1)]) == [[0, 1], [2]]


@given(
    st.lists(st.sampled_from("abc"), min_size=10, max_size=10),
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0, 1, allow_nan=False),
    ),
    st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]), max_size=4),
)
def test_linked_groups_partition_the_rows(
    accounts: list[str], scores: dict[tuple[int, int], float], apart: set[tuple[int, int]]
) -> None:
    """In any order of the pairs; no ruling is broken."""
    groups = _link(accounts, scores, first=0.6, mean=0.4, apart=sorted(apart))
    assert sorted(row for rows in groups for row in rows) == list(range(10))
    assert not any({one, two} <= set(rows) for rows in groups for one, two in apart)
    turned = dict(reversed(scores.items()))
    assert _link(accounts, turned, first=0.6, mean=0.4, apart=sorted(apart, reverse=True)) == groups


class _Even:
    """Expects one score of every pair."""

    def __init__(self, score: float) -> None:
        self.score = score

    def expected(self, pairs: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        return np.full(len(pairs), self.score)

    def between(self, some: Sequence[int], others: Sequence[int]) -> float:
        return self.score * len(some) * len(others)


def test_a_pair_that_was_not_looked_at_counts_what_is_expected_of_it() -> None:
    """Two sure pairs of a chain join where the ends may be expected to be alike, and where they may not they don't."""
    chain = {(0, 1): 0.9, (1, 2): 0.7}
    assert _link(["a", "b", "c"], chain, unseen=_Even(0.2)) == [[0, 1, 2]]
    assert _link(["a", "b", "c"], chain, unseen=_Even(0.05)) == [[0, 1], [2]]


def test_what_is_expected_does_not_move_what_was_scored() -> None:
    """Where every pair has a score, it makes no difference."""
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.2}
    assert _link(["a", "b", "c"], scores, unseen=_Even(0.9)) == _link(["a", "b", "c"], scores)
    unlike = {(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.0}
    assert _link(["a", "b", "c"], unlike, unseen=_Even(0.9)) == [[0, 1], [2]]
