"""A composed collation holds what was found, in rows that close over one another."""

from tests.report.made import HERE, Made, ferry
from variorum.model.alignment import Alignment
from variorum.model.judgement import Judgements, Tone
from variorum.model.text import Failure
from variorum.model.wire import decode_collation
from variorum.report import report
from variorum.report.json import render
from variorum.report.verify import problems


def test_a_collation_verifies_and_survives_its_own_json() -> None:
    """What is written can be read back as the same value, with nothing to complain of."""
    collation = report(*ferry())
    assert problems(collation) == ()
    assert decode_collation(render(collation).encode()) == collation


def test_accounts_stand_in_the_order_of_their_publication() -> None:
    """The later account comes last, whatever the input's order."""
    story, alignment, judgements = ferry()
    outlets = [row.outlet for row in report(story[::-1], alignment, judgements).accounts]
    assert outlets[-1] == "Northern Wire"


def test_the_title_is_the_headline_that_others_bear_out() -> None:
    """A given title wins; else a headline; else the first row."""
    story, alignment, judgements = ferry()
    assert report(story, alignment, judgements).story.title == "Ferry aground off Kestrel Point"
    assert report(story, alignment, judgements, (), "Alba").story.title == "Alba"
    untitled = report(story[1:], Alignment(), Judgements())
    assert untitled.story.title == "Untitled story"


def test_failures_stand_in_the_collation() -> None:
    """What could not be read is a row with its code, once."""
    failure = Failure("broken.html", "read", "too_deep", "nested too deep")
    collation = report(*ferry(), (failure, failure))
    assert [(row.name, row.code) for row in collation.failures] == [("broken.html", "too_deep")]


def test_one_account_alone_is_a_dossier() -> None:
    """One account without anything shared composes, and nothing in it is corroborated."""
    made = Made("The quay flooded on Sunday.", "Harbour Mail")
    collation = report((made.done(),), Alignment(), Judgements())
    assert problems(collation) == ()
    assert collation.ledger == ()


def test_the_event_is_the_day_that_accounts_give() -> None:
    """Monday, not the Tuesday on which it was published."""
    story = report(*ferry()).story
    assert (story.start, story.end) == ("2024-03-04", "2024-03-04")


def _tone(text: str, tone: str, *loaded: str) -> str:
    made = Made(text, "Herald")
    for word in loaded:
        made.worded(word)
    told = Tone(
        evidence=(made.span(text[:5]),),
        origin=HERE,
        account=made.account.id,
        tone=tone,
        why="",
        loaded=0.0,
        hedged=0.0,
        voices=(),
    )
    return report((made.done(),), Alignment(), Judgements(tones=(told,))).wording[0].why


def test_the_reason_of_a_tone_never_speaks_against_itself() -> None:
    """Examples stand only where the count counts them; nothing neutral has any."""
    text = "The vile plan failed.\nThe council met.\nIt rained."
    assert "1 of 3 sentences in its own voice holds a loaded word (“vile”)" in _tone(text, "some loaded words", "vile")
    assert "(“" not in _tone(text, "neutral", "vile")
    assert "none of 3 sentences" in _tone(text, "neutral")


def test_what_sources_say_is_counted_once() -> None:
    """Quotations that lie in one another do not add up to more than the text."""
    made = Made("“It was vile and it was wrong,” said Ana Ruiz.", "Herald")
    made.quoted("“It was vile and it was wrong,”")
    made.quoted("It was vile")
    made.quoted("it was wrong")
    told = Tone(
        evidence=(made.span("vile"),),
        origin=HERE,
        account=made.account.id,
        tone="neutral",
        why="",
        loaded=0.0,
        hedged=0.0,
        voices=(),
    )
    why = report((made.done(),), Alignment(), Judgements(tones=(told,))).wording[0].why
    assert "67 percent of its text is what sources say." in why
