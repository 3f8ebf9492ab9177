"""Places: one happening in two of them."""

from tests.judge.made import did, pairing
from tests.report.made import Made
from variorum.judge.rules.found import Found
from variorum.judge.rules.place import placed


def _found(left: str, right: str) -> Found | None:
    made = []
    for outlet, place in (("Herald", left), ("Courier", right)):
        account = Made(f"The envoys met in {place}.", outlet)
        account.who(place, place, "place")
        account.says(f"The envoys met in {place}", frame=did(account, "meet", "met", "The envoys", [("in", place)]))
        made.append(account)
    return placed(pairing(made[0], made[1], Aldburg="place", Brennik="place"))


def test_two_places_differ() -> None:
    """Both are named with the words that put it there."""
    found = _found("Aldburg", "Brennik")
    assert found is not None
    assert found.values == ("in Aldburg", "in Brennik")


def test_one_place_does_not() -> None:
    """The same place in both."""
    assert _found("Aldburg", "Aldburg") is None
