"""The features of a pair of claims: vectors, words, and typed slots. `NAMES` is the table; its texts explain each.

The order of the two claims does not matter: every feature is symmetric. Pairs are compared by blocks, as arrays.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from variorum.align.candidates import Candidates
from variorum.align.slots import Slots, slots_of
from variorum.align.views import Views, Words

__all__ = ["NAMES", "features_of", "tables_of"]

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
Rows = npt.NDArray[np.int64]
MET = 0.6  # cosine from which a word counts as met: chosen, not swept
BLOCK = 16_384  # pairs whose features stand in memory at once
_GATHER = 1_024  # pairs whose vectors are set side by side at once
_SMALL = 262_144  # multiplications up to which OpenBLAS stays in one thread; waking others takes it milliseconds


def features_of(views: Views, candidates: Candidates) -> Array:
    """An array `(pairs, len(NAMES))`."""
    return np.concatenate([np.zeros((0, len(NAMES)), np.float32), *tables_of(views, candidates)])


def tables_of(views: Views, candidates: Candidates) -> Iterator[Array]:
    """The features of the pairs in order, by blocks `(pairs, len(NAMES))`."""
    if not len(candidates.left):
        return
    slots = slots_of(views)
    nearness = _nearness(views, slots)
    known = np.abs(views.slots).sum(axis=2) > 0
    for start in range(0, len(candidates.left), BLOCK):
        yield _table(views, slots, nearness, known, candidates.part(start, start + BLOCK))


def _table(views: Views, slots: Slots, nearness: Array, known: npt.NDArray[np.bool_], candidates: Candidates) -> Array:
    left, right = candidates.left, candidates.right
    ranks = candidates.ranks.astype(np.float64)
    parts = [
        _vectors(views, left, right),
        slots.words(left, right),
        slots.typed(left, right),
        slots.said(left, right),
        1 / ranks.min(axis=1, keepdims=True),
        1 / ranks.max(axis=1, keepdims=True),
        candidates.margins[:, None],
        slots.form(left, right),
        _days(views, left, right)[:, None],
        nearness[slots.account[left], slots.account[right]][:, None],
        _slots(views, known, left, right),
        _met(views.words, left, right),
    ]
    return np.hstack([part.astype(np.float32) for part in parts])


def _dots(one: Array, left: Rows, two: Array, right: Rows) -> Array:
    """The products of the rows of each pair."""
    found = [np.zeros(0, np.float32)]
    for start in range(0, len(left), _GATHER):
        at = slice(start, start + _GATHER)
        found.append(np.einsum("ij,ij->i", one[left[at]], two[right[at]]))
    return np.concatenate(found)


def _vectors(views: Views, left: Rows, right: Rows) -> Array:
    one = _dots(views.clauses, left, views.sentences, right)
    two = _dots(views.sentences, left, views.clauses, right)
    return np.stack(
        [
            _dots(views.clauses, left, views.clauses, right),
            _dots(views.sentences, left, views.sentences, right),
            np.maximum(one, two),
            np.minimum(one, two),
        ],
        axis=1,
    )


def _days(views: Views, left: Rows, right: Rows) -> Array:
    apart = np.abs(views.days[left] - views.days[right])
    return np.where(np.isnan(apart), -1.0, np.log1p(np.nan_to_num(apart))).astype(np.float32)


def _nearness(views: Views, slots: Slots) -> Array:
    """How near each two accounts stand, `(accounts, accounts)`."""
    means = np.stack([views.clauses[slots.account == at].mean(axis=0) for at in range(int(slots.account.max()) + 1)])
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    near: Array = means @ means.T
    return near


def _slots(views: Views, known: npt.NDArray[np.bool_], left: Rows, right: Rows) -> Array:
    """Predicates, agents, patients, and the turned pair: `(pairs, 4)`."""

    def near(one: int, two: int) -> Array:
        found = _dots(views.slots[:, one], left, views.slots[:, two], right)
        return np.where(known[left, one] & known[right, two], found, np.float32(-1.0))

    return np.stack([near(0, 0), near(1, 1), near(2, 2), np.maximum(near(1, 2), near(2, 1))], axis=1)


def _met(words: Sequence[Words], left: Rows, right: Rows) -> Array:
    """How well the words of each clause are met in the other: `(pairs, 4)`; pairs of one left claim stand together."""
    found = np.tile(np.array([0.0, 0.0, 0.0, 1.0], np.float32), (len(left), 1))
    cuts = np.flatnonzero(np.diff(left, prepend=-1, append=-1)).tolist()
    for start, end in pairwise(cuts):
        one = words[left[start]]
        at = [place for place in range(start, end) if words[right[place]].stems]
        if one.stems and at:
            found[at] = _covered(one, [words[right[place]] for place in at])
    return found


@np.errstate(invalid="ignore")  # OpenBLAS sets the flag now and then where all values are finite
def _covered(one: Words, others: Sequence[Words]) -> Array:
    vectors = np.concatenate([each.vectors for each in others])
    step = max(1, _SMALL // one.vectors.size)
    near = np.concatenate([vectors[at : at + step] @ one.vectors.T for at in range(0, len(vectors), step)])
    weights = np.concatenate([each.weights for each in others])
    starts = np.cumsum([0, *(len(each.stems) for each in others[:-1])])
    best, theirs = np.maximum.reduceat(near, starts, axis=0), near.max(axis=1)
    mine = best @ one.weights, best.min(axis=1), (best < MET) @ one.weights
    yours = (
        np.add.reduceat(theirs * weights, starts),
        np.minimum.reduceat(theirs, starts),
        np.add.reduceat((theirs < MET) * weights, starts),
    )
    first = (mine[0] > yours[0]) | ((mine[0] == yours[0]) & (mine[1] > yours[1]))
    covered, least, strange = (np.where(first, one, two) for one, two in zip(mine, yours, strict=True))
    return np.stack([covered, np.where(first, yours[0], mine[0]), least, strange], axis=1)
