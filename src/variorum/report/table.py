"""Who sits at the table: the parties that negotiate with each other, and those who mediate, host and observe.

Two parties are found where several sentences, of several accounts, put the same two on both sides of talks. A story
that only mentions talks has none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.model.collation import Delegate, Party
from variorum.model.judgement import Position
from variorum.report.catalogue import Catalogue
from variorum.report.delegations import delegations
from variorum.report.masks import NUMBER, Masked, masked, pattern

__all__ = ["Table", "table"]

LEAST_WEIGHT = 3.0  # of the pair's sentences; two chance mentions of "talks between" others stay below
LEAST_SHARE = (
    0.05  # of all sentences that speak of talks: a story of anything else has at most .03, a negotiation .05 to .4
)
LEAST_SENTENCES = 4
LEAST_TOLD = 4  # sentences about talks and positions together from which somebody is a party though no pattern pairs it
_TALKS = r"<talks>"
_PAIRS = (  # pattern, weight, whether the sentence must speak of talks besides
    (r"\bbetween (?:the )?~4E(?:[’']s)? ?~4and (?:the )?~4E", 2.0, True),
    (r"E and (?:the )?E (?:[\w-]{1,24} ){0,3}<team>\b", 2.0, False),
    (r"E ?[-–/] ?E (?:[\w-]{1,24} ){0,2}(?:<talks>|<pact>)\b", 2.0, False),
    (r"E(?:[’']s)? ~2and (?:the )?~2E (?:have |has |had |will |would )?(?:[\w-]{1,24} ){0,2}<gather>\b", 1.5, True),
    (r"E[^⟦⟧.;]{0,60}\b(?:<talks>|<pact>|meeting|met|meet) with (?:the )?~5E", 1.5, True),
    (
        r"E[^⟦⟧.;]{0,40}\b(?:agreed|signed|struck|reached|negotiating|discussed)[^⟦⟧.;]{0,70} with (?:the )?~4E",
        1.0,
        True,
    ),
)
_OWN = (r"E(?:[’']s?)? (?:[\w-]{1,24} ){0,2}<own>\b", r"\b<own> (?:of|from) (?:the )?~2E")
_LIST = r"(?:[^.;⟦⟧]{0,60}⟦\d+⟧){0,8}"
_MEDIATORS = (
    r"\b<mediated> by (?:the )?~5E" + _LIST.replace("60", "12"),
    r"E(?:, [^⟦⟧.;]{0,40},)? (?:has |have )?<mediating>\b",
    r"\b(?:mediation|auspices|good offices) (?:of|by) (?:the )?~4E",
    r"E(?:[’']s)? (?:chief |state |federal |lead )?mediators?\b",
    r"\bmediators? (?:from |of )?(?:the )?E",
    r"E-(?:mediated|brokered)\b",
)
_HOSTS = (
    r"\bhosted by (?:the )?~6E",
    r"E(?:, [^⟦⟧.;]{0,60},)? <hosted> (?:the |a |an )?[^⟦⟧.;]{0,40}(?:<talks>|session|meeting|round)\b",
)
_OBSERVERS = (
    r"\bobservers? (?:from|of|for) (?:the )?~2E(?:(?:, | and |, and )(?:the )?⟦\d+⟧){0,6}",
    r"E[^⟦⟧.;]{0,40} as (?:an )?observers?\b",
)
_VENUES = (
    r"\b(?:<talks>|session|meeting|round)\b[^⟦⟧.;]{0,50} (?:in|at) (?:the )?~3E",
    r"\b(?:met|meet|convened|reconvened|gathered|sat down|opened|resumed)\b[^⟦⟧.;]{0,40} (?:in|at) (?:the )?~3E",
    r"E (?:peace |trade |nuclear )?talks\b",
)
_FORMER = re.compile(
    r"\b(?:previous|earlier|former|past|failed|last) (?:efforts?|talks|rounds?|attempts?)\b|\bunlike\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Table:
    """The seats, as entity ids."""

    parties: tuple[Party, ...] = ()
    mediators: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    venue: str | None = None


def table(book: Catalogue, positions: Sequence[Position] = ()) -> Table:
    """The table of a story; empty where no two parties negotiate with each other."""
    sentences = tuple(masked(book))
    talking = pattern(rf"\b{_TALKS}\b")
    about = [each for each in sentences if talking.search(each.text)]
    if len(about) < max(LEAST_SENTENCES, LEAST_SHARE * len(sentences)):
        return Table()
    helpers = set(_named(book, sentences, _MEDIATORS, set()))
    parties = _parties(book, about) or _by_positions(book, about, positions, helpers)
    if not parties:
        return Table()
    taken = set(parties)
    mediators = _named(book, sentences, _MEDIATORS, taken)
    taken |= set(mediators)
    hosts = _named(book, about, _HOSTS, set(parties))
    observers = _named(book, sentences, _OBSERVERS, {*taken, *hosts})
    teams = delegations(book, sentences, parties)
    return Table(
        parties=tuple(
            Party(
                entity=book.entity_ids[party],
                delegation=tuple(
                    Delegate(entity=book.entity_ids[each.person], head=each.head, claims=book.ids(each.claims))
                    for each in teams.get(party, ())
                ),
            )
            for party in parties
        ),
        mediators=_ids(book, mediators),
        hosts=_ids(book, hosts),
        observers=_ids(book, observers),
        venue=_venue(book, about),
    )


def _parties(book: Catalogue, about: Sequence[Masked]) -> tuple[int, ...]:
    """The pair with most weight, and others that negotiate with one of them nearly as often."""
    weights: dict[frozenset[int], float] = {}
    told: dict[frozenset[int], set[str]] = defaultdict(set)
    own: Counter[int] = Counter()
    teams: dict[int, set[str]] = defaultdict(set)
    for sentence in about:
        pairs: dict[frozenset[int], float] = {}
        for text, weight, _ in _PAIRS:
            for left, right in _couples(sentence, text):
                pair = frozenset((_side(book, left), _side(book, right)))
                if len(pair) == 2 and all(_can_negotiate(book, each) for each in pair):
                    pairs[pair] = max(pairs.get(pair, 0.0), weight)
        for pair, weight in pairs.items():
            weights[pair] = weights.get(pair, 0.0) + weight
            told[pair].add(sentence.account)
        for side in {_side(book, at) for text in _OWN for at in _singles(sentence, text)}:
            if _can_negotiate(book, side):
                own[side] += 1
                teams[side].add(sentence.account)
    for left, right in combinations(sorted(own), 2):  # both sit with teams of their own, if not in one sentence
        weights.setdefault(frozenset((left, right)), 0.0)
        told[frozenset((left, right))] |= teams[left] | teams[right]
    if not weights:
        return ()
    strength = {pair: weight + _teams(own, pair) for pair, weight in weights.items()}
    ranked = sorted(weights, key=lambda pair: (-strength[pair], sorted(pair)))
    first = ranked[0]
    if strength[first] < LEAST_WEIGHT or (len(book.story) > 2 and len(told[first]) < 2):
        return ()
    seats = sorted(first, key=lambda each: (-own[each], each))
    for pair in ranked[1:]:
        joins = pair & set(seats)
        other = next(iter(pair - joins), None)
        if joins and other is not None and weights[pair] >= 0.5 * weights[first] and own[other]:
            seats.append(other)
    return tuple(seats)


def _by_positions(
    book: Catalogue, about: Sequence[Masked], positions: Sequence[Position], helpers: set[int]
) -> tuple[int, ...]:
    """The two sides that the sentences about talks name most, of those that take positions; none where unclear."""
    taking = Counter(_side(book, each.party) for each in positions)
    named: Counter[int] = Counter()
    told: dict[int, set[str]] = defaultdict(set)
    for sentence in about:
        for side in {_side(book, each.entity) for each in sentence.named}:
            named[side] += 1
            told[side].add(sentence.account)
    sides = [
        (taking[side] + named[side], -side)
        for side in taking
        if side not in helpers
        and book.alignment.entities[side].kind in ("country", "organization", "group")
        and named[side]
        and taking[side] + named[side] >= LEAST_TOLD
        and (len(told[side]) > 1 or len(book.story) < 3)
    ]
    first = sorted(sides, reverse=True)[:2]
    return tuple(-side for _, side in first) if len(first) == 2 else ()


def _teams(own: Counter[int], pair: frozenset[int]) -> float:
    """What teams of their own add: half a sentence each, and one more where both sides have one."""
    counts = [min(own[each], 4) for each in pair]
    return 0.5 * sum(counts) + (1.0 if all(counts) else 0.0)


def _side(book: Catalogue, entity: int) -> int:
    """The party that somebody sits for: a person's or an office's country or organization."""
    each = book.alignment.entities[entity]
    if each.kind in ("person", "organization", "group"):
        root = book.party(entity)
        if each.kind == "person" or book.alignment.entities[root].kind == "country":
            return root
    return entity


def _can_negotiate(book: Catalogue, entity: int) -> bool:
    return book.alignment.entities[entity].kind != "place"


def _couples(sentence: Masked, text: str) -> Iterator[tuple[int, int]]:
    for match in pattern(text).finditer(sentence.text):
        found = [sentence.named[int(number)].entity for number in match.groups() if number]
        if len(found) >= 2:
            yield found[0], found[1]


def _singles(sentence: Masked, text: str) -> Iterator[int]:
    for match in pattern(text).finditer(sentence.text):
        yield from (sentence.named[int(number)].entity for number in NUMBER.findall(match.group()))


def _named(book: Catalogue, sentences: Iterable[Masked], texts: Sequence[str], but: set[int]) -> tuple[int, ...]:
    """The entities that the patterns name, most named first, without those who have another seat."""
    found: Counter[int] = Counter()
    for sentence in sentences:
        if _FORMER.search(sentence.text):
            continue
        for entity in {_side(book, at) for text in texts for at in _singles(sentence, text)}:
            if entity not in but and _can_negotiate(book, entity):
                found[entity] += 1
    return tuple(sorted(found, key=lambda each: (-found[each], each)))[:4]


def _venue(book: Catalogue, about: Sequence[Masked]) -> str | None:
    found: Counter[int] = Counter()
    for sentence in about:
        for entity in {at for text in _VENUES for at in _singles(sentence, text)}:
            if book.alignment.entities[entity].kind == "place":
                found[entity] += 1
    best = min(found, key=lambda each: (-found[each], each), default=None)
    return None if best is None else book.entity_ids[best]


def _ids(book: Catalogue, entities: Iterable[int]) -> tuple[str, ...]:
    return tuple(book.entity_ids[each] for each in entities)
