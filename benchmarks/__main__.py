"""`python -m benchmarks`: speed as ratios within one run, peak memory, growth; writes docs/benchmarks.md.

Figures in seconds differ from machine to machine; what is promised are the ratios. The texts are the seeds and the
stories beside the repository, or the example where those are not there; growth draws accounts from news_cluster.
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


def main() -> int:
    """Measure and write; 0."""
    seeds = SHARED / "seeds"
    folder = seeds if seeds.is_dir() else ROOT / "examples" / "istanbul"
    accounts = read([folder]).accounts
    words = sum(len(each.text.split()) for each in accounts)
    rows = [*_warm(accounts), *_cold(folder), *_help()]
    lines = [
        "# Benchmarks",
        "",
        f"`make bench` on {len(accounts)} accounts of one event, {words:,} words; the best of {ROUNDS} rounds.",
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


def _warm(accounts: tuple[Account, ...]) -> list[tuple[str, ...]]:
    nlp()
    story = Story(accounts=accounts)
    collate(story)
    bare = _best(lambda: [parse(each, blocks_of(each.text, each.title)) for each in accounts])
    whole = _best(lambda: collate(story))
    return [
        ("bare spaCy pass over the texts", f"{bare:.2f} s", "", ""),
        ("warm collate", f"{whole:.2f} s", "", ""),
        ("warm collate ÷ bare pass", f"{whole / bare:.2f}", "3.0", "2.0"),
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
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    lines = ["| accounts of one story | seconds an account |", "|---|---|"]
    lines += [f"| {size} | {_seconds_an_account(texts, size):.3f} |" for size in SIZES]
    return ["Growth: accounts drawn from news_cluster and given as one story.", "", *lines]


def _seconds_an_account(texts: list[str], size: int) -> float:
    """Beyond the texts that there are, paragraphs of two are set together, so that no account is another's copy."""
    drawn = []
    for number in range(size):
        first, second = texts[number % len(texts)], texts[(number * 7 + 3) % len(texts)]
        half = first.split("\n")[::2] + second.split("\n")[1::2] if number >= len(texts) else first.split("\n")
        drawn.append(Account(text="\n".join(half)[:4_000], names=(f"{number}.txt",), outlet=f"outlet {number}"))
    return _best(lambda: collate(drawn), 1) / size


if __name__ == "__main__":
    sys.exit(main())
