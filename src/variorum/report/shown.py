"""What a page leaves out or marks: shards, repetitions, claims that a conflict sets apart. It words nothing anew."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.model.collation import (
    BorneRow,
    ClaimRow,
    Collation,
    DivergenceRow,
    LedgerRow,
    NextStepRow,
    Point,
    Section,
)
from variorum.model.judgement import DivergenceKind
from variorum.report.bearing import bears
from variorum.report.clarity import balanced, points_elsewhere, whole
from variorum.report.words import alike, overlap, telling

__all__ = [
    "MANY",
    "MARKS",
    "MOST_OPEN",
    "Mark",
    "counted_by_bearers",
    "is_clear",
    "is_of_the_work",
    "is_spoken",
    "mark",
    "marks",
    "sections",
    "solid",
    "steps",
]

LEAST = 4  # content words of a row that a page shows, where it counts nothing
OPENING = 700  # code points of an account in which the event itself stands; chosen, not swept
MOST_OPEN = 4  # accounts that open with a row, beyond which it is no more the event than another
MANY = 3  # accounts from which a row is shown with its gist's whole sentence, where that alone can stand
AGAIN = 0.75  # share of content words from which a line of the brief repeats a solid one; chosen, not swept
SAME = 0.6  # share of content words from which a next step repeats the outlook
SPOKEN, LONGEST = 6, 70  # words between which a quotation says something by itself
_UNSURE = frozenset({"possible", "conditional"})  # a guess is nothing to build on, however many make it
MARKS = " \"'“”‘’«»„.,;:"
_OF_THE_WORK = re.compile(
    r"\b(?:sought|seeking|request(?:s|ed)?|asked|respond\w{0,3}|reached|declin\w{1,3}|available)\b[^.]{0,40}\b(?:comments?)\b"
    r"|\((?:pictured|photographed)\b|, pictured,|\b(?:is|are) pictured\b"
    r"|\bdescribed the (?:scene|moment|incident)\b|\bspoke to reporters\b",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"\b(?:initial|original|earlier|first)(?:ly)? (?:report|version|stat|thought|believ|announc)", re.IGNORECASE
)
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput\w{1,3}|reject\w{0,3}|dismiss\w{0,3})\b", re.IGNORECASE)
_OF: dict[DivergenceKind, str] = {
    "number": "the number", "date": "the date", "place": "the place", "role": "the role", "presence": "who is there",
    "membership": "who belongs to it", "polarity": "whether it is so", "modality": "how sure it is",
    "cause": "the cause", "wording": "the words", "degree": "how much", "scope": "how far it goes",
}  # fmt: skip
_COUNT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions|no)\b", re.IGNORECASE
)


def solid(collation: Collation, rows: Sequence[LedgerRow]) -> tuple[LedgerRow, ...]:
    """Of the rows, those that a desk can build on: corroborated by the accounts that bear them, and in no dispute.

    A row counts and cites only these accounts. What the accounts open with comes first.
    """
    claims = {row.id: row for row in collation.claims}
    apart = _apart(collation, claims)
    heads = {row.id: len(row.title or "") for row in collation.accounts}
    found = []
    for row in rows:
        gist = claims[row.gist]
        if (
            row.borne
            and row.borne.status == "corroborated"
            and is_clear(row.text)
            and not is_of_the_work(row.text)
            and not _CORRECTED.search(row.text)
            and gist.modality not in _UNSURE
            and gist.at[1] > heads[gist.account]
            and not any(_disputes(row, claims[each], side) for each in _saying(row, claims) for side in apart)
        ):
            found.append(_of_bearers(row, row.borne, claims))
    opens = {
        row.id: len({claims[each].account for each in row.claims if claims[each].at[0] < OPENING}) for row in found
    }
    return tuple(sorted(found, key=lambda row: -min(MOST_OPEN, opens[row.id])))


def _saying(row: LedgerRow, claims: Mapping[str, ClaimRow]) -> list[str]:
    """The gist and the claims of the row that say it: what else a row holds may be in dispute for itself."""
    return [each for each in row.claims if each == row.gist or bears(row.text, [claims[each].text])]


def _of_bearers(row: LedgerRow, borne: BorneRow, claims: Mapping[str, ClaimRow]) -> LedgerRow:
    kept = tuple(each for each in row.claims if claims[each].account in borne.accounts)
    return replace(counted_by_bearers(row), claims=kept)


def counted_by_bearers(row: LedgerRow) -> LedgerRow:
    """The row with the counts and status of the accounts that bear it, where these are of several origins."""
    borne = row.borne
    if borne is None or row.status == "contested" or borne.origins < 2:
        return row
    return replace(
        row, accounts=len(borne.accounts), origins=borne.origins, witnesses=borne.witnesses, status=borne.status
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line of the brief is marked with that prints one of these claims."""

    claims: tuple[ClaimRow, ...]
    text: str


def marks(collation: Collation) -> tuple[Mark, ...]:
    """The marks of all sides of conflicts, and of the earlier ones of updates; a side that denies has none."""
    claims = {row.id: row for row in collation.claims}
    days = _days(collation)
    found = []
    for row in collation.divergences:
        for at, side in enumerate(row.sides):
            told = tuple(claims[each] for each in side)
            if any(_DENIAL.search(each.text) for each in told):
                continue
            if row.severity == "conflict":
                found.append(Mark(told, f"disputed: {_OF[row.kind]}"))
            elif row.severity == "update" and at == _earlier(row, claims, days) and len(row.values) > 1:
                found.append(Mark(told, f"later: {row.values[1 - at]}"))
    return tuple(found)


def mark(collation: Collation, known: Iterable[Mark], point: Point) -> str:
    """What is in dispute in a line of the brief, where its very words are a side of it; else empty."""
    for each in known:
        if any(claim.id in point.cites and claim.text in point.text for claim in each.claims):
            return each.text
    if any(row.id == point.group and row.status == "contested" and row.text in point.text for row in collation.ledger):
        return "disputed"
    return ""


@dataclass(frozen=True, slots=True)
class _Side:
    """A claim on a side of a divergence, with the divergence's kind and the side's value, "" where it has none."""

    claim: ClaimRow
    kind: DivergenceKind
    value: str


def _apart(collation: Collation, claims: Mapping[str, ClaimRow]) -> tuple[_Side, ...]:
    """The sides of all divergences other than of wording; of an update, the earlier one."""
    days = _days(collation)
    return tuple(
        _Side(claims[each], row.kind, row.values[at] if at < len(row.values) else "")
        for row in collation.divergences
        if row.kind != "wording"
        for at, side in enumerate(row.sides)
        if row.severity != "update" or at == _earlier(row, claims, days)
        for each in side
    )


def _days(collation: Collation) -> dict[str, str]:
    """The day of each account, "" where it is unknown."""
    return {each.id: each.published or "" for each in collation.accounts}


def _earlier(row: DivergenceRow, claims: Mapping[str, ClaimRow], days: Mapping[str, str]) -> int:
    """Which side of an update was told first, by the days of its accounts."""
    last = [max((days[claims[each].account] for each in side), default="") for side in row.sides]
    return 0 if len(last) < 2 or last[0] <= last[1] else 1


def _disputes(row: LedgerRow, claim: ClaimRow, side: _Side) -> bool:
    """Whether a claim that says what the row says is a side of a divergence, on that very thing.

    Of a date or a number it is where the row's text has the value; it also is where it gives the same number of what
    the side counts.
    """
    if claim.id == side.claim.id:
        said = side.value.casefold() in row.text.casefold()
        return claim.id == row.gist or said or side.kind not in ("number", "date")
    same = {(each.value, each.unit) for each in claim.quantities} & {
        (each.value, each.unit) for each in side.claim.quantities
    }
    return side.kind == "number" and bool(same and telling(claim.text) & telling(side.claim.text))


def sections(collation: Collation, firm: Sequence[LedgerRow]) -> tuple[Section, ...]:
    """The sections of the brief as a page shows them: what stands under "What is solid" is not told again."""
    rows, told = {row.id for row in firm}, [telling(row.text) for row in firm]

    def is_new(point: Point) -> bool:
        words = telling(point.text)
        return point.group not in rows and not any(overlap(words, each) >= AGAIN for each in told)

    found = (
        replace(section, points=tuple(point for point in section.points if is_new(point)))
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


def is_of_the_work(text: str) -> bool:
    """Whether a line tells of the outlets' own work, which is no news."""
    return _OF_THE_WORK.search(text) is not None


def is_spoken(text: str) -> bool:
    """Whether a quotation says something by itself: some words, begun where the speaker began."""
    words = text.strip(MARKS)
    return SPOKEN <= len(text.split()) <= LONGEST and balanced(words) and words[:1].isupper()


def is_clear(text: str) -> bool:
    """Whether words can stand as a line: they close what they open, name what they speak of, and are not a shard."""
    tells = len(telling(text)) >= LEAST or _COUNT.search(text)
    return balanced(text) and whole(text) and not points_elsewhere(text) and bool(tells) and not text[:1].islower()
