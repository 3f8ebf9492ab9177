"""The brief: full lines, verbatim, cited, none twice."""

import pytest

from tests.report.made import Made, ferry, group, spoken
from variorum.model.alignment import Alignment
from variorum.model.judgement import Judgements
from variorum.report import report
from variorum.report.brief import TITLES
from variorum.report.verify import problems


def test_every_point_is_verbatim_and_cited() -> None:
    """Each line stands word for word in the account of its first citation."""
    collation = report(*ferry())
    texts = {row.id: row.text for row in collation.accounts}
    claims = {row.id: row for row in collation.claims}
    for section in collation.brief.sections:
        assert section.title in TITLES.values()
        for point in section.points:
            assert point.cites
            if section.title != TITLES["tone"]:
                assert point.text in texts[claims[point.cites[0]].account]


def test_nothing_is_told_twice() -> None:
    """One group, one line, in all sections together."""
    collation = report(*ferry())
    points = [point for section in collation.brief.sections for point in section.points if point.group]
    assert len({point.group for point in points}) == len(points)


def test_what_somebody_said_never_stands_as_the_outlets_word() -> None:
    """A reported clause comes with its speaker, or not at all."""
    made = Made("Ana Ruiz said the old tunnel had flooded in the night.", "Herald")
    ruiz = made.who("Ana Ruiz", "Ana Ruiz")
    key = made.says("the old tunnel had flooded in the night", source=spoken(ruiz, "Ana Ruiz"))
    alignment = Alignment(groups=(group({made.account.id: made}, key),))
    collation = report((made.done(),), alignment, Judgements())
    lines = [point.text for section in collation.brief.sections for point in section.points]
    assert all(line.startswith("Ana Ruiz said") for line in lines)
    assert problems(collation) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The old tunnel of the harbour flooded in the night", True),
        ("The old tunnel of the harbour would have been a better shelter", False),
        ("‘The old tunnel of the harbour flooded in the night.’", False),
        ("It was used by the harbour for old tunnel trains", False),
        ("Bakers of the upper town opened their doors at dawn", False),
    ],
)
def test_one_account_alone_tells_news_of_the_title(text: str, told: bool) -> None:
    """Not what did not happen, somebody's words without a name, or a thing of which the story is not."""
    one = Made(f"{text}.\nThe rest of it is history.", "Herald")
    key = one.says(text)
    two = Made("Tunnel of the harbour floods\nA pump failed there.", "Post", title="Old tunnel of the harbour floods")
    alignment = Alignment(groups=(group({one.account.id: one}, key),))
    collation = report((one.done(), two.done()), alignment, Judgements())
    lines = [each.text for section in collation.brief.sections for each in section.points if section.title != "Tone"]
    assert (lines == [text]) == told


def test_a_tone_says_which_words_made_it() -> None:
    """The words stand in the cited claim; no figure of ours passes for the account's."""
    collation = report(*ferry())
    (section,) = [each for each in collation.brief.sections if each.title == TITLES["tone"]]
    (point,) = section.points
    assert "“reckless”" in point.text
    assert problems(collation) == ()
