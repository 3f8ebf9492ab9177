"""Claims of several accounts that state the same thing, as groups: candidates by MiniLM, scored and linked.

Different numbers, dates or signs do not keep two claims apart: such claims are about the same thing, and diverge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.align.candidates import Candidates, candidates_of, mixed_of, placed
from variorum.align.cluster import link
from variorum.align.features import tables_of
from variorum.align.many import Expected, between_groups
from variorum.align.scorer import linear
from variorum.align.views import Views, views_of
from variorum.model.alignment import ClaimGroup, Entity, Key, Pair
from variorum.model.finding import Origin, Rule
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Span

__all__ = ["FIRST", "RULES", "align_claims"]

RULES = (
    Rule("group.alone", "No other claim was found that states this."),
    Rule("group.linked", "The claims' clauses, entities, times and numbers say one thing in the mean of their pairs."),
)
FIRST = 0.6  # of a pair, and
MEAN = 0.5  # of all pairs of two groups: swept on real stories left out, docs/models/pairs.md
SHORT = 5  # words under which a claim is seldom clear alone: chosen, not swept
SHOWN = 0.12  # pairs under this are not carried on: divergences look only at pairs that may be about one thing


def align_claims(
    story: Sequence[AnnotatedAccount],
    entities: Sequence[Entity],
    *,
    apart: Iterable[tuple[Key, Key]] = (),
    together: Iterable[tuple[Key, Key]] = (),
) -> tuple[tuple[ClaimGroup, ...], tuple[Pair, ...]]:
    """The groups, and the pairs of claims that are likely enough to be compared.

    `apart` and `together` are a person's rulings.
    """
    views = views_of(story, entities)
    row = {view.key: at for at, view in enumerate(views.views)}
    ruled = sorted({(min(row[one], row[two]), max(row[one], row[two])) for one, two in together})
    never = [(row[one], row[two]) for one, two in apart]
    groups, scored = _grouped(views, ruled, never)
    spans = {Key(marked.id, index): claim.span for marked in story for index, claim in enumerate(marked.claims)}
    likely = scored.scores >= SHOWN
    return (
        tuple(
            _group(members, views, score, spans) for members, score in zip(groups, _means(groups, scored), strict=True)
        ),
        tuple(
            Pair(views.views[a].key, views.views[b].key, round(score, 4))
            for (a, b), score in zip(scored.pairs[likely].tolist(), scored.scores[likely].tolist(), strict=True)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Scored:
    """Pairs of rows `(n, 2)` in order, each once, with a score each."""

    pairs: npt.NDArray[np.int64]
    scores: npt.NDArray[np.float64]

    @classmethod
    def of(cls, views: Views, candidates: Candidates) -> "_Scored":
        """The candidates as the trained model scores them."""
        scores = [np.zeros(0), *(linear()(table) for table in tables_of(views, candidates))]
        return cls(np.stack([candidates.left, candidates.right], axis=1), np.concatenate(scores))

    def with_(self, more: "_Scored") -> "_Scored":
        """These and more, whose scores count where both have a pair."""
        size = 1 + int(max(self.pairs.max(initial=0), more.pairs.max(initial=0)))
        mine, yours = self.pairs @ [size, 1], more.pairs @ [size, 1]
        kept = ~np.isin(mine, yours)
        order = np.argsort(np.concatenate([mine[kept], yours]), kind="stable")
        return _Scored(
            np.concatenate([self.pairs[kept], more.pairs])[order],
            np.concatenate([self.scores[kept], more.scores])[order],
        )


def _grouped(
    views: Views, ruled: Sequence[tuple[int, int]], never: Sequence[tuple[int, int]]
) -> tuple[list[list[int]], _Scored]:
    """The groups of rows, and the scored pairs that they rest on."""
    names = [view.key.account for view in views.views]
    fixed = _Scored(np.array(ruled, np.int64).reshape(-1, 2), np.ones(len(ruled)))
    candidates = candidates_of(views)
    scored = _Scored.of(views, candidates).with_(fixed)

    def linked(unseen: Expected | None) -> list[list[int]]:
        return link(
            names, scored.pairs, scored.scores, first=FIRST, mean=MEAN, unseen=unseen, apart=never, together=ruled
        )

    if candidates.complete:
        return linked(None), scored
    mixed = mixed_of(views)
    _, accounts = np.unique(np.array(names, str), return_inverse=True)
    unseen = Expected.of(mixed, accounts, scored.pairs, scored.scores)
    more = placed(views, mixed, *between_groups(mixed, accounts, linked(unseen)).T)
    scored = _Scored.of(views, more).with_(scored)
    return linked(unseen), scored


def _means(groups: Sequence[Sequence[int]], scored: _Scored) -> list[float]:
    """Of each group the mean over all its pairs, those without a score counting 0; 1 of a claim alone."""
    group_of = np.zeros(sum(map(len, groups)), np.int64)
    for at, members in enumerate(groups):
        group_of[members] = at
    left, right = group_of[scored.pairs].T
    total = np.bincount(left[left == right], weights=scored.scores[left == right], minlength=len(groups))
    pairs = [len(members) * (len(members) - 1) // 2 for members in groups]
    return [round(score / count, 4) if count else 1.0 for score, count in zip(total.tolist(), pairs, strict=True)]


def _group(members: list[int], views: Views, score: float, spans: dict[Key, Span]) -> ClaimGroup:
    keys = tuple(views.views[at].key for at in members)
    return ClaimGroup(
        claims=keys,
        gist=views.views[min(members, key=lambda at: _unclearness(at, members, views))].key,
        evidence=tuple(spans[key] for key in keys),
        origin=Origin("align.claims", "group.linked" if len(keys) > 1 else "group.alone"),
        score=score,
    )


def _unclearness(row: int, members: Sequence[int], views: Views) -> tuple[int, float, int, Key]:
    """Least first: of most members' polarity, whole in itself, adding least to the others, of a readable length."""
    view, words = views.views[row], len(views.views[row].text.split())
    unlike = sum(views.views[other].polarity != view.polarity for other in members)
    flaws = view.headline + (view.agent is None) + _torn(view.text) + (words < SHORT) + 4 * (2 * unlike > len(members))
    said = [views.views[other].stems for other in members if other != row]
    weight = sum(views.idf[stem] for stem in sorted(view.stems)) or 1.0
    surplus = sum(views.idf[stem] for each in said for stem in sorted(view.stems - each)) / (weight * max(1, len(said)))
    return (flaws, round(surplus, 1), abs(words - 16), view.key)


def _torn(text: str) -> bool:
    """A quotation that is opened and not closed, or closed and not opened."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1
