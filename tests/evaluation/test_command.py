"""`python -m evaluation`: what is written and what is not, what is skipped, refused, and told."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation import __main__ as command
from evaluation import gate
from evaluation.harness import Result, Task, discover
from tests.evaluation.small import TASKS, write

Run = Callable[..., int]


def _toy(f1: float, name: str = "toy", *, broken: bool = False) -> Task:
    def measure(_folder: Path, _split: str, _sample: bool) -> Result:
        if broken:
            raise KeyError("a column")
        return Result(figures={"f1": f1}, items=3)

    return Task(
        name=name, what="toys", metric="F1", headline="f1", dev=(f"{name}.txt",), test=(f"{name}-test.txt",),
        measure=measure, bar=0.4, goal=0.9,
    )  # fmt: skip


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command on toy tasks, with the repository's page and floors in a folder of the test."""
    page, floors = tmp_path / "docs" / "scoreboard.md", tmp_path / "floors.json"
    shared = tmp_path / "shared"
    (shared / "data").mkdir(parents=True)
    (shared / "data" / "toy.txt").write_text("a")
    monkeypatch.setenv("VARIORUM_SHARED", str(shared))
    monkeypatch.setattr(command, "SCOREBOARD", page)
    monkeypatch.setattr(command, "read_rows", lambda: gate.read_rows(floors))
    monkeypatch.setattr(command, "write_rows", lambda rows: gate.write_rows(rows, floors))

    def run(*arguments: str, tasks: tuple[Task, ...]) -> int:
        monkeypatch.setattr(command, "discover", lambda _names=(): tasks)
        return command.main(list(arguments))

    return run


def test_what_is_measured_is_written(run: Run, tmp_path: Path) -> None:
    """The page and the floors, the same again when nothing changed."""
    assert run("--write", tasks=(_toy(0.5),)) == 0
    first = (tmp_path / "docs" / "scoreboard.md").read_bytes(), (tmp_path / "floors.json").read_bytes()
    assert run("--write", tasks=(_toy(0.5),)) == 0
    assert first == ((tmp_path / "docs" / "scoreboard.md").read_bytes(), (tmp_path / "floors.json").read_bytes())


def test_a_worse_figure_is_refused_without_a_reason(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The row stays as it was and the status says so; with a reason it falls, and the reason is on the page."""
    run("--write", tasks=(_toy(0.5),))
    assert run("--write", tasks=(_toy(0.3),)) == 1
    assert "not written: toy: f1 is 0.3000, the floor is 0.496" in capsys.readouterr().err
    assert gate.read_rows(tmp_path / "floors.json")["toy"].floors == {"f1": 0.496}
    assert run("--write", "--lower", "the labels were corrected", tasks=(_toy(0.3),)) == 0
    assert "Floor lowered: the labels were corrected." in (tmp_path / "docs" / "scoreboard.md").read_text()


def test_changed_data_are_refused(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another byte of the labels: the figures are not of the same thing."""
    run("--write", tasks=(_toy(0.5),))
    (tmp_path / "shared" / "data" / "toy.txt").write_text("b")
    assert run("--write", tasks=(_toy(0.5),)) == 1
    assert "the data changed" in capsys.readouterr().err


def test_absent_data_are_skipped(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says which; the other rows are measured; without any, or without the folder, the status is 2."""
    absent = _toy(0.5, "absent")
    assert run("--write", tasks=(absent, _toy(0.5))) == 0
    assert "skipped, data absent: absent: no absent.txt" in capsys.readouterr().err
    assert set(gate.read_rows(tmp_path / "floors.json")) == {"toy"}
    assert run(tasks=(absent,)) == 2
    assert run("--data", str(tmp_path / "nowhere"), tasks=(_toy(0.5),)) == 2
    assert "no folder of labelled data" in capsys.readouterr().err


def test_a_task_that_breaks_costs_no_other(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told with where it broke, the status is 1, and the figures of the others stand."""
    (tmp_path / "shared" / "data" / "broken.txt").write_text("a")
    assert run("--json", str(tmp_path / "out" / "f.json"), tasks=(_toy(0, "broken", broken=True), _toy(0.5))) == 1
    told = capsys.readouterr()
    assert "broken broke" in told.err
    assert "a column" in told.err
    assert list(json.loads((tmp_path / "out" / "f.json").read_text())) == ["toy"]


@pytest.mark.parametrize("elsewhere", [("--split", "test"), ("--data", ".")])
def test_nothing_is_written_from_elsewhere(run: Run, elsewhere: tuple[str, str]) -> None:
    """A test side, or other data, never makes floors."""
    assert run("--write", *elsewhere, tasks=(_toy(0.5),)) == 2


def test_an_unknown_task_is_told(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """With those that there are."""
    assert run("--task", "dam", tasks=(_toy(0.5),)) == 2
    assert "no task is called dam; there are: toy" in capsys.readouterr().err


@pytest.mark.parametrize("side", ["dev", "test"])
def test_every_format_is_measured_under_its_names(
    side: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All tasks but those about the shared stories run on a folder of made-up data; its names are those of the side."""
    data = write(tmp_path / "data", side)
    assert command.main(["--data", str(data), "--split", side, "--json", str(tmp_path / "out.json")]) == 0
    rows = json.loads((tmp_path / "out.json").read_text())
    assert set(rows) == set(TASKS)
    for task in discover(TASKS):
        assert set(task.gates) <= set(rows[task.name]["figures"])
        assert task.headline in rows[task.name]["baseline"]
        assert set(task.terms) == set(rows[task.name]["figures"])  # the page says what each figure is
    assert "skipped, data absent: same_facts" in capsys.readouterr().err


def test_any_part_of_the_data_will_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is there is measured, the rest is named."""
    data = write(tmp_path / "data", "test", ("gap", "timebank"))
    assert command.main(["--data", str(data), "--split", "test", "--json", str(tmp_path / "out.json")]) == 0
    assert set(json.loads((tmp_path / "out.json").read_text())) == {"gap", "timebank"}
    missing = [line for line in capsys.readouterr().err.splitlines() if line.startswith("skipped")]
    assert len(missing) == len(discover()) - 2


def test_errors_stand_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In context, the label's answer over ours, no more than asked for, of the kind asked for."""
    data = write(tmp_path / "data", "dev", ("plover",))
    rows = (data / "plover_relations" / "PLV_train.tsv").read_text().replace("ACCUSE", "AID")
    (data / "plover_relations" / "PLV_train.tsv").write_text(rows)
    command.main(["--data", str(data), "--task", "plover", "--errors", "2"])
    out = capsys.readouterr().out
    assert out.count("plover: [wrong]") == 2
    assert "gold: AID\n    ours: ACCUSE" in out
    command.main(["--data", str(data), "--task", "plover", "--errors", "2", "--kind", "missed"])
    assert "plover: [" not in capsys.readouterr().out


def test_rows_of_tasks_that_are_gone_leave_the_page(run: Run, tmp_path: Path) -> None:
    """The floors keep them until somebody takes them out; the page shows the tasks that there are."""
    run("--write", tasks=(_toy(0.5),))
    (tmp_path / "shared" / "data" / "new.txt").write_text("a")
    assert run("--write", tasks=(replace(_toy(0.5, "new")),)) == 0
    assert "[toy]" not in (tmp_path / "docs" / "scoreboard.md").read_text()
