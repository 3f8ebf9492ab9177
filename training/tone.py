"""Trains the two small models of `variorum.judge.attitude` on NewsMTSC (MIT), and prints their figures on its dev side.

    python -m training.tone [--data FOLDER]

attitude: logistic regression over a sentence's vector and its target's, to negative, neutral, positive.
slant: logistic regression over a sentence's vector, to whether its writer words it in a loaded way, as 2,700 of its
sentences were read (`labels/slant.tsv`: rows of the data's train.jsonl; b loaded, n not).
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
from variorum import registry
from variorum.judge.attitude import Excerpt, features

__all__ = ["main"]

OUT = ROOT / "src" / "variorum" / "judge" / "weights" / "tone.npz"
LABELS = ROOT / "training" / "labels" / "slant.tsv"


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
    letters = dict(line.split("\t") for line in LABELS.read_text(encoding="utf-8").splitlines()[1:])
    every = _rows(folder / "train.jsonl")
    read = {every[int(at)]["sentence"]: letter == "b" for at, letter in letters.items()}
    whole, _ = encode([Excerpt(sentence) for sentence in read])
    slant = LogisticRegression(C=0.3, max_iter=1_000, class_weight="balanced")
    slant.fit(whole, list(read.values()))
    arrays = {
        "attitude": attitude.coef_, "attitude_bias": attitude.intercept_,
        "slant": slant.coef_[0], "slant_bias": slant.intercept_[0],
    }  # fmt: skip
    _write(OUT, {name: np.asarray(value, dtype=np.float32) for name, value in arrays.items()})
    print(hashlib.sha256(OUT.read_bytes()).hexdigest())


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


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
