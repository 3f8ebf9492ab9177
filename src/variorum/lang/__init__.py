"""What is known about a language, as data: TOML files whose entries carry ids that findings cite.

A lexicon is `lang/<language>/<name>.toml`: `about` says where its general knowledge comes from, `entries` is an array of
inline tables, one a line, each with an `id` like "en.loaded.12" (unique over all lexicons; tested).
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

__all__ = ["load", "rows"]

T = TypeVar("T")


@cache
def rows(language: str, name: str) -> tuple[dict[str, Any], ...]:
    """The entries of a lexicon as they stand in the file.

    Raises:
        FileNotFoundError: the language has no such lexicon.
    """
    text = files(__name__).joinpath(language, f"{name}.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["entries"])


@cache
def load(language: str, name: str, entry: type[T]) -> tuple[T, ...]:
    """The entries of a lexicon as values of a dataclass; a key that it does not have is an error of the file."""
    return tuple(msgspec.convert(row, type=entry) for row in rows(language, name))
