"""Our own words on every page: what the symbols mean, how a stance reads, how a date reads.

The text alternative of every symbol stands here once, so that no page says less than another.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from variorum.model.periods import MONTHS, SEASONS

__all__ = [
    "KNOWN", "MEANINGS", "NONE_FOUND", "STANCES", "STATUSES", "SYMBOLS", "alike", "counted", "day", "days",
    "grouped", "offices", "overlap", "telling",
]  # fmt: skip

SYMBOLS = {"asserts": "●", "attributes": "❝", "hedges": "◐", "denies": "✕", "alike": "≈", "not-yet": "○", "silent": "·"}
MEANINGS = {
    "asserts": "says so itself",
    "attributes": "gives it to a source",
    "hedges": "says so with reserve",
    "denies": "says the opposite",
    "alike": "tells something like it",
    "not-yet": "published before it was told",
    "silent": "does not tell it",
}
STATUSES = {
    "corroborated": "two or more origins, not one party's word",
    "one-party": "several accounts, one party's word",
    "alike": "several accounts tell something like it",
    "single": "one account or one origin",
    "contested": "contradicted",
}
STANCES = {
    "demand": "demands", "propose": "proposes", "offer": "offers", "accept": "accepts", "reject": "rejects",
    "refuse": "refuses", "seek": "seeks", "withhold": "withholds", "threaten": "threatens", "concede": "concedes",
    "condition": "sets a condition",
}  # fmt: skip
KNOWN = {
    "self-stated": "own statement",
    "other-side": "as the other side says",
    "third-party": "as a third party says",
    "anonymous": "as an unnamed source says",
    "outlet": "as the outlet reports",
}
NONE_FOUND = "No contradiction found by the rules; that does not mean there is none."
_ARTICLE = re.compile(r"^(?:the|a|an) ")
_ONCE = re.compile(r"\b(?:former|ex-|then-|late)\b", re.IGNORECASE)
_LONG = re.compile(r"\d[\d:.,]{0,12}\d|[^\W\d]\w{3,}")
_ENDING = re.compile(r"(?:ing|ed|es|s)$")
_LIGHT = frozenset({
    "that", "this", "with", "from", "have", "been", "were", "they", "their", "which", "after", "before", "when",
    "while", "into", "over", "also", "said", "say", "about", "would", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
})  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")
_PART = re.compile(r"(\d{4})-(?:(SP|SU|FA|WI)|(Q[1-4]|H[12])|W(\d{2}))$")


def day(value: str) -> str:
    """An ISO value as a reader writes it: "16 May 2025", "May 2025", "2025", "spring 2025", "week 20 of 2025"."""
    if match := _PART.match(value):
        year, season, part, week = match.groups()
        if week:
            return f"week {int(week)} of {year}"
        return f"{SEASONS[season]} {year}" if season else f"{part} {year}"
    match = _DATE.match(value)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return value
    year, month, number = match.groups()
    if number:
        return f"{int(number)} {MONTHS[int(month) - 1]} {year}"
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def days(start: str, end: str | None) -> str:
    """A day or a span of days: "26 December 2017", "26–27 December 2017", "31 December 2017 – 1 January 2018"."""
    if not end or end == start:
        return day(start)
    first, last = day(start), day(end)
    if len(start) == len(end) == len("2017-12-26") and start[:7] == end[:7]:
        return f"{int(start[8:])}–{last}"
    return f"{first} – {last}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 witness", "3 witnesses"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}es" if noun.endswith("s") else f"{number} {noun}s"


def offices(roles: Iterable[tuple[str, bool, int]]) -> str:
    """Titles with the numbers of the accounts that give them; one office in two spellings stands once."""
    told: dict[str, tuple[str, dict[int, None]]] = {}
    for title, former, number in roles:
        shown = f"{title} (former)" if former and not _ONCE.search(title) else title
        key = _ARTICLE.sub("", shown.casefold().replace("’", "'"))
        told.setdefault(key, (shown, {}))[1][number] = None
    return "; ".join(f"{title} [{' '.join(map(str, sorted(numbers)))}]" for title, numbers in told.values())


def telling(text: str) -> frozenset[str]:
    """The words of a text by which two lines are found to tell one thing: four letters and more, without endings."""
    return frozenset(_ENDING.sub("", word.casefold()) for word in _LONG.findall(text)) - _LIGHT


def alike(left: frozenset[str], right: frozenset[str], share: float) -> bool:
    """Whether two lines tell one thing: by a share of their words, or by a long number and two words."""
    both = left & right
    numbers = [each for each in both if each[0].isdigit() and len(each) > 2]
    return overlap(left, right) >= share or (bool(numbers) and len(both) > 2)


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the smaller set that both have."""
    return len(left & right) / max(1, min(len(left), len(right)))


def parted(text: str, part: str) -> tuple[str, str, str]:
    """Words before, of and after a part of them, whatever the white space; the last is all of them where it is none."""
    found = re.search(r"\s+".join(re.escape(word) for word in part.split()), text) if part.split() else None
    return (text[: found.start()], found.group(), text[found.end() :]) if found else ("", "", text)


def grouped(rows: Iterable[Any], field: str) -> tuple[tuple[Any, tuple[Any, ...]], ...]:
    """Rows in runs of one value of a field, in their order."""
    return tuple((value, tuple(found)) for value, found in groupby(rows, key=lambda row: getattr(row, field)))
