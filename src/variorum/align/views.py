"""What the aligner compares of a claim: its words, vectors and typed slots, with entities resolved over the story.

A view is derived; the claim's own words stay verbatim wherever a reader sees them.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from variorum.align.embed import SIZE, Hidden, encoder
from variorum.align.moments import calendar_values
from variorum.lang.stems import stem
from variorum.model.alignment import Entity, Key
from variorum.model.markup import AnnotatedAccount, Claim, Modality, Polarity
from variorum.model.text import Span

__all__ = ["View", "Views", "Words", "views_of"]

Vectors = npt.NDArray[np.float32]

_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?", re.IGNORECASE)
_STOP = frozenset([
    "a", "an", "the", "this", "that", "these", "those", "and", "or", "but", "nor", "so", "yet", "if", "then", "than",
    "as", "at", "by", "for", "from", "in", "into", "of", "on", "onto", "off", "out", "over", "to", "up", "with",
    "without", "about", "after", "before", "under", "between", "during", "through", "is", "are", "was", "were", "be",
    "been", "being", "am", "do", "does", "did", "done", "has", "have", "had", "having", "will", "would", "can",
    "could", "may", "might", "shall", "should", "must", "it", "its", "he", "him", "his", "she", "her", "hers", "they",
    "them", "their", "theirs", "we", "us", "our", "ours", "i", "me", "my", "mine", "you", "your", "yours", "who",
    "whom", "whose", "which", "what", "when", "where", "why", "how", "there", "here", "not", "no", "also", "very",
    "more", "most", "some", "any", "all", "both", "each", "other", "such", "only", "own", "same", "just", "said",
    "says", "say", "saying", "told", "tells", "according", "s", "t", "re", "ve", "ll", "d", "m", "mr", "mrs", "ms",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """One claim as the aligner sees it. `stems` are content stems, `entities` indices of the story's entities."""

    key: Key
    text: str
    stems: frozenset[str]
    entities: frozenset[int]
    numbers: tuple[tuple[float | None, float | None, str], ...]
    times: frozenset[str]
    predicate: str
    agent: int | None
    patient: int | None
    polarity: Polarity
    modality: Modality
    source_kind: str
    speaker: int | None
    headline: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A clause's content words: stems, once each, unit vectors `(words, 384)`, and weights by rarity that sum to 1."""

    stems: tuple[str, ...]
    vectors: Vectors
    weights: Vectors


@dataclass(frozen=True, slots=True)
class Views:
    """All claims of a story: views in the order of their keys, and what the encoder makes of them in step with these.

    `clauses` and `sentences` are `(n, 384)`; `slots` is `(n, 3, 384)`, the predicate, agent and patient, zero where a
    claim has none; `days` counts from the first day that an account was published, NaN where that is unknown.
    """

    views: tuple[View, ...]
    clauses: Vectors
    sentences: Vectors
    slots: Vectors
    words: tuple[Words, ...]
    days: npt.NDArray[np.float64]
    idf: dict[str, float]


_NO_WORDS = Words((), np.zeros((0, SIZE), np.float32), np.zeros(0, np.float32))


def views_of(story: Sequence[AnnotatedAccount], entities: Sequence[Entity]) -> Views:
    """The views of all claims; each sentence of the story is embedded once."""
    member = {key: at for at, entity in enumerate(entities) for key in entity.members}
    views: list[View] = []
    texts: list[str] = []
    starts: list[int] = []
    claims: list[Claim] = []
    published: list[float] = []
    for marked in sorted(story, key=lambda each: each.id):
        day = marked.account.published
        for index, claim in enumerate(marked.claims):
            sentence = marked.sentences[claim.sentence].span
            start = min(sentence.start, claim.span.start)
            texts.append(marked.account.text[start : max(sentence.end, claim.span.end)])
            starts.append(start)
            claims.append(claim)
            published.append(float(date.fromisoformat(day[:10]).toordinal()) if day and len(day) >= 10 else math.nan)
            views.append(_view(marked, index, claim, member))
    rows_of: dict[str, list[int]] = defaultdict(list)
    for row, text in enumerate(texts):
        rows_of[text].append(row)
    idf = _idf(views)
    size = len(views)
    clauses, sentences = np.zeros((size, SIZE), np.float32), np.zeros((size, SIZE), np.float32)
    slots = np.zeros((size, 3, SIZE), np.float32)
    words = [_NO_WORDS] * size
    for text, hidden in encoder("claims").stream(rows_of):
        whole = hidden.whole()
        known: dict[tuple[int, str], Words] = {}
        for row in rows_of[text]:
            claim, start = claims[row], starts[row]
            spans = [claim.span, *_slots(claim)]
            at = [slot for slot, span in enumerate(spans) if span]
            found = hidden.parts([(span.start - start, span.end - start) for span in spans if span])
            sentences[row], clauses[row], slots[row, [slot - 1 for slot in at[1:]]] = whole, found[0], found[1:]
            place = claim.span.start - start, claim.text
            if place not in known:
                known[place] = _words(claim.text, place[0], hidden, idf)
            words[row] = known[place]
    days = np.array(published, np.float64)
    return Views(tuple(views), clauses, sentences, slots, tuple(words), days, idf)


def _slots(claim: Claim) -> tuple[Span | None, Span | None, Span | None]:
    if claim.frame is None:
        return None, None, None
    spans = {each.role: each.span for each in reversed(claim.frame.arguments)}
    return claim.frame.span, spans.get("agent"), spans.get("patient")


def _words(text: str, start: int, hidden: Hidden, idf: dict[str, float]) -> Words:
    places = {
        _stem(word): match.span()
        for match in reversed(list(_WORD.finditer(text)))
        if (word := match[0].casefold()) not in _STOP
    }
    weights = np.array([idf.get(each, 1.0) for each in places], np.float32)
    return Words(
        tuple(places),
        hidden.parts([(start + first, start + last) for first, last in places.values()]),
        weights / weights.sum() if places else weights,
    )


def _view(marked: AnnotatedAccount, index: int, claim: Claim, member: dict[Key, int]) -> View:
    def entity(referent: int | None) -> int | None:
        return None if referent is None else member.get(Key(marked.id, referent))

    arguments = claim.frame.arguments if claim.frame else ()
    roles = {each.role: entity(each.referent) for each in reversed(arguments)}
    found = {entity(marked.mentions[at].referent) for at in claim.mentions}
    found |= {entity(each.referent) for each in arguments}
    quantities = (marked.quantities[at] for at in claim.quantities)
    return View(
        key=Key(marked.id, index),
        text=claim.text,
        stems=stems_of(claim.text),
        entities=frozenset(each for each in found if each is not None),
        numbers=tuple((q.low, q.high, q.unit) for q in quantities if q.kind != "ordinal"),
        times=frozenset(value for value, _ in calendar_values(marked, claim)),
        predicate=_stem(claim.frame.predicate.casefold()) if claim.frame else "",
        agent=roles.get("agent"),
        patient=roles.get("patient"),
        polarity=claim.polarity,
        modality=claim.modality,
        source_kind=claim.source.kind,
        speaker=entity(claim.source.referent),
        headline=marked.sentences[claim.sentence].kind == "headline",
    )


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's content words and numbers."""
    return frozenset(_stem(word) for word in _WORD.findall(text.casefold()) if word not in _STOP)


def _stem(word: str) -> str:
    return stem(word.removesuffix("'s").removesuffix("’s"))


def _idf(views: Sequence[View]) -> dict[str, float]:
    counts = Counter(each for view in views for each in view.stems)
    return {each: math.log((1 + len(views)) / (1 + count)) + 1.0 for each, count in counts.items()}
