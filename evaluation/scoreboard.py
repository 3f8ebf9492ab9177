"""The scoreboard: an error card that a user can read, made from the remembered rows and the tasks' own words."""

from collections.abc import Iterable

from evaluation.gate import Row
from evaluation.harness import Result, Task

__all__ = ["scoreboard", "table"]

_HEAD = """# Scoreboard

How good variorum is, and on what that was measured. `make eval` makes this page and `tests/accuracy/floors.json`; a
change may not bring a figure below its floor. Labelled data are not part of the repository.

| task | what | figure | variorum | simple baseline | first bar | goal | items |
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
        lines += [f"  {story}: " + ", ".join(f"{name} {value:.2f}" for name, value in sorted(figures.items()))
                  for story, figures in sorted(result.stories.items())]  # fmt: skip
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
        f"[{task.name}](#{task.name})", task.what, task.headline, figure,
        "–" if base is None else f"{base:.3f}", f"{task.bar:g}", f"{task.goal:g}", f"{row.items:,}",
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _card(task: Task, row: Row) -> str:
    parts = [
        f"{_sentence(task.what)} Measured: {_sentence(task.metric, keep=True)}",
        "\n".join(["| figure | | variorum | simple baseline | floor |", "|---|---|---|---|---|", *_figures(task, row)]),
        f"Simple baseline: {_sentence(task.baseline, keep=True) if task.baseline else 'none.'} "
        f"{row.items:,} items; data digest {row.digest}.",
        task.published and f"Published: {_sentence(task.published)}",
        task.departures and f"Departures from the standard setting: {_sentence(task.departures)}",
        task.errors_like and f"What the errors are like: {_sentence(task.errors_like)}",
        _stories(row),
        *(f"Floor lowered: {_sentence(reason, keep=True)}" for reason in row.lowered),
    ]
    return f"\n## {task.name}\n\n" + "\n\n".join(each for each in parts if each) + "\n"


def _figures(task: Task, row: Row) -> list[str]:
    """A line a figure, the headline first and bold."""
    names = (task.headline, *sorted({*row.figures, *row.baseline} - {task.headline}))
    lines = []
    for name in names:
        ours, base, floor = (_shown(each.get(name)) for each in (row.figures, row.baseline, row.floors))
        floor = f"at most {floor}" if name in task.falling and name in row.floors else floor
        shown = f"**{ours}**" if name == task.headline else ours
        lines.append(f"| {name} | {task.terms.get(name, '')} | {shown} | {base} | {floor} |")
    return lines


def _stories(row: Row) -> str:
    """What each story scores, a line a story."""
    if not row.stories:
        return ""
    names = sorted({name for figures in row.stories.values() for name in figures})
    lines = ["| story | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for story, figures in sorted(row.stories.items()):
        lines.append(f"| {story} | " + " | ".join(_shown(figures.get(name), 2) for name in names) + " |")
    return "\n".join(lines)


def _shown(value: float | None, places: int = 3) -> str:
    return "–" if value is None else f"{value:.{places}f}"


def _sentence(text: str, *, keep: bool = False) -> str:
    """With a stop at its end and, unless kept, a capital at its start."""
    first = text if keep else text[:1].upper() + text[1:]
    return first if first.endswith((".", "!", "?", ".)")) else first + "."
