"""Counts that a headline sets beside its statement: "Ferry hits pier; 27 hurt" tells how many were hurt, verbless."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from variorum import lang
from variorum.annotate.clauses import Clause

__all__ = ["tolls"]

_LONGEST = 5  # tokens: "at least two people missing"
_BREAKS = frozenset((";", ",", ":", ".", "-", "–", "—", "and", "&"))


def tolls(doc: Doc, start: int, end: int, known: tuple[Clause, ...]) -> Iterator[Clause]:
    """The counts among the tokens `[start, end)` of a headline that no clause but a whole headline tells."""
    first = start
    for at in range(start, end + 1):
        if at < end and doc[at].text not in _BREAKS:
            continue
        words = doc[first:at]
        if 2 <= len(words) <= _LONGEST and words[-1].lower_ in lang.words("en", "states") and _number(words[:-1]):
            told = any(each.start <= first and at <= each.end for each in known if each.kind != "whole")
            if not told:
                yield Clause(at - 1, first, at, "toll")
        first = at + 1


def _number(words: Span) -> bool:
    return any(token.like_num or token.lower_ in ("dozens", "scores", "hundreds", "thousands") for token in words)
