"""Trains the weights by which two figures are held to be of one thing (`judge/rules/number.py`).

A pair of figures is `real` where their claims cover a marked divergence of numbers or degrees; all others are taken as
of two things. Trains on the corpus' train stories; `python -m training.figures` prints the weights, and how many pairs
are real on other stories at several scores.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from evaluation.marks import MarkedStory
from training.divergences import judged
from training.stories import corpus, marked
from variorum.align import align
from variorum.annotate import annotate
from variorum.judge.rules.found import Candidate, Found
from variorum.judge.rules.sameness import FEATURES, differing, features_of, likeness
from variorum.judge.told import told_of

KINDS = ("number", "degree")
STRENGTH = 0.3  # of the regularisation's inverse: chosen, not swept


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of figures: `verdict` is real, trap or unknown; `name` its marked divergence's story."""

    story: str
    verdict: str
    features: tuple[float, ...]


def main() -> None:
    own = list(rows(corpus("train")))
    table, labels = _tables(own)
    spread = table.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(table / spread, labels)
    weights = model.coef_[0] / spread
    print(f"{len(own)} pairs, {labels.sum()} real")
    print("BIAS =", round(float(model.intercept_[0]), 3))
    print("WEIGHTS =", {name: round(float(value), 3) for name, value in zip(FEATURES, weights, strict=True)})
    for name, stories in (("corpus dev", corpus("dev")), ("real", marked())):
        found = list(rows(stories))
        if found:
            table, _ = _tables(found)
            scores = 1 / (1 + np.exp(-(table @ weights + model.intercept_[0])))
            for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
                kept = [row.verdict for row, score in zip(found, scores, strict=True) if score >= least]
                counts = "  ".join(f"{verdict} {kept.count(verdict):4}" for verdict in ("real", "trap", "unknown"))
                print(f"{name:12}>= {least}  {counts}")


def rows(stories: tuple[MarkedStory, ...]) -> Iterator[Row]:
    for story in stories:
        accounts = tuple(annotate(account) for account in sorted(story.accounts, key=lambda each: each.id))
        alignment = align(accounts)
        table = likeness(tuple(told_of(accounts, alignment).values()), alignment)
        marks = tuple(mark for mark in story.divergences if mark.kind in KINDS)
        for left, right, _ in differing(table):
            found = Found("number", "", ("", ""), "", 0.0)
            pair = Candidate(found, (table.found[left].told,), (table.found[right].told,), 0.0, grouped=False)
            yield Row(story.name, judged(pair, marks, story.tempting), features_of(table, left, right))


def _tables(found: list[Row]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    return np.array([row.features for row in found]), np.array([row.verdict == "real" for row in found])


if __name__ == "__main__":
    main()
