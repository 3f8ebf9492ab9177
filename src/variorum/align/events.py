"""Whether two happenings in two sentences are one: the predicates' words and vectors, and who and when beside them.

Used where what happened has to be told apart from what is said about it: two claims with one event may still differ in
all else. The weights are trained by `training/events.py` on ECB+ and stand in `weights/events.json`.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
    "trigger_in_other", "trigger_rank", "own", "accounts", "accounts_meaning", "accounts_names", "accounts_joined",
    "rarity", "commoner", "rarer", "told_by",
)  # fmt: skip
THRESHOLD = 0.65  # mean probability of an event's pairs; on the ECB+ dev topics: .5 .771, .6 .776, .65 .777, .7 .770
WINDOW = 40  # code points before and after a trigger that count as its own surroundings
LINES = 30  # of an account that are read for how near it is to another
Array = npt.NDArray[np.float32]
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


@dataclass(frozen=True, slots=True)
class _Common:
    """How common the stems of triggers are in a story: a rare word told twice tells of one event."""

    stems: tuple[frozenset[str], ...]
    counts: Counter[str]
    documents: dict[str, int]
    told: int

    @classmethod
    def of(cls, happenings: Sequence[Happening], seen: Sequence[_Seen]) -> "_Common":
        """Count them."""
        places: dict[str, set[str]] = {}
        for each, one in zip(happenings, seen, strict=True):
            for stem in one.stem:
                places.setdefault(stem, set()).add(each.document)
        return cls(
            tuple(each.stem for each in seen),
            Counter(stem for each in seen for stem in each.stem),
            {stem: len(documents) for stem, documents in places.items()},
            len({each.document for each in happenings}),
        )

    def __call__(self, a: int, b: int) -> tuple[float, float, float, float]:
        """Rarity of the rarest shared stem (-1: none), shares of the commoner and the rarer one, and of documents."""
        one, two = self.stems[a], self.stems[b]
        shared, size = one & two, len(self.stems)
        shares = [max((self.counts[stem] for stem in each), default=0) / size for each in (one, two)]
        return (
            max((math.log(size / self.counts[stem]) for stem in shared), default=-1.0),
            max(shares),
            min(shares),
            max((self.documents[stem] for stem in shared or one | two), default=0) / self.told,
        )


def events_of(happenings: Sequence[Happening], texts: Mapping[str, str] | None = None) -> list[list[int]]:
    """The happenings of one story in groups that are one event each: rows of `happenings`, in order of their lowest.

    `texts` are the whole accounts by document, where they are known: they tell two stories of one kind apart.
    """
    pairs = list(combinations(range(len(happenings)), 2))
    if not pairs:
        return [[row] for row in range(len(happenings))]
    links: Iterable[float] = ensemble("events")(event_features(happenings, pairs, texts)).tolist()
    scores = dict(zip(pairs, links, strict=True))
    return agglomerate(len(happenings), scores, threshold=THRESHOLD)


def event_features(
    happenings: Sequence[Happening], pairs: Sequence[tuple[int, int]], texts: Mapping[str, str] | None = None
) -> npt.NDArray[np.float32]:
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
    place, near_accounts = _accounts(happenings, texts or {})
    common = _Common.of(happenings, seen)
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
                *near_accounts[:, place[happenings[a].document], place[happenings[b].document]],
                *common(a, b),
            ]
        )
    return np.array(rows, dtype=np.float32)


def _accounts(happenings: Sequence[Happening], texts: Mapping[str, str]) -> tuple[dict[str, int], Array]:
    """How near whole accounts are, `(4, accounts, accounts)`, and each document's row.

    By words, by meaning, by names, and by what average link over these joins: two events of one kind stand in accounts
    that differ. An account that `texts` does not tell is taken to be its sentences with happenings.
    """
    lines: dict[str, dict[str, None]] = {}
    for each in happenings:
        lines.setdefault(each.document, {})[each.text] = None
    names = sorted(lines)
    known = [texts.get(name, "").strip().split("\n")[:LINES] for name in names]
    known = [each if any(each) else list(lines[name]) for name, each in zip(names, known, strict=True)]
    whole = ["\n".join(each) for each in known]
    passages = [(row, Passage(line)) for row, each in enumerate(known) for line in each if line.strip()]
    vectors, _ = encoder()([passage for _, passage in passages])
    of = np.array([row for row, _ in passages])
    means = np.stack([vectors[of == row].mean(axis=0) for row in range(len(names))])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    tables = [_cosines([stems_of(text) for text in whole]), means @ means.T]
    tables.append(_cosines([frozenset(_NAME.findall(text)) for text in whole]))
    mean = np.mean(tables, axis=0)
    return {name: row for row, name in enumerate(names)}, np.stack([*tables, _joined(mean)]).astype(np.float32)


def _cosines(words: Sequence[frozenset[str]]) -> Array:
    """Cosines of sets of words, weighted by their rarity."""
    counts = Counter(word for each in words for word in each)
    columns = {word: at for at, word in enumerate(sorted(counts))}
    table = np.zeros((len(words), max(1, len(columns))), np.float32)
    for row, each in enumerate(words):
        for word in each:
            table[row, columns[word]] = math.log((1 + len(words)) / (1 + counts[word])) + 1
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return table @ table.T


def _joined(near: Array) -> Array:
    """Per pair the nearness at which average link joins the two, 1 on the diagonal (the cophenetic similarity)."""
    links = near.astype(np.float64)
    np.fill_diagonal(links, -np.inf)
    found = np.ones(near.shape, np.float32)
    members = {row: [row] for row in range(len(near))}
    while len(members) > 1:
        a, b = sorted(divmod(int(np.argmax(links)), len(links)))
        found[np.ix_(np.array(members[a]), np.array(members[b]))] = links[a, b]
        one, two = len(members[a]), len(members[b])
        links[a] = links[:, a] = (one * links[a] + two * links[b]) / (one + two)
        links[a, a], links[b], links[:, b] = -np.inf, -np.inf, -np.inf
        members[a] += members.pop(b)
    return np.minimum(found, found.T)


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
