"""Personal pronouns to the persons they stand for: a linear score over where and how each candidate was mentioned.

Pronouns are resolved from left to right, and a resolved one counts as a mention for the next. Gender excludes; so does
the grammar of one clause (`he` is not the object's own subject). Too close a race, and the resolver abstains.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log2

from variorum import lang
from variorum.annotate.clusters import Cluster
from variorum.annotate.words import Words
from variorum.model.finding import Rule

__all__ = ["FEATURES", "PRONOUNS", "RULES", "Place", "Pronoun", "candidates_of", "find_pronouns"]

RULES = (
    Rule("pronoun.scored", "The person who fits the pronoun best by gender, place and grammar."),
    Rule("pronoun.open", "A pronoun for which no person, or more than one, fits."),
)
PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_PLACES = ("subject", "object", "possessor", "oblique", "other")
FEATURES = (
    *(f"{where}_{what}" for where in ("same", "previous", "older") for what in _PLACES),
    "distance", "near", "both_subjects", "apposed", "full_name", "pronoun", "owner_of_clause", "after", "conjoined",
    "lead", "same_place", "previous_subjects", "main_subject", "governs", "quoted_apart", "doer_possesses", "doer_acts",
    "doer_else", "fronted", "beside", "first", "frequent", "gender_known", "gender_against", "doubtful", "unlabelled",
    "last_named", "recent", "reading_order", "subject_often", "chain", "in_title", "previous_often",
    "nearest_governor", "governor", "previous_main", "control",
)  # fmt: skip
_WINDOW = 5  # sentences back: further, the small gain in recall cost more in precision
_FAR = 400  # tokens: sentences without end stay linear
_RELATIVE = 4  # tokens from "whom" to the subject of its clause; chosen, not swept
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_DEPS = {"subject": _SUBJECTS, "object": ("dobj", "dative"), "possessor": ("poss",), "oblique": ("pobj",)}


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


Candidates = dict[int, tuple[float, ...]]
Observer = Callable[[int, Candidates], None]


@cache
def _weights() -> dict[str, float]:
    return {row.feature: row.weight for row in lang.load("en", "pronoun_weights", Weight)}


def find_pronouns(
    words: Words, clusters: Sequence[Cluster], places: Sequence[Place], observe: Observer | None = None
) -> list[Pronoun]:
    """All third-person pronouns for one person, in order.

    A cluster that is taken for a person is changed. `observe(at, candidates)` sees each race; it changes nothing.
    """
    known = sorted(places, key=lambda place: place.start)
    found: list[Pronoun] = []
    low = high = 0
    for at, lower in enumerate(words.lowers):
        if lower not in PRONOUNS or words.pos[at] not in ("PRON", "DET", "PROPN"):
            continue
        sent = words.sents[at]
        floor = max(words.bounds[max(0, sent - _WINDOW)][0], at - _FAR)
        stop = min(words.bounds[sent][1], at + _FAR)
        while low < len(known) and known[low].start < floor:
            low += 1
        while high < len(known) and known[high].start < stop:
            high += 1
        candidates = candidates_of(words, clusters, known[low:high], at)
        if observe:
            observe(at, candidates)
        best, score = _best(candidates)
        if best is not None and not clusters[best].personal:
            best = None
        found.append(Pronoun(at, PRONOUNS[lower], best, score))
        if best is not None:
            slot = next((each for each in range(high - 1, low - 1, -1) if known[each].start < at), low - 1) + 1
            known.insert(slot, Place(at, at + 1, best, "pronoun"))
            clusters[best].take_for_person(PRONOUNS[lower])
    return found


def _best(candidates: Candidates) -> tuple[int | None, float]:
    """The winner and its share of all the candidates' odds; nobody where the share is small."""
    if not candidates:
        return None, 0.0
    weights = _weights()
    counts = [weights.get(name, 0.0) for name in FEATURES]
    scores = {
        cluster: sum(weight * value for weight, value in zip(counts, values, strict=True))
        for cluster, values in candidates.items()
    }
    best = max(sorted(scores), key=lambda cluster: scores[cluster])
    share = 1 / sum(exp(score - scores[best]) for score in scores.values())
    return (best if share >= weights.get("floor", 0.0) else None), share


def candidates_of(words: Words, clusters: Sequence[Cluster], window: Sequence[Place], at: int) -> Candidates:
    """Each person who may be meant, with the features of the mention that stands last before the pronoun."""
    gender = PRONOUNS[words.lowers[at]]
    told: dict[int, list[Place]] = {}
    for place in window:
        if place.start != at:
            told.setdefault(place.cluster, []).append(place)
    chosen: dict[int, Place] = {}
    for cluster, places in told.items():
        if clusters[cluster].gender not in (None, gender) and clusters[cluster].gender_told:
            continue
        if any(_bars(words, place, at) for place in places):
            continue
        chosen[cluster] = next((place for place in reversed(places) if place.start < at), places[0])
    recent = sorted(chosen, key=lambda cluster: -chosen[cluster].start if chosen[cluster].start < at else 1)
    order = {cluster: rank for rank, cluster in enumerate(_reading(words, told, chosen))}
    first = min((told[cluster][0].start for cluster in chosen), default=-1)
    pronoun = max((place for place in window if place.form == "pronoun" and place.start < at), default=None, key=_start)
    owner_of = {each: place.cluster for place in window for each in range(place.start, place.end)}
    ruling = list(dict.fromkeys(owner_of[each] for each in words.governors(at) if owner_of.get(each) in chosen))
    found: Candidates = {}
    for rank, cluster in enumerate(recent):
        places, own = told[cluster], clusters[cluster].gender or clusters[cluster].hint
        before = [place for place in places if place.start < at]
        subjects = sum(words.deps[_head(words, place)] in _SUBJECTS for place in before)
        sentences = [words.sents[at] - words.sents[place.start] for place in before]
        found[cluster] = (
            *features_of(words, chosen[cluster], at),
            float(places[0].start == first),
            log2(len(before) + 1),
            float(own == gender),
            float(own not in (None, gender)),
            float(clusters[cluster].kind != "person"),
            float(clusters[cluster].kind == "person" and not clusters[cluster].sure),
            float(rank == 0),
            1 / (1 + rank),
            1 / (1 + order[cluster]),
            log2(subjects + 1),
            float(
                pronoun is not None and pronoun.cluster == cluster and words.sents[at] - words.sents[pronoun.start] < 2
            ),
            float(clusters[cluster].titled),
            log2(1 + sum(gap == 1 for gap in sentences)),
            float(ruling[:1] == [cluster]),
            1 / (1 + ruling.index(cluster)) if cluster in ruling else 0.0,
            float(any(_leads(words, place, at) for place in before)),
            float(any(_acts_on(words, place, at) for place in before)),
        )
    return found


def _gap(words: Words, place: Place, at: int) -> int:
    return words.sents[at] - words.sents[place.start]


def _leads(words: Words, place: Place, at: int) -> bool:
    """Whether a mention is the main subject of the sentence before."""
    head = _head(words, place)
    return _gap(words, place, at) == 1 and words.deps[head] in _SUBJECTS and words.deps[words.heads[head]] == "ROOT"


def _acts_on(words: Words, place: Place, at: int) -> bool:
    """Whether a pronoun is the object of an infinitive that the mention is to carry out: `asked Anna to help her`."""
    head, verb = _head(words, place), words.heads[at]
    if words.deps[at] not in ("dobj", "dative") or words.deps[verb] not in ("xcomp", "ccomp"):
        return False
    return words.heads[head] in (verb, words.heads[verb]) and words.deps[head] in ("dobj", "nsubj")


def _start(place: Place) -> int:
    return place.start


def _reading(words: Words, told: dict[int, list[Place]], chosen: dict[int, Place]) -> list[int]:
    """Clusters as one meets them reading each sentence from its start, the pronoun's own first (Hobbs 1978)."""
    last = {cluster: words.sents[place.start] for cluster, place in chosen.items()}
    opening = {
        cluster: min(place.start for place in told[cluster] if words.sents[place.start] == last[cluster])
        for cluster in chosen
    }
    return sorted(chosen, key=lambda cluster: (-last[cluster], opening[cluster]))


def features_of(words: Words, place: Place, at: int) -> tuple[float, ...]:
    """What the places of a mention and of a pronoun tell, without the features that need the other candidates."""
    head = _head(words, place)
    dep, own, gap = words.deps[head], words.deps[at], words.sents[at] - words.sents[place.start]
    subject, acts = dep in _SUBJECTS, own in _SUBJECTS
    verb, clause = _clause(words, head), _clause(words, at)
    doer = words.doer(words.heads[clause] if acts else clause)
    does = place.start <= doer < place.end
    sort = next((sort for sort, deps in _DEPS.items() if dep in deps), "other")
    grid = [float(min(2, gap) == row and sort == column) for row in range(3) for column in _PLACES]
    return (
        *grid,
        float(max(0, gap - 1)),
        1 / log2(2 + abs(at - place.end)),
        float(subject and acts),
        float(dep == "appos"),
        float(place.form == "name" and place.end - place.start > 1),
        float(place.form == "pronoun"),
        float(verb == clause and subject and own == "poss"),
        float(place.start > at),
        float(dep == "conj"),
        float(place.start == words.bounds[words.sents[place.start]][0]),
        float(dep == own),
        float(gap == 1 and subject and acts),
        float(subject and words.deps[verb] == "ROOT"),
        float(gap == 0 and subject and verb != clause and _under(words, clause, verb)),
        float(gap == 0 and words.quoted[at] and not words.quoted[place.start]),
        float(does and own == "poss"),
        float(does and acts),
        float(doer >= 0 and not does and own == "poss" and gap == 0),
        float(place.start > at and subject and (verb == clause or _under(words, clause, verb))),
        float(own == "poss" and words.deps[words.heads[at]] == "conj" and words.heads[words.heads[at]] == head),
    )


def _under(words: Words, at: int, over: int) -> bool:
    """Whether a token hangs below another in the parse."""
    for _ in range(12):
        if at == over:
            return True
        if words.heads[at] == at:
            return False
        at = words.heads[at]
    return False


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
    if lower in ("him", "her") and words.tags[at] == "PRP":
        verb = words.heads[at]
        if dep in _SUBJECTS:  # "Anna made him stay", "Anna made him a partner": the subject is the outer verb's
            verb = words.heads[verb]
        while verb not in words.subjects and _shares_subject(words, verb):
            verb = words.heads[verb]
        if dep in ("dobj", "dative", *_SUBJECTS) and place.start <= words.subjects.get(verb, -1) < place.end:
            return True
    if _is_relative_object(words, head, at):
        return True
    same = words.heads[at] == words.heads[head] or (dep == "pobj" and words.heads[words.heads[at]] == words.heads[head])
    return same and words.deps[head] in (*_SUBJECTS, "dobj", "dative")


def _is_relative_object(words: Words, head: int, at: int) -> bool:
    """Whether a pronoun does what its clause tells of a person: "Anna, whom she met", "Anna, to whom she wrote"."""
    verb = words.heads[at]
    if words.deps[at] not in _SUBJECTS or words.deps[verb] != "relcl" or words.heads[verb] != head:
        return False
    return "whom" in words.lowers[max(head, at - _RELATIVE) : at]


def _shares_subject(words: Words, verb: int) -> bool:
    """Whether a verb without a subject has that of the verb above: `came and saw`, `left, telling him`."""
    return words.deps[verb] == "conj" or (words.deps[verb] == "advcl" and words.tags[verb] == "VBG")
