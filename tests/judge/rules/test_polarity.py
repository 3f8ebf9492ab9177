"""Polarity: stated and denied."""

from typing import Any

import pytest

from tests.judge.made import did, pairing
from tests.report.made import Made
from variorum.judge.rules.found import Pairing
from variorum.judge.rules.polarity import clip, denied


def _pair(
    left: str, right: str, *, same: float = 0.8, grouped: bool = True, people: tuple[str, ...] = (), **rest: Any
) -> Pairing:
    """Two claims whose first word is their agent; their verb ends in -ed or is "was"; `rest` is of the right one.

    With `people` it is these who are persons, and the agent is not.
    """
    made = []
    for outlet, text in (("Herald", left), ("Courier", right)):
        account = Made(f"{text}.", outlet)
        agent = text.split()[0]
        verb = next((word for word in text.split() if word.endswith("ed")), "was")
        account.who(agent, agent, "organization" if people else "person")
        for person in people:
            if person in text:
                account.who(person, person)
        copular = verb == "was"
        frame = did(account, "be" if copular else verb, verb, agent, copular=copular)
        account.says(text, frame=frame, **(rest if outlet == "Courier" else {}))
        made.append(account)
    return pairing(*made, same=same, grouped=grouped)


def test_a_statement_and_its_negation_part() -> None:
    """One has it, the other has it not."""
    pair = _pair("Varga signed the harbour treaty", "Varga never signed the harbour treaty", polarity="negative")
    found = denied(pair)
    assert found is not None
    assert "negates" in found.why


@pytest.mark.parametrize(
    "no",
    [
        "Varga hardly signed the harbour treaty",
        "Varga never signed the harbour treaty that some expected",
        "Varga signed the harbour treaty no further",
    ],
)
def test_a_negation_that_leaves_room_is_none(no: str) -> None:
    """What hardly happened, or not as was expected, may have happened."""
    assert denied(_pair("Varga signed the harbour treaty", no, polarity="negative")) is None


def test_what_will_not_be_done_again_was_done() -> None:
    """That Varga will sign nothing says nothing of what he signed; that he did not, does."""
    texts = "Varga signed the harbour treaty", "Varga never signed the harbour treaty"
    assert denied(_pair(*texts, polarity="negative", modality="planned")) is None
    assert denied(_pair(*texts, polarity="negative")) is not None


@pytest.mark.parametrize(("verb", "parts"), [("signed", True), ("quitted", False), ("had", True)])
def test_one_thing_done_otherwise_is_no_negation(verb: str, parts: bool) -> None:
    """Who has not quitted a treaty may have signed it; who never had it cannot have."""
    made = []
    other = "have" if verb == "had" else verb.removesuffix("ed")
    for outlet, said, predicate in (("Herald", "signed", "sign"), ("Courier", f"never {verb}", other)):
        account = Made(f"Varga {said} the harbour treaty.", outlet)
        frame = did(account, predicate, said.split()[-1], "Varga", [("patient", "the harbour treaty")])
        account.says(account.account.text[:-1], frame=frame, polarity="negative" if "never" in said else "positive")
        made.append(account)
    assert (denied(pairing(*made)) is not None) is parts


def test_a_denial_parts_from_a_statement() -> None:
    """ "Denied" is a modality; it counts as the negation."""
    pair = _pair("Varga signed the harbour treaty", "Varga signed the harbour treaty", modality="denied")
    assert denied(pair) is not None


def test_both_need_one_actor() -> None:
    """That Varga signed is not negated by Olsen's not signing."""
    pair = _pair("Varga signed the harbour treaty", "Olsen never signed the harbour treaty", polarity="negative")
    assert denied(pair) is None


def test_what_is_said_of_another_person_is_no_denial() -> None:
    """One deed, "named", of two people; of one of them it is."""
    no, people = "Papers never named Ray in the case", ("Olsen", "Ray")
    assert denied(_pair("Papers named Olsen in the case", no, people=people, polarity="negative")) is None
    assert denied(_pair("Papers named Ray in the case", no, people=people, polarity="negative")) is not None


def test_a_persons_son_is_somebody_else() -> None:
    """That a suit named Ray's son is not negated by its not naming Ray."""
    yes, no = "Papers named Ray's son Olsen in the case", "Papers never named Ray in the case"
    assert denied(_pair(yes, no, people=("Olsen", "Ray"), polarity="negative")) is None
    assert denied(_pair("Papers named Ray in the case", no, people=("Olsen", "Ray"), polarity="negative")) is not None


def test_a_negation_of_another_thing_is_no_denial() -> None:
    """They share the actor only."""
    pair = _pair("Varga signed the harbour treaty", "Varga never boarded those ships", polarity="negative")
    assert denied(pair) is None


def test_one_verb_is_not_the_other() -> None:
    """Many words in common, and another deed."""
    pair = _pair("Varga signed the harbour treaty", "Varga never praised the harbour treaty", polarity="negative")
    assert denied(pair) is None


def test_nobody_is_anybody() -> None:
    """What is said of nobody is denied of two, though the claims are not of one group."""
    left, right = "Two sailors were injured", "Nobody was injured"
    assert denied(_pair(left, right, same=0.4, grouped=False, polarity="negative")) is not None
    assert denied(_pair(left, "Varga was not injured", same=0.4, grouped=False, polarity="negative")) is None


def test_what_may_have_happened_since_is_an_update() -> None:
    """An earlier account denies a deed that a later one tells; of what is, or was long before, that is no excuse."""
    severities = []
    for day, verb in (("2024-03-07", "signed"), ("2024-03-03", "signed"), ("2024-03-07", "was")):
        made = []
        for text, published in ((f"Varga {verb} the reeve", day), (f"Varga never {verb} the reeve", "2024-03-05")):
            account = Made(f"{text}.", published, published)
            account.who("Varga", "Varga")
            copular = verb == "was"
            frame = did(account, "be" if copular else "sign", verb, "Varga", copular=copular)
            account.says(text, frame=frame, polarity="negative" if "never" in text else "positive")
            made.append(account)
        found = denied(pairing(*made, same=0.9))
        assert found is not None
        severities.append(found.severity)
    assert severities == ["update", "conflict", "conflict"]


@pytest.mark.parametrize("word", ["yet", "before Monday", "any more", "ever"])
def test_another_time_is_no_denial(word: str) -> None:
    """Not yet, or not any more, is no denial that it happens."""
    pair = _pair("Varga signed the treaty", f"Varga never signed the treaty {word}", polarity="negative")
    assert denied(pair) is None


def test_two_that_are_must_be_the_same() -> None:
    """ "Is" says nothing by itself: subject and what is said of it must be one."""
    left = "Kiel was a member of the league"
    assert denied(_pair(left, "Kiel was no member of the league", polarity="negative")) is not None
    assert denied(_pair(left, "Kiel was no port of the north", polarity="negative")) is None


def test_a_condition_denies_nothing() -> None:
    """ "If he does not sign" leaves it open."""
    pair = _pair(
        "Varga signed the harbour treaty",
        "Varga never signed the harbour treaty",
        polarity="negative",
        modality="conditional",
    )
    assert denied(pair) is None


def test_two_negations_make_no_finding() -> None:
    """The parser missed one of them; both deny."""
    pair = _pair("Varga signed no harbour treaty", "Varga never signed the harbour treaty", polarity="negative")
    assert denied(pair) is None


def test_kept_from_turns_a_failure_round() -> None:
    """Who failed to keep boats from landing let them land."""
    pair = _pair("Varga landed boats here", "Varga failed to keep boats from landing here", polarity="negative")
    assert denied(pair) is None


@pytest.mark.parametrize(("words", "text"), [(3, "one two three …"), (4, "one two three four")])
def test_a_long_text_is_cut_at_a_word(words: int, text: str) -> None:
    """With an ellipsis only where something is left out."""
    assert clip("one two three four", words) == text


def test_who_is_counted_in_and_left_out_parts() -> None:
    """However unlike the verbs are; not where it is another body, or somebody else."""
    team = "Varga headed the team, which included Olsen and Ray"
    left_out = _pair(team, "Olsen was not in the team", polarity="negative")
    found = denied(left_out)
    assert found is not None
    assert found.kind == "membership"
    assert denied(_pair(team, "Olsen was not in the village", polarity="negative")) is None
    assert denied(_pair(team, "Mikkelsen was not in the team", polarity="negative")) is None
