"""Who's who over all accounts: referents of different accounts that are one person, body, place or country.

Full names are joined first; a bare surname joins the one person of the story who bears it. Two referents of one account
are never joined to one person: that account tells them apart. The order of the accounts does not matter.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from variorum.lang.spelling import alike, fold, initials_of, persons_agree, sounds
from variorum.model.alignment import Entity, Key
from variorum.model.finding import Origin, Rule
from variorum.model.markup import AnnotatedAccount, EntityKind, Referent

__all__ = ["RULES", "align_entities"]

RULES = (
    Rule("entity.name", "The accounts give the same full name, or spellings of it."),
    Rule("entity.surname", "An account has only the surname, and one person of the story bears it."),
    Rule("entity.acronym", "One account has the short form of the name that another spells out."),
    Rule("entity.single", "One account alone names this one."),
)


_SURE = 0.6  # a referent's score under which only the parser's label says what it is


@dataclass(slots=True)
class _Group:
    """Referents that are one, while they are gathered; `words` is the fullest folded name."""

    kind: EntityKind
    words: tuple[str, ...]
    keys: list[Key] = field(default_factory=list)
    gender: str | None = None
    rule: str = "entity.single"

    def accounts(self) -> set[str]:
        """The accounts that have it."""
        return {key.account for key in self.keys}


def align_entities(story: tuple[AnnotatedAccount, ...]) -> tuple[Entity, ...]:
    """The cast of a story; those with most mentions first."""
    accounts = {marked.id: marked for marked in story}
    rows = [
        (Key(name, at), referent) for name in sorted(accounts) for at, referent in enumerate(accounts[name].referents)
    ]
    groups = [group for group in (*_persons(rows), *_others(rows)) if not _is_vague(group, accounts)]
    entities = [_entity(group, accounts) for group in groups]
    ranked = sorted(
        range(len(groups)), key=lambda at: (-len(entities[at].evidence), entities[at].name, groups[at].keys)
    )
    return _affiliated([entities[at] for at in ranked], accounts)


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
        fits = [
            group for group in near if persons_agree(group.words, words) == "same" and _may_join(group, key, referent)
        ]
        exact = [group for group in fits if group.words == words]
        group = exact[0] if exact else fits[0] if len(fits) == 1 else None
        if group is None:
            group = _Group("person", words, gender=referent.gender)
            groups.append(group)
            for end in sorted(ends):
                by_last[end].append(group)
        _join(group, key, referent, "entity.name")
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
    return _Group("person", (word,), [key], referent.gender)


def _fits(group: _Group, referent: Referent) -> bool:
    return not (group.gender and referent.gender and group.gender != referent.gender)


def _may_join(group: _Group, key: Key, referent: Referent) -> bool:
    return _fits(group, referent) and key.account not in group.accounts()


def _join(group: _Group, key: Key, referent: Referent, rule: str) -> None:
    group.keys.append(key)
    group.gender = group.gender or referent.gender
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
    """The form that most accounts have among those with two words or more; no shouted one where there is another."""
    counts = Counter(referent.name for referent in referents)
    return max(
        sorted(counts),
        key=lambda name: (
            len(fold(name)) > 1,
            not name.isupper() or len(name) < 6,
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
