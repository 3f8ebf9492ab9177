"""Which accounts tell one event: a folder of many stories as groups, by words, meaning and time.

Two accounts are as near as the mean of the cosine of their rarity-weighted stems (headline and lead count more) and the
cosine of their MiniLM vectors; average link joins them. Pairs are looked at only where they share a rare word, so
memory grows with what they share, not with the square of the accounts.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from variorum.align.cluster import agglomerate
from variorum.align.embed import Passage, encoder
from variorum.lang.stems import stem
from variorum.model.text import Account

__all__ = ["THRESHOLD", "group_stories", "nearness"]

# mean nearness within a story; best on the sub-topics of ECB+ topics 1-35 (B-cubed .87 from .25 to .28)
THRESHOLD = 0.26
WORDS = 0.5  # weight of the words against the vectors; .4 to .6 are equally good on the same topics
LEAD = 600  # code points that count twice, and of which the vector is made
APART_DAYS = 21  # accounts further apart in time lose half their nearness
NEIGHBOURS = 40  # rarest stems by which an account finds its neighbours
_WORD = re.compile(r"[^\W\d_]{2,}|\d[\d,.]*\d")


def group_stories(accounts: Sequence[Account], *, threshold: float = THRESHOLD) -> tuple[tuple[Account, ...], ...]:
    """The accounts by story, largest story first; the order of the accounts does not matter."""
    ordered = sorted(accounts, key=lambda account: account.id)
    groups = agglomerate(len(ordered), nearness(ordered), threshold=threshold)
    stories = [tuple(ordered[at] for at in group) for group in groups]
    return tuple(sorted(stories, key=lambda story: (-len(story), story[0].id)))


def nearness(accounts: Sequence[Account]) -> dict[tuple[int, int], float]:
    """How near pairs of accounts are, 0 to 1, for pairs that share a telling word."""
    bags = [_bag(account) for account in accounts]
    idf = _idf(bags)
    weights = [_weighted(bag, idf) for bag in bags]
    vectors = _vectors(accounts)
    postings: dict[str, list[int]] = defaultdict(list)
    for at, weight in enumerate(weights):
        for word in sorted(weight, key=lambda s: (-weight[s], s))[:NEIGHBOURS]:
            postings[word].append(at)
    pairs = {(a, b) for rows in postings.values() for i, a in enumerate(rows) for b in rows[i + 1 :]}
    found = {}
    for a, b in sorted(pairs):
        words = sum(value * weights[b].get(stem, 0.0) for stem, value in weights[a].items())
        near = WORDS * words + (1 - WORDS) * max(0.0, float(vectors[a] @ vectors[b]))
        found[a, b] = near * _in_time(accounts[a], accounts[b])
    return found


def _bag(account: Account) -> Counter[str]:
    text = account.text
    return Counter(stem(w) for w in _WORD.findall(f"{account.title or ''} {text[:LEAD]} {text[:20_000]}".casefold()))


def _idf(bags: Sequence[Counter[str]]) -> dict[str, float]:
    counts = Counter(stem for bag in bags for stem in bag)
    return {stem: math.log((1 + len(bags)) / (1 + count)) for stem, count in counts.items()}


def _weighted(bag: Counter[str], idf: dict[str, float]) -> dict[str, float]:
    raw = {stem: (1 + math.log(count)) * idf[stem] for stem, count in bag.items() if idf[stem] > 0}
    norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {stem: value / norm for stem, value in raw.items()}


def _vectors(accounts: Sequence[Account]) -> npt.NDArray[np.float32]:
    whole, _ = encoder()([Passage(f"{account.title or ''}\n{account.text[:LEAD]}") for account in accounts])
    return whole


def _in_time(one: Account, two: Account) -> float:
    if not one.published or not two.published:
        return 1.0
    try:
        days = abs((date.fromisoformat(one.published[:10]) - date.fromisoformat(two.published[:10])).days)
    except ValueError:
        return 1.0
    return 1.0 if days <= APART_DAYS else 0.5
