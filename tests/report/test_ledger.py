"""The ledger counts accounts, origins and witnesses apart, and says what the counts mean."""

from dataclasses import replace

import pytest

from tests.report.made import HERE, Made, entity, ferry, group, spoken
from variorum.model.alignment import Alignment, Reprint
from variorum.model.judgement import Judgements
from variorum.report import report
from variorum.report.catalogue import catalogue
from variorum.report.origins import families


def test_a_copied_passage_folds_two_accounts_into_one_origin() -> None:
    """Two accounts whose claim stands in a shared passage are one origin of that row, and of that row only."""
    rows = {row.text: row for row in report(*ferry()).ledger}
    copied = rows["Rescuers took 41 people to safety"]
    assert (copied.accounts, copied.origins, copied.witnesses) == (3, 2, 2)
    aground = rows["The ferry Alba ran aground off Kestrel Point on Monday"]
    assert (aground.accounts, aground.origins) == (3, 3)


def test_status_follows_from_the_counts() -> None:
    """Independent and undisputed is corroborated, a conflict makes a row contested, one account alone is single."""
    statuses = {row.text: row.status for row in report(*ferry()).ledger}
    assert statuses["The ferry Alba ran aground off Kestrel Point on Monday"] == "corroborated"
    assert statuses["Rescuers took 41 people to safety"] == "contested"
    assert statuses["the rudder had failed"] == "single"


def test_one_spokesman_in_many_accounts_is_one_witness() -> None:
    """Three outlets that quote one man have one witness between them, and the row is one party's."""
    made = [
        Made(f"The pier will close, Omar Said told the {name}.", name) for name in ("Herald", "Standard", "Gazette")
    ]
    story = {each.account.id: each for each in made}
    keys = []
    for each in made:
        omar = each.who("Omar Said", "Omar Said")
        keys.append(each.says("The pier will close", source=spoken(omar, "Omar Said")))
    alignment = Alignment(entities=(entity(made, "Omar Said"),), groups=(group(story, *keys),))
    (row,) = report(tuple(each.done() for each in made), alignment, Judgements()).ledger
    assert (row.accounts, row.origins, row.witnesses, row.status) == (3, 3, 1, "one-party")


def test_two_officials_of_one_party_do_not_corroborate() -> None:
    """A minister and his spokeswoman are two witnesses of one party."""
    one = Made("The levy stands, Ana Ruiz said.", "Herald")
    two = Made("The levy stands, Leo Part said.", "Gazette")
    story = {each.account.id: each for each in (one, two)}
    for each, name in ((one, "Ana Ruiz"), (two, "Leo Part")):
        each.who(name, name)
    keys = [each.says("The levy stands", source=spoken(0, "somebody")) for each in (one, two)]
    both = [one, two]
    ministry = replace(entity(both, "Ana Ruiz"), name="Ministry", kind="organization", members=(), roles=())
    entities = (entity(both, "Ana Ruiz", affiliation=2), entity(both, "Leo Part", affiliation=2), ministry)
    alignment = Alignment(entities=entities, groups=(group(story, *keys),))
    (row,) = report(tuple(each.done() for each in both), alignment, Judgements()).ledger
    assert (row.witnesses, row.status) == (2, "one-party")


def test_doubling_an_account_never_raises_its_origins() -> None:
    """The same text under another outlet's name, found as a reprint, adds an account and no origin."""
    story, alignment, judgements = ferry()
    before = {row.text: row.origins for row in report(story, alignment, judgements).ledger}
    one = story[0]
    copy = Made(one.account.text, "Copying Mirror")
    doubled = (copy.span(one.account.text), one.sentences[0].span)
    whole = Reprint(evidence=doubled, origin=HERE, accounts=(copy.account.id, one.id), pairs=(doubled,), share=1.0)
    key = copy.says("Rescuers took 41 people to safety")
    groups = tuple(
        replace(each, claims=(*each.claims, key)) if at == 1 else each for at, each in enumerate(alignment.groups)
    )
    wider = replace(alignment, groups=groups, reprints=(*alignment.reprints, whole))
    after = report((*story, copy.done()), wider, judgements)
    row = next(row for row in after.ledger if row.text == "Rescuers took 41 people to safety")
    assert row.accounts == 4
    assert row.origins == before[row.text] == 2


def test_families_are_named_after_their_first_account() -> None:
    """Whole copies share an origin; a shared passage alone does not."""
    story, alignment, _ = ferry()
    assert set(families(catalogue(story, alignment)).values()) == {each.id for each in story}
    whole = replace(alignment, reprints=(replace(alignment.reprints[0], share=0.8),))
    assert len(set(families(catalogue(story, whole)).values())) == 2


def test_the_order_of_accounts_changes_nothing() -> None:
    """Turning the input round gives the same collation."""
    story, alignment, judgements = ferry()
    assert report(story[::-1], alignment, judgements) == report(story, alignment, judgements)


@pytest.mark.parametrize("gist", [0, 1, 2])
def test_a_row_shows_its_groups_gist_where_that_stands_alone(gist: int) -> None:
    """A shard, or words whose quotation mark never closes, give way to a member that is whole."""
    told = (
        "The ferry Alba ran aground at dawn",
        "The ferry Alba ran aground off the point",
        "the ferry Alba ran “aground off the point",
    )
    made = [Made(f"{words}.", f"P{at}") for at, words in enumerate(told)]
    story = {each.account.id: each for each in made}
    keys = [each.says(words) for each, words in zip(made, told, strict=True)]
    found = replace(group(story, *keys), gist=keys[gist])
    (row,) = report([each.done() for each in made], Alignment(groups=(found,)), Judgements()).ledger
    assert row.text in told[:2]
    assert gist == 2 or row.text == told[gist]


def test_a_row_speaks_with_the_words_that_the_others_bear() -> None:
    """What one account alone adds stands in its text, and not in the row's line."""
    told = (
        "The mayor opened the long bridge on Monday for her holiday guests and their seven dogs",
        "The mayor opened the long bridge on Monday",
        "On Monday the long bridge was opened by the mayor",
    )
    made = [Made(f"{words}.", f"P{at}") for at, words in enumerate(told)]
    story = {each.account.id: each for each in made}
    keys = [each.says(words) for each, words in zip(made, told, strict=True)]
    (row,) = report([each.done() for each in made], Alignment(groups=(group(story, *keys),)), Judgements()).ledger
    assert row.text in told[1:]


@pytest.mark.parametrize(
    "cut",
    [
        "The Alba, which had forty people on board",
        "More than forty people live in the old harbour houses – built",
        "Harbour Harbour master closes the pier",
        "Stretching forty feet along the harbour wall",
        "The Alba is several of those ferries bolted together",
        "On Friday, he opened the sixth pier of the harbour",
        "In addition to the Alba, he runs the harbour railway",
        "Guaranteed to be exciting, one way or another,' Brandt posted",
        "The harbour master told forty people on Monday night",
    ],
)
def test_a_cut_or_dangling_member_gives_way_to_a_whole_one(cut: str) -> None:
    """Whichever the group names."""
    whole = "The harbour master closed the pier to forty people"
    made = [Made(f"{words}.", f"P{at}") for at, words in enumerate((cut, whole))]
    story = {each.account.id: each for each in made}
    keys = [each.says(words) for each, words in zip(made, (cut, whole), strict=True)]
    (row,) = report([each.done() for each in made], Alignment(groups=(group(story, *keys),)), Judgements()).ledger
    assert row.text == whole


@pytest.mark.parametrize("quoted", [False, True])
def test_a_row_speaks_in_plain_words(quoted: bool) -> None:
    """A member with a loaded word of its outlet's own gives way; a source's word is the source's."""
    loaded, plain = "The harbour board axed the pier", "The harbour board shut the pier in a hurry after lunch"
    made = [Made(f"{text}.", f"P{at}") for at, text in enumerate((loaded, plain))]
    made[0].worded("axed", quoted=quoted)
    keys = [each.says(text) for each, text in zip(made, (loaded, plain), strict=True)]
    story = {each.account.id: each for each in made}
    (row,) = report([each.done() for each in made], Alignment(groups=(group(story, *keys),)), Judgements()).ledger
    assert row.text == (loaded if quoted else plain)
