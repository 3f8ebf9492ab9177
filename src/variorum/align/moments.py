"""Moments: the points and intervals of the timeline, each with the claims that are dated there.

A claim stands at the finest calendar value that its own time expressions give; a value that depends on an unknown
publication date stays off the timeline rather than being guessed.
"""

import re
from collections import defaultdict

from variorum.model.alignment import Key, Moment
from variorum.model.finding import Origin, Rule
from variorum.model.markup import AnnotatedAccount, Claim
from variorum.model.text import Span

__all__ = ["RULES", "align_moments", "calendar_values"]

RULES = (Rule("moment.dated", "The claim's own words carry a time expression with this calendar value."),)
_CALENDAR = re.compile(r"\d{4}(?:-(?:\d{2}(?:-\d{2})?|W\d{2}|Q[1-4]|H[12]|SP|SU|FA|WI))?")
_GRANULARITY = {4: "year", 7: "month", 10: "day"}


def align_moments(story: tuple[AnnotatedAccount, ...]) -> tuple[Moment, ...]:
    """The moments in order of time, coarse before fine."""
    claims: dict[str, list[Key]] = defaultdict(list)
    evidence: dict[str, list[Span]] = defaultdict(list)
    for marked in sorted(story, key=lambda each: each.id):
        for index, claim in enumerate(marked.claims):
            for value, span in calendar_values(marked, claim)[:1]:
                claims[value].append(Key(marked.id, index))
                evidence[value].append(span)
    return tuple(
        Moment(
            when=value,
            granularity=granularity_of(value),
            claims=tuple(claims[value]),
            evidence=tuple(evidence[value]),
            origin=Origin("align.moments", "moment.dated"),
        )
        for value in sorted(claims)
    )


def calendar_values(marked: AnnotatedAccount, claim: Claim) -> list[tuple[str, Span]]:
    """The claim's calendar values, finest first, each with the words that give it; clock times are cut to their day.

    An hour whose day is only presumed gives none.
    """
    values = []
    for index in claim.timexes:
        timex = marked.timexes[index]
        if timex.type in ("DATE", "TIME") and timex.value and timex.origin.rule != "timex-hour":
            match = _CALENDAR.match(timex.value)
            if match:
                values.append((match.group(), timex.span))
    return sorted(values, key=lambda pair: (-len(pair[0]), pair[0], pair[1]))


def granularity_of(value: str) -> str:
    """The unit of a calendar value: day, week, month, quarter, season or year."""
    if "W" in value and not value.endswith("WI"):
        return "week"
    if "Q" in value:
        return "quarter"
    if "H" in value:
        return "half"
    if value[-2:] in ("SP", "SU", "FA", "WI"):
        return "season"
    return _GRANULARITY[len(value)]
