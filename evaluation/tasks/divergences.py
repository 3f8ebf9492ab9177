"""Divergences in whole stories: which marked conflicts are shown, how many tempting pairs are flagged by mistake."""

from pathlib import Path

from evaluation.harness import Result, Task
from evaluation.tasks.same_facts import FILES, whole
from evaluation.whole import BASELINE, TERMS

__all__ = ["TASK"]


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    return whole(folder, ("divergences",), sample=sample)


TASK = Task(
    name="divergences",
    what="divergences in whole stories",
    metric="marked conflicts shown; mean over stories",
    headline="divergences_hard",
    gated=("divergences_known", "divergences_false"),
    falling=("divergences_false",),
    dev=FILES,
    test=FILES,
    measure=measure,
    bar=0.30,
    goal=0.85,
    slow=True,
    terms=TERMS,
    baseline=BASELINE,
    departures="Marks are not complete: a divergence that is not marked is counted as unknown, though it may be real. "
    "Bars beside the headline's: at most 10 % of the tempting pairs shown, seven of ten shown ones real.",
    errors_like="Most marked divergences are not shown. Missed conflicts: parties that oppose each other in words of "
    "their own, figures of one thing in claims that share few words (a weight in passing, a price in a "
    "caption), more and less of one thing (a freeze, a dismantling), whole events against what others "
    "say of them. Missed tensions: cause, scope and degree, for which there is no rule. Shown without a "
    "mark: figures of two moments of one day; a question that is left open read as a denial.",
)
