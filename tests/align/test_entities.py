"""Who's who over accounts: names joined, people kept apart, whatever the order of the accounts."""

from itertools import permutations

from evaluation.steps import annotated
from variorum.align.entities import RULES, align_entities
from variorum.model.alignment import Entity
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account


def _story(*texts: str) -> tuple[AnnotatedAccount, ...]:
    accounts = (Account(text=text, names=(f"{at}.txt",), outlet=str(at)) for at, text in enumerate(texts))
    return tuple(annotated(account, "sentences", "cast") for account in accounts)


def _persons(entities: tuple[Entity, ...]) -> set[str]:
    return {each.name for each in entities if each.kind == "person"}


def test_spellings_of_one_name_are_one_person() -> None:
    """Two transliterations; the other is an alias."""
    entities = align_entities(
        _story(
            "Foreign Minister Dmytro Havryliuk spoke on Monday.",
            "Foreign Minister Dmytro Havrylyuk spoke on Monday.",
        )
    )
    (person,) = [each for each in entities if each.kind == "person"]
    assert len(person.members) == 2
    assert {person.name, *person.aliases} >= {"Dmytro Havryliuk", "Dmytro Havrylyuk"}


def test_a_word_that_one_account_puts_before_a_name_is_not_the_names() -> None:
    """However they join: the form that the other account has too is the person's."""
    texts = ("President Ines Falk spoke.", "Plucky Ines Falk, the president, spoke. Falk left.", "Falk spoke.")
    assert _persons(align_entities(_story(*texts))) == {"Ines Falk"}


def test_a_surname_joins_the_one_who_bears_it() -> None:
    """An account that has only the surname means the person whom another names in full."""
    entities = align_entities(_story("President Ines Falk spoke.", "President Falk spoke."))
    assert _persons(entities) == {"Ines Falk"}


def test_a_surname_of_two_joins_neither() -> None:
    """Where two bear it alike, it stays apart: a false merge is worse than a split."""
    entities = align_entities(
        _story("Judge Ines Falk spoke.", "Judge Peter Falk spoke.", "Judge Falk spoke on Monday.")
    )
    assert _persons(entities) == {"Ines Falk", "Peter Falk", "Falk"}


def test_father_and_son_are_two() -> None:
    """`Jr.` tells them apart, even where one account has only the name without it."""
    entities = align_entities(
        _story("Senator Robert Keller spoke on Monday.", "His son, Robert Keller Jr., spoke on Monday.")
    )
    assert len([name for name in _persons(entities) if "Keller" in name]) == 2


def test_a_department_is_one_in_both_orders() -> None:
    """`Department of X` and `the X Department`, and spellings of a country."""
    entities = align_entities(
        _story("The Fisheries Department in Turkey closed.", "The Department of Fisheries in Türkiye closed.")
    )
    assert sorted(each.kind for each in entities) == ["country", "organization"]


def test_affiliation_points_to_an_entity() -> None:
    """The country of a title, as an index of the tuple."""
    entities = align_entities(_story("Norwegian Prime Minister Ines Falk spoke.", "Falk came from Norway, she said."))
    person = next(each for each in entities if each.name == "Ines Falk")
    assert person.affiliation is not None
    assert entities[person.affiliation].name == "Norway"


def test_who_is_tied_to_two_states_alike_is_tied_to_neither() -> None:
    """One account's slip against another's word: nobody serves two states; a third account decides."""
    told = ("Norwegian Prime Minister Ines Falk spoke.", "Chilean Prime Minister Ines Falk spoke.")
    homes = []
    for story in (told, (*told, "Norway's Prime Minister Ines Falk spoke again.")):
        entities = align_entities(_story(*story))
        home = next(each for each in entities if each.name == "Ines Falk").affiliation
        homes.append(None if home is None else entities[home].name)
    assert homes == [None, "Norway"]


def test_the_order_of_accounts_does_not_matter() -> None:
    """Every permutation gives the same entities in the same order."""
    story = _story(
        "President Ines Falk met Peter Falk in Oslo.",
        "President Falk left. The Norwegian leader smiled.",
        "Norway's president, Ines Falk, thanked Dmytro Havryliuk.",
    )
    first = align_entities(story)
    assert all(align_entities(order) == first for order in permutations(story))


def test_rules_are_named() -> None:
    """Every entity's rule is one of the module's."""
    known = {rule.id for rule in RULES}
    assert all(each.origin.rule in known for each in align_entities(_story("President Ines Falk met the UN.")))


def test_a_short_first_name_is_the_same_persons() -> None:
    """`Bob` and `Robert A.`; another surname, or both in one account, are two."""
    assert len(_persons(align_entities(_story("Mayor Bob Keller spoke.", "Mayor Robert A. Keller spoke.")))) == 1
    assert len(_persons(align_entities(_story("Mayor Bob Keller spoke.", "Mayor Robert Kestler spoke.")))) == 2
    both = "Mayor Bob Keller met Judge Robert Keller on Monday."
    assert _persons(align_entities(_story(both, "Judge Robert Keller spoke."))) == {"Bob Keller", "Robert Keller"}


def test_the_same_name_is_one_whatever_the_pronouns() -> None:
    """An account's `he` may be a slip; the full name is the same."""
    entities = align_entities(
        _story("Alex Trellin spoke. He left early.", "Alex Trellin, she said, spoke. Alex Trellin lost her keys.")
    )
    assert len([name for name in _persons(entities) if "Trellin" in name]) == 1


def test_a_number_behind_a_first_name_is_no_second_person() -> None:
    """`Margaret II` in two accounts is one queen, and not `Margaret III`."""
    entities = align_entities(
        _story("Queen Margaret II arrived.", "Queen Margaret II left.", "Queen Margaret III died.")
    )
    assert sorted(name for name in _persons(entities) if "Margaret" in name) == ["Margaret II", "Margaret III"]


def test_a_firm_that_one_account_takes_for_a_person_is_a_firm() -> None:
    """As many accounts say so; where somebody bears the name, he keeps it."""
    firm = _story("Vorlund Inc. lost the tender. Vorlund fell.", "A man saw Vorlund, and he told Vorlund said so.")
    assert "Vorlund" not in _persons(align_entities(firm))
    bearer = _story(
        "The Keller Company lost. Keller Inc. fell.", "Martin Keller spoke.", "Keller said that he would go."
    )
    assert _persons(align_entities(bearer)) == {"Martin Keller"}


def test_a_word_glued_to_a_name_is_no_part_of_it() -> None:
    """Where a space was lost, another account's name tells."""
    glued = "According to China DailyZhou Meilin, chief designer of the yard, said that it would stay."
    entities = align_entities(_story('"It will stay," Zhou Meilin, chief designer of the yard, told the Post.', glued))
    assert [name for name in _persons(entities) if "Meilin" in name] == ["Zhou Meilin"]
