"""Compressed bytes → bytes, with a cap that is checked while inflating, so that a bomb never reaches memory."""

import zlib

from variorum.errors import InputError
from variorum.settings import Settings

__all__ = ["GZIP", "inflate"]

GZIP = b"\x1f\x8b"
_PIECE = 1 << 18
_FREE = 1 << 20  # bytes that may come out before the ratio counts: a small page of blanks is no bomb


def inflate(content: bytes, settings: Settings) -> bytes:
    """The bytes that gzip bytes hold (all members); bytes that are not gzip come back as they are.

    Raises:
        InputError: too large, too high a ratio, nested or damaged.
    """
    if not content.startswith(GZIP):
        return content
    pieces: list[bytes] = []
    total = 0
    rest = content
    while rest.startswith(GZIP):
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            piece = _step(member, rest)
            if not piece and not member.unconsumed_tail and not member.eof:
                raise InputError("its compressed bytes break off; fetch the file again", code="damaged_archive")
            total += len(piece)
            if total > settings.max_bytes or total > _FREE + settings.max_ratio * len(content):
                raise InputError(
                    f"its {len(content):,} compressed bytes inflate to more than max_bytes={settings.max_bytes:,} "
                    f"or max_ratio={settings.max_ratio}",
                    code="decompressed_too_large",
                )
            pieces.append(piece)
            rest = member.unconsumed_tail
        rest = member.unused_data
    plain = b"".join(pieces)
    if plain.startswith(GZIP):
        raise InputError("it is compressed twice; decompress it once", code="decompressed_too_large")
    return plain


def _step(member: "zlib._Decompress", rest: bytes) -> bytes:
    try:
        return member.decompress(rest, _PIECE)
    except zlib.error as error:
        raise InputError(
            f"its compressed bytes are damaged ({error}); fetch the file again", code="damaged_archive"
        ) from error
