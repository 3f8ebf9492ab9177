"""Reckoning with the calendar: TIMEX3 values of days, and of units counted from a day. Out of range gives None.

Source: ISO 8601 weeks; the date of Easter by the anonymous Gregorian algorithm (Meeus 1991).
"""

from calendar import monthrange
from datetime import date, timedelta

__all__ = [
    "at",
    "day_of",
    "easter",
    "in_unit",
    "near_day",
    "near_month",
    "near_weekday",
    "nth_weekday",
    "season_near",
    "shift",
]

_SEASONS = ("SP", "SU", "FA", "WI")


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is none (31 February, year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_unit(day: date, code: str) -> str:
    """The value of the unit (D, W, WE, M, Q, Y, E, C …) that a day lies in."""
    week = day.isocalendar()
    season_year = day.year - (day.month < 3)
    return {
        "W": f"{week.year:04d}-W{week.week:02d}",
        "WE": f"{week.year:04d}-W{week.week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "H": f"{day.year:04d}-H{1 if day.month < 7 else 2}",
        "SE": f"{season_year:04d}-{_SEASONS[((day.month - 3) % 12) // 3]}",
        "Y": f"{day.year:04d}",
        "E": f"{day.year // 10:03d}",
        "C": f"{day.year // 100:02d}",
    }.get(code, day.isoformat())


def at(day: date, code: str, count: float) -> date | None:
    """The day so many units later (earlier where negative); the day of the month is cut to the month's length."""
    try:
        if code in {"M", "Q", "SE", "Y", "E", "C", "L"}:
            months = {"M": 1, "Q": 3, "SE": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}[code]
            whole = day.year * 12 + day.month - 1 + round(months * count)
            year, month = divmod(whole, 12)
            return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return day + timedelta(days={"W": 7, "WE": 7, "F": 14}.get(code, 1) * count)
    except (ValueError, OverflowError):
        return None


def shift(day: date, code: str, count: float) -> str | None:
    """The value of the unit that lies so many units after the one of the day."""
    moved = at(day, code, count)
    return None if moved is None else in_unit(moved, {"F": "W"}.get(code, code))


def near_weekday(day: date, weekday: int, direction: int) -> date | None:
    """The weekday (1 Monday to 7) on or before the day (-1) or on or after it (1)."""
    step = (day.isoweekday() - weekday) % 7
    return at(day, "D", -step if direction <= 0 else (7 - step) % 7)


def near_month(day: date, month: int, direction: int) -> int | None:
    """The year of the month of that number: the latest begun (-1), the next not ended (1), or the nearest (0)."""
    if direction < 0:
        return day.year if month <= day.month else day.year - 1
    if direction > 0:
        return day.year if month >= day.month else day.year + 1
    gap = month - day.month
    return day.year + (gap < -6) - (gap > 6)


def near_day(day: date, month: int, number: int, direction: int) -> date | None:
    """The month and day, without a year, on or before the day (-1), on or after it (1), or nearest to it (0)."""
    around = [day_of(day.year + step, month, number) for step in (-1, 0, 1)]
    found = [each for each in around if each]
    if direction:
        found = [each for each in found if (each - day).days * direction >= 0] or found
    return min(found, key=lambda each: abs((each - day).days), default=None)


def season_near(day: date, season: str, direction: int) -> str:
    """The value of the season: the latest begun (-1), else the one that ends next."""
    start = 3 + 3 * _SEASONS.index(season)
    if direction < 0:
        return f"{day.year - (start > day.month):04d}-{season}"
    last = start + 2 if season != "WI" else 14
    year = day.year - (season == "WI" and day.month < 3)
    return f"{year + (year == day.year and day.month > last):04d}-{season}"


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth weekday of a month; -1 is the last."""
    if nth > 0:
        first = day_of(year, month, 1)
        return first and at(first, "D", (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = day_of(year, month, monthrange(year, month)[1])
    return last and at(last, "D", -((last.isoweekday() - weekday) % 7))


def easter(year: int) -> date | None:
    """Easter Sunday of the western churches."""
    golden, century = year % 19, year // 100
    skipped = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (century % 4) + 2 * ((year % 100) // 4) - skipped - (year % 100) % 4) % 7
    late = (golden + 11 * skipped + 22 * offset) // 451
    month, day = divmod(skipped + offset - 7 * late + 114, 31)
    return day_of(year, month, day + 1)
