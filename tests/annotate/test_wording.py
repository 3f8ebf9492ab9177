"""Loaded words, boosters, labels: marked with their entry, told apart by who says them, left alone in plain news."""

import pytest

from evaluation.steps import annotated
from variorum import lang
from variorum.annotate.wording import RULES
from variorum.model.markup import WordingMark
from variorum.model.text import Account


def _marks(text: str) -> tuple[WordingMark, ...]:
    account = Account(text=text, names=("a.txt",), published="2022-03-17")
    return annotated(account, "sentences", "attributions", "quotes", "wording").wording


def _of(text: str, kind: str) -> list[str]:
    return [each.text for each in _marks(text) if each.kind == kind]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor shamelessly ignored the report.", "shamelessly"),
        ("It was a disgraceful decision by the council.", "disgraceful"),
        ("The bill was a slap in the face for nurses.", "slap in the face"),
        ("Critics lambasted the plan for the harbour.", "lambasted"),
    ],
)
def test_loaded_words_are_marked(text: str, word: str) -> None:
    """Adverbs, adjectives, set phrases and inflected verbs."""
    assert word in _of(text, "loaded")


def test_plain_news_bears_no_loaded_word() -> None:
    """War, crime and money may be told without taking a side."""
    text = "Forces attacked the port on Friday, killing four. Two men were charged with fraud after the battle. Shares fell."
    assert _of(text, "loaded") == []


def test_boosters_and_labels() -> None:
    """Words without doubt, and nouns that label."""
    assert "undoubtedly" in _of("This is undoubtedly the end of the matter.", "booster")
    assert "warlord" in _of("The warlord agreed to meet the elders.", "label")


def test_what_a_source_says_is_quoted() -> None:
    """The same word is the account's own in one sentence and a source's in the other."""
    own, said = _marks("The vote was a travesty. “The vote was a travesty,” said Ana Ruiz, the mayor.")[:2]
    assert (own.text, own.quoted) == ("travesty", False)
    assert (said.text, said.quoted) == ("travesty", True)


@pytest.mark.parametrize(
    "text",
    [
        "The board met “in an utterly disgraceful mood” in the hall.",
        "Board in ‘utterly disgraceful’ row over the quay",
        "The board met in a 'disgraceful mood' in the hall.",
        "What a disgraceful day! — Rosa Thorn (@rosathorn) March 4, 2022",
        "Disgraceful scenes tonight pic.twitter.com/abcdef",
    ],
)
def test_words_in_marks_and_posts_are_not_the_accounts_own(text: str) -> None:
    """Also where nobody was found to say them."""
    (mark,) = [each for each in _marks(text) if each.kind == "loaded"]
    assert mark.quoted


@pytest.mark.parametrize(
    "text",
    [
        "The rocket will blast off from the pad on Friday.",
        "The band sang Disgraceful at the end of the night.",
        "He called the village of so-called truce talks.",
        "Tickets sold out within an hour.",
        "The club, champions of the league, won again.",
    ],
)
def test_other_senses_names_and_fixed_terms_are_not_loaded(text: str) -> None:
    """A particle makes another verb; a capital inside a sentence makes a title."""
    assert not [each for each in _marks(text) if each.kind == "loaded"]


@pytest.mark.parametrize(
    "text",
    [
        "The singer Ida Legend sat in the second row with her sons.",
        "The treaty forced the state to dismantle its mills, and the two fell into a dispute over alleged collusion.",
    ],
)
def test_names_and_what_is_reported_on_are_no_colour(text: str) -> None:
    """A surname that is a label elsewhere; a word for the matter itself."""
    assert not [each for each in _marks(text) if each.kind in ("loaded", "label")]


def test_an_apostrophe_opens_no_quotation() -> None:
    """The growers' disgraceful lot and the workers' is the account's own."""
    (mark,) = [each for each in _marks("The growers' disgraceful lot is the workers' too.") if each.kind == "loaded"]
    assert not mark.quoted


def test_every_mark_cites_an_entry_and_its_words() -> None:
    """The entry stands in a lexicon, the span holds the text."""
    known = {row["id"] for name in ("loaded", "hedges", "boosters", "epithets") for row in lang.rows("en", name)}
    text = "The regime brazenly and perhaps undeniably lied to its cronies, yet again."
    for mark in _marks(text):
        assert mark.entry in known
        assert text[mark.span.start : mark.span.end] == mark.text


@pytest.mark.parametrize(
    "name", ["loaded", "boosters", "epithets", "numbers", "approximators", "units", "times", "holidays"]
)
def test_entries_are_numbered_and_unique(name: str) -> None:
    """Ids run through, and no two entries are one."""
    rows = lang.rows("en", name)
    assert [row["id"] for row in rows] == [f"en.{name}.{at}" for at in range(1, len(rows) + 1)]
    bodies = [str({key: value for key, value in row.items() if key != "id"}) for row in rows]
    assert len(set(bodies)) == len(bodies)


def test_each_rule_has_its_own_reason() -> None:
    """No two rules tell a reader the same."""
    assert len({each.why for each in RULES}) == len(RULES)
