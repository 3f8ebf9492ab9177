"""Captions: what stands in the text beside the account makes no claims; prose that only looks like it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.steps import annotated
from tests.timing import seconds
from variorum.annotate.captions import captions
from variorum.annotate.parse import blocks_of
from variorum.model.text import Account

BEFORE = "The harbour board closed the pier on Monday after a storm broke its railings in three places.\n\n"
AFTER = "\n\nThe mayor said that the repairs would take until June and cost the town two million crowns."


def _rules(line: str) -> list[str]:
    text = f"{BEFORE}{line}{AFTER}"
    blocks = blocks_of(text)
    assert len(blocks) == 3
    return [captions(text, blocks).get(at, "") for at in range(3)]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holm, photographed in 2016, will open the new theatre on May 16. (Bo Moor / The Quay Times)",
        "Ada Holm speaks at the opening of the theatre. (AP Photo/Bo Moor)",
        "Ada Holm speaks at the opening of the theatre. (AP Photo/Bo Moor, File)",
        "Ada Holm arrives at court (Bo Moor/AP/PA)",
        "The theatre opened in May. (Quay Films via AP) (Associated Press)",
        "The theatre opened in May. (Photo: Harbour Police Department)",
        "The theatre opened in May. (Photo provided by the Harbour Police)",
        "The theatre opened in May. (Bo Moor)",
        "The theatre opened in May. (Supplied: Harbour Police)",
        "The theatre opened in May. (AAP: Bo Moor)",
        "The theatre opened in May. (Courtesy of the Quay Zoo)",
        "The theatre where the trial will be held (file photo)",
        "Ada Holm is pictured in this undated handout photo. [Photo/Agencies]",
        "FILE - In this Dec. 13, 2016, file photo, boats leave the harbour. The board expects a loss of two million.",
        "This Dec. 28, 2017 photo made available by the board shows the pier. It will open again in June.",
        "A sign on the pier is seen on November 6, 2017. REUTERS/Bo Moor",
        "The pier lost a tenth of its railings last year. Photograph: Bo Moor for the Quay",
        "The pier lost a tenth of its railings last year.Credit...Bo Moor for The Quay Times",
        "GETTY The pier has lost a tenth of its railings",
        "Getty - Contributor The storm uncovered people's boats, nets and houses along the whole of the harbour",
        "Image copyright Getty Images Image caption The board will look at the storm's cost to the town",
        "Image caption, The board will look at the storm's cost to the town",
        "Facebook Twitter Pinterest The pier lost its railings. Photograph: Getty Images",
        "Photos: The storm The pier lost its railings on Monday. Hide Caption 3 of 12",
        "The minister, left, with Ada Holm, second from right, and the mayor in May.",
        "Bo Moor/The Quay",
        "File photo courtesy of the port",
        "The new pier will open in June, when the ferry returns. The old one is pictured, in 2013",
        "Waves break over the pier, with four sunken boats in front (Harbour Office of Kallan)",
        "Divers found a row of sunken boats beneath the pier that dates from the last war. University of Kallan",
    ],
)
def test_what_credits_a_picture_is_a_caption(line: str) -> None:
    """Alone: the paragraphs around it are none."""
    assert _rules(line) == ["", "sentence.caption", ""]


@pytest.mark.parametrize(
    "line",
    [
        "The pier is closed, the mayor said. (Reuters)",
        "bm/ah (AFP, dpa)",
        "The race was won by the favourites (Moor/Holm)",
        "The board will sell the pier to its tenants (Labour/Green)",
        "The storm hits the north again, and harder (PHOTOS, VIDEO)",
        "The bank lends no more to boat owners (credit cards only)",
        "The trees stand where the railings were (see picture)",
        "“We had no warning.” (Ada Holm)",
        "The board noted the loss. (The site still said that the rule had changed.)",
        "She had photographed the pier, and the picture was credited to her by the agency Getty Images.",
        "The film was credited to Ada Holm",
        "What the photos show",
        "AP News Guide to the storm",
        "9/11 memorial reopens after repairs",
        "Voters of the left, right, and center agreed with the board.",
        "The board pictured the pier as a ruin, and the mayor gave it credit.",
        "With assistance from Ada Holm, the board repaired the pier.",
        "Moor contributed to this victory with two goals in the second half.",
        "A photo of the pier shows that three of its railings were broken before the storm.",
    ],
)
def test_prose_is_none(line: str) -> None:
    """Parentheses, agencies and pictures stand in running text and headings too."""
    assert _rules(line) == ["", "", ""]


def test_a_gallery_is_known_by_its_numbers() -> None:
    """One fraction is a date or a road; two of one number of pictures are a gallery."""
    assert _rules("24/7 Wall Street watches") == ["", "", ""]
    text = f"{BEFORE}1/30 The pier from above\n2/30 The pier at night after the storm{AFTER}"
    assert sorted(captions(text, blocks_of(text))) == [1, 2]


def test_an_embedded_post_is_its_writers() -> None:
    """Signed with handle and day, whichever comes first in the day."""
    for day in ("December 28, 2017", "28 December 2017"):
        assert (
            _rules(f"The pier is gone! Look at this https://t.co/x — Ada Holm (@adaholm) {day}")[1] == "sentence.post"
        )
    assert _rules("The pier is gone, she wrote — as Ada Holm (@adaholm) often does.")[1] == ""


def test_who_worked_on_it_is_no_claim() -> None:
    """Contributors, reporters, the paper that the information is from."""
    for line in (
        "The Associated Press contributed to this report.",
        "(Reporting by Ada Holm; editing by Bo Moor)",
        "— With assistance by Ada Holm, Bo Moor and Cy Dahl",
        "With files from the Quay Press.",
        "Information from: The Quay, http://quay.example",
        "Ada Holm contributed from Harbour Town.",
    ):
        assert _rules(line)[1] == "sentence.worked"


def test_a_headline_is_never_one() -> None:
    """It is the account's first line, whatever it ends with."""
    text = "Storm breaks the pier (Photo: Ada Holm)\n\n" + BEFORE
    assert captions(text, blocks_of(text, "Storm breaks the pier (Photo: Ada Holm)")) == {}


def test_captions_make_no_claims_and_stay_in_the_text() -> None:
    """All sentences of such a paragraph; those around it make theirs."""
    text = f"{BEFORE}Ada Holm will sing on May 16. The tour ends in June. (Bo Moor/Getty Images){AFTER}"
    marked = annotated(Account(text=text, names=("a.txt",)), "sentences", "mentions", "timexes", "claims")
    assert "Getty Images" in marked.account.text
    assert [each.kind for each in marked.sentences].count("caption") >= 2
    assert marked.claims
    assert not any("Holm" in claim.text or "tour" in claim.text for claim in marked.claims)


@given(st.text(alphabet="Aa .()[]/,—@–:1", max_size=300))
def test_any_line_is_answered(line: str) -> None:
    """No text fails, and only its own blocks are named."""
    blocks = blocks_of(line)
    assert set(captions(line, blocks)) <= set(range(len(blocks)))


@pytest.mark.parametrize("piece", ["A/", "(A ", "Photo A", "A, left ", "— A (@a) ", "A" * 31 + " "])
def test_hostile_lines_are_read_in_linear_time(piece: str) -> None:
    """Forty times the text takes no more than some eighty times as long."""
    short, long = ((piece * size)[: 500 * size] + "x" for size in (200, 8_000))
    fast = seconds(lambda: captions(short, blocks_of(short)))
    assert seconds(lambda: captions(long, blocks_of(long))) < 80 * fast + 0.2


@pytest.mark.parametrize(
    "line",
    [
        "The Quay Times' Ada Holm reports on the storm that broke the pier on Monday, April 29, 2018.",
        "The board met the mayor on Monday; chief harbour correspondent Ada Holm reports from Kallan, Norway.",
    ],
)
def test_what_says_who_reports_tells_nothing(line: str) -> None:
    """It stands under a player."""
    assert _rules(line) == ["", "sentence.worked", ""]


@pytest.mark.parametrize(
    "line",
    [
        "Kallan's Health Ministry reports on Monday that nobody was hurt when the storm broke the railings of the pier.",
        "The reporter Ada Holm reports to the mayor, who has asked her for an account of what the storm has cost",
        "The board was led for many years by the town's former mayor Ada Holm (Harbour Party)",
        "The storm shut the pier on Monday, said the mayor and the board “as a warning” (Ada Holm)",
        "The old ship that sank in the harbour during the storm on Monday was named after Gen. Ada Holm",
        "The board is pictured by the mayor as a club of old men who did nothing for the pier in twenty years.",
    ],
)
def test_prose_about_reports_and_names_stays(line: str) -> None:
    """A ministry reports, a party stands behind its member, a title before a name."""
    assert _rules(line) == ["", "", ""]
