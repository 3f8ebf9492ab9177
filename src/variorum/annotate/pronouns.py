"""Personal pronouns to the persons they stand for: a linear score over where and how each candidate was mentioned.

Pronouns are resolved from left to right, and a resolved one counts as a mention for the next. Gender excludes; so does
the grammar of one clause (`he` is not the object's own subject). Too close a race, and the resolver abstains.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log2

from variorum import lang
from variorum.annotate.clusters import Cluster
from variorum.annotate.words import Words
from variorum.model.finding import Rule

__all__ = ["FEATURES", "PRONOUNS", "RULES", "Place", "Pronoun", "features_of", "find_pronouns"]

RULES = (
    Rule("pronoun.scored", "The person who fits the pronoun best by gender, place and grammar."),
    Rule("pronoun.open", "A pronoun for which no person, or more than one, fits."),
)
PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
FEATURES = (
    "same_sentence", "previous_sentence", "older", "near", "subject", "both_subjects", "possessor", "object", "oblique",
    "apposed", "first", "frequent", "gender_known", "full_name", "pronoun", "last_named", "owner_of_clause", "after",
    "conjoined", "lead",
)  # fmt: skip
_WINDOW = 5  # sentences back: further, the small gain in recall cost more in precision
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True)
class Weight:
    """A row of `pronoun_weights.toml`: how much a feature of a candidate counts (log-odds)."""

    id: str
    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a person at tokens `[start, end)`, of a cluster; `form` is name, nominal or pronoun."""

    start: int
    end: int
    cluster: int
    form: str


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun at a token; `cluster` is None where it stays open. `score` is the winner's share, 0 to 1."""

    at: int
    gender: str
    cluster: int | None
    score: float


@cache
def _weights() -> dict[str, float]:
    return {row.feature: row.weight for row in lang.load("en", "pronoun_weights", Weight)}


def find_pronouns(words: Words, clusters: Sequence[Cluster], places: Sequence[Place]) -> list[Pronoun]:
    """All third-person pronouns for one person, in order."""
    known = sorted(places, key=lambda place: place.start)
    found: list[Pronoun] = []
    low = high = 0
    for at, lower in enumerate(words.lowers):
        gender = PRONOUNS.get(lower)
        if gender is None or words.pos[at] not in ("PRON", "DET", "PROPN"):
            continue
        sent = words.sents[at]
        floor, stop = words.bounds[max(0, sent - _WINDOW)][0], words.bounds[sent][1]
        while low < len(known) and known[low].start < floor:
            low += 1
        while high < len(known) and known[high].start < stop:
            high += 1
        window = known[low:high]
        best = _best(words, clusters, window, at)
        found.append(Pronoun(at, gender, *best))
        if best[0] is not None:
            place = Place(at, at + 1, best[0], "pronoun")
            slot = next((each for each in range(high - 1, low - 1, -1) if known[each].start < at), low - 1) + 1
            known.insert(slot, place)
            clusters[best[0]].gender = clusters[best[0]].gender or gender
    return found


def _best(words: Words, clusters: Sequence[Cluster], window: Sequence[Place], at: int) -> tuple[int | None, float]:
    weights = _weights()
    scores = {
        cluster: sum(weights.get(name, 0.0) * value for name, value in zip(FEATURES, values, strict=True))
        for cluster, values in candidates_of(words, clusters, window, at)
    }
    if not scores:
        return None, 0.0
    best = max(sorted(scores), key=lambda cluster: scores[cluster])
    total = sum(exp(score - scores[best]) for score in scores.values())
    margin = weights.get("floor", 0.0)
    return (best, 1 / total) if 1 / total >= margin else (None, 1 / total)


def candidates_of(
    words: Words, clusters: Sequence[Cluster], window: Sequence[Place], at: int
) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Each person who may be meant, with the features of his or her most telling mention."""
    gender = PRONOUNS[words.lowers[at]]
    last: dict[int, list[Place]] = {}
    for place in window:
        last.setdefault(place.cluster, []).append(place)
    newest = max((place.start for place in window if place.start < at), default=-1)
    first = min((places[0].start for places in last.values()), default=-1)
    for cluster, places in last.items():
        known = clusters[cluster].gender
        if known not in (None, gender) or any(_bars(words, place, at) for place in places):
            continue
        before = [place for place in places if place.start < at]
        place = before[-1] if before else places[0]
        values = features_of(words, place, at)
        yield (
            cluster,
            (
                *values[:10],
                float(places[0].start == first),
                log2(len(before) + 1),
                float(known == gender),
                *values[10:12],
                float(place.start == newest),
                *values[12:],
            ),
        )


def features_of(words: Words, place: Place, at: int) -> tuple[float, ...]:
    """What the places of a mention and of a pronoun tell, without the features that need the other candidates."""
    head = _head(words, place)
    dep, gap = words.deps[head], words.sents[at] - words.sents[place.start]
    subject = dep in _SUBJECTS
    clause = _clause(words, head) == _clause(words, at)
    return (
        float(gap == 0),
        float(gap == 1),
        float(max(0, gap - 1)),
        1 / log2(2 + abs(at - place.end)),
        float(subject),
        float(subject and words.deps[at] in _SUBJECTS),
        float(dep == "poss"),
        float(dep in ("dobj", "dative")),
        float(dep == "pobj"),
        float(dep == "appos"),
        float(place.form == "name" and place.end - place.start > 1),
        float(place.form == "pronoun"),
        float(clause and subject and words.deps[at] == "poss"),
        float(place.start > at),
        float(dep == "conj"),
        float(head == words.bounds[words.sents[head]][0] or place.start == words.bounds[words.sents[place.start]][0]),
    )


def _head(words: Words, place: Place) -> int:
    """The token of a mention whose head lies outside it."""
    for at in range(place.end - 1, place.start - 1, -1):
        if not place.start <= words.heads[at] < place.end or words.heads[at] == at:
            return at
    return place.end - 1


def _clause(words: Words, at: int) -> int:
    """The verb that governs a token."""
    for _ in range(12):
        head = words.heads[at]
        if head == at or words.pos[head] in ("VERB", "AUX"):
            return head
        at = head
    return at


def _bars(words: Words, place: Place, at: int) -> bool:
    """Whether grammar rules a mention out: an object that is its own clause's subject, or part of the same phrase."""
    if words.sents[place.start] != words.sents[at] or place.start == at:
        return place.start == at
    lower, dep = words.lowers[at], words.deps[at]
    head = _head(words, place)
    if lower.endswith("self") or dep == "poss":
        return dep == "poss" and words.heads[at] == head  # "his brother John": not John's own
    same = words.heads[at] == words.heads[head] or (dep == "pobj" and words.heads[words.heads[at]] == words.heads[head])
    return same and words.deps[head] in (*_SUBJECTS, "dobj", "dative")
