"""One streaming pass over a page: how deep it is, what it says of itself, and its blocks of text in order.

Linear in the page's length whatever stands in it; scripts are never run, only `application/ld+json` is read as JSON.
"""

from dataclasses import dataclass, field
from typing import Any

import msgspec
from lxml import etree

from variorum.model.text import Witness

__all__ = ["Page", "scan"]

_BLOCKS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "pre", "td", "dd", "dt")
)
_EDGES = frozenset(("div", "section", "article", "main", "br", "ul", "ol", "tr", "table", "body", "hr"))
_SKIPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "svg",
        "iframe",
        "button",
        "select",
    )
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "article.published",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_BYLINE = ("author", "article:author", "parsely-author", "byl", "dc.creator", "sailthru.author")
_JSON_BYTES = 200_000
_JSON_DEPTH = 6


@dataclass(slots=True)
class Page:
    """What a page tells of itself, and its text block by block."""

    depth: int = 0
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    updated: str | None = None
    dates: tuple[Witness, ...] = ()
    blocks: list[str] = field(default_factory=list)


def scan(text: str) -> Page:
    """The page's own account of itself."""
    target = _Target()
    parser = etree.HTMLParser(target=target, huge_tree=True, no_network=True)
    try:
        for start in range(0, len(text), 1 << 16):
            parser.feed(text[start : start + (1 << 16)])
        parser.close()
    except (etree.LxmlError, ValueError):
        target.cut()  # a page that is no HTML at all, or an empty one: what was read stands
    return target.page()


class _Target:
    """Receives tags and characters in order; lxml calls `start`, `end`, `data` and `close`."""

    def __init__(self) -> None:
        self.open = self.deepest = self.skipping = 0
        self.blocks: list[str] = []
        self.loose: list[str] = []
        self.words: list[str] = []
        self.block: str | None = None
        self.meta: dict[str, str] = {}
        self.heads: dict[str, str] = {}
        self.times: list[str] = []
        self.linked: list[dict[str, Any]] = []
        self.script: list[str] | None = None
        self.head: str | None = None
        self.link: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in _VOID:
            self.open += 1
            self.deepest = max(self.deepest, self.open)
        if tag == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self.meta.setdefault(key[:80].lower(), attributes.get("content", "")[:2_000])
        elif tag == "link" and attributes.get("rel") == "canonical":
            self.link = attributes.get("href", "")[:2_000]
        elif tag == "time" and attributes.get("datetime"):
            self.times.append(attributes["datetime"][:80])
        if tag == "script" and "ld+json" in attributes.get("type", ""):
            self.script = []
        if tag in _SKIPPED:
            self.skipping += 1
        if tag in _BLOCKS or tag in _EDGES:
            self.cut()
            self.block = tag if tag in _BLOCKS else self.block if tag == "br" else None
        if tag in ("title", "h1") and tag not in self.heads:
            self.head = tag
            self.heads[tag] = ""

    def end(self, tag: str) -> None:
        if tag not in _VOID:
            self.open -= 1
        if tag == "script" and self.script is not None:
            self.linked.extend(_things("".join(self.script)))
            self.script = None
        if tag in _SKIPPED:
            self.skipping = max(0, self.skipping - 1)
        if tag in _BLOCKS or tag in _EDGES:
            self.cut()
        if tag == self.head:
            self.head = None

    def data(self, text: str) -> None:
        if self.script is not None:
            self.script.append(text)
        elif self.head == "title":
            self.heads["title"] += text[:500]
        elif not self.skipping:
            self.words.append(text)
            if self.head == "h1":
                self.heads["h1"] += text[:500]

    def close(self) -> None:
        self.cut()

    def cut(self) -> None:
        """End the running block."""
        line = " ".join("".join(self.words).split())
        self.words = []
        if line and self.block:
            self.blocks.append("• " + line if self.block == "li" else line)
        elif line:
            self.loose.append(line)
        self.block = None

    def page(self) -> Page:
        """What was found, metadata that names a thing before markup that may hold another."""
        first = next((each for each in self.linked if "headline" in each or "datePublished" in each), {})
        title = (
            self.meta.get("og:title") or _text(first.get("headline")) or self.heads.get("h1") or self.heads.get("title")
        )
        byline = next((self.meta[key] for key in _BYLINE if self.meta.get(key) and "://" not in self.meta[key]), None)
        found = Page(
            depth=self.deepest, blocks=self.blocks if sum(map(len, self.blocks)) > 200 else [*self.blocks, *self.loose]
        )
        found.title = title or None
        found.byline = byline or _names(first.get("author"))
        found.outlet = self.meta.get("og:site_name") or _names(first.get("publisher"))
        found.url = self.link or self.meta.get("og:url") or None
        found.updated = next((self.meta[key] for key in _UPDATED if self.meta.get(key)), None) or _text(
            first.get("dateModified")
        )
        found.dates = tuple(self._dates(first))
        return found

    def _dates(self, first: dict[str, Any]) -> list[Witness]:
        dates = [Witness(self.meta[key], f"metadata: {key}") for key in _PUBLISHED if self.meta.get(key)]
        linked = _text(first.get("datePublished"))
        if linked:
            dates.append(Witness(linked, "metadata: datePublished"))
        if not dates and self.times:
            dates.append(Witness(self.times[0], "metadata: time"))
        return dates


def _things(text: str) -> list[dict[str, Any]]:
    """The objects of a JSON-LD script, unfolded a few levels."""
    if len(text) > _JSON_BYTES:
        return []
    try:
        found = msgspec.json.decode(text.strip().encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        return []
    things: list[dict[str, Any]] = []
    level: list[Any] = [found]
    for _ in range(_JSON_DEPTH):
        members = [each for each in level if isinstance(each, dict)]
        things.extend(members)
        level = [each for many in level if isinstance(many, list) for each in many]
        level += [each for member in members for each in (member.get("@graph"),) if each]
    return things


def _text(value: object) -> str | None:
    return value[:2_000] if isinstance(value, str) and value.strip() else None


def _names(value: object) -> str | None:
    """A name, the name of an object, or several of them."""
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list):
        return (
            ", ".join(filter(None, (_names(each) if not isinstance(each, list) else None for each in value[:10])))
            or None
        )
    return _text(value)
