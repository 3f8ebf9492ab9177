"""Names that stand run together, things that are no persons, and roles that are no roles."""

import pytest

from evaluation.steps import annotated
from variorum.model.markup import AnnotatedAccount, Referent
from variorum.model.text import Account


def _marked(text: str, title: str | None = None) -> AnnotatedAccount:
    return annotated(Account(text=text, names=("a.txt",), title=title), "sentences", "cast")


def _names(marked: AnnotatedAccount) -> set[str]:
    return {each.name for each in marked.referents}


def _one(marked: AnnotatedAccount, name: str) -> Referent:
    (found,) = [each for each in marked.referents if name in (each.name, *each.aliases)]
    return found


def _persons(marked: AnnotatedAccount) -> set[str]:
    return {each.name for each in marked.referents if each.kind == "person"}


def test_a_name_told_twice_is_one() -> None:
    """A picture's label runs into its sentence."""
    marked = _marked(
        "Martin Keller Martin Keller waved to the crowd on Sunday. Martin Keller left early, and Keller did not return."
    )
    assert "Martin Keller Martin Keller" not in _names(marked)
    assert _one(marked, "Keller").name == "Martin Keller"


def test_a_shouted_word_is_no_part_of_a_name() -> None:
    """`CLOSE` stands before a caption."""
    marked = _marked("CLOSE Susan Keller says that the pier was shut. Susan Keller lives there.")
    assert _persons(marked) == {"Susan Keller"}


def test_a_company_before_its_officer_is_cut_off() -> None:
    """The company is named by itself, often."""
    marked = _marked(
        "Vorlund lost the tender. Shares of Vorlund fell. Analysts blamed Vorlund for the loss. "
        "A man from Vorlund Richard Keller spoke to the press."
    )
    assert "Richard Keller" in _persons(marked)
    assert not any("Vorlund" in name for name in _persons(marked))


def test_letters_of_somebody_are_not_somebody() -> None:
    """A plural thing behind a name that stands alone elsewhere; a surname in the plural stays."""
    marked = _marked(
        'The judge named Martin Keller on Monday. "Martin Keller Letters show all," she wrote. Bill Rivers agreed.'
    )
    assert _persons(marked) == {"Martin Keller", "Bill Rivers"}


@pytest.mark.parametrize(
    "text",
    [
        "BrightSky said that it would wait. BrightSky told its customers so.",
        "Tormund shareholders met on Monday. Tormund told them to wait.",
    ],
)
def test_products_and_companies_are_no_persons(text: str) -> None:
    """Capitals within, what only a company has."""
    assert not _persons(_marked(text))


def test_a_pronoun_makes_no_town_a_person() -> None:
    """Nor a name of dictionary words: who is meant stays open."""
    marked = _marked("A user wrote that her parents in Wakefield, New Hampshire, thought it was thunder.")
    assert "New Hampshire" not in _persons(marked)


def test_a_title_that_stands_alone_may_be_a_name() -> None:
    """Where it does so often, as an artist's."""
    marked = _marked(
        "The city mourned Prince on Monday. Fans sang songs by Prince all night, and Prince was on every wall. "
        "Crowds had come to hear of Prince again."
    )
    assert "Prince" in _names(marked)


@pytest.mark.parametrize(
    "text",
    [
        "The suit names Martin Keller, as defendants, with his firm.",
        "They greeted Martin Keller, city officials, and the crowd.",
        "The lion dragged the child, Martin Keller said.",
        "The photograph shows Martin Keller, center, at a meeting.",
        '"Martin Keller was a good guy," a neighbour said.',
    ],
)
def test_what_is_no_role(text: str) -> None:
    """A plural, somebody else, a place in a picture, praise in somebody's mouth."""
    found = [each for each in _marked(text).referents if "Keller" in each.name]
    assert found
    assert not any(each.roles for each in found)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They saw Martin Keller, a singer with whom Susan Holt had quarrelled.", "a singer"),
        ("They met Susan Keller, the first woman to", "the first woman"),
        (
            "Martin Keller, a top official in charge of dams during the drought, spoke.",
            "a top official in charge of dams",
        ),
    ],
)
def test_a_role_ends_before_what_is_told_of_it(text: str, title: str) -> None:
    """At a relative word, an infinitive, a time."""
    (person,) = [each for each in _marked(text).referents if "Keller" in each.name]
    assert [role.title for role in person.roles] == [title]


def test_a_role_that_ends_in_another_name_is_that_ones() -> None:
    """`son-in-law Peter Falk` after the name of a son."""
    marked = _marked("The suit is against his son, Martin Keller, son-in-law Peter Falk, and an aide.")
    assert all("Falk" not in role.title for role in _one(marked, "Martin Keller").roles)


def test_a_surname_that_comes_first() -> None:
    """`Mr Zhou` is Zhou Lanfen; `Mr Peter` is nobody's surname here."""
    marked = _marked("The plan is by Zhou Lanfen, an engineer. Mr Zhou told the paper so.")
    assert _one(marked, "Zhou Lanfen").aliases == ("Zhou",)


@pytest.mark.parametrize(
    "text",
    [
        "In May, a harbour pilot showed pictures of the island.",
        "Last March, a nurse from Graz found the boat.",
    ],
)
def test_a_month_is_nobody(text: str) -> None:
    """Not even before words that would introduce a person of that name."""
    assert not [each for each in _marked(text).referents if each.kind == "person"]


def test_who_is_called_like_a_month() -> None:
    """A name is one without a word of time before it."""
    assert _one(_marked("Susan May, a harbour pilot, showed pictures of the island."), "Susan May").kind == "person"
