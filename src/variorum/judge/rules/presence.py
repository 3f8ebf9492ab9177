"""Presence: an account has somebody at an event where another has them absent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.judge.rules.slots import Filled
from variorum.judge.told import Told
from variorum.model.alignment import Alignment, Entity
from variorum.model.finding import Rule

__all__ = ["RULES", "presences"]

RULES = (
    Rule("divergence.presence", "One account has somebody present at the event, another has them absent."),
    Rule(
        "divergence.presence.party",
        "One account has a party absent from the event, another has somebody of that party there.",
    ),
)
_REAL = frozenset({"asserted", "agreed", "refused", "denied", "committed", "expected", "planned"})


@dataclass(frozen=True, slots=True)
class _Sign:
    id: str
    predicate: str
    sign: int
    with_preposition: str = ""


def presences(claims: Sequence[Told], alignment: Alignment) -> Iterator[Filled]:
    """Who is there and who is not, for entities that act; the occasion is the story's own event."""
    for told in claims:
        frame = told.claim.frame
        agent = told.argument("agent")
        if not frame or not agent or told.claim.modality not in _REAL:
            continue
        entity = told.entity(agent.referent)
        sign = _sign(told)
        if entity is None or not sign or alignment.entities[entity].kind == "place":
            continue
        there = sign > 0
        if told.claim.polarity == "negative" or told.claim.modality in ("refused", "denied"):
            there = not there
        value = "present" if there else "absent"
        name = told.name(entity)
        strength = 0.85 if told.claim.modality == "asserted" else 0.7
        yield Filled(
            "presence", "divergence.presence", f"to whether {name} takes part", value, f"{name} {value}", told, strength
        )
        yield from _of_party(told, alignment.entities, entity, value, strength)


def _of_party(told: Told, entities: Sequence[Entity], entity: int, value: str, strength: float) -> Iterator[Filled]:
    """A party's own absence, and the presence of one of its people; a person's absence says nothing of the party.

    Both may hold: one of its people is in the town, and nobody of it in the room.
    """
    whose = entities[entity].affiliation if entities[entity].kind == "person" and value == "present" else None
    party = whose if whose is not None else entity
    if entities[party].kind == "country" and (value == "absent" or party != entity):
        slot = f"to whether {entities[party].name} is in the room"
        shown = f"{entities[entity].name} {value}"
        yield Filled("presence", "divergence.presence.party", slot, value, shown, told, 0.9 * strength, loose=True)


def _sign(told: Told) -> int:
    frame = told.claim.frame
    assert frame is not None
    words = {frame.predicate, frame.predicate.split()[0]}
    if frame.copular:
        complement = told.argument("complement")
        words = {f"be {complement.head.casefold()}"} if complement else set()
    roles = {each.role for each in frame.arguments}
    for each in _signs():
        if each.predicate in words and (not each.with_preposition or each.with_preposition in roles):
            return each.sign
    return 0


@cache
def _signs() -> tuple[_Sign, ...]:
    return lang.load("en", "presence", _Sign)
