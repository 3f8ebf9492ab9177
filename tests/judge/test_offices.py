"""For whom people and organs speak: by their titles, by whose aides they are, by the name of the body."""

from dataclasses import replace
from typing import Any

import pytest

from variorum.judge.offices import head_of, offices_of, superiors_of
from variorum.judge.parties import parties_of
from variorum.model.alignment import Alignment, Entity
from variorum.model.finding import Origin
from variorum.model.markup import Role
from variorum.model.text import Span

HERE = Origin("made", "made.by-hand")
AT = (Span("a", 0, 1),)


def known(name: str, kind: Any = "person", *titles: str, affiliation: int | None = None) -> Entity:
    """An entity with titles; "former" opens one that was left."""
    roles = tuple(Role(evidence=AT, origin=HERE, title=each, former=each.startswith("former")) for each in titles)
    return Entity(evidence=AT, origin=HERE, name=name, kind=kind, roles=roles, affiliation=affiliation)


STATES = (known("Norway", "country"), known("Sweden", "country"), known("United States", "country"))


def above(*entities: Entity) -> str | None:
    """The name of whom the first of these speaks for, in a story between states."""
    alignment = Alignment(entities=(*STATES, *entities))
    party = replace(parties_of((), alignment), between_states=True).of_entity(len(STATES))
    return None if party is None else alignment.entities[party].name


@pytest.mark.parametrize(
    ("titles", "party"),
    [
        (("Norwegian fisheries minister",), "Norway"),
        (("the spokeswoman", "Norway’s foreign ministry spokeswoman"), "Norway"),
        (("Secretary of State",), "United States"),
        (("Norway envoy",), "Ida Brandt"),
        (("Norwegian envoy",), "Norway"),
        (("former Norwegian fisheries minister",), "Ida Brandt"),
        (("Norwegian singer",), "Ida Brandt"),
        (("Norwegian minister", "Swedish minister"), "Ida Brandt"),
    ],
)
def test_a_title_tells_the_state(titles: tuple[str, ...], party: str) -> None:
    """By a people's adjective or a possessive; an envoy to a state is not of it; a singer speaks for nobody."""
    assert above(known("Ida Brandt", "person", *titles)) == party


def test_an_aide_speaks_for_whom_his_chief_speaks_for() -> None:
    """ "A spokesman for Mr. Lund" and "Lund’s chief of staff" speak for Lund’s state; "Lund’s lawyer" does not."""
    lund = known("Nils Lund", "person", "Swedish premier")
    for title in ("a spokesman for Mr. Lund", "Lund’s chief of staff"):
        assert above(known("Ida Brandt", "person", title), lund) == "Sweden"
    assert above(known("Ida Brandt", "person", "Lund’s lawyer"), lund) == "Ida Brandt"


def test_who_leads_or_speaks_for_a_body_stands_for_it() -> None:
    """By a title that the body's name opens, or as its spokesman; not as its guest."""
    board = known("Baltic Board", "organization")
    body = len(STATES) + 1
    for title in ("Baltic Board fisheries chief", "a spokeswoman", "Baltic Board chief; Swedish head of Baltic Board"):
        brandt = known("Ida Brandt", "person", *title.split("; "), affiliation=body)
        assert above(brandt, board) == "Baltic Board"
    assert above(known("Ida Brandt", "person", "a guest of the chief", affiliation=body), board) == "Ida Brandt"


def test_one_body_under_two_names_is_one_party() -> None:
    """The form of the firm and an inner organ make no party of their own; another body does."""
    names = ("Kestrel Foods", "Kestrel Foods Ltd.", "Reed Party", "Reed Party Central Committee", "Reed Party Museum")
    alignment = Alignment(entities=tuple(known(name, "organization") for name in names))
    assert superiors_of(alignment) == {1: 0, 3: 2}


def test_an_office_that_was_left_more_often_than_held_is_none() -> None:
    """Where most say "former director", a bare "director" holds no more."""
    left = known("Ida Brandt", "person", "director", "former director", "former board director")
    assert offices_of(left) == ()
    assert offices_of(known("Ida Brandt", "person", "director", "board director", "former director")) != ()
    assert head_of("Deputy Minister of Defence") == "minister"
