"""Same facts in whole stories: do the ledger's groups hold passages that a reader marked as stating one thing?"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from evaluation.harness import Result, Task
from evaluation.whole import BASELINE, TERMS, shared_stories

__all__ = ["FILES", "TASK", "whole"]

SAMPLE = 3  # stories, those with the shortest texts: the gate has minutes, all eleven take longer
FILES = ("marked/score.py", "marked/*.json", "marked/*/*.txt")
METRICS = ("facts", "quotes", "people", "positions", "timeline")


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    return whole(folder, METRICS, sample=sample)


def whole(folder: Path, metrics: Sequence[str], *, sample: bool) -> Result:
    """Some of the scorer's metrics over the shared marked stories; each story is collated once for all tasks."""
    if sample:
        return shared_stories(folder / "marked", SAMPLE).result(metrics)
    scored = shared_stories(folder / "marked")
    return replace(scored.result(metrics), sample=scored.result(metrics, list(scored.stories)[:SAMPLE]))


TASK = Task(
    name="same_facts",
    what="same facts in whole stories (and their quotes, people, positions, dates)",
    metric="pairs of marked passages of different accounts: precision, recall; mean over stories",
    headline="facts_recall",
    gated=("facts_precision", "quotes_recall", "quotes_speaker", "people_found", "people_merged", "timeline_dated"),
    falling=("people_merged",),
    dev=FILES,
    test=FILES,
    measure=measure,
    bar=0.55,
    goal=0.75,
    slow=True,
    terms=TERMS,
    baseline=BASELINE,
    departures="The scorer of claim pairs saw features of these stories in training; "
    "the leave-one-out figure stands in its model card. The first bar is recall .55 at precision .80.",
    errors_like="Missed: one fact in other words, with another subject or verb, or as a side remark of a longer "
    "sentence; where ten accounts tell a fact, one stray account misses nine pairs. Joined: a claim that "
    "tells two facts at once (an offer and its terms), a meeting with its purpose, and steps of one "
    "affair that share their parties.",
)
