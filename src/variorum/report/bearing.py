"""Whether an account's own words bear a line: most of the line's words, and every number in it, stand in them.

What a line tells beyond an account is not that account's word, however alike the two are. Linear in the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from variorum import lang
from variorum.lang.digits import digits
from variorum.lang.stems import stem

__all__ = ["bears", "cover", "numbers", "tells", "undoes"]

LEAST = 0.5  # share of a line's words from which other words still tell it; false joins lie below; chosen, not swept
_UNDONE = re.compile(  # what was so is no longer: such a sentence tells two states, and the line one of them
    r"\b(?:re-?open|resum|revers|overturn|rescind|revok|reinstat)(?:e|es|ed|ing|s)?\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")
_STOP = frozenset({
    "the", "and", "for", "that", "this", "with", "from", "have", "has", "had", "been", "being", "were", "was", "are",
    "its", "his", "her", "their", "she", "him", "them", "who", "whom", "which", "what", "after", "before", "when",
    "while", "into", "over", "also", "said", "say", "says", "told", "about", "would", "will", "could", "can", "may",
    "might", "but", "not", "than", "then", "there", "these", "those", "such", "some", "any", "all", "out", "off", "per",
    "via", "now", "just", "only", "more", "most", "very", "they", "you", "our", "your", "one",
})  # fmt: skip
_UNCOUNTED = ("zero", "one")  # mostly words of prose, of which no number is told


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    words: tuple[str, ...]
    kind: str


def bears(text: str, evidence: Iterable[str]) -> bool:
    """Whether the evidence has the text's numbers, half of its words or more, and does not tell it undone."""
    told = " ".join(evidence)
    return not undoes(text, told) and numbers(text) <= numbers(told) and cover(text, (told,)) >= LEAST


def undoes(text: str, told: str) -> bool:
    """Whether the words tell something undone ("reopened") of which the text says nothing."""
    return _UNDONE.search(told) is not None and _UNDONE.search(text) is None


def tells(core: str, evidence: Iterable[str], *, named: bool) -> bool:
    """Whether the evidence has what a line says of whom it names: half of the words of its `core`, or others of a kind.

    `core` is the line less its subject, people and titles. Where that is but a word, and others are `named` after the
    subject, the names say it.
    """
    words = _kinds(_content(core))
    if not words or (len(words) < 2 and named):
        return True
    stood = frozenset[str]().union(*(_kinds(_content(each)) for each in evidence))
    return len(words & stood) >= LEAST * len(words)


def cover(text: str, evidence: Iterable[str]) -> float:
    """The share of the text's content words and numbers that stand in the evidence, 1.0 for a text without any."""
    words = _content(text)
    stood = frozenset[str]().union(*(_content(each) for each in evidence))
    return len(words & stood) / len(words) if words else 1.0


@lru_cache(maxsize=16_384)
def numbers(text: str) -> frozenset[str]:
    """The numbers of a text, in digits; "one" is left out, since it mostly counts nothing."""
    known = _counting()
    figures = {each.replace(",", "").rstrip(".:") for each in _NUMBER.findall(text)}
    return frozenset(figures | {known[word] for word in _WORD.findall(text.casefold()) if word in known})


@cache
def _counting() -> dict[str, str]:
    """Number words and their digits."""
    return {word: each for word, each in digits("unit", "ten").items() if word not in _UNCOUNTED}


def _kinds(words: frozenset[str]) -> frozenset[str]:
    known = _alike()
    return frozenset(known.get(word, word) for word in words)


@cache
def _alike() -> dict[str, str]:
    """Stems of words for one thing or deed, to the first of their kind."""
    entries = (each for each in lang.load("en", "alike", _Entry) if each.kind != "people")
    return {stem(word): stem(each.words[0]) for each in entries for word in each.words}


@lru_cache(maxsize=16_384)
def _content(text: str) -> frozenset[str]:
    known = _counting()
    words = (word for word in _WORD.findall(text.casefold()) if word not in _STOP and word not in known)
    return frozenset(stem(word) for word in words) | numbers(text)
