"""The teams of the parties: who heads a delegation and who else sits in it, each with the claims that say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from variorum.model.alignment import Key
from variorum.report.catalogue import Catalogue
from variorum.report.masks import NUMBER, Masked, pattern

__all__ = ["Seat", "delegations"]

_HEADS = (  # groups: the party where the sentence names it, then the person; `None` party means the person's own
    r"E(?:[’']s?)? (?:[\w-]{1,24} ){0,3}<team>,?[^⟦⟧.;]{0,25}\b<lead> by (?:[\w’',-]{1,24} ){0,9}E",
    r"\b<team> (?:of|from) (?:the )?E,?[^⟦⟧.;]{0,25}\b<lead> by (?:[\w’',-]{1,24} ){0,9}E",
)
_OF_PARTY = (
    r"\b(?:head|leader|chief) of (?:the |its )?E(?:[’']s?)? (?:[\w-]{1,24} ){0,2}<team>,? (?:[\w’'-]{1,24} ){0,6}E",
    r"E(?:[’']s?)? (?:chief|lead|top|main|head) negotiator,? (?:[\w’'-]{1,24} ){0,6}E",
)
_ALONE = (
    r"\b(?:chief|lead|top|main|head) negotiator,? E",
    r"\b(?:delegation|team),? (?:is |was |being |will be )?<lead> by (?:[\w’',-]{1,24} ){0,9}E",
    r"E,? (?:the |its )?(?:[\w’'-]{1,24} ){0,3}(?:chief|lead|top|head) negotiator\b",
)
_MEMBERS = re.compile(
    r"\b(?:(?:is|was|are|were) (?:joined|accompanied|flanked) by"
    r"|(?:other |also |its |the )?(?:members?|delegation|team) (?:[\w-]{1,24} ){0,3}?(?:also )?"
    r"(?:include[sd]?|comprise[sd]?|consist(?:s|ed) of))\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"\b(?:who|which|said|says|after|before|while|when|but|whose)\b|[.;]", re.IGNORECASE)
NEAR = 3  # sentences after one that names a head in which "He is joined by" still speaks of his team
_LEADING = frozenset({"lead", "head", "chair", "spearhead"})
_TEAMS = frozenset({"delegation", "team", "side", "negotiator"})


@dataclass(slots=True)
class Seat:
    """A person of a party's team, and the claims that put them there."""

    person: int
    head: bool = False
    claims: list[Key] = field(default_factory=list)


def delegations(book: Catalogue, sentences: Sequence[Masked], parties: Sequence[int]) -> dict[int, tuple[Seat, ...]]:
    """The team of each party: heads first, then the others in the order of the accounts."""
    teams: dict[int, dict[int, Seat]] = {party: {} for party in parties}
    last: dict[str, tuple[int, int]] = {}
    for sentence in sentences:
        for party, person, head in _seats(book, sentence, parties, last):
            claims = _claims(book, sentence, person)
            if not claims:
                continue
            seat = teams[party].setdefault(person, Seat(person))
            seat.head |= head
            seat.claims += [key for key in claims if key not in seat.claims]
    return {
        party: tuple(sorted(seats.values(), key=lambda seat: not seat.head)) for party, seats in teams.items() if seats
    }


def _seats(
    book: Catalogue, sentence: Masked, parties: Sequence[int], last: dict[str, tuple[int, int]]
) -> Iterator[tuple[int, int, bool]]:
    """Party, person, whether head."""
    found: dict[int, int] = dict(_leading(book, sentence, parties))
    for text in (*_HEADS, *_OF_PARTY):
        for match in pattern(text).finditer(sentence.text):
            named = [sentence.named[int(number)].entity for number in match.groups() if number]
            party, person = _seat_of(book, named[0], parties), named[-1]
            if party in parties and _is_person(book, person):
                found.setdefault(person, party)
    for text in _ALONE:
        for match in pattern(text).finditer(sentence.text):
            person = sentence.named[int(next(number for number in match.groups() if number))].entity
            party = _seat_of(book, person, parties)
            party = party if party in parties else _heading(book, sentence, parties)
            if party in parties and _is_person(book, person):
                found.setdefault(person, party)
    yield from ((party, person, True) for person, party in found.items())
    for party in found.values():
        last[sentence.account] = (party, sentence.index)
    if members := _MEMBERS.search(sentence.text):
        rest = sentence.text[members.end() :]
        stop = _STOP.search(rest)
        party = _heading(book, sentence, parties)
        before, index = last.get(sentence.account, (-1, 0))
        if party not in parties and sentence.index - index <= NEAR:
            party = before
        for number in NUMBER.findall(rest[: stop.start()] if stop else rest):
            person = sentence.named[int(number)].entity
            own = _seat_of(book, person, parties)
            side = own if own in parties else party
            if side in parties and _is_person(book, person) and person not in found:
                yield side, person, False


def _leading(book: Catalogue, sentence: Masked, parties: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Person and party where a claim of the sentence says that somebody leads or heads a team."""
    for key in book.beside(sentence.account, sentence.index):
        frame = book.claim(key).frame
        if frame is None or frame.predicate not in _LEADING:
            continue
        led = next((each for each in frame.arguments if each.role == "patient" and each.head in _TEAMS), None)
        agent = next((each for each in frame.arguments if each.role == "agent"), None)
        person = book.entity(sentence.account, agent.referent) if agent else None
        if led is None or person is None or not _is_person(book, person):
            continue
        named = [_seat_of(book, each.entity, parties) for each in sentence.named if led.span.covers(each.span)]
        sides = [
            each for each in (*named, _seat_of(book, person, parties), _heading(book, sentence, parties)) if each >= 0
        ]
        if sides:
            yield person, sides[0]


def _seat_of(book: Catalogue, entity: int, parties: Sequence[int]) -> int:
    """The party that an entity is or belongs to; -1 where it is none of them."""
    if entity in parties:
        return entity
    root = book.party(entity)
    return root if root in parties else -1


def _heading(book: Catalogue, sentence: Masked, parties: Sequence[int]) -> int:
    """The party that the sentence's section is headed with; -1 where it has no such heading."""
    marked = book.by_id[sentence.account]
    section = marked.sentences[sentence.index].section
    if section is None or not 0 <= section < len(marked.sentences):
        return -1
    span = marked.sentences[section].span
    for each in marked.mentions:
        if span.covers(each.span) and (entity := book.entity(sentence.account, each.referent)) is not None:
            return _seat_of(book, entity, parties)
    return -1


def _is_person(book: Catalogue, entity: int) -> bool:
    return book.alignment.entities[entity].kind == "person"


def _claims(book: Catalogue, sentence: Masked, person: int) -> list[Key]:
    """The smallest claim of the sentence that names the person."""
    spans = [each.span for each in sentence.named if each.entity == person]
    keys = [
        key
        for key in book.beside(sentence.account, sentence.index)
        if any(book.claim(key).span.covers(span) for span in spans)
    ]
    return sorted(keys, key=lambda key: len(book.claim(key).span))[:1]
