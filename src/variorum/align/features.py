"""The features of a pair of claims: vectors, words, and typed slots. `NAMES` is the table; its texts explain each.

The order of the two claims does not matter: every feature is symmetric.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.align.views import View, Views

__all__ = ["NAMES", "Candidates", "candidates_of", "features_of"]

NAMES: dict[str, str] = {
    "clause": "cosine of the two clauses",
    "sentence": "cosine of their sentences",
    "cross_high": "higher cosine of one's clause with the other's sentence",
    "cross_low": "lower of the same",
    "tfidf": "cosine over content stems, weighted by rarity in the story",
    "jaccard": "shared content stems over all",
    "contained": "rarity-weighted share of the shorter one's stems that the other has",
    "rarest": "rarity of the rarest shared stem",
    "entities": "shared entities over the smaller set",
    "entities_all": "shared entities over all",
    "number_same": "a number of the same unit agrees",
    "number_other": "a number of the same unit differs",
    "number_one": "only one has numbers",
    "time_same": "a calendar value is shared",
    "time_other": "both have calendar values and share none",
    "predicate": "the same predicate",
    "agent_same": "the same agent",
    "agent_other": "both agents known and different",
    "patient_same": "the same patient",
    "swapped": "one's agent is the other's patient",
    "polarity": "the same polarity",
    "modality": "the same modality",
    "speaker_same": "the same speaker",
    "speaker_other": "both have speakers, and different ones",
    "rank_low": "better rank among the other account's claims (1 / rank)",
    "rank_high": "worse rank (1 / rank)",
    "margin": "how far the clause cosine stands over the next best in the other account",
    "length": "ratio of the stem counts",
    "shorter": "stems of the shorter one, up to 12",
    "headline": "one stands in a headline",
    "own": "both stand in one account",
    "days": "days between the accounts' publication, by logarithm (-1: unknown)",
    "accounts": "how near the two accounts stand: cosine of the means of their clauses",
    "predicates": "cosine of the two predicates (-1: one has none)",
    "agents": "cosine of the two agents (-1: one has none)",
    "patients": "cosine of the two patients (-1: one has none)",
    "turned": "higher cosine of one's agent with the other's patient (-1: none)",
    "covered_high": "rarity-weighted mean, over one's words, of the best cosine in the other: the better covered one's",
    "covered_low": "the other one's",
    "least": "best cosine of the word that the other answers least, in the better covered clause",
    "strange": "rarity-weighted share of the better covered clause's words whose best cosine is under .6",
}

Array = npt.NDArray[np.float32]
PER_ACCOUNT = 4  # candidates that a claim has in each other account: chosen, not swept
MET = 0.6  # cosine from which a word counts as met: chosen, not swept
FLOOR = 0.25  # clause or sentence cosine under which no gold pair is a candidate worth its time


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of rows `left < right` with the ranks of each among the other's account, and the margin."""

    pairs: list[tuple[int, int]]
    ranks: dict[tuple[int, int], int]
    margins: dict[tuple[int, int], float]


def candidates_of(views: Views) -> Candidates:
    """For each claim its nearest in every account, its own included; by blocks, so memory stays linear in claims."""
    accounts: dict[str, list[int]] = {}
    for row, view in enumerate(views.views):
        accounts.setdefault(view.key.account, []).append(row)
    ranks: dict[tuple[int, int], int] = {}
    margins: dict[tuple[int, int], float] = {}
    mixed = np.hstack([views.clauses, views.sentences]) * np.float32(0.5**0.5)
    for rows in accounts.values():
        for others in accounts.values():
            _nearest(mixed, rows, others, ranks, margins)
    pairs = sorted({(min(a, b), max(a, b)) for a, b in ranks})
    return Candidates(pairs, ranks, margins)


def _nearest(
    mixed: Array,
    rows: Sequence[int],
    others: Sequence[int],
    ranks: dict[tuple[int, int], int],
    margins: dict[tuple[int, int], float],
) -> None:
    near = mixed[rows] @ mixed[others].T
    if rows is others or rows == others:
        np.fill_diagonal(near, -1.0)
    top = np.argsort(-near, axis=1, kind="stable")[:, : PER_ACCOUNT + 1]
    for at, row in enumerate(rows):
        scores = near[at, top[at]]
        for rank in range(min(PER_ACCOUNT, len(scores))):
            if scores[rank] < FLOOR:
                break
            other = others[int(top[at, rank])]
            ranks[row, other] = rank + 1
            rival = float(scores[1] if rank == 0 and len(scores) > 1 else scores[0])
            margins[row, other] = float(scores[rank]) - (rival if len(scores) > 1 else 0.0)


def features_of(views: Views, candidates: Candidates) -> Array:
    """An array `(pairs, len(NAMES))`."""
    if not candidates.pairs:
        return np.zeros((0, len(NAMES)), np.float32)
    left = [a for a, _ in candidates.pairs]
    right = [b for _, b in candidates.pairs]
    clause = np.einsum("ij,ij->i", views.clauses[left], views.clauses[right])
    sentence = np.einsum("ij,ij->i", views.sentences[left], views.sentences[right])
    one = np.einsum("ij,ij->i", views.clauses[left], views.sentences[right])
    two = np.einsum("ij,ij->i", views.sentences[left], views.clauses[right])
    dense = np.stack([clause, sentence, np.maximum(one, two), np.minimum(one, two)], axis=1)
    rows = [_typed(views, candidates, a, b) for a, b in candidates.pairs]
    typed = np.array(rows, dtype=np.float32)
    met = np.array([_met(views, a, b) for a, b in candidates.pairs], dtype=np.float32)
    far = np.stack([_days(views, left, right), _accounts(views, left, right)], axis=1)
    return np.hstack([dense, typed, far, _slots(views, left, right), met]).astype(np.float32)


def _days(views: Views, left: list[int], right: list[int]) -> Array:
    apart = np.abs(views.days[left] - views.days[right])
    return np.where(np.isnan(apart), -1.0, np.log1p(np.nan_to_num(apart))).astype(np.float32)


def _accounts(views: Views, left: list[int], right: list[int]) -> Array:
    names = sorted({view.key.account for view in views.views})
    place = {name: at for at, name in enumerate(names)}
    of = np.array([place[view.key.account] for view in views.views])
    means = np.stack([views.clauses[of == at].mean(axis=0) for at in range(len(names))])
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    near: Array = np.einsum("ij,ij->i", means[of[left]], means[of[right]])
    return near


def _slots(views: Views, left: list[int], right: list[int]) -> Array:
    """Predicates, agents, patients, and the turned pair: `(pairs, 4)`."""
    known = np.abs(views.slots).sum(axis=2) > 0

    def near(one: int, two: int) -> Array:
        found = np.einsum("ij,ij->i", views.slots[left, one], views.slots[right, two])
        return np.where(known[left, one] & known[right, two], found, np.float32(-1.0))

    return np.stack([near(0, 0), near(1, 1), near(2, 2), np.maximum(near(1, 2), near(2, 1))], axis=1)


def _met(views: Views, left: int, right: int) -> tuple[float, float, float, float]:
    """How well the words of each clause are met in the other."""
    one, two = views.words[left], views.words[right]
    if not one.stems or not two.stems:
        return 0.0, 0.0, 0.0, 1.0
    near = one.vectors @ two.vectors.T
    sides = []
    for best, weights in ((near.max(axis=1), one.weights), (near.max(axis=0), two.weights)):
        sides.append((float(best @ weights), float(best.min()), float(weights @ (best < MET))))
    low, high = sorted(sides)
    return high[0], low[0], high[1], high[2]


def _typed(views: Views, candidates: Candidates, left: int, right: int) -> list[float]:
    a, b = views.views[left], views.views[right]
    first = candidates.ranks.get((left, right), 9)
    second = candidates.ranks.get((right, left), 9)
    return [
        *_words(a, b, views.idf),
        *_overlap(a.entities, b.entities),
        *_numbers(a, b),
        float(bool(a.times & b.times)),
        float(bool(a.times and b.times and not a.times & b.times)),
        float(bool(a.predicate) and (a.predicate == b.predicate)),
        *_roles(a, b),
        float(a.polarity == b.polarity),
        float(a.modality == b.modality),
        float(a.speaker is not None and a.speaker == b.speaker),
        float(a.speaker is not None and b.speaker is not None and a.speaker != b.speaker),
        1 / min(first, second),
        1 / max(first, second),
        max(candidates.margins.get((left, right), -0.5), candidates.margins.get((right, left), -0.5)),
        min(len(a.stems), len(b.stems)) / max(1, len(a.stems), len(b.stems)),
        min(12, len(a.stems), len(b.stems)) / 12,
        float(a.headline or b.headline),
        float(a.key.account == b.key.account),
    ]


def _words(a: View, b: View, idf: dict[str, float]) -> list[float]:
    shared = sum(idf[s] ** 2 for s in sorted(a.stems & b.stems))
    size_a = sum(idf[s] ** 2 for s in sorted(a.stems))
    size_b = sum(idf[s] ** 2 for s in sorted(b.stems))
    return [
        shared / (size_a * size_b) ** 0.5 if size_a and size_b else 0.0,
        len(a.stems & b.stems) / max(1, len(a.stems | b.stems)),
        shared / min(size_a, size_b) if size_a and size_b else 0.0,
        max((idf[s] for s in a.stems & b.stems), default=0.0) / 8,
    ]


def _overlap(a: frozenset[int], b: frozenset[int]) -> list[float]:
    if not a or not b:
        return [0.0, 0.0]
    return [len(a & b) / min(len(a), len(b)), len(a & b) / len(a | b)]


def _numbers(a: View, b: View) -> list[float]:
    same = other = 0.0
    for low, high, unit in a.numbers:
        for low2, high2, unit2 in b.numbers:
            if unit == unit2:
                if (low, high) == (low2, high2):
                    same = 1.0
                else:
                    other = 1.0
    return [same, other, float(bool(a.numbers) != bool(b.numbers))]


def _roles(a: View, b: View) -> list[float]:
    return [
        float(a.agent is not None and a.agent == b.agent),
        float(a.agent is not None and b.agent is not None and a.agent != b.agent),
        float(a.patient is not None and a.patient == b.patient),
        float((a.agent is not None and a.agent == b.patient) or (b.agent is not None and b.agent == a.patient)),
    ]
