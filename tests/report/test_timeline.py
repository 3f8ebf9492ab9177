"""The timeline: events with their own dates, each once."""

import pytest

from tests.report.made import HERE, Made
from variorum.model.alignment import Alignment, Moment
from variorum.model.collation import MomentRow
from variorum.model.judgement import Judgements
from variorum.model.markup import Argument, Frame
from variorum.report import report


def _rows(*told: tuple[str, str, str, str, str], published: str = "2024-03-06") -> tuple[MomentRow, ...]:
    """One account of one sentence each: text, verb, predicate, words of time and value."""
    accounts, moments = [], []
    for at, (text, verb, predicate, words, value) in enumerate(told):
        made = Made(f"{text}.", f"Paper {at}", published)
        made.when(words, value)
        frame = Frame(
            predicate, made.span(verb), (Argument("agent", made.span(text.split()[0]), text.split()[0]),), "past"
        )
        key = made.says(text, frame=frame)
        unit = {4: "year", 7: "month", 8: "week", 10: "day"}[len(value)]
        moments.append(
            Moment(evidence=(made.timexes[0].span,), origin=HERE, when=value, granularity=unit, claims=(key,))
        )
        accounts.append(made.done())
    return report(accounts, Alignment(moments=tuple(moments)), Judgements()).timeline


@pytest.mark.parametrize(
    ("text", "verb", "predicate", "words", "value"),
    [
        ("The crew of the Alba spoke to reporters on Monday", "spoke", "speak", "Monday", "2024-03-04"),
        ("The harbour of Kestrel Point was a lively place on Monday", "was", "be", "Monday", "2024-03-04"),
        ("They ran the ferry Alba onto the rocks on Monday", "ran", "run", "Monday", "2024-03-04"),
        ("The ferry Alba ran aground off Kestrel Point that week", "ran", "run", "that week", "2024-W10"),
        ("The company dropped the 2019 charter of Kestrel Point", "dropped", "drop", "2019", "2019"),
        ("The owner of the Alba hailed “the best night since 2019”", "hailed", "hail", "2019", "2019"),
        ("Owners would have sold the Alba in 2019", "sold", "sell", "2019", "2019"),
        ("Owners who lost the Alba in March sued the harbour board", "sued", "sue", "March", "2024-03"),
        ("The Alba, which sank in March, carried mail for years", "carried", "carry", "March", "2024-03"),
        ("The Alba carried mail between March and May", "carried", "carry", "March", "2024-03"),
        ("Update, March 4: the Courier added a photograph", "added", "attach", "March 4", "2024-03-04"),
        ("The Alba rammed the wall again two days later, on Monday", "rammed", "ram", "Monday", "2024-03-04"),
        ("Pilots steered the ferry for the crew of Monday’s trip", "steered", "steer", "Monday", "2024-03-04"),
        ("Captains weighed the harbour board’s March 4 offer of a tug", "weighed", "weigh", "March 4", "2024-03-04"),
        ("Footage filmed near the harbour emerged on Monday", "emerged", "emerge", "Monday", "2024-03-04"),
        ("Built in 1907, the pier of Kestrel Point sheltered many ships", "sheltered", "shelter", "1907", "1907"),
    ],
)
def test_what_is_no_dated_event_has_no_row(text: str, verb: str, predicate: str, words: str, value: str) -> None:
    """Sayings, states, pronouns, weeks, years and days that belong to something else, and what only was on film."""
    assert _rows((text, verb, predicate, words, value)) == ()


def test_one_event_is_one_row() -> None:
    """Whatever words two accounts have for it; another event of the day stands beside it."""
    rows = _rows(
        ("The ferry Alba ran aground off Kestrel Point on Monday", "ran", "run", "Monday", "2024-03-04"),
        ("The ferry Alba struck rocks off Kestrel Point on Monday", "struck", "strike", "Monday", "2024-03-04"),
        ("Harbour pilots began a strike over wages on Monday", "began", "walk", "Monday", "2024-03-04"),
    )
    assert sorted(len(row.claims) for row in rows) == [1, 2]


def test_a_month_that_tells_what_its_day_tells_is_left_out() -> None:
    """The finer date stands."""
    rows = _rows(
        ("The ferry Alba ran aground off Kestrel Point in March", "ran", "run", "March", "2024-03"),
        ("The ferry Alba ran aground off Kestrel Point on Monday", "ran", "run", "Monday", "2024-03-04"),
    )
    assert [row.when for row in rows] == ["2024-03-04"]


def test_a_plan_whose_day_has_gone_by_is_no_event() -> None:
    """Unless the event itself lies on that day or before it."""
    made = Made(
        "The board will launch the new ferry in January.\nThe new ferry ran aground on Monday.", "Post", "2024-03-05"
    )
    made.when("January", "2024-01")
    made.when("Monday", "2024-03-04")
    frame = Frame("launch", made.span("launch"), (Argument("agent", made.span("The board"), "board"),), "future")
    planned = made.says("The board will launch the new ferry in January", frame=frame)
    frame = Frame("run", made.span("ran"), (Argument("agent", made.span("The new ferry"), "ferry"),), "past")
    ran = made.says("The new ferry ran aground on Monday", frame=frame)
    moments = tuple(
        Moment(evidence=(timex.span,), origin=HERE, when=timex.value or "", granularity=unit, claims=(key,))
        for timex, unit, key in zip(made.timexes, ("month", "day"), (planned, ran), strict=True)
    )
    rows = report([made.done()], Alignment(moments=moments), Judgements()).timeline
    assert [row.when for row in rows] == ["2024-03-04"]


def test_years_ago_only_whom_the_story_is_about_counts() -> None:
    """What one account recalls of others stands in its text."""
    ran = ("The ferry Alba ran aground off Kestrel Point on Monday", "ran", "run", "Monday", "2024-03-04")
    old = ("The liner Brio sank off Kestrel Point in 1994", "sank", "sink", "1994", "1994")
    assert [row.when for row in _rows(ran, old)] == ["2024-03-04"]
