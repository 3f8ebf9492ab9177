"""Number: two claims about one thing give numbers of one unit that cannot both be right.

A number that the other claim also gives, next to a further one (a part beside its whole), is no difference.
"""

from variorum.judge.rules.found import Found, Pairing
from variorum.judge.told import Told
from variorum.model.finding import Rule
from variorum.model.values import Amount, Comparison

__all__ = ["RULES", "counted"]

RULES = (Rule("divergence.number", "The claims count the same thing and give numbers that cannot both be right."),)
MIN_SAME = 0.3  # of the pair scorer: a unit in common says more than words do
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


def _amounts(told: Told) -> list[Amount]:
    return [Amount.of(each) for each in told.quantities() if each.kind != "ordinal"]
