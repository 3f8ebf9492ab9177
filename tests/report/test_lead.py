"""The lead tells who did what, when and where, in the account's own words."""

import pytest

from variorum import annotate
from variorum.model.text import Account, Span
from variorum.report.lead import Lead, lead

HEADLINE = "Police arrest the mayor of Leeds"
TEXT = f"{HEADLINE}\n\nPolice arrested the mayor of Leeds on Monday in London, officials said."


def _lead(headline: str, body: str, published: str | None = "2020-03-05") -> tuple[Lead, dict[str, str]]:
    text = f"{headline}\n\n{body}"
    found = lead(annotate(Account(text=text, names=("a",), title=headline, published=published)))
    spans: dict[str, Span | None] = {"who": found.who, "what": found.what, "when": found.when, "where": found.where}
    return found, {name: text[span.start : span.end] if span else "" for name, span in spans.items()}


def test_the_lead_answers() -> None:
    """Who and what from the headline, when and where from the first sentences."""
    found, words = _lead(HEADLINE, TEXT.partition("\n\n")[2], "2020-03-03")
    assert words["who"] == "Police"
    assert words["what"].startswith("arrest the mayor")
    assert found.day == "2020-03-02"
    assert words["where"] == "London"


def test_an_empty_account_has_no_lead() -> None:
    """Nothing is made up."""
    found = lead(annotate(Account(text="", names=("a",))))
    assert (found.who, found.what, found.when, found.where, found.day) == (None, None, None, None, None)


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Norway ferry fire: Police question two crew members", "Police"),  # a topic before a colon is nobody
        ("Anna Weiss speaks outside the town hall as Peter Lang is elected mayor", "Anna Weiss"),
        ("The customs office says it is done with the search", "The customs office"),
    ],
)
def test_who_is_whom_the_headline_begins_with(headline: str, who: str) -> None:
    """Neither its topic, nor a pronoun, nor the actor of a clause further on."""
    _, words = _lead(headline, "The case has drawn wide attention. It goes on this week.")
    assert words["who"] == who
    assert words["what"] == headline.partition(who)[2].strip()


def test_a_headline_without_an_actor_leaves_it_to_the_lead() -> None:
    """A country that only says where is not the one who acts."""
    _, words = _lead("Fire and smoke in Norway", "A tanker blocked the harbour of Bergen for hours on Tuesday.")
    assert words["who"] == "A tanker"


def test_half_of_a_compound_is_nobody() -> None:
    """Neither country is who the headline is of, since it names the line between them."""
    _, words = _lead("Norway-Sweden border closes for a day", "Customs officers closed every road on Tuesday.")
    assert words["who"] not in ("Norway", "Sweden")


def test_a_day_that_dates_a_noun_waits_for_one_that_dates_the_verb() -> None:
    """`Sunday's match` says when the match was, not when it was told of."""
    found, words = _lead("Coach leaves", "The coach left after Sunday's match and told the players on Tuesday.")
    assert words["when"] == "Tuesday"
    assert found.day == "2020-03-03"


def test_an_undated_lead_is_of_the_day_of_publication() -> None:
    """A year long past is no answer; without a date of publication there is none."""
    body = "The bridge, which was built in 1994, now has four lanes."
    found, words = _lead("Bridge widened", body)
    assert (found.day, words["when"]) == ("2020-03-05", "")


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (
            "Two buses collided in Norway on Monday. Six people were hurt in the northern town of Vesl-i-Nord.",
            "Vesl-i-Nord",
        ),
        ("Hundreds of people gathered outside Weiss Tower on Monday. They want lower fares.", "Weiss Tower"),
        ("Ministers met in Norway on Monday. They agreed on fares.", "Norway"),
        ("BERGEN, Norway (Wire) - Ministers met in Norway on Monday. They agreed on fares.", "BERGEN"),
        ("Drivers raced at wet Kallan Park Ring on Monday. Most of them finished.", "Kallan Park Ring"),
    ],
)
def test_where_is_a_town_or_a_building_before_a_country(body: str, where: str) -> None:
    """The more exact answer of the first sentences counts."""
    _, words = _lead("Anger over fares grows", body)
    assert words["where"] == where


def test_what_lies_beyond_a_place_is_not_there() -> None:
    """A place that is named only as what something lies outside of is no answer; one that is named plainly is."""
    found, _ = _lead(
        "Divers reach wrecks beyond Malta", "Divers found wrecks far away from Malta on Monday, they said."
    )
    _, words = _lead("Divers reach the wrecks of Malta", "Divers found the wrecks on Monday, they said.")
    assert found.where is None
    assert words["where"] == "Malta"
