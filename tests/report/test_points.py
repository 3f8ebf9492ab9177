"""The lines of the brief: which member speaks, how much of it, and who is cited."""

import pytest

from tests.report.made import Made, group, spoken
from variorum.model.alignment import Alignment
from variorum.model.collation import DivergenceRow
from variorum.model.judgement import Judgements
from variorum.model.markup import Argument, Frame
from variorum.report import report
from variorum.report.ahead import is_ahead, is_unresolved
from variorum.report.catalogue import catalogue
from variorum.report.event import Event
from variorum.report.points import agreeing, readable

EVENT = Event("2024-03-04", "2024-03-04")


def _line(text: str, words: str, **rest: object) -> str | None:
    made = Made(text, "Herald")
    made.who("Ida Brandt", "Ida Brandt") if "Ida Brandt" in text else None
    key = made.says(words, **rest)
    shown = readable(catalogue((made.done(),), Alignment()), key)
    return shown[0] if shown else None


def test_a_clause_that_stands_alone_is_shown_without_the_rest_of_its_sentence() -> None:
    """What else the sentence says, no other account need say."""
    text = "The mayor closed the bridge on Monday, to the fury of shopkeepers."
    assert _line(text, "The mayor closed the bridge on Monday") == "The mayor closed the bridge on Monday"


@pytest.mark.parametrize(
    ("text", "words", "source", "shown"),
    [
        ("Ida Brandt said the rudder had failed.", "the rudder had failed", "Ida Brandt", True),
        ("He said the rudder had failed.", "the rudder had failed", "He", False),
        ("“The rudder had failed.”", "The rudder had failed", "Ida Brandt", False),
        ("Ida Brandt said “the rudder had failed.", "the rudder had failed", "Ida Brandt", False),
    ],
)
def test_what_is_said_comes_with_who_says_it(text: str, words: str, source: str, shown: bool) -> None:
    """By name, in the line itself, with its marks in pairs; else not at all."""
    assert (_line(text, words, source=spoken(None, source)) is not None) == shown


@pytest.mark.parametrize("factivity", ["nonfactive", "counterfactive"])
def test_what_somebody_only_believed_keeps_its_frame(factivity: str) -> None:
    """Without it, a mistake would read as a fact."""
    text = "The runner was only tired, doctors assumed."
    assert _line(text, "The runner was only tired", factivity=factivity) == text
    assert _line(text, "The runner was only tired") == "The runner was only tired"


def test_an_account_on_the_other_side_is_not_cited() -> None:
    """Nor one that gives another number of the same unit, or the opposite."""
    made = [Made(f"Paper {at} has it that {told}.", f"P{at}") for at, told in enumerate(
        ("41 people were saved", "some 40 people were saved", "60 people were saved", "no people were saved")
    )]  # fmt: skip
    words = ["41 people were saved", "some 40 people were saved", "60 people were saved", "no people were saved"]
    made[0].counts("41 people", 41, 41, "person")
    made[1].counts("some 40 people", 36, 44, "person")
    made[2].counts("60 people", 60, 60, "person")
    keys = [
        each.says(said, polarity="negative" if said.startswith("no ") else "positive")
        for each, said in zip(made, words, strict=True)
    ]
    book = catalogue([each.done() for each in made], Alignment())
    assert agreeing(book, keys[0], keys, ()) == tuple(keys[:2])
    row = DivergenceRow(
        id="d1", kind="number", severity="conflict", between="accounts", values=(), why="", score=1.0,
        sides=((book.claim_ids[keys[0]],), (book.claim_ids[keys[1]],)),
    )  # fmt: skip
    assert agreeing(book, keys[0], keys, (row,)) == (keys[0],)


def _fits(text: str, verb: str, tense: str, modality: str = "asserted", **times: str) -> bool:
    made = Made(f"{text}.", "Herald", "2024-03-05")
    for words, value in times.items():
        made.when(words, value)
    frame = Frame("open", made.span(verb), (Argument("agent", made.span(text.split(maxsplit=1)[0]), None),), tense)  # type: ignore[arg-type]
    key = made.says(text, frame=frame, modality=modality)
    return is_ahead(catalogue((made.done(),), Alignment()), EVENT)(key)


@pytest.mark.parametrize(
    ("text", "verb", "tense", "modality", "ahead"),
    [
        ("The bridge will open in May", "open", "future", "asserted", True),
        ("The bridge is expected to open in May", "expected", "present", "expected", True),
        ("The mayor hoped the bridge would open soon", "open", "future", "asserted", False),
        ("The stone was likely very small", "was", "past", "possible", False),
        ("A sign reads “will work for food”", "reads", "present", "asserted", False),
        ("The crew had planned to open it", "open", "past", "planned", False),
        ("Maybe the bridge will open in May", "open", "future", "asserted", False),
    ],
)
def test_what_lies_ahead_is_said_by_the_claims_own_verb(
    text: str, verb: str, tense: str, modality: str, ahead: bool
) -> None:
    """Not by "would" below a past verb, nor by a word inside quotation marks."""
    assert _fits(text, verb, tense, modality) == ahead


def test_a_plan_for_a_day_gone_is_no_outlook() -> None:
    """The story's own day divides."""
    assert not _fits("The bridge will open on Sunday", "open", "future", Sunday="2024-03-03")
    assert _fits("The bridge will open on Sunday", "open", "future", Sunday="2024-03-10")


@pytest.mark.parametrize(
    ("text", "verb", "tense", "hard"),
    [
        ("The question of the border remains unresolved", "remains", "present", True),
        ("Reaching the ridge was an obstacle", "was", "past", False),
        ("The mayor says “no agreement” is a lie", "says", "present", False),
    ],
)
def test_a_challenge_is_there_now(text: str, verb: str, tense: str, hard: bool) -> None:
    """What was overcome is none."""
    made = Made(f"{text}.", "Herald")
    key = made.says(text, frame=Frame("be", made.span(verb), (Argument("agent", made.span(text[:5]), None),), tense))  # type: ignore[arg-type]
    assert is_unresolved(catalogue((made.done(),), Alignment()))(key) == hard


def test_a_plain_member_speaks_before_a_loaded_one() -> None:
    """Where accounts tell one thing, the brief takes the words that judge least."""
    one = Made("The reckless captain ran the ferry aground on Monday morning.", "Post", "2024-03-05")
    two = Made("The captain ran the ferry aground at dawn on Monday.", "Courier", "2024-03-06")
    one.worded("reckless")
    a = one.says("The reckless captain ran the ferry aground on Monday morning")
    b = two.says("The captain ran the ferry aground at dawn on Monday")
    story = {each.account.id: each for each in (one, two)}
    collation = report([one.done(), two.done()], Alignment(groups=(group(story, a, b),)), Judgements())
    (point,) = collation.brief.sections[0].points
    assert point.text == "The captain ran the ferry aground at dawn on Monday"


def test_the_member_that_most_accounts_bear_speaks() -> None:
    """A sentence that adds one account's judgement gives way to a plain one, and all are cited for that."""
    told = (
        (
            "The harbour board shut the wooden pier on Sunday morning, and nobody will miss its rotten planks.",
            "The harbour board shut the wooden pier on Sunday morning, and nobody will miss its rotten planks",
        ),
        ("The wooden pier was shut by the harbour board.", "The wooden pier was shut by the harbour board"),
        ("On Sunday the harbour board shut the pier of wood.", "On Sunday the harbour board shut the pier of wood"),
    )
    point, cited, made = _spoken(told)
    assert point == told[1][1]
    assert cited == {each.account.id for each in made}


def test_an_account_is_not_cited_for_what_only_the_printed_one_tells() -> None:
    """A row may be wider than the line that speaks for it."""
    told = (
        ("The harbour board shut the pier when 12 planks broke.", "The harbour board shut the pier when 12 planks broke"),
        ("The harbour board shut the pier where 12 planks broke.", "The harbour board shut the pier where 12 planks broke"),
        ("The harbour board told every ferry to stay away from it.", "The harbour board told every ferry to stay away"),
    )  # fmt: skip
    point, cited, made = _spoken(told)
    assert point == told[0][1]
    assert cited == {each.account.id for each in made[:2]}


def _spoken(told: tuple[tuple[str, str], ...]) -> tuple[str, set[str], list[Made]]:
    """The first line of the brief that one row makes, the accounts that it cites, and all of them."""
    made = [Made(text, f"P{at}", f"2024-03-0{at + 5}") for at, (text, _) in enumerate(told)]
    keys = [each.says(words) for each, (_, words) in zip(made, told, strict=True)]
    story = {each.account.id: each for each in made}
    collation = report([each.done() for each in made], Alignment(groups=(group(story, *keys),)), Judgements())
    accounts = {row.id: row.account for row in collation.claims}
    point = collation.brief.sections[0].points[0]
    return point.text, {accounts[each] for each in point.cites}, made
