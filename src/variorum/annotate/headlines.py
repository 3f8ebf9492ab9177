"""Finds the source in a headline with a colon: "Minister: bridge is safe", "Bridge is safe: minister"."""

from spacy.tokens import Token

from variorum.annotate.context import Context
from variorum.annotate.cues import unnamed
from variorum.annotate.direct import Places
from variorum.annotate.sayings import Saying

__all__ = ["headline_sayings"]

_NAME = 5  # tokens a source in a headline may have
_SAID = 3  # tokens that what it says must have
_SPEAKS = ("person", "organization")  # a country before a colon says where


def headline_sayings(context: Context, places: Places) -> tuple[Saying, ...]:
    """One saying for each headline or heading that a colon parts into a source and what it says."""
    found = []
    named = {
        at
        for mention in context.marked.mentions
        if mention.kind in _SPEAKS
        for at in range(*places.range(mention.span.start, mention.span.end))
    }
    for block in context.blocks:
        if block.kind not in ("headline", "heading"):
            continue
        first, last = places.range(block.start, block.end)
        colons = [at for at in range(first, last) if context.doc[at].text == ":"]
        if len(colons) != 1:
            continue
        colon = colons[0]
        left, right = (first, colon), (colon + 1, last)
        for source, content in ((left, right), (right, left)):
            head = _source(_head(context, source), source, named) if source[0] < source[1] else None
            if head is not None and source[1] - source[0] <= _NAME and content[1] - content[0] >= _SAID:
                found.append(Saying((colon, colon + 1), head, (content,), "say", "attribution.headline", clausal=True))
                break
    return tuple(found)


def _head(context: Context, bounds: tuple[int, int]) -> Token:
    """The first word of a range that hangs on nothing in it."""
    words = context.doc[bounds[0] : bounds[1]]
    return next(word for word in words if word.head == word or not bounds[0] <= word.head.i < bounds[1])


def _source(head: Token, bounds: tuple[int, int], named: set[int]) -> int | None:
    if head.pos_ not in ("NOUN", "PROPN"):
        return None
    if all(at in named for at in range(*bounds)) or (head.i in named and bounds[1] - bounds[0] <= 3):
        return head.i
    return head.i if head.lemma_.lower() in unnamed() else None
