"""On whose word a claim stands, how surely it is said, and how the word that governs it takes it."""

from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from variorum.annotate.claimbook import Book, within
from variorum.annotate.context import Context
from variorum.annotate.cues import lemma_of
from variorum.annotate.factivity import governing, governing_adjective
from variorum.annotate.frames import Framed
from variorum.annotate.governors import Taken, taken, taken_by, told_apart
from variorum.annotate.modality import Degree, degree_of, finite, infinitive, modality_of_content
from variorum.model.markup import Attribution, ClaimSource
from variorum.model.text import Span

__all__ = ["Vouched", "degree", "how_taken", "source_of"]

_SPEAKING = {"i", "we", "me", "us"}
_PLAIN = {"attribution.according", "attribution.headline"}  # rules whose cue carries no statement of its own
_OPEN = ("asserted", "expected", "planned")  # what a reporting word such as "hopes" may still turn


@dataclass(frozen=True, slots=True)
class Vouched:
    """Who vouches for a claim, and the attribution that says so."""

    source: ClaimSource
    attribution: Attribution | None = None


def source_of(context: Context, book: Book, span: Span, chain: tuple[Token, ...]) -> Vouched:
    """The attribution with the smallest content around most of the clause; the outlet where there is none.

    A clause that holds its own reporting word counts as reported where the content is most of it, or where the verbs
    that lead to its proposition go through that word: "analysts believe that it will fail" is the analysts'.
    """
    best: tuple[int, int] | None = None
    for number in book.content.around(span.start, span.end):
        each = context.marked.attributions[number]
        own = each.cue is not None and span.covers(each.cue)
        for piece in each.content:
            shared = min(piece.end, span.end) - max(piece.start, span.start)
            least = 0.8 if not own else 0.5 if each.origin.rule in _PLAIN else 2
            if own and each.source is not None and _carried(context, book, each.cue, chain):
                least = 0.0
            if shared > 0 and shared >= least * len(span) and (best is None or len(piece) < best[0]):
                best = (len(piece), number)
    index = best[1] if best else None
    while index is not None and context.marked.attributions[index].source_text.lower() in _SPEAKING:
        index = context.marked.attributions[index].parent  # "I think" is of the one who says so
    if index is None or context.marked.attributions[index].source_kind == "outlet":
        return Vouched(ClaimSource())
    found = context.marked.attributions[index]
    return Vouched(ClaimSource(found.source_kind, found.source_text, found.cue_text, found.speaker, index), found)


def degree(context: Context, book: Book, framed: Framed, span: Span, vouched: Vouched) -> Degree:
    """How surely it is said: by its own words, by the word that reports it, by a day that is still to come."""
    found = _said(context, book, framed.chain, span, vouched.attribution)
    if found.modality == "planned" and not _acts(context, book, framed, found):
        return replace(found, modality="expected")
    if found.modality == "asserted" and (day := _ahead(context, book, framed, span)) is not None:
        return Degree(found.polarity, "planned", day)
    return found


def how_taken(context: Context, book: Book, chain: tuple[Token, ...], attribution: Attribution | None) -> Taken | None:
    """How the nearest governing word takes the proposition: within the claim, above it, or beside it ("she said")."""
    for verb, below in reversed(list(pairwise(chain))):
        adjective = governing_adjective(verb) if verb.lemma_ == "be" else None
        if adjective is not None:
            return Taken(adjective[1].factivity, adjective[0], carried=True)
        if (entry := governing(verb)) is not None and (entry.carried or not infinitive(below)):
            return Taken(entry.factivity, verb, entry.carried)
    found = taken(chain[0])
    if found is None and attribution is not None and attribution.cue is not None:
        return taken_by(context.doc[book.token(attribution.cue.start)])
    return found


def _carried(context: Context, book: Book, cue: Span | None, chain: tuple[Token, ...]) -> bool:
    """Whether a cue is told with its clause, above or beside it: "the bank, analysts believe, will fail"."""
    if cue is None:
        return False
    verb = context.doc[book.token(cue.start)]
    if any(verb == above and finite(below) for above, below in pairwise(chain)):
        return True
    return verb.head == chain[0] and verb.dep_ == "parataxis" and not told_apart(verb)


def _said(
    context: Context, book: Book, chain: tuple[Token, ...], span: Span, attribution: Attribution | None
) -> Degree:
    """Of the clause's own words, or else of the word that reports it: "hopes that …"."""
    own = degree_of(chain, book.token(span.start))
    if attribution is None or attribution.cue is None or attribution.kind == "direct" or own.modality not in _OPEN:
        return own
    cue = context.doc[book.token(attribution.cue.start)]
    said = modality_of_content(lemma_of(cue))
    if cue in chain or said is None or (said == "possible" and own.modality != "asserted"):
        return own  # what is thought to come is expected
    return Degree(own.polarity, said, (cue.i, cue.i + 1))


def _acts(context: Context, book: Book, framed: Framed, degree: Degree) -> bool:
    """Whether what will be can be somebody's plan: somebody does it, or it is done to something; rain only falls."""
    if degree.cue is None or context.doc[degree.cue[0]].tag_ != "MD":
        return True
    agent = next((each for each in framed.frame.arguments if each.role == "agent"), None)
    if agent is None:
        return True
    head = context.doc[book.token(agent.span.start)]
    return agent.referent is not None or book.cast.speaks(head, strict=True)


def _ahead(context: Context, book: Book, framed: Framed, span: Span) -> tuple[int, int] | None:
    """The words of a day to come in a clause in the present tense: "the court meets on Monday" is a plan."""
    published = (context.account.published or "")[:10]
    if framed.frame.tense != "present" or framed.frame.copular or not published:
        return None
    for index in within(book.timexes, context.marked.timexes, span):
        timex = context.marked.timexes[index]
        value = timex.value or ""
        if timex.type == "DATE" and value[:4].isdigit() and value[:10] > published[: len(value[:10])]:
            return book.token(timex.span.start), book.token(timex.span.end - 1) + 1
    return None
