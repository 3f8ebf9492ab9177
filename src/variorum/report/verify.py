"""Re-checks a collation against its own texts: every citation, every id, every name and number of the brief.

It trusts nothing that the file says about itself; an empty answer means that every line can be checked by a reader.
"""

import hashlib
from collections.abc import Iterable, Iterator

from variorum.model.collation import At, ClaimRow, Collation, Negotiation, Place
from variorum.report.support import unsupported

__all__ = ["problems"]


def problems(collation: Collation) -> tuple[str, ...]:
    """What does not hold, a sentence each, in the order of the file."""
    return tuple(
        dict.fromkeys((*_accounts(collation), *_places(collation), *_references(collation), *_brief(collation)))
    )


def _accounts(collation: Collation) -> Iterator[str]:
    seen = set()
    for row in collation.accounts:
        if row.id in seen:
            yield f"account {row.id} stands twice"
        seen.add(row.id)
        if hashlib.sha256(row.text.encode("utf-8", "surrogatepass")).hexdigest() != row.sha256:
            yield f"account {row.id} ({row.name}): the text does not have the hash {row.sha256[:12]}…"


def _places(collation: Collation) -> Iterator[str]:
    """Every `at` lies in its account, and yields the finding's own text where the row carries one."""
    texts = {row.id: row.text for row in collation.accounts}
    for name, account, at, text in _cited(collation):
        if account not in texts:
            yield f"{name}: there is no account {account}"
            continue
        start, end = at
        if not 0 <= start < end <= len(texts[account]):
            yield f"{name}: [{start}, {end}) is not a place in account {account}"
        elif text is not None and texts[account][start:end] != text:
            yield f"{name}: account {account} does not have the words {_short(text)} at [{start}, {end})"
    verbatim = [(f"ledger row {row.id}", row.text, row.claims) for row in collation.ledger]
    verbatim += [(f"moment {row.id}", row.text, row.claims) for row in collation.timeline]
    claims = {claim.id: claim for claim in collation.claims}
    for name, text, cites in verbatim:
        if not any(claims[cite].text == text for cite in cites if cite in claims):
            yield f"{name}: its text {_short(text)} is not that of one of its claims"


def _cited(collation: Collation) -> Iterator[tuple[str, str, At, str | None]]:
    for claim in collation.claims:
        yield f"claim {claim.id}", claim.account, claim.at, claim.text
        if claim.sentence is not None:
            yield f"claim {claim.id}", claim.account, claim.sentence, None
    for quote in collation.quotes:
        yield f"quote {quote.id}", quote.account, quote.at, quote.text
    for entity in collation.entities:
        yield from _all(f"entity {entity.id}", entity.mentions)
        for role in entity.roles:
            yield f"entity {entity.id}, role", role.account, role.at, role.title
    for reprint in collation.reprints:
        yield from _all(f"reprint {reprint.id}", reprint.evidence)
    if collation.lead is not None:
        found = collation.lead
        yield from (("lead", found.account, at, None) for at in (found.who, found.what, found.when, found.where) if at)
    for row in collation.wording:
        for label in row.labels:
            yield f"wording of {row.account}, label", row.account, label.at, label.text
        for mark in row.evidence:
            yield f"wording of {row.account}", row.account, mark.at, None


def _all(name: str, places: Iterable[Place]) -> Iterator[tuple[str, str, At, str | None]]:
    return ((name, place.account, place.at, None) for place in places)


def _references(collation: Collation) -> Iterator[str]:
    known = {
        "account": {row.id for row in collation.accounts},
        "claim": {row.id for row in collation.claims},
        "entity": {row.id for row in collation.entities},
        "row": {row.id for row in collation.ledger},
    }
    for name, kind, ids in _referred(collation):
        for each in ids:
            if each is not None and each not in known[kind]:
                yield f"{name}: there is no {kind} {each}"


def _referred(collation: Collation) -> Iterator[tuple[str, str, Iterable[str | None]]]:
    yield "story", "entity", collation.story.places
    for entity in collation.entities:
        yield f"entity {entity.id}", "entity", (entity.affiliation,)
    for reprint in collation.reprints:
        yield f"reprint {reprint.id}", "account", reprint.accounts
    for claim in collation.claims:
        yield f"claim {claim.id}", "entity", (*claim.entities, claim.source.entity)
    for row in collation.ledger:
        yield f"ledger row {row.id}", "claim", (*row.claims, row.gist)
        yield f"ledger row {row.id}", "account", row.stands
    for parted in collation.divergences:
        yield f"divergence {parted.id}", "claim", (each for side in parted.sides for each in side)
        yield f"divergence {parted.id}", "row", (parted.group,)
    for quote in collation.quotes:
        yield f"quote {quote.id}", "entity", (quote.speaker,)
    for moment in collation.timeline:
        yield f"moment {moment.id}", "claim", moment.claims
    for worded in collation.wording:
        yield f"wording of {worded.account}", "account", (worded.account,)
        yield f"wording of {worded.account}", "entity", (*worded.voices, *(label.entity for label in worded.labels))
    yield from _at_the_table(collation.negotiation)
    for section in collation.brief.sections:
        for point in section.points:
            yield f"brief, {section.title}", "claim", point.cites
            yield f"brief, {section.title}", "row", (point.group,)
            yield f"brief, {section.title}", "entity", (point.party,)


def _at_the_table(table: Negotiation) -> Iterator[tuple[str, str, Iterable[str | None]]]:
    yield "negotiation", "entity", (*table.mediators, *table.hosts, *table.observers, table.venue)
    for party in table.parties:
        yield "negotiation, party", "entity", (party.entity, *(each.entity for each in party.delegation))
        yield "negotiation, party", "claim", (cite for each in party.delegation for cite in each.claims)
    for position in table.positions:
        yield f"position {position.id}", "entity", (position.party,)
        yield f"position {position.id}", "claim", position.claims
    for agreement in table.agreements:
        yield "negotiation, agreement", "entity", (*agreement.parties, *agreement.confirmed_by)
        yield "negotiation, agreement", "claim", agreement.claims
    for step in table.next_steps:
        yield "negotiation, next step", "claim", step.claims


def _brief(collation: Collation) -> Iterator[str]:
    """Each name, number, date and quote of a point stands in the words of the claims that it cites."""
    claims = {claim.id: claim for claim in collation.claims}
    for section in collation.brief.sections:
        for point in section.points:
            if not point.cites:
                yield f"brief, {section.title}: {_short(point.text)} cites nothing"
            evidence = [part for cite in point.cites if cite in claims for part in stood(claims[cite])]
            for missing in unsupported(point.text, evidence):
                yield f"brief, {section.title}: {missing!r} in {_short(point.text)} stands in none of its cited claims"


def stood(claim: ClaimRow) -> tuple[str, ...]:
    """What a claim's row carries of its account's words: the clause, and who vouches for it by which word."""
    return (claim.text, claim.source.text, claim.source.cue)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return repr(plain if len(plain) <= 60 else plain[:59] + "…")
