"""Date: two claims about one happening put it at times that have no day in common."""

import re
from collections.abc import Iterator, Sequence

from variorum.judge.rules.found import Found, Pairing
from variorum.judge.rules.slots import Filled
from variorum.judge.told import Told
from variorum.model.alignment import Alignment
from variorum.model.finding import Rule
from variorum.model.values import When

__all__ = ["RULES", "dated", "since"]

RULES = (
    Rule("divergence.date", "The claims date one happening to times that have no day in common."),
    Rule(
        "divergence.date.since",
        "The accounts call one thing the first of its kind, or a return, since different times.",
    ),
)
_AGAIN = re.compile(r"\b(?:first|resum\w+|reconven\w+|return\w*|renew\w*|last)\b", re.IGNORECASE)
MIN_SAME = 0.6  # of the pair scorer: two happenings of one kind share most words and differ in their dates


def dated(pairing: Pairing) -> Found | None:
    """Where every calendar value of one claim is apart from every one of the other."""
    if pairing.same < MIN_SAME or not pairing.grouped:
        return None
    mine, yours = _dates(pairing.left), _dates(pairing.right)
    if not mine or not yours:
        return None
    compared = [(a, b, a.compare(b)) for a in mine for b in yours]
    if any(c.verdict in ("same", "compatible") for _, _, c in compared):
        return None
    apart = [(a, b, c) for a, b, c in compared if c.verdict == "different"]
    if not apart:
        return None
    one, two, comparison = apart[0]
    return Found(
        kind="date",
        rule="divergence.date",
        values=(one.show(), two.show()),
        why=comparison.why,
        score=round(0.2 + 0.6 * pairing.same, 3),
        slot="date",
    )


def since(claims: Sequence[Told], alignment: Alignment) -> Iterator[Filled]:  # noqa: ARG001  a slot rule's form
    """Since when it is the first, or a return: "the first talks since March", whoever words the talks and however."""
    for told in claims:
        frame = told.claim.frame
        again = _AGAIN.search(told.claim.text)
        for timex in told.timexes() if frame and again else ():
            before = told.marked.account.text[max(0, timex.span.start - 12) : timex.span.start].casefold().split()
            if timex.type == "DATE" and "since" in before and timex.value and timex.value[:4].isdigit():
                shown = When.of(timex).show()
                yield Filled(
                    "date",
                    "divergence.date.since",
                    "the time since when",
                    f"{timex.value}|{timex.mod or ''}",
                    shown,
                    told,
                    0.85,
                )


def _dates(told: Told) -> list[When]:
    """Dates that the account's own words give: "last week" differs with the day of publication, else not."""
    return [
        When.of(each)
        for each in told.timexes()
        if each.type in ("DATE", "TIME") and each.value and each.value[0].isdigit() and each.anchor != "published"
    ]
