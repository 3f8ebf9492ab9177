"""The measures give the known answers on cases worked by hand."""

import pytest

from evaluation import measures

GOLD = [frozenset("abc"), frozenset("defg")]
OURS = [frozenset("ab"), frozenset("cd"), frozenset("efg")]


def test_counts_make_precision_and_recall() -> None:
    """Three right of four found and six labelled: .75, .5, .6."""
    score = measures.f1(3, 4, 6)
    assert (score.precision, score.recall, score.f1) == pytest.approx((0.75, 0.5, 0.6))
    assert measures.f1(0, 0, 0).f1 == 0


def test_b_cubed_by_hand() -> None:
    """Precision (2·1 + 2·½ + 3·1) / 7; recall a, b ⅔, c ⅓, d ¼, e, f, g ¾ over 7."""
    score = measures.b_cubed(OURS, GOLD)
    assert score.precision == pytest.approx(6 / 7)
    assert score.recall == pytest.approx((2 / 3 * 2 + 1 / 3 + 1 / 4 + 3 * 3 / 4) / 7)


def test_muc_by_hand() -> None:
    """Our four links, three right (c–d is wrong); gold's five links, three found."""
    score = measures.muc(OURS, GOLD)
    assert score.precision == pytest.approx(3 / 4)
    assert score.recall == pytest.approx(3 / 5)


def test_ceaf_by_hand() -> None:
    """ab–abc 4/5, efg–defg 6/7, cd unmatched."""
    score = measures.ceaf_e(OURS, GOLD)
    assert score.precision == pytest.approx((4 / 5 + 6 / 7) / 3)
    assert score.recall == pytest.approx((4 / 5 + 6 / 7) / 2)


def test_a_perfect_clustering_scores_one() -> None:
    """All three measures are 1 on the labels themselves, and the mean is too."""
    assert measures.conll_f1(GOLD, GOLD) == pytest.approx(1)


def test_items_of_one_side_only_cost() -> None:
    """A spurious item lowers precision and leaves recall."""
    score = measures.b_cubed([frozenset("abcx"), frozenset("defg")], GOLD)
    assert score.recall == pytest.approx(1)
    assert score.precision < 1


def test_average_precision_by_hand() -> None:
    """Right at ranks 1 and 3: (1 + 2/3) / 2."""
    assert measures.average_precision([True, False, True], [0.9, 0.8, 0.7]) == pytest.approx(5 / 6)
    assert measures.average_precision([False], [0.3]) == 0


def test_macro_f1_by_hand() -> None:
    """Class a: one right of two found and two labelled, 1/2; class b: 0."""
    assert measures.macro_f1(["a", "a", "b"], ["a", "b", "a"]) == pytest.approx(0.25)


def test_token_f1_by_hand() -> None:
    """Bags: one of two a's shared, and b."""
    score = measures.token_f1(["a", "b", "c"], ["a", "a", "b", "d"])
    assert (score.precision, score.recall) == pytest.approx((2 / 3, 1 / 2))


def test_partition_groups_by_label() -> None:
    """Items of one label form one cluster."""
    assert set(measures.partition({"a": 1, "b": 2, "c": 1})) == {frozenset("ac"), frozenset("b")}
