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
