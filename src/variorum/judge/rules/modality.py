"""Modality: one claim has a thing as agreed where the other has it as proposed, asked for or merely discussed.

The scale is that of the design: agreed > committed > proposed > requested > discussed > considered > refused.
"""

from variorum.judge.alike import kinds
from variorum.judge.rules.found import Found, Pairing
from variorum.judge.rules.polarity import clip, same_statement
from variorum.judge.told import Told, stems
from variorum.model.finding import Rule

__all__ = ["RULES", "scaled"]

RULES = (Rule("divergence.modality", "The two claims put one thing at different steps between discussed and agreed."),)
SCALE = {"agreed": 6, "committed": 5, "proposed": 4, "requested": 3, "discussed": 2, "considered": 1, "refused": -1}
APART = 2  # steps: neighbours on the scale are one thing said by two reporters


def scaled(pairing: Pairing) -> Found | None:
    """Where both claims stand on the scale, two steps apart or more."""
    left, right = pairing.left.claim, pairing.right.claim
    one, two = SCALE.get(left.modality), SCALE.get(right.modality)
    if one is None or two is None or abs(one - two) < APART or not pairing.grouped:
        return None
    if "negative" in (left.polarity, right.polarity) or not same_statement(pairing.left, pairing.right):
        return None
    if "refused" in (left.modality, right.modality) and not _one_party(pairing):
        return None
    if _held_for(pairing.left) or _held_for(pairing.right):
        return None
    later = _later(pairing)
    return Found(
        kind="modality",
        rule="divergence.modality",
        values=(left.modality, right.modality),
        why=f"{left.modality.capitalize()} in one (“{clip(left.text)}”), "
        f"{right.modality} in the other (“{clip(right.text)}”).",
        score=round(0.3 + pairing.same / 2 + 0.02 * abs(one - two), 3),
        severity="update" if later else "tension",
    )


def _held_for(told: Told) -> bool:
    """Whether something is held for something: "is considered armed" weighs no plan."""
    frame = told.claim.frame
    return frame is not None and frame.predicate.split()[0] == "consider" and told.argument("complement") is not None


def _one_party(pairing: Pairing) -> bool:
    """Whether it may be one party that acts: what one proposes another may refuse."""
    one, two = pairing.left.argument("agent"), pairing.right.argument("agent")
    if one is None or two is None:
        return True
    first, second = pairing.left.entity(one.referent), pairing.right.entity(two.referent)
    if first is not None and second is not None:
        return first == second
    return bool(kinds(stems(one.head)) & kinds(stems(two.head)))


def _later(pairing: Pairing) -> bool:
    """Whether the account with the higher step was published on a later day: what was proposed is agreed since."""
    one, two = pairing.left, pairing.right
    if SCALE[one.claim.modality] > SCALE[two.claim.modality]:
        one, two = two, one
    return bool(one.published and two.published and one.published[:10] < two.published[:10])
