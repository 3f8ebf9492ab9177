"""Numbers and what they count: bounds by approximator, units from the parse, lookalikes left alone."""

import re
from functools import partial

import pytest

from evaluation.steps import annotated
from tests.timing import seconds
from variorum.annotate.numbers import number_pattern, read_number
from variorum.annotate.quantities import RULES
from variorum.annotate.quantitypatterns import quantity_pattern
from variorum.model.markup import Quantity
from variorum.model.text import Account


def _quantities(text: str) -> tuple[Quantity, ...]:
    account = Account(text=text, names=("a.txt",), published="2022-03-17")
    return annotated(account, "sentences", "timexes", "quantities").quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "kind"),
    [
        ("About 10 soldiers left.", 8, 12, "soldier", "count"),
        ("Tens of thousands of people left.", 20_000, 99_999, "people", "count"),
        ("At least 12 people died.", 12, None, "people", "count"),
        ("More than 200 prisoners of war came home.", 200, None, "prisoner of war", "count"),
        ("The bank paid half a million euros.", 500_000, 500_000, "euro", "money"),
        ("The bank paid $1.2bn.", 1.2e9, 1.2e9, "US dollar", "money"),
        ("Two dozen ships waited.", 24, 24, "ship", "count"),
        ("The death toll rose to 14.", 14, 14, "death toll", "count"),
        ("Between 10 and 15 buses arrived.", 10, 15, "bus", "count"),
        ("Some 5 to 6 million voters came.", 5e6, 6e6, "voter", "count"),
        ("The tower is 40 metres high.", 40, 40, "metre", "measure"),
        ("The army counted 120 civilian casualties.", 120, 120, "civilian casualty", "count"),
        ("It won 33 percent of the vote.", 33, 33, "vote", "percent"),
        ("The number of wounded is 140.", 140, 140, "wounded", "count"),
    ],
)
def test_bounds_and_units(text: str, low: float, high: float | None, unit: str, kind: str) -> None:
    """One number, its interval and what it counts."""
    found = _quantities(text)[0]
    assert (found.low, found.high, found.unit, found.kind) == (low, high, unit, kind)


def test_shares_in_words_are_rounder_than_in_figures() -> None:
    """“A third” reaches 33 percent; “nearly a fifth” ends at a fifth."""
    third = _quantities("A third of the houses burned.")[0]
    assert third.kind == "fraction"
    assert third.low is not None
    assert third.high is not None
    assert third.low < 0.33 < third.high
    fifth = _quantities("Nearly a fifth of the houses burned.")[0]
    assert fifth.high == pytest.approx(0.2)


def test_ordinals_are_told_apart() -> None:
    """Which one is not how many."""
    assert _quantities("The third round failed.")[0].kind == "ordinal"
    assert _quantities("A sixth winter passed.")[0].kind == "ordinal"


@pytest.mark.parametrize(
    "text",
    ["Maria Ruiz, 54, spoke.", "The 30-year-old man left.", "They won 3-1.", "It flew on a Boeing 737.",
     "They met on 4 May 1998.", "It broke Article 5.", "One of them left.", "It cost 1.000 or 1e999 or ١٬٠٠٠."],
)  # fmt: skip
def test_lookalikes_are_left_alone(text: str) -> None:
    """Ages, scores, names, dates, pronouns, and figures that may be read in two ways."""
    assert _quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("forty-two", 42), ("two hundred and twelve", 212), ("a hundred and twenty thousand", 120_000), ("2½", 2.5),
     ("one and a half million", 1.5e6), ("nineteen ninety-six", None), ("1.000", None)],
)  # fmt: skip
def test_number_words(text: str, value: float | None) -> None:
    """What words come to; what is no number stays unread."""
    assert read_number(text) == value


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("A 450-pound crate fell.", "pound"),
        ("The crate weighs 450 pounds.", "pound"),
        ("They lost 20 pounds of flour.", "pound of flour"),
        ("The 450-pound (204 kg) crate fell.", "pound"),
        ("He paid a 50-pound fine.", "pound sterling"),
        ("It cost 450 pounds.", "pound sterling"),
        ("They lost 300 pounds of public money.", "pound sterling"),
        ("A £450 crate fell.", "pound sterling"),
    ],
)
def test_pounds_are_weights_or_money(text: str, unit: str) -> None:
    """What is hyphenated to a thing, weighed, or of a stuff is a weight; what is paid is money."""
    assert _quantities(text)[0].unit == unit


def test_about_loosens_the_last_digits_only() -> None:
    """ "Some 146 million" is not 150 million; "about 150" may be 140."""
    exact, round_one = _quantities("Some 146 million people came.")[0], _quantities("About 150 people came.")[0]
    assert (exact.low, exact.high) == (144e6, 148e6)
    assert round_one.low is not None
    assert round_one.low < 140


def test_evidence_is_the_words() -> None:
    """The span of every quantity holds its text."""
    text = "From 3 to 4 million barrels, $5 and €6 million, and nearly 700 kilometres."
    for found in _quantities(text):
        assert text[found.span.start : found.span.end] == found.text


def test_each_rule_has_its_own_reason() -> None:
    """No two rules tell a reader the same."""
    assert len({each.why for each in RULES}) == len(RULES)


@pytest.mark.parametrize(
    "unit", ["1", "1,", "one ", "half a ", "two and ", "1 to ", "$", "a few ", "1/2 ", "between 1 and "]
)
def test_patterns_are_linear_on_hostile_text(unit: str) -> None:
    """Doubling the text does not more than about double the time."""
    compiled = re.compile(number_pattern(), re.IGNORECASE)
    texts = [unit * (size // len(unit)) for size in (8_000, 16_000)]
    for pattern in (compiled, quantity_pattern()):
        once, twice = (seconds(partial(pattern.findall, text)) for text in texts)
        assert twice < 5 * once + 0.05
