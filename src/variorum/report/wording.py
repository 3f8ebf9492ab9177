"""How each account words things, as rows: its tone and why, what it calls people, its loaded and hedging words."""

from collections import defaultdict

from variorum.model.collation import LabelRow, MarkRow, WordingRow
from variorum.model.judgement import Tone
from variorum.model.markup import AnnotatedAccount
from variorum.report.catalogue import Catalogue

__all__ = ["wording"]


def wording(book: Catalogue, tones: tuple[Tone, ...]) -> tuple[WordingRow, ...]:
    """A row an account, in reading order; an account that no tone was found for has its marks alone."""
    told = {tone.account: tone for tone in tones}
    return tuple(
        _row(book, marked, told.get(marked.id)) for marked in book.story if marked.wording or marked.id in told
    )


def _row(book: Catalogue, marked: AnnotatedAccount, tone: Tone | None) -> WordingRow:
    marks = sorted(marked.wording, key=lambda mark: (mark.span, mark.entry))
    voices: dict[str, float] = defaultdict(float)
    for entity, share in tone.voices if tone else ():
        if 0 <= entity < len(book.entity_ids):
            voices[book.entity_ids[entity]] += share
    return WordingRow(
        account=marked.id,
        tone=tone.tone if tone else "",
        why=tone.why if tone else "",
        loaded=tone.loaded if tone else 0.0,
        hedged=tone.hedged if tone else 0.0,
        voices=dict(sorted(voices.items(), key=lambda pair: (-pair[1], pair[0]))),
        labels=_labels(book, marked),
        evidence=tuple(
            MarkRow(at=(mark.span.start, mark.span.end), kind=mark.kind, entry=mark.entry, quoted=mark.quoted)
            for mark in marks
        ),
    )


def _labels(book: Catalogue, marked: AnnotatedAccount) -> tuple[LabelRow, ...]:
    """What the account calls an entity other than by its name."""
    rows = []
    for mark in marked.wording:
        entity = book.entity(marked.id, mark.referent)
        if mark.kind == "label" and entity is not None:
            rows.append(LabelRow(entity=book.entity_ids[entity], text=mark.text, at=(mark.span.start, mark.span.end)))
    return tuple(sorted(rows, key=lambda row: (row.at, row.entity)))
