"""Whole stories: collates marked stories and scores them with the scorer that stands beside the shared marks.

Every story is collated once a process. The simple baseline takes our own claims and joins them by the words they share;
it calls two claims of one group a divergence where they hold different numbers.
"""

import importlib.util
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation.baselines import average_link
from evaluation.harness import Error, Result
from evaluation.marks import own_accounts
from variorum import collate, read
from variorum.model.wire import encode
from variorum.settings import Settings

__all__ = ["BASELINE", "TERMS", "Scored", "own_stories", "shared_stories"]

Figures = dict[str, float]
Words = tuple[str, str]  # account key, exact words: how the marks cite
BASELINE = "TF-IDF over our own claims, average link; a divergence where two claims of a group hold different numbers"
DISTANCE = 0.6  # cosine distance up to which the baseline joins two claims; chosen, not swept
PLAIN = ("facts", "divergences")  # what the baseline answers
TERMS: Mapping[str, str] = {
    "facts_precision": "of the pairs of marked passages that we group, the share that states one thing",
    "facts_recall": "of the pairs of passages of two accounts that state one thing, the share that we group",
    "divergences_hard": "marked conflicts that we show",
    "divergences_soft": "marked tensions that we show",
    "divergences_false": "tempting pairs, marked as no divergence, that we show as one",
    "divergences_known": "share of the divergences shown that are marked; marks are not complete",
    "divergences_shown": "divergences shown per story",
    "quotes_recall": "marked quotes found",
    "quotes_speaker": "marked quotes with their speaker named",
    "people_found": "marked people in our cast",
    "people_roles": "titles that an account gives a person, found with that person",
    "people_merged": "people of our cast, per story, that are two marked people",
    "positions_found": "marked positions of parties, listed",
    "positions_right": "of all marked positions, listed with party and stance right",
    "positions_listed": "positions that we list per story",
    "timeline_dated": "marked dates that our claims or moments carry",
}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Scored:
    """Stories as the scorer holds them, by name: `plain` are those of the baseline."""

    scorer: ModuleType
    stories: Mapping[str, Any]
    plain: Mapping[str, Any]

    def result(self, metrics: Sequence[str], names: Iterable[str] | None = None) -> Result:
        """The means over all stories, or some, of some of the scorer's metrics, and what each story scores."""
        kept = sorted(self.stories if names is None else names)
        found = {name: self._of(self.stories[name], metrics) for name in kept}
        plain = {name: self._of(self.plain[name], [each for each in metrics if each in PLAIN]) for name in kept}
        return Result(
            figures=_mean(found.values()),
            items=len(kept),
            baseline=_mean(plain.values()),
            errors=self.errors(kept, metrics),
            stories=found,
        )

    def _of(self, story: Any, metrics: Sequence[str]) -> Figures:
        """A metric about which nothing is marked in a story is left out."""
        rows = {metric: self.scorer.METRICS[metric](story) or {} for metric in metrics}
        return {f"{metric}_{name}": float(value) for metric, row in rows.items() for name, value in row.items()}

    def errors(self, names: Iterable[str], metrics: Sequence[str]) -> Iterator[Error]:
        """What the scorer counts against us, passage beside passage."""
        for name in names:
            if "facts" in metrics:
                yield from self._facts(name, self.stories[name])
            if "divergences" in metrics:
                yield from self._divergences(name, self.stories[name])

    def _facts(self, name: str, story: Any) -> Iterator[Error]:
        rows = [(fact[0], [tuple(each) for each in fact[1]]) for fact in story.gold["facts"] if len(fact) == 2]
        for fact, passages in rows:
            for one, two in combinations(passages, 2):
                if one[0] != two[0] and not self.scorer.same(story, one, two):
                    yield Error(f"{name}: {fact}", "fact missed", _both(one, two), "one fact", "two groups")
        for (fact, ours), (other, theirs) in combinations(rows, 2):
            for one, two in ((one, two) for one in ours for two in theirs if one[0] != two[0]):
                shared = story.over(*one) & story.over(*two)
                if not shared and self.scorer.same(story, one, two):
                    yield Error(f"{name}: {fact} / {other}", "facts joined", _both(one, two), "two facts", "one group")

    def _divergences(self, name: str, story: Any) -> Iterator[Error]:
        shown = [each for each in story.c["divergences"] if each["severity"] in ("conflict", "tension")]
        pairs = [(row[0], row[1], row[2], row[3], row[4]) for row in story.gold["conflicts"]]
        tempting = [(row[0], "none", row[2], row[3], row[4]) for row in story.gold.get("not_conflicts", [])]
        for row in (*pairs, *tempting):
            wanted, found = row[1] != "none", _shows(story, shown, row)
            if wanted != found:
                kind = f"{row[1]} missed" if wanted else "tempting shown"
                gold = f"{row[1]} divergence of {row[2]}" if wanted else "none"
                told = "shown" if found else "not shown"
                yield Error(f"{name}: {row[0]}", kind, _both(tuple(row[3]), tuple(row[4][0])), gold, told)
        for each in shown:
            if not any(_shows(story, [each], row) for row in pairs):
                sides = " ‖ ".join(story.claims[side[0]]["text"] for side in each["sides"][:2])
                yield Error(name, "not marked", sides, "no such mark", f"{each['severity']} of {each['kind']}")


@cache
def shared_stories(folder: Path, most: int | None = None) -> Scored:
    """The stories of a folder of marks with their scorer: all, or so many, those with the shortest texts."""
    names = sorted((each.stem for each in folder.glob("*.json")), key=lambda name: (_size(folder / name), name))[:most]
    golds = {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names}
    return _scored(folder / "score.py", golds, {name: _collated(folder / name) for name in names})


@cache
def own_stories(marks: Path, texts: Path, scorer: Path) -> Scored:
    """The stories of a folder of our own marks, whose texts stand in a JSONL file."""
    golds, collations = {}, {}
    for path in sorted(marks.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        accounts = own_accounts(path, texts)
        golds[path.stem] = {**gold, "accounts": {key: account.names[0] for key, account in accounts.items()}}
        collations[path.stem] = encode(collate(accounts.values()))
    return _scored(scorer, golds, collations)


@cache
def _collated(folder: Path) -> bytes:
    return encode(collate(read([folder], settings=Settings())))


def _scored(path: Path, golds: Mapping[str, dict[str, Any]], collations: Mapping[str, bytes]) -> Scored:
    """The scorer reads files: it gets marks and collations in a folder that goes again."""
    scorer = _module(path)
    with tempfile.TemporaryDirectory() as made:
        marks = Path(made) / "gold"
        vars(scorer)["GOLD"] = marks
        sides = {"ours": dict(collations), "plain": {name: _plain(each) for name, each in collations.items()}}
        marks.mkdir()
        for name, gold in golds.items():
            # the collation's file is found by the story's name; some marks carry the address of another one
            (marks / f"{name}.json").write_text(json.dumps({**gold, "story": name}), encoding="utf-8")
        stories: dict[str, dict[str, Any]] = {}
        for side, contents in sides.items():
            out = Path(made) / side
            out.mkdir()
            for name, content in contents.items():
                (out / f"{name}.json").write_bytes(content)
            stories[side] = {name: scorer.Story(name, out) for name in contents}
            for story in stories[side].values():
                story.over = cache(story.over)  # the scorer asks for the same passage's claims again and again
    return Scored(scorer, stories["ours"], stories["plain"])


def _plain(content: bytes) -> bytes:
    """A collation with the baseline's groups and divergences in place of ours."""
    collation = json.loads(content)
    claims = collation["claims"]
    groups: dict[int, list[dict[str, Any]]] = {}
    for claim, label in zip(claims, average_link([each["text"] for each in claims], DISTANCE), strict=True):
        groups.setdefault(label, []).append(claim)
    collation["ledger"] = [
        {"id": f"g{label}", "claims": [each["id"] for each in rows]} for label, rows in groups.items()
    ]
    pairs = [pair for rows in groups.values() for pair in combinations(rows, 2)]
    collation["divergences"] = [
        {"severity": "conflict", "sides": [[one["id"]], [two["id"]]]}
        for one, two in pairs
        if one["account"] != two["account"] and _clash(one["text"], two["text"])
    ]
    return json.dumps(collation).encode()


def _clash(one: str, two: str) -> bool:
    """Both hold numbers, and not the same ones."""
    left, right = set(_NUMBER.findall(one)), set(_NUMBER.findall(two))
    return bool(left and right and left != right)


def _shows(story: Any, divergences: Sequence[dict[str, Any]], row: tuple[Any, ...]) -> bool:
    """Whether one of the divergences has the marked passages on its two sides; as the scorer counts."""
    left, right = story.over(*row[3]), set().union(*(story.over(*each) for each in row[4]))
    sides = ((set(one), set(two)) for each in divergences for one in each["sides"] for two in each["sides"])
    return any(one != two and one & left and two & right for one, two in sides)


def _both(one: tuple[str, ...], two: tuple[str, ...]) -> str:
    return f"[{one[0]}] {one[1]} ‖ [{two[0]}] {two[1]}"


def _mean(rows: Iterable[Figures]) -> Figures:
    """The mean of each figure over the stories that have it."""
    values: dict[str, list[float]] = {}
    for row in rows:
        for name, value in row.items():
            values.setdefault(name, []).append(value)
    return {name: sum(each) / len(each) for name, each in sorted(values.items())}


def _size(folder: Path) -> int:
    return sum(each.stat().st_size for each in folder.glob("*.txt"))


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("marked_scorer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
