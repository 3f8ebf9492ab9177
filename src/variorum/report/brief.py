"""The desk's neutral brief: sections of points, every point an account's own words with the claims it rests on.

A section without points is left out, and nothing is told twice.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.model.alignment import Key
from variorum.model.collation import Brief, DivergenceRow, Negotiation, Point, Section, WordingRow
from variorum.report.ahead import abroad, is_ahead, is_unresolved
from variorum.report.bearing import cover
from variorum.report.catalogue import Catalogue
from variorum.report.chief import opening
from variorum.report.dating import first_day
from variorum.report.event import Event, is_of_story
from variorum.report.ledger import Entry
from variorum.report.points import loaded, members, point, readable, stood
from variorum.report.shown import MANY, MOST_OPEN, is_clear
from variorum.report.support import unsupported
from variorum.report.words import alike, telling

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
MOST = {"news": 8, "background": 4, "international": 4, "challenges": 4, "outlook": 4}
FEWEST = 5  # points of news that one account alone may fill up to, from the heads of the accounts
HEAD = 6  # sentences of an account in which its own news stands
ALIKE = 0.6  # share of content words from which two points tell one thing
_UNREAL = re.compile(r"\b(?:would|could|should|might)(?:n[’']t)?(?: have|[’']ve)\b")  # what did not happen
_LASTING = re.compile(r"\b(?:has|have|is being|are being|now)\b")
_QUOTED = re.compile(r"“([^”]{1,60})”")


@dataclass(slots=True)
class _Told:
    """What the brief already carries, so that no point comes twice."""

    groups: set[str] = field(default_factory=set)
    texts: list[frozenset[str]] = field(default_factory=list)

    def takes(self, point: Point) -> bool:
        """Whether the point is new; a new one is remembered."""
        words = telling(point.text)
        if point.group in self.groups or any(alike(words, other, ALIKE) for other in self.texts):
            return False
        self.texts.append(words)
        if point.group:
            self.groups.add(point.group)
        return True


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every section is chosen from."""

    book: Catalogue
    parted: Sequence[DivergenceRow]
    told: _Told
    rows: Mapping[str, int]

    def pick(
        self, entries: Iterable[Entry], most: int, fits: Callable[[Key], bool], *, fewest: int = 1
    ) -> tuple[Point, ...]:
        """The first points, in the order of the rows, whose claim fits and which the fewest accounts or more bear."""
        points: list[Point] = []
        for entry in entries:
            if len(points) >= most:
                break
            if entry.row.accounts > 1 and not self._is_shown(entry):
                continue  # what the ledger leaves out has no line to lead to
            made = (
                point(self.book, key, entry, self.parted, self.rows) for key in members(self.book, entry) if fits(key)
            )
            found = max((each for each in made if each is not None), key=self._reach, default=None)
            if found is not None and self._reach(found)[1] >= fewest and self.told.takes(found):
                points.append(found)
        return tuple(points)

    def _reach(self, point: Point) -> tuple[int, int]:
        """How plainly a line is worded, then how many accounts bear it; the first of equals is taken."""
        claims = [self.book.claim_keys[each] for each in point.cites]
        return -loaded(self.book, self.book.claim(claims[0]).span), len({each.account for each in claims})

    def _is_shown(self, entry: Entry) -> bool:
        sentence = self.book.sentence(self.book.claim_keys[entry.row.gist])
        many = entry.row.accounts >= MANY and sentence is not None and is_clear(self.book.words(sentence.span))
        return is_clear(entry.row.text) or many


def brief(
    book: Catalogue,
    entries: Sequence[Entry],
    table: Negotiation,
    *,
    worded: Sequence[WordingRow],
    parted: Sequence[DivergenceRow],
    when: Event,
    title: str,
) -> Brief:
    """The brief of a story from its ledger, negotiation, wording, divergences, day and title."""
    rows = {each: at for at, group in enumerate(book.alignment.groups) for each in book.ids(group.claims)}
    desk = _Desk(book, parted, _Told(), rows)
    looks_on = is_ahead(book, when)
    ahead = [entry for entry in entries if not entry.background]
    behind = [entry for entry in entries if entry.background]
    groups = book.alignment.groups
    shared = [entry for entry in ahead if entry.row.accounts > 1]
    shared.sort(key=lambda entry: -min(MOST_OPEN, opening(book, groups[entry.group].claims)))
    disputed = {row.group for row in parted if row.severity == "conflict"}
    news = desk.pick(shared, MOST["news"], lambda key: not looks_on(key) and _is_news(book, key), fewest=2)
    news += desk.pick(
        ahead,
        max(0, FEWEST - len(news)),
        lambda key: (
            not looks_on(key)
            and _is_news(book, key)
            and _leads(book, key)
            and _knows(book, key, when)
            and (is_of_story(book, key) or cover(title, [book.claim(key).text]) > 0)
        ),
    )
    delegations = tuple(_delegations(book, table, desk.told))
    is_hard = is_unresolved(book)
    parts = {
        "news": news,
        "background": desk.pick(behind, MOST["background"], lambda key: is_of_story(book, key)),
        "delegations": delegations,
        "international": desk.pick(ahead, MOST["international"], abroad(book, table)),
        "challenges": desk.pick(sorted(ahead, key=lambda e: e.row.id not in disputed), MOST["challenges"], is_hard),
        "outlook": desk.pick(ahead, MOST["outlook"], looks_on),
        "tone": tuple(_tones(book, worded)),
    }
    return Brief(sections=tuple(Section(title=TITLES[name], points=parts[name]) for name in TITLES if parts[name]))


def _is_news(book: Catalogue, key: Key) -> bool:
    """Whether a claim tells what happened, or how somebody stands; not how things are in general."""
    claim = book.claim(key)
    sentence = book.sentence(key)
    if sentence is not None and claim.source.kind == "outlet" and _UNREAL.search(book.words(sentence.span)):
        return False
    if claim.frame is None or claim.frame.tense != "present" or claim.source.kind != "outlet":
        return True
    return bool(book.entities_in(key)) or _LASTING.search(claim.text) is not None


def _leads(book: Catalogue, key: Key) -> bool:
    """Whether an account tells a claim at its head, plainly and in its own voice."""
    sentence, claim = book.sentence(key), book.claim(key)
    told = sentence is not None and claim.sentence < HEAD and loaded(book, sentence.span) == 0
    return told and claim.source.kind == "outlet" and claim.modality == "asserted"


def _knows(book: Catalogue, key: Key, when: Event) -> bool:
    """Whether an account was published when the event had happened: what it calls news before is not this news."""
    start, published = first_day(when.start), first_day(book.by_id[key.account].account.published)
    return start is None or published is None or published >= start


def _delegations(book: Catalogue, table: Negotiation, told: _Told) -> Iterable[Point]:
    for party in table.parties:
        for delegate in party.delegation:
            for cite in delegate.claims[:1]:
                shown = readable(book, book.claim_keys[cite])
                if shown is None:
                    continue
                text, own = shown
                found = Point(text=text, cites=tuple(dict.fromkeys((*own, *delegate.claims))), party=party.entity)
                if told.takes(found):
                    yield found


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
        neutral = row.tone.startswith("neutral")
        why = (
            f"its own loaded words: {', '.join(words)}"
            if words and not neutral
            else "few or no loaded words of its own"
        )
        evidence = [part for key in cites for part in stood(book, key)]
        labels = [label for label in row.tone.split(", ") if not unsupported(label, evidence)]
        yield Point(text=f"{', '.join(labels) or 'measured'} – {why}", cites=book.ids(cites or [Key(row.account, 0)]))
