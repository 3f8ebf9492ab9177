"""The desk's neutral brief: sections of points, every point an account's own words with the claims it rests on.

A section without points is left out, and nothing is told twice.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from variorum import lang
from variorum.model.alignment import Key
from variorum.model.collation import Brief, DivergenceRow, Negotiation, Point, Section, WordingRow
from variorum.model.text import Span
from variorum.report.catalogue import Catalogue
from variorum.report.clarity import clarity, complete
from variorum.report.ledger import Entry
from variorum.report.support import unsupported

__all__ = ["TITLES", "brief"]

TITLES = {
    "tone": "Tone",
    "news": "Key developments",
    "background": "Background",
    "delegations": "Delegations",
    "international": "International involvement",
    "challenges": "Challenges ahead",
    "outlook": "Outlook",
}
MOST = {"news": 8, "background": 5, "international": 5, "challenges": 5, "outlook": 4}
LONGEST = 48  # words of a sentence that a point may carry whole; beyond, the claim alone is easier to read
CLEAR = 0.55  # a point needs a clause that stands alone
ALIKE = 0.6  # share of content words from which two points tell one thing
_FUTURE = frozenset({"planned", "expected"})
_POLITE = re.compile(r"\bwould(?:n[’']t| not)? (?:like|love|have)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“([^”]{1,60})”")
_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class _Cue:
    id: str
    section: str
    words: str


@dataclass(slots=True)
class _Told:
    """What the brief already carries, so that no point comes twice."""

    groups: set[str] = field(default_factory=set)
    texts: list[frozenset[str]] = field(default_factory=list)

    def takes(self, point: Point) -> bool:
        """Whether the point is new; a new one is remembered."""
        words = frozenset(word.casefold() for word in _WORD.findall(point.text))
        if point.group in self.groups or any(_overlap(words, other) >= ALIKE for other in self.texts):
            return False
        self.texts.append(words)
        if point.group:
            self.groups.add(point.group)
        return True


def brief(
    book: Catalogue,
    entries: Sequence[Entry],
    table: Negotiation,
    worded: Sequence[WordingRow],
    parted: Sequence[DivergenceRow],
) -> Brief:
    """The brief of a story from its ledger, negotiation, wording and divergences."""
    told = _Told()
    disputed = {row.group for row in parted if row.severity == "conflict"}
    delegations = tuple(_delegations(book, table, told))
    ahead = [entry for entry in entries if not entry.background]
    parts = {
        "news": _pick(book, ahead, told, MOST["news"], lambda key: not _is_outlook(book, key)),
        "background": _pick(book, [e for e in entries if e.background], told, MOST["background"], _any),
        "delegations": delegations,
        "international": _pick(book, ahead, told, MOST["international"], _abroad(book, table)),
        "challenges": _pick(
            book,
            sorted(ahead, key=lambda entry: entry.row.id not in disputed),
            told,
            MOST["challenges"],
            lambda key: _cued(book, key, "challenges"),
        ),
        "outlook": _pick(book, ahead, told, MOST["outlook"], lambda key: _is_outlook(book, key)),
        "tone": tuple(_tones(book, worded)),
    }
    return Brief(sections=tuple(Section(title=TITLES[name], points=parts[name]) for name in TITLES if parts[name]))


def _pick(
    book: Catalogue, entries: Iterable[Entry], told: _Told, most: int, fits: Callable[[Key], bool]
) -> tuple[Point, ...]:
    points: list[Point] = []
    for entry in entries:
        if len(points) >= most:
            break
        group = book.alignment.groups[entry.group]
        keys = sorted(group.claims, key=lambda key: (-round(_clear(book, key), 3), book.rank(key.account), key.index))
        key = next((each for each in keys if _clear(book, each) >= CLEAR and fits(each)), None)
        if key is None:
            continue
        point = _point(book, key, entry)
        if not _stands_alone(point.text) or (point.text == book.claim(key).text and not complete(book.claim(key))):
            continue
        if told.takes(point):
            points.append(point)
    return tuple(points)


def _point(book: Catalogue, key: Key, entry: Entry) -> Point:
    """The sentence where its claims carry all its names and numbers, else the claim; cited with the whole group."""
    text, own = _readable(book, key)
    cites = dict.fromkeys((*own, *entry.row.claims))
    return Point(text=text, cites=tuple(cites), group=entry.row.id)


def _readable(book: Catalogue, key: Key) -> tuple[str, tuple[str, ...]]:
    claim, sentence = book.claim(key), book.sentence(key)
    plain = " ".join(book.words(claim.span).split())
    if sentence is None or len(book.words(sentence.span).split()) > LONGEST:
        return book.words(claim.span), book.ids([key])
    siblings = [
        each for each in book.beside(key.account, claim.sentence) if sentence.span.covers(book.claim(each).span)
    ]
    whole = book.words(sentence.span)
    stood = [part for each in siblings for part in _stood(book, each)]
    if unsupported(whole, stood) or len(whole) <= len(plain):
        return book.words(claim.span), book.ids([key])
    return whole, book.ids([key, *siblings])


def _stood(book: Catalogue, key: Key) -> tuple[str, ...]:
    claim = book.claim(key)
    return (book.words(claim.span), claim.source.text, claim.source.cue)


def _clear(book: Catalogue, key: Key) -> float:
    return clarity(book.by_id[key.account], book.claim(key))


def _delegations(book: Catalogue, table: Negotiation, told: _Told) -> Iterable[Point]:
    keys = {name: key for key, name in book.claim_ids.items()}
    for party in table.parties:
        for delegate in party.delegation:
            for cite in delegate.claims[:1]:
                text, own = _readable(book, keys[cite])
                point = Point(text=text, cites=tuple(dict.fromkeys((*own, *delegate.claims))), party=party.entity)
                if told.takes(point):
                    yield point


def _abroad(book: Catalogue, table: Negotiation) -> Callable[[Key], bool]:
    """Whether a claim's agent is a state, or a body of states, that is not at home in the story."""
    at_home = {party.entity for party in table.parties}
    if not at_home:
        named = [
            (len(entity.members), -at) for at, entity in enumerate(book.alignment.entities) if entity.kind == "country"
        ]
        if len(named) < 2:
            return _none
        at_home = {book.entity_ids[-max(named)[1]]}
    bodies = _pattern("international")

    def fits(key: Key) -> bool:
        frame = book.claim(key).frame
        for argument in frame.arguments if frame else ():
            if argument.role != "agent":
                continue
            if bodies.search(book.words(argument.span)):
                return True
            if _is_by_origin(book, key, argument.span):
                continue
            entity = book.entity(key.account, argument.referent)
            root = None if entity is None else book.party(entity)
            if root is not None and book.entity_ids[root] not in at_home:
                return book.alignment.entities[root].kind == "country"
        return False

    return fits


def _is_by_origin(book: Catalogue, key: Key, span: Span) -> bool:
    """Whether some words only say where a person comes from ("the 40-year-old Dane")."""
    marked = book.by_id[key.account]
    inside = [marked.mentions[at] for at in book.claim(key).mentions if span.covers(marked.mentions[at].span)]
    return bool(inside) and all(each.form == "demonym" and each.span.end == span.end for each in inside)


def _is_outlook(book: Catalogue, key: Key) -> bool:
    claim = book.claim(key)
    if _POLITE.search(claim.text):
        return False
    ahead = claim.modality in _FUTURE or (claim.frame is not None and claim.frame.tense == "future")
    return ahead or (claim.modality in ("possible", "conditional") and _cued(book, key, "outlook"))


def _cued(book: Catalogue, key: Key, section: str) -> bool:
    return _pattern(section).search(book.claim(key).text) is not None


@cache
def _pattern(section: str) -> re.Pattern[str]:
    words = sorted(
        (each.words for each in lang.load("en", "brief", _Cue) if each.section == section), key=len, reverse=True
    )
    shouted = all(word[0].isupper() for word in words)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", 0 if shouted else re.IGNORECASE)


def _tones(book: Catalogue, worded: Sequence[WordingRow]) -> Iterable[Point]:
    """One point an account: its tone, with the loaded words of its own that make it, cited where they stand."""
    for row in worded:
        marked = book.by_id[row.account]
        if not row.tone or not marked.claims:
            continue
        words, cites = [], []
        for word in _QUOTED.findall(row.why):
            at = next((at for at, claim in enumerate(marked.claims) if word.casefold() in claim.text.casefold()), None)
            if at is not None:
                words.append(f"“{word}”")
                cites.append(Key(row.account, at))
        why = f"its own loaded words: {', '.join(words)}" if words else "hardly a loaded word of its own"
        stood = [part for key in cites for part in _stood(book, key)]
        labels = [label for label in row.tone.split(", ") if not unsupported(label, stood)]
        yield Point(text=f"{', '.join(labels) or 'measured'} – {why}", cites=book.ids(cites or [Key(row.account, 0)]))


def _stands_alone(text: str) -> bool:
    """Whether a line begins as a sentence does: a shard without its speaker would read as the outlet's own word."""
    first = text.lstrip("“\"'‘(— ")[:1]
    return first.isupper() or first.isdigit()


def _any(key: Key) -> bool:  # noqa: ARG001  a section that takes every claim
    return True


def _none(key: Key) -> bool:  # noqa: ARG001  a section that takes no claim
    return False


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))
