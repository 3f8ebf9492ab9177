"""How alike two bare clauses' contents are, and how far the second speaks for or against the first, without a story.

Half of likeness is what MiniLM hears, half the words they share, weighted by their rarity in the texts given. What
speaks against a text mostly does so as another party's word: both are attributed, or turn against something, and do not
say the same; else it says the same and denies it.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from variorum.align.embed import Passage, encoder
from variorum.align.views import stems_of

__all__ = ["likeness", "opposition", "support"]

WORDS = 0.5  # the part of shared words in likeness, the rest is MiniLM's: a plain mean, fitted to no data
DISCOUNT = 0.5  # the part of likeness that contention takes from support: best of .1 to .5 on ClaimDiff's training side
CLOSE = 0.5  # likeness from which a denial in only one of two texts is taken for a denial of the other
_TURN = re.compile(
    r"\b(?:but|however|although|though|despite|deny|denie[ds]|dispute[ds]?|false|reject(?:s|ed)?|wrong|doubts?|unlikely|unclear"
    r"|critics?|critici[sz]e[ds]?|accuse[ds]?|fail(?:s|ed)?)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells?|argu(?:e[ds]?|ing)|add(?:s|ed)|wr(?:ote|ites)|tweet(?:s|ed)|claim(?:s|ed)"
    r"|insist(?:s|ed)|according to|suggest(?:s|ed)|contend(?:s|ed)|maintain(?:s|ed)|state[ds]|announce[ds]|warn(?:s|ed)"
    r"|urge[ds]|call(?:s|ed))\b",
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


def support(pairs: Sequence[tuple[str, str]], alike: Sequence[float] | None = None) -> list[float]:
    """How far the second text strengthens the first, 0 to 1: it says the same; less so where they contend.

    `alike` is the pairs' likeness, where it is known already.
    """
    return [
        near * (1 - DISCOUNT * _contention(one, two))
        for near, (one, two) in zip(likeness(pairs) if alike is None else alike, pairs, strict=True)
    ]


def opposition(pairs: Sequence[tuple[str, str]], alike: Sequence[float] | None = None) -> list[float]:
    """How far the second text weakens the first, 0 to 1: it contends with it, or denies what it says; symmetric.

    `alike` is the pairs' likeness, where it is known already.
    """
    return [
        min(1.0, (1 - near) * _contention(one, two) + max(0.0, near - CLOSE) * _mismatch(one, two))
        for near, (one, two) in zip(likeness(pairs) if alike is None else alike, pairs, strict=True)
    ]


def _shared(one: frozenset[str], two: frozenset[str], rarity: dict[str, float]) -> float:
    shared = sum(rarity[stem] for stem in sorted(one & two))
    sizes = math.sqrt(sum(rarity[stem] for stem in sorted(one)) * sum(rarity[stem] for stem in sorted(two)))
    return shared / sizes if sizes else 0.0


def _contention(one: str, two: str) -> float:
    """0 to 1: each is somebody's word, and turns against something."""
    return sum(bool(sign.search(text)) for sign in (_SPOKEN, _TURN) for text in (one, two)) / 4


def _mismatch(one: str, two: str) -> bool:
    """Exactly one of the texts denies."""
    return bool(_NEGATIVE.search(one)) != bool(_NEGATIVE.search(two))
