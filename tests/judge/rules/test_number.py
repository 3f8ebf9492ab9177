"""Numbers: one thing counted twice, and differently."""

import pytest

from tests.judge.made import pairing
from tests.report.made import Made
from variorum.judge.rules.found import Pairing
from variorum.judge.rules.number import counted


def _pair(left: str, right: str, *, unit: str = "miner", same: float = 0.8) -> Pairing:
    made = []
    for outlet, text in (("Herald", left), ("Courier", right)):
        account = Made(f"{text}.", outlet)
        for word in text.split():
            if word.isdigit():
                account.counts(word, float(word), float(word), unit)
        account.says(text)
        made.append(account)
    return pairing(*made, same=same)


def test_two_numbers_of_one_unit_differ() -> None:
    """12 miners are not 20 miners; both values stand in the finding."""
    found = counted(_pair("12 miners were rescued", "20 miners were rescued"))
    assert found is not None
    assert (found.kind, found.values, found.severity) == ("number", ("12", "20"), "conflict")


def test_one_number_is_no_difference() -> None:
    """What both say is agreed."""
    assert counted(_pair("12 miners were rescued", "12 miners came up alive")) is None


def test_a_part_beside_its_whole_is_no_difference() -> None:
    """One account adds how many were hurt; the number that both give is the same."""
    assert counted(_pair("12 miners were rescued, 3 of them hurt", "12 miners were rescued")) is None


def test_claims_about_different_things_are_not_compared() -> None:
    """Below the pair scorer's bound, two numbers of a unit count two things."""
    assert counted(_pair("12 miners were rescued", "20 miners were at home", same=0.1)) is None


def test_other_units_are_not_compared() -> None:
    """Twelve miners and twenty lamps are no contradiction."""
    left, right = Made("12 miners came up.", "Herald"), Made("20 lamps came up.", "Courier")
    left.counts("12", 12, 12, "miner")
    right.counts("20", 20, 20, "lamp")
    left.says("12 miners came up")
    right.says("20 lamps came up")
    assert counted(pairing(left, right)) is None


@pytest.mark.parametrize("kind", ["ordinal"])
def test_ordinals_count_nothing(kind: str) -> None:
    """The third and the fourth day are no amounts."""
    left, right = Made("The 3rd shaft fell.", "Herald"), Made("The 4th shaft fell.", "Courier")
    left.counts("3rd", 3, 3, "shaft", kind)
    right.counts("4th", 4, 4, "shaft", kind)
    left.says("The 3rd shaft fell")
    right.says("The 4th shaft fell")
    assert counted(pairing(left, right)) is None
