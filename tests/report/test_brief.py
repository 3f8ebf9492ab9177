"""The brief: full lines, verbatim, cited, none twice."""

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


def test_a_tone_says_which_words_made_it() -> None:
    """The words stand in the cited claim; no figure of ours passes for the account's."""
    collation = report(*ferry())
    (section,) = [each for each in collation.brief.sections if each.title == TITLES["tone"]]
    (point,) = section.points
    assert "“reckless”" in point.text
    assert problems(collation) == ()
