"""What a time expression is resolved against: the day of publication, the verb's direction, what was said before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from variorum.model.periods import Period
from variorum.model.text import Account

__all__ = ["PRESUMED", "Reading", "Setting", "day_published"]

PRESUMED = "presumed"  # anchor of an hour to which no day is told


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: TIMEX3's type, value and mod, and against what it was resolved."""

    type: str
    value: str | None
    anchor: str | None = None
    mod: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where an expression stands. `day` is the anchor day (from `source`), `focus` the last value told in the text,
    `near` the last day told in this paragraph, `quarter` the last quarter told, with `distance` expressions since;
    `direction` looks at the verb only when asked.
    """

    day: date | None
    source: str | None
    direction: Callable[[], int]
    focus: str | None = None
    near: date | None = None
    quarter: str | None = None
    distance: int = 99

    def relative(self, kind: str, value: Callable[[date], str | None]) -> Reading:
        """A reading against the anchor day; without one the value stays open and the anchor says what is missing."""
        if self.day is None:
            return Reading(kind, None, "published")
        return Reading(kind, value(self.day), self.source)

    def from_text(self, kind: str, value: Callable[[date], str | None], *, to_day: bool = False) -> Reading:
        """A reading against the last period (`to_day`: only a day) told in the text, else against the anchor day."""
        period = Period.parse(self.focus or "")
        if period is None or (to_day and (period.last - period.first).days > 0):
            return self.relative(kind, value)
        return Reading(kind, value(period.first), "text")

    def after(self, reading: Reading) -> "Setting":
        """The setting for the next expression."""
        value = reading.value or ""
        period = Period.parse(value) if reading.type in {"DATE", "TIME"} else None
        day = period.first if period and period.first == period.last and reading.anchor != PRESUMED else self.near
        told = "-Q" in value and reading.type == "DATE"
        quarter = value if told and reading.anchor != "text" else self.quarter  # not "the year-ago quarter"
        distance = 0 if told else self.distance + 1
        return replace(self, focus=value if period else self.focus, near=day, quarter=quarter, distance=distance)


def day_published(account: Account) -> date | None:
    """The day of publication, or None where it is unknown or no date."""
    try:
        return date.fromisoformat((account.published or "")[:10])
    except ValueError:
        return None
