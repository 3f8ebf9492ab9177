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


def test_whole_accounts_tell_two_stories_of_one_kind_apart() -> None:
    """Accounts of one quake join before accounts of another; the table of nearness is symmetric."""
    north = "A quake shook Velm on Monday. Rescuers from Velm dug through brick houses. The mayor of Velm thanked them."
    south = "A quake shook Orrin in May. Orrin's harbour wall broke. Fishermen of Orrin lost their boats."
    texts = {"a": north, "b": f"{north} Schools in Velm stay shut.", "c": south, "d": f"{south} Orrin asked for tents."}
    happenings = [Happening(name, "A quake shook the town.", 8, 13) for name in texts]
    pairs = [(0, 1), (2, 3), (0, 2), (1, 3), (2, 0)]
    joined = event_features(happenings, pairs, texts)[:, NAMES.index("accounts_joined")]
    assert min(joined[:2]) > max(joined[2:])
    assert joined[2] == joined[4]


def test_a_blank_account_is_its_own_sentences() -> None:
    """An account without text is as near as the sentences that are known of it."""
    blank = dict.fromkeys(("a", "b"), " \n ")
    told = event_features(HAPPENINGS, [(0, 1), (0, 2)])
    assert event_features(HAPPENINGS, [(0, 1), (0, 2)], blank).tolist() == told.tolist()
