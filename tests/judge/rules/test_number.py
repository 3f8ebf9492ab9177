"""Numbers: one thing counted twice, and differently."""

from dataclasses import replace

import pytest

from tests.judge.made import did, told
from tests.report.made import Made
from variorum.judge.divergences import SHOWN
from variorum.judge.rules import sameness
from variorum.judge.rules.found import Candidate
from variorum.judge.rules.number import counted
from variorum.model.alignment import Alignment, Key, Pair
from variorum.model.text import Span


def _account(text: str, outlet: str, unit: str = "miner", kind: str = "count", published: str = "2024-03-05") -> Made:
    """An account of one sentence, whose numbers in figures all count one unit."""
    account = Made(f"{text}.", outlet, published)
    for word in text.split():
        figure = word.strip("$,")
        if figure.isdigit():
            account.counts(word, float(figure), float(figure), unit, kind)
    account.says(text)
    return account


def _found(*accounts: Made, same: float = 0.8) -> list[Candidate]:
    keys = sorted(Key(each.account.id, at) for each in accounts for at in range(len(each.claims)))
    pairs = tuple(Pair(a, b, same) for at, a in enumerate(keys) for b in keys[at + 1 :])
    return [each for each in counted(told(*accounts), Alignment(pairs=pairs)) if each.found.score >= SHOWN]


def _values(*texts: str, same: float = 0.8, unit: str = "miner", kind: str = "count") -> list[set[str]]:
    accounts = (_account(text, f"Outlet {at}", unit, kind) for at, text in enumerate(texts))
    return [set(each.found.values) for each in _found(*accounts, same=same)]


def test_two_numbers_of_one_unit_differ() -> None:
    """12 miners are not 20 miners; both values stand in the finding."""
    (found,) = _found(
        _account("12 miners were rescued from the shaft", "Herald"),
        _account("20 miners were rescued from the shaft", "Courier"),
    )
    assert (found.found.kind, set(found.found.values), found.found.severity) == ("number", {"12", "20"}, "conflict")


def _loosely(outlet: str, words: str, low: float, high: float) -> Made:
    account = Made(f"{words} of miners were rescued from the shaft.", outlet)
    account.counts(words, low, high, "miner")
    account.says(f"{words} of miners were rescued from the shaft")
    return account


def test_words_of_size_differ_by_their_steps() -> None:
    """Tens of thousands are not hundreds of thousands, however far apart their middles are."""
    tens = _loosely("Herald", "tens of thousands", 20_000, 99_999)
    hundreds = _loosely("Courier", "hundreds of thousands", 200_000, 999_999)
    (found,) = _found(tens, hundreds, same=0.4)
    assert set(found.found.values) == {"tens of thousands", "hundreds of thousands"}
    assert not _found(tens, _loosely("Courier", "tens of millions", 20e6, 99e6), same=0.4)


def test_a_word_of_size_elsewhere_is_not_both_values() -> None:
    """That thousands of others were hurt does not show that an account knows of two numbers of those rescued."""
    loose = _loosely("Courier", "hundreds of thousands", 200_000, 999_999)
    more = Made(
        "hundreds of thousands of miners were rescued from the shaft. thousands of miners were hurt.", "Courier"
    )
    more.counts("hundreds of thousands", 200_000, 999_999, "miner")
    more.says("hundreds of thousands of miners were rescued from the shaft")
    at = more.account.text.rindex("thousands")
    more.quantities.append(
        replace(more.quantities[-1], evidence=(Span(more.account.id, at, at + 9),), text="thousands", low=2e3, high=1e6)
    )
    more.says("thousands of miners were hurt")
    tens = _loosely("Herald", "tens of thousands", 20_000, 99_999)
    assert len(_found(tens, loose, same=0.4)) == len(_found(tens, more, same=0.4)) == 1


def test_one_number_is_no_difference() -> None:
    """What both say is agreed."""
    assert _values("12 miners were rescued from the shaft", "12 miners came up the shaft alive") == []


def test_a_part_beside_its_whole_is_no_difference() -> None:
    """An account that gives both numbers knows of two things."""
    assert _values("12 miners were rescued, 3 miners of them hurt", "3 miners were rescued") == []


def test_parts_that_make_up_the_other_number_are_no_difference() -> None:
    """15 and 3 are 18."""
    assert _values("15 miners and 3 miners were held", "18 miners were held by police") == []
    assert _values("15 miners were held", "18 miners were held by police") == [{"15", "18"}]


def test_a_third_account_that_gives_both_settles_it() -> None:
    """Whoever gives both values shows that they are of two things."""
    both = "12 miners were rescued from the shaft and 9 miners from the pit"
    assert _values("12 miners were rescued", "9 miners were rescued", both) == []


def test_claims_about_different_things_are_not_compared() -> None:
    """Where neither the words nor the pair scorer bring them together, two numbers of a unit count two things."""
    assert _values("12 miners were rescued at dawn", "30 miners marched on the capital", same=0.1) == []


def test_other_units_are_not_compared() -> None:
    """Twelve miners and twenty lamps are no contradiction."""
    one, two = _account("12 miners came up", "Herald"), _account("20 lamps came up", "Courier", "lamp")
    assert _found(one, two) == []


def test_what_money_is_of_must_be_the_same() -> None:
    """A fine and a debt may be of any size; two fines are compared, whatever else their sentences say."""
    fines = "The court set a $40 fine for the mill", "It was the $50 penalty for the mill that closed it"
    assert _values(*fines, unit="US dollar", kind="money") == [{"$40", "$50"}]
    debts = "The court set a $40 fine for the mill", "It was the $50 debt of the mill that closed it"
    assert _values(*debts, unit="US dollar", kind="money") == []


@pytest.mark.parametrize(
    "texts",
    [
        ("The first offer was $40 for the mill", "The new offer was $50 for the mill"),
        ("The offer rose from $40 for the mill", "The offer rose to $50 for the mill"),
    ],
)
def test_before_and_after_a_change_are_two_figures(texts: tuple[str, str]) -> None:
    """An offer that has risen was both."""
    assert _values(*texts, unit="US dollar", kind="money") == []


def test_figures_orders_apart_are_of_two_things() -> None:
    """Nobody takes twenty for a thousand."""
    assert _values("20 miners were rescued from the shaft", "1000 miners were rescued from the shaft") == []


def test_a_count_that_has_grown_is_an_update() -> None:
    """A later account has more; one that has fewer contradicts."""
    early, late = "12 miners were found in the shaft", "20 miners were found in the shaft"
    (grown,) = _found(_account(early, "Herald"), _account(late, "Courier", published="2024-03-07"))
    (shrunk,) = _found(_account(late, "Herald"), _account(early, "Courier", published="2024-03-07"))
    assert (grown.found.severity, shrunk.found.severity) == ("update", "conflict")


def test_a_length_does_not_grow() -> None:
    """What a crane weighs is the same on both days."""
    texts = "The 40 crane fell on the quay", "The 45 crane fell on the quay"
    one, two = (
        _account(text, f"Outlet {at}", "tonne", "measure", f"2024-03-0{at + 5}") for at, text in enumerate(texts)
    )
    (found,) = _found(one, two)
    assert found.found.severity == "conflict"


def test_one_difference_has_all_its_claims() -> None:
    """Three accounts and two values are one finding."""
    text = "{} miners were rescued from the shaft"
    (found,) = _found(*(_account(text.format(each), f"Outlet {each}{at}") for at, each in enumerate((12, 20, 20))))
    assert sorted((len(found.first), len(found.second))) == [1, 2]


def _scorer(name: str, outlet: str, goals: int) -> Made:
    account = Made(f"{name} scored {goals} goals this winter.", outlet)
    account.who(name, name)
    account.counts(str(goals), goals, goals, "goal")
    account.says(f"{name} scored {goals} goals this winter", frame=did(account, "score", "scored", name))
    return account


@pytest.mark.parametrize(("name", "differ"), [("Ada Holt", 1), ("Holt", 1), ("Mia Berg", 0)])
def test_what_two_people_did_is_two_things(name: str, differ: int) -> None:
    """Goals of one player under two names are compared, those of two players never."""
    one, two = _scorer("Ada Holt", "Herald", 12), _scorer(name, "Courier", 14)
    claims = told(one, two)
    pairs = (Pair(claims[0].key, claims[1].key, 0.8),)
    assert sum(each.found.score >= SHOWN for each in counted(claims, Alignment(pairs=pairs))) == differ


def _harmed(outlet: str, number: int, verb: str, rest: str) -> Made:
    account = Made(f"The blast {verb} {number} people {rest}.", outlet)
    account.counts(str(number), number, number, "people")
    frame = did(account, verb.removesuffix("d"), verb, "The blast", [("patient", f"{number} people")])
    account.says(f"The blast {verb} {number} people {rest}", frame=frame)
    return account


@pytest.mark.parametrize(("verb", "differ"), [("injured", 1), ("amused", 0)])
def test_an_event_has_one_count_of_those_hurt(verb: str, differ: int) -> None:
    """Five and two injured may stand in sentences with little else in common; those amused are any."""
    one, two = _harmed("Herald", 5, verb, "at the old mill"), _harmed("Courier", 2, verb, "late in the night")
    assert len(_found(one, two, same=0.1)) == differ


def test_two_who_reckon_reckon_one_thing() -> None:
    """Of those who put the length at 12 and at 14 metres neither is twelve metres long."""
    made = []
    for name, length in (("Ada Holt", 12), ("Mia Berg", 14)):
        account = Made(f"{name} puts the hull at {length} metres.", f"The {name}")
        account.who(name, name)
        account.counts(f"{length} metres", length, length, "metre", "measure")
        frame = did(account, "put", "puts", name, [("patient", "the hull")])
        account.says(f"{name} puts the hull at {length} metres", frame=frame)
        made.append(account)
    one, two = told(*made)
    (found,) = counted((one, two), Alignment(pairs=(Pair(one.key, two.key, 0.8),)))
    assert found.found.score >= SHOWN


def test_how_many_of_a_run_are_looked_at_is_no_count() -> None:
    """They may have come on the first two shifts as well as on the first five."""
    assert _values("Miners came on their first 2 shifts", "Miners came on their first 5 shifts", unit="shift") == []
    assert _values("Miners came on their 2 shifts", "Miners came on their 5 shifts", unit="shift") == [{"2", "5"}]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Rescuers brought 12 miners up", "Rescuers brought 20 miners up"), [{"12", "20"}]),
        (("Rescuers brought 12 more miners up", "Rescuers brought 20 miners up"), []),
        (("Rescuers brought 12 more miners up", "Rescuers brought 20 more miners up"), [{"12", "20"}]),
        (("Rescuers brought 12 more than feared up", "Rescuers brought 20 more than feared up"), [{"12", "20"}]),
    ],
)
def test_what_comes_on_top_is_not_the_whole(texts: tuple[str, str], found: list[set[str]]) -> None:
    """Twelve more may be the last of twenty."""
    assert _values(*texts) == found


def test_the_first_of_something_else_is_no_earlier_figure() -> None:
    """A first offer of 12 is compared with a first one of 20; 12 on a first day is not."""
    assert _values("a first bid of 12 is out", "an initial proposal of 20 came", same=0.0) == [{"12", "20"}]
    assert _values("Norland took 12 on the first day", "Sudmark lost 20 in the first half", same=0.0) == []


@pytest.mark.parametrize("rest", ["-3 over the miners", "th of the miners"])
def test_scores_and_ordinals_count_nothing(rest: str) -> None:
    """A side that is 52-3 has no 52 of anything; nor has one that hails its 52nd."""
    made = []
    for at, number in enumerate((52, 47)):
        account = Made(f"The side stands at its {number}{rest}.", f"Outlet {at}")
        account.counts(str(number), number, number, "miner")
        account.says(f"The side stands at its {number}{rest}")
        made.append(account)
    assert _found(*made) == []


@pytest.mark.parametrize(("words", "differ"), [("population", 1), ("budget", 0)])
def test_a_number_without_a_unit_is_of_the_noun_before_it(words: str, differ: int) -> None:
    """A population of 900 is not 700 residents; a budget of 900 has nothing to do with them."""
    one, two = Made(f"The island has a {words} of 900.", "Herald"), Made("The island has 700 residents.", "Courier")
    one.counts("900", 900, 900, "")
    two.counts("700", 700, 700, "resident")
    one.says(f"The island has a {words} of 900")
    two.says("The island has 700 residents")
    assert len(_found(one, two)) == differ


def test_shares_need_more_than_numbers() -> None:
    """Of what a share is, its sentence often does not say: what would do for a count does not do for it."""
    texts = "12 of the shaft were rescued", "14 of the town were rescued"
    assert _values(*texts, same=0.4) == [{"12", "14"}]
    assert _values(*texts, unit="percent", kind="percent", same=0.4) == []


def test_very_many_figures_are_compared_where_claims_are_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    """A story of hundreds of accounts is compared in time; what the pair scorer brings together is not lost."""
    monkeypatch.setattr(sameness, "CROWDED", 1)
    texts = "12 miners were rescued from the shaft", "20 miners were rescued from the shaft"
    one, two = (_account(text, f"Outlet {at}") for at, text in enumerate(texts))
    assert len(_found(one, two)) == 1
    assert list(counted(told(one, two), Alignment())) == []


def test_ordinals_count_nothing() -> None:
    """The third and the fourth day are no amounts."""
    texts = "Divers reached shaft 3 today", "Divers reached shaft 4 today"
    assert _values(*texts, unit="shaft", kind="ordinal") == []


def test_a_verb_of_prices_is_no_verb_of_lengths() -> None:
    """A stone that fell 12 and 15 metres did not fall further since; a share did."""
    severities = []
    for unit, kind in (("US dollar", "money"), ("metre", "measure")):
        made = []
        for at, text in enumerate(("Shares fell 12 in price", "Shares fell 15 in price")):
            account = Made(f"{text}.", f"Outlet {at}", f"2024-03-0{at + 5}")
            account.counts(text.split()[2], float(text.split()[2]), float(text.split()[2]), unit, kind)
            account.says(text, frame=did(account, "fall", "fell", "Shares"))
            made.append(account)
        (found,) = _found(*made, same=0.9)
        severities.append(found.found.severity)
    assert severities == ["update", "conflict"]
