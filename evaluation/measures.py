"""The measures of the field, as the field defines them; each is tested on cases worked by hand.

Clusterings map every item to a label, and both sides hold the same items. Coreference measures take partitions.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import average_precision_score, f1_score

__all__ = [
    "Score", "average_precision", "b_cubed", "ceaf_e", "conll_f1", "f1", "macro_f1", "muc", "partition", "token_f1",
]  # fmt: skip

Clusters = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def f1(right: int, found: int, gold: int) -> Score:
    """The score of counts: right ones, found ones, those in the labels. Nothing found or labelled counts as 0."""
    return Score(right / found if found else 0.0, right / gold if gold else 0.0)


def partition(labels: Mapping[Hashable, Hashable]) -> Clusters:
    """The clusters of a mapping from items to labels."""
    clusters: dict[Hashable, set[Hashable]] = defaultdict(set)
    for item, label in labels.items():
        clusters[label].add(item)
    return [frozenset(each) for each in clusters.values()]


def b_cubed(ours: Clusters, gold: Clusters) -> Score:
    """B-cubed (Bagga and Baldwin 1998), averaged over items; an item that the other side lacks scores 0."""
    return Score(_b_cubed(ours, gold), _b_cubed(gold, ours))


def muc(ours: Clusters, gold: Clusters) -> Score:
    """MUC (Vilain et al. 1995): links needed; singletons do not count."""
    return Score(_muc(ours, gold), _muc(gold, ours))


def ceaf_e(ours: Clusters, gold: Clusters) -> Score:
    """CEAF with the entity similarity phi4 (Luo 2005), by the best one-to-one assignment."""
    if not ours or not gold:
        return Score(0.0, 0.0)
    where: dict[Hashable, int] = {item: at for at, cluster in enumerate(gold) for item in cluster}
    similarity = np.zeros((len(ours), len(gold)))
    for row, cluster in enumerate(ours):
        for column, shared in Counter(where[item] for item in cluster if item in where).items():
            similarity[row, column] = 2 * shared / (len(cluster) + len(gold[column]))
    total = float(similarity[linear_sum_assignment(-similarity)].sum())
    return Score(total / len(ours), total / len(gold))


def conll_f1(ours: Clusters, gold: Clusters) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e (Pradhan et al. 2012)."""
    return (muc(ours, gold).f1 + b_cubed(ours, gold).f1 + ceaf_e(ours, gold).f1) / 3


def average_precision(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """Average precision, without interpolation; 0 where nothing is labelled true."""
    return float(average_precision_score(labels, scores)) if any(labels) else 0.0


def macro_f1(gold: Sequence[Hashable], ours: Sequence[Hashable]) -> float:
    """The plain mean of the classes' F1; a class that neither side has does not count."""
    return float(f1_score([str(each) for each in gold], [str(each) for each in ours], average="macro", zero_division=0))


def token_f1(ours: Iterable[Hashable], gold: Iterable[Hashable]) -> Score:
    """Overlap of two bags of tokens (or sets of positions)."""
    found, labelled = Counter(ours), Counter(gold)
    return f1((found & labelled).total(), found.total(), labelled.total())


def _b_cubed(ours: Clusters, gold: Clusters) -> float:
    where: dict[Hashable, int] = {item: at for at, cluster in enumerate(gold) for item in cluster}
    items = sum(len(cluster) for cluster in ours)
    total = 0.0
    for cluster in ours:
        shared = Counter(where[item] for item in cluster if item in where)
        total += sum(count * count for count in shared.values()) / len(cluster)
    return total / items if items else 0.0


def _muc(ours: Clusters, gold: Clusters) -> float:
    where: dict[Hashable, int] = {item: at for at, cluster in enumerate(gold) for item in cluster}
    right = links = 0
    for cluster in ours:
        parts = len({where[item] for item in cluster if item in where}) + sum(item not in where for item in cluster)
        right += len(cluster) - parts
        links += len(cluster) - 1
    return right / links if links else 0.0
