"""Paths → a story: each source read alone, each failure a value, the same text of one outlet twice one account."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from variorum import registry
from variorum.errors import InputError
from variorum.model.text import Account, Failure, Story
from variorum.read.codes import failure
from variorum.read.dates import parse_date
from variorum.read.draft import Draft
from variorum.read.finish import finish
from variorum.read.inflate import inflate
from variorum.read.sidecar import Given, load_sidecar
from variorum.read.sources import Source, find_sources, load_bytes
from variorum.settings import Settings

__all__ = ["read_story"]


def read_story(
    paths: Sequence[str | Path], *, settings: Settings, published: str | None = None, stdin: BinaryIO | None = None
) -> Story:
    """What `variorum.read` does; see there.

    Raises:
        InputError: a sidecar names a file that is not there, or `published` is no date.
        SettingsError: a sidecar has a key that nobody knows.
    """
    if published is not None and parse_date(published) is None:
        raise InputError(f"{published!r} is no date; write it as 2025-05-16", code="wrong_shape")
    sources, missing = find_sources(paths)
    sidecars = {folder: load_sidecar(folder) for folder in sorted({each.path.parent for each in sources if each.path})}
    found: list[Account | Failure] = list(missing)
    for source in sources:
        given = sidecars[source.path.parent].get(source.path.name) if source.path else None
        drafts = _drafts(source, settings, stdin)
        found.extend(_finished(draft, given or Given(), settings, published) for draft in drafts)
    return _story(found, settings)


def _drafts(source: Source, settings: Settings, stdin: BinaryIO | None) -> Iterator[Draft | Failure]:
    try:
        content = inflate(_content(source, settings, stdin), settings)
        if len(content) > settings.max_bytes and _suffix(source, content) != ".jsonl":
            raise InputError(
                f"it has {len(content):,} bytes, more than max_bytes={settings.max_bytes:,}", code="too_large"
            )
        if not content.strip():
            raise InputError("it is empty; save it again", code="empty")
        reader = registry.load("reader", _suffix(source, content))
        yield from reader(content, source.name, settings)
    except InputError as error:
        yield failure(source.name, error.code, str(error))


def _content(source: Source, settings: Settings, stdin: BinaryIO | None) -> bytes:
    if source.path is not None:
        _suffix(source, b"")
        return load_bytes(source, settings.max_file_bytes)
    content = (stdin or sys.stdin.buffer).read(settings.max_file_bytes + 1)
    if len(content) > settings.max_file_bytes:
        raise InputError(f"it has more bytes than max_file_bytes={settings.max_file_bytes:,}", code="too_large")
    return content


def _suffix(source: Source, content: bytes) -> str:
    """What the reader is called: the name's ending; standard input tells by its first character."""
    if source.path is None:
        head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
        if head.startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<?xml")):
            return ".html"
        lines = content.count(b"\n{") > 0
        return ".jsonl" if head.startswith(b"{") and lines else ".json" if head.startswith((b"{", b"[{")) else ".txt"
    suffixes = [each.lower() for each in source.path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    suffix = suffixes[-1] if suffixes else ""
    if suffix not in registry.names("reader"):
        known = " ".join(registry.names("reader"))
        raise InputError(
            f"nobody reads {suffix or 'a name without an ending'}; there are: {known}", code="unknown_format"
        )
    return suffix


def _finished(draft: Draft | Failure, given: Given, settings: Settings, published: str | None) -> Account | Failure:
    if isinstance(draft, Failure):
        return draft
    try:
        return finish(draft, given, settings, published)
    except InputError as error:
        return failure(draft.name, error.code, str(error))


def _story(found: Sequence[Account | Failure], settings: Settings) -> Story:
    """Accounts with their doubles folded, as many as the settings allow, and all failures."""
    accounts: dict[str, Account] = {}
    failures = [each for each in found if isinstance(each, Failure)]
    for account in found:
        if isinstance(account, Failure):
            continue
        before = accounts.get(account.id)
        accounts[account.id] = account if before is None else _folded(before, account)
    kept = list(accounts.values())
    if len(kept) > settings.max_accounts:
        first = kept[settings.max_accounts].names[0]
        left = len(kept) - settings.max_accounts
        message = f"{left} accounts from this one on were left out: max_accounts={settings.max_accounts}"
        failures.append(failure(first, "too_many_accounts", message))
    return Story(accounts=tuple(kept[: settings.max_accounts]), failures=tuple(failures))


def _folded(first: Account, second: Account) -> Account:
    """One account with both names; what the first does not know, the second may tell."""
    blanks = ("title", "byline", "dateline", "published", "updated", "url")
    return replace(
        first,
        names=tuple(dict.fromkeys((*first.names, *second.names))),
        dates=tuple(dict.fromkeys((*first.dates, *second.dates))),
        **{name: getattr(first, name) or getattr(second, name) for name in blanks},
    )
