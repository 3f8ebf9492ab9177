"""Likeness is symmetric, between 0 and 1, and sees both words and meaning; opposition wants two who contend, or a denial."""

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.align.likeness import likeness, opposition, support

DAM = "The council closed the old dam after the flood"


def test_what_says_the_same_is_most_alike() -> None:
    """A restatement ranks before another topic."""
    same, other = likeness([(DAM, "The flood made the council shut the old dam"), (DAM, "A singer cancelled her tour")])
    assert same > other


def test_it_does_not_matter_which_stands_first() -> None:
    """The two texts of a pair may change places."""
    one, two = likeness([(DAM, "Engineers shut the dam"), ("Engineers shut the dam", DAM)])
    assert one == two


def test_a_denial_speaks_against() -> None:
    """On one topic, the text that denies opposes more than the one that does not."""
    denied, stated = opposition([(DAM, "The council never closed that dam"), (DAM, "The council did close that dam")])
    assert denied > stated


def test_two_parties_who_contend_oppose_each_other() -> None:
    """Two who speak against each other oppose more than two plain facts, and more than two who say the same."""
    owner = "The owner said the mill was safe, but critics disagreed"
    contending, plain, same = opposition(
        [
            (owner, "The union argued that its members were put at risk"),
            (owner, "The mill opened in spring"),
            (owner, owner),
        ]
    )
    assert contending > plain
    assert contending > same


def test_nothing_in_nothing_out() -> None:
    """No pairs, no scores."""
    assert likeness([]) == support([]) == opposition([]) == []


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), max_size=3))
def test_any_text_has_a_score(pairs: list[tuple[str, str]]) -> None:
    """Scores stay between 0 and 1 whatever the texts hold."""
    assert all(-1e-6 <= score <= 1 + 1e-6 for score in [*likeness(pairs), *opposition(pairs)])


def test_both_take_a_known_likeness() -> None:
    """The likeness that is handed in counts as the one that would be found."""
    pairs = [(DAM, "The council never closed that dam"), (DAM, "Bus drivers in the north are on strike")]
    assert opposition(pairs, likeness(pairs)) == opposition(pairs)
    assert support(pairs, likeness(pairs)) == support(pairs)
    assert opposition(pairs, [0.5, 0.5]) != opposition(pairs)
