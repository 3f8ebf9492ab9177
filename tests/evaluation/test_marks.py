"""Marks stand in their accounts: what is marked is what is read."""

import json
from pathlib import Path

import pytest

from evaluation.harness import data_folder
from evaluation.marks import OWN, load_marked, load_own

STORIES = "news_cluster/dev.jsonl"
KNOWN = {"account 002 does not say 'We have to make him perfect'"}  # the mark's words differ from the text's


def _own(tmp_path: Path, words: str) -> tuple[Path, Path]:
    texts = tmp_path / "texts.jsonl"
    row = {"story": "dam", "outlet": "a.example", "url": "https://a.example/1", "published": "2020-03-02",
           "title": "The old dam is closed", "text": "Engineers closed the dam on Sunday."}  # fmt: skip
    texts.write_text(json.dumps(row) + "\n")
    marks = {"from": "dam", "accounts": {"0": "a.example"}, "facts": [["closed", [["0", words]]]], "conflicts": []}
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "dam-2020.json").write_text(json.dumps(marks))
    return folder, texts


def test_a_mark_is_found_at_its_code_points(tmp_path: Path) -> None:
    """The words of a mark are the account's at the mark's place."""
    (story,) = load_own(*_own(tmp_path, "closed the dam"))
    mark = story.facts[0][1][0]
    assert story.problems == ()
    assert story.accounts[0].text[mark.start : mark.end] == "closed the dam"


def test_a_mark_that_does_not_stand_is_a_problem(tmp_path: Path) -> None:
    """Words that the account does not say are named, not passed over."""
    (story,) = load_own(*_own(tmp_path, "opened the dam"))
    assert len(story.problems) == 1


def test_our_own_marks_stand() -> None:
    """Every mark of the three stories stands in its account; so the texts are those that were marked."""
    texts = data_folder() / STORIES
    if not texts.is_file():
        pytest.skip("the texts of the stories are absent")
    found = load_own(OWN, texts)
    assert len(found) >= 3
    assert [problem for story in found for problem in story.problems] == []


def test_the_marks_of_the_data_stand() -> None:
    """Every mark of the marked stories stands in its account, but those that are listed."""
    folder = data_folder() / "marked"
    if not folder.is_dir():
        pytest.skip("the marked stories are absent")
    assert {problem for story in load_marked(folder) for problem in story.problems} <= KNOWN
