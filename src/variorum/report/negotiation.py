"""The negotiation as rows: who sits at the table, who helps, what each wants, what was agreed, what comes next.

A story that is no negotiation has no parties; positions that somebody states stand all the same.
"""

from variorum.model.collation import AgreementRow, Negotiation, NextStepRow, PositionRow
from variorum.model.judgement import Agreement, Judgements, Position, Stance
from variorum.model.wire import identify
from variorum.report.catalogue import Catalogue
from variorum.report.table import table

__all__ = ["negotiation"]

STANCES: tuple[Stance, ...] = (  # as a reader asks: what is wanted, what is given, what is not
    "demand", "condition", "threaten", "seek", "propose", "offer", "concede", "accept", "reject", "refuse", "withhold"
)  # fmt: skip


def negotiation(book: Catalogue, judgements: Judgements) -> Negotiation:
    """The table, the positions by party, the agreements and the next steps."""
    seats = table(book, judgements.positions)
    agreements = [each for each in judgements.agreements if each.kind == "agreement"]
    steps = [each for each in judgements.agreements if each.kind == "next-step"]
    return Negotiation(
        parties=seats.parties,
        mediators=seats.mediators,
        hosts=seats.hosts,
        observers=seats.observers,
        venue=seats.venue,
        positions=_positions(book, judgements.positions, tuple(party.entity for party in seats.parties)),
        agreements=tuple(_agreement(book, each, tuple(party.entity for party in seats.parties)) for each in agreements),
        next_steps=tuple(NextStepRow(text=each.text, claims=book.ids(each.claims)) for each in steps),
    )


def _positions(book: Catalogue, found: tuple[Position, ...], parties: tuple[str, ...]) -> tuple[PositionRow, ...]:
    """By party, those at the table first, then those whom most is told of; of each what most accounts tell first."""
    rows: dict[str, PositionRow] = {}
    accounts: dict[str, int] = {}
    told: dict[str, int] = {}
    for each in found:
        row = PositionRow(
            id=identify("p", each),
            party=book.entity_ids[each.party],
            issue=each.issue,
            stance=each.stance,
            text=each.text,
            known=each.known,
            claims=book.ids(each.claims),
            rule=each.origin.rule,
        )
        if rows.setdefault(row.id, row) is row:
            accounts[row.id] = len({key.account for key in each.claims})
            told[row.party] = told.get(row.party, 0) + accounts[row.id]
    return tuple(
        sorted(
            rows.values(),
            key=lambda row: (
                row.party not in parties,
                -told[row.party],
                row.party,
                row.stance == "withhold",
                -accounts[row.id],
                STANCES.index(row.stance),
                row.issue,
                row.id,
            ),
        )
    )


def _agreement(book: Catalogue, each: Agreement, table: tuple[str, ...]) -> AgreementRow:
    """Its parties; "both sides" are those at the table."""
    return AgreementRow(
        text=each.text,
        parties=tuple(book.entity_ids[party] for party in each.parties) or table,
        confirmed_by=tuple(book.entity_ids[party] for party in each.confirmed_by),
        claims=book.ids(each.claims),
    )
