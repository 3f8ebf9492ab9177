"""No figure falls below its floor, measured on the labelled data (a fixed sample where the whole is slow)."""

import pytest

from evaluation.gate import check, read_rows
from evaluation.harness import Missing, Task, data_files, data_folder, digest_of, discover

ROWS = read_rows()


def test_every_task_has_floors() -> None:
    """A task without a row would be held by nothing; `make eval` writes it."""
    assert {each.name for each in discover()} == set(ROWS)


@pytest.mark.accuracy
@pytest.mark.parametrize("task", [each for each in discover() if each.name in ROWS], ids=lambda task: str(task.name))
def test_figures_hold_their_floors(task: Task) -> None:
    """The same data, and nothing below its floor."""
    folder = data_folder()
    try:
        files = data_files(task, folder, "dev")
    except Missing as missing:
        pytest.skip(f"the labelled data are absent: {missing}")
    row = ROWS[task.name]
    assert digest_of(files, folder) == row.digest, "the labelled data changed"
    slipped = check(task, task.measure(folder, "dev", task.slow), row.sample_floors if task.slow else row.floors)
    assert not slipped, "; ".join(slipped)
