"""Claims: one proposition each, in the words of its clause, with what it says of whom, how surely, and on whose word.

A reporting clause is no claim; what it reports is, on the speaker's word. What is denied keeps the words that deny it.
Headings without a verb, questions, calls to the reader and shards are dropped.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Token

from variorum.annotate.clauses import Clause, clauses_of
from variorum.annotate.context import Context, Layers
from variorum.annotate.cover import Cover
from variorum.annotate.cues import channels, cue_of, lemma_of
from variorum.annotate.frames import Framed, framed
from variorum.annotate.modality import Degree, degree_of, hedged, modality_of_content
from variorum.annotate.voices import Cast, cast_of
from variorum.model.finding import Finding, Origin, Rule
from variorum.model.markup import Attribution, Claim, ClaimSource, Sentence
from variorum.model.text import Span

__all__ = ["RULES", "ClaimStep"]

RULES = (
    Rule("claim.main", "The sentence's own statement."),
    Rule("claim.coordinate", "One of several statements that a conjunction joins."),
    Rule("claim.content", "What somebody is reported to say or think."),
    Rule("claim.relative", "A relative clause that adds a statement about what stands before it."),
    Rule("claim.participial", "A participle that adds a statement about the subject."),
    Rule("claim.whole", "A sentence whose grammar is unclear, so it is kept as it stands."),
    Rule("claim.adverbial", "A clause of time, contrast or cause that states something itself."),
)
_SCORES = {
    "main": 1.0, "coordinate": 0.95, "content": 1.0, "relative": 0.85, "participial": 0.8, "adverbial": 0.85,
    "whole": 0.6,
}  # fmt: skip
_SPEAKING = {"i", "we", "me", "us"}
_PLAIN = {"attribution.according", "attribution.headline"}  # rules whose cue carries no statement of its own
_INSIDE = 0.25  # of the content: more of it in the reporting clause, and the clause is what is told
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass", "attr")
_PARTS = ("nsubj", "nsubjpass", "ccomp", "dobj", "xcomp")
_OPEN = ("asserted", "expected", "planned")  # what a reporting word such as "hopes" may still turn
_ADDS = 4  # tokens of time, place or occasion that make a reporting clause worth a claim


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
        cast = cast_of(context)
        book = _Book.of(context)
        found = [
            claim
            for index, sentence in enumerate(context.marked.sentences)
            for claim in _claims(context, cast, book, index, sentence)
        ]
        return {"claims": tuple(sorted(found, key=lambda claim: claim.span))}


@dataclass(frozen=True, slots=True)
class _Book:
    """The account's layers, to be looked up by place: token starts, cues by their place, layers by their starts."""

    starts: tuple[int, ...]
    cues: dict[int, Attribution]
    mentions: tuple[int, ...]
    timexes: tuple[int, ...]
    quantities: tuple[int, ...]
    spoken: tuple[tuple[int, int], ...]
    content: Cover
    quotes: Cover

    def token(self, at: int) -> int:
        """The token that starts at a code point."""
        return min(bisect_left(self.starts, at), len(self.starts) - 1)

    @classmethod
    def of(cls, context: Context) -> "_Book":
        """The look-up of what stands so far."""
        marked = context.marked
        return cls(
            tuple(token.idx for token in context.doc),
            {each.cue.start: each for each in marked.attributions if each.cue is not None},
            _sorted(marked.mentions),
            _sorted(marked.timexes),
            _sorted(marked.quantities),
            tuple(sorted((each.span.start, each.span.end) for each in marked.quotes if each.kind == "direct")),
            Cover.of((p.start, p.end, index) for index, each in enumerate(marked.attributions) for p in each.content),
            Cover.of(
                (each.span.start, each.span.end, index)
                for index, each in enumerate(marked.quotes)
                if each.kind != "indirect"
            ),
        )


def _sorted(layer: tuple[Finding, ...]) -> tuple[int, ...]:
    return tuple(sorted(range(len(layer)), key=lambda index: layer[index].span.start))


def _claims(context: Context, cast: Cast, book: _Book, index: int, sentence: Sentence) -> list[Claim]:
    start, end = bisect_left(book.starts, sentence.span.start), bisect_left(book.starts, sentence.span.end)
    text = context.account.text[sentence.span.start : sentence.span.end]
    if end - start < 3 or sentence.kind == "caption" or text.rstrip("”\"’' ").endswith("?"):
        return []
    found = []
    for each in clauses_of(context.doc, start, end):
        clause = _without_saying(context, book, each)
        if _reports(context, book, clause) or (sentence.kind != "headline" and _addresses(context, clause)):
            continue
        claim = _claim(context, cast, book, index, clause)
        if claim is not None:
            found.append(claim)
    return found


def _reports(context: Context, book: _Book, clause: Clause) -> bool:
    """Whether the clause only says who says something: its content stands outside, and it adds no time or place."""
    verb = context.doc[clause.head]
    attribution = book.cues.get(verb.idx)
    if attribution is None:
        return _bare(verb)
    start, end = context.doc[clause.start].idx, context.doc[clause.end - 1].idx + 1
    inside = sum(max(0, min(piece.end, end) - max(piece.start, start)) for piece in attribution.content)
    if inside >= _INSIDE * sum(len(piece) for piece in attribution.content):
        return False
    added = sum(child.right_edge.i + 1 - child.left_edge.i for child in verb.children if _adjunct(child, clause))
    return clause.kind not in ("main", "coordinate", "whole") or added < _ADDS


def _bare(verb: Token) -> bool:
    """A verb of saying with neither subject nor content: a shard of what the parser took apart."""
    cue = cue_of(verb)
    return cue is not None and cue.kind == "say" and not any(child.dep_ in _PARTS for child in verb.children)


def _adjunct(child: Token, clause: Clause) -> bool:
    """A time, place or occasion, not the letter or interview in which something was said."""
    if child.dep_ not in ("prep", "npadvmod") or not clause.start <= child.i < clause.end:
        return False
    return not any(each.lemma_.lower() in channels() for each in child.children if each.dep_ == "pobj")


def _without_saying(context: Context, book: _Book, clause: Clause) -> Clause:
    """Without a participle at the end whose content comes next: "began the meeting by saying"."""
    last = context.doc[clause.end - 1]
    attribution = book.cues.get(last.idx)
    if attribution is None or last.tag_ != "VBG" or last.i == clause.head or attribution.content[0].start < last.idx:
        return clause
    end = clause.end - 1
    while end > clause.head + 1 and (context.doc[end - 1].is_punct or context.doc[end - 1].pos_ in ("ADP", "CCONJ")):
        end -= 1
    return replace(clause, end=end)


def _addresses(context: Context, clause: Clause) -> bool:
    """A call to the reader: a bare verb without a subject at the head of a sentence."""
    verb = context.doc[clause.head]
    if clause.kind != "main":
        return False
    return not any(child.dep_ in _SUBJECTS for child in verb.children)


def _claim(context: Context, cast: Cast, book: _Book, index: int, clause: Clause) -> Claim | None:
    doc, marked = context.doc, context.marked
    last = doc[clause.end - 1]
    start, end = _reported(context, book, clause, doc[clause.start].idx, last.idx + len(last))
    span = _balanced(context, book, *_clipped(context, book, clause, start, end))
    if span is None:
        return None
    source, attribution = _source(context, book, span)
    frame = framed(context, cast, clause, source.referent)
    degree = _degree(context, book, frame.chain, clause, attribution)
    if degree.modality == "planned" and not _acts(context, cast, frame, degree):
        degree = replace(degree, modality="expected")
    elif degree.modality == "asserted" and (day := _ahead(context, book, frame, span)) is not None:
        degree = Degree(degree.polarity, "planned", day)
    words = context.account.text[span.start : span.end]
    return Claim(
        evidence=(span,),
        origin=Origin("claims", f"claim.{clause.kind}"),
        score=_SCORES[clause.kind],
        text=words,
        sentence=index,
        polarity=degree.polarity,
        modality=degree.modality,
        modality_cue=_cue_span(context, degree),
        source=source,
        frame=frame.frame if clause.kind != "whole" or doc[clause.head].pos_ in ("VERB", "AUX") else None,
        mentions=_within(book.mentions, marked.mentions, span),
        timexes=_within(book.timexes, marked.timexes, span),
        quantities=_within(book.quantities, marked.quantities, span),
        hedged=hedged(words),
    )


def _reported(context: Context, book: _Book, clause: Clause, start: int, end: int) -> tuple[int, int]:
    """Without the words in its midst that only say who says it: "It was over, she said, by noon"."""
    at = context.doc[clause.head].idx
    for number in book.content.around(at, at + 1):
        each = context.marked.attributions[number]
        if each.cue is None or each.origin.rule != "attribution.verb" or not start <= each.cue.start < end:
            continue
        for piece in each.content:
            if piece.start <= at < piece.end and not piece.start <= each.cue.start < piece.end:
                start, end = max(start, piece.start), min(end, piece.end)
    return start, end


def _clipped(context: Context, book: _Book, clause: Clause, start: int, end: int) -> tuple[int, int]:
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


def _balanced(context: Context, book: _Book, start: int, end: int) -> Span | None:
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


def _source(context: Context, book: _Book, span: Span) -> tuple[ClaimSource, Attribution | None]:
    """The attribution with the smallest content around most of the clause; the outlet where there is none.

    A clause that holds its own reporting word counts as reported where the content is most of it.
    """
    best: tuple[int, int] | None = None
    for number in book.content.around(span.start, span.end):
        each = context.marked.attributions[number]
        own = each.cue is not None and span.covers(each.cue)
        for piece in each.content:
            shared = min(piece.end, span.end) - max(piece.start, span.start)
            enough = shared >= (0.5 if own and each.origin.rule in _PLAIN else 2 if own else 0.8) * len(span)
            if enough and (best is None or len(piece) < best[0]):
                best = (len(piece), number)
    index = best[1] if best else None
    while index is not None and context.marked.attributions[index].source_text.lower() in _SPEAKING:
        index = context.marked.attributions[index].parent  # "I think" is of the one who says so
    if index is None or context.marked.attributions[index].source_kind == "outlet":
        return ClaimSource(), None
    found = context.marked.attributions[index]
    return ClaimSource(found.source_kind, found.source_text, found.cue_text, found.speaker, index), found


def _acts(context: Context, cast: Cast, framed_: Framed, degree: Degree) -> bool:
    """Whether what will be can be somebody's plan: somebody does it, or it is done to something; rain only falls."""
    if degree.cue is None or context.doc[degree.cue[0]].tag_ != "MD":
        return True
    agent = next((each for each in framed_.frame.arguments if each.role == "agent"), None)
    if agent is None:
        return True
    head = next(token for token in context.doc[framed_.chain[0].left_edge.i :] if token.idx >= agent.span.start)
    return agent.referent is not None or cast.speaks(head, strict=True)


def _ahead(context: Context, book: _Book, framed_: Framed, span: Span) -> tuple[int, int] | None:
    """The words of a day to come in a clause in the present tense: "the court meets on Monday" is a plan."""
    published = (context.account.published or "")[:10]
    if framed_.frame.tense != "present" or framed_.frame.copular or not published:
        return None
    for index in _within(book.timexes, context.marked.timexes, span):
        timex = context.marked.timexes[index]
        value = timex.value or ""
        if timex.type == "DATE" and value[:4].isdigit() and value[:10] > published[: len(value[:10])]:
            return book.token(timex.span.start), book.token(timex.span.end - 1) + 1
    return None


def _degree(
    context: Context, book: _Book, chain: tuple[Token, ...], clause: Clause, attribution: Attribution | None
) -> Degree:
    """Of the clause's own words, or else of the word that reports it: "hopes that …"."""
    degree = degree_of(chain, clause.start)
    if attribution is None or attribution.cue is None or attribution.kind == "direct" or degree.modality not in _OPEN:
        return degree
    cue = context.doc[book.token(attribution.cue.start)]
    said = modality_of_content(lemma_of(cue))
    return Degree(degree.polarity, said, (cue.i, cue.i + 1)) if said is not None else degree


def _cue_span(context: Context, degree: Degree) -> Span | None:
    if degree.cue is None:
        return None
    first, last = context.doc[degree.cue[0]], context.doc[degree.cue[1] - 1]
    return context.at(first.idx, last.idx + len(last))


def _within(order: tuple[int, ...], layer: tuple[Finding, ...], span: Span) -> tuple[int, ...]:
    place = bisect_left(order, span.start, key=lambda index: layer[index].span.start)
    found = []
    while place < len(order) and layer[order[place]].span.start < span.end:
        if layer[order[place]].span.end <= span.end:
            found.append(order[place])
        place += 1
    return tuple(found)
