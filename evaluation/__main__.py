"""`python -m evaluation`: measure all tasks or one, print errors in context, write the scoreboard and the floors.

On a test side, or on data elsewhere, nothing of the repository is written.
"""

import argparse
import json
import sys
import time
import traceback
from itertools import islice
from pathlib import Path

from evaluation.gate import Row, read_rows, updated, write_rows
from evaluation.harness import ROOT, Missing, Result, Task, data_files, data_folder, digest_of, discover
from evaluation.scoreboard import scoreboard, table

__all__ = ["main"]

SCOREBOARD = ROOT / "docs" / "scoreboard.md"


def main(arguments: list[str] | None = None) -> int:
    """Run the command: 0 when all is measured, 1 when a floor is not held or a task broke, 2 when nothing was."""
    options = _parser().parse_args(arguments)
    if options.write and (options.split == "test" or options.data):
        print("nothing of the repository is written from a test side or other data: drop --write", file=sys.stderr)
        return 2
    folder = options.data or data_folder()
    if not folder.is_dir():
        print(f"there is no folder of labelled data at {folder}", file=sys.stderr)
        return 2
    known = discover(options.task or ())
    tasks = [each for each in known if not options.task or each.name in options.task]
    unknown = set(options.task or ()) - {each.name for each in tasks}
    if unknown:
        names = ", ".join(each.name for each in known)
        print(f"no task is called {', '.join(sorted(unknown))}; there are: {names}", file=sys.stderr)
        return 2
    results, broken = _measure(tasks, folder, options.split, options.sample)
    print(table(results))
    for task, result in results:
        _print_errors(task, result, options.errors, options.kind)
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(_as_json(results), encoding="utf-8")
    slipped = options.write and _write(results, folder, options.lower)
    if not results:
        print("nothing could be measured", file=sys.stderr)
        return 2
    return 1 if broken or slipped else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--task", action="append", help="only this task (may be given more than once)")
    parser.add_argument("--data", type=Path, help="another folder of the same formats")
    parser.add_argument("--split", choices=("dev", "test"), default="dev", help="which side to measure")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each task in context")
    parser.add_argument("--kind", default="", help="only errors of this kind")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--write", action="store_true", help="write docs/scoreboard.md and tests/accuracy/floors.json")
    parser.add_argument("--lower", default="", metavar="REASON", help="with --write: floors may fall, for this reason")
    parser.add_argument("--sample", action="store_true", help="only the fixed sample of the slow tasks")
    return parser


def _measure(
    tasks: list[Task], folder: Path, split: str, sample: bool
) -> tuple[list[tuple[Task, Result]], tuple[str, ...]]:
    """The results, and the tasks that broke: one task's data must not cost the figures of the others."""
    results, broken = [], []
    for task in tasks:
        began = time.monotonic()
        try:
            data_files(task, folder, split)
            results.append((task, task.measure(folder, split, sample and task.slow)))
        except Missing as missing:
            print(f"skipped, data absent: {missing}", file=sys.stderr)
        except Exception:  # noqa: BLE001  whatever it was, it is told, and the exit status says so
            print(f"{task.name} broke:\n{traceback.format_exc()}", file=sys.stderr)
            broken.append(task.name)
        else:
            print(f"{task.name}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    return results, tuple(broken)


def _print_errors(task: Task, result: Result, most: int, kind: str) -> None:
    wanted = (each for each in result.errors if not kind or each.kind == kind)
    for error in islice(wanted, most):
        print(f"\n{task.name}: {error}")


def _as_json(results: list[tuple[Task, Result]]) -> str:
    rows = {
        task.name: {
            "figures": result.figures, "baseline": result.baseline, "items": result.items, "stories": result.stories,
            "headline": task.headline, "bar": task.bar, "goal": task.goal,
        }
        for task, result in results
    }  # fmt: skip
    return json.dumps(rows, indent=1, sort_keys=True) + "\n"


def _write(results: list[tuple[Task, Result]], folder: Path, lower: str) -> bool:
    """Writes the page and the floors; whether a figure slipped, in which case its row stays as it was."""
    rows: dict[str, Row] = read_rows()
    failed = False
    for task, result in results:
        digest = digest_of(data_files(task, folder, "dev"), folder)
        try:
            rows[task.name] = updated(task, rows.get(task.name), result, digest=digest, lower=lower)
        except ValueError as slipped:
            print(f"not written: {slipped}", file=sys.stderr)
            failed = True
    write_rows(rows)
    SCOREBOARD.parent.mkdir(exist_ok=True)
    SCOREBOARD.write_text(scoreboard(discover(), rows), encoding="utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main())
