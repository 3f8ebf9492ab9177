"""Reprints: passages that one account took from another, or both from a wire, found outside quotation marks.

Runs of equal words are seeded by shared word six-grams and joined over small edits, so a lightly edited copy is still
one passage. Words that a source said stand in many accounts without any copying, so quoted words seed nothing. Linear
in the words of the story but for the passages found. Source of the method: winnowed n-gram reuse as in Clough et al.
(2002), METER.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from variorum import lang
from variorum.model.alignment import Reprint
from variorum.model.finding import Origin, Rule
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Span

__all__ = ["RULES", "align_reprints"]

RULES = (
    Rule("reprint.passage", "Both accounts carry the same run of words outside quotation marks."),
    Rule("reprint.credit", "Both accounts carry the same run of words, and one credits a news agency."),
)
GRAM = 6  # words of a seed: five meet by chance in reports of one event (names and titles), seven miss edited copies
GAP = 4  # words that may differ between two seeds of one passage
MIN_WORDS = 14  # a shorter run is a stock phrase
MAX_POSTINGS = 400  # a gram in more accounts than this is boilerplate: pairs would grow with its square
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Words:
    account: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    free: tuple[bool, ...]  # outside quotation marks


@dataclass(frozen=True, slots=True)
class _Wire:
    id: str
    name: str


def align_reprints(story: tuple[AnnotatedAccount, ...]) -> tuple[Reprint, ...]:
    """The shared passages by pair of accounts, in the order of the accounts' ids; `share` is of the shorter account."""
    texts = {marked.id: _words(marked) for marked in story}
    credited = {marked.id: _credit(marked) for marked in story}
    found = []
    for (left, right), runs in sorted(_runs(texts).items()):
        one, two = texts[left], texts[right]
        pairs = tuple((_span(one, a, a + n), _span(two, b, b + m)) for a, b, n, m in runs)
        share = min(1.0, sum(min(n, m) for _, _, n, m in runs) / max(1, min(len(one.words), len(two.words))))
        credit = credited[left] or credited[right]
        found.append(
            Reprint(
                accounts=(left, right),
                pairs=pairs,
                share=round(share, 4),
                credit=credit,
                evidence=tuple(span for pair in pairs for span in pair),
                origin=Origin("align.reprints", "reprint.credit" if credit else "reprint.passage"),
                score=round(share, 4),
            )
        )
    return tuple(found)


def _words(marked: AnnotatedAccount) -> _Words:
    text = marked.account.text
    quoted = sorted((q.span.start, q.span.end) for q in marked.quotes if q.kind == "direct")
    words, spans, free = [], [], []
    at = 0
    for match in _WORD.finditer(text):
        while at < len(quoted) and quoted[at][1] <= match.start():
            at += 1
        words.append(match.group().casefold())
        spans.append(match.span())
        free.append(not (at < len(quoted) and quoted[at][0] <= match.start()))
    return _Words(marked.id, tuple(words), tuple(spans), tuple(free))


def _runs(texts: dict[str, _Words]) -> dict[tuple[str, str], list[tuple[int, int, int, int]]]:
    """Per pair of accounts the runs `(start left, start right, words left, words right)`, not overlapping."""
    postings: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for account, each in sorted(texts.items()):
        for at in range(len(each.words) - GRAM + 1):
            places = postings[each.words[at : at + GRAM]]
            if all(each.free[at : at + GRAM]) and (not places or places[-1][0] != account):
                places.append((account, at))  # an account's own repetitions would square the pairs
    seeds: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for places in postings.values():
        if 1 < len(places) <= MAX_POSTINGS:
            for (left, a), (right, b) in combinations(places, 2):
                if left != right:
                    seeds[left, right].add((a, b))
    runs = {pair: list(_chain(sorted(starts))) for pair, starts in seeds.items()}
    return {pair: kept for pair, found in runs.items() if (kept := _apart(found))}


def _chain(starts: list[tuple[int, int]]) -> Iterable[tuple[int, int, int, int]]:
    open_runs: list[list[int]] = []
    for a, b in starts:
        for run in open_runs:
            if 0 <= a - run[2] <= GAP + 1 and 0 <= b - run[3] <= GAP + 1:
                run[2], run[3] = a + GRAM, b + GRAM
                break
            if a < run[2] <= a + GRAM and b < run[3] <= b + GRAM and a - run[0] >= 0 and b - run[1] >= 0:
                run[2], run[3] = max(run[2], a + GRAM), max(run[3], b + GRAM)
                break
        else:
            open_runs.append([a, b, a + GRAM, b + GRAM])
        done = [run for run in open_runs if a - run[2] > GAP + 1]
        open_runs = [run for run in open_runs if a - run[2] <= GAP + 1]
        yield from ((r[0], r[1], r[2] - r[0], r[3] - r[1]) for r in done)
    yield from ((r[0], r[1], r[2] - r[0], r[3] - r[1]) for r in open_runs)


def _apart(runs: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    kept: list[tuple[int, int, int, int]] = []
    for run in sorted(runs, key=lambda r: (-min(r[2], r[3]), r)):
        if min(run[2], run[3]) < MIN_WORDS:
            break
        if all(run[0] >= k[0] + k[2] or k[0] >= run[0] + run[2] for k in kept) and all(
            run[1] >= k[1] + k[3] or k[1] >= run[1] + run[3] for k in kept
        ):
            kept.append(run)
    return sorted(kept)


def _span(each: _Words, start: int, end: int) -> Span:
    return Span(each.account, each.spans[start][0], each.spans[end - 1][1])


def _credit(marked: AnnotatedAccount) -> str:
    """The agency that an account credits: in its byline, its dateline, or its first or last 200 characters."""
    text = marked.account.text
    places = (
        marked.account.byline or "",
        marked.account.dateline or "",
        text[:200],
        text[-200:],
        *marked.account.notes,
    )
    for wire in lang.load("en", "wires", _Wire):
        shouted = re.compile(rf"(?<!\w){re.escape(wire.name)}(?!\w)")
        if any(shouted.search(place) for place in places):
            return wire.name
    return ""
