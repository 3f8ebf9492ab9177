"""Stands: how each account treats each claim group, and who is silent.

Silence is fair: an account that was published before the thing could be known is `not-yet`, never `silent`.
"""

from collections import defaultdict
from collections.abc import Sequence

from variorum.model.alignment import Alignment
from variorum.model.finding import Origin, Rule
from variorum.model.judgement import Stand, StandKind
from variorum.model.markup import AnnotatedAccount, Claim

__all__ = ["RULES", "stands"]

RULES = (
    Rule("stand.asserts", "The account states it in its own voice."),
    Rule("stand.attributes", "The account gives it to a source."),
    Rule("stand.hedges", "The account states it with reserve, as possible, reported or expected."),
    Rule("stand.denies", "The account, or the source it quotes, states the opposite of most others."),
    Rule("stand.silent", "The account does not tell it; the evidence is where another does."),
    Rule("stand.not-yet", "The account was published before the first account that tells it."),
)
_RESERVED = frozenset({"possible", "reported", "expected", "conditional", "considered"})
_ORDER: tuple[StandKind, ...] = ("asserts", "denies", "attributes", "hedges")


def stands(story: Sequence[AnnotatedAccount], alignment: Alignment) -> tuple[Stand, ...]:
    """A stand for every account in each group that two could share; a lone claim's group gets its own only."""
    by_id = {marked.id: marked for marked in story}
    found = []
    for index, group in enumerate(alignment.groups):
        per: dict[str, list[Claim]] = defaultdict(list)
        for key in group.claims:
            per[key.account].append(by_id[key.account].claims[key.index])
        denying = sum(claim.polarity == "negative" for claims in per.values() for claim in claims)
        negative = denying * 2 > len(group.claims)
        told = sorted(each for account in per if (each := by_id[account].account.published))
        for account in sorted(by_id):
            claims = per.get(account, [])
            kind = _kind(claims, negative) if claims else _silence(by_id[account], told)
            spans = tuple(claim.span for claim in claims) or group.evidence
            found.append(
                Stand(
                    account=account,
                    group=index,
                    kind=kind,
                    evidence=spans,
                    origin=Origin("judge.stands", f"stand.{kind}"),
                )
            )
    return tuple(found)


def _kind(claims: Sequence[Claim], negative: bool) -> StandKind:
    kinds = {_stand_of(claim, negative) for claim in claims}
    return next(kind for kind in _ORDER if kind in kinds)


def _stand_of(claim: Claim, negative: bool) -> StandKind:
    if claim.modality == "denied" or (claim.polarity == "negative") != negative:
        return "denies"
    if claim.source.kind != "outlet":
        return "attributes"
    if claim.hedged or claim.modality in _RESERVED:
        return "hedges"
    return "asserts"


def _silence(marked: AnnotatedAccount, told: Sequence[str]) -> StandKind:
    """`told` are the sorted publication times of the accounts that tell it; comparable as ISO strings."""
    mine = marked.account.published
    if mine and told and mine[: len(told[0])] < told[0][: len(mine)]:
        return "not-yet"
    return "silent"
