"""Write the corpus as JSON lines: one story a line, every mark with its character offsets.

    python3 corpus/release.py FILE [--split train|dev|test] [STORY_FOLDER ...]

Each line holds the texts of the accounts and all marks as named fields. ``at`` is ``[start, end)``
in code points of that account's ``text``, and ``text[start:end]`` is the marked passage. Stories
come in the order of their ids, so that the same corpus gives the same bytes. Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FORMAT = "variorum.corpus/1"
SPLITS = ("train", "dev", "test")
# The fields of each kind of row, in order; "at" stands for an account's id and the words, "passages" for many of them.
FIELDS = {
    "claims": ("id", "at", "fact", "polarity", "modality", "source"),
    "divergences": ("id", "kind", "severity", "between", "left", "right", "left_value", "right_value", "why"),
    "tempting": ("id", "kind", "left", "right", "why"),
    "reprints": ("id", "taken_from", "passages"),
    "quotes": ("at", "speaker", "kind", "cue"),
    "people": ("name", "kind", "variants", "passages", "affiliation"),
    "times": ("at", "value"),
    "quantities": ("at", "low", "high", "unit"),
    "positions": ("party", "issue", "stance", "known", "claims"),
    "outcomes": ("kind", "gist", "claims"),
    "timeline": ("when", "gist", "claims"),
}


class ReleaseError(Exception):
    """A story that cannot be released; the message names it and says why."""


def release(folder: Path) -> dict[str, Any]:
    """One story as it stands in the released file; ReleaseError where files or marked words are missing."""
    try:
        marks = json.loads((folder / "marks.json").read_text(encoding="utf-8"))
        outlets = tomllib.loads((folder / "accounts.toml").read_text(encoding="utf-8"))
        texts = {account: (folder / name).read_text(encoding="utf-8") for account, name in marks["accounts"].items()}
        story: dict[str, Any] = {"format": FORMAT, **{key: marks[key] for key in ("story", "title", "kind", "split")}}
        story["accounts"] = [_account(id_, name, texts[id_], outlets[name]) for id_, name in marks["accounts"].items()]
        story["facts"] = marks["facts"]
        for key, fields in FIELDS.items():
            story[key] = [_named(fields, row, texts) for row in marks.get(key, [])]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReleaseError(f"{folder.name}: {error!r}") from error
    return story


def _account(id_: str, name: str, text: str, outlet: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": id_,
        "name": name,
        "outlet": outlet["outlet"],
        "published": outlet["published"].isoformat(),
        "url": outlet["url"],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
    }


def _named(fields: Sequence[str], row: Sequence[Any], texts: dict[str, str]) -> dict[str, Any]:
    """A row with its fields named and its passages placed."""
    found: dict[str, Any] = {}
    values = iter(row)
    for field in fields:
        if field == "at":
            found |= _placed(next(values), next(values), texts)
        elif field == "passages":
            found[field] = [_placed(account, words, texts) for account, words in next(values)]
        else:
            found[field] = next(values)
    if list(values):
        raise ValueError(f"too long a row: {row!r:.80}")
    return found


def _placed(account: str, words: str, texts: dict[str, str]) -> dict[str, Any]:
    """Where the words stand in their account; they must stand there once."""
    text = texts[account]
    if not words or text.count(words) != 1:
        raise ValueError(f"stands {text.count(words)} times in {account}: {words!r:.80}")
    start = text.index(words)
    return {"account": account, "at": [start, start + len(words)], "text": words}


def main(argv: Sequence[str] | None = None) -> int:
    """Write the file; 1 if a story cannot be released, and then nothing is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("folders", nargs="*", type=Path, metavar="STORY_FOLDER")
    parser.add_argument("--split", choices=SPLITS, help="only the stories of this split")
    options = parser.parse_args(argv)
    every = (path for path in (Path(__file__).parent / "stories").glob("*") if path.is_dir())
    try:
        stories = [release(folder.resolve()) for folder in sorted(options.folders or every)]
        chosen = [story for story in stories if options.split in (None, story["split"])]
        lines = [json.dumps(story, ensure_ascii=False, separators=(",", ":")) + "\n" for story in chosen]
        options.file.write_text("".join(lines), encoding="utf-8", newline="\n")
    except (ReleaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
