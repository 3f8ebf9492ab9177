"""The lead tells who did what, when and where, in the account's own words."""

from variorum import annotate
from variorum.model.text import Account, Span
from variorum.report.lead import lead

HEADLINE = "Police arrest the mayor of Leeds"
TEXT = f"{HEADLINE}\n\nPolice arrested the mayor of Leeds on Monday in London, officials said."


def test_the_lead_answers() -> None:
    """Who and what from the headline, when and where from the first sentences."""
    account = Account(text=TEXT, names=("a",), title=HEADLINE, published="2020-03-03")
    found = lead(annotate(account))

    def words(span: Span | None) -> str:
        return TEXT[span.start : span.end] if span else ""

    assert words(found.who) == "Police"
    assert words(found.what).startswith("arrest the mayor")
    assert found.day == "2020-03-02"
    assert words(found.where) in {"London", "Leeds"}


def test_an_empty_account_has_no_lead() -> None:
    """Nothing is made up."""
    found = lead(annotate(Account(text="", names=("a",))))
    assert (found.who, found.what, found.when, found.where) == (None, None, None, None)
