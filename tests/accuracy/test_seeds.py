"""The first real story: what its accounts are known to disagree on is shown, first and with nothing else."""

from pathlib import Path

import pytest

from variorum.model.text import Story
from variorum.pipeline import collate
from variorum.read import read

KNOWN = {"number", "date", "polarity", "presence", "role"}  # casualties, since when, the aim, who is there, who leads


@pytest.mark.accuracy
def test_the_known_disagreements_are_shown(shared: Path) -> None:
    """One of each kind, between two accounts or more."""
    found = collate(Story(accounts=read([shared / "seeds"]).accounts)).divergences
    assert {each.kind for each in found} == KNOWN
    assert len(found) == len(KNOWN)
