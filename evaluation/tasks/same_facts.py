"""Same facts in whole stories: do the ledger's groups hold passages that a reader marked as stating one thing?"""

from collections.abc import Sequence
from pathlib import Path

from evaluation.harness import Result, Task
from evaluation.whole import mean, scores

__all__ = ["TASK", "whole"]

SAMPLE = 3  # stories, the shortest: the gate has minutes, all eleven take longer
ALSO = ("quotes", "people", "positions", "timeline")


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    return whole(folder, ("facts", *ALSO), sample=sample)


def whole(folder: Path, metrics: Sequence[str], *, sample: bool) -> Result:
    """The means over the marked stories of some of the scorer's metrics."""
    found = scores(folder / "marked", SAMPLE if sample else None)
    figures = {f"{metric}_{name}": value for metric in metrics for name, value in mean(found[metric]).items()}
    return Result(figures=figures, items=len(found["facts"]))


TASK = Task(
    name="same_facts",
    what="same facts in whole stories (and their quotes, people, positions, dates)",
    metric="pairs of marked passages of different accounts: precision, recall; mean over stories",
    headline="facts_recall",
    gated=("facts_precision", "quotes_recall", "quotes_speaker", "people_found", "people_merged", "timeline_dated"),
    falling=("people_merged",),
    dev=("marked/*.json", "marked/*/*.txt"),
    test=("marked/*.json", "marked/*/*.txt"),
    measure=measure,
    bar=0.55,
    goal=0.75,
    slow=True,
    baseline="MiniLM over clauses, average link: precision .49 at recall .33, or .81 at .17 "
    "(as the data's makers measured)",
    departures="The scorer of claim pairs saw features of these stories in training; "
    "the leave-one-out figure stands in its model card.",
    errors_like="Restatements in other words are missed; background that all accounts share is joined to news.",
)
