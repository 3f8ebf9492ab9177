"""What the aligner compares of a claim: its words, vectors and typed slots, with entities resolved over the story.

A view is derived; the claim's own words stay verbatim wherever a reader sees them.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import snowballstemmer

from variorum.align.embed import Passage, encoder
from variorum.align.moments import calendar_values
from variorum.model.alignment import Entity, Key
from variorum.model.markup import AnnotatedAccount, Claim, Modality, Polarity

__all__ = ["View", "Views", "views_of"]

Vectors = npt.NDArray[np.float32]

_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
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
_STEMMER = snowballstemmer.stemmer("english")


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
class Views:
    """All claims of a story: views in the order of their keys, and rows of vectors in step with them."""

    views: tuple[View, ...]
    clauses: Vectors
    sentences: Vectors
    idf: dict[str, float]


def views_of(story: Sequence[AnnotatedAccount], entities: Sequence[Entity]) -> Views:
    """The views of all claims; each sentence of the story is embedded once."""
    member = {key: at for at, entity in enumerate(entities) for key in entity.members}
    views: list[View] = []
    passages: dict[tuple[str, int], list[tuple[int, int]]] = {}
    texts: dict[tuple[str, int], str] = {}
    where: list[tuple[tuple[str, int], int]] = []
    for marked in sorted(story, key=lambda each: each.id):
        for index, claim in enumerate(marked.claims):
            sentence = marked.sentences[claim.sentence].span
            start = min(sentence.start, claim.span.start)
            place = (marked.id, claim.sentence)
            texts.setdefault(place, marked.account.text[start : max(sentence.end, claim.span.end)])
            parts = passages.setdefault(place, [])
            where.append((place, len(parts)))
            parts.append((claim.span.start - start, claim.span.end - start))
            views.append(_view(marked, index, claim, member))
    places = list(passages)
    whole, pooled = encoder()([Passage(texts[place], tuple(passages[place])) for place in places])
    row = {place: at for at, place in enumerate(places)}
    size = whole.shape[1]
    clauses = (
        np.stack([pooled[row[place]][part] for place, part in where]) if where else np.zeros((0, size), np.float32)
    )
    sentences = np.stack([whole[row[place]] for place, _ in where]) if where else np.zeros((0, size), np.float32)
    return Views(tuple(views), clauses, sentences, _idf(views))


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


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word.removesuffix("'s").removesuffix("’s")))


def _idf(views: Sequence[View]) -> dict[str, float]:
    counts = Counter(stem for view in views for stem in view.stems)
    return {stem: math.log((1 + len(views)) / (1 + count)) + 1.0 for stem, count in counts.items()}
