"""Slots: one question over the story, and where the answers part."""

from tests.judge.made import told
from tests.report.made import Made
from variorum.judge.rules.slots import Filled, partings


def _answer(outlet: str, value: str, day: str = "2024-03-05") -> Filled:
    made = Made(f"The mayor is {value}, says the {outlet}.", outlet, day)
    made.says(f"The mayor is {value}")
    (each,) = told(made)
    return Filled("role", "divergence.role.office", "mayor", value, value, each, 0.8)


def test_two_answers_part() -> None:
    """Each side has the accounts that give it."""
    (parting,) = partings([_answer("Herald", "Varga"), _answer("Courier", "Olsen"), _answer("Post", "Olsen")])
    assert sorted(len(side) for side in (parting.first, parting.second)) == [1, 2]
    assert parting.severity == "conflict"


def test_one_answer_does_not() -> None:
    """All say the same."""
    assert not list(partings([_answer("Herald", "Varga"), _answer("Courier", "Varga")]))


def test_a_later_account_makes_an_update() -> None:
    """Where all of one side came out on later days, the office may have changed hands."""
    (parting,) = partings([_answer("Herald", "Varga"), _answer("Courier", "Olsen", "2024-03-09")])
    assert parting.severity == "update"


def test_an_account_that_gives_both_answers_takes_no_side() -> None:
    """It tells of the change itself."""
    both = Made("Varga was mayor. Olsen is mayor.", "Herald")
    both.says("Varga was mayor")
    both.says("Olsen is mayor")
    first, second = told(both)
    answers = [
        Filled("role", "divergence.role.office", "mayor", "Varga", "Varga", first, 0.8),
        Filled("role", "divergence.role.office", "mayor", "Olsen", "Olsen", second, 0.8),
    ]
    assert not list(partings(answers))
