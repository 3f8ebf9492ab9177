"""Nominal mentions: `the Turkish leader`, `the spokesman`, `the ministry`; linked by role and name, or left open.

Only definite phrases refer back. The link needs a ground in the account: a role with that noun, or a body whose name
has that word. Where two fit alike, the resolver abstains.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from variorum.annotate.clusters import Cluster
from variorum.annotate.gazetteer import gazetteer
from variorum.annotate.names import Name
from variorum.annotate.roles import Found
from variorum.annotate.titles import vocabulary
from variorum.annotate.words import Words
from variorum.model.finding import Rule
from variorum.model.markup import EntityKind

__all__ = ["RULES", "Nominal", "country_of", "find_nominals", "possessed"]

RULES = (
    Rule("nominal.role", "The account gives this one the office that the phrase names."),
    Rule("nominal.body", "The body's name has the word that the phrase calls it by."),
    Rule("nominal.country", "The country that was named last before."),
    Rule("nominal.government", "The government of a person whom the account ties to one country."),
    Rule("nominal.open", "A phrase for somebody whom the account does not tell for certain."),
)
_KINDS_OF = (
    frozenset(
        {
            "leader",
            "president",
            "premier",
            "chancellor",
            "dictator",
            "ruler",
            "king",
            "queen",
            "minister",
            "emir",
            "strongman",
        }
    ),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "secretary"}),
    frozenset(
        {"director", "chief", "head", "chair", "chairman", "chairwoman", "boss", "ceo", "executive", "president"}
    ),
    frozenset({"lawyer", "attorney", "counsel", "solicitor", "barrister"}),
    frozenset({"senator", "congressman", "congresswoman", "lawmaker", "legislator", "representative", "mp"}),
    frozenset({"aide", "adviser", "advisor"}),
    frozenset({"envoy", "negotiator", "diplomat", "ambassador"}),
)
_COUNTRY = frozenset({"country", "nation", "republic", "kingdom"})
_GOVERNMENT = frozenset({"government", "administration", "regime", "cabinet", "junta"})
_BACK = 400  # tokens that a phrase reaches back for a country
_REACH = 300  # names that a phrase reaches back over: keeps long accounts linear


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase over tokens `[start, end)`; `cluster` is None where it stays open."""

    start: int
    end: int
    kind: EntityKind
    cluster: int | None
    rule: str
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """What the phrases can refer to: clusters, the names' clusters, each cluster's role nouns and role words."""

    names: Sequence[Name]
    clusters: Sequence[Cluster]
    cluster_of: dict[int, int]
    tokens: dict[int, int]
    nouns: dict[int, frozenset[str]]
    ties: dict[int, set[str]]


def find_nominals(
    words: Words,
    names: Sequence[Name],
    clusters: Sequence[Cluster],
    roles: Sequence[Found],
    ties: dict[int, set[str]],
) -> list[Nominal]:
    """All nominal mentions, in order; none lies in a title or a role beside a name.

    `ties` are the countries and bodies that each cluster's roles name; a phrase that is resolved adds to them.
    """
    cluster_of = {at: number for number, cluster in enumerate(clusters) for at in cluster.names}
    nouns: dict[int, set[str]] = {}
    closed = {
        at
        for name in names
        for at in range(max(0, min(name.start, name.title if name.title >= 0 else name.start)), name.end)
    }
    for role in roles:
        nouns.setdefault(cluster_of[role.name], set()).add(words.lemmas[role.head].lower())
        closed.update(range(role.start, role.end))
    tokens = {at: number for number, name in enumerate(names) for at in range(name.start, name.end)}
    cast = Cast(names, clusters, cluster_of, tokens, {key: frozenset(found) for key, found in nouns.items()}, ties)
    return [nominal for nominal in (_nominal(words, cast, at) for at in _heads(words, closed)) if nominal]


def _heads(words: Words, closed: set[int]) -> Iterator[int]:
    for at in range(1, len(words)):
        if words.pos[at] in ("NOUN", "PROPN") and at not in closed and words.deps[at] != "compound":
            yield at


def _nominal(words: Words, cast: Cast, at: int) -> Nominal | None:
    vocab = vocabulary()
    lower, lemma = words.lowers[at], words.lemmas[at].lower()
    single = words.tags[at] in ("NN", "NNP")
    if lower in _GOVERNMENT and at and (at - 1) in cast.tokens:
        return _government(words, cast, at)
    start = _opening(words, at)
    if start < 0:
        return None
    if lower in vocab.persons or lemma in vocab.persons:
        if not single:
            return Nominal(start, at + 1, "group", None, "nominal.open")
        persona = vocab.persons.get(lower) or vocab.persons[lemma]
        target = _by_role(words, cast, start, at)
        rule = "nominal.open" if target is None else "nominal.role"
        return Nominal(start, _ending(words, cast, at), "person", target, rule, persona.gender)
    if lower in _COUNTRY and single and words.lowers[start] in ("the", "that", "this"):
        target = _last(cast, start, lambda cluster: cluster.kind == "country", _BACK)
        return Nominal(start, at + 1, "country", target, "nominal.open" if target is None else "nominal.country")
    if lower in vocab.organization_heads and single and words.lowers[start] == "the" and at - start <= 2:
        target = _last(cast, start, lambda each: each.kind == "organization" and lower in each.full, len(words))
        return None if target is None else Nominal(start, at + 1, "organization", target, "nominal.body")
    return None


def _government(words: Words, cast: Cast, at: int) -> Nominal | None:
    """`the Trump administration`: the country of the person whose government it is."""
    number = cast.tokens[at - 1]
    name = cast.names[number]
    home = country_of(cast.clusters, cast.ties.get(cast.cluster_of[number], set()))
    if name.kind != "person" or home is None:
        return None
    start = name.start - 1 if name.start and words.lowers[name.start - 1] == "the" else name.start
    return Nominal(start, at + 1, "country", home, "nominal.government")


def country_of(clusters: Sequence[Cluster], ties: set[str]) -> int | None:
    """The cluster of the one country among a person's ties; None where there are none or two."""
    found = [at for at, cluster in enumerate(clusters) if cluster.kind == "country" and cluster.code in ties]
    return found[0] if len(found) == 1 else None


def possessed(
    words: Words, clusters: Sequence[Cluster], ties: dict[int, set[str]], owners: dict[int, int]
) -> list[Nominal]:
    """`his country`, `her government`: the country of the person whom the pronoun stands for; `owners` by token."""
    found = []
    for at, owner in owners.items():
        noun = at + 1
        while noun < len(words) and words.pos[noun] == "ADJ" and noun - at < 3:
            noun += 1
        if noun < len(words) and words.lowers[noun] in (_COUNTRY | _GOVERNMENT) and words.tags[at] == "PRP$":
            home = country_of(clusters, ties.get(owner, set()))
            if home is not None:
                found.append(Nominal(at, noun + 1, "country", home, "nominal.government"))
    return found


def _opening(words: Words, at: int) -> int:
    """Where a definite phrase that ends at its noun starts; -1 for an indefinite one."""
    start = at
    floor = words.bounds[words.sents[at]][0]
    while start > floor and at - start < 8:
        before = start - 1
        if words.lowers[before] in ("the", "that", "this") or words.tags[before] == "PRP$":
            return before
        if words.pos[before] in ("ADJ", "NOUN", "PROPN") or words.texts[before] == "-" or words.tags[before] == "VBN":
            start = before
            continue
        return -1
    return -1


def _ending(words: Words, cast: Cast, at: int) -> int:
    """Where a phrase ends: after its noun, or after the name that `of` brings: `the leader of Japan`."""
    after = at + 1
    if after + 1 < len(words) and words.lowers[after] == "of":
        first = after + 2 if words.lowers[after + 1] == "the" else after + 1
        number = cast.tokens.get(first)
        if number is not None and cast.names[number].start == first and cast.names[number].kind != "person":
            return cast.names[number].end
    return after


def _by_role(words: Words, cast: Cast, start: int, at: int) -> int | None:
    """The person whose roles fit the phrase's noun and whose country fits its demonym; None where two fit alike."""
    if words.tags[start] == "PRP$" or (at + 1 < len(words) and words.texts[at + 1] == "-"):
        return None
    noun = words.lemmas[at].lower()
    if "late" in words.lowers[start:at]:
        return None  # of whom no role says that he is dead
    if words.lowers[at + 1 : at + 2] == ("of",) and (*words.lowers[at : at + 3],) in vocabulary().phrases:
        return None  # `the chief of staff` is no chief
    wanted = _wanted(words, start, at)
    end = _ending(words, cast, at)
    if end > at + 1 and words.texts[end : end + 1] in (("'s",), ("’s",)):
        return None  # `the director of Norland's museum` is not Norland's director
    fits = [key for key, nouns in cast.nouns.items() if noun in nouns]
    unlisted = end > at + 1 and not wanted  # a place that no list has: only the very noun tells
    if not fits and not unlisted and any(noun in family for family in _KINDS_OF):
        family = frozenset().union(*(each for each in _KINDS_OF if noun in each))
        fits = [key for key, nouns in cast.nouns.items() if nouns & family]
    if wanted:
        tied = [key for key in fits if cast.ties.get(key, set()) & wanted]
        loose = [key for key in fits if not cast.ties.get(key)]
        fits = tied or (loose if len(loose) == 1 else [])
    target = fits[0] if len(fits) == 1 else None
    if len(fits) > 1:
        chosen = {id(cast.clusters[key]) for key in fits}
        target = _last(cast, start, lambda cluster: id(cluster) in chosen, len(words))
    if target is not None and wanted:
        cast.ties.setdefault(target, set()).update(wanted)
    return target


def _wanted(words: Words, start: int, at: int) -> set[str]:
    """The countries and bodies that a phrase names: `the Turkish leader`, `the leader of Japan`, `the bank's chief`."""
    stop = min(at + 5, len(words)) if at + 2 < len(words) and words.lowers[at + 1] in ("of", "at", "for") else at
    folded = gazetteer().folded
    known = (folded.get(words.texts[each]) for each in range(start, stop))
    return {each.code or each.owner for each in known if each}


def _last(cast: Cast, start: int, fits: Callable[[Cluster], bool], back: int) -> int | None:
    """The cluster that was named last before a token and fits."""
    after = bisect_right(cast.names, start, key=lambda name: name.end)
    for number in range(after - 1, max(-1, after - _REACH), -1):
        name = cast.names[number]
        if start - name.end > back:
            break
        cluster = cast.cluster_of.get(number)
        if cluster is not None and fits(cast.clusters[cluster]):
            return cluster
    return None
