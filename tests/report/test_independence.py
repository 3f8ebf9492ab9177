"""What counts as independent: origins through credits, witnesses through utterances, offices and spokesmen."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.report.made import HERE, Made, entity, group, spoken
from variorum.model.alignment import Alignment, Credit, Entity, Key, Reprint
from variorum.model.collation import Collation, LedgerRow
from variorum.model.judgement import Judgements
from variorum.report import report

SAID = "the lock will stay shut until every gate of it has been replaced"


def row_of(made: Sequence[Made], keys: Sequence[Key], entities: tuple[Entity, ...] = (), **rest: Any) -> LedgerRow:
    return collated(made, keys, entities, **rest).ledger[0]


def collated(made: Sequence[Made], keys: Sequence[Key], entities: tuple[Entity, ...] = (), **rest: Any) -> Collation:
    story = {each.account.id: each for each in made}
    alignment = Alignment(entities=entities, groups=(group(story, *keys),), **rest)
    return report(tuple(each.done() for each in made), alignment, Judgements())


def credit(made: Made, words: str, homes: tuple[str, ...] = (), whole: bool = False) -> Credit:
    return Credit(
        evidence=(made.span(words),),
        origin=HERE,
        account=made.account.id,
        outlet="gazette",
        name=words,
        whole=whole,
        homes=homes,
    )


def test_two_that_credit_one_outlet_are_one_origin_of_that_row() -> None:
    """And the account of that outlet with them; an account that credits nobody stays apart."""
    texts = ("The wall is sinking, the Gazette reported.", "The wall sinks, the Gazette said.", "The wall is sinking.")
    made = [Made(text, f"{at} Post") for at, text in enumerate(texts)]
    own = Made("The wall has begun to sink.", "Gazette")
    keys = [
        each.says(words)
        for each, words in zip(made, ("The wall is sinking", "The wall sinks", "The wall is sinking"), strict=True)
    ]
    credits_ = tuple(credit(each, "the Gazette", (own.account.id,)) for each in made[:2])
    assert row_of(made, keys, credits=credits_).origins == 2
    keys.append(own.says("The wall has begun to sink"))
    row = row_of([*made, own], keys, credits=credits_)
    assert (row.accounts, row.origins) == (4, 2)


def test_a_credit_elsewhere_in_the_account_does_not_fold_a_row() -> None:
    """What the credit does not stand beside is the account's own."""
    made = [Made("The wall is sinking.\nA gate is cracked, the Gazette reported.", f"{at} Post") for at in range(2)]
    keys = [each.says("The wall is sinking") for each in made]
    assert row_of(made, keys, credits=tuple(credit(each, "the Gazette") for each in made)).origins == 2


def test_accounts_that_have_their_story_from_one_outlet_are_one_origin() -> None:
    """Of every row and of the header; the account says whom it credits, and where."""
    made = [Made(f"{at} times the Gazette told of it.\nThe wall is sinking.", f"{at} Post") for at in range(3)]
    keys = [each.says("The wall is sinking") for each in made]
    found = collated(made, keys, credits=tuple(credit(each, "the Gazette", whole=True) for each in made[:2]))
    assert found.ledger[0].origins == 2
    assert len({account.origin for account in found.accounts}) == 2
    first = next(account for account in found.accounts if account.outlet == "0 Post")
    assert first.credited is not None
    assert first.text[slice(*first.credited)] == first.credit == "the Gazette"


def test_one_outlet_is_no_second_origin_for_itself() -> None:
    """Two texts of one outlet are one origin."""
    made = [Made("The wall is sinking.", "Post"), Made("At Kallan the wall is sinking.", "Post")]
    assert row_of(made, [each.says("wall is sinking") for each in made]).origins == 1


def test_one_sentence_in_the_same_words_is_one_origin_unless_it_is_quoted() -> None:
    """An edited word leaves it a copy; the same words in marks were said to both."""
    words = "A tug has struck the western gate of the old lock at Kallan late on Monday"
    made = [Made(f"{words}.", "Post"), Made(f"{words.replace('has struck', 'struck')}.", "Herald")]
    keys = [made[0].says(words), made[1].says(words.replace("has struck", "struck"))]
    assert row_of(made, keys).origins == 1
    quoted = [Made(f"“{words}”, Ida Brandt said.", "Post"), Made(f"“{words}”, said Ida Brandt.", "Herald")]
    for each in quoted:
        each.quoted(f"“{words}”")
    keys = [each.says(words, source=spoken(text="Ida Brandt")) for each in quoted]
    assert row_of(quoted, keys).origins == 2


def test_one_utterance_is_one_witness_whatever_its_speaker_is_called() -> None:
    """A joint letter, its signatory and a pronoun, with the same words: one witness, one party's word."""
    made = [Made(f"“{SAID}”, it was said.", f"{at} Post") for at in range(3)]
    keys = []
    for each, source in zip(made, ("a joint letter", "the chairmen", "Ida Brandt"), strict=True):
        each.quoted(f"“{SAID}”")
        keys.append(each.says(SAID, source=spoken(text=source)))
    row = row_of(made, keys)
    assert (row.origins, row.witnesses, row.status) == (3, 1, "one-party")


def test_an_outlet_that_carries_quoted_words_as_its_own_is_no_witness() -> None:
    """The words stand in marks elsewhere: they are that speaker's."""
    one, two = Made(f"“{SAID}”, Ida Brandt said.", "Post"), Made(f"And {SAID}.", "Herald")
    one.quoted(f"“{SAID}”")
    keys = [one.says(SAID, source=spoken(text="Ida Brandt")), two.says(SAID)]
    row = row_of([one, two], keys)
    assert (row.witnesses, row.status) == (1, "one-party")


def test_different_words_of_two_named_speakers_are_two_witnesses() -> None:
    """Nothing is folded that the accounts show apart."""
    one, two = Made("The wall is sinking, Ida Brandt said.", "Post"), Made("Stones slide, Leo Part said.", "Herald")
    keys = [
        one.says("The wall is sinking", source=spoken(text="Ida Brandt")),
        two.says("Stones slide", source=spoken(text="Leo Part")),
    ]
    row = row_of([one, two], keys)
    assert (row.witnesses, row.status) == (2, "corroborated")


def test_a_company_and_its_spokesman_are_one_party() -> None:
    """ "Kallan Locks", "a Kallan Locks spokesman" and "the company" are one voice."""
    texts = (
        "Kallan Locks said the gate had failed.",
        "The gate broke, a Kallan Locks spokesman said.",
        "It gave way, the company said.",
    )
    made = [Made(text, f"{at} Post") for at, text in enumerate(texts)]
    firm = made[0].who("Kallan Locks", "Kallan Locks", "organization")
    keys = [
        made[0].says("the gate had failed", source=spoken(firm, "Kallan Locks")),
        made[1].says("The gate broke", source=spoken(text="a Kallan Locks spokesman")),
        made[2].says("It gave way", source=spoken(text="the company")),
    ]
    row = row_of(made, keys, (entity(made, "Kallan Locks", "organization"),))
    assert (row.origins, row.witnesses, row.status) == (3, 1, "one-party")


def test_an_office_and_its_holder_are_one_witness() -> None:
    """One account gives the name, the other the office that the first one tells."""
    one, two = (
        Made("Harbour master Ida Brandt said the gate had failed.", "Post"),
        Made("It broke, said the town's harbour master.", "Herald"),
    )
    brandt = one.who("Ida Brandt", "Ida Brandt", title="Harbour master")
    keys = [
        one.says("the gate had failed", source=spoken(brandt, "Harbour master Ida Brandt")),
        two.says("It broke", source=spoken(text="harbour master")),
    ]
    row = row_of([one, two], keys, (entity([one, two], "Ida Brandt"),))
    assert (row.witnesses, row.status) == (1, "one-party")


def test_an_office_ties_its_holder_to_the_body_that_it_names() -> None:
    """The lock authority, under two of its names, and its director: two sources, one party's word."""
    texts = (
        "Authority director Ida Brandt of the Kallan Lock Authority said the gate had failed.",
        "The gate broke, the Kallan Lock Authority and Museum said.",
    )
    one, two = Made(texts[0], "Post"), Made(texts[1], "Herald")
    brandt = one.who("Ida Brandt", "Ida Brandt", title="Authority director")
    one.who("Kallan Lock Authority", "Kallan Lock Authority", "organization")
    body = two.who("Kallan Lock Authority and Museum", "Kallan Lock Authority and Museum", "organization")
    keys = [
        one.says("the gate had failed", source=spoken(brandt, "Authority director Ida Brandt")),
        two.says("The gate broke", source=spoken(body, "the Kallan Lock Authority and Museum")),
    ]
    both = [one, two]
    entities = (
        entity(both, "Ida Brandt"),
        entity(both, "Kallan Lock Authority", "organization"),
        entity(both, "Kallan Lock Authority and Museum", "organization"),
    )
    row = row_of(both, keys, entities)
    assert (row.origins, row.witnesses, row.status) == (2, 2, "one-party")


def test_unnamed_sources_are_not_summed() -> None:
    """Two accounts that call their sources differently may have one; beside a name, only those who saw it count."""

    def told(first: str, second: str) -> tuple[int, str]:
        one, two = Made(f"The gate had failed, {first} said.", "Post"), Made(f"It broke, {second} said.", "Herald")
        keys = [
            each.says(words, source=spoken(text=who, kind="speaker" if who == "Ida Brandt" else "anonymous"))
            for each, words, who in ((one, "The gate had failed", first), (two, "It broke", second))
        ]
        row = row_of([one, two], keys)
        return row.witnesses, row.status

    assert told("an official", "two people close to the board") == (1, "one-party")
    assert told("Ida Brandt", "an official") == (1, "one-party")
    assert told("Ida Brandt", "an eyewitness") == (2, "corroborated")


def test_a_post_shown_whole_is_its_writers_word() -> None:
    """What stands above "— Name (@handle)" is no outlet's own telling."""
    one = Made("The gate is wide open — Ida Brandt (@idabrandt) March 4, 2024", "Post")
    two = Made("Ida Brandt wrote that water was coming through.", "Herald")
    brandt = two.who("Ida Brandt", "Ida Brandt")
    keys = [
        one.says("The gate is wide open"),
        two.says("water was coming through", source=spoken(brandt, "Ida Brandt")),
    ]
    row = row_of([one, two], keys, (entity([one, two], "Ida Brandt"),))
    assert (row.witnesses, row.status) == (1, "one-party")


def test_what_most_have_from_one_party_is_one_partys_word() -> None:
    """One of three that gives no source does not make it solid; two of three do."""
    made = [Made("The gate had failed, Ida Brandt said.", f"{at} Post") for at in range(3)]
    for named, status in ((2, "one-party"), (1, "corroborated")):
        fresh = [Made(each.account.text, each.account.outlet or "") for each in made]
        keys = [
            each.says("The gate had failed", source=spoken(text="Ida Brandt"))
            if at < named
            else each.says("gate had failed")
            for at, each in enumerate(fresh)
        ]
        assert row_of(fresh, keys).status == status


@given(st.lists(st.sampled_from(("", "Ida Brandt", "an official", "the company", "they")), min_size=1, max_size=5))
def test_a_copy_never_raises_origins_or_witnesses(sources: list[str]) -> None:
    """Whatever the sources: another outlet's copy of the first account adds an account and nothing else."""
    made = [Made(f"Note {at}. The gate had failed, it was said.", f"{at} Post") for at in range(len(sources))]
    keys = [_told(each, source) for each, source in zip(made, sources, strict=True)]
    before = row_of(made, keys)
    copy = Made(made[0].account.text, "Copying Mirror")
    both = (copy.span(copy.account.text), made[0].span(made[0].account.text))
    whole = Reprint(
        evidence=both, origin=HERE, accounts=(copy.account.id, made[0].account.id), pairs=(both,), share=0.97
    )
    after = row_of([*made, copy], [*keys, _told(copy, sources[0])], reprints=(whole,))
    assert after.accounts == before.accounts + 1
    assert (after.origins, after.witnesses) == (before.origins, before.witnesses)
    assert before.witnesses <= before.accounts


def _told(made: Made, source: str) -> Key:
    kind = "anonymous" if source.startswith("an ") else "speaker"
    return made.says("The gate had failed", **({"source": spoken(text=source, kind=kind)} if source else {}))


def test_a_named_party_above_its_officials_is_one_party() -> None:
    """A minister and a ministry: two sources, one party's word."""
    one, two = Made("The levy stands, Ana Ruiz said.", "Herald"), Made("It stands, the Ministry said.", "Gazette")
    ruiz = one.who("Ana Ruiz", "Ana Ruiz")
    ministry = two.who("Levy Ministry", "Ministry", "organization")
    keys = [
        one.says("The levy stands", source=spoken(ruiz, "Ana Ruiz")),
        two.says("It stands", source=spoken(ministry, "the Ministry")),
    ]
    entities = (
        replace(entity([one, two], "Ana Ruiz"), affiliation=1),
        entity([one, two], "Levy Ministry", "organization"),
    )
    assert row_of([one, two], keys, entities).status == "one-party"


def test_what_outlets_tell_in_their_own_voice_is_no_partys_word() -> None:
    """Nor is it where one of them tells it of somebody's plan, or where one of two has it from a named source."""
    told = (
        ("Ida Brandt has decided to drain the lock.", "Ida Brandt has decided to drain the lock"),
        ("Brandt will have the lock drained.", "Brandt will have the lock drained"),
    )
    made = [Made(text, f"{at} Post") for at, (text, _) in enumerate(told)]
    for each in made:
        each.who("Ida Brandt", "Brandt")
    keys = [each.says(words) for each, (_, words) in zip(made, told, strict=True)]
    assert row_of(made, keys, (entity(made, "Ida Brandt"),)).status == "corroborated"
    sourced = [Made("The lock is dry, Brandt said.", "0 Post"), Made("The lock has no water.", "1 Post")]
    for each in sourced[:1]:
        each.who("Ida Brandt", "Brandt")
    keys = [
        sourced[0].says("The lock is dry", source=spoken(0, "Brandt")),
        sourced[1].says("The lock has no water"),
    ]
    assert row_of(sourced, keys, (entity(sourced, "Ida Brandt"),)).status == "corroborated"


def test_no_row_has_more_witnesses_than_origins() -> None:
    """One story that names two sources, carried twice, is one."""
    text = "The lock is dry, Ida Brandt said.\nThe lock is empty of water, Omar Said said."
    made = [Made(text, f"{at} Post") for at in range(2)]
    for each in made:
        each.who("Ida Brandt", "Ida Brandt")
        each.who("Omar Said", "Omar Said")
    keys = [
        made[0].says("The lock is dry", source=spoken(0, "Ida Brandt")),
        made[1].says("The lock is empty of water", source=spoken(1, "Omar Said")),
    ]
    passages = (made[0].span(text[:30]), made[1].span(text[:30]))
    copied = Reprint(
        evidence=passages, origin=HERE, accounts=tuple(e.account.id for e in made), pairs=(passages,), share=0.9
    )
    row = row_of(made, keys, (entity(made, "Ida Brandt"), entity(made, "Omar Said")), reprints=(copied,))
    assert (row.origins, row.witnesses, row.status) == (1, 1, "single")


def test_two_versions_of_an_agencys_story_are_one_origin() -> None:
    """A shared passage under an agency's name needs be but a fifth of the shorter account."""
    made = [Made("The lock is dry. It was drained at dawn.", f"{at} Post") for at in range(2)]
    keys = [each.says("The lock is dry") for each in made]
    passages = (made[0].span("The lock is dry."), made[1].span("The lock is dry."))
    shared = Reprint(
        evidence=passages, origin=HERE, accounts=tuple(e.account.id for e in made), pairs=(passages,), share=0.25
    )
    apart = collated(made, keys, reprints=(shared,))
    wired = collated(made, keys, reprints=(replace(shared, credit="AP"),))
    assert len({account.origin for account in apart.accounts}) == 2
    assert len({account.origin for account in wired.accounts}) == 1
    assert wired.ledger[0].origins == 1
