"""What holds for any bytes and any text."""

import unicodedata
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.read.made import BODY, read_bytes
from tests.timing import seconds
from variorum.model.text import Account
from variorum.read import read
from variorum.read.clean import clean
from variorum.read.codes import CODES
from variorum.read.furniture import strip_furniture
from variorum.read.heads import take_head
from variorum.read.language import detect
from variorum.read.page import scan

SUFFIXES = (".txt", ".md", ".html", ".json", ".jsonl", ".txt.gz")
PIECES = (
    "<p>",
    "</p>",
    "<div",
    ">",
    '"',
    "{",
    "}",
    "text",
    ":",
    "\n",
    "---\n",
    "# ",
    "**",
    "[",
    "](",
    "“",
    "By Ada",
    "2024-03-05",
    "\x00",
    "\u202e",
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(SUFFIXES),
    st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(PIECES)).map(lambda each: "".join(each).encode())),
)
def test_any_bytes_are_an_account_or_a_failure_with_a_reason(tmp_path: Path, suffix: str, content: bytes) -> None:
    """No reader breaks, whatever it is handed."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    story = read([path])
    for account in story.accounts:
        assert account.text.encode()
        assert account.sha256
    assert all(each.code in CODES for each in story.failures)
    assert story.accounts or story.failures or not content.strip()


@given(st.text(alphabet=st.characters(), max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """Composed, encodable, without controls, and stable."""
    once, _ = clean(text)
    assert clean(once)[0] == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode().decode() == once
    assert not any(unicodedata.category(char) == "Cc" and char != "\n" for char in once)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("marks", "a" + "\u0301\u0323" * 2_000), ("words", "word "), ("letters", "x"), ("lines", "a\n"), ("short lines", "One two\n"),
        ("bullets", "• a\n"), ("bars", "a | "), ("quotes", "“"), ("dates", "March 5, 2024\n"), ("bylines", "By Ada Moor\n"), ("tags", "<b>"),
        ("entities", "&#x41;"), ("open comment", "<!--"), ("attributes", '<a b="c" '), ("emoji", "👩\u200d🚀"), ("Cyrillic", "и "),
    ],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(name: str, unit: str) -> None:
    """Twice the text takes at most about twice as long, in each part of reading that looks at all of it."""
    for work in (clean, lambda text: strip_furniture(take_head(text).text), detect, scan):
        texts = [(unit * (size // len(unit) + 1))[:size] for size in (100_000, 200_000, 400_000)]
        spent = [seconds(partial(work, text), tries=2) for text in texts]
        assert spent[2] < 0.5 or spent[2] < 3 * spent[1], (name, spent)


def test_reading_what_was_read_changes_nothing(tmp_path: Path) -> None:
    """The text of an account, read again as a file, is the same text."""
    first = read_bytes(tmp_path, f"Pier to close\n\nBy Ada Moor\n\n{BODY}\n\nShare\nComments".encode())
    assert isinstance(first, Account)
    second = read_bytes(tmp_path, first.text.encode(), "again.txt")
    assert isinstance(second, Account)
    assert second.text == first.text
