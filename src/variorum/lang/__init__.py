"""What is known about a language, as data: TOML files whose entries carry ids that findings cite.

A lexicon is `lang/<language>/<name>.toml`: `about` says where its general knowledge comes from, `entries` is an array
of inline tables, one a line, each with an `id` like "en.loaded.12" (unique over all lexicons; tested).
"""

import tomllib
from collections.abc import Hashable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

import msgspec

__all__ = ["load", "rows", "words"]

T = TypeVar("T")


@cache
def rows(language: str, name: str) -> tuple[dict[str, Any], ...]:
    """The entries of a lexicon as they stand in the file.

    Raises:
        FileNotFoundError: the language has no such lexicon.
    """
    text = files(__name__).joinpath(language, f"{name}.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["entries"])


def load(language: str, name: str, entry: type[T]) -> tuple[T, ...]:
    """The entries of a lexicon as values of a dataclass; a key that it does not have is an error of the file."""
    return cast("tuple[T, ...]", _converted(language, name, cast("Hashable", entry)))


@cache
def words(language: str, name: str, column: str = "word", **where: str | int) -> frozenset[str]:
    """One column of a lexicon, of the entries that have the given values in other columns.

    Raises:
        KeyError: an entry lacks the column.
    """
    found = (row for row in rows(language, name) if all(row.get(key) == value for key, value in where.items()))
    return frozenset(row[column] for row in found)


@cache
def _converted(language: str, name: str, entry: Hashable) -> tuple[object, ...]:
    return tuple(msgspec.convert(row, type=cast("type[object]", entry)) for row in rows(language, name))
