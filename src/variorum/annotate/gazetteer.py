"""Countries, their people and seats of power, and organizations known everywhere: found by their exact words.

One pass over the tokens, the longest phrase first. A capital is found as a place; whether it stands for a government
is told later, from its sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from anyascii import anyascii

from variorum import lang

__all__ = ["Country", "Known", "Sense", "find_known", "gazetteer", "phrase_of", "places"]

Sense = Literal["country", "adjective", "people", "capital", "seat", "organization"]


@dataclass(frozen=True, slots=True)
class Country:
    """A row of `countries.toml`."""

    id: str
    code: str
    name: str
    variants: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """A row of `organizations.toml`."""

    id: str
    name: str
    variants: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """A row of `places.toml`."""

    id: str
    code: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A phrase that the gazetteer knows, and in which sense; `owner` is the country's or organization's name."""

    sense: Sense
    owner: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Phrases by their first token; `names` are a country's by its canonical name."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], Known], ...]]
    countries: dict[str, Country] = field(default_factory=dict)
    folded: dict[str, Known] = field(default_factory=dict)


def phrase_of(text: str) -> tuple[str, ...]:
    """A phrase as the parser cuts it: possessives and commas apart, initials kept, hyphens apart."""
    cut = text.replace("’", "'").replace("'s", " 's").replace("-", " - ").replace(",", " ,")
    return tuple(cut.split())


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, built once a process."""
    phrases: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    folded: dict[str, Known] = {}

    def add(text: str, known: Known) -> None:
        folded.setdefault(text, known)
        for words in {phrase_of(text), tuple(text.replace("’", "'").split())}:
            phrases.setdefault(words[0], []).append((words, known))

    countries = lang.load("en", "countries", Country)
    for row in countries:
        for text in (row.name, *row.variants):
            add(text, Known("country", row.name, row.code))
        for text in row.adjectives:
            add(text, Known("adjective", row.name, row.code))
        for text in row.people:
            if text not in row.adjectives:
                add(text, Known("people", row.name, row.code))
        for text in row.capitals:
            add(text, Known("capital", row.name, row.code))
        for text in row.seats:
            add(text, Known("seat", row.name, row.code))
    for body in lang.load("en", "organizations", Organization):
        for text in (body.name, *body.variants):
            add(text, Known("organization", body.name))
        for text in body.seats:
            add(text, Known("capital", body.name, "-"))
    ordered = {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in phrases.items()}
    return Gazetteer(ordered, {row.name: row for row in countries}, folded)


@cache
def places() -> frozenset[str]:
    """Names of cities and regions, with and without accents; persons bear them too, so they only speak in a vote."""
    names = {name for row in lang.load("en", "places", Places) for name in row.names}
    return frozenset(names | {anyascii(name) for name in names})


def find_known(texts: tuple[str, ...]) -> Iterator[tuple[int, int, Known]]:
    """Phrases of the gazetteer over tokens, from left to right, the longest first, none overlapping."""
    phrases = gazetteer().phrases
    texts = tuple(text.replace("’", "'") for text in texts)
    at = 0
    while at < len(texts):
        rows = phrases.get(texts[at])
        step = 1
        if rows:
            for words, known in rows:
                if len(words) == 1 or texts[at : at + len(words)] == words:
                    yield at, at + len(words), known
                    step = len(words)
                    break
        at += step
