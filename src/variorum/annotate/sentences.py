"""Sentences, each with its kind, paragraph and section; no sentence reaches over the border of a block.

The parser's own sentences are cut at blocks, trimmed of white space, and dropped where nothing but marks is left.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.annotate import captions
from variorum.annotate.context import Block, Context, Layers
from variorum.model.finding import Origin, Rule
from variorum.model.markup import Sentence, SentenceKind

__all__ = ["RULES", "SentenceStep", "dateline_ends"]

RULES = (
    Rule("sentence.parsed", "The parser ends a sentence here."),
    Rule("sentence.block", "A line of its own, so it belongs to no sentence before or after it."),
    *captions.RULES,
    Rule("sentence.dateline", "The line opens with a place, an agency or a date before a dash."),
)
_LONGEST = 5_000  # code points: a longer "sentence" is cut at white space, so that no step meets a text without end
_PLACE = r"[A-Z][\w.’'-]{1,25}(?:,? [A-Z][\w.’'-]{1,25}){0,4}"
_CAPITALS = r"[A-Z]{3}[A-Z .’'-]{0,30}(?:, [A-Z][\w. ]{1,25})?"
_AGENCY = r"(?:,? ?\([A-Z][\w.’' /-]{1,30}\))"
_DAY = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)"
_DASH = r" ?(?:—|–|--?)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:{_AGENCY}|{_DAY}{_AGENCY}?){_DASH}|{_PLACE} ?\||{_CAPITALS}{_DAY}?{_AGENCY}?(?:{_DASH}|:)"
    rf"|\([A-Z][\w.’' /-]{{1,30}}\){_DASH})(?=\s)"
)
_OPENING = 6  # blocks in which a dateline is looked for: it opens the story, after headline, byline and credits


@dataclass(frozen=True, slots=True)
class SentenceStep:
    """Finds the sentences of an account."""

    requires: tuple[str, ...] = ()
    assigns: tuple[str, ...] = ("sentences",)

    def __call__(self, context: Context) -> Layers:
        """The layer `sentences`, in the order of the text."""
        return {"sentences": _sentences(context)}


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A text with its blocks, where its datelines end, and by which rule a block is a caption."""

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    datelines: tuple[int, ...]
    captions: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    block: int


def _sentences(context: Context) -> tuple[Sentence, ...]:
    text, blocks = context.account.text, context.blocks
    if not blocks:
        return ()
    starts = tuple(block.start for block in blocks)
    ruled = _Ruled(text, blocks, starts, dateline_ends(text, blocks), captions.captions(text, blocks))
    found: list[Sentence] = []
    section: int | None = None
    for sent in context.doc.sents:
        last = sent[-1]
        for piece in _parted(ruled, sent[0].idx, last.idx + len(last.text)):
            kind, rule = _kind(ruled, piece)
            own = None if kind in ("heading", "headline") else section
            if kind == "heading":
                section = len(found)
            found.append(
                Sentence(
                    evidence=(context.at(piece.start, piece.end),),
                    origin=Origin("sentences", rule),
                    kind=kind,
                    paragraph=piece.block,
                    section=own,
                )
            )
    return tuple(found)


def dateline_ends(text: str, blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """Where datelines end: at most one a block, in the first blocks."""
    matches = (_DATELINE.match(text, block.start, min(block.end, block.start + 120)) for block in blocks[:_OPENING])
    return tuple(match.end() for match in matches if match)


def _parted(ruled: _Ruled, start: int, end: int) -> list[_Piece]:
    """The pieces of one of the parser's sentences, a dateline apart from what follows it."""
    pieces = []
    for cut in (*(each for each in ruled.datelines if start < each < end), end):
        pieces += _cut(ruled, start, cut)
        start = cut
    return pieces


def _cut(ruled: _Ruled, start: int, end: int) -> list[_Piece]:
    """The pieces of `[start, end)` that lie in blocks, trimmed; those without a letter or a digit are left out."""
    text, blocks = ruled.text, ruled.blocks
    pieces = []
    at = max(0, bisect_right(ruled.starts, start) - 1)
    while at < len(blocks) and blocks[at].start < end:
        low, high = max(start, blocks[at].start), min(end, blocks[at].end)
        while low < high:
            cut = high
            if high - low > _LONGEST:
                space = text.rfind(" ", low + 1, low + _LONGEST)
                cut = space if space > low else low + _LONGEST
            words = text[low:cut]
            left = low + len(words) - len(words.lstrip())
            right = left + len(words.strip())
            if any(sign.isalnum() for sign in text[left:right]):
                pieces.append(_Piece(left, right, at))
            low = cut
        at += 1
    return pieces


def _kind(ruled: _Ruled, piece: _Piece) -> tuple[SentenceKind, str]:
    block = ruled.blocks[piece.block]
    words = ruled.text[piece.start : piece.end]
    whole = piece.start == block.start and piece.end == block.end
    if piece.block in ruled.captions:
        return "caption", ruled.captions[piece.block]
    if piece.end in ruled.datelines:
        return "dateline", "sentence.dateline"
    if block.kind == "headline":
        return "headline", "sentence.block"
    if block.kind == "heading":
        return "heading", "sentence.block"
    if whole and words.endswith("?") and len(words) < 60 and words.istitle():
        return "heading", "sentence.block"
    rule = "sentence.block" if whole else "sentence.parsed"
    return ("bullet" if block.kind == "bullet" else "body"), rule
