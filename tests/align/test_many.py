"""Stories of so many accounts that not every pair of claims is looked at."""

import numpy as np
import pytest

from tests.report.made import Made
from variorum.align import candidates, claims
from variorum.align.many import CROWD, SIDE, Expected, between_groups

EAST, NORTH = np.array([1.0, 0.0], np.float32), np.array([0.0, 1.0], np.float32)
NEAR = np.array([0.8, 0.6], np.float32)


def test_what_is_expected_is_the_mean_of_pairs_as_near() -> None:
    """And never less of nearer ones."""
    mixed = np.stack([EAST, EAST, NEAR, NORTH, NEAR])
    pairs = np.array([[0, 1], [0, 2], [0, 4], [0, 3]])
    found = Expected.of(mixed, np.arange(5), pairs, np.array([0.9, 0.3, 0.5, 0.0]))
    same, near, far = found.expected(np.array([[0, 1], [1, 2], [0, 3]])).tolist()
    assert same == pytest.approx(0.9, abs=0.01)
    assert near == pytest.approx(0.4, abs=0.01)
    assert far == 0.0
    assert Expected.of(mixed, np.arange(5), pairs[:2], np.array([0.1, 0.6])).expected(pairs[:1]) >= 0.6


def test_within_one_account_nothing_is_expected() -> None:
    """Only pairs of two accounts count; of large groups a sample stands for all."""
    mixed = np.stack([EAST] * 4 * SIDE)
    accounts = np.array([0, 0, 0, 1, 1, 1] + [0, 1] * (2 * SIDE - 3))
    accounts[6:] = np.random.default_rng(1).permutation(accounts[6:])
    found = Expected.of(mixed, accounts, np.array([[0, 3]]), np.array([0.5]))
    assert found.between([0, 1], [2]) == 0.0
    assert found.between([0], [2, 3, 4]) == pytest.approx(1.0)
    half = 2 * SIDE
    assert found.between(range(half), range(half, 2 * half)) == pytest.approx(half * half * 0.25, rel=0.1)


def test_large_groups_that_lie_near_are_looked_at_again() -> None:
    """By their nearest claims of two accounts; small groups are not."""
    mixed = np.stack([EAST] * CROWD + [NEAR] * CROWD + [NORTH])
    accounts = np.arange(len(mixed)) % CROWD
    groups = [list(range(CROWD)), list(range(CROWD, 2 * CROWD)), [2 * CROWD]]
    pairs = between_groups(mixed, accounts, groups)
    assert len(pairs)
    assert all(left < CROWD <= right < 2 * CROWD for left, right in pairs.tolist())
    assert all(accounts[left] != accounts[right] for left, right in pairs.tolist())
    assert not len(between_groups(mixed, accounts, groups[1:]))


def _told(number: int, text: str) -> Made:
    made = Made(f"{text}.", f"Outlet {number}")
    made.says(text)
    return made


def test_what_many_accounts_tell_in_two_ways_is_one_group(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though each claim's nearest are all in its own words; and what is told besides stays apart."""
    first = "The miners of Brennik went on strike on Monday"
    second = "On Monday the miners of Brennik went on strike"
    other = "A choir sang hymns in the old cathedral"
    texts = [first, second] * 16 + [other] * 3
    story = [_told(number, text).done() for number, text in enumerate(texts)]
    monkeypatch.setattr(claims, "candidates_of", lambda views: candidates.candidates_of(views, most=8))
    groups, _ = claims.align_claims(story, [])
    assert sorted(len(each.claims) for each in groups) == [3, 32]
