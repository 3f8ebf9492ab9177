"""Groups of claims: what states one thing, with a person's rulings followed."""

from tests.report.made import Made
from variorum.align.claims import align_claims
from variorum.model.alignment import ClaimGroup, Key

SAME = "The miners of Brennik went on strike"
OTHER = "A choir sang hymns in the old cathedral"


def _story() -> tuple[Made, Made]:
    """Two accounts that open alike; the first goes on with something else."""
    one, two = Made(f"{SAME}.\n{OTHER}.", "Herald"), Made(f"{SAME}.", "Courier")
    one.says(SAME)
    one.says(OTHER)
    two.says(SAME)
    return one, two


def _sets(groups: tuple[ClaimGroup, ...]) -> set[frozenset[Key]]:
    return {frozenset(each.claims) for each in groups}


def test_what_is_said_alike_is_one_group() -> None:
    """And what only one account says is a group of its own."""
    one, two = _story()
    groups, _ = align_claims([one.done(), two.done()], [])
    a, b, c = Key(one.account.id, 0), Key(one.account.id, 1), Key(two.account.id, 0)
    assert _sets(groups) == {frozenset({a, c}), frozenset({b})}


def test_a_group_cites_its_claims() -> None:
    """The evidence is all its claims' words, the gist one of them; the rule says whether it stands alone."""
    one, two = _story()
    groups, _ = align_claims([one.done(), two.done()], [])
    spans = {Key(made.account.id, at): claim.span for made in (one, two) for at, claim in enumerate(made.claims)}
    for each in groups:
        assert each.evidence == tuple(spans[key] for key in each.claims)
        assert each.gist in each.claims
        assert each.origin.rule == ("group.linked" if len(each.claims) > 1 else "group.alone")


def test_a_ruling_keeps_claims_apart() -> None:
    """Whatever the scorer thinks."""
    one, two = _story()
    a, c = Key(one.account.id, 0), Key(two.account.id, 0)
    groups, _ = align_claims([one.done(), two.done()], [], apart=[(a, c)])
    assert all(len(each.claims) == 1 for each in groups)


def test_a_ruling_joins_claims() -> None:
    """Two claims that share nothing."""
    one, two = Made(f"{OTHER}.", "Herald"), Made(f"{SAME}.", "Courier")
    one.says(OTHER)
    two.says(SAME)
    a, b = Key(one.account.id, 0), Key(two.account.id, 0)
    assert len(align_claims([one.done(), two.done()], [])[0]) == 2
    assert _sets(align_claims([one.done(), two.done()], [], together=[(b, a)])[0]) == {frozenset({a, b})}


def test_the_gist_is_no_headline() -> None:
    """The body says it more fully than the headline does."""
    one, two = _story()
    one.sentences[0] = type(one.sentences[0])(
        evidence=one.sentences[0].evidence, origin=one.sentences[0].origin, kind="headline"
    )
    groups, _ = align_claims([one.done(), two.done()], [])
    (both,) = [each for each in groups if len(each.claims) == 2]
    assert both.gist == Key(two.account.id, 0)


def test_a_story_without_claims_has_no_groups() -> None:
    """Nothing to align."""
    assert align_claims([Made("Nothing.", "Herald").done()], []) == ((), ())


def test_the_gist_has_the_polarity_of_most() -> None:
    """One account's "not" never stands for what the others state."""
    made = [Made(f"{SAME}.", outlet) for outlet in ("Herald", "Courier", "Post")]
    keys = [each.says(SAME, polarity="negative" if at == 0 else "positive") for at, each in enumerate(made)]
    groups, _ = align_claims([each.done() for each in made], [])
    (group,) = groups
    assert set(group.claims) == set(keys)
    assert group.gist != keys[0]
