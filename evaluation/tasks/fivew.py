"""Who, what, when and where of an article: does the first answer say what three annotators found?"""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.harness import Error, Result, Task
from variorum import annotate
from variorum.align.views import stems_of
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account
from variorum.report.lead import lead

__all__ = ["TASK"]

QUESTIONS = ("who", "what", "when", "where")
SHARED = 0.5  # of the content stems of the shorter of answer and annotation: from here on they say the same
_DAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at) ((?:[A-Z][\w’'-]+ ?){1,3})")


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    right, asked, base, errors = (
        dict.fromkeys(QUESTIONS, 0),
        dict.fromkeys(QUESTIONS, 0),
        dict.fromkeys(QUESTIONS, 0),
        [],
    )
    for path in sorted((folder / "fivew").glob("*.json")):
        row: dict[str, Any] = json.loads(path.read_text())
        title = str(row.get("title") or "").strip()
        text = f"{title}\n\n{row['text']}" if title else str(row["text"])
        published = str(row.get("date_publish") or "")[:10] or None
        marked = annotate(Account(text=text, names=(path.name,), title=title or None, published=published))
        ours, days = _answers(marked)
        plain = _baseline(title, str(row["text"]))
        for question in QUESTIONS:
            gold = [each for each in row["fiveWoneH"][question]["annotated"] if each.get("text")]
            if not gold:
                continue
            asked[question] += 1
            base[question] += _fits(plain[question], None, gold)
            if _fits(ours[question], days if question == "when" else None, gold):
                right[question] += 1
            else:
                wanted = " | ".join(str(each["text"]) for each in gold)
                kind = f"{question}: {'wrong' if ours[question] else 'none'}"
                errors.append(Error(path.stem[:8], kind, text[:300], wanted, ours[question]))
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
    baseline="the headline's first two words, its rest, the first word for a day, the first “in” with a name",
    published="Hamborg et al. 2019 (Giveme5W1H): .73 over six questions, .82 over these four, as judged by people.",
    departures="An answer is right where it shares half the content stems of the shorter with an annotated phrase, or "
    "names its day: nobody judged. Why and how are not answered. A question without an annotated phrase is not asked.",
    errors_like="The headline's actor is not the article's; captions and share buttons stand before the lead; a "
    "country is given where the annotators name the town.",
)
