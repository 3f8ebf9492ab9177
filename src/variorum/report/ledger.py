"""The ledger: what is told, by how many accounts, origins and witnesses, and how each account stands to it.

Three counts, never one: accounts that tell it; origins, after reprints are folded; witnesses, the distinct ultimate
sources. A row's text is the clearest of its claims, verbatim.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model.alignment import ClaimGroup, Key, Reprint
from variorum.model.collation import LedgerRow, Status
from variorum.model.finding import Rule
from variorum.model.judgement import Divergence, Judgements, StandKind
from variorum.model.markup import ClaimSource
from variorum.model.text import Span
from variorum.model.wire import identify
from variorum.report.catalogue import Catalogue
from variorum.report.clarity import clarity

__all__ = ["RULES", "Entry", "families", "ledger"]

RULES = (
    Rule("ledger.corroborated", "Two or more independent origins tell it, and they do not all rest on one party."),
    Rule("ledger.one-party", "Several accounts tell it, but all of them have it from one party."),
    Rule("ledger.single", "Only one account, or one text that several accounts carry, tells it."),
    Rule("ledger.contested", "Accounts or their sources contradict one another on it."),
)
COPIED = 0.5  # share of the shorter account's words from which two accounts count as one origin
COVERED = 0.8  # share of a claim's characters inside a reprinted passage from which the claim is copied
_DETERMINERS = ("the ", "a ", "an ", "his ", "her ", "their ", "its ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A ledger row with the group that it comes from and its weight in the ranking."""

    row: LedgerRow
    group: int
    weight: float
    background: bool


@dataclass(frozen=True, slots=True)
class _Folds:
    """What makes several accounts one origin: families of whole texts, and shared passages by pair."""

    family: dict[str, str]
    reprints: dict[tuple[str, str], list[Reprint]]


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
    family = families(book)
    reprints = _by_pair(book.alignment.reprints)
    stands: dict[int, dict[str, StandKind]] = defaultdict(dict)
    for stand in judgements.stands:
        stands[stand.group][stand.account] = stand.kind
    disputes: dict[int, list[Divergence]] = defaultdict(list)
    for divergence in judgements.divergences:
        if divergence.group is not None:
            disputes[divergence.group].append(divergence)
    folds = _Folds(family, reprints)
    behind = frozenset(background)
    found = [
        _entry(book, folds, _Told(index, group, stands[index], disputes[index], index in behind))
        for index, group in enumerate(book.alignment.groups)
    ]
    return tuple(sorted(found, key=lambda entry: (-entry.weight, entry.row.id)))


def families(book: Catalogue) -> dict[str, str]:
    """Each account's origin: the first account, in reading order, of those that carry mostly one text."""
    parents = {marked.id: marked.id for marked in book.story}
    for reprint in book.alignment.reprints:
        if reprint.share >= COPIED:
            _join(parents, book.order, reprint.accounts)
    return {account: _root(parents, account) for account in parents}


def _entry(book: Catalogue, folds: _Folds, told: _Told) -> Entry:
    keys = sorted(told.group.claims, key=lambda key: (book.rank(key.account), key.index))
    gist = max(keys, key=lambda key: (_clear(book, key), -book.rank(key.account), -key.index))
    accounts = tuple(dict.fromkeys(key.account for key in keys))
    origins = _origins(book, keys, folds)
    witnesses = {_witness(book, key, origins) for key in keys}
    parties = {_party(book, witness) for witness in witnesses}
    count = len(set(origins.values()))
    status = _status(len(accounts), count, parties, told)
    row = LedgerRow(
        id="g" + identify("g", tuple(sorted(book.ids(keys))))[1:],
        text=book.words(book.claim(gist).span),
        gist=book.claim_ids[gist],
        claims=book.ids(keys),
        accounts=len(accounts),
        origins=count,
        witnesses=len(witnesses),
        status=status,
        stands={account: told.stands[account] for account in book.order if account in told.stands},
        why=_why(status, len(accounts), count, len(witnesses)),
    )
    return Entry(row, told.index, round(_weight(book, keys, row, told.background), 6), told.background)


def _clear(book: Catalogue, key: Key) -> float:
    claim = book.claim(key)
    plain = 0.15 if claim.source.kind == "outlet" else 0.05 if claim.source.kind == "speaker" else 0.0
    plain += 0.1 if claim.polarity == "positive" and claim.modality != "denied" else 0.0
    return round(clarity(book.by_id[key.account], claim) + plain, 3)


def _origins(book: Catalogue, keys: Sequence[Key], folds: _Folds) -> dict[str, str]:
    """Account → origin within this row: accounts whose claims here stand in a shared passage are one origin."""
    accounts = list(dict.fromkeys(key.account for key in keys))
    spans: dict[str, list[Span]] = defaultdict(list)
    for key in keys:
        spans[key.account].append(book.claim(key).span)
    parents = {account: account for account in accounts}
    order = {account: at for at, account in enumerate(accounts)}
    heads: dict[str, str] = {}
    for account in accounts:
        first = heads.setdefault(folds.family[account], account)
        _join(parents, order, (first, account))
    for at, left in enumerate(accounts):
        for right in accounts[at + 1 :]:
            for reprint in folds.reprints.get((min(left, right), max(left, right)), ()):
                if any(_covers(one, spans) and _covers(two, spans) for one, two in reprint.pairs):
                    _join(parents, order, (left, right))
    return {account: _root(parents, account) for account in accounts}


def _covers(passage: Span, spans: dict[str, list[Span]]) -> bool:
    return any(
        min(passage.end, span.end) - max(passage.start, span.start) >= COVERED * max(1, len(span))
        for span in spans.get(passage.account, ())
    )


def _witness(book: Catalogue, key: Key, origins: dict[str, str]) -> tuple[str, str | int]:
    """The ultimate source: the speaker's entity, else the source's words, else what the outlet itself observed."""
    source = book.claim(key).source
    if source.kind == "outlet":
        return "outlet", origins[key.account]
    entity = book.entity(key.account, source.referent)
    if entity is not None:
        return "entity", entity
    return source.kind, _plain(source) or origins[key.account]


def _plain(source: ClaimSource) -> str:
    text = " ".join(source.text.casefold().split())
    return next((text[len(each) :] for each in _DETERMINERS if text.startswith(each)), text)


def _party(book: Catalogue, witness: tuple[str, str | int]) -> tuple[str, str | int]:
    kind, who = witness
    return ("entity", book.party(who)) if kind == "entity" and isinstance(who, int) else witness


def _status(accounts: int, origins: int, parties: set[tuple[str, str | int]], told: _Told) -> Status:
    stands = set(told.stands.values())
    if any(each.severity == "conflict" for each in told.disputes) or ({"denies", "asserts"} <= stands and accounts > 1):
        return "contested"
    if origins < 2:
        return "single"
    if len(parties) == 1 and next(iter(parties))[0] != "outlet":
        return "one-party"
    return "corroborated"


def _why(status: Status, accounts: int, origins: int, witnesses: int) -> str:
    told = f"{_count(accounts, 'account')}, {_count(origins, 'origin')}, {_count(witnesses, 'witness')}"
    if status == "single" and accounts > 1:
        return f"{told}: the accounts carry one text."
    reasons = {
        "corroborated": "told independently, and not by one party alone.",
        "one-party": "all have it from one party.",
        "single": "one account alone tells it.",
        "contested": "accounts or their sources contradict one another.",
    }
    return f"{told}: {reasons[status]}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}es" if noun.endswith("s") else f"{number} {noun}s"


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


def _by_pair(reprints: Sequence[Reprint]) -> dict[tuple[str, str], list[Reprint]]:
    found: dict[tuple[str, str], list[Reprint]] = defaultdict(list)
    for reprint in reprints:
        accounts = sorted({span.account for pair in reprint.pairs for span in pair})
        for at, left in enumerate(accounts):
            for right in accounts[at + 1 :]:
                found[left, right].append(reprint)
    return found


def _root(parents: dict[str, str], account: str) -> str:
    while parents[account] != account:
        parents[account] = parents[parents[account]]
        account = parents[account]
    return account


def _join(parents: dict[str, str], order: dict[str, int], accounts: Sequence[str]) -> None:
    roots = sorted({_root(parents, each) for each in accounts if each in parents}, key=order.__getitem__)
    for each in roots[1:]:
        parents[each] = roots[0]
