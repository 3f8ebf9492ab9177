"""Check the variorum corpus: every mark stands in its account, ids close, values are allowed.

    python3 corpus/check.py [STORY_FOLDER ...] [--counts]

Without folders, all of corpus/stories is checked, and with it what only the whole corpus can
show: no two stories share a person, and test stories share few names with train stories.
Prints one line a problem, ``story: key: what``, and exits 1 if there is one. ``--counts`` prints
the counts by kind, severity and split instead of nothing. Standard library only.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

SPLITS = ("train", "dev", "test")
# fmt: off
POLARITIES = {"positive", "negative"}
MODALITIES = {"asserted", "reported", "expected", "possible", "proposed", "requested", "agreed", "planned", "denied"}
DIVERGENCE_KINDS = {"number", "date", "place", "role", "presence", "membership",
                    "polarity", "modality", "cause", "wording", "degree", "scope"}
SEVERITIES, BETWEEN = {"conflict", "tension", "update"}, {"accounts", "parties"}
TEMPTING_KINDS = {"part-whole", "other-day", "other-unit", "other-thing", "other-person", "same-place-other-name",
                  "plan-outcome", "speaker-hearer", "inclusive-estimate", "rounding", "condition", "background-round"}
QUOTE_KINDS = {"direct", "indirect", "scare"}
PEOPLE_KINDS = {"person", "organization", "country", "place", "group"}
STANCES = {"demand", "propose", "offer", "accept", "reject", "refuse",
           "seek", "withhold", "threaten", "concede", "condition"}
KNOWN = {"self-stated", "other-side", "third-party", "anonymous", "outlet"}
ACCOUNTS, ACCOUNT_WORDS, CLAIM_WORDS = (4, 6), (200, 600), (3, 40)
LEAST_CLAIMS, LEAST_DIVERGENCES, LEAST_KINDS, LEAST_TEMPTING = 8, 7, 6, 7
MOST_OVERLAP = 0.10  # Jaccard of names, test story against train story; the most measured is 0.071
MARK_LENGTHS = {"claims": 7, "divergences": 9, "tempting": 5, "reprints": 3, "quotes": 5, "people": 5,
                "times": 3, "quantities": 5, "positions": 5, "outcomes": 3, "timeline": 3}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")
CLOSED = (("claims", 4, POLARITIES), ("claims", 5, MODALITIES), ("quotes", 3, QUOTE_KINDS), ("people", 1, PEOPLE_KINDS),
          ("divergences", 1, DIVERGENCE_KINDS), ("divergences", 2, SEVERITIES), ("divergences", 3, BETWEEN),
          ("tempting", 1, TEMPTING_KINDS), ("positions", 2, STANCES), ("positions", 3, KNOWN))
TABLES = (("divergences by kind", "divergences", 1), ("divergences by severity", "divergences", 2),
          ("divergences between", "divergences", 3), ("tempting pairs by kind", "tempting", 1),
          ("modality of claims", "claims", 5), ("stances", "positions", 2))
# fmt: on
_DAY, _MONTH = "|".join(WEEKDAYS), "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_YEAR = r"(?:,?\s+(?P<y>\d{4}))?"
DATED_WEEKDAYS = (
    re.compile(rf"\b(?P<w>{_DAY}),?\s+(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})\b{_YEAR}"),
    re.compile(
        rf"\b(?P<w>{_DAY}),?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_MONTH})\b" + _YEAR
    ),
)
_CLOCK = r"T(?:\d{2}(?::\d{2}(?::\d{2})?)?|MO|MI|AF|EV|NI|DT)"
_DATE = rf"\d{{4}}-\d{{2}}-\d{{2}}(?:{_CLOCK})?|\d{{4}}-\d{{2}}|\d{{2,4}}|\d{{4}}-W\d{{2}}(?:-WE|-[1-7])?"
_POINT = rf"(?:{_DATE}|\d{{4}}-(?:SP|SU|FA|WI|Q[1-4]|H[12])|{_CLOCK})"
TIME_VALUE = re.compile(
    rf"{_POINT}(?:/{_POINT})?|(?:PRESENT|PAST|FUTURE)_REF"
    r"|P(?:(?:\d+(?:\.\d+)?|X+)(?:Y|M|W|WE|D|DE|CE|Q))*(?:T(?:(?:\d+(?:\.\d+)?|X+)[HMS])+)?"
    r"|XXXX-(?:WXX-(?:[1-7]|WE)(?:T[A-Z0-9:]+)?|\d{2}(?:-\d{2})?|XX-XX(?:T[A-Z0-9:]+)?|XX(?:-\d{2})?)"
)


class StoryError(Exception):
    """A story folder that cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where."""

    story: str
    key: str
    what: str

    def __str__(self) -> str:
        return f"{self.story}: {self.key}: {self.what}"


@dataclass(frozen=True, slots=True)
class Story:
    """One story folder, read: the marks, the accounts' texts by id, the tables of accounts.toml."""

    name: str
    folder: Path
    marks: dict[str, Any]
    texts: dict[str, str]
    outlets: dict[str, dict[str, Any]]
    world: dict[str, Any]

    def rows(self, key: str) -> list[list[Any]]:
        """The rows of one kind of mark; none where the key is missing."""
        return list(self.marks.get(key, []))

    def published(self, account: str) -> tuple[datetime, datetime]:
        """The earliest and latest moment at which the account may have come out."""
        value = self.outlets[self.marks["accounts"][account]]["published"]
        if isinstance(value, datetime):
            return value.replace(tzinfo=None), value.replace(tzinfo=None)
        return datetime.combine(value, time.min), datetime.combine(value, time.max)


def load_story(folder: Path) -> Story:
    """Read one story folder; StoryError says which file is missing or malformed."""
    try:
        marks = json.loads((folder / "marks.json").read_text(encoding="utf-8"))
        outlets = tomllib.loads((folder / "accounts.toml").read_text(encoding="utf-8"))
        world = tomllib.loads((folder / "world.toml").read_text(encoding="utf-8"))
        texts = {account: (folder / name).read_text(encoding="utf-8") for account, name in marks["accounts"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoryError(f"cannot be read: {error}") from error
    return Story(folder.name, folder, marks, texts, outlets, world)


def problems(story: Story) -> list[Problem]:
    """All that is wrong inside one story; order is by check, then by place."""
    found = list(_frame(story))
    if not found:
        for check in (_passages, _ids, _values, _divergences, _amounts, _calendar):
            found += check(story)
    return found


def _frame(story: Story) -> Iterator[Problem]:
    """The shape of the files: rows of the right length, a table an account, matching heads."""
    marks = story.marks
    if marks.get("story") != story.name:
        yield Problem(story.name, "story", f"is {marks.get('story')!r}, not the folder's name")
    for key in ("title", "kind", "split"):
        if not isinstance(marks.get(key), str) or story.world.get(key) != marks[key]:
            yield Problem(story.name, key, "missing, or not that of world.toml")
    if marks.get("split") not in SPLITS:
        yield Problem(story.name, "split", f"{marks.get('split')!r} is no split")
    if not isinstance(marks.get("facts"), dict):
        yield Problem(story.name, "facts", "not a table of gists")
    for key, length in MARK_LENGTHS.items():
        for number, row in enumerate(marks.get(key, [])):
            if not isinstance(row, list) or len(row) != length:
                yield Problem(story.name, f"{key}[{number}]", f"not a row of {length}: {row!r:.80}")
    names, files = set(marks["accounts"].values()), {path.name for path in story.folder.glob("*.txt")}
    for name in sorted((set(story.outlets) ^ names) | (files - names)):
        yield Problem(story.name, name, "not in all of the folder, accounts.toml and marks.json")
    for name, outlet in story.outlets.items():
        for key, wanted in (("published", date), ("outlet", str), ("url", str)):
            if not isinstance(outlet.get(key), wanted):
                yield Problem(story.name, name, f"no {key}, or not of type {wanted.__name__}")


def _marked(story: Story) -> Iterator[tuple[str, str, str]]:
    """Every marked passage: a key for the message, the account, the words."""
    for row in story.rows("claims"):
        yield row[0], row[1], row[2]
    for key, place in (("reprints", 2), ("people", 3)):
        for row in story.rows(key):
            yield from ((row[0], account, words) for account, words in row[place])
    for key in ("quotes", "times", "quantities"):
        for number, row in enumerate(story.rows(key)):
            yield f"{key}[{number}]", row[0], row[1]


def _passages(story: Story) -> Iterator[Problem]:
    """Each passage stands exactly once in its account, on one line."""
    for key, account, words in _marked(story):
        if account not in story.texts:
            yield Problem(story.name, key, f"no account {account!r}")
            continue
        count = story.texts[account].count(words) if words else 0
        if count != 1:
            yield Problem(story.name, key, f"stands {count} times in {account}: {words!r:.80}")
        elif "\n" in words or words != words.strip():
            yield Problem(story.name, key, f"spans lines or has loose blanks: {words!r:.80}")
    for row in story.rows("people"):
        if not any(name in text for text in story.texts.values() for name in (row[0], *row[2])):
            yield Problem(story.name, "people", f"{row[0]} is named in no account")


def _ids(story: Story) -> Iterator[Problem]:
    """Ids are unique, and what refers to a fact or a claim finds it."""
    ids = [row[0] for key in ("claims", "divergences", "tempting", "reprints") for row in story.rows(key)]
    for name, count in Counter(ids).items():
        if count > 1:
            yield Problem(story.name, name, f"id given {count} times")
    facts, used = story.marks["facts"], {row[3] for row in story.rows("claims")}
    for name in sorted(used - set(facts)):
        yield Problem(story.name, name, "claims refer to this fact, and there is none")
    for name in sorted(set(facts) - used):
        yield Problem(story.name, name, "a fact that no claim states")
    claims = {row[0] for row in story.rows("claims")}
    columns = {"divergences": (4, 5), "tempting": (2, 3), "positions": (4,), "outcomes": (2,), "timeline": (2,)}
    for key, places in columns.items():
        for number, row in enumerate(story.rows(key)):
            for place in places:
                if not row[place]:
                    yield Problem(story.name, f"{key}[{number}]", "refers to no claim")
                for name in sorted(set(row[place]) - claims):
                    yield Problem(story.name, f"{key}[{number}]", f"no claim {name!r}")


def _values(story: Story) -> Iterator[Problem]:
    """Every closed vocabulary, and the form of times and quantities."""
    for key, place, allowed in CLOSED:
        for number, row in enumerate(story.rows(key)):
            if row[place] not in allowed:
                yield Problem(story.name, f"{key}[{number}]", f"{row[place]!r} is not allowed here")
    for row in story.rows("claims"):
        count = len(row[2].split())
        if not CLAIM_WORDS[0] <= count <= CLAIM_WORDS[1]:
            yield Problem(story.name, row[0], f"a claim of {count} words: {row[2]!r:.60}")
        if not isinstance(row[6], str) or not row[6].strip():
            yield Problem(story.name, row[0], "no source")
    for key, place in (("times", 2), ("timeline", 0)):
        for number, row in enumerate(story.rows(key)):
            if not _good_time(row[place]):
                yield Problem(story.name, f"{key}[{number}]", f"{row[place]!r} is no time value")
    for number, row in enumerate(story.rows("quantities")):
        low, high = row[2], row[3]
        numbers = [end for end in (low, high) if end is not None]
        if not numbers or any(isinstance(end, str) for end in numbers) or numbers != sorted(numbers):
            yield Problem(story.name, f"quantities[{number}]", f"no interval: {low!r}, {high!r}")


def _good_time(value: object) -> bool:
    """Whether it is a TIMEX3 value whose full dates are days of the calendar."""
    if not isinstance(value, str) or value == "P" or not TIME_VALUE.fullmatch(value):
        return False
    try:
        for found in re.findall(r"\b\d{4}-\d{2}(?:-\d{2})?(?!\d)", value):
            date.fromisoformat(found if len(found) > 7 else f"{found}-01")
    except ValueError:
        return False
    return True


def _divergences(story: Story) -> Iterator[Problem]:
    """Sides share a fact, come from where they say, and an update has an order in time."""
    claims = {row[0]: row for row in story.rows("claims")}
    pairs: set[frozenset[str]] = set()
    for name, _, severity, between, left, right, *_ in story.rows("divergences"):
        sides = [[claims[c] for c in side if c in claims] for side in (left, right)]
        if not all(sides):
            continue  # _ids has said so
        pairs |= {frozenset((a, b)) for a in left for b in right}
        first, second = ({row[1] for row in side} for side in sides)
        if between == "accounts" and first & second:
            yield Problem(story.name, name, f"both sides in account {sorted(first & second)}")
        if not {row[3] for row in sides[0]} & {row[3] for row in sides[1]}:
            yield Problem(story.name, name, "the sides share no fact id")
        if between == "parties" and {row[6] for row in sides[0]} & {row[6] for row in sides[1]}:
            yield Problem(story.name, name, "both sides have the same source")
        if severity == "update" and not (_before(story, first, second) or _before(story, second, first)):
            yield Problem(story.name, name, "an update, and neither side is published after the other")
    for row in story.rows("tempting"):
        if any(frozenset((a, b)) in pairs for a in row[2] for b in row[3]):
            yield Problem(story.name, row[0], "the same claims are marked as a divergence")


def _before(story: Story, first: Iterable[str], second: Iterable[str]) -> bool:
    earlier = max(story.published(account)[0] for account in first)
    return all(earlier < story.published(account)[1] for account in second)


def _amounts(story: Story) -> Iterator[Problem]:
    """Enough accounts, words and claims in each, divergences and tempting pairs."""
    claims = Counter(row[1] for row in story.rows("claims"))
    if not ACCOUNTS[0] <= len(story.texts) <= ACCOUNTS[1]:
        yield Problem(story.name, "accounts", f"{len(story.texts)} accounts")
    for account, text in story.texts.items():
        words, lines = len(text.split()), text.split("\n")
        if not ACCOUNT_WORDS[0] <= words <= ACCOUNT_WORDS[1] or claims[account] < LEAST_CLAIMS:
            yield Problem(story.name, account, f"{words} words, {claims[account]} claims")
        if len(lines) < 3 or not lines[0].strip() or lines[1].strip():
            yield Problem(story.name, account, "no headline with an empty line after it")
    divergences = story.rows("divergences")
    kinds = {row[1] for row in divergences}
    if len(divergences) < LEAST_DIVERGENCES or len(kinds) < LEAST_KINDS:
        yield Problem(story.name, "divergences", f"{len(divergences)} of {len(kinds)} kinds")
    if len(story.rows("tempting")) < LEAST_TEMPTING:
        yield Problem(story.name, "tempting", f"{len(story.rows('tempting'))} pairs")


def _calendar(story: Story) -> Iterator[Problem]:
    """Weekdays that stand beside dates, in the texts and in the marks, are the calendar's."""
    for account, text in story.texts.items():
        near = story.published(account)[0].date()
        for pattern in DATED_WEEKDAYS:
            for match in pattern.finditer(text):
                month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(match["m"]))
                day = _day(int(match["d"]), month, int(match["y"]) if match["y"] else None, near)
                if day is None or WEEKDAYS[day.weekday()] != match["w"]:
                    yield Problem(story.name, account, f"{match[0]!r} is not so in the calendar")
    for account, words, value in story.rows("times"):
        named = [name for name in WEEKDAYS if name in words]
        if len(named) == 1 and re.fullmatch(r"\d{4}-\d{2}-\d{2}(T.*)?", value) and _good_time(value):
            actual = WEEKDAYS[date.fromisoformat(value[:10]).weekday()]
            if actual != named[0]:
                yield Problem(story.name, account, f"{words!r} is {value}, a {actual}")


def _day(day: int, month: int, year: int | None, near: date) -> date | None:
    """The date meant; without a year the one nearest to publication."""
    dates = []
    for guess in [year] if year else [near.year - 1, near.year, near.year + 1]:
        try:
            dates.append(date(guess, month, day))
        except ValueError:
            continue
    return min(dates, key=lambda found: abs((found - near).days), default=None)


def names_in(text: str) -> set[str]:
    """Capitalised words that do not begin a sentence; months and weekdays left out."""
    words = re.findall(r"(?<=[a-z,;] )[A-Z][\w’'-]+", text.split("\n", 1)[-1])
    return {word.removesuffix("'s").removesuffix("’s") for word in words} - {*WEEKDAYS, *MONTHS}


def corpus_problems(stories: Sequence[Story]) -> list[Problem]:
    """What only several stories together show: shared people, and names shared with test stories."""
    first, found = dict[str, str](), list[Problem]()
    people = ((story.name, row[0]) for story in stories for row in story.rows("people") if row[1] == "person")
    for story, name in sorted(set(people)):
        if first.setdefault(name, story) != story:
            found += [Problem(story, "people", f"{name} is in {first[name]} too")]
    for share, one, other in overlaps(stories):
        if share > MOST_OVERLAP:
            found += [Problem(one, "overlap", f"{share:.2f} of the names shared with {other}")]
    return found


def overlaps(stories: Sequence[Story]) -> list[tuple[float, str, str]]:
    """Each test story with its nearest train story by the Jaccard of their names."""
    names = {story.name: set[str]().union(*map(names_in, story.texts.values())) for story in stories}
    train = [story.name for story in stories if story.marks["split"] == "train"]
    rows = []
    for story in stories:
        if story.marks["split"] == "test" and train:
            one = names[story.name]
            rows.append(max((len(one & names[t]) / max(1, len(one | names[t])), story.name, t) for t in train))
    return sorted(rows, reverse=True)


def counts(stories: Sequence[Story]) -> str:
    """Tables in Markdown: sizes by split, then kinds of divergence and of tempting pair."""
    head = " | train | dev | test | all |\n|---|---:|---:|---:|---:|"
    lines = [f"|{head}"]
    by = {split: [s for s in stories if s.marks["split"] == split] for split in SPLITS}

    def row(label: str, per_split: Sequence[int]) -> None:
        lines.append(f"| {label} | " + " | ".join(str(n) for n in (*per_split, sum(per_split))) + " |")

    row("stories", [len(by[s]) for s in SPLITS])
    row("words", [sum(len(t.split()) for x in by[s] for t in x.texts.values()) for s in SPLITS])
    for key in ("accounts", "facts", *MARK_LENGTHS):
        row(key, [sum(len(x.marks.get(key, [])) for x in by[s]) for s in SPLITS])
    for title, key, place in TABLES:
        lines += ["", f"| {title}{head}"]
        count = {s: Counter(r[place] for x in by[s] for r in x.rows(key)) for s in SPLITS}
        for name in sorted({name for counter in count.values() for name in counter}):
            row(name, [count[s][name] for s in SPLITS])
    for share, one, other in overlaps(stories)[:1]:
        lines += ["", f"Most names shared, test with train: {share:.3f} ({one} with {other})."]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Check the folders; 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="STORY_FOLDER")
    parser.add_argument("--counts", action="store_true", help="print tables of counts")
    options = parser.parse_args(argv)
    every = (path for path in (Path(__file__).parent / "stories").glob("*") if path.is_dir())
    folders: list[Path] = options.folders or sorted(every)
    stories, found = list[Story](), list[Problem]()
    for folder in folders:
        try:
            story = load_story(folder.resolve())
        except StoryError as error:
            found.append(Problem(folder.name, "folder", str(error)))
            continue
        found += problems(story)
        stories += [] if any(_frame(story)) else [story]
    found += corpus_problems(stories)
    print("\n".join(str(problem) for problem in found), end="\n" if found else "")
    if options.counts:
        print(counts(stories))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
