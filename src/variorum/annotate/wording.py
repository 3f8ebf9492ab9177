"""Finds the words by which an account takes a side: loaded words, hedges, boosters, labels, scare quotes.

Every mark cites its lexicon entry and says whether the words are a source's or the account's own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from variorum import lang
from variorum.annotate.context import Context, Layers
from variorum.model.finding import Origin, Rule
from variorum.model.markup import Sentence, WordingKind, WordingMark
from variorum.model.text import Span

__all__ = ["RULES", "WordingStep"]

RULES = (
    Rule("wording-loaded", "The word judges or dramatises where a plainer one would do."),
    Rule("wording-hedge", "The word holds back from full commitment."),
    Rule("wording-booster", "The word leaves no room for doubt."),
    Rule("wording-label", "The noun labels somebody rather than names an office."),
    Rule("wording-scare", "The marks set words at a distance, and nobody is named as saying them."),
)
_LONGEST = 5  # words of the longest entry
_POS = {"VERB": {"VERB"}, "ADJ": {"ADJ", "ADV", "NOUN"}, "NOUN": {"NOUN", "PROPN", "ADJ"}, "ADV": {"ADV", "ADJ"}}
_SIGNED = re.compile(r"pic\.twitter\.com/|\(@\w{1,30}\)")
_BEGINS = {".", "!", "?", ":", "–", "—", "-"}  # after which a small word has a capital too
_OPENED = re.compile(r"(?:\s|^)['‘](?:[\w-]{1,20}\s){0,5}$")  # headlines and the British quote in single marks
_CLOSED = re.compile(r"(?:\s[\w-]{1,20}){0,5}[.,?!]?['’](?!\w)")
_LEAST = 1  # strength from which a loaded word is marked; entries of 0 are plain in news of wars, crimes and markets


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """An entry of loaded.toml: `pos` X matches any word class, `strength` 0 is counted only by the measure of tone."""

    id: str
    text: str
    pos: str
    strength: int
    sense: str


@dataclass(frozen=True, slots=True)
class PlainEntry:
    """An entry of hedges.toml or boosters.toml."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Epithet:
    """An entry of epithets.toml: `lean` says which way the label pulls."""

    id: str
    text: str
    lean: str


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    kind: WordingKind
    words: tuple[str, ...]
    pos: str
    strength: int


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Entries by their first word, the longest first."""
    found: dict[str, list[_Entry]] = {}
    for word in lang.load("en", "loaded", LoadedWord):
        _put(found, _Entry(word.id, "loaded", _split(word.text), word.pos, word.strength))
    for name, kind in (("hedges", "hedge"), ("boosters", "booster")):
        for plain in lang.load("en", name, PlainEntry):
            _put(found, _Entry(plain.id, kind, _split(plain.text), "X", 1))  # type: ignore[arg-type]  # the two kinds above
    for label in lang.load("en", "epithets", Epithet):
        _put(found, _Entry(label.id, "label", _split(label.text), "NOUN", 2 if label.lean != "weighted" else 1))
    return {
        word: tuple(sorted(each, key=lambda entry: (-len(entry.words), entry.kind != "label")))
        for word, each in found.items()
    }


def _put(found: dict[str, list[_Entry]], entry: _Entry) -> None:
    found.setdefault(entry.words[0], []).append(entry)


def _split(text: str) -> tuple[str, ...]:
    """Words as the parser splits them: a hyphen is a word of its own."""
    return tuple(text.lower().replace("-", " - ").split())


@dataclass(frozen=True, slots=True)
class WordingStep:
    """Marks words, sentence by sentence; scare quotes come from the quotes layer."""

    requires: tuple[str, ...] = ("sentences", "quotes")
    assigns: tuple[str, ...] = ("wording",)
    least: int = _LEAST

    def __call__(self, context: Context) -> Layers:
        """Marks in the order of the text; each word bears one mark at most."""
        said = sorted((each.span.start, each.span.end) for each in context.marked.quotes if each.kind != "scare")
        doc = context.doc
        forms: list[list[int]] = doc.to_array(["LOWER", "LEMMA"]).tolist() if len(doc) else []
        codes = _codes(doc.vocab.strings)
        found = [*_scares(context)]
        sentences = context.marked.sentences
        ends = [each.span.end for each in sentences]
        posted = _posted(context)
        done = -1
        for at, (form, lemma) in enumerate(forms):
            if at < done or (form not in codes and lemma not in codes):
                continue
            entry = _match(doc, forms, at, self.least)
            if entry is None:
                continue
            last = doc[at + len(entry.words) - 1]
            sentence = bisect_right(ends, doc[at].idx)
            if sentence < len(ends) and last.idx < ends[sentence]:
                done = at + len(entry.words)
                if entry.kind in ("loaded", "label") and _is_named(doc[at], sentences[sentence]):
                    continue
                mark = _marked(context, entry, at, said)
                others = sentences[sentence].paragraph in posted or _in_marks(
                    context, sentences[sentence].span, mark.span
                )
                found.append(replace(mark, quoted=mark.quoted or others))
        return {"wording": tuple(sorted(found, key=lambda mark: (mark.span.start, mark.span.end, mark.kind)))}


def _posted(context: Context) -> frozenset[int]:
    """The paragraphs that end in the signature of a post, and so are its author's words."""
    text = context.account.text
    return frozenset(
        each.paragraph for each in context.marked.sentences if _SIGNED.search(text, each.span.start, each.span.end)
    )


def _in_marks(context: Context, sentence: Span, span: Span) -> bool:
    """Whether words stand between quotation marks of their sentence, whoever is taken to say them."""
    before = context.account.text[sentence.start : span.start]
    after = context.account.text[span.end : sentence.end]
    curled = before.count("“") > before.count("”") and "”" in after
    single = _OPENED.search(before) is not None and _CLOSED.match(after) is not None
    return curled or single or (before.count('"') % 2 == 1 and '"' in after)


def _is_named(token: Token, sentence: Sentence) -> bool:
    """Whether a word written with a capital inside a sentence of small letters is a name or a title."""
    if sentence.kind == "headline" or not token.text[0].isupper() or token.is_upper or token.idx == sentence.span.start:
        return False
    return token.i > 0 and token.nbor(-1).text not in _BEGINS


def _marked(context: Context, entry: _Entry, at: int, said: list[tuple[int, int]]) -> WordingMark:
    last = context.doc[at + len(entry.words) - 1]
    start, end = context.doc[at].idx, last.idx + len(last)
    return WordingMark(
        text=context.account.text[start:end],
        kind=entry.kind,
        entry=entry.id,
        quoted=_within(said, start, end),
        referent=_referent(context, context.doc[at]) if entry.kind == "label" else None,
        evidence=(context.at(start, end),),
        origin=Origin("wording", f"wording-{entry.kind}"),
    )


@cache
def _codes(strings: StringStore) -> dict[int, tuple[tuple[_Entry, tuple[int, ...]], ...]]:
    """Entries, with their words as the parser's vocabulary numbers them, by the number of their first word."""
    return {
        strings[word]: tuple((entry, tuple(strings[each] for each in entry.words)) for entry in entries)
        for word, entries in _entries().items()
    }


def _match(doc: Doc, forms: list[list[int]], at: int, least: int) -> _Entry | None:
    """The longest entry that begins at a token, by its form or else its lemma."""
    codes = _codes(doc.vocab.strings)
    form, lemma = forms[at]
    for entry, words in (*codes.get(form, ()), *(codes.get(lemma, ()) if lemma != form else ())):
        if entry.kind == "loaded" and entry.strength < least:
            continue
        if _fits(doc[at], entry) if len(words) == 1 else _spells(doc, forms, at, words):
            return entry
    return None


def _fits(token: Token, entry: _Entry) -> bool:
    if token.pos_ == "PROPN" and token.ent_type_ and entry.kind != "label":
        return False  # part of a name
    if token.pos_ == "VERB" and any(child.dep_ == "prt" for child in token.children):
        return False  # "blast off" is no "blast"
    if entry.kind == "label":
        return token.pos_ in {"NOUN", "PROPN"}
    return entry.pos == "X" or token.pos_ in _POS[entry.pos]


def _spells(doc: Doc, forms: list[list[int]], at: int, words: tuple[int, ...]) -> bool:
    """Whether the entry's words stand there; verbs and nouns may be inflected."""
    if at + len(words) > len(forms):
        return False
    for step, word in enumerate(words, at):
        form, lemma = forms[step]
        if word != form and (word != lemma or doc[step].pos_ not in {"VERB", "AUX", "NOUN"}):
            return False
    return True


def _within(said: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(said, (start, 1 << 60))
    return any(low <= start and end <= high for low, high in said[max(0, at - 4) : at])


def _referent(context: Context, token: Token) -> int | None:
    """Whom a label names: the mention that the word stands in, or the one that it is set beside."""
    beside = [token.idx]
    if token.dep_ in {"compound", "appos", "amod"}:
        beside.append(token.head.idx)
    beside += [child.idx for child in token.children if child.dep_ == "appos"]
    for idx in beside:
        for mention in context.marked.mentions:
            if mention.span.start <= idx < mention.span.end and mention.referent is not None:
                return mention.referent
    return None


def _scares(context: Context) -> Iterator[WordingMark]:
    for quote in context.marked.quotes:
        if quote.kind == "scare":
            yield WordingMark(
                text=quote.text, kind="scare", entry="scare", quoted=False,
                evidence=quote.evidence, origin=Origin("wording", "wording-scare"), score=quote.score,
            )  # fmt: skip
