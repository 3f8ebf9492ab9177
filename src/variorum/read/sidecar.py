"""`accounts.toml` beside the files: what a person knows of an account and its text does not tell.

A table a file name. A key that nobody knows, or a file that is not there, is an error: a slip here would date or name
an account wrongly without anyone seeing it.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from variorum.errors import InputError, SettingsError
from variorum.read.sources import SIDECAR, Source, load_bytes

__all__ = ["KEYS", "Given", "load_sidecar"]

KEYS = ("outlet", "published", "updated", "url", "byline", "title", "language")
_LIMIT = 4_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """What the sidecar says of one file."""

    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    byline: str | None = None
    title: str | None = None
    language: str | None = None


def load_sidecar(folder: Path) -> dict[str, Given]:
    """By file name, what the folder's sidecar says; empty if there is none.

    Raises:
        InputError: not TOML, or it names a file that is not there.
        SettingsError: a key that nobody knows, or a value of the wrong type.
    """
    path = folder / SIDECAR
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(load_bytes(Source(path, str(path)), _LIMIT).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise InputError(f"{path} is not TOML in UTF-8: {error}; mend it or take it away", code="unreadable") from error
    return {name: _given(path, name, table) for name, table in tables.items()}


def _given(path: Path, name: str, table: Any) -> Given:
    if not isinstance(table, dict):
        raise SettingsError(f'{path}: {name!r} stands outside a table; write ["file name"] and its keys below')
    if "/" in name or "\\" in name or not (path.parent / name).is_file():
        raise InputError(
            f"{path} names {name!r}, and there is no such file beside it; rename the table or add the file",
            code="not_found",
        )
    for key in table:
        if key not in KEYS:
            raise SettingsError(f"{path}: nobody knows the key {key!r} of {name!r}; there are: {', '.join(KEYS)}")
    return Given(**{key: _text(path, name, key, value) for key, value in table.items()})


def _text(path: Path, name: str, key: str, value: object) -> str:
    if key in ("published", "updated") and isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, str):
        return value
    what = "a date or text" if key in ("published", "updated") else "text"
    raise SettingsError(f"{path}: {key} of {name!r} is to be {what}, not {value!r}")
