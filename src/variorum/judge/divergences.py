"""Divergences: where the accounts, or the parties whom they quote, part; few, and each with its reason.

Rules look at pairs of claims that may be about one thing, and at slots over the whole story; a trained scorer then says
how likely each finding is to be one that a careful reader would make, and only likely ones are shown.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from variorum.judge.evidence import probability
from variorum.judge.rules import attribute, date, denial, modality, number, polarity, presence, role, verdict, wording
from variorum.judge.rules.found import Candidate, Found, Pairing
from variorum.judge.rules.slots import Filled, partings
from variorum.judge.told import Told, told_of
from variorum.model.alignment import Alignment, Key
from variorum.model.finding import Origin
from variorum.model.judgement import Divergence, Severity
from variorum.model.markup import AnnotatedAccount

__all__ = ["PAIR_RULES", "RULES", "Candidate", "candidates", "divergences"]

PAIR_RULES: tuple[Callable[[Pairing], Found | None], ...] = (
    date.dated,
    polarity.denied,
    modality.scaled,
)
SLOT_RULES: tuple[Callable[[Sequence[Told], Alignment], Iterator[Filled]], ...] = (
    role.leads,
    role.offices,
    presence.presences,
    date.since,
    attribute.attributes,
)
STORY_RULES: tuple[Callable[[Sequence[Told], Alignment], Iterator[Candidate]], ...] = (
    number.counted,
    denial.denials,
    verdict.verdicts,
    wording.reworded,
)
RULES = tuple(
    rule
    for module in (number, attribute, date, polarity, denial, verdict, modality, wording, role, presence)
    for rule in module.RULES
)
SHOWN = 0.5  # of the scorer: under it a finding is not shown


def divergences(story: Sequence[AnnotatedAccount], alignment: Alignment) -> tuple[Divergence, ...]:
    """The divergences that are likely enough, those first that a reader must know first."""
    group_of = {key: at for at, group in enumerate(alignment.groups) for key in group.claims}
    judged = [
        (probability(each.found, each.first, each.second, each.same, each.grouped), each)
        for each in candidates(story, alignment)
    ]
    kept = _merged([(score, each) for score, each in judged if score >= SHOWN], group_of)
    found = [_divergence(score, each, group_of) for score, each in kept if not _by_both(each)]
    return tuple(sorted(found, key=lambda each: (-_weight(each), each.sides)))


def candidates(story: Sequence[AnnotatedAccount], alignment: Alignment) -> Iterator[Candidate]:
    """All that the rules find."""
    told = told_of(story, alignment)
    group_of = {key: at for at, group in enumerate(alignment.groups) for key in group.claims}
    for pair in alignment.pairs:
        left, right = told[pair.left], told[pair.right]
        grouped = group_of[pair.left] == group_of[pair.right]
        pairing = Pairing(left, right, pair.same, grouped)
        if left.key.account == right.key.account and not _parties(left, right):
            continue
        for rule in PAIR_RULES:
            found = rule(pairing)
            if found:
                yield Candidate(found, (left,), (right,), pair.same, grouped)
    claims = tuple(told.values())
    for story_rule in STORY_RULES:
        yield from story_rule(claims, alignment)
    for slot_rule in SLOT_RULES:
        for parting in partings(slot_rule(claims, alignment)):
            one, two = parting.first[0], parting.second[0]
            found = Found(
                one.kind, one.rule, (one.shown, two.shown), parting.why, parting.score, parting.severity, one.slot
            )
            yield Candidate(
                found, tuple(e.told for e in parting.first), tuple(e.told for e in parting.second), parting.score, False
            )


def _parties(left: Told, right: Told) -> bool:
    """Whether two different named sources say them."""
    return left.speaker is not None and right.speaker is not None and left.speaker != right.speaker


def _merged(judged: Sequence[tuple[float, Candidate]], group_of: dict[Key, int]) -> list[tuple[float, Candidate]]:
    """One divergence for one difference: the same kind between the same groups, or the same values of a slot."""
    found: dict[tuple[object, ...], tuple[float, Candidate]] = {}
    for score, each in sorted(judged, key=lambda pair: (-pair[0], pair[1].first[0].key, pair[1].second[0].key)):
        flip = each.first[0].key > each.second[0].key
        first, second = (each.second, each.first) if flip else (each.first, each.second)
        values = tuple(reversed(each.found.values)) if flip else each.found.values
        groups = tuple(sorted({group_of[first[0].key], group_of[second[0].key]}))
        # of polarity the values are the claims' own words, which vary where what is denied is one
        told_apart = bool(each.found.slot) and each.found.kind not in ("polarity", "membership")
        key = (each.found.kind, each.found.slot or groups, frozenset(values) if told_apart else ())
        if key in found:
            kept_score, kept = found[key]
            if kept.found.kind == "modality" and set(values) != set(kept.found.values):
                continue  # a third step of one thing would stand under the name of another
            turned_round = kept.found.values[0] != values[0] and kept.found.values[0] == values[1]
            swap = turned_round or _meet(kept.first, second) or _meet(kept.second, first)
            a, b = (second, first) if swap else (first, second)
            one = _union(kept.first, a, kept.second)
            two = _union(kept.second, b, one)
            found[key] = (kept_score, Candidate(kept.found, one, two, kept.same, kept.grouped))
        else:
            turned = replace(each.found, values=(values[0], values[1]))
            found[key] = (score, Candidate(turned, first, second, each.same, each.grouped))
    return list(found.values())


def _by_both(each: Candidate) -> bool:
    """Whether the very accounts of one side of a question of days stand on the other: they tell of two happenings."""
    first, second = ({told.key.account for told in side} for side in (each.first, each.second))
    between = any(_parties(one, two) for one in each.first for two in each.second)
    return each.found.kind == "date" and first == second and not between


def _meet(some: tuple[Told, ...], others: tuple[Told, ...]) -> bool:
    return not {told.key for told in some}.isdisjoint(told.key for told in others)


def _union(kept: tuple[Told, ...], more: tuple[Told, ...], others: tuple[Told, ...]) -> tuple[Told, ...]:
    """One side and more of it; what stands on the other side stays there, since of three values two share one."""
    keys = {told.key for told in (*kept, *others)}
    return (*kept, *(told for told in more if told.key not in keys))


def _divergence(score: float, each: Candidate, group_of: dict[Key, int]) -> Divergence:
    between_parties = (
        each.found.between == "parties"
        if each.found.between
        else all(_parties(a, b) for a in each.first for b in each.second)
    )
    sides = tuple(told.key for told in each.first), tuple(told.key for told in each.second)
    severity = _severity(each, between_parties=between_parties)
    return Divergence(
        kind=each.found.kind,
        severity=severity,
        between="parties" if between_parties else "accounts",
        sides=sides,
        values=each.found.values,
        why=_why(each, severity),
        group=group_of[sides[0][0]] if group_of[sides[0][0]] == group_of[sides[1][0]] else None,
        evidence=tuple(told.claim.span for told in (*each.first, *each.second)),
        origin=Origin("judge.divergences", each.found.rule),
        score=round(score, 3),
    )


def _why(each: Candidate, severity: Severity) -> str:
    """The rule's reason; of an update in figures or dates, which value is the earlier account's."""
    if severity != "update" or each.found.kind not in ("number", "date"):
        return each.found.why
    first = min(told.published for told in each.first)
    second = min(told.published for told in each.second)
    earlier, later = each.found.values if first <= second else reversed(each.found.values)
    return f"An earlier account has “{earlier}”, a later one “{later}”."


def _severity(each: Candidate, *, between_parties: bool) -> Severity:
    """An update where all of one side was published on later days, and the thing may have moved on since."""
    if each.found.severity == "update" or between_parties or each.found.kind in _SETTLED:
        return each.found.severity
    first = sorted(told.published[:10] for told in each.first)
    second = sorted(told.published[:10] for told in each.second)
    if first[0] and second[0] and (first[-1] < second[0] or second[-1] < first[0]):
        return "update"
    return each.found.severity


# kinds whose rule says itself whether the thing may have moved on: an age has not, a toll has
_SETTLED = frozenset(("number", "date", "polarity", "membership", "wording", "cause", "role", "modality"))
_KIND_WEIGHT = {
    "number": 1.0,
    "date": 0.95,
    "role": 1.0,
    "presence": 1.0,
    "polarity": 1.0,
    "place": 0.9,
    "modality": 0.9,
    "membership": 0.95,
}
_SEVERITY_WEIGHT = {"conflict": 1.0, "tension": 0.8, "update": 0.7}


def _weight(divergence: Divergence) -> float:
    """What a reader must know first: likely, hard, told by many, about facts rather than words."""
    accounts = {key.account for side in divergence.sides for key in side}
    return (
        divergence.score
        * _KIND_WEIGHT.get(divergence.kind, 0.8)
        * _SEVERITY_WEIGHT[divergence.severity]
        * (1 + 0.08 * min(6, len(accounts) - 1))
    )
