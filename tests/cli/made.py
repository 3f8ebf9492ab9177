"""Runs the command in a process of its own, as a user's shell does; the offline hook comes along."""

import os
import subprocess
import sys
from pathlib import Path

__all__ = ["EXAMPLE", "run"]

EXAMPLE = Path(__file__).parents[2] / "examples" / "istanbul"


def run(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command's exit code and what it wrote."""
    command = [sys.executable, "-c", "from variorum.cli.main import run; run()", *map(str, arguments)]
    return subprocess.run(
        command, input=stdin, cwd=cwd, env={**os.environ, **environment}, capture_output=True, check=False, timeout=180
    )
