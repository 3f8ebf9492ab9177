"""Attitudes and slants: shapes, order, and the direction of what the weights have learned on plain cases."""

import numpy as np
import pytest

from evaluation.steps import annotated
from variorum import registry
from variorum.judge.attitude import SLANTED_BY_WORDS, Encode, Excerpt, attitudes, slants
from variorum.model.text import Account


@pytest.fixture(scope="module")
def encode() -> Encode:
    """The encoder of the process."""
    made: Encode = registry.load("encoder", "minilm")()
    return made


def _excerpt(text: str, name: str) -> Excerpt:
    start = text.index(name)
    return Excerpt(text, ((start, start + len(name)),))


def test_praise_and_blame_are_told_apart(encode: Encode) -> None:
    """Plain cases; every label comes with its probability."""
    blame = _excerpt("Senator Ruiz lied to the public again and should be ashamed of his corrupt deals.", "Ruiz")
    praise = _excerpt("Senator Ruiz won praise for his brilliant and courageous leadership.", "Ruiz")
    found = attitudes([blame, praise], encode)
    assert [label for label, _ in found] == ["negative", "positive"]
    assert all(1 / 3 <= share <= 1 for _, share in found)
    assert attitudes([], encode) == ()


def test_slant_rises_with_loaded_words(encode: Encode) -> None:
    """With vectors and without; one number a sentence."""
    plain = "The council met on Friday, officials said."
    loud = "The shameless council brazenly rammed through its disgraceful scam."
    marked = annotated(Account(text=f"{plain} {loud}", names=("a",)), "sentences", "timexes", "quantities", "wording")
    by_words, with_vectors = slants(marked), slants(marked, encode)
    assert len(by_words) == len(with_vectors) == len(marked.sentences) == 2
    assert by_words[0] < SLANTED_BY_WORDS < by_words[1]
    assert with_vectors[0] < with_vectors[1]
    assert np.isfinite(with_vectors).all()
