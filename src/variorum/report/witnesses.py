"""Witnesses: the distinct sources that a row finally rests on, and whether they are one party's.

Sources count apart only where the accounts show them apart. One utterance is one witness, however many carry it and
whatever they call its speaker; unnamed sources are one; an account that names a source adds no word of its own; a
source that may be one of those named adds nothing; no origin has more than one. So the count is what can be defended.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.report.origins import root
from variorum.report.voices import Speakers, Voice, alike

__all__ = ["Witnesses", "witnesses_of"]

SAME_WORDS = 0.5  # share of the shorter one's word triples from which two quotations are one; chosen, not swept
OWN_WORDS = 0.8  # the same where neither stands in marks: a text that both had before them; chosen, not swept
_LEAST, _LEAST_OWN = 6, 8  # words under which only a run found whole in the other one is the same
_LEAST_RUN = 3
MOST_TEXTS = 48  # different wordings of one row that are compared; beyond, only equal ones are one


@dataclass(frozen=True, slots=True)
class Witnesses:
    """How many sources a row rests on; `one_party`: there is one, or most origins have it from one named party."""

    count: int
    one_party: bool


def witnesses_of(speakers: Speakers, told: Sequence[Voice], origins: dict[str, str]) -> Witnesses:
    """The witnesses of the row of claims that these voices tell; `origins` gives each account's within the row."""
    voices = _relevant(told)
    parents = {at: at for at in range(len(voices))}
    _by_source(speakers, voices, origins, parents)
    _by_words(voices, parents)
    clusters: dict[int, list[Voice]] = defaultdict(list)
    for at, voice in enumerate(voices):
        clusters[root(parents, at)].append(voice)
    named = [found for found in clusters.values() if any(each.kind in ("entity", "words") for each in found)]
    unnamed = [found for found in clusters.values() if found not in named and any(e.kind != "outlet" for e in found)]
    own = [found for found in clusters.values() if all(each.kind == "outlet" for each in found)]
    apart = [found for found in own if len({origins[each.account] for each in found}) == 1]
    sourced = named or ([[each for found in unnamed for each in found]] if unnamed else [])
    shared = [found for found in own if found not in apart]
    total = len(set(origins.values()))
    count = min(len(sourced) + len(apart) + len(shared), total)
    vague = [found for found in unnamed if all(each.kind == "vague" for each in found)]
    carried = {origins[each.account] for found in (*named, *vague) for each in found}
    one_party = bool(named) and _parties(speakers, named) == 1 and 2 * len(carried) > total
    return Witnesses(count, count == 1 or one_party)


def _relevant(voices: Sequence[Voice]) -> list[Voice]:
    """Without an account's own voice where it names a source for the same thing."""
    sourced = {each.account for each in voices if each.kind != "outlet"}
    return [each for each in dict.fromkeys(voices) if each.kind != "outlet" or each.account not in sourced]


def _by_source(speakers: Speakers, voices: Sequence[Voice], origins: dict[str, str], parents: dict[int, int]) -> None:
    """Joins what has one source. Outlets join by origin; sources are compared once each, however often they stand."""
    first: dict[tuple[object, ...], int] = {}
    for at, voice in enumerate(voices):
        if voice.kind == "outlet":
            continue
        place = origins[voice.account] if voice.kind == "vague" else ""
        _join(parents, at, first.setdefault((voice.kind, voice.entity, voice.words, place), at))
    named = [at for at in first.values() if voices[at].kind != "vague"][:MOST_TEXTS]
    for number, left in enumerate(named):
        for right in named[number + 1 :]:
            if speakers.same(voices[left], voices[right]):
                _join(parents, left, right)
    homes: dict[str, int] = {}
    for at, voice in enumerate(voices):
        if voice.kind == "outlet":
            _join(parents, at, homes.setdefault(origins[voice.account], at))


def _by_words(voices: Sequence[Voice], parents: dict[int, int]) -> None:
    """Joins what is one utterance, or one text that several had before them."""
    texts: dict[tuple[tuple[str, ...], bool], int] = {}
    for at, voice in enumerate(voices):
        first = texts.setdefault((voice.said, voice.quoted), at)
        if voice.quoted:
            _join(parents, at, first)
    kept = list(texts.values())[:MOST_TEXTS]
    own: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, voice in enumerate(voices):
        if not voice.quoted and len(voice.said) >= _LEAST_OWN:
            own[voice.said].append(at)
    for same in own.values():
        for at in same[1:]:
            _join(parents, same[0], at)
    for number, left in enumerate(kept):
        for right in kept[number + 1 :]:
            if _one_utterance(voices[left], voices[right]):
                _join(parents, left, right)


def _one_utterance(left: Voice, right: Voice) -> bool:
    quoted = left.quoted or right.quoted
    short, long = sorted((left.said, right.said), key=len)
    if len(short) < (_LEAST if quoted else _LEAST_OWN):
        return quoted and len(short) >= _LEAST_RUN and _runs_in(short, long)
    return alike(short, long) >= (SAME_WORDS if quoted else OWN_WORDS)


def _runs_in(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _parties(speakers: Speakers, clusters: Sequence[Sequence[Voice]]) -> int:
    """How many parties the sources are: what their entities belong to, else each itself; one utterance is one's."""
    known = [min(each.entity for each in found if each.entity is not None) for found in clusters if _has_entity(found)]
    return len(speakers.parties(known)) + sum(1 for found in clusters if not _has_entity(found))


def _has_entity(found: Sequence[Voice]) -> bool:
    return any(each.entity is not None for each in found)


def _join(parents: dict[int, int], left: int, right: int) -> None:
    one, two = sorted((root(parents, left), root(parents, right)))
    parents[two] = one
