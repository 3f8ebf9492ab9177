"""The accounts of one story side by side: reprints, entities, claims, moments."""

from variorum.align.run import align

__all__ = ["align"]
