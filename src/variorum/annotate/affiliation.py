"""Which country or body somebody belongs to, from the words of a title, its possessor, or the heading above.

A country is told by its name, its demonym or its seat of power; a body by its name inside the role.
"""

from collections import Counter
from collections.abc import Sequence

from variorum.annotate.clusters import Cluster
from variorum.annotate.names import Name
from variorum.annotate.roles import Found
from variorum.annotate.words import Words

__all__ = ["affiliations_of", "ties_of"]

# who deals with a land, or is sent there: `the Norway envoy` is nobody's of Norway, `the Norwegian envoy` is
_SENT = frozenset(("adviser", "advisor", "ambassador", "analyst", "correspondent", "envoy", "expert", "specialist"))
_OWNER = 6  # tokens before a title in which its possessor may stand: `Ukraine's newly appointed deputy …`


def ties_of(
    words: Words, names: Sequence[Name], clusters: Sequence[Cluster], roles: Sequence[Found]
) -> dict[int, set[str]]:
    """What each cluster's roles name: codes of countries, names of bodies."""
    told: dict[int, set[str]] = {}
    for number, found in _inside(words, names, clusters, roles).items():
        known = (names[at].known for at in found)
        told[number] = {each.code if each.code not in ("", "-") else each.owner for each in known if each}
    return told


def affiliations_of(
    words: Words, names: Sequence[Name], clusters: Sequence[Cluster], roles: Sequence[Found]
) -> dict[int, str]:
    """The canonical name of what each person's roles tie him or her to: what most of them say, else the first."""
    told: dict[int, str] = {}
    for number, found in _inside(words, names, clusters, _fitting(words, clusters, roles)).items():
        ballot: Counter[str] = Counter()
        for at in found:
            name = names[at]
            if name.known:
                ballot[name.known.owner] += 2
            elif name.kind == "organization":
                ballot[name.text] += 2
        if ballot:
            told[number] = max(ballot, key=lambda each: ballot[each])
    return told


def _fitting(words: Words, clusters: Sequence[Cluster], roles: Sequence[Found]) -> list[Found]:
    """The roles, without phrases for somebody by another office than the account gives beside his name.

    "The president" may be any state's where it stands alone, so "the Norland leader" is likelier somebody else.
    """
    cluster_of = {at: number for number, cluster in enumerate(clusters) for at in cluster.names}
    given: dict[int, set[str]] = {}
    for role in roles:
        if role.rule != "role.phrase":
            given.setdefault(cluster_of[role.name], set()).add(words.lowers[role.end - 1])
    return [
        role
        for role in roles
        if role.rule != "role.phrase"
        or words.lowers[role.end - 1] in given.get(cluster_of[role.name], {words.lowers[role.end - 1]})
    ]


def _inside(
    words: Words, names: Sequence[Name], clusters: Sequence[Cluster], roles: Sequence[Found]
) -> dict[int, list[int]]:
    """For each cluster the names that stand in its roles, or own them."""
    cluster_of = {at: number for number, cluster in enumerate(clusters) for at in cluster.names}
    at_token = {
        at: number for number, name in enumerate(names) for at in range(name.start, name.end) if name.kind != "person"
    }
    found: dict[int, list[int]] = {}
    for at, name in enumerate(names):
        if name.kind == "person" and name.end + 1 < len(words) and words.lowers[name.end] == "of":
            home = at_token.get(name.end + 1)
            if home is not None and names[home].kind == "country":
                found.setdefault(cluster_of[at], []).append(home)
    for role in roles:
        inside = dict.fromkeys(at_token[at] for at in range(role.start, role.end) if at in at_token)
        if words.lowers[role.end - 1] in _SENT and role.end - 2 in at_token:
            to = at_token[role.end - 2]
            if role.end - 2 >= role.start and names[to].form == "name":
                del inside[to]
        owner = role.start - 1
        if owner > 0 and words.texts[owner] in ("'s", "’s", "'", "’") and owner - 1 in at_token:
            inside[at_token[owner - 1]] = None
        if role.end + 2 < len(words) and words.lowers[role.end] == "of" and role.end + 1 in at_token:
            inside[at_token[role.end + 1]] = None
        found.setdefault(cluster_of[role.name], []).extend(inside)
    return found
