"""What goes as page furniture, and what stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.made import BODY, PARAGRAPH
from variorum.read.furniture import strip_furniture


@pytest.mark.parametrize(
    "line",
    [
        "top of page", "Share This Post", "Comments", "Read more: Ten things about piers", "Advertisement", "SUBSCRIBE",
        "We use cookies to improve your visit.", "Photo: Ada Moor", "Ada Moor, Public domain, via Wikimedia Commons",
        "Follow us on Facebook", "© 2024 The Quay. All rights reserved.", "___", "Home | News | Sport", "3 min read",
    ],
)  # fmt: skip
def test_furniture_goes_wherever_it_stands(line: str) -> None:
    """Before, inside and after an account."""
    for text in (f"{line}\n\n{BODY}", f"{BODY}\n\n{line}", BODY.replace("\n\n", f"\n\n{line}\n\n", 1)):
        assert strip_furniture(text).text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Key Developments", "• The tender opens in May", "Delegations", "Russia:", "Tone & Political Bias: Neutral",
        "The minister announced the closure on Facebook.", "She shared the letter with the council on Monday.",
        "Published on Monday, the report names three firms.", "What comes next", "No comment was to be had from the mayor.",
    ],
)  # fmt: skip
def test_what_an_account_says_stays(line: str) -> None:
    """Headings, bullets, labels and sentences that only sound like buttons."""
    text = BODY.replace("\n\n", f"\n\n{line}\n\n", 1)
    assert strip_furniture(text).text == text


@pytest.mark.parametrize(
    "line",
    [
        "Follow Ada Holm on Twitter: @adaholm.",
        "Ada Holm is our harbour reporter. Read her other columns and follow her reports at The Quay and @adaholm.",
        "Contact the writers at desk@quay.example",
        "Craving even more? Like us on Facebook or Follow us on Twitter.",
        "Newsletter Sign Up Continue reading the main story Please verify you're not a robot by clicking the box.",
        "Get the Harbour newsletter. SUBSCRIBE",
        "Interested in Ships? Add Ships as an interest to stay up to date on the latest. Add Interest",
        "JUST WATCHED Can the pier be saved? Replay More Videos ... MUST WATCH Can the pier be saved? 02:13",
        "The ten finest piers of the north Read more",
        "[The pier that refused to fall, and the woman who mended it]",
        "MOST READ IN NEWS STORM FRONT How a town lost its pier 'MY LIFE' Sailor tells all in 'best book'",
        "Related stories It happened to me A sailor's tale PIVOTAL MOMENT Tomorrow's race will be the town's last",
        "Related What Do the Piers Have Against Us? Why the town's so-called plan isn't quite enough in these days",
        "This post has been updated.",
        "Update: This article has been updated with new figures.",
        "For more on piers: http://quay.example and http://harbour.example",
        "https://quay.example/piers",
        "Scroll for video",
        'Story highlights The pier was shut on Monday after what the board called a "rough night"',
        "Photo",
    ],
)
def test_furniture_that_reads_like_a_sentence_goes(line: str) -> None:
    """Writers' lines, newsletters, other stories' headlines, notices, addresses."""
    text = BODY.replace("\n\n", f"\n\n{line}\n\n", 1)
    assert strip_furniture(text).text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Many follow her on Twitter, where the mayor announced the closure.",
        "“Follow us on Twitter,” the mayor told the crowd.",
        "Follow-up talks were announced on Twitter by the board.",
        "Why children should read more",
        "Related stories circulated in the town, the mayor said.",
        "Related Harbours wins the bid for the eastern pier",
        "This story has been updated to say that the mayor confirmed the closure of the pier on Wednesday morning.",
        "He asked them to write to the board.",
        "[She laughs]",
        "The story highlights the pier's decline.",
        "The minister's wife (right) watched on YouTube",
    ],
)
def test_prose_that_sounds_like_it_stays(line: str) -> None:
    """Sentences about following, reading and writing; a note that tells something."""
    text = BODY.replace("\n\n", f"\n\n{line}\n\n", 1)
    assert strip_furniture(text).text == text


def test_a_menu_above_goes_and_a_headline_stays() -> None:
    """Three very short lines in a row make a menu; a headline is longer."""
    text = f"News\nSport\nWeather\nCulture\n\nCouncil closes the eastern pier for repairs\n\n{BODY}"
    assert strip_furniture(text).text.startswith("Council closes")


def test_a_caption_that_is_there_twice_goes_once() -> None:
    """A line that follows itself is one line."""
    text = f"Boats in the harbour at dawn on Tuesday\nBoats in the harbour at dawn on Tuesday\n\n{BODY}"
    assert strip_furniture(text).text.count("Boats in the harbour") == 1


def test_headlines_of_other_stories_below_go() -> None:
    """After a line that announces other stories, all that is no sentence goes."""
    text = f"{BODY}\n\nRead more:\nTen things you did not know about the piers of the north\nA mayor for all seasons"
    assert strip_furniture(text).text == BODY


def test_an_agency_named_at_the_end_stays() -> None:
    """It tells whose text it is."""
    assert strip_furniture(f"{BODY}\n\nReuters").text.endswith("Reuters")


def test_copyright_lines_are_kept_aside() -> None:
    """They go from the text and stay known."""
    stripped = strip_furniture(f"{BODY}\n\nCopyright 2024 The Associated Press. All rights reserved.")
    assert stripped.text == BODY
    assert stripped.copyright == ("Copyright 2024 The Associated Press. All rights reserved.",)


@given(
    st.lists(
        st.sampled_from(
            [PARAGRAPH, "Share", "Comments", "", "News", "A short line here", "• one", "Home | News | Sport"]
        ),
        max_size=12,
    )
)
def test_stripping_twice_is_stripping_once(lines: list[str]) -> None:
    """What is left holds no furniture that the same rules would find."""
    once = strip_furniture("\n".join(lines)).text
    assert PARAGRAPH in once or PARAGRAPH not in lines
