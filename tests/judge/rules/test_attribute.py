"""Attributes: the age or size of one thing, told twice and differently."""

from tests.report.made import Made
from variorum.judge.rules.attribute import attributes
from variorum.judge.rules.slots import partings
from variorum.judge.told import told_of
from variorum.model.alignment import Alignment


def _partings(*texts: str) -> list[tuple[str, str]]:
    accounts = []
    for at, text in enumerate(texts):
        account = Made(f"{text}.", f"Outlet {at}")
        account.says(text)
        accounts.append(account.done())
    told = tuple(told_of(accounts, Alignment()).values())
    found = partings(attributes(told, Alignment()))
    return [(each.first[0].shown, each.second[0].shown) for each in found]


def test_one_crane_of_two_weights() -> None:
    """Figures in numbers and in words are compared."""
    found = _partings("A 40-tonne crane toppled", "The police saw a 45-tonne crane lie there")
    assert [sorted(each) for each in found] == [["40-tonne", "45-tonne"]]
    assert _partings("A four-year-old pony ran off", "Keepers caught the 4-year-old pony") == []


def test_two_things_of_unlike_size_are_no_answer() -> None:
    """An account with two ponies does not say which one is meant; figures far apart are of two."""
    assert _partings("A 4-year-old pony chased a 9-year-old pony", "The 5-year-old pony was caught") == []
    assert _partings("A 4-year-old pony ran off", "The 19-year-old pony was caught") == []
