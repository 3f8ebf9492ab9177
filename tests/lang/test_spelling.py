"""Spellings of names: what is one name, and what must stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.lang.spelling import alike, fold, initials_of, persons_agree


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oleksandr Tarasenko", "Oleksander Tarasenko"),
        ("Dmytro Havryliuk", "Dmytro Havrylyuk"),
        ("Lee Min-ho", "Lee Min Ho"),
        ("José Ibáñez", "Jose Ibanez"),
        ("Anna B. Keller", "Anna Keller"),
        ("Robert Keller III", "Robert Keller"),
        ("Mehmet Ali Yıldız", "Ali Yildiz"),
    ],
)
def test_spellings_of_one_name_agree(left: str, right: str) -> None:
    """Transliterations, accents, hyphens, middle initials, a left-out first name of three."""
    assert persons_agree(fold(left), fold(right)) == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anna Keller", "Hanno Keller"),
        ("Maria Keller", "Mario Keller"),
        ("Robert Keller Jr.", "Robert Keller"),
        ("Robert Keller Jr.", "Robert Keller Sr."),
        ("Lee Min-ho", "Lee Min-su"),
        ("Robert A. Keller", "Robert B. Keller"),
        ("Anna Keller", "Anna Weiss"),
    ],
)
def test_two_people_stay_two(left: str, right: str) -> None:
    """Another first name, a father and his son, another middle initial."""
    assert persons_agree(fold(left), fold(right)) == "different"


def test_a_surname_is_a_part() -> None:
    """One word of a full name tells no more than that it may be the same."""
    assert persons_agree(fold("Keller"), fold("Anna Keller")) == "part"


def test_initials_leave_small_words_out() -> None:
    """An acronym has no letter for `of` and `the`."""
    assert initials_of(fold("Office of the River Warden")) == "orw"


@given(st.text(max_size=30), st.text(max_size=30))
def test_agreement_has_no_side(left: str, right: str) -> None:
    """The order of the two names does not matter, and any text folds."""
    assert persons_agree(fold(left), fold(right)) == persons_agree(fold(right), fold(left))
    for one, other in zip(fold(left), fold(right), strict=False):
        assert alike(one, other) == alike(other, one)
