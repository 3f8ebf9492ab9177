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

__all__ = ["RULES", "Nominal", "find_nominals"]

RULES = (
    Rule("nominal.role", "The account gives this one the office that the phrase names."),
    Rule("nominal.body", "The body's name has the word that the phrase calls it by."),
    Rule("nominal.country", "The country that was named last before."),
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
    nouns: dict[int, frozenset[str]]
    codes: dict[int, frozenset[str]]


def find_nominals(
    words: Words,
    names: Sequence[Name],
    clusters: Sequence[Cluster],
    roles: Sequence[Found],
    codes: dict[int, frozenset[str]],
) -> list[Nominal]:
    """All nominal mentions, in order; none lies in a name, its title or a role beside it."""
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
    cast = Cast(names, clusters, cluster_of, {key: frozenset(found) for key, found in nouns.items()}, codes)
    return [nominal for nominal in (_nominal(words, cast, at) for at in _heads(words, closed)) if nominal]


def _heads(words: Words, closed: set[int]) -> Iterator[int]:
    for at in range(1, len(words)):
        if words.pos[at] in ("NOUN", "PROPN") and at not in closed and words.deps[at] != "compound":
            yield at


def _nominal(words: Words, cast: Cast, at: int) -> Nominal | None:
    vocab = vocabulary()
    lower, lemma = words.lowers[at], words.lemmas[at].lower()
    start = _opening(words, at)
    if start < 0:
        return None
    if lower in vocab.persons or lemma in vocab.persons:
        persona = vocab.persons.get(lower) or vocab.persons[lemma]
        if words.tags[at] in ("NNS", "NNPS"):
            return Nominal(start, at + 1, "group", None, "nominal.open")
        target = _by_role(words, cast, start, at)
        return Nominal(
            start, at + 1, "person", target, "nominal.open" if target is None else "nominal.role", persona.gender
        )
    if lower in _COUNTRY and words.tags[at] in ("NN", "NNP") and words.lowers[start] in ("the", "that", "this"):
        target = _last(cast, start, lambda cluster: cluster.kind == "country", _BACK)
        return Nominal(start, at + 1, "country", target, "nominal.open" if target is None else "nominal.country")
    if (
        lower in vocab.organization_heads
        and words.tags[at] in ("NN", "NNP")
        and words.lowers[start] == "the"
        and at - start <= 2
    ):
        target = _last(
            cast, start, lambda cluster: cluster.kind == "organization" and lower in cluster.full, len(words)
        )
        return None if target is None else Nominal(start, at + 1, "organization", target, "nominal.body")
    return None


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


def _by_role(words: Words, cast: Cast, start: int, at: int) -> int | None:
    """The person whose roles fit the phrase's noun and whose country fits its demonym; None where two fit alike."""
    if words.tags[start] == "PRP$" or (at + 1 < len(words) and words.texts[at + 1] == "-"):
        return None
    noun = words.lemmas[at].lower()
    folded = gazetteer().folded
    wanted = {folded[words.texts[each]].code for each in range(start, at) if words.texts[each] in folded}
    wanted |= _complement(words, at)
    fits = [key for key, nouns in cast.nouns.items() if noun in nouns]
    if not fits and any(noun in family for family in _KINDS_OF):
        family = frozenset().union(*(each for each in _KINDS_OF if noun in each))
        fits = [key for key, nouns in cast.nouns.items() if nouns & family]
    if wanted:
        fits = [key for key in fits if cast.codes.get(key, frozenset()) & wanted]
    if len(fits) <= 1:
        return fits[0] if fits else None
    return _last(cast, start, lambda cluster: any(cast.clusters[key] is cluster for key in fits), len(words))


def _complement(words: Words, at: int) -> set[str]:
    """Codes of countries after `of`: `the leader of Japan`."""
    if at + 2 >= len(words) or words.lowers[at + 1] != "of":
        return set()
    folded = gazetteer().folded
    return {
        folded[words.texts[each]].code for each in range(at + 2, min(at + 5, len(words))) if words.texts[each] in folded
    }


def _last(cast: Cast, start: int, fits: Callable[[Cluster], bool], back: int) -> int | None:
    """The cluster that was named last before a token and fits."""
    after = bisect_right(cast.names, start, key=lambda name: name.end)
    for number in range(after - 1, max(-1, after - _REACH), -1):
        name = cast.names[number]
        if start - name.end > back:
            continue
        cluster = cast.cluster_of.get(number)
        if cluster is not None and fits(cast.clusters[cluster]):
            return cluster
    return None
