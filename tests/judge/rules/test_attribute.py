"""Ages: of one thing or one person, told twice and differently."""

from tests.report.made import Made, entity
from variorum.judge.rules.attribute import attributes
from variorum.judge.rules.slots import partings
from variorum.judge.told import told_of
from variorum.model.alignment import Alignment


def _partings(*texts: str, person: str = "", dated: str = "") -> list[list[str]]:
    accounts = []
    for at, text in enumerate(texts):
        account = Made(f"{text}.", f"Outlet {at}")
        if person and person in text:
            account.who(person, person)
        if dated and dated in text:
            account.when(dated, dated, "year")
        account.says(text)
        accounts.append(account)
    alignment = Alignment(entities=(entity(accounts, person),) if person else ())
    told = tuple(told_of([each.done() for each in accounts], alignment).values())
    found = partings(attributes(told, alignment))
    return [sorted((each.first[0].shown, each.second[0].shown)) for each in found]


def test_one_pony_of_two_ages() -> None:
    """Figures in numbers and in words are compared."""
    assert _partings("A 4-year-old pony ran off", "Keepers caught the five-year-old pony") == [
        ["4-year-old", "five-year-old"]
    ]
    assert _partings("A four-year-old pony ran off", "Keepers caught the 4-year-old pony") == []


def test_a_boy_is_a_child() -> None:
    """Words for one kind of thing are one slot."""
    assert _partings("A 4-year-old boy fell", "The 5-year-old child is well") == [["4-year-old", "5-year-old"]]


def test_what_stands_behind_a_bracket_is_not_what_is_aged() -> None:
    """Of two riders with their wins in brackets, the wins have no age."""
    assert _partings("The 32-year-old Holm (5 wins) rode", "The 33-year-old Berg (7 wins) rode") == []


def test_two_things_of_unlike_age_are_no_answer() -> None:
    """An account with two ponies does not say which one is meant; ages far apart are of two."""
    assert _partings("A 4-year-old pony chased a 9-year-old pony", "The 5-year-old pony was caught") == []
    assert _partings("A 4-year-old pony ran off", "The 19-year-old pony was caught") == []


def test_what_happened_long_ago_is_of_another() -> None:
    """The pony of 1996 is not this one."""
    texts = "A 4-year-old pony ran off", "A 5-year-old pony ran off in 1996"
    assert _partings(*texts, dated="1996") == []


def test_a_person_is_known_by_name() -> None:
    """Before the name or after it, the age is theirs; another's is not."""
    texts = "Ida Varga, 61, was cleared", "The court heard 63-year-old Ida Varga"
    assert _partings(*texts, person="Ida Varga") == [["61", "63"]]
    assert _partings("Ida Varga, 61, was cleared", "Her son, 63, was not", person="Ida Varga") == []
