"""Dates: one happening on two days; the first since two different times."""

from dataclasses import replace

from tests.judge.made import did, pairing, told
from tests.report.made import Made
from variorum.judge.rules.date import dated, since
from variorum.judge.rules.found import Pairing
from variorum.judge.rules.slots import partings
from variorum.model.alignment import Alignment


def _pair(left: tuple[str, str], right: tuple[str, str], *, grouped: bool = True) -> Pairing:
    made = []
    for outlet, (words, value) in (("Herald", left), ("Courier", right)):
        account = Made(f"The bridge fell {words}.", outlet)
        account.when(words, value)
        account.says(f"The bridge fell {words}")
        made.append(account)
    return pairing(*made, same=0.9, grouped=grouped)


def test_days_apart_differ() -> None:
    """Monday's fall is not Wednesday's."""
    found = dated(_pair(("on Monday", "2024-03-04"), ("on Wednesday", "2024-03-06")))
    assert found is not None
    assert found.kind == "date"


def test_a_day_lies_in_its_month() -> None:
    """A coarser time that holds the finer one agrees with it."""
    assert dated(_pair(("on Monday", "2024-03-04"), ("in March", "2024-03"))) is None


def test_claims_of_two_groups_are_two_happenings() -> None:
    """Without a group in common, two days are two falls."""
    assert dated(_pair(("on Monday", "2024-03-04"), ("on Wednesday", "2024-03-06"), grouped=False)) is None


def _met(outlet: str, text: str, when: tuple[str, str, str], published: str = "2024-03-06") -> Made:
    """Varga met Olsen, at a time: its words, value and anchor."""
    words, value, anchor = when
    account = Made(f"{text}.", outlet, published)
    for name in ("Varga", "Olsen"):
        account.who(name, name)
    account.when(words, value)
    account.timexes[-1] = replace(account.timexes[-1], anchor=anchor)
    account.says(text, frame=did(account, "met", "met", "Varga", [("patient", "Olsen"), ("when", words)]))
    return account


def _fell(outlet: str, day: str, role: str = "on") -> Made:
    """The bridge fell on a day of the week; no publication date tells which."""
    account = Made(f"The bridge fell on {day}.", outlet, None)
    account.when(day, "")
    account.timexes[-1] = replace(account.timexes[-1], value=None, anchor="published")
    account.says(f"The bridge fell on {day}", frame=did(account, "fall", "fell", "The bridge", [(role, day)]))
    return account


def test_days_of_the_week_need_no_calendar() -> None:
    """Whichever week it was, Monday is not Tuesday; tonight may be either, and so may a day that dates no verb."""
    monday = _fell("Herald", "Monday night")
    found = dated(pairing(monday, _fell("Courier", "Tuesday")))
    assert found is not None
    assert found.values == ("Monday night", "Tuesday")
    assert dated(pairing(monday, _fell("Courier", "Monday"))) is None
    assert dated(pairing(monday, _fell("Courier", "tonight"))) is None
    assert dated(pairing(monday, _fell("Courier", "Tuesday", role="of"))) is None
    assert dated(pairing(monday, _fell("Courier", "Tuesday"), grouped=False)) is None


def test_one_deed_of_two_people_needs_no_group() -> None:
    """Where the same two do the same, two days are one divergence, though the words around differ."""
    one = _met("Herald", "Varga met Olsen last week", ("last week", "2024-W09", "published"))
    two = _met("Courier", "Varga met Olsen over dinner at Easter", ("at Easter", "2024-02-12", ""))
    found = dated(pairing(one, two, same=0.4, grouped=False))
    assert found is not None
    assert dated(pairing(one, two, same=0.1, grouped=False)) is None


def test_the_same_words_of_two_days_of_publication() -> None:
    """ "Last week" is told from the day of publication, which may be wrong: no divergence rests on it alone."""
    text = "Varga met Olsen last week"
    one = _met("Herald", text, ("last week", "2024-W09", "published"))
    two = _met("Courier", text, ("last week", "2024-W11", "published"))
    assert dated(pairing(one, two, grouped=False)) is None
    later = _met("Post", "Varga met Olsen on Monday", ("on Monday", "2024-03-18", "published"), "2024-03-20")
    assert dated(pairing(one, later, grouped=False)) is None


def test_a_span_is_no_day() -> None:
    """What falls between May and July may fall in June."""
    assert dated(_pair(("between May", "2024-05"), ("in June", "2024-06"))) is not None
    spanned = Made("The bridge fell between May and July.", "Herald")
    spanned.when("May", "2024-05", "month")
    spanned.when("July", "2024-07", "month")
    spanned.says("The bridge fell between May and July")
    june = Made("The bridge fell in June.", "Courier")
    june.when("June", "2024-06", "month")
    june.says("The bridge fell in June")
    assert dated(pairing(spanned, june, same=0.9)) is None


def test_half_past_one_may_be_at_night_or_by_day() -> None:
    """Hours of one clock face are no divergence; other hours are."""
    one = _pair(("at 1:30", "2024-03-04T01:30"), ("at 1:30 p.m.", "2024-03-05T13:30"))
    two = _pair(("at 1:30", "2024-03-04T01:30"), ("at 4:30 p.m.", "2024-03-05T16:30"))
    assert dated(one) is None
    assert dated(two) is not None


def test_the_first_since_two_times() -> None:
    """What "first since" goes back to is one question for all accounts, whatever else their claims say."""
    one, two = (
        Made("These are the first talks since May.", "Herald"),
        Made("Envoys return, the first since June.", "Post"),
    )
    one.when("May", "2023-05", "month")
    two.when("June", "2023-06", "month")
    one.says("These are the first talks since May")
    two.says("Envoys return, the first since June")
    (parting,) = partings(since(told(one, two), Alignment()))
    assert {parting.first[0].value[:7], parting.second[0].value[:7]} == {"2023-05", "2023-06"}


def test_two_firsts_are_two_questions() -> None:
    """The first talks since May are not the first strike since June."""
    one, two = Made("It was the first talks since May.", "Herald"), Made("It was the first strike since June.", "Post")
    one.when("May", "2023-05", "month")
    two.when("June", "2023-06", "month")
    one.says("It was the first talks since May")
    two.says("It was the first strike since June")
    assert list(partings(since(told(one, two), Alignment()))) == []


def test_who_names_no_thing_parts_from_all_at_once() -> None:
    """The first contact and the first talks since May are one time, and "for the first time since June" another."""
    texts = (
        "It was the first contact since May.",
        "It was the first talks since May.",
        "They met for the first time since June.",
    )
    made = [Made(text, outlet) for text, outlet in zip(texts, ("Herald", "Post", "Star"), strict=True)]
    for account, text, month in zip(made, texts, ("May", "May", "June"), strict=True):
        account.when(month, {"May": "2031-05", "June": "2031-06"}[month])
        account.says(text.rstrip("."))
    assert len(list(partings(since(told(*made), Alignment())))) == 1
