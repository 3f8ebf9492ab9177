"""Origins: which accounts count as one, as a whole and within one row of the ledger.

As a whole: accounts of one outlet, accounts that carry mostly one text, accounts that have their story from one other
outlet. Within a row also those whose words here are the same, stand in a shared passage or are credited to one outlet.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from variorum.model.alignment import Credit, Key, Reprint
from variorum.model.text import Span
from variorum.report.catalogue import Catalogue
from variorum.report.voices import Voice, alike

__all__ = ["Folds", "families", "origins_of", "retold", "root"]

T = TypeVar("T")
COPIED = 0.5  # share of the shorter account's words from which two accounts count as one origin
WIRED = 0.2  # the same where the passage stands under an agency's name: its story in two versions; chosen, not swept
SENTENCE = 12  # words from which one claim in the same words is copied: fewer may be a headline's; chosen, not swept
VERBATIM = 0.8  # share of its word triples, so that an edited word leaves it the same; chosen, not swept
MOST_TEXTS = 48  # different wordings of one row that are compared; beyond, only equal ones are one
COVERED = 0.8  # share of a claim's characters inside a reprinted passage from which the claim is copied


@dataclass(frozen=True, slots=True)
class Folds:
    """What makes several accounts one origin: families of whole accounts, shared passages by pair, credits."""

    family: dict[str, str]
    reprints: dict[tuple[str, str], list[Reprint]]
    credited: dict[str, list[Credit]]

    @classmethod
    def of(cls, book: Catalogue) -> "Folds":
        """The folds of a story."""
        credited: dict[str, list[Credit]] = defaultdict(list)
        for each in book.alignment.credits:
            credited[each.account].append(each)
        return cls(families(book), _by_pair(book.alignment.reprints), credited)


def families(book: Catalogue) -> dict[str, str]:
    """Each account's origin: the first account, in reading order, of those that go back to one."""
    parents = {marked.id: marked.id for marked in book.story}
    for reprint in book.alignment.reprints:
        if reprint.share >= (WIRED if reprint.credit else COPIED):
            _join(parents, book.order, reprint.accounts)
    ties: dict[tuple[str, str], list[str]] = defaultdict(list)
    for marked in book.story:
        if marked.account.outlet:
            ties["outlet", marked.account.outlet.casefold()].append(marked.id)
    for credit in book.alignment.credits:
        if credit.whole:
            ties["credit", credit.outlet] += [credit.account, *credit.homes]
    for accounts in ties.values():
        _join(parents, book.order, accounts)
    return {account: root(parents, account) for account in parents}


def retold(book: Catalogue) -> dict[str, Credit]:
    """For each account that has its story from another outlet, the first place that says so."""
    found: dict[str, Credit] = {}
    for credit in book.alignment.credits:
        if credit.whole:
            found.setdefault(credit.account, credit)
    return found


def origins_of(book: Catalogue, keys: Sequence[Key], folds: Folds, voices: Sequence[Voice]) -> dict[str, str]:
    """Account → origin within the row of these claims, which the voices tell."""
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
    for left, right in _verbatim(voices):
        _join(parents, order, (left, right))
    ties: dict[str, list[str]] = defaultdict(list)
    for account, credit in _credited(book, keys, folds):
        ties[credit.outlet] += [account, *(home for home in credit.homes if home in parents)]
    for tied in ties.values():
        _join(parents, order, tied)
    return {account: root(parents, account) for account in accounts}


def _verbatim(voices: Sequence[Voice]) -> Iterable[tuple[str, str]]:
    """Pairs of accounts that tell it in the same words of their own: too short for a reprint, too long for chance."""
    texts: dict[tuple[str, ...], str] = {}
    for voice in voices:
        if not voice.quoted and len(voice.said) >= SENTENCE:
            yield texts.setdefault(voice.said, voice.account), voice.account
    kept = list(texts.items())[:MOST_TEXTS]
    for at, (left, one) in enumerate(kept):
        for right, two in kept[at + 1 :]:
            if one != two and alike(left, right) >= VERBATIM:
                yield one, two


def _credited(book: Catalogue, keys: Sequence[Key], folds: Folds) -> Iterable[tuple[str, Credit]]:
    """The accounts whose every claim in the row is credited to another outlet, with the credits."""
    claims: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        claims[key.account].append(key)
    for account, own in claims.items():
        found = [[one for one in folds.credited.get(account, ()) if _stands(book, key, one)] for key in own]
        if all(found):
            yield from ((account, credit) for each in found for credit in each)


def _stands(book: Catalogue, key: Key, credit: Credit) -> bool:
    """Whether a credit is given in the sentence of a claim, or where its speaker is named."""
    marked, claim = book.by_id[key.account], book.claim(key)
    sentence = book.sentence(key)
    if sentence is not None and sentence.span.covers(credit.span):
        return True
    if claim.source.attribution is None or claim.source.attribution >= len(marked.attributions):
        return False
    told = marked.attributions[claim.source.attribution]
    for place in (told.cue, told.source):
        at = bisect_right(marked.sentences, place.start, key=lambda each: each.span.start) - 1 if place else -1
        if at >= 0 and marked.sentences[at].span.covers(credit.span):
            return True
    return False


def _covers(passage: Span, spans: dict[str, list[Span]]) -> bool:
    return any(
        min(passage.end, span.end) - max(passage.start, span.start) >= COVERED * max(1, len(span))
        for span in spans.get(passage.account, ())
    )


def _by_pair(reprints: Sequence[Reprint]) -> dict[tuple[str, str], list[Reprint]]:
    found: dict[tuple[str, str], list[Reprint]] = defaultdict(list)
    for reprint in reprints:
        accounts = sorted({span.account for pair in reprint.pairs for span in pair})
        for at, left in enumerate(accounts):
            for right in accounts[at + 1 :]:
                found[left, right].append(reprint)
    return found


def root(parents: dict[T, T], each: T) -> T:
    """The one that stands for all that are joined with it; the way there is shortened in `parents`."""
    while parents[each] != each:
        parents[each] = parents[parents[each]]
        each = parents[each]
    return each


def _join(parents: dict[str, str], order: dict[str, int], accounts: Sequence[str]) -> None:
    roots = sorted({root(parents, each) for each in accounts if each in parents}, key=order.__getitem__)
    for each in roots[1:]:
        parents[each] = roots[0]
