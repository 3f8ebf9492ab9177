"""Claims: one proposition each, in the words of its clause, with what it says of whom, how surely, and on whose word.

A reporting clause is no claim; what it reports is, on the speaker's word. What is denied, believed or not said keeps
the words that say so. Headings without a verb, questions, calls to the reader and shards are dropped.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace

from variorum.annotate.claimbook import Book, within
from variorum.annotate.clauses import Clause, clauses_of
from variorum.annotate.context import Context, Layers
from variorum.annotate.extents import Saying, extent, saying
from variorum.annotate.frames import framed as frame_of
from variorum.annotate.modality import hedged
from variorum.annotate.standing import free_standing
from variorum.annotate.tolls import tolls
from variorum.annotate.vouching import Vouched, degree, how_taken, source_of
from variorum.model.finding import Origin, Rule
from variorum.model.markup import Claim, Sentence
from variorum.model.text import Span

__all__ = ["RULES", "ClaimStep"]

RULES = (
    Rule("claim.main", "The sentence's own statement."),
    Rule("claim.coordinate", "One of several statements that a conjunction joins."),
    Rule("claim.content", "What somebody is reported to say or think."),
    Rule("claim.relative", "A relative clause that adds a statement about what stands before it."),
    Rule("claim.participial", "A participle that adds a statement about the subject."),
    Rule("claim.whole", "A sentence whose grammar is unclear, so it is kept as it stands."),
    Rule("claim.toll", "How many came to harm, as a headline counts them beside its statement: “27 hurt”."),
    Rule("claim.adverbial", "A clause of time, contrast or cause that states something itself."),
    Rule("claim.purpose", "What something is done for, which another account of it may not say: “to save the deal”."),
    Rule(
        "claim.circumstance", "A phrase that states something beside its clause: “with two sailors leaping overboard”."
    ),
)
_SCORES = {
    "main": 1.0, "coordinate": 0.95, "content": 1.0, "relative": 0.85, "participial": 0.8, "adverbial": 0.85,
    "purpose": 0.8, "circumstance": 0.7, "whole": 0.6, "toll": 0.8,
}  # fmt: skip
_VERBLESS = ("whole", "toll", "circumstance")
_BESIDE = ("purpose", "circumstance", "toll")
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass", "attr")


@dataclass(frozen=True, slots=True)
class ClaimStep:
    """Finds the claims of an account."""

    requires: tuple[str, ...] = (
        "sentences",
        "mentions",
        "referents",
        "attributions",
        "quotes",
        "timexes",
        "quantities",
    )
    assigns: tuple[str, ...] = ("claims",)

    def __call__(self, context: Context) -> Layers:
        """The layer `claims`, in the order of the text."""
        book = Book.of(context)
        found = [
            claim
            for index, sentence in enumerate(context.marked.sentences)
            for claim in _claims(context, book, index, sentence)
        ]
        return {"claims": tuple(sorted(found, key=lambda claim: claim.span))}


def _claims(context: Context, book: Book, index: int, sentence: Sentence) -> list[Claim]:
    start, end = bisect_left(book.starts, sentence.span.start), bisect_left(book.starts, sentence.span.end)
    text = context.account.text[sentence.span.start : sentence.span.end]
    short = end - start < (2 if sentence.kind == "headline" else 3)
    if short or sentence.kind == "caption" or text.rstrip("”\"’' ").endswith("?"):
        return []
    found = []
    clauses = clauses_of(context.doc, start, end)
    if sentence.kind == "headline":
        clauses = (*clauses, *tolls(context.doc, start, end, clauses))
    for each in clauses:
        told = saying(context, book, each)
        if told.idle or (sentence.kind != "headline" and _addresses(context, told.clause)):
            continue
        claim = _claim(context, book, index, told)
        if claim is not None:
            found.append(claim)
    return found


def _addresses(context: Context, clause: Clause) -> bool:
    """A call to the reader: a bare verb without a subject at the head of a sentence."""
    verb = context.doc[clause.head]
    if clause.kind != "main":
        return False
    return not any(child.dep_ in _SUBJECTS for child in verb.children)


def _claim(context: Context, book: Book, index: int, told: Saying) -> Claim | None:
    marked, clause = context.marked, told.clause
    span = extent(context, book, clause)
    if span is None:
        return None
    speaker = source_of(context, book, span, (context.doc[clause.head],)).source.referent
    framed = frame_of(context, book.cast, clause, speaker)
    vouched = source_of(context, book, span, framed.chain)
    # what a relative clause tells stands whatever is said of the rest: "denied coaching the people who arrived"
    sure = degree(context, book, framed, span, Vouched(vouched.source) if clause.kind == "relative" else vouched)
    if clause.kind == "purpose":
        sure = replace(sure, modality="desired")
    governed = how_taken(context, book, framed.chain, vouched.attribution)
    words = context.account.text[span.start : span.end]
    mentions = within(book.mentions, marked.mentions, span)
    return Claim(
        evidence=(span,),
        origin=Origin("claims", f"claim.{clause.kind}"),
        score=_SCORES[clause.kind],
        text=words,
        sentence=index,
        polarity=sure.polarity,
        modality=sure.modality,
        modality_cue=_place(context, sure.cue) if sure.cue is not None else None,
        source=vouched.source,
        frame=framed.frame
        if clause.kind not in _VERBLESS or context.doc[clause.head].pos_ in ("VERB", "AUX")
        else None,
        mentions=mentions,
        timexes=within(book.timexes, marked.timexes, span),
        quantities=within(book.quantities, marked.quantities, span),
        hedged=hedged(words) or (governed is not None and governed.carried and governed.cue not in framed.chain),
        factivity=governed.factivity if governed is not None else None,
        factivity_cue=_place(context, (governed.cue.i, governed.cue.i + 1)) if governed is not None else None,
        free_standing=not told.reports
        and clause.kind not in _BESIDE
        and free_standing(context, clause, span, framed.frame, vouched.source),
    )


def _place(context: Context, tokens: tuple[int, int]) -> Span:
    first, last = context.doc[tokens[0]], context.doc[tokens[1] - 1]
    return context.at(first.idx, last.idx + len(last))
