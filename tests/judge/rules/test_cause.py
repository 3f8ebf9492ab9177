"""Causes: two reasons for one happening."""

from tests.judge.made import pairing
from tests.report.made import Made
from variorum.judge.rules.cause import caused
from variorum.judge.rules.found import Found


def _found(left: str, right: str) -> Found | None:
    one, two = Made(f"{left}.", "Herald"), Made(f"{right}.", "Courier")
    one.says(left)
    two.says(right)
    return caused(pairing(one, two))


def test_two_reasons_part() -> None:
    """The happening is one; the reasons share no word."""
    found = _found("The dam burst because of heavy spring rain", "The dam burst because its gates were rusted")
    assert found is not None
    assert found.kind == "cause"


def test_reasons_that_share_words_do_not() -> None:
    """Rain is rain."""
    assert _found("The dam burst because of heavy spring rain", "The dam burst because rain fell all spring") is None


def test_one_reason_alone_does_not() -> None:
    """The other account gives none."""
    assert _found("The dam burst because of heavy spring rain", "The dam burst on a cold morning") is None
