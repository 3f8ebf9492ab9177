"""Attributes: the age, weight, length or height that accounts give of one thing, as in "the 40-tonne crane".

An account that has two such things of unlike size (two boys of four and nine) gives no answer: which is meant would be
a guess.
"""

import re
from collections.abc import Iterator, Sequence

from variorum.judge.rules.slots import Filled
from variorum.judge.told import Told, stems
from variorum.model.alignment import Alignment
from variorum.model.finding import Rule

__all__ = ["RULES", "attributes"]

RULES = (Rule("divergence.number.attribute", "The accounts give one thing a different age, weight or size."),)
NEAR = 2  # words after the figure among which the thing stands: "450-pound male gorilla"
AFTER = 40  # code points in which they are looked for
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)
_NO_THING = frozenset(
    ("male", "female", "man", "woman", "fell", "got", "went", "came", "ran", "died", "said", "was", "is", "has")
)
CLOSE = 1.5  # ratio beyond which two figures are of two things: two men of 17 and 26
_FIGURE = re.compile(
    rf"\b(?P<figure>\d{{1,4}}|{'|'.join(_SMALL)})-(?P<unit>years?-old|pound|kilo|kg|tonne|ton|foot|feet|metre|meter|mile|inch"
    r"|storey|hour|day|week|month)\b",
    re.IGNORECASE,
)


def attributes(claims: Sequence[Told], alignment: Alignment) -> Iterator[Filled]:  # noqa: ARG001  a slot rule's form
    """What each account answers, for figures joined by a hyphen to the unit, where it has one answer only."""
    found: dict[tuple[str, str], list[Filled]] = {}
    for told in claims:
        text, span = told.marked.account.text, told.claim.span
        for match in _FIGURE.finditer(text, span.start, span.end):
            figure = match["figure"].casefold()
            value = str(_SMALL.index(figure) + 1) if figure in _SMALL else figure
            unit = match["unit"].casefold()
            for word in _WORD.findall(text[match.end() : match.end() + AFTER])[:NEAR]:
                slot = f"the {unit} {word.casefold()}"
                if stems(word) and word.casefold() not in _NO_THING:
                    filled = Filled("number", RULES[0].id, slot, value, match.group(), told, 0.85)
                    found.setdefault((told.key.account, slot), []).append(filled)
    single = [answers for answers in found.values() if len({each.value for each in answers}) == 1]
    values: dict[str, list[float]] = {}
    for answers in single:
        values.setdefault(answers[0].slot, []).append(float(answers[0].value))
    for answers in single:
        if max(values[answers[0].slot]) <= CLOSE * min(values[answers[0].slot]):
            yield from answers
