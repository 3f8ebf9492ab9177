"""Roles: who heads which team, who holds which office."""

from dataclasses import replace

from tests.judge.made import aligned, did, told
from tests.report.made import HERE, Made, entity
from variorum.judge.rules.role import leads, offices
from variorum.judge.rules.slots import Filled, partings
from variorum.judge.told import told_of
from variorum.model.alignment import Alignment
from variorum.model.markup import Role


def _led(outlet: str, who: str) -> Made:
    made = Made(f"{who} led the Norland delegation.", outlet)
    made.who(who, who)
    made.who("Norland", "Norland", "country")
    made.says(
        f"{who} led the Norland delegation",
        frame=did(made, "lead", "led", who, [("patient", "the Norland delegation")]),
    )
    return made


def _leaders(*made: Made) -> list[Filled]:
    kinds = {"Norland": "country"}
    return list(leads(told(*made, **kinds), aligned(*made, **kinds)))  # type: ignore[arg-type]


def test_two_heads_of_one_team_part() -> None:
    """The slot is the side's team; both names stand in the reason."""
    (parting,) = partings(_leaders(_led("Herald", "Varga"), _led("Courier", "Olsen")))
    assert "Norland" in parting.why
    assert {parting.first[0].shown, parting.second[0].shown} == {"Varga", "Olsen"}


def test_one_head_in_both_does_not() -> None:
    """The same person in both accounts."""
    assert not list(partings(_leaders(_led("Herald", "Varga"), _led("Courier", "Varga"))))


def _office(outlet: str, who: str, title: str, *, former: bool = False) -> Made:
    made = Made(f"{title} {who} of Norland spoke.", outlet)
    made.who(who, who, title=title)
    made.says(f"{title} {who} of Norland spoke")
    at = made.names[who]
    roles = tuple(
        Role(evidence=each.evidence, origin=HERE, title=each.title, of="Norland", former=former)
        for each in made.referents[at].roles
    )
    made.referents[at] = replace(made.referents[at], roles=roles)
    return made


def _holders(*made: Made) -> list[Filled]:
    story = list(made)
    entities = tuple(entity(story, name) for name in sorted({name for each in story for name in each.names}))
    alignment = Alignment(entities=entities)
    return list(offices(tuple(told_of([each.done() for each in story], alignment).values()), alignment))


def test_two_holders_of_one_office_part() -> None:
    """A country has one foreign minister."""
    (parting,) = partings(
        _holders(_office("Herald", "Varga", "Foreign Minister"), _office("Courier", "Olsen", "Foreign Minister"))
    )
    assert parting.first[0].rule == "divergence.role.office"


def test_an_office_that_many_hold_is_no_slot() -> None:
    """Two spokesmen are two spokesmen."""
    assert not _holders(_office("Herald", "Varga", "spokesman"), _office("Courier", "Olsen", "spokesman"))


def test_who_held_it_before_holds_it_no_more() -> None:
    """A former minister beside the minister."""
    one = _office("Herald", "Varga", "Foreign Minister")
    two = _office("Courier", "Olsen", "Foreign Minister", former=True)
    assert not list(partings(_holders(one, two)))
