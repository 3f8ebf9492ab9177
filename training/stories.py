"""Marked stories run through the product's own stages, and their pairs of claims labelled by the marks."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

import numpy as np
import numpy.typing as npt

from evaluation.marks import Mark, MarkedStory, load_corpus, load_marked
from variorum.align.candidates import Candidates, candidates_of
from variorum.align.entities import align_entities
from variorum.align.features import features_of
from variorum.align.views import Views, views_of
from variorum.annotate import annotate
from variorum.model.alignment import Entity
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Span

__all__ = ["Prepared", "corpus", "covering", "marked", "prepare"]

ROOT = Path(__file__).resolve().parent.parent
# the same; one slot with values that exclude each other, which is one claim; partly: one row would mislead, so no, but
# half; not the same
LETTERS = {"s": (1, 1.0), "d": (1, 1.0), "p": (0, 0.5), "n": (0, 1.0)}
NEAR = 0.6  # shared share from which a clause counts as the one that was labelled


@dataclass(frozen=True, slots=True)
class Prepared:
    """A story's views and candidate pairs; per pair the label (1 same, 0 other, -1 not told) and its weight.

    `marked` says which pairs the marks tell; other labels come from `labels/pairs.tsv`.
    """

    story: MarkedStory
    annotated: tuple[AnnotatedAccount, ...]
    entities: tuple[Entity, ...]
    views: Views
    candidates: Candidates
    features: npt.NDArray[np.float32]
    labels: npt.NDArray[np.int8]
    weights: npt.NDArray[np.float32]
    marked: npt.NDArray[np.bool_]
    facts: tuple[frozenset[str], ...]  # per row


def marked() -> tuple[MarkedStory, ...]:
    """The eleven real stories; none where the data is absent."""
    shared = Path(os.environ.get("VARIORUM_SHARED", ROOT.parent / "shared")) / "data" / "marked"
    return load_marked(shared) if shared.exists() else ()


def corpus(*splits: str) -> tuple[MarkedStory, ...]:
    """Our own stories of these splits."""
    return load_corpus(ROOT / "corpus" / "stories", splits)


def prepare(story: MarkedStory) -> Prepared:
    """Annotate and align as far as the candidates, and label them."""
    annotated = tuple(annotate(account) for account in sorted(story.accounts, key=lambda each: each.id))
    entities = align_entities(annotated)
    views = views_of(annotated, entities)
    candidates = candidates_of(views)
    spans = {each.id: [claim.span for claim in each.claims] for each in annotated}
    places = [spans[view.key.account][view.key.index] for view in views.views]
    facts: list[set[str]] = [set() for _ in places]
    for name, marks in story.facts:
        for mark in marks:
            for row in covering(places, mark):
                facts[row].add(name)
    told = [-1 if not facts[a] or not facts[b] else int(bool(facts[a] & facts[b])) for a, b in candidates.pairs]
    labels, marked = np.array(told, np.int8), np.array(told, np.int8) >= 0
    weights = np.ones(len(labels), np.float32)
    names = {each.id: PurePath(each.names[0]).name for each in story.accounts}
    named = [Span(names[span.account], span.start, span.end) for span in places]
    for at, (a, b) in enumerate(candidates.pairs):
        letter = None if marked[at] else _labelled(story.name, named[a], named[b])
        if letter:
            labels[at], weights[at] = LETTERS[letter]
    table = features_of(views, candidates)
    return Prepared(
        story, annotated, entities, views, candidates, table, labels, weights, marked, tuple(map(frozenset, facts))
    )


@cache
def _pairs() -> dict[tuple[str, str, str], list[tuple[Span, Span, str]]]:
    """Pairs labelled by reading: by story and the accounts' file names."""
    found: dict[tuple[str, str, str], list[tuple[Span, Span, str]]] = {}
    for file in ("pairs.tsv", "ecb.tsv"):
        for line in (ROOT / "training" / "labels" / file).read_text(encoding="utf-8").splitlines()[1:]:
            story, one, start, end, two, begin, stop, letter = line.split("\t")
            spans = Span(one, int(start), int(end)), Span(two, int(begin), int(stop))
            found.setdefault((story, one, two), []).append((*spans, letter))
    return found


def _labelled(story: str, one: Span, two: Span) -> str | None:
    """The letter of the labelled pair whose clauses are most nearly these, where both agree by half or more."""
    if one.account > two.account:
        one, two = two, one
    near = [
        (min(_agreement(one, first), _agreement(two, second)), letter)
        for first, second, letter in _pairs().get((story, one.account, two.account), ())
    ]
    best, letter = max(near, default=(0.0, ""))
    return letter if best >= NEAR else None


def _agreement(span: Span, mark: Span) -> float:
    """Shared code points over all that the two cover."""
    shared = min(span.end, mark.end) - max(span.start, mark.start)
    return max(0, shared) / (max(span.end, mark.end) - min(span.start, mark.start))


def covering(places: Sequence[Span], mark: Mark) -> list[int]:
    """Rows of claims that cover half of the mark, or lie in it: what the scorer of marked stories counts."""
    rows = []
    for row, span in enumerate(places):
        if span.account == mark.account:
            shared = min(span.end, mark.end) - max(span.start, mark.start)
            if shared > 0 and (shared >= 0.5 * (mark.end - mark.start) or shared >= 0.8 * len(span)):
                rows.append(row)
    return rows
