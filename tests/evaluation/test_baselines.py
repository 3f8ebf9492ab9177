"""The simple baselines do what their names say."""

import pytest

from evaluation.baselines import average_link, classifier, cosines

DAM, BUS = "the dam broke above the valley", "bus drivers strike for higher pay"


def test_cosines_go_from_none_to_all_words_shared() -> None:
    """A text with itself is 1, without a shared word 0; the order of a pair does not matter."""
    same, none, forth, back = cosines([(DAM, DAM), (DAM, BUS), (DAM, "the dam held"), ("the dam held", DAM)])
    assert (same, none) == pytest.approx((1, 0))
    assert 0 < forth < 1
    assert forth == pytest.approx(back)


def test_average_link_joins_near_texts() -> None:
    """Two tellings of one thing are one cluster; one text, or none, needs no counting."""
    one, other, third = average_link([DAM, f"{DAM} today", BUS], 0.6)
    assert one == other != third
    assert average_link([DAM], 0.6) == [0]
    assert average_link([], 0.6) == []


def test_the_classifier_learns_words() -> None:
    """And gives the same answers when it is trained again."""
    texts, labels = [f"{text} {at}" for at in range(5) for text in (DAM, BUS)], ["dam", "bus"] * 5
    first, again = (list(classifier(1).fit(texts, labels).predict([DAM, BUS])) for _ in range(2))
    assert first == again == ["dam", "bus"]
