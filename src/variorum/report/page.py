"""What every page shows, in which order and how much of it: one choice for terminal, Markdown and HTML.

Nothing is worded anew here; what a cap leaves out is counted, so that the page can say so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model.collation import (
    AccountRow,
    ClaimRow,
    Collation,
    DivergenceRow,
    EntityRow,
    LedgerRow,
    MomentRow,
    NextStepRow,
    Point,
    QuoteRow,
    Section,
)
from variorum.model.judgement import StandKind
from variorum.report.clarity import balanced
from variorum.report.dating import first_day
from variorum.report.heard import Utterance, known, main_quotes
from variorum.report.shown import MANY, MARKS, Mark, counted_by_bearers, is_clear, mark, marks, sections, solid, steps
from variorum.report.words import day, days
from variorum.settings import Settings

__all__ = ["Excerpt", "Page", "Speaker", "bare", "clean", "page"]

DAY = len("2024-03-05")
MOST_SOLID = 7  # rows of the first screen: what a reader takes in within a minute
MOST_SHARED = 40  # rows of several accounts; those below are mostly chance likeness
LONG_EVENT = 3  # days, the most that dated events span; see `event`
MOST_CAST = 60
MOST_MOMENTS = 60
MOST_QUOTES = 120
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_SPACE = re.compile(r"\s+")
_SHARD = re.compile(r"\W{0,3}(?:[a-z]|(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|Which|Who)\b)")
LONG_SENTENCE = 70  # words from which a sentence is too long to stand around its claim


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A claim's words, with the rest of its sentence where the claim alone does not say what it speaks of."""

    claim: ClaimRow
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody's words as the accounts carry them; each utterance with all its places."""

    name: str
    entity: EntityRow | None
    quotes: tuple[tuple[QuoteRow, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A collation as a reader meets it. `left_out` says, for each part, how many a cap leaves out."""

    collation: Collation
    texts: dict[str, str]
    labels: dict[str, str]
    numbers: dict[str, int]
    claims: dict[str, ClaimRow]
    entities: dict[str, EntityRow]
    rows_of: dict[str, LedgerRow]
    solid: tuple[LedgerRow, ...]
    shared: tuple[LedgerRow, ...]
    singles: dict[str, tuple[LedgerRow, ...]]
    divergences: tuple[DivergenceRow, ...]
    people: tuple[EntityRow, ...]
    others: tuple[EntityRow, ...]
    speakers: tuple[Speaker, ...]
    moments: tuple[MomentRow, ...]
    sections: tuple[Section, ...]
    steps: tuple[NextStepRow, ...]
    marks: tuple[Mark, ...]
    left_out: dict[str, int]

    @property
    def accounts(self) -> tuple[AccountRow, ...]:
        """The accounts, in reading order."""
        return self.collation.accounts

    def status(self, row: LedgerRow) -> str:
        """How a row stands, as a reader sees it: `alike` where too few accounts bear all of its text."""
        one = row.status == "corroborated" and row.borne is not None and row.borne.status == "single"
        return "alike" if one else row.status

    def stand(self, row: LedgerRow, account: str, default: StandKind = "silent") -> str:
        """How an account stands to a row: `alike` where it tells something, and not all of the row's text."""
        kind = row.stands.get(account, default)
        told = kind in ("asserts", "attributes", "hedges")
        return "alike" if told and row.borne is not None and account not in row.borne.accounts else kind

    @property
    def shown(self) -> frozenset[str]:
        """The ids of the ledger rows that the page shows."""
        return frozenset(row.id for row in (*self.shared, *(row for rows in self.singles.values() for row in rows)))

    @property
    def origins(self) -> int:
        """How many accounts remain after reprints and credits are folded."""
        return len({row.origin or row.id for row in self.accounts})

    def kin(self, account: AccountRow) -> tuple[str, ...]:
        """Why an account is no origin of its own: what it credits, and in which words it counts as one with another."""
        told = [f"credits {clean(account.credit)}"] if account.credit else []
        if account.origin and account.origin != account.id:
            first = next(row for row in self.accounts if row.id == account.origin)
            same = account.outlet is not None and account.outlet == first.outlet
            shared = any({account.id, first.id} <= set(row.accounts) for row in self.collation.reprints)
            number = self.numbers[first.id]
            if same:
                told.append(f"same outlet as [{number}]")
            elif shared and not account.credit:
                told.append(f"mostly the text of [{number}]")
            else:
                told.append(f"one origin with [{number}]")
        return tuple(told)

    @property
    def when(self) -> str:
        """The day of the story; days that lie far apart are but those of publication."""
        story = self.collation.story
        if not story.start:
            return "undated"
        first, last = first_day(story.start), first_day(story.end)
        printed = sorted(row.published[:DAY] for row in self.accounts if row.published)
        far = first is not None and last is not None and (last - first).days > LONG_EVENT
        dated = self.collation.lead is not None and self.collation.lead.when is not None
        if not dated and not any(row.when.startswith(story.start) for row in self.collation.timeline):
            far = far or (bool(printed) and story.start == printed[0] and story.end == printed[-1])
        return f"published {days(printed[0], printed[-1])}" if far and printed else days(story.start, story.end)

    def name(self, entity: str | None) -> str:
        """The name of an entity."""
        return self.entities[entity].name if entity in self.entities else ""

    def excerpt(self, claim: str) -> Excerpt:
        """A claim's words, readable by themselves."""
        return _excerpt(self.texts, self.claims[claim])

    def source(self, claim: ClaimRow) -> str:
        """Who vouches for a claim, in the account's words; empty where the outlet itself does."""
        if claim.source.kind == "outlet":
            return ""
        return self.name(claim.source.entity) or claim.source.text or "an unnamed source"

    @property
    def heard(self) -> tuple[Utterance, ...]:
        """The main quotations: who speaks by name, on whose word, and the accounts that carry it."""
        return main_quotes(self.collation, [(each.entity, each.quotes) for each in self.speakers if each.entity])

    @property
    def known(self) -> tuple[EntityRow, ...]:
        """The people whom a reader needs; see `heard.known`."""
        return known(self.collation, self.people)

    @property
    def leading(self) -> int:
        """The number of the account whose lead it is; 0 for none."""
        return self.numbers[self.collation.lead.account] if self.collation.lead else 0

    @property
    def lead(self) -> tuple[tuple[str, str], ...]:
        """Who, what, when and where, in the words of one account; what it does not tell is left out."""
        row = self.collation.lead
        if row is None:
            return ()
        text = self.texts[row.account]
        asked = (("Who", row.who), ("What", row.what), ("When", row.when), ("Where", row.where))
        told = {name: clean(text[at[0] : at[1]]) for name, at in asked if at}
        if "When" in told and row.day:
            told["When"] += f" ({day(row.day[:DAY])})"
        return tuple((name, told[name]) for name, _ in asked if name in told)

    def mark(self, point: Point) -> str:
        """What a line of the brief says that others dispute or that later accounts correct; empty where nothing is."""
        found = mark(self.collation, self.marks, point)
        return f" ({found})" if found else ""

    def told_by(self, claims: Iterable[str]) -> tuple[ClaimRow, ...]:
        """For each account, in reading order, the first of the claims that it makes."""
        first: dict[str, ClaimRow] = {}
        for each in claims:
            row = self.claims[each]
            first.setdefault(row.account, row)
        return tuple(sorted(first.values(), key=lambda row: self.numbers[row.account]))


def page(collation: Collation, settings: Settings) -> Page:
    """The page of a collation, within the caps of the settings."""
    rows = collation.ledger[: settings.max_rows]
    claims = {row.id: row for row in collation.claims}
    texts = {row.id: row.text for row in collation.accounts}
    clear = [row for row in rows if row.accounts > 1 and _is_clear(texts, claims[row.gist], row.accounts)]
    clear = _once(texts, claims, [counted_by_bearers(row) for row in clear])
    firm = solid(collation, clear)[:MOST_SOLID]
    divergences = collation.divergences[: settings.max_divergences]
    people = [row for row in collation.entities if row.kind == "person"]
    others = [row for row in collation.entities if row.kind != "person" and len(row.mentions) > 1]
    speakers = _speakers(collation)
    moments = sorted(collation.timeline, key=lambda row: -len(row.claims))[:MOST_MOMENTS]
    singles: dict[str, list[LedgerRow]] = defaultdict(list)
    for row in rows:
        if row.accounts < 2:
            singles[claims[row.gist].account].append(row)
    return Page(
        collation=collation,
        texts=texts,
        labels=_labels(collation.accounts),
        numbers={row.id: at for at, row in enumerate(collation.accounts, start=1)},
        claims=claims,
        entities={row.id: row for row in collation.entities},
        rows_of={claim: row for row in reversed(rows) for claim in row.claims},
        solid=firm,
        shared=tuple(clear[:MOST_SHARED]),
        singles={account: tuple(found) for account, found in singles.items()},
        divergences=divergences,
        people=tuple(people[:MOST_CAST]),
        others=tuple(others[:MOST_CAST]),
        speakers=_capped(speakers),
        moments=tuple(sorted(moments, key=lambda row: (row.when, -len(row.claims), row.text))),
        sections=sections(collation, firm),
        steps=steps(collation),
        marks=marks(collation),
        left_out={
            "ledger": len(collation.ledger) - len(rows),
            "shared": sum(row.accounts > 1 for row in rows) - min(len(clear), MOST_SHARED),
            "divergences": len(collation.divergences) - len(divergences),
            "people": max(0, len(people) - MOST_CAST),
            "others": max(0, len(others) - MOST_CAST),
            "quotes": sum(len(each.quotes) for each in speakers) - sum(len(each.quotes) for each in _capped(speakers)),
            "moments": len(collation.timeline) - len(moments),
        },
    )


def bare(text: str) -> str:
    """The text as it stands, but for characters that no page may carry (controls, lone surrogates)."""
    return _CONTROL.sub("\ufffd", text)


def clean(text: str) -> str:
    """One line without control characters and bidirectional overrides, for places where nothing can isolate them."""
    return _SPACE.sub(" ", _BIDI.sub("", _CONTROL.sub("\ufffd", text))).strip()


def _labels(accounts: Sequence[AccountRow]) -> dict[str, str]:
    """What the page calls each account: its outlet, else its file; equal ones are told apart by number."""
    plain = {row.id: clean(row.outlet or row.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]) or row.id for row in accounts}
    times: dict[str, int] = defaultdict(int)
    for label in plain.values():
        times[label] += 1
    seen: dict[str, int] = defaultdict(int)
    labels = {}
    for account, label in plain.items():
        seen[label] += 1
        labels[account] = f"{label} ({seen[label]})" if times[label] > 1 else label
    return labels


def _is_clear(texts: dict[str, str], claim: ClaimRow, accounts: int) -> bool:
    """Whether a claim can stand as a line, by itself or, where many tell it, with the rest of its sentence."""
    each = _excerpt(texts, claim)
    return is_clear(claim.text) or (accounts >= MANY and is_clear(f"{each.before}{each.text}{each.after}"))


def _once(texts: dict[str, str], claims: dict[str, ClaimRow], rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """Of rows that would read the same, the one of most origins; in their order."""
    best: dict[str, LedgerRow] = {}
    for row in rows:
        each = _excerpt(texts, claims[row.gist])
        words = clean(f"{each.before}{each.text}{each.after}").strip(MARKS).casefold()
        if words not in best or row.origins > best[words].origins:
            best[words] = row
    kept = {row.id for row in best.values()}
    return [row for row in rows if row.id in kept]


def _excerpt(texts: dict[str, str], claim: ClaimRow) -> Excerpt:
    text = texts[claim.account]
    whole = claim.sentence
    needs = _SHARD.match(claim.text) or not balanced(claim.text)
    if whole is None or not needs or len(text[whole[0] : whole[1]].split()) > LONG_SENTENCE:
        return Excerpt(claim, "", claim.text, "")
    sentence = text[whole[0] : whole[1]]
    if len(sentence.split()) > 2 * len(claim.text.split()) or not balanced(claim.text):
        return Excerpt(claim, "", sentence, "")
    return Excerpt(claim, text[whole[0] : claim.at[0]], claim.text, text[claim.at[1] : whole[1]])


def _speakers(collation: Collation) -> tuple[Speaker, ...]:
    """Who says what, those heard in most accounts first; one utterance that several accounts carry stands once."""
    entities = {row.id: row for row in collation.entities}
    said: dict[str, dict[str, list[QuoteRow]]] = defaultdict(dict)
    for quote in collation.quotes:
        if quote.kind == "direct" and (quote.speaker or quote.source):
            who = quote.speaker or quote.source
            words = clean(quote.text).strip(MARKS).casefold()
            said[who].setdefault(words, []).append(quote)
    speakers = [
        Speaker(
            name=entities[who].name if who in entities else clean(who),
            entity=entities.get(who),
            quotes=tuple(tuple(found) for found in by_words.values()),
        )
        for who, by_words in said.items()
    ]
    return tuple(
        sorted(
            speakers,
            key=lambda each: (-len({q.account for found in each.quotes for q in found}), -len(each.quotes), each.name),
        )
    )


def _capped(speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    shown: list[Speaker] = []
    total = 0
    for speaker in speakers:
        total += len(speaker.quotes)
        if total > MOST_QUOTES and shown:
            break
        shown.append(speaker)
    return tuple(shown)
