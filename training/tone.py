"""Trains the two small models of `variorum.judge.attitude` on NewsMTSC (MIT), and prints their figures on its dev side.

    python -m training.tone [--data FOLDER]

attitude: logistic regression over a sentence's vector and its target's, to negative, neutral, positive.
slant: logistic regression over a sentence's vector, to whether our own lexicon finds strong loaded words in it (distant
supervision: no label is used), so that loaded wording is seen beyond the lexicon's words.
Writes src/variorum/judge/weights/tone.npz; its digest goes into WEIGHTS_SHA256.
"""

import argparse
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from evaluation.harness import ROOT, data_folder
from evaluation.steps import annotated
from variorum import registry
from variorum.judge.attitude import Excerpt, features, loadedness
from variorum.model.text import Account

__all__ = ["main"]

OUT = ROOT / "src" / "variorum" / "judge" / "weights" / "tone.npz"
STRONG = 1.5  # weight of marks from which a sentence counts as loaded by the lexicon


def main() -> None:
    """Train, write, print the digest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=data_folder())
    folder = parser.parse_args().data / "newsmtsc"
    dev = {row["sentence"] for name in ("dev-mt.jsonl", "dev-rw.jsonl") for row in _rows(folder / name)}
    train = [row for row in _rows(folder / "train.jsonl") if row["sentence"] not in dev]
    encode = registry.load("encoder", "minilm")()
    vectors = features([Excerpt(row["sentence"], ((row["from"], row["to"]),)) for row in train], encode)
    attitude = LogisticRegression(C=1.0, max_iter=400, class_weight="balanced")
    attitude.fit(vectors, [row["polarity"] for row in train])
    first = {row["sentence"]: at for at, row in enumerate(train)}
    whole = vectors[list(first.values()), : vectors.shape[1] // 2]
    slant = LogisticRegression(C=0.1, max_iter=500, class_weight="balanced")
    slant.fit(whole, [_strong(sentence) for sentence in first])
    arrays = {
        "attitude": attitude.coef_, "attitude_bias": attitude.intercept_,
        "slant": slant.coef_[0], "slant_bias": slant.intercept_[0],
    }  # fmt: skip
    _write(OUT, {name: np.asarray(value, dtype=np.float32) for name, value in arrays.items()})
    print(hashlib.sha256(OUT.read_bytes()).hexdigest())


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _strong(sentence: str) -> bool:
    marked = annotated(Account(text=sentence, names=("newsmtsc",)), "sentences", "wording")
    return sum(loadedness(marked, each.span) for each in marked.sentences) >= STRONG


def _write(path: Path, arrays: dict[str, Any]) -> None:
    """The arrays as an npz whose bytes do not depend on the clock."""
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in sorted(arrays.items()):
            content = io.BytesIO()
            np.save(content, value, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (2020, 1, 1, 0, 0, 0)), content.getvalue())


if __name__ == "__main__":
    main()
