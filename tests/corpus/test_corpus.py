"""The corpus of invented stories keeps its own rules, and its checker sees when one does not."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from corpus.check import load_story, main

STORIES = Path(__file__).parents[2] / "corpus" / "stories"


def test_every_story_keeps_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """Marks stand in their accounts, ids close, weekdays are right, stories share no person."""
    assert main([]) == 0, capsys.readouterr().out[:2_000]


def test_every_story_has_a_split_by_its_number() -> None:
    """Divisible by six is for testing, three more for choosing, the rest for training."""
    for folder in sorted(STORIES.iterdir()):
        rest = int(folder.name[1:3]) % 6
        assert load_story(folder).marks["split"] == {0: "test", 3: "dev"}.get(rest, "train"), folder.name


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A copy of the first story, to be spoiled."""
    first = min(STORIES.iterdir())
    return Path(copytree(first, tmp_path / first.name))


def _spoil(story: Path, key: str, place: int, value: Any) -> None:
    marks = json.loads((story / "marks.json").read_text(encoding="utf-8"))
    marks[key][0][place] = value
    (story / "marks.json").write_text(json.dumps(marks, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "place", "value"),
    [
        ("claims", 2, "words that stand in no account at all"),
        ("claims", 4, "neutral"),
        ("divergences", 1, "mood"),
        ("divergences", 4, ["no-such-claim"]),
        ("quotes", 3, "whispered"),
    ],
)
def test_a_spoiled_mark_is_reported(
    story: Path, capsys: pytest.CaptureFixture[str], key: str, place: int, value: Any
) -> None:
    """In a line that begins with the story's name."""
    assert main([str(story)]) == 0
    _spoil(story, key, place, value)
    assert main([str(story)]) == 1
    assert capsys.readouterr().out.startswith(f"{story.name}: ")


def test_a_missing_account_is_reported(story: Path) -> None:
    """A text that accounts.toml lists and the folder lacks."""
    min(story.glob("000_*.txt")).unlink()
    assert main([str(story)]) == 1
