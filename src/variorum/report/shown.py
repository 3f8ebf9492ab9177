"""What a page leaves out or marks: shards, repetitions, claims that a conflict sets apart. It words nothing anew."""

import re
from dataclasses import replace

from variorum.model.collation import Collation, NextStepRow, Section
from variorum.report.clarity import balanced, points_elsewhere
from variorum.report.words import alike, telling

__all__ = ["disputed", "is_clear", "is_spoken", "sections", "sides", "steps"]

LEAST = 4  # content words of a row that a page shows, where it counts nothing
SAME = 0.6  # share of content words from which a next step repeats the outlook
SPOKEN, LONGEST = 6, 70  # words between which a quotation says something by itself
_MARKS = " \"'“”‘’«»„.,;:"
_COUNT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions|no)\b", re.IGNORECASE
)


def disputed(collation: Collation) -> frozenset[str]:
    """The rows that are contested, or that hold a claim which a conflict sets against another."""
    parted = sides(collation)
    return frozenset(
        row.id for row in collation.ledger if row.status == "contested" or not parted.isdisjoint(row.claims)
    )


def sides(collation: Collation) -> frozenset[str]:
    """The ids of the claims that a conflict sets against others."""
    conflicts = (row for row in collation.divergences if row.severity == "conflict")
    return frozenset(claim for row in conflicts for side in row.sides for claim in side)


def sections(collation: Collation, solid: frozenset[str]) -> tuple[Section, ...]:
    """The sections of the brief as a page shows them: what stands under "What is solid" is not told again."""
    found = (
        replace(section, points=tuple(point for point in section.points if point.group not in solid))
        for section in collation.brief.sections
        if section.title != "Tone"
    )
    return tuple(section for section in found if section.points)


def steps(collation: Collation) -> tuple[NextStepRow, ...]:
    """The next steps that say who takes them, each once."""
    told: list[frozenset[str]] = [
        telling(point.text) for section in collation.brief.sections for point in section.points
        if section.title == "Outlook"
    ]  # fmt: skip
    found = []
    for row in collation.negotiation.next_steps:
        words = telling(row.text)
        if is_clear(row.text) and not any(alike(words, other, SAME) for other in told):
            told.append(words)
            found.append(row)
    return tuple(found)


def is_spoken(text: str) -> bool:
    """Whether a quotation says something by itself: some words, begun where the speaker began."""
    return SPOKEN <= len(text.split()) <= LONGEST and balanced(text) and text.strip(_MARKS)[:1].isupper()


def is_clear(text: str) -> bool:
    """Whether words can stand as a line: they close what they open, name what they speak of, and are not a shard."""
    tells = len(telling(text)) >= LEAST or _COUNT.search(text)
    return balanced(text) and not points_elsewhere(text) and bool(tells) and not text[:1].islower()
