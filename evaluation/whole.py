"""Whole stories: collates the marked real stories once and scores them with the scorer beside their marks."""

import importlib.util
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation.harness import Missing
from variorum import collate, read
from variorum.model.wire import encode
from variorum.settings import Settings

__all__ = ["Scores", "mean", "scores"]

Scores = dict[str, dict[str, dict[str, float]]]  # metric → story → figure → value


@cache
def scores(folder: Path, most: int | None = None) -> Scores:
    """All metrics of the folder's `score.py` for all its stories, or for so many, the shortest.

    Raises:
        Missing: the folder has no scorer.
    """
    path = folder / "score.py"
    if not path.exists():
        raise Missing(f"no score.py in {folder.name}")
    scorer = _module(path)
    names = sorted(scorer.STORIES, key=lambda name: (_size(folder / name), name))[:most]
    with tempfile.TemporaryDirectory() as out:
        for name in names:
            story = read([folder / name], settings=Settings())
            (Path(out) / f"{name}.json").write_bytes(encode(collate(story)))
        stories = {name: scorer.Story(name, out) for name in names}
        metrics: dict[str, Callable[[Any], dict[str, float] | None]] = scorer.METRICS
        return {
            metric: {name: got for name, story in stories.items() if (got := measure(story)) is not None}
            for metric, measure in metrics.items()
        }


def mean(rows: dict[str, dict[str, float]]) -> dict[str, float]:
    """The mean of each figure over the stories."""
    names = next(iter(rows.values())).keys()
    return {name: sum(row[name] for row in rows.values()) / len(rows) for name in names}


def _size(folder: Path) -> int:
    return sum(each.stat().st_size for each in folder.glob("*.txt"))


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("marked_scorer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
