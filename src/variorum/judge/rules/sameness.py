"""How likely two figures of two accounts are of one thing: which may be compared at all, and what a pair looks like.

Where both values stand in one account, it knows of two things; where another figure of the other account fits better,
this one is of something else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from variorum import lang
from variorum.judge.alike import kinds, people
from variorum.judge.figures import Figure, figures
from variorum.judge.told import Told, stems
from variorum.model.alignment import Alignment, Key
from variorum.model.amounts import Amount, Comparison

__all__ = ["FEATURES", "Likeness", "differing", "features_of", "likeness", "one_value", "turns"]

FEATURES = ("ratio", "same", "near", "thing", "head", "traits", "whole", "better", "one", "lead", "turn")
WIDEST = 15.0  # ratio beyond which two figures belong to different things; "tens" against "hundreds of thousands" is 10
CROWDED = 600  # figures of one kind from which only those in aligned claims are compared, lest pairs outgrow memory
NEARLY = 1.05  # ratio up to which two loose figures are one, and two lengths of time, months being of uneven length
VAGUE = 4.0  # ratio of its bounds from which a figure is one in words of size alone: "hundreds of", "dozens of"
_WAYS = frozenset(("from", "to", "by"))
_RUN = frozenset(("first", "last", "final", "next", "past", "previous"))
_SHARES = frozenset(("percent", "fraction"))

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """All figures of a story; `fits` says how alike the words around two figures are that may be compared.

    Of each figure: `best` is the best fit that it has in an account, `given` the accounts that have its value.
    """

    found: tuple[Figure, ...]
    weights: Mapping[str, float]
    same: Mapping[tuple[Key, Key], float]
    fits: Mapping[Place, float]
    best: Mapping[tuple[int, str], float]
    given: tuple[frozenset[str], ...]

    def weight(self, stems_: frozenset[str]) -> float:
        """What stems tell, rare ones more than common ones."""
        return sum(self.weights.get(stem, 0.0) for stem in stems_)

    def overlap(self, left: frozenset[str], right: frozenset[str]) -> float:
        """The share that two sets have in common, of the lesser one."""
        least = min(self.weight(left), self.weight(right))
        return self.weight(left & right) / least if least > 0 else 0.0


def likeness(claims: Sequence[Told], alignment: Alignment) -> Likeness:
    """The figures of a story with all that comparing them needs."""
    found = figures(claims)
    seen = Counter(stem for told in claims for stem in kinds(stems(told.claim.text)))
    weights = {stem: log((len(claims) + 1) / (count + 0.5)) for stem, count in seen.items()}
    same = {
        place: pair.same for pair in alignment.pairs for place in ((pair.left, pair.right), (pair.right, pair.left))
    }
    bare = Likeness(found, weights, same, {}, {}, ())
    fits: dict[Place, float] = {}
    best: dict[tuple[int, str], float] = {}
    given = [{each.told.key.account} for each in found]
    for left, right in _comparable(found, same):
        fit = fits[left, right] = fits[right, left] = _fit(bare, found[left], found[right])
        equal = _given(found[left].amount, found[right].amount)
        for one, two in ((left, right), (right, left)):
            account = found[two].told.key.account
            best[one, account] = max(fit, best.get((one, account), fit))
            if equal:
                given[one].add(account)
    return replace(bare, fits=fits, best=best, given=tuple(map(frozenset, given)))


def differing(table: Likeness) -> Iterator[tuple[int, int, Comparison]]:
    """Pairs of figures that differ, leaving out those that are plainly of two things."""
    for left, right in sorted(place for place in table.fits if place[0] < place[1]):
        one, two = table.found[left], table.found[right]
        comparison = _compared(one.amount, two.amount)
        if (
            comparison.verdict == "different"
            and not _of_two(one, two)
            and not any(_sums(table, here, there) for here, there in ((left, right), (right, left)))
            and table.given[left].isdisjoint(table.given[right])
        ):
            yield left, right, comparison


def features_of(table: Likeness, left: int, right: int) -> tuple[float, ...]:
    """What a pair looks like, parallel to FEATURES."""
    one, two = table.found[left], table.found[right]
    best, other = table.best[left, two.told.key.account], table.best[right, one.told.key.account]
    shared_traits = bool(one.traits & two.traits)
    return (
        log(_gap(one.amount, two.amount)),
        table.same.get((one.told.key, two.told.key), 0.0),
        table.overlap(one.near, two.near),
        float(bool(one.things & two.things)),
        float(bool(kinds(one.head) & kinds(two.head))),
        float(shared_traits) - float(bool(one.traits) and bool(two.traits) and not shared_traits),
        float(bool(one.words & turns("whole")) != bool(two.words & turns("whole"))),
        best + other - 2 * table.fits[left, right],
        float(min(_middle(one.amount), _middle(two.amount)) == 1),
        float(bool(one.lead) and one.lead == two.lead),
        float(_turn(one) * _turn(two)),
    )


def _comparable(found: Sequence[Figure], same: Mapping[tuple[Key, Key], float]) -> Iterator[Place]:
    """Figures of two accounts with one unit, or that count one kind of thing; of very many only the aligned ones."""
    shelves: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, each in enumerate(found):
        shelves_of = {"people"} if each.head & people() else set()
        kind = "share" if each.amount.kind in _SHARES else each.amount.kind
        for name in {""} if kind == "share" else kinds(each.head) | shelves_of:
            shelves[kind, f"{name} {each.per}" if kind == "money" else name].append(at)
    pairs = {
        (left, right)
        for shelf in shelves.values()
        for position, left in enumerate(shelf)
        for right in shelf[position + 1 :]
        if found[left].told.key.account != found[right].told.key.account
        and (len(shelf) <= CROWDED or (found[left].told.key, found[right].told.key) in same)
    }
    return iter(sorted(pairs))


def _fit(table: Likeness, one: Figure, two: Figure) -> float:
    near, clause = table.overlap(one.near, two.near), table.overlap(one.clause, two.clause)
    return near + clause + _turn(one) * _turn(two) + table.same.get((one.told.key, two.told.key), 0.0)


def _of_two(one: Figure, two: Figure) -> bool:
    """Whether the figures are plainly of two things: orders apart, of other people, of other times."""
    if _ratio(one.amount, two.amount) > WIDEST or one.told.claim.polarity != two.told.claim.polarity:
        return True
    if one.who and two.who and not one.who & two.who:
        return True
    if _window(one) or _window(two) or one.added != two.added:
        return True
    if one.amount.kind == "money" and not one.things & two.things:
        return True
    if one.amount.kind not in ("count", "money") and not one.near & two.near:
        return True
    if one.lead != two.lead and one.lead in _WAYS and two.lead in _WAYS:
        return True
    if _turn(one) * _turn(two) < 0:
        return True
    compared = [mine.compare(yours).verdict for mine in one.days for yours in two.days]
    return bool(compared) and all(verdict == "different" for verdict in compared)


def _sums(table: Likeness, part: int, whole: int) -> bool:
    """Whether a figure and others of its claim make up the other one: "17 men and one woman" are 18 people."""
    one, two = table.found[part], table.found[whole]
    if one.amount.kind != "count" or two.amount.low is None or two.amount.low != two.amount.high:
        return False
    first = last = part
    while first and table.found[first - 1].told.key == one.told.key:
        first -= 1
    while last + 1 < len(table.found) and table.found[last + 1].told.key == one.told.key:
        last += 1
    parts = [each.amount.low for each in table.found[first : last + 1] if each.amount.kind == "count"]
    return len(parts) > 1 and sum(low or 0.0 for low in parts) == two.amount.low


def _window(figure: Figure) -> bool:
    """Whether it only tells how many of a run are looked at: "scored on their first two drives"."""
    return figure.amount.kind == "count" and figure.lead in _RUN


def _turn(figure: Figure) -> int:
    """-1 for a figure from before a change, 1 for one after it, 0 where the account does not say."""
    return bool(figure.words & turns("later")) - bool(figure.words & turns("earlier"))


def one_value(one: Figure, two: Figure) -> bool:
    """Whether two figures may be one: "about 12 feet" and "10 to 12 feet" may."""
    return one.amount.kind == two.amount.kind and _compared(one.amount, two.amount).verdict in ("same", "compatible")


def _given(one: Amount, two: Amount) -> bool:
    """Whether two numbers are one: "more than 121 billion" and "about 121 billion" are."""
    verdict = _compared(one, two).verdict
    if _vague(one) or _vague(two):  # "thousands" were killed elsewhere: that is neither of two numbers
        return verdict == "same"
    return verdict == "same" or (verdict == "compatible" and _ratio(one, two) < NEARLY)


def _vague(amount: Amount) -> bool:
    return bool(amount.low and amount.high and amount.high > VAGUE * amount.low)


@lru_cache(maxsize=65_536)
def _compared(one: Amount, two: Amount) -> Comparison:
    """The two numbers, whatever their units are called; a share in words as percent, twelve months as a year."""
    found = _bare(one).compare(_bare(two))
    if one.kind == "time" and found.verdict == "different" and _ratio(one, two) < NEARLY:
        return replace(found, verdict="same")
    return found


def _bare(amount: Amount) -> Amount:
    factor = 100.0 if amount.kind == "fraction" else 1.0
    low, high = (None if each is None else each * factor for each in (amount.low, amount.high))
    return Amount(low, high, "", "count", amount.text, amount.approximator)


def _ratio(one: Amount, two: Amount) -> float:
    """How many times the greater is the lesser; beyond WIDEST where one of them is nothing."""
    mine, yours = _middle(one), _middle(two)
    return max(mine, yours) / min(mine, yours) if mine and yours else WIDEST + 1


def _gap(one: Amount, two: Amount) -> float:
    """How far apart two figures are, as a ratio; two in words of size ("tens", "hundreds of thousands") by the steps
    that lie between them, since each names two of its unit at least and stays below the next."""
    if not (_vague(one) and _vague(two)):
        return _ratio(one, two)
    less, more = sorted((one, two), key=_middle)
    return max(1.0, (more.low or 0.0) / 2 / (less.high or 1.0))


def _middle(amount: Amount) -> float:
    """The geometric middle of the interval, or its one bound; 0 where it has none."""
    factor = 100.0 if amount.kind == "fraction" else 1.0
    ends = [abs(each) * factor for each in (amount.low, amount.high) if each]
    return (ends[0] * ends[-1]) ** 0.5 if ends else 0.0


def turns(kind: str) -> frozenset[str]:
    """Words of a kind: earlier, later, whole, moving."""
    return lang.words("en", "turns", kind=kind)
