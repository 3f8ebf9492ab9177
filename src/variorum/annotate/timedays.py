"""What expressions of days, months, seasons, years and hours mean: a function a rule, which reads it in its setting."""

import re
from datetime import date

from variorum.annotate import reckoning
from variorum.annotate.numbers import read_number, read_ordinal
from variorum.annotate.timeatoms import Atom
from variorum.annotate.timecontext import PRESUMED, Reading, Setting
from variorum.annotate.timejoin import Expression
from variorum.annotate.timewords import holidays, table
from variorum.model.periods import Period

__all__ = ["READERS", "clock_of", "year_of"]

_TODAY = {
    "today": (0, ""), "tonight": (0, "TNI"), "yesterday": (-1, ""), "tomorrow": (1, ""), "overnight": (0, "TNI"),
    "last night": (-1, "TNI"), "the day before yesterday": (-2, ""), "the day after tomorrow": (2, ""),
}  # fmt: skip
_HALF = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}
_SPOKEN = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}


def year_of(atom: Atom | None, setting: Setting) -> int | None:
    """The year that an atom names, in figures, words or relation to the anchor ("last year"); else None."""
    if atom is None:
        return None
    digits = atom.part("year")
    if digits:
        return int(digits) if digits.isdigit() else _spoken(digits)
    if atom.part("spoken"):
        return _spoken(atom.part("spoken"))
    if atom.part("unit").lower() == "year" and setting.day:
        step = atom.rel if atom.rel in {-1, 0, 1} else 0
        return setting.day.year + step
    return None


def clock_of(atom: Atom) -> str:
    """The time of day that an atom says, as TIMEX3 writes it: "T18:00", "TMO"; empty where it is no hour."""
    if atom.rule == "part":
        return table("part")[atom.part("part").lower()]
    if atom.rule == "clock-words":
        return _worded_clock(atom)
    word = atom.part("hour")
    hour = int(word) if word.isdigit() else int(read_number(word) or 99)
    minute = atom.part("minute") or atom.part("minutes") or atom.part("tail") or "00"
    half = atom.part("half").lower()[:1] or {"morning": "a", "afternoon": "p", "evening": "p"}.get(
        atom.part("daypart"), ""
    )
    if half and (atom.part("half") or hour <= 12):
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02d}:{minute}" if hour <= 24 else ""


def _worded_clock(atom: Atom) -> str:
    """ "half past six", "twenty to twelve"; without a part of the day the hour is as said."""
    word = atom.part("hour").lower()
    hour = {"noon": 12, "midnight": 24}.get(word) or int(read_number(word) or 99)
    past = atom.part("past").lower().removeprefix("a ")
    minutes = 30 if atom.part("part_hour") else (15 if past == "quarter" else int(read_number(past) or 0))
    if not 0 < minutes < 60:
        return ""
    if atom.part("sign").lower() == "to":
        hour, minutes = hour - 1, 60 - minutes
    if atom.part("daypart").lower() in {"afternoon", "evening"} and hour < 12:
        hour += 12
    return f"T{hour % 24:02d}:{minutes:02d}" if hour <= 24 else ""


def _spoken(words: str) -> int | None:
    first, _, rest = words.lower().partition(" ")
    if first == "two":
        return int(read_number(words.lower()) or 0) or None
    number = read_number(rest)
    return None if number is None or first not in _SPOKEN else _SPOKEN[first] + int(number)


def _iso(found: Expression, _: Setting) -> Reading | None:
    value = found.base.part("iso")
    day = Period.parse(value)
    clock = found.base.part("clock")
    return Reading("TIME" if clock else "DATE", None if day is None else value + (f"T{clock}" if clock else ""))


def _figures(found: Expression, setting: Setting) -> Reading | None:
    first, second = int(found.base.part("first")), int(found.base.part("second"))
    year = int(found.base.part("year"))
    if year < 100:
        pivot = setting.day.year if setting.day else 2030
        year += (pivot // 100 - (year > pivot % 100 + 10)) * 100
    if found.base.part("mark") == "." or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    else:
        return Reading("DATE", None)  # 3/4: March or April
    when = reckoning.day_of(year, month, day)
    return Reading("DATE", when.isoformat()) if when else None


def _month_day(found: Expression, setting: Setting) -> Reading | None:
    month = int(table("month")[found.base.part("month")])
    text = found.base.part("day")
    number = int(text) if text.isdigit() else (read_ordinal(text) or 0)
    if not 1 <= number <= 31:
        return None
    year = year_of(found.base, setting) or year_of(found.year, setting)
    if year:
        day = reckoning.day_of(year, month, number)
        return Reading("DATE", day.isoformat() if day else None)

    def near(anchor: date) -> str | None:
        way = setting.direction()
        day = reckoning.near_day(anchor, month, number, way)
        nearest = reckoning.near_day(anchor, month, number, 0)
        if day and nearest and way > 0 and (anchor - nearest).days in range(1, 60):
            day = nearest  # a date just gone, in a sentence that also looks ahead
        if day and nearest and way < 0 and abs((nearest - anchor).days) < 120 < abs((day - anchor).days):
            day = nearest
        return day.isoformat() if day else None

    return setting.relative("DATE", near)


def _nth_weekday(found: Expression, setting: Setting) -> Reading | None:
    nth = {"last": -1}.get(found.base.part("nth").lower()) or read_ordinal(found.base.part("nth")) or 0
    month, weekday = int(table("month")[found.base.part("month")]), int(table("weekday")[found.base.part("weekday")])
    year = year_of(found.base, setting) or year_of(found.year, setting)

    def of(year: int | None) -> str | None:
        day = reckoning.nth_weekday(year, month, weekday, nth) if year else None
        return day.isoformat() if day else None

    if year:
        return Reading("DATE", of(year))
    return setting.relative("DATE", lambda day: of(reckoning.near_month(day, month, setting.direction())))


def _day_only(found: Expression, setting: Setting) -> Reading | None:
    number = read_ordinal(found.base.part("day")) or 0
    step = found.base.rel if found.base.part("rel") else None

    def near(anchor: date) -> str | None:
        months = [step] if step is not None else [-1, 0, 1]
        days = [_in_month(anchor, each, number) for each in months]
        way = setting.direction() if step is None else 0
        fitting = [day for day in days if day and (day - anchor).days * way >= 0]
        best = min(fitting, key=lambda day: abs((day - anchor).days), default=None)
        return best.isoformat() if best else None

    return setting.relative("DATE", near)


def _in_month(anchor: date, step: int, number: int) -> date | None:
    moved = reckoning.at(anchor.replace(day=1), "M", step)
    return reckoning.day_of(moved.year, moved.month, number) if moved else None


def _month(found: Expression, setting: Setting) -> Reading | None:
    month = int(table("month")[found.base.part("month")])
    if found.base.rel == 5:
        return Reading("SET", f"XXXX-{month:02d}")
    year = year_of(found.base, setting) or year_of(found.year, setting)
    if year:
        return Reading("DATE", f"{year:04d}-{month:02d}")
    rel = found.base.rel

    def near(anchor: date) -> str | None:
        if rel == 0:
            return f"{anchor.year:04d}-{month:02d}"
        way = rel if rel in {-1, 1} else setting.direction() or (0 if rel == 4 else -1)
        year = reckoning.near_month(anchor, month, way)
        if month == anchor.month and rel in {-1, 1}:
            year = anchor.year + rel
        return f"{year:04d}-{month:02d}"

    return setting.relative("DATE", near)


def _weekday(found: Expression, setting: Setting) -> Reading | None:
    number = int(table("weekday")[found.base.part("weekday")])
    rel = found.base.rel
    if rel == 5 or found.base.part("set"):
        return Reading("SET", f"XXXX-WXX-{number}")
    if rel in {7, 8, 9}:
        step = -1 if rel == 7 else 1
        return setting.from_text("DATE", lambda day: _strict(day, number, step) if rel != 9 else _on(day, number, 0))
    if found.year is not None:
        step = found.year.rel if found.year.rel in {-1, 0, 1} else 0
        return setting.relative("DATE", lambda day: _in_week(day, number, step))
    if rel in {-1, 1}:
        return setting.relative("DATE", lambda day: _strict(day, number, rel))
    if rel == 0:
        return setting.relative("DATE", lambda day: _on(day, number, -1 if setting.direction() < 0 else 1))
    return setting.relative("DATE", lambda day: _on(day, number, setting.direction()))


def _on(day: date, weekday: int, way: int) -> str | None:
    found = reckoning.near_weekday(day, weekday, way)
    return found.isoformat() if found else None


def _strict(day: date, weekday: int, step: int) -> str | None:
    moved = reckoning.at(day, "D", step)
    return _on(moved, weekday, step) if moved else None


def _in_week(day: date, weekday: int, step: int) -> str | None:
    found = reckoning.at(day, "D", 7 * step + weekday - day.isoweekday())
    return found.isoformat() if found else None


def _season(found: Expression, setting: Setting) -> Reading | None:
    season = table("season")[found.base.part("season").lower()]
    year = year_of(found.base, setting) or year_of(found.year, setting)
    if year:
        return Reading("DATE", f"{year:04d}-{season}")
    rel = found.base.rel
    if rel == 5:
        return Reading("SET", f"XXXX-{season}")

    def near(anchor: date) -> str:
        if rel == 0 and season != "WI":
            return f"{anchor.year:04d}-{season}"
        now = reckoning.season_near(anchor, season, -1)
        current = Period.parse(now)
        inside = current is not None and current.first <= anchor <= current.last
        if rel in {-1, 1} and inside:
            return f"{int(now[:4]) + rel:04d}-{season}"
        way = rel if rel in {-1, 1} else setting.direction()
        return reckoning.season_near(anchor, season, way or -1)

    return setting.relative("DATE", near)


def _feast(found: Expression, setting: Setting) -> Reading | None:
    feast = holidays()[" ".join(found.base.part("feast").lower().split())]

    def on(year: int) -> date | None:
        if feast.rule == "fixed":
            return reckoning.day_of(year, feast.month, feast.day)
        if feast.rule == "nth":
            return reckoning.nth_weekday(year, feast.month, feast.weekday, feast.nth)
        start = reckoning.easter(year) if feast.rule == "easter" else None
        return start and reckoning.at(start, "D", feast.offset)

    year = year_of(found.base, setting) or year_of(found.year, setting)
    if feast.rule == "moving":
        return Reading("DATE", f"{year:04d}" if year else None)
    if year:
        day = on(year)
        return Reading("DATE", day.isoformat() if day else None)

    def near(anchor: date) -> str | None:
        days = [day for day in (on(anchor.year + step) for step in (-1, 0, 1)) if day]
        way = found.base.rel if found.base.rel in {-1, 1} else setting.direction()
        fitting = [day for day in days if (day - anchor).days * way >= 0] or days
        return min(fitting, key=lambda day: abs((day - anchor).days)).isoformat() if fitting else None

    return setting.relative("DATE", near)


def _today(found: Expression, setting: Setting) -> Reading | None:
    word = " ".join(found.base.part("today").lower().split())
    if word in _TODAY:
        step, part = _TODAY[word]
        return setting.relative("TIME" if part else "DATE", lambda day: _moved(day, step, part))
    step = {"same": 0, "very": 0, "next": 1, "following": 1}.get(word.split()[1], -1)
    if Period.parse(setting.focus or "") is None:
        return Reading("DATE", None, "text")
    return setting.from_text("DATE", lambda day: _moved(day, step, ""), to_day=True)


def _moved(day: date, step: int, part: str) -> str | None:
    moved = reckoning.at(day, "D", step)
    return moved.isoformat() + part if moved else None


def _part(found: Expression, setting: Setting) -> Reading | None:
    code = table("part")[found.base.part("part").lower()]
    if found.time is not None and found.time.rule != "part":
        code = _twelve(clock_of(found.time), code)
    mod = {"early": "START", "late": "END", "mid": "MID"}.get(found.base.part("mid").lower(), "")
    lead = " ".join(found.base.part("rel").lower().split())
    if not lead and code not in {"T12:00", "T24:00"} and found.time is None:
        return None
    if lead == "last":
        return setting.relative("TIME", lambda day: _moved(day, -1, code))
    if lead == "at" and code == "TNI":
        return None  # a habit, not a night
    if lead in {"this", "at", "in the"} or not lead:
        reading = setting.relative("TIME", lambda day: _moved(day, 0, code))
    else:
        step = {"the next": 1, "the following": 1, "the previous": -1}.get(lead, 0)
        reading = setting.from_text("TIME", lambda day: _moved(day, step, code), to_day=True)
    return Reading("TIME", reading.value, reading.anchor, mod)


def _twelve(clock: str, part: str) -> str:
    """An hour of the twelve, put into the half of the day that the part names."""
    hour = re.match(r"T(\d\d)(.*)", clock)
    if hour and part in {"TAF", "TEV", "TNI"} and int(hour[1]) < 12:
        return f"T{int(hour[1]) + 12:02d}{hour[2]}"
    return clock or part


def _clock(found: Expression, setting: Setting) -> Reading | None:
    """An hour of the last day told in the paragraph; without one, the day of publication is but presumed."""
    clock = clock_of(found.base)
    if not clock:
        return None
    if setting.near:
        return Reading("TIME", setting.near.isoformat() + clock, "text")
    reading = setting.relative("TIME", lambda day: day.isoformat() + clock)
    return reading if reading.value is None else Reading("TIME", reading.value, PRESUMED)


def _year(found: Expression, setting: Setting) -> Reading | None:
    year = year_of(found.base, setting)
    if not year:
        return None
    until = found.base.part("until")
    if until and not found.base.part("fiscal"):
        last = int(until) if len(until) == 4 else year // 100 * 100 + int(until)
        return Reading("DATE", f"{year:04d}/{last:04d}") if last > year else None
    return Reading("DATE", f"{year:04d}")


def _decade(found: Expression, _: Setting) -> Reading | None:
    digits = found.base.part("digits").lstrip("'’")
    if not digits:
        return Reading("DATE", table("decade")[found.base.part("word").lower()])
    return Reading("DATE", digits[:3] if len(digits) == 4 else f"19{digits[0]}")


def _century(found: Expression, _: Setting) -> Reading | None:
    nth = read_ordinal(found.base.part("nth")) or 0
    return Reading("DATE", f"{nth - 1:02d}") if 1 <= nth <= 30 else None


READERS = {
    "iso": _iso, "figures": _figures, "month-day": _month_day, "day-month": _month_day, "month": _month, "weekday":
    _weekday, "season": _season, "feast": _feast, "today": _today, "part": _part, "clock": _clock, "clock-words":
    _clock, "clock-dot": _clock, "clock-bare": _clock, "clock-part": _clock, "nth-weekday": _nth_weekday, "day-only":
    _day_only, "year": _year, "spoken-year": _year, "decade": _decade, "century": _century,
}  # fmt: skip
