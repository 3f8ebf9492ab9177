"""Whole stories are scored as the shared scorer counts; its errors are told passage beside passage."""

import json
import shutil
from pathlib import Path

import pytest

from evaluation.harness import data_folder
from evaluation.marks import OWN
from evaluation.whole import TERMS, own_stories, shared_stories

FIRST = "Ferry aground near Brunhold\n\nThe ferry Ande ran aground near Brunhold on Sunday. The crew left it by boat.\n"
OTHER = "Ferry runs aground\n\nOn Sunday the ferry Ande ran aground near Brunhold. Nobody aboard was hurt.\n"
MARKS = {
    "story": "ferry", "accounts": {"1": "ferry/1.txt", "2": "ferry/2.txt"},
    "facts": [
        ["aground", [["1", "The ferry Ande ran aground near Brunhold on Sunday"], ["2", "the ferry Ande ran aground near Brunhold"]]],
        ["safe", [["1", "The crew left it by boat"], ["2", "Nobody aboard was hurt"]]],
    ],
    "conflicts": [["crew", "soft", "scope", ["1", "The crew left it by boat"], [["2", "Nobody aboard was hurt"]]]],
    "quotes": [], "people": [], "timeline": [],
}  # fmt: skip


@pytest.fixture
def scorer() -> Path:
    """The scorer beside the shared marks."""
    path = data_folder() / "marked" / "score.py"
    if not path.is_file():
        pytest.skip("the scorer of marked stories is absent")
    return path


def _marked(folder: Path, scorer: Path) -> Path:
    (folder / "ferry").mkdir(parents=True)
    (folder / "ferry" / "1.txt").write_text(FIRST)
    (folder / "ferry" / "2.txt").write_text(OTHER)
    (folder / "ferry.json").write_text(json.dumps(MARKS))
    shutil.copy(scorer, folder / "score.py")
    return folder


def test_a_story_is_scored(tmp_path: Path, scorer: Path) -> None:
    """The fact in nearly the same words is grouped; the baseline stands beside, for what it answers."""
    result = shared_stories(_marked(tmp_path / "marked", scorer)).result(("facts", "divergences", "timeline"))
    assert result.figures["facts_recall"] >= 0.5
    assert result.stories == {"ferry": result.figures}
    assert set(result.baseline) == {name for name in result.figures if name.startswith(("facts", "divergences"))}
    assert set(result.figures) <= set(TERMS)


def test_what_is_missed_is_told(tmp_path: Path, scorer: Path) -> None:
    """Without any group and any divergence every marked pair is an error, passage beside passage."""
    scored = shared_stories(_marked(tmp_path / "marked", scorer))
    scored.stories["ferry"].groups.clear()
    scored.stories["ferry"].c["divergences"] = []
    result = scored.result(("facts", "divergences"))
    assert result.figures["facts_recall"] == 0
    errors = list(result.errors)
    told = [(error.kind, error.where) for error in errors]
    assert told == [("fact missed", "ferry: aground"), ("fact missed", "ferry: safe"), ("soft missed", "ferry: crew")]
    assert errors[1].text == "[1] The crew left it by boat ‖ [2] Nobody aboard was hurt"


def test_what_is_not_marked_is_told(tmp_path: Path, scorer: Path) -> None:
    """Groups that join two facts, divergences without a mark and tempting pairs that are shown are errors too."""
    scored = shared_stories(_marked(tmp_path / "marked", scorer))
    story = scored.stories["ferry"]
    claims = [each["id"] for each in story.c["claims"]]
    story.groups.clear()
    story.groups.update({claim: {"one"} for claim in claims})
    sides = [
        sorted(story.over(*passage)) for passage in (("1", "The crew left it by boat"), ("2", "Nobody aboard was hurt"))
    ]
    story.c["divergences"] = [{"severity": "conflict", "kind": "scope", "sides": sides}]
    story.gold["not_conflicts"] = [["no", *row[1:]] for row in story.gold["conflicts"]]
    story.gold["conflicts"] = []
    kinds = [error.kind for error in scored.result(("facts", "divergences")).errors]
    assert kinds.count("facts joined") == 2
    assert kinds[-2:] == ["tempting shown", "not marked"]


def test_our_own_stories_are_scored_from_the_shared_texts(tmp_path: Path, scorer: Path) -> None:
    """The smallest of them: all accounts are found by their places, and the marks stand in what was collated."""
    texts = data_folder() / "news_cluster" / "dev.jsonl"
    if not texts.is_file():
        pytest.skip("the texts of the stories are absent")
    shutil.copy(OWN / "scam-2017.json", tmp_path)
    scored = own_stories(tmp_path, texts, scorer)
    story = scored.stories["scam-2017"]
    assert all(story.span(*passage) for fact in story.gold["facts"] for passage in fact[1])
    assert scored.result(("facts",)).figures["facts_recall"] > 0
