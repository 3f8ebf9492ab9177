"""Loaded wording on BABE: sentences that experts call biased by word choice, found without training on them.

Only the threshold of the slant is set here. Sentences on which the experts did not agree are left out, as usual.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline

from evaluation.harness import Error, Result, Task, data_files, sampled
from evaluation.measures import macro_f1
from evaluation.steps import annotated
from variorum import registry
from variorum.judge.attitude import SLANTED, SLANTED_BY_WORDS, slants
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account

__all__ = ["TASK"]

_SAMPLE = 400
_STEPS = ("sentences", "timexes", "quantities", "wording")


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    outlet: str
    biased: bool


def _rows(folder: Path, split: str, sample: bool) -> list[_Row]:
    found = []
    for path in data_files(TASK, folder, split):
        with path.open(encoding="utf-8-sig", newline="") as opened:
            found += [
                _Row(row["text"].strip(), row["outlet"], row["label_bias"] == "Biased")
                for row in csv.DictReader(opened, delimiter=";")
                if row["label_bias"] in {"Biased", "Non-biased"}
            ]
    return list(sampled(found, lambda each: each.text, _SAMPLE)) if sample else found


def _measure(folder: Path, split: str, sample: bool) -> Result:
    rows = _rows(folder, split, sample)
    marked = [annotated(Account(text=row.text, names=("babe",)), *_STEPS) for row in rows]
    encode = registry.load("encoder", "minilm")()
    scores = [max(slants(each, encode), default=0.0) for each in marked]
    plain = [max(slants(each), default=0.0) for each in marked]
    gold = [row.biased for row in rows]
    ours = [score >= SLANTED for score in scores]
    figures = {
        "macro_f1": macro_f1(gold, ours),
        "macro_f1_words_only": macro_f1(gold, [score >= SLANTED_BY_WORDS for score in plain]),
        "macro_f1_mean_of_outlets": _by_outlet(rows, ours),
    }
    return Result(figures=figures, baseline=_baseline(rows), items=len(rows), errors=_errors(rows, marked, scores))


def _by_outlet(rows: list[_Row], ours: list[bool]) -> float:
    """The mean over outlets with both labels: an outlet's name cannot be the signal."""
    at: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        at[row.outlet].append(index)
    both = [each for each in at.values() if len({rows[i].biased for i in each}) == 2]
    return (
        float(np.mean([macro_f1([rows[i].biased for i in each], [ours[i] for i in each]) for each in both]))
        if both
        else 0.0
    )


def _baseline(rows: list[_Row]) -> dict[str, float]:
    """TF-IDF and logistic regression, five folds over these very sentences: it sees labels, we do not."""
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LogisticRegression(C=10, max_iter=500)
    )
    gold = [row.biased for row in rows]
    return {"macro_f1": macro_f1(gold, list(cross_val_predict(model, [row.text for row in rows], gold, cv=5)))}


def _errors(rows: list[_Row], marked: list[AnnotatedAccount], scores: list[float]) -> Iterator[Error]:
    for row, account, score in zip(rows, marked, scores, strict=True):
        if row.biased != (score >= SLANTED):
            words = ", ".join(f"{each.text} ({each.kind})" for each in account.wording)
            kind = "missed" if row.biased else "spurious"
            yield Error(row.outlet, kind, row.text, "biased" if row.biased else "not biased", f"{score:.2f} {words}")


TASK = Task(
    name="babe",
    what="loaded wording, sentence by sentence",
    metric="macro-F1 of biased and not",
    headline="macro_f1",
    dev=("babe/final_labels_SG1.csv",),
    test=("babe/final_labels_SG2.csv",),
    measure=_measure,
    bar=0.74,
    goal=0.82,
    baseline="TF-IDF of words and pairs, logistic regression, five folds over these labels",
    slow=True,
    published="BERT tuned on BABE with distant supervision .80 macro-F1 (Spinde et al. 2021), in five folds",
    departures="nothing is trained on BABE; one threshold is set on this side",
    errors_like="stance without a loaded word, loaded words reported as an issue, sentences that need their article",
)
