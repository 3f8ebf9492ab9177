"""`variorum collate` and `variorum verify`, whole."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.made import EXAMPLE, run
from variorum.cli.work import collate_paths, verify_file

COMMAND = [sys.executable, "-c", "from variorum.cli.main import run; run()"]


@pytest.fixture(scope="module")
def collated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's collation.json, made once."""
    path = tmp_path_factory.mktemp("collated") / "collation.json"
    assert _collate([str(EXAMPLE)], output=path) == 0
    return path


def _collate(paths: list[str], output: Path | None = None, *, strict: bool = False, explain: str | None = None) -> int:
    return collate_paths(paths, form=None, output=output, published=None, strict=strict, explain=explain, pairs=())


def test_the_output_holds(collated: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """What collate wrote, verify finds sound."""
    assert verify_file(str(collated)) == 0
    assert capsysbinary.readouterr().out.startswith(b"holds: ")


@pytest.mark.parametrize("change", ["text", "at", "hash"])
def test_a_changed_output_does_not(
    collated: Path, tmp_path: Path, change: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A word, an offset or a hash that was touched: code 1, and a line that says what."""
    table = json.loads(collated.read_text())
    if change == "text":
        table["accounts"][0]["text"] = table["accounts"][0]["text"].replace("Istanbul", "Ankara", 1)
    elif change == "at":
        table["claims"][0]["at"][0] += 1
    else:
        table["accounts"][0]["sha256"] = "0" * 64
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(table))
    assert verify_file(str(path)) == 1
    assert capsysbinary.readouterr().out.startswith(b"does not hold: ")


def test_two_runs_give_the_same_bytes(collated: Path, tmp_path: Path) -> None:
    """Whatever the hash seed, the time zone and the locale."""
    path = tmp_path / "again.json"
    ran = run(
        "collate", EXAMPLE, "-o", path, PYTHONHASHSEED="7", TZ="Asia/Tokyo", LANG="C", LC_ALL="C", HOME="/nonexistent"
    )
    assert ran.returncode == 0, ran.stderr
    assert path.read_bytes() == collated.read_bytes()


def test_stdout_is_clean_and_utf_8_in_any_locale(tmp_path: Path) -> None:
    """One account is a dossier; its text comes out as UTF-8 under LANG=C, with nothing else on stdout and no colour."""
    path = tmp_path / "a.txt"
    path.write_text(
        "“Çırağan is closed,” the keeper, Łukasz Żak, said on Tuesday. The palace reopens in May.", encoding="utf-8"
    )
    ran = run("collate", path, "--format", "json", LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.returncode == 0, ran.stderr
    assert "Łukasz Żak" in json.loads(ran.stdout.decode("utf-8"))["accounts"][0]["text"]
    assert b"\x1b[" not in ran.stdout + ran.stderr


def test_strict_fails_on_any_failed_account(tmp_path: Path) -> None:
    """Code 1 with --strict, 0 without; the good account is written both times."""
    (tmp_path / "a.txt").write_text((EXAMPLE / "01_meridian-wire.txt").read_text())
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    for strict, code in ((False, 0), (True, 1)):
        path = tmp_path / "out" / "c.json"
        path.parent.mkdir(exist_ok=True)
        assert _collate([str(tmp_path / "[ab].txt")], output=path, strict=strict) == code
        table = json.loads(path.read_text())
        assert [each["name"] for each in table["accounts"]] == ["a.txt"]
        assert [each["code"] for each in table["failures"]] == ["binary"]


def test_explain(collated: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """An id of the output is explained; an unknown one is an error of usage."""
    claim = json.loads(collated.read_text())["claims"][0]
    assert _collate([str(EXAMPLE)], explain=claim["id"]) == 0
    assert claim["text"][:40].encode() in capsysbinary.readouterr().out
    ran = run("collate", EXAMPLE / "01_meridian-wire.txt", "--explain", "c0")
    assert ran.returncode == 2
    assert b"'c0'" in ran.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_other_forms_by_the_name_of_the_output(form: str, tmp_path: Path) -> None:
    """The output's ending chooses the form."""
    path = tmp_path / {"text": "a.txt", "markdown": "a.md", "html": "a.html"}[form]
    assert _collate([str(EXAMPLE)], output=path) == 0
    text = path.read_text(encoding="utf-8")
    assert "Istanbul" in text
    assert ("<!doctype html" in text[:60].lower()) == (form == "html")


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """`variorum … | head -1`: no trace, code 0."""
    with subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_interruption_is_clean(tmp_path: Path) -> None:
    """Ctrl-C while it reads: code 130, one line, nothing written."""
    path = tmp_path / "out.json"
    with subprocess.Popen(
        [*COMMAND, "collate", "-", "-o", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # what runs in a shell's background ignores the signal, and hands that on
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no thread runs here
    ) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == b"variorum: interrupted\n"
    assert not list(tmp_path.iterdir())
