"""Characters → the text that stays: NFC, line feeds, plain spaces, nothing invisible. What went is noted.

Offsets point into what this module returns, so nothing after `read` may change a character of it.
"""

import re
import unicodedata

__all__ = ["clean", "clean_line"]

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(r"(?<![\w\\/])(?:\\n)+(?=\s|$)")  # a line break that was escaped twice on its way here
_BLANK = re.compile("\n{3,}")
_MARKS = (
    30  # combining marks on one letter: the bound of Unicode's stream-safe format (UAX 15); NFC is quadratic beyond
)


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text in the form that offsets point into, and notes on what was taken out; linear in its length."""
    notes: list[str] = []
    text = _BREAKS.sub("\n", text)
    text = _drop(_ESCAPED, text, "line breaks escaped twice", notes, "\n")
    text = _drop(_SURROGATES, text, "lone surrogates replaced", notes, "\N{REPLACEMENT CHARACTER}")
    text = _drop(_CONTROL, text, "control characters removed", notes)
    text = _drop(_BIDI, text, "bidirectional controls removed", notes)
    text = _drop(_HIDDEN, text, "zero-width characters removed", notes)
    text = _stream_safe(text)
    text = unicodedata.normalize("NFC", text)
    text = "\n".join(_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return _BLANK.sub("\n\n", text).strip("\n "), tuple(notes)


def clean_line(text: str | None) -> str | None:
    """A title, name or address as one clean line; None if nothing is left of it."""
    if not text:
        return None
    line = " ".join(clean(text)[0].split())
    return line or None


def _drop(pattern: re.Pattern[str], text: str, what: str, notes: list[str], by: str = "") -> str:
    text, count = pattern.subn(by, text)
    if count:
        notes.append(f"{what}: {count}")
    return text


def _stream_safe(text: str) -> str:
    """At most 30 combining marks in a row."""
    if text.isascii():
        return text
    marks = "".join(re.escape(char) for char in sorted(set(text)) if unicodedata.combining(char))
    return re.sub(f"([{marks}]{{{_MARKS}}})[{marks}]+", r"\1", text) if marks else text
