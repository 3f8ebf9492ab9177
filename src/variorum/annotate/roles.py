"""Roles as an account gives them: the title before a name, the words set beside it between commas, `X is the Y`.

A role's title is the account's own words. `former` is said only where the words say so.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.annotate.names import Name
from variorum.annotate.titles import vocabulary
from variorum.annotate.words import Words
from variorum.model.finding import Rule

__all__ = ["RULES", "Found", "find_roles"]

RULES = (
    Rule("role.before", "The title stands directly before the name."),
    Rule("role.beside", "The words stand beside the name, set off by commas, and say who it is."),
    Rule("role.ahead", "The words lead up to the name, with a comma between, and say who it is."),
    Rule("role.is", "The sentence says that the person is this."),
)
_FORMER = frozenset(
    {"former", "ex", "ex-", "then", "then-", "ousted", "deposed", "late", "onetime", "one-time", "retired"}
)
_NOBODY = frozenset({"center", "corner", "quarter", "border", "number", "matter", "summer", "winter", "letter"})
_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "eer", "ee", "man", "woman", "ive")  # endings of nouns for persons
_WIDEST = 22  # tokens of a role beside a name: longer stretches are clauses
_STOPS = frozenset({",", ".", ";", ":", "—", "–", "--", "(", ")", "“", "”", '"', "!", "?"})
_OPENING = frozenset({"“", '"', "‘", "'"})
_CLOSING = frozenset({"”", '"', "’", "'"})
_TITLE = 12  # tokens of a work's title, or of a firm's partners, inside a role
_NOT_FIRST = ("PUNCT", "SPACE", "CCONJ", "ADV", "ADP")
_NOT_LAST = ("PUNCT", "SPACE", "CCONJ", "SCONJ", "ADP", "DET", "PART", "PRON", "AUX")
_LINKS = frozenset(
    {"of", "for", "at", "in", "to", "on", "with", "from", "who", "which", "that", "and", "as", "like", "including",
     "during", "after", "before", "than", "or", "but"}
)  # fmt: skip
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "where", "when", "while", "during", "after", "before"})
_TIMES = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Found:
    """A role over tokens `[start, end)` for the name with that index; `head` is its noun's token."""

    name: int
    start: int
    end: int
    head: int
    former: bool
    rule: str
    gender: str | None = None


def find_roles(words: Words, names: Sequence[Name]) -> list[Found]:
    """All roles that names of persons are given, in order, each once."""
    found: list[Found] = []
    taken = {at: number for number, name in enumerate(names) for at in range(name.start, name.end)}
    for number, name in enumerate(names):
        if name.kind != "person":
            continue
        found += _before(words, number, name, names, taken)
        found += _beside(words, number, name, names, taken)
        found += _ahead(words, number, name, names, taken)
        found += _is(words, number, name)
    seen: set[tuple[int, int]] = set()
    kept = []
    for role in sorted(found, key=lambda each: (each.start, -each.end)):
        whole = _trimmed(words, role)
        if whole and (whole.start, whole.end) not in seen and not _names_another(words, names, whole):
            seen.add((whole.start, whole.end))
            kept.append(whole)
    return kept


def _trimmed(words: Words, role: Found) -> Found | None:
    """The role without what only leads to or from it; None where the words are for several persons."""
    start, end = role.start, role.end
    while start < role.head and (words.pos[start] in ("CCONJ", "ADV", "SPACE") or words.labels[start] in _TIMES):
        if _hyphened(words, start):
            break
        start += 1
    while end - 1 > role.head and words.pos[end - 1] in _NOT_LAST:
        if words.texts[end - 1] in _CLOSING and not _OPENING.isdisjoint(words.texts[role.head : end - 1]):
            break
        end -= 1
    if words.tags[role.head] in ("NNS", "NNPS") and words.lowers[start] != "one" and words.lowers[role.head] != "sales":
        return None
    return replace(role, start=start, end=end)


def _names_another(words: Words, names: Sequence[Name], role: Found) -> bool:
    """Whether the words hold another person's name that no `of` or `to` leads to: then they are that one's."""
    if role.rule == "role.before":
        return False
    after = bisect_left(names, role.start, key=lambda name: name.start)
    for name in names[after:]:
        if name.start >= role.end:
            return False
        titled = name.title >= role.start and words.pos[name.title - 1] != "ADP"
        owns = name.end < len(words) and words.texts[name.end] in ("'s", "’s", "'", "’")
        opening = name.title if name.title > role.start else name.start
        if name.kind != "person" or owns:
            continue
        led = any(words.pos[at] == "ADP" and words.texts[at - 1] != "-" for at in range(role.head + 1, opening))
        last = role.head < name.start and name.end == role.end and not led
        if titled or last or name.start in (role.start, role.head + 1):
            return True
    return False


def _before(words: Words, number: int, name: Name, names: Sequence[Name], taken: dict[int, int]) -> Iterator[Found]:
    """`Deputy Foreign Minister Ivan Petrov`: back over the words that qualify the title, and to whose it is."""
    if name.title < 0 or name.honorific:
        return
    floor = words.bounds[words.sents[name.start]][0]
    start = _back(words, name.title, floor)
    first = start - 2
    if first >= floor and words.lowers[start - 1] == "and" and _is_office(words, first) and first not in taken:
        opening = _back(words, first, floor)
        if not (opening and (words.pos[opening - 1] in ("DET", "PART") or words.tags[opening - 1] == "PRP$")):
            start = opening  # `former chairman and treasurer Ivan Petrov`: with an article, they may be two
    while start < name.title and (
        words.texts[start] in ("-", "'s", "’s", "&") or (words.pos[start] in _NOT_FIRST and not _hyphened(words, start))
    ):
        start += 1
    start = _owner(words, start, floor, names, taken)
    if start and words.tags[start - 1] == "PRP$":
        start -= 1
    if start < name.start:
        yield _role(words, number, start, name.start, "role.before")


def _back(words: Words, start: int, floor: int) -> int:
    """Back from a title over what qualifies it."""
    while start > floor and _qualifies(words, start - 1):
        start -= 1
    return start


def _is_office(words: Words, at: int) -> bool:
    """Whether a noun in small letters stands for one person by what he or she does, not by kin."""
    found = vocabulary().persons.get(words.lowers[at])
    return words.tags[at] == "NN" and words.texts[at].islower() and found is not None and found.kind != "kin"


def _owner(words: Words, start: int, floor: int, names: Sequence[Name], taken: dict[int, int]) -> int:
    """Where the name opens that a title belongs to: `Norland's Deputy Foreign Minister`; else the title's opening."""
    if start - 2 < floor or words.texts[start - 1] not in ("'s", "’s") or start - 2 not in taken:
        return start
    owner = names[taken[start - 2]]
    if owner.start < floor or owner.honorific:
        return start
    return owner.start - (owner.start > floor and words.lowers[owner.start - 1] == "the")


def _qualifies(words: Words, at: int) -> bool:
    """Whether a word before a title belongs to it: nouns, adjectives, names of bodies, hyphens."""
    if words.lowers[at] in vocabulary().modifiers or _hyphened(words, at):
        return True
    if words.texts[at] == "-":
        return at > 0 and words.texts[at - 1].isalpha()
    if words.tags[at] == "VBG" and words.deps[at] == "amod":
        return words.texts[at + 1].islower()  # `hitting coach`, and not `opposing President Holm`
    if words.texts[at] == "&":
        return at > 0 and words.texts[at - 1][:1].isupper() and words.texts[at + 1][:1].isupper()
    if words.pos[at] in ("ADJ", "NOUN", "PROPN") and words.texts[at].isprintable():
        return (
            words.deps[at] in ("compound", "amod", "nmod", "poss", "npadvmod", "advmod") or words.texts[at][0].isupper()
        )
    return False


def _hyphened(words: Words, at: int) -> bool:
    """Whether a hyphen ties a word to the next: `co-chairman`, `then-Prime Minister`."""
    tied = at + 1 < len(words) and words.texts[at + 1] == "-" and words.ends[at] == words.starts[at + 1]
    return tied and words.texts[at].isalpha()


def _beside(words: Words, number: int, name: Name, names: Sequence[Name], taken: dict[int, int]) -> Iterator[Found]:
    """`Anna Weiss, the head of the union,`: between commas after the name; `and` may bring a second role."""
    last = words.bounds[words.sents[name.start]][1]
    at = name.end
    if at >= last or words.texts[at] not in (",", "(", "—", "–"):
        return
    start, stop = at + 1, at + 1
    while stop < min(last, start + _WIDEST):
        if words.texts[stop] in _STOPS:
            end = _inner(words, stop, last)
            if end == stop:
                break
            stop = end
            continue
        if words.lowers[stop] in _RELATIVE or words.tags[stop] in ("VBD", "VBZ", "VBP", "MD"):
            break
        if words.pos[stop] == "DET" and words.pos[stop - 1] == "NOUN":
            break  # a clause without its "that"
        stop += 1
    if stop <= start or (start in taken and taken[start] != number and names[taken[start]].kind == "person"):
        return
    head = _noun(words, start, stop)
    if head < 0 or words.lowers[start] in _LINKS or words.pos[start] in ("VERB", "ADV", "SCONJ", "PRON"):
        return
    for first, end in _parts(words, start, stop):
        if _noun(words, first, end) >= 0:
            yield _role(words, number, first, end, "role.beside")


def _inner(words: Words, at: int, last: int) -> int:
    """Where what a mark opens ends, if the role goes on over it: a work's title, the partners of a firm; else `at`."""
    if words.texts[at] in _OPENING and words.pos[at - 1] == "NOUN":
        for end in range(at + 2, min(last, at + _TITLE)):
            if words.texts[end] in _CLOSING:
                return (
                    end + 1 if words.texts[at + 1][:1].isalpha() and any(map(_big, words.texts[at + 1 : end])) else at
                )
    if words.texts[at] == "," and _big(words.texts[at - 1]):
        end = at + 1
        while end < min(last - 1, at + _TITLE) and (_big(words.texts[end]) or words.texts[end] == ","):
            end += 1
        if at + 1 < end < last - 1 and words.texts[end] == "&" and _big(words.texts[end + 1]):
            return end + 2  # `Holm, Weiss & Quill`
    return at


def _big(text: str) -> bool:
    return any(letter.isupper() for letter in text)


def _parts(words: Words, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretch, parted at an `and` before another title with its article."""
    first = start
    for at in range(start + 1, stop - 1):
        if words.lowers[at] == "and" and words.pos[at + 1] == "DET":
            yield first, at
            first = at + 1
    yield first, stop


def _ahead(words: Words, number: int, name: Name, names: Sequence[Name], taken: dict[int, int]) -> Iterator[Found]:
    """`the ministry's spokesman, Ivan Petrov,`: a noun phrase and a comma before the name."""
    at = name.start - 1
    floor = words.bounds[words.sents[name.start]][0]
    if at <= floor or words.texts[at] != "," or name.title >= 0:
        return
    after = words.pos[name.end] if name.end < len(words) else "PUNCT"
    if after not in ("PUNCT", "VERB", "AUX", "ADP", "PART", "PRON", "SPACE"):
        return
    for start in range(at - 1, max(floor, at - _WIDEST) - 1, -1):
        if words.texts[start] in _STOPS or words.pos[start] in ("VERB", "AUX", "SCONJ"):
            return
        opens = words.pos[start] == "DET" or words.tags[start] == "PRP$" or start == floor
        owner = taken.get(start)
        first = start
        if not opens and owner is not None and words.texts[start + 1] in ("'s", "’s"):
            opens, first = True, start + 2
        head = _noun(words, first, at) if opens else -1
        if head >= 0:
            told = after not in ("VERB", "AUX") or words.deps[head] in ("nsubj", "nsubjpass", "appos")
            if told and (head == at - 1 or words.pos[head + 1] == "ADP"):
                first = _owner(words, first, floor, names, taken)
                yield _role(words, number, first, at, "role.ahead")
            return


def _is(words: Words, number: int, name: Name) -> Iterator[Found]:
    """`Petrov is the head of the bank`: a form of `be` after the name and a noun for a person."""
    at = name.end
    last = words.bounds[words.sents[name.start]][1]
    if (
        at + 1 >= last
        or words.lemmas[at] not in ("be", "become")
        or words.deps[name.end - 1] not in ("nsubj", "nsubjpass")
        or words.quoted[at]
    ):
        return
    start = at + 1
    if words.pos[start] not in ("DET", "ADJ", "NOUN", "PROPN") or words.lowers[start] == "no":
        return
    stop = start
    while (
        stop < min(last, start + _WIDEST)
        and words.texts[stop] not in _STOPS
        and words.pos[stop] not in ("VERB", "AUX", "PRON")
        and words.lowers[stop] not in _RELATIVE
    ):
        stop += 1
    head = _noun(words, start, stop)
    if head >= 0:
        yield _role(words, number, start, stop, "role.is")


def _noun(words: Words, start: int, stop: int) -> int:
    """The token of the noun for a person that heads `[start, stop)`, before any preposition; -1 without one."""
    if words.lowers[start] == "one" and words.lowers[start + 1 : start + 2] == ("of",):
        start += 2
    head = -1
    for at in range(start, stop):
        if (words.pos[at] == "ADP" and at > start) or (words.pos[at] == "VERB" and words.tags[at] != "VBN"):
            break
        if _is_person(words, at):
            head = at
        elif words.pos[at] in ("NOUN", "PROPN") and head >= 0 and words.texts[at] not in ("'s", "’s"):
            head = -1 if words.pos[at] == "NOUN" else head
    return head


def _is_person(words: Words, at: int) -> bool:
    """Whether a noun stands for a person: known for it, or set beside a name and made like such nouns."""
    persons = vocabulary().persons
    lower = words.lowers[at]
    if lower in persons or words.lemmas[at].lower() in persons or lower.rpartition("-")[2] in persons:
        return True
    if words.tags[at] != "NN" or words.deps[at] != "appos" or lower.endswith("ment") or lower in _NOBODY:
        return False
    return len(lower) > 5 and lower.endswith(_AGENTS)


def _role(words: Words, number: int, start: int, end: int, rule: str) -> Found:
    head = _noun(words, start, end)
    persona = vocabulary().persons.get(words.lowers[head]) if head >= 0 else None
    said = any(words.lowers[at] in _FORMER for at in range(start, end))
    return Found(number, start, end, head if head >= 0 else end - 1, said, rule, persona.gender if persona else None)
