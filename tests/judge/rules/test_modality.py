"""Modality: how far a thing has got."""

from tests.judge.made import did, pairing
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


def _acted(words: str, verb: str, modality: Modality, role: str = "patient") -> Made:
    """Who is named by the first word does something to the canal water."""
    agent = words.split(maxsplit=1)[0]
    made = Made(f"{words} the canal water.", f"The {words}")
    made.who(agent, agent, "country")
    made.says(
        f"{words} the canal water", modality=modality, frame=did(made, verb, verb, agent, [(role, "canal water")])
    )
    return made


def test_what_one_offers_another_may_refuse() -> None:
    """An offer of Norland and its refusal by Sudmark are both true; a refusal of its own is not."""
    offer = _acted("Norland offered to share", "offered", "proposed")
    for name, parts in (("Sudmark", False), ("Norland", True)):
        other = _acted(f"{name} refused to share", "refused", "refused")
        assert (scaled(pairing(offer, other, Norland="country", Sudmark="country")) is not None) is parts


def test_what_is_considered_safe_is_no_plan() -> None:
    """To be held for something is no step on the way to anything."""
    for verb, parts in (("consider", False), ("agree", True)):
        one = _acted(f"Norland should {verb} safe", verb, "proposed", "complement")
        two = _acted(f"Norland did {verb} safe", verb, "considered", "complement")
        assert (scaled(pairing(one, two)) is not None) is parts
