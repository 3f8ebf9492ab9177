"""Who, what, when and where of an article: does the first answer say what three annotators found?"""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.harness import Error, Result, Task, data_files
from variorum import annotate, read
from variorum.align.views import stems_of
from variorum.model.markup import AnnotatedAccount
from variorum.report.lead import lead
from variorum.settings import Settings

__all__ = ["TASK"]

QUESTIONS = ("who", "what", "when", "where")
SHARED = 0.5  # of the content stems of the shorter of answer and annotation: from here on they say the same
_DAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at) ((?:[A-Z][\w’'-]+ ?){1,3})")


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    right, asked, base = (dict.fromkeys(QUESTIONS, 0) for _ in range(3))
    errors = []
    for path in data_files(TASK, folder, split):
        row: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        story = read([path], settings=Settings())
        if not story.accounts:
            raise ValueError(f"{path.name} could not be read: {story.failures}")
        ours, day = _answers(annotate(story.accounts[0]))
        plain = _baseline(str(row.get("title") or "").strip(), str(row["text"]))
        for question in QUESTIONS:
            gold = [each for each in row["fiveWoneH"][question]["annotated"] if each.get("text")]
            if not gold:
                continue
            asked[question] += 1
            base[question] += _fits(plain[question], None, gold)
            if _fits(ours[question], day if question == "when" else None, gold):
                right[question] += 1
            else:
                wanted = " | ".join(str(each["text"]) for each in gold)
                kind = f"{question}: {'wrong' if ours[question] else 'none'}"
                errors.append(Error(path.stem[:8], kind, story.accounts[0].text[:300], wanted, ours[question]))
    return Result(
        figures=_shares(right, asked), baseline=_shares(base, asked), items=sum(asked.values()), errors=errors
    )


def _answers(marked: AnnotatedAccount) -> tuple[dict[str, str], str | None]:
    found = lead(marked)
    spans = {"who": found.who, "what": found.what, "when": found.when, "where": found.where}
    text = marked.account.text
    return {name: text[span.start : span.end] if span else "" for name, span in spans.items()}, found.day


def _fits(answer: str, day: str | None, gold: Sequence[dict[str, Any]]) -> bool:
    """Half the content stems of the shorter one are shared; or the days are one."""
    if day and any(_near(day[:10], str(each.get("parsed") or "")) for each in gold):
        return True
    mine = stems_of(answer)
    for each in gold:
        theirs = stems_of(str(each["text"]))
        if mine and theirs and len(mine & theirs) >= SHARED * min(len(mine), len(theirs)):
            return True
    return False


def _near(one: str, other: str) -> bool:
    """One day, as ISO dates."""
    try:
        return date.fromisoformat(one) == date.fromisoformat(other)
    except ValueError:
        return False


def _baseline(title: str, text: str) -> dict[str, str]:
    """The headline's first two words, the rest of the headline, the first word for a day, the first "in" and a name."""
    head = (title or text[:80]).split()
    day, place = _DAY.search(text), _PLACE.search(text)
    return {
        "who": " ".join(head[:2]),
        "what": " ".join(head[2:]),
        "when": day[0] if day else "",
        "where": place[1] if place else "",
    }


def _shares(right: dict[str, int], asked: dict[str, int]) -> dict[str, float]:
    shares = {name: right[name] / asked[name] if asked[name] else 0.0 for name in QUESTIONS}
    return {"precision": sum(shares.values()) / len(shares), **shares}


TASK = Task(
    name="fivew",
    what="who, what, when, where",
    metric="top-1 precision, mean over the four questions",
    headline="precision",
    gated=QUESTIONS,
    dev=("fivew/*.json",),
    test=("fivew/*.json",),
    measure=measure,
    bar=0.75,
    goal=0.85,
    terms={
        "precision": "mean of the four",
        "who": "first answer right",
        "what": "first answer right",
        "when": "first answer right",
        "where": "first answer right",
    },
    baseline="the headline's first two words, its rest, the first word for a day, the first “in” with a name",
    published="Giveme5W1H: precision .73 over six questions, .82 over these four, as judged by three people (Hamborg "
    "et al. 2019, abstract).",
    departures="An answer is right where it shares half the content stems of the shorter with an annotated phrase, "
    "or names its day: nobody judged. Why and how are not answered. A question without an annotated "
    "phrase is not asked. A lead without a day near to its publication is dated by its publication.",
    errors_like="Who: somebody whom the headline only describes (a driver, the last victims) and the text names "
    "later. What: an annotated phrase from the middle of the text. When: the day of the event where the "
    "annotators took that of the latest news, or the reverse. Where: a country or a large town where the "
    "annotators took the smaller place; a place that only stands before a noun (the name of a town "
    "before crash).",
)
