"""Pieces of a text by place: all that overlap are found, whatever their width."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.annotate.cover import Cover

PIECE = st.tuples(st.integers(0, 90_000), st.integers(1, 60_000)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(PIECE, max_size=20), PIECE)
def test_every_overlap_is_found(pieces: list[tuple[int, int]], place: tuple[int, int]) -> None:
    """A question never misses a piece that shares a code point with its stretch's beginning."""
    start, end = place[0], min(place[1], place[0] + 20_000)
    found = Cover.of((*piece, number) for number, piece in enumerate(pieces)).around(start, end)
    assert found == sorted(set(found))
    assert {number for number, piece in enumerate(pieces) if piece[0] < end and start < piece[1]} <= set(found)


def test_far_pieces_are_not_asked() -> None:
    """A short piece far away does not turn up."""
    assert Cover.of([(0, 10, 0), (50_000, 50_010, 1)]).around(0, 10) == [0]
