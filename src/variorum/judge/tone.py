"""Judges the tone of each account as a whole: loaded in its own voice or not, hedged, sourced, whose voices it carries.

The judgement rests on counts of marks that any reader can check, and says them; a word that a source says is never
held against the account. Nothing depends on the other accounts, so their order and number change nothing.
"""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.model.alignment import Entity, Key
from variorum.model.finding import Origin, Rule
from variorum.model.judgement import Tone
from variorum.model.markup import AnnotatedAccount, WordingMark
from variorum.model.text import Span

__all__ = ["RULES", "tones"]

RULES = (
    Rule("tone-neutral", "Hardly a sentence in the account's own voice holds a loaded word."),
    Rule("tone-coloured", "A few sentences in the account's own voice hold loaded words."),
    Rule("tone-loaded", "Many sentences in the account's own voice hold loaded words."),
)
# shares of own-voice sentences with a loaded word; agency texts of our corpus stay below the first
COLOURED, LOADED = 0.06, 0.15
FEWEST = 2  # marks without which an account is not called coloured, however short it is; one more for loaded
HEDGED = 0.15  # share of sentences with a hedge
SOURCED, BARE = 0.30, 0.08  # shares of words that are sources'
DOMINANT = 0.7  # share of the quoted words from which one voice dominates
_SHOWN = 3  # examples in the reason
_EVIDENCE = 12  # marks that are cited


@dataclass(frozen=True, slots=True)
class _Counts:
    """What is counted in one account: sentences in its own voice, those with loaded words, hedges, words by voice."""

    own: int
    loaded: int
    hedged: int
    sentences: int
    words: int
    said: int
    marks: tuple[WordingMark, ...]
    quoted: int
    voices: tuple[tuple[int, int], ...]


def tones(story: tuple[AnnotatedAccount, ...], entities: tuple[Entity, ...]) -> tuple[Tone, ...]:
    """One tone an account, by account id; accounts without a sentence have none."""
    whose = {key: at for at, entity in enumerate(entities) for key in entity.members}
    found = [_tone(marked, _counted(marked, whose), entities) for marked in story if marked.sentences]
    return tuple(sorted(found, key=lambda tone: tone.account))


def _counted(marked: AnnotatedAccount, whose: dict[Key, int]) -> _Counts:
    spoken = sorted((each.span.start, each.span.end) for each in marked.quotes if each.kind != "scare")
    starts = [each.span.start for each in marked.sentences]
    own = {at for at, each in enumerate(marked.sentences) if not _inside(spoken, each.span)}
    strong = [each for each in marked.wording if not each.quoted and _weight(each) > 0]
    loaded = {bisect_right(starts, each.span.start) - 1 for each in strong}
    hedged = {bisect_right(starts, each.span.start) - 1 for each in marked.wording if each.kind == "hedge"}
    voices: Counter[int] = Counter()
    said = 0
    for quote in marked.quotes:
        if quote.kind == "scare":
            continue
        words = len(quote.text.split())
        said += words
        entity = whose.get(Key(marked.id, quote.speaker)) if quote.speaker is not None else None
        if entity is not None:
            voices[entity] += words
    return _Counts(
        own=len(own),
        loaded=len(loaded & own),
        hedged=len(hedged),
        sentences=len(marked.sentences),
        words=max(1, len(marked.account.text.split())),
        said=said,
        marks=tuple(sorted(strong, key=lambda each: (-_weight(each), each.span.start))),
        quoted=sum(each.kind == "loaded" and each.quoted for each in marked.wording),
        voices=tuple(sorted(voices.items(), key=lambda each: (-each[1], each[0]))),
    )


def _inside(spoken: list[tuple[int, int]], span: Span) -> bool:
    """Whether more than half of a sentence is a source's words."""
    covered = sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in spoken)
    return 2 * covered > len(span)


def _tone(marked: AnnotatedAccount, counts: _Counts, entities: tuple[Entity, ...]) -> Tone:
    loaded = counts.loaded / counts.own if counts.own else 0.0
    hedged = counts.hedged / counts.sentences
    said = min(1.0, counts.said / counts.words)
    rule = "tone-neutral"
    if len(counts.marks) >= FEWEST and loaded >= COLOURED:
        rule = "tone-loaded" if loaded >= LOADED and counts.loaded > FEWEST else "tone-coloured"
    heard = sum(words for _, words in counts.voices)
    voices = tuple((entity, round(words / counts.said, 4)) for entity, words in counts.voices) if counts.said else ()
    parts = [
        {"tone-neutral": "neutral", "tone-coloured": "some loaded words of its own"}.get(
            rule, "loaded in its own voice"
        )
    ]
    if hedged >= HEDGED:
        parts.append("hedged")
    if said >= SOURCED or said < BARE:
        parts.append("sourced" if said >= SOURCED else "few sources")
    if voices and voices[0][1] >= DOMINANT and heard >= 40:
        parts.append("one voice dominates")
    marks = counts.marks[:_EVIDENCE]
    return Tone(
        account=marked.id,
        tone=", ".join(parts),
        why=_why(counts, said, voices, entities),
        loaded=round(loaded, 4),
        hedged=round(hedged, 4),
        voices=voices,
        evidence=tuple(each.span for each in marks) or (marked.sentences[0].span,),
        origin=Origin("tone", rule),
        score=round(min(1.0, counts.sentences / 20), 4),
    )


def _why(counts: _Counts, said: float, voices: tuple[tuple[int, float], ...], entities: tuple[Entity, ...]) -> str:
    texts = list(dict.fromkeys(each.text for each in counts.marks))[:_SHOWN]
    examples = f" ({', '.join(f'“{each}”' for each in texts)})" if texts else ""
    first = f"{counts.loaded} of {counts.own} sentences in its own voice hold a loaded word{examples}"
    second = f"{round(100 * said)} percent of its words are its sources’"
    if voices:
        who, share = entities[voices[0][0]].name, round(100 * voices[0][1])
        second += f", {share} percent of these {who}’s"
    third = f"; loaded words that only its sources say: {counts.quoted}" if counts.quoted else ""
    return f"{first}; {second}{third}."


def _weight(mark: WordingMark) -> float:
    """How much a mark tells of a writer's colour: 0 for hedges, boosters, scare quotes and merely weighted labels."""
    if mark.kind == "loaded":
        return float(_strengths("loaded").get(mark.entry, 1))
    if mark.kind == "label":
        return _strengths("epithets").get(mark.entry, 0.0)
    return 0.0


@cache
def _strengths(name: str) -> dict[str, float]:
    if name == "loaded":
        return {row["id"]: float(row["strength"]) for row in lang.rows("en", name)}
    return {
        row["id"]: 1.5 if row["lean"] == "hostile" else 1.0 if row["lean"] == "admiring" else 0.0
        for row in lang.rows("en", name)
    }
