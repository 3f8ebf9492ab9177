"""Date: two claims about one happening put it at times that have no day in common."""

from variorum.judge.rules.found import Found, Pairing
from variorum.judge.told import Told
from variorum.model.finding import Rule
from variorum.model.values import When

__all__ = ["RULES", "dated"]

RULES = (Rule("divergence.date", "The claims date one happening to times that have no day in common."),)
MIN_SAME = 0.5  # of the pair scorer: two happenings of one kind share most words and differ in their dates


def dated(pairing: Pairing) -> Found | None:
    """Where every calendar value of one claim is apart from every one of the other."""
    if pairing.same < MIN_SAME:
        return None
    mine, yours = _dates(pairing.left), _dates(pairing.right)
    if not mine or not yours:
        return None
    compared = [(a, b, a.compare(b)) for a in mine for b in yours]
    if any(c.verdict in ("same", "compatible") for _, _, c in compared):
        return None
    apart = [(a, b, c) for a, b, c in compared if c.verdict == "different"]
    if not apart:
        return None
    one, two, comparison = apart[0]
    return Found(
        kind="date",
        rule="divergence.date",
        values=(one.show(), two.show()),
        why=comparison.why,
        score=round(0.2 + 0.6 * pairing.same, 3),
        slot="date",
    )


def _dates(told: Told) -> list[When]:
    return [When.of(each) for each in told.timexes() if each.type in ("DATE", "TIME") and each.value and each.value[0].isdigit()]
