"""Composes the collation: values in, wire rows out. Nothing is found here; everything is counted, ordered and cited.

The result does not depend on the order in which the accounts come.
"""

from collections.abc import Sequence
from dataclasses import replace

from variorum.model.alignment import Alignment
from variorum.model.collation import Collation
from variorum.model.judgement import Judgements
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Failure
from variorum.report import rows
from variorum.report.brief import brief
from variorum.report.cast import cast
from variorum.report.catalogue import Catalogue, catalogue
from variorum.report.chief import chief, opening
from variorum.report.event import background, event, headline, plain_title, story_row
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
    named = plain_title(title) or _title(book, entries)
    return Collation(
        story=story_row(book, when, named, ()),
        accounts=rows.accounts(book, families(book), retold(book)),
        failures=rows.failures(failures),
        reprints=rows.reprints(book),
        entities=cast(book),
        claims=rows.claims(book),
        ledger=tuple(entry.row for entry in entries),
        divergences=parted,
        quotes=rows.quotes(book),
        timeline=timeline(book, when),
        negotiation=table,
        wording=worded,
        lead=chief(book, named, when),
        brief=brief(book, entries, table, worded=worded, parted=parted, when=when, title=named),
    )


def _title(book: Catalogue, entries: Sequence[Entry]) -> str:
    """The plainest headline; without one, the row that most accounts open with."""
    told = headline(book)
    if told:
        return told[0]
    groups = book.alignment.groups
    first = max(entries, key=lambda entry: opening(book, groups[entry.group].claims), default=None)
    return first.row.text if first else "Untitled story"
