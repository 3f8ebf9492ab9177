"""The stem of a word, worked out once a process: the stemmer is slow, and words come back."""

from functools import lru_cache

import snowballstemmer

__all__ = ["stem"]

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a word in small letters."""
    return str(_STEMMER.stemWord(word))
