"""A date counts only where the claim's own verb carries it."""

import pytest

from tests.report.made import HERE, Made
from variorum.model.alignment import Alignment, Key, Moment
from variorum.model.judgement import Judgements
from variorum.model.markup import Frame
from variorum.report import report
from variorum.report.catalogue import catalogue
from variorum.report.dating import bounded, dates, last_day
from variorum.report.event import headline, plain_title


def dated(text: str, when: str, value: str, verb: str, tense: str = "past") -> tuple[str, ...]:
    """The dates of a one-claim account published in June 2024."""
    made = Made(f"{text}.", "Herald", "2024-06-10")
    made.when(when, value)
    key = made.says(text, frame=Frame(verb, made.span(verb), (), tense))  # type: ignore[arg-type]
    book = catalogue((made.done(),), Alignment())
    return tuple(each.value for each in dates(book, key, None))


@pytest.mark.parametrize(
    ("text", "when", "value", "verb"),
    [
        ("The two crews met in March 2021", "March 2021", "2021-03", "met"),
        ("In March 2021 the two crews met at sea", "March 2021", "2021-03", "met"),
        ("The mine closed in 2015", "2015", "2015", "closed"),
    ],
)
def test_a_verbs_own_date_counts(text: str, when: str, value: str, verb: str) -> None:
    """After the verb, or opening the clause."""
    assert dated(text, when, value, verb) == (value,)


@pytest.mark.parametrize(
    ("text", "when", "value", "verb"),
    [
        ("The two crews met for the first time since March 2021", "March 2021", "2021-03", "met"),
        ("The minister praised the 2015 charter", "2015", "2015", "praised"),
        ("The minister opened the hall, which burned in 1998", "1998", "1998", "opened"),
        ("The hall opened after March 2021", "March 2021", "2021-03", "opened"),
    ],
)
def test_a_date_of_something_else_does_not(text: str, when: str, value: str, verb: str) -> None:
    """A bound, a name, a clause below."""
    assert dated(text, when, value, verb) == ()


def test_a_present_tense_does_not_speak_of_years_ago() -> None:
    """What somebody thinks now is not of 2015."""
    made = Made("The guild sees the talks as heirs of those in 2015.", "Herald", "2024-06-10")
    made.when("2015", "2015")
    text = "The guild sees the talks as heirs of those in 2015"
    key = made.says(text, frame=Frame("see", made.span("sees"), (), "present"))
    collation = report((made.done(),), Alignment(moments=(_moment(made, key.index, "2015"),)), Judgements())
    assert collation.timeline == ()


def test_what_holds_since_a_date_is_bounded_by_it() -> None:
    """ "Has lasted since 2014" is background; "the first since 2014" is news."""
    made = Made("The siege has lasted since 2014.\nIt was the first vote since 2014.", "Herald")
    made.when("2014", "2014")
    key = made.says("The siege has lasted since 2014")
    book = catalogue((made.done(),), Alignment())
    assert [each.value for each in bounded(book, key)] == ["2014"]


def test_last_days_respect_the_calendar() -> None:
    """Months end when they end; nonsense never ends."""
    assert last_day("2024-02").isoformat() == "2024-02-29"
    assert last_day("2023-12").isoformat() == "2023-12-31"
    assert last_day("2023").isoformat() == "2023-12-31"
    assert last_day("2023-99-99").year == 9999
    assert last_day("XXXX-WXX-5").year == 9999


def _moment(made: Made, claim: int, when: str) -> Moment:
    key = Key(made.account.id, claim)
    return Moment(evidence=(made.timexes[0].span,), origin=HERE, when=when, granularity="year", claims=(key,))


def _titled(*titles: str) -> str | None:
    made = [
        Made(f"{title}\nThe ferry Alba ran aground off Kestrel Point.", f"P{at}", title=title)
        for at, title in enumerate(titles)
    ]
    found = headline(catalogue([each.done() for each in made], Alignment()))
    return found[0] if found else None


@pytest.mark.parametrize(
    "slanted",
    [
        "Ferry Alba aground off Kestrel Point: owner says crew is to blame",
        "Did the crew run the ferry Alba aground off Kestrel Point?",
        "Ferry Alba ‘murdered’ off Kestrel Point, ran aground",
        "WATCH LIVE: ferry Alba ran aground off Kestrel Point",
    ],
)
def test_a_plain_headline_comes_before_a_slanted_one(slanted: str) -> None:
    """Even where the slanted one shares more words with the accounts; without another it stands."""
    assert _titled(slanted, "Coast ferry grounded near Kestrel") == "Coast ferry grounded near Kestrel"
    assert _titled(slanted) == slanted


def test_a_headline_ends_where_a_line_does() -> None:
    """Also at a break that was written out."""
    assert plain_title("Ferry aground off the point \\n The ferry Alba ran") == "Ferry aground off the point"
    assert plain_title(" \\n Ferry\n aground") == "Ferry"
    assert plain_title(None) == ""
