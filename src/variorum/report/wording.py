"""How each account words things, as rows: its tone and why, what it calls people, its loaded and hedging words."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import takewhile

from variorum import lang
from variorum.model.collation import LabelRow, MarkRow, WordingRow
from variorum.model.judgement import Tone
from variorum.model.markup import AnnotatedAccount, WordingMark
from variorum.model.text import Span
from variorum.report.catalogue import Catalogue

__all__ = ["wording"]

SHOWN = 3  # examples in the reason
MAIN = 0.5  # share of what sources say from which one voice has most of it


def wording(book: Catalogue, tones: tuple[Tone, ...]) -> tuple[WordingRow, ...]:
    """A row an account, in reading order; an account that no tone was found for has its marks alone."""
    told = {tone.account: tone for tone in tones}
    return tuple(
        _row(book, marked, told.get(marked.id)) for marked in book.story if marked.wording or marked.id in told
    )


def _row(book: Catalogue, marked: AnnotatedAccount, tone: Tone | None) -> WordingRow:
    marks = sorted(marked.wording, key=lambda mark: (mark.span, mark.entry))
    voices: dict[str, float] = defaultdict(float)
    for entity, share in tone.voices if tone else ():
        if 0 <= entity < len(book.entity_ids):
            voices[book.entity_ids[entity]] += share
    return WordingRow(
        account=marked.id,
        tone=tone.tone if tone else "",
        why=_why(marked, tone, _heard(book, tone)) if tone else "",
        loaded=tone.loaded if tone else 0.0,
        hedged=tone.hedged if tone else 0.0,
        voices=dict(sorted(voices.items(), key=lambda pair: (-pair[1], pair[0]))),
        labels=_labels(book, marked),
        evidence=tuple(
            MarkRow(at=(mark.span.start, mark.span.end), kind=mark.kind, entry=mark.entry, quoted=mark.quoted)
            for mark in marks
        ),
    )


def _why(marked: AnnotatedAccount, tone: Tone, voices: tuple[str, ...]) -> str:
    """What is counted in an account's own voice; its examples come from the sentences that are counted."""
    spoken = _united((each.span.start, each.span.end) for each in marked.quotes if each.kind != "scare")
    own = [each.span for each in marked.sentences if 2 * _covered(spoken, each.span) <= len(each.span)]
    marks = [
        mark
        for mark in marked.wording
        if not mark.quoted and _is_strong(mark) and any(span.covers(mark.span) for span in own)
    ]
    count = sum(any(span.covers(mark.span) for mark in marks) for span in own)
    words = list(dict.fromkeys(mark.text for mark in marks))[:SHOWN]
    neutral = tone.tone.startswith("neutral") or not words
    named = "" if neutral else f" ({', '.join(f'“{word}”' for word in words)})"
    said = round(100 * sum(end - start for start, end in spoken) / max(1, len(marked.account.text)))
    heard = f", most of these {voices[0]}’s" if voices else ""
    first = f"{count or 'none'} of {len(own)} sentences in its own voice"
    held = "holds" if count == 1 else "hold"
    return f"{first} {held} a loaded word{named}; {said} percent of its text is what sources say{heard}."


def _heard(book: Catalogue, tone: Tone) -> tuple[str, ...]:
    """The name of the one voice that has most of what is said, where there is one."""
    found = sorted(tone.voices, key=lambda each: (-each[1], each[0]))[:1]
    entities = book.alignment.entities
    return tuple(entities[at].name for at, share in found if share > MAIN and 0 <= at < len(entities))


def _united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without overlaps, in order."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _covered(spoken: list[tuple[int, int]], span: Span) -> int:
    first = max(0, bisect_right(spoken, (span.start, -1)) - 1)
    within = takewhile(lambda each: each[0] < span.end, spoken[first:])
    return sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in within)


def _is_strong(mark: WordingMark) -> bool:
    """Whether a mark tells of colour: loaded words, and labels that scorn or admire."""
    return mark.kind == "loaded" or (mark.kind == "label" and mark.entry in _leaning())


@cache
def _leaning() -> frozenset[str]:
    return frozenset(row["id"] for row in lang.rows("en", "epithets") if row["lean"] in ("hostile", "admiring"))


def _labels(book: Catalogue, marked: AnnotatedAccount) -> tuple[LabelRow, ...]:
    """What the account calls an entity other than by its name."""
    rows = []
    for mark in marked.wording:
        entity = book.entity(marked.id, mark.referent)
        if mark.kind == "label" and entity is not None:
            rows.append(LabelRow(entity=book.entity_ids[entity], text=mark.text, at=(mark.span.start, mark.span.end)))
    return tuple(sorted(rows, key=lambda row: (row.at, row.entity)))
