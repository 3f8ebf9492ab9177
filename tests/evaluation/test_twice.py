"""Two processes with other hash seeds measure the same, to the last digit and error; no file of the repository changes."""

import os
import subprocess
import sys
from pathlib import Path

from evaluation.gate import FLOORS
from evaluation.harness import ROOT
from tests.evaluation.small import write


def _measured(data: Path, seed: str, out: Path) -> tuple[str, bytes]:
    command = [sys.executable, "-m", "evaluation", "--data", str(data), "--json", str(out), "--errors", "1000"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout, out.read_bytes()


def test_two_processes_measure_the_same(tmp_path: Path) -> None:
    """Neither the order of sets nor that of files comes into a figure or an error."""
    data = write(tmp_path / "data")
    kept = {path: path.read_bytes() for path in (FLOORS, ROOT / "docs" / "scoreboard.md")}
    first = _measured(data, "1", tmp_path / "first.json")
    again = _measured(data, "4242", tmp_path / "again.json")
    assert first == again
    assert {path: path.read_bytes() for path in kept} == kept
