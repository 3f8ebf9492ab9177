"""Publication dates: every place that tells one is a witness; the first in order of trust decides, the others show.

A date that cannot be (31 February, the year 9999) is no date; the note says so. No clock is asked.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from variorum.model.text import Witness

__all__ = ["MONTHS", "date_in_address", "date_in_line", "parse_date", "settle"]

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
TRUST = ("accounts.toml", "front matter", "--published", "metadata", "url", "text")
_EARLIEST, _LATEST = 1800, 2100  # years; news outside them is a slip of whoever typed the year
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = (
    re.compile(rf"\b{_MONTH} {_DAY},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY} {_MONTH},? {_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>[12]\d{3})-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)\b"),
    re.compile(r"\b(?P<year>[12]\d{3})/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)\b"),
    re.compile(r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>[12]\d{3})\b"),
)
_CLOCK = re.compile(
    r"\b(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::\d\d)?(?: ?(?P<half>[ap])\.?m\b)?(?: ?(?P<zone>GMT|UTC|Z)\b)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]?\d|[a-z]{3})[/-](?P<day>[0-3]?\d)(?=[/-]|$)")
_LINE_WORDS = 16


def parse_date(raw: str) -> str | None:
    """An ISO date or date-time from ISO, RFC 2822 or English forms; None if it is no date, or none that can be."""
    text = raw.strip()[:80]
    moment = _iso(text) or _mail(text)
    if moment is not None:
        return _shown(moment)
    return date_in_line(text)


def date_in_line(line: str) -> str | None:
    """The first full date in a line, with its time of day if there is one; 3/4/2025 is not read: it may be two."""
    for form in _FORMS:
        match = form.search(line)
        if match:
            day = _date(match["year"], match["month"], match["day"])
            if day is None:
                continue
            clock = _CLOCK.search(line, match.end()) or _CLOCK.search(line[: match.start()])
            return _shown(datetime.fromisoformat(day.isoformat() + _time(clock)))
    return None


def date_in_address(url: str | None) -> str | None:
    """The day that a web address carries: /2025/05/16/."""
    match = _ADDRESS.search(url[:2_000].lower()) if url else None
    day = _date(match["year"], match["month"], match["day"]) if match else None
    return day.isoformat() if day else None


def settle(witnesses: Sequence[Witness]) -> tuple[str | None, tuple[Witness, ...], tuple[str, ...]]:
    """The publication date, all witnesses with their dates parsed, and notes on what is no date or disagrees."""
    parsed: list[Witness] = []
    notes: list[str] = []
    for witness in witnesses:
        value = parse_date(witness.value)
        if value is None:
            notes.append(f"{witness.source} gives a publication date that is none or cannot be: {witness.value[:40]!r}")
        elif Witness(value, witness.source) not in parsed:
            parsed.append(Witness(value, witness.source))
    parsed.sort(key=lambda each: (TRUST.index(each.source.split(":")[0]), -len(each.value)))
    if _disagree([each.value for each in parsed]):
        told = "; ".join(f"{each.value} ({each.source})" for each in parsed)
        notes.append(f"publication dates disagree: {told}; the first is used")
    return (parsed[0].value if parsed else None), tuple(parsed), tuple(notes)


def _disagree(values: Sequence[str]) -> bool:
    """More than a day apart; or on two days, where no time of day tells that a zone may lie between them."""
    days = sorted({date.fromisoformat(value[:10]) for value in values})
    if len(days) < 2:
        return False
    return (days[-1] - days[0]).days > 1 or all(len(value) == len("2025-05-16") for value in values)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    if not re.match(r"[A-Z][a-z]{2}, \d", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None


def _shown(moment: datetime) -> str | None:
    """ISO text; midnight without a zone is a date that lost its time."""
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    if moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")


def _date(year: str, month: str, day: str) -> date | None:
    number = (
        int(month)
        if month.isdigit()
        else next((i for i, name in enumerate(MONTHS, 1) if name.startswith(month.lower()[:3])), 0)
    )
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _time(clock: re.Match[str] | None) -> str:
    if clock is None:
        return ""
    hour = int(clock["hour"])
    half = (clock["half"] or "").lower()
    if hour > 23 or (half and not 1 <= hour <= 12):
        return ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"T{hour:02d}:{clock['minute']}:00" + ("+00:00" if clock["zone"] else "")
