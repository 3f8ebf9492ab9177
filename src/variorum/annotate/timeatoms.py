"""The atoms of time expressions: what one pattern finds, before neighbours are joined and anything is resolved.

Each rule is a pattern with named groups; an atom carries what the groups say. Patterns run only near words of time,
so their cost does not depend on the length of the text, and every repetition is bounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.annotate.timepatterns import NEEDS, RELATIONS, rules, triggers

__all__ = ["Atom", "atoms_in"]

_NEAR = 48  # code points around a word of time in which an expression may lie


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One find: its place, its rule, and the parts that the pattern caught (as text, empty where none)."""

    start: int
    end: int
    rule: str
    parts: tuple[tuple[str, str], ...] = ()
    mod: str = ""

    def part(self, name: str) -> str:
        """What the named part caught, or an empty text."""
        return next((text for key, text in self.parts if key == name), "")

    @property
    def rel(self) -> int:
        """The step that its word of relation says: -1 last, 0 this, 1 next, 4 none, 5 each, 7 to 9 in the text."""
        return RELATIONS.get(" ".join(self.part("rel").lower().split()), 4)

    def having(self, **parts: str) -> "Atom":
        """The same with parts added."""
        return replace(self, parts=(*self.parts, *parts.items()))


def atoms_in(text: str, start: int, end: int) -> tuple[Atom, ...]:
    """The atoms between two code points, the longest where they overlap, in order."""
    found: list[Atom] = []
    for low, high, kinds in _windows(text, start, end):
        for name, pattern in rules():
            if not NEEDS[name].isdisjoint(kinds):
                found += [_atom(name, match) for match in pattern.finditer(text, low, high)]
    return tuple(_longest(found))


def _atom(name: str, match: "re.Match[str]") -> Atom:
    parts = {key: text for key, text in match.groupdict().items() if text}
    lead = len(parts["lead"]) + 1 if "lead" in parts else 0
    return Atom(start=match.start() + lead, end=match.end(), rule=name, parts=tuple(parts.items()))


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int, set[str]]]:
    """Stretches around words of time, cut at white space and joined where they meet, with the kinds of words there."""
    low = high = -1
    kinds: set[str] = set()
    for begun, done, known in triggers(text, start, end):
        left, right = max(start, begun - _NEAR), min(end, done + _NEAR)
        if left > high:
            if high >= 0:
                yield low, high, kinds
            low, kinds = left, set()
            while start < low < begun and text[low - 1].isalnum():
                low += 1
        high = right
        kinds |= known
    if high >= 0:
        yield low, high, kinds


def _longest(found: list[Atom]) -> list[Atom]:
    kept: list[Atom] = []
    taken: set[int] = set()
    order = {name: at for at, (name, _) in enumerate(rules())}
    for atom in sorted(found, key=lambda each: (each.start - each.end, order[each.rule], each.start)):
        if taken.isdisjoint(range(atom.start, atom.end)):
            kept.append(atom)
            taken.update(range(atom.start, atom.end))
    return sorted(kept, key=lambda each: each.start)
