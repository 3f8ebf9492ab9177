"""How far the work is, on stderr and only where somebody looks at it: a bar in a terminal, nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress"]

_WORDS = {"annotate": "reading closely", "align": "aligning", "judge": "comparing", "report": "writing up"}


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A function (stage, done, total) that moves the bar; None where stderr is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415  not needed for --help or in a pipe
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def move(stage: str, done: int, total: int) -> None:
            bar.update(task, description=_WORDS.get(stage, stage), completed=done, total=total)

        yield move
