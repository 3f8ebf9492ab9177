"""Happenings are grouped: the same act told twice is one event, and every happening is in one group."""

from variorum.align.events import NAMES, Happening, event_features, events_of
from variorum.align.scorer import ensemble

TEXTS = (
    ("a", "Police arrested the mayor of Harrow Bay on Monday over the missing harbour funds.", "arrested"),
    ("b", "The mayor of Harrow Bay was arrested by police on Monday over missing harbour funds.", "arrested"),
    ("b", "A storm flooded two villages in the north.", "flooded"),
)
HAPPENINGS = [Happening(d, t, t.index(w), t.index(w) + len(w)) for d, t, w in TEXTS]


def test_one_act_told_twice_is_one_event() -> None:
    """Two accounts of one arrest meet; the flood stays apart."""
    assert events_of(HAPPENINGS) == [[0, 1], [2]]


def test_few_happenings_are_grouped_too() -> None:
    """None, or a single one."""
    assert events_of([]) == []
    assert events_of(HAPPENINGS[:1]) == [[0]]


def test_the_weights_know_the_features() -> None:
    """The trees were trained on the features that are computed, and these are symmetric."""
    assert ensemble("events").features == NAMES
    one, two = event_features(HAPPENINGS, [(0, 2), (2, 0)])
    assert one.tolist() == two.tolist()
