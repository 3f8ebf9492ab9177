"""JSON and JSON Lines → drafts: our own keys, and those of news-please; a bad line is a failure, the others go on."""

from typing import Any

import msgspec

from variorum.errors import InputError
from variorum.model.text import Failure, Witness
from variorum.read.codes import failure
from variorum.read.decode import decode
from variorum.read.draft import Draft
from variorum.settings import Settings

__all__ = ["KEYS", "read_json", "read_lines"]

# what an account's part is called: our key first, then news-please's and other crawlers'
KEYS: dict[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "body", "content"),
    "title": ("title", "headline"),
    "byline": ("byline", "authors", "author"),
    "dateline": ("dateline",),
    "outlet": ("outlet", "source_domain", "publisher"),
    "published": ("published", "date_publish", "date"),
    "updated": ("updated", "date_modify"),
    "url": ("url",),
}


def read_json(content: bytes, name: str, _settings: Settings) -> tuple[Draft | Failure, ...]:
    """The drafts of a .json file: one object, a list of them, or an object with a list under `accounts`.

    Raises:
        InputError: not JSON, or nested too deep.
    """
    value = _value(_utf8(content))
    if isinstance(value, dict) and str(value.get("format", "")).startswith("variorum.collation"):
        raise InputError("it is a collation, not an account; give the accounts themselves", code="wrong_shape")
    if isinstance(value, dict) and isinstance(value.get("accounts"), list):
        value = value["accounts"]
    if isinstance(value, list):
        return tuple(_draft(each, f"{name}[{index}]") for index, each in enumerate(value))
    return (_draft(value, name),)


def read_lines(content: bytes, name: str, settings: Settings) -> tuple[Draft | Failure, ...]:
    """The drafts of a .jsonl file, a line each; names carry the line's number."""
    found: list[Draft | Failure] = []
    for number, line in enumerate(_utf8(content).split(b"\n"), 1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        if len(line) > settings.max_line_bytes:
            message = f"line {number} has {len(line):,} bytes, more than max_line_bytes={settings.max_line_bytes:,}"
            found.append(failure(place, "line_too_long", message))
            continue
        try:
            found.append(_draft(_value(line), place))
        except InputError as error:
            found.append(failure(place, error.code, f"line {number}: {error}"))
    return tuple(found)


def _utf8(content: bytes) -> bytes:
    """The bytes as UTF-8 without a mark: other encodings with a mark, or of the shape of UTF-16, are turned into it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content[:64]:
        return decode(content)[0].encode("utf-8", "replace")
    return content.removeprefix(b"\xef\xbb\xbf")


def _value(content: bytes) -> Any:
    try:
        return msgspec.json.decode(content)
    except RecursionError as error:
        raise InputError("its values are nested too deep for an account; flatten it", code="too_deep") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"it is not valid JSON in UTF-8 ({error}); mend it", code="invalid_json") from error


def _draft(value: Any, name: str) -> Draft | Failure:
    if not isinstance(value, dict):
        return failure(name, "wrong_shape", "it is no JSON object; an account is an object with its text under `text`")
    text = _first(value, "text")
    if text is None:
        given = ", ".join(sorted(map(str, value))[:8])[:200] or "none"
        return failure(name, "wrong_shape", f"it has no text under `text` or `maintext`; its keys are: {given}")
    published = _first(value, "published")
    return Draft(
        name=name,
        text=text,
        title=_first(value, "title"),
        byline=_first(value, "byline"),
        dateline=_first(value, "dateline"),
        outlet=_first(value, "outlet"),
        updated=_first(value, "updated"),
        url=_first(value, "url"),
        dates=(Witness(published, "metadata: published"),) if published else (),
    )


def _first(value: dict[str, Any], part: str) -> str | None:
    """The first of a part's keys that holds text; lists of names are joined."""
    for key in KEYS[part]:
        found = value.get(key)
        if isinstance(found, list):
            found = ", ".join(each for each in found[:20] if isinstance(each, str))
        if isinstance(found, str) and found.strip():
            return found
    return None
