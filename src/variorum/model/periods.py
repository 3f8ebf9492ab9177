"""Dates as closed intervals of days: what a TIMEX3 value covers, and how two of them compare.

A value that names no real day (31 February, year 0) has no period; it is None, never a guess.
Source: ISO 8601; the TimeML 1.2.1 guidelines for seasons (SP, SU, FA, WI), halves, quarters, weekends, parts of day.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["MONTHS", "SEASONS", "Duration", "Period", "months_of"]

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?(?:-(?P<weekday>[1-7]))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
    r"(?:T(?P<clock>(?P<part>MO|MI|AF|EV|NI|DT)|\d\d(?::\d\d){0,2}(?:Z|[+-]\d\d:?\d\d)?))?"
)
_DECADE = re.compile(r"\d{2,3}X{0,2}")
_DURATION = re.compile(r"P(?P<time>T)?(?P<count>\d{1,6}(?:\.\d{1,4})?|X)(?P<unit>[YMWDHSQEC])")
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "Q": 91.3, "E": 3652.5, "C": 36525.0}
_HOURS = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
# TimeML's mod narrows a period to these shares of it; generous, since "early" ends nowhere in particular
_SHARES = {"START": (0.0, 0.5), "MID": (0.2, 0.8), "END": (0.5, 1.0)}
_WIDEST = 200  # days that "about" may widen a period by, at most


def months_of(season: str) -> tuple[int, int]:
    """First and last month of a season of the northern year; winter runs from December into the next year."""
    return _SEASON_MONTHS[season]


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both within; `clock` is what the value says of the time of day, or empty."""

    first: date
    last: date
    granularity: str
    value: str
    clock: str = ""

    @classmethod
    def parse(cls, value: str, mod: str = "") -> "Period | None":
        """The period of a TIMEX3 value; None for references, sets, unknown parts and days that do not exist."""
        text = value.strip()
        match = _VALUE.fullmatch(text)
        try:
            if match:
                first, last, granularity = _bounds(match)
            elif _DECADE.fullmatch(text):
                digits = text.rstrip("X")
                width = 10 ** (4 - len(digits))
                start = int(digits) * width
                first, last = date(start, 1, 1), date(start + width - 1, 12, 31)
                granularity = "century" if width == 100 else "decade"
            else:
                return None
            first, last = _narrowed(first, last, mod)
        except (ValueError, OverflowError):
            return None
        return cls(first, last, granularity, text, (match.group("clock") or "") if match else "")

    def overlaps(self, other: "Period") -> bool:
        """Whether both share a day."""
        return self.first <= other.last and other.first <= self.last

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other is one of this."""
        return self.first <= other.first and other.last <= self.last

    def show(self) -> str:
        """In words: "4 March 2022", "spring 2022", "the 1990s", "the week of 7 March 2022"."""
        match = _VALUE.fullmatch(self.value)
        if not match:
            return f"the {self.first.year}s" if self.granularity == "decade" else f"the century from {self.first.year}"
        year = int(match["year"])
        shown = f"{year:04d}"
        if match["season"]:
            shown = f"{SEASONS[match['season']]} {shown}"
        elif match["quarter"]:
            shown = f"quarter {match['quarter']} of {shown}"
        elif match["half"]:
            shown = f"the {'first' if match['half'] == '1' else 'second'} half of {shown}"
        elif match["week"] and not match["weekday"]:
            day = date.fromisocalendar(year, int(match["week"]), 6 if match["weekend"] else 1)
            shown = f"the {'weekend' if match['weekend'] else 'week'} of {_day(day)}"
        elif match["month"] and not match["day"]:
            shown = f"{MONTHS[int(match['month']) - 1]} {shown}"
        elif match["day"] or match["weekday"]:
            shown = _day(self.first)
        clock = _PARTS.get(match["part"] or "", match["clock"] or "")
        return f"{shown}, {clock}" if clock else shown


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in days; `days` is None where only the unit is known ("for years")."""

    days: float | None
    unit: str
    value: str

    @classmethod
    def parse(cls, value: str) -> "Duration | None":
        """The duration of a TIMEX3 value like P3Y, PT2H or PXM; None for others."""
        match = _DURATION.fullmatch(value.strip())
        if not match:
            return None
        table = _HOURS if match["time"] else _DAYS
        unit = table.get(match["unit"])
        if unit is None:
            return None
        count = match["count"]
        return cls(None if count == "X" else float(count) * unit, (match["time"] or "") + match["unit"], value)


def _bounds(match: "re.Match[str]") -> tuple[date, date, str]:
    year = int(match["year"])
    if match["week"]:
        week = int(match["week"])
        if match["weekday"]:
            day = date.fromisocalendar(year, week, int(match["weekday"]))
            return day, day, "day"
        monday = date.fromisocalendar(year, week, 1)
        sunday = monday + timedelta(days=6)
        return (sunday - timedelta(days=1), sunday, "weekend") if match["weekend"] else (monday, sunday, "week")
    if match["quarter"]:
        last = 3 * int(match["quarter"])
        return date(year, last - 2, 1), _end(year, last), "quarter"
    if match["half"]:
        last = 6 * int(match["half"])
        return date(year, last - 5, 1), _end(year, last), "half"
    if match["season"]:
        start, end = _SEASON_MONTHS[match["season"]]
        return date(year, start, 1), _end(year + (end < start), end), "season"
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day, "time" if match["clock"] else "day"
    if match["month"]:
        return date(year, int(match["month"]), 1), _end(year, int(match["month"])), "month"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _narrowed(first: date, last: date, mod: str) -> tuple[date, date]:
    days = (last - first).days
    if mod in _SHARES:
        low, high = _SHARES[mod]
        return first + timedelta(days=round(days * low)), first + timedelta(days=round(days * high))
    if mod == "APPROX":
        wide = timedelta(days=min(_WIDEST, max(1, days // 2)))
        return first - wide, last + wide
    if mod in {"BEFORE", "ON_OR_BEFORE"}:
        return date.min, last if mod == "ON_OR_BEFORE" else first
    if mod in {"AFTER", "ON_OR_AFTER"}:
        return first if mod == "ON_OR_AFTER" else last, date.max
    return first, last


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04d}"
