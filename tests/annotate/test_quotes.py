"""Quotes: marked words with their speaker, scare quotes without, indirect speech."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.steps import annotated
from variorum.model.markup import Quote
from variorum.model.text import Account

LAYERS = ("sentences", "cast", "attributions", "quotes")


def _quotes(text: str) -> tuple[Quote, ...]:
    return annotated(Account(text=text, names=("a.txt",)), *LAYERS).quotes


def test_evidence_holds_the_marks() -> None:
    """The words are those between the marks; the evidence is with them."""
    text = "“The bridge is unsafe,” said Nadia Okafor."
    (quote,) = [each for each in _quotes(text) if each.kind == "direct"]
    assert quote.text == "The bridge is unsafe,"
    assert text[quote.span.start : quote.span.end] == "“The bridge is unsafe,”"
    assert (quote.source, quote.cue) == ("Nadia Okafor", "said")


def test_scare_quotes_have_no_speaker() -> None:
    """Marks around a word that nobody is said to have spoken."""
    (quote,) = _quotes("The “floating” bridge sank on Monday.")
    assert (quote.kind, quote.text, quote.source, quote.attribution) == ("scare", "floating", "", None)


def test_a_piece_in_indirect_speech_is_direct() -> None:
    """The marked part of a reported sentence is its speaker's; the whole is indirect."""
    found = _quotes("The mayor said the bridge was “a death trap” for cyclists.")
    assert {(each.kind, each.source) for each in found} == {("direct", "The mayor"), ("indirect", "The mayor")}


def test_an_unclosed_mark_swallows_nothing() -> None:
    """A forgotten closing mark leaves the rest of the account unspoken."""
    text = "The mayor said: “We are ready. The harbour stayed shut all day.\nNobody came to the gates."
    assert all("harbour" not in each.text for each in _quotes(text) if each.kind == "direct")


def _spoken(text: str) -> list[tuple[str, str]]:
    """Who speaks the marked words, "" for nobody, and their first word."""
    return [(each.source, each.text.split()[0]) for each in _quotes(text) if each.kind != "indirect"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Once the plane was back where it had started, Okafor cracked: “Flight complete, eight hours.”",
            [("Okafor", "Flight")],
        ),
        (
            "I mean, her words were plain enough: “That is the last thing I want to see,” she said.",
            [("she", "That")],
        ),
        (
            "Update: Union president Nadia Okafor responded to the letter on Monday: “We thank them all for it.”",
            [("Union president Nadia Okafor", "We")],
        ),
        (
            "“They have built a harbour without a single ship,” Nadia Okafor, the former engineer who will run the "
            "group and lead its work in Norland, told the Herald.",
            [("Nadia Okafor", "They")],
        ),
        ("The crew uses a technique called “slow sailing” at night.", [("", "slow")]),
        ("The tower was finished in 2011 and described as a “potent symbol of the city”.", [("", "potent")]),
        ("He opened the show at the pier on Friday with “Rock The Harbour.”", [("", "Rock")]),
        ("According to Okafor, the minister repeated on Monday that “Harbour Town is ours.”", [("the minister", "Harbour")]),
    ],
)  # fmt: skip
def test_the_right_speaker_or_none(text: str, said: list[tuple[str, str]]) -> None:
    """Verbs before colons, labels, names with much told of them, passives, titles with the stop inside."""
    assert _spoken(text) == said


def test_a_heading_in_marks_does_not_go_on() -> None:
    """A line of its own that ends like no sentence is not the last speaker's."""
    text = "“It was a mistake by many people,” Okafor said.\n“I took the wrong ship to the island”\nMr Holm learned it."
    assert _spoken(text) == [("Okafor", "It"), ("", "I")]


def test_a_quotation_goes_on_after_a_caption() -> None:
    """A short line between two of its paragraphs ends no quotation; nor do single marks that a colon leads in."""
    text = (
        "Prosecutor Nadia Okafor said in a statement: {0}The case is under investigation by the police.\n"
        "{1}{0}Once it is concluded, they will confer with our office.{2}\nThe ship stayed."
    )
    for marks in (("“", "The ship on Monday\n", "”"), ("'", "", "'")):
        assert [source for source, _ in _spoken(text.format(*marks))] == ["Prosecutor Nadia Okafor"] * 2


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="“”‘’\"'.,: \nabSaid", max_size=120))
def test_every_quote_is_in_the_text(text: str) -> None:
    """Whatever the marks, a quote's words stand in its evidence."""
    for quote in _quotes("He said: " + text):
        words = ("He said: " + text)[quote.span.start : quote.span.end]
        assert quote.text in words
