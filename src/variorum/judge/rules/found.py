"""What a rule hands back: the facet on which two claims part, both values in the accounts' words, how sure it is."""

from dataclasses import dataclass

from variorum.judge.told import Told
from variorum.model.judgement import Between, DivergenceKind, Severity

__all__ = ["Candidate", "Found", "Pairing"]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two claims that may be about one thing: `same` is how likely, `grouped` whether they stand in one group."""

    left: Told
    right: Told
    same: float
    grouped: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A parting: `values` are words of the accounts, `score` between 0 and 1."""

    kind: DivergenceKind
    rule: str
    values: tuple[str, str]
    why: str
    score: float
    severity: Severity = "conflict"
    slot: str = ""
    between: Between | None = None  # None: as the speakers of the sides tell


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a rule found, before it is judged: all claims of each side."""

    found: Found
    first: tuple[Told, ...]
    second: tuple[Told, ...]
    same: float
    grouped: bool
