"""Finds numbers and what they count: figures and words, ranges, money, shares, with bounds as a closed interval.

The interval of a loosened number follows the rule of its approximator ("nearly", "at least"), which the finding cites.
Dates, hours, ages, scores and numbers in names are not quantities; ordinals are told apart.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

from spacy.tokens import Token

from variorum.annotate.context import Context, Layers
from variorum.annotate.countunits import label_number, unit_of
from variorum.annotate.numbers import number_words, read_number, read_ordinal
from variorum.annotate.pounds import weighs
from variorum.annotate.quantitypatterns import quantity_pattern, quantity_trigger
from variorum.annotate.timewords import Approximator, approximators, units
from variorum.model.finding import Origin, Rule
from variorum.model.markup import Quantity, QuantityKind

__all__ = ["RULES", "QuantityStep"]

RULES = (
    Rule("quantity-exact", "The account gives one figure."),
    Rule("quantity-about", "“About” and its like reach 15 percent to either side; of three digits, two of the last."),
    Rule("quantity-nearly", "“Nearly” and its like reach from a tenth below up to the figure."),
    Rule("quantity-just-over", "“Just over” reaches from the figure to a tenth above."),
    Rule("quantity-more-than", "“More than” is open above the figure."),
    Rule("quantity-at-least", "“At least” is open from the figure upwards."),
    Rule("quantity-less-than", "“Less than” is open below the figure."),
    Rule("quantity-at-most", "“At most” and “up to” are open from the figure downwards."),
    Rule("quantity-range", "The account gives both bounds."),
    Rule(
        "quantity-vague", "A vague plural (“dozens”, “tens of thousands”) reaches from two of its unit to the next one."
    ),
    Rule("quantity-fraction", "A share in words is taken with a twentieth to either side."),
    Rule("quantity-ordinal", "The number says which one, not how many."),
)
_RISING = frozenset(
    {"go", "creep", "rise", "climb", "come", "move", "push", "bring", "shoot", "jump", "edge", "inch", "tick", "add"}
)
_WIDE = 0.05  # a share in words ("a third") is rounder than one in figures
_EXACT = 3  # digits from which "about" loosens only the last: "some 146 million" is not 152
_LAST = 2.0  # units of the last digit that such an "about" reaches
_POUND = "pound sterling"
_AGE = re.compile(r"-?\s?years?[\s-](?:old|of\sage)|-year-olds?\b|s?\syears\sold", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|age\sof|turned)\s$", re.IGNORECASE)
_SCORED = re.compile(
    r"\b(?:won|wins?|beats?|lost|lose|defeat(?:ed)?|victory|draw|drew|score|led|lead|trail(?:ed|ing|s))\b.{0,24}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QuantityStep:
    """Numbers with their units, sentence by sentence."""

    requires: tuple[str, ...] = ("sentences", "timexes")
    assigns: tuple[str, ...] = ("quantities",)

    def __call__(self, context: Context) -> Layers:
        """Find them, leaving out what is part of a time expression."""
        starts = [token.idx for token in context.doc]
        taken = sorted((each.span.start, each.span.end) for each in context.marked.timexes)
        found: list[Quantity] = []
        for sentence in context.marked.sentences:
            for match in _matches(context.account.text, sentence.span.start, sentence.span.end):
                if not _overlaps(taken, match.start(), match.end()):
                    quantity = _quantity(context, match, starts)
                    if quantity:
                        found.append(quantity)
        return {"quantities": tuple(found)}


def _matches(text: str, start: int, end: int) -> Iterator["re.Match[str]"]:
    """Matches near digits and number words, left to right, without overlap."""
    at = start
    for trigger in quantity_trigger().finditer(text, start, end):
        if trigger.start() < at:
            continue
        low = max(at, trigger.start() - 40)
        while low < trigger.start() and low > start and text[low - 1].isalnum():
            low += 1
        match = quantity_pattern().search(text, low, end)
        if match and match.start() <= trigger.start() < match.end():
            at = match.end()
            if match["join"] in {"-", "–"} and not _is_range(match):
                continue  # a score, a vote, a number of a law
            if match["join"] and not _is_range(match):
                first = quantity_pattern().search(text, match.start(), match.end("low"))
                second = quantity_pattern().search(text, match.end("join"), end)
                yield from (each for each in (first, second) if each)
                at = second.end() if second else at
            else:
                yield match


def _is_range(match: "re.Match[str]") -> bool:
    """Whether two joined numbers bound one; "from 3 to 4" tells a change, "10 and 15" two numbers."""
    joined = match["join"].strip().lower()
    lead = (match["between"] or "").lower()
    return lead != "from" and (joined != "and" or lead == "between") and _low_high(match) is not None


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (end, end))
    return any(low < end and start < high for low, high in taken[max(0, at - 3) : at])


def _quantity(context: Context, match: "re.Match[str]", starts: list[int]) -> Quantity | None:
    number = (
        _token(context, starts, match, "low")
        or _token(context, starts, match, "vague")
        or _token(context, starts, match, "fraction")
    )
    ordinal = _token(context, starts, match, "ordinal")
    if ordinal is not None:
        return _ordinal(context, match, ordinal)
    if match["fraction"] and number is not None and _which(match, number):
        return _ordinal(context, match, number, "fraction")
    if number is None or not _counts(context.account.text, match, number):
        return None
    bounds = _bounds(match, loosened=not _climbs(context, starts, match))
    if bounds is None:
        return None
    low, high, rule, approximator = bounds
    last = bisect_right(starts, match.end("unit" if match["unit"] else _carrier(match)) - 1) - 1
    kind, unit = _kind(context, match, number, last)
    if not unit and kind == "count" and number.head.lower_ in {"at", "since", "until", "till"} and (low or 99) <= 12:
        return None  # an hour: "at six"
    start = match.end("between") + 1 if match["between"] and not match["high"] else match.start()
    return Quantity(
        text=context.account.text[start : match.end()],
        low=low,
        high=high,
        unit=unit,
        kind=kind,
        approximator=approximator,
        evidence=(context.at(start, match.end()),),
        origin=Origin("quantities", rule),
    )


def _carrier(match: "re.Match[str]") -> str:
    return next(name for name in ("high", "low", "vague", "fraction", "ordinal") if match[name])


def _token(context: Context, starts: list[int], match: "re.Match[str]", name: str) -> Token | None:
    if not match[name]:
        return None
    return context.doc[bisect_right(starts, match.end(name) - 1) - 1]


def _which(match: "re.Match[str]", token: Token) -> bool:
    """Whether "a sixth" says which one: "a sixth autumn"."""
    words = match["fraction"].lower().split()
    return (
        len(words) == 2
        and words[0] in {"a", "an"}
        and token.head.i == token.i + 1
        and token.head.pos_ in {"NOUN", "PROPN"}
    )


def _ordinal(context: Context, match: "re.Match[str]", token: Token, group: str = "ordinal") -> Quantity | None:
    number = read_ordinal(match[group].split()[-1])
    if (
        number is None
        or (token.dep_ != "amod" and group == "ordinal")
        or token.head.i < token.i
        or token.head.pos_ not in {"NOUN", "PROPN"}
    ):
        return None
    return Quantity(
        text=match["ordinal"], low=float(number), high=float(number), unit=token.head.lemma_.lower(), kind="ordinal",
        evidence=(context.at(match.start(group), match.end(group)),),
        origin=Origin("quantities", "quantity-ordinal"),
    )  # fmt: skip


def _counts(text: str, match: "re.Match[str]", number: Token) -> bool:
    """Whether the number counts something here: no age, score, name, pronoun."""
    end = match.end(_carrier(match))
    after, before = text[end : end + 16].lower(), text[max(0, match.start() - 40) : match.start()]
    word = (match["low"] or "").lower()
    if _AGE.match(after) or _AGED.search(before) or (match["high"] and not match["unit"] and _SCORED.search(before)):
        return False
    if word == "one" and (
        after.startswith((" of", " another", " day", "-")) or number.tag_ != "CD" or number.dep_ != "nummod"
    ):
        return False
    if word.isdigit() and len(word) <= 2 and before.endswith(", ") and after[:1] in {",", "."} and number.i > 1:
        return number.nbor(-2).pos_ not in {"PROPN", "NOUN"}  # "Maria Ruiz, 54, said"
    if match["fraction"] and before.lower().endswith(" and ") and match["fraction"].lower() in {"a half", "half"}:
        return False  # "a degree and a half"
    if match["sign"] or match["unit"]:
        return True
    return not (match["vague"] and number.pos_ == "VERB") and not label_number(number)


def _climbs(context: Context, starts: list[int], match: "re.Match[str]") -> bool:
    """Whether "up to" or "over" belongs to the verb: "crept up to eight percent"."""
    if (match["before"] or "").lower() != "up to":
        return False
    token = context.doc[bisect_right(starts, match.start("before")) - 1]
    return token.dep_ == "prt" or (token.i > 0 and token.nbor(-1).lemma_.lower() in _RISING)


def _low_high(match: "re.Match[str]") -> tuple[float, float] | None:
    """Both ends of a range, the scale of the second serving the first too; None where they do not rise."""
    low, high = read_number(match["low"]), read_number(match["high"])
    if low is None or high is None:
        return None
    scale = max(
        (
            entry.value
            for word, entry in (*number_words("scale").items(), *number_words("suffix").items())
            if match["high"].lower().endswith(word)
        ),
        default=1.0,
    )
    if low * scale < high and low < high / scale * 1.0001 and low < 1000:
        low *= scale
    return (low, high) if low < high else None


Bounds = tuple[float | None, float | None, str, str | None]


def _bounds(match: "re.Match[str]", *, loosened: bool) -> Bounds | None:
    if match["vague"]:
        word = " ".join(match["vague"].lower().split())
        vague = (
            number_words("vague").get(word)
            or number_words("vague")[
                next(w for w in sorted(number_words("vague"), key=len, reverse=True) if word.endswith(w))
            ]
        )
        return vague.low, vague.high, "quantity-vague", match["before"]
    if match["high"]:
        ends = _low_high(match)
        return (*ends, "quantity-range", None) if ends else None
    number = _fraction(match["fraction"]) if match["fraction"] else read_number(match["low"])
    if number is None or number > 1e18:
        return None
    if match["low"][-1:] == "m" and not match["sign"] if match["low"] else False:
        number = read_number(match["low"][:-1]) or number  # "500m" without a currency: metres
    loose = _loose(match) if loosened else None
    if loose and loose.words == "under" and number < 10 and not match["unit"]:
        loose = None  # "under two keys"
    wide = _WIDE if match["fraction"] else 0.0
    if loose is None or loose.rule == "exact":
        return number * (1 - wide), number * (1 + wide), "quantity-fraction" if wide else "quantity-exact", None
    low = None if loose.low < 0 else number * loose.low * (1 - wide)
    high = None if loose.high < 0 else number * loose.high * (1 + wide if loose.high > 1 else 1)
    if loose.rule == "about" and not match["fraction"] and (reach := _reach(number)):
        low, high = number - reach, number + reach
    whole = number == int(number) and not wide
    return (
        floor(low) if whole and low is not None else low, ceil(high) if whole and high is not None else high,
        f"quantity-{loose.rule}", loose.words,
    )  # fmt: skip


def _reach(number: float) -> float:
    """How far "about" reaches from a figure of three digits or more; 0 for a rounder one."""
    digits = f"{number:.12g}".replace(".", "").strip("0")
    return _LAST * 10.0 ** (floor(log10(number)) - len(digits) + 1) if len(digits) >= _EXACT else 0.0


def _fraction(text: str) -> float | None:
    words = text.lower().replace("-", " ").split()
    if words == ["half"]:
        return 0.5
    if "in" in words or "of" in words:
        top, bottom = read_number(words[0]), read_number(words[-1])
        return top / bottom if top and bottom and top < bottom else None
    part = number_words("fraction").get(words[-1])
    top = 1.0 if words[0] in {"a", "an"} else read_number(words[0])
    return None if part is None or top is None or top >= part.value else top / part.value


def _loose(match: "re.Match[str]") -> Approximator | None:
    for side in ("before", "after"):
        if match[side]:
            return approximators(side)[" ".join(match[side].lower().split())]
    return None


def _kind(context: Context, match: "re.Match[str]", number: Token, last: int) -> tuple[QuantityKind, str]:
    sign = match["sign"]
    if sign:
        return "money", units("money")[
            {"US$": "$", "CA$": "C$", "AU$": "A$", "RS": "Rs", "RS.": "Rs."}.get(sign.upper(), sign.upper())
        ].code
    word = " ".join((match["unit"] or "").split())
    for kind in ("percent", "money", "measure"):
        entry = units(kind).get(word) or units(kind).get(word.lower())
        if word and entry:
            if entry.code == _POUND and weighs(context.account.text, match):
                return "measure", _measured("pound", _of(context, last))
            if kind == "percent" and entry.code == "percent":
                return "percent", _of(context, last) or "percent"
            return kind, _measured(entry.code, _of(context, last) if kind == "measure" else "")
    if match["fraction"]:
        return "fraction", _of(context, last) or unit_of(context.doc, number.i, last)
    unit = unit_of(context.doc, number.i, last)
    for kind in ("money", "measure"):
        known = units(kind).get(unit.split(" ")[-1]) if unit else None
        if known:
            return kind, known.code  # type: ignore[return-value]
    return "count", unit


def _measured(code: str, of: str) -> str:
    return f"{code} of {of}" if of else code


def _of(context: Context, last: int) -> str:
    following = context.doc[last + 1] if last + 1 < len(context.doc) else None
    return unit_of(context.doc, last, last) if following is not None and following.lower_ == "of" else ""
