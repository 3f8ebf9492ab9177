"""Finds the words between quotation marks: pairs of marks of any style, within a paragraph and over paragraphs.

An opening mark without its closing one is never taken to the end of the account: it ends with its paragraph where the
next paragraph opens anew (the printers' custom), else it is dropped. One pass over the marks; linear.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from variorum.annotate.context import Block

__all__ = ["Marked", "marks_of"]

_MARKS = re.compile("''|``|[“”„«»\"‘’'`´]")  # two single marks side by side are a typewriter's double mark
_OPENING, _CLOSING = "“„«", "”»"
_SINGLE = "‘’'`´"
_BEFORE = " \t\u00a0([{—–-/:…\u2009\u202f\u200b"  # what may stand before an opening mark that is also a closing one
_ELIDED = re.compile(r"['’‘](?:\d0s|em|til|tis|twas|cause|bout|n|cos|round)\b", re.IGNORECASE)
_STOP = re.compile(r"[.?!…](?=\s|$)")
_DOUBLES = re.compile('[“”"]')
_LINES = 8  # lines of one quotation, where a text has a sentence a line; chosen, not swept
_PASSED = 2  # short lines between two paragraphs of one quotation: a caption, a link
_SHORT = 160  # code points of such a line
_LONGEST = 6_000  # code points between single marks: beyond, it is an apostrophe that met another


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: `[start, end)` with the marks, `[first, last)` without.

    `depth` counts the pairs around it. `closed` is False where its paragraph ends first; `follows` is then the start
    of the part in the paragraph before. `loose`: it is not closed, nor does the next paragraph go on.
    """

    start: int
    end: int
    first: int
    last: int
    depth: int = 0
    closed: bool = True
    follows: int | None = None
    loose: bool = False


@dataclass(slots=True)
class _Open:
    at: int
    single: bool
    width: int = 1


def marks_of(text: str, blocks: tuple[Block, ...]) -> tuple[Marked, ...]:
    """All words between marks, in the order of their starts, the outer before the inner."""
    blocks = _whole(text, blocks)
    pairs: list[Marked] = []
    running: int | None = None  # the start of a part that its paragraph left open
    for at, block in enumerate(blocks):
        found, left = _pairs(text, block)
        after = _next_opening(text, blocks, at, text[left.at] if left is not None and left.single else "")
        if running is not None and not found and left is None:
            continue  # a caption, between two paragraphs of one quotation
        if running is not None:
            found = _continued(found, running, block.start)
            if left is not None and left.at == block.start:
                pairs.append(_running(block, left, running))
        running = None
        pairs.extend(found)
        if left is None or any(each.start == left.at for each in pairs):
            running = left.at if left is not None and after else None
        elif after:
            pairs.append(_running(block, left, None))
            running = left.at
        elif not left.single and not any(left.at < each.start for each in found):
            pairs.append(_loose(text, block, left))
    return _nested(pairs)


def _whole(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those in one where a double mark opens in a line and is closed in one of the next.

    So stand the quotations of texts with a sentence a line: no mark and no empty line stands in between.
    """
    joined: list[Block] = []
    at = 0
    while at < len(blocks):
        block, last = blocks[at], at
        while (end := _closing(text, blocks, block, last)) is not None:
            block, last = Block(block.start, blocks[end].end, block.kind), end
        joined.append(block)
        at = last + 1
    return tuple(joined)


def _closing(text: str, blocks: tuple[Block, ...], block: Block, at: int) -> int | None:
    """Which of the blocks after `at` closes what the block leaves open, if one does."""
    if block.end - block.start > _LONGEST:
        return None
    marks = _DOUBLES.findall(text, block.start, block.end)
    if marks.count('"') % 2 == (marks.count("“") > marks.count("”")):  # neither leaves one open, or both do
        return None
    left = _pairs(text, block)[1]
    if left is None or left.single or left.width > 1:
        return None
    end = blocks[at].end
    for place, after in enumerate(blocks[at + 1 : at + 1 + _LINES], at + 1):
        if text.count("\n", end, after.start) > 1 or _opens(text, after.start):
            return None
        end = after.end
        marks = _DOUBLES.findall(text, after.start, end)
        if marks:
            return place if (marks.count('"') % 2 if text[left.at] == '"' else marks[0] == "”") else None
    return None


def _next_opening(text: str, blocks: tuple[Block, ...], at: int, single: str) -> bool:
    """Whether the next paragraph opens with a mark, captions and other short lines passed over."""
    for block in blocks[at + 1 : at + 2 + _PASSED]:
        if text[block.start] == single if single else _opens(text, block.start):
            return True
        if block.end - block.start > _SHORT or '"' in text[block.start : block.end]:
            return False
    return False


def _loose(text: str, block: Block, left: _Open) -> Marked:
    """A mark that is never closed holds its sentence at most."""
    stop = _STOP.search(text, left.at + left.width, block.end)
    end = stop.start() + 1 if stop else block.end
    return Marked(left.at, end, left.at + left.width, end, closed=False, loose=True)


def _running(block: Block, left: _Open, follows: int | None) -> Marked:
    return Marked(left.at, block.end, left.at + left.width, block.end, closed=False, follows=follows)


def _continued(found: list[Marked], running: int, start: int) -> list[Marked]:
    return [replace(each, follows=running) if each.start == start else each for each in found]


def _opens(text: str, at: int) -> bool:
    return at < len(text) and (text[at] in '“„«"' or text.startswith(("''", "``"), at))


@dataclass(slots=True)
class _Scan:
    """One paragraph while its marks are read: what is open, what is found, where single marks may close."""

    text: str
    block: Block
    closers: list[int]
    turns: dict[int, bool]
    stack: list[_Open]
    found: list[Marked]


def _pairs(text: str, block: Block) -> tuple[list[Marked], _Open | None]:
    """The pairs of one paragraph, and the last double mark that is left open."""
    places = [(match.start(), match.end()) for match in _MARKS.finditer(text, block.start, block.end)]
    closers = [at for at, end in places if end == at + 1 and text[at] in _SINGLE and _may_close(text, at, block)]
    scan = _Scan(text, block, closers, _turns(text, block, places), [], [])
    for at, end in places:
        if end == at + 1 and text[at] in _SINGLE:
            _single(scan, at)
        else:
            _double(scan, at, end)
    left = next((each for each in scan.stack if not each.single or _leads(text, each.at, block)), None)
    return scan.found, left


def _turns(text: str, block: Block, places: list[tuple[int, int]]) -> dict[int, bool]:
    """Typewriter's marks by turns, opening and closing, where their number is even and every other one can open.

    This reads right what was typed with the space on the wrong side: "I will, "he said; to" contain it, "she said.
    """
    straight = [at for at, _ in places if text[at] == '"']
    if len(straight) % 2:
        return {}
    mirrored = all(text[at + 1 : at + 2] == " " and text[at - 1 : at].isalnum() for at in straight[::2]) and all(
        text[at - 1] == " " and text[at + 1 : at + 2].isalnum() for at in straight[1::2]
    )
    if not mirrored and any(not _opens_words(text, at, block) for at in straight[::2]):
        return {}
    return {at: not place % 2 for place, at in enumerate(straight)}


def _opens_words(text: str, at: int, block: Block) -> bool:
    before = text[at - 1] if at > block.start else " "
    return at + 1 < block.end and not text[at + 1].isspace() and not before.isalnum()


def _double(scan: _Scan, at: int, end: int) -> None:
    text, block, stack = scan.text, scan.block, scan.stack
    mark = '"' if end == at + 2 else text[at]
    open_at = next((place for place in range(len(stack) - 1, -1, -1) if not stack[place].single), None)
    may_open = _may_open(text, at, block, end - at)
    opening = mark in _OPENING or (mark == '"' and may_open)
    if mark == "“" and open_at is not None and text[stack[open_at].at] == "„":
        opening = False
    if mark == '"' and open_at is not None:
        # an open pair is closed by the next mark, unless that one can only open
        opening = opening and not _may_end(text, at, block)
    opening = scan.turns.get(at, opening)
    if opening or (mark == "”" and open_at is None and may_open):
        if open_at is not None:
            del stack[open_at:]  # two opening marks in a row: the first was never closed
        stack.append(_Open(at, single=False, width=end - at))
    elif open_at is not None:
        start, first = stack[open_at].at, stack[open_at].at + stack[open_at].width
        del stack[open_at:]
        if at > first:
            scan.found.append(Marked(start, end, first, at))


def _single(scan: _Scan, at: int) -> None:
    text, block, stack = scan.text, scan.block, scan.stack
    nearest = bisect_left(scan.closers, at + 1)
    later = scan.closers[nearest] if nearest < len(scan.closers) else None
    if stack and stack[-1].single and _may_close(text, at, block):
        start = stack[-1].at
        goes_on = later is not None and later - start < _LONGEST and not _opened(text, at, later, block)
        if _possessive(text, at, block) and goes_on:
            return
        stack.pop()
        if at > start + 1:
            scan.found.append(Marked(start, at + 1, start + 1, at))
        return
    opens = text[at] != "´" and _may_open(text, at, block) and not _ELIDED.match(text, at)
    if opens and (_leads(text, at, block) or (later is not None and later - at < _LONGEST)):
        if stack and stack[-1].single:
            stack.pop()
        stack.append(_Open(at, single=True))


def _leads(text: str, at: int, block: Block) -> bool:
    """Whether a single mark stands where a quotation begins that may go on in the next paragraph."""
    return at == block.start or text[max(block.start, at - 2) : at] == ": "


def _opened(text: str, start: int, end: int, block: Block) -> bool:
    """Whether another single mark opens in between; looks at few characters, since pairs are short."""
    return any(text[at] in "‘'" and _may_open(text, at, block) for at in range(start + 1, min(end, start + 400)))


def _may_open(text: str, at: int, block: Block, width: int = 1) -> bool:
    before = text[at - 1] if at > block.start else " "
    after = text[at + width] if at + width < block.end else " "
    return (before in _BEFORE or before in "“\"‘'") and (after.isalnum() or after in "“\"‘'’$£€[(….-—#@")


def _may_end(text: str, at: int, block: Block) -> bool:
    before = text[at - 1] if at > block.start else " "
    return not before.isspace() and before not in "([{“"


def _may_close(text: str, at: int, block: Block) -> bool:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return text[at] != "‘" and not before.isspace() and not after.isalnum() and before not in "([{“"


def _possessive(text: str, at: int, block: Block) -> bool:
    """The mark may be the plural's apostrophe: after an s, before a word in small letters."""
    return text[at - 1] in "sSzx" and at + 2 < block.end and text[at + 1] == " " and text[at + 2].islower()


def _nested(pairs: list[Marked]) -> tuple[Marked, ...]:
    ends: list[int] = []
    out = []
    for each in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        while ends and ends[-1] <= each.start:
            ends.pop()
        out.append(replace(each, depth=len(ends)))
        ends.append(each.end)
    return tuple(out)
