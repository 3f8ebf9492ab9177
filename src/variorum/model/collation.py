"""The collation: one story's picture, shaped exactly as `collation.json`, format `variorum.collation/1`.

Every `at` is `[start, end)` in code points of that account's `text`. Keys are never renamed; keys may be added.
"""

from dataclasses import dataclass, field
from html import escape
from importlib import import_module
from typing import Literal

from variorum.model.judgement import DivergenceKind, KnownBy, Severity, Stance, StandKind
from variorum.model.markup import EntityKind, Factivity, Modality, Polarity, QuoteKind, SourceKind, WordingKind

__all__ = [
    "FORMAT", "AccountRow", "AgreementRow", "At", "Brief", "ClaimRow", "Collation", "Delegate", "DivergenceRow",
    "EntityRow", "FailureRow", "LabelRow", "LeadRow", "LedgerRow", "MarkRow", "MomentRow", "Negotiation", "NextStepRow",
    "Party", "Passage", "Place", "Point", "PositionRow", "QuantityRow", "QuoteRow", "ReprintRow", "RoleRow", "Section",
    "SourceRow", "Status", "StoryRow", "WordingRow",
]  # fmt: skip

FORMAT = "variorum.collation/1"
At = tuple[int, int]
Status = Literal["corroborated", "one-party", "single", "contested"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """The event: `start` and `end` are ISO dates, `places` entity ids."""

    id: str
    title: str
    start: str | None = None
    end: str | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One account with its whole text. `names` are the files it came from; `dates` all that tell its day.

    `origin` is the account that it counts as one with; `credit` the outlet that it has its story from, as told at
    `credited`.
    """

    id: str
    name: str
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    language: str
    words: int
    sha256: str
    text: str
    url: str | None = None
    updated: str | None = None
    dateline: str | None = None
    names: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    origin: str | None = None
    credit: str = ""
    credited: At | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRow:
    """What could not be read or done, and why."""

    name: str
    step: str
    error: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A piece of evidence: an account's id and code points."""

    account: str
    at: At


Passage = Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ReprintRow:
    """Accounts that share passages; evidence comes in pairs (first and second account's passage, and so on)."""

    id: str
    accounts: tuple[str, ...]
    share: float
    evidence: tuple[Place, ...]
    credit: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """A title that an account gives somebody."""

    title: str
    account: str
    at: At
    of: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """One of the cast; `affiliation` is an entity's id."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    roles: tuple[RoleRow, ...] = ()
    mentions: tuple[Place, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """Who vouches for a claim."""

    kind: SourceKind
    entity: str | None = None
    text: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRow:
    """A number: a closed interval (null: open) of a unit."""

    value: tuple[float | None, float | None]
    unit: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One proposition in an account's own words; `sentence` is the sentence that it stands in."""

    id: str
    account: str
    at: At
    text: str
    polarity: Polarity
    modality: Modality
    source: SourceRow
    entities: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    quantities: tuple[QuantityRow, ...] = ()
    rule: str = ""
    sentence: At | None = None
    factivity: Factivity | None = None
    free_standing: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BorneRow:
    """How a row stands counting only the accounts whose own sentences bear its text, its numbers included."""

    accounts: tuple[str, ...]
    origins: int
    witnesses: int
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """What is told, by how many accounts, origins and witnesses; `text` is its clearest claim, verbatim (`gist`)."""

    id: str
    text: str
    gist: str
    claims: tuple[str, ...]
    accounts: int
    origins: int
    witnesses: int
    status: Status
    stands: dict[str, StandKind] = field(default_factory=dict)
    why: str = ""
    borne: BorneRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DivergenceRow:
    """Where accounts or parties part."""

    id: str
    kind: DivergenceKind
    severity: Severity
    between: Literal["accounts", "parties"]
    sides: tuple[tuple[str, ...], ...]
    values: tuple[str, ...]
    why: str
    score: float
    group: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """Words that somebody said (direct, indirect), or marked words with no speaker (scare)."""

    id: str
    account: str
    at: At
    text: str
    kind: QuoteKind
    speaker: str | None = None
    source: str = ""
    cue: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentRow:
    """A point or interval on the timeline; `text` is a claim's, verbatim."""

    id: str
    when: str
    granularity: str
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """A member of a party's team; `claims` say so."""

    entity: str
    head: bool = False
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side and its team."""

    entity: str
    delegation: tuple[Delegate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """What a party demands, offers or refuses, and how we know it."""

    id: str
    party: str
    issue: str
    stance: Stance
    text: str
    known: KnownBy
    claims: tuple[str, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """What was agreed, by whom, and who of them confirms it."""

    text: str
    parties: tuple[str, ...]
    confirmed_by: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepRow:
    """What comes next."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Negotiation:
    """Who sits at the table, and what they want."""

    parties: tuple[Party, ...] = ()
    mediators: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    venue: str | None = None
    positions: tuple[PositionRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    next_steps: tuple[NextStepRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """What an account calls an entity."""

    entity: str
    text: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """Words that tell how an account words things; `entry` is the lexicon entry's id."""

    at: At
    kind: WordingKind
    entry: str
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingRow:
    """How one account words things."""

    account: str
    tone: str
    why: str
    loaded: float
    hedged: float
    voices: dict[str, float] = field(default_factory=dict)
    labels: tuple[LabelRow, ...] = ()
    evidence: tuple[MarkRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A line of the brief: an account's own words, and the claims it rests on. `party` is an entity's id."""

    text: str
    cites: tuple[str, ...]
    group: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief."""

    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The desk's neutral brief."""

    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRow:
    """Who did what, when and where, by the head of one account, null where it does not tell; `day` is an ISO value."""

    account: str
    who: At | None = None
    what: At | None = None
    when: At | None = None
    where: At | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """One story's accounts, collated."""

    story: StoryRow
    accounts: tuple[AccountRow, ...]
    format: Literal["variorum.collation/1"] = "variorum.collation/1"
    failures: tuple[FailureRow, ...] = ()
    reprints: tuple[ReprintRow, ...] = ()
    entities: tuple[EntityRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    divergences: tuple[DivergenceRow, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
    timeline: tuple[MomentRow, ...] = ()
    negotiation: Negotiation = Negotiation()
    wording: tuple[WordingRow, ...] = ()
    brief: Brief = Brief()
    lead: LeadRow | None = None

    def _repr_html_(self) -> str:
        """What a notebook shows: the HTML page in a frame of its own, without any right to run anything."""
        page: str = import_module("variorum.registry").load("renderer", "html")(self)  # loaded on use, as all renderers
        return f'<iframe sandbox srcdoc="{escape(page)}" width="100%" height="720" title="collation"></iframe>'
