"""The pattern of quantities, built from the lexicons, once; linear on hostile text, since every repetition is bounded."""
# ruff: noqa: E501  a pattern is read, and searched for, as one line

import re
from functools import cache

from variorum.annotate.numbers import alternatives, number_pattern, number_words, ordinal_pattern
from variorum.annotate.timewords import approximators, units

__all__ = ["quantity_pattern", "quantity_trigger"]

_SIGNS = r"US\$|CA\$|AU\$|[CAR]\$|(?<!\w)(?-i:Rs)\.?|[$€£¥₹₽₩₺₴₪]"


@cache
def quantity_pattern() -> "re.Pattern[str]":
    """A pattern for one quantity: named groups for its approximator, sign, bounds, share, unit."""
    number, ordinal = number_pattern(), ordinal_pattern()
    before = alternatives(tuple(approximators("before")))
    after = alternatives(tuple(approximators("after")))
    vague = alternatives(tuple(number_words("vague")))
    parts = alternatives(tuple(number_words("fraction")))
    share = alternatives(
        tuple(
            word
            for kind in ("percent", "measure", "money")
            for word in units(kind)
            if word.isalpha() or " " in word or word == "%"
        )
    )
    few = r"(?:an?|one|two|three|four|five|six|seven|eight|nine)"
    fraction = rf"\b(?:{few}[\s-]{parts}\b(?!\s{parts})|half\b(?=\s(?:of|the|its|their|all)\b)|(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\s(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|20|10|5|4|3)\b|{few}\s\w{{3,20}}\sin\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten)(?=[.,;]|\s(?:of|was|were|is|are|has|have|had|said|would|will)\b))"
    return re.compile(
        rf"(?:(?<!\w)(?P<before>{before})\s(?:the\s|a\s(?=\d))?|(?<!\w)(?P<between>between|from)\s)?"
        rf"(?:(?P<fraction>{fraction})|(?P<ordinal>{ordinal})(?![\w-])|(?:a\stotal\sof\s)?(?:(?P<vague>\b(?:several\s|many\s|a\sfew\s)?{vague})(?!\w)"
        rf"|(?:(?P<sign>{_SIGNS})\s?)?(?P<low>{number})(?:(?P<join>\s(?:to|and|or)\s|[-–])(?:{_SIGNS})?(?P<high>{number}))?))"
        rf"(?:\s?-?(?P<unit>{share})(?!\w))?(?:\s(?P<after>{after})(?!\w))?",
        re.IGNORECASE,
    )


@cache
def quantity_trigger() -> "re.Pattern[str]":
    """A pattern for any word or digit without which `quantity_pattern` cannot match."""
    words = {
        word.split()[-1] if role != "vague" else word.removeprefix("a ").removesuffix(" of")
        for role in ("unit", "ten", "scale", "group", "fraction", "ordinal", "vague")
        for word in number_words(role)
    }
    return re.compile(rf"[0-9½⅓⅔¼¾⅕⅛]+|\b{alternatives(tuple(words))}\b", re.IGNORECASE)
