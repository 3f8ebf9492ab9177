"""Who "he" and "she" are where the cast knows nobody, or somebody who can hardly be a person: who spoke last.

A pronoun beside a quotation mostly means the one who was speaking, or the person named last. The cast's own answer
stands wherever it is a person whom the account gives a full name or an office.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.context import Context
from variorum.annotate.voices import Voice
from variorum.model.markup import Referent

__all__ = ["same_speakers"]

_PRONOUNS = {"he": "male", "she": "female"}
_MEMORY = 900  # code points for which a speaker is remembered
_NAMED = 500  # code points for which the person named last is


def same_speakers(context: Context, turns: Sequence[tuple[int, Voice]]) -> list[Voice]:
    """The voices with their pronouns resolved; `turns` are places and voices, in the order of the text."""
    referents = context.marked.referents
    named = _named(context)
    starts = [at for at, _ in named]
    last: dict[str, tuple[int, int]] = {}  # of a gender or "": where somebody spoke last, and who
    voices = []
    for at, voice in turns:
        gender = _PRONOUNS.get(context.doc[voice.head].lower_)
        known = referents[voice.referent] if voice.referent is not None and voice.referent < len(referents) else None
        if gender is None or (known is not None and _person(known)):
            if known is not None and _person(known) and voice.referent is not None:
                last[gender or known.gender or ""] = (at, voice.referent)
            voices.append(voice)
            continue
        spoke = max((last[key] for key in (gender, "") if key in last), default=None)
        candidates = [spoke] if spoke is not None and at - spoke[0] <= _MEMORY else []
        place = bisect_left(starts, at)
        for start, referent in reversed(named[max(0, place - 8) : place]):
            if at - start <= _NAMED and referents[referent].gender in (None, gender):
                candidates.append((start, referent))
                break
        found = max(candidates)[1] if candidates else None
        if found is not None:
            last[gender] = (at, found)
        voices.append(replace(voice, referent=found))
    return voices


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
