"""Degree and scope: two claims put one thing at different points of a scale ("minor" or "serious", "some" or "all")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.judge.rules.found import Found, Pairing
from variorum.judge.rules.polarity import clip
from variorum.judge.told import stems
from variorum.model.finding import Rule
from variorum.model.judgement import DivergenceKind

__all__ = ["RULES", "graded"]

RULES = (
    Rule("divergence.degree", "The claims put one thing at distant points of one scale of strength."),
    Rule("divergence.scope", "One claim has all of a thing, or without limit; the other has a part, or with one."),
)
MIN_SAME = 0.4  # of the pair scorer
NEAR = 3  # words after a graded word among which the thing graded stands
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)?")


@dataclass(frozen=True, slots=True)
class _Grade:
    id: str
    scale: str
    kind: DivergenceKind
    step: int
    words: tuple[str, ...]


def graded(pairing: Pairing) -> Found | None:
    """Where graded words of one scale stand before the same noun, two steps apart or more."""
    if pairing.same < MIN_SAME:
        return None
    left, right = pairing.left.claim.text, pairing.right.claim.text
    yours = list(_grades(right))
    for one, word, things in _grades(left):
        for two, other, theirs in yours:
            if one.scale == two.scale and abs(one.step - two.step) >= 2 and things & theirs:
                return Found(
                    kind=one.kind,
                    rule=f"divergence.{one.kind}",
                    values=(word, other),
                    why=f"“{word}” in one (“{clip(left)}”), “{other}” in the other (“{clip(right)}”).",
                    score=round(0.25 + 0.5 * pairing.same, 3),
                    severity="tension",
                    slot=f"{one.kind}:{one.scale}",
                )
    return None


def _grades(text: str) -> Iterator[tuple[_Grade, str, frozenset[str]]]:
    words = _WORD.findall(text)
    for at, word in enumerate(words):
        grade = _table().get(word.casefold())
        if grade:
            yield grade, word, stems(" ".join(words[at + 1 : at + 1 + NEAR]))


@cache
def _table() -> dict[str, _Grade]:
    return {word: each for each in lang.load("en", "scales", _Grade) for word in each.words}
