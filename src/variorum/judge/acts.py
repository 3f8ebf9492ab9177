"""What one party does to another, by PLOVER's root codes: the act whose words stand best between the two.

Patterns are data. A pattern counts most right after the doer and before the one it is done to; less beyond, before, or
inside either's own words. Linear in the words of the text. Source: PLOVER codebook, Open Event Data Alliance.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from variorum import lang

__all__ = ["ROOTS", "Act", "Root", "act_of"]

Root = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
ROOTS: tuple[str, ...] = Root.__args__  # type: ignore[attr-defined]
BETWEEN, BEYOND, BEFORE, INSIDE = 1.0, 0.88, 0.75, 0.62  # by where a pattern begins; set on the training side
PER_WORD = 0.006  # what each word between the doer and the pattern takes away: the first verb is the doer's own
FAR = 40  # words from which distance takes no more away
_WORD = re.compile(r"[a-z0-9]+(?:[’'-][a-z0-9]+){0,4}", re.IGNORECASE)
_KEY = 3  # letters by which patterns are looked up
_GAP = re.compile(r"\.(\d)")


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    act: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Pattern:
    entry: _Entry
    parts: tuple[tuple[str, bool, int], ...]  # word, whether any ending will do, most words before it


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its root code, the words that say it (offsets in the text), the entry that knows them, its weight."""

    root: Root
    at: tuple[int, int]
    entry: str
    weight: float


def act_of(text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Act | None:
    """The act of the source towards the target (offsets in the text); None where no pattern stands."""
    found = tuple(_acts(text, source, target))
    return max(found, key=lambda act: (act.weight, -act.at[0]), default=None)


def _acts(text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Iterator[Act]:
    words = [(match.group().casefold().replace("’", "'"), match.start(), match.end()) for match in _WORD.finditer(text)]
    first = next((at for at, word in enumerate(words) if source and word[1] >= source[1]), 0)
    for at, (word, start, _) in enumerate(words):
        for pattern in _patterns().get(word[:_KEY], ()):
            last = _matches(words, at, pattern)
            if last is None:
                continue
            weight = pattern.entry.weight * _place((start, words[last][2]), source, target)
            weight -= PER_WORD * min(FAR, abs(at - first))
            yield Act(cast("Root", pattern.entry.act), (start, words[last][2]), pattern.entry.id, round(weight, 6))


def _place(at: tuple[int, int], source: tuple[int, int] | None, target: tuple[int, int] | None) -> float:
    for span in (source, target):
        if span and span[0] <= at[0] and at[1] <= span[1]:
            return INSIDE
    if not source:
        return BETWEEN
    if target and target[1] <= source[0]:  # done by the source, told in the passive
        return BETWEEN if target[1] <= at[0] and at[1] <= source[0] else BEYOND
    if at[0] < source[0]:
        return BEFORE
    return BETWEEN if target is None or at[0] < target[0] else BEYOND


def _matches(words: Sequence[tuple[str, int, int]], at: int, pattern: _Pattern) -> int | None:
    """The index of the last word of the pattern that begins here."""
    for number, (word, open_end, gap) in enumerate(pattern.parts):
        for step in range(gap + 1) if number else (0,):
            if at + step < len(words) and _fits(words[at + step][0], word, open_end):
                at += step + 1
                break
        else:
            return None
    return at - 1


def _fits(word: str, wanted: str, open_end: bool) -> bool:
    return word.startswith(wanted) if open_end else word == wanted


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    found: dict[str, list[_Pattern]] = {}
    for entry in lang.load("en", "acts", _Entry):
        parts = []
        gap = 0
        for part in entry.words.split():
            if match := _GAP.fullmatch(part):
                gap = int(match[1])
            else:
                parts.append((part.rstrip("*"), part.endswith("*"), gap))
                gap = 0
        found.setdefault(parts[0][0][:_KEY], []).append(_Pattern(entry, tuple(parts)))
    return {key: tuple(patterns) for key, patterns in found.items()}
