"""How a sentence treats somebody it names, and whether it is loaded: two small linear models over sentence vectors.

Trained on NewsMTSC (MIT) only, by `training/tone.py`; the card is docs/models/tone.md. Nothing here is run by default:
it needs the vectors of sentences, which a caller hands in.
"""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from variorum import lang
from variorum.errors import SettingsError
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Span

__all__ = [
    "SLANTED",
    "SLANTED_BY_WORDS",
    "Attitude",
    "Encode",
    "Excerpt",
    "attitudes",
    "features",
    "loadedness",
    "slants",
]

Attitude = Literal["negative", "neutral", "positive"]
Vectors = npt.NDArray[np.float32]

WEIGHTS_SHA256 = "2c5d2c8b4e4e341fffa3fc0f912705493c398efe1bf36075b1afa51870f43a50"
_ORDER: tuple[Attitude, ...] = ("negative", "neutral", "positive")
# what a sentence's marks add to its slant: plain-news words of entry strength 0, 1, 2; the sum is cut at the last
_LOADED, _MOST = (0.3, 1.0, 2.0), 4.0
_MARK = 0.5  # a booster or a label
_LEXICON, _ADVERB, _SAID, _DATED, _COUNTED = 0.85, 0.25, -0.5, -0.4, -0.2
_EDGES = ".,;:!?\"'“”‘’()"
_SAYING = frozenset({"said", "told", "according", "reported", "announced", "says", "added", "statement"})
# slant from which a sentence is called loaded, with vectors and without; set on BABE SG1, swept from -1 to 2 by .05
SLANTED, SLANTED_BY_WORDS = 0.5, 0.55


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence and the code points in it of whom it names, `[start, end)`; what an encoder is given."""

    text: str
    parts: tuple[tuple[int, int], ...] = ()


class Encode(Protocol):
    """Vectors of whole sentences and of their parts."""

    def __call__(self, passages: Sequence[Excerpt], /) -> tuple[Vectors, list[Vectors]]:
        """`(n, size)`, and per sentence `(parts, size)`."""


def features(excerpts: Sequence[Excerpt], encode: Encode) -> Vectors:
    """The sentence's vector beside that of the first part."""
    whole, parts = encode(excerpts)
    return np.hstack([whole, np.stack([each[0] for each in parts])]) if len(excerpts) else np.zeros((0, 0), np.float32)


def attitudes(excerpts: Sequence[Excerpt], encode: Encode) -> tuple[tuple[Attitude, float], ...]:
    """How each sentence treats the first of its parts, with the probability of that."""
    if not excerpts:
        return ()
    weights = _weights()
    scores = features(excerpts, encode) @ weights["attitude"].T + weights["attitude_bias"]
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return tuple((_ORDER[int(row.argmax())], float(row.max())) for row in shares)


def slants(marked: AnnotatedAccount, encode: Encode | None = None) -> tuple[float, ...]:
    """How loaded each sentence is (from SLANTED up: loaded), by its marks, its sourcing and, if given, its vector."""
    spans = [each.span for each in marked.sentences]
    texts = [marked.account.text[each.start : each.end] for each in spans]
    found = []
    for span, text in zip(spans, texts, strict=True):
        dated = any(span.covers(each.span) for each in marked.timexes)
        counted = min(3, sum(span.covers(each.span) for each in marked.quantities))
        found.append(
            _LEXICON * min(loadedness(marked, span), _MOST) + _by_words(text) + _DATED * dated + _COUNTED * counted
        )
    if encode is not None and texts:
        whole, _ = encode([Excerpt(each) for each in texts])
        weights = _weights()
        found = [
            one + float(two) for one, two in zip(found, whole @ weights["slant"] + weights["slant_bias"], strict=True)
        ]
    return tuple(found)


def loadedness(marked: AnnotatedAccount, span: Span) -> float:
    """The sum of what a sentence's marks weigh, with words that are plain in news weighing little."""
    words = marked.account.text[span.start : span.end].lower().split()
    plain = sum(word.strip(_EDGES) in _plain() for word in words)
    return _LOADED[0] * plain + sum(_mark(each.kind, each.entry) for each in marked.wording if span.covers(each.span))


def _by_words(text: str) -> float:
    words = text.lower().split()
    said = sum(word.strip(_EDGES) in _SAYING for word in words)
    adverbs = sum(len(word) > 5 and word.rstrip(".,;:").endswith("ly") for word in words)
    return _SAID * min(2, said) + _ADVERB * adverbs


def _mark(kind: str, entry: str) -> float:
    if kind == "loaded":
        return _LOADED[_strengths().get(entry, 1)]
    return _MARK if kind in {"booster", "label"} else 0.0


def _plain() -> frozenset[str]:
    """Words that are plain in news but more frequent where a side is taken (entry strength 0)."""
    return lang.words("en", "loaded", "text", strength=0)


@cache
def _strengths() -> dict[str, int]:
    return {row["id"]: int(row["strength"]) for row in lang.rows("en", "loaded")}


@cache
def _weights() -> dict[str, Vectors]:
    content = files("variorum.judge").joinpath("weights/tone.npz").read_bytes()
    if hashlib.sha256(content).hexdigest() != WEIGHTS_SHA256:
        raise SettingsError("the installed weights of the tone models are not the pinned ones; reinstall variorum")
    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}
