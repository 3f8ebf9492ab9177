"""Same content, other words: do two clauses of one topic's texts express one summary content unit?"""

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from evaluation.baselines import cosines
from evaluation.harness import Error, Result, Task
from evaluation.measures import average_precision
from variorum.align.likeness import likeness

__all__ = ["TASK"]


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    path = folder / "content_units" / ("test.csv" if split == "test" else "val.csv")
    with path.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    topics: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        topics[row["topic"]][row["text_spans"].strip() or row["text"].strip()].add(row["abs_scu_id"])
    pairs = [
        (topic, a, b, bool(units[a] & units[b]))
        for topic, units in sorted(topics.items())
        for a, b in combinations(sorted(units), 2)
    ]
    labels = [pair[3] for pair in pairs]
    scores = likeness([(a, b) for _, a, b, _ in pairs])
    plain = cosines([(a, b) for _, a, b, _ in pairs])
    return Result(
        figures={"ap": average_precision(labels, scores), "ap_by_topic": _mean(pairs, scores)},
        baseline={"ap": average_precision(labels, plain), "ap_by_topic": _mean(pairs, plain)},
        items=len(pairs),
        errors=[
            Error(topic, "missed" if label else "invented", f"{a} | {b}", str(label), f"{score:.2f}")
            for (topic, a, b, label), score in zip(pairs, scores, strict=True)
            if (score < 0.2) == label and (label or score > 0.8)
        ],
    )


def _mean(pairs: list[tuple[str, str, str, bool]], scores: list[float]) -> float:
    """The mean over topics of the average precision of a topic's pairs; topics without a positive pair are left out."""
    by_topic: dict[str, tuple[list[bool], list[float]]] = defaultdict(lambda: ([], []))
    for (topic, _, _, label), score in zip(pairs, scores, strict=True):
        by_topic[topic][0].append(label)
        by_topic[topic][1].append(score)
    found = [average_precision(labels, values) for labels, values in by_topic.values() if any(labels)]
    return sum(found) / len(found) if found else 0.0


TASK = Task(
    name="content_units",
    what="same content, other words",
    metric="average precision of pairs within a topic, all topics pooled",
    headline="ap",
    dev=("content_units/val.csv",),
    test=("content_units/test.csv",),
    measure=measure,
    bar=0.78,
    goal=0.88,
    terms={
        "ap": "all pairs in one ranking",
        "ap_by_topic": "a ranking a topic, then the mean",
    },
    baseline="TF-IDF cosine",
    departures="Pairs are the annotated text spans (the sentence where there is none) within one topic.",
    errors_like="Missed: units that share an idea, one told more generally than the other (aid promised, money "
    "released). Invented: near twins that the annotators gave to two units, since one says less than the "
    "other.",
)
