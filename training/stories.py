"""Marked stories run through the product's own stages, and their pairs of claims labelled by the marks."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evaluation.marks import Mark, MarkedStory, load_corpus, load_marked
from variorum.align.entities import align_entities
from variorum.align.features import Candidates, candidates_of, features_of
from variorum.align.views import Views, views_of
from variorum.annotate import annotate
from variorum.model.alignment import Entity
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Span

__all__ = ["Prepared", "corpus", "covering", "marked", "prepare"]

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Prepared:
    """A story's views and candidate pairs; per pair the label: 1 same, 0 other, -1 not told by the marks."""

    story: MarkedStory
    annotated: tuple[AnnotatedAccount, ...]
    entities: tuple[Entity, ...]
    views: Views
    candidates: Candidates
    features: npt.NDArray[np.float32]
    labels: npt.NDArray[np.int8]
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
    labels = [-1 if not facts[a] or not facts[b] else int(bool(facts[a] & facts[b])) for a, b in candidates.pairs]
    table = features_of(views, candidates)
    return Prepared(
        story, annotated, entities, views, candidates, table, np.array(labels, np.int8), tuple(map(frozenset, facts))
    )


def covering(places: Sequence[Span], mark: Mark) -> list[int]:
    """Rows of claims that cover half of the mark, or lie in it: what the scorer of marked stories counts."""
    rows = []
    for row, span in enumerate(places):
        if span.account == mark.account:
            shared = min(span.end, mark.end) - max(span.start, mark.start)
            if shared > 0 and (shared >= 0.5 * (mark.end - mark.start) or shared >= 0.8 * len(span)):
                rows.append(row)
    return rows
