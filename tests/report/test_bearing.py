"""An account bears a line where its own words have most of the line's, and all of its numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.report.bearing import bears, cover, tells

LINE = "The harbour board closed the old pier for three weeks"


@pytest.mark.parametrize(
    ("told", "borne"),
    [
        ("For 3 weeks the pier is closed, by order of the board.", True),  # other words, the same thing
        ("The board closed the old pier for two weeks.", False),  # another number
        ("The board of the harbour met in the old town.", False),  # its names, and not what it did
        ("A pier is no place for children.", False),
    ],
)
def test_an_account_bears_what_its_words_have(told: str, borne: bool) -> None:
    """Endings do not count, numbers do, in digits or in words."""
    assert bears(LINE, [told]) == borne


def test_what_was_undone_since_does_not_bear_what_was_done() -> None:
    """An account that tells of the pier's reopening is not cited for its closing."""
    assert not bears(LINE, ["The board closed the old pier for three weeks and reopened it on Monday."])


@pytest.mark.parametrize(
    ("core", "told", "named", "borne"),
    [
        ("was more hopeful", "The minister opened the session in the palace.", False, False),
        ("is heading the river side", "The team of the river was led by the minister.", False, True),  # one deed
        ("shares fell by a third", "Shares plunged by a third on Monday.", False, True),
        ("included", "He is joined by two others.", True, True),  # the names say it
        ("included", "He is joined by two others.", False, False),
        ("", "Anything.", False, True),
    ],
)
def test_who_is_named_is_not_what_is_said(core: str, told: str, named: bool, borne: bool) -> None:
    """What a line tells beyond its names must be told too, if by another word for the deed."""
    assert tells(core, [told], named=named) == borne


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_text_bears_itself_and_more_words_bear_no_less(left: str, right: str) -> None:
    """The share only grows with the evidence."""
    assert cover(left, [left]) == 1.0
    assert cover(left, [right, left]) >= cover(left, [right])
