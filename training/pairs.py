"""Trains the scorer of claim pairs (`src/variorum/align/weights/pairs.json`) and tells how good it is.

Trains on the corpus' train stories and, as features only, on the marked real stories, of which each is left out in turn
for testing. `python -m training.pairs --write` trains on all of these and writes the weights.
"""

import argparse
import pickle

import msgspec
import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import average_precision_score, precision_recall_curve

from training.stories import ROOT, Prepared, corpus, covering, marked, prepare
from variorum.align.cluster import agglomerate
from variorum.align.features import NAMES
from variorum.align.scorer import Ensemble, Tree

CACHE = ROOT / "out" / "pairs.pickle"
REAL_WEIGHT = 2.0  # a real story's pair counts twice a written one's: chosen, not swept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--cached", action="store_true", help="use the prepared stories of the last run")
    arguments = parser.parse_args()
    if arguments.cached and CACHE.exists():
        real, own, dev = pickle.loads(CACHE.read_bytes())
    else:
        stories = corpus("train"), corpus("dev"), marked()
        own, dev, real = ([prepare(story) for story in each] for each in stories)
        CACHE.parent.mkdir(exist_ok=True)
        CACHE.write_bytes(pickle.dumps((real, own, dev)))
    print(f"real {len(real)} stories, corpus train {len(own)}, dev {len(dev)}")
    rows = []
    for left_out in real:
        model = train([each for each in real if each is not left_out], own)
        rows.append(report(left_out.story.name, model, [left_out]))
    if real:
        sweep(real, own)
    if rows:
        print("real, each left out: ", "  ".join(f"{name} {np.mean([r[name] for r in rows]):.3f}" for name in rows[0]))
    model = train(real, own)
    if dev:
        report("corpus dev", model, dev)
    for at in np.argsort(-model.feature_importances_)[:12]:
        print(f"  {list(NAMES)[at]:14} {model.feature_importances_[at]:.3f}")
    if arguments.write:
        path = ROOT / "src/variorum/align/weights/pairs.json"
        path.write_bytes(msgspec.json.format(msgspec.json.encode(export(model)), indent=0))
        print(f"wrote {path.relative_to(ROOT)}: {path.stat().st_size} bytes")


def train(real: list[Prepared], own: list[Prepared]) -> GradientBoostingClassifier:
    tables, labels, weights = [], [], []
    for weight, stories in ((REAL_WEIGHT, real), (1.0, own)):
        for each in stories:
            known = each.labels >= 0
            tables.append(each.features[known])
            labels.append(each.labels[known])
            weights.append(np.full(known.sum(), weight))
    model = GradientBoostingClassifier(
        n_estimators=160,
        max_depth=4,
        learning_rate=0.06,
        subsample=0.7,
        min_samples_leaf=12,
        max_features=0.5,
        random_state=7,
    )
    model.fit(np.vstack(tables), np.concatenate(labels), sample_weight=np.concatenate(weights))
    return model


def sweep(real: list[Prepared], own: list[Prepared]) -> None:
    """Precision and recall of marked passages in one group, each real story left out, over thresholds."""
    table: dict[float, list[tuple[float, float]]] = {}
    for left_out in real:
        model = train([each for each in real if each is not left_out], own)
        scored = model.predict_proba(left_out.features)[:, 1]
        scores = {pair: float(p) for pair, p in zip(left_out.candidates.pairs, scored, strict=True)}
        for threshold in (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75):
            groups = agglomerate(len(left_out.views.views), scores, threshold=threshold)
            table.setdefault(threshold, []).append(grouped(left_out, groups))
    for threshold, rows in table.items():
        precision, recall = (float(np.mean([row[at] for row in rows])) for at in (0, 1))
        print(f"threshold {threshold:.2f}  precision {precision:.3f}  recall {recall:.3f}")


def grouped(story: Prepared, groups: list[list[int]]) -> tuple[float, float]:
    """As the scorer of the marked stories counts: passages of two accounts, one fact or two, in one group or not."""
    group_of = {row: at for at, group in enumerate(groups) for row in group}
    spans = {each.id: [claim.span for claim in each.claims] for each in story.annotated}
    places = [spans[view.key.account][view.key.index] for view in story.views.views]
    passages = [
        (name, mark.account, set(covering(places, mark))) for name, marks in story.story.facts for mark in marks
    ]
    right = wrong = missed = 0
    for at, (fact, account, rows) in enumerate(passages):
        for other, elsewhere, others in passages[at + 1 :]:
            if account == elsewhere:
                continue
            together = bool({group_of[row] for row in rows} & {group_of[row] for row in others})
            if fact == other:
                right, missed = right + together, missed + (not together)
            elif together and not rows & others:
                wrong += 1
    return right / max(1, right + wrong), right / max(1, right + missed)


def report(name: str, model: GradientBoostingClassifier, stories: list[Prepared]) -> dict[str, float]:
    scores, labels, cosines = [], [], []
    for each in stories:
        cross = (each.labels >= 0) & (each.features[:, list(NAMES).index("own")] == 0)
        if cross.any():
            scores.append(model.predict_proba(each.features[cross])[:, 1])
            labels.append(each.labels[cross])
            cosines.append(each.features[cross, 0])
    if not labels:
        return {}
    truth, score, cosine = np.concatenate(labels), np.concatenate(scores), np.concatenate(cosines)
    precision, recall, _ = precision_recall_curve(truth, score)
    row = {
        "ap": float(average_precision_score(truth, score)) if truth.any() else 0.0,
        "ap_cosine": float(average_precision_score(truth, cosine)) if truth.any() else 0.0,
        "recall@.8": float(max((r for p, r in zip(precision, recall, strict=True) if p >= 0.8), default=0.0)),
        "pairs": float(len(truth)),
        "same": float(truth.mean()),
    }
    print(f"{name:22}", "  ".join(f"{key} {value:.3f}" for key, value in row.items()))
    return row


def export(model: GradientBoostingClassifier) -> Ensemble:
    prior = model.init_.class_prior_[1]
    trees = []
    for (stage,) in model.estimators_:
        tree = stage.tree_
        trees.append(
            Tree(
                feature=tuple(int(f) if c >= 0 else -1 for f, c in zip(tree.feature, tree.children_left, strict=True)),
                threshold=tuple(round(float(t), 6) for t in tree.threshold),
                left=tuple(max(0, int(c)) for c in tree.children_left),
                right=tuple(max(0, int(c)) for c in tree.children_right),
                value=tuple(round(float(v) * model.learning_rate, 6) for v in tree.value[:, 0, 0]),
            )
        )
    return Ensemble(features=tuple(NAMES), base=float(np.log(prior / (1 - prior))), trees=tuple(trees))


if __name__ == "__main__":
    main()
