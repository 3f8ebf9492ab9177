"""Loaded wording on BABE: sentences that experts call biased by word choice, found without training on them.

Only the threshold of the slant is set here. Sentences on which the experts did not agree are left out, as usual.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.model_selection import cross_val_predict

from evaluation.baselines import classifier
from evaluation.harness import Error, Result, Task, data_files, measured
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


@dataclass(frozen=True, slots=True)
class _Judged:
    """A sentence with its marks, its slant, and its slant by words alone."""

    row: _Row
    marked: AnnotatedAccount
    score: float
    plain: float


def _rows(folder: Path, split: str) -> list[_Row]:
    found = []
    for path in data_files(TASK, folder, split):
        with path.open(encoding="utf-8-sig", newline="") as opened:
            found += [
                _Row(row["text"].strip(), row["outlet"], row["label_bias"] == "Biased")
                for row in csv.DictReader(opened, delimiter=";")
                if row["label_bias"] in {"Biased", "Non-biased"}
            ]
    return found


def _measure(folder: Path, split: str, sample: bool) -> Result:
    return measured(_rows(folder, split), _judge, _score, key=lambda row: row.text, most=_SAMPLE, sample=sample)


def _judge(row: _Row) -> _Judged:
    marked = annotated(Account(text=row.text, names=("babe",)), *_STEPS)
    encode = registry.load("encoder", "minilm")()
    return _Judged(row, marked, max(slants(marked, encode), default=0.0), max(slants(marked), default=0.0))


def _score(judged: Sequence[_Judged]) -> Result:
    gold = [each.row.biased for each in judged]
    figures = {
        "macro_f1": macro_f1(gold, [each.score >= SLANTED for each in judged]),
        "macro_f1_words_only": macro_f1(gold, [each.plain >= SLANTED_BY_WORDS for each in judged]),
        "macro_f1_mean_of_outlets": _by_outlet(judged),
    }
    return Result(figures=figures, baseline=_baseline(judged), items=len(judged), errors=_errors(judged))


def _by_outlet(judged: Sequence[_Judged]) -> float:
    """The mean over outlets with both labels: an outlet's name cannot be the signal."""
    at: dict[str, list[_Judged]] = defaultdict(list)
    for each in judged:
        at[each.row.outlet].append(each)
    both = [rows for rows in at.values() if len({each.row.biased for each in rows}) == 2]
    scores = [macro_f1([each.row.biased for each in rows], [each.score >= SLANTED for each in rows]) for rows in both]
    return float(np.mean(scores)) if scores else 0.0


def _baseline(judged: Sequence[_Judged]) -> dict[str, float]:
    """Five folds over these very sentences: it sees labels, we do not."""
    gold = [each.row.biased for each in judged]
    found = cross_val_predict(classifier(10), [each.row.text for each in judged], gold, cv=5)
    return {"macro_f1": macro_f1(gold, list(found))}


def _errors(judged: Sequence[_Judged]) -> Iterator[Error]:
    for each in judged:
        if each.row.biased != (each.score >= SLANTED):
            words = ", ".join(f"{mark.text} ({mark.kind})" for mark in each.marked.wording)
            kind, gold = ("missed", "biased") if each.row.biased else ("spurious", "not biased")
            yield Error(each.row.outlet, kind, each.row.text, gold, f"{each.score:.2f} {words}")


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
    terms={
        "macro_f1": "by marks, sourcing and the sentence's vector",
        "macro_f1_mean_of_outlets": "the mean over outlets: an outlet's name cannot be the signal",
        "macro_f1_words_only": "by marks and sourcing alone, as a collation is made",
    },
    baseline="TF-IDF of words and pairs, logistic regression, five folds over these labels",
    slow=True,
    published="BERT with distant supervision, tuned on BABE: .804 macro-F1 (Spinde et al. 2021, abstract).",
    departures="Nothing is trained on BABE; one threshold is set on this side. Sentences on which the experts did "
    "not agree are left out, as usual. The baseline sees labels of these very sentences.",
    errors_like="Missed: a stance without a word that is loaded in itself, a headline or a sentence whose slant only "
    "its article shows. Spurious: loaded words that somebody is reported to have used, or that name what "
    "is reported on (a march of supremacists, sexist coverage, a conspiracy theory).",
)
