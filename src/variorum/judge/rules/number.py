"""Number: two accounts give figures for one thing that cannot both be right.

Figures are compared over the whole story, not only in aligned claims: "a $47 billion purchase" in one sentence and "the
$38 billion transaction" in another. How likely both are of one thing, a small linear model says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp

from variorum import lang
from variorum.judge.alike import kinds, people
from variorum.judge.figures import Figure
from variorum.judge.rules.found import Candidate, Found
from variorum.judge.rules.sameness import FEATURES, differing, features_of, likeness, one_value, turns
from variorum.judge.told import Told, stems
from variorum.model.alignment import Alignment
from variorum.model.finding import Rule
from variorum.model.judgement import Severity

__all__ = ["RULES", "counted", "score"]

JOINING = 0.35  # score from which a pair may strengthen a surer one of the same values
RULES = (Rule("divergence.number", "The accounts give figures for one thing that cannot both be right."),)
# trained by `python -m training.figures` on the corpus' train stories
BIAS = -0.774
WEIGHTS = {
    "ratio": -1.737, "same": 2.6, "near": 1.182, "thing": 0.66, "head": 0.507, "traits": 3.611, "whole": -1.453,
    "better": -0.918, "one": -0.546, "lead": 0.655, "turn": 4.442,
}  # fmt: skip
SURE = 0.4  # log-odds by which a pair must be surer than even to be shown: chosen, not swept
HARM = 0.7  # more log-odds where both figures count people killed, or hurt: of an event there is one such count
# more for shares and lengths of time: of what they are is often not said beside them; chosen, not swept
CAUTION = {"percent": 1.6, "fraction": 1.6, "time": 1.6}


def counted(claims: Sequence[Told], alignment: Alignment) -> Iterator[Candidate]:
    """Each two values that differ and may be of one thing, with all claims that give them."""
    table = likeness(claims, alignment)
    found = []
    for left, right, comparison in differing(table):
        one, two = table.found[left], table.found[right]
        likely = score(features_of(table, left, right), one.amount.kind, harmed=bool(_harm(one) & _harm(two)))
        if likely >= JOINING:
            found.append(_Parted(likely, comparison.why, ((one,), (two,))))
    for at, each in enumerate(_joined(found)):
        first, second = each.sides
        one, two = first[0], second[0]
        values = one.amount.show(), two.amount.show()
        slot = f"{one.amount.kind} {at}"
        yield Candidate(
            Found("number", RULES[0].id, values, each.why, each.score, _severity(one, two), slot),
            tuple(figure.told for figure in first),
            tuple(figure.told for figure in second),
            table.same.get((one.told.key, two.told.key), 0.0),
            grouped=False,
        )


@dataclass(frozen=True, slots=True)
class _Parted:
    score: float
    why: str
    sides: tuple[tuple[Figure, ...], tuple[Figure, ...]]


def _joined(found: Sequence[_Parted]) -> list[_Parted]:
    """The surest first, each with the weaker ones that tell the same two values of the same unit."""
    joined: list[_Parted] = []
    for each in sorted(found, key=lambda each: (-each.score, [side[0].place for side in each.sides])):
        for at, known in enumerate(joined):
            turned = next((sides for sides in (each.sides, each.sides[::-1]) if _alike(known.sides, sides)), None)
            if turned:
                joined[at] = replace(
                    known, sides=(_union(known.sides[0], turned[0]), _union(known.sides[1], turned[1]))
                )
                break
        else:
            joined.append(each)
    return joined


def _union(some: tuple[Figure, ...], more: tuple[Figure, ...]) -> tuple[Figure, ...]:
    return tuple({figure.place: figure for figure in some + more}.values())


def _alike(known: tuple[tuple[Figure, ...], ...], sides: tuple[tuple[Figure, ...], ...]) -> bool:
    return all(
        mine[0].head & yours[0].head and one_value(mine[0], yours[0]) for mine, yours in zip(known, sides, strict=True)
    )


def _harm(figure: Figure) -> frozenset[str]:
    """What is done to the people that a figure counts, if they come to harm by it: hurt, kill."""
    frame, patient = figure.told.claim.frame, figure.told.argument("patient")
    if not frame or not patient or not figure.head & people():
        return frozenset()
    within = patient.span.start <= figure.start < patient.span.end
    return kinds(stems(frame.predicate)) & kinds(stems(" ".join(lang.words("en", "states")))) if within else frozenset()


def score(features: Sequence[float], kind: str, *, harmed: bool = False) -> float:
    """How likely two figures are of one thing, between 0 and 1; `harmed`: both count people who come to one harm."""
    total = (
        BIAS
        - SURE
        + HARM * harmed
        - CAUTION.get(kind, 0.0)
        + sum(WEIGHTS[name] * value for name, value in zip(FEATURES, features, strict=True))
    )
    return round(1 / (1 + exp(-total)), 3)


def _severity(one: Figure, two: Figure) -> Severity:
    """An update where a count has grown since, or a figure that rises and falls was told at another time."""
    if one.told.speaker is not None and two.told.speaker is not None and one.told.speaker != two.told.speaker:
        return "conflict"
    first, second = (one, two) if one.told.published[:10] <= two.told.published[:10] else (two, one)
    if not first.told.published or first.told.published[:10] == second.told.published[:10]:
        return "conflict"
    grown = one.amount.kind == "count" and (first.amount.low or 0) < (second.amount.low or second.amount.high or 0)
    return "update" if grown or (_moves(one) and _moves(two)) else "conflict"


def _moves(figure: Figure) -> bool:
    frame = figure.told.claim.frame
    return (
        figure.amount.kind in ("money", "percent")
        and frame is not None
        and frame.predicate.split()[0] in turns("moving")
    )
