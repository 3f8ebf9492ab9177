"""For whom people and organs speak, as their offices and names tell it: a state, or the body that a name is part of."""

import re
from collections import Counter
from collections.abc import Iterator

from variorum import lang
from variorum.judge.stancebook import words
from variorum.model.alignment import Alignment, Entity

__all__ = ["head_of", "offices_of", "superiors_of"]

_OF = re.compile(r"\s(?:of|for|to|at|in|on|with|by)\s")
_BEHALF = re.compile(r"\s(?:for|to)\s(?:[A-Z][\w.]{0,12}\s)?(?P<name>[A-Z][\w’'-]{1,24})$")
_OWNER = re.compile(r"^(?:[A-Z][\w.’'-]{0,24}\s){0,2}?(?P<name>[A-Z][\w-]{1,24})[’']s?\s")
_LEGAL = re.compile(
    r",?\s(?:Inc|Ltd|LLC|PLC|plc|Corp|Corporation|Company|Co|Limited|Incorporated|AG|SA|SE|NV|GmbH)\.?$"
)
_SENT = frozenset({"envoy", "envoys"})  # "the Norland envoy" may be sent there; "the Norlandish envoy" comes from there


def head_of(title: str) -> str:
    """The noun of an office: "minister" of "Deputy Minister of Defence"."""
    found = _OF.split(title.strip(), 1)[0].casefold().split()
    return found[-1] if found else ""


def offices_of(entity: Entity) -> tuple[str, ...]:
    """The titles by which somebody speaks for a body, as far as they still hold."""
    held = Counter(head_of(role.title) for role in entity.roles if not role.former)
    left = Counter(head_of(role.title) for role in entity.roles if role.former)
    titles = (role.title for role in entity.roles if not role.former)
    return tuple(each for each in titles if (head := head_of(each)) in words("speaks") and held[head] > left[head])


def superiors_of(alignment: Alignment) -> dict[int, int]:
    """By entity: the state or body that its title or name shows it to speak for; their affiliations are not in it."""
    states = {each.name: at for at, each in enumerate(alignment.entities) if each.kind == "country"}
    rows = [row for row in lang.rows("en", "countries") if row["name"] in states]
    short = {variant: states[row["name"]] for row in rows for variant in row["variants"] if variant.isupper()}
    adjectives = short | {adjective: states[row["name"]] for row in rows for adjective in row["adjectives"]}
    peoples = adjectives | {f"{name}{ending}": at for name, at in states.items() for ending in ("’s", "'s", "’", "'")}
    named = peoples | states
    found: dict[int, int] = {}
    for at, each in enumerate(alignment.entities):
        above = None
        if each.kind == "organization" and not words("speaks").isdisjoint(each.name.casefold().split()):
            above = _opening(each.name, named)
        elif each.kind == "person" and not _is_state(alignment, each.affiliation):
            body = alignment.entities[each.affiliation].name if each.affiliation is not None else ""
            above = _by_titles(each, body, peoples, states)
        elif each.kind == "person" and any(_is_sent(title, named, peoples) for title in offices_of(each)):
            above = at
        if above is not None:
            found[at] = above
    found |= dict(_aides(alignment, found))
    return found | dict(_same_bodies(alignment))


def _is_state(alignment: Alignment, entity: int | None) -> bool:
    return entity is not None and alignment.entities[entity].kind == "country"


def _by_titles(person: Entity, body: str, peoples: dict[str, int], states: dict[str, int]) -> int | None:
    """The one state that the titles name; "Norland Minister" is headlines' English, and may be anybody's."""
    found = set()
    for title in offices_of(person):
        of_body = bool(body) and title.endswith(f" of {body}")  # "the Norwegian director of Amnesty": of Amnesty
        above = None if of_body else _opening(title, peoples)
        if above is None and title.casefold().removeprefix("the ") in words("american"):
            above = states.get("United States")
        if above is not None:
            found.add(above)
    return found.pop() if len(found) == 1 else None


def _is_sent(title: str, named: dict[str, int], peoples: dict[str, int]) -> bool:
    return head_of(title) in _SENT and _opening(title, named) is not None and _opening(title, peoples) is None


def _opening(name: str, states: dict[str, int]) -> int | None:
    """The state whose name or people's adjective opens a name or title."""
    said = name.removeprefix("the ").removeprefix("The ").split()
    return next((states[start] for n in (3, 2, 1) if (start := " ".join(said[:n])) in states), None)


def _aides(alignment: Alignment, found: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Who speaks for somebody who speaks for a state: "a spokesman for Mr. Adair", "Adair’s chief of staff"."""
    people: dict[str, list[int]] = {}
    for at, each in enumerate(alignment.entities):
        if each.kind == "person" and " " in each.name:
            people.setdefault(each.name.split()[-1], []).append(at)
    for at, each in enumerate(alignment.entities):
        if each.kind != "person":
            continue
        for title in offices_of(each):
            match = _BEHALF.search(title) or _OWNER.match(title)
            those = people.get(match["name"], []) if match else []
            if len(those) == 1 and those[0] != at:
                above = found.get(those[0], alignment.entities[those[0]].affiliation)
                if _is_state(alignment, above) and above is not None:
                    yield at, above
                    break


def _same_bodies(alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Bodies with one name but for the form of the firm, and organs called by the name of their body."""
    bodies: dict[str, int] = {}
    plain = {at: _LEGAL.sub("", each.name) for at, each in enumerate(alignment.entities) if _is_body(each)}
    for at, name in plain.items():
        first = bodies.setdefault(name, at)
        if first != at:
            yield at, first
    for at, name in plain.items():
        said = name.split()
        for n in range(1, len(said)):
            above = bodies.get(" ".join(said[:n]))
            if above is not None and " ".join(said[n:]).casefold() in words("inner"):
                yield at, above
                break


def _is_body(entity: Entity) -> bool:
    mistaken = entity.kind == "person" and " " not in entity.name and not offices_of(entity)  # a firm, for a surname
    return entity.kind == "organization" or mistaken
