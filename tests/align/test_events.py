"""Happenings: which predicates of several sentences tell one event."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.align.events import NAMES, Happening, event_features

TEXTS = (
    ("a", "The mine at Brennik collapsed on Monday, killing 12.", "collapsed"),
    ("b", "Twelve died in the collapse of a mine at Brennik.", "collapse"),
    ("c", "A choir sang in Aldburg.", "sang"),
)
HAPPENINGS = tuple(
    Happening(document, text, text.index(trigger), text.index(trigger) + len(trigger))
    for document, text, trigger in TEXTS
)


def _seen(a: int, b: int) -> dict[str, float]:
    (row,) = event_features(HAPPENINGS, [(a, b)])
    return dict(zip(NAMES, map(float, row), strict=True))


def test_a_trigger_is_its_own_words() -> None:
    """Cut from the sentence."""
    assert [each.trigger for each in HAPPENINGS] == ["collapsed", "collapse", "sang"]


def test_one_event_is_nearer_than_two() -> None:
    """By stem, name and meaning."""
    same, other = _seen(0, 1), _seen(0, 2)
    assert same["stem"] == 1
    assert other["stem"] == 0
    for name in ("names", "alone", "sentence", "trigger", "accounts"):
        assert same[name] > other[name]


def test_numbers_agree_or_differ() -> None:
    """1 for one in common, -1 where both have some and share none, else 0."""
    texts = ("It killed 12 there.", "It killed 12 men.", "It killed 30 men.", "It killed men.")
    made = [Happening(str(at), text, 3, 9) for at, text in enumerate(texts)]
    numbers = event_features(made, [(0, 1), (0, 2), (0, 3)])[:, NAMES.index("numbers")]
    assert list(numbers) == [1, -1, 0]


@given(st.sampled_from([(0, 1), (0, 2), (1, 2)]))
def test_the_order_of_two_happenings_does_not_matter(pair: tuple[int, int]) -> None:
    """Every feature is symmetric."""
    a, b = pair
    assert np.allclose(event_features(HAPPENINGS, [(a, b)]), event_features(HAPPENINGS, [(b, a)]))


@pytest.mark.parametrize("happenings", [(), HAPPENINGS[:1]])
def test_no_pairs_no_features(happenings: tuple[Happening, ...]) -> None:
    """An empty table with all columns."""
    assert event_features(happenings, []).shape == (0, len(NAMES))
