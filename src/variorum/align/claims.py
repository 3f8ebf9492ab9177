"""Claims of several accounts that state the same thing, as groups: candidates by MiniLM, scored pairs, average link.

Different numbers, dates or signs do not keep two claims apart: such claims are about the same thing, and diverge.
"""

from collections.abc import Iterable, Sequence

from variorum.align.cluster import link
from variorum.align.features import candidates_of, features_of
from variorum.align.scorer import linear
from variorum.align.views import Views, views_of
from variorum.model.alignment import ClaimGroup, Entity, Key, Pair
from variorum.model.finding import Origin, Rule
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Span

__all__ = ["RULES", "align_claims"]

RULES = (
    Rule("group.alone", "No other claim was found that states this."),
    Rule("group.linked", "The claims' clauses, entities, times and numbers say one thing in the mean of their pairs."),
)
FIRST, MEAN = (
    0.65,
    0.4,
)  # of a pair, and of all pairs of two groups: swept on real stories left out, docs/models/pairs.md
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
    candidates = candidates_of(views)
    probabilities: Iterable[float] = linear()(features_of(views, candidates)) if candidates.pairs else []
    scores = {pair: float(p) for pair, p in zip(candidates.pairs, probabilities, strict=True)}
    row = {view.key: at for at, view in enumerate(views.views)}
    ruled = [(min(row[one], row[two]), max(row[one], row[two])) for one, two in together]
    scores.update(dict.fromkeys(ruled, 1.0))
    never = [(row[one], row[two]) for one, two in apart]
    groups = link(
        [view.key.account for view in views.views], scores, first=FIRST, mean=MEAN, apart=never, together=ruled
    )
    spans = {Key(marked.id, index): claim.span for marked in story for index, claim in enumerate(marked.claims)}
    return (
        tuple(_group(members, views, scores, spans) for members in groups),
        tuple(
            Pair(views.views[a].key, views.views[b].key, round(score, 4))
            for (a, b), score in scores.items()
            if score >= SHOWN
        ),
    )


def _group(
    members: list[int], views: Views, scores: dict[tuple[int, int], float], spans: dict[Key, Span]
) -> ClaimGroup:
    keys = tuple(views.views[at].key for at in members)
    inner = [scores.get((a, b), 0.0) for a in members for b in members if a < b]
    return ClaimGroup(
        claims=keys,
        gist=views.views[min(members, key=lambda at: _unclearness(at, members, views))].key,
        evidence=tuple(spans[key] for key in keys),
        origin=Origin("align.claims", "group.linked" if len(keys) > 1 else "group.alone"),
        score=round(sum(inner) / len(inner), 4) if inner else 1.0,
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
