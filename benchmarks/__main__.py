"""`python -m benchmarks`: speed as ratios within one run, peak memory, growth; writes docs/benchmarks.md.

Figures in seconds differ from machine to machine; what is promised are the ratios. The texts are the seeds and the
stories beside the repository, or the example where those are not there; growth draws accounts from news_cluster
(`benchmarks/draw.py`), each size in a process of its own. Takes some five minutes on two idle cores.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from variorum.annotate.parse import blocks_of, nlp, parse
from variorum.model.text import Account, Story
from variorum.pipeline import collate
from variorum.read import read

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("VARIORUM_SHARED", ROOT.parent / "shared"))
ROUNDS = 5  # the best of so many counts: what else the machine does only ever adds
SIZES = (5, 20, 80, 320)
STAGES = ("annotate", "align", "judge", "report")
_DRAWN = (
    "Accounts drawn as one story: six events of news_cluster are its threads, and each account takes paragraphs of two",
    "accounts of each of two or three of them, most sentences opened, closed or worded differently, so accounts share",
    "facts, wordings and passages (`benchmarks/draw.py`). Each size is one run of a process of its own.",
)


def main() -> int:
    """Measure and write; 0."""
    load = os.getloadavg()[0]
    seeds = SHARED / "seeds"
    folder = seeds if seeds.is_dir() else ROOT / "examples" / "istanbul"
    accounts = read([folder]).accounts
    words = sum(len(each.text.split()) for each in accounts)
    rows = [*_warm(accounts), *_cold(folder), *_help()]
    lines = [
        "# Benchmarks",
        "",
        f"`make bench` on {len(accounts)} accounts of one event, {words:,} words; the best of {ROUNDS} rounds. "
        f"{os.cpu_count()} cores, {load:.1f} processes at work on them when it began.",
        "",
        "| what | figure | bar | goal |",
        "|---|---|---|---|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        *_growth(),
    ]
    (ROOT / "docs" / "benchmarks.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return 0


def _best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def _spent(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds, and seconds of CPU."""
    began, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - cpu


def _warm(accounts: tuple[Account, ...]) -> list[tuple[str, ...]]:
    nlp()
    story = Story(accounts=accounts)
    collate(story)
    bare, whole = [], []
    for _ in range(ROUNDS):  # in turn, so that what else the machine does falls on both
        bare.append(_spent(lambda: [parse(each, blocks_of(each.text, each.title)) for each in accounts]))
        whole.append(_spent(lambda: collate(story)))
    (one, own), (all_, every) = (tuple(map(min, zip(*spent, strict=True))) for spent in (bare, whole))
    return [
        ("bare spaCy pass over the texts", f"{one:.2f} s", "", ""),
        ("warm collate", f"{all_:.2f} s", "", ""),
        ("warm collate ÷ bare pass", f"{all_ / one:.2f}", "3.0", "2.0"),
        ("the same of CPU time", f"{every / own:.2f}", "", ""),
    ]


def _cold(folder: Path) -> list[tuple[str, ...]]:
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "benchmarks.cold", str(folder), str(Path(out) / "collation.json")]
        spent = _best(lambda: subprocess.run(command, check=True, cwd=ROOT), 3)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        ("whole process, cold", f"{spent:.1f} s", "6 s", "3.5 s"),
        ("its peak memory", f"{peak:.0f} MiB", "700 MiB", ""),
    ]


def _help() -> list[tuple[str, ...]]:
    command = [sys.executable, "-m", "benchmarks.cold"]
    spent = _best(lambda: subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL))
    return [("`variorum --help`", f"{spent:.2f} s", "0.4 s", "")]


def _growth() -> list[str]:
    path = SHARED / "data" / "news_cluster" / "dev.jsonl"
    if not path.is_file():
        return ["Growth was not measured: the data beside the repository is not here."]
    found = [_grown(path, size) for size in SIZES]
    few, some, many = found[1], found[-2], found[-1]
    doubling = (many["align"] / some["align"] / 4) ** 0.5
    return [
        "## Growth",
        "",
        *_DRAWN,
        "",
        f"| accounts | claims | sentences, each embedded once | rows of two accounts or more | {' | '.join(STAGES)} "
        "| seconds an account | of CPU | peak memory |",
        f"|{'---|' * (len(STAGES) + 7)}",
        *(_row(each) for each in found),
        "",
        "| what | figure | bar |",
        "|---|---|---|",
        f"| aligning {many['accounts']} accounts, embeddings included | {many['align']:.0f} s | 120 s |",
        f"| peak memory of the whole process | {many['peak'] / 1024:.2f} GiB | 1.5 GiB |",
        f"| growth of aligning a doubling from {some['accounts']} accounts, beyond linear | {doubling:.2f} | 1.3 |",
        f"| growth of the time an account from {few['accounts']} to {many['accounts']} "
        f"| {_each(many) / _each(few):.2f} | 1.5 |",
        f"| the same of CPU time | {_each(many, '_cpu') / _each(few, '_cpu'):.2f} | |",
    ]


def _grown(path: Path, size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.growth", str(path), str(size)]
    ran = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def _each(found: dict[str, float], kind: str = "") -> float:
    return sum(found[f"{stage}{kind}"] for stage in STAGES) / found["accounts"]


def _row(found: dict[str, float]) -> str:
    counts = [f"{found[name]:,}" for name in ("accounts", "claims", "sentences", "rows")]
    spent = [f"{found[stage]:.1f} s" for stage in STAGES]
    each = [f"{_each(found):.2f}", f"{_each(found, '_cpu'):.2f}", f"{found['peak']:,.0f} MiB"]
    return f"| {' | '.join((*counts, *spent, *each))} |"


if __name__ == "__main__":
    sys.exit(main())
