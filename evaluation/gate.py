"""The floors: what each task scored, on which data, and below which value it may not fall.

`tests/accuracy/floors.json` holds a row a task. A floor rises with `--write`; it falls only with a reason, which stays
in the file. A figure in a task's `falling` is better low: there the floor is a ceiling.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from evaluation.harness import ROOT, Result, Task

__all__ = ["FLOORS", "Row", "check", "read_rows", "updated", "write_rows"]

FLOORS = ROOT / "tests" / "accuracy" / "floors.json"
SLACK = 0.004  # floating point differs between processors and library builds: a figure may wobble by this much


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is remembered of a task: `floors` bind the whole data, `sample_floors` the fixed sample of a slow task."""

    figures: dict[str, float]
    baseline: dict[str, float]
    floors: dict[str, float]
    bar: float
    goal: float
    items: int
    digest: str
    sample_floors: dict[str, float] = field(default_factory=dict)
    stories: dict[str, dict[str, float]] = field(default_factory=dict)
    lowered: tuple[str, ...] = ()


def read_rows(path: Path = FLOORS) -> dict[str, Row]:
    """The rows by task; none where the file is not there."""
    if not path.exists():
        return {}
    rows: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return {name: Row(**{**row, "lowered": tuple(row.get("lowered", ()))}) for name, row in rows.items()}


def write_rows(rows: dict[str, Row], path: Path = FLOORS) -> None:
    """Write the rows, sorted."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({name: asdict(row) for name, row in rows.items()}, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def check(task: Task, result: Result, floors: dict[str, float]) -> tuple[str, ...]:
    """Which figures slipped, a sentence each."""
    found = []
    for name, floor in sorted(floors.items()):
        figure = result.figures.get(name)
        if figure is None:
            found.append(f"{task.name}: {name} is no longer measured (floor {floor})")
        elif _worse(task, name, figure, floor):
            found.append(f"{task.name}: {name} is {figure:.4f}, the floor is {floor}")
    return tuple(found)


def updated(task: Task, old: Row | None, result: Result, *, digest: str, lower: str = "") -> Row:
    """The task's new row: floors risen to what is measured now, or lowered where a reason is given.

    Raises:
        ValueError: a figure is below its floor or no longer gated, or the data changed, and no reason is given.
    """
    slipped = _slipped(task, old, result, digest) if old else ()
    if slipped and not lower:
        raise ValueError("; ".join(slipped))
    same = old if old and old.digest == digest else None
    sample = result.sample
    return Row(
        figures=_rounded(result.figures), baseline=_rounded(result.baseline),
        floors=_floors(task, result, same.floors if same else {}),
        sample_floors=_floors(task, sample, same.sample_floors if same else {}) if sample else {},
        stories={name: _rounded(figures) for name, figures in sorted(result.stories.items())},
        bar=task.bar, goal=task.goal, items=result.items, digest=digest,
        lowered=(*(old.lowered if old else ()), *((lower,) if slipped else ())),
    )  # fmt: skip


def _slipped(task: Task, old: Row, result: Result, digest: str) -> tuple[str, ...]:
    """What speaks against replacing a row, a sentence each."""
    found = list(check(task, result, old.floors))
    found += check(task, result.sample, old.sample_floors) if result.sample else ()
    found += [f"{task.name}: {name} no longer has a floor" for name in sorted({*old.floors} - {*task.gates})]
    if old.digest != digest:
        found.append(f"{task.name}: the data changed (digest {digest}, was {old.digest})")
    return tuple(found)


def _floors(task: Task, result: Result, old: dict[str, float]) -> dict[str, float]:
    """A slack below what is measured now, and never below an old floor that still holds."""
    floors = {}
    for name in task.gates:
        slack = SLACK if name not in task.falling else -SLACK
        floors[name] = round(result.figures[name] - slack, 3)
        if name in old and not _worse(task, name, result.figures[name], old[name]):
            floors[name] = (min if name in task.falling else max)(floors[name], old[name])
    return floors


def _worse(task: Task, name: str, figure: float, floor: float) -> bool:
    return figure > floor if name in task.falling else figure < floor


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in sorted(figures.items())}
