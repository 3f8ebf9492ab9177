"""The timeline: what happened when, in order, each row a claim's words with the date that its own verb carries."""

from collections import defaultdict

from variorum.model.alignment import Key, Moment
from variorum.model.collation import MomentRow
from variorum.model.wire import identify
from variorum.report.catalogue import Catalogue
from variorum.report.clarity import clarity
from variorum.report.dating import dates, first_day

__all__ = ["timeline"]


CLEAR = 0.5  # of a claim on the timeline; below stand teasers, tags and shards
_UNREAL = frozenset({"possible", "conditional", "desired", "considered", "refused", "denied"})


def timeline(book: Catalogue) -> tuple[MomentRow, ...]:
    """The rows in order of time, coarse before fine; one row for each thing that happened at a time."""
    group_of = {key: at for at, group in enumerate(book.alignment.groups) for key in group.claims}
    rows: dict[str, MomentRow] = {}
    for moment in book.alignment.moments:
        happened: dict[object, list[Key]] = defaultdict(list)
        for key in moment.claims:
            if key in book.claim_ids and _is_time_of(book, key, moment.when):
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


def _is_time_of(book: Catalogue, key: Key, when: str) -> bool:
    """Whether the claim's own verb carries the date of the moment, and the claim is more than a possibility."""
    if book.claim(key).modality in _UNREAL or clarity(book.by_id[key.account], book.claim(key)) < CLEAR:
        return False
    published = first_day(book.by_id[key.account].account.published)
    return any(each.value.startswith(when) for each in dates(book, key, published))
