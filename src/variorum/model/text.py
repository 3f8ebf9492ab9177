"""Accounts and places in them: the texts that everything else points into.

The text of an account is fixed when it is read (NFC, line feeds). Offsets are Python code points, half-open.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Account", "Citation", "Failure", "Span", "Story", "Witness"]

REMEMBERED = 100_000  # code points up to which an account's id is kept: stages ask for it in every loop
CONTEXT = 32  # code points of prefix and suffix in a citation: what the W3C's TextQuoteSelector examples carry


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points `[start, end)` of one account's text."""

    account: str
    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether both share at least one character of one account."""
        return self.account == other.account and self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.account == other.account and self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Citation:
    """A span with its words and what stands around them.

    Source: W3C Web Annotation Data Model, TextPositionSelector and TextQuoteSelector.
    """

    span: Span
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Witness:
    """One place that tells the publication date: what it says and where that stood (sidecar, metadata, text …)."""

    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One outlet's telling of an event.

    `published` and `updated` are ISO 8601 dates or date-times, or None where unknown. `names` are the files or
    records that it came from: the same text read twice is one account with two names.
    """

    text: str
    names: tuple[str, ...]
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str = "en"
    dates: tuple[Witness, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Of the outlet and the text, so that it is the same on every machine."""
        return (_remembered if len(self.text) <= REMEMBERED else _latest)(self.outlet or "", self.text)

    @property
    def sha256(self) -> str:
        """Of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def cite(self, span: Span) -> Citation:
        """The citation of a span of this account."""
        return Citation(
            span=span,
            exact=self.text[span.start : span.end],
            prefix=self.text[max(0, span.start - CONTEXT) : span.start],
            suffix=self.text[span.end : span.end + CONTEXT],
        )


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """An account, or a part of a step on it, that could not be done: `code` is one of the documented reason codes."""

    name: str
    step: str
    code: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event and the accounts of it, with what could not be read."""

    accounts: tuple[Account, ...]
    failures: tuple[Failure, ...] = ()
    title: str | None = None


def _identity(outlet: str, text: str) -> str:
    key = f"account/1\x00{outlet}\x00{text}".encode("utf-8", "surrogatepass")
    return "a" + hashlib.sha256(key).hexdigest()[:10]


_remembered = lru_cache(maxsize=4096)(_identity)
_latest = lru_cache(maxsize=2)(_identity)  # of long texts only the ones at work: every span of theirs asks
