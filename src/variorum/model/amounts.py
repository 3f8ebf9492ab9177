"""Numbers as closed intervals of a unit, and how two of them compare; with what a comparison of any kind is.

The bounds of "about 10" or "tens of thousands" are set where the words are read; here only intervals meet.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from variorum.model.markup import Quantity

__all__ = ["Amount", "Comparison", "Verdict", "fold"]

Verdict = Literal["same", "compatible", "different", "incomparable"]

FAR = 2.0  # one who knows of 24 does not say "at least 12": Grice's maxim of quantity (1975)
ROUNDING = 0.05  # a round figure and an exact one agree if the exact one rounds to it and lies this near
_NUMBER = r"\d[\d,]{0,30}(?:\.\d{1,12})?"
_FIGURE = re.compile(rf"(?P<low>{_NUMBER})(?:\s?(?:-|–|to)\s?(?P<high>{_NUMBER}))?(?P<rest>\D{{0,80}})")
_SCALES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9,
    "tn": 1e12, "trillion": 1e12,
}  # fmt: skip
_PEOPLE = frozenset({"people", "person", "individual", "human"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two values of a kind relate, and why, in one sentence; `score` is lower where the units are only near."""

    verdict: Verdict
    why: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the closed interval `[low, high]` (None: open) of a unit; `text` is how the account puts it."""

    low: float | None
    high: float | None
    unit: str = ""
    kind: str = "count"
    text: str = ""
    approximator: str | None = None

    @classmethod
    def of(cls, quantity: Quantity) -> "Amount":
        """The amount of a quantity that an account gives."""
        return cls(quantity.low, quantity.high, quantity.unit, quantity.kind, quantity.text, quantity.approximator)

    @classmethod
    def parse(cls, text: str) -> "Amount | None":
        """An amount in figures, "1,000", "10-15 people", "1.2bn"; words are for the annotating step. None if unread."""
        match = _FIGURE.fullmatch(text.strip())
        if not match:
            return None
        rest = match["rest"].split()
        scale = _SCALES.get(rest[0].lower(), 1.0) if rest else 1.0
        unit = " ".join(rest[1:] if scale != 1.0 else rest)
        low = float(match["low"].replace(",", "")) * scale
        high = float((match["high"] or match["low"]).replace(",", "")) * scale
        return cls(low, high, unit, text=text.strip()) if low <= high else None

    def compare(self, other: "Amount") -> Comparison:
        """Same interval, overlapping or rounded (compatible), apart (different); other units are incomparable."""
        ours, theirs = self.show(), other.show()
        score = _nearness(self, other)
        if not score:
            return Comparison("incomparable", f"“{ours}” and “{theirs}” count different things.")
        left, right = _scaled(self), _scaled(other)
        if None in left + right and left == right:
            return Comparison("same", f"Both say “{ours}”.", score)
        if left == right:
            return Comparison("same", f"“{ours}” and “{theirs}” are the same number.", score)
        if _apart(left, right):
            if _rounds(left, right) or _rounds(right, left):
                return Comparison("compatible", f"“{ours}” and “{theirs}” agree after rounding.", score)
            return Comparison("different", f"“{ours}” and “{theirs}” cannot both be right.", score)
        if self.approximator and other.approximator and _missed(left, right):
            return Comparison("different", f"“{ours}” would hardly be said where “{theirs}” is meant.", score * 0.8)
        if _far(left, right) or _far(right, left):
            return Comparison("different", f"“{ours}” would hardly be said where “{theirs}” is meant.", score * 0.7)
        return Comparison("compatible", f"“{ours}” and “{theirs}” may both be right.", score)

    def show(self) -> str:
        """As the account puts it, else the bounds: "10 to 15 people", "at least 12"."""
        if self.text:
            return self.text
        if self.low is None or self.high is None:
            bound = f"at least {_plain(self.low)}" if self.low is not None else f"at most {_plain(self.high)}"
            return f"{bound} {self.unit}".strip()
        both = _plain(self.low) if self.low == self.high else f"{_plain(self.low)} to {_plain(self.high)}"
        return f"{both} {self.unit}".strip()


def fold(text: str) -> str:
    """Lower case, no accents, single spaces: what names are compared by."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(re.sub(r"[^\w]+", " ", plain.casefold()).split())


def _plain(number: float | None) -> str:
    if number is None:
        return "?"
    return f"{int(number):,}" if number == int(number) else f"{number:,.12g}"


def _nearness(left: Amount, right: Amount) -> float:
    """1 for one unit, less for units where one is the more general, 0 for different things."""
    shares = {"percent", "fraction"}
    if left.kind in shares and right.kind in shares:
        same = (
            fold(left.unit) == fold(right.unit)
            or not left.unit
            or not right.unit
            or {left.unit, right.unit} & {"percent"}
        )
        return 1.0 if same or "percent" in {left.unit, right.unit} else 0.7
    if left.kind != right.kind:
        return 0.0
    mine, yours = fold(left.unit).split(), fold(right.unit).split()
    if mine == yours:
        return 1.0
    if left.kind in {"money", "measure", "percent"}:
        return 0.0
    if not mine or not yours:
        return 0.5
    nested = set(mine) <= set(yours) or set(yours) <= set(mine)
    return 0.8 if nested else (0.5 if set(mine) & _PEOPLE or set(yours) & _PEOPLE else 0.0)


def _scaled(amount: Amount) -> tuple[float | None, float | None]:
    factor = 100.0 if amount.kind == "fraction" else 1.0
    return tuple(None if each is None else round(each * factor, 9) for each in (amount.low, amount.high))  # type: ignore[return-value]


def _apart(left: tuple[float | None, float | None], right: tuple[float | None, float | None]) -> bool:
    below = left[1] is not None and right[0] is not None and left[1] < right[0]
    above = right[1] is not None and left[0] is not None and right[1] < left[0]
    return below or above


def _missed(left: tuple[float | None, float | None], right: tuple[float | None, float | None]) -> bool:
    """Whether of two loose figures ("about 150", "about 200") neither lies within the other's reach."""
    if None in left + right:
        return False
    mine, yours = ((low or 0.0) / 2 + (high or 0.0) / 2 for low, high in (left, right))
    return not (left[0] <= yours <= left[1] or right[0] <= mine <= right[1])  # type: ignore[operator]


def _far(open_side: tuple[float | None, float | None], other: tuple[float | None, float | None]) -> bool:
    """Whether the other lies far beyond the bound of an open interval."""
    low, high = open_side
    if low is not None and high is None and low > 0:
        return other[0] is not None and other[1] is not None and other[0] >= FAR * low
    if high is not None and low is None:
        return other[1] is not None and other[0] is not None and other[1] * FAR <= high
    return False


def _rounds(coarse: tuple[float | None, float | None], fine: tuple[float | None, float | None]) -> bool:
    """Whether a round exact figure is what the other exact figure rounds to."""
    if coarse[0] is None or fine[0] is None or coarse[0] != coarse[1] or fine[0] != fine[1]:
        return False
    round_one, exact = coarse[0], fine[0]
    if abs(round_one) < 100 and round_one == int(round_one) and exact == int(exact):
        return False
    digits = len(f"{round_one:.12g}".replace(".", "").replace("-", "").strip("0")) or 1
    return abs(exact - round_one) <= ROUNDING * abs(exact) and float(f"{exact:.{digits}g}") == round_one
