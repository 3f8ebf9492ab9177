"""Dates: one happening on two days; the first since two different times."""

from tests.judge.made import pairing, told
from tests.report.made import Made
from variorum.judge.rules.date import dated, since
from variorum.judge.rules.found import Pairing
from variorum.judge.rules.slots import partings
from variorum.model.alignment import Alignment


def _pair(left: tuple[str, str], right: tuple[str, str], *, grouped: bool = True) -> Pairing:
    made = []
    for outlet, (words, value) in (("Herald", left), ("Courier", right)):
        account = Made(f"The bridge fell {words}.", outlet)
        account.when(words, value)
        account.says(f"The bridge fell {words}")
        made.append(account)
    return pairing(*made, same=0.9, grouped=grouped)


def test_days_apart_differ() -> None:
    """Monday's fall is not Wednesday's."""
    found = dated(_pair(("on Monday", "2024-03-04"), ("on Wednesday", "2024-03-06")))
    assert found is not None
    assert found.kind == "date"


def test_a_day_lies_in_its_month() -> None:
    """A coarser time that holds the finer one agrees with it."""
    assert dated(_pair(("on Monday", "2024-03-04"), ("in March", "2024-03"))) is None


def test_claims_of_two_groups_are_two_happenings() -> None:
    """Without a group in common, two days are two falls."""
    assert dated(_pair(("on Monday", "2024-03-04"), ("on Wednesday", "2024-03-06"), grouped=False)) is None


def test_the_first_since_two_times() -> None:
    """What "first since" goes back to is one question for all accounts, whatever else their claims say."""
    one, two = (
        Made("These are the first talks since May.", "Herald"),
        Made("Envoys return, the first since June.", "Post"),
    )
    one.when("May", "2023-05", "month")
    two.when("June", "2023-06", "month")
    one.says("These are the first talks since May")
    two.says("Envoys return, the first since June")
    (parting,) = partings(since(told(one, two), Alignment()))
    assert {parting.first[0].value[:7], parting.second[0].value[:7]} == {"2023-05", "2023-06"}
