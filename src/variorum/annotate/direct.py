"""Finds the speaker of marked words whose place in the grammar does not tell: by the words beside the marks.

A reporting verb right after the closing mark or right before the opening one, a name before a colon, or the speaker
who was speaking before, where a quotation goes on.
"""

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotate.cues import cue_of
from variorum.annotate.marks import Marked
from variorum.annotate.voices import subject_of

__all__ = ["Beside", "Places", "after_marks", "before_marks", "opens_sentence"]

_REACH = 14  # tokens between the marks and the reporting verb
_SENTENCE_ENDS = (".", "?", "!")
_GOES_ON = (",", "?", "!", "…", "—", "–", "-")


@dataclass(frozen=True, slots=True)
class Beside:
    """A reporting verb beside marks, and the head token of its subject."""

    verb: int
    source: int | None


@dataclass(frozen=True, slots=True)
class Places:
    """The parse with its token offsets, to go from code points to tokens."""

    doc: Doc
    starts: tuple[int, ...]

    def first(self, at: int) -> int:
        """The first token that starts at or after a code point."""
        return bisect_left(self.starts, at)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that start within `[start, end)`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def after_marks(places: Places, marked: Marked) -> Beside | None:
    """ "…," she said; "…", said the minister."""
    doc = places.doc
    first = places.first(marked.end)
    inner = doc.text[marked.last - 1] if marked.last > marked.first else ""
    while first < len(doc) and doc[first].text in (",", "-", "–", "—", "…") and first < places.first(marked.end) + 2:
        first += 1
    if first >= len(doc) or _broken(doc, marked.end, doc[first].idx):
        return None
    if inner == "." and not doc[first].text.islower():
        return None
    for at in range(first, min(first + _REACH, len(doc))):
        token = doc[at]
        if token.text in _SENTENCE_ENDS or token.text in (";", ":", "“", '"', "”", "‘") or token.is_space:
            return None
        cue = cue_of(token)
        if cue is None or not cue.quotes:
            if (
                token.pos_ in ("VERB", "AUX")
                and token.dep_ not in ("aux", "auxpass", "relcl", "acl", "advcl")
                and at > first + 2
            ):
                return None
            continue
        source = _subject_after(doc, first, token, marked)
        if source is not None:
            return Beside(at, source)
        if at == first and inner not in _GOES_ON:
            return None
    return None


def before_marks(places: Places, marked: Marked) -> Beside | None:
    """She said: "…"; the minister told the court that "…"; "…," he said, adding, "…"."""
    doc = places.doc
    last = places.first(marked.start) - 1
    if last < 0 or _broken(doc, doc[last].idx, marked.start):
        return None
    for at in range(last, max(-1, last - _REACH), -1):
        token = doc[at]
        if token.text in _SENTENCE_ENDS or token.is_space or token.text in ("”", "“", '"', "’") or token.text == ";":
            return None
        cue = cue_of(token)
        if cue is None or not cue.quotes:
            continue
        source = subject_of(token)
        if source is not None and marked.start <= source.idx < marked.end:
            source = None
        if source is None:
            source = _noun_before(doc, at)
        return Beside(at, source.i if source is not None else None)
    return None


def opens_sentence(text: str, marked: Marked) -> bool:
    """Whether nothing of a sentence stands before the marks."""
    before = text[max(0, marked.start - 4) : marked.start].rstrip(" \t\u00a0")
    return not before or before[-1] in '.!?\n”"’:…'


def _broken(doc: Doc, start: int, end: int) -> bool:
    return "\n" in doc.text[start:end] or end - start > 80


def _subject_after(doc: Doc, first: int, verb: Token, marked: Marked) -> int | None:
    source = subject_of(verb)
    if source is not None and not marked.start <= source.idx < marked.end and abs(source.i - verb.i) <= _REACH:
        return source.i
    if verb.i > first:
        before = _noun_before(doc, verb.i)
        if before is not None and before.i >= first:
            return before.i
    found = None
    for at in range(verb.i + 1, min(verb.i + 8, len(doc))):
        if doc[at].pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
            break
        found = at
        if doc[at].pos_ == "PRON":
            break
    return found


def _noun_before(doc: Doc, at: int) -> Token | None:
    for place in range(at - 1, max(-1, at - 6), -1):
        token = doc[place]
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            return token
        if token.pos_ not in ("AUX", "ADV", "PART", "PUNCT") or token.text in _SENTENCE_ENDS:
            return None
    return None
