"""A step that breaks turns the gate red: the figure falls under its floor, and the floor is not lowered by itself."""

import importlib

import pytest

from evaluation import gate
from evaluation.harness import Missing, Task, data_files, data_folder, discover


def _task(name: str) -> Task:
    (task,) = discover([name])
    try:
        data_files(task, data_folder(), "dev")
    except Missing as missing:
        pytest.skip(f"the labelled data are absent: {missing}")
    return task


@pytest.mark.accuracy
def test_a_broken_likeness_turns_the_gate_red(monkeypatch: pytest.MonkeyPatch) -> None:
    """All pairs equally alike: the figure slips, is named, and cannot be written without a reason."""
    task = _task("content_units")
    row = gate.read_rows()[task.name]
    module = importlib.import_module("evaluation.tasks.content_units")
    monkeypatch.setattr(module, "likeness", lambda pairs: [0.5] * len(pairs))
    broken = task.measure(data_folder(), "dev", False)
    assert gate.check(task, broken, row.floors)
    with pytest.raises(ValueError, match="floor"):
        gate.updated(task, row, broken, None, digest=row.digest)


@pytest.mark.accuracy
def test_a_step_that_finds_nothing_turns_the_gate_red(monkeypatch: pytest.MonkeyPatch) -> None:
    """Acts are no longer found: the row of acts is red."""
    task = _task("plover")
    row = gate.read_rows()[task.name]
    module = importlib.import_module("evaluation.tasks.plover")
    monkeypatch.setattr(module, "act_of", lambda *_: None)
    assert gate.check(task, task.measure(data_folder(), "dev", False), row.floors)
