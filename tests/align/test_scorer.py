"""The scorer: trees, or a regression, over a table of features."""

import math

import numpy as np
import pytest

from variorum.align.features import NAMES
from variorum.align.scorer import Ensemble, Linear, Tree, linear
from variorum.errors import SettingsError

ALIKE = ("clause", "sentence", "cross_high", "cross_low", "tfidf", "jaccard", "covered_high", "covered_low", "least")
STUMP = Tree(feature=(0, -1, -1), threshold=(0.5, 0.0, 0.0), left=(1, 0, 0), right=(2, 0, 0), value=(0.0, -2.0, 2.0))


def test_a_tree_goes_left_up_to_its_threshold() -> None:
    """At .5 and below the left leaf, above it the right one."""
    found = Ensemble(("a",), 0.0, (STUMP,))(np.array([[0.2], [0.5], [0.7]], np.float32))
    assert found == pytest.approx([1 / (1 + math.exp(2)), 1 / (1 + math.exp(2)), 1 / (1 + math.exp(-2))])


def test_trees_add_up() -> None:
    """On the base, in log-odds."""
    one = Ensemble(("a",), 1.0, (STUMP, STUMP))(np.array([[1.0]], np.float32))
    assert one == pytest.approx([1 / (1 + math.exp(-5))])


def test_no_pairs_no_scores() -> None:
    """An empty table is no error."""
    assert len(Ensemble(("a",), 0.0, (STUMP,))(np.zeros((0, 1), np.float32))) == 0


def test_a_regression_standardizes_its_features() -> None:
    """Weight times what is over the mean, in scales, in log-odds."""
    found = Linear(("a", "b"), 0.5, (1.0, 0.0), (2.0, 1.0), (1.0, -1.0))(np.array([[3.0, 0.0], [1.0, 2.0]], np.float32))
    assert found == pytest.approx([1 / (1 + math.exp(-1.5)), 1 / (1 + math.exp(1.5))])


def test_the_shipped_weights_were_trained_on_these_features() -> None:
    """In this order; and a pair that is like in every way beats one that is like in none."""
    trained = linear()
    assert trained.features == tuple(NAMES)
    high = [1.0 if name in ALIKE else 0.0 for name in NAMES]
    low = [0.0] * len(NAMES)
    unlike, alike = trained(np.array([low, high], np.float32))
    assert unlike < 0.1
    assert alike > 0.9


def test_weights_of_other_features_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody scores with weights that mean something else."""
    monkeypatch.setattr("variorum.align.scorer.NAMES", {"other": "a feature"})
    with pytest.raises(SettingsError, match="other features"):
        linear.__wrapped__("pairs")
