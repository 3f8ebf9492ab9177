"""Papers that are named as saying something: a suit, an indictment, a report."""

import re
from functools import cache

from variorum import lang

__all__ = ["charges", "is_paper"]


def charges(source: str) -> bool:
    """Whether a source's words name a paper that charges somebody, or those who bring it."""
    return _charging().search(source) is not None


def is_paper(source: str) -> bool:
    """Whether a source's words are those for a paper: "his 2019 lawsuit", "the report"."""
    return _paper().fullmatch(source) is not None


@cache
def _charging() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('charge')}|plaintiffs?|prosecutors?)\b", re.IGNORECASE)


@cache
def _paper() -> re.Pattern[str]:
    before = r"(?:the\s|a\s|his\s|its\s|their\s)?(?:[\w’'-]{1,20}\s){0,2}"
    return re.compile(rf"{before}(?:{_any('charge')}|{_any('paper')})s?", re.IGNORECASE)


def _any(kind: str) -> str:
    return "|".join(map(re.escape, sorted(lang.words("en", "channels", "noun", kind=kind))))
