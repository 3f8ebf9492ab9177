"""The timeline: what happened when, in order, each row a claim's words with the date that its own words carry.

A date that only bounds a claim ("since March 2022") or names a thing ("the 2015 deal") is not the time of its event.
"""

import re
from collections import defaultdict

from variorum.model.alignment import Key, Moment
from variorum.model.collation import MomentRow
from variorum.model.text import Span
from variorum.model.wire import identify
from variorum.report.catalogue import Catalogue
from variorum.report.clarity import clarity

__all__ = ["timeline"]

_LOOK = 40  # code points before a date in which its preposition stands
_BOUND = re.compile(
    r"\b(?:since|until|till|before|after|than|following|prior to|ahead of|unlike|like|as of|up to|dating(?: back)? to)"
    r"(?:\s+(?:the|early|late|mid|last|at least))?\s*[(\"“]?$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|on|at|by|of|from|during|early|late|mid|between|and|around|about|through|to|for)[\s(-]*$", re.IGNORECASE
)
_YEAR = re.compile(r"\d{4}")
_NOUN = re.compile(r"\s+[a-z]{3,}")
_NOT_NOUN = re.compile(
    r"\s+(?:and|but|that|when|while|with|after|before|from|for|was|were|has|had|have|are|the|they|their|which|who|under"
    r"|because|where|during|following|over|into|near|amid|against|without|until|then|would|will|could|said)\b"
)


def timeline(book: Catalogue) -> tuple[MomentRow, ...]:
    """The rows in order of time, coarse before fine; one row for each thing that happened at a time."""
    group_of = {key: at for at, group in enumerate(book.alignment.groups) for key in group.claims}
    rows: dict[str, MomentRow] = {}
    for moment in book.alignment.moments:
        spans = _spans(moment)
        happened: dict[object, list[Key]] = defaultdict(list)
        for key in moment.claims:
            if key in book.claim_ids and _is_time_of(book, key, spans):
                happened[group_of.get(key, key)].append(key)
        for keys in happened.values():
            row = _row(book, moment, keys)
            rows.setdefault(row.id, row)
    return tuple(sorted(rows.values(), key=lambda row: (row.when, -len(row.claims), row.text, row.id)))


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
        claims=book.ids(ordered),
    )
    return MomentRow(
        id="m" + identify("m", (row.when, *sorted(row.claims)))[1:],
        when=row.when,
        granularity=row.granularity,
        text=row.text,
        claims=row.claims,
    )


def _spans(moment: Moment) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for span in moment.evidence:
        found[span.account].append(span)
    return found


def _is_time_of(book: Catalogue, key: Key, evidence: dict[str, list[Span]]) -> bool:
    """Whether one of the date's mentions in the claim says when its event was."""
    claim = book.claim(key)
    text = book.by_id[key.account].account.text
    mine = [span for span in evidence.get(key.account, ()) if claim.span.covers(span)]
    return any(_says_when(text, span) for span in mine)


def _says_when(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _LOOK) : span.start]
    words, after = text[span.start : span.end], text[span.end : span.end + _LOOK]
    if _BOUND.search(before) or _BOUND.match(words.split(" ", 1)[0]):
        return False
    names_a_thing = _YEAR.fullmatch(words) and not _IN.search(before)
    return not (names_a_thing and _NOUN.match(after) and not _NOT_NOUN.match(after))
