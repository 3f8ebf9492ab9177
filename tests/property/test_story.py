"""What the whole way from accounts to a collation keeps, whatever accounts it is given in whatever order."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum import collate
from variorum.model.collation import Collation
from variorum.model.text import Account
from variorum.model.wire import encode

ACCOUNTS = (
    Account(
        text=(
            "Bridge at Kallan closed\n\n"
            "The mayor of Kallan, Ida Brandt, closed the old bridge on Monday after 12 cracks were found in it.\n"
            "“We will not wait for a collapse,” Brandt said. She wants 40 million crowns from the government.\n"
        ),
        names=("herald.txt",),
        outlet="Herald",
        published="2024-03-05",
    ),
    Account(
        text=(
            "Engineers found 20 cracks in the old bridge at Kallan.\n"
            "Mayor Brandt closed it on Monday, and the government refused to pay for repairs.\n"
        ),
        names=("courier.txt",),
        outlet="Courier",
        published="2024-03-06",
    ),
)


@pytest.fixture(scope="module")
def whole() -> Collation:
    """The two accounts, each once, in order."""
    return collate(ACCOUNTS)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(ACCOUNTS), min_size=2, max_size=5).filter(lambda given: len(set(given)) == 2))
def test_order_and_doubling_change_nothing(whole: Collation, accounts: list[Account]) -> None:
    """Any order, and any account any number of times: the same bytes."""
    assert encode(collate(accounts)) == encode(whole)


def test_an_account_under_two_names_is_one_with_both(whole: Collation) -> None:
    """The copy's name is kept; nothing else changes."""
    first, second = ACCOUNTS
    found = collate([first, second, replace(first, names=("copy.txt",))])
    assert {row.names for row in found.accounts} == {("copy.txt", "herald.txt"), ("courier.txt",)}
    assert encode(replace(found, accounts=())) == encode(replace(whole, accounts=()))


def test_every_claim_is_cited_to_its_words(whole: Collation) -> None:
    """`at` cuts the claim's own text out of its account."""
    texts = {row.id: row.text for row in whole.accounts}
    assert whole.claims
    for claim in whole.claims:
        assert texts[claim.account][claim.at[0] : claim.at[1]] == claim.text


def test_every_claim_stands_in_one_row_of_the_ledger(whole: Collation) -> None:
    """Nothing is lost, nothing counted twice."""
    claims = [each for row in whole.ledger for each in row.claims]
    assert sorted(claims) == sorted(claim.id for claim in whole.claims)


def test_one_account_alone_parts_from_nobody() -> None:
    """And every row of its ledger is told once."""
    for account in ACCOUNTS:
        alone = collate([account])
        assert not [row for row in alone.divergences if row.between == "accounts"]
        assert all(row.accounts == 1 for row in alone.ledger)
