"""Reports one story: composes the collation from values, renders it, and checks it."""

from variorum.report.compose import report

__all__ = ["report"]
