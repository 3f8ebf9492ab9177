"""Where output goes: standard output as UTF-8 bytes whatever the locale, or a file that is old or new, never half."""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

__all__ = ["check_writable", "write"]


def check_writable(path: Path | None) -> None:
    """Whether the folder of an output is there and may be written to, asked before any work is done.

    Raises:
        OSError: it is not there, no folder, or closed to us.
    """
    if path is None:
        return
    folder = path.parent
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder; name a file", str(path))
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(folder))
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, "the folder may not be written to", str(folder))


def write(text: str, path: Path | None) -> None:
    """Write to a file, or to standard output.

    Raises:
        OSError: the disk is full, the folder is read-only, standard output is closed.
    """
    content = text.encode("utf-8", "replace")
    if path is None:
        _to_stdout(content)
    elif path.exists() and not stat.S_ISREG(path.stat().st_mode):
        path.write_bytes(content)  # a device or pipe cannot be replaced
    else:
        _replace(content, Path(os.path.realpath(path)))


def _to_stdout(content: bytes) -> None:
    if sys.stdout is None:
        raise OSError("standard output is closed")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _replace(content: bytes, path: Path) -> None:
    """Temporary file, fsync, rename, fsync of the folder: after a crash the old file or the new one stands whole."""
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    with suppress(OSError):  # not every file system lets a folder be synced
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
