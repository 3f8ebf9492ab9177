"""Slots over the whole story: a question that each account may answer ("who heads this team?"), the answers compared.

Unlike a pair of aligned claims, a slot's answers may stand in claims that share few words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from variorum.judge.told import Told
from variorum.model.judgement import DivergenceKind, Severity
from variorum.model.values import When

__all__ = ["Filled", "Parting", "partings"]

_SETTLED = ("number", "date")  # an age, a weight, since when: they were what they were
_SAID = {
    "role": "As {slot}, one names {one}, the other {two}.",
    "presence": "One has {one}, the other {two}.",
    "number": "Of {slot}, one says “{one}”, the other “{two}”.",
    "date": "One has it since {one}, the other since {two}.",
}


@dataclass(frozen=True, slots=True)
class Filled:
    """One account's answer: `value` is compared, `shown` is what a reader sees, `strength` is between 0 and 1.

    A `loose` answer leaves room for the other one: "senior figures from the council" lead, and so may one who is named.
    """

    kind: DivergenceKind
    rule: str
    slot: str
    value: str
    shown: str
    told: Told
    strength: float
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Parting:
    """Two answers to one slot, with all claims that give them."""

    first: tuple[Filled, ...]
    second: tuple[Filled, ...]
    severity: Severity
    why: str
    score: float


def partings(answers: Iterable[Filled]) -> Iterator[Parting]:
    """Where accounts answer a slot differently; an account that gives both answers takes no side."""
    slots: dict[tuple[str, str, str], dict[str, list[Filled]]] = {}
    for each in answers:
        slots.setdefault((each.kind, each.rule, each.slot), {}).setdefault(each.value, []).append(each)
    for (_, _, slot), values in sorted(slots.items()):
        for one, two in combinations(sorted(values), 2):
            if values[one][0].kind == "date" and not _dates_differ(one, two):
                continue
            both = _accounts(values[one]) & _accounts(values[two])
            first = tuple(each for each in values[one] if each.told.key.account not in both)
            second = tuple(each for each in values[two] if each.told.key.account not in both)
            if not first or not second:
                continue
            severity = _severity(first, second)
            yield Parting(
                first,
                second,
                severity,
                _SAID[first[0].kind].format(slot=slot, one=first[0].shown, two=second[0].shown),
                round(max(e.strength for e in first) * max(e.strength for e in second), 3),
            )


def _dates_differ(one: str, two: str) -> bool:
    (value, mod), (other, theirs) = one.split("|"), two.split("|")
    return When(value, mod=mod).compare(When(other, mod=theirs)).verdict == "different"


def _accounts(answers: Iterable[Filled]) -> frozenset[str]:
    return frozenset(each.told.key.account for each in answers)


def _severity(first: tuple[Filled, ...], second: tuple[Filled, ...]) -> Severity:
    """An update where all of one side was published on later days, of a slot that may have moved on since."""
    if first[0].kind in _SETTLED:
        return "conflict"
    if first[0].loose or second[0].loose:
        return "tension"
    one = sorted(each.told.published[:10] for each in first)
    two = sorted(each.told.published[:10] for each in second)
    if one[0] and two[0] and (one[-1] < two[0] or two[-1] < one[0]):
        return "update"
    return "conflict"
