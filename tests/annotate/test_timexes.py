"""Time expressions: found, typed, valued by tense, text and calendar; left open where nothing says when."""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.steps import annotated
from tests.timing import seconds
from variorum.annotate import reckoning
from variorum.annotate.timeatoms import atoms_in
from variorum.annotate.timexes import RULES
from variorum.model.markup import Timex
from variorum.model.text import Account

THURSDAY = "2022-03-17"


def _timexes(text: str, published: str | None = THURSDAY, dateline: str | None = None) -> tuple[Timex, ...]:
    account = Account(text=text, names=("a.txt",), published=published)
    return annotated(replace(account, dateline=dateline), "sentences", "timexes").timexes


def _values(text: str, published: str | None = THURSDAY) -> list[str | None]:
    return [each.value for each in _timexes(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Friday.", "2022-03-11"),
        ("The council will meet on Friday.", "2022-03-18"),
        ("They are to meet on Friday.", "2022-03-18"),
        ("The council met last Friday.", "2022-03-11"),
        ("The council met on Thursday.", "2022-03-17"),
        ("The bridge reopened yesterday.", "2022-03-16"),
        ("The bridge reopened last month.", "2022-02"),
        ("The bridge was closed in early 2021.", "2021"),
        ("The bridge was closed three years ago.", "2019"),
        ("It was opened on 4 May 1998.", "1998-05-04"),
        ("It was opened on May 4, 1998.", "1998-05-04"),
        ("The ferry sank in January.", "2022-01"),
        ("The ferry sank in December.", "2021-12"),
        ("The ferry sank last winter.", "2021-WI"),
        ("The school was built in the 1990s.", "199"),
        ("The school was built in the 19th century.", "18"),
        ("Sales fell in the third quarter of 2020.", "2020-Q3"),
        ("The guards came at 6 p.m. on Wednesday.", "2022-03-16T18:00"),
        ("The guards left on Monday morning.", "2022-03-14TMO"),
        ("They signed on Christmas Eve.", "2021-12-24"),
        ("They will sign on Good Friday.", "2022-04-15"),
        ("Workers were away for two and a half years.", "P2Y6M"),
        ("A three-day truce was kept.", "P3D"),
        ("He phoned her every Tuesday.", "XXXX-WXX-2"),
        ("The first Tuesday of December 2021 was a holiday.", "2021-12-07"),
        ("It was signed on 2022-03-04.", "2022-03-04"),
    ],
)
def test_values(text: str, value: str) -> None:
    """One expression, one value."""
    assert value in _values(text)


@pytest.mark.parametrize(
    "text", ["The council met on Friday.", "It ended last month.", "It began three years ago.", "It sank in May."]
)
def test_without_a_date_of_publication_they_stay_relative(text: str) -> None:
    """The value is open, and the anchor says what is missing."""
    (found,) = _timexes(text, published=None)
    assert found.value is None
    assert found.anchor == "published"


def test_a_dated_dateline_stands_in() -> None:
    """Where the account has no date but its dateline does, days count from there."""
    (found,) = _timexes("The council met on Friday.", published=None, dateline="OSLO, 17 March 2022")
    assert (found.value, found.anchor) == ("2022-03-11", "dateline")


def test_some_count_from_what_the_text_told() -> None:
    """A year earlier than the year told, not than today."""
    found = _timexes("The mine closed in 2010. A year earlier it had flooded.")
    assert [each.value for each in found] == ["2010", "2009"]
    assert found[1].anchor == "text"


@pytest.mark.parametrize(
    "text", ["It was signed on 31 February 2021.", "It was seen on 3/4/2021.", "It was dated 0000-00-00."]
)
def test_days_that_cannot_be_placed_have_no_value(text: str) -> None:
    """31 February, and a figure that may be March or April."""
    assert all(value is None for value in _values(text))


@pytest.mark.parametrize(
    "text",
    ["She may go.", "A second meeting failed.", "The 54-year-old left.", "Prices fall.", "The fall of the city shook them.",
     "They counted 2000 people.", "He scored in the second half.", "Three quarters of them agreed.",
     "She told Fishery Today that it was over."],
)  # fmt: skip
def test_lookalikes_are_left_alone(text: str) -> None:
    """A modal verb, an ordinal, an age, a verb, a count, a game, a share, a name."""
    assert _timexes(text) == ()


def test_types_granularity_and_mod() -> None:
    """What a date, a length and a loosened length carry."""
    (date,) = _timexes("The law passed in late March 2020.")
    assert (date.type, date.granularity, date.mod, date.text) == ("DATE", "month", "END", "late March 2020")
    (length,) = _timexes("It lasted more than three weeks.")
    assert (length.type, length.granularity, length.mod, length.value) == ("DURATION", "week", "MORE_THAN", "P3W")


def test_each_rule_has_its_own_reason() -> None:
    """No two rules tell a reader the same."""
    assert len({each.why for each in RULES}) == len(RULES)


@pytest.mark.parametrize(("year", "day"), [(2000, "2000-04-23"), (2024, "2024-03-31"), (2038, "2038-04-25")])
def test_easter(year: int, day: str) -> None:
    """Against the church's own table."""
    found = reckoning.easter(year)
    assert found is not None
    assert found.isoformat() == day


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789 /:.-amp thMyFridJun1990s'", max_size=120))
def test_atoms_lie_in_the_text(text: str) -> None:
    """Whatever the characters, atoms are in order, apart, and within."""
    end = 0
    for atom in atoms_in(text, 0, len(text)):
        assert end <= atom.start < atom.end <= len(text)
        end = atom.end


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_the_ends_of_the_calendar_do_not_crash(year: str) -> None:
    """Counting back from year 1, or on from 9999, leaves the value open."""
    found = _timexes(
        "It fell three centuries ago and will end in 40 years from now, next year.", published=f"{year}-06-01"
    )
    assert found


_HOSTILE = (
    "the ",
    "a ",
    "1",
    "1 ",
    "1:",
    "one ",
    "early ",
    "the first ",
    "May ",
    "May 1 ",
    "half ",
    "quarter ",
    "of the ",
    "last ",
    "in ",
)


@pytest.mark.parametrize("unit", _HOSTILE)
def test_finding_is_linear_on_hostile_text(unit: str) -> None:
    """Doubling the text does not more than about double the time."""
    texts = [unit * (size // len(unit)) for size in (5_000, 10_000)]
    once, twice = (seconds(partial(atoms_in, text, 0, len(text))) for text in texts)
    assert twice < 5 * once + 0.1


@pytest.mark.parametrize(
    ("text", "value", "rule"),
    [
        ("The kiln blew up on Tuesday. By 4 p.m. the roof was gone.", "2022-03-15T16:00", "timex-text"),
        ("The kiln blew up. By 4 p.m. the roof was gone.", "2022-03-17T16:00", "timex-hour"),
        ("The kiln blew up on Tuesday.\n\nBy 4 p.m. the roof was gone.", "2022-03-17T16:00", "timex-hour"),
    ],
)
def test_an_hour_is_of_the_day_that_its_paragraph_tells(text: str, value: str, rule: str) -> None:
    """Without one it is marked as presumed, so that nobody dates an event by it."""
    found = _timexes(text)[-1]
    assert (found.value, found.origin.rule, found.anchor == "text") == (value, rule, rule == "timex-text")


def test_the_night_before_something_is_no_night_of_ours() -> None:
    """Nobody says when the regatta was."""
    assert _values("The night before the regatta, the rower cut his hand.") == []
    assert _values("That night the rower cut his hand.") == ["2022-03-17TNI"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The climber slipped off the wall. She broke a rib in the fall.", []),
        ("The slope drops steeply, and nobody was hurt in the fall.", []),
        ("The fall from the tower was deep.", []),
        ("The council will vote in the fall.", ["2022-FA"]),
        ("The climber slipped off the wall last fall.", ["2021-FA"]),
    ],
)
def test_the_fall_is_a_season_where_nothing_falls(text: str, values: list[str]) -> None:
    """An account of a fall does not mean the autumn."""
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The regatta turned into a race to save a life in November.", "2021-11"),
        ("The November regatta is one that she forgets.", "2021-11"),
        ("The fair opens in May.", "2022-05"),
        ("The club will meet in November.", "2022-11"),
    ],
)
def test_a_month_without_a_year_is_gone_in_a_past_sentence(text: str, value: str) -> None:
    """An infinitive below a noun does not turn it into the future."""
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She added a lamp to her Christmas list.", []),
        ("They had put up the Christmas lights.", []),
        ("They met on Christmas morning.", ["2021-12-25TMO"]),
        ("The storm brought snow on Christmas Day.", ["2021-12-25"]),
    ],
)
def test_what_a_feast_names_is_not_on_its_day(text: str, values: list[str]) -> None:
    """A list or lights date nothing; a morning does."""
    assert _values(text) == values
