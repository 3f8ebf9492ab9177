"""The words of taking a stance, by the forms in which they stand in a text.

A verb's forms are spelled from its base; irregular and doubled ones stand in the lexicon.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.model.judgement import Stance

__all__ = ["Entry", "bases", "entries", "forms_of", "words"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and the stance that it names.

    `takes` is what must follow it: a preposition, "to" for an infinitive, nothing for an object. `negated` is the
    stance under a negation. A `weak` word tells a stance only where something is at issue: many want things who claim
    nothing.
    """

    id: str
    word: str
    form: str  # verb, light, adjective, noun, holder, cue, hostile, telling
    stance: Stance | None = None
    takes: str = ""
    negated: Stance | None = None
    forms: str = ""
    speech: bool = False
    weak: bool = False


@cache
def entries(form: str) -> dict[str, tuple[Entry, ...]]:
    """The entries of a form by the first word of each of their spellings; those with most words first."""
    found: dict[str, list[Entry]] = {}
    for entry in lang.load("en", "stances", Entry):
        if entry.form == form:
            for spelled in forms_of(entry.word.partition(" ")[0], entry.forms) if _bends(form) else (entry.word,):
                found.setdefault(spelled, []).append(entry)
    return {word: tuple(sorted(each, key=_length)) for word, each in found.items()}


@cache
def bases() -> frozenset[str]:
    """The base forms of the verbs."""
    found = {entry.word.partition(" ")[0] for entry in lang.load("en", "stances", Entry) if _bends(entry.form)}
    return frozenset(found - {"put", "hit", "would"})  # their past is spelled alike


def words(name: str) -> frozenset[str]:
    """A list of the lexicon of positions."""
    return lang.words("en", "positions", list=name)


def forms_of(base: str, irregular: str = "") -> Iterator[str]:
    """The spellings of a verb; `irregular` ones stand for the past and the "-ing" form that rules would give."""
    yield base
    yield from irregular.split()
    stem = base.removesuffix("e")
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        yield base[:-1] + "ies"
        yield base[:-1] + "ied"
    else:
        yield base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
        if not irregular:
            yield stem + "ed"
    if not any(each.endswith("ing") for each in irregular.split()):
        yield stem + "ing"


def _bends(form: str) -> bool:
    return form in ("verb", "light", "cue", "hostile", "telling")


def _length(entry: Entry) -> tuple[int, bool]:
    return -len(entry.word.split()), not entry.takes
