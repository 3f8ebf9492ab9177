"""Role: two accounts give one office, or the lead of one side's team, to different people.

Only offices that one person holds at a time count (a country has one foreign minister, but many spokesmen); "former",
"acting" and "deputy" tell holders apart, and so do the accounts' dates: a later account may tell a change.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum import lang
from variorum.judge.rules.slots import Filled
from variorum.judge.told import Told, stems
from variorum.model.alignment import Alignment
from variorum.model.finding import Rule
from variorum.model.markup import Role

__all__ = ["RULES", "leads", "offices"]

RULES = (
    Rule("divergence.role.lead", "The accounts name different people as the head of one side's team."),
    Rule("divergence.role.office", "The accounts give an office that one person holds at a time to different people."),
)

# several people by what they are: "led by senior figures from …", "led not by … but by …"
_LED_BY = re.compile(r"\bby (?P<who>(?:[a-z][a-z-]{1,20} ){0,3}[a-z]{3,20}s (?:from|of|at) [^,;:]{3,90}$)")


def leads(claims: Sequence[Told], alignment: Alignment) -> Iterator[Filled]:
    """Who leads which team: from frames such as "the Norland delegation is led by X" and "X, heading Sudmark's team".

    One that describes the heads ("led by figures from the council") is an answer only where nobody who is named as
    head is given an office of what it describes them by.
    """
    named = list(_named(claims, alignment))
    yield from named
    for told, side, words, bodies in _described(claims):
        slot = f"head of {told.name(side)}’s team"
        heads = [alignment.entities[int(each.value)] for each in named if each.slot == slot]
        known = frozenset(stem for head in heads for role in head.roles for stem in stems(f"{role.title} {role.of}"))
        if heads and not known & bodies:
            yield Filled(
                kind="role",
                rule="divergence.role.lead",
                slot=slot,
                value="described",
                shown=words,
                told=told,
                strength=0.6,
                loose=True,
            )


def _described(claims: Sequence[Told]) -> Iterator[tuple[Told, int, str, frozenset[str]]]:
    """Claims that a team is led by several whom they do not name: the team's side, words, and stems of the bodies."""
    for told in claims:
        frame, text = told.claim.frame, told.claim.text
        found = _LED_BY.search(text)
        if not found or not frame or frame.predicate not in _words("lead") or told.claim.polarity == "negative":
            continue
        team = told.argument("patient")
        start = told.claim.span.start + found.start("who")
        if not team or team.head.casefold() not in _words("team"):
            continue
        inside = [(each, entity) for each, entity in told.mentions() if each.span.start >= start and entity is not None]
        if any(each.kind == "person" for each, _ in inside):
            continue
        side = _side(told, team.span.start, team.span.end)
        if side is None:  # "the team is led by figures from Norway’s council"
            side = next((entity for each, entity in inside if each.kind == "country"), None)
        bodies = frozenset(
            stem for each, _ in inside if each.kind == "organization" for stem in stems(each.text)
        ) - stems(told.name(side) if side is not None else "")
        if side is not None and bodies:
            yield told, side, found["who"].strip(), bodies


def _named(claims: Sequence[Told], alignment: Alignment) -> Iterator[Filled]:
    teams = _words("team")
    for told in claims:
        frame = told.claim.frame
        if not frame or frame.predicate.split()[0] not in _words("lead") or told.claim.polarity == "negative":
            continue
        agent, patient = told.argument("agent"), told.argument("patient")
        if not agent or not patient or patient.head.casefold() not in teams:
            continue
        holder = told.entity(agent.referent)
        side = _side(told, patient.span.start, patient.span.end)
        if side is None and holder is not None:
            side = alignment.entities[holder].affiliation
        if holder is not None and side is not None and alignment.entities[holder].kind == "person":
            yield Filled(
                kind="role",
                rule="divergence.role.lead",
                slot=f"head of {told.name(side)}’s team",
                value=str(holder),
                shown=told.name(holder),
                told=told,
                strength=0.9 if told.claim.modality == "asserted" else 0.6,
            )


def offices(claims: Sequence[Told], alignment: Alignment) -> Iterator[Filled]:
    """Who holds which office: from the titles that accounts give, where office and institution are both named."""
    by_account: dict[str, list[Told]] = {}
    for told in claims:
        by_account.setdefault(told.key.account, []).append(told)
    for at, entity in enumerate(alignment.entities):
        if entity.kind != "person":
            continue
        for role in entity.roles:
            office = _office(role)
            place = _around(role, by_account.get(role.span.account, ()))
            if office and place:
                yield Filled(
                    kind="role",
                    rule="divergence.role.office",
                    slot=office,
                    value=str(at),
                    shown=entity.name,
                    told=place,
                    strength=0.75,
                )


def _office(role: Role) -> str | None:
    """The office and whose it is, or None where several people may hold it, or where it is not said whose it is."""
    title = stems(role.title)
    if role.former or not role.of or title & _stems("shared"):
        return None
    if not title & _stems("office"):
        return None
    return " ".join([*sorted(title - stems(role.of)), "of", *sorted(stems(role.of))])


def _around(role: Role, claims: Sequence[Told]) -> Told | None:
    """The claim that the title stands in, or the nearest one of its sentence."""
    inside = [told for told in claims if told.claim.span.covers(role.span)]
    if inside:
        return min(inside, key=lambda told: (len(told.claim.span), told.key))
    near = [told for told in claims if told.marked.sentences[told.claim.sentence].span.covers(role.span)]
    return min(near, key=lambda told: (abs(told.claim.span.start - role.span.start), told.key), default=None)


def _side(told: Told, start: int, end: int) -> int | None:
    """The country, organization or group that a team's noun phrase names."""
    for mention, entity in told.mentions():
        if entity is None or mention.span.start < start or mention.span.end > end:
            continue
        if told.entities[entity].kind in ("country", "organization", "group"):
            return entity
    return None


def _words(kind: str) -> frozenset[str]:
    """Words of a kind: "lead", verbs; "team", who is led; "office", held by one at a time; "shared", by many."""
    return lang.words("en", "offices", kind=kind)


@cache
def _stems(kind: str) -> frozenset[str]:
    return frozenset(stem for word in _words(kind) for stem in stems(word))
