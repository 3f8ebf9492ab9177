"""Finds time expressions and gives them TIMEX3 types, values and granularity, from the account's date and tense.

What cannot be placed keeps no value: a relative day in an account without a date, 31 February, 3/4. No guess is shown.
Source: the TimeML 1.2.1 annotation guidelines for what is marked and how values are written.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from spacy.tokens import Token

from variorum.annotate import timedays, timespans
from variorum.annotate.context import Context, Layers
from variorum.annotate.tense import direction, past_above
from variorum.annotate.timeatoms import atoms_in
from variorum.annotate.timecontext import PRESUMED, Reading, Setting, day_published
from variorum.annotate.timejoin import Expression, joined
from variorum.annotate.timewords import feast_things
from variorum.model.finding import Origin, Rule
from variorum.model.markup import Timex
from variorum.model.periods import Duration, Period

__all__ = ["RULES", "TimexStep"]

RULES = (
    Rule("timex-day", "The words name a day of the calendar."),
    Rule("timex-weekday", "The weekday is the nearest one in the direction of the sentence's tense."),
    Rule("timex-deictic", "The words count from the day on which the account was published."),
    Rule("timex-text", "The words count from the time that the account told last."),
    Rule("timex-period", "The words name a month, season, quarter, year, decade or century."),
    Rule("timex-clock", "The words name an hour or a part of a day."),
    Rule("timex-hour", "The words name an hour and no day; the day of publication is presumed, and dates no event."),
    Rule("timex-length", "The words name a length of time."),
    Rule("timex-set", "The words say how often something recurs."),
    Rule("timex-reference", "The words point to the past, the present or the future as such."),
)
_READERS = {**timedays.READERS, **timespans.READERS}
_NOT_MONTHS = {"May", "March", "MAY", "MARCH"}
_LEAD = re.compile(
    r"(?<!\w)(?:in|last|next|since|until|till|by|from|of|early|late|this|mid|mid-|during|for|and|through|to|between|before|after|every|each|on)\W{1,2}(?:the\s)?$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b(?:his|her|their|my|our|whose)\s(?:early\s|mid-?\s?|late\s)?$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|in|from)\s")
_BESIDE = re.compile(r"\s(?:before|after)\s(?:the|a|an|his|her|their|its|our|my|[A-Z])")
_DROPS = frozenset({"fall", "drop", "plunge", "tumble", "slip", "slide", "topple", "crash"})
_SHORT = frozenset({"night", "day", "weekend"})
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "E": "decade", "C": "century"}


@dataclass(frozen=True, slots=True)
class TimexStep:
    """Time expressions, sentence by sentence."""

    requires: tuple[str, ...] = ("sentences",)
    assigns: tuple[str, ...] = ("timexes",)

    def __call__(self, context: Context) -> Layers:
        """Find and place them; what an expression tells is what the next ones count from."""
        starts = [token.idx for token in context.doc]
        day, source = _anchor(context)
        setting = Setting(day=day, source=source, direction=lambda: 0)
        found: list[Timex] = []
        paragraph = -1
        for sentence in context.marked.sentences:
            span = sentence.span
            if sentence.paragraph != paragraph:
                setting, paragraph = replace(setting, near=None), sentence.paragraph
            for expression in joined(context.account.text, atoms_in(context.account.text, span.start, span.end)):
                token = context.doc[max(0, bisect_right(starts, expression.base.start) - 1)]
                reading = _read(
                    context,
                    expression,
                    replace(setting, direction=partial(_way, context.account.text, expression, token)),
                    token,
                )
                if reading:
                    setting = setting.after(reading)
                    found.append(_timex(context, expression, reading))
        return {"timexes": tuple(found)}


def _anchor(context: Context) -> tuple[date | None, str | None]:
    day = day_published(context.account)
    if day:
        return day, "published"
    dateline = context.account.dateline or ""
    bare = Setting(day=None, source=None, direction=lambda: 0)
    for expression in joined(dateline, atoms_in(dateline, 0, len(dateline))):
        reader = _READERS[expression.base.rule]
        reading = reader(expression, bare)
        period = Period.parse(reading.value or "") if reading else None
        if period and period.first == period.last:
            return period.first, "dateline"
    return None, None


def _read(context: Context, found: Expression, setting: Setting, token: Token) -> Reading | None:
    if not _plausible(context.account.text, found, token) or (_is_fall(found) and _tells_of_falls(token)):
        return None
    reading = _READERS[found.base.rule](found, setting)
    if reading is None:
        return None
    if _per(found, token):
        return Reading("SET", reading.value)
    if found.time is not None and found.base.rule != "part":
        clock = timedays.clock_of(found.time)
        value = reading.value + clock if reading.value and clock and "T" not in reading.value else reading.value
        reading = Reading("SET" if reading.type == "SET" else "TIME", value, reading.anchor, reading.mod)
    return replace(reading, mod=found.mod or reading.mod)


def _way(text: str, found: Expression, token: Token) -> int:
    """The verb's direction; "Friday's vote" and "the June accord" look ahead only where the verb surely does."""
    way = direction(token)
    bound = token.dep_ == "compound" or text[found.end : found.end + 2] in {"'s", "’s"}
    if found.base.rule == "month" and way > 0 and past_above(token):
        return -1  # "became a race to save him in November"
    if found.base.rule == "month" and way == 1:
        return 0  # "the November parade is one that he forgets", "the fair opens in May"
    return (1 if way > 1 else -1) if bound else max(-1, min(1, way))


def _plausible(text: str, found: Expression, token: Token) -> bool:
    """Whether words that also mean something else (May, fall, second, 2000 people) are meant as time here."""
    rule, before = found.base.rule, text[max(0, found.base.start - 24) : found.base.start]
    if rule == "today" and token.pos_ == "PROPN" and token.i and not token.is_sent_start:
        return not (token.nbor(-1).pos_ == "PROPN" and before[-1:] == " ")  # a name: "Russia Today"
    if (
        rule == "month"
        and found.base.part("month") in _NOT_MONTHS
        and not (found.base.part("year") or found.year or found.base.part("rel"))
    ):
        return bool(_LEAD.search(before)) and token.ent_type_ != "PERSON"
    if rule in {"month", "feast", "weekday"} and token.ent_type_ == "PERSON":
        return bool(_LEAD.search(before))
    if rule == "feast":
        last = _last_token(token, found.end)
        return not (last.dep_ == "compound" and last.head.i > last.i and last.head.lemma_.lower() in feast_things())
    if rule == "season":
        sure = bool(found.base.part("rel") or found.base.part("year") or found.year or found.mod)
        noun = token.pos_ in {"NOUN", "PROPN", "DET"}
        fall = found.base.part("season").lower() == "fall" and _OF.match(text, found.end)
        return sure or (
            noun
            and not fall
            and bool(
                _LEAD.search(before)
                or (text[found.base.start] in "tT" and "the" in text[found.base.start : found.base.start + 4].lower())
            )
        )
    if rule == "year" and not found.base.part("fiscal"):
        counted = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
        return not counted or token.head.lower_ in {
            "results",
            "earnings",
            "figures",
            "elections",
            "sales",
            "profits",
            "levels",
        }
    if rule == "decade":
        return not _AGE.search(before)
    if rule == "spoken-year":
        return (
            found.base.part("spoken").lower().startswith("nineteen")
            or "year" in text[found.base.start : found.end].lower()
        )
    if rule == "part" and found.base.part("rel") and _BESIDE.match(text, found.base.end):
        return False  # "the night before the race": a night of the race's, not of the paper's
    if rule == "part" or (
        rule == "span" and found.base.part("count").lower() in {"a", "an"} and found.base.part("unit").lower() in _SHORT
    ):
        last = _last_token(token, found.base.end)
        return last.dep_ != "compound" or last.head.i <= last.i  # "the night shift", "a day trip"
    return True


def _is_fall(found: Expression) -> bool:
    bare = not (found.base.part("rel") or found.base.part("year") or found.year or found.mod)
    return found.base.rule == "season" and bare and found.base.part("season").lower() == "fall"


def _tells_of_falls(token: Token) -> bool:
    """Whether an account in which something falls means that by "the fall"."""
    return any(each.lemma_ in _DROPS and each.pos_ == "VERB" for each in token.doc)


def _last_token(token: Token, end: int) -> Token:
    while token.i + 1 < len(token.doc) and token.nbor(1).idx < end:
        token = token.nbor(1)
    return token


def _per(found: Expression, token: Token) -> bool:
    """Whether "a year" is a rate: "4 percent a year", "two posts a year"."""
    if (
        found.base.rule != "span"
        or found.base.part("count").lower() not in {"a", "an"}
        or found.start != found.base.start
    ):
        return False
    before = token.nbor(-1) if token.i else None
    return before is not None and (
        before.tag_ in {"NNS", "CD", "$"} or before.lower_ in {"percent", "cent", "%", "once", "twice"}
    )


def _timex(context: Context, found: Expression, reading: Reading) -> Timex:
    value = reading.value if reading.value is None or _real(reading.value) else None
    return Timex(
        text=context.account.text[found.start : found.end],
        type=reading.type,  # type: ignore[arg-type]  # readers write only TIMEX3's four
        value=value,
        granularity=_granularity(reading.type, value),
        anchor="published" if reading.anchor == PRESUMED else reading.anchor,
        mod=reading.mod or None,
        evidence=(context.at(found.start, found.end),),
        origin=Origin("timexes", _rule(found, reading)),
        score=0.9 if value else 0.5,
    )


def _real(value: str) -> bool:
    """Whether a value that looks like a date is one."""
    return not re.match(r"\d{4}-\d\d-\d\d", value) or Period.parse(value) is not None


def _granularity(kind: str, value: str | None) -> str | None:
    if value is None:
        return None
    period = Period.parse(value)
    if period and kind != "SET":
        return period.granularity
    length = Duration.parse(value)
    if length:
        return {"TH": "hour", "TM": "minute", "TS": "second"}.get(length.unit, _UNITS.get(length.unit))
    return None


def _rule(found: Expression, reading: Reading) -> str:
    if reading.anchor == PRESUMED:
        return "timex-hour"
    if reading.anchor == "text":
        return "timex-text"
    if reading.type in {"SET", "DURATION"}:
        return "timex-set" if reading.type == "SET" else "timex-length"
    if reading.type == "TIME":
        return "timex-clock"
    if (reading.value or "").endswith("_REF"):
        return "timex-reference"
    by_rule = {
        "weekday": "timex-weekday",
        "month-day": "timex-day",
        "day-month": "timex-day",
        "iso": "timex-day",
        "figures": "timex-day",
        "feast": "timex-day",
    }
    fallback = "timex-period" if reading.anchor is None else "timex-deictic"
    if found.base.rule in {"month", "season", "quarter", "quarter-code"}:
        return "timex-period"
    return by_rule.get(found.base.rule, fallback)
