"""The line under the title: a whole clause of somebody's, a place that more than one opens with."""

import pytest

from tests.report.made import Made
from variorum.model.alignment import Alignment
from variorum.model.judgement import Judgements
from variorum.model.markup import Argument, Frame
from variorum.report import report

TITLE = "Ferry strikes harbour wall in Kallan; 12 hurt"


def _line(*told: tuple[str, str, str], title: str = TITLE) -> tuple[str, str, str]:
    """Account, who and what of the line, for accounts of (text, who, verb)."""
    made = []
    for at, (body, who, verb) in enumerate(told):
        each = Made(f"{title}\n{body}", f"P{at}", title=title)
        if who:
            frame = Frame("strike", each.span(verb), (Argument("agent", each.span(who), who),), "past")
            each.says(body.rstrip("."), frame=frame)
        made.append(each)
    lead = report([each.done() for each in made], Alignment(), Judgements()).lead
    assert lead is not None
    text = next(each.account.text for each in made if each.account.id == lead.account)
    who, what = (text[slice(*at)] if at else "" for at in (lead.who, lead.what))
    return next(each.account.outlet or "" for each in made if each.account.id == lead.account), who, what


def test_who_and_what_are_one_clause_of_a_body() -> None:
    """Of the account that tells most of the title; a headline is not cut in two."""
    found = _line(
        ("The weather was fine that day.", "The weather", "was"),
        ("A ferry with 80 guests struck the harbour wall in Kallan.", "A ferry with 80 guests", "struck"),
    )
    assert found == ("P1", "A ferry with 80 guests", "struck the harbour wall in Kallan")


@pytest.mark.parametrize(
    ("body", "who", "verb"),
    [
        ("It struck the harbour wall in Kallan.", "It", "struck"),
        ("Ferry Strikes Harbour Wall Near Kallan Quay.", "Ferry", "Strikes"),
        ("After a ferry struck the harbour wall in Kallan.", "a ferry", "struck"),
        ("The mayor of the old town opened a school.", "The mayor of the old town", "opened"),
    ],
)
def test_nothing_is_said_where_no_clause_tells_the_title(body: str, who: str, verb: str) -> None:
    """Nor by a pronoun, by a headline in the text, by a lower clause."""
    assert _line((body, who, verb))[1:] == ("", "")


def test_a_headline_that_points_at_its_page_is_no_title() -> None:
    """ "Here are the photos" tells nothing."""
    one = Made(
        "Here are the photos of the ferry\nA ferry struck the wall.", "Post", title="Here are the photos of the ferry"
    )
    two = Made("Ferry strikes the wall\nA ferry struck the wall.", "Courier", title="Ferry strikes the harbour wall")
    found = report([one.done(), two.done()], Alignment(), Judgements())
    assert found.story.title == "Ferry strikes the harbour wall"


def test_a_sum_is_nobody() -> None:
    """Who is left out, and what is the whole clause; somebody who does the same goes first."""
    sum_of = ("The $5 million for the harbour wall in Kallan struck out a ferry.", "The $5 million", "struck out")
    assert _line(sum_of)[1:] == ("", "The $5 million for the harbour wall in Kallan struck out a ferry")
    assert _line(sum_of, ("A ferry struck the harbour wall in Kallan.", "A ferry", "struck"))[0] == "P1"


def test_the_head_of_a_page_run_into_one_line_is_no_clause() -> None:
    """The title, with a section before and a summary behind it."""
    title = "A ferry struck the harbour wall in Kallan"
    body = "Travel A ferry struck the harbour wall in Kallan Twelve guests of the line were hurt."
    assert _line((body, "Travel A ferry", "struck"), title=title)[1:] == ("", "")
