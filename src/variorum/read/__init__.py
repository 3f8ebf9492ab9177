"""Bytes → accounts: files, folders, globs and standard input become a story's accounts, or failures that say why not.

The text of an account is fixed here (NFC, line feeds, page furniture gone); no stage after this one changes it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from variorum.model.text import Story
from variorum.settings import Settings

__all__ = ["read"]


def read(
    paths: Sequence[str | Path],
    *,
    settings: Settings | None = None,
    published: str | None = None,
    stdin: BinaryIO | None = None,
) -> Story:
    """The accounts at the paths, in the order of their names, and a failure for each one that could not be read.

    Args:
        paths: files, folders, glob patterns, or "-" for standard input.
        settings: caps; the defaults are documented in docs/cli.md.
        published: an ISO date for the accounts that nobody else dates.
        stdin: where "-" reads from; the process's standard input if not given.

    Raises:
        InputError: a sidecar names a file that is not there, or `published` is no date.
        SettingsError: a sidecar has a key that nobody knows.
    """
    from variorum.read.story import read_story  # noqa: PLC0415  lazily: `import variorum` stays quick

    return read_story(paths, settings=settings or Settings(), published=published, stdin=stdin)
