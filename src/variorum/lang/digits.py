"""Number words and the digits that say the same."""

from functools import cache

from variorum import lang

__all__ = ["digits"]


@cache
def digits(*roles: str) -> dict[str, str]:
    """The words of the lexicon of numbers that have one of the roles, to their values: "twelve" to "12"."""
    return {each["word"]: f"{each['value']:g}" for each in lang.rows("en", "numbers") if each["role"] in roles}
