"""Trains the scorer of claim pairs (`src/variorum/align/weights/pairs.json`) and tells how good it is.

Trains on the corpus' dev stories (the encoder behind the features has seen its train stories), on pairs of ECB+ that
were read one by one and, as features only, on the marked real stories, of which each is left out in turn for testing.
`python -m training.pairs --write` trains on all of these and writes the weights.
"""

import argparse
import pickle
from collections import Counter
from itertools import product

import msgspec
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, precision_recall_curve

from evaluation.harness import data_folder
from training.ecb import ecb_stories
from training.stories import ROOT, Prepared, corpus, covering, marked, prepare
from variorum.align.claims import FIRST
from variorum.align.cluster import link
from variorum.align.features import NAMES
from variorum.align.scorer import Linear

CACHE = ROOT / "out" / "pairs.pickle"
REAL_WEIGHT, READ_WEIGHT = 3.0, 1.0  # against 1 for a pair of a written story: by what is left out, and the floors
Kinds = tuple[list[Prepared], list[Prepared]]  # the corpus' dev stories, those of ECB+
STRENGTH = 0.1  # inverse of the penalty; .02 and 1 were no better on real stories left out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--cached", action="store_true", help="use the prepared stories of the last run")
    arguments = parser.parse_args()
    if arguments.cached and CACHE.exists():
        real, own, read, test = pickle.loads(CACHE.read_bytes())
    else:
        stories = marked(), corpus("dev"), ecb_stories(data_folder() / "ecbplus"), corpus("test")
        real, own, read, test = ([prepare(story) for story in each] for each in stories)
        CACHE.parent.mkdir(exist_ok=True)
        CACHE.write_bytes(pickle.dumps((real, own, read, test)))
    print(f"real {len(real)} stories, corpus dev {len(own)}, ECB+ {len(read)}, test {len(test)}")
    others = own, read
    rows = []
    for left_out in real:
        model = train([each for each in real if each is not left_out], others)
        rows.append(report(left_out.story.name, model, [left_out]))
    if real:
        sweep(real, others)
    if rows:
        print("real, each left out: ", "  ".join(f"{name} {np.mean([r[name] for r in rows]):.3f}" for name in rows[0]))
    print("ECB+, each quarter of its stories left out: ", quarters(real, others))
    model = train(real, others)
    if test:
        report("corpus test", model, test)
    for at in np.argsort(-np.abs(model.weights))[:16]:
        print(f"  {list(NAMES)[at]:14} {model.weights[at]:+.3f}")
    if arguments.write:
        path = ROOT / "src/variorum/align/weights/pairs.json"
        path.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=0))
        print(f"wrote {path.relative_to(ROOT)}: {path.stat().st_size} bytes")


def train(real: list[Prepared], others: Kinds) -> Linear:
    """A regression with an intercept more for written stories and for those of ECB+, whose shares of sames differ."""
    tables, labels, weights = [], [], []
    for weight, flags, stories in (
        (REAL_WEIGHT, (0, 0), real),
        (1.0, (1, 0), others[0]),
        (READ_WEIGHT, (0, 1), others[1]),
    ):
        for each in stories:
            known = each.labels >= 0
            tables.append(np.column_stack([each.features[known], np.tile(flags, (known.sum(), 1))]))
            labels.append(each.labels[known])
            weights.append(weight * each.weights[known])
    table = np.vstack(tables)
    means, scales = table.mean(axis=0), table.std(axis=0)
    scales[scales == 0] = 1.0
    model = LogisticRegression(C=STRENGTH, max_iter=1_000)
    model.fit((table - means) / scales, np.concatenate(labels), sample_weight=np.concatenate(weights))
    *coefficients, written, read = (float(each) for each in model.coef_[0])
    flagged = written * float(means[-2] / scales[-2]) + read * float(means[-1] / scales[-1])
    return Linear(
        features=tuple(NAMES),
        base=round(float(model.intercept_[0]) - flagged, 6),
        means=tuple(round(float(each), 6) for each in means[:-2]),
        scales=tuple(round(float(each), 6) for each in scales[:-2]),
        weights=tuple(round(each, 6) for each in coefficients),
    )


def quarters(real: list[Prepared], others: Kinds) -> str:
    """Over the pairs that were read: mean average precision, and precision and recall of pairs from `FIRST` on."""
    own, read = others
    reached, right, taken, same = [], 0, 0, 0
    for part in range(4):
        model = train(real, (own, [each for at, each in enumerate(read) if at % 4 != part]))
        for each in read[part::4]:
            known = each.labels >= 0
            scored, labels = model(each.features[known]), each.labels[known]
            reached.append(average_precision_score(labels, scored))
            right, taken = right + int(labels[scored >= FIRST].sum()), taken + int((scored >= FIRST).sum())
            same += int(labels.sum())
    precision, recall = right / max(1, taken), right / max(1, same)
    return f"ap {np.mean(reached):.3f}  precision {precision:.3f}  recall {recall:.3f}"


def sweep(real: list[Prepared], others: Kinds) -> None:
    """Precision and recall of marked passages in one group, each real story left out, over thresholds.

    And, of the pairs that were labelled by reading, how many are in one group: the same, partly, not the same.
    """
    table: dict[tuple[float, float], list[tuple[float, float]]] = {}
    read: dict[tuple[float, float], Counter[str]] = {}
    for left_out in real:
        model = train([each for each in real if each is not left_out], others)
        scored = model(left_out.features)
        pairs = np.array(left_out.candidates.pairs, np.int64).reshape(-1, 2)
        accounts = [view.key.account for view in left_out.views.views]
        for threshold in product((0.55, 0.6, 0.65, 0.7), (0.4, 0.45, 0.5)):
            groups = link(accounts, pairs, scored, first=threshold[0], mean=threshold[1])
            table.setdefault(threshold, []).append(grouped(left_out, groups))
            group_of = {row: at for at, group in enumerate(groups) for row in group}
            for at, (a, b) in enumerate(left_out.candidates.pairs):
                if left_out.labels[at] >= 0 and not left_out.marked[at] and group_of[a] == group_of[b]:
                    letter = "s" if left_out.labels[at] else "p" if left_out.weights[at] < 1 else "n"
                    read.setdefault(threshold, Counter())[letter] += 1
    for threshold, rows in table.items():
        precision, recall = (float(np.mean([row[at] for row in rows])) for at in (0, 1))
        letters = "  ".join(f"{letter} {read[threshold][letter]}" for letter in "spn")
        first, mean = threshold
        print(f"first {first} mean {mean}  precision {precision:.3f}  recall {recall:.3f}  pairs read: {letters}")


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


def report(name: str, model: Linear, stories: list[Prepared]) -> dict[str, float]:
    scores, labels, cosines = [], [], []
    for each in stories:
        cross = each.marked & (each.features[:, list(NAMES).index("own")] == 0)
        if cross.any():
            scores.append(model(each.features[cross]))
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


if __name__ == "__main__":
    main()
