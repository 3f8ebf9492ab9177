"""How likely two claims state the same thing, or two happenings are one event: trained weights over features of a pair.

Claims have a logistic regression (`training/pairs.py`, docs/models/pairs.md): with as few real stories to learn from it
misled less than boosted trees. Happenings have boosted trees (`training/events.py`). Scoring is plain numpy.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
import numpy.typing as npt

from variorum.align.features import NAMES
from variorum.errors import SettingsError

__all__ = ["Ensemble", "Linear", "Tree", "ensemble", "linear"]


@dataclass(frozen=True, slots=True)
class Tree:
    """A binary tree: per node the feature (-1: a leaf), the threshold (left if ≤), the children and the value."""

    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Additive trees; `base` is the log-odds before the first tree; `features` are the names it was trained on."""

    features: tuple[str, ...]
    base: float
    trees: tuple[Tree, ...]

    def __call__(self, table: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Probabilities `(n,)` for a table `(n, features)`."""
        total = np.full(len(table), self.base, dtype=np.float64)
        for tree in self.trees:
            total += _walk(tree, table)
        return 1.0 / (1.0 + np.exp(-total))


@dataclass(frozen=True, slots=True)
class Linear:
    """A logistic regression over standardized features: `weights` times (value - `means`) / `scales`, plus `base`."""

    features: tuple[str, ...]
    base: float
    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]

    def __call__(self, table: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Probabilities `(n,)` for a table `(n, features)`."""
        standard = (table - np.array(self.means)) / np.array(self.scales)
        return np.asarray(1.0 / (1.0 + np.exp(-(standard @ np.array(self.weights) + self.base))))


@cache
def ensemble(name: str = "events") -> Ensemble:
    """The trained trees of that name."""
    return msgspec.json.decode(_read(name), type=Ensemble)


@cache
def linear(name: str = "pairs") -> Linear:
    """The trained regression of that name.

    Raises:
        SettingsError: the weights were trained on other features than these.
    """
    content = _read(name)
    found = msgspec.json.decode(content, type=Linear)
    if found.features != tuple(NAMES):
        digest = hashlib.sha256(content).hexdigest()[:12]
        raise SettingsError(
            f"weights/{name}.json ({digest}) was trained on other features; run training/pairs.py again"
        )
    return found


def _read(name: str) -> bytes:
    return files("variorum.align").joinpath(f"weights/{name}.json").read_bytes()


def _walk(tree: Tree, table: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    feature = np.array(tree.feature)
    threshold = np.array(tree.threshold)
    children = np.array([tree.right, tree.left])
    node = np.zeros(len(table), dtype=np.int64)
    rows = np.arange(len(table))
    while True:
        inner = feature[node] >= 0
        if not inner.any():
            return np.asarray(np.array(tree.value)[node])
        goes = (table[rows, np.maximum(feature[node], 0)] <= threshold[node]).astype(np.int64)
        node = np.where(inner, children[goes, node], node)
