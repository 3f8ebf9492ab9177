"""Divergences in whole stories: which marked conflicts are shown, how many tempting pairs are flagged by mistake."""

from pathlib import Path

from evaluation.harness import Result, Task
from evaluation.tasks.same_facts import whole

__all__ = ["TASK"]


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    return whole(folder, ("divergences",), sample=sample)


TASK = Task(
    name="divergences",
    what="divergences in whole stories",
    metric="marked hard and soft divergences shown, tempting pairs flagged, share of those shown that are marked; "
    "mean over stories",
    headline="divergences_hard",
    gated=("divergences_known", "divergences_false"),
    falling=("divergences_false",),
    dev=("marked/*.json", "marked/*/*.txt"),
    test=("marked/*.json", "marked/*/*.txt"),
    measure=measure,
    bar=0.30,
    goal=0.85,
    slow=True,
    baseline="different numbers in an aligned pair: .02 (as the data's makers measured)",
    departures="Marks are not complete: a divergence that is not marked is counted as unknown, though it may be real.",
    errors_like="Parties who oppose each other in other words; scope and degree.",
)
