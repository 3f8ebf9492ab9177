"""The gate holds: a figure that slips is named, floors rise by themselves and fall only with a reason."""

from pathlib import Path

import pytest

from evaluation import gate
from evaluation.harness import Result, Task, data_files, digest_of, discover, sampled
from evaluation.scoreboard import scoreboard, table


def _task(name: str = "toy") -> Task:
    return Task(
        name=name, what="toys", metric="F1", headline="f1", dev=("toy.txt",), test=("toy-test.txt",),
        measure=lambda _folder, _split, _sample: Result(figures={"f1": 0.5}, items=3),
        bar=0.4, goal=0.9, gated=("merges",), falling=("merges",),
    )  # fmt: skip


def _result(f1: float, merges: float = 2) -> Result:
    return Result(figures={"f1": f1, "merges": merges}, items=3, baseline={"f1": 0.3})


def test_a_slipped_figure_is_named() -> None:
    """Below the floor, and above a ceiling, are both reported; at the floor is not."""
    floors = {"f1": 0.5, "merges": 2.0}
    assert gate.check(_task(), _result(0.5), floors) == ()
    assert len(gate.check(_task(), _result(0.49, 3), floors)) == 2


def test_floors_rise_and_do_not_fall_without_a_reason() -> None:
    """A better figure lifts the floor; a worse one is refused, unless a reason is given, which stays."""
    row = gate.updated(_task(), None, _result(0.5), None, digest="d")
    better = gate.updated(_task(), row, _result(0.6), None, digest="d")
    assert better.floors["f1"] > row.floors["f1"]
    with pytest.raises(ValueError, match="floor"):
        gate.updated(_task(), better, _result(0.5), None, digest="d")
    lowered = gate.updated(_task(), better, _result(0.5), None, digest="d", lower="the labels were corrected")
    assert lowered.floors["f1"] < better.floors["f1"]
    assert lowered.lowered == ("the labels were corrected",)


def test_changed_data_are_refused() -> None:
    """Another digest means other data: the figures cannot be compared."""
    row = gate.updated(_task(), None, _result(0.5), None, digest="d")
    with pytest.raises(ValueError, match="data changed"):
        gate.updated(_task(), row, _result(0.5), None, digest="e")


def test_rows_survive_the_file(tmp_path: Path) -> None:
    """What is written is what is read."""
    row = gate.updated(_task(), None, _result(0.5), None, digest="d")
    gate.write_rows({"toy": row}, tmp_path / "floors.json")
    assert gate.read_rows(tmp_path / "floors.json") == {"toy": row}


def test_digest_depends_on_names_and_bytes(tmp_path: Path) -> None:
    """The same files give the same digest, another byte gives another."""
    (tmp_path / "toy.txt").write_text("a")
    files = data_files(_task(), tmp_path, "dev")
    first = digest_of(files, tmp_path)
    assert first == digest_of(files, tmp_path)
    (tmp_path / "toy.txt").write_text("b")
    assert first != digest_of(files, tmp_path)


def test_a_sample_is_fixed_and_keeps_the_order() -> None:
    """The same rows come out whatever order they went in."""
    rows = [str(number) for number in range(50)]
    picked = sampled(rows, str, 7)
    assert len(picked) == 7
    assert set(picked) == set(sampled(rows[::-1], str, 7))
    assert list(picked) == sorted(picked, key=int)


def test_the_page_and_the_table_name_every_task() -> None:
    """Both are plain text with the figure and the baseline."""
    row = gate.updated(_task(), None, _result(0.5), None, digest="d")
    assert "**0.500**" in scoreboard([_task()], {"toy": row})
    assert "baseline 0.300" in table([(_task(), _result(0.5))])


def test_every_task_of_the_repository_is_whole() -> None:
    """Each has its own name, a bar no higher than its goal, and data globs for both sides."""
    tasks = discover()
    assert len({each.name for each in tasks}) == len(tasks)
    for task in tasks:
        assert task.dev
        assert task.test
        rising = task.headline not in task.falling
        assert (task.bar <= task.goal) if rising else (task.bar >= task.goal)
