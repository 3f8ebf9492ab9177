"""Date: two claims about one happening put it at times that have no day in common."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from variorum.judge.alike import kinds
from variorum.judge.rules.found import Found, Pairing
from variorum.judge.rules.slots import Filled
from variorum.judge.told import Told, stems
from variorum.model.alignment import Alignment
from variorum.model.finding import Rule
from variorum.model.markup import Timex
from variorum.model.values import When

__all__ = ["RULES", "dated", "since"]

RULES = (
    Rule("divergence.date", "The claims date one happening to times that have no day in common."),
    Rule(
        "divergence.date.since",
        "The accounts call one thing the first of its kind, or a return, since different times.",
    ),
)
_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:first|resum\w+|reconven\w+|return\w*|renew\w*|last)\b", re.IGNORECASE)
_NO_THING = stems("time occasion")  # "for the first time since" names no thing
MIN_SAME = 0.53  # of the pair scorer: two happenings of one kind share most words and differ in their dates
MIN_DEED = 0.26  # of the pair scorer, where both claims have the same people or things do the same
ROLES = ("when", "in", "on", "at", "over", "during")  # of an argument that dates its verb
NEAR = 3  # days between publications up to which "last week" and "on Monday" may be compared
LONG = 25  # code points by which an argument may be longer than its time expression: "over Easter weekend"
STRENGTH = 0.7
_REAL = ("asserted", "reported", "agreed", "committed")
_LIGHT = ("be", "have", "make", "take", "do", "go", "get", "say", "tell", "see")


def dated(pairing: Pairing) -> Found | None:
    """Where every calendar value of one claim is apart from every one of the other."""
    left, right = pairing.left, pairing.right
    mine, yours, score = list[Timex](), list[Timex](), STRENGTH
    near = pairing.same >= MIN_SAME and pairing.grouped
    if near:
        mine, yours = _dates(left, relative=False), _dates(right, relative=False)
        score = 0.2 + 0.6 * pairing.same
    if not (mine and yours) and pairing.same >= MIN_DEED and _one_deed(left, right):
        mine, yours, score = _dating(left), _dating(right), STRENGTH
    elif not near:
        return None
    if not mine and not yours and pairing.grouped:
        return _on_weekdays(pairing)
    if any(_opens_a_span(told, each) for told, times in ((left, mine), (right, yours)) for each in times):
        return None
    compared = [(a, b, When.of(a).compare(When.of(b))) for a in mine for b in yours]
    if not compared or any(each.verdict != "different" for _, _, each in compared):
        return None
    one, two, comparison = compared[0]
    if one.text.casefold() == two.text.casefold() or not _comparable(left, right, one, two):
        return None
    return Found(
        kind="date",
        rule="divergence.date",
        values=(When.of(one).show(), When.of(two).show()),
        why=comparison.why,
        score=round(score, 3),
        slot="date",
    )


def _on_weekdays(pairing: Pairing) -> Found | None:
    """Where no day is known for want of a publication date: one happening on two days of the week is two, whichever."""
    one, two = _weekdays(pairing.left), _weekdays(pairing.right)
    if len(one) != 1 or len(two) != 1 or one.keys() == two.keys():
        return None
    (first,), (second,) = one.values(), two.values()
    return Found(
        kind="date",
        rule="divergence.date",
        values=(first, second),
        why=f"“{first}” and “{second}” are two days.",
        score=round(0.2 + 0.6 * pairing.same, 3),
        slot="date",
    )


def _weekdays(told: Told) -> dict[str, str]:
    """The days of the week that its times name, with the words; where a time is unknown to name one, none at all."""
    found = {}
    for timex in told.timexes():
        if timex.type in ("DATE", "TIME") and timex.value is None:
            named = _WEEKDAY.findall(timex.text)
            if len(named) != 1 or not _dates_the_verb(told, timex):
                return {}
            found[named[0].casefold()] = timex.text
    return found


def _opens_a_span(told: Told, timex: Timex) -> bool:
    """Whether it is the first of two bounds: "between May and July"."""
    return _SPAN.search(told.marked.account.text[max(0, timex.span.start - 12) : timex.span.start]) is not None


def _one_deed(left: Told, right: Told) -> bool:
    """Whether the same verb has the same two people or things in it, and both have it as done, or both as to come."""
    one, two = left.claim.frame, right.claim.frame
    if not one or not two or left.claim.polarity != right.claim.polarity:
        return False
    if (left.claim.modality in _REAL) != (right.claim.modality in _REAL) or one.predicate.split()[0] in _LIGHT:
        return False
    return bool(kinds(stems(one.predicate)) & kinds(stems(two.predicate))) and len(_who(left) & _who(right)) > 1


def _who(told: Told) -> frozenset[int]:
    frame = told.claim.frame
    named = (told.entity(each.referent) for each in frame.arguments) if frame else ()
    return frozenset(each for each in named if each is not None)


def _dating(told: Told) -> list[Timex]:
    """The times that date the verb itself, not a noun beside it."""
    return [timex for timex in _dates(told, relative=True) if _dates_the_verb(told, timex)]


def _dates_the_verb(told: Told, timex: Timex) -> bool:
    frame = told.claim.frame
    arguments = [each for each in frame.arguments if each.role in ROLES] if frame else []
    return any(each.span.overlaps(timex.span) and len(each.span) <= len(timex.text) + LONG for each in arguments)


def _comparable(left: Told, right: Told, one: Timex, two: Timex) -> bool:
    """Whether the days that the times are told from are known well enough; "1:30" may be either half of a day."""
    clocks = [_CLOCK.search(each.value or "") for each in (one, two)]
    if all(clocks) and len({(int(each["hour"]) % 12, each["minute"]) for each in clocks if each}) == 1:
        return False
    if "published" not in (one.anchor, two.anchor):
        return True
    days = [each.published[:10] for each in (left, right)]
    return all(days) and abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= NEAR


def since(claims: Sequence[Told], alignment: Alignment) -> Iterator[Filled]:  # noqa: ARG001  a slot rule's form
    """Since when it is the first, or a return: "the first talks since March", "resumed, the first since May".

    Two that name two things ("the first coach since", "the first title since") answer two questions.
    """
    found = [(told, timex, thing) for told in claims for timex, thing in _since(told)]
    values: dict[str, set[str]] = {}
    for _, timex, thing in found:
        values.setdefault(thing, set()).add(timex.value or "")
    # things with the same times are one: whoever names none would else be set against each of them
    named = [thing for thing in values if thing]
    one = {thing: min(other for other in named if values[other] == values[thing]) for thing in named}
    things = sorted(set(one.values()))
    for told, timex, thing in found:
        for each in [one.get(thing, "")] if thing or not things else things:
            yield Filled(
                "date",
                "divergence.date.since",
                f"the time since when {each}".rstrip(),
                f"{timex.value}|{timex.mod or ''}",
                When.of(timex).show(),
                told,
                0.85,
            )


def _since(told: Told) -> Iterator[tuple[Timex, str]]:
    """The times since when, with the kind of thing that is the first since then, "" where none is named."""
    text, start = told.marked.account.text, told.claim.span.start
    for timex in told.timexes() if told.claim.frame and _AGAIN.search(told.claim.text) else ():
        before = text[max(0, timex.span.start - 12) : timex.span.start].casefold().split()
        if timex.type == "DATE" and "since" in before and timex.value and timex.value[:4].isdigit():
            named = _AGAIN.split(text[start : timex.span.start].rpartition("since")[0])[-1].split()
            thing = stems(named[-1]) - _NO_THING if named else frozenset()
            yield timex, min(kinds(thing), default="")


def _dates(told: Told, *, relative: bool) -> list[Timex]:
    """Calendar times; without the relative ones those only that the account's own words give."""
    return [
        each
        for each in told.timexes()
        if each.type in ("DATE", "TIME")
        and each.value
        and each.value[0].isdigit()
        and (relative or each.anchor != "published")
    ]
