"""The scoreboard: an error card that a user can read, made from the remembered rows and the tasks' own words."""

from collections.abc import Iterable

from evaluation.gate import Row
from evaluation.harness import Result, Task

__all__ = ["scoreboard", "table"]

_HEAD = """# Scoreboard

How good variorum is, and on what that was measured. `make eval` makes this page and `tests/accuracy/floors.json`; a
change may not bring a figure below its floor. Labelled data are not part of the repository.

| task | what | metric | figure | simple baseline | first bar | goal | items |
|---|---|---|---|---|---|---|---|
"""


def table(results: Iterable[tuple[Task, Result]]) -> str:
    """Figures as lines of text for a terminal, tasks and figures sorted."""
    lines = []
    for task, result in sorted(results, key=lambda each: each[0].name):
        lines.append(f"{task.name}  ({result.items} items; first bar {task.bar:g}, goal {task.goal:g})")
        for name in (task.headline, *sorted(set(result.figures) - {task.headline})):
            base = f"   baseline {result.baseline[name]:.3f}" if name in result.baseline else ""
            lines.append(f"  {name:<32} {result.figures[name]:.3f}{base}")
        lines += [f"  {name:<32}       baseline {result.baseline[name]:.3f}"
                  for name in sorted(set(result.baseline) - set(result.figures))]  # fmt: skip
    return "\n".join(lines)


def scoreboard(tasks: Iterable[Task], rows: dict[str, Row]) -> str:
    """The page in Markdown: one line a task, then what there is to know of each."""
    known = [(task, rows[task.name]) for task in sorted(tasks, key=lambda each: each.name) if task.name in rows]
    lines = [_line(task, row) for task, row in known]
    return _HEAD + "\n".join(lines) + "\n" + "".join(_card(task, row) for task, row in known)


def _line(task: Task, row: Row) -> str:
    base = row.baseline.get(task.headline)
    figure = f"**{row.figures[task.headline]:.3f}**"
    cells = [
        f"[{task.name}](#{task.name})", task.what, f"{task.headline} ({task.metric})", figure,
        "–" if base is None else f"{base:.3f}", f"{task.bar:g}", f"{task.goal:g}", f"{row.items:,}",
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _card(task: Task, row: Row) -> str:
    figures = ", ".join(f"{name} {value:.3f}" for name, value in row.figures.items())
    base = ", ".join(f"{name} {value:.3f}" for name, value in row.baseline.items())
    floors = ", ".join(f"{name} {value:.3f}" for name, value in sorted(row.floors.items()))
    parts = [
        f"Figures: {figures}.",
        f"Baseline ({task.baseline or 'none'}): {base or 'none'}.",
        f"Floors: {floors}. Data digest {row.digest}.",
        task.published and f"Published: {task.published}",
        task.departures and f"Departures from the standard setting: {task.departures}",
        task.errors_like and f"What the errors are like: {task.errors_like}",
        *(f"Floor lowered: {reason}" for reason in row.lowered),
    ]
    return f"\n## {task.name}\n\n" + "\n\n".join(each for each in parts if each) + "\n"
