"""Figures: every number that an account gives, with what it counts or measures and the words that tell of what.

Amounts and lengths of time alike (ages are `attribute`’s); each is cited by the shortest claim that holds it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum import lang
from variorum.judge.alike import kinds
from variorum.judge.told import Told, stems
from variorum.model.amounts import Amount
from variorum.model.markup import Argument, Timex
from variorum.model.periods import Duration
from variorum.model.text import Span
from variorum.model.values import When

__all__ = ["Figure", "figures"]

BEFORE, AFTER = 6, 5  # words to either side of a figure that tell of what it is
SHORT = 4  # words up to which all of an argument tell what it is
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BREAK = re.compile(r"[;:()]")
_PAUSE = re.compile(r"[,;:()]")
_SCALES = frozenset(("million", "billion", "trillion", "thousand", "hundr", "percent", "cent", "per"))
_PER = re.compile(r"[\s-]?(?:an?|per|each|every)[\s-](?P<one>[a-z]{3,20})|/(?P<two>[a-z]{3,20})", re.IGNORECASE)
_LEAD = re.compile(
    r"(?P<lead>[a-z]{1,20})\s(?:(?:about|around|some|nearly|almost|roughly|up|more|less|than|over|under|at|least|an?|the|just"
    r"|only|as|much|many|estimated|another)\s){0,4}$",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"\b(?P<what>[a-z]{4,20})(?:-|\s(?:of|at|is|was)\s(?:(?:about|around|some|nearly|almost|roughly|up|more|less|than|over"
    r"|under|at|least|just|only|an|estimated)\s){0,4})$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s(?:more|others?|further|additional|extra|final|last)\b(?!\sthan\b)", re.IGNORECASE)
_ANOTHER = re.compile(r"(?:another|an?\s(?:further|additional|extra))\b", re.IGNORECASE)
_SCORED = re.compile(r"[-–]\d|(?:st|nd|rd|th)\b")
_SCORE = re.compile(r"\d[-–]$")
_RECKON = frozenset(("put", "place", "set", "count", "estimate", "reckon", "calculate", "find", "give", "cite", "tell"))
_OPEN = {"MORE_THAN": (1, 0), "EQUAL_OR_MORE": (1, 0), "LESS_THAN": (0, 1), "EQUAL_OR_LESS": (0, 1)}
_ABOUT = 0.15  # "about ten minutes" reaches as far as an amount's "about" does


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one account. Stems are of kinds of things, so that "bid" meets "offer".

    `head` is what is counted, or the unit; `traits` tell which of them; `things` what the amount is of; `near` are the
    words around it; `lead` the one before it ("from", "to"); `per` what it is a rate of; `days` when, by the claim.
    """

    told: Told
    start: int
    amount: Amount
    head: frozenset[str]
    traits: frozenset[str]
    things: frozenset[str]
    near: frozenset[str]
    clause: frozenset[str]
    words: frozenset[str]
    lead: str
    per: str
    days: tuple[When, ...]
    who: frozenset[str]
    added: bool

    @property
    def place(self) -> tuple[str, int]:
        """Account and place, which no other figure has."""
        return self.told.key.account, self.start


@dataclass(frozen=True, slots=True)
class _Found:
    told: Told
    span: Span
    amount: Amount


def figures(claims: Sequence[Told]) -> tuple[Figure, ...]:
    """All of a story, by account and place."""
    best: dict[tuple[str, int], _Found] = {}
    for told in claims:
        for each in _found(told):
            place = (told.key.account, each.span.start)
            if place not in best or len(told.claim.span) < len(best[place].told.claim.span):
                best[place] = each
    return tuple(_figure(best[place]) for place in sorted(best))


def _found(told: Told) -> Iterator[_Found]:
    for quantity in told.quantities():
        if quantity.kind != "ordinal" and not _in_other(told, quantity.span):
            yield _Found(told, quantity.span, Amount.of(quantity))
    for timex in told.timexes():
        amount = _length(timex)
        if amount:
            yield _Found(told, timex.span, amount)


def _in_other(told: Told, span: Span) -> bool:
    """Whether the number is a piece of a score or of an ordinal: "won 52-3", "the 1,000th"."""
    text = told.marked.account.text
    return bool(_SCORED.match(text, span.end) or _SCORE.search(text[max(0, span.start - 8) : span.start]))


def _length(timex: Timex) -> Amount | None:
    """A length of time in days, with the bounds of its looseness."""
    length = Duration.parse(timex.value or "") if timex.type == "DURATION" else None
    if not length or not length.days or timex.text.casefold().endswith("-old"):
        return None
    low: float | None = length.days
    high: float | None = length.days
    if timex.mod in _OPEN:
        low, high = (low, None) if _OPEN[timex.mod][0] else (None, high)
    elif timex.mod == "APPROX":
        low, high = length.days * (1 - _ABOUT), length.days * (1 + _ABOUT)
    return Amount(low, high, "time", "time", timex.text, timex.mod)


def _figure(found: _Found) -> Figure:
    told, span = found.told, found.told.claim.span
    text = told.marked.account.text
    after = text[found.span.end : span.end]
    before = text[span.start : found.span.start]
    per = _PER.match(after)
    head, traits = _counted(found.amount)
    head = head or _property(before)
    following = _WORD.findall(_BREAK.split(after, maxsplit=1)[0])[:AFTER]
    leading = _WORD.findall(_BREAK.split(before)[-1])[-BEFORE:]
    beside = (word for word in following if word.casefold() != "first")  # "28 yards on the first play"
    lead = _LEAD.search(before[-80:])
    around = kinds(stems(" ".join((*leading, *following))))
    return Figure(
        told=told,
        start=found.span.start,
        amount=found.amount,
        head=head,
        traits=traits,
        things=_things(found, after, before, rate=per is not None),
        near=around - kinds(head),
        clause=kinds(stems(told.claim.text)),
        words=frozenset(word.casefold() for word in (*leading, *_WORD.findall(found.amount.text), *beside)),
        lead=lead["lead"].casefold() if lead else "",
        per=(per["one"] or per["two"]).casefold() if per else "",
        days=tuple(When.of(each) for each in told.timexes() if _dated(each)),
        who=_person(told),
        added=bool(_MORE.match(after) or _ANOTHER.match(found.amount.text)),
    )


def _person(told: Told) -> frozenset[str]:
    """The names of the person who is the subject of the claim's verb, in a passive of the one who is its object.

    One who only reckons ("she puts it at nine miles") does not do what the figure is of.
    """
    frame, argument = told.claim.frame, told.argument("agent") or told.argument("patient")
    entity = told.entity(argument.referent) if argument else None
    if entity is None or told.entities[entity].kind != "person":
        return frozenset()
    if frame and frame.predicate.split()[0] in _RECKON:
        return frozenset()
    return stems(" ".join((told.entities[entity].name, *told.entities[entity].aliases)))


def _dated(timex: Timex) -> bool:
    return timex.type in ("DATE", "TIME") and bool(timex.value) and timex.value[0].isdigit()  # type: ignore[index]


def _counted(amount: Amount) -> tuple[frozenset[str], frozenset[str]]:
    """What is counted and of which kind; of a measure or money, its unit."""
    words = amount.unit.split()
    if amount.kind != "count":
        return frozenset({amount.unit}), frozenset()
    if words and words[-1] in lang.words("en", "states"):
        words = words[:-1] or ["people"]
    return (stems(words[-1]) if words else frozenset()), stems(" ".join(words[:-1]))


def _property(before: str) -> frozenset[str]:
    """What a number without a unit is a reading of: "a population of 900", "a magnitude-5 quake"."""
    named = _OF_WHAT.search(before[-80:])
    return stems(named["what"]) if named else frozenset()


def _things(found: _Found, after: str, before: str, *, rate: bool) -> frozenset[str]:
    """The nouns that the amount is of: "a $5 million fine", "a fine of $5 million", "the fine was $5 million"."""
    things: set[str] = set()
    if not rate:
        for word in _run(after):
            things |= stems(word)
    lead = _LEAD.search(before[-80:])
    if lead and lead["lead"].casefold() in ("of", "worth", "totalling", "totaling", "costing", "valued"):
        for word in _WORD.findall(before[-80:][: lead.start()])[-2:]:
            things |= stems(word)
    frame = found.told.claim.frame
    for argument in frame.arguments if frame else ():
        inside = argument.span.start <= found.span.start < argument.span.end
        if inside and argument.role in ("patient", "agent", "in", "on", "with", "of"):
            things |= stems(argument.head)
        if inside and argument.role in ("to", "from", "by", "at", "for", "complement"):
            changed = found.told.argument("patient") or found.told.argument("agent")
            things |= stems(_noun(found.told, changed)) if changed and changed is not argument else set()
    return kinds(things - _SCALES)


def _noun(told: Told, argument: Argument) -> str:
    """A short argument's words ("the deal's value"), of a longer one its head."""
    words = told.words(argument)
    return words if len(words.split()) <= SHORT else argument.head


def _run(after: str) -> Iterator[str]:
    """Words straight after a figure up to the first small one: "$5 million in back taxes for" → back, taxes."""
    started = False
    for word in _WORD.findall(_PAUSE.split(after, maxsplit=1)[0])[:AFTER]:
        bare = re.split("['’]", word)[0]
        if not started and bare.casefold() in ("in", "of", "worth"):
            continue
        if not stems(bare):
            return
        started = True
        yield bare
