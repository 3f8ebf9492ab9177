"""Bytes → characters: by byte-order mark, by shape, by what the page declares, by guess; what was guessed is noted."""

import codecs
import re

from variorum.errors import InputError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = {
    b"%PDF": "a PDF",
    b"\xff\xd8\xff": "a JPEG image",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a media file",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"\xd0\xcf\x11\xe0": "an office file",
    b"{\\rtf": "an RTF file",
    b"SQLite format 3": "a database",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
}
_ZIP = b"PK\x03\x04"
_SAMPLE = 1 << 16
_BROKEN = re.compile("\N{REPLACEMENT CHARACTER}+")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,4}=\s{0,4}["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_FEW = 0.1  # share of high bytes below which text is taken for Western: quotes and accents among ASCII letters
_CONTROL = bytes(each for each in range(32) if each not in b"\t\n\r\x0b\x0c\x1b\x00")
# A pair or triple of UTF-8 bytes that somebody read as Windows-1252: "â€™", "Ã©", "Â ".
_MOJIBAKE = re.compile(
    "[\u00c2\u00c3\u00e2][\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}"
)


def decode(content: bytes, *, page: bool = False) -> tuple[str, tuple[str, ...]]:
    """The characters, and notes on what had to be guessed or mended. `page` lets HTML declare its own charset.

    Raises:
        InputError: binary (code "binary", "archive").
    """
    _refuse_binary(content)
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return _lossy(content[len(mark) if codec == "utf-8" else 0 :], codec)
    wide = _wide(content)
    if wide:
        text, notes = _lossy(content, wide)
        return text, (f"read as {wide} by its shape: it has no byte-order mark", *notes)
    _refuse_noise(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(content, page=page)
    mended, count = _mend(text)
    return mended, ((f"characters mended that had been decoded wrongly before: {count}",) if count else ())


def _refuse_binary(content: bytes) -> None:
    if content.startswith(_ZIP):
        raise InputError("it is a zip archive; unpack it and name the files", code="archive")
    for magic, kind in _BINARY.items():
        if content.startswith(magic):
            code = "archive" if kind.endswith("archive") else "binary"
            raise InputError(f"it is {kind}, not text; export it as text", code=code)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: mostly Latin text has NUL in every other byte."""
    sample = content[:_SAMPLE]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _refuse_noise(content: bytes) -> None:
    sample = content[:_SAMPLE]
    noise = len(sample) - len(sample.translate(None, _CONTROL + b"\x00"))
    if noise > 0.05 * len(sample):
        raise InputError("it is binary, not text; export it as text", code="binary")


def _guessed(content: bytes, *, page: bool) -> tuple[str, tuple[str, ...]]:
    if page:
        declared = _DECLARED.search(content[:4096])
        codec = _known(declared.group(1).decode("ascii")) if declared else None
        if codec and codec != "utf-8":
            return _lossy(content, codec)
    mostly = content.decode("utf-8", "replace")
    broken = len(_BROKEN.findall(mostly))
    valid = sum(1 for char in mostly[:_SAMPLE] if ord(char) > 127 and char != "\N{REPLACEMENT CHARACTER}")
    if valid >= broken:
        return mostly, (f"undecodable places replaced: {broken}",)
    high = sum(1 for byte in content[:_SAMPLE] if byte > 127)
    if high < _FEW * min(len(content), _SAMPLE):
        return _western(content), ("read as windows-1252: it is not UTF-8",)
    codec = _detected(content[:_SAMPLE])
    text, notes = _lossy(content, codec)
    return text, (f"read as {codec} by its letters: it is not UTF-8", *notes)


def _known(name: str) -> str | None:
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    return codec.name if getattr(codec, "_is_text_encoding", True) else None


def _detected(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  slow to import, seldom needed

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _lossy(content: bytes, codec: str) -> tuple[str, tuple[str, ...]]:
    text = content.decode(codec, "replace").removeprefix("\ufeff")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return text, ((f"undecodable bytes replaced: {broken}",) if broken else ())


def _western(content: bytes) -> str:
    """Windows-1252, its five undefined bytes as Latin-1."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes((b,)).decode("cp1252", "replace") if b > 127 else chr(b) for b in content)


def _mend(text: str) -> tuple[str, int]:
    """Characters decoded as Windows-1252 from UTF-8 bytes, put back; a run that is no UTF-8 stays as it is."""
    if "\u00e2\u20ac" not in text and "\u00c3" not in text:
        return text, 0
    count = 0

    def back(match: re.Match[str]) -> str:
        nonlocal count
        raw = b"".join(_byte(char) for char in match.group())
        for end in (3, 2):
            try:
                mended = raw[:end].decode("utf-8")
            except UnicodeDecodeError:
                continue
            if len(mended) == 1:
                count += 1
                return mended + match.group()[end:]
        return match.group()

    return _MOJIBAKE.sub(back, text), count


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", "replace")
