"""The gate holds: a figure that slips is named, floors rise by themselves and fall only with a reason."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation import gate, harness
from evaluation.harness import Missing, Result, Task, data_files, digest_of, discover, measured, sampled
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
    row = gate.updated(_task(), None, _result(0.5), digest="d")
    better = gate.updated(_task(), row, _result(0.6), digest="d")
    assert better.floors["f1"] > row.floors["f1"]
    with pytest.raises(ValueError, match="floor"):
        gate.updated(_task(), better, _result(0.5), digest="d")
    lowered = gate.updated(_task(), better, _result(0.5), digest="d", lower="the labels were corrected")
    assert lowered.floors["f1"] < better.floors["f1"]
    assert lowered.lowered == ("the labels were corrected",)


def test_a_reason_stays_only_where_a_floor_fell() -> None:
    """With a reason at hand, floors that hold are kept, and rows that hold do not carry it."""
    row = gate.updated(_task(), None, _result(0.5), digest="d")
    held = gate.updated(_task(), row, _result(0.499), digest="d", lower="made on another machine")
    assert (held.floors, held.lowered) == (row.floors, ())
    fallen = gate.updated(_task(), row, _result(0.4, merges=1), digest="d", lower="the labels were corrected")
    assert fallen.floors["f1"] < row.floors["f1"]
    assert fallen.floors["merges"] < row.floors["merges"]  # better low: it rose


def test_a_floor_does_not_go_by_itself() -> None:
    """A figure that is no longer gated needs a reason too."""
    row = gate.updated(_task(), None, _result(0.5), digest="d")
    freed = replace(_task(), gated=(), falling=())
    with pytest.raises(ValueError, match="merges no longer has a floor"):
        gate.updated(freed, row, _result(0.5), digest="d")
    assert gate.updated(freed, row, _result(0.5), digest="d", lower="merges are told elsewhere").lowered


def test_the_sample_has_floors_of_its_own() -> None:
    """They bind as the others do."""
    row = gate.updated(_task(), None, replace(_result(0.5), sample=_result(0.7)), digest="d")
    assert row.sample_floors["f1"] > row.floors["f1"]
    with pytest.raises(ValueError, match="floor"):
        gate.updated(_task(), row, replace(_result(0.5), sample=_result(0.6)), digest="d")


def test_changed_data_are_refused() -> None:
    """Another digest means other data: the figures cannot be compared."""
    row = gate.updated(_task(), None, _result(0.5), digest="d")
    with pytest.raises(ValueError, match="data changed"):
        gate.updated(_task(), row, _result(0.5), digest="e")


def test_rows_survive_the_file(tmp_path: Path) -> None:
    """What is written is what is read."""
    row = gate.updated(_task(), None, _result(0.5), digest="d")
    gate.write_rows({"toy": row}, tmp_path / "floors.json")
    assert gate.read_rows(tmp_path / "floors.json") == {"toy": row}


def test_own_marks_are_part_of_the_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mark that changes in the repository changes the digest as a label in the data does."""
    monkeypatch.setattr(harness, "ROOT", tmp_path)
    data, marks = tmp_path / "data", tmp_path / "marks.json"
    data.mkdir()
    (data / "toy.txt").write_text("a")
    marks.write_text("{}")
    task = replace(_task(), own=("marks.json",))
    first = digest_of(data_files(task, data, "dev"), data)
    marks.write_text("[]")
    assert first != digest_of(data_files(task, data, "dev"), data)


def test_all_that_is_missing_is_named(tmp_path: Path) -> None:
    """Every glob without a file is told at once."""
    with pytest.raises(Missing, match=r"no toy\.txt, no more/\*\.txt in the data folder"):
        data_files(replace(_task(), dev=("toy.txt", "more/*.txt")), tmp_path, "dev")


def test_digest_depends_on_names_and_bytes(tmp_path: Path) -> None:
    """The same files give the same digest, another byte gives another."""
    (tmp_path / "toy.txt").write_text("a")
    files = data_files(_task(), tmp_path, "dev")
    first = digest_of(files, tmp_path)
    assert first == digest_of(files, tmp_path)
    (tmp_path / "toy.txt").write_text("b")
    assert first != digest_of(files, tmp_path)


def test_a_row_is_judged_once_for_the_whole_and_the_sample() -> None:
    """The sample's score comes from what the whole has judged; alone, only the sample is judged."""
    judged: list[int] = []

    def judge(row: int) -> int:
        judged.append(row)
        return row

    def score(rows: Sequence[int]) -> Result:
        return Result(figures={"sum": float(sum(rows))}, items=len(rows))

    whole = measured(range(20), judge, score, key=str, most=4, sample=False)
    assert judged == list(range(20))
    judged.clear()
    alone = measured(range(20), judge, score, key=str, most=4, sample=True)
    assert len(judged) == 4
    assert whole.items == 20
    assert alone == whole.sample


def test_a_sample_is_fixed_and_keeps_the_order() -> None:
    """The same rows come out whatever order they went in."""
    rows = [str(number) for number in range(50)]
    picked = sampled(rows, str, 7)
    assert len(picked) == 7
    assert set(picked) == set(sampled(rows[::-1], str, 7))
    assert list(picked) == sorted(picked, key=int)


def test_the_page_and_the_table_name_every_task() -> None:
    """Both are plain text with the figure and the baseline; stories have a line each."""
    result = replace(_result(0.5), stories={"dam-2020": {"f1": 0.25}})
    page = scoreboard([_task()], {"toy": gate.updated(_task(), None, result, digest="d")})
    assert "| f1 |  | **0.500** | 0.300 | 0.496 |" in page
    assert "| merges |  | 2.000 | – | at most 2.004 |" in page
    assert "| dam-2020 | 0.25 |" in page
    assert "baseline 0.300" in table([(_task(), result)])
    assert "dam-2020: f1 0.25" in table([(_task(), result)])


def test_every_task_of_the_repository_is_whole() -> None:
    """Each has its own name, a bar no higher than its goal, and data globs for both sides."""
    tasks = discover()
    assert len({each.name for each in tasks}) == len(tasks)
    for task in tasks:
        assert task.dev
        assert task.test
        rising = task.headline not in task.falling
        assert (task.bar <= task.goal) if rising else (task.bar >= task.goal)


@pytest.mark.parametrize("task", discover(), ids=lambda task: str(task.name))
def test_every_row_is_an_error_card(task: Task) -> None:
    """What is measured, where it departs from the standard setting and what the errors are like: in sentences."""
    for told in (task.departures, task.errors_like):
        assert told.endswith(".")
        assert len(told.split()) >= 6
        assert told[0].isupper()
    assert not task.published or re.search(r"\b(?:19|20)\d\d\b", task.published)  # a figure has its source
    assert task.baseline
