"""Columns of lexicons."""

import pytest

from variorum import lang


def test_a_column_holds_the_entries_that_have_the_values() -> None:
    """All entries without a condition; of a list, those of that list; an entry that lacks the key is left out."""
    every = lang.words("en", "negation")
    assert every == {row["word"] for row in lang.rows("en", "negation")}
    some = lang.words("en", "negation", form="preposition")
    assert "without" in some < every
    assert "never" not in some
    assert lang.words("en", "kinship", relation=True) < lang.words("en", "kinship")


def test_a_column_that_an_entry_lacks_is_an_error() -> None:
    """A misspelled column does not pass for an empty list."""
    with pytest.raises(KeyError):
        lang.words("en", "channels", "nuon")
