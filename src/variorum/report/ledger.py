"""The ledger: what is told, by how many accounts, origins and witnesses, and how each account stands to it.

Three counts, never one: accounts that tell it; origins, after reprints and credits are folded; witnesses, the distinct
ultimate sources. A row's text is the clearest of its claims, verbatim.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model.alignment import ClaimGroup, Key
from variorum.model.collation import BorneRow, LedgerRow, Status
from variorum.model.finding import Rule
from variorum.model.judgement import Divergence, Judgements, StandKind
from variorum.model.wire import identify
from variorum.report.bearers import bearers, sentences
from variorum.report.bearing import bears, cover, undoes
from variorum.report.catalogue import Catalogue
from variorum.report.clarity import alone, clarity
from variorum.report.origins import Folds, origins_of
from variorum.report.shown import is_clear
from variorum.report.voices import Speakers
from variorum.report.witnesses import Witnesses, witnesses_of
from variorum.report.words import counted

__all__ = ["RULES", "Entry", "ledger"]

RULES = (
    Rule("ledger.corroborated", "Two or more independent origins tell it, and they do not rest on one party's word."),
    Rule("ledger.one-party", "Several accounts tell it, but as far as they name a source, it is one party's word."),
    Rule("ledger.single", "Only one account, or several that have it from one text or one outlet, tells it."),
    Rule("ledger.contested", "Accounts or their sources contradict one another on it."),
)


SURPLUS = 0.15  # share of a gist's words, told by itself alone, that a plainer member need save; chosen, not swept
MOST_GISTS = 64  # members of a row that are compared with all of its accounts


@dataclass(frozen=True, slots=True)
class Entry:
    """A ledger row with the group that it comes from and its weight in the ranking."""

    row: LedgerRow
    group: int
    weight: float
    background: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """A group with what is judged about it."""

    index: int
    group: ClaimGroup
    stands: dict[str, StandKind]
    disputes: Sequence[Divergence]
    background: bool


def ledger(book: Catalogue, judgements: Judgements, background: Iterable[int] = ()) -> tuple[Entry, ...]:
    """The rows, most told and most newsworthy first; `background` names groups that lie before the event."""
    stands: dict[int, dict[str, StandKind]] = defaultdict(dict)
    for stand in judgements.stands:
        stands[stand.group][stand.account] = stand.kind
    disputes: dict[int, list[Divergence]] = defaultdict(list)
    for divergence in judgements.divergences:
        if divergence.group is not None:
            disputes[divergence.group].append(divergence)
    folds, speakers = Folds.of(book), Speakers.of(book)
    behind = frozenset(background)
    found = [
        _entry(speakers, folds, _Told(index, group, stands[index], disputes[index], index in behind))
        for index, group in enumerate(book.alignment.groups)
    ]
    return tuple(sorted(found, key=lambda entry: (-entry.weight, entry.row.id)))


def _entry(speakers: Speakers, folds: Folds, told: _Told) -> Entry:
    book = speakers.book
    keys = sorted(told.group.claims, key=lambda key: (book.rank(key.account), key.index))
    gist = _gist(book, told.group, keys)
    accounts = tuple(dict.fromkeys(key.account for key in keys))
    voices = [speakers.voice(key) for key in keys]
    origins = origins_of(book, keys, folds, voices)
    witnesses = witnesses_of(speakers, voices, origins)
    count = len(set(origins.values()))
    status = _status(len(accounts), count, witnesses, told)
    row = LedgerRow(
        id="g" + identify("g", tuple(sorted(book.ids(keys))))[1:],
        text=book.words(book.claim(gist).span),
        gist=book.claim_ids[gist],
        claims=book.ids(keys),
        accounts=len(accounts),
        origins=count,
        witnesses=witnesses.count,
        status=status,
        stands={account: told.stands[account] for account in book.order if account in told.stands},
        why=_why(status, len(accounts), count, witnesses.count),
        borne=_bearers(speakers, folds, told, keys, gist) if len(accounts) > 1 else None,
    )
    return Entry(row, told.index, round(_weight(book, keys, row, told.background), 6), told.background)


def _bearers(speakers: Speakers, folds: Folds, told: _Told, keys: Sequence[Key], gist: Key) -> BorneRow:
    """The row as those stand to it whose sentences bear the gist."""
    book = speakers.book
    text = book.words(book.claim(gist).span)
    said = sentences(book, keys)
    bearing = bearers(book, gist, keys)
    own = [key for key in keys if key.account in bearing]
    voices = [speakers.voice(key) for key in own]
    origins = origins_of(book, own, folds, voices)
    witnesses = witnesses_of(speakers, voices, origins)
    count = len(set(origins.values()))
    status = _status(len(bearing), count, witnesses, told)
    return BorneRow(
        accounts=bearing,
        origins=count,
        witnesses=witnesses.count,
        status="contested" if any(undoes(text, " ".join(each)) for each in said.values()) else status,
    )


def _gist(book: Catalogue, group: ClaimGroup, keys: Sequence[Key]) -> Key:
    """Of the members that stand alone, the one that most other accounts bear; the group's own before its equals.

    One in plain words before any with a loaded word of the outlet's own. Where none stands alone, the clearest.
    """
    standing = [key for key in keys if alone(book.by_id[key.account], book.claim(key))]
    told: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        told[key.account].append(book.claim(key).text)
    sign = book.claim(group.gist).polarity
    likely = [key for key in standing if book.claim(key).polarity == sign] or standing
    likely = [key for key in likely if is_clear(book.claim(key).text)] or likely
    likely = [key for key in likely if not _loaded(book, key)] or likely
    borne = {key: _borne(book, key, told) for key in likely[:MOST_GISTS]}
    most = max(borne.values(), default=(0, 0.0))
    near = [key for key, (count, mean) in borne.items() if count == most[0] and mean > most[1] - SURPLUS]
    if group.gist in near:
        return group.gist
    return max(near or keys, key=lambda key: (_clear(book, key), -book.rank(key.account), -key.index))


def _loaded(book: Catalogue, key: Key) -> bool:
    span = book.claim(key).span
    marks = (each for each in book.by_id[key.account].wording if each.kind in ("loaded", "label") and not each.quoted)
    return any(span.covers(each.span) for each in marks)


def _borne(book: Catalogue, key: Key, told: dict[str, list[str]]) -> tuple[int, float]:
    """How many other accounts bear the words of a claim, and the share of them that these have on average."""
    text = book.claim(key).text
    others = [each for account, each in told.items() if account != key.account]
    shares = [cover(text, each) for each in others]
    return sum(bears(text, each) for each in others), sum(shares) / max(1, len(shares))


def _clear(book: Catalogue, key: Key) -> float:
    claim = book.claim(key)
    plain = 0.15 if claim.source.kind == "outlet" else 0.05 if claim.source.kind == "speaker" else 0.0
    plain += 0.1 if claim.polarity == "positive" and claim.modality != "denied" else 0.0
    return round(clarity(book.by_id[key.account], claim) + plain, 3)


def _status(accounts: int, origins: int, witnesses: Witnesses, told: _Told) -> Status:
    stands = set(told.stands.values())
    if any(each.severity == "conflict" for each in told.disputes) or ({"denies", "asserts"} <= stands and accounts > 1):
        return "contested"
    if origins < 2:
        return "single"
    return "one-party" if witnesses.one_party else "corroborated"


def _why(status: Status, accounts: int, origins: int, witnesses: int) -> str:
    told = f"{counted(accounts, 'account')}, {counted(origins, 'origin')}, {counted(witnesses, 'witness')}"
    if status == "single" and accounts > 1:
        return f"{told}: the accounts have it from one text or one outlet."
    reasons = {
        "corroborated": "told independently, and not on one party's word alone.",
        "one-party": "as far as a source is named, it is one party's word.",
        "single": "one account alone tells it.",
        "contested": "accounts or their sources contradict one another.",
    }
    return f"{told}: {reasons[status]}"


def _weight(book: Catalogue, keys: Sequence[Key], row: LedgerRow, background: bool) -> float:
    """What several independent origins tell comes first, then the news itself; background and shards come later."""
    leads: dict[str, float] = {}
    for key in keys:
        total = max(1, len(book.by_id[key.account].sentences))
        leads[key.account] = max(leads.get(key.account, 0.0), 1.0 - min(1.0, book.claim(key).sentence / total))
    lead = sum(leads.values()) / max(1, len(leads))
    clear = max(clarity(book.by_id[key.account], book.claim(key)) for key in keys)
    weight: float = 1.6 * math.log2(1 + row.origins) + 0.4 * math.log2(1 + row.witnesses) + 1.2 * lead + clear
    weight += 0.6 if row.status == "contested" else 0.0
    weight -= 0.3 if row.status == "one-party" else 0.0
    return weight - (1.5 if background else 0.0)
