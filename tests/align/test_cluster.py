"""Average-link agglomeration."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.align.cluster import agglomerate


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
