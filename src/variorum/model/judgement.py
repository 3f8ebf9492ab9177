"""How the accounts treat what they share: stands, divergences, positions, tone; and a person's rulings."""

from dataclasses import dataclass
from typing import Literal

from variorum.model.alignment import Key
from variorum.model.finding import Finding
from variorum.model.text import Span

__all__ = [
    "Agreement", "Between", "Decision", "Divergence", "DivergenceKind", "Judgements", "KnownBy", "Position", "Severity",
    "Stance", "Stand", "StandKind", "Tone",
]  # fmt: skip

StandKind = Literal["asserts", "attributes", "hedges", "denies", "silent", "not-yet"]
DivergenceKind = Literal[
    "number", "date", "place", "role", "presence", "membership", "polarity", "modality", "cause", "wording", "degree",
    "scope",
]  # fmt: skip
Severity = Literal["conflict", "tension", "update"]
Between = Literal["accounts", "parties"]
Stance = Literal[
    "demand", "propose", "offer", "accept", "reject", "refuse", "seek", "withhold", "threaten", "concede", "condition"
]
KnownBy = Literal["self-stated", "other-side", "third-party", "anonymous", "outlet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand(Finding):
    """How one account treats a group (its index); a silent account's evidence is where the claim is made elsewhere."""

    account: str
    group: int
    kind: StandKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence(Finding):
    """Two sides that part on a facet. `sides` and `values` run in parallel; `why` names both values."""

    kind: DivergenceKind
    severity: Severity
    between: Between
    sides: tuple[tuple[Key, ...], tuple[Key, ...]]
    values: tuple[str, str]
    why: str
    group: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Finding):
    """What a party (an entity's index) wants, offers or refuses, and how we know it."""

    party: int
    issue: str
    stance: Stance
    text: str
    known: KnownBy
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Finding):
    """What was agreed or comes next: the parties (entity indices), and which of them confirm it."""

    text: str
    kind: Literal["agreement", "next-step"]
    parties: tuple[int, ...]
    confirmed_by: tuple[int, ...]
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone(Finding):
    """How an account words things as a whole: shares of 0 to 1, and the reason in a sentence."""

    account: str
    tone: str
    why: str
    loaded: float
    hedged: float
    voices: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's ruling on two findings (their ids), replayable and withdrawable; `when` is an ISO date-time."""

    left: str
    right: str
    verdict: Literal["same", "different", "unsure"]
    by: str
    when: str
    evidence: tuple[Span, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """All that is judged about one story."""

    stands: tuple[Stand, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    positions: tuple[Position, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    tones: tuple[Tone, ...] = ()
