"""Trains the scorer of happenings (`src/variorum/align/weights/events.json`) on ECB+ and tells how good it is.

Trains on the topics 1 to 35 but the dev topics; `python -m training.events --write` writes the weights, after a report
on the dev topics. The threshold in `align/events.py` is set on the dev topics.
"""

import argparse
from collections.abc import Hashable
from dataclasses import replace
from itertools import combinations

import msgspec
import numpy as np
import numpy.typing as npt
from sklearn.ensemble import GradientBoostingClassifier

from evaluation.ecbplus import DEV, EventMention, documents, mentions
from evaluation.harness import data_folder
from evaluation.measures import conll_f1, partition
from training.stories import ROOT
from variorum.align.cluster import agglomerate
from variorum.align.events import NAMES, Happening, event_features
from variorum.align.scorer import Ensemble, Tree

TRAIN = frozenset(range(1, 36)) - DEV
KEPT = 0.35  # the part of the pairs of two events that is trained on: they are twenty to one
SEED = 7
Topic = tuple[list[EventMention], list[tuple[int, int]], npt.NDArray[np.float32], npt.NDArray[np.bool_]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    train, dev = prepare(TRAIN), prepare(DEV)
    folds = [train[at::4] for at in range(4)]
    models = [fit([topic for other in folds if other is not fold for topic in other]) for fold in folds]
    model = fit(train)
    for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75):
        held_out = np.mean([conll(fold, one, threshold) for fold, one in zip(folds, models, strict=True)])
        print(f"threshold {threshold}: train topics left out {held_out:.3f}  dev {conll(dev, model, threshold):.3f}")
    for at in np.argsort(-model.feature_importances_):
        print(f"  {NAMES[at]:18} {model.feature_importances_[at]:.3f}")
    if arguments.write:
        path = ROOT / "src/variorum/align/weights/events.json"
        path.write_bytes(msgspec.json.format(msgspec.json.encode(replace(export(model), features=NAMES)), indent=0))
        print(f"wrote {path.relative_to(ROOT)}: {path.stat().st_size} bytes")


def prepare(topics: frozenset[int]) -> list[Topic]:
    """Per topic its mentions, all their pairs, the pairs' features and whether the two are one event."""
    found: list[Topic] = []
    for topic in sorted(topics):
        marked = mentions(data_folder() / "ecbplus", frozenset({topic}))
        if not marked:
            continue
        pairs = list(combinations(range(len(marked)), 2))
        happenings = [Happening(each.document, each.text, each.start, each.end) for each in marked]
        table = event_features(happenings, pairs, documents(data_folder() / "ecbplus", frozenset({topic})))
        same = np.array([marked[a].instance == marked[b].instance for a, b in pairs])
        found.append((marked, pairs, table, same))
        print(f"topic {topic}: {len(marked)} mentions", flush=True)
    return found


def fit(topics: list[Topic]) -> GradientBoostingClassifier:
    """The model over all pairs of one event and a fixed part of the others."""
    table = np.vstack([topic[2] for topic in topics])
    same = np.concatenate([topic[3] for topic in topics])
    kept = same | (np.random.RandomState(SEED).rand(len(same)) < KEPT)
    model = GradientBoostingClassifier(
        n_estimators=150, max_depth=4, learning_rate=0.08, subsample=0.5, min_samples_leaf=30, max_features=0.6,
        random_state=SEED,
    )  # fmt: skip
    return model.fit(table[kept], same[kept])


def conll(topics: list[Topic], model: GradientBoostingClassifier, threshold: float) -> float:
    """CoNLL F1 over topics, each clustered by itself."""
    ours: list[frozenset[Hashable]] = []
    gold: dict[Hashable, Hashable] = {}
    for marked, pairs, table, _ in topics:
        topic = marked[0].topic
        links = dict(zip(pairs, model.predict_proba(table)[:, 1].tolist(), strict=True))
        ours += [
            frozenset((topic, at) for at in group) for group in agglomerate(len(marked), links, threshold=threshold)
        ]
        gold.update({(topic, at): (topic, each.instance) for at, each in enumerate(marked)})
    return conll_f1(ours, partition(gold))


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
