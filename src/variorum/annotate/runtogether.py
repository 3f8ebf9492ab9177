"""Capitals that stand side by side and are more than one name: captions, shouted labels, headings, tweets.

What the account names elsewhere by itself tells where a stretch is cut. Nothing is joined here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from variorum.annotate.runs import Piece
from variorum.annotate.titles import is_common, vocabulary
from variorum.annotate.words import Words

__all__ = ["cut"]

_OFTEN = 3  # places where a word stands by itself, from which it is a name of its own


def cut(words: Words, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, each cut where it holds a name twice, a name behind another one's, or a thing of somebody's."""
    often = Counter(words.texts)
    parted = [half for piece in pieces for half in _doubled(words, piece, often)]
    alone = Counter(piece.text(words) for piece in parted if not words.titled[piece.start])
    lasts = Counter(words.texts[piece.end - 1] for piece in parted if piece.end - piece.start > 1)
    for piece in parted:
        yield from _headed(words, _tailed(words, piece, alone, lasts), alone)


def _doubled(words: Words, piece: Piece, often: Counter[str]) -> Iterator[Piece]:
    """`Ada Holm Ada Holm waves`: a picture's label and its sentence; one word only where a line begins."""
    size = piece.end - piece.start
    for half in range(size // 2, 0, -1):
        middle = piece.start + half
        same = words.texts[piece.start : middle] == words.texts[middle : middle + half]
        if same and (half > 1 or (words.is_initial(piece.start) and often[words.texts[middle]] > _OFTEN)):
            yield replace(piece, end=middle)
            yield Piece(middle, piece.end, None, "name.vote", -1)
            return
    yield piece


def _tailed(words: Words, piece: Piece, alone: Counter[str], lasts: Counter[str]) -> Piece:
    """`Ada Holm Letters`: a plural thing behind a name that the account has without it."""
    last = piece.end - 1
    tail = words.texts[last]
    if piece.end - piece.start < 2 or not tail.endswith("s") or len(tail) < 4 or tail in alone:
        return piece
    if not is_common(tail.removesuffix("s")) or words.texts[last - 1] == "-":
        return piece
    front = " ".join(words.texts[piece.start : last])
    single = last - piece.start == 1
    if single and words.texts[piece.start] in vocabulary().first_names:
        return piece
    if alone[front] or (not single and lasts[words.texts[last - 1]]):
        return replace(piece, end=last)
    return piece


def _headed(words: Words, piece: Piece, alone: Counter[str]) -> Iterator[Piece]:
    """`CLOSE Ada Holm`, `Saving Holm`, `Holmwerk Ada Holm`: what stands before a name that is one by itself."""
    start, first = piece.start, piece.start + 1
    size = piece.end - first
    names = vocabulary().first_names
    if size < 1 or piece.title >= 0 or words.texts[start] in names or words.texts[first] in ("-", "‑", "&"):
        yield piece
        return
    head, tail = words.texts[start], " ".join(words.texts[first : piece.end])
    full = size > 1 and words.texts[first] in names
    shouted = head.isupper() and len(head) > 3 and not tail.isupper() and is_common(head)
    doing = words.tags[start] == "VBG" or (head.endswith("ing") and is_common(head))
    deed = doing and words.is_initial(start) and alone[tail] > 0
    label = full and alone[tail] > 0 and is_common(head)
    owner = full and size == 2 and alone[head] >= _OFTEN
    if (shouted and full) or deed or label:
        yield replace(piece, start=first)
    elif owner:
        yield replace(piece, end=first)
        yield Piece(first, piece.end, None, piece.rule, -1)
    else:
        yield piece
