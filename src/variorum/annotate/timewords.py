"""The words of time as patterns and tables, made from the lexicons: what rules for time expressions are built of."""

from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.annotate.numbers import alternatives

__all__ = [
    "Approximator",
    "Holiday",
    "TimeWord",
    "Unit",
    "approximators",
    "feast_things",
    "holidays",
    "table",
    "time_units",
    "units",
    "words_of",
]


@dataclass(frozen=True, slots=True)
class TimeWord:
    """An entry of times.toml: words of one kind (month, weekday, season, part, ref, set, decade, mod, zone)."""

    id: str
    words: tuple[str, ...]
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Unit:
    """An entry of units.toml; `code` is TIMEX3's for units of time (`time`: after a T), else the name to compare by."""

    id: str
    words: tuple[str, ...]
    code: str
    time: bool
    days: int
    kind: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast: on a fixed day, the nth weekday of a month, counted from Easter, or moving with the moon (undated)."""

    id: str
    words: tuple[str, ...]
    rule: str
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Approximator:
    """Words that loosen a number: factors for its bounds (-1: open), TIMEX3's mod, the rule that readers see."""

    id: str
    words: str
    side: str
    low: float
    high: float
    mod: str
    rule: str


@cache
def table(kind: str) -> dict[str, str]:
    """Words of a kind, as written and in lower case, to their value."""
    entries = [each for each in lang.load("en", "times", TimeWord) if each.kind == kind]
    return {form: each.value for each in entries for word in each.words for form in (word, word.lower())}


@cache
def words_of(kind: str) -> str:
    """A pattern for any word of a kind."""
    entries = [each for each in lang.load("en", "times", TimeWord) if each.kind == kind]
    return alternatives(tuple(word for each in entries for word in each.words))


@cache
def units(kind: str) -> dict[str, Unit]:
    """Words of units of a kind (time, measure, money, percent) to their unit."""
    return {word: each for each in lang.load("en", "units", Unit) if each.kind == kind for word in each.words}


@cache
def time_units() -> str:
    """A pattern for any unit of time, singular or plural."""
    return alternatives(tuple(units("time")))


@cache
def holidays() -> dict[str, Holiday]:
    """Words of feasts, in lower case, to their feast."""
    return {word.lower(): each for each in lang.load("en", "holidays", Holiday) for word in each.words}


def feast_things() -> frozenset[str]:
    """What a feast names without being on its day, by lemma: "her Christmas list"."""
    return lang.words("en", "feast_things")


@cache
def approximators(side: str) -> dict[str, Approximator]:
    """Words that loosen a number, before or after it."""
    return {each.words: each for each in lang.load("en", "approximators", Approximator) if each.side == side}
