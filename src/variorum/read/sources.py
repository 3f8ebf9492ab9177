"""Paths → regular files with a name each: folders and patterns are unfolded, nothing is followed out of them.

A file that the user names may be a link; a link found inside a folder or by a pattern is not followed.
"""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.errors import InputError
from variorum.model.text import Failure
from variorum.read.codes import failure

__all__ = ["SIDECAR", "STDIN", "Source", "find_sources", "load_bytes", "printable"]

SIDECAR = "accounts.toml"
STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or standard input (`path` is None), under the name that the report shows."""

    path: Path | None
    name: str
    named: bool = True  # by the user, not found in a folder


def find_sources(paths: Sequence[str | Path]) -> tuple[tuple[Source, ...], tuple[Failure, ...]]:
    """All files of the paths, each once, sorted; and what is not there."""
    found: dict[str, tuple[Path, bool]] = {}
    failures = []
    stdin = False
    for given in paths:
        text = os.fspath(given)
        if text == "-":
            stdin = True
            continue
        members = list(_unfold(text))
        for path, named in members:
            key = str(path.absolute())
            found[key] = (path, named or found.get(key, (path, False))[1])
        if not members:
            failures.append(failure(printable(text), "not_found", _missing(text)))
    names = _names(list(found))
    sources = [Source(found[key][0], names[key], found[key][1]) for key in sorted(found)]
    if stdin:
        sources.append(Source(None, STDIN))
    return tuple(sources), tuple(failures)


def load_bytes(source: Source, limit: int) -> bytes:
    """The bytes of a regular file.

    Raises:
        InputError: not a regular file, larger than `limit`, or not to be opened.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    if not source.named:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    if source.path is None:
        raise InputError("standard input has no path", code="unreadable")
    try:
        if not source.named and source.path.is_symlink():
            raise InputError(
                "it is a link, and links inside folders are not followed; name the file itself", code="not_regular"
            )
        handle = os.open(source.path, flags)
    except OSError as error:
        raise InputError(f"it cannot be opened: {error.strerror or error}", code="unreadable") from error
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise InputError(
                "it is not a regular file (a pipe, device or socket); copy it into a file", code="not_regular"
            )
        if status.st_size > limit:
            raise InputError(f"it has {status.st_size:,} bytes, more than max_file_bytes={limit:,}", code="too_large")
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise InputError(f"it grew beyond max_file_bytes={limit:,} while it was read", code="too_large")
    return content


def printable(name: str) -> str:
    """A file name as valid, visible UTF-8: undecodable bytes and control characters become U+FFFD."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _unfold(text: str) -> Iterator[tuple[Path, bool]]:
    path = Path(text)
    if path.is_dir():
        yield from _walk(path)
    elif path.exists() or path.is_symlink():
        yield path, True
    elif glob.has_magic(text):
        for match in sorted(glob.glob(text, recursive=True)):  # noqa: PTH207  Path.glob takes no absolute pattern
            member = Path(match)
            if member.is_dir() and not member.is_symlink():
                yield from _walk(member)
            elif member.name != SIDECAR:
                yield member, False


def _walk(folder: Path) -> Iterator[tuple[Path, bool]]:
    """The files below a folder, hidden ones and sidecars left out; links to folders are not entered."""
    for root, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name != SIDECAR:
                yield Path(root, name), False


def _missing(text: str) -> str:
    if Path(text).is_dir():
        return "the folder holds no accounts; put .txt, .md, .html, .json or .jsonl files into it"
    if glob.has_magic(text):
        return "no file matches the pattern; check it"
    return "there is no such file or folder; check the path"


def _names(keys: list[str]) -> dict[str, str]:
    """File names, made different by as many parent folders as needed: relative to the folder that all share."""
    if not keys:
        return {}
    base = os.path.commonpath([os.path.dirname(key) for key in keys])  # noqa: PTH120  keys are strings
    return {key: printable(os.path.relpath(key, base).replace(os.sep, "/")) for key in keys}
