"""Who's who in one account: names and their kinds, roles, phrases, pronouns, governments; two people stay two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.steps import annotated
from variorum.annotate.cast import RULES
from variorum.annotate.gazetteer import places
from variorum.model.markup import AnnotatedAccount, Referent
from variorum.model.text import Account


def _marked(text: str, title: str | None = None) -> AnnotatedAccount:
    return annotated(Account(text=text, names=("a.txt",), title=title), "sentences", "cast")


def _named(marked: AnnotatedAccount, name: str) -> Referent:
    found = [each for each in marked.referents if name in (each.name, *each.aliases)]
    assert len(found) == 1, [each.name for each in marked.referents]
    return found[0]


def _of(marked: AnnotatedAccount, words: str) -> Referent | None:
    """The referent of the last mention with these words."""
    mention = [each for each in marked.mentions if each.text == words][-1]
    return None if mention.referent is None else marked.referents[mention.referent]


def test_a_full_name_teaches_its_surname() -> None:
    """The surname alone is the same person, whatever the parser takes it for."""
    marked = _marked("Judge Marta Quill opened the hearing. Quill heard nine witnesses. Later Quill left.")
    person = _named(marked, "Marta Quill")
    assert person.kind == "person"
    assert len(person.mentions) == 3


@pytest.mark.parametrize("feast", ["Christmas Eve", "Boxing Day", "Easter Monday"])
def test_a_feast_is_nobody(feast: str) -> None:
    """It says when, whatever the parser takes it for."""
    marked = _marked(f"{feast} brought snow to the village. {feast} told visitors to stay at home.")
    assert feast not in {each.name for each in marked.referents}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Ministry of Inland Fisheries published the list.", "organization"),
        ("The Customs and River Protection Agency published the list.", "organization"),
        ("The list was published in Norway.", "country"),
        ("The envoy, Deputy Foreign Minister Tomas Brandl, published the list.", "person"),
    ],
)
def test_kinds_are_told_by_the_words(text: str, kind: str) -> None:
    """Words of organizations, the gazetteer and titles settle a kind."""
    assert kind in {each.kind for each in _marked(text).referents}


@pytest.mark.parametrize("name", ["Vesl-i-Nord", "Brunhold"])
def test_the_town_of_somewhere_is_a_place(name: str) -> None:
    """Whatever the parser takes the name for: the noun before it says what it is, there and elsewhere."""
    marked = _marked(f"A lorry hit a wall in the northern town of {name}. The road to {name} was closed.")
    town = _named(marked, name)
    assert town.kind == "place"
    assert len(town.mentions) == 2


def test_towns_are_known_without_their_accents() -> None:
    """News spell `Córdoba` and `Kandahār` as it comes."""
    assert {"Córdoba", "Cordoba", "Kandahār", "Kandahar"} <= places()


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Deputy Foreign Minister Tomas Brandl spoke.", "Tomas Brandl", "Deputy Foreign Minister"),
        ("Tomas Brandl, the head of the river authority, spoke.", "Tomas Brandl", "the head of the river authority"),
        ("The ministry's spokeswoman, Ines Falk, spoke on Monday.", "Ines Falk", "The ministry's spokeswoman"),
        ("She came with her husband Peter Falk.", "Peter Falk", "her husband"),
        ("Tomas Brandl is a fisherman from the north.", "Tomas Brandl", "a fisherman from the north"),
    ],
)
def test_roles_are_the_accounts_own_words(text: str, name: str, title: str) -> None:
    """Before the name, beside it, ahead of it with a comma, after `is`; the span holds the title."""
    marked = _marked(text)
    role = _named(marked, name).roles[0]
    assert role.title == title
    assert text[role.span.start : role.span.end] == title


def test_former_is_said_only_where_the_words_say_so() -> None:
    """A former minister is former, a minister is not."""
    marked = _marked("Former Defense Minister Tomas Brandl met Finance Minister Ines Falk.")
    assert _named(marked, "Tomas Brandl").roles[0].former
    assert not _named(marked, "Ines Falk").roles[0].former


def test_a_list_of_ministers_keeps_each_with_his_own() -> None:
    """The title and name that follow a comma are not the role of the person before it."""
    marked = _marked("With him came Foreign Minister Tomas Brandl, Defense Minister Ivo Maric, and General Jan Holub.")
    assert [role.title for role in _named(marked, "Tomas Brandl").roles] == ["Foreign Minister"]
    assert [role.title for role in _named(marked, "Ivo Maric").roles] == ["Defense Minister"]


def test_affiliation_comes_from_the_role() -> None:
    """The country that a title names, or that owns it."""
    marked = _marked("Norwegian Prime Minister Ines Falk met Chile's foreign minister, Tomas Brandl, in Madrid.")
    assert _named(marked, "Ines Falk").affiliation == "Norway"
    assert _named(marked, "Tomas Brandl").affiliation == "Chile"


def test_whom_an_envoy_is_sent_to_is_not_whose_he_is() -> None:
    """A land's name before such a word says to where or on what; its adjective or possessive says whose."""
    marked = _marked("The Chile envoy, Ines Falk, met the Norwegian envoy, Tomas Brandl, in Madrid.")
    assert _named(marked, "Ines Falk").affiliation is None
    assert _named(marked, "Tomas Brandl").affiliation == "Norway"


def test_nobody_goes_by_an_article() -> None:
    """A river that the gazetteer does not know is no person, whatever the parser says; a surname without one is."""
    marked = _marked("The Brunnow may glitter in spring. Boats crossed the Brunnow on Monday. Marta Quill waved.")
    assert {each.name for each in marked.referents if each.kind == "person"} == {"Marta Quill"}


def test_a_phrase_for_another_office_ties_nobody_to_a_state() -> None:
    """After "President Falk", "the Chilean leader" is somebody else; "the Norwegian president" is the president."""
    marked = _marked("President Ines Falk will see the Chilean leader in May. Falk spoke on Monday.")
    assert _named(marked, "Ines Falk").affiliation is None
    marked = _marked("President Ines Falk spoke on Monday. The Norwegian president will be back in May.")
    assert _named(marked, "Ines Falk").affiliation == "Norway"


def test_a_capital_is_the_party_or_the_city() -> None:
    """`Oslo insisted` is Norway's government, `talks in Oslo` the city."""
    marked = _marked("Oslo insisted on a new treaty. The talks were held in Oslo on Monday.")
    kinds = [(each.form, marked.referents[each.referent].name) for each in marked.mentions if each.referent is not None]
    assert kinds == [("metonym", "Norway"), ("name", "Oslo")]


def test_a_phrase_is_linked_by_role_and_country() -> None:
    """`the Norwegian leader` is the one whom the account calls Norway's prime minister."""
    marked = _marked(
        "Norwegian Prime Minister Ines Falk met Chilean President Tomas Brandl. The Norwegian leader smiled."
    )
    who = _of(marked, "The Norwegian leader")
    assert who is not None
    assert who.name == "Ines Falk"


def test_a_phrase_without_ground_stays_open() -> None:
    """Nobody in the account is a pilot: the phrase has no referent."""
    marked = _marked("Norwegian Prime Minister Ines Falk left at noon. The pilot waited.")
    assert _of(marked, "The pilot") is None


def test_pronouns_follow_gender_and_grammar() -> None:
    """`she` is the woman, and an object is not its own subject."""
    marked = _marked("Ines Falk met Tomas Brandl on Monday. She thanked him for the letter.")
    she, him = _of(marked, "She"), _of(marked, "him")
    assert she is not None
    assert him is not None
    assert (she.name, him.name) == ("Ines Falk", "Tomas Brandl")


def test_namesakes_are_two() -> None:
    """Two first names with one surname are two persons; a form of address tells which is meant."""
    marked = _marked("Ines Falk and Peter Falk own the mill. Mrs. Falk runs it. Mr. Falk keeps the books.")
    assert {"Ines Falk", "Peter Falk"} <= {each.name for each in marked.referents}
    hers, his = _named(marked, "Ines Falk"), _named(marked, "Peter Falk")
    assert len(hers.mentions) == len(his.mentions) == 2


def test_one_who_is_called_by_the_surname_first_is_not_the_namesake() -> None:
    """`President Falk` all along, then his wife's full name: two persons."""
    marked = _marked("President Falk spoke on Monday. Falk was brief. His wife Ines Falk smiled. President Falk left.")
    assert len([each for each in marked.referents if "Falk" in each.name]) == 2


def test_an_acronym_joins_its_long_form() -> None:
    """The short form in capitals is the body whose initials it has."""
    marked = _marked("The River Protection Agency sent boats. RPA boats came late, the RPA said.")
    assert "RPA" in _named(marked, "River Protection Agency").aliases


def test_dictionary_words_in_a_title_are_no_persons() -> None:
    """A line in title case names nobody by its capitals alone."""
    marked = _marked("Fragile Hopes, Hard Choices\n\nThe council met on Monday and went home again early.")
    assert not [each for each in marked.referents if each.kind in ("person", "organization")]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="AnaFalk .,'’“\"\n\u202e\x00-()Mr", max_size=120))
def test_any_text_has_a_cast_that_holds_together(text: str) -> None:
    """Spans hold the mentions' text, indices point both ways, every rule is known, no referent is empty."""
    marked = _marked(text)
    known = {rule.id for rule in RULES}
    for at, mention in enumerate(marked.mentions):
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.origin.rule in known
        if mention.referent is not None:
            assert at in marked.referents[mention.referent].mentions
    for referent in marked.referents:
        assert referent.name
        assert referent.mentions


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Atlas Shipping co-chairman Ines Falk opened the yard.", "Atlas Shipping co-chairman"),
        ("Norway's Deputy Foreign Minister Ines Falk opened the yard.", "Norway's Deputy Foreign Minister"),
        ("A note by Brandl Maric & Holm analyst Ines Falk moved shares.", "Brandl Maric & Holm analyst"),
        ("The plan was drawn up by former shipyard owner and mayor Ines Falk.", "former shipyard owner and mayor"),
        (
            "Ines Falk, an analyst at the bank Brandl, Maric & Holm, wrote a note.",
            "an analyst at the bank Brandl, Maric & Holm",
        ),
        (
            'Ines Falk, author of the book "Salt and Rope" and a sailor, spoke.',
            'author of the book "Salt and Rope"',
        ),
        ("The strike hurt Norway. Norway's minister, Ines Falk, left early.", "Norway's minister"),
    ],
)
def test_a_role_keeps_what_it_is_of(text: str, title: str) -> None:
    """Neither a hyphen, an ampersand, an owner nor a quoted title cuts it."""
    assert title in [role.title for role in _named(_marked(text), "Ines Falk").roles]


def test_then_is_former() -> None:
    """An office that somebody held then is told so."""
    (role,) = _named(_marked("The pact was signed by then-Prime Minister Ines Falk in Oslo."), "Ines Falk").roles
    assert (role.title, role.former) == ("then-Prime Minister", True)


def test_two_offices_with_an_article_may_be_two_persons() -> None:
    """`The owner and mayor Ines Falk` gives her the nearer one alone."""
    marked = _marked("The meeting was called by the owner and mayor Ines Falk.")
    assert [role.title for role in _named(marked, "Ines Falk").roles] == ["mayor"]


def test_a_phrase_by_another_office_is_no_role() -> None:
    """The king of somewhere is not the president who was named last, nor the director of a land's museum its own."""
    marked = _marked("President Tomas Brandl opened the fair in May. The king of Brunhold visited the fair, too.")
    assert [role.title for role in _named(marked, "Tomas Brandl").roles] == ["President"]
    marked = _marked(
        "Harbour director Tomas Brandl flew home. He had met the director of Norway's National Fishery Service."
    )
    assert [role.title for role in _named(marked, "Tomas Brandl").roles] == ["Harbour director"]


def test_a_paper_with_an_owner_in_its_name_is_nobody() -> None:
    """`The People's Daily` is no person Daily, whatever a pronoun after it says."""
    marked = _marked(
        "The People’s Daily, a state-controlled newspaper, said on Monday that the list was wrong. She wrote no more."
    )
    assert not [each.name for each in marked.referents if each.kind == "person"]
