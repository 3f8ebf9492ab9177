"""Values as bytes: canonical JSON, ids made from content, the JSON Schema of the collation.

Ids come from what a value says, so two runs, two processes and two machines agree.
"""

import dataclasses
import hashlib
from typing import Any

import msgspec

from variorum.model.collation import Collation
from variorum.model.finding import Finding

__all__ = ["collation_schema", "decode_collation", "encode", "identify"]

_ENCODER = msgspec.json.Encoder(order="sorted")
_VERSIONS: dict[str, int] = {}  # a kind whose comparing fields change in meaning gets a number here


def encode(value: object) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8."""
    return _ENCODER.encode(value)


def identify(prefix: str, value: object) -> str:
    """The id of a value: the prefix and ten hexadecimal digits over its kind, version and comparing fields."""
    kind = type(value).__name__
    head = f"{kind}/{_VERSIONS.get(kind, 1)}\x00".encode()
    return prefix + hashlib.sha256(head + encode(_comparing(value))).hexdigest()[:10]


def decode_collation(text: bytes) -> Collation:
    """The collation that `collation.json` holds.

    Raises:
        msgspec.DecodeError: not JSON.
        msgspec.ValidationError: JSON of another shape.
    """
    return msgspec.json.decode(text, type=Collation)


def collation_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `collation.json`."""
    return msgspec.json.schema(Collation)


def _comparing(value: object) -> object:
    if isinstance(value, Finding) or dataclasses.is_dataclass(value):
        return {each.name: _comparing(getattr(value, each.name)) for each in dataclasses.fields(value) if each.compare}
    if isinstance(value, (tuple, list)):
        return [_comparing(each) for each in value]
    return value
