"""What stands around an account's text: front matter, headline, byline, dateline, lines that date it.

Lines that only name the writer or the day are taken out; the headline and the dateline stay where they are.
"""

import re
from dataclasses import dataclass

from variorum.model.text import Witness
from variorum.read.dates import MONTHS, date_in_line
from variorum.read.furniture import is_prose

__all__ = ["Head", "find_dateline", "find_title", "front_matter", "take_head"]

FRONT_KEYS = {
    "title": "title", "headline": "title", "outlet": "outlet", "source": "outlet", "publisher": "outlet",
    "published": "published", "date": "published", "updated": "updated",
    "url": "url", "link": "url", "byline": "byline", "author": "byline",
    "language": "language", "lang": "language", "dateline": "dateline",
}  # fmt: skip
_FRONT_LINES = 40
_FRONT = re.compile(r"([A-Za-z_]{2,20}) ?: ?(.{0,500})")
_HEAD_LINES, _TAIL_LINES = 8, 4
_BYLINE = re.compile(r"(?:By|BY|Author:|Written by|Words by) +(?P<names>[A-Z\u00c0-\u00de][^\n]{1,119})")
_LABEL = re.compile(r"(?:first |last )?(?:published|updated|posted|modified|date)\b", re.IGNORECASE)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified)\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][\w.'’ /-]{1,39}(?:, [A-Z\u00c0-\u00de][\w. ]{1,29}){0,2})"
    r"(?P<agency> ?\([A-Z][\w ./&-]{1,29}\))?(?P<dash> ?[—–―|]| -{1,2}(?= ))"
)
_PICTURE = (
    "FILE",
    "FILE PHOTO",
    "UPDATE",
    "CORRECTION",
    "WATCH",
    "VIDEO",
    "PHOTOS",
    "EXCLUSIVE",
    "BREAKING",
    "OPINION",
)
_ZONES = ("at", "on", "by", "am", "pm", "gmt", "utc", "est", "edt", "et", "bst", "cet", "cest", "msk", "ist")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATING = frozenset((*_ZONES, *(name[:size] for name in (*MONTHS, *_DAYS) for size in (3, 4, 5, 9))))
_OTHER_WORDS = 2  # a town, or two names: more is a caption or a post
_TITLE_CHARS, _TITLE_WORDS = 220, 32
_PARTICLES = (
    "and",
    "with",
    "in",
    "for",
    "of",
    "de",
    "van",
    "von",
    "der",
    "al",
    "bin",
    "la",
    "le",
    "di",
    "da",
    "dos",
    "del",
)


@dataclass(frozen=True, slots=True)
class Head:
    """The text without its byline and date lines, and what those said."""

    text: str
    byline: str | None = None
    dateline: str | None = None
    updated: str | None = None
    dates: tuple[Witness, ...] = ()


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines between two lines of three dashes at the very top, and the text after them."""
    lines = text.split("\n", _FRONT_LINES + 1)
    if lines[0].strip() != "---":
        return {}, text
    close = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
    if close is None:
        return {}, text
    found: dict[str, str] = {}
    for line in lines[1:close]:
        match = _FRONT.match(line)
        if match and match.group(1).lower() in FRONT_KEYS:
            found[FRONT_KEYS[match.group(1).lower()]] = match.group(2).strip().strip("\"'")
    return found, "\n".join(lines[close + 1 :])


def take_head(text: str) -> Head:
    """Byline and date lines, looked for in the first lines and the last ones, out of the text."""
    lines = text.split("\n")
    full = [i for i, line in enumerate(lines) if line]
    byline = dateline = updated = None
    dates: list[Witness] = []
    gone: set[int] = set()
    for index in dict.fromkeys((*full[:_HEAD_LINES], *full[-_TAIL_LINES:])):
        line = lines[index]
        names = _byline(line)
        if names and byline is None:
            byline = names
            gone.add(index)
            continue
        told = _date_line(line)
        if told:
            gone.add(index)
            dateline = dateline or _dateline(line)
            if _UPDATED.match(line):
                updated = updated or told
            else:
                dates.append(Witness(told, "text"))
    if not dates and updated is not None:
        dates.append(Witness(updated, "text: updated"))
    kept = "\n".join(line for i, line in enumerate(lines) if i not in gone)
    return Head(re.sub("\n{3,}", "\n\n", kept).strip("\n"), byline, dateline, updated, tuple(dates))


def find_title(text: str) -> str | None:
    """The headline, if the first line reads as one: no sentence, or a sentence set off from paragraphs that are not."""
    first, _, rest = text.partition("\n")
    if not rest.strip() or len(first) > _TITLE_CHARS or first.count(" ") >= _TITLE_WORDS:
        return None
    if first.endswith((":", ";", ",", "—", "–", "-")) or first.startswith(("•", "-", "–", "*", '"', "“")):
        return None
    if not first.endswith((".", "…", "”", '"')):
        return None if _dateline(first) else first
    apart = rest.startswith("\n") and "\n\n" not in rest.strip("\n") and "\n" in rest.strip("\n")
    return first if apart and not _dateline(first) else None


def find_dateline(text: str, title: str | None) -> str | None:
    """BERLIN (AP), or Istanbul, Türkiye: what stands before the dash of the first paragraphs."""
    lines = [line for line in text[:4_000].split("\n") if line and line != title]
    for line in lines[:3]:
        match = _dateline(line)
        if match:
            return match
    return None


def _byline(line: str) -> str | None:
    match = _BYLINE.fullmatch(line)
    if not match:
        return None
    names = match["names"].rstrip(". ")
    words = [word.strip(",./|()") for word in names.split()]
    named = all(word[:1].isupper() or word.lower() in _PARTICLES or not word for word in words)
    return names if named and len(words) <= 16 and not is_prose(line) else None


def _date_line(line: str) -> str | None:
    """The date of a line that is there to date the page: a label and a date, or little but a date."""
    if len(line) > 120 or is_prose(line):
        return None
    told = date_in_line(line)
    if not told:
        return None
    words = [word.strip(".,|:()").lower() for word in line.split()]
    other = sum(1 for word in words if word.isalpha() and word not in _DATING)
    return told if _LABEL.match(line) or (other <= _OTHER_WORDS and "@" not in line) else None


def _dateline(line: str) -> str | None:
    match = _DATELINE.match(line)
    if not match or match.end() >= len(line):
        return None
    place = match["place"].strip()
    letters = place.split(",")[0]
    shouted = letters.isupper() and len(letters) > 2 and letters not in _PICTURE
    sure = bool(match["agency"]) or (", " in place and match["dash"].strip() in ("|", "—", "–", "―"))
    return " ".join(filter(None, (place, (match["agency"] or "").strip()))) if shouted or sure else None
