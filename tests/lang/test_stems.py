"""Stems of words."""

from variorum.lang.stems import stem


def test_forms_of_one_word_have_one_stem() -> None:
    """And two words have two."""
    assert stem("strikes") == stem("strike") == stem("striking")
    assert stem("strike") != stem("stroke")
    assert stem("12") == "12"
