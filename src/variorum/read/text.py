"""Plain text and Markdown files → drafts: front matter read, Markdown's marks taken off, the words left as they are."""

import re
from dataclasses import replace

from variorum.model.text import Failure, Witness
from variorum.read.decode import decode
from variorum.read.draft import Draft
from variorum.read.heads import front_matter
from variorum.settings import Settings

__all__ = ["read_markdown", "read_text"]

_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_HEADING = re.compile(r"#{1,6} +(.*?) *#*")
_STRONG = re.compile(r"(?<!\w)(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)")
_EMPHASIS = re.compile(r"(?<!\w)([*_])(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)")
_RULE = re.compile(r" {0,3}(?:[-*_] ?){3,40}")
_BULLET = re.compile(r"^ {0,12}[-*+] +")


def read_text(content: bytes, name: str, settings: Settings) -> tuple[Draft | Failure, ...]:
    """The draft of a .txt file."""
    text, notes = decode(content)
    return (_draft(name, text, notes, settings),)


def read_markdown(content: bytes, name: str, settings: Settings) -> tuple[Draft | Failure, ...]:
    """The draft of a .md file, without Markdown's marks; bullets stay bullets."""
    text, notes = decode(content)
    draft = _draft(name, text, notes, settings)
    plain, title = _plain(draft.text)
    return (replace(draft, text=plain, title=draft.title or title),)


def _draft(name: str, text: str, notes: tuple[str, ...], settings: Settings) -> Draft:
    found, body = front_matter(text.replace("\r\n", "\n")[: settings.max_bytes])
    published = found.pop("published", None)
    found.pop("language", None)
    dates = (Witness(published, "front matter"),) if published else ()
    return Draft(name=name, text=body, dates=dates, notes=notes, **found)


def _plain(text: str) -> tuple[str, str | None]:
    """The text without marks, and its first heading of the first level, if that is the first line."""
    lines: list[str] = []
    title = None
    for line in text.split("\n"):
        if _RULE.fullmatch(line):
            lines.append("")
            continue
        heading = _HEADING.fullmatch(line) if len(line) < 2_000 else None
        body = heading.group(1) if heading else _BULLET.sub("• ", line.removeprefix("> "), count=1)
        body = _inline(body)
        if heading and title is None and line.startswith("# ") and not any(lines):
            title = body
        lines.append(body)
    return "\n".join(lines), title


def _inline(line: str) -> str:
    if "](" in line:
        line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    if "<http" in line:
        line = _AUTOLINK.sub(r"\1", line)
    if "*" in line or "_" in line:
        line = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", line))
    return line
