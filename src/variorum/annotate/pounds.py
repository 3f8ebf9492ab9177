"""Whether "pound" is a weight or money: "a 450-pound crate", "weighs 450 pounds", "450 pounds (204 kg)" are weights."""

import re

__all__ = ["weighs"]

_PAID = (
    r"(?:money|cash|tax\w*|debts?|damages|aid|compensation|savings|funding|income|profits?|public|stock|notes?|coins?|bills?"
    r"|fines?|fees?|tickets?|bonus\w*|loans?|prizes?|rewards?|deals?|bets?|cheques?|grants?|funds?|budgets?|contracts?"
    r"|schemes?|payments?|salar\w+|prices?|discounts?|donations?|lawsuits?)\b"
)
_JOINED = re.compile(rf"(?:-plus)?\s(?!(?:[a-z]{{2,20}}\s)?{_PAID})[a-z]{{2,20}}", re.IGNORECASE)
_OF = re.compile(rf"\s(?:in\sweight\b|of\s(?!(?:[a-z]{{2,20}}\s)?{_PAID}))|\s?\(\d[\d.,]{{0,10}}[\s-]?k", re.IGNORECASE)
_WEIGHED = re.compile(r"\b(?:weigh(?:s|ed|ing|t)?|lift(?:s|ed|ing)?|heavy)\b.{0,40}$", re.IGNORECASE)
_NEAR = 60  # code points before the figure in which a word of weighing counts


def weighs(text: str, match: "re.Match[str]") -> bool:
    """Of a quantity's match in its text, whose group `unit` is "pound" or a sign or word of its kind."""
    start, end = match.span("unit")
    if match["unit"].lower() not in {"pound", "pounds"}:
        return False
    after = text[end : end + _NEAR]
    if text[start - 1] == "-" and _JOINED.match(after):
        return True
    return bool(_OF.match(after) or _WEIGHED.search(text[max(0, match.start() - _NEAR) : match.start()]))
