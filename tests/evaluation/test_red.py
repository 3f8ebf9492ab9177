"""A step that breaks turns the gate red: the figure falls under its floor, and the floor is not lowered by itself."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation import gate
from evaluation.harness import Missing, Task, data_files, data_folder, discover
from evaluation.steps import annotated
from tests.evaluation.small import TASKS, write
from variorum.report.lead import Lead

# per task: the step of the product, under its name in the task's module, and what it is broken to
BROKEN: dict[str, tuple[str, Callable[..., Any]]] = {
    "babe": ("slants", lambda *_: (0.0,)),
    "claimdiff": ("support", lambda pairs, _: [0.5] * len(pairs)),
    "clustering": ("group_stories", lambda accounts: [[each] for each in accounts]),
    "content_units": ("likeness", lambda pairs: [0.5] * len(pairs)),
    "ecbplus": ("events_of", lambda happenings, _: [[row] for row in range(len(happenings))]),
    "fivew": ("lead", lambda _: Lead()),
    "gap": ("annotated", lambda account, *_: annotated(account, "sentences")),
    "newsmtsc": ("attitudes", lambda excerpts, _: [("neutral", 1.0)] * len(excerpts)),
    "newswcl50": ("align_entities", lambda _: ()),
    "plover": ("act_of", lambda *_: None),
    "quotes": ("annotate", lambda account: annotated(account, "sentences", "cast")),
    "timebank": ("annotated", lambda account, *_: annotated(account, "sentences")),
}


def _break(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    name, broken = BROKEN[task.name]
    monkeypatch.setattr(importlib.import_module(f"evaluation.tasks.{task.name}"), name, broken)


@pytest.mark.parametrize("name", TASKS)
def test_a_broken_step_turns_its_row_red(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On made-up data: the whole row holds its floors, a broken step's does not, and cannot be written."""
    (task,) = discover([name])
    data = write(tmp_path, "dev", (name,))
    row = gate.updated(task, None, task.measure(data, "dev", False), digest="d")
    assert gate.check(task, task.measure(data, "dev", False), row.floors) == ()
    _break(task, monkeypatch)
    broken = task.measure(data, "dev", False)
    assert gate.check(task, broken, row.floors)
    with pytest.raises(ValueError, match="floor"):
        gate.updated(task, row, broken, digest="d")


@pytest.mark.accuracy
@pytest.mark.parametrize("name", ["content_units", "plover"])
def test_a_broken_step_slips_under_the_floors_of_the_repository(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows that the gate reads are red as soon as their step gives nothing."""
    (task,) = discover([name])
    try:
        data_files(task, data_folder(), "dev")
    except Missing as missing:
        pytest.skip(f"the labelled data are absent: {missing}")
    _break(task, monkeypatch)
    assert gate.check(task, task.measure(data_folder(), "dev", False), gate.read_rows()[name].floors)
