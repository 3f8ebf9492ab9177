"""What a measurement is: a `Task` over labelled data, its `Result`, and how tasks and their data are found.

A task runs the product's own steps, never a copy of their logic, and its simple baseline in the same run. It fits
nothing on a test side, and it is deterministic: no clock, no order of a file system, no unseeded randomness.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TypeVar

import evaluation.tasks

__all__ = [
    "Error", "Missing", "Result", "Task", "data_files", "data_folder", "digest_of", "discover", "measured", "sampled",
]  # fmt: skip

T = TypeVar("T")
R = TypeVar("R")
ROOT = Path(__file__).parent.parent


class Missing(Exception):  # noqa: N818  the data are not there: a state, not a fault
    """A task's labelled data are absent."""


@dataclass(frozen=True, slots=True)
class Error:
    """One error in context: where it stands, what the labels say and what we say; `kind` sorts it ("missed" …)."""

    where: str
    kind: str
    text: str
    gold: str = ""
    ours: str = ""

    def __str__(self) -> str:
        text = " ".join(self.text.split())
        lines = [f"[{self.kind}] {self.where}", f"    {text}", f"    gold: {self.gold}", f"    ours: {self.ours}"]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a task measured. `figures` and `baseline` map names to values; `items` counts what was judged.

    `errors` may be a lazy iterable; it is read only when errors are asked for. `stories` holds the figures of each
    story where the task is about whole stories; `sample` is what the fixed sample of a slow task alone would score.
    """

    figures: dict[str, float]
    items: int
    baseline: dict[str, float] = field(default_factory=dict)
    errors: Iterable[Error] = ()
    stories: dict[str, dict[str, float]] = field(default_factory=dict)
    sample: "Result | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One row of the scoreboard.

    `dev` and `test` are globs under the data folder, `own` under the repository (marks that stand here).
    `measure(folder, split, sample)` gets the data folder, "dev" or "test", and whether a fixed sample will do (only
    where `slow`). `headline` is the figure that the bar and the goal are about; `gated` names all figures that may not
    slip (the headline always is); those in `falling` are better low. `terms` says what each figure is; it and
    `published`, `departures` and `errors_like` are sentences for the scoreboard.
    """

    name: str
    what: str
    metric: str
    headline: str
    dev: tuple[str, ...]
    test: tuple[str, ...]
    measure: Callable[[Path, str, bool], Result]
    bar: float
    goal: float
    own: tuple[str, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    baseline: str = ""
    gated: tuple[str, ...] = ()
    falling: tuple[str, ...] = ()
    slow: bool = False
    published: str = ""
    departures: str = ""
    errors_like: str = ""

    @property
    def gates(self) -> tuple[str, ...]:
        """The figures that may not slip, the headline first."""
        return (self.headline, *(each for each in self.gated if each != self.headline))


def data_folder() -> Path:
    """The folder of labelled data: `data` in VARIORUM_SHARED, or in `../shared` beside the repository."""
    shared = os.environ.get("VARIORUM_SHARED")
    return (Path(shared) if shared else ROOT.parent / "shared") / "data"


def data_files(task: Task, folder: Path, split: str) -> tuple[Path, ...]:
    """The files that hold a task's labels, sorted by their path.

    Raises:
        Missing: a glob of the task finds nothing; all such globs are named.
    """
    found: set[Path] = set()
    absent = []
    for glob in task.test if split == "test" else task.dev:
        matches = [each for each in folder.glob(glob) if each.is_file()]
        found.update(matches)
        if not matches:
            absent.append(glob)
    if absent:
        raise Missing(f"{task.name}: no {', no '.join(absent)} in the data folder")
    found.update(each for glob in task.own for each in ROOT.glob(glob))
    return tuple(sorted(found, key=lambda each: _place(each, folder)))


def digest_of(paths: Iterable[Path], folder: Path) -> str:
    """Sixteen hexadecimal digits over the names and bytes of files."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(_place(path, folder).encode() + b"\x00")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _place(path: Path, folder: Path) -> str:
    """Where a file stands in the data folder, or in the repository."""
    return path.relative_to(folder if path.is_relative_to(folder) else ROOT).as_posix()


def discover(names: Sequence[str] = ()) -> tuple[Task, ...]:
    """All tasks by name, or those of the names: each module of `evaluation.tasks` is called as its task."""
    known = [each.name for each in iter_modules(evaluation.tasks.__path__)]
    wanted = [each for each in known if each in names] if names and set(names) <= set(known) else known
    modules = [import_module(f"evaluation.tasks.{each}") for each in wanted]
    return tuple(sorted((each.TASK for each in modules if hasattr(each, "TASK")), key=lambda task: task.name))


def sampled(rows: Sequence[T], key: Callable[[T], str], most: int) -> tuple[T, ...]:
    """At most so many rows, the same on every machine: those whose key hashes lowest, in their old order."""
    ranked = sorted(range(len(rows)), key=lambda at: hashlib.sha256(key(rows[at]).encode()).hexdigest())
    return tuple(rows[at] for at in sorted(ranked[:most]))


def measured(
    rows: Sequence[R],
    judge: Callable[[R], T],
    score: Callable[[Sequence[T]], Result],
    *,
    key: Callable[[R], str],
    most: int,
    sample: bool,
) -> Result:
    """The score of all rows with that of the fixed sample beside it, or of the sample alone; a row is judged once."""
    places = sampled(range(len(rows)), lambda at: key(rows[at]), most)
    if sample:
        return score([judge(rows[at]) for at in places])
    judged = [judge(row) for row in rows]
    return replace(score(judged), sample=score([judged[at] for at in places]))
