"""Whether two names are one name spelled two ways: transliterations, accents, hyphens, initials, middle names.

It compares spellings only and knows no name. Where two persons could bear both, the answer is no: a false merge is
worse than a split.
"""

import re
from functools import lru_cache
from typing import Literal

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

__all__ = ["Agreement", "alike", "fold", "initials_of", "persons_agree", "sounds"]

Agreement = Literal["same", "part", "different"]
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_KIN = frozenset({"jr", "sr"})  # father and son: the name without the mark may be the other one's
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SOUNDS = [
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("kh", "h"), ("zh", "z"), ("ch", "c"), ("sh", "s"), ("ph", "f"),
    ("ck", "k"), ("yi", "i"), ("iy", "i"), ("ij", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("w", "v"), ("y", "i"),
    ("j", "i"), ("q", "k"),
]  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_CLOSE = 5  # letters from which one differing letter is a variant of spelling when the rest of the name agrees


@lru_cache(maxsize=8192)
def fold(text: str) -> tuple[str, ...]:
    """The words of a name in plain small letters: no accents, hyphens, full stops, possessive ending."""
    plain = anyascii(text).lower().replace("'s ", " ").replace("'", "").replace(".", "")
    return tuple(word for word in _NOT_WORD.split(plain) if word)


@lru_cache(maxsize=8192)
def sounds(word: str) -> str:
    """A folded word as transliterations agree on it: y, j and i are one, kh is h, double letters single."""
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word)


def alike(left: str, right: str) -> bool:
    """Whether two folded words are one word's spellings by sound; no letter is guessed."""
    return left == right or (min(len(left), len(right)) > 2 and sounds(left) == sounds(right))


def persons_agree(left: tuple[str, ...], right: tuple[str, ...]) -> Agreement:
    """Whether two folded personal names are one: `same` (first and last agree), `part` (one is a word of the other)."""
    if left == right and len(left) > 1:
        return "same"  # `Elizabeth II`, too, whose number is all that follows the one name
    left, mark = _bare(left)
    right, other = _bare(right)
    if not left or not right or (mark != other and (mark in _KIN or other in _KIN or (mark and other))):
        return "different"
    if left == right or "".join(left) == "".join(right):
        return "same" if len(left) > 1 else "part"
    if len(left) == 1 or len(right) == 1:
        short, long = (left, right) if len(left) == 1 else (right, left)
        return "part" if any(alike(short[0], word) for word in long) else "different"
    short, long = sorted((left, right), key=len)
    if len(short) < len(long) and all(map(alike, short, long[-len(short) :])):
        return "same"
    if not _ends_agree(left, right):
        return "different"
    return "same" if _middles_agree(left[1:-1], right[1:-1]) else "different"


def initials_of(words: tuple[str, ...]) -> str:
    """The first letters of the weighty words of a name: an acronym's."""
    return "".join(word[0] for word in words if word not in ("of", "the", "and", "for", "on", "in", "to", "de", "la"))


def _bare(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return words[:-1], words[-1]
    return words, ""


def _ends_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    first, last = _word(left[0], right[0]), _word(left[-1], right[-1])
    if first and last:
        return True
    near_first, near_last = _near(left[0], right[0]), _near(left[-1], right[-1])
    return (first and near_last) or (near_first and last)


def _word(left: str, right: str) -> bool:
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return alike(left, right)


def _near(left: str, right: str) -> bool:
    """One letter apart, but not in the first or the last: `Mario` and `Maria` are two people."""
    if min(len(left), len(right)) < _CLOSE or left[0] != right[0] or left[-1] != right[-1]:
        return False
    return Levenshtein.distance(left, right, score_cutoff=1) <= 1


def _middles_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not left or not right:
        return True
    if all(len(word) == 1 for word in (*left, *right)) and left != right:
        return False
    short, long = sorted((left, right), key=len)
    return all(any(_word(word, other) for other in long) for word in short)
