"""Comparable values: what is the same, what may be, what cannot; and that no comparison depends on the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.periods import Duration, Period
from variorum.model.values import Amount, Degree, Office, Person, Place, Sign, When


def _amount(low: float | None, high: float | None, unit: str = "people", kind: str = "count", text: str = "") -> Amount:
    return Amount(low, high, unit, kind, text)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (_amount(8, 12, text="about 10"), _amount(11, 11), "compatible"),
        (_amount(20_000, 99_999), _amount(200_000, 999_999), "different"),
        (_amount(12, None), _amount(14, 14), "compatible"),
        (_amount(12, None), _amount(40, 40), "different"),
        (_amount(1000, 1000), _amount(1000, 1000), "same"),
        (_amount(200, None), _amount(180, 180), "different"),
        (_amount(1000, 1000), _amount(1004, 1004), "compatible"),
        (_amount(27, 27), _amount(30, 30), "different"),
        (_amount(5, 5, "bridge"), _amount(6, 6, "tunnel"), "incomparable"),
        (_amount(5, 5, "euro", "money"), _amount(5, 5, "yen", "money"), "incomparable"),
        (_amount(0.18, 0.2, "", "fraction"), _amount(20, 20, "percent", "percent"), "compatible"),
    ],
)
def test_amounts_compare_by_interval_and_unit(left: Amount, right: Amount, verdict: str) -> None:
    """Overlap is compatible, a gap is different, rounding agrees, other units do not compare."""
    found = left.compare(right)
    assert found.verdict == verdict
    assert right.compare(left).verdict == verdict
    assert found.why.endswith(".")


def test_two_loose_figures_agree_where_one_is_in_reach() -> None:
    """ "About 150" and "about 200" overlap at their edges, and are not said of one number."""
    far = (
        Amount(127, 173, text="about 150", approximator="about"),
        Amount(170, 230, text="about 200", approximator="about"),
    )
    near = Amount(8, 12, text="about 10", approximator="about"), Amount(10, 14, text="about 12", approximator="about")
    assert far[0].compare(far[1]).verdict == far[1].compare(far[0]).verdict == "different"
    assert near[0].compare(near[1]).verdict == "compatible"


def test_a_reason_names_both_values() -> None:
    """The sentence quotes what each account says."""
    why = _amount(1, 1, text="one ship").compare(_amount(7, 7, text="seven ships")).why
    assert "one ship" in why
    assert "seven ships" in why


def test_amounts_are_read_from_figures_only() -> None:
    """Scales and ranges are read; numbers that overflow, other scripts and falling ranges are not."""
    assert Amount.parse("1.2bn") == Amount(1.2e9, 1.2e9, text="1.2bn")
    assert Amount.parse("10-15 people") == Amount(10, 15, "people", text="10-15 people")
    assert Amount.parse("1e999") is None
    assert Amount.parse("15 to 10") is None
    assert Amount.parse("many") is None


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (When("2022-03"), When("2022", "early 2022", "START"), "compatible"),
        (When("2022-03"), When("2022-04"), "different"),
        (When("2022-10"), When("2022", "early 2022", "START"), "different"),
        (When("2022-W10"), When("2022-03-09"), "compatible"),
        (When("P3Y"), When("P36M"), "same"),
        (When("P2Y"), When("P5Y"), "different"),
        (When("2022-03-04T09:00"), When("2022-03-04T18:00"), "different"),
        (When("2022-03-04"), When("P3D"), "incomparable"),
        (When(None, "on Friday"), When("2022-03-04"), "incomparable"),
    ],
)
def test_times_compare_by_the_days_they_cover(left: When, right: When, verdict: str) -> None:
    """Shared days are compatible, none is different; a day and a length of time do not compare."""
    assert left.compare(right).verdict == verdict
    assert right.compare(left).verdict == verdict


@pytest.mark.parametrize(
    "value", ["2022-02-31", "0000", "0000-01-01", "2022-13", "2022-W60", "PAST_REF", "XXXX-WXX-1", "", "12345"]
)
def test_days_that_do_not_exist_have_no_period(value: str) -> None:
    """Year 0, 31 February and references are None, without an error."""
    assert Period.parse(value) is None


def test_edges_of_the_calendar_hold() -> None:
    """Year 9999 reads; widening it past the calendar gives None instead of a crash."""
    assert Period.parse("9999-12-31") is not None
    assert Period.parse("9999", "APPROX") is None
    assert Duration.parse("P999999Y") is not None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2022-03-04", "4 March 2022"), ("2022-03", "March 2022"), ("2022-SP", "spring 2022"), ("199", "the 1990s"),
        ("2022-Q3", "quarter 3 of 2022"), ("2022-03-04TMO", "4 March 2022, morning"), ("2022", "2022"),
    ],
)  # fmt: skip
def test_periods_show_in_words(value: str, shown: str) -> None:
    """What a reader sees."""
    period = Period.parse(value)
    assert period is not None
    assert period.show() == shown


def test_places_differ_only_where_both_are_known() -> None:
    """One within the other is compatible; without a gazetteer's word nothing is said."""
    bergen = Place.parse("Bergen, Norway")
    assert bergen is not None
    assert bergen.compare(Place("Norway")).verdict == "compatible"
    assert bergen.compare(Place("Lyon", ("France",))).verdict == "different"
    assert bergen.compare(Place("Lyon")).verdict == "incomparable"
    assert Place("Łódź").compare(Place("łódź")).verdict == "same"


def test_people_by_their_words() -> None:
    """A surname may be the whole name's person; other names differ."""
    assert Person("Ana Ruiz").compare(Person("Ruiz")).verdict == "compatible"
    assert Person("Ana Ruiz").compare(Person("Leo Stein")).verdict == "different"


def test_offices_differ_by_rank_or_being_in_office() -> None:
    """Deputy and full, former and present differ; two unlike titles may be one person's."""
    minister, deputy = Office.parse("foreign minister"), Office.parse("deputy foreign minister")
    former = Office.parse("former foreign minister")
    assert minister is not None
    assert deputy is not None
    assert former is not None
    assert minister.compare(deputy).verdict == "different"
    assert minister.compare(former).verdict == "different"
    assert minister.compare(Office("party leader")).verdict == "compatible"


def test_degrees_stand_on_a_scale() -> None:
    """Agreed and discussed differ; next steps do not; denied contradicts agreed."""
    assert Degree("agreed").compare(Degree("discussed")).verdict == "different"
    assert Degree("agreed").compare(Degree("committed")).verdict == "compatible"
    assert Degree("agreed").compare(Degree("denied")).verdict == "different"
    assert Degree.parse("nonsense") is None


def test_signs_are_same_or_different() -> None:
    """Nothing lies between yes and no."""
    assert Sign("positive").compare(Sign("negative")).verdict == "different"
    assert Sign("negative").compare(Sign("negative")).verdict == "same"


_BOUND = st.one_of(st.none(), st.floats(min_value=0, max_value=1e15, allow_nan=False))


@given(_BOUND, _BOUND, _BOUND, _BOUND)
def test_comparing_is_symmetric(one: float | None, two: float | None, three: float | None, four: float | None) -> None:
    """Whichever account comes first, the verdict is the same."""
    left = Amount(min(one, two), max(one, two)) if one is not None and two is not None else Amount(one, two)
    right = (
        Amount(min(three, four), max(three, four)) if three is not None and four is not None else Amount(three, four)
    )
    assert left.compare(right).verdict == right.compare(left).verdict


@given(st.text(max_size=30))
def test_no_text_makes_parsing_crash(text: str) -> None:
    """Every parse gives a value or None."""
    for kind in (Amount, When, Place, Person, Office, Degree, Sign):
        found = kind.parse(text)
        assert found is None or isinstance(found.show(), str)
