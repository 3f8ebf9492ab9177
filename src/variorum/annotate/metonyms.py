"""Whether a capital's name stands for the government (`Moscow insists`) or for the city (`talks in Moscow`).

Told from the words around it; where nothing tells, it is the city.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal

from variorum import lang
from variorum.annotate.words import Words
from variorum.model.finding import Rule

__all__ = ["RULES", "party_rule"]

RULES = (
    Rule("metonym.subject", "The capital does something, so its government is meant."),
    Rule("metonym.people", "The people act, own or are acted upon as a party does, so their side is meant."),
    Rule("metonym.owner", "Something of a government's is said to be the capital's, so the government is meant."),
    Rule("metonym.other", "Somebody acts with, against or upon the capital as on a party, so its government is meant."),
)
_MOVES = frozenset(
    {"lie", "sit", "freeze", "burn", "wake", "shake", "sleep", "host", "see", "stand", "empty", "grow", "remain"}
)
_DEPTH = 3  # how far a list of coordinated names is followed to the first of them


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of `metonyms.toml`."""

    id: str
    kind: Literal["with", "object", "from", "side", "city"]
    word: str


@cache
def _cues() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in lang.load("en", "metonyms", Cue):
        found[row.kind].add(row.word)
    return {kind: frozenset(words) for kind, words in found.items()}


def party_rule(words: Words, end: int) -> str | None:
    """The rule by which the capital whose name ends before token `end` is the party; None for the city."""
    at, cues = end - 1, _cues()
    for _ in range(_DEPTH):
        if words.deps[at] != "conj" or words.heads[at] >= at:
            break
        at = words.heads[at]
    head = words.heads[at]
    dep, lemma = words.deps[at], words.lemmas[head].lower()
    if end < len(words) and words.texts[end] in ("'s", "’s", "'", "’"):
        owned = next(
            (each for each in range(end + 1, min(end + 6, len(words))) if words.pos[each] in ("NOUN", "PROPN")), end
        )
        while owned + 1 < len(words) and words.pos[owned + 1] == "NOUN":
            owned += 1
        return None if words.pos[owned] != "NOUN" or words.lemmas[owned].lower() in cues["city"] else "metonym.owner"
    if dep in ("nsubj", "nsubjpass", "csubj"):
        if words.lemmas[head] == "be" or words.pos[head] not in ("VERB", "AUX"):
            return None
        return None if lemma in _MOVES or dep == "nsubjpass" else "metonym.subject"
    if dep in ("compound", "nmod", "amod"):
        return "metonym.other" if lemma in cues["side"] else None
    if dep == "pobj":
        governor = words.lemmas[words.heads[head]].lower()
        if lemma == "from":
            return "metonym.other" if governor in cues["from"] else None
        return (
            "metonym.other"
            if lemma in cues["with"] and not (lemma == "for" and governor in ("leave", "depart"))
            else None
        )
    if dep in ("dobj", "dative", "iobj"):
        return "metonym.other" if lemma in cues["object"] else None
    return None
