"""Adjuncts stand alone where they state something beside their clause, and stay where they only complete it."""

from functools import partial

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from evaluation.steps import annotated
from tests.timing import seconds
from variorum import registry
from variorum.annotate.adjuncts import adjuncts_of
from variorum.model.markup import Claim
from variorum.model.text import Account


def _claims(text: str) -> tuple[Claim, ...]:
    return annotated(Account(text=text, names=("a.txt",)), *registry.names("annotate")).claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The minister flew to Oslo on Monday in an effort to save the fishing deal.",
            [("The minister flew to Oslo on Monday", "main"), ("in an effort to save the fishing deal", "purpose")],
        ),
        (
            "The company cut the price of its new ferry tickets to win back the older passengers.",
            [
                ("The company cut the price of its new ferry tickets", "main"),
                ("to win back the older passengers", "purpose"),
            ],
        ),
        (
            "A fire broke out on the barge, with two sailors leaping into the sea.",
            [("A fire broke out on the barge", "main"), ("with two sailors leaping into the sea", "circumstance")],
        ),
        (
            "The envoy opened the session by urging restraint on both sides.",
            [("The envoy opened the session", "main"), ("urging restraint on both sides", "circumstance")],
        ),
        (
            "The grocer raised its offer to 82 pounds a share, up from a first bid of 70 pounds.",
            [
                ("The grocer raised its offer to 82 pounds a share", "main"),
                ("up from a first bid of 70 pounds", "circumstance"),
            ],
        ),
        (
            "Police seized a tanker that carried stolen fuel to Malta in March.",
            [
                ("Police seized a tanker", "main"),
                ("a tanker that carried stolen fuel to Malta in March", "relative"),
            ],
        ),
        (
            "The country will stop the tests and close the northern site.",
            [("The country will stop the tests", "main"), ("close the northern site", "coordinate")],
        ),
    ],
)
def test_stand_alone(text: str, claims: list[tuple[str, str]]) -> None:
    """What another account may leave out is a claim of its own, and the clause around it one without it."""
    found = [(claim.text, claim.origin.rule.removeprefix("claim.")) for claim in _claims(text)]
    assert found == claims


@pytest.mark.parametrize(
    "text",
    [
        "It takes a long time for a harbour to recover from such a storm.",
        "The islands are too far away to be seen from the northern coast.",
        "The judge ordered the port on Monday to pay the crew of the ferry.",
        "The storm led the harbour master early on Monday to close the northern quay.",
        "The minister did not fly to Oslo on Monday in an effort to save the fishing deal.",
        "The minister may fly to Oslo on Monday in an effort to save the fishing deal.",
        "The prisoners were exchanged, in addition to the wounded sailors.",
        "The ferry sank off the coast, on Monday the third of March.",
        "It was the first time that a ferry from Malta sank in the harbour in March.",
        "A deal that put the northern fishing dispute on hold until March was better than none.",
    ],
)
def test_stay(text: str) -> None:
    """What completes a verb, is measured, denied or possible, or only leads on, stays where it stands."""
    assert [claim.text for claim in _claims(text)] == [text.rstrip(".")]


def test_a_purpose_is_wished_and_does_not_stand_free() -> None:
    """What something is done for is not told as done, and no line of its own."""
    (_, purpose) = _claims("The minister flew to Oslo on Monday in an effort to save the fishing deal.")
    assert (purpose.modality, purpose.free_standing) == ("desired", False)


def test_a_shared_modal_tells_how_sure() -> None:
    """ "Will" holds for both verbs that it stands before."""
    (stop, close) = _claims("The country will stop the tests and close the northern site.")
    assert stop.modality == close.modality == "planned"


def test_a_relative_clause_is_not_denied_with_the_rest() -> None:
    """Who arrived is taken for granted, whatever somebody denies of them."""
    claims = _claims("The lawyers denied any coaching of the sailors who arrived in the harbour on Monday.")
    (relative,) = [claim for claim in claims if claim.origin.rule == "claim.relative"]
    assert relative.modality == "asserted"


def _hung(count: int) -> Doc:
    """A verb with so many participles below "with", each set off by a comma."""
    words, tags, deps, heads = ["Ships", "sank"], ["NNS", "VBD"], ["nsubj", "ROOT"], [1, 1]
    for at in range(2, 2 + 6 * count, 6):
        words += [",", "with", "sailors", "leaping", "overboard", "again"]
        tags += [",", "IN", "NNS", "VBG", "RB", "RB"]
        deps += ["punct", "prep", "pobj", "acl", "advmod", "advmod"]
        heads += [1, 1, at + 1, at + 2, at + 3, at + 3]
    pos = [{"NNS": "NOUN", "VBD": "VERB", "VBG": "VERB", "IN": "ADP", "RB": "ADV"}.get(tag, "PUNCT") for tag in tags]
    return Doc(English().vocab, words=words, tags=tags, pos=pos, deps=deps, heads=heads, lemmas=words)


def test_linear_in_what_hangs_on_one_verb() -> None:
    """Doubling the adjuncts of one verb does not more than about double the time."""
    once, twice = (_hung(count) for count in (1_000, 2_000))
    assert len(adjuncts_of(once, 0, len(once))) > 900
    assert (
        seconds(partial(adjuncts_of, twice, 0, len(twice)))
        < 3 * seconds(partial(adjuncts_of, once, 0, len(once))) + 0.05
    )
