"""Who "he" and "she" are where the cast knows nobody, or somebody who can hardly be a person: who spoke last.

A pronoun beside a quotation mostly means the one who was speaking, or the person named last. The cast's own answer
stands wherever it is a person whom the account gives a full name or an office.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.annotate.context import Context
from variorum.annotate.voices import Voice
from variorum.model.markup import Referent

__all__ = ["Turn", "same_speakers"]

_PRONOUNS = {"he": "male", "she": "female"}
_MEMORY = 900  # code points for which a speaker is remembered
_NEXT = 40  # code points between two quotations of one speech
_CLAUSE = 120  # code points of a reporting clause
_NAMED = 500  # code points for which the person named last is


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's turn to speak: where, who, and the content as code points."""

    at: int
    voice: Voice
    content: tuple[tuple[int, int], ...]


def same_speakers(context: Context, turns: Sequence[Turn]) -> list[Voice]:
    """The voices with their pronouns resolved; `turns` are in the order of the text.

    Nobody whom the content names is its speaker: "Ada has left," she said.
    """
    referents = context.marked.referents
    named = _named(context)
    starts = [at for at, _ in named]
    last: dict[str, tuple[int, int]] = {}  # of a gender or "": where somebody spoke last, and who
    before: tuple[int, int] | None = None  # where the last speech ends, and whose it was
    voices: list[Voice] = []
    for turn in turns:
        if voices and turn.at:
            before = _last_speech(turns[len(voices) - 1], voices[-1], referents) or before
        at, voice = turn.at, turn.voice
        inside = {referent for start, end in turn.content for referent in _between(named, starts, start, end)}
        pronoun = context.doc[voice.head]
        gender = _PRONOUNS.get(pronoun.lower_)
        if gender is not None and pronoun.head.i > pronoun.i:  # "he said beside Ada": whom the clause names is another
            stop = pronoun.head.right_edge
            inside.update(_between(named, starts, pronoun.idx, min(stop.idx + len(stop), pronoun.idx + _CLAUSE)))
        if gender is not None and before is not None and turn.content:
            whole = (min(start for start, _ in turn.content), max(end for _, end in turn.content))
            goes_on = before[0] <= whole[0] <= before[0] + _NEXT and before[1] not in inside
            apart = min(at, whole[0])
            if (
                goes_on
                and not _between(named, starts, before[0], apart)
                and referents[before[1]].gender in (None, gender)
            ):
                voice = replace(voice, referent=before[1])
        known = referents[voice.referent] if voice.referent is not None and voice.referent < len(referents) else None
        if gender is None or (known is not None and _person(known) and voice.referent not in inside):
            if known is not None and _person(known) and voice.referent is not None:
                last[gender or known.gender or ""] = (at, voice.referent)
            voices.append(voice)
            continue
        spoke = max((last[key] for key in (gender, "") if key in last), default=None)
        near = spoke is not None and at - spoke[0] <= _MEMORY and spoke[1] not in inside
        candidates = [spoke] if spoke is not None and near else []
        place = bisect_left(starts, at)
        for start, referent in reversed(named[max(0, place - 8) : place]):
            if at - start <= _NAMED and referents[referent].gender in (None, gender) and referent not in inside:
                candidates.append((start, referent))
                break
        found = max(candidates)[1] if candidates else None
        if found is not None:
            last[gender] = (at, found)
        voices.append(replace(voice, referent=found))
    return voices


def _last_speech(turn: Turn, voice: Voice, referents: Sequence[Referent]) -> tuple[int, int] | None:
    """Where a person's speech ends, and whose it was."""
    if voice.referent is None or voice.referent >= len(referents) or not _person(referents[voice.referent]):
        return None
    return max((end for _, end in turn.content), default=turn.at), voice.referent


def _between(named: list[tuple[int, int]], starts: list[int], start: int, end: int) -> list[int]:
    return [referent for _, referent in named[bisect_left(starts, start) : bisect_left(starts, end)]]


def _named(context: Context) -> list[tuple[int, int]]:
    """Where persons are named, and who, in the order of the text."""
    referents = context.marked.referents
    return sorted(
        (mention.span.start, mention.referent)
        for mention in context.marked.mentions
        if mention.form == "name"
        and mention.referent is not None
        and mention.referent < len(referents)
        and _person(referents[mention.referent])
    )


def _person(referent: Referent) -> bool:
    """Whether the account gives reason to take it for a person: a full name or an office."""
    if referent.kind != "person":
        return False
    return bool(referent.roles or any(" " in name for name in (referent.name, *referent.aliases)))
