"""Renderings: the sentences that accounts quote, and in which words two of them part.

Words are compared as they are heard: capitals, marks, hyphens, contractions, spellings and figures do not part them.
What stands in an editor's brackets, and what an ellipsis leaves out, parts no rendering from another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from variorum.judge.told import Told, stems
from variorum.lang.digits import digits
from variorum.model.markup import AnnotatedAccount

__all__ = ["Change", "Rendering", "changes", "renderings"]

MIN_WORDS = 4  # shorter quotations share words by chance
_SLIGHT = frozenset({
    "upon", "while", "whilst", "among", "amongst", "toward", "towards", "until", "till", "going", "mr", "mrs", "ms",
    "president", "madam", "minister", "ladies", "gentlemen",
})  # fmt: skip
_WEIGHTY = frozenset({
    "all", "some", "any", "most", "more", "only", "both", "must", "may", "might", "can", "could", "should", "before",
    "after", "over", "under", "against", "without", "if",
})  # fmt: skip
_POINTING = frozenset({"it", "he", "she", "they", "them", "him", "this", "that"})
_LEADING = frozenset({"as", "to", "of", "for", "in", "on", "at", "by", "with", "from", "about", "regarding"})
ROOT = 6  # letters that two forms of one word share at their start: "memoranda", "memorandums"; chosen, not swept
AROUND = 3  # words about a change in which the other account may have the word in another form
ENDS = 6  # words at either end that another account may have put otherwise; beyond, it quotes another passage
_WORD = re.compile(
    r"(?P<gap>\[(?:[^\[\]]{2,80}|[^\w\[\]])\]|\([^()]{1,80}\)|…|\.{3,}|(?:\. ){2}\.)"
    r"|(?P<word>(?:\[\w\])?[^\W_]+(?:\[\w{1,3}\])?(?:['’‘-][^\W_]+)*)"
)
_SHORT = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "'m": "am"}
_SPELLED = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=\w)([iy])s(e[ds]?|ing|ation|ations)$", r"\1z\2"),
        (r"(?<=\w\w)our(?=\w*$)", "or"),
        (r"(?<=\w)([bt])re(s?)$", r"\1er\2"),
        (r"^(\d+)(?:st|nd|rd)$", r"\1th"),
        (r"(?<=\w\w)ence(s?)$", r"ense\1"),
        (r"(?<=\w)ll(ed|ing|er|ers)$", r"l\1"),
        (r"(?<=\w)ogue(s?)$", r"og\1"),
        (r"^(program)me(s?)$", r"\1\2"),
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is heard, "" for a gap, and its place in the account."""

    heard: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an account, as `[start, end)` of its text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """A sentence, or part of one, that an account quotes, as `[start, end)` of its text; `speaker` is the story's."""

    marked: AnnotatedAccount
    start: int
    end: int
    words: tuple[Word, ...]
    speaker: int | None
    told: tuple[Told, ...]

    @property
    def text(self) -> str:
        """The words as the account has them."""
        return self.marked.account.text[self.start : self.end]

    @property
    def heard(self) -> tuple[str, ...]:
        """The words as they are heard."""
        return tuple(word.heard for word in self.words)


@dataclass(frozen=True, slots=True)
class Change:
    """Where two renderings part: words of either ("" for none), and how many content words only one has."""

    first: Words
    second: Words
    content: int


def renderings(claims: Sequence[Told]) -> Iterator[Rendering]:
    """The sentences within direct quotations that claims rest on, account by account."""
    accounts: dict[str, list[Told]] = {}
    for told in claims:
        accounts.setdefault(told.marked.id, []).append(told)
    for _, tolds in sorted(accounts.items()):
        marked = tolds[0].marked
        for quote in marked.quotes:
            if quote.kind != "direct":
                continue
            for sentence in marked.sentences:
                start, end = max(quote.span.start, sentence.span.start), min(quote.span.end, sentence.span.end)
                if start >= end:
                    continue
                words = words_of(marked.account.text, start, end)
                near = tuple(each for each in tolds if each.claim.span.start < end and start < each.claim.span.end)
                if len(words) >= MIN_WORDS and near:
                    speaker = near[0].entity(quote.speaker)
                    yield Rendering(marked, words[0].start, words[-1].end, words, speaker, near)


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `[start, end)` as they are heard; a contraction is two at one place."""
    found = []
    for match in _WORD.finditer(text, start, end):
        heard = [""] if match["gap"] else _heard(match["word"])
        found += [Word(each, match.start(), match.end()) for each in heard]
    return tuple(found)


def changes(one: Rendering, two: Rendering) -> tuple[float, tuple[Change, ...]]:
    """How much both have of the shorter and of their common stretch; where they part in it, or a little at its ends."""
    left, right = one.heard, two.heard
    least = min(sum(map(bool, left)), sum(map(bool, right)))
    blocks = [
        each
        for each in Levenshtein.opcodes(left, right)
        if each.tag == "equal" and any(left[each.src_start : each.src_end])
    ]
    if not least or not blocks:
        return 0.0, ()
    same = sum(bool(word) for each in blocks for word in left[each.src_start : each.src_end])
    if _holds(left, right) or _holds(right, left):
        return 1.0, ()
    reach = max(blocks[-1].src_end - blocks[0].src_start, blocks[-1].dest_end - blocks[0].dest_start)
    places = [(a.src_end, b.src_start, a.dest_end, b.dest_start) for a, b in pairwise(blocks)]
    first, last = blocks[0], blocks[-1]
    ends = [(0, first.src_start, 0, first.dest_start), (last.src_end, len(left), last.dest_end, len(right))]
    edges = [each for each in ends if _balanced(each)]
    found = [_change(one, two, each) for each in sorted((*_joined(places, left), *edges))]
    return same / max(least, reach), tuple(each for each in found if each)


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether one stands in the other, word for word."""
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _joined(places: list[tuple[int, int, int, int]], left: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Places with a single light word between them are one."""
    held: tuple[int, int, int, int] | None = None
    for each in places:
        if held and each[0] - held[1] == 1 and not stems(left[held[1]]):
            held = (held[0], each[1], held[2], each[3])
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _balanced(place: tuple[int, int, int, int]) -> bool:
    """Whether both renderings have something at their ends, and about as much."""
    one, two = place[1] - place[0], place[3] - place[2]
    return 0 < one <= ENDS and 0 < two <= ENDS and max(one, two) <= 2 * min(one, two)


def _change(one: Rendering, two: Rendering, place: tuple[int, int, int, int]) -> Change | None:
    cut, added = one.words[place[0] : place[1]], two.words[place[2] : place[3]]
    if any(not word.heard for word in (*cut, *added)):
        return None
    heard = [[word.heard for word in words] for words in (cut, added)]
    if "".join(heard[0]) == "".join(heard[1]):
        return None
    near = [
        one.heard[max(0, place[0] - AROUND) : place[1] + AROUND],
        two.heard[max(0, place[2] - AROUND) : place[3] + AROUND],
    ]
    old, new = _telling(heard[0], near[1]), _telling(heard[1], near[0])
    idle = _is_aside(one, place[:2], old, new) or _is_aside(two, place[2:], new, old)
    named = any(len(words) == 1 and words[0] in _POINTING for words in heard)  # "it", for which another puts the noun
    content = 0 if idle or named else len(old ^ new)
    return Change(_shown(one, *place[:2]), _shown(two, *place[2:]), content)


def _telling(words: Sequence[str], others: Sequence[str]) -> frozenset[str]:
    """The words that say something, and of which the other account has no form near by."""
    told = {word for word in words if word in _WEIGHTY and word not in others}
    plain = [
        word for word in words if word not in _SLIGHT | _WEIGHTY and not any(_one_root(word, each) for each in others)
    ]
    return stems(" ".join(plain)) | told


def _one_root(one: str, two: str) -> bool:
    """Whether two words are one or forms of one: "big" and "bigger", "memoranda" and "memorandums"."""
    least = min(len(one), len(two))
    if least >= ROOT:
        return one[:ROOT] == two[:ROOT]
    return one == two or (least > 2 and (one.startswith(two) or two.startswith(one)))


def _is_aside(rendering: Rendering, place: tuple[int, int], own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether only one account has the words, and they are a phrase of a preposition and one plain noun."""
    words = rendering.words[place[0] : place[1]]
    if other or len(own) != 1 or not words or words[0].heard not in _LEADING:
        return False
    shown = rendering.marked.account.text[words[0].start : words[-1].end]
    return shown.islower() and not any(each.isdigit() for each in shown) and own.isdisjoint(_WEIGHTY)


def _shown(rendering: Rendering, first: int, last: int) -> Words:
    """The words from the first on; without any, the place after the word before."""
    words = rendering.words[first:last]
    start = words[0].start if words else rendering.words[max(0, first - 1)].end
    end = words[-1].end if words else start
    return Words(rendering.marked.account.text[start:end], start, end)


def _heard(word: str) -> list[str]:
    """One word in small letters, without hyphens and marks; a contraction as its two; a figure in digits."""
    plain = word.casefold().replace("’", "'").replace("‘", "'").replace("[", "").replace("]", "")
    for ending, whole in _SHORT.items():
        if plain.endswith(ending) and len(plain) > len(ending):
            first = plain.removesuffix(ending)
            return [{"ca": "can", "wo": "will", "sha": "shall"}.get(first, _spelled(first)), whole]
    if plain.endswith("'s"):
        return [_spelled(plain[:-2].replace("-", "")), "is"]
    if plain == "cannot":
        return ["can", "not"]
    return [_spelled(plain.replace("-", "").replace("'", ""))]


def _spelled(word: str) -> str:
    known, ordinals = digits("unit"), digits("ordinal")
    if word in known:
        return known[word]
    if word in ordinals:
        return f"{ordinals[word]}th"
    for pattern, to in _SPELLED:
        word = pattern.sub(to, word)
    return word
