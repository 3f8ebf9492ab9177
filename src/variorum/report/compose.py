"""Composes the collation: values in, wire rows out. Nothing is found here; everything is counted, ordered and cited.

The result does not depend on the order in which the accounts come.
"""

from collections.abc import Sequence
from dataclasses import replace

from variorum.model.alignment import Alignment
from variorum.model.collation import At, Collation, LeadRow
from variorum.model.judgement import Judgements
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Failure, Span
from variorum.report import rows
from variorum.report.brief import brief
from variorum.report.cast import cast
from variorum.report.catalogue import Catalogue, catalogue
from variorum.report.event import background, event, headline, plain_title, story_row
from variorum.report.lead import lead
from variorum.report.ledger import Entry, ledger
from variorum.report.negotiation import negotiation
from variorum.report.origins import families, retold
from variorum.report.timeline import timeline
from variorum.report.trust import fair
from variorum.report.wording import wording

__all__ = ["report"]


def report(
    story: Sequence[AnnotatedAccount],
    alignment: Alignment,
    judgements: Judgements,
    failures: Sequence[Failure] = (),
    title: str | None = None,
) -> Collation:
    """The collation of one story."""
    book = catalogue(story, alignment)
    when = event(book)
    judgements = replace(judgements, stands=fair(book, judgements.stands))
    entries = ledger(book, judgements, background(book, when))
    table = negotiation(book, judgements)
    worded = wording(book, judgements.tones)
    parted = rows.divergences(book, judgements.divergences, {entry.group: entry.row.id for entry in entries})
    return Collation(
        story=story_row(book, when, plain_title(title) or _title(book, entries), ()),
        accounts=rows.accounts(book, families(book), retold(book)),
        failures=rows.failures(failures),
        reprints=rows.reprints(book),
        entities=cast(book),
        claims=rows.claims(book),
        ledger=tuple(entry.row for entry in entries),
        divergences=parted,
        quotes=rows.quotes(book),
        timeline=timeline(book),
        negotiation=table,
        wording=worded,
        lead=_lead(book),
        brief=brief(book, entries, table, worded=worded, parted=parted, when=when),
    )


def _title(book: Catalogue, entries: Sequence[Entry]) -> str:
    told = headline(book)
    if told:
        return told[0]
    return entries[0].row.text if entries else "Untitled story"


def _lead(book: Catalogue) -> LeadRow | None:
    """The lead of the account whose headline the story bears, else of the first."""
    told = headline(book)
    if not book.story:
        return None
    marked = book.by_id[told[1]] if told else book.story[0]
    found = lead(marked)
    return LeadRow(
        account=marked.id,
        who=_at(found.who),
        what=_at(found.what),
        when=_at(found.when),
        where=_at(found.where),
        day=found.day,
    )


def _at(span: Span | None) -> At | None:
    return (span.start, span.end) if span else None
