"""Ages: what the accounts give one person, by name, or the one boy, dog or tower that each of them speaks of.

An account that has two such things of unlike age (two boys of four and nine) gives no answer: which is meant would be a
guess. What is dated long before the news is another boy's.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from variorum.judge.alike import called
from variorum.judge.rules.slots import Filled
from variorum.judge.told import Told, stems
from variorum.model.alignment import Alignment
from variorum.model.finding import Rule
from variorum.model.periods import Period

__all__ = ["RULES", "attributes"]

RULES = (Rule("divergence.number.attribute", "The accounts give one person or thing a different age."),)
NEAR = 2  # words after the age among which the thing stands: "4-year-old grey pony"
AFTER = 40  # code points in which they are looked for
LONG_AGO = 60  # days before publication from which a dated happening is another one
CLOSE = 1.5  # ratio beyond which two ages are of two things: two men of 17 and 26
STRENGTH = 0.85
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:().]")
_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)
_NO_THING = frozenset(
    ("male", "female", "man", "woman", "fell", "got", "went", "came", "ran", "died", "said", "was", "is", "has")
)
_AGE = rf"(?P<age>\d{{1,3}}|{'|'.join(_SMALL)})"
_AGED = re.compile(rf"\b{_AGE}[\s-]years?[\s-]old\b", re.IGNORECASE)
_AFTER_NAME = re.compile(
    rf"(?:,\s|\s\(|\sis\s|\swas\s|,\saged\s|,\swho\s(?:is|was)\s){_AGE}(?=[,.);]|\syears?\sold)", re.IGNORECASE
)
_BEFORE_NAME = re.compile(rf"\b{_AGE}-year-old\s(?:[\w-]{{2,20}}\s){{0,2}}$", re.IGNORECASE)


def attributes(claims: Sequence[Told], alignment: Alignment) -> Iterator[Filled]:
    """What each account answers, where it has one answer only."""
    found: dict[tuple[str, str], list[Filled]] = {}
    for told in claims:
        for slot, value, shown in (*_of_things(told), *_of_people(told, alignment)):
            filled = Filled("number", RULES[0].id, slot, str(value), shown, told, STRENGTH)
            found.setdefault((told.key.account, slot), []).append(filled)
    single = [answers for answers in found.values() if len({each.value for each in answers}) == 1]
    values: dict[str, list[float]] = {}
    for answers in single:
        values.setdefault(answers[0].slot, []).append(float(answers[0].value))
    for answers in single:
        if max(values[answers[0].slot]) <= CLOSE * min(values[answers[0].slot]):
            yield from answers


def _of_things(told: Told) -> Iterator[tuple[str, int, str]]:
    text, span = told.marked.account.text, told.claim.span
    if _long_ago(told):
        return
    for match in _AGED.finditer(text, span.start, span.end):
        for word in _WORD.findall(_BREAK.split(text[match.end() : match.end() + AFTER], maxsplit=1)[0])[:NEAR]:
            if stems(word) and word.casefold() not in _NO_THING:
                yield f"the age of the {called(word)}", _value(match), match.group()


def _of_people(told: Told, alignment: Alignment) -> Iterator[tuple[str, int, str]]:
    text, span = told.marked.account.text, told.claim.span
    for mention, entity in told.mentions():
        if entity is None or mention.form != "name" or alignment.entities[entity].kind != "person":
            continue
        after = _AFTER_NAME.match(text, mention.span.end, span.end)
        before = _BEFORE_NAME.search(text[max(span.start, mention.span.start - AFTER) : mention.span.start])
        match = after or before
        if match:
            yield f"the age of {told.name(entity)}", _value(match), match["age"]


def _value(match: "re.Match[str]") -> int:
    age = match["age"].casefold()
    return _SMALL.index(age) + 1 if age in _SMALL else int(age)


def _long_ago(told: Told) -> bool:
    """Whether the claim tells its time, long before the account was published."""
    periods = [Period.parse(each.value or "") for each in told.timexes() if each.type == "DATE"]
    days = [period.last for period in periods if period]
    published = told.published[:10]
    return bool(days) and bool(published) and (date.fromisoformat(published) - max(days)).days > LONG_AGO
