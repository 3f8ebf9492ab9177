"""Wording: one utterance that accounts quote in different words, one finding an utterance.

Quoted sentences of one speaker that have most of their words in common, in order, and part within. A quotation that is
merely cut shorter, or that an editor has filled in between brackets, is no divergence.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.judge.papers import is_paper
from variorum.judge.renderings import Change, Rendering, Words, changes, renderings
from variorum.judge.rules.found import Candidate, Found
from variorum.judge.rules.polarity import clip
from variorum.judge.told import Told, stems
from variorum.model.alignment import Alignment
from variorum.model.finding import Rule

__all__ = ["RULES", "reworded"]

RULES = (Rule("divergence.wording", "Accounts quote one utterance in different words."),)
COMMON = 0.6  # share of the shorter rendering's words that both have; chosen on the marked stories, not swept
UNNAMED = 0.65  # the same, where an account names no speaker
OTHER, MANY = 0.85, 10  # the same, and words in common, where they name two: a statement that two are said to have made
STEMS = 3  # content words that both have
OFTEN = 60  # renderings with a word, from which it tells nothing of which utterance they are
SHOWN = 3  # changes that the reason shows
CLIP = 9  # words of a change that the reason shows


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two renderings of one utterance, how alike they are, and where they part."""

    one: int
    two: int
    alike: float
    parts: tuple[Change, ...]

    @property
    def weight(self) -> tuple[int, float]:
        """How much the difference says: content words first."""
        return sum(min(each.content, 4) for each in self.parts), self.alike


def reworded(claims: Sequence[Told], alignment: Alignment) -> Iterator[Candidate]:  # noqa: ARG001  a story rule's form
    """For each utterance the two renderings that part most, with the accounts that have either."""
    quoted = tuple(renderings(claims))
    pairs = tuple(_pairs(quoted))
    home = list(range(len(quoted)))
    for pair in pairs:
        low, high = sorted((_root(home, pair.one), _root(home, pair.two)))
        home[high] = low
    utterances: dict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        utterances[_root(home, pair.one)].append(pair)
    for _, told in sorted(utterances.items()):
        parted = [pair for pair in told if pair.parts]
        if parted:
            yield _candidate(quoted, max(parted, key=lambda pair: (pair.weight, -pair.one, -pair.two)), told)


def _root(home: list[int], at: int) -> int:
    while home[at] != at:
        home[at] = home[home[at]]
        at = home[at]
    return at


def _pairs(quoted: Sequence[Rendering]) -> Iterator[_Pair]:
    """Renderings of two accounts that are one utterance: no two speakers, enough words in common."""
    content = [stems(" ".join(each.heard)) for each in quoted]
    places: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(content):
        for word in words:
            places[word].append(at)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for _, those in sorted(places.items()):
        if len(those) <= OFTEN:
            for at, one in enumerate(those):
                for two in those[at + 1 :]:
                    shared[one, two] += 1
    for (one, two), count in sorted(shared.items()):
        left, right = quoted[one], quoted[two]
        if count < STEMS or left.marked.id == right.marked.id:
            continue
        alike, parts = changes(left, right)
        if alike >= _least(left, right):
            yield _Pair(one, two, alike, parts if _two_named(left, right) else _telling(parts))


def _least(left: Rendering, right: Rendering) -> float:
    """How alike two renderings must be to be one utterance; what a paper says is none of a person's."""
    if _is_paper(left) != _is_paper(right):
        return 2.0
    if left.speaker is None or right.speaker is None:
        return UNNAMED
    if left.speaker == right.speaker:
        return COMMON
    return OTHER if min(len(left.words), len(right.words)) >= MANY else 2.0


def _is_paper(rendering: Rendering) -> bool:
    """Whether a suit, a report or the like is named as saying it."""
    return any(is_paper(told.claim.source.text) for told in rendering.told)


def _two_named(left: Rendering, right: Rendering) -> bool:
    """Whether the accounts themselves name two speakers of it."""
    one, two = _name(left), _name(right)
    return left.speaker != right.speaker and one != "" and two != "" and stems(one).isdisjoint(stems(two))


def _name(rendering: Rendering) -> str:
    """The speaker's name, where the account names him right with the words."""
    for told in rendering.told:
        name = told.name(rendering.speaker)
        if name and told.speaker == rendering.speaker and name.split()[-1] in told.claim.source.text:
            return name
    return ""


def _telling(parts: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes, if they say anything together."""
    return parts if any(each.content for each in parts) else ()


def _candidate(quoted: Sequence[Rendering], best: _Pair, told: Sequence[_Pair]) -> Candidate:
    """The finding, either side with the accounts whose renderings do not part from its own."""
    one, two = quoted[best.one], quoted[best.two]
    same = {best.one: {best.one}, best.two: {best.two}}
    for pair in told:
        for at, others in same.items():
            if not pair.parts and at in (pair.one, pair.two):
                others |= {pair.one, pair.two}
    both = {quoted[at].marked.id for at in same[best.one]} & {quoted[at].marked.id for at in same[best.two]}
    first = [quoted[at] for at in sorted(same[best.one]) if quoted[at].marked.id not in both]
    second = [quoted[at] for at in sorted(same[best.two]) if quoted[at].marked.id not in both]
    found = Found(
        kind="wording",
        rule=RULES[0].id,
        values=(one.text, two.text),
        why=_who(one, two) if _two_named(one, two) else _why(best.parts),
        score=round(0.5 + best.alike * min(best.weight[0] + 1, 4) / 10, 3),
        severity="tension",
        slot=f"wording:{min(one.text, two.text)[:40]}",
        between="accounts",
    )
    left = _claims(one, [each.first for each in best.parts], first)
    right = _claims(two, [each.second for each in best.parts], second)
    return Candidate(found, left, right, best.alike, grouped=False)


def _claims(own: Rendering, changed: Sequence[Words], others: Sequence[Rendering]) -> tuple[Told, ...]:
    """The claims that hold what changed, else the one that holds most of it; of other accounts, the latter."""
    held = [
        each
        for each in own.told
        if any(each.claim.span.start <= words.end and words.start <= each.claim.span.end for words in changed)
    ]
    rest = [_largest(each) for each in others if each.marked.id != own.marked.id]
    return tuple({told.key: told for told in (*(held or [_largest(own)]), *rest)}.values())


def _largest(rendering: Rendering) -> Told:
    return max(
        rendering.told,
        key=lambda each: min(each.claim.span.end, rendering.end) - max(each.claim.span.start, rendering.start),
    )


def _who(one: Rendering, two: Rendering) -> str:
    """The two speakers to whom one statement is given."""
    return f"One account gives these words to {_name(one)}, the other to {_name(two)}, in slightly other words."


def _why(parts: tuple[Change, ...]) -> str:
    """The words that part, in the order of the text; if some say something, without those that do not."""
    shown = [each for each in parts if each.content] or parts
    first = " … ".join(clip(each.first.text, CLIP) for each in shown[:SHOWN] if each.first.text)
    second = " … ".join(clip(each.second.text, CLIP) for each in shown[:SHOWN] if each.second.text)
    if first and second:
        return f"One account quotes “{first}” where the other quotes “{second}”."
    return f"One account quotes “{first or second}”, which the other leaves out without an ellipsis."
