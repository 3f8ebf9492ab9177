"""Dates of publication that the text, or all other accounts, refute."""

from dataclasses import replace

import pytest

from tests.report.made import Made, group, stand
from variorum.model.alignment import Alignment, Key
from variorum.model.markup import Frame
from variorum.report.catalogue import catalogue
from variorum.report.event import event
from variorum.report.trust import fair, trusted

TEXT = "The dam at Orrin gave way in the night, the {} says."


def _accounts(*published: str | None) -> list[Made]:
    return [Made(TEXT.format(at), f"Paper {at}", each) for at, each in enumerate(published)]


def _doubted(*published: str | None) -> list[int]:
    made = _accounts(*published)
    reliable = trusted(catalogue([each.done() for each in made], Alignment()))
    return [at for at, each in enumerate(made) if each.account.id not in reliable]


@pytest.mark.parametrize(
    ("published", "doubted"),
    [
        (("2024-03-05", "2024-03-06", "2025-01-10"), [2]),
        (("2023-11-20", "2024-03-05", "2024-03-06", "2024-03-06"), [0]),
        (("2024-03-05", "2024-03-06", "2024-03-29"), []),
        (("2023-03-05", "2024-03-06"), []),
        (("2022-03-05", "2023-03-06", "2024-03-06"), []),
        (("2024-03-05", None, "2024-03-06"), [1]),
    ],
)
def test_a_date_far_from_all_others_is_doubted(published: tuple[str | None, ...], doubted: list[int]) -> None:
    """Only where the others lie together; two dates apart refute neither."""
    assert _doubted(*published) == doubted


@pytest.mark.parametrize(
    ("words", "value", "tense", "relied"),
    [
        ("in September 2025", "2025-09", "past", False),
        ("in September 2025", "2025-09", "future", True),
        ("in April 2024", "2024-04", "past", True),
        ("in 2025", "2025", "past", True),
    ],
)
def test_a_text_that_tells_of_later_refutes_its_date(words: str, value: str, tense: str, relied: bool) -> None:
    """A past event well after the page's own day."""
    made = Made(f"The dam gave way {words}.", "Herald", "2024-03-20")
    made.when(words, value, "month")
    made.says(f"The dam gave way {words}", frame=Frame("give", made.span("gave"), (), tense))  # type: ignore[arg-type]
    assert (made.account.id in trusted(catalogue((made.done(),), Alignment()))) == relied


def _silent(early: str, late: str, *, told: str | None = None) -> str:
    """The stand of an account that does not tell what a later one tells."""
    one, two = Made("The dam held.", "Herald", early), Made("The dam gave way on Monday.", "Courier", late)
    if told:
        two.when("on Monday", told)
    key = two.says("The dam gave way on Monday", frame=Frame("give", two.span("gave"), (), "past"))
    story = {each.account.id: each for each in (one, two)}
    book = catalogue([one.done(), two.done()], Alignment(groups=(group(story, key),)))
    found = stand(one.account.id, 0, "not-yet", two.claims[0].span)
    return fair(book, (found,))[0].kind


@pytest.mark.parametrize(
    ("early", "late", "told", "kind"),
    [
        ("2024-03-05T08:00:00", "2024-03-05T09:30:00", None, "silent"),
        ("2024-03-05", "2024-03-05T22:00:00", None, "silent"),
        ("2024-03-05T08:00:00", "2024-03-06T09:30:00", None, "not-yet"),
        ("2024-03-05", "2024-03-07", "2024-03-04", "silent"),
        ("2024-03-05", "2024-03-07", "2024-03-06", "not-yet"),
    ],
)
def test_only_hours_apart_nobody_was_too_early(early: str, late: str, told: str | None, kind: str) -> None:
    """Nor is silence excused on what the others date before the account."""
    assert _silent(early, late, told=told) == kind


def test_an_unreliable_date_gives_no_day_to_the_event() -> None:
    """The event's day is that of the accounts whose dates hold."""
    made = _accounts("2024-03-05", "2024-03-06", "2025-01-10")
    book = catalogue([each.done() for each in made], Alignment())
    assert (event(book).start, event(book).end) == ("2024-03-05", "2024-03-06")


def test_other_stands_stay() -> None:
    """Only what excuses silence is looked at."""
    made = Made("The dam held.", "Herald")
    key = made.says("The dam held")
    book = catalogue((made.done(),), Alignment(groups=(group({made.account.id: made}, key),)))
    found = stand(made.account.id, 0, "asserts", made.claims[0].span)
    assert fair(book, (found, replace(found, kind="silent"))) == (found, replace(found, kind="silent"))
    assert key == Key(made.account.id, 0)
