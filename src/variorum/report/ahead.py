"""What a claim of the brief is about: what lies ahead of the story's own day, what is unresolved, who acts from abroad.

Each test reads the claim's own clause; a word of the future in a quotation, or below a past verb, tells nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.model.alignment import Key
from variorum.model.collation import Negotiation
from variorum.model.markup import Claim
from variorum.model.text import Span
from variorum.report.catalogue import Catalogue
from variorum.report.clarity import unquoted
from variorum.report.dating import dates, first_day, last_day
from variorum.report.event import Event

__all__ = ["abroad", "is_ahead", "is_unresolved"]

_FUTURE = frozenset({"planned", "expected"})
_BACK = re.compile(r"\b(?:would|had|was|were|did|could|might|likely (?:was|were))\b", re.IGNORECASE)
_GUESSED = re.compile(r"\W{0,3}(?:maybe|perhaps)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:is|are|has|have|remains?|still|continues?)\b", re.IGNORECASE)
_STATE = frozenset({"be", "have", "seem", "appear", "remain", "look", "include", "belong"})
AT_HOME = 3  # countries that the story names most are its own, where it is no negotiation; chosen, not swept


@dataclass(frozen=True, slots=True)
class _Cue:
    id: str
    section: str
    words: str


def is_ahead(book: Catalogue, when: Event) -> Callable[[Key], bool]:
    """Whether a claim's own verb looks beyond the event's day."""
    start = first_day(when.start)

    def fits(key: Key) -> bool:
        claim = book.claim(key)
        if claim.frame is None or claim.frame.tense not in ("present", "future") or claim.modality == "conditional":
            return False
        if claim.source.kind == "outlet" and not claim.free_standing:
            return False  # "approved a grant, which is set to be paid": the news is behind it
        if _GUESSED.match(claim.text):
            return False
        outside = unquoted(claim.text)
        if _BACK.search(outside) or not _pattern("outlook").search(outside):
            return False
        if claim.frame.tense != "future" and claim.modality not in _FUTURE:
            return False
        published = first_day(book.by_id[key.account].account.published)
        if start and published and published < start:
            return False
        own = dates(book, key)
        return not (start and own and all(last_day(each.value) <= start for each in own))

    return fits


def is_unresolved(book: Catalogue) -> Callable[[Key], bool]:
    """Whether a claim tells of an obstacle that is there at the time of telling."""

    def fits(key: Key) -> bool:
        claim = book.claim(key)
        if claim.frame is None or claim.frame.tense != "present" or not _NOW.search(claim.text):
            return False
        return _pattern("challenges").search(unquoted(claim.text)) is not None

    return fits


def abroad(book: Catalogue, table: Negotiation) -> Callable[[Key], bool]:
    """Whether a state or a body of states acts in a claim that is neither at the table nor at home in the story."""
    at_home = {party.entity for party in table.parties}
    if not at_home:
        named = sorted(
            (-len(entity.members), -_mentions(book, at), at)
            for at, entity in enumerate(book.alignment.entities)
            if entity.kind == "country"
        )
        at_home = {book.entity_ids[at] for *_, at in named[:AT_HOME]}
    bodies = _pattern("international")

    def fits(key: Key) -> bool:
        claim = book.claim(key)
        if claim.frame is None or claim.frame.predicate in _STATE or claim.frame.tense == "none":
            return False
        for argument in claim.frame.arguments:
            if argument.role == "agent" and not _is_by_origin(book, claim, argument.span):
                entity = book.entity(key.account, argument.referent)
                if bodies.match(book.words(argument.span).removeprefix("The ").removeprefix("the ")):
                    return True
                if entity is not None and _is_foreign(book, entity, at_home):
                    return True
        return False

    return fits


def _is_foreign(book: Catalogue, entity: int, at_home: set[str]) -> bool:
    """A country that is not at home, or an organization of one; a person may be of any country and act for none."""
    each = book.alignment.entities[entity]
    if each.kind not in ("country", "organization"):
        return False
    root = book.party(entity)
    return book.alignment.entities[root].kind == "country" and book.entity_ids[root] not in at_home


def _mentions(book: Catalogue, entity: int) -> int:
    return sum(
        len(book.by_id[key.account].referents[key.index].mentions)
        for key in book.alignment.entities[entity].members
        if key.account in book.by_id
    )


def _is_by_origin(book: Catalogue, claim: Claim, span: Span) -> bool:
    """Whether some words only say where a person comes from ("the 40-year-old Dane", "the British architect")."""
    marked = book.by_id[span.account]
    inside = [marked.mentions[at] for at in claim.mentions if span.covers(marked.mentions[at].span)]
    return bool(inside) and all(each.form == "demonym" for each in inside)


@cache
def _pattern(section: str) -> re.Pattern[str]:
    words = sorted(
        (each.words for each in lang.load("en", "brief", _Cue) if each.section == section), key=len, reverse=True
    )
    shouted = all(word[0].isupper() for word in words)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", 0 if shouted else re.IGNORECASE)
