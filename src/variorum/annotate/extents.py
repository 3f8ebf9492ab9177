"""How far the words of a claim reach: its clause, less what only says who says it, and never half a quotation."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Token

from variorum.annotate.claimbook import Book
from variorum.annotate.clauses import Clause
from variorum.annotate.context import Context
from variorum.annotate.cues import channels, cue_of
from variorum.annotate.governors import told_apart
from variorum.annotate.modality import infinitive
from variorum.model.text import Span

__all__ = ["Saying", "extent", "saying"]

_INSIDE = 0.25  # of the content: more of it in the reporting clause, and the clause is what is told
_PARTS = ("nsubj", "nsubjpass", "ccomp", "dobj", "xcomp")
_ADDS = 4  # tokens of time, place or occasion that make a reporting clause worth a claim


@dataclass(frozen=True, slots=True)
class Saying:
    """A clause without a saying at its end, and whether it only says who says something. `idle`: it tells no more."""

    clause: Clause
    reports: bool = False
    idle: bool = False


def saying(context: Context, book: Book, clause: Clause) -> Saying:
    """How a clause reports: its content stands outside, and without time or place of its own it is idle."""
    doc, head = context.doc, clause.head
    if clause.cut is not None and clause.cut[0] != head:
        governor, end = doc[clause.cut[0]], clause.cut[1]
        if _hangs_on(governor, head) or cue_of(doc[head]) is not None:
            kept = _without(context, clause, _opening(governor) or clause.end)
            return Saying(kept, reports=True, idle=not _adds(context, clause))
        first = _opening(governor)
        kept = _without(context, clause, first) if first is not None and first > head else replace(clause, end=end)
        return Saying(kept)
    attribution = book.cues.get(doc[head].idx)
    if attribution is None:
        bare = _bare(doc[head])
        return Saying(clause, bare, bare)
    start, end = doc[clause.start].idx, doc[clause.end - 1].idx + 1
    inside = sum(max(0, min(piece.end, end) - max(piece.start, start)) for piece in attribution.content)
    if inside >= _INSIDE * sum(len(piece) for piece in attribution.content):
        return Saying(clause)
    return Saying(clause, reports=True, idle=not _adds(context, clause))


def extent(context: Context, book: Book, clause: Clause) -> Span | None:
    """The code points of a claim; None where nothing is left."""
    doc = context.doc
    last = doc[clause.end - 1]
    start, end = _reported(context, book, clause, doc[clause.start].idx, last.idx + len(last))
    return _balanced(context, book, *_clipped(context, book, clause, start, end))


def _hangs_on(verb: Token, head: int) -> bool:
    """Whether a verb is the clause's own in other words: "went on to say"."""
    while verb.dep_ == "xcomp" and verb.i != head:
        verb = verb.head
    return verb.i == head


def _opening(verb: Token) -> int | None:
    """Where a participle or an infinitive of saying begins; None for a verb with a subject of its own."""
    if verb.tag_ == "VBG":
        return verb.i
    return next((child.i for child in verb.lefts if child.lower_ == "to"), None) if infinitive(verb) else None


def _without(context: Context, clause: Clause, end: int) -> Clause:
    """Without a saying at the end, and what led to it: "began the meeting by saying"."""
    while end > clause.head + 1 and (context.doc[end - 1].is_punct or context.doc[end - 1].pos_ in ("ADP", "CCONJ")):
        end -= 1
    return replace(clause, end=end)


def _adds(context: Context, clause: Clause) -> bool:
    verb = context.doc[clause.head]
    added = sum(child.right_edge.i + 1 - child.left_edge.i for child in verb.children if _adjunct(child, clause))
    return clause.kind in ("main", "coordinate", "whole") and added >= _ADDS


def _bare(verb: Token) -> bool:
    """A verb of saying with neither subject nor content: a shard of what the parser took apart."""
    cue = cue_of(verb)
    return cue is not None and cue.kind == "say" and not any(child.dep_ in _PARTS for child in verb.children)


def _adjunct(child: Token, clause: Clause) -> bool:
    """A time, place or occasion, not the letter or interview in which something was said."""
    if child.dep_ not in ("prep", "npadvmod") or not clause.start <= child.i < clause.end:
        return False
    return not any(each.lemma_.lower() in channels() for each in child.children if each.dep_ == "pobj")


def _reported(context: Context, book: Book, clause: Clause, start: int, end: int) -> tuple[int, int]:
    """Without the words in its midst that only say who says it: "It was over, she said, by noon"."""
    at = context.doc[clause.head].idx
    for number in book.content.around(at, at + 1):
        each = context.marked.attributions[number]
        if each.cue is None or each.origin.rule != "attribution.verb" or not start <= each.cue.start < end:
            continue
        if not _parts(context.doc[book.token(each.cue.start)]):
            continue
        for piece in each.content:
            if piece.start <= at < piece.end and not piece.start <= each.cue.start < piece.end:
                start, end = max(start, piece.start), min(end, piece.end)
    return start, end


def _parts(verb: Token) -> bool:
    """Whether a reporting clause may be left out: not "analysts believe", nor "than they had said"."""
    return told_apart(verb) and not any(child.dep_ == "mark" and child.lower_ == "than" for child in verb.lefts)


def _clipped(context: Context, book: Book, clause: Clause, start: int, end: int) -> tuple[int, int]:
    """Ends a clause that is spoken where the quotation ends: what stands beyond is the outlet's."""
    at = context.doc[clause.head].idx
    place = bisect_right(book.spoken, (at, len(context.account.text))) - 1
    if place < 0:
        return start, end
    first, last = book.spoken[place]
    if not first < at < last or (first <= start and end <= last):
        return start, end
    subject = next((child for child in context.doc[clause.head].children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and not first < subject.idx < last:
        return start, end
    text = context.account.text
    start, end = max(start, first + 1), min(end, last - 1)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _balanced(context: Context, book: Book, start: int, end: int) -> Span | None:
    """The span with the other half of a pair of marks where only marks stand between."""
    text = context.account.text
    for number in book.quotes.around(start, end):
        quote = context.marked.quotes[number]
        first, last = quote.span.start, quote.span.end
        if start <= first < end < last and not any(map(str.isalnum, text[end:last])):
            end = last
        elif first < start < last <= end and not any(map(str.isalnum, text[first:start])):
            start = first
    inside = text[start:end]
    if inside.count("(") > inside.count(")") and text[end : end + 1] == ")":
        end += 1
    return context.at(start, end) if start < end else None
