"""When the event of a claim was: only dates that its own verb carries.

A date that bounds a claim ("since March 2022"), names a thing ("the 2015 deal"), stands in a clause below the claim's
verb, or lies on the wrong side of the verb's tense, is not the time of the event.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.model.alignment import Key
from variorum.model.markup import Claim
from variorum.model.text import Span
from variorum.report.catalogue import Catalogue

__all__ = ["Date", "bounded", "dates", "first_day", "last_day"]

_LOOK = 40  # code points before a date in which its preposition stands
_FRONTED = 6  # words before a date that still open a clause ("In a statement on Friday, the ministry said")
_AMISS = timedelta(days=31)  # a present tense may speak of this month, a past tense of a date that is not over
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SINCE = re.compile(r"\b(?:since|until|till|dating back to)\b", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:has|have|had|ever)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|last|only|most|resum\w{1,6}|return\w{0,3}|again|\w{2,12}est)\b", re.IGNORECASE)
_FAR = 60  # code points between "since" and its date ("since the army's coup in March 2019")
_BOUND = re.compile(
    r"\b(?:since|until|till|before|after|than|following|prior to|ahead of|unlike|like|as of|up to|dating(?: back)? to)"
    r"(?:\s+(?:the|early|late|mid|last|at least))?\s*[(\"“]?$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\W{0,3}[A-Z]\w{2,20}(?:ed|wn|lt|rn|ng|de|ld)\s(?:\w{2,12}\s){0,2}(?:in|on)\s$"
)  # "Built in 1907, the towers"
_BELOW = re.compile(
    r"\b(?:as|when|while|after|before|since|once|which|who|whom|whose|that|where|than|until|because|although|though|following)\b",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|on|at|by|of|from|during|early|late|mid|between|and|around|about|through|to|for)[\s(-]*$", re.IGNORECASE
)
_RANGE = re.compile(r"[-–]\d")
_YEAR = re.compile(r"\d{4}")
_BETWEEN = re.compile(r"\bbetween\s(?:\w{2,12}\s(?:and\s)?){0,2}$", re.IGNORECASE)  # both ends date it, neither alone
_STRETCH = re.compile(r"(?:the )?(?:last|past|previous)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|in|during|for|within|through|across)\s(?:the\s)?$", re.IGNORECASE)
_OF_A_THING = re.compile(r"\b(?:the|a|an|this|that|its|his|her|their|our|\w{2,20}[’']s?)\s$", re.IGNORECASE)
_NEXT = re.compile(r"\s[\w“\"‘']")
_NOUN = re.compile(r"\s{1,4}[a-z]{3,}")
_NOT_NOUN = re.compile(
    r"\s{1,4}(?:and|but|that|when|while|with|after|before|from|for|was|were|has|had|have|are|the|they|their|which|who|under"
    r"|because|where|during|following|over|into|near|amid|against|without|until|then|would|will|could|said)\b"
)


@dataclass(frozen=True, slots=True)
class Date:
    """An ISO calendar value and the words that give it."""

    value: str
    span: Span


def dates(book: Catalogue, key: Key, published: date | None = None, *, relative: bool = True) -> tuple[Date, ...]:
    """The dates that say when the claim's event was; `published` tells past from future where a tense is at odds.

    `relative`: also those that count from the day of publication.
    """
    claim = book.claim(key)
    text = book.by_id[key.account].account.text
    return tuple(
        each
        for each in _calendar(book, key, relative=relative)
        if _says_when(text, each.span)
        and _is_verbs(text, claim, each.span)
        and _fits_tense(claim, each.value, published)
    )


def bounded(book: Catalogue, key: Key) -> tuple[Date, ...]:
    """The dates since or until which the claim holds; "the first since 2019" is news, and holds since nothing."""
    claim = book.claim(key)
    if _FIRST.search(claim.text) or not _LASTING.search(claim.text):
        return ()
    text = book.by_id[key.account].account.text
    found = (each for each in _calendar(book, key))
    return tuple(
        each for each in found if _SINCE.search(text, max(claim.span.start, each.span.start - _FAR), each.span.start)
    )


def first_day(value: str | None) -> date | None:
    """The first day that an ISO value of a day can mean; None where it is no day."""
    match = _DAY.match(value or "")
    try:
        return date.fromisoformat(match.group()) if match else None
    except ValueError:
        return None


def last_day(value: str) -> date:
    """The last day that an ISO value can mean; the end of time where it is no calendar value."""
    try:
        year = int(value[:4])
        if match := re.match(r"\d{4}-(\d{2})-(\d{2})", value):
            return date(year, int(match[1]), int(match[2]))
        if match := re.match(r"\d{4}-(\d{2})", value):
            return date(year + int(match[1]) // 12, int(match[1]) % 12 + 1, 1) - timedelta(days=1)
        return date(year, 12, 31)
    except ValueError:
        return date.max


def _calendar(book: Catalogue, key: Key, *, relative: bool = True) -> Iterable[Date]:
    marked, claim = book.by_id[key.account], book.claim(key)
    for at in claim.timexes:
        timex = marked.timexes[at]
        if timex.origin.rule == "timex-hour" or (timex.anchor is not None and not relative):
            continue
        if timex.type in ("DATE", "TIME") and timex.value and re.match(r"\d{4}", timex.value):
            yield Date(timex.value, timex.span)


def _says_when(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _LOOK) : span.start]
    words, after = text[span.start : span.end], text[span.end : span.end + _LOOK]
    if _BOUND.search(before) or _BOUND.match(words.split(" ", 1)[0]):
        return False
    if _BETWEEN.search(before) or _RANGE.match(after) or (_STRETCH.match(words) and _OVER.search(before)):
        return False
    if _YEAR.fullmatch(words) and _OF_A_THING.search(before) and _NEXT.match(after):
        return False
    names_a_thing = _YEAR.fullmatch(words) and not _IN.search(before)
    return not (names_a_thing and _NOUN.match(after) and not _NOT_NOUN.match(after))


def _is_verbs(text: str, claim: Claim, span: Span) -> bool:
    """Whether the date belongs to the claim's own verb and not to a clause before or below it."""
    verb = claim.frame.span if claim.frame else None
    if verb is None:
        return True
    if span.start >= verb.end:
        between = text[verb.end : span.start]
        return _BELOW.search(between) is None and not _opens_quote(between)
    before = text[claim.span.start : span.start]
    if _BELOW.search(before):
        return False
    return not ("," in text[span.end : verb.start] and (len(before.split()) > _FRONTED or _MADE.fullmatch(before)))


def _opens_quote(words: str) -> bool:
    """Whether what stands after the words is inside a quotation that they open."""
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _fits_tense(claim: Claim, value: str, published: date | None) -> bool:
    if published is None or claim.frame is None:
        return True
    last = last_day(value)
    if claim.frame.tense in ("present", "future") and last < published - _AMISS:
        return False
    first = first_day(value)
    return not (claim.frame.tense == "past" and claim.modality == "asserted" and first and first > published + _AMISS)
