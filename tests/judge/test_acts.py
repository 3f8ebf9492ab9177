"""Acts: what one party does to another, told from words near by that mean something else."""

import pytest

from variorum.judge.acts import ROOTS, act_of


def root(marked: str) -> str | None:
    """The root code of a sentence in which [doer] and <target> are marked."""
    plain = marked.translate(str.maketrans("", "", "[]<>"))
    at = marked.index("[")
    source = (at - marked[:at].count("<") * 2, 0)
    words = marked[marked.index("[") + 1 : marked.index("]")]
    source = (plain.index(words), plain.index(words) + len(words))
    other = marked[marked.index("<") + 1 : marked.index(">")]
    act = act_of(plain, source, (plain.index(other), plain.index(other) + len(other)))
    return act.root if act else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Norland] agreed to reopen its ports to <Sudmark>.", "AGREE"),
        ("[The guild] called off its strike against <the port>.", "YIELD"),
        ("[Norland] threatened to shell <Sudmark> if it moved.", "THREATEN"),
        ("[Norland] rejected <Sudmark>'s call for a ceasefire.", "REJECT"),
        ("[Norland] urged <Sudmark> to open the strait.", "REQUEST"),
        ("[Police] arrested <a docker> on Monday.", "COERCE"),
        ("[Norland] expelled <the Sudmark envoy>.", "SANCTION"),
        ("[The minister] praised <Sudmark>'s restraint.", "SUPPORT"),
    ],
)
def test_the_doers_own_verb_decides(sentence: str, expected: str) -> None:
    """A strike that is called off is no strike; a call that is rejected is no request."""
    assert root(sentence) == expected


def test_no_pattern_means_no_act() -> None:
    """Nothing is guessed."""
    assert act_of("Norland lies west of Sudmark", (0, 7), (21, 28)) is None


def test_a_long_text_stays_linear() -> None:
    """Twice the words take about twice the patterns, and nothing blows up."""
    assert act_of("agreed to " * 20_000, None, None) is not None
    assert len(ROOTS) == 15
