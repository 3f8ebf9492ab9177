"""The patterns of time expressions, one a rule: named groups say what each part is. Built from the lexicons, once.

Every repetition is bounded and no two neighbours can take the same characters, so hostile text costs linear time.
"""
# ruff: noqa: E501  a pattern is read, and searched for, as one line

import re
from functools import cache

from variorum.annotate.numbers import alternatives, number_pattern, number_words, ordinal_pattern
from variorum.annotate.timewords import holidays, table, time_units, units, words_of

__all__ = ["NEEDS", "RELATIONS", "rules", "triggers"]

_TODAY_WORDS = ("tonight", "today", "yesterday", "tomorrow", "overnight")
# the kinds of words without which a rule cannot match
NEEDS: dict[str, frozenset[str]] = {
    name: frozenset(kinds.split())
    for names, kinds in (
        ("iso figures clock-dot day-only year quarter-code", "digit"),
        ("month-day day-month month nth-weekday", "month"),
        ("weekday", "weekday"), ("season", "season"), ("feast", "feast"), ("set", "set"), ("ref", "ref"),
        ("today", "today unit part"), ("part", "part"), ("clock-part", "part"), ("clock", "digit clock part"),
        ("clock-words", "clock quarter part unit"), ("clock-bare", "weekday today part"),
        ("spoken-year", "spoken unit"), ("decade", "digit decade"), ("century", "unit"),
        ("quarter", "quarter"), ("bare-quarter", "quarter"), ("quarter-hour", "quarter unit"),
        ("ago year-ago span span-range span-half bare-span unit the-unit weekend year-end each", "unit quarter"),
    )
    for name in names.split()
}  # fmt: skip
# the step that a word of relation says: -1 last, 0 this, 1 next, 5 each; seen from what the text told: 7 before, 8 after, 9 same
RELATIONS = {
    "last": -1, "past": -1, "previous": -1, "this past": -1, "this": 0, "current": 0, "the current": 0, "the same": 9,
    "the last": -1, "the past": -1, "the previous": -1, "latest": -5, "the latest": -5, "this coming": 1, "next": 1, "the next": 1,
    "coming": 1, "the coming": 1, "that": 9, "that same": 9, "the following": 8, "following": 8, "the preceding": 7,
    "each": 5, "every": 5, "each of the past": 5, "on each": 5, "": 4,
}  # fmt: skip
_RELATIVE = alternatives(tuple(each for each in RELATIONS if each))
_VAGUE = "several|(?:a|the)\\sfew|few|many|some|dozens\\sof|hundreds\\sof|thousands\\sof|tens\\sof|a\\scouple\\sof|couple\\sof|a\\scouple|half\\s(?:an?|the)|half-an?|an?"
_MORE = "(?:\\s(?:more|full|additional|consecutive|straight|trading|business|working|long|calendar|further|whole|extra|critical|short|turbulent|difficult|bloody)){0,2}"
_YEAR = r"(?:1[5-9]|20)\d\d"


@cache
def rules() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """Names of rules and their patterns, in the order in which they win over one another at the same length."""
    month, weekday = (f"(?P<{kind}>(?-i:{words_of(kind)}))" for kind in ("month", "weekday"))
    season = f"(?P<season>{words_of('season')})"
    part, zone, unit, number = words_of("part"), words_of("zone"), time_units(), number_pattern()
    rel = rf"(?P<rel>{_RELATIVE})\s"
    count = rf"(?P<count>{number}|{_VAGUE})"
    span = rf"(?<!-){count}{_MORE}(?:\s|-)(?:(?:and|or)\s(?P<more>two|more|a\shalf)\s)?(?P<unit>{unit})\b"
    day = rf"(?P<day>[0-3]?\d|{ordinal_pattern()})(?:st|nd|rd|th)?\b(?![:/]\d|,\d|\.\d|\s?(?:%|percent|people|a\.?m\b|p\.?m\b))"
    year = rf"(?P<year>{_YEAR})\b"
    spoken = _spoken_years()
    small = alternatives((*number_words("unit"), *number_words("ten")))
    hours = alternatives(tuple(list(number_words("unit"))[1:13]))
    feast = alternatives(tuple(word for each in holidays().values() for word in each.words))
    patterns = {
        "iso": rf"(?<![\w-])(?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?:T(?P<clock>[0-2]\d:[0-5]\d))?(?![\w-])",
        "figures": rf"(?<![\w/.-])(?P<first>\d{{1,2}})(?P<mark>[/.])(?P<second>\d{{1,2}})(?P=mark)(?P<year>{_YEAR}|\d\d)(?![\w/]|\.\d)",
        "month-day": rf"\b{month}\s(?:the\s)?{day}(?:,?\s{year})?",
        "day-month": rf"(?<![\w.,:/-])(?:the\s)?{day}(?:\sof)?\s{month}(?:,?\s{year})?",
        "month": rf"\b(?:{rel})?{month}(?!\w)(?:,?\s(?:of\s)?(?P<year>{_YEAR}|{spoken})\b)?",
        "weekday": rf"\b(?:{rel})?{weekday}(?P<set>s\b)?(?!\w)",
        "season": rf"\b(?:{rel}|the\s)?{season}(?!\w)(?:\s(?:of\s)?(?P<year>{_YEAR}|{spoken})\b)?",
        "feast": rf"\b(?:{rel})?(?P<feast>(?-i:{feast}))(?!\w)(?:,?\s{year})?",
        "today": r"\b(?P<today>the\sday\s(?:before\syesterday|after\stomorrow)|today|tonight|yesterday|tomorrow|overnight|last\snight|the\s(?:same|very\ssame)\sday|the\s(?:next|following)\sday|the\s(?:previous\sday|day\s(?:before|after))(?=[.,;:)”\"]|\s(?:and|in|at|with|by)\b)(?!\syesterday|\stomorrow))",
        "part": rf"\b(?:(?P<rel>this|that|last|the|the\snext|the\sfollowing|the\sprevious|the\ssame|in\sthe|at)\s)?(?:(?P<mid>early|late|mid)[\s-])?(?P<part>{part})\b(?!\s(?:session|club|vision))",
        "clock": rf"(?<![\w.:,$€£])(?P<hour>[0-2]?\d|{alternatives(tuple(number_words('unit')))})(?:(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)|:(?P<minutes>[0-5]\d)(?::[0-5]\d)?|\so[’']clock|(?P<tail>[0-5]\d)(?=\s(?-i:GMT|UTC|CET|hours\b)))(?:\s\(?(?:in\sthe\s(?P<daypart>morning|afternoon|evening)|at\s(?P<night>night)))?(?:\s\(?(?-i:{zone})\)?)?(?![\w:]|\.\d)",
        "clock-words": rf"\b(?:(?P<part_hour>half)\s(?:past\s)?|(?P<past>{small}|quarter|a\squarter|[0-5]?\d)(?:\sminutes?)?\s(?P<sign>past|to)\s)(?P<hour>{hours}|noon|midnight)\b(?:\s(?:in\sthe\s(?P<daypart>morning|afternoon|evening)|at\snight|o[’']clock))?",
        "clock-dot": r"(?<!closed\s)(?<!trading\s)(?<!ended\s)(?<!priced\s)(?<!valued\s)(?<!finished\s)(?<!stood\s)(?<!yield\s)\b(?P<lead>at|by|until|since|before|after)\s(?P<hour>[0-2]?\d)\.(?P<minute>[0-5]\d)(?![\d%])(?!\s?(?:percent|per\scent|million|billion|bn|m\b|points?|metres|meters|km|[a-z]+s\b))",
        "clock-part": rf"\b(?P<hour>{hours}|1?\d)\sin\sthe\s(?P<daypart>morning|afternoon|evening)\b",
        "clock-bare": rf"\b(?P<lead>at|until|till|since|by|from|around|about)\s(?P<hour>{hours})(?=\s(?:on\s(?-i:{words_of('weekday')})|tomorrow\b|yesterday\b|this\s(?:morning|afternoon|evening)|the\snext\s(?:morning|afternoon|evening)))",
        "nth-weekday": rf"\b(?:the\s)?(?P<nth>first|second|third|fourth|last)\s{weekday}\s(?:of|in)\s{month}(?:,?\s(?:of\s)?{year})?",
        "day-only": r"\b(?P<lead>on|of|by|until|since|from)\sthe\s(?P<day>[0-3]?\d(?:st|nd|rd|th))(?=[.,;:)]|\s(?:and|or|at|with|when|in|to|of\s(?:this|last|next)\smonth)\b)(?:\sof\s(?P<rel>this|last|next)\smonth)?",
        "quarter-hour": r"\b(?P<count>a|three)[\s-]quarters?\sof\san\shour\b",
        "year": rf"(?<![\w$€£.,/:-])(?:(?P<fiscal>fiscal(?:\syear)?|financial\syear)\s)?(?P<year>{_YEAR})(?:[/–-](?P<until>\d\d|{_YEAR}))?(?!\w|%|[.,/]\d|-\d)",
        "spoken-year": rf"\b(?:(?:the\s)?year\s)?(?P<spoken>{spoken})\b(?!-)",
        "decade": rf"(?:\bthe\s)?(?:(?<!\w)(?P<digits>1[5-9]\d0|20[0-2]0|['’][2-9]0)[’']?s\b|\bthe\s(?P<word>{words_of('decade')})\b)",
        "century": rf"\b(?:the\s)?(?P<nth>{ordinal_pattern()})[\s-](?:century|centuries)\b",
        "quarter": rf"\b(?:(?P<rel>{_RELATIVE}|the|its|their)\s)?(?:(?P<fiscal>fiscal)[\s-])?(?P<nth>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))[\s-](?:fiscal[\s-])?(?P<quarter>quarters?|half|halves)\b(?!\sof\s(?:the\s)?(?:game|match))(?:\sof\s(?:fiscal\s)?{year})?",
        "quarter-code": r"(?-i:\bQ(?P<q>[1-4])\b)(?:\s(?:of\s)?(?P<year>(?:1[5-9]|20)\d\d)\b)?",
        "bare-quarter": rf"\b(?P<rel>the\syear[\s-](?:ago|earlier)|year[\s-](?:ago|earlier)|the\s{_YEAR}|the\slatest|the\scurrent|this|that|last|next|the)\s(?:fiscal\s)?(?P<bare>quarter|period)\b",
        "ago": rf"\b(?:{span})(?:\sor\s(?:so|two))?(?:\s|-)(?P<turn>ago|earlier|later|from\snow|hence)\b",
        "year-ago": r"\byear[\s-](?P<turn>ago|earlier)\b",
        "span": rf"\b(?:(?P<frame>(?:the\s)?(?:past|last|next|first|coming|following|previous|final|latest|remaining|opening|early))\s|the\s|(?:each\sof\sthe\s(?:past|last)\s))?{span}(?!\s(?:old|of\sage)\b|-old)(?!\sand\sa\shalf)",
        "span-range": rf"\b(?P<low>{number})(?:\sto\s|\sor\s|-|–)(?P<count>{number})[\s-](?P<unit>{unit})\b(?!-old)",
        "span-half": rf"\b(?P<count>an?|one)\s(?P<unit>{unit})\sand\sa\s(?P<more>half)\b",
        "bare-span": r"\b(?:(?P<lead>for|after|in|within|over|over\sthe)\s|(?P<frame>(?:the\s)?(?:first|early|last|final|past|coming|next|following|opening))\s)(?P<unit>seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries)\b(?!\s(?:old|of\sage))",
        "unit": rf"\b{rel}(?:fiscal\s|financial\s|calendar\s)?(?P<unit>{unit}|weekend|semester|term)\b(?!-)",
        "the-unit": r"\b(?P<lead>of|in|for|during|throughout|over)\s(?P<article>the)\s(?:(?P<fiscal>fiscal|full|entire|whole|rest\sof\sthe)\s)?(?P<unit>week|weekend|month|year|day)(?=(?P<ended>\send(?:ed|ing)\b)?)\b(?!\w|[\s-](?:ago|earlier|of|to|when|that|before|after))",
        "weekend": r"\b(?:the|at\sthe|over\sthe)\s(?P<unit>weekend)\b",
        "year-end": r"\b(?:the\s)?(?:year|month)(?:[’']s)?(?:\s|-)end\b",
        "each": rf"\b(?:each|every|a(?=\s\w+\s(?:for|since|until)\s))\s(?:other\s|single\s)?(?P<unit>{unit})\b|\b(?:once|twice|three\stimes|four\stimes)\s(?:an?|every|each)\s(?P<per>{unit})\b",
        "set": rf"\b(?P<set>{words_of('set')})\b",
        "ref": rf"\b(?P<ref>{words_of('ref')})\b",
    }  # fmt: skip
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in patterns.items())


_KINDS = ("ref", "set", "decade", "part", "season", "weekday", "month")
_MORE_KINDS = (
    *((word, "today") for word in _TODAY_WORDS),
    *((word, "clock") for word in ("clock", "past")),
    *((word, "quarter") for word in ("quarter", "quarters", "half", "halves", "period")),
    *((word, "unit") for word in ("weekends", "semester", "term")),
    ("nineteen", "spoken"),
)
_WORD = re.compile(r"[A-Za-z]+")
_DIGIT = frozenset({"digit"})
_FIGURE = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d[:/.]\d\d|\d\s?[ap]\.?m\b|\bQ[1-4]\b|\d(?:st|nd|rd|th)\b|[’'][2-9]0s|\d{4}\s(?:GMT|UTC|CET|hours)",
    re.IGNORECASE,
)


def triggers(text: str, start: int, end: int) -> list[tuple[int, int, frozenset[str]]]:
    """Where a word or figure stands without which no rule can match: start, end, its kinds; in order."""
    kinds = _kinds()
    found = [(match.start(), match.end(), _DIGIT) for match in _FIGURE.finditer(text, start, end)]
    for match in _WORD.finditer(text, start, end):
        known = kinds.get(match.group().lower())
        if known:
            found.append((match.start(), match.end(), known))
    return sorted(found, key=lambda each: each[:2])


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Words to the kinds of expression that they may belong to; of several words the longest stands for all."""
    found: dict[str, set[str]] = {}
    phrases = [(word, kind) for kind in _KINDS for word in table(kind)]
    phrases += [(word, "feast") for word in holidays()] + [(word, "unit") for word in units("time")]
    for phrase, kind in (*phrases, *_MORE_KINDS):
        found.setdefault(max(re.findall(r"[a-z]+", phrase.lower()), key=len), set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _spoken_years() -> str:
    ten, small = alternatives(tuple(number_words("ten"))), alternatives(tuple(number_words("unit")))
    return rf"(?:(?:seventeen|eighteen|nineteen|twenty)\s(?:{ten}(?:-{small})?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|two\sthousand(?:\s(?:and\s)?(?:{ten}(?:-{small})?|{small}))?)"
