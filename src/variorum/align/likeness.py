"""How alike two bare clauses' contents are, and how far the second speaks for or against the first, without a story.

Half of likeness is what MiniLM hears, half the words they share, weighted by their rarity in the texts given; nothing
is fitted. Opposition asks for one topic, but not for the same words: what says the same thing does not speak against
it.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from variorum.align.embed import Passage, encoder
from variorum.align.views import stems_of

__all__ = ["likeness", "opposition", "support"]

WORDS = 0.5  # the part of shared words in likeness, the rest is MiniLM's: a plain mean, fitted to no data
SIGNS = 0.7  # the part that denials and turns have in opposition; set by hand
_TURN = re.compile(
    r"\b(?:but|however|although|though|despite|deny|denie[ds]|dispute[ds]?|false|reject(?:s|ed)?|wrong|doubts?|unlikely|unclear"
    r"|critics?|critici[sz]e[ds]?|accuse[ds]?|fail(?:s|ed)?)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(?:not|never|no|nobody|nothing|none|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE)


def likeness(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """How alike the contents of the two texts of each pair are, 0 to 1; symmetric."""
    texts = sorted({text for pair in pairs for text in pair})
    if not texts:
        return []
    place = {text: at for at, text in enumerate(texts)}
    vectors, _ = encoder()([Passage(text) for text in texts])
    stems = [stems_of(text) for text in texts]
    counts = Counter(stem for each in stems for stem in each)
    rarity = {stem: (math.log((1 + len(texts)) / (1 + count)) + 1) ** 2 for stem, count in counts.items()}
    found = []
    for one, two in ((place[a], place[b]) for a, b in pairs):
        meant = max(0.0, float(vectors[one] @ vectors[two]))
        found.append((1 - WORDS) * min(1.0, meant) + WORDS * _shared(stems[one], stems[two], rarity))
    return found


def support(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """How far the second text strengthens the first, 0 to 1: saying the same thing again is what strengthens."""
    return likeness(pairs)


def opposition(pairs: Sequence[tuple[str, str]], alike: Sequence[float] | None = None) -> list[float]:
    """How far the second text weakens the first, 0 to 1: it denies or turns, on one topic and in other words.

    `alike` is the pairs' likeness, where it is known already.
    """
    return [
        4 * near * (1 - near) * (1 - SIGNS + SIGNS * (_mismatch(one, two) + bool(_TURN.search(two))) / 2)
        for near, (one, two) in zip(likeness(pairs) if alike is None else alike, pairs, strict=True)
    ]


def _shared(one: frozenset[str], two: frozenset[str], rarity: dict[str, float]) -> float:
    shared = sum(rarity[stem] for stem in sorted(one & two))
    sizes = math.sqrt(sum(rarity[stem] for stem in sorted(one)) * sum(rarity[stem] for stem in sorted(two)))
    return shared / sizes if sizes else 0.0


def _mismatch(one: str, two: str) -> bool:
    """Exactly one of the texts denies."""
    return bool(_NEGATIVE.search(one)) != bool(_NEGATIVE.search(two))
