"""The pair sets of the corpus."""

import importlib.util
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def _pairs() -> Any:
    spec = importlib.util.spec_from_file_location("corpus_pairs", ROOT / "corpus" / "pairs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_label_is_derived_and_no_pair_has_two() -> None:
    """A diverging pair is not also the same, and a hard negative is of two facts."""
    story = min((ROOT / "corpus" / "stories").glob("*/marks.json"))
    marks = json.loads(story.read_text(encoding="utf-8"))
    rows = list(_pairs().pairs_of(marks))
    assert {row["label"] for row in rows} == {"same", "diverge", "related", "unrelated"}
    assert len({(row["left"][0], row["right"][0]) for row in rows}) == len(rows)
    facts = {row[0]: row[3] for row in marks["claims"]}
    assert all(facts[r["left"][0]] != facts[r["right"][0]] for r in rows if r["label"] == "unrelated")
