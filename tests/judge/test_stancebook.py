"""The words of stance: how verbs are spelled, and that the lexicon is sound."""

import pytest

from variorum import lang
from variorum.judge.stancebook import Entry, bases, entries, forms_of


@pytest.mark.parametrize(
    ("base", "irregular", "forms"),
    [
        ("demand", "", {"demand", "demands", "demanded", "demanding"}),
        ("propose", "", {"propose", "proposes", "proposed", "proposing"}),
        ("deny", "", {"deny", "denies", "denied", "denying"}),
        ("press", "", {"press", "presses", "pressed", "pressing"}),
        ("seek", "sought", {"seek", "seeks", "sought", "seeking"}),
        ("plan", "planned planning", {"plan", "plans", "planned", "planning"}),
    ],
)
def test_the_forms_of_a_verb(base: str, irregular: str, forms: set[str]) -> None:
    """By the rules of spelling; irregular ones stand in the lexicon."""
    assert set(forms_of(base, irregular)) == forms


def test_every_entry_names_a_stance_or_needs_none() -> None:
    """Only verbs that need a noun, words of telling and words of harm name none."""
    for entry in lang.load("en", "stances", Entry):
        assert entry.stance or entry.form in ("light", "telling", "hostile"), entry.id


def test_a_noun_is_not_found_among_the_verbs() -> None:
    """ "Proposal" shares its stem with "propose", and is no form of it."""
    assert "proposal" in entries("noun")
    assert "proposal" not in entries("verb")
    assert "demand" in bases()
    assert "put" not in bases()
