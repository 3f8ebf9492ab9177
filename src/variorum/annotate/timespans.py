"""What lengths of time, quarters, "last week", "two years ago", sets and references mean, in their setting."""

import re
from datetime import date

from variorum.annotate import reckoning
from variorum.annotate.numbers import read_number, read_ordinal
from variorum.annotate.timecontext import Reading, Setting
from variorum.annotate.timedays import year_of
from variorum.annotate.timejoin import Expression
from variorum.annotate.timewords import Unit, table, units
from variorum.model.periods import Period

__all__ = ["READERS"]

_LENGTHS = {"E": ("Y", 10), "L": ("Y", 1000), "N": ("D", 1), "F": ("W", 2), "SE": ("SE", 1)}
_HALVES = {"Y": "6M", "H": "30M", "M": "30S"}
_RECENT = 2  # expressions back that "a year earlier" still takes a quarter from


def _unit(found: Expression) -> Unit:
    return units("time")[" ".join(found.base.part("unit").lower().split())]


def _count(text: str) -> float | None:
    """How many: None for "several", "a few", "many"."""
    word = " ".join(text.lower().split())
    if word in {"a", "an", "the"}:
        return 1.0
    if word.startswith("half"):
        return (
            0.5
            if word.rstrip("s") in {"half", "half a", "half an", "half-a", "half-an", "half the"}
            else read_number(word)
        )
    if "couple" in word:
        return 2.0
    return read_number(word)


def _length(unit: Unit, count: float | None) -> str:
    code, factor = _LENGTHS.get(unit.code, (unit.code, 1))
    head = "PT" if unit.time else "P"
    if count is None:
        return f"{head}X{code}"
    if count == 0.5 and code == "D":
        return "PT12H"
    count *= factor
    whole = int(count)
    if count - whole == 0.5 and code in _HALVES and (unit.time or code == "Y"):
        return (f"{head}{whole}{code}" if whole else head) + _HALVES[code]
    return f"{head}{whole}{code}" if count == whole else f"{head}{count:.4g}{code}"


def _span(found: Expression, _: Setting) -> Reading | None:
    unit = _unit(found)
    text = found.base.part("count")
    count = _count(text)
    if unit.code == "Q" and text.lower() in {"a", "three", "3"} and not found.base.part("frame"):
        return None  # "three quarters of them"
    if unit.code == "S" and found.base.part("unit").lower() == "second" and (count or 9) > 1:
        return None  # "the seventy-second"
    if unit.code == "S" and text.lower() in {"a", "an", "the"}:
        return None  # "a second meeting"
    more = found.base.part("more")
    if count is not None and more.endswith("half"):
        count += 0.5
    return Reading("DURATION", _length(unit, count))


def _quarter_hour(found: Expression, _: Setting) -> Reading | None:
    return Reading("DURATION", "PT45M" if found.base.part("count").lower() == "three" else "PT15M")


def _bare_span(found: Expression, _: Setting) -> Reading | None:
    return Reading("DURATION", _length(_unit(found), None))


def _ago(found: Expression, setting: Setting) -> Reading | None:
    unit = _unit(found) if found.base.part("unit") else units("time")["year"]
    count = _count(found.base.part("count") or "a")
    turn = found.base.part("turn").lower()
    if count is not None and found.base.part("more").endswith("half"):
        count += 0.5
    back = turn in {"ago", "earlier"}
    if count is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF")
    step = -count if back else count
    if unit.code == "Y" and setting.quarter and setting.distance <= _RECENT and back:
        return Reading("DATE", f"{int(setting.quarter[:4]) - int(count):04d}{setting.quarter[4:]}", "text")
    if unit.time:
        return _hours(found, setting, unit, step)
    if turn in {"earlier", "later"}:
        return setting.from_text("DATE", lambda day: _moved(day, unit, step), to_day=unit.code in {"D", "W", "N"})
    return setting.relative("DATE", lambda day: _moved(day, unit, step))


def _moved(day: date, unit: Unit, step: float) -> str | None:
    if unit.code == "N":
        moved = reckoning.at(day, "D", step)
        return moved.isoformat() + "TNI" if moved else None
    if step != int(step):
        code, factor = {"Y": ("M", 12), "E": ("Y", 10), "M": ("W", 4), "W": ("D", 7)}.get(unit.code, (unit.code, 1))
        return reckoning.shift(day, code, step * factor)
    return reckoning.shift(day, unit.code, step)


def _hours(found: Expression, setting: Setting, unit: Unit, step: float) -> Reading:
    if found.base.part("turn").lower() in {"earlier", "later"}:
        return Reading("DURATION", _length(unit, abs(step)))
    hours = step if unit.code == "H" else 0.0
    whole = int(abs(hours) // 24)
    if whole and setting.day:
        return setting.relative("DATE", lambda day: reckoning.shift(day, "D", whole if step > 0 else -whole))
    return Reading("TIME", "PAST_REF" if step < 0 else "FUTURE_REF")


def _relative_unit(found: Expression, setting: Setting) -> Reading | None:
    word = found.base.part("unit").lower()
    if word in {"semester", "term"} or word not in units("time"):
        return None
    unit, rel = _unit(found), found.base.rel
    if rel == 5:
        return Reading("SET", _length(unit, 1))
    if word not in {unit.words[0], "weekend"} or unit.code == "L":
        plural_past = word.endswith("s") and rel in {-1, 1}
        return Reading("DURATION", _length(unit, None)) if plural_past else None
    if unit.time or (unit.code == "D" and rel in {0, 4}):
        if unit.code in {"S", "M"} and unit.time and rel == -1:
            return None  # "at the last minute"
        lasting = rel in {-1, 1} and found.base.part("rel").lower().split()[-1] in {"past", "last", "next", "coming"}
        return Reading("DURATION", _length(unit, 1)) if lasting else None
    if unit.code == "D" and rel in {-1, 1}:
        return setting.from_text("DATE", lambda day: reckoning.shift(day, "D", rel), to_day=True)
    if unit.code == "N":
        return setting.from_text("TIME", lambda day: day.isoformat() + "TNI", to_day=True) if rel == 9 else None
    if rel in {7, 8, 9}:
        if Period.parse(setting.focus or "") is None:
            return Reading("DATE", None, "text")
        return setting.from_text("DATE", lambda day: reckoning.shift(day, unit.code, {7: -1, 8: 1, 9: 0}[rel]))
    step = rel if rel in {-1, 1} else 0
    return setting.relative("DATE", lambda day: reckoning.shift(day, unit.code, step))


def _the_unit(found: Expression, setting: Setting) -> Reading | None:
    unit = _unit(found)
    if unit.code == "D":
        return None
    if unit.code == "Y" and found.base.part("ended"):
        return Reading("DURATION", "P1Y")
    if found.base.part("lead").lower() == "for" and not found.mod and unit.code != "WE":
        return None
    return setting.relative("DATE", lambda day: reckoning.in_unit(day, unit.code))


def _weekend(_: Expression, setting: Setting) -> Reading | None:
    def near(day: date) -> str | None:
        back = setting.direction() <= 0 and day.isoweekday() < 6
        return reckoning.shift(day, "WE", -1 if back else 0)

    return setting.relative("DATE", near)


def _year_end(found: Expression, setting: Setting) -> Reading | None:
    text = found.base.parts
    del text
    reading = setting.relative("DATE", lambda day: f"{day.year:04d}")
    return Reading("DATE", reading.value, reading.anchor, "END")


def _quarter(found: Expression, setting: Setting) -> Reading | None:
    word = found.base.part("nth").lower()
    nth = 4 if word == "final" else (read_ordinal(word) or 0)
    half = found.base.part("quarter").lower().startswith("hal")
    year = year_of(found.base, setting) or year_of(found.year, setting)
    if found.base.part("quarter").lower() in {"quarters", "halves"} or not 1 <= nth <= (2 if half else 4):
        return None
    if year:
        return Reading("DATE", f"{year:04d}-{'H' if half else 'Q'}{nth}")
    return None if half else _numbered(nth, setting)


def _numbered(nth: int, setting: Setting) -> Reading:
    def near(day: date) -> str:
        now = (day.month + 2) // 3
        ahead = setting.direction() > 0 and nth not in {now, now - 1}
        year = day.year + (1 if ahead and nth < now else 0) - (1 if not ahead and nth > now else 0)
        if nth == now + 1 and (day.month % 3 == 0 or setting.direction() >= 0):
            year = day.year  # the quarter about to begin
        return f"{year:04d}-Q{nth}"

    return setting.relative("DATE", near)


def _quarter_code(found: Expression, setting: Setting) -> Reading | None:
    year = year_of(found.base, setting) or year_of(found.year, setting)
    nth = int(found.base.part("q"))
    return Reading("DATE", f"{year:04d}-Q{nth}") if year else _numbered(nth, setting)


def _bare_quarter(found: Expression, setting: Setting) -> Reading | None:
    lead = " ".join(found.base.part("rel").lower().replace("-", " ").split())
    period = found.base.part("bare").lower() == "period"
    year = re.search(r"\d{4}", lead)
    if setting.quarter is None:
        if period or lead == "the" or year or "year" in lead:
            return None
        step = {"last": -1, "next": 1}.get(lead, 0)
        return setting.relative("DATE", lambda day: reckoning.shift(day, "Q", step))
    told = setting.quarter
    if year:
        return Reading("DATE", f"{year.group()}{told[4:]}", "text")
    if "year" in lead:
        return Reading("DATE", f"{int(told[:4]) - 1:04d}{told[4:]}", "text")
    if lead in {"the", "the latest"}:
        return Reading("DATE", told, "text")
    if period:
        return None
    return setting.relative("DATE", lambda day: reckoning.shift(day, "Q", {"last": -1, "next": 1}.get(lead, 0)))


def _each(found: Expression, _: Setting) -> Reading | None:
    word = (found.base.part("unit") or found.base.part("per")).lower()
    return Reading("SET", _length(units("time")[word], 1))


def _set(found: Expression, _: Setting) -> Reading | None:
    return Reading("SET", table("set")[found.base.part("set").lower()])


def _ref(found: Expression, _: Setting) -> Reading | None:
    value = table("ref")[" ".join(found.base.part("ref").lower().split())]
    return Reading("DURATION" if value.startswith("PX") else "DATE", value)


READERS = {
    "span": _span, "span-range": _span, "span-half": _span, "quarter-hour": _quarter_hour, "bare-span": _bare_span,
    "ago": _ago, "year-ago": _ago, "unit": _relative_unit, "the-unit": _the_unit, "weekend": _weekend, "year-end":
    _year_end, "quarter": _quarter, "quarter-code": _quarter_code, "bare-quarter": _bare_quarter, "each": _each,
    "set": _set, "ref": _ref,
}  # fmt: skip
