"""Papers that are named as saying something."""

import pytest

from variorum.judge.papers import charges, is_paper


@pytest.mark.parametrize(
    ("source", "paper", "charging"),
    [
        ("the lawsuit", True, True),
        ("his 2019 complaint", True, True),
        ("Reports", True, False),
        ("the memo", True, False),
        ("prosecutors", False, True),
        ("Keller, the plaintiff", False, True),
        ("the statement", False, False),
        ("a swimsuit", False, False),
        ("the growers’ spokesman on the report", False, False),
    ],
)
def test_papers_and_charges(source: str, paper: bool, charging: bool) -> None:
    """A paper is named by itself; a charge also by those who bring it, anywhere in the source's words."""
    assert (is_paper(source), charges(source)) == (paper, charging)
