"""Whether two happenings in two sentences are one: the predicates' words and vectors, and who and when beside them.

Used where what happened has to be told apart from what is said about it: two claims with one event may still differ in
all else. The weights are trained by `training/events.py` on ECB+ and stand in `weights/events.json`.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from variorum.align.cluster import agglomerate
from variorum.align.embed import Passage, encoder
from variorum.align.scorer import ensemble
from variorum.align.views import stems_of

__all__ = ["NAMES", "Happening", "event_features", "events_of"]

NAMES = (
    "trigger", "sentence", "alone", "stem", "spelling", "names", "names_any", "numbers", "tfidf", "window",
    "trigger_in_other", "trigger_rank", "own", "accounts", "accounts_meaning",
)  # fmt: skip
THRESHOLD = 0.7  # mean probability of an event's pairs; on the ECB+ dev topics: .3 .736, .6 .763, .7 .769, .75 .766
WINDOW = 40  # code points before and after a trigger that count as its own surroundings
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Happening:
    """A predicate in its sentence: code points `[start, end)` of `text`; `document` tells accounts apart."""

    document: str
    text: str
    start: int
    end: int

    @property
    def trigger(self) -> str:
        """The predicate's own words."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Seen:
    stem: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    window: frozenset[str]


def events_of(happenings: Sequence[Happening]) -> list[list[int]]:
    """The happenings of one story in groups that are one event each: rows of `happenings`, in order of their lowest."""
    pairs = list(combinations(range(len(happenings)), 2))
    if not pairs:
        return [[row] for row in range(len(happenings))]
    links: Iterable[float] = ensemble("events")(event_features(happenings, pairs)).tolist()
    scores = dict(zip(pairs, links, strict=True))
    return agglomerate(len(happenings), scores, threshold=THRESHOLD)


def event_features(happenings: Sequence[Happening], pairs: Sequence[tuple[int, int]]) -> npt.NDArray[np.float32]:
    """An array `(pairs, len(NAMES))` over happenings of one story; symmetric in the two of a pair."""
    if not pairs:
        return np.zeros((0, len(NAMES)), np.float32)
    run = encoder()
    whole, parts = run([Passage(each.text, ((each.start, each.end),)) for each in happenings])
    triggers = np.stack([part[0] for part in parts])
    alone, _ = run([Passage(each.trigger) for each in happenings])
    seen = [_seen(each) for each in happenings]
    idf = _idf(seen)
    near = triggers @ triggers.T
    texts, meanings = _accounts(happenings, seen, whole, idf)
    order = (-near).argsort(axis=1, kind="stable").argsort(axis=1)
    rows = []
    for a, b in pairs:
        one, two = seen[a], seen[b]
        rows.append(
            [
                near[a, b],
                whole[a] @ whole[b],
                alone[a] @ alone[b],
                float(bool(one.stem & two.stem)),
                fuzz.ratio(happenings[a].trigger.casefold(), happenings[b].trigger.casefold()) / 100,
                len(one.names & two.names) / max(1, min(len(one.names), len(two.names))),
                float(bool(one.names & two.names)),
                float(bool(one.numbers & two.numbers))
                - float(bool(one.numbers and two.numbers and not one.numbers & two.numbers)),
                _weighted(one.words, two.words, idf),
                _weighted(one.window, two.window, idf),
                float(bool(one.stem & two.words) or bool(two.stem & one.words)),
                1 / (1 + min(order[a, b], order[b, a])),
                float(happenings[a].document == happenings[b].document),
                texts[happenings[a].document, happenings[b].document],
                meanings[happenings[a].document, happenings[b].document],
            ]
        )
    return np.array(rows, dtype=np.float32)


def _accounts(
    happenings: Sequence[Happening], seen: Sequence[_Seen], whole: npt.NDArray[np.float32], idf: dict[str, float]
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """How near whole accounts are, by words and by meaning: two events of one kind stand in accounts that differ."""
    rows: dict[str, list[int]] = {}
    for row, each in enumerate(happenings):
        rows.setdefault(each.document, []).append(row)
    words = {name: frozenset().union(*(seen[at].words | seen[at].stem for at in each)) for name, each in rows.items()}
    means = {name: whole[each].mean(axis=0) for name, each in rows.items()}
    norms = {name: vector / (np.linalg.norm(vector) or 1.0) for name, vector in means.items()}
    names = sorted(rows)
    texts = {(a, b): _weighted(words[a], words[b], idf) for a in names for b in names if a <= b}
    texts |= {(b, a): value for (a, b), value in texts.items()}
    meanings = {(a, b): float(norms[a] @ norms[b]) for a in names for b in names}
    return texts, meanings


def _seen(each: Happening) -> _Seen:
    around = each.text[max(0, each.start - WINDOW) : each.start] + " " + each.text[each.end : each.end + WINDOW]
    return _Seen(
        stem=stems_of(each.trigger),
        names=frozenset(_NAME.findall(each.text[1:])),
        numbers=frozenset(_NUMBER.findall(each.text)),
        words=stems_of(each.text) - stems_of(each.trigger),
        window=stems_of(around),
    )


def _idf(seen: Sequence[_Seen]) -> dict[str, float]:
    counts = Counter(stem for each in seen for stem in each.words | each.stem | each.window)
    return {stem: math.log((1 + len(seen)) / (1 + count)) + 1 for stem, count in counts.items()}


def _weighted(a: frozenset[str], b: frozenset[str], idf: dict[str, float]) -> float:
    shared = sum(idf[s] ** 2 for s in sorted(a & b))
    size = math.sqrt(sum(idf[s] ** 2 for s in sorted(a)) * sum(idf[s] ** 2 for s in sorted(b)))
    return shared / size if size else 0.0
