"""Comparable values: each kind owns `parse`, `compare` and `show`, and says why two values agree, may agree or differ.

A comparison never guesses: values of different units, or a value that could not be read, are incomparable. Where two
values may both hold, they are compatible; only what cannot hold together is different. Reasons name both values.
"""

import re
from dataclasses import dataclass

from variorum.model.amounts import Amount, Comparison, Verdict, fold
from variorum.model.markup import Modality, Polarity, Timex
from variorum.model.periods import Duration, Period

__all__ = ["Amount", "Comparison", "Degree", "Office", "Person", "Place", "Sign", "Verdict", "When", "fold"]


@dataclass(frozen=True, slots=True)
class When:
    """A date, period or duration by its TIMEX3 value, with the account's words."""

    value: str | None
    text: str = ""
    mod: str = ""

    @classmethod
    def of(cls, timex: Timex) -> "When":
        """The value of a time expression of an account."""
        return cls(timex.value, timex.text, timex.mod or "")

    @classmethod
    def parse(cls, text: str) -> "When | None":
        """From a TIMEX3 value; None where it names no period and no duration."""
        found = Period.parse(text) or Duration.parse(text)
        return cls(text.strip()) if found else None

    def compare(self, other: "When") -> Comparison:
        """Same days, shared days (compatible), no day in common (different); lengths of time compare with lengths."""
        ours, theirs = self.show(), other.show()
        left, right = Period.parse(self.value or "", self.mod), Period.parse(other.value or "", other.mod)
        if left and right:
            return _compared_periods(left, right, ours, theirs)
        first, second = Duration.parse(self.value or ""), Duration.parse(other.value or "")
        if first and second and first.days and second.days:
            return _compared_lengths(first.days, second.days, ours, theirs, bool(self.mod or other.mod))
        return Comparison("incomparable", f"“{ours}” and “{theirs}” cannot be placed on one calendar.")

    def show(self) -> str:
        """The day in words, with the account's own where it says it otherwise."""
        period = Period.parse(self.value or "")
        if not period:
            return self.text or (self.value or "an unknown time")
        shown = period.show()
        return f"{self.text} ({shown})" if self.text and self.text.casefold() != shown.casefold() else shown


@dataclass(frozen=True, slots=True)
class Place:
    """A place by name; `within` are names of what it lies in (region, country), as a gazetteer tells."""

    name: str
    within: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Place | None":
        """ "Bergen, Norway" lies in Norway; None for no letters."""
        names = [each.strip() for each in text.split(",") if any(map(str.isalpha, each))]
        return cls(names[0], tuple(names[1:])) if names else None

    def compare(self, other: "Place") -> Comparison:
        """Same name, one within the other (compatible), apart where both are known to lie elsewhere (different)."""
        mine, yours = fold(self.name), fold(other.name)
        if mine == yours:
            return Comparison("same", f"Both say {self.name}.")
        if mine in map(fold, other.within) or yours in map(fold, self.within):
            return Comparison("compatible", f"{self.name} and {other.name}: one lies in the other.")
        if not self.within or not other.within:
            return Comparison("incomparable", f"It is not known how {self.name} and {other.name} lie to each other.")
        return Comparison("different", f"{self.name} and {other.name} are different places.")

    def show(self) -> str:
        """The name and what it lies in."""
        return ", ".join((self.name, *self.within))


@dataclass(frozen=True, slots=True)
class Person:
    """A person by name; spelling and forenames may be missing, so only whole names can differ."""

    name: str

    @classmethod
    def parse(cls, text: str) -> "Person | None":
        """None for no letters."""
        return cls(" ".join(text.split())) if any(map(str.isalpha, text)) else None

    def compare(self, other: "Person") -> Comparison:
        """Same words, the words of one among the other's (compatible), else different."""
        mine, yours = fold(self.name).split(), fold(other.name).split()
        if mine == yours:
            return Comparison("same", f"Both name {self.name}.")
        if set(mine) <= set(yours) or set(yours) <= set(mine):
            return Comparison("compatible", f"{self.name} and {other.name} may be one person.")
        return Comparison("different", f"{self.name} and {other.name} are different names.")

    def show(self) -> str:
        """The name."""
        return self.name


@dataclass(frozen=True, slots=True)
class Office:
    """A role by its title: "deputy foreign minister"; `former` and rank words tell offices apart."""

    title: str
    former: bool = False

    @classmethod
    def parse(cls, text: str) -> "Office | None":
        """A leading "former", "ex-" or "then" is taken off the title; None for no letters."""
        words = re.sub(r"\bex-", "ex ", text.lower()).split()
        former = bool(words) and words[0] in {"former", "ex", "late", "then", "one-time"}
        title = " ".join(words[1:] if former else words)
        return cls(title, former) if any(map(str.isalpha, title)) else None

    def compare(self, other: "Office") -> Comparison:
        """Same words; compatible unless only a rank word, or being in office, sets them apart (different)."""
        ours, theirs = self.show(), other.show()
        mine, yours = _title_words(self.title), _title_words(other.title)
        ranks = (mine & _RANKS) ^ (yours & _RANKS)
        heads = bool((mine - _RANKS) & (yours - _RANKS))
        if mine == yours and self.former == other.former:
            return Comparison("same", f"Both give the title “{ours}”.")
        if heads and ranks:
            return Comparison("different", f"“{ours}” and “{theirs}” are offices of different rank.")
        if heads and self.former != other.former:
            return Comparison("different", f"“{ours}” and “{theirs}”: one is in office, the other no longer.")
        return Comparison("compatible", f"One person may be “{ours}” and “{theirs}”.")

    def show(self) -> str:
        """The title, with "former" where it is."""
        return f"former {self.title}" if self.former else self.title


@dataclass(frozen=True, slots=True)
class Degree:
    """How far a thing has got, by the modality that an account gives it."""

    modality: Modality

    @classmethod
    def parse(cls, text: str) -> "Degree | None":
        """None for a word that is no modality."""
        word = text.strip().lower()
        return cls(word) if word in _ORDER else None  # type: ignore[arg-type]

    def compare(self, other: "Degree") -> Comparison:
        """Same; next to each other on the scale, or on no common scale (compatible); further apart (different)."""
        ours, theirs = self.show(), other.show()
        if self.modality == other.modality:
            return Comparison("same", f"Both have it as {ours}.")
        (left, mine), (right, yours) = _ORDER[self.modality], _ORDER[other.modality]
        if min(mine, yours) < 0 < max(mine, yours) - 2:
            return Comparison("different", f"One has it as {ours}, the other as {theirs}.")
        if left == right and abs(mine - yours) >= 2 and min(mine, yours) >= 0:
            return Comparison("different", f"“{ours}” and “{theirs}” are {abs(mine - yours)} steps apart.")
        return Comparison("compatible", f"What is {ours} may also be {theirs}.")

    def show(self) -> str:
        """The word."""
        return self.modality


@dataclass(frozen=True, slots=True)
class Sign:
    """Whether a thing is affirmed or negated."""

    polarity: Polarity

    @classmethod
    def parse(cls, text: str) -> "Sign | None":
        """None for anything but "positive" and "negative"."""
        word = text.strip().lower()
        return cls(word) if word in {"positive", "negative"} else None  # type: ignore[arg-type]

    def compare(self, other: "Sign") -> Comparison:
        """Same or different; nothing lies between."""
        if self.polarity == other.polarity:
            return Comparison("same", f"Both have it as {self.show()}.")
        return Comparison("different", f"One has it as {self.show()}, the other as {other.show()}.")

    def show(self) -> str:
        """In words."""
        return "so" if self.polarity == "positive" else "not so"


_RANKS = frozenset(
    {"deputy", "vice", "acting", "interim", "assistant", "junior", "associate", "under", "first", "second", "outgoing"}
)
# scale and step; on one scale two steps or more apart differ. Commitment: from thought to agreement; certainty: from
# possible to said as a fact. Refused and denied stand below both.
_ORDER: dict[str, tuple[str, int]] = {
    "considered": ("commitment", 1), "discussed": ("commitment", 2), "desired": ("commitment", 2),
    "requested": ("commitment", 3), "proposed": ("commitment", 4), "planned": ("commitment", 5),
    "committed": ("commitment", 5), "agreed": ("commitment", 6),
    "conditional": ("certainty", 1), "possible": ("certainty", 1), "expected": ("certainty", 2),
    "reported": ("certainty", 3), "asserted": ("certainty", 3),
    "refused": ("commitment", -1), "denied": ("certainty", -1),
}  # fmt: skip


def _compared_periods(left: Period, right: Period, ours: str, theirs: str) -> Comparison:
    clocks = left.clock and right.clock and left.clock != right.clock and left.first == left.last
    if (left.first, left.last) == (right.first, right.last) and not clocks:
        return Comparison("same", f"“{ours}” and “{theirs}” are the same time.")
    if not left.overlaps(right):
        return Comparison("different", f"“{ours}” and “{theirs}” have no day in common.")
    if clocks and left.first == right.first and left.clock[0].isdigit() and right.clock[0].isdigit():
        return Comparison("different", f"“{ours}” and “{theirs}” are different hours of one day.", 0.7)
    return Comparison("compatible", f"“{ours}” and “{theirs}” may be the same time.")


def _compared_lengths(left: float, right: float, ours: str, theirs: str, loose: bool) -> Comparison:
    ratio = max(left, right) / min(left, right)
    if ratio < 1.005:
        return Comparison("same", f"“{ours}” and “{theirs}” are equally long.")
    if ratio < (1.5 if loose else 1.05):
        return Comparison("compatible", f"“{ours}” and “{theirs}” are about equally long.")
    return Comparison("different", f"“{ours}” and “{theirs}” are of different length.")


def _title_words(title: str) -> frozenset[str]:
    return frozenset(fold(title).split()) - {"the", "of", "a", "an", "s", "for"}
