"""Cause: two claims give different reasons for one happening."""

import re
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.judge.rules.found import Found, Pairing
from variorum.judge.rules.polarity import clip
from variorum.judge.told import stems
from variorum.model.finding import Rule

__all__ = ["RULES", "caused"]

RULES = (Rule("divergence.cause", "The claims give different reasons for one happening."),)
MIN_SAME = 0.4  # of the pair scorer


@dataclass(frozen=True, slots=True)
class _Marker:
    id: str
    words: str


def caused(pairing: Pairing) -> Found | None:
    """Where both claims name a reason, their happenings share words and the reasons share none."""
    if pairing.same < MIN_SAME:
        return None
    one, two = _reason(pairing.left.claim.text), _reason(pairing.right.claim.text)
    if one is None or two is None:
        return None
    (happening, reason), (happened, other) = one, two
    first, second = stems(reason), stems(other)
    if not stems(happening) & stems(happened) or first & second or min(len(first), len(second)) < 2:
        return None
    return Found(
        kind="cause",
        rule="divergence.cause",
        values=(reason, other),
        why=f"One gives as the reason “{clip(reason, 12)}”, the other “{clip(other, 12)}”.",
        score=round(0.25 + 0.5 * pairing.same, 3),
        severity="tension",
        slot="cause",
    )


def _reason(text: str) -> tuple[str, str] | None:
    """What happened and why, cut at the first word of reason; None where there is none."""
    match = _markers().search(text)
    if not match or match.start() < 8 or len(text) - match.end() < 6:
        return None
    return text[: match.start()].strip(), text[match.end() :].strip(" ,.;")


@cache
def _markers() -> re.Pattern[str]:
    words = sorted((each.words for each in lang.load("en", "causes", _Marker)), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)
