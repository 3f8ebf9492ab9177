"""What everything derived is: a finding with evidence, an origin and a score.

What a finding says compares; how it was found does not.
"""

from dataclasses import dataclass, field

from variorum.errors import UncitedError
from variorum.model.text import Span

__all__ = ["Finding", "Origin", "Rule"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Which step found it, in which version, by which rule (the rule's id is what `--explain` looks up)."""

    step: str
    rule: str = ""
    version: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A derived value.

    Raises:
        UncitedError: `evidence` is empty.
    """

    evidence: tuple[Span, ...]
    origin: Origin = field(compare=False)
    score: float = field(default=1.0, compare=False)

    def __post_init__(self) -> None:
        if not self.evidence:
            raise UncitedError(f"{type(self).__name__} by {self.origin.step}/{self.origin.rule} has no evidence")

    @property
    def span(self) -> Span:
        """The first piece of evidence: the finding's own words."""
        return self.evidence[0]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that makes findings: its id, and the reason that a reader sees, true of this rule only (tested unique)."""

    id: str
    why: str
