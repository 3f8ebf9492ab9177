"""A saved web page → a draft: the running text by trafilatura, the rest from the page's own metadata. No network.

The page is scanned once with a streaming parser (linear, any depth) for its metadata, its depth and a plain reading of
its blocks. trafilatura returns nothing, and says nothing, beyond some 255 levels (measured: lxml's tree parser), and
takes up to 4.4 s a million characters on hostile pages; such pages get the plain reading, and a note that says so.
"""

import logging
from dataclasses import replace

from variorum.errors import InputError
from variorum.model.text import Failure
from variorum.read.clean import clean_line
from variorum.read.decode import decode
from variorum.read.draft import Draft
from variorum.read.page import Page, scan
from variorum.settings import Settings

__all__ = ["read_html"]

_TREE_DEPTH = 240
_SECONDS_A_CHARACTER = 5e-6  # slowest shape measured, a page of links on a busy machine
_LEAST = 0.25  # trafilatura's text is taken if it has this share of the words in the page's paragraphs


def read_html(content: bytes, name: str, settings: Settings) -> tuple[Draft | Failure, ...]:
    """The draft of a .html file.

    Raises:
        InputError: too deep, or without any running text.
    """
    text, notes = decode(content, page=True)
    page = scan(text)
    if page.depth > settings.max_depth:
        message = f"its tags are nested {page.depth:,} deep, more than max_depth={settings.max_depth:,}"
        raise InputError(message, code="too_deep")
    body, how = _body(text, page, settings)
    if not body.strip():
        raise InputError("the page holds no running text; save the page of the account itself", code="no_text")
    draft = Draft(name=name, text=body, title=page.title, byline=page.byline, outlet=page.outlet, url=page.url)
    return (replace(draft, dates=page.dates, updated=page.updated, notes=(*notes, *how)),)


def _body(text: str, page: Page, settings: Settings) -> tuple[str, tuple[str, ...]]:
    plain = "\n".join(page.blocks)
    if page.depth > _TREE_DEPTH:
        return plain, (f"read plainly, block by block: its tags are nested {page.depth} deep",)
    if len(text) * _SECONDS_A_CHARACTER > settings.max_seconds:
        return plain, (
            f"read plainly, block by block: its {len(text):,} characters might take longer than max_seconds",
        )
    found = _extracted(text)
    if found.count(" ") >= _LEAST * plain.count(" ") and found:
        return found, ()
    return plain, (("read plainly, block by block: no article was recognised in the page",) if plain else ())


def _extracted(text: str) -> str:
    import trafilatura  # noqa: PLC0415  0.4 s to import, needed for pages only

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say, the account's notes say
    found = trafilatura.bare_extraction(text, include_comments=False, include_tables=False, with_metadata=False)
    lines = (getattr(found, "text", None) or "").split("\n")
    return "\n".join("• " + line[2:] if line.startswith("- ") else line for line in lines)


def clean_title(title: str | None, outlet: str | None) -> str | None:
    """A page title without the outlet's name behind a bar or dash."""
    line = clean_line(title)
    if line and outlet:
        for mark in (" | ", " - ", " – ", " — ", " · "):
            head, found, tail = line.rpartition(mark)
            if found and tail.casefold() == outlet.casefold():
                return head
    return line
