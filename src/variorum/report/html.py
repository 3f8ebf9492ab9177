"""The collation as one HTML page."""

from variorum.model.collation import Collation
from variorum.settings import Settings

__all__ = ["render"]


def render(collation: Collation, *, settings: Settings | None = None) -> str:  # noqa: ARG001
    """The page as plain text."""
    lines = [collation.story.title, ""]
    lines += [f"{row.origins}/{row.accounts} {row.text}" for row in collation.ledger[:40]]
    return "\n".join(lines) + "\n"
