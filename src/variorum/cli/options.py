"""What a user typed → values: settings given as `name=value`, the format that a file name implies."""

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from variorum.errors import SettingsError
from variorum.settings import Settings

__all__ = ["FORMATS", "format_of", "settings_of"]

FORMATS = ("text", "json", "markdown", "html")
_SUFFIXES = {".json": "json", ".md": "markdown", ".html": "html", ".htm": "html", ".txt": "text"}


def settings_of(pairs: Sequence[str]) -> Settings:
    """The settings with some of them changed.

    Raises:
        SettingsError: not `name=value`, a name that nobody knows, a value of the wrong kind.
    """
    settings = Settings()
    known = [each.name for each in fields(Settings)]
    for pair in pairs:
        name, mark, value = pair.partition("=")
        if not mark:
            raise SettingsError(f"--settings takes name=value, not {pair!r}")
        if name not in known:
            raise SettingsError(f"nobody knows the setting {name!r}; there are: {', '.join(known)}")
        changed: dict[str, Any] = {name: _value(name, value, getattr(settings, name))}
        settings = replace(settings, **changed)
    return settings


def format_of(given: str | None, output: Path | None) -> str:
    """The format asked for, or the one that the output's name implies, or text.

    Raises:
        SettingsError: a format that nobody knows.
    """
    if given is None:
        return _SUFFIXES.get(output.suffix.lower(), "text") if output else "text"
    if given not in FORMATS:
        raise SettingsError(f"nobody knows the format {given!r}; there are: {', '.join(FORMATS)}")
    return given


def _value(name: str, text: str, default: object) -> object:
    if isinstance(default, str):
        return text
    number = float if isinstance(default, float) else int
    try:
        value = number(text.replace("_", ""))
    except (ValueError, OverflowError):
        value = -1
    if not 0 < value < float("inf"):
        raise SettingsError(f"the setting {name} is a number above 0, not {text!r}")
    return value
