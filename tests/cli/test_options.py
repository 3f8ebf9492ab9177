"""Settings and formats from the command line."""

from dataclasses import fields
from pathlib import Path

import pytest

from variorum.cli.options import format_of, settings_of
from variorum.errors import SettingsError
from variorum.settings import Settings, help_of


def test_settings_take_the_kind_of_their_default() -> None:
    """Numbers with or without underscores, text as it stands; the last word counts."""
    settings = settings_of(["max_words=1_000", "max_seconds=2.5", "language=de", "max_words=2000"])
    assert (settings.max_words, settings.max_seconds, settings.language) == (2000, 2.5, "de")


@pytest.mark.parametrize(
    "pair",
    ["max_words", "nothing=1", "max_words=", "max_words=1e999", "max_words=0", "max_seconds=nan", "max_seconds=inf"],
)
def test_slips_are_errors(pair: str) -> None:
    """A name that nobody knows, or a number that is none or not above 0."""
    with pytest.raises(SettingsError):
        settings_of([pair])


def test_every_setting_has_a_help_text() -> None:
    """A sentence, for docs/cli.md."""
    assert all(help_of(each.name).endswith(".") for each in fields(Settings))


@pytest.mark.parametrize(
    ("given", "output", "form"),
    [
        (None, None, "text"),
        (None, "a.json", "json"),
        (None, "a.MD", "markdown"),
        (None, "a.html", "html"),
        (None, "a", "text"),
        ("json", "a.html", "json"),
    ],
)
def test_the_form_is_the_one_asked_for_or_the_one_the_name_implies(
    given: str | None, output: str | None, form: str
) -> None:
    """Asked for comes first."""
    assert format_of(given, Path(output) if output else None) == form
