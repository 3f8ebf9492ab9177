"""The timeline: what happened when, in order, each row a claim's words with the date that its own verb carries.

A row needs an event: a verb of doing or happening with a subject, a day, month or year, and words that stand alone. One
event is one row; what the accounts tell of it is cited together.
"""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from variorum.model.alignment import Key, Moment
from variorum.model.collation import MomentRow
from variorum.model.markup import Claim
from variorum.model.text import Span
from variorum.model.wire import identify
from variorum.report.catalogue import Catalogue
from variorum.report.clarity import alone, clarity, complete
from variorum.report.dating import dates, first_day, last_day
from variorum.report.event import Event, is_of_story
from variorum.report.trust import trusted
from variorum.report.words import alike, telling

__all__ = ["timeline"]


CLEAR = 0.55  # of a claim on the timeline; below stand teasers, tags and shards
ALIKE = 0.5  # share of content words from which two rows of one time tell one event
_STAMP = re.compile(
    r"\W{0,3}(?:updated?|correction|editor[’']s note)\b[,:]?", re.IGNORECASE
)  # of the page, not of the event
_NEEDS = re.compile(  # its time or its event stands in the sentence before
    r"\b(?:followed suit|(?:years?|months?|weeks?|days?|hours?) later|the following (?:day|week|month|year))\b"
)
_UNDONE = re.compile(r"\b(?:would|could|should|might)(?:n[’']t| not)?(?: have|[’']ve)\b")  # what did not happen
_OF_A_THING = re.compile(r"[’']s\s(?:\w{3,9}\.? )?$")  # "the board's May 6 offer"
_MEDIA = frozenset({"video", "footage", "picture", "photo", "image", "hashtag", "rumor", "rumour", "clip"})
LONG_AGO = timedelta(days=365)  # before the event, beyond which one account's line must be of whom the story is about
_UNREAL = frozenset({"possible", "conditional", "desired", "considered", "refused", "denied"})
_UNITS = frozenset({"day", "month", "year"})
# what is so, seems so or is said so, without anything happening
_STATES = frozenset({
    "be", "have", "seem", "appear", "remain", "feel", "know", "think", "believe", "want", "like", "love", "mean",
    "consider", "look", "need", "hope", "belong", "contain", "include", "involve", "concern", "own", "cost", "speak",
    "say", "tell", "add", "write", "note", "ask", "reply", "comment", "report", "describe", "explain", "quote", "call",
    "show", "happen", "start", "begin", "continue", "let", "get", "do", "make", "mark", "suggest", "argue",
})  # fmt: skip


def timeline(book: Catalogue, when: Event) -> tuple[MomentRow, ...]:
    """The rows in order of time, coarse before fine; one row for each thing that happened at a time."""
    start = first_day(when.start)
    group_of = {key: at for at, group in enumerate(book.alignment.groups) for key in group.claims}
    reliable = trusted(book)
    rows: dict[str, MomentRow] = {}
    for moment in book.alignment.moments:
        happened: dict[object, list[Key]] = defaultdict(list)
        for key in moment.claims:
            if key in book.claim_ids and _is_time_of(book, key, moment, reliable):
                happened[group_of.get(key, key)].append(key)
        for keys in happened.values():
            if start is not None and not _fits(book, keys, moment, start):
                continue
            row = _row(book, moment, keys)
            rows.setdefault(row.id, row)
    ordered = sorted(rows.values(), key=lambda row: (row.when, -len(row.claims), row.text, row.id))
    return tuple(_joined(ordered))


def _fits(book: Catalogue, keys: list[Key], moment: Moment, start: date) -> bool:
    """Whether a row is of the story: no plan for a day gone by, and nothing of years ago that is about others."""
    last = last_day(moment.when)
    tenses = {frame.tense for key in keys if (frame := book.claim(key).frame) is not None}
    if last < start and tenses == {"future"}:
        return False
    shared = len({key.account for key in keys}) > 1
    return shared or last > start - LONG_AGO or any(is_of_story(book, key) for key in keys)


def _joined(ordered: list[MomentRow]) -> list[MomentRow]:
    """Rows of one time that tell one event, as the row that most accounts tell; of a month, what no day in it tells."""
    kept: list[MomentRow] = []
    for _, same in groupby(ordered, key=lambda row: row.when):
        first: list[MomentRow] = []
        for row in same:
            at = next((at for at, other in enumerate(first) if _alike(row, other)), None)
            if at is None:
                first.append(row)
            else:
                first[at] = _made(first[at], tuple(dict.fromkeys((*first[at].claims, *row.claims))))
        kept += first
    return [
        row
        for row in kept
        if row.granularity == "day"
        or not any(each.when.startswith(f"{row.when}-") and _alike(row, each) for each in kept)
    ]


def _alike(row: MomentRow, other: MomentRow) -> bool:
    return alike(telling(row.text), telling(other.text), ALIKE)


def _row(book: Catalogue, moment: Moment, keys: list[Key]) -> MomentRow:
    ordered = sorted(
        keys,
        key=lambda key: (
            -round(clarity(book.by_id[key.account], book.claim(key)), 3),
            book.rank(key.account),
            key.index,
        ),
    )
    row = MomentRow(
        id="",
        when=moment.when,
        granularity=moment.granularity,
        text=book.words(book.claim(ordered[0]).span),
        claims=(),
    )
    return _made(row, book.ids(ordered))


def _made(row: MomentRow, claims: tuple[str, ...]) -> MomentRow:
    return replace(row, claims=claims, id="m" + identify("m", (row.when, *sorted(claims)))[1:])


def _is_time_of(book: Catalogue, key: Key, moment: Moment, reliable: frozenset[str]) -> bool:
    """Whether the claim tells an event, and its own verb carries the date of the moment."""
    claim, marked = book.claim(key), book.by_id[key.account]
    if moment.granularity not in _UNITS or not _tells_event(claim) or not alone(marked, claim):
        return False
    if clarity(marked, claim) < CLEAR or _STAMP.match(claim.text) or _NEEDS.search(claim.text):
        return False
    if _UNDONE.search(claim.text):
        return False
    published = first_day(marked.account.published)
    found = dates(book, key, published, relative=key.account in reliable)
    text = marked.account.text
    return any(each.value.startswith(moment.when) and not _dates_thing(text, each.span) for each in found)


def _dates_thing(text: str, span: Span) -> bool:
    """Whether a date says which thing ("Tuesday's flight", "the board's May 6 offer"), not when something happened."""
    if text[span.end : span.end + 2] in ("'s", "’s"):
        return True
    return (
        text[span.end : span.end + 1] == " "
        and _OF_A_THING.search(text, max(0, span.start - 12), span.start) is not None
    )


def _tells_event(claim: Claim) -> bool:
    """Whether something happens in a claim to or by somebody it names, and more than perhaps."""
    return (
        claim.frame is not None
        and claim.modality not in _UNREAL
        and claim.polarity == "positive"
        and claim.frame.tense in ("past", "future")
        and complete(claim)
        and claim.frame.predicate not in _STATES
        and not claim.frame.copular
        and not any(
            each.role in ("agent", "patient") and each.head.casefold() in _MEDIA for each in claim.frame.arguments[:1]
        )
    )
