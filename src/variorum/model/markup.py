"""What one account says, layer by layer: all that `annotate` finds, before any other account is looked at.

Layers refer to one another by index within the same AnnotatedAccount (`referent=3` is `marked.referents[3]`).
"""

from dataclasses import dataclass
from typing import Literal

from variorum.model.finding import Finding
from variorum.model.text import Account, Failure, Span

__all__ = [
    "AnnotatedAccount", "Argument", "Attribution", "AttributionKind", "Claim", "ClaimSource", "EntityKind",
    "Factivity", "Frame", "Mention", "MentionForm", "Modality", "Polarity", "Quantity", "QuantityKind", "Quote",
    "QuoteKind", "Referent", "Role", "Sentence", "SentenceKind", "SourceKind", "Timex", "TimexType", "WordingKind",
    "WordingMark",
]  # fmt: skip

SentenceKind = Literal["headline", "heading", "bullet", "caption", "dateline", "body"]
EntityKind = Literal["person", "organization", "place", "country", "group"]
MentionForm = Literal["name", "nominal", "pronoun", "metonym", "demonym"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
QuantityKind = Literal["count", "money", "percent", "measure", "fraction", "ordinal"]
AttributionKind = Literal["direct", "indirect", "mixed"]
SourceKind = Literal["outlet", "speaker", "anonymous"]
QuoteKind = Literal["direct", "indirect", "scare"]
Polarity = Literal["positive", "negative"]
Modality = Literal[
    "asserted", "reported", "expected", "possible", "planned", "proposed", "requested", "discussed", "considered",
    "committed", "agreed", "refused", "denied", "conditional", "desired",
]  # fmt: skip
Factivity = Literal["factive", "nonfactive", "counterfactive"]
WordingKind = Literal["loaded", "hedge", "booster", "label", "scare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Finding):
    """A sentence, headline, heading or bullet. `paragraph` counts blocks from 0; `section` is its heading's index."""

    kind: SentenceKind = "body"
    paragraph: int = 0
    section: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Finding):
    """Words that refer to someone or something; `referent` is None where the resolver abstains."""

    text: str
    kind: EntityKind
    form: MentionForm
    referent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Finding):
    """What an account calls somebody's office: the title's own words, and of what or whom."""

    title: str
    of: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent(Finding):
    """One member of one account's cast. `mentions` are indices; `affiliation` is a canonical name or None."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    mentions: tuple[int, ...] = ()
    roles: tuple[Role, ...] = ()
    affiliation: str | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex(Finding):
    """A time expression. `value` is TIMEX3's (ISO 8601 with week, season, part-of-day codes), None where unknown.

    `anchor` says what a relative expression was resolved against: "published", "dateline", "text", or None. `mod` is
    TIMEX3's: START, MID, END, APPROX, MORE_THAN, LESS_THAN, BEFORE, AFTER, EQUAL_OR_MORE, EQUAL_OR_LESS.
    """

    text: str
    type: TimexType
    value: str | None
    granularity: str | None = None
    anchor: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Finding):
    """A number with what it counts: the closed interval `[low, high]` (None: open) and the unit's lemma."""

    text: str
    low: float | None
    high: float | None
    unit: str
    kind: QuantityKind = "count"
    approximator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Finding):
    """Who says what, by which word: PARC's source, cue and content. `parent` is the one that this stands in.

    Source: Pareti (2012), "A database of attribution relations".
    """

    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    source_text: str = ""
    cue_text: str = ""
    source_kind: SourceKind = "speaker"
    speaker: int | None = None
    kind: AttributionKind = "indirect"
    parent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Finding):
    """Words between marks, or the content of indirect speech. The evidence of marked words includes the marks."""

    text: str
    kind: QuoteKind
    attribution: int | None = None
    speaker: int | None = None
    source: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """Who vouches for a claim: the outlet in its own voice, a speaker, or somebody unnamed."""

    kind: SourceKind = "outlet"
    text: str = ""
    cue: str = ""
    referent: int | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of a frame: `role` is agent, patient, recipient, complement, or a preposition ("in", "with" …)."""

    role: str
    span: Span
    head: str
    referent: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Who does what to whom: the predicate's lemma (with particle), its place and its arguments."""

    predicate: str
    span: Span
    arguments: tuple[Argument, ...] = ()
    tense: Literal["past", "present", "future", "none"] = "none"
    copular: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Finding):
    """One proposition, in the words of its clause. Index tuples point into the same account's layers.

    `factivity`: whether the word that governs it takes it for true (knew, revealed), leaves it open (said, believes) or
    takes it for untrue (pretended, wrongly claimed); None where nothing governs it. `free_standing`: whether its words
    alone tell who does what, with no pronoun that points elsewhere and no cut sentence.
    """

    text: str
    sentence: int
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    modality_cue: Span | None = None
    source: ClaimSource = ClaimSource()
    frame: Frame | None = None
    mentions: tuple[int, ...] = ()
    timexes: tuple[int, ...] = ()
    quantities: tuple[int, ...] = ()
    hedged: bool = False
    factivity: Factivity | None = None
    factivity_cue: Span | None = None
    free_standing: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingMark(Finding):
    """Words that tell how an account words it; `entry` is the lexicon entry's id, `quoted` whether a source says it."""

    text: str
    kind: WordingKind
    entry: str
    quoted: bool = False
    referent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedAccount:
    """An account with its layers; a step that failed leaves its layer empty and a Failure."""

    account: Account
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    wording: tuple[WordingMark, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def id(self) -> str:
        """The account's."""
        return self.account.id
