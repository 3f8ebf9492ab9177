"""Moments: which claims stand where on the timeline."""

from dataclasses import replace

import pytest

from tests.report.made import Made
from variorum.align.moments import align_moments, calendar_values, granularity_of
from variorum.model.finding import Origin


def _dated(outlet: str, *times: tuple[str, str]) -> Made:
    text = "They met " + " and ".join(words for words, _ in times)
    made = Made(f"{text}, says the {outlet}.", outlet)
    for words, value in times:
        made.when(words, value)
    made.says(text)
    return made


def test_claims_of_one_day_share_a_moment() -> None:
    """Whatever words each account has for the day."""
    one, two = _dated("Herald", ("on Monday", "2024-03-04")), _dated("Courier", ("yesterday", "2024-03-04"))
    (moment,) = align_moments((one.done(), two.done()))
    assert (moment.when, moment.granularity, len(moment.claims)) == ("2024-03-04", "day", 2)


def test_a_claim_stands_at_its_finest_time() -> None:
    """ "In March, on the 4th" is the 4th."""
    made = _dated("Herald", ("in March", "2024-03"), ("on the 4th", "2024-03-04")).done()
    assert [value for value, _ in calendar_values(made, made.claims[0])] == ["2024-03-04", "2024-03"]
    assert [moment.when for moment in align_moments((made,))] == ["2024-03-04"]


def test_an_hour_stands_at_its_day() -> None:
    """Clock times are cut."""
    made = _dated("Herald", ("at noon", "2024-03-04T12:00")).done()
    assert [moment.when for moment in align_moments((made,))] == ["2024-03-04"]


def test_an_hour_without_a_day_dates_nothing() -> None:
    """Its day is presumed; a day that the claim tells stands."""
    made = _dated("Herald", ("at noon", "2024-03-05T12:00"), ("on the 4th", "2024-03-04"))
    made.timexes[0] = replace(made.timexes[0], origin=Origin("timexes", "timex-hour"))
    assert [moment.when for moment in align_moments((made.done(),))] == ["2024-03-04"]


def test_an_unknown_day_stays_off_the_timeline() -> None:
    """A weekday of an account without a date is not guessed."""
    assert align_moments((_dated("Herald", ("on Monday", "XXXX-WXX-1")).done(),)) == ()


def test_moments_are_in_order_of_time_coarse_first() -> None:
    """The month before its days."""
    story = tuple(_dated(f"Paper {value}", ("then", value)).done() for value in ("2024-03-04", "2024-03", "2023"))
    assert [moment.when for moment in align_moments(story)] == ["2023", "2024-03", "2024-03-04"]


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("2024", "year"),
        ("2024-03", "month"),
        ("2024-03-04", "day"),
        ("2024-W10", "week"),
        ("2024-Q1", "quarter"),
        ("2024-H1", "half"),
        ("2024-SU", "season"),
        ("2024-WI", "season"),
    ],
)
def test_the_value_tells_its_unit(value: str, unit: str) -> None:
    """Of TIMEX3's calendar values."""
    assert granularity_of(value) == unit
