"""JSON and JSON Lines."""

import json
from pathlib import Path

from tests.read.made import BODY, account_of, failure_of
from variorum.read import read
from variorum.settings import Settings


def test_our_keys(tmp_path: Path) -> None:
    """Text, outlet, title, dates and address as our own format names them."""
    row = {
        "text": BODY,
        "outlet": "The Quay",
        "title": "Pier to close",
        "published": "2024-03-05",
        "url": "https://quay.example/x",
        "story": 3,
    }
    found = account_of(tmp_path, json.dumps(row).encode(), "a.json")
    assert (found.outlet, found.title, found.published, found.url) == (
        "The Quay",
        "Pier to close",
        "2024-03-05",
        "https://quay.example/x",
    )


def test_the_keys_of_news_please(tmp_path: Path) -> None:
    """maintext, date_publish, source_domain, authors as a list."""
    row = {
        "maintext": BODY,
        "date_publish": "2024-03-05 09:30:00",
        "source_domain": "quay.example",
        "authors": ["Ada Moor", "Bo Lund"],
    }
    found = account_of(tmp_path, json.dumps([row]).encode(), "a.json")
    assert (found.outlet, found.published, found.byline) == ("quay.example", "2024-03-05T09:30:00", "Ada Moor, Bo Lund")


def test_a_bad_line_is_named_by_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    """Broken JSON, broken UTF-8, a bare number, a deep value: each a failure with its line; the rest is read."""
    good = json.dumps({"text": BODY}).encode()
    lines = [
        good,
        b"{nope",
        b'{"text": "\xff\xfe"}',
        b"42",
        b"[" * 100_000,
        b'{"title": "no text"}',
        b'{"text": NaN}',
        b"",
        good[:-1] + b', "outlet": "B"}',
    ]
    path = tmp_path / "many.jsonl"
    path.write_bytes(b"\n".join(lines))
    story = read([path])
    assert [each.names for each in story.accounts] == [("many.jsonl:1",), ("many.jsonl:9",)]
    assert {each.name: each.code for each in story.failures} == {
        "many.jsonl:2": "invalid_json",
        "many.jsonl:3": "invalid_json",
        "many.jsonl:4": "wrong_shape",
        "many.jsonl:5": "too_deep",
        "many.jsonl:6": "wrong_shape",
        "many.jsonl:7": "invalid_json",
    }
    assert all("line " in each.error for each in story.failures if each.code == "invalid_json")


def test_a_line_beyond_the_cap(tmp_path: Path) -> None:
    """A line that is too long is refused before it is parsed."""
    found = failure_of(tmp_path, json.dumps({"text": BODY * 10}).encode(), "a.jsonl", Settings(max_line_bytes=1_000))
    assert found.code == "line_too_long"


def test_marks_and_mixed_line_ends(tmp_path: Path) -> None:
    """A byte-order mark and Windows line ends do no harm."""
    assert account_of(tmp_path, b"\xef\xbb\xbf" + json.dumps({"text": BODY}).encode() + b"\r\n\r\n", "a.jsonl").text


def test_a_collation_is_no_account(tmp_path: Path) -> None:
    """A collation.json that lies among the accounts is not read back as accounts."""
    row = {"format": "variorum.collation/1", "accounts": [{"text": BODY}]}
    found = failure_of(tmp_path, json.dumps(row).encode(), "collation.json")
    assert found.code == "wrong_shape"
    assert "collation" in found.error
