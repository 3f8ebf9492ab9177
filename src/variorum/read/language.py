"""Which language a text is in, by its script and the share of its commonest function words; small and deterministic.

Measured on news of 60 words and more; below `FEW` words in Latin script there is too little to go by, and the text is
taken to be in the language that the settings expect.
"""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from variorum import lang

__all__ = ["Guess", "detect", "language_name"]

FEW = 12
SAMPLE = 40_000  # code points: more does not change the answer
LEAST = 0.08  # share of function words below which no language is recognised; English news has .30 to .45
NOTABLE = 0.2  # share of the words in other languages from which the account says so


@dataclass(frozen=True, slots=True)
class Language:
    """A language: ISO 639-1 code, English name, script (first word of its letters' Unicode names), function words."""

    id: str
    code: str
    name: str
    script: str
    words: str

    @property
    def lexicon(self) -> frozenset[str]:
        """The function words."""
        return frozenset(self.words.split())


@dataclass(frozen=True, slots=True)
class Guess:
    """A language code (empty: none recognised), its name, and the share of the words that are in other languages."""

    code: str
    name: str
    others: float = 0.0


def detect(text: str, expected: str = "en") -> Guess:
    """The language of most words of the text; `expected` decides where there is too little to go by."""
    words = _words(text[:SAMPLE])
    whole = _of(words, expected)
    code = expected if whole is None else whole
    strangers = total = 0
    for block in text[:SAMPLE].split("\n"):
        members = _words(block)
        own = _of(members, expected)
        total += len(members)
        strangers += len(members) if own not in (None, "", code) else 0
    return Guess(code, language_name(code), strangers / total if total and code else 0.0)


def language_name(code: str) -> str:
    """The English name of a language code."""
    return next((each.name for each in _languages() if each.code == code), "an unknown language")


@cache
def _languages() -> tuple[Language, ...]:
    return lang.load("en", "languages", Language)


@cache
def _lexicons() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    tables: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for each in _languages():
        tables[each.script] = (*tables.get(each.script, ()), (each.code, each.lexicon))
    return tables


def _words(text: str) -> list[str]:
    return [
        word
        for word in (each.strip(".,;:!?\"'“”‘’()[]«»…–—-") for each in text.lower().split())
        if any(map(str.isalpha, word))
    ]


def _of(words: list[str], expected: str) -> str | None:
    """A code; None where there is too little to go by; empty where nothing fits."""
    script = _script(words)
    rivals = _lexicons().get(script, ())
    if script in ("LATIN", ""):
        if len(words) < FEW:
            return None
    elif len(rivals) < 2:
        return rivals[0][0] if rivals else ""
    scores = {code: sum(1 for word in words if word in lexicon) / len(words) for code, lexicon in rivals}
    best = max(scores, key=lambda code: (scores[code], code == expected), default="")
    return best if best and (scores[best] >= LEAST or script != "LATIN") else ""


def _script(words: list[str]) -> str:
    """The script of most letters: the first word of their Unicode names."""
    counts: Counter[str] = Counter()
    for char, count in Counter("".join(words)[:4_000]).items():
        if char.isalpha():
            counts[_script_of(char)] += count
    if not counts:
        return ""
    if counts["HIRAGANA"] + counts["KATAKANA"] > 0.1 * counts.total():
        return "HIRAGANA"
    return counts.most_common(1)[0][0]


@cache
def _script_of(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split()[0]
