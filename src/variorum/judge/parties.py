"""Whose word or deed it is: the party behind an argument, a speaker or a possessor.

A person who speaks for a state in a story between states stands for that state, and one who speaks for a company, union
or the like that acts in the story stands for that body; elsewhere people stand for themselves.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from variorum.judge.offices import head_of, offices_of, superiors_of
from variorum.judge.places import agent_in
from variorum.judge.stancebook import words
from variorum.model.alignment import Alignment, Entity, Key
from variorum.model.markup import AnnotatedAccount, Argument, Claim
from variorum.model.text import Span

__all__ = ["Parties", "parties_of"]

LEAST = 4  # claims that a second country's people make before a story counts as one between states
MOST_NAMES = 12  # of one argument that are looked at; one that names more is a failure of parsing
SHARE = 0.2  # of the first country's: a foreign comment or two does not make a domestic story international


@dataclass(frozen=True, slots=True)
class Parties:
    """The story's entities as parties."""

    alignment: Alignment
    entity_of: dict[Key, int]
    between_states: bool
    acting: frozenset[int]
    superiors: dict[int, int]
    outlets: frozenset[int]
    mentions: dict[str, tuple[tuple[Span, int], ...]]
    quoted: dict[str, tuple[Span, ...]]
    called: dict[str, dict[str, tuple[tuple[int, int], ...]]]

    def of_referent(self, account: str, referent: int | None) -> int | None:
        """The party that a referent stands for; None where it can be none."""
        entity = None if referent is None else self.entity_of.get(Key(account, referent))
        return None if entity is None else self.of_entity(entity)

    def of_entity(self, entity: int) -> int | None:
        """The state or body for its people, the entity itself else; a place is a party only where it acts."""
        each = self.alignment.entities[entity]
        if each.kind == "place" and entity not in self.acting:
            return None
        if each.kind == "person" and not self._holds_office(entity):
            return self.superiors.get(entity, entity) if self.is_body(entity) else entity
        root = self._root(entity)
        if self.between_states and each.kind in ("person", "organization") and self._is_state(root):
            return root
        above = each.affiliation
        if each.kind == "person" and above is not None and (above in self.acting or self._speaks_by_title(entity)):
            return self.superiors.get(above, above)
        above = self.superiors.get(entity)
        return above if above is not None and each.kind != "person" and not self._is_state(above) else entity

    def of_kind(self, marked: AnnotatedAccount, noun: str, before: int) -> int | None:
        """The only party named before that has a noun in its name or office ("the ministry", "the president")."""
        found = {
            party
            for entity, start in self.called.get(marked.id, {}).get(noun.rstrip("s"), ())
            if start < before and (party := self.of_entity(entity)) is not None
        }
        return found.pop() if len(found) == 1 else None

    def is_body(self, party: int) -> bool:
        """Whether a party is a state, organization or group, or one that was taken for a person: of one word."""
        each = self.alignment.entities[party]
        return each.kind != "person" or not any(" " in name for name in (each.name, *each.aliases))

    def quote_around(self, account: str, at: int) -> Span | None:
        """The marked words in which a place stands."""
        ordered = self.quoted.get(account, ())
        last = bisect_left(ordered, Span(account, at + 1, at + 1)) - 1
        return ordered[last] if last >= 0 and ordered[last].start <= at < ordered[last].end else None

    def speaks_for_some(self, party: int) -> bool:
        """Whether a party is a body, or a person with an office or of a body: a passer-by speaks for nobody."""
        each = self.alignment.entities[party]
        if self.is_body(party):
            return True
        titled = any(role.title[:1].isupper() for role in each.roles)
        held = any(not words("speaks").isdisjoint(role.title.casefold().split()) for role in each.roles)
        return titled or held or (not each.roles and each.affiliation is not None)

    def is_central(self, party: int) -> bool:
        """Whether a party is a body, or somebody with an office whom half of the accounts name."""
        each = self.alignment.entities[party]
        return self.is_body(party) or (self.speaks_for_some(party) and 2 * len(each.members) >= len(self.mentions))

    def may_hold(self, party: int) -> bool:
        """Whether a party can have a position in the story: not an outlet that tells it, nor a people."""
        each = self.alignment.entities[party]
        common = each.name.casefold() in words("speaks") | words("kind")
        return party not in self.outlets and not common and not (each.kind == "group" and each.affiliation is not None)

    def of_argument(self, marked: AnnotatedAccount, argument: Argument) -> int | None:
        """The party of an argument: who it names, or whose officials it speaks of ("a Ukrainian official")."""
        party = self.of_referent(marked.id, argument.referent)
        if argument.head.casefold() not in words("speaks"):
            return party
        named = self.of_span(marked, argument.span)
        if party is not None and named is None and self._is_one_of_several(marked, argument):
            return None
        return named if party is None else party

    def _is_one_of_several(self, marked: AnnotatedAccount, argument: Argument) -> bool:
        """Whether an office without a name may be another party's: "the president" where two have come."""
        called = self.called.get(marked.id, {}).get(argument.head.casefold().rstrip("s"), ())
        parties = {self.of_entity(entity) for entity, start in called[:MOST_NAMES] if start < argument.span.start}
        return len(parties - {None}) > 1

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
            compound = marked.account.text[inside.end : inside.end + 1] == "-"  # "a Norland-based firm" is not Norland
            party = self.of_referent(marked.id, referent) if span.covers(inside) and not compound else None
            if party is not None:
                yield party

    def of_source(self, marked: AnnotatedAccount, claim: Claim) -> int | None:
        """The party that a claim's source speaks for."""
        party = self.of_referent(marked.id, claim.source.referent)
        if party is not None or claim.source.attribution is None:
            return party
        source = marked.attributions[claim.source.attribution].source
        if source is None:
            return None
        told = claim.source.text.split()
        office = bool(told) and told[-1].casefold() in words("kind") | words("speaks")
        party = self.of_span(marked, source) if office or claim.source.kind == "speaker" else None
        return self.of_kind(marked, told[-1].casefold(), source.start) if party is None and office else party

    def _holds_office(self, entity: int) -> bool:
        """Whether somebody's body is one that he speaks for: a migrant of a state does not."""
        each = self.alignment.entities[entity]
        return not each.roles or bool(offices_of(each))

    def _speaks_by_title(self, entity: int) -> bool:
        """Whether somebody is a body's spokesman, or in a story between states its chief by his title."""
        each = self.alignment.entities[entity]
        body = self.alignment.entities[each.affiliation] if each.affiliation is not None else None
        if body is None or body.kind != "organization":
            return False
        names = tuple(f"{name} " for name in (body.name, *body.aliases))
        return any(
            head_of(title).startswith("spokes") or (self.between_states and title.startswith(names))
            for title in offices_of(each)
        )

    def _root(self, entity: int) -> int:
        seen = {entity}
        while (above := self._above(entity)) is not None and above not in seen:
            seen.add(above)
            entity = above
        return entity

    def _above(self, entity: int) -> int | None:
        return self.superiors.get(entity, self.alignment.entities[entity].affiliation)

    def _is_state(self, entity: int) -> bool:
        return self.alignment.entities[entity].kind == "country"


def parties_of(story: Sequence[AnnotatedAccount], alignment: Alignment) -> Parties:
    """The look-up of parties of a story."""
    entity_of = {member: at for at, entity in enumerate(alignment.entities) for member in entity.members}
    mentions = {marked.id: _named(marked) for marked in story}
    quoted = {each.id: tuple(sorted(q.span for q in each.quotes if q.kind == "direct")) for each in story}
    called = {marked.id: _called(marked, entity_of) for marked in story}
    outlets = frozenset(_outlets(story, alignment))
    plain = Parties(alignment, entity_of, True, frozenset(), superiors_of(alignment), outlets, mentions, quoted, called)
    acts: Counter[int] = Counter()
    for marked in story:
        for claim in marked.claims:
            agent = agent_in(claim)
            party = plain.of_argument(marked, agent) if agent else None
            does = claim.frame is not None and not claim.frame.copular
            if party is None and agent is not None and agent.referent is not None and does:
                party = entity_of.get(Key(marked.id, agent.referent))
            if party is not None:
                acts[party] += 1
    kinds = {party: alignment.entities[party].kind for party in acts}
    states = sorted((count for party, count in acts.items() if kinds[party] == "country"), reverse=True)
    first, second = (*states, 0, 0)[:2]
    bodies = {party for party, count in acts.items() if kinds[party] in ("organization", "place") and count >= LEAST}
    between_states = second >= LEAST and second >= SHARE * first
    return replace(plain, between_states=between_states, acting=frozenset(bodies - outlets))


def _outlets(story: Sequence[AnnotatedAccount], alignment: Alignment) -> set[int]:
    """The entities that hold nothing: outlets of the story, or called like one; headlines taken for a name."""
    own = {(each.account.outlet or "").casefold() for each in story}
    states = {each.name for each in alignment.entities if each.kind == "country"}
    return {
        at
        for at, each in enumerate(alignment.entities)
        if each.name.casefold() in own
        or words("outlet") & set(each.name.casefold().split())
        or _is_headline(each, states)
    }


def _is_headline(entity: Entity, states: Set[str]) -> bool:
    """Whether a person's name is a headline about a state: "Norland Approves New Funding"."""
    said = entity.name.split()
    return entity.kind == "person" and len(said) > 2 and not states.isdisjoint((said[0], " ".join(said[:2])))


def _called(marked: AnnotatedAccount, entity_of: dict[Key, int]) -> dict[str, tuple[tuple[int, int], ...]]:
    """By noun: the entities whose name or office has it, each with where it is first named."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, each in enumerate(marked.referents):
        entity = entity_of.get(Key(marked.id, at))
        if entity is None or each.kind == "place":
            continue
        nouns = {word.casefold().rstrip("s") for name in (each.name, *each.aliases) for word in name.split()[-4:]}
        if each.kind == "person":
            nouns = {role.title.split()[-1].casefold() for role in each.roles if not role.former and role.title.strip()}
        for noun in nouns:
            found.setdefault(noun, []).append((entity, min(span.start for span in each.evidence)))
    return {noun: tuple(each) for noun, each in found.items()}


def _named(marked: AnnotatedAccount) -> tuple[tuple[Span, int], ...]:
    """The account's names with their referents, in the order of the text."""
    return tuple(
        sorted(
            (each.span, each.referent)
            for each in marked.mentions
            if each.form in ("name", "demonym", "metonym") and each.referent is not None
        )
    )
