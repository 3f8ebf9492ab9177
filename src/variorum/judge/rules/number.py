"""Number: two claims about one thing give numbers of one unit that cannot both be right.

A number that the other claim also gives, next to a further one (a part beside its whole), is no difference.
"""

from variorum.judge.rules.found import Found, Pairing
from variorum.judge.rules.polarity import same_statement
from variorum.judge.told import Told, stems
from variorum.model.finding import Rule
from variorum.model.values import Amount, Comparison

__all__ = ["RULES", "counted"]

RULES = (Rule("divergence.number", "The claims count the same thing and give numbers that cannot both be right."),)
MIN_SAME = 0.3  # of the pair scorer: a unit in common says more than words do
SURE = 0.6  # of the pair scorer: under it the claims must share their words too, and count something that has a name
LIKELY = 0.4  # under SURE and over this, a thing counted by name ("casualties", not "people") is enough
_ANYONE = frozenset(stem for word in ("people", "person", "year", "day", "time") for stem in stems(word))
WIDEST = 15.0  # ratio beyond which two figures belong to different things; "tens" against "hundreds of thousands" is 10
MIN_UNIT = 0.8  # of the comparison: below, the units are only near ("people" and "casualties")


def counted(pairing: Pairing) -> Found | None:
    """The widest difference between numbers of one unit, where no number of the pair agrees."""
    if pairing.same < MIN_SAME:
        return None
    best: tuple[float, Amount, Amount, Comparison] | None = None
    for mine in _amounts(pairing.left):
        for yours in _amounts(pairing.right):
            comparison = mine.compare(yours)
            if comparison.verdict in ("same", "compatible") and comparison.score >= 0.8:
                return None
            if (
                comparison.verdict == "different"
                and comparison.score >= MIN_UNIT
                and _near(pairing, mine, yours)
                and (best is None or comparison.score > best[0])
            ):
                best = (comparison.score, mine, yours, comparison)
    if best is None:
        return None
    _, mine, yours, comparison = best
    return Found(
        kind="number",
        rule="divergence.number",
        values=(mine.show(), yours.show()),
        why=comparison.why,
        score=round(0.25 + 0.5 * pairing.same + 0.2 * comparison.score, 3),
        slot=f"number:{mine.unit}",
    )


def _near(pairing: Pairing, mine: Amount, yours: Amount) -> bool:
    """Whether the two figures may answer one question: not orders apart, and the claims alike enough for their kind."""
    one, two = _middle(mine), _middle(yours)
    if not one or not two or max(one, two) / min(one, two) > WIDEST:
        return False
    if pairing.grouped or pairing.same >= SURE:
        return True
    if mine.kind not in ("count", "measure") or not stems(mine.unit) & stems(yours.unit) - _ANYONE:
        return False
    return (mine.kind == "count" and pairing.same >= LIKELY) or same_statement(pairing.left, pairing.right)


def _middle(amount: Amount) -> float:
    """The geometric middle of the interval, or its one bound; 0 where it has none."""
    ends = [abs(each) for each in (amount.low, amount.high) if each]
    return (ends[0] * ends[-1]) ** 0.5 if ends else 0.0


def _amounts(told: Told) -> list[Amount]:
    return [Amount.of(each) for each in told.quantities() if each.kind != "ordinal"]
