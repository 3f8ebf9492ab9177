"""Words for one kind of thing, by stem: "bid", "offer" and "approach" name one deal, "hurt" and "injured" one harm."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.judge.told import stems

__all__ = ["called", "kinds", "people"]


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    words: tuple[str, ...]
    kind: str


def kinds(found: Iterable[str]) -> frozenset[str]:
    """Stems with each that stands for a kind replaced by that kind's first; figures are left out."""
    known = _kinds()
    return frozenset(known.get(stem, stem) for stem in found if not stem.isdigit())


def called(word: str) -> str:
    """What a word's kind is called: its first word, or the word itself."""
    mine = stems(word)
    for each in _entries():
        if not each.kind and any(stems(other) == mine for other in each.words):
            return each.words[0]
    return word.casefold()


@cache
def people() -> frozenset[str]:
    """Stems of nouns that count people."""
    words = (word for each in _entries() if each.kind == "people" for word in each.words)
    return frozenset(stem for word in words for stem in stems(word))


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for each in _entries():
        if not each.kind:
            first = min(stems(each.words[0]))
            for word in each.words:
                found.update(dict.fromkeys(stems(word), first))
    return found


@cache
def _entries() -> tuple[_Entry, ...]:
    return lang.load("en", "alike", _Entry)
