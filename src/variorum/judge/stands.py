"""Stands: how each account treats each claim group, and who is silent.

Silence is fair: an account that was published before the thing could be known is `not-yet`, never `silent`.
So is a denial: claims of unlike polarity may share a group by mistake, so those count that a divergence sets apart.
"""

from collections import defaultdict
from collections.abc import Sequence, Set

from variorum.model.alignment import Alignment, Key
from variorum.model.finding import Origin, Rule
from variorum.model.judgement import Divergence, Stand, StandKind
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


def stands(
    story: Sequence[AnnotatedAccount], alignment: Alignment, divergences: Sequence[Divergence] = ()
) -> tuple[Stand, ...]:
    """A stand for every account in each group; of the divergences, those of polarity and membership tell who denies."""
    parted = {
        key for each in divergences if each.kind in ("polarity", "membership") for side in each.sides for key in side
    }
    by_id = {marked.id: marked for marked in sorted(story, key=lambda each: each.id)}
    found = []
    for index, group in enumerate(alignment.groups):
        per: dict[str, list[Claim]] = defaultdict(list)
        for key in group.claims:
            per[key.account].append(by_id[key.account].claims[key.index])
        against = _against(group.claims, by_id, parted)
        told = sorted(each for account in per if (each := by_id[account].account.published))
        for account, marked in by_id.items():
            claims = per.get(account, [])
            kind = _kind(claims, denying=account in against) if claims else _silence(marked, told)
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


def _against(keys: Sequence[Key], by_id: dict[str, AnnotatedAccount], parted: Set[Key]) -> set[str]:
    """The accounts whose claim a divergence sets against the polarity that most of the group has."""
    signs = {key: by_id[key.account].claims[key.index].polarity for key in keys}
    negative = sum(sign == "negative" for sign in signs.values()) * 2 > len(signs)
    return {key.account for key, sign in signs.items() if key in parted and (sign == "negative") != negative}


def _kind(claims: Sequence[Claim], *, denying: bool) -> StandKind:
    kinds: set[StandKind] = {"denies"} if denying else {_stand_of(claim) for claim in claims}
    return next(kind for kind in _ORDER if kind in kinds)


def _stand_of(claim: Claim) -> StandKind:
    if claim.modality == "denied":
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
