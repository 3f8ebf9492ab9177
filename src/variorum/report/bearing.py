"""Whether an account's own words bear a line: most of the line's words, and every number in it, stand in them.

What a line tells beyond an account is not that account's word, however alike the two are. Linear in the text.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

__all__ = ["bears", "cover", "numbers"]

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
_SMALL = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: str(at) for at, word in enumerate(_SMALL, start=2)} | {
    word: str(10 * at) for at, word in enumerate(_TENS, start=3)
}
_STEMMER = snowballstemmer.stemmer("english")


def bears(text: str, evidence: Iterable[str]) -> bool:
    """Whether the evidence has the text's numbers, half of its words or more, and does not tell it undone."""
    told = " ".join(evidence)
    undone = _UNDONE.search(told) is not None and _UNDONE.search(text) is None
    return not undone and numbers(text) <= numbers(told) and cover(text, (told,)) >= LEAST


def cover(text: str, evidence: Iterable[str]) -> float:
    """The share of the text's content words and numbers that stand in the evidence, 1.0 for a text without any."""
    words = _content(text)
    stood = frozenset[str]().union(*(_content(each) for each in evidence))
    return len(words & stood) / len(words) if words else 1.0


def numbers(text: str) -> frozenset[str]:
    """The numbers of a text, in digits; "one" is left out, since it mostly counts nothing."""
    digits = {each.replace(",", "").rstrip(".:") for each in _NUMBER.findall(text)}
    return frozenset(digits | {_WORDS[word] for word in _WORD.findall(text.casefold()) if word in _WORDS})


@lru_cache(maxsize=16_384)
def _content(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(text.casefold()) if word not in _STOP and word not in _WORDS)
    return frozenset(_stem(word) for word in words) | numbers(text)


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))
