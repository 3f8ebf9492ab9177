"""Features of pairs of claims: which pairs are looked at, and what is seen of them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.align import features
from variorum.align.candidates import candidates_of
from variorum.align.features import NAMES, features_of
from variorum.align.views import View, Views, Words
from variorum.model.alignment import Key

VIEW = View(
    key=Key("a", 0),
    text="",
    stems=frozenset({"treati"}),
    entities=frozenset(),
    numbers=(),
    times=frozenset(),
    predicate="sign",
    agent=None,
    patient=None,
    polarity="positive",
    modality="asserted",
    source_kind="outlet",
    speaker=None,
    headline=False,
)


def _views(*views: View, vectors: np.ndarray | None = None) -> Views:
    rows = np.ones((len(views), 2), np.float32) / np.float32(2**0.5) if vectors is None else vectors
    idf = {stem: 1.0 for view in views for stem in view.stems}
    slots = np.zeros((len(views), 3, rows.shape[1]), np.float32)
    words = tuple(Words((), np.zeros((0, rows.shape[1]), np.float32), np.zeros(0, np.float32)) for _ in views)
    return Views(views, rows, rows, slots, words, np.full(len(views), np.nan), idf)


def _seen(one: View, two: View) -> dict[str, float]:
    views = _views(replace(one, key=Key("a", 0)), replace(two, key=Key("b", 0)))
    (row,) = features_of(views, candidates_of(views))
    return dict(zip(NAMES, map(float, row), strict=True))


def test_numbers_of_one_unit_agree_or_differ() -> None:
    """Of two units, neither; of one side only, that."""
    twelve, twenty = replace(VIEW, numbers=((12, 12, "ship"),)), replace(VIEW, numbers=((20, 20, "ship"),))
    lamps = replace(VIEW, numbers=((20, 20, "lamp"),))
    names = ("number_same", "number_other", "number_one")
    assert [_seen(twelve, twelve)[name] for name in names] == [1, 0, 0]
    assert [_seen(twelve, twenty)[name] for name in names] == [0, 1, 0]
    assert [_seen(twelve, lamps)[name] for name in names] == [0, 0, 0]
    assert [_seen(twelve, VIEW)[name] for name in names] == [0, 0, 1]


def test_who_does_what_to_whom() -> None:
    """One's agent may be the other's patient."""
    hits, is_hit = replace(VIEW, agent=1, patient=2), replace(VIEW, agent=2, patient=1)
    assert _seen(hits, hits)["agent_same"] == 1
    assert _seen(hits, is_hit)["agent_other"] == 1
    assert _seen(hits, is_hit)["swapped"] == 1
    assert _seen(hits, VIEW)["agent_other"] == 0


def test_words_and_entities_in_common() -> None:
    """All, some or none."""
    one, two = replace(VIEW, stems=frozenset("ab"), entities=frozenset({1, 2})), replace(VIEW, stems=frozenset("bc"))
    assert _seen(one, one)["jaccard"] == 1
    assert round(_seen(one, two)["jaccard"], 3) == 0.333
    assert _seen(one, one)["entities"] == 1
    assert _seen(one, two)["entities"] == 0


def test_a_claim_without_words_is_no_error() -> None:
    """Nothing to share."""
    assert _seen(replace(VIEW, stems=frozenset()), VIEW)["tfidf"] == 0


KINDS = st.builds(
    replace,
    st.just(VIEW),
    stems=st.frozensets(st.sampled_from(["a", "b", "c"])),
    entities=st.frozensets(st.integers(0, 2)),
    times=st.frozensets(st.sampled_from(["2024", "2025"])),
    agent=st.none() | st.integers(0, 2),
    patient=st.none() | st.integers(0, 2),
    speaker=st.none() | st.integers(0, 2),
    polarity=st.sampled_from(["positive", "negative"]),
    headline=st.booleans(),
)


@given(KINDS, KINDS)
def test_the_order_of_two_claims_does_not_matter(one: View, two: View) -> None:
    """Every feature is symmetric."""
    assert _seen(one, two) == _seen(two, one)


def test_no_claims_no_candidates() -> None:
    """A story of empty accounts."""
    views = _views(vectors=np.zeros((0, 2), np.float32))
    assert features_of(views, candidates_of(views)).shape == (0, len(NAMES))


def test_slots_are_compared_by_their_vectors() -> None:
    """Like agents near 1, unlike ones near 0, and -1 where one has none."""
    east, north = np.array([1.0, 0.0], np.float32), np.array([0.0, 1.0], np.float32)
    views = _views(replace(VIEW, key=Key("a", 0)), replace(VIEW, key=Key("b", 0)))
    views.slots[0, 1], views.slots[1, 1] = east, east
    views.slots[0, 2], views.slots[1, 2] = east, north
    (row,) = features_of(views, candidates_of(views))
    seen = dict(zip(NAMES, map(float, row), strict=True))
    assert (seen["predicates"], seen["agents"], seen["patients"], seen["turned"]) == (-1, 1, 0, 1)


def test_words_are_met_or_strange() -> None:
    """A clause whose every word the other has is covered; the other one, that says more, is less so."""
    east, north = np.array([1.0, 0.0], np.float32), np.array([0.0, 1.0], np.float32)
    views = _views(replace(VIEW, key=Key("a", 0)), replace(VIEW, key=Key("b", 0)))
    short = Words(("sign",), np.stack([east]), np.ones(1, np.float32))
    long = Words(("sign", "treaty"), np.stack([east, north]), np.full(2, 0.5, np.float32))
    (row,) = features_of(replace(views, words=(short, long)), candidates_of(views))
    seen = dict(zip(NAMES, map(float, row), strict=True))
    assert (seen["covered_high"], seen["covered_low"], seen["least"], seen["strange"]) == (1, 0.5, 1, 0)


def test_accounts_of_other_days_stand_apart() -> None:
    """By the logarithm of the days between them; unknown days say so."""
    views = _views(replace(VIEW, key=Key("a", 0)), replace(VIEW, key=Key("b", 0)))
    apart = replace(views, days=np.array([10.0, 19.0]))
    at = list(NAMES).index("days")
    assert features_of(apart, candidates_of(apart))[0, at] == np.float32(np.log(10))
    assert features_of(views, candidates_of(views))[0, at] == -1


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few pairs, or words, are compared at once."""
    rng = np.random.default_rng(3)
    vectors = rng.standard_normal((12, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = [replace(VIEW, key=Key("abc"[at // 4], at % 4), stems=frozenset({"a", f"b{at % 3}"})) for at in range(12)]
    words = tuple(Words(("a", "b"), vectors[[at, at - 1]], np.array([0.7, 0.3], np.float32)) for at in range(12))
    views = replace(_views(*rows, vectors=vectors), words=words)
    views.slots[:, 0] = vectors
    whole = features_of(views, candidates_of(views))
    for name, value in (("BLOCK", 5), ("_GATHER", 2), ("_SMALL", 1)):
        monkeypatch.setattr(features, name, value)
    assert len(whole) > 10
    assert np.allclose(features_of(views, candidates_of(views)), whole, atol=1e-6)
