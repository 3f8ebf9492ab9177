"""Modality: how far a thing has got."""

from tests.judge.made import pairing
from tests.report.made import Made
from variorum.judge.rules.found import Found
from variorum.judge.rules.modality import scaled
from variorum.model.markup import Modality

TEXT = "The two sides will share the water of the northern canal"


def _found(left: Modality, right: Modality, days: tuple[str, str] = ("2024-03-05", "2024-03-05")) -> Found | None:
    one, two = Made(f"{TEXT}.", "Herald", days[0]), Made(f"{TEXT}.", "Courier", days[1])
    one.says(TEXT, modality=left)
    two.says(TEXT, modality=right)
    return scaled(pairing(one, two))


def test_agreed_is_not_merely_proposed() -> None:
    """Two steps apart on one day is a tension."""
    found = _found("agreed", "proposed")
    assert found is not None
    assert (found.values, found.severity) == (("agreed", "proposed"), "tension")


def test_neighbouring_steps_agree() -> None:
    """What one reporter calls agreed, another calls committed."""
    assert _found("agreed", "committed") is None


def test_a_modality_off_the_scale_is_not_compared() -> None:
    """What is expected stands on no step between discussed and agreed."""
    assert _found("agreed", "expected") is None


def test_a_later_account_that_has_it_further_is_an_update() -> None:
    """Proposed on Tuesday, agreed on Wednesday: the thing moved on."""
    found = _found("proposed", "agreed", ("2024-03-05", "2024-03-06"))
    assert found is not None
    assert found.severity == "update"


def test_a_later_account_that_has_it_less_far_is_none() -> None:
    """Agreed on Tuesday, merely proposed on Wednesday: they part."""
    found = _found("agreed", "proposed", ("2024-03-05", "2024-03-06"))
    assert found is not None
    assert found.severity == "tension"


def test_what_was_never_agreed_is_not_agreed() -> None:
    """That they refused and that they never agreed is one thing."""
    one, two = Made(f"{TEXT}.", "Herald"), Made(f"{TEXT}.", "Courier")
    one.says(TEXT, modality="refused")
    two.says(TEXT, modality="agreed", polarity="negative")
    assert scaled(pairing(one, two)) is None
