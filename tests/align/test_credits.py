"""Credits: which outlet an account says it has something from, and whether its whole story is that outlet's."""

import time

import pytest

from variorum.align.credits import align_credits
from variorum.align.outlets import outlet_key
from variorum.model.alignment import Credit
from variorum.model.finding import Origin
from variorum.model.markup import AnnotatedAccount, Quote, Sentence
from variorum.model.text import Account, Span

HERE = Origin("test")
FILLER = "The canal has been closed to barges since the spring.\n"


def account(text: str, outlet: str, quotes: tuple[str, ...] = ()) -> AnnotatedAccount:
    """An account of one sentence a line, with the quotations that it holds."""
    made = Account(text=text, names=(outlet,), outlet=outlet)
    sentences, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            sentences.append(Sentence(evidence=(Span(made.id, at, at + len(line.rstrip())),), origin=HERE))
        at += len(line)
    said = tuple(
        Quote(
            text=each,
            kind="direct",
            origin=HERE,
            evidence=(Span(made.id, text.index(each), text.index(each) + len(each)),),
        )
        for each in quotes
    )
    return AnnotatedAccount(account=made, sentences=tuple(sentences), quotes=said)


def credited(*story: AnnotatedAccount) -> list[tuple[str, str]]:
    names = {marked.id: marked.account.outlet or "" for marked in story}
    return [(names[each.account], each.name) for each in align_credits(story)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The lock will not be mended, the engineer told the Harbour Gazette.", "the Harbour Gazette"),
        ("The Harbour Gazette first reported the leak.", "The Harbour Gazette"),
        ("The wall is sinking, according to a detailed account in the Harbour Gazette.", "the Harbour Gazette"),
        ("Plans obtained by Reuters show a second lock.", "Reuters"),
        ("She spoke of the leak in an interview with CNN.", "CNN"),
        ("The board provided Newsweek a statement by email.", "Newsweek"),
        ("The leak was found at night, WQRT reported.", "WQRT"),
        ("The engineer told the city council nothing.", ""),
        ("The board reported a loss, and told Congress so.", ""),
    ],
)
def test_a_credit_is_a_word_of_telling_beside_an_outlet(sentence: str, name: str) -> None:
    """Only an outlet that something is told to, or that reports it, is credited."""
    found = [each for _, each in credited(account(FILLER * 4 + sentence, "Canal Post"))]
    assert found == ([name] if name else [])


def test_nobody_credits_himself() -> None:
    """What an outlet was told itself is its own."""
    told = "The lock will not be mended, the engineer told the Harbour Gazette."
    assert credited(account(told, "www.harbourgazette.com")) == []
    assert credited(account(told, "Harbour Gazette")) == []


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("www.nytimes.com", "New York Times"),
        ("edition.cnn.com", "CNN"),
        ("uk.reuters.com", "Reuters"),
        ("apnews.com", "Associated Press"),
        ("www.bbc.co.uk", "BBC News"),
        ("The Guardian", "Guardian"),
    ],
)
def test_an_address_and_a_name_are_one_outlet(outlet: str, name: str) -> None:
    """An account knows its outlet by the host of its pages, others by the name."""
    assert outlet_key(outlet) == outlet_key(name)


def test_a_story_told_throughout_from_one_outlet_is_that_outlets() -> None:
    """Two credits in a short text, or one at its head, make the whole; one in passing does not."""
    throughout = (
        "The board told the Harbour Gazette of a leak.\n" + FILLER * 6 + "The Harbour Gazette reported a loss.\n"
    )
    passing = FILLER * 30 + "The board told the Harbour Gazette of a leak.\n"
    first = "The Harbour Gazette first reported the leak.\n" + FILLER * 12
    whole = {each.account: each.whole for each in align_credits((account(throughout, "A Post"),))}
    assert set(whole.values()) == {True}
    for text in (passing, first):
        assert [each.whole for each in align_credits((account(text, "B Post"),))] == [False]


def test_a_dateline_makes_the_whole() -> None:
    """What stands under an agency's name is the agency's, at any length."""
    (found,) = align_credits((account("KALLAN (Reuters) - The lock broke.\n" + FILLER * 60, "Canal Post"),))
    assert (found.name, found.whole, found.origin.rule) == ("Reuters", True, "credit.dateline")


def test_a_picture_credit_is_no_dateline() -> None:
    """An agency's name under a picture says nothing of the text."""
    assert credited(account("The lock at night. (Ada Holm via AP)\n" + FILLER * 5, "Canal Post")) == []


def test_the_same_quotations_and_one_credit_make_the_whole() -> None:
    """An account that credits an outlet once has its story there, if its quotations are those of one that says so."""
    said = ("it was sinking fast", "nobody had looked", "we had no warning at all")
    told = "\n".join(f"The engineer said, {each}." for each in said)
    teller = account(f"The board told the Harbour Gazette of a leak.\n{told}\n", "A Post", said)
    other = account(FILLER * 30 + f"{told}\nHe told the Harbour Gazette more.\n", "B Post", said)
    apart = account(
        FILLER * 30 + "“We knew it,” she said.\nHe told the Harbour Gazette more.\n", "C Post", ("We knew it",)
    )
    wholes = {each.account: each.whole for each in align_credits((teller, other, apart))}
    assert wholes == {teller.id: True, other.id: True, apart.id: False}


def test_the_credited_outlets_own_account_is_known() -> None:
    """A credit names the accounts of the story that the outlet published itself."""
    own = account(FILLER, "www.newsweek.com")
    other = account("The board told Newsweek of a leak.", "A Post")
    found: tuple[Credit, ...] = align_credits((own, other))
    assert [each.homes for each in found] == [(own.id,)]


def test_credits_take_linear_time() -> None:
    """Ten times the text takes about ten times as long."""
    text = "according to the The The Times told told by by by (Reuters (Reuters " * 40 + "\n"

    def taken(times: int) -> float:
        marked = account(text * times, "A Post")
        start = time.perf_counter()
        align_credits((marked,))
        return time.perf_counter() - start

    taken(1)
    assert taken(40) < 30 * max(taken(4), 0.005)
