"""Words that say who somebody is: offices, ranks, forms of address, kin; and words of organizations and first names.

Everything is looked up in small letters, without the full stop of an abbreviation where both forms are usual.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from variorum import lang
from variorum.annotate.parse import nlp

__all__ = ["Persona", "TitleKind", "Vocabulary", "is_common", "vocabulary"]

TitleKind = Literal["honorific", "office", "rank", "modifier"]


@dataclass(frozen=True, slots=True)
class Title:
    """A row of `titles.toml`."""

    id: str
    kind: TitleKind
    words: str
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Kin:
    """A row of `kinship.toml`."""

    id: str
    word: str
    gender: str
    relation: bool = False


@dataclass(frozen=True, slots=True)
class FirstNames:
    """A row of `first_names.toml` or `rare_first_names.toml`."""

    id: str
    gender: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameWords:
    """A row of `name_words.toml`."""

    id: str
    kind: Literal["particle", "calendar", "place", "shared"]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Persona:
    """What a title or a word for a person tells: its kind and the gender it implies, if any."""

    kind: str
    gender: str | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All lookups. `titles` and `persons` are keyed by the last word of a phrase; `phrases` by all of it."""

    phrases: dict[tuple[str, ...], Persona]
    longest: int
    modifiers: frozenset[str]
    persons: dict[str, Persona]
    organization_heads: frozenset[str]
    organization_suffixes: frozenset[str]
    first_names: dict[str, str]
    rare_names: dict[str, str]
    particles: frozenset[str]
    calendar: frozenset[str]
    place_words: frozenset[str]
    shared: frozenset[str]

    def title_ending(self, lowers: tuple[str, ...], end: int, floor: int) -> tuple[int, Persona] | None:
        """The longest title that ends before token `end` and starts at `floor` or later: its start and kind."""
        for size in range(min(self.longest, end - floor), 0, -1):
            found = self.phrases.get(lowers[end - size : end])
            if found:
                return end - size, found
        return None

    def gender_of(self, first: str) -> str | None:
        """The gender that a first name tells: male, female, or None."""
        found = self.first_names.get(first)
        return found if found in ("male", "female") else None


@cache
def _dictionary() -> frozenset[str]:
    """The common words that the parser's lemmatizer lists (WordNet's nouns, verbs and adjectives)."""
    pipe = nlp().get_pipe("lemmatizer")
    table = pipe.lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(word for words in table.values() for word in words)


def is_common(text: str) -> bool:
    """Whether words in small letters stand in the dictionary, in the singular or plural."""
    lower = text.lower()
    words = _dictionary()
    return lower in words or lower.removesuffix("s") in words or lower.removesuffix("es") in words


@cache
def vocabulary() -> Vocabulary:
    """The lookups, built once a process."""
    phrases: dict[tuple[str, ...], Persona] = {}
    modifiers = set()
    persons: dict[str, Persona] = {}
    for row in lang.load("en", "titles", Title):
        words = row.words.lower()
        if row.kind == "modifier":
            modifiers.add(words)
            continue
        persona = Persona(row.kind, row.gender)
        for cut in {tuple(words.split()), tuple(words.replace("-", " - ").split())}:
            phrases.setdefault(cut, persona)
        if row.kind != "honorific" and " " not in words:
            persons[words] = persona
    for kin in lang.load("en", "kinship", Kin):
        persona = Persona("kin", kin.gender if kin.gender != "either" else None)
        persons.setdefault(kin.word, persona)
        if kin.relation:
            phrases.setdefault((kin.word,), persona)
    small = {row.kind: frozenset(row.words) for row in lang.load("en", "name_words", NameWords)}
    return Vocabulary(
        particles=small["particle"],
        calendar=small["calendar"],
        place_words=small["place"],
        shared=small["shared"],
        phrases=phrases,
        longest=max(map(len, phrases)),
        modifiers=frozenset(modifiers),
        persons=persons,
        organization_heads=lang.words("en", "organization_words", kind="head"),
        organization_suffixes=lang.words("en", "organization_words", kind="suffix"),
        first_names=_by_name("first_names"),
        rare_names=_by_name("rare_first_names"),
    )


def _by_name(lexicon: str) -> dict[str, str]:
    return {name: row.gender for row in lang.load("en", lexicon, FirstNames) for name in row.names}
