"""Writing: old or new, never half."""

import os
from pathlib import Path

import pytest

from variorum.cli.output import write


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """No temporary file is left beside it."""
    path = tmp_path / "out.json"
    for text in ("first", "second"):
        write(text, path)
        assert path.read_text() == text
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk at the last moment: the old words stand, nothing else is there."""
    path = tmp_path / "out.json"
    write("old", path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write("new", path)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """The file behind the link changes; the link stays one."""
    target = tmp_path / "target.json"
    target.write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to(target)
    write("new", link)
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_device_is_written_to() -> None:
    """/dev/null is not replaced by a file."""
    null = Path(os.devnull)
    write("text", null)
    assert not null.is_file()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """The system's own reason comes through."""
    with pytest.raises(OSError, match="No such file"):
        write("text", tmp_path / "gone" / "out.json")
