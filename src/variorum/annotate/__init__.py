"""One account in, its layers out: sentences, mentions, timexes, quantities, attributions, quotes, claims, wording."""

from variorum.annotate.run import annotate

__all__ = ["annotate"]
