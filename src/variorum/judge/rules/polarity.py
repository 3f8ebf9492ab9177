"""Polarity: one side states what the other denies.

A claim that the parser holds for positive may still carry a negation inside it, and "kept from" turns one round; where
both texts negate, or one negates twice, no finding is made.
"""

import re

from variorum.judge.rules.found import Found, Pairing
from variorum.judge.told import Told, stems
from variorum.model.finding import Rule

__all__ = ["RULES", "clip", "denied", "same_statement"]

RULES = (
    Rule("divergence.polarity.denied", "One claim states what the other negates or denies."),
    Rule("divergence.membership", "One account counts somebody or something in where the other leaves them out."),
)
MIN_SAME = 0.7  # of the pair scorer for claims that no group holds together: below, a negation is about something else
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|hardly|non\w{4,}|den(?:y|ies|ied|ying|ial)|refus\w+"
    r"|reject\w*|dismiss\w*|fail(?:ed|s|ing|ure)?|declin\w+|disput\w+|rebuff\w*|rul(?:e|ed|es|ing) out)\b|n['’]t\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"\b(?:includ(?:e|es|ed|ing)|compris\w+|members? of|(?:is|was|are|were) part of)\b", re.IGNORECASE)
_TURNED = re.compile(
    r"\b(?:keep|kept|prevent\w*|stop\w*|not (?:only|just)|possible|perhaps|maybe|whether|if)\b", re.IGNORECASE
)
MIN_SHARED = 2  # content stems besides the negation
MIN_CONTENT = 0.3  # of the shorter claim's stems, names left out
MIN_SHARE = 0.4  # of the shorter claim's stems: two words in common ("territorial gains") are a topic, not a statement


def denied(pairing: Pairing) -> Found | None:
    """Where exactly one of two claims about one thing is negative or denied."""
    left, right = pairing.left, pairing.right
    if _negative(left) == _negative(right) or not (pairing.grouped or pairing.same >= MIN_SAME):
        return None
    if _hypothetical(left) or _hypothetical(right) or _both_ways(left, right):
        return None
    if not same_statement(left, right) or not _same_actor(left, right) or not _same_deed(left, right):
        return None
    yes, no = (right, left) if _negative(left) else (left, right)
    counted_in = _MEMBER.search(yes.claim.text) is not None
    return Found(
        kind="membership" if counted_in else "polarity",
        rule="divergence.membership" if counted_in else "divergence.polarity.denied",
        values=(left.claim.text, right.claim.text),
        why=f"One says “{clip(yes.claim.text)}”; the other negates it: “{clip(no.claim.text)}”.",
        score=round(0.35 + pairing.same / 2, 3),
    )


def clip(text: str, words: int = 18) -> str:
    """A text cut to so many words, with an ellipsis where it is cut."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _negative(told: Told) -> bool:
    return told.claim.polarity == "negative" or told.claim.modality == "denied"


def _both_ways(left: Told, right: Told) -> bool:
    """Whether the positive claim carries a negation too, or the negative one is turned round or hedged."""
    yes, no = (right, left) if _negative(left) else (left, right)
    return bool(_NEGATION.search(yes.claim.text) or _TURNED.search(no.claim.text))


def _same_deed(left: Told, right: Told) -> bool:
    """Whether one takes up the other's verb, or both say "is", or the subject of an "is" stands in the other."""
    one, two = left.claim.frame, right.claim.frame
    if not one or not two:
        return False
    if one.copular and two.copular:
        return True
    if one.copular or two.copular:
        said, other = (left, right) if one.copular else (right, left)
        subject = said.argument("agent")
        return subject is not None and bool(stems(said.words(subject)) & stems(other.claim.text))
    return bool(stems(one.predicate) & (stems(right.claim.text) | stems(two.predicate))) or bool(
        stems(two.predicate) & stems(left.claim.text)
    )


def same_statement(left: Told, right: Told) -> bool:
    """Whether two claims share enough words, names left out, to state or deny one thing."""
    mine, yours = stems(left.claim.text), stems(right.claim.text)
    if len(mine & yours) < max(MIN_SHARED, MIN_SHARE * min(len(mine), len(yours))):
        return False
    said, heard = left.content(), right.content()
    return bool(said & heard) and len(said & heard) >= MIN_CONTENT * min(len(said), len(heard))


def _hypothetical(told: Told) -> bool:
    return told.claim.modality in ("conditional", "possible", "considered")


def _same_actor(left: Told, right: Told) -> bool:
    a, b = left.argument("agent"), right.argument("agent")
    first, second = (left.entity(a.referent) if a else None), (right.entity(b.referent) if b else None)
    return first is None or second is None or first == second
