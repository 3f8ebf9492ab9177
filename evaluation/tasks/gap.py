"""Pronouns to people on GAP: is the pronoun's person the one that a name stands for (Webster et al. 2018)?

Scored as the corpus's own scorer does: each of the two names is a yes or a no, F1 of the yeses.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from evaluation.harness import Error, Result, Task, data_files
from evaluation.measures import f1
from evaluation.steps import annotated
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account

__all__ = ["TASK", "Case", "read_cases"]

FEMALE = frozenset({"she", "her", "hers"})


@dataclass(frozen=True, slots=True)
class Case:
    """A pronoun with two names: code points of the text, and whether each name is meant."""

    name: str
    text: str
    title: str
    pronoun: str
    at: int
    spans: tuple[tuple[int, int], ...]
    gold: tuple[bool, ...]


def read_cases(path: Path) -> Iterator[Case]:
    """The rows of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            spans = tuple((int(row[f"{side}-offset"]), int(row[f"{side}-offset"]) + len(row[side])) for side in "AB")
            gold = tuple(row[f"{side}-coref"].upper() == "TRUE" for side in "AB")
            title = unquote(row["URL"].rpartition("/")[2]).replace("_", " ")
            yield Case(row["ID"], row["Text"], title, row["Pronoun"], int(row["Pronoun-offset"]), spans, gold)


def answers(case: Case, marked: AnnotatedAccount) -> tuple[bool, ...]:
    """For each name, whether the product gives the pronoun and the name one referent."""
    who = next(
        (each.referent for each in marked.mentions if each.form == "pronoun" and each.span.start == case.at), None
    )
    if who is None:
        return tuple(False for _ in case.spans)
    own = [marked.mentions[at].span for at in marked.referents[who].mentions if marked.mentions[at].form == "name"]
    return tuple(any(span.start < end and start < span.end for span in own) for start, end in case.spans)


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    (path,) = data_files(TASK, folder, split)
    cases = list(read_cases(path))
    found = [
        answers(case, annotated(Account(text=case.text, names=(case.name,), title=case.title), "sentences", "cast"))
        for case in cases
    ]
    both = list(zip(cases, found, strict=True))
    female = [(case, said) for case, said in both if case.pronoun.lower() in FEMALE]
    male = [(case, said) for case, said in both if case.pronoun.lower() not in FEMALE]
    return Result(
        figures={"f1": _f1(both), "f1_female": _f1(female), "f1_male": _f1(male)},
        baseline={"f1": _f1([(case, _nearest(case)) for case in cases])},
        items=2 * len(cases),
        errors=_errors(both),
    )


def _f1(rows: list[tuple[Case, tuple[bool, ...]]]) -> float:
    right = sum(gold and said for case, answer in rows for gold, said in zip(case.gold, answer, strict=True))
    return f1(right, sum(sum(answer) for _, answer in rows), sum(sum(case.gold) for case, _ in rows)).f1


def _nearest(case: Case) -> tuple[bool, ...]:
    """The name that ends nearest before the pronoun."""
    ends = [end if end <= case.at else -1 for _, end in case.spans]
    return tuple(end == max(ends) and end >= 0 for end in ends)


def _errors(rows: list[tuple[Case, tuple[bool, ...]]]) -> Iterator[Error]:
    for case, answer in rows:
        if answer == case.gold:
            continue
        kind = "wrong" if any(said and not gold for said, gold in zip(answer, case.gold, strict=True)) else "missed"
        names = [case.text[start:end] for start, end in case.spans]
        marked = f"{case.text[: case.at]}[[{case.pronoun}]]{case.text[case.at + len(case.pronoun) :]}"
        yield Error(
            where=case.name,
            kind=kind,
            text=marked,
            gold=", ".join(name for name, yes in zip(names, case.gold, strict=True) if yes) or "neither",
            ours=", ".join(name for name, yes in zip(names, answer, strict=True) if yes) or "neither",
        )


TASK = Task(
    name="gap",
    what="pronouns to people",
    metric="F1 over names (the corpus's scorer)",
    headline="f1",
    dev=("gap/gap-validation.tsv",),
    test=("gap/gap-test.tsv",),
    measure=measure,
    bar=0.72,
    goal=0.85,
    gated=("f1_female", "f1_male"),
    terms={
        "f1": "all names",
        "f1_female": "she, her",
        "f1_male": "he, him, his",
    },
    baseline="the name that ends nearest before the pronoun",
    published="The best of the systems that the makers of the corpus tried: .669 F1 (Webster et al. 2018, abstract).",
    departures="Each snippet is an account of its own; its title is the page's, from its address (GAP's page context).",
    errors_like="Two of three errors take the wrong person: the subject or the nearer name where only the sense "
    "tells (who appointed whom to his cabinet, who was told that he would not), or somebody named after "
    "the pronoun. The rest take nobody: titles that stand for a name (the Queen, the Duke), names at the "
    "end of a long list, people known by one word.",
)
