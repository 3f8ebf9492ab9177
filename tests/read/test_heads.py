"""Headline, byline, dateline, front matter and lines that date a page."""

from pathlib import Path

import pytest

from tests.read.made import BODY, account_of
from variorum.read.heads import find_dateline, find_title, front_matter, take_head


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Council closes the eastern pier", "Council closes the eastern pier"),
        ("Will the pier reopen?", "Will the pier reopen?"),
        ("The council met on Tuesday.", None),
        ("“We were not asked”", None),
        ("Background:", None),
        ("• The tender opens in May", None),
        ("QUAYTOWN, March 5 (Reuters) - The council met", None),
    ],
)
def test_a_headline_is_a_first_line_that_is_no_sentence(first: str, title: str | None) -> None:
    """Sentences, quotes, labels, bullets and datelines are no headlines."""
    assert find_title(f"{first}\n\n{BODY}") == title


def test_a_headline_that_ends_like_a_sentence_is_told_by_the_blank_line() -> None:
    """Set off from paragraphs that follow each other without blank lines."""
    body = BODY.replace("\n\n", "\n")
    assert find_title(f"The pier closes. Nobody was asked.\n\n{body}") == "The pier closes. Nobody was asked."


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("QUAYTOWN (AP) — The council met.", "QUAYTOWN (AP)"),
        ("QUAYTOWN, March 5 (Reuters) - The council met.", "QUAYTOWN, March 5 (Reuters)"),
        ("Quaytown, Norland | The council met.", "Quaytown, Norland"),
        ("Quaytown — where the council met — is small.", None),
        ("FILE - In this picture the pier is open.", None),
        ("The talks - the first in years - were short.", None),
    ],
)
def test_datelines(line: str, dateline: str | None) -> None:
    """Capitals, an agency in brackets, or a place with its country before a bar or dash."""
    assert find_dateline(line, None) == dateline


def test_byline_and_dates_are_taken_out_of_the_text() -> None:
    """They are metadata; the paragraphs stay as they were."""
    head = take_head(
        f"Council closes pier\n\nBy Ada Moor and Bo Lund\nPublished: 5 March 2024, 09:30 GMT\nUpdated March 6, 2024\n\n{BODY}"
    )
    assert head.byline == "Ada Moor and Bo Lund"
    assert [each.value for each in head.dates] == ["2024-03-05T09:30:00+00:00"]
    assert head.updated == "2024-03-06"
    assert head.text == f"Council closes pier\n\n{BODY}"


@pytest.mark.parametrize(
    "line",
    ["By Tuesday the pier was shut and nobody used it.", "The vote of March 5, 2024 was the third on the matter."],
)
def test_sentences_are_no_byline_and_no_date_line(line: str) -> None:
    """What only begins like one, or only holds a date, stays."""
    assert take_head(f"{line}\n\n{BODY}").text == f"{line}\n\n{BODY}"


def test_front_matter() -> None:
    """Known keys are read, unknown ones passed over; a rule line is no front matter."""
    found, text = front_matter(
        '---\ntitle: "Pier to close"\nsource: The Quay\ndate: 2024-03-05\nlayout: post\n---\nThe council met.'
    )
    assert found == {"title": "Pier to close", "outlet": "The Quay", "published": "2024-03-05"}
    assert text == "The council met."
    assert front_matter("---\nThe council met.") == ({}, "---\nThe council met.")


def test_markdown_marks_come_off(tmp_path: Path) -> None:
    """Headings, links, stress and pictures leave their words; bullets stay bullets; stars in words stay."""
    page = (
        '# Pier to close\n\nThe **council** [voted](https://quay.example/a "t") on _Tuesday_ to close it, 2 * 3 * 4 in all.\n\n'
        f"![boats](b.png)\n\n## What comes next\n\n- The tender opens in May.\n* Boats move north.\n\n---\n\n{BODY}"
    )
    found = account_of(tmp_path, page.encode(), "a.md")
    assert found.title == "Pier to close"
    assert "The council voted on Tuesday to close it, 2 * 3 * 4 in all." in found.text
    assert "What comes next\n\n• The tender opens in May.\n• Boats move north." in found.text
    assert "boats" not in found.text.split("What comes")[0]
