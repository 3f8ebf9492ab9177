"""Who says what: attributions with source, cue and content, from the grammar and from quotation marks.

Content in an account's own grammar comes from `sayings`; marked words are then joined to the saying that they stand
in, or get their speaker from the words beside them, or from the quotation that they carry on. Never from far away.
"""

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from variorum.annotate.context import Context, Layers
from variorum.annotate.continuity import Turn, same_speakers
from variorum.annotate.cover import Cover
from variorum.annotate.cues import cue_of
from variorum.annotate.direct import Beside, Places, after_marks, before_marks, opens_sentence, titled
from variorum.annotate.headlines import headline_sayings
from variorum.annotate.marks import Marked, marks_of
from variorum.annotate.sayings import Saying, sayings_of
from variorum.annotate.voices import Cast, Voice, cast_of
from variorum.model.finding import Origin, Rule
from variorum.model.markup import Attribution, AttributionKind
from variorum.model.text import Span

__all__ = ["RULES", "AttributionStep"]

RULES = (
    Rule("attribution.verb", "A reporting verb has this as its subject and that as its content."),
    Rule("attribution.according", "“According to” names the source of the rest of the clause."),
    Rule("attribution.noun", "A noun of saying, such as “claim” or “warning”, is followed by what is claimed."),
    Rule(
        "attribution.adjective", "An adjective such as “sure” or “confident” is followed by what somebody is sure of."
    ),
    Rule("attribution.beside", "A reporting verb stands right beside the quotation marks."),
    Rule("attribution.signed", "A name stands after the quotation, behind a dash."),
    Rule("attribution.carried", "The quotation goes on from the one before it, with no other speaker between."),
    Rule("attribution.headline", "In a headline, a source and what it says are set apart by a colon."),
)
_SCORES = {
    "attribution.verb": 0.9, "attribution.according": 0.95, "attribution.noun": 0.8, "attribution.adjective": 0.7,
    "attribution.beside": 0.9, "attribution.signed": 0.8, "attribution.carried": 0.6, "attribution.headline": 0.6,
}  # fmt: skip
_BETWEEN = 120  # code points between two pieces of one quotation
_SAYINGS = 8  # sayings between two quotations that are looked at: keeps hostile texts linear
_CARRIES = 2  # paragraphs that a speaker carries over without being named again


@dataclass(slots=True)
class _Found:
    """An attribution in the making, in code points; `voice` None where nobody is named."""

    rule: str
    content: list[tuple[int, int]]
    cue: tuple[int, int] | None
    voice: Voice | None
    marks: list[Marked] = field(default_factory=list)
    firm: bool = True  # said, not what somebody would or wants to say
    speech: bool = False  # a verb that may stand beside quoted words

    def share(self, marked: Marked) -> float:
        """How much of the marked words the content covers."""
        covered = sum(max(0, min(end, marked.last) - max(start, marked.first)) for start, end in self.content)
        return covered / max(1, marked.last - marked.first)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """What the grammar has found, to be looked up by content and by the place of the cue."""

    found: tuple[_Found, ...]
    cover: Cover
    cues: dict[int, _Found]
    places: tuple[int, ...]

    @classmethod
    def of(cls, found: list[_Found]) -> "_Grammar":
        """The look-up of these; later ones are known by their cue only."""
        pieces = ((start, end, number) for number, each in enumerate(found) for start, end in each.content)
        cues = {each.cue[0]: each for each in reversed(found) if each.cue is not None}
        return cls(tuple(found), Cover.of(pieces), cues, tuple(sorted(cues)))

    def last_voice(self, start: int, end: int) -> Voice | None:
        """Who says something last between two places, in words that are nobody else's."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        for place in reversed(self.places[max(first, last - _SAYINGS) : last]):
            each = self.cues[place]
            nested = any(low <= place < high for other in self.around(place, place + 1) for low, high in other.content)
            if each.speech and each.firm and each.voice is not None and each.voice.referent is not None and not nested:
                return each.voice
        return None

    def around(self, start: int, end: int) -> list[_Found]:
        """Those whose content lies around a stretch of the text."""
        return [self.found[number] for number in self.cover.around(start, end)]


@dataclass(frozen=True, slots=True)
class AttributionStep:
    """Finds the attributions of an account."""

    requires: tuple[str, ...] = ("sentences", "mentions", "referents")
    assigns: tuple[str, ...] = ("attributions",)

    def __call__(self, context: Context) -> Layers:
        """The layer `attributions`, in the order of their first words."""
        cast = cast_of(context)
        places = Places(context.doc, tuple(token.idx for token in context.doc), context.account.text)
        sayings = (*sayings_of(context.doc), *headline_sayings(context, places))
        found = [_of_saying(context, cast, saying) for saying in sayings]
        _join_marks(context, cast, places, found)
        _same_speakers(context, cast, found)
        return {"attributions": _finished(context, found)}


def _of_saying(context: Context, cast: Cast, saying: Saying) -> _Found:
    doc = context.doc
    voice = cast.voice(doc[saying.source]) if saying.source is not None else None
    if (
        voice is not None
        and (saying.evidence or saying.kind == "mind")
        and not cast.speaks(doc[voice.head], saying.evidence)
    ):
        voice = replace(voice, kind="outlet", referent=None)
    content = [_chars(context, start, end) for start, end in saying.content]
    cue = doc[saying.cue[0]]
    bare = cue.tag_ == "VB" or any(child.tag_ in ("MD", "TO") for child in cue.lefts)
    speech = (told := cue_of(cue)) is not None and told.quotes and told.kind == "say"
    return _Found(saying.rule, content, _chars(context, *saying.cue), voice, firm=not bare, speech=speech)


def _chars(context: Context, start: int, end: int) -> tuple[int, int]:
    last = context.doc[end - 1]
    return context.doc[start].idx, last.idx + len(last)


def _join_marks(context: Context, cast: Cast, places: Places, found: list[_Found]) -> None:
    """Gives each pair of outer marks to the saying that it belongs to, or makes one of the words beside it."""
    grammar = _Grammar.of(found)
    previous: _Found | None = None
    previous_marked: Marked | None = None
    gone = 0
    for marked in marks_of(context.account.text, context.blocks):
        if marked.depth or marked.last <= marked.first or _is_title(context, places, marked):
            continue
        owner = _grammatical(marked, grammar)
        if owner is None or owner.voice is None:
            beside = _beside(places, marked)
            if beside is not None:
                spare = _same_sentence(context, previous, previous_marked, marked)
                made = _at_cue(context, cast, grammar, beside, spare)
                if made is not None and made is not owner and not made.content:
                    found.append(made)
                owner = made or owner
        if owner is None and previous is not None and previous_marked is not None:
            between = context.account.text.count("\n", previous_marked.end, marked.start)
            gone = gone + between if previous.rule == "attribution.carried" else between
            if marked.follows is not None:
                owner = _Found("attribution.carried", [], None, previous.voice)
            elif between <= _CARRIES and _carries(context, marked):
                voice = grammar.last_voice(previous_marked.end, marked.start) or previous.voice
                owner = _Found("attribution.carried", [], None, voice)
            if owner is not None:
                found.append(owner)
        if owner is None:
            if _whole(context, marked):
                previous = None
            continue
        _take(owner, marked)
        previous, previous_marked = owner, marked


def _grammatical(marked: Marked, grammar: "_Grammar") -> _Found | None:
    """The saying with its cue outside the marks that covers most of the marked words; the closest cue wins."""
    best: tuple[float, bool, int, _Found] | None = None
    for each in grammar.around(marked.start, marked.end):
        if each.cue is None:
            continue
        if marked.start <= each.cue[0] < marked.end:
            continue
        share = each.share(marked)
        if share < 0.5:
            continue
        size = sum(end - start for start, end in each.content)
        rank = (round(share, 1), each.firm, -size)
        if best is None or rank > best[:3]:
            best = (*rank, each)
    return best[3] if best else None


def _beside(places: Places, marked: Marked) -> Beside | None:
    text = places.text
    before = text[max(0, marked.start - 3) : marked.start].rstrip()
    first, second = (before_marks, after_marks) if before.endswith((":", ",")) else (after_marks, before_marks)
    if text[marked.last - 1] == "," and not before.endswith(":"):
        first, second = after_marks, before_marks
    found = first(places, marked)
    if found is not None and found.cue is not None and places.doc[found.cue[0]].text == ":":
        other = second(places, marked)  # a colon with no verb of saying before it
        return other if other is not None and other.cue is not None else found
    return found or second(places, marked)


def _same_sentence(context: Context, previous: _Found | None, before: Marked | None, marked: Marked) -> Voice | None:
    """Who spoke the last marked words, where a few words of one sentence stand between: "A", derided him as "B"."""
    if previous is None or before is None or marked.start - before.end > _BETWEEN:
        return None
    between = context.account.text[before.last : marked.start]
    return None if any(stop in between for stop in (". ", "\n", "? ", "! ")) else previous.voice


def _at_cue(context: Context, cast: Cast, grammar: "_Grammar", beside: Beside, spare: Voice | None) -> _Found | None:
    """The saying of this verb, if the grammar has found it, else a new one."""
    cue = _chars(context, *beside.cue) if beside.cue else None
    known = grammar.cues.get(cue[0]) if cue is not None else None
    if known is not None:
        if known.voice is None and beside.source is not None:
            known.voice = cast.voice(context.doc[beside.source])
        return known
    if beside.source is None:
        return _Found("attribution.carried", [], cue, spare) if spare is not None else None
    rule = "attribution.beside" if cue else "attribution.signed"
    made = _Found(rule, [], cue, cast.voice(context.doc[beside.source]))
    if cue is not None:
        grammar.cues[cue[0]] = made
    return made


def _is_title(context: Context, places: Places, marked: Marked) -> bool:
    """A title of a work, which nobody speaks: not in a headline, nor right after a verb, a comma or a colon."""
    if not titled(context.account.text, marked):
        return False
    before = places.first(marked.start) - 1
    if before >= 0 and (context.doc[before].text in (",", ":") or cue_of(context.doc[before]) is not None):
        return False
    return not any(block.start <= marked.start < block.end for block in context.blocks if block.kind == "headline")


def _carries(context: Context, marked: Marked) -> bool:
    return opens_sentence(context.account.text, marked) and _whole(context, marked) and not _heads(context, marked)


def _heads(context: Context, marked: Marked) -> bool:
    """Whether the marked words are a line of their own that ends like no sentence: a heading."""
    if context.account.text[marked.first : marked.last].rstrip(" '’\"”)").endswith((".", ",", "?", "!", "…")):
        return False
    return any(block.start == marked.start and block.end == marked.end for block in context.blocks)


def _whole(context: Context, marked: Marked) -> bool:
    """Whether the marks hold a whole sentence, by its closing mark or its length."""
    inner = context.account.text[marked.first : marked.last].rstrip()
    return inner.endswith((".", "?", "!", "…", ",")) or inner.count(" ") >= 5


def _take(owner: _Found, marked: Marked) -> None:
    """Joins the marked words to the content; pieces that they overlap are widened to the marks."""
    start, end = marked.start, marked.end
    rest = []
    for piece in owner.content:
        if piece[0] < end and start < piece[1]:
            start, end = min(start, piece[0]), max(end, piece[1])
        else:
            rest.append(piece)
    owner.content = sorted([*rest, (start, end)])
    owner.marks.append(marked)


def _same_speakers(context: Context, cast: Cast, found: list[_Found]) -> None:
    """Resolves "he said" by who spoke or was named last."""
    spoken = [each for each in found if each.voice is not None and (each.cue or each.content)]
    spoken.sort(key=lambda each: (each.cue or each.content[0])[0])
    turns = [
        Turn((each.cue or each.content[0])[0], each.voice, tuple(each.content))
        for each in spoken
        if each.voice is not None
    ]
    outer = [(marked.start, marked.end) for each in found for marked in each.marks]
    for each, voice in zip(spoken, same_speakers(context, cast, turns, outer), strict=True):
        each.voice = voice


def _kind(found: _Found) -> AttributionKind:
    if not found.marks:
        return "indirect"
    inside = sum(marked.end - marked.start for marked in found.marks)
    total = sum(end - start for start, end in found.content)
    return "direct" if inside >= 0.9 * total else "mixed"


def _finished(context: Context, found: list[_Found]) -> tuple[Attribution, ...]:
    kept = sorted((each for each in found if each.content), key=lambda each: (each.content[0], each.cue or (0, 0)))
    text, at = context.account.text, context.at
    cover = Cover.of((start, end, number) for number, each in enumerate(kept) for start, end in each.content)
    made = []
    for each in kept:
        content = tuple(at(start, end) for start, end in each.content)
        cue = at(*each.cue) if each.cue else None
        source = at(*_chars(context, each.voice.start, each.voice.end)) if each.voice else None
        made.append(
            Attribution(
                evidence=(*content, *((source,) if source else ()), *((cue,) if cue else ())),
                origin=Origin("attributions", each.rule),
                score=_SCORES[each.rule],
                content=content,
                source=source,
                cue=cue,
                source_text=_words(text, source),
                cue_text=_words(text, cue),
                source_kind=each.voice.kind if each.voice else "anonymous",
                speaker=each.voice.referent if each.voice else None,
                kind=_kind(each),
                parent=_parent(each, kept, cover),
            )
        )
    return tuple(made)


def _words(text: str, span: Span | None) -> str:
    return " ".join(text[span.start : span.end].split()) if span else ""


def _parent(child: _Found, found: list[_Found], cover: Cover) -> int | None:
    """The smallest content that the cue stands in."""
    if child.cue is None:
        return None
    best: tuple[int, int] | None = None
    for index in cover.around(*child.cue):
        each = found[index]
        if each is child:
            continue
        for start, end in each.content:
            if start <= child.cue[0] and child.cue[1] <= end and (best is None or end - start < best[0]):
                best = (end - start, index)
    return best[1] if best else None
