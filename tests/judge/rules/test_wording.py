"""Wording: one utterance, quoted in two ways."""

from dataclasses import replace
from functools import partial

import pytest

from tests.judge.made import aligned, told
from tests.report.made import Made, spoken
from tests.timing import seconds
from variorum.judge.rules.found import Candidate
from variorum.judge.rules.wording import reworded
from variorum.judge.told import Told, told_of
from variorum.model.alignment import Alignment
from variorum.model.markup import AnnotatedAccount, ClaimSource


def _story(*quoted: tuple[str, str]) -> tuple[Made, ...]:
    made = []
    for at, (words, speaker) in enumerate(quoted):
        account = Made(f"{words}, {speaker or 'somebody'} said.", f"Outlet{at}")
        account.quoted(words, account.who(speaker, speaker) if speaker else None, speaker)
        account.says(words)
        made.append(account)
    return tuple(made)


def _all(claims: tuple[Told, ...], alignment: Alignment) -> list[Candidate]:
    return list(reworded(claims, alignment))


def _found(*quoted: str, speakers: tuple[str, ...] = ()) -> list[Candidate]:
    story = _story(*zip(quoted, speakers or ("Varga",) * len(quoted), strict=True))
    return _all(told(*story), aligned(*story))


ONE = "“We will never accept a border drawn by strangers”"
OTHER = "“We will never accept a frontier drawn by foreigners”"


def test_another_rendering_parts() -> None:
    """The words that changed are named; both quotations are the values."""
    (only,) = _found(ONE, OTHER)
    assert set(only.found.values) == {ONE.strip("“”"), OTHER.strip("“”")}
    assert "“border … strangers”" in only.found.why
    assert "“frontier … foreigners”" in only.found.why
    assert only.found.severity == "tension"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE, "“We will never accept a border drawn”"),
        (ONE, '"we will NEVER accept a  border, drawn by strangers."'),
        (ONE, "“[Norland] will never accept a border drawn by strangers”"),
        (ONE, "“[W]e will never accept a border drawn by strangers”"),
        (ONE, "“We will never accept a border (of any kind) drawn by strangers”"),
        (ONE, "“We will never accept … drawn by strangers”"),
        (ONE, "“We will never accept a border ... drawn by strangers”"),
        (ONE, "“We'll never accept a border drawn by strangers”"),
        (
            "“It doesn’t honour a word of our agreement on wheat”",
            "“It does not honor a word of our agreement on wheat”",
        ),
        ("“The U.S. sent 12 e-mails about the co-operation”", "“The US sent twelve emails about the cooperation”"),
        ("“We realised that the harbour centre was closed”", "“We realized that the harbor center was closed”"),
        ("“The fibre cable was cut on the 11th day of it”", "“The fiber cable was cut on the eleventh day of it”"),
        (ONE, "“We will never accept the border drawn by strangers”"),
    ],
)
def test_what_is_heard_alike_does_not(one: str, other: str) -> None:
    """A cut at an end, marks, capitals, brackets, ellipses, contractions, spellings, figures, one light word."""
    assert _found(one, other) == []


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("“We will accept a border drawn by strangers”", "never"),
        ("“We will never accept a new border drawn by strangers”", "new"),
        ("“We shall never, sir, accept a border drawn by strangers”", "sir"),
        ("“We will never accept [any] border drawn by foreigners”", "foreigners"),
    ],
)
def test_real_changes_do(other: str, said: str) -> None:
    """A word left out or put in without a mark, also beside what an editor marked."""
    (only,) = _found(ONE, other)
    assert f"{said}”" in only.found.why


def test_two_speakers_do_not() -> None:
    """Two people may say nearly the same; a long statement that two are said to have made is one."""
    assert _found(ONE, OTHER, speakers=("Varga", "Olsen")) == []
    long = "“{} on conditions at the port, {} may have to wait outside until officers have dealt with those within”"
    parted = _found(long.format("Depending", "people"), long.format("Depending", "families"),
                    speakers=("Varga", "Olsen"))  # fmt: skip
    assert len(parted) == 1
    assert parted[0].found.between == "accounts"


LONG = "“We will never{} accept {} border that the {} have drawn{} in the sand of our fathers”"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("", "a", "strangers", ""), ("", "the", "strangers", "")),
        (("", "a", "strangers", ""), (", Mr. President,", "a", "strangers", "")),
        (("", "a", "strangers", ""), ("", "a", "strangers", " for them")),
        (("", "a", "strangers", ""), ("", "a", "strangers", " as to the outcome")),
        (("", "a big", "strangers", ""), ("", "a bigger", "strangers", "")),
        (("", "a", "memorandums", ""), ("", "a", "memoranda", "")),
        (("", "it as a", "strangers", ""), ("", "the offer as a", "strangers", "")),
    ],
)
def test_trifles_do_not(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Articles, vocatives, pronouns, a phrase of one plain noun, another form of a word."""
    assert _found(LONG.format(*one), LONG.format(*other)) == []


@pytest.mark.parametrize(
    "other",
    [
        ("", "a", "strangers", " in Sudmark"),
        ("", "only a", "strangers", ""),
        (" not", "a", "strangers", ""),
        ("", "a", "foreigners", ""),
        ("", "a", "strangers", " without the consent of the growers"),
    ],
)
def test_what_matters_does(other: tuple[str, ...]) -> None:
    """A name, a limit, a denial, another noun, a condition cut."""
    assert len(_found(LONG.format("", "a", "strangers", ""), LONG.format(*other))) == 1


def _sourced(story: tuple[Made, ...], *sources: ClaimSource) -> tuple[AnnotatedAccount, ...]:
    marked = (each.done() for each in story)
    return tuple(
        replace(each, claims=tuple(replace(claim, source=source) for claim in each.claims))
        for each, source in zip(marked, sources, strict=True)
    )


def test_what_a_paper_says_is_not_what_a_person_says() -> None:
    """A suit and the man who files it use nearly the same words on two occasions."""
    story = _story((ONE, "Varga"), (OTHER, ""))
    alignment = aligned(*story)
    for source, found in (("somebody", 1), ("the lawsuit", 0)):
        marked = _sourced(story, spoken(0, "Varga"), spoken(text=source))
        assert len(_all(tuple(told_of(marked, alignment).values()), alignment)) == found


def test_one_statement_given_to_two_speakers_names_them() -> None:
    """Where the accounts themselves name two speakers of one statement, that is what parts them."""
    long = "“{} conditions at the port, people may have to wait outside until officers have dealt with those within”"
    story = _story((long.format("Depending on"), "Varga"), (long.format("Depending upon"), "Olsen"))
    alignment = aligned(*story)
    marked = _sourced(story, spoken(0, "chief Varga"), spoken(0, "chief Olsen"))
    (found,) = _all(tuple(told_of(marked, alignment).values()), alignment)
    assert "to Varga, the other to Olsen" in found.found.why


def test_one_name_is_one_speaker() -> None:
    """Whom one account names in full and the other by surname, nobody has parted, though they stand as two."""
    long = "“{} conditions at the port, people may have to wait outside until officers have dealt with those within”"
    story = _story((long.format("Depending on"), "Ida Varga"), (long.format("Depending upon"), "Varga"))
    alignment = aligned(*story)
    marked = _sourced(story, spoken(0, "chief Ida Varga"), spoken(0, "chief Varga"))
    found = _all(tuple(told_of(marked, alignment).values()), alignment)
    assert not any("the other to" in each.found.why for each in found)


def test_an_utterance_is_told_once() -> None:
    """Three renderings are one finding; an account that has both is on neither side but its own."""
    third = "“We will never accept a frontier drawn by strangers”"
    (only,) = _found(ONE, OTHER, third, OTHER.upper())
    accounts = [{told.key.account for told in side} for side in (only.first, only.second)]
    assert sorted(map(len, accounts)) == [1, 2]
    assert not accounts[0] & accounts[1]


def test_other_words_are_another_utterance() -> None:
    """A few words in common, or a long passage more in the middle, are no rendering."""
    assert _found(ONE, "“We will never talk to strangers about wheat, grain or anything else of ours”") == []
    more = "“We will never accept, whatever they promise us in the long nights of this endless winter, a border drawn”"
    assert _found(ONE, more) == []


def test_many_quotations_take_no_longer_than_they_must() -> None:
    """Twice the quotations of the same words take at most some four times as long."""
    stories = []
    for size in (100, 200):
        story = _story(
            *((f"“We will never accept border number {at} drawn by strangers”", "Varga") for at in range(size))
        )
        stories.append((told(*story), aligned(*story)))
    few, many = (seconds(partial(_all, *each)) for each in stories)
    assert many < 6 * few + 0.1
