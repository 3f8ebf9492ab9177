"""Which accounts' dates of publication can be relied on: an address or a crawl may date a page amiss.

Days that are counted from a distrusted date stand on no timeline, and silence is not excused by it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from statistics import median_low

from variorum.model.judgement import Stand
from variorum.model.markup import AnnotatedAccount
from variorum.report.catalogue import Catalogue
from variorum.report.dating import dates, first_day, last_day

__all__ = ["fair", "trusted"]

APART = timedelta(days=45)  # from the other accounts, which lie together, until a date is doubted; chosen, not swept
TOGETHER = timedelta(days=31)  # around the median within which the others count as lying together
MOST = 2 / 3  # share of the dated accounts that must lie together
LATER = timedelta(days=31)  # a text that tells of what was so much later was not published then
LEAST_GAP = timedelta(hours=12)  # between accounts from which one can have been too early to know
_FULL = re.compile(r"\b(?:19|20)\d{2}\b")


def trusted(book: Catalogue) -> frozenset[str]:
    """The accounts whose date of publication neither their own text nor all the others' dates refute."""
    days = {marked.id: day for marked in book.story if (day := first_day(marked.account.published))}
    return frozenset(
        account
        for account, day in days.items()
        if not _tells_of_later(book.by_id[account], day) and not _far_off(day, days.values())
    )


def fair(book: Catalogue, stands: Sequence[Stand]) -> tuple[Stand, ...]:
    """The stands, where an account counts as too early only by dates that can be relied on and lie well apart.

    What the tellers date before the silent account's own day could be known to it: it is silent on that.
    """
    reliable = trusted(book)
    return tuple(
        replace(each, kind="silent", origin=replace(each.origin, rule="stand.silent"))
        if each.kind == "not-yet" and not _too_early(book, each, reliable)
        else each
        for each in stands
    )


def _too_early(book: Catalogue, stand: Stand, reliable: frozenset[str]) -> bool:
    keys = book.alignment.groups[stand.group].claims
    tellers = sorted(
        each for account in {key.account for key in keys} & reliable if (each := book.by_id[account].account.published)
    )
    mine = book.by_id[stand.account].account.published
    if stand.account not in reliable or not tellers or not mine or _gap(mine, tellers[0]) < LEAST_GAP:
        return False
    told = (each.value for key in keys if key.account in reliable for each in dates(book, key))
    return not any(last_day(value) < date.fromisoformat(mine[:10]) for value in told)


def _gap(early: str, late: str) -> timedelta:
    """The time between two ISO values; by days where one has no hour, nothing where one cannot be read."""
    try:
        left, right = datetime.fromisoformat(early), datetime.fromisoformat(late)
    except ValueError:
        return timedelta(0)
    if len(early) > 10 and len(late) > 10 and (left.tzinfo is None) == (right.tzinfo is None):
        return right - left
    return timedelta(days=(right.date() - left.date()).days)


def _tells_of_later(marked: AnnotatedAccount, day: date) -> bool:
    """Whether a past tense carries a date with its year that lies well after the day of publication."""
    for claim in marked.claims:
        if claim.frame is None or claim.frame.tense != "past" or claim.modality != "asserted":
            continue
        for timex in (marked.timexes[at] for at in claim.timexes):
            told = _month(timex.value or "") if timex.type == "DATE" and _FULL.search(timex.text) else None
            if told and told > day + LATER:
                return True
    return False


def _month(value: str) -> date | None:
    """The first day of a day's or month's value; None for coarser ones."""
    return first_day(value) or (first_day(f"{value}-01") if len(value) == len("2024-01") else None)


def _far_off(day: date, days: Iterable[date]) -> bool:
    every = sorted(days)
    middle = median_low(every)
    near = [each for each in every if abs(each - middle) <= TOGETHER]
    return len(every) > 2 and len(near) >= MOST * len(every) and min(abs(day - each) for each in near) > APART
