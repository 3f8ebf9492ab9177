"""Polarity: one side states what the other denies, or the two use words of opposite meaning for the same thing."""

from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.judge.rules.found import Found, Pairing
from variorum.judge.told import Told, stems
from variorum.model.finding import Rule

__all__ = ["RULES", "clip", "denied", "opposed", "same_statement"]

RULES = (
    Rule("divergence.polarity.denied", "One claim states what the other negates or denies."),
    Rule("divergence.polarity.opposed", "The two claims use words of opposite meaning for the same thing."),
)
MIN_SAME = 0.45  # of the pair scorer: below, a negation is about something else
MIN_SHARED = 2  # content stems besides the negation
MIN_CONTENT = 0.3  # of the shorter claim's stems, names left out
MIN_SHARE = 0.4  # of the shorter claim's stems: two words in common ("territorial gains") are a topic, not a statement


@dataclass(frozen=True, slots=True)
class _Opposites:
    id: str
    one: tuple[str, ...]
    other: tuple[str, ...]


def denied(pairing: Pairing) -> Found | None:
    """Where exactly one of two claims about one thing is negative or denied."""
    left, right = pairing.left, pairing.right
    if _negative(left) == _negative(right) or pairing.same < MIN_SAME or _hypothetical(left) or _hypothetical(right):
        return None
    if not same_statement(left, right) or not _same_actor(left, right):
        return None
    yes, no = (right, left) if _negative(left) else (left, right)
    return Found(
        kind="polarity",
        rule="divergence.polarity.denied",
        values=(left.claim.text, right.claim.text),
        why=f"One says “{clip(yes.claim.text)}”; the other negates it: “{clip(no.claim.text)}”.",
        score=round(0.35 + pairing.same / 2, 3),
    )


def opposed(pairing: Pairing) -> Found | None:
    """Where the predicates, or their complements, are opposites in the language's lexicon."""
    left, right = pairing.left, pairing.right
    if pairing.same < MIN_SAME or _negative(left) != _negative(right) or not _same_actor(left, right):
        return None
    if not same_statement(left, right):
        return None
    mine, yours = stems(left.claim.text), stems(right.claim.text)
    for one, other in _opposites():
        for first, second, side_a, side_b in ((mine, yours, one, other), (mine, yours, other, one)):
            a, b = (first - second) & side_a, (second - first) & side_b
            if a and b and not first & side_b and not second & side_a:
                return Found(
                    kind="polarity",
                    rule="divergence.polarity.opposed",
                    values=(left.claim.text, right.claim.text),
                    why=f"One says “{clip(left.claim.text)}”; the other says the opposite: “{clip(right.claim.text)}”.",
                    score=round(0.3 + pairing.same / 2, 3),
                )
    return None


def clip(text: str, words: int = 18) -> str:
    """A text cut to so many words, with an ellipsis where it is cut."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _negative(told: Told) -> bool:
    return told.claim.polarity == "negative" or told.claim.modality == "denied"


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


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple(
        (frozenset().union(*map(stems, each.one)), frozenset().union(*map(stems, each.other)))
        for each in lang.load("en", "opposites", _Opposites)
    )
