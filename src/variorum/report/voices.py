"""Whose word one claim is: the speaker, the organization behind its spokesman, the outlet itself, or nobody known.

What an outlet tells as somebody's saying, or in somebody's quoted words, is not its own word. Linear in the text.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from variorum import lang
from variorum.lang.spelling import fold, initials_of
from variorum.model.alignment import Credit, Key
from variorum.model.markup import AnnotatedAccount, Attribution, Quote, SourceKind
from variorum.model.text import Span
from variorum.report.catalogue import Catalogue

__all__ = ["Speakers", "Voice", "alike"]

VoiceKind = Literal["outlet", "entity", "words", "anonymous", "vague"]
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her"})
_PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "him", "her", "them", "who", "which", "this", "that", "one"}
)
_PRESS = frozenset({"media", "press", "newspaper", "newspapers", "station", "broadcaster", "outlet", "outlets"})
_OBSERVERS = frozenset(
    f"{noun}{ending}"
    for noun in ("witness", "eyewitness", "bystander", "onlooker", "resident", "passenger", "neighbor", "neighbour",
                 "survivor", "visitor", "spectator", "local")
    for ending in ("", "s", "es")
)  # who saw it: nobody's spokesmen, and apart from those who have a name  # fmt: skip
_KINDS: dict[SourceKind, VoiceKind] = {"anonymous": "anonymous", "speaker": "words", "outlet": "words"}
_SIGNED = re.compile(r"[—–-] ?(?P<name>[^\n()—–]{2,60}) \(@\w{1,30}\)")
_OWNED = re.compile(r"[A-Z]\w{1,40}[’']s\s")  # "Kallan’s website": a name's, though it begins the words
_DOING = re.compile(r"\W{0,3}(?:decid|plan|intend|cho[so]|aim|prepar|want|hop(?:ed?|ing)|agree)\w{0,4}", re.IGNORECASE)
_INSIDE = 0.5  # share of a claim inside quotation marks, or of its own saying, from which it is the speaker's word
_QUOTED_WORDS = 3  # a shorter quotation inside a claim is a term, not an utterance


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word a claim is. `words` are the source's own, folded; `said` the claim's; `quoted`: in marks."""

    account: str
    kind: VoiceKind
    entity: int | None
    words: tuple[str, ...]
    said: tuple[str, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Places:
    """An account's quotations, sayings and credits by where they stand; `cues` are the starts of `sayings`."""

    quotes: tuple[Quote, ...]
    sayings: tuple[Attribution, ...]
    cues: tuple[int, ...]
    credits: tuple[int, ...]

    @classmethod
    def of(cls, marked: AnnotatedAccount, found: Iterable[Credit]) -> "_Places":
        """The places of an account, among the credits of the story."""
        sayings = sorted(
            (each.cue.start, at)
            for at, each in enumerate(marked.attributions)
            if each.cue is not None
            and each.source_kind != "outlet"
            and each.source_text
            and not _DOING.match(each.cue_text)
        )
        return cls(
            tuple(sorted((each for each in marked.quotes if each.kind == "direct"), key=lambda each: each.span)),
            tuple(marked.attributions[at] for _, at in sayings),
            tuple(start for start, _ in sayings),
            tuple(sorted(each.span.start for each in found if each.account == marked.id)),
        )

    def around(self, span: Span) -> list[Quote]:
        """The quotations that share words with a span."""
        first = bisect_left(self.quotes, span.start, key=lambda each: each.span.start)
        last = bisect_left(self.quotes, span.end, key=lambda each: each.span.start)
        return [each for each in self.quotes[max(0, first - 1) : last] if each.span.overlaps(span)]

    def saying(self, span: Span) -> Attribution | None:
        """The saying that a claim of the outlet tells as a whole: its cue and most of the rest stand inside."""
        for each in self.sayings[bisect_left(self.cues, span.start) : bisect_left(self.cues, span.end)]:
            if each.cue is not None and span.covers(each.cue) and _share(span, each.content) >= _INSIDE:
                return each
        return None

    def credited(self, span: Span) -> bool:
        """Whether an outlet is credited inside a span."""
        at = bisect_left(self.credits, span.start)
        return at < len(self.credits) and self.credits[at] < span.end


@dataclass(frozen=True, slots=True)
class Speakers:
    """The cast of a story, to be found from a source's words: names by first word, organizations by last word."""

    book: Catalogue
    names: dict[str, list[tuple[tuple[str, ...], int]]]
    ends: dict[tuple[str, str], set[int]]
    sides: frozenset[str]
    channels: frozenset[str]
    places: dict[str, "_Places"]

    @classmethod
    def of(cls, book: Catalogue) -> "Speakers":
        """The cast of a story."""
        names: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        ends: dict[tuple[str, str], set[int]] = defaultdict(set)
        for at, entity in enumerate(book.alignment.entities):
            if entity.kind not in ("organization", "country", "group"):
                continue
            for name in dict.fromkeys((entity.name, *entity.aliases)):
                words = fold(name)
                if words:
                    names[words[0]].append((words, at))
                if len(words) > 1 and entity.kind == "organization":
                    for member in entity.members:
                        ends[member.account, words[-1]].add(at)
        places = {marked.id: _Places.of(marked, book.alignment.credits) for marked in book.story}
        officials, channels = (lang.words("en", name, "noun") for name in ("officials", "channels"))
        return cls(book, names, ends, officials, channels, places)

    def voice(self, key: Key) -> Voice:
        """Whose word a claim is."""
        marked, claim = self.book.by_id[key.account], self.book.claim(key)
        said = fold(claim.text)
        places = self.places[key.account]
        quotes = places.around(claim.span)
        quoted = _share(claim.span, (each.span for each in quotes)) >= _INSIDE
        if claim.source.kind != "outlet":
            told = self._outermost(marked, claim.source.attribution)
            if told is not None and self._reports(told):
                return Voice(key.account, "outlet", None, (), said, quoted)
            text, referent = (told.source_text, told.speaker) if told else (claim.source.text, claim.source.referent)
            kind = told.source_kind if told else claim.source.kind
            return self._named(Voice(key.account, _KINDS[kind], None, fold(text), said, quoted), text, referent)
        own = places.saying(claim.span)
        if own is not None:
            return self._named(
                Voice(key.account, _KINDS[own.source_kind], None, fold(own.source_text), said, quoted),
                own.source_text,
                own.speaker,
            )
        spoken = next((each for each in quotes if quoted or len(fold(each.text)) >= _QUOTED_WORDS), None)
        if spoken is not None:
            return self._named(
                Voice(key.account, "words", None, fold(spoken.source), said, quoted), spoken.source, spoken.speaker
            )
        signed = _signed(marked.account.text, claim.span)
        if signed:
            return self._named(Voice(key.account, "words", None, fold(signed), said, True), signed, None)
        return Voice(key.account, "outlet", None, (), said, quoted)

    def _named(self, voice: Voice, text: str, referent: int | None) -> Voice:
        """The voice with the member of the cast behind it, where one is known."""
        entity = self.book.entity(voice.account, referent)
        if entity is None:
            entity = self._side(voice.account, voice.words)
        if entity is not None:
            return replace(voice, kind="entity", entity=entity)
        bare = voice.words[1:] if voice.words[:1] and voice.words[0] in _DETERMINERS else voice.words
        if voice.kind == "anonymous" and any(word in _OBSERVERS for word in bare):
            return replace(voice, kind="words", words=("observers",))
        vague = not bare or (voice.kind == "words" and self._is_vague(text, voice.words))
        return replace(voice, kind="vague" if vague else voice.kind, words=bare)

    def _reports(self, told: Attribution) -> bool:
        """Whether the source is an outlet: then it is a credit, and nobody's word is known."""
        if told.source is not None and self.places[told.source.account].credited(told.source):
            return True
        return bool(_PRESS & set(fold(told.source_text)))

    def _outermost(self, marked: AnnotatedAccount, index: int | None) -> Attribution | None:
        """The saying that stands around all others but an outlet's: whoever is cited, the account has it from there."""
        found = None
        seen: set[int] = set()
        while index is not None and 0 <= index < len(marked.attributions) and index not in seen:
            outer = marked.attributions[index]
            bare = outer.source_kind == "outlet" or not outer.source_text
            if found is not None and (bare or self._reports(outer)):
                break
            seen.add(index)
            found, index = outer, outer.parent
        return found

    def _side(self, account: str, words: tuple[str, ...]) -> int | None:
        """The organization whose spokesman, statement or officials the words name; "the zoo", where it has only one."""
        bare = words[1:] if words and words[0] in _DETERMINERS else words
        if len(bare) == 1:
            homes = self.ends.get((account, bare[0]), set())
            return next(iter(homes)) if len(homes) == 1 and words[0] in _DEFINITE else None
        if not any(word in self.sides or word in self.channels or word.startswith("spokes") for word in bare):
            return None
        found = [
            (len(name), -at)
            for start, word in enumerate(bare)
            for name, at in self.names.get(word, ())
            if bare[start : start + len(name)] == name
        ]
        return -max(found)[1] if found else None

    def _is_vague(self, text: str, words: tuple[str, ...]) -> bool:
        """A pronoun, a statement of nobody, or "the airline": it may be whoever else is named."""
        if not words or (len(words) == 1 and words[0] in _PRONOUNS):
            return True
        if any(word[:1].isupper() for word in text.split()[1:]) or _OWNED.match(text):
            return False
        return words[-1] in self.channels or (len(words) == 2 and words[0] in _DEFINITE)

    def same(self, left: Voice, right: Voice) -> bool:
        """Whether two sources are one: one entity, one body under two names, one name, an office and its holder."""
        if left.entity is not None and right.entity is not None:
            return left.entity == right.entity or self._one_body(left.entity, right.entity)
        if left.kind == right.kind == "anonymous":
            return True
        if left.entity is None and right.entity is None:
            short, long = sorted((left.words, right.words), key=len)
            return bool(short) and short[-1] == long[-1] and set(short) <= set(long)
        known, other = (left, right) if left.entity is not None else (right, left)
        return known.entity is not None and bool(other.words) and self._holds(known.entity, other.words)

    def _one_body(self, left: int, right: int) -> bool:
        """ "ANA" and "All Nippon Airways"; "the Zoo", "Kallan Zoo" and "Kallan Zoo & Garden"."""
        one, two = self.book.alignment.entities[left], self.book.alignment.entities[right]
        if one.kind != "organization" or two.kind != "organization":
            return False
        for name in (fold(each) for each in (one.name, *one.aliases)):
            for other in (fold(each) for each in (two.name, *two.aliases)):
                short, long = sorted((name, other), key=len)
                if len(short) == 1 < len(long) and short[0] == initials_of(long):
                    return True
                if set(short) <= set(long) and (len(short) > 1 or short[0] == long[-1]):
                    return True
        return False

    def parties(self, entities: Iterable[int]) -> tuple[int, ...]:
        """What these belong to: each party once, under whichever of its names."""
        found: list[int] = []
        for each in dict.fromkeys(self._home(entity) for entity in entities):
            if not any(self._one_body(each, other) for other in found):
                found.append(each)
        return tuple(found)

    def _home(self, entity: int) -> int:
        """The party of an entity: its affiliation's, else the body that its office names, as in "zoo director"."""
        above = self.book.party(entity)
        who = self.book.alignment.entities[above]
        if above != entity or who.kind != "person":
            return above
        for role in who.roles:
            words = () if role.former else (*fold(role.title), *fold(role.of or ""))
            for word in words:
                homes = self.ends.get((role.span.account, word), set())
                if len(homes) == 1:
                    return next(iter(homes))
        return above

    def _holds(self, entity: int, words: tuple[str, ...]) -> bool:
        """Whether the words are somebody's name or an office that the accounts give him."""
        who = self.book.alignment.entities[entity]
        name = fold(who.name)
        if who.kind == "person" and name and name[-1] in words:
            return True
        rest = set(words) - {"of", "for", "the", "s"}
        for role in who.roles:
            title = set(fold(role.title)) - {"of", "for", "the"}
            body = set(fold(role.of or ""))
            if not title or role.former or not rest & title:
                continue
            if rest <= title | body or (len(title) > 1 and title <= rest):
                return True
        return False


def alike(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The share of the shorter one's word triples that the longer one has."""
    short, long = sorted((left, right), key=len)
    triples = {short[at : at + 3] for at in range(len(short) - 2)}
    return len(triples & {long[at : at + 3] for at in range(len(long) - 2)}) / max(1, len(triples))


def _share(span: Span, parts: Iterable[Span]) -> float:
    return sum(max(0, min(span.end, p.end) - max(span.start, p.start)) for p in parts) / max(1, len(span))


def _signed(text: str, span: Span) -> str:
    """The name that signs a post shown whole: "… — Name (@handle)", in the line of the claim or the next."""
    stop = text.find("\n", span.end)
    stop = len(text) if stop < 0 else stop
    after = text.find("\n", stop + 1)
    match = _SIGNED.search(text, span.start, min(span.end + 400, len(text) if after < 0 else after))
    if match is None or (match.start() >= stop and text[stop : match.start()].strip()):
        return ""
    return match["name"].strip()
