"""Derives pair sets from the marks: same fact, diverging by kind, related (tempting), unrelated (hard negatives).

`python3 corpus/pairs.py OUT.jsonl [--split train|dev|test]` writes a pair a line: story, split, both claims' ids,
accounts and words, the label, and for a divergence its kind and severity. A hard negative is, for each claim, the claim
of another fact that shares most words with it; it is never one that the marks call diverging or tempting.
"""

import argparse
import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

STORIES = Path(__file__).resolve().parent / "stories"
_WORD = re.compile(r"[^\W_]{3,}")


def pairs_of(marks: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The labelled pairs of one story's marks, in order of the claims."""
    claims = {row[0]: row for row in marks["claims"]}
    words = {key: frozenset(_WORD.findall(row[2].casefold())) for key, row in claims.items()}
    parted = {frozenset((a, b)): row for row in marks["divergences"] for a in row[4] for b in row[5]}
    tempting = {frozenset((a, b)): row for row in marks["tempting"] for a in row[2] for b in row[3]}
    hard = {frozenset((key, near)) for key in claims if (near := _nearest(key, claims, words, parted, tempting))}
    for a, b in combinations(claims, 2):
        pair = frozenset((a, b))
        extra: dict[str, Any] = {}
        if pair in parted:
            label, extra = "diverge", {"kind": parted[pair][1], "severity": parted[pair][2]}
        elif claims[a][3] == claims[b][3]:
            label = "same"
        elif pair in tempting:
            label, extra = "related", {"kind": tempting[pair][1]}
        elif pair in hard:
            label = "unrelated"
        else:
            continue
        ends = {"left": claims[a][:3], "right": claims[b][:3]}
        yield {"story": marks["story"], "split": marks["split"], "label": label, **extra, **ends}


def _nearest(
    key: str,
    claims: dict[str, Any],
    words: dict[str, frozenset[str]],
    parted: dict[frozenset[str], Any],
    tempting: dict[frozenset[str], Any],
) -> str | None:
    others = [
        other
        for other in claims
        if claims[other][3] != claims[key][3] and not {frozenset((key, other))} & (parted.keys() | tempting.keys())
    ]
    return max(others, key=lambda other: (len(words[key] & words[other]), other), default=None)


def main() -> None:
    """Write the pairs and tell how many of each label there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--split", choices=("train", "dev", "test"))
    arguments = parser.parse_args()
    counts: dict[str, int] = {}
    with arguments.out.open("w", encoding="utf-8") as lines:
        for path in sorted(STORIES.glob("*/marks.json")):
            marks = json.loads(path.read_text(encoding="utf-8"))
            if arguments.split in (None, marks["split"]):
                for row in pairs_of(marks):
                    counts[row["label"]] = counts.get(row["label"], 0) + 1
                    lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(counts)


if __name__ == "__main__":
    main()
