"""The collation as JSON: what everything downstream reads, byte for byte the same for the same accounts."""

import msgspec

from variorum.model.collation import Collation
from variorum.model.wire import encode
from variorum.settings import Settings

__all__ = ["render"]


def render(collation: Collation, *, settings: Settings | None = None) -> str:  # noqa: ARG001  all renderers take them
    """Indented JSON with sorted keys, ending in a line feed; no setting shortens it."""
    return msgspec.json.format(encode(collation), indent=1).decode() + "\n"
