"""Numbers in figures and in words: one pattern that finds them, and their value.

What is not surely a number stays unread: "1.000" (a thousand or one?), digits of other scripts, 1e999.
"""

import re
from dataclasses import dataclass
from functools import cache

from variorum import lang

__all__ = [
    "NumberWord",
    "alternatives",
    "number_pattern",
    "number_words",
    "ordinal_pattern",
    "read_number",
    "read_ordinal",
]

_FIGURE = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,12})(?:\.[0-9]{1,6})?(?![0-9٬])(?!,\d)(?!\.\d)(?![A-Za-z]\d)"
_GLYPHS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125}
_LONGEST = 9  # words in a number that are read: "nine hundred and ninety-nine thousand nine hundred and ninety"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """An entry of the lexicon of number words; `value` for one number, `low` and `high` for a vague one."""

    id: str
    word: str
    role: str
    value: float = 0.0
    low: float = 0.0
    high: float = 0.0


@cache
def number_words(role: str) -> dict[str, NumberWord]:
    """The words of a role: unit, ten, scale, suffix, group, fraction, ordinal, vague."""
    return {each.word: each for each in lang.load("en", "numbers", NumberWord) if each.role == role}


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of the words, the longest first."""
    return (
        "(?:"
        + "|".join(re.escape(each).replace(r"\ ", r"\s") for each in sorted(words, key=lambda w: (-len(w), w)))
        + ")"
    )


@cache
def number_pattern() -> str:
    """A pattern without groups for one number: "1,150", "2.5 million", "1.2bn", "forty-two", "2 1/2", "a dozen"."""
    small = alternatives((*number_words("unit"), *number_words("ten")))
    scale = alternatives(tuple(number_words("scale")))
    suffix = alternatives(tuple(number_words("suffix")))
    group = alternatives(tuple(number_words("group")))
    word = rf"(?:{small}|{scale}|(?:a|half\sa)\s(?={scale}))"
    words = rf"\b{word}\b(?:(?:[\s-]|\sand\s){{0,1}}\b(?:{small}|{scale})\b){{0,{_LONGEST - 1}}}"
    glyphs = "".join(_GLYPHS)
    figure = rf"(?<![\w.,/]){_FIGURE}(?:\s?[{glyphs}]|\s[1-7]/[2-8](?!\d)|(?=\D|$))(?:\s?{suffix}\b|[\s-]{scale}\b)?"
    groups = rf"\b(?:an?|two|three|four|five|six|half\sa)\s{group}\b"
    half = rf"\b(?:{small}|an?)\sand\sa\shalf(?:\s{scale}\b)?"
    return rf"(?:{figure}|{half}|{groups}|{words}|[{glyphs}])"


@cache
def ordinal_pattern() -> str:
    """A pattern without groups for an ordinal: "21st", "third", "twenty-third"."""
    tens, words = alternatives(tuple(number_words("ten"))), alternatives(tuple(number_words("ordinal")))
    return rf"(?:(?<![\w.,])[0-9]{{1,4}}(?:st|nd|rd|th)\b|\b(?:{tens}-)?{words}\b)"


def read_number(text: str) -> float | None:
    """The value of what `number_pattern` finds; None where it is not surely a number."""
    words = text.lower().replace(",", "").replace("-", " ").split()
    total = current = 0.0
    seen = False
    for at, word in enumerate(words[: 2 * _LONGEST]):
        value = _value(word)
        if word == "and":
            continue
        if word in {"a", "an"}:
            if words[at + 1 : at + 2] == ["half"] or (at and words[at - 1] == "half"):
                continue
            current, seen = current + 1 if not seen else current, True
        elif word == "half":
            current, seen = current + 0.5, True
        elif word in number_words("scale"):
            current, seen = (current if seen else 1.0) * number_words("scale")[word].value, True
            if number_words("scale")[word].value >= 1000:
                total, current = total + current, 0.0
        elif word in number_words("suffix"):
            current *= number_words("suffix")[word].value
        elif word in number_words("group"):
            current, seen = (current if seen else 1.0) * number_words("group")[word].value, True
        elif value is not None:
            if seen and value >= 1 and current % 100 and (value >= 10 or current % 10 or current % 100 < 20):
                return None  # "nineteen ninety-six" is a year, "two three" a list
            current, seen = current + value, True
        else:
            return None
    return total + current if seen else None


def read_ordinal(text: str) -> int | None:
    """The value of what `ordinal_pattern` finds."""
    word = text.lower()
    digits = re.match(r"\d{1,4}", word)
    if digits:
        return int(digits.group())
    ten, _, unit = word.rpartition("-")
    entry = number_words("ordinal").get(unit)
    tens = number_words("ten").get(ten)
    return None if entry is None else int(entry.value + (tens.value if tens else 0.0))


def _value(word: str) -> float | None:
    for role in ("unit", "ten"):
        if word in number_words(role):
            return number_words(role)[word].value
    match = re.fullmatch(rf"(\d{{1,18}}(?:\.\d{{1,6}})?)?([{''.join(_GLYPHS)}])?([a-z]{{1,3}})?", word, re.ASCII)
    if match and (match[1] or match[2]):
        if match[1] and re.fullmatch(r"\d{1,3}\.000", match[1]):
            return None
        suffix = number_words("suffix").get(match[3] or "")
        if match[3] and suffix is None:
            return None
        number = float(match[1] or 0) + _GLYPHS.get(match[2] or "", 0.0)
        return number * (suffix.value if suffix else 1.0)
    fraction = re.fullmatch(r"([1-7])/([2-8])", word)
    return int(fraction[1]) / int(fraction[2]) if fraction else None
