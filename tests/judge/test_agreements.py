"""Agreements and next steps: what was agreed by whom, and what is to come."""

import pytest

from tests.report.made import Made, entity
from variorum.judge.agreements import agreements
from variorum.model.alignment import Alignment
from variorum.model.markup import Argument, Frame


def test_both_sides_agreed() -> None:
    """ "Agreed to exchange" is an agreement of the two that stand before it."""
    text = "Norland and Sudmark agreed to exchange all their prisoners"
    made = Made(f"{text}.", "Herald")
    made.who("Norland", "Norland", "country")
    made.who("Sudmark", "Sudmark", "country")
    agent = Argument("agent", made.span("Norland and Sudmark"), "Norland", 0)
    frame = Frame("exchange", made.span("exchange"), (agent,), "past")
    made.says(text, frame=frame, modality="agreed", modality_cue=made.span("agreed"))
    entities = (entity([made], "Norland", "country"), entity([made], "Sudmark", "country"))
    (found,) = agreements((made.done(),), Alignment(entities=entities))
    assert (found.kind, found.parties, found.text) == ("agreement", (0, 1), text)


def test_a_condition_is_no_agreement() -> None:
    """ "Before they agree" tells of none."""
    text = "before Norland agrees to give up its northern ports"
    made = Made(f"That is a way off, {text}.", "Herald")
    made.who("Norland", "Norland", "country")
    agent = Argument("agent", made.span("Norland"), "Norland", 0)
    frame = Frame("give up", made.span("give up"), (agent,), "present")
    made.says(text, frame=frame, modality="agreed", modality_cue=made.span("agrees"))
    assert agreements((made.done(),), Alignment(entities=(entity([made], "Norland", "country"),))) == ()


def test_what_is_dated_after_the_account_comes_next() -> None:
    """A planned thing with a later date is a next step; one of the past is none."""
    made = Made("The envoys will meet again on 9 April.\nThe envoys met in full on 2 March.", "Herald", "2024-03-05")
    made.when("9 April", "2024-04-09")
    made.when("2 March", "2024-03-02")
    frame = Frame("meet", made.span("meet"), (Argument("agent", made.span("The envoys"), "envoys"),), "future")
    made.says("The envoys will meet again on 9 April", frame=frame, modality="expected")
    made.says("The envoys met in full on 2 March", frame=Frame("meet", made.span("met"), (), "past"))
    (found,) = agreements((made.done(),), Alignment())
    assert (found.kind, found.text) == ("next-step", "The envoys will meet again on 9 April")


def test_what_one_party_does_alone_is_no_agreement() -> None:
    """ "Signed a declaration of emergency": nobody to agree with."""
    text = "Norland signed a declaration of emergency for the coast"
    made = Made(f"{text}.", "Herald")
    made.who("Norland", "Norland", "country")
    arguments = (
        Argument("agent", made.span("Norland"), "Norland", 0),
        Argument("patient", made.span("a declaration of emergency"), "declaration"),
    )
    made.says(text, frame=Frame("sign", made.span("signed"), arguments, "past"))
    assert agreements((made.done(),), Alignment(entities=(entity([made], "Norland", "country"),))) == ()


def test_an_agreement_that_hangs_on_a_word_outside_the_claim_is_none() -> None:
    """ "Before both sides agree …": the word may stand outside the claim."""
    text = "both sides agree to give up the northern ports"
    made = Made(f"That is a way off, before {text}.", "Herald")
    frame = Frame("give up", made.span("give up"), (Argument("agent", made.span("both sides"), "sides"),), "present")
    made.says(text, frame=frame, modality="agreed", modality_cue=made.span("agree"))
    assert agreements((made.done(),), Alignment()) == ()


@pytest.mark.parametrize(
    ("text", "verb", "agent"),
    [
        ("The ferries typically meet in the roads on 9 April", "meet", "The ferries"),
        ("The envoys were to meet in the roads on 9 April", "meet", "The envoys"),
        ("will embark for the roads with the tide on 9 April", "embark", ""),
        ("The envoys, who will meet in the roads on 9 April", "meet", "The envoys"),
        ("The verdict will influence the mood of 9 April", "influence", "The verdict"),
    ],
)
def test_what_is_no_next_step(text: str, verb: str, agent: str) -> None:
    """What is usual, what was to be, what names no subject, an aside, what is no event."""
    made = Made(f"{text}.", "Herald", "2024-03-05")
    made.when("9 April", "2024-04-09")
    lemma = verb
    arguments = (Argument("agent", made.span(agent), agent),) if agent else ()
    made.says(text, frame=Frame(lemma, made.span(verb), arguments, "future"), modality="planned")
    assert agreements((made.done(),), Alignment()) == ()
