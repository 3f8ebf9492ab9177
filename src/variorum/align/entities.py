"""Who's who over all accounts: referents of different accounts that are one person, body, place or country.

Full names are joined first; a bare surname joins the one person of the story who bears it. Two referents of one account
are never joined to one person: that account tells them apart. The order of the accounts does not matter.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from variorum import lang
from variorum.lang.spelling import alike, fold, initials_of, persons_agree, sounds
from variorum.model.alignment import Entity, Key
from variorum.model.finding import Origin, Rule
from variorum.model.markup import AnnotatedAccount, EntityKind, Referent

__all__ = ["RULES", "align_entities"]

RULES = (
    Rule("entity.name", "The accounts give the same full name, or spellings of it."),
    Rule("entity.surname", "An account has only the surname, and one person of the story bears it."),
    Rule("entity.short", "The surname is one, and one account has the short form of the other's first name."),
    Rule("entity.acronym", "One account has the short form of the name that another spells out."),
    Rule("entity.single", "One account alone names this one."),
)

_GLUED = re.compile(r"^[A-Z][a-z]{3,}(?=[A-Z])")
_MOST = 50  # bearers of one surname that are compared by short forms: keeps hostile lists linear
_SURE = 0.6  # a referent's score under which only the parser's label says what it is


@dataclass(slots=True)
class _Group:
    """Referents that are one, while they are gathered; `words` is the fullest folded name."""

    kind: EntityKind
    words: tuple[str, ...]
    keys: list[Key] = field(default_factory=list)
    gender: str | None = None
    rule: str = "entity.single"
    offices: set[str] = field(default_factory=set)

    def accounts(self) -> set[str]:
        """The accounts that have it."""
        return {key.account for key in self.keys}


def align_entities(story: tuple[AnnotatedAccount, ...]) -> tuple[Entity, ...]:
    """The cast of a story; those with most mentions first."""
    accounts = {marked.id: marked for marked in story}
    rows = [
        (Key(name, at), referent) for name in sorted(accounts) for at, referent in enumerate(accounts[name].referents)
    ]
    rows = _agreed(_unglued(rows))
    groups = [group for group in (*_persons(rows), *_others(rows)) if not _is_vague(group, accounts)]
    entities = [_entity(group, accounts) for group in groups]
    ranked = sorted(
        range(len(groups)), key=lambda at: (-len(entities[at].evidence), entities[at].name, groups[at].keys)
    )
    return _affiliated([entities[at] for at in ranked], accounts)


def _unglued(rows: Sequence[tuple[Key, Referent]]) -> list[tuple[Key, Referent]]:
    """The rows, a full name without the word that is glued to it (`HeraldAda Holm`) where another account has it so."""
    told = {referent.name for _, referent in rows if referent.kind == "person" and " " in referent.name}
    found = []
    for key, referent in rows:
        name = _GLUED.sub("", referent.name) if referent.kind == "person" else referent.name
        found.append((key, replace(referent, name=name) if name in told else referent))
    return found


def _agreed(rows: Sequence[tuple[Key, Referent]]) -> list[tuple[Key, Referent]]:
    """The rows, with one word that some accounts take for a person and as many others for a body taken for the body.

    Not where somebody of the story bears it as a surname, nor where an account gives it an office.
    """
    bodies: dict[str, set[str]] = defaultdict(set)
    people: dict[str, set[str]] = defaultdict(set)
    surnames = set()
    for key, referent in rows:
        words = fold(referent.name)
        if referent.kind == "person" and len(words) > 1:
            surnames.add(words[-1])
        told = {words, *map(fold, referent.aliases)} if referent.kind in ("organization", "person") else set()
        for word in (each[0] for each in told if len(each) == 1):
            (people if referent.kind == "person" else bodies)[word].add(key.account)
    found = []
    for key, referent in rows:
        words = fold(referent.name)
        lone = referent.kind == "person" and len(words) == 1 and not referent.roles and words[0] not in surnames
        body = lone and len(bodies[words[0]]) >= len(people[words[0]])
        found.append((key, replace(referent, kind="organization") if body else referent))
    return found


def _is_vague(group: _Group, accounts: dict[str, AnnotatedAccount]) -> bool:
    """Whether one word is all that is known of a person, in one account, which is not sure that it is one."""
    if group.kind != "person" or len(group.words) > 1 or len(group.accounts()) > 1:
        return False
    referents = [accounts[key.account].referents[key.index] for key in group.keys]
    return all(referent.score < _SURE and not referent.roles for referent in referents)


def _persons(rows: Sequence[tuple[Key, Referent]]) -> list[_Group]:
    groups: list[_Group] = []
    persons = [(key, referent, fold(referent.name)) for key, referent in rows if referent.kind == "person"]
    full = sorted((each for each in persons if len(each[2]) > 1), key=lambda each: (-len(each[2]), each[2], each[0]))
    by_last: dict[str, list[_Group]] = defaultdict(list)
    for key, referent, words in full:
        ends = {words[0][0], words[-1][0]}
        near = list({id(group): group for end in sorted(ends) for group in by_last[end]}.values())
        same = [
            group
            for group in near
            if key.account not in group.accounts() and persons_agree(group.words, words) == "same"
        ]
        exact = [group for group in same if group.words == words]  # whatever a pronoun told of their gender
        fits = [group for group in same if _fits(group, referent)]
        group = exact[0] if exact else fits[0] if len(fits) == 1 else None
        if group is None:
            group = _Group("person", words, gender=referent.gender)
            groups.append(group)
            for end in sorted(ends):
                by_last[end].append(group)
        _join(group, key, referent, "entity.name")
    groups = _called_short(groups)
    alike_sounding: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        for word in {group.words[0], group.words[-1]}:
            alike_sounding[sounds(word)].append(group)
    for key, referent, words in persons:
        if len(words) == 1:
            new = _surname(alike_sounding[sounds(words[0])], key, referent, words[0])
            if new:
                groups.append(new)
                alike_sounding[sounds(words[0])].append(new)
    return groups


@dataclass(frozen=True, slots=True)
class _Nickname:
    """A row of `nicknames.toml`, in folded letters."""

    id: str
    full: str
    short: tuple[str, ...]


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """The full forms of a first name's short form."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in lang.load("en", "nicknames", _Nickname):
        for short in row.short:
            found[short].add(row.full)
    return {short: frozenset(full) for short, full in found.items()}


def _short_for(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """`Bob Holm` and `Robert A. Holm`: one surname, and one first name short for the other."""
    one, two = left[0], right[0]
    known = two in _nicknames().get(one, ()) or one in _nicknames().get(two, ())
    return known and left[-1] == right[-1] and persons_agree((one, *left[1:]), (one, *right[1:])) == "same"


def _called_short(groups: Sequence[_Group]) -> list[_Group]:
    """The groups, two of them one where only a first name's short form parts them, no account has both, and no third
    could be meant."""
    by_last: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        by_last[group.words[-1]].append(group)
    gone: set[int] = set()
    for bearers in by_last.values():
        for group in bearers:
            twins = [each for each in bearers if each is not group and _short_for(each.words, group.words)]
            if len(twins) != 1 or len(bearers) > _MOST or id(group) in gone:
                continue
            (twin,) = twins
            alone = sum(_short_for(each.words, twin.words) for each in bearers if each is not twin) == 1
            told = not group.gender or not twin.gender or group.gender == twin.gender
            if alone and told and group.accounts().isdisjoint(twin.accounts()) and len(group.words) >= len(twin.words):
                group.keys += twin.keys
                group.offices |= twin.offices
                group.gender, group.rule = group.gender or twin.gender, "entity.short"
                gone.add(id(twin))
    return [group for group in groups if id(group) not in gone]


def _surname(groups: Sequence[_Group], key: Key, referent: Referent, word: str) -> _Group | None:
    """Joins a referent that has only a surname, or a first name, to the one person who fits; else its own new group.

    Where an account calls somebody by the surname before it names a bearer in full, it has two referents; they are one
    only where nobody else of the story could be meant.
    """
    bearers = [group for group in groups if len(group.words) > 1 and alike(word, group.words[-1])]
    if not bearers:
        bearers = [group for group in groups if len(group.words) > 2 and word == group.words[0]]
    bearers = [group for group in bearers if _fits(group, referent)]
    if len(bearers) > 1:
        most = max(len(group.accounts()) for group in bearers)
        first = [group for group in bearers if len(group.accounts()) == most]
        rest = [group for group in bearers if len(group.accounts()) < most]
        bearers = first if len(first) == 1 and all(2 * len(group.accounts()) <= most for group in rest) else []
    if not bearers:
        bearers = [group for group in groups if group.words == (word,) and _may_join(group, key, referent)]
    if bearers:
        _join(bearers[0], key, referent, "entity.surname")
        return None
    return _Group("person", (word,), [key], referent.gender, offices=_offices(referent))


def _fits(group: _Group, referent: Referent) -> bool:
    """Whether gender allows it, of which a pronoun may have told wrong: one office outweighs it."""
    if not group.gender or not referent.gender or group.gender == referent.gender:
        return True
    return not group.offices.isdisjoint(_offices(referent))


def _offices(referent: Referent) -> set[str]:
    return {fold(role.title)[-1] for role in referent.roles if not role.former and fold(role.title)}


def _may_join(group: _Group, key: Key, referent: Referent) -> bool:
    return _fits(group, referent) and key.account not in group.accounts()


def _join(group: _Group, key: Key, referent: Referent, rule: str) -> None:
    group.keys.append(key)
    group.gender = group.gender or referent.gender
    group.offices |= _offices(referent)
    if len(group.keys) > 1:
        group.rule = rule


def _others(rows: Sequence[tuple[Key, Referent]]) -> list[_Group]:
    groups: dict[tuple[str, tuple[str, ...]], _Group] = {}
    for key, referent in rows:
        if referent.kind == "person":
            continue
        words = _core(referent.name)
        found = groups.setdefault((referent.kind, words), _Group(referent.kind, fold(referent.name)))
        _join(found, key, referent, "entity.name")
    _acronyms(groups)
    return list(groups.values())


def _acronyms(groups: dict[tuple[str, tuple[str, ...]], _Group]) -> None:
    """A short form joins the one body of the story whose initials it has."""
    long: dict[str, list[_Group]] = defaultdict(list)
    for (kind, words), group in groups.items():
        if kind == "organization" and len(words) > 1:
            long[initials_of(group.words)].append(group)
    for kind, words in sorted(groups):
        if kind != "organization" or len(words) != 1 or len(words[0]) < 2:
            continue
        homes = long.get(words[0], [])
        if len(homes) == 1:
            homes[0].keys += groups.pop((kind, words)).keys
            homes[0].rule = "entity.acronym"


def _core(text: str) -> tuple[str, ...]:
    """The words that tell a body or place from another, in an order that `Department of X` and `X Department` share."""
    return tuple(sorted(word for word in fold(text) if word not in ("the", "of", "for"))) or fold(text)


def _entity(group: _Group, accounts: dict[str, AnnotatedAccount]) -> Entity:
    keys = sorted(group.keys)
    referents = [accounts[key.account].referents[key.index] for key in keys]
    name = _best_name(referents)
    aliases = {alias for referent in referents for alias in (referent.name, *referent.aliases)} - {name}
    return Entity(
        evidence=tuple(span for referent in referents for span in referent.evidence),
        origin=Origin("entities", group.rule),
        name=name,
        kind=group.kind,
        aliases=tuple(sorted(aliases)),
        members=tuple(keys),
        roles=tuple(role for referent in referents for role in referent.roles),
    )


def _best_name(referents: Sequence[Referent]) -> str:
    """The form that most accounts have among those with two words or more; no shouted one where there is another.

    An account that has more words has this form too: a word that it alone puts before a name is not the name's.
    """
    counts = Counter(referent.name for referent in referents)
    for glued in [name for name in counts if _GLUED.search(name) and _GLUED.sub("", name) in counts]:
        del counts[glued]
    words = {name: set(fold(name)) for name in counts}
    borne = {name: sum(counts[other] for other in counts if words[name] <= words[other]) for name in counts}
    return max(
        sorted(counts),
        key=lambda name: (
            len(fold(name)) > 1,
            not name.isupper() or len(name) < 6,
            borne[name],
            counts[name],
            len(fold(name)),
            len(name),
        ),
    )


def _affiliated(entities: Sequence[Entity], accounts: dict[str, AnnotatedAccount]) -> tuple[Entity, ...]:
    """The entities with the index of what most accounts tie each to."""
    places: dict[tuple[str, ...], int] = {}
    for at, entity in enumerate(entities):
        if entity.kind in ("country", "organization"):
            for name in (entity.name, *entity.aliases):
                places.setdefault(_core(name), at)
    done = []
    for at, entity in enumerate(entities):
        told = [accounts[key.account].referents[key.index].affiliation for key in entity.members]
        ballot = Counter(places[_core(name)] for name in told if name and _core(name) in places)
        ballot.pop(at, None)
        ranked = sorted(ballot, key=lambda each: (-ballot[each], each))
        home = ranked[0] if ranked else None
        if len(ranked) > 1 and ballot[ranked[0]] == ballot[ranked[1]]:
            states = entities[ranked[0]].kind == entities[ranked[1]].kind == "country"
            home = None if states else home  # one account's slip against another's word: nobody serves two states
        done.append(replace(entity, affiliation=home))
    return tuple(done)
