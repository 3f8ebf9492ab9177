"""The words between marks with their speaker, scare quotes with none, and the content of indirect speech.

`evidence[0]` of marked words holds the marks; `text` is what stands between them, as the account has it.
"""

from dataclasses import dataclass

from variorum.annotate.context import Context, Layers
from variorum.annotate.cover import Cover
from variorum.annotate.direct import titled
from variorum.annotate.marks import Marked, marks_of
from variorum.model.finding import Origin, Rule
from variorum.model.markup import Attribution, Quote
from variorum.model.text import Span

__all__ = ["RULES", "QuoteStep"]

RULES = (
    Rule("quote.direct", "The words stand between quotation marks, and somebody is said to have spoken them."),
    Rule("quote.unspoken", "A whole sentence stands between quotation marks; the account does not say whose it is."),
    Rule("quote.scare", "The words stand between quotation marks, and nobody is said to have spoken them."),
    Rule("quote.indirect", "The account gives what somebody said in its own words."),
)

_SENTENCE = 5  # words that are somebody's sentence, even where nobody is named


@dataclass(frozen=True, slots=True)
class QuoteStep:
    """Finds the quotes of an account."""

    requires: tuple[str, ...] = ("attributions",)
    assigns: tuple[str, ...] = ("quotes",)

    def __call__(self, context: Context) -> Layers:
        """The layer `quotes`, in the order of the text."""
        attributions = context.marked.attributions
        cover = Cover.of(
            (piece.start, piece.end, index) for index, each in enumerate(attributions) for piece in each.content
        )
        marks = [
            each for each in marks_of(context.account.text, context.blocks) if not each.depth and each.last > each.first
        ]
        spoken = [quote for each in marks if (quote := _marked(context, cover, each)) is not None]
        indirect = [
            quote
            for index, attribution in enumerate(attributions)
            if attribution.kind != "direct" and attribution.cue is not None
            for quote in _indirect(context, index, attribution)
        ]
        return {"quotes": tuple(sorted((*spoken, *indirect), key=lambda quote: (quote.span, quote.kind)))}


def _marked(context: Context, cover: Cover, marked: Marked) -> Quote | None:
    evidence = context.at(marked.start, marked.end)
    index = _owner(context.marked.attributions, cover, evidence)
    text = context.account.text[marked.first : marked.last].strip()
    if index is not None and context.marked.attributions[index].source is None and text.count(" ") + 1 < _SENTENCE:
        index = None  # what is called so, by nobody in particular
    if index is None and marked.loose:
        return None
    if (
        index is None
        and text.count(" ") + 1 >= _SENTENCE
        and text[0].isupper()
        and not titled(context.account.text, marked)
    ):
        origin = Origin("quotes", "quote.unspoken")
        return Quote(evidence=(evidence,), origin=origin, score=0.5, text=text, kind="direct")
    if index is None:
        origin = Origin("quotes", "quote.scare")
        return Quote(evidence=(evidence,), origin=origin, score=0.7, text=text, kind="scare")
    attribution = context.marked.attributions[index]
    return Quote(
        evidence=(evidence, *attribution.evidence[len(attribution.content) :]),
        origin=Origin("quotes", "quote.direct"),
        score=attribution.score if marked.closed else 0.7 * attribution.score,
        text=text,
        kind="direct",
        attribution=index,
        speaker=attribution.speaker,
        source=attribution.source_text,
        cue=attribution.cue_text,
    )


def _owner(attributions: tuple[Attribution, ...], cover: Cover, evidence: Span) -> int | None:
    """The attribution with the smallest content that holds the marked words, its cue outside of them.

    One that the marks were joined to goes before one that only reaches over them.
    """
    best: tuple[bool, int, int] | None = None
    for index in cover.around(evidence.start, evidence.end):
        each = attributions[index]
        if each.cue is not None and evidence.covers(each.cue):
            continue
        for piece in each.content:
            rank = (each.kind == "indirect", len(piece), index)
            if piece.covers(evidence) and (best is None or rank < best):
                best = rank
    return best[2] if best else None


def _indirect(context: Context, index: int, attribution: Attribution) -> list[Quote]:
    text = context.account.text
    return [
        Quote(
            evidence=(piece, *attribution.evidence[len(attribution.content) :]),
            origin=Origin("quotes", "quote.indirect"),
            score=attribution.score,
            text=text[piece.start : piece.end],
            kind="indirect",
            attribution=index,
            speaker=attribution.speaker,
            source=attribution.source_text,
            cue=attribution.cue_text,
        )
        for piece in attribution.content
        if text[piece.start : piece.end].count(" ") >= 2
    ]
