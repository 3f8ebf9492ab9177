"""Joins neighbouring atoms into one expression: "Saturday, April 25", "noon Thursday", "early March of last year".

The gap between two atoms must be one of a few connecting words; words before and after an expression that loosen or
narrow it ("nearly", "the end of", "or so") become its mod and part of its span.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from variorum.annotate.numbers import alternatives
from variorum.annotate.timeatoms import Atom
from variorum.annotate.timewords import approximators, table, words_of

__all__ = ["Expression", "joined"]

_DAY = frozenset({"weekday", "month-day", "day-month", "iso", "figures", "today", "feast", "nth-weekday", "day-only"})
_DATED = frozenset({"month-day", "day-month", "iso", "figures", "today"})
_IN_YEAR = frozenset({"month", "month-day", "day-month", "season", "quarter", "quarter-code", "feast"})
_YEAR = frozenset({"year", "spoken-year", "unit", "the-unit"})
_CLOCKS = frozenset({"clock", "clock-words", "clock-dot", "clock-part", "clock-bare"})
_TIME = _CLOCKS | {"part"}
_LENGTH = frozenset({"span", "ago", "span-range", "span-half"})
_TO_YEAR = re.compile(r",?\s|,?\s(?:of|in)\s(?:the\s)?|\s(?:this|of)\s")
_LASTS = re.compile(r"\b(?:for|after|of|took|takes|lasted|just|well|a\slittle|slightly|spent|in)\s$", re.IGNORECASE)
_TO_TIME = re.compile(r",?\s|,?\s(?:at|around|about|in\sthe|from|by|before|after|until)\s(?:about\s)?")
_TO_DAY = re.compile(r",?\s|,?\s(?:on|of|in)\s(?:the\s)?")
_TO_DATE = re.compile(r",?\s|,?\sthe\s")
_BEFORE = 34  # code points that the longest loosening words before an expression take


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """One whole expression: the atom that carries it, and where there are such, its year (or week) and time of day."""

    start: int
    end: int
    base: Atom
    year: Atom | None = None
    time: Atom | None = None
    mod: str = ""


def joined(text: str, atoms: tuple[Atom, ...]) -> tuple[Expression, ...]:
    """The expressions that atoms in order make up."""
    found: list[Expression] = []
    for atom in atoms:
        merged = _merged(text, found[-1], atom) if found else None
        if merged:
            found[-1] = merged
        else:
            found.append(Expression(start=atom.start, end=atom.end, base=atom))
    return tuple(_with_mod(text, each) for each in found)


def _merged(text: str, left: Expression, right: Atom) -> Expression | None:
    gap = text[left.end : right.start]
    if len(gap) > 14 or left.end > right.start:
        return None
    base = left.base
    if base.rule == "weekday" and right.rule in _DATED and right.rule != "today" and _TO_DATE.fullmatch(gap):
        return replace(left, end=right.end, base=right)
    if (
        base.rule in _IN_YEAR
        and not left.year
        and not base.part("year")
        and _names_year(right)
        and _TO_YEAR.fullmatch(gap)
    ):
        return replace(left, end=right.end, year=right)
    if _names_year(base) and not left.year and right.rule in _IN_YEAR and re.fullmatch(r"[’']s?\s(?:fiscal\s)?", gap):
        return replace(left, end=right.end, base=right, year=base)
    if (
        base.rule == "weekday"
        and right.rule == "unit"
        and right.part("unit").lower() == "week"
        and gap in {" ", " of "}
    ):
        return replace(left, end=right.end, year=right)
    if (
        left.time
        and left.time.rule in _CLOCKS
        and base.rule in _DAY
        and right.rule == "part"
        and _TO_TIME.fullmatch(gap)
    ):
        return replace(left, end=right.end, time=left.time.having(daypart=right.part("part").lower()))
    if base.rule in _DAY and right.rule in _TIME and not left.time and _TO_TIME.fullmatch(gap):
        return replace(left, end=right.end, time=right)
    if base.rule in _TIME and right.rule in _DAY and _TO_DAY.fullmatch(gap):
        return replace(left, end=right.end, base=right, time=left.time or base)
    if base.rule in _CLOCKS and right.rule == "part" and not left.time and _TO_DAY.fullmatch(gap):
        return replace(left, end=right.end, base=right, time=base)
    return None


def _names_year(atom: Atom) -> bool:
    if atom.rule in {"unit", "the-unit"}:
        return atom.part("unit").lower() == "year"
    return atom.rule in _YEAR


@cache
def _narrowing() -> "re.Pattern[str]":
    return re.compile(rf"(?<!\w)(?P<mod>{words_of('mod')})(?:\s(?:on|in))?(?:\s|-|(?<=-))(?:the\s)?$", re.IGNORECASE)


@cache
def _loosening(side: str) -> "re.Pattern[str]":
    words = alternatives(tuple(approximators(side)))
    pattern = rf"(?<!\w)(?P<mod>{words})\s(?:the\s)?$" if side == "before" else rf"\s(?P<mod>{words})(?!\w)"
    return re.compile(pattern, re.IGNORECASE)


def _with_mod(text: str, found: Expression) -> Expression:
    before = text[max(0, found.start - _BEFORE) : found.start].replace("\n", " ")
    if found.base.rule in _LENGTH:
        after = _loosening("after").match(text, found.end, found.end + _BEFORE)
        match = _loosening("before").search(before)
        spread = match and match["mod"].lower() == "over" and not _LASTS.search(before[: match.start()])
        if match and not spread and not found.base.part("frame"):
            entry = approximators("before")[" ".join(match["mod"].lower().split())]
            start = found.start - len(before) + match.start()
            return replace(found, start=start, mod=entry.mod) if entry.mod else found
        if after:
            entry = approximators("after")[" ".join(after["mod"].lower().split())]
            return replace(found, end=after.end(), mod=entry.mod)
        return found
    match = _narrowing().search(before)
    if match:
        word = " ".join(match["mod"].lower().split())
        return replace(found, start=found.start - len(before) + match.start(), mod=table("mod")[word])
    loose = re.search(r"(?<!\w)(?:about|around|approximately|circa)\s$", before, re.IGNORECASE)
    if loose and found.base.rule not in {"ref", "set", "each"}:
        return replace(found, start=found.start - len(before) + loose.start(), mod="APPROX")
    return found
