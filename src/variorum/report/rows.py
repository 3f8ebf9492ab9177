"""The plain rows: accounts, failures, reprints, claims, quotes, divergences, written as they were found."""

from collections.abc import Sequence

from variorum.model.alignment import Credit, Key
from variorum.model.collation import (
    AccountRow,
    ClaimRow,
    DivergenceRow,
    FailureRow,
    Place,
    QuantityRow,
    QuoteRow,
    ReprintRow,
    SourceRow,
)
from variorum.model.judgement import Divergence
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Failure, Span
from variorum.model.wire import identify
from variorum.report.catalogue import Catalogue

__all__ = ["accounts", "claims", "divergences", "failures", "quotes", "reprints"]


def accounts(book: Catalogue, families: dict[str, str], retold: dict[str, Credit]) -> tuple[AccountRow, ...]:
    """The accounts in reading order; `families` gives each one's origin, `retold` where it credits another outlet."""
    return tuple(_account(marked, families.get(marked.id), retold.get(marked.id)) for marked in book.story)


def failures(found: Sequence[Failure]) -> tuple[FailureRow, ...]:
    """What could not be read or done, each once, sorted."""
    return tuple(
        FailureRow(name=each.name, step=each.step, error=each.error, code=each.code) for each in sorted(set(found))
    )


def reprints(book: Catalogue) -> tuple[ReprintRow, ...]:
    """The shared passages, the largest share first."""
    rows = {}
    for each in book.alignment.reprints:
        row = ReprintRow(
            id=identify("r", each),
            accounts=tuple(sorted(each.accounts, key=book.rank)),
            share=each.share,
            evidence=tuple(_place(span) for pair in each.pairs for span in pair),
            credit=each.credit,
            rule=each.origin.rule,
        )
        rows[row.id] = row
    return tuple(sorted(rows.values(), key=lambda row: (-row.share, row.id)))


def claims(book: Catalogue) -> tuple[ClaimRow, ...]:
    """Every claim, in the order of the accounts and of their texts."""
    rows: dict[str, ClaimRow] = {}
    for marked in book.story:
        for at in sorted(range(len(marked.claims)), key=lambda each: (marked.claims[each].span, each)):
            row = _claim(book, Key(marked.id, at))
            rows.setdefault(row.id, row)
    return tuple(rows.values())


def quotes(book: Catalogue) -> tuple[QuoteRow, ...]:
    """Every quote, in the order of the accounts and of their texts."""
    rows: dict[str, QuoteRow] = {}
    for marked in book.story:
        for quote in sorted(marked.quotes, key=lambda each: each.span):
            speaker = book.entity(marked.id, quote.speaker)
            row = QuoteRow(
                id=identify("q", quote),
                account=marked.id,
                at=(quote.span.start, quote.span.end),
                text=book.words(quote.span),
                kind=quote.kind,
                speaker=None if speaker is None else book.entity_ids[speaker],
                source=quote.source,
                cue=quote.cue,
                rule=quote.origin.rule,
            )
            rows.setdefault(row.id, row)
    return tuple(rows.values())


def divergences(book: Catalogue, found: Sequence[Divergence], groups: dict[int, str]) -> tuple[DivergenceRow, ...]:
    """Where they part: conflicts, then tensions, then updates; `groups` gives the ids of ledger rows."""
    order = {"conflict": 0, "tension": 1, "update": 2}
    rows = {}
    for each in found:
        row = DivergenceRow(
            id=identify("d", each),
            kind=each.kind,
            severity=each.severity,
            between=each.between,
            sides=tuple(book.ids(side) for side in each.sides),
            values=each.values,
            why=each.why,
            score=each.score,
            group=None if each.group is None else groups.get(each.group),
            rule=each.origin.rule,
        )
        rows[row.id] = row
    return tuple(sorted(rows.values(), key=lambda row: (order[row.severity], -row.score, row.id)))


def _account(marked: AnnotatedAccount, origin: str | None, credit: Credit | None) -> AccountRow:
    account = marked.account
    return AccountRow(
        id=account.id,
        name=min(account.names) if account.names else account.id,
        outlet=account.outlet,
        title=account.title,
        byline=account.byline,
        published=account.published,
        language=account.language,
        words=len(account.text.split()),
        sha256=account.sha256,
        text=account.text,
        url=account.url,
        updated=account.updated,
        dateline=account.dateline,
        names=tuple(sorted(account.names)),
        dates=tuple((each.value, each.source) for each in account.dates),
        notes=account.notes,
        origin=origin,
        credit=credit.name if credit else "",
        credited=(credit.span.start, credit.span.end) if credit else None,
    )


def _claim(book: Catalogue, key: Key) -> ClaimRow:
    marked = book.by_id[key.account]
    claim = book.claim(key)
    sentence = book.sentence(key)
    source = claim.source
    speaker = book.entity(key.account, source.referent)
    quantities = (marked.quantities[at] for at in claim.quantities)
    times = (marked.timexes[at].value for at in claim.timexes)
    return ClaimRow(
        id=book.claim_ids[key],
        account=key.account,
        at=(claim.span.start, claim.span.end),
        text=book.words(claim.span),
        polarity=claim.polarity,
        modality=claim.modality,
        source=SourceRow(
            kind=source.kind,
            entity=None if speaker is None else book.entity_ids[speaker],
            text=source.text,
            cue=source.cue,
        ),
        entities=tuple(book.entity_ids[each] for each in book.entities_in(key)),
        times=tuple(dict.fromkeys(each for each in times if each)),
        quantities=tuple(
            QuantityRow(value=(each.low, each.high), unit=each.unit, text=each.text) for each in quantities
        ),
        rule=claim.origin.rule,
        sentence=None if sentence is None else (sentence.span.start, sentence.span.end),
        factivity=claim.factivity,
        free_standing=claim.free_standing,
    )


def _place(span: Span) -> Place:
    return Place(account=span.account, at=(span.start, span.end))
