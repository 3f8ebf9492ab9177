"""Roles: who heads which team, who holds which office."""

from dataclasses import replace

import pytest

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


def _described(words: str, *others: str) -> Made:
    made = Made(f"The Norland delegation is led by {words}.", "Courier")
    made.who("Norland", "Norland", "country")
    for each in others:
        made.who(each, each, "person" if each == "Olsen" else "organization")
    frame = did(made, "lead", "led", words, [("patient", "The Norland delegation")])
    made.says(f"The Norland delegation is led by {words}", frame=frame)
    return made


def _titled(title: str) -> Made:
    made = _led("Herald", "Varga")
    at = made.names["Varga"]
    role = Role(evidence=(made.span("Varga"),), origin=HERE, title=title)
    made.referents[at] = replace(made.referents[at], roles=(role,))
    return made


def test_heads_who_are_described_part_from_one_who_is_named() -> None:
    """As a tension, since both may hold; and not where the one who is named may be one of those."""
    council = _described("senior figures from the River Council", "River Council")
    answers = list(partings(_heads(_titled("envoy"), council)))
    assert [each.severity for each in answers] == ["tension"]
    assert "senior figures from the River Council" in answers[0].why
    assert not list(partings(_heads(_titled("head of the River Council"), council)))


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("members of the staff", ()),  # of nobody's
        ("two envoys of the River Council, Olsen among them", ("River Council", "Olsen")),
        ("the River Council", ("River Council",)),
    ],
)
def test_other_descriptions_say_too_little(words: str, others: tuple[str, ...]) -> None:
    """They may well mean the one who is named elsewhere."""
    assert not list(partings(_heads(_titled("envoy"), _described(words, *others))))


def _heads(*made: Made) -> list[Filled]:
    kinds = {"Norland": "country", "River Council": "organization"}
    return list(leads(told(*made, **kinds), aligned(*made, **kinds)))  # type: ignore[arg-type]


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
