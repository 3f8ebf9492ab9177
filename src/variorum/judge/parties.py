"""Whose word or deed it is: the party behind an argument, a speaker or a possessor.

A person who speaks for a state in a story between states stands for that state; elsewhere people stand for themselves.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from variorum import lang
from variorum.model.alignment import Alignment, Key
from variorum.model.markup import AnnotatedAccount, Argument, Claim
from variorum.model.text import Span

__all__ = ["Parties", "parties_of"]

LEAST = 4  # claims that a second country's people make before a story counts as one between states
MOST_NAMES = 12  # of one argument that are looked at; one that names more is a failure of parsing
SHARE = 0.2  # of the first country's: a foreign comment or two does not make a domestic story international


@dataclass(frozen=True, slots=True)
class _Official:
    id: str
    noun: str


@dataclass(frozen=True, slots=True)
class Parties:
    """The story's entities as parties."""

    alignment: Alignment
    entity_of: dict[Key, int]
    between_states: bool
    mentions: dict[str, tuple[tuple[Span, int], ...]]
    quoted: dict[str, tuple[Span, ...]]

    def of_referent(self, account: str, referent: int | None) -> int | None:
        """The party that a referent stands for; None where it can be none."""
        entity = None if referent is None else self.entity_of.get(Key(account, referent))
        return None if entity is None else self.of_entity(entity)

    def of_entity(self, entity: int) -> int | None:
        """The state for its people in a story between states, the entity itself else; a place is no party."""
        each = self.alignment.entities[entity]
        if each.kind == "place":
            return None
        root = self._root(entity)
        if self.between_states and each.kind in ("person", "organization") and self._is_state(root):
            return root
        return entity

    def quotes_in(self, span: Span) -> bool:
        """Whether somebody's own words stand wholly in some words."""
        ordered = self.quoted.get(span.account, ())
        first = bisect_left(ordered, Span(span.account, span.start, span.start))
        return first < len(ordered) and span.covers(ordered[first])

    def speaks_for_some(self, party: int) -> bool:
        """Whether a party is a body, or a person of one: a passer-by's "they must" is no position."""
        each = self.alignment.entities[party]
        return each.kind != "person" or each.affiliation is not None

    def of_argument(self, marked: AnnotatedAccount, argument: Argument) -> int | None:
        """The party of an argument: who it names, or whose officials it speaks of ("a Ukrainian official")."""
        party = self.of_referent(marked.id, argument.referent)
        if party is not None or argument.head.casefold() not in _officials():
            return party
        return self.of_span(marked, argument.span)

    def of_span(self, marked: AnnotatedAccount, span: Span) -> int | None:
        """The first party that is named in some words."""
        return next(iter(self.all_of_span(marked, span)), None)

    def all_of_span(self, marked: AnnotatedAccount, span: Span) -> Iterator[int]:
        """The parties that are named in some words, in their order."""
        ordered = self.mentions.get(marked.id, ())
        first = bisect_left(ordered, (Span(marked.id, span.start, span.start), -1))
        for at in range(first, min(len(ordered), first + MOST_NAMES)):
            inside, referent = ordered[at]
            if inside.start >= span.end:
                break
            party = self.of_referent(marked.id, referent) if span.covers(inside) else None
            if party is not None:
                yield party

    def of_source(self, marked: AnnotatedAccount, claim: Claim) -> int | None:
        """The party that a claim's source speaks for."""
        party = self.of_referent(marked.id, claim.source.referent)
        if party is not None or claim.source.attribution is None:
            return party
        source = marked.attributions[claim.source.attribution].source
        return None if source is None else self.of_span(marked, source)

    def _root(self, entity: int) -> int:
        seen = {entity}
        while (above := self.alignment.entities[entity].affiliation) is not None and above not in seen:
            seen.add(above)
            entity = above
        return entity

    def _is_state(self, entity: int) -> bool:
        return self.alignment.entities[entity].kind == "country"


def parties_of(story: Sequence[AnnotatedAccount], alignment: Alignment) -> Parties:
    """The look-up of parties of a story."""
    entity_of = {member: at for at, entity in enumerate(alignment.entities) for member in entity.members}
    mentions = {marked.id: _named(marked) for marked in story}
    quoted = {each.id: tuple(sorted(q.span for q in each.quotes if q.kind == "direct")) for each in story}
    plain = Parties(alignment, entity_of, between_states=True, mentions=mentions, quoted=quoted)
    acts: Counter[int] = Counter()
    for marked in story:
        for claim in marked.claims:
            agent = (
                next((each for each in claim.frame.arguments if each.role == "agent"), None) if claim.frame else None
            )
            party = plain.of_argument(marked, agent) if agent else None
            if party is not None and alignment.entities[party].kind == "country":
                acts[party] += 1
    (first, second) = ([count for _, count in acts.most_common(2)] + [0, 0])[:2]
    return replace(plain, between_states=second >= LEAST and second >= SHARE * first)


def _named(marked: AnnotatedAccount) -> tuple[tuple[Span, int], ...]:
    """The account's names with their referents, in the order of the text."""
    return tuple(
        sorted(
            (each.span, each.referent)
            for each in marked.mentions
            if each.form in ("name", "demonym", "metonym") and each.referent is not None
        )
    )


@cache
def _officials() -> frozenset[str]:
    return frozenset(each.noun for each in lang.load("en", "officials", _Official))
