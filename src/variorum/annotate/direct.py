"""Finds the speaker of marked words whose place in the grammar does not tell: by the words beside the marks.

A reporting verb right after the closing mark or right before the opening one, a name before a colon, or the speaker
who was speaking before, where a quotation goes on.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotate.cues import cue_of
from variorum.annotate.marks import Marked
from variorum.annotate.voices import subject_of, undergoes

__all__ = ["Beside", "Places", "after_marks", "before_marks", "opens_sentence", "titled"]

_NEAR = 6  # tokens between a reporting verb and the subject after it
_BACK = 40  # tokens before a colon in which the speaker is looked for
_APART = 45  # tokens from a name to its reporting verb, where something between commas tells of it; chosen, not swept
_REACH = 14  # tokens between the marks and the reporting verb
_SENTENCE_ENDS = (".", "?", "!")
_SIGNATURE = re.compile(
    r"\s{0,2}(?:[―—–]|--?)\s{0,2}([A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){1,4})(?=\s*(?:\n|$|[.,(“\"]))"
)
_SAID = re.compile(  # a sentence, or shouted
    r"\b(?:is|are|was|were|has|had|can|did)\b|\b(?:It|We|You|They|He|She|That|Let|I)['’]|\b[A-Z]{4}"
)
_GOES_ON = (",", "?", "!", "…", "—", "–", "-")


@dataclass(frozen=True, slots=True)
class Beside:
    """What reports beside marks, as tokens `[start, end)` (none where a name is only set beside), and its source."""

    cue: tuple[int, int] | None
    source: int | None


@dataclass(frozen=True, slots=True)
class Places:
    """The parse with its token offsets, to go from code points to tokens."""

    doc: Doc
    starts: tuple[int, ...]
    text: str  # of the account: the parse would put its own together anew at each question

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
    inner = places.text[marked.last - 1] if marked.last > marked.first else ""
    signed = _signed(places, marked.end)
    if signed is not None:
        return Beside(None, signed)
    while first < len(doc) and doc[first].text in (",", "-", "–", "—", "…") and first < places.first(marked.end) + 2:
        first += 1
    if first >= len(doc) or _broken(places.text, marked.end, doc[first].idx):
        return None
    if inner == "." and not doc[first].text.islower():
        return None
    if inner == "," and (apart := _set_apart(doc, first)) is not None:
        return apart
    for at in range(first, min(first + _REACH, len(doc))):
        token = doc[at]
        if token.text in _SENTENCE_ENDS or token.text in (";", ":", "“", '"', "”", "‘") or token.is_space:
            return None
        cue = cue_of(token)
        if cue is None and inner in _GOES_ON and not _anew(inner, doc[first]) and _speaks(doc, first, at):
            source = _subject_after(doc, first, token, marked)
            return Beside((at, at + 1), source) if source is not None else None
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
            return Beside((at, at + 1), source)
        if at == first and inner not in _GOES_ON:
            return None
    return None


def _set_apart(doc: Doc, first: int) -> Beside | None:
    """A name, what tells of it between commas, and the verb: "…," Ada Holm, who built the pier and lost it, told us."""
    end = next((at for at in range(first, min(first + _NEAR, len(doc))) if doc[at].text == ","), None)
    if end is None or doc[end - 1].pos_ != "PROPN":
        return None
    for at in range(end + 1, min(first + _APART, len(doc))):
        if doc[at].text in _SENTENCE_ENDS or doc[at].is_space:
            return None
        cue = cue_of(doc[at])
        if cue is not None and cue.quotes and doc[at - 1].text == ",":
            return Beside((at, at + 1), end - 1)
    return None


def before_marks(places: Places, marked: Marked) -> Beside | None:
    """She said: "…"; the minister told the court that "…"; "…," he said, adding, "…"."""
    doc = places.doc
    last = places.first(marked.start) - 1
    while last > 0 and doc[last].is_space:
        last -= 1
    if last < 0 or (doc[last].text != ":" and _broken(places.text, doc[last].idx, marked.start)):
        return None
    if doc[last].text == ":":
        return _said_colon(places, last)
    if doc[last].text == "," and (named := _according_to(doc, last)) is not None:
        return named
    for at in range(last, max(-1, last - _REACH), -1):
        token = doc[at]
        if token.text in _SENTENCE_ENDS or token.is_space or token.text in ("”", "“", '"', "’") or token.text == ";":
            return None
        cue = cue_of(token)
        if cue is None or not cue.quotes:
            continue
        passive = undergoes(token)
        source = None if passive else subject_of(token)
        if source is not None and marked.start <= source.idx < marked.end:
            source = None
        if source is None and not passive and token.tag_ != "VBG":
            source = _noun_before(doc, at)
        return Beside((at, at + 1), source.i if source is not None else None)
    return None


def opens_sentence(text: str, marked: Marked) -> bool:
    """Whether nothing of a sentence stands before the marks."""
    before = text[max(0, marked.start - 4) : marked.start].rstrip(" \t\u00a0")
    return not before or before[-1] in '.!?\n”"’:…'


def _signed(places: Places, at: int) -> int | None:
    """A name after a dash, as under letters and statements: "…" — Ada Holm."""
    match = _SIGNATURE.match(places.text, at)
    return places.first(match.end(1)) - 1 if match else None


def _said_colon(places: Places, colon: int) -> Beside | None:
    """Before a colon: the nearest reporting verb of the sentence, else its subject, else the name that stands there."""
    doc = places.doc
    first = colon
    while first > max(0, colon - _BACK) and not doc[first].is_sent_start:
        first -= 1
    if places.text.count("\n", doc[colon].idx, doc[colon].idx + 4) > 2:
        return None
    words = [token for token in doc[first:colon] if not token.is_space]
    for token in reversed(words):
        cue = cue_of(token)
        tells = (cue is not None and cue.quotes) or (token.i + 1 == colon and token.pos_ == "VERB")
        if tells and (source := _unlabelled(token)) is not None and source.i < colon:
            return Beside((token.i, token.i + 1), source.i)
    subject = next((token for token in words if token.dep_ in ("nsubj", "nsubjpass")), None)
    names = [
        token for token in words if token.pos_ == "PROPN" and (token.i + 1 >= colon or doc[token.i + 1].pos_ != "PROPN")
    ]
    source = subject if subject is not None else names[-1] if names else None
    return Beside((colon, colon + 1), source.i) if source is not None and len(words) <= 20 else None


def _unlabelled(verb: Token) -> Token | None:
    """The subject of a verb; of "Update: the minister said", not the label."""
    source = subject_of(verb)
    if source is not None and source.i + 1 < verb.i and source.doc[source.i + 1].text == ":":
        return _noun_before(verb.doc, verb.i)
    return source


def _according_to(doc: Doc, comma: int) -> Beside | None:
    for at in range(comma - 1, max(-1, comma - 10), -1):
        if doc[at].lower_ == "according" and doc[at + 1].lower_ == "to" and at + 2 < comma:
            source = _noun_before(doc, comma)
            return Beside((at, at + 2), source.i) if source is not None else None
    return None


def titled(text: str, marked: Marked) -> bool:
    """Whether the words look like the title of a work: two or more, all capitalised but the small ones."""
    inner = text[marked.first : marked.last]
    if inner.endswith(".") and not opens_sentence(text, marked) and not _SAID.search(inner):
        inner = inner[:-1]  # printers put a full stop inside
    if inner.endswith((".", "?", "!")):
        return False
    words = [word for word in inner.split() if word[0].isalpha()]
    return (
        2 <= len(words) <= 12 and all(word[0].isupper() or len(word) < 4 for word in words) and words[-1][0].isupper()
    )


def _broken(text: str, start: int, end: int) -> bool:
    return end - start > 80 or "\n" in text[start:end]


def _anew(inner: str, token: Token) -> bool:
    """Whether a new sentence begins after a quotation that ends in a call or a question."""
    return inner in "?!" and token.text[:1].isupper() and token.pos_ == "DET"


def _speaks(doc: Doc, first: int, at: int) -> bool:
    """Any verb in the past or present right after a quotation, with nothing but its subject: "…," sobbed the widow."""
    token = doc[at]
    if token.tag_ not in ("VBD", "VBZ", "VBP") or token.pos_ != "VERB":
        return False
    after = doc[at + 1] if at + 1 < len(doc) else None
    if at == first:
        return after is not None and after.pos_ in ("DET", "PROPN", "PRON", "NOUN", "ADJ")
    subject = all(each.pos_ in ("DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM", "PART") for each in doc[first:at])
    return subject and (
        after is None or after.is_punct or after.is_space or after.pos_ in ("ADP", "ADV", "SCONJ", "CCONJ")
    )


def _subject_after(doc: Doc, first: int, verb: Token, marked: Marked) -> int | None:
    source = subject_of(verb)
    if source is not None and not marked.start <= source.idx < marked.end and -_REACH <= source.i - verb.i <= _NEAR:
        return source.i
    if verb.i > first and verb.tag_ != "VBG":
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
