"""The command as a shell sees it: help, usage, codes, streams."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.made import EXAMPLE, run
from variorum import __version__


@pytest.mark.parametrize("arguments", [["--help"], ["collate", "--help"], ["verify", "-h"], ["schema", "--help"]])
def test_help_goes_to_stdout(arguments: list[str]) -> None:
    """Help is plain, on stdout, and no error."""
    ran = run(*arguments)
    assert ran.returncode == 0
    assert b"Usage: " in ran.stdout
    assert b"\x1b[" not in ran.stdout
    assert not ran.stderr


def test_help_loads_nothing_heavy() -> None:
    """No parser, no numbers, no page reader before a command runs."""
    code = "import sys, variorum.cli.main; print(sorted({'spacy', 'numpy', 'onnxruntime', 'trafilatura', 'rich', 'lxml', 'msgspec'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_version() -> None:
    """One line."""
    assert run("--version").stdout == f"variorum {__version__}\n".encode()


def test_schema_is_json() -> None:
    """The schema of collation.json."""
    ran = run("schema")
    assert ran.returncode == 0
    assert "Collation" in json.loads(ran.stdout)["$defs"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["collate", "nowhere.txt"], b"not_found"),
        (["collate", "a.txt", "--format", "pdf"], b"there are: text, json, markdown, html"),
        (["collate", "a.txt", "--published", "yesterday"], b"is no date"),
        (["collate", "a.txt", "--settings", "max_words"], b"name=value"),
        (["collate", "a.txt", "--settings", "max_wurds=3"], b"nobody knows the setting"),
        (["collate", "a.txt", "--settings", "max_words=-3"], b"above 0"),
        (["collate"], b"Missing argument"),
        (["unheard-of"], b"No such command"),
        (["verify", "nowhere.json"], b"cannot be read"),
    ],
)
def test_usage_errors(arguments: list[str], says: bytes, tmp_path: Path) -> None:
    """Code 2, a sentence on stderr, nothing on stdout, no trace."""
    ran = run(*arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert says in ran.stderr
    assert not ran.stdout
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"format": "other/9"}', b"\xff\xfe", b"[" * 100_000])
def test_verify_refuses_what_is_no_collation(content: bytes) -> None:
    """Code 2: neither sound nor unsound."""
    ran = run("verify", "-", stdin=content)
    assert ran.returncode == 2
    assert b"is no collation" in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_a_slip_in_a_sidecar_stops_the_run(tmp_path: Path) -> None:
    """Code 2, and the key is named."""
    (tmp_path / "a.txt").write_text((EXAMPLE / "01_meridian-wire.txt").read_text())
    (tmp_path / "accounts.toml").write_text('["a.txt"]\noutlett = "x"\n')
    ran = run("collate", tmp_path)
    assert ran.returncode == 2
    assert b"outlett" in ran.stderr


@pytest.mark.parametrize("output", ["gone/out.json", "."])
def test_an_output_that_cannot_be_written_is_said_before_any_work(output: str, tmp_path: Path) -> None:
    """Code 3, and the place is named."""
    ran = run("collate", EXAMPLE, "-o", output, cwd=tmp_path)
    assert ran.returncode == 3
    assert b"could not be written" in ran.stderr
    assert b"Traceback" not in ran.stderr
