"""Publication dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.text import Witness
from variorum.read.dates import date_in_address, parse_date, settle


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T00:00:00", "2024-03-05"),
        ("2024-03-05 09:30:00", "2024-03-05T09:30:00"),
        ("2024-03-05T09:30:00Z", "2024-03-05T09:30:00+00:00"),
        ("Tue, 05 Mar 2024 09:30:00 +0100", "2024-03-05T09:30:00+01:00"),
        ("March 5, 2024", "2024-03-05"),
        ("5th of March 2024", None),
        ("5 March 2024 9:30 pm", "2024-03-05T21:30:00"),
        ("05.03.2024", "2024-03-05"),
        ("3/5/2024", None),
        ("31 February 2024", None),
        ("2024-02-31", None),
        ("0000-01-01", None),
        ("9999-12-31", None),
        ("Friday", None),
        ("", None),
    ],
)
def test_dates_that_are_and_are_not(raw: str, value: str | None) -> None:
    """ISO, mail and English forms; what cannot be, or may be two dates, is none."""
    assert parse_date(raw) == value


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(raw: str) -> None:
    """Any text is a date or None; what comes back can be read again."""
    value = parse_date(raw)
    assert value is None or parse_date(value) == value


def test_address() -> None:
    """A day in a web address, by number or by the month's name."""
    assert date_in_address("https://quay.example/2024/03/05/pier.html") == "2024-03-05"
    assert date_in_address("https://quay.example/2024/mar/05/pier") == "2024-03-05"
    assert date_in_address("https://quay.example/2024/13/45/pier") is None
    assert date_in_address(None) is None


def test_the_most_trusted_witness_decides_and_disagreement_is_noted() -> None:
    """The sidecar before the page before the address; what is no date is said."""
    value, dates, notes = settle(
        [
            Witness("2024-03-01", "url"),
            Witness("2024-03-05", "accounts.toml"),
            Witness("soon", "metadata: date"),
            Witness("9999-01-01", "text"),
        ]
    )
    assert value == "2024-03-05"
    assert [each.source for each in dates] == ["accounts.toml", "url"]
    assert len(notes) == 3
    assert "disagree" in notes[-1]


def test_a_time_zone_is_no_disagreement() -> None:
    """One day apart, where one of them has a time of day."""
    assert not settle([Witness("2024-03-05T01:00:00", "metadata: date"), Witness("2024-03-04", "url")])[2]
    assert settle([Witness("2024-03-05", "accounts.toml"), Witness("2024-03-04", "url")])[2]


def test_without_witness_the_date_is_unknown() -> None:
    """No clock is asked."""
    assert settle([]) == (None, (), ())
