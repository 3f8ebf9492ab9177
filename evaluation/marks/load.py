"""Loads marked stories into one type; every mark is resolved to code points of the account's text as variorum reads it.

Both formats give evidence as exact words of an account; words are matched with quotes, dashes and white space folded,
since publishers vary them. A mark whose words do not stand in the account is an error of the marks (`problems`).
"""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from variorum import read
from variorum.model.text import Account, Story
from variorum.settings import Settings

__all__ = [
    "OWN", "Mark", "MarkedDivergence", "MarkedPerson", "MarkedQuote", "MarkedStory", "load_corpus", "load_marked",
    "load_own", "own_accounts",
]  # fmt: skip

OWN = Path(__file__).parent / "own"
_FOLD = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words of an account, `[start, end)`."""

    account: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class MarkedDivergence:
    """A divergence, or (severity "none") a tempting pair that is none."""

    name: str
    severity: str
    kind: str
    left: tuple[Mark, ...]
    right: tuple[Mark, ...]
    party: bool = False


@dataclass(frozen=True, slots=True)
class MarkedQuote:
    """Quoted or indirect words and their speaker ("" where nobody speaks)."""

    mark: Mark
    speaker: str
    kind: str


@dataclass(frozen=True, slots=True)
class MarkedPerson:
    """One of the cast: variants, and `(account id, title)`."""

    name: str
    variants: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]
    affiliation: str


@dataclass(frozen=True, slots=True)
class MarkedStory:
    """A story: its accounts, and the marks on them. `facts` are groups of passages that state the same thing."""

    name: str
    split: str
    accounts: tuple[Account, ...]
    facts: tuple[tuple[str, tuple[Mark, ...]], ...]
    divergences: tuple[MarkedDivergence, ...]
    tempting: tuple[MarkedDivergence, ...]
    quotes: tuple[MarkedQuote, ...]
    people: tuple[MarkedPerson, ...]
    problems: tuple[str, ...]


class _Finder:
    """Finds words in accounts, folded; collects what it cannot find."""

    def __init__(self, accounts: dict[str, Account]) -> None:
        self.accounts = accounts
        self.folded = {key: _fold(account.text) for key, account in accounts.items()}
        self.problems: list[str] = []

    def __call__(self, key: str, words: str) -> Iterator[Mark]:
        if key not in self.folded:
            self.problems.append(f"no account {key}")
            return
        hay, at = self.folded[key]
        needle = _fold(unicodedata.normalize("NFC", words))[0].strip()
        start = hay.find(needle) if needle else -1
        if start < 0:
            self.problems.append(f"account {key} does not say {words!r}")
            return
        account = self.accounts[key]
        first, last = at[start], at[start + len(needle) - 1] + 1
        yield Mark(account.id, first, last, account.text[first:last])

    def all(self, evidence: list[list[str]]) -> tuple[Mark, ...]:
        return tuple(mark for key, words in evidence for mark in self(key, words))


@cache
def load_marked(folder: Path) -> tuple[MarkedStory, ...]:
    """The stories of a folder in the format of the data's `marked/` (its README tells it), in order of their names."""
    return tuple(_marked(path) for path in sorted(folder.glob("*.json")))


@cache
def load_own(folder: Path, stories: Path) -> tuple[MarkedStory, ...]:
    """Our own marks in a folder, over the texts of a JSONL file: they stand there only, by story, outlet and place."""
    return tuple(
        _story(path.stem, json.loads(path.read_text(encoding="utf-8")), own_accounts(path, stories))
        for path in sorted(folder.glob("*.json"))
    )


def own_accounts(marks: Path, stories: Path) -> dict[str, Account]:
    """The accounts that a file of our own marks is about, as variorum reads them, by their keys there."""
    gold = json.loads(marks.read_text(encoding="utf-8"))
    places = [number for number, story, _ in _rows(stories) if story == gold["from"]]
    outlets = [outlet for _, story, outlet in _rows(stories) if story == gold["from"]]
    named = {name: account for account in _read(stories).accounts for name in account.names}
    for key, outlet in gold["accounts"].items():
        if outlets[int(key)] != outlet:
            raise ValueError(f"text {key} of {gold['from']} is of {outlets[int(key)]}, the marks are on {outlet}")
    return {key: named[f"{stories.name}:{places[int(key)]}"] for key in gold["accounts"]}


@cache
def _rows(stories: Path) -> tuple[tuple[int, str, str], ...]:
    """Number, story and outlet of each line."""
    lines = enumerate(stories.read_text(encoding="utf-8").splitlines(), 1)
    rows = ((number, json.loads(line)) for number, line in lines if line.strip())
    return tuple((number, row["story"], row["outlet"]) for number, row in rows)


@cache
def _read(stories: Path) -> Story:
    return read([stories], settings=Settings())


def _marked(path: Path) -> MarkedStory:
    gold = json.loads(path.read_text(encoding="utf-8"))
    return _story(path.stem, gold, _accounts({key: path.parent / name for key, name in gold["accounts"].items()}))


def _story(name: str, gold: dict[str, Any], accounts: dict[str, Account]) -> MarkedStory:
    find = _Finder(accounts)

    def divergences(rows: list[Any]) -> tuple[MarkedDivergence, ...]:
        return tuple(
            MarkedDivergence(row[0], row[1], row[2], find.all([row[3]]), find.all(row[4]), len(row) > 5) for row in rows
        )

    return MarkedStory(
        name=name,
        split="real",
        accounts=tuple(accounts.values()),
        facts=tuple((row[0], find.all(row[1])) for row in gold["facts"]),
        divergences=divergences(gold["conflicts"]) + divergences(gold.get("superseded", [])),
        tempting=divergences(gold.get("not_conflicts", [])),
        quotes=tuple(
            MarkedQuote(mark, who or "", kind)
            for kind, table in (("direct", "quotes"), ("indirect", "indirect"))
            for key, words, who in gold.get(table, [])
            for mark in find(key, words)
        ),
        people=tuple(
            MarkedPerson(
                person,
                tuple(variants),
                tuple((accounts[k].id, t) for k, t in titles if k in accounts),
                rest[0] if rest else "",
            )
            for person, variants, titles, *rest in gold.get("people", [])
        ),
        problems=tuple(find.problems),
    )


@cache
def load_corpus(folder: Path, splits: tuple[str, ...] = ("train", "dev", "test")) -> tuple[MarkedStory, ...]:
    """The stories of our corpus, in order of their names."""
    return tuple(
        _corpus(path) for path in sorted(folder.glob("*/marks.json")) if json.loads(path.read_text())["split"] in splits
    )


def _corpus(path: Path) -> MarkedStory:
    gold = json.loads(path.read_text())
    accounts = _accounts({key: path.parent / name for key, name in gold["accounts"].items()})
    find = _Finder(accounts)
    claims = {row[0]: (row[3], find.all([[row[1], row[2]]])) for row in gold["claims"]}
    facts: dict[str, list[Mark]] = {}
    for fact, marks in claims.values():
        facts.setdefault(fact, []).extend(marks)

    def side(ids: list[str]) -> tuple[Mark, ...]:
        return tuple(mark for each in ids for mark in claims[each][1])

    return MarkedStory(
        name=path.parent.name,
        split=gold["split"],
        accounts=tuple(accounts.values()),
        facts=tuple((fact, tuple(marks)) for fact, marks in sorted(facts.items())),
        divergences=tuple(
            MarkedDivergence(row[0], row[2], row[1], side(row[4]), side(row[5]), row[3] == "parties")
            for row in gold["divergences"]
        ),
        tempting=tuple(
            MarkedDivergence(row[0], "none", row[1], side(row[2]), side(row[3])) for row in gold["tempting"]
        ),
        quotes=tuple(
            MarkedQuote(mark, who, kind) for key, words, who, kind, _ in gold["quotes"] for mark in find(key, words)
        ),
        people=tuple(
            MarkedPerson(name, tuple(variants), tuple((accounts[k].id, t) for k, t in titles), affiliation)
            for name, kind, variants, titles, affiliation in gold["people"]
            if kind == "person"
        ),
        problems=tuple(find.problems),
    )


def _accounts(paths: dict[str, Path]) -> dict[str, Account]:
    """The accounts as `variorum collate` would read them, the folder's sidecar included."""
    folder = next(iter(paths.values())).parent
    story = read(sorted(paths.values()), settings=Settings())
    by_name = {name: account for account in story.accounts for name in account.names}
    found = {key: account for key, path in paths.items() if (account := _named(by_name, path))}
    if len(found) < len(paths):
        raise ValueError(f"{folder}: not all accounts could be read: {[f.error for f in story.failures]}")
    return found


def _named(by_name: dict[str, Account], path: Path) -> Account | None:
    return next((account for name, account in by_name.items() if Path(name).name == path.name), None)


def _fold(text: str) -> tuple[str, list[int]]:
    """The text in lower case with quotes, dashes and white space folded, and per character its place in the text."""
    out: list[str] = []
    at: list[int] = []
    space = True
    for place, character in enumerate(text):
        folded = _FOLD.get(character, character)
        if folded.isspace():
            if space:
                continue
            folded, space = " ", True
        else:
            space = False
        for each in folded.lower():
            out.append(each)
            at.append(place)
    return "".join(out), at
