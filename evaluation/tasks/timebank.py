"""Time expressions on TimeBank: TIMEX3 found with relaxed match, and right in value (as TempEval-3 scores it).

The document creation time is given as the publication date, as in TempEval-3; it is not itself counted.
"""

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from evaluation.harness import Error, Result, Task, data_files, measured
from evaluation.measures import f1
from evaluation.steps import annotated
from variorum.model.markup import Timex
from variorum.model.text import Account

__all__ = ["TASK", "Gold", "Labelled", "read_timeml"]

_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")
_SAMPLE = 40
_BASELINE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,2})?(?:,?\s\d{4})?"
    r"|\b(?:19|20)\d\d\b|\b(?:today|yesterday|tomorrow)\b"
)


@dataclass(frozen=True, slots=True)
class Gold:
    """A labelled expression: code points of the text, TIMEX3's type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its labels and its creation time."""

    name: str
    text: str
    created: str
    golds: tuple[Gold, ...]


Pair = tuple[Labelled, tuple[Timex, ...]]


def read_timeml(path: Path) -> Labelled:
    """One TimeML file: the TEXT element without tags, single line ends read as spaces, entities resolved."""
    whole = path.read_text(encoding="utf-8")
    created = re.search(r"<TIMEX3[^<>]*functionInDocument=\"CREATION_TIME\"[^<>]*>", whole)
    body = re.search(r"<TEXT>(.*?)</TEXT>", whole, re.DOTALL)
    source = body[1].strip() if body else ""
    text, golds, opened = "", [], None
    at = 0
    for tag in [*_TAG.finditer(source), None]:
        text += unescape(source[at : tag.start() if tag else len(source)])
        if tag is None:
            break
        at = tag.end()
        if tag.group().startswith("<TIMEX3"):
            opened = (len(text), dict(_ATTRIBUTE.findall(tag.group())))
        elif tag.group() == "</TIMEX3>" and opened:
            golds.append(Gold(opened[0], len(text), opened[1].get("type", ""), opened[1].get("value", "")))
            opened = None
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    value = dict(_ATTRIBUTE.findall(created.group())).get("value", "") if created else ""
    return Labelled(path.stem, text, value, tuple(golds))


def _measure(folder: Path, split: str, sample: bool) -> Result:
    return measured(
        data_files(TASK, folder, split), _judge, _score, key=lambda path: path.name, most=_SAMPLE, sample=sample
    )


def _judge(path: Path) -> Pair:
    labelled = read_timeml(path)
    account = Account(text=labelled.text, names=(labelled.name,), published=labelled.created[:10] or None)
    return labelled, annotated(account, "sentences", "timexes").timexes


def _score(pairs: Sequence[Pair]) -> Result:
    gold = sum(len(each.golds) for each, _ in pairs)
    found = sum(len(timexes) for _, timexes in pairs)
    matched = [(g, t) for each, timexes in pairs for g, t in _matches(each, timexes)]
    value = sum(_same(g.value, t.value) for g, t in matched)
    kind = sum(g.type == t.type for g, t in matched)
    base_found, base_right = _baseline([each for each, _ in pairs])
    return Result(
        figures={
            "value_f1": f1(value, found, gold).f1, "value_precision": f1(value, found, gold).precision,
            "value_recall": f1(value, found, gold).recall, "relaxed_f1": f1(len(matched), found, gold).f1,
            "type_f1": f1(kind, found, gold).f1,
        },
        baseline={"value_f1": f1(base_right, base_found, gold).f1},
        items=gold,
        errors=_errors(pairs),
    )  # fmt: skip


def _matches(labelled: Labelled, timexes: tuple[Timex, ...]) -> Iterator[tuple[Gold, Timex]]:
    """Each labelled expression with the first of ours that shares a character with it, each of ours used once."""
    used: set[int] = set()
    for gold in labelled.golds:
        for at, timex in enumerate(timexes):
            if at not in used and timex.span.start < gold.end and gold.start < timex.span.end:
                used.add(at)
                yield gold, timex
                break


def _same(gold: str, ours: str | None) -> bool:
    return ours is not None and gold.rstrip("Z") == ours


def _baseline(texts: list[Labelled]) -> tuple[int, int]:
    """Month names, four-digit years and "today" by one pattern, valued by the creation year or day."""
    found = right = 0
    months = list(month_name)[1:]
    for each in texts:
        for match in _BASELINE.finditer(each.text):
            found += 1
            words = match.group().replace(",", "").split()
            value = each.created[:10]
            if words[0].isdigit():
                value = words[0]
            elif words[0] in months:
                year = words[-1] if len(words[-1]) == 4 and words[-1].isdigit() else each.created[:4]
                day = f"-{int(words[1]):02d}" if len(words) > 1 and len(words[1]) < 3 else ""
                value = f"{year}-{months.index(words[0]) + 1:02d}{day}"
            right += any(g.start < match.end() and match.start() < g.end and g.value == value for g in each.golds)
    return found, right


def _errors(pairs: Sequence[Pair]) -> Iterator[Error]:
    for labelled, timexes in pairs:
        matched = list(_matches(labelled, timexes))
        golds, ours = {id(g) for g, _ in matched}, {id(t) for _, t in matched}
        for gold, timex in matched:
            if not _same(gold.value, timex.value):
                told = f"{labelled.text[gold.start : gold.end]} = {gold.type} {gold.value} (created {labelled.created})"
                yield Error(labelled.name, "value", _around(labelled.text, gold.start, gold.end), told,
                            f"{timex.text} = {timex.type} {timex.value} by {timex.origin.rule}")  # fmt: skip
        for gold in labelled.golds:
            if id(gold) not in golds:
                told = f"{labelled.text[gold.start : gold.end]} = {gold.type} {gold.value}"
                yield Error(labelled.name, "missed", _around(labelled.text, gold.start, gold.end), told)
        for timex in timexes:
            if id(timex) not in ours:
                span = timex.span
                yield Error(labelled.name, "spurious", _around(labelled.text, span.start, span.end), "",
                            f"{timex.text} = {timex.type} {timex.value}")  # fmt: skip


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 90) : start]}[{text[start:end]}]{text[end : end + 60]}"


TASK = Task(
    name="timebank",
    what="time expressions: found and given the right value",
    metric="TIMEX3 value F1, relaxed match",
    headline="value_f1",
    dev=("timebank/*.tml",),
    test=("aquaint/*.tml",),
    measure=_measure,
    bar=0.72,
    goal=0.82,
    terms={
        "value_f1": "found, with the right value",
        "value_precision": "of ours",
        "value_recall": "of the labelled",
        "relaxed_f1": "found: one character shared",
        "type_f1": "found, with the right type",
    },
    baseline="one pattern for months, years and today",
    gated=("relaxed_f1",),
    slow=True,
    departures="Measured on TimeBank itself; the day of creation is given as the day of publication and not counted; "
    "line ends within paragraphs are read as spaces.",
    errors_like="Values: the periods that companies report on (the quarter, a year earlier, the latest nine months) "
    "get the calendar's quarter or another granularity. Spurious: now, currently, soon, annually, which "
    "are labelled in some texts and not in others. Missed: then, earlier, yet, and other words for a "
    "time named before.",
)
