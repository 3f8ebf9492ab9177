"""What one party does to another: the root code of a marked sentence."""

import csv
import re
from pathlib import Path

from sklearn.model_selection import StratifiedKFold, cross_val_predict

from evaluation.baselines import classifier
from evaluation.harness import Error, Result, Task
from evaluation.measures import macro_f1
from variorum.judge.acts import act_of

__all__ = ["TASK"]

COMMONEST = "YIELD"  # of the training side: what a sentence counts as in which no pattern stands
_MARK = re.compile(r"</?[st]>")


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    rows = _rows(folder / "plover_relations" / f"PLV_{'test' if split == 'test' else 'train'}.tsv")
    gold = [root for _, root in rows]
    ours = [_root(marked) for marked, _ in rows]
    errors = [
        Error(f"PLV {at}", "wrong", marked, root, mine)
        for at, ((marked, root), mine) in enumerate(zip(rows, ours, strict=True))
        if root != mine
    ]
    return Result(
        figures={"macro_f1": macro_f1(gold, ours), "accuracy": 1 - len(errors) / len(rows)},
        baseline={"macro_f1": macro_f1(gold, _tfidf(rows))},
        items=len(rows),
        errors=errors,
    )


def _rows(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [(row["marked_sentence"], row["gold_root"].strip().upper()) for row in rows if row["gold_root"].strip()]


def _root(marked: str) -> str:
    """The product's act; the marks are cut out, their places kept. Of several marked sources the first counts."""
    plain: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    length = last = 0
    opened: dict[str, int] = {}
    for mark in _MARK.finditer(marked):
        plain.append(marked[last : mark.start()])
        length += mark.start() - last
        name = mark.group().strip("</>")
        if mark.group().startswith("</"):
            places.setdefault(name, (opened.get(name, 0), length))
        else:
            opened[name] = length
        last = mark.end()
    plain.append(marked[last:])
    act = act_of("".join(plain), places.get("s"), places.get("t"))
    return act.root if act else COMMONEST


def _tfidf(rows: list[tuple[str, str]]) -> list[str]:
    """TF-IDF and logistic regression by five-fold cross-validation on the same side."""
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    texts = [_MARK.sub("", marked) for marked, _ in rows]
    return [str(each) for each in cross_val_predict(classifier(20), texts, [root for _, root in rows], cv=folds)]


TASK = Task(
    name="plover",
    what="acts and stances (agree, reject, demand, threaten …)",
    metric="root-code macro-F1",
    headline="macro_f1",
    dev=("plover_relations/PLV_train.tsv",),
    test=("plover_relations/PLV_test.tsv",),
    measure=measure,
    bar=0.74,
    goal=0.83,
    terms={
        "macro_f1": "mean over the codes",
        "accuracy": "sentences with the right code",
    },
    baseline="TF-IDF + logistic regression, five-fold on the same side",
    departures="The patterns were mended once after reading the training side, the dev side here (.76 before).",
    errors_like="Aid that is cut is read as aid. Of two acts in a sentence the second is taken (ordered to suspend, "
    "welcomed a pardon). Borders of the codebook: agreements to allow aid are support there, agreement "
    "here; a siege declared is mobilisation there, coercion here. Plain verbs that no pattern holds "
    "(gives equipment, served in) fall to the commonest code.",
)
