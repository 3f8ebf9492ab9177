"""The quotations and people of a page: on whose word, in which accounts, and who is left out."""

import pytest

from variorum.model.collation import Collation
from variorum.model.text import Account
from variorum.pipeline import collate
from variorum.report.page import Page, page
from variorum.settings import Settings


def _page(*texts: str) -> Page:
    accounts = (Account(text=text, names=(f"{at}.txt",), outlet=str(at)) for at, text in enumerate(texts))
    found: Collation = collate(accounts)
    return page(found, Settings())


def _known(view: Page) -> dict[str, list[str]]:
    return {row.name: [role.title for role in row.roles] for row in view.known}


@pytest.mark.parametrize(
    "text",
    [
        "“We should let this whole thing go now,” Mr. Martin Keller said, according to the minutes.",
        "According to the minutes, Mr. Martin Keller told Mr. Holt: “We should let this whole thing go now.”",
    ],
)
def test_who_has_the_words_from_another_says_so(text: str) -> None:
    """A document that reports the words is named with the speaker."""
    (heard,) = _page(text).heard
    assert (heard.name, heard.teller) == ("Martin Keller", "the minutes")


def test_words_in_the_accounts_own_mouth_have_no_teller() -> None:
    """A source in the next sentence is not this one's."""
    text = "“We should let this whole thing go now,” Martin Keller said. According to the minutes, it rained."
    (heard,) = _page(text).heard
    assert heard.teller == ""


def test_one_utterance_cut_two_ways_cites_both() -> None:
    """The shorter words, which both accounts carry, without their second marks."""
    view = _page(
        "“The bridge will stay closed until the spring,” said Mayor Anna Keller. Snow fell.",
        "“'The bridge will stay closed until the spring, I fear,'” said Mayor Anna Keller. Rain fell.",
    )
    (heard,) = view.heard
    assert heard.accounts == (1, 2)
    assert heard.text.startswith("The bridge")
    assert "fear" not in heard.text


def test_kin_of_nobody_named_is_no_office() -> None:
    """`his wife` says nothing without whose; an office loses only its pronoun."""
    view = _page(
        "He came with his wife Anna Keller and his lawyer, Peter Holt, on Monday. “It rained on all of us,” said "
        "Anna Keller. Peter Holt left."
    )
    assert _known(view) == {"Anna Keller": [], "Peter Holt": ["lawyer"]}


def test_who_is_named_by_three_is_known() -> None:
    """Without office or word of his own; one whom only quoted words name is not."""
    text = "The police held Michael Brandt in the {} port. Brandt, 67, was charged. “Mayor Rosa Quill did it,” a sign said."
    assert set(_known(_page(*(text.format(port) for port in ("old", "new", "north"))))) == {"Michael Brandt"}


def test_what_says_nothing_without_whose_is_no_description() -> None:
    """`An aide` is left out, `Norway's leader` stays; nor does a speaker's phrase describe whom the account named."""
    view = _page(
        "Ines Falk, an aide, spoke on Monday. The council met Norway's leader, Tomas Brandl, in Bergen. "
        'President Ivo Maric listened. "The president of the union will sign," Falk said.',
        "Ines Falk spoke again. Tomas Brandl smiled. Ivo Maric left.",
    )
    known = _known(view)
    assert known["Tomas Brandl"] == ["Norway's leader"]
    assert known["Ivo Maric"] == ["President"]
    assert known.get("Ines Falk", []) == []
