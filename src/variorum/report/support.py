"""What a line of the brief must find in the claims that it cites: its names, numbers, dates and quoted words.

One measure for both who writes the brief and who verifies it. Linear in the text.
"""

import re
from collections.abc import Iterable

from variorum.lang.digits import digits

__all__ = ["unsupported"]

_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{1,400})[”\"»]")
_NUMBER = re.compile(r"\d[\d.,:/]*\d|\d")
_NAME = re.compile(r"[^\W\d_][\w’'-]*")
_SPACE = re.compile(r"\s+")
_WORDS = frozenset({
    "hundred", "thousand", "million", "billion", "trillion", "dozen", "dozens", "hundreds", "thousands", "millions",
    "first", "second", "third", "half", "quarter", "today", "yesterday", "tomorrow",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
})  # fmt: skip


def unsupported(text: str, evidence: Iterable[str]) -> tuple[str, ...]:
    """The names, numbers, dates and quotes of a text that stand nowhere in the evidence, in their order."""
    stood = [_fold(each) for each in evidence]
    tokens = {token for each in stood for token in _tokens(each)}
    missing = [match.group() for match in _QUOTED.finditer(text) if not any(_fold(match[1]) in each for each in stood)]
    missing += [match.group() for match in _NUMBER.finditer(text) if _fold(match.group()) not in tokens]
    for match in _NAME.finditer(text):
        word = match.group()
        if (word[0].isupper() or _counts_or_dates(word.casefold())) and _stem(_fold(word)) not in tokens:
            missing.append(word)
    return tuple(dict.fromkeys(missing))


def _counts_or_dates(word: str) -> bool:
    return word in _WORDS or word in digits("unit", "ten")


def _tokens(text: str) -> Iterable[str]:
    yield from (match.group() for match in _NUMBER.finditer(text))
    yield from (_stem(match.group()) for match in _NAME.finditer(text))


def _stem(word: str) -> str:
    for ending in ("'s", "'"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _fold(text: str) -> str:
    return _SPACE.sub(" ", text.replace("’", "'").replace("‘", "'").casefold()).strip()
