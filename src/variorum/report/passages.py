"""An account's text cut at the boundaries of its claims and marks, so that a page can show and link every claim.

Offsets are code points; the cutting is done here because a browser counts UTF-16. Claims may nest and overlap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.model.collation import At, ClaimRow, MarkRow

__all__ = ["Block", "Piece", "blocks", "highlight"]


_ENDS = '.!?”":,;'  # what the last line of a paragraph ends in, and a heading does not
MOST_LIT = 0.7  # share of a text from which lighting it up shows nothing
SHOWN = ("loaded", "scare", "hedge")  # kinds of wording that a page marks in an account's own voice


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, the claims that cover them, those that begin and end here, and how they are worded."""

    text: str
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph in pieces; `heading` where it reads like one."""

    pieces: tuple[Piece, ...]
    heading: bool


def blocks(text: str, claims: Sequence[ClaimRow], marks: Sequence[MarkRow]) -> tuple[Block, ...]:
    """The paragraphs of a text, linear in the text and the claims."""
    ordered = sorted(claims, key=lambda row: (row.at, row.id))
    worded = sorted({(mark.at, mark.kind) for mark in marks if mark.kind in SHOWN and not mark.quoted})
    found = []
    start = claim_at = mark_at = 0
    open_claims: list[ClaimRow] = []
    for line in text.split("\n"):
        end = start + len(line)
        while claim_at < len(ordered) and ordered[claim_at].at[0] < end:
            open_claims.append(ordered[claim_at])
            claim_at += 1
        here: list[tuple[At, str]] = []
        while mark_at < len(worded) and worded[mark_at][0][0] < end:
            here.append(worded[mark_at])
            mark_at += 1
        open_claims = [row for row in open_claims if row.at[1] > start]
        if line.strip():
            found.append(Block(_pieces(text, (start, end), open_claims, here), _is_heading(line)))
        start = end + 1
    return tuple(found)


def highlight(text: str, words: str) -> tuple[tuple[str, bool], ...]:
    """The text in parts, those that carry the words (or all of the words' tokens in a run) flagged."""
    found = text.casefold().find(words.casefold()) if words.strip() else -1
    if found < 0 or len(text.casefold()) != len(text) or len(words) > MOST_LIT * len(text):
        return ((text, False),)
    end = found + len(words)
    parts = ((text[:found], False), (text[found:end], True), (text[end:], False))
    return tuple(part for part in parts if part[0])


def _pieces(text: str, at: At, claims: Sequence[ClaimRow], marks: Sequence[tuple[At, str]]) -> tuple[Piece, ...]:
    start, end = at
    cuts = {start, end}
    for edges in (*(row.at for row in claims), *(place for place, _ in marks)):
        cuts |= {edge for edge in edges if start < edge < end}
    ordered = sorted(cuts)
    pieces = []
    covering: list[ClaimRow] = []
    claim_at = mark_at = 0
    for left, right in pairwise(ordered):
        covering = [row for row in covering if row.at[1] > left]
        begins = []
        while claim_at < len(claims) and claims[claim_at].at[0] <= left:
            covering.append(claims[claim_at])
            begins += [claims[claim_at].id] if claims[claim_at].at[0] >= start else []
            claim_at += 1
        while mark_at < len(marks) and marks[mark_at][0][1] <= left:
            mark_at += 1
        marked = mark_at < len(marks) and marks[mark_at][0][0] < right
        pieces.append(
            Piece(
                text=text[left:right],
                claims=tuple(row.id for row in covering),
                begins=tuple(begins),
                ends=tuple(row.id for row in covering if row.at[1] == right),
                mark=marks[mark_at][1] if marked else "",
            )
        )
    return tuple(pieces)


def _is_heading(line: str) -> bool:
    plain = line.strip()
    return (
        len(plain) <= 80 and len(plain.split()) <= 10 and not plain.endswith((".", "!", "?", "”", '"', ":", ",", ";"))
    )
