"""Positions: who takes which stance on what, and how we know."""

from typing import Any

import pytest

from tests.report.made import Made, entity, group, spoken
from variorum.judge.positions import issue_of, positions
from variorum.model.alignment import Alignment
from variorum.model.judgement import Position
from variorum.model.markup import Argument, Frame


def told(
    text: str, agent: str, verb: str, patient: str = "", role: str = "patient", **rest: Any
) -> tuple[Position, ...]:
    """The positions of a one-claim account in which "Norland" and "Sudmark" are countries."""
    made = Made(f"{text}.", "Herald")
    for name in ("Norland", "Sudmark"):
        if name in text:
            made.who(name, name, "country")
    arguments = [Argument("agent", made.span(agent), agent, made.names.get(agent))] if agent else []
    if patient:
        arguments.append(Argument(role, made.span(patient), patient.rsplit(maxsplit=1)[-1], made.names.get(patient)))
    lemma = rest.pop("lemma", verb)
    tense = rest.pop("tense", "past")
    cue = rest.pop("cue", None)
    if cue:
        rest["modality_cue"] = made.span(cue)
    made.says(text, frame=Frame(lemma, made.span(verb), tuple(arguments), tense), **rest)
    entities = tuple(entity([made], name, "country") for name in ("Norland", "Sudmark") if name in made.names)
    return positions((made.done(),), Alignment(entities=entities))


@pytest.mark.parametrize(
    ("verb", "lemma", "stance"),
    [
        ("demands", "demand", "demand"),
        ("rejected", "reject", "reject"),
        ("offered", "offer", "offer"),
        ("accepted", "accept", "accept"),
        ("seeks", "seek", "seek"),
    ],
)
def test_a_verb_names_the_stance(verb: str, lemma: str, stance: str) -> None:
    """The party is the one who does the verb, the issue what it is done to."""
    (found,) = told(f"Norland {verb} a ceasefire", "Norland", verb, "a ceasefire", lemma=lemma)
    assert (found.stance, found.issue, found.known) == (stance, "ceasefire", "outlet")


def test_a_negated_acceptance_is_a_rejection() -> None:
    """What the negation means stands in the lexicon."""
    text = "Norland did not accept the truce"
    (found,) = told(text, "Norland", "accept", "the truce", polarity="negative")
    assert found.stance == "reject"


def test_a_possibility_is_no_position() -> None:
    """ "May reject" takes no stance."""
    assert told("Norland may reject the truce", "Norland", "reject", "the truce", modality="possible") == ()


def test_whoever_urges_makes_the_demand_not_whoever_is_urged() -> None:
    """In "A urged B to accept", A demands and B accepts nothing."""
    text = "Norland urged Sudmark to accept the truce"
    (found,) = told(text, "Sudmark", "accept", "the truce", modality="requested", cue="urged")
    assert (found.party, found.stance) == (0, "demand")


def test_a_refusal_governs_its_verb() -> None:
    """ "Refused to attend" is a refusal by the one who would attend."""
    text = "Norland refused to attend"
    (found,) = told(text, "Norland", "attend", modality="refused", cue="refused")
    assert found.stance == "refuse"


def test_a_speaker_who_says_that_others_must_demands() -> None:
    """The source's own words are self-stated."""
    made = Made("Prisoners must go home, Norland said.", "Herald")
    norland = made.who("Norland", "Norland", "country")
    frame = Frame("go", made.span("go"), (Argument("agent", made.span("Prisoners"), "Prisoners"),), "present")
    made.says("Prisoners must go home", frame=frame, source=spoken(norland, "Norland"))
    (found,) = positions((made.done(),), Alignment(entities=(entity([made], "Norland", "country"),)))
    assert (found.stance, found.known, found.issue) == ("demand", "self-stated", "prisoners")


def test_one_position_told_by_two_accounts_stands_once() -> None:
    """Claims of one group are one position with two citations."""
    made = [Made("Norland rejects the quota.", name) for name in ("Herald", "Gazette")]
    keys = []
    for each in made:
        norland = each.who("Norland", "Norland", "country")
        arguments = (
            Argument("agent", each.span("Norland"), "Norland", norland),
            Argument("patient", each.span("the quota"), "quota"),
        )
        keys.append(
            each.says("Norland rejects the quota", frame=Frame("reject", each.span("rejects"), arguments, "present"))
        )
    story = {each.account.id: each for each in made}
    alignment = Alignment(entities=(entity(made, "Norland", "country"),), groups=(group(story, *keys),))
    ordered = tuple(sorted((each.done() for each in made), key=lambda marked: marked.id))
    (found,) = positions(ordered, alignment)
    assert sorted(found.claims) == sorted(keys)


def test_an_issue_without_a_name_is_its_own_words() -> None:
    """No lexicon entry: the object's first words, without an article."""
    assert issue_of("the removal of the old harbour crane at night") == "removal of the old harbour crane"
    assert issue_of("a 30-day ceasefire") == "ceasefire"
