"""Who "he" and "she" are where the cast knows nobody, or somebody who can hardly be a person: who spoke last.

A pronoun beside a quotation mostly means the one who was speaking, or the person named last. The cast's own answer
stands wherever it is a person whom the account gives a full name, an office or a title. Where sentence upon sentence
has "he" for its subject, he is the one who was speaking, not whom those sentences name beside him.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from spacy.tokens import Token

from variorum.annotate.context import Context
from variorum.annotate.cues import cue_of
from variorum.annotate.titles import vocabulary
from variorum.annotate.voices import Cast, Voice

__all__ = ["Turn", "same_speakers"]

_PRONOUNS = {"he": "male", "she": "female"}
_MEMORY = 900  # code points for which a speaker is remembered
_NEXT = 40  # code points between two quotations of one speech
_CLAUSE = 120  # code points of a reporting clause
_NAMED = 500  # code points for which the person named last is
_ADDRESS = 12  # code points that hold a form of address
_RUN = 8  # sentences back, blank ones too, to where a run of "he" begins; chosen, not swept
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's turn to speak: where, who, and the content as code points."""

    at: int
    voice: Voice
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """Who is a person for sure, where such persons are named, where marks stand, and where sentences begin."""

    persons: frozenset[int]
    named: tuple[tuple[int, int], ...]
    marks: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]  # the first token of each

    @classmethod
    def of(cls, context: Context, marks: Sequence[tuple[int, int]]) -> "_Told":
        """What the account tells."""
        persons = _persons(context)
        named = sorted(
            (mention.span.start, mention.referent)
            for mention in context.marked.mentions
            if mention.form == "name" and mention.referent in persons
        )
        sentences = tuple(token.i for token in context.doc if token.is_sent_start)
        return cls(persons, tuple(named), tuple(sorted(marks)), sentences)

    def quoted(self, at: int) -> bool:
        """Whether a code point stands between marks."""
        place = bisect_right(self.marks, at, key=itemgetter(0)) - 1
        return place >= 0 and at < self.marks[place][1]

    def between(self, start: int, end: int) -> list[int]:
        """Who is named between two code points."""
        first, last = bisect_left(self.named, (start, -1)), bisect_left(self.named, (end, -1))
        return [referent for _, referent in self.named[first:last]]

    def names(self, start: int, end: int) -> bool:
        """Whether somebody is named there outside of marks."""
        first, last = bisect_left(self.named, (start, -1)), bisect_left(self.named, (end, -1))
        return any(not self.quoted(at) for at, _ in self.named[first:last])


def same_speakers(
    context: Context, cast: Cast, turns: Sequence[Turn], marks: Sequence[tuple[int, int]] = ()
) -> list[Voice]:
    """The voices with their pronouns resolved; `turns` are in the order of the text, `marks` the outer ones.

    Nobody whom the content names is its speaker: "Ada has left," she said.
    """
    referents = context.marked.referents
    told = _Told.of(context, marks)
    last: dict[str, tuple[int, int]] = {}  # of a gender or "": where somebody spoke last, and who
    before: tuple[int, int] | None = None  # where the last speech ends, and whose it was
    voices: list[Voice] = []
    for turn in turns:
        if voices and turn.at:
            before = _last_speech(turns[len(voices) - 1], voices[-1], told) or before
        at, voice = turn.at, turn.voice
        inside = {referent for start, end in turn.content for referent in told.between(start, end)}
        pronoun = context.doc[voice.head]
        gender = _PRONOUNS.get(pronoun.lower_)
        if gender is not None and pronoun.head.i > pronoun.i:  # "he said beside Ada": whom the clause names is another
            stop = pronoun.head.right_edge
            inside.update(told.between(pronoun.idx, min(stop.idx + len(stop), pronoun.idx + _CLAUSE)))
        if gender is not None and turn.content:
            whole = (min(start for start, _ in turn.content), max(end for _, end in turn.content))
            fits = before is not None and before[1] not in inside and referents[before[1]].gender in (None, gender)
            follows = before is not None and before[0] <= whole[0] <= before[0] + _NEXT
            if before is not None and fits and follows and not told.between(before[0], min(at, whole[0])):
                voice = replace(voice, referent=before[1])
            elif any(told.quoted(start) or told.quoted(end - 1) for start, end in turn.content):
                leader = _leader(context, cast, told, pronoun, min(whole[0], pronoun.idx))
                if leader is not None and leader not in inside:
                    voice = replace(voice, referent=leader)
        known = voice.referent if voice.referent in told.persons else None
        if gender is None or (known is not None and known not in inside):
            if known is not None:
                last[gender or referents[known].gender or ""] = (at, known)
            voices.append(voice)
            continue
        spoke = max((last[key] for key in (gender, "") if key in last), default=None)
        near = spoke is not None and at - spoke[0] <= _MEMORY and spoke[1] not in inside
        candidates = [spoke] if spoke is not None and near else []
        place = bisect_left(told.named, (at, -1))
        for start, referent in reversed(told.named[max(0, place - 8) : place]):
            if at - start <= _NAMED and referents[referent].gender in (None, gender) and referent not in inside:
                candidates.append((start, referent))
                break
        found = max(candidates)[1] if candidates else None
        if found is not None:
            last[gender] = (at, found)
        voices.append(replace(voice, referent=found))
    return voices


def _last_speech(turn: Turn, voice: Voice, told: _Told) -> tuple[int, int] | None:
    """Where a person's speech ends, and whose it was."""
    if voice.referent is None or voice.referent not in told.persons:
        return None
    return max((end for _, end in turn.content), default=turn.at), voice.referent


def _leader(context: Context, cast: Cast, told: _Told, pronoun: Token, start: int) -> int | None:
    """Who said something at the beginning of a run of sentences whose subject is "he", or that are quoted.

    "Ada told Mr. Holm that it rained. She also called Mr. Brandt. “It will stop,” she said."
    """
    doc, gender = context.doc, _PRONOUNS[pronoun.lower_]
    first = min(bisect_left(doc, start, key=attrgetter("idx")), pronoun.i)
    number = bisect_right(told.sentences, first) - 1
    if told.names(doc[told.sentences[number]].idx, pronoun.idx):
        return None
    for each in range(number - 1, max(-1, number - 1 - _RUN), -1):
        sentence = doc[told.sentences[each] : told.sentences[each + 1]]
        if pronoun.idx - sentence.start_char > _MEMORY:
            return None
        if not sentence.text.strip():
            continue
        root = sentence.root
        subject = next((child for child in root.children if child.dep_ in _SUBJECTS), None)
        if told.quoted(root.idx) or subject is None:
            if told.names(sentence.start_char, sentence.end_char):
                return None
        elif subject.lower_ in _PRONOUNS:
            if _PRONOUNS[subject.lower_] != gender:
                return None
        else:
            return _speaker(context, cast, told, subject, gender)
    return None


def _speaker(context: Context, cast: Cast, told: _Told, subject: Token, gender: str) -> int | None:
    """Whom a subject names, where it is a person of this gender that says something."""
    found, cue = cast.referent(subject), cue_of(subject.head)
    if cue is None or not cue.quotes or cue.kind != "say" or found not in told.persons:
        return None
    return found if found is not None and context.marked.referents[found].gender in (None, gender) else None


def _persons(context: Context) -> frozenset[int]:
    """Whom the account gives reason to take for a person: by a full name, an office or a title."""
    titled = {
        mention.referent
        for mention in context.marked.mentions
        if mention.form == "name" and _is_titled(context, mention.span.start)
    }
    return frozenset(
        index
        for index, each in enumerate(context.marked.referents)
        if each.kind == "person"
        and (index in titled or each.roles or any(" " in name for name in (each.name, *each.aliases)))
    )


def _is_titled(context: Context, at: int) -> bool:
    """Whether a form of address that tells the gender stands right before a name: "Mr. Holm"; not "Dr Doom"."""
    before = context.account.text[max(0, at - _ADDRESS) : at].split()
    found = vocabulary().phrases.get((before[-1].lower(),)) if before else None
    return found is not None and found.kind == "honorific" and found.gender is not None
