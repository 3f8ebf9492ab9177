"""Quotes: marked words with their speaker, scare quotes without, indirect speech."""

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


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="“”‘’\"'.,: \nabSaid", max_size=120))
def test_every_quote_is_in_the_text(text: str) -> None:
    """Whatever the marks, a quote's words stand in its evidence."""
    for quote in _quotes("He said: " + text):
        words = ("He said: " + text)[quote.span.start : quote.span.end]
        assert quote.text in words
