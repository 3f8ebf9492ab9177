"""Attributions: source, cue and content, from grammar and marks; who speaks when a quotation goes on."""

import pytest

from evaluation.steps import annotated
from variorum.annotate.attributions import RULES
from variorum.model.markup import AnnotatedAccount, Attribution
from variorum.model.text import Account

LAYERS = ("sentences", "cast", "attributions")


def _marked(text: str, title: str | None = None) -> AnnotatedAccount:
    return annotated(Account(text=text, names=("a.txt",), title=title), *LAYERS)


def _found(text: str) -> list[tuple[str, str, str]]:
    marked = _marked(text)
    return [(each.source_text, each.cue_text, _content(marked, each)) for each in marked.attributions]


def _content(marked: AnnotatedAccount, each: Attribution) -> str:
    return " … ".join(marked.account.text[piece.start : piece.end] for piece in each.content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said that the bridge was unsafe.", "The mayor", "said", "that the bridge was unsafe"),
        ("The bridge was unsafe, the mayor said.", "the mayor", "said", "The bridge was unsafe"),
        ("According to the ministry, two boats sank.", "the ministry", "According to", "two boats sank"),
        ("Two boats sank, according to the ministry.", "the ministry", "according to", "Two boats sank"),
        ("The union rejected his claim that the ship was safe.", "his", "claim", "that the ship was safe"),
        ("The mayor is confident that the port will open.", "The mayor", "is confident", "that the port will open"),
        ("The union called for a vote.", "The union", "called for", "a vote"),
        ("Analysts warned that the strike could spread.", "Analysts", "warned", "that the strike could spread"),
    ],
)
def test_grammar(text: str, source: str, cue: str, content: str) -> None:
    """The grammar tells who says what: before, after, by noun, adjective and "according to"."""
    assert (source, cue, content) in _found(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“The bridge is unsafe,” said Nadia Okafor.", "Nadia Okafor", "“The bridge is unsafe,”"),
        ("Nadia Okafor told reporters: “The bridge is unsafe.”", "Nadia Okafor", "“The bridge is unsafe.”"),
        ("‘The bridge is unsafe,’ Nadia Okafor said.", "Nadia Okafor", "‘The bridge is unsafe,’"),
        ("“It fell down.” — Nadia Okafor", "Nadia Okafor", "“It fell down.”"),
        ("Nadia Okafor tweeted:\n“It fell down.”", "Nadia Okafor", "“It fell down.”"),
    ],
)
def test_marks_and_their_speakers(text: str, source: str, content: str) -> None:
    """Marked words go to who stands beside them: after, before, behind a dash, before a colon."""
    assert (source, content) in [(each[0], each[2]) for each in _found(text)]


def test_a_quotation_broken_by_its_speaker() -> None:
    """Both parts are of one speaker."""
    marked = _marked("“We waited,” Nadia Okafor said, “and nobody came.”")
    spoken = [each for each in marked.attributions if each.source_text == "Nadia Okafor"]
    assert "and nobody came" in " ".join(_content(marked, each) for each in spoken)


def test_a_quotation_goes_on() -> None:
    """The next quotation, without a speaker, is of the one before; but not one after a long way."""
    marked = _marked("“We waited,” Nadia Okafor said. “Nobody came to us.”\n“We went home in the end.”")
    assert [each.source_text for each in marked.attributions] == ["Nadia Okafor"] * 3
    assert {each.origin.rule for each in marked.attributions[1:]} == {"attribution.carried"}


def test_a_headline_with_a_colon() -> None:
    """Who stands before or behind the colon of a headline says the rest of it."""
    marked = _marked("Witnesses: bridge fell in minutes\n\nThe bridge fell on Monday.")
    (found,) = [each for each in marked.attributions if each.origin.rule == "attribution.headline"]
    assert (found.source_text, found.source_kind) == ("Witnesses", "anonymous")


def test_kinds_of_sources() -> None:
    """Named, unnamed, and things that show but do not speak."""
    text = "Nadia Okafor said it rained. Officials said it snowed. The cracks show that the pier moved."
    kinds = {each.source_text: each.source_kind for each in _marked(text).attributions}
    assert kinds["Nadia Okafor"] == "speaker"
    assert kinds["Officials"] == "anonymous"
    assert kinds["The cracks"] == "outlet"


def test_an_attribution_inside_another() -> None:
    """What the minister says the union said has the minister's saying as its parent."""
    marked = _marked("The minister said that the union had claimed that the ship was safe.")
    inner = next(each for each in marked.attributions if each.cue_text == "claimed")
    assert inner.parent is not None
    assert marked.attributions[inner.parent].cue_text == "said"


def test_a_title_of_a_work_is_not_spoken() -> None:
    """Words in marks that name a programme have no speaker."""
    marked = _marked("In an interview on “Harbour Night,” Nadia Okafor said the port would open.")
    assert all("Harbour Night" not in _content(marked, each) for each in marked.attributions)


def test_rules_are_known() -> None:
    """Every finding's rule is in the table."""
    marked = _marked("“We waited,” Nadia Okafor said. “Nobody came.” According to police, it rained.")
    assert {each.origin.rule for each in marked.attributions} <= {rule.id for rule in RULES}


def test_no_quotation_is_carried_past_another_speaker() -> None:
    """Marked words after what a second speaker said are not the first one's, whom the account quoted before."""
    marked = _marked(
        "Anna Holm also showed a film, saying that “I have told you so for years.”\n"
        "Karl Brandt said the town's view is clear and has not changed. “We will keep the pier open to everybody.”"
    )
    last = marked.attributions[-1]
    assert last.speaker is not None
    assert marked.referents[last.speaker].name == "Karl Brandt"
