"""Wording: one utterance that two accounts quote in different words.

Two direct quotations of one speaker that share a core and differ in content words; a quotation that is merely cut
shorter by one account is no divergence.
"""

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from variorum.judge.rules.found import Found, Pairing
from variorum.judge.told import Told, stems
from variorum.model.finding import Rule
from variorum.model.markup import Quote

__all__ = ["RULES", "differing"]

RULES = (Rule("divergence.wording", "Two accounts quote one utterance of the same speaker in different words."),)
# token-sort similarity of two renderings of one utterance; above, they differ in punctuation only
LOW, HIGH = 70.0, 97.0
MIN_WORDS = 4  # shorter quotations share words by chance
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def differing(pairing: Pairing) -> Found | None:
    """Where both claims carry a quotation of one speaker, rendered differently."""
    best: tuple[float, Quote, Quote] | None = None
    for one in _quotes(pairing.left):
        for two in _quotes(pairing.right):
            likeness = _likeness(one, two)
            if likeness and (best is None or likeness > best[0]):
                best = (likeness, one, two)
    if best is None or not _one_speaker(pairing, best[1], best[2]):
        return None
    likeness, one, two = best
    cut, added = _changed(one.text, two.text)
    if not cut or not added:
        return None
    return Found(
        kind="wording",
        rule="divergence.wording",
        values=(one.text, two.text),
        why=f"One account quotes “{_clip(cut)}” where the other quotes “{_clip(added)}”.",
        score=round(0.5 + likeness / 250, 3),
        severity="tension",
        slot=f"wording:{min(one.text, two.text)[:40]}",
    )


def _quotes(told: Told) -> list[Quote]:
    span = told.claim.span
    return [each for each in told.marked.quotes if each.kind == "direct" and each.span.overlaps(span)]


def _likeness(one: Quote, two: Quote) -> float:
    words = [_WORD.findall(each.text.casefold()) for each in (one, two)]
    if min(len(words[0]), len(words[1])) < MIN_WORDS or words[0] == words[1]:
        return 0.0
    score = fuzz.token_sort_ratio(" ".join(words[0]), " ".join(words[1]))
    shared = stems(one.text) & stems(two.text)
    return score if LOW <= score <= HIGH and len(shared) >= 3 else 0.0


def _one_speaker(pairing: Pairing, one: Quote, two: Quote) -> bool:
    first, second = pairing.left.entity(one.speaker), pairing.right.entity(two.speaker)
    return first == second or first is None or second is None


def _changed(one: str, two: str) -> tuple[str, str]:
    """The content words that only the first has, and that only the second has, inside their common stretch."""
    first, second = _WORD.findall(one), _WORD.findall(two)
    cut, added = [], []
    for edit in Levenshtein.opcodes([w.casefold() for w in first], [w.casefold() for w in second]):
        if edit.tag == "replace":
            cut += first[edit.src_start : edit.src_end]
            added += second[edit.dest_start : edit.dest_end]
    old, new = stems(" ".join(cut)), stems(" ".join(added))
    return (" ".join(cut), " ".join(added)) if old - new and new - old else ("", "")


def _clip(text: str) -> str:
    words = text.split()
    return " ".join(words[:9]) + (" …" if len(words) > 9 else "")
