"""Hand-marked whole stories: one type for the stories of `corpus/`, of `marked/` in the data, and our own marks."""

from evaluation.marks.load import (
    OWN,
    Mark,
    MarkedDivergence,
    MarkedPerson,
    MarkedQuote,
    MarkedStory,
    load_corpus,
    load_marked,
    load_own,
    own_accounts,
)  # fmt: skip

__all__ = [
    "OWN", "Mark", "MarkedDivergence", "MarkedPerson", "MarkedQuote", "MarkedStory", "load_corpus", "load_marked",
    "load_own", "own_accounts",
]  # fmt: skip
