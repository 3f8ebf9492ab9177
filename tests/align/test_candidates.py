"""Which pairs of claims are looked at."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.test_features import VIEW, _views
from variorum.align import candidates
from variorum.align.candidates import FAR, FLOOR, PER_ACCOUNT, Candidates, candidates_of, mixed_of, placed
from variorum.align.views import Views
from variorum.model.alignment import Key


def _story(sizes: list[int], seed: int = 0) -> Views:
    """Accounts of so many claims each, in any directions of five."""
    rng = np.random.default_rng(seed)
    vectors = rng.standard_normal((sum(sizes), 5)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = [replace(VIEW, key=Key(f"{name:03}", at)) for name, size in enumerate(sizes) for at in range(size)]
    return _views(*rows, vectors=vectors)


def _plain(views: Views) -> dict[tuple[int, int], tuple[int, float]]:
    """Rank and margin of each row's nearest, account by account, one by one."""
    mixed = mixed_of(views)
    names = [view.key.account for view in views.views]
    found = {}
    for row in range(len(names)):
        for name in sorted(set(names)):
            others = [at for at in range(len(names)) if names[at] == name]
            near = [-1.0 if at == row else float(mixed[row] @ mixed[at]) for at in others]
            order = sorted(range(len(others)), key=lambda at: (-near[at], at))
            for rank, at in enumerate(order[:PER_ACCOUNT]):
                rival = near[order[1 if rank == 0 else 0]] if len(others) > 1 else 0.0
                if near[at] >= FLOOR:
                    found[row, others[at]] = (rank + 1, near[at] - rival)
    return found


def _check(views: Views, found: Candidates) -> None:
    plain = _plain(views)
    assert found.pairs == sorted({(min(pair), max(pair)) for pair in plain})
    for (left, right), ranks, margin in zip(found.pairs, found.ranks.tolist(), found.margins.tolist(), strict=True):
        there, back = plain.get((left, right), (FAR, -0.5)), plain.get((right, left), (FAR, -0.5))
        assert ranks == [there[0], back[0]]
        assert margin == pytest.approx(max(there[1], back[1]), abs=1e-5)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 99))
def test_every_claim_has_its_nearest_of_each_account(sizes: list[int], seed: int) -> None:
    """As one would find them one by one, with their ranks and margins."""
    views = _story(sizes, seed)
    found = candidates_of(views)
    assert found.complete
    _check(views, found)


def test_blocks_of_rows_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a block ends within an account."""
    monkeypatch.setattr(candidates, "BLOCK", 4)
    views = _story([7, 6, 9])
    _check(views, candidates_of(views))


def test_of_many_accounts_only_the_nearest_claims_are_kept() -> None:
    """So many of a claim, the best of what all accounts would give; and then not every account was asked."""
    views = _story([3] * 12)
    every, few = candidates_of(views), candidates_of(views, most=5)
    assert every.complete
    assert not few.complete
    assert set(few.pairs) < set(every.pairs)
    mixed, plain = mixed_of(views), _plain(views)
    for row in range(36):
        near = sorted((float(mixed[row] @ mixed[other]), other) for one, other in plain if one == row)
        for _, other in near[-5:]:
            assert (min(row, other), max(row, other)) in few.pairs


def test_pairs_that_are_asked_for_stand_as_they_would_have() -> None:
    """The same ranks and margins as where all are looked at."""
    views = _story([4, 5, 3, 1])
    every = candidates_of(views)
    names = np.array([int(view.key.account) for view in views.views])
    across = names[every.left] != names[every.right]
    left, right = every.left[across], every.right[across]
    found = placed(views, mixed_of(views), left, right)
    assert found.ranks.tolist() == every.ranks[across].tolist()
    assert np.allclose(found.margins, every.margins[across], atol=1e-6)


def test_one_claim_has_no_candidates() -> None:
    """Nor has none."""
    assert candidates_of(_story([1])).pairs == []
    assert candidates_of(_views(vectors=np.zeros((0, 2), np.float32))).pairs == []


def test_pairs_grow_with_the_claims_and_not_with_their_square() -> None:
    """Each claim brings its nearest and no more, however many accounts there are."""
    views = _story([2] * 60)
    assert len(candidates_of(views, most=10).pairs) <= 10 * len(views.views)
    assert len(candidates_of(views, most=10**6).pairs) > 15 * len(views.views)
