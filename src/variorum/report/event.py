"""When the event was, and what lies behind it: the anchor that tells news from background.

Only what the accounts date counts: the day that most of them give within a week before they were published.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.model.alignment import Key
from variorum.model.collation import StoryRow
from variorum.model.markup import AnnotatedAccount
from variorum.model.wire import identify
from variorum.report.catalogue import Catalogue
from variorum.report.dating import bounded, dates, first_day, last_day
from variorum.report.trust import trusted

__all__ = ["Event", "background", "event", "headline", "is_of_story", "plain_title", "story_row"]

RECENT = 7  # days before publication in which the event itself lies; follow-ups a week later are still its story
BEHIND = 21  # days before the event from which a dated claim is background
NEAR_VERB = 30  # code points after the verb in which a word of time still is the verb's
FEW = 2  # dated accounts, up to which one of them dates the event wherever it says so
OPENING = 4  # sentences in which one account alone dates the event; further on it may date anything; chosen, not swept
FULL = 5  # words of a headline that says who does what; chosen, not swept
_WORD = re.compile(r"\w{3,}")
_BREAK = re.compile(r"(?:\\[nrt])+|\n")
_SLANTED = re.compile(
    r"[?!]|\b[A-Z]{3,} [A-Z]{3,}|\b(?:says?|said|tweets?|tweeted|claims?|claimed|insists?|blasts?|slams?|vows?|accuses?"
    r"|calls?|live|updates?|video|photos?|watch|how|why|what|opinion|review|here)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(  # a headline that points at its page, and tells nothing
    r"(?:here(?:['’]s| is| are)|(?:hear|watch|see|read|listen to|look at) (?:the|how|what|an?|this))\b", re.IGNORECASE
)
_STRAY = re.compile(r"\s[’'](?!\d)|[’'](?=\s)")  # a mark that lost its other half; also a plural's own, which is rare
_EARLIER = re.compile(
    r"\b(?:previously|historically|in the past|decades? ago|years? ago|last year|years? earlier|earlier rounds?"
    r"|long been|for (?:decades|years|generations|centuries)|once was|formerly)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Event:
    """The days of the event as ISO dates, None where no account dates anything."""

    start: str | None
    end: str | None
    told: bool = False  # the accounts date the event; else these are but the days of publication


def event(book: Catalogue) -> Event:
    """The day or days that most accounts give, else the days of publication; by dates that can be relied on."""
    reliable = trusted(book)
    given = {marked.id: first_day(marked.account.published) for marked in book.story}
    published = sorted(day for account, day in given.items() if day and account in reliable)
    if not published:
        return Event(None, None)
    first, last = published[0] - timedelta(days=RECENT), published[-1]
    told: Counter[date] = Counter()
    for moment in book.alignment.moments:
        day = first_day(moment.when)
        if moment.granularity == "day" and day and first <= day <= last:
            keys = [key for key in moment.claims if _dates_it(book, key, moment.when, reliable)]
            if len(published) <= FEW or len({key.account for key in keys}) > 1 or _opens(book, keys):
                told[day] += len({key.account for key in keys})
    told = +told
    if not told:
        return Event(published[0].isoformat(), published[-1].isoformat())
    best = max(told.values())
    days = sorted(day for day, count in told.items() if count == best)
    last = days[-1] if days[-1] - days[0] <= timedelta(days=3) else days[0]
    return Event(days[0].isoformat(), last.isoformat(), told=True)


def _opens(book: Catalogue, keys: Sequence[Key]) -> bool:
    return any(book.claim(key).sentence < OPENING for key in keys)


def background(book: Catalogue, when: Event) -> frozenset[int]:
    """The groups that most of their claims put before the event."""
    start = first_day(when.start)
    found = set()
    for index, group in enumerate(book.alignment.groups):
        behind = sum(_behind(book, key, start) for key in group.claims)
        if behind * 2 > len(group.claims):
            found.add(index)
    return frozenset(found)


def is_of_story(book: Catalogue, key: Key) -> bool:
    """Whether a claim names one of those whom most accounts name, be it not only the place."""
    half = len(book.story) / 2
    named = [book.alignment.entities[at] for at in book.entities_in(key)]
    return any(len({member.account for member in each.members}) >= half for each in named if each.kind != "place")


def story_row(book: Catalogue, when: Event, title: str, places: tuple[str, ...]) -> StoryRow:
    """The story's row; its id comes from the accounts."""
    accounts = tuple(sorted(book.by_id))
    return StoryRow(id="s" + identify("s", accounts)[1:], title=title, start=when.start, end=when.end, places=places)


def headline(book: Catalogue) -> tuple[str, str] | None:
    """The headline whose words most other accounts use too, a plain one before a loaded one, and its account's id."""
    reliable = trusted(book)
    spread: Counter[str] = Counter()
    for marked in book.story:
        spread.update(_folded(marked.account.text))
    best: tuple[bool, int, float, int, str, str] | None = None
    for at, marked in enumerate(book.story):
        title = plain_title(marked.account.title)
        own = _folded(title)
        if len(own) < 3 or _POINTS.match(title):
            continue
        near = marked.id in reliable or not reliable
        score = (near, -_faults(marked, title), sum(spread[word] for word in own) / len(own), -at, title, marked.id)
        best = score if best is None or score > best else best
    return best[4:] if best else None


def plain_title(title: str | None) -> str:
    """A headline without line-break marks that were written out, and without what stands behind one."""
    pieces = [each.strip() for each in _BREAK.split(title or "")]
    return " ".join(next((each for each in pieces if each), "").split())


def _faults(marked: AnnotatedAccount, title: str) -> int:
    """How often a headline judges, asks, shouts or says what one party says, or is too short to tell."""
    at = marked.account.text.find(title)
    end = at + len(title) if at >= 0 else 0
    judged = sum(mark.kind in ("loaded", "scare", "label") and at <= mark.span.start < end for mark in marked.wording)
    marks = sum(title.count(each) for each in '“”"‘')
    brief = len(_folded(title)) < FULL
    return brief + judged + marks + len(_SLANTED.findall(title)) + len(_STRAY.findall(title))


def _dates_it(book: Catalogue, key: Key, when: str, reliable: frozenset[str]) -> bool:
    """Whether the claim's own verb carries the day, counted from a date that can be relied on or from none."""
    published = first_day(book.by_id[key.account].account.published)
    found = dates(book, key, published, relative=key.account in reliable)
    return any(each.value.startswith(when) for each in found)


def _behind(book: Catalogue, key: Key, start: date | None) -> bool:
    """By its own dates where it has any; else by a date since which it holds; else by its words."""
    if start is not None:
        own = dates(book, key, start) or bounded(book, key)
        if own:
            return all(last_day(each.value) < start - timedelta(days=BEHIND) for each in own)
    claim = book.claim(key)
    verb = claim.frame.span.end - claim.span.start if claim.frame else len(claim.text)
    return _EARLIER.search(claim.text, 0, max(0, verb) + NEAR_VERB) is not None


def _folded(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
