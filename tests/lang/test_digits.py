"""Number words in digits."""

from variorum.lang.digits import digits


def test_words_of_a_role_in_digits() -> None:
    """Units to nineteen, tens from twenty, both together."""
    assert digits("unit")["nineteen"] == "19"
    assert "twenty" not in digits("unit")
    assert digits("unit", "ten")["ninety"] == "90"
    assert digits("scale")["thousand"] == "1000"
