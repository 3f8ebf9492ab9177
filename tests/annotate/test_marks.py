"""Quotation marks: paired in every style, over paragraphs, never across what they do not enclose; linear."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import seconds
from variorum.annotate.marks import marks_of
from variorum.annotate.parse import blocks_of


def _words(text: str) -> list[str]:
    return [text[each.first : each.last] for each in marks_of(text, blocks_of(text)) if not each.depth]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We are ready,” she said. “Are you?”", ["We are ready,", "Are you?"]),
        ('"We are ready," she said. "Are you?"', ["We are ready,", "Are you?"]),
        ("‘It’s the drivers’ last offer,’ he said.", ["It’s the drivers’ last offer,"]),
        ("'It's the drivers' last offer,' he said.", ["It's the drivers' last offer,"]),
        ("''We are ready,'' she said.", ["We are ready,"]),
        ("``We are ready,'' she said.", ["We are ready,"]),
        ("«We are ready», she said.", ["We are ready"]),
        ("„We are ready“, she said.", ["We are ready"]),
        ('"We are ready, "Okafor said. "Are you?"', ["We are ready, ", "Are you?"]),
        ('The aim was to" close the harbour, "she said.', [" close the harbour, "]),
        ('Boards 5" wide and 6" long were sold.', []),
    ],
)
def test_styles_of_marks(text: str, words: list[str]) -> None:
    """Curly, straight, doubled, single, guillemets, low marks, and straight ones with the space on the wrong side."""
    assert _words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The drivers’ union and the owners’ club met.",
        "'Twas the '90s, and rock 'n' roll was theirs.",
        "The man is 5'10\" tall.",
        "It wasn’t Okafor’s ship.",
    ],
)
def test_apostrophes_enclose_nothing(text: str) -> None:
    """Possessives, elisions and inches are no quotation marks."""
    assert _words(text) == []


def test_marks_inside_marks() -> None:
    """An inner pair has a greater depth and lies in the outer."""
    text = "“She called it ‘a trap’ twice,” he said."
    outer, inner = marks_of(text, blocks_of(text))
    assert (outer.depth, inner.depth) == (0, 1)
    assert text[inner.first : inner.last] == "a trap"


def test_a_quotation_over_paragraphs() -> None:
    """Each paragraph opens anew, only the last closes; the parts know the one before."""
    text = "“The first part.\n“The second part.\n“The third part,” he said."
    first, second, third = marks_of(text, blocks_of(text))
    assert (first.closed, second.closed, third.closed) == (False, False, True)
    assert (first.follows, second.follows, third.follows) == (None, first.start, second.start)


@pytest.mark.parametrize(
    "text",
    [
        '"We are ready.\nWe have been for years. "\nShe left.',
        '"We are ready.\nWe have been for years, "she said on Monday.\nShe left.',
        "“We are ready.\nWe have been for years,” she said on Monday.\nShe left.",
    ],
)
def test_a_quotation_over_lines(text: str) -> None:
    """A sentence a line: it ends with the line that closes it; what follows that mark is not spoken."""
    (only,) = marks_of(text, blocks_of(text))
    assert only.closed
    assert text[only.first : only.last].rstrip(" ,") == "We are ready.\nWe have been for years" + (
        "." if "years." in text else ""
    )


@pytest.mark.parametrize(
    "text",
    [
        'She wrote, "we are ready.\n\nThe harbour stayed shut, "he said.',
        '"We are ready.\n"We have been for years," she said. "Are you?\nHe left.',
        'The board is 5\'10" long.\nIt was sold for "a song.',
    ],
)
def test_a_mark_reaches_over_no_empty_line_and_no_other_mark(text: str) -> None:
    """Two forgotten marks enclose nothing."""
    assert not any("\n" in words for words in _words(text))


def test_an_unclosed_mark_holds_its_sentence_at_most() -> None:
    """What follows a forgotten closing mark is not spoken."""
    text = "“We are ready. The harbour stayed shut.\nNobody came to the gates that day."
    (only,) = marks_of(text, blocks_of(text))
    assert text[only.first : only.last] == "We are ready."
    assert only.loose


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="“”‘’\"'«»„` abs.,\n", max_size=200))
def test_marks_lie_in_the_text_and_nest(text: str) -> None:
    """Whatever the marks, spans are within the text, start with a mark, and inner ones lie in outer ones."""
    found = marks_of(text, blocks_of(text))
    for each in found:
        assert 0 <= each.start < each.first <= each.last <= each.end <= len(text)
        assert "\n\n" not in text[each.start : each.end]
    for one in found:
        for other in found:
            crosses = one.start < other.start < one.end < other.end
            assert not (crosses and one.closed and other.closed)


@pytest.mark.parametrize("unit", ["“", '"', "'", "‘a ", "s' a", '" a', "''", "“a”"])
def test_linear(unit: str) -> None:
    """Twice the marks take at most about twice the time."""
    texts = [unit * count for count in (20_000, 40_000)]
    once, twice = (seconds(partial(marks_of, text, blocks_of(text))) for text in texts)
    assert twice < 4 * max(once, 0.02)
