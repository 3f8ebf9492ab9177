"""Characters → the text that stays."""

from variorum.read.clean import clean


def test_a_line_break_escaped_twice_is_a_line_break() -> None:
    """A backslash and an n between sentences, as crawlers leave them; not inside a path or a word."""
    text, notes = clean('She left. \\n\nHe stayed. "\\n\\n\nIt rained. \\n')
    assert text == 'She left.\n\nHe stayed. "\n\nIt rained.'
    assert notes == ("line breaks escaped twice: 3",)
    for path in (r"It lies in C:\new\name here.", r"The folder harbour\n was empty.", r"It is \nearly noon."):
        assert clean(path) == (path, ())
