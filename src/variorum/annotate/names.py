"""Named mentions of one account: who or what each run of capitals names, by a vote over the whole account.

The parser's entities are one witness among several: forms of address, titles, first names, words of organizations, the
gazetteer, and the other places where the same words stand. A kind is given to the words, not to one place of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from variorum.annotate.gazetteer import Known, gazetteer, places
from variorum.annotate.runs import Piece, Sort, scanned
from variorum.annotate.runtogether import cut
from variorum.annotate.timewords import holidays
from variorum.annotate.titles import Vocabulary, is_common, vocabulary
from variorum.annotate.words import Words
from variorum.model.markup import EntityKind, MentionForm
from variorum.model.periods import MONTHS

__all__ = ["Name", "find_names"]

_OF_PARSER: dict[str, Sort] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "EVENT": "none",
    "WORK_OF_ART": "none", "LAW": "none", "LANGUAGE": "none", "PRODUCT": "none",
}  # fmt: skip
_PARSER = 2  # what the parser's label weighs: titles weigh 6, first names 4, the gazetteer of places 3
_SPEECH = frozenset(
    {"said", "says", "told", "tells", "tweeted", "who", "added", "asked", "wrote", "insisted", "replied"}
)
_SETTLED = frozenset({"borough", "city", "district", "port", "province", "region", "suburb", "town", "village"})
_FIRM = frozenset(
    {"board", "ceo", "cfo", "coo", "co-founder", "cofounder", "customers", "employees", "founder", "headquarters",
     "shareholder", "shareholders", "shares", "stock", "stockholders", "subsidiary", "users"}
)  # nouns that a company's name stands before, and hardly ever a person's  # fmt: skip
_INNER = re.compile(r"[a-z][A-Z]|\.(?:com|org|net|co|tv|io)$")
_PREFIXES = ("Mac", "Mc", "Di", "De", "Du", "La", "Le", "Fitz", "Van", "Von")  # of surnames with a capital within
_SHOUT = 4  # capitals beside a name, inside quotation marks, from which the words are a label or a listing
_BEFORE_MONTHS = ("in", "since", "until", "by", "during", "last", "next", "this", "early", "late", "mid")
_OFTEN = 3  # places from which a word of the dictionary may be a name by the parser's word alone: `Apple`


@dataclass(frozen=True, slots=True)
class Name:
    """A named mention over tokens `[start, end)`. `title` is where its title starts (-1 without one).

    Not `sure`: only the parser says what it names, or only the capital; a pronoun may yet make it a person.
    """

    start: int
    end: int
    kind: EntityKind
    form: MentionForm
    text: str
    rule: str
    known: Known | None = None
    title: int = -1
    honorific: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Vote:
    """What words name; whether more than the parser told it; in how many places, titles left out, they stand."""

    sort: Sort
    rule: str
    told: bool
    places: int


def find_names(words: Words) -> tuple[Name, ...]:
    """All named mentions, in order, none overlapping."""
    scan = scanned(words)
    pieces = [each for each in cut(words, _unpaired(words, scan.pieces)) if not _feast(each.text(words))]
    votes = _vote(words, scan.vocab, pieces)
    found = [_known_name(words, start, end, what) for start, end, what in scan.settled]
    found += [name for name in (_named(words, piece, votes) for piece in pieces) if name]
    return tuple(sorted(found, key=lambda name: name.start))


def _known_name(words: Words, start: int, end: int, what: Known) -> Name:
    text = " ".join(words.texts[start:end])
    kind: EntityKind = "country"
    form: MentionForm = "name"
    if what.sense == "organization":
        kind = "organization"
    elif what.sense == "adjective":
        form = "demonym"
    elif what.sense == "people":
        kind, form = "group", "demonym"
    elif what.sense == "capital":
        kind = "place"
    elif what.sense == "seat":
        form = "metonym"
    return Name(start, end, kind, form, text, f"name.{what.sense}", known=what)


def _unpaired(words: Words, pieces: list[Piece]) -> Iterator[Piece]:
    """`Rossi-Weber talks`: a hyphen between two names that stand alone elsewhere joins no name."""
    alone = {
        words.texts[piece.end - 1]
        for piece in pieces
        if all(words.texts[at] != "-" for at in range(piece.start, piece.end))
    }
    for piece in pieces:
        halves = piece.end - piece.start == 3 and words.texts[piece.start + 1] in ("-", "–")
        if halves and {words.texts[piece.start], words.texts[piece.end - 1]} <= alone:
            yield Piece(piece.start, piece.start + 1, None, piece.rule, -1)
            yield Piece(piece.end - 1, piece.end, None, piece.rule, -1)
        else:
            yield piece


def _feast(text: str) -> bool:
    """Whether a text is a feast's name; those of one word are also people's (Easter, Noel)."""
    return " " in text and text.lower() in holidays()


def _vote(words: Words, vocab: Vocabulary, pieces: list[Piece]) -> dict[str, _Vote]:
    """What each form of words names: the sum of what every place of it says."""
    told: dict[str, Counter[Sort]] = defaultdict(Counter)
    guessed: dict[str, Counter[Sort]] = defaultdict(Counter)
    rules: dict[str, str] = {}
    for piece in pieces:
        text = piece.text(words)
        for sort, weight in _witness(words, vocab, piece):
            (told if weight > _PARSER else guessed)[text][sort] += weight
        if piece.sort:
            rules[text] = piece.rule
    _teach(told, guessed)
    decided: dict[str, _Vote] = {}
    counts = Counter(piece.text(words) for piece in pieces if not words.titled[piece.start])
    for text in {piece.text(words) for piece in pieces}:
        ballot = told[text] or guessed[text]
        best = max(sorted(ballot), key=lambda sort: (ballot[sort], guessed[text][sort])) if ballot else "none"
        kept = best if ballot[best] > 0 else "none"
        decided[text] = _Vote(kept, rules.get(text, "name.vote"), bool(told[text]), counts[text])
    return decided


def _witness(words: Words, vocab: Vocabulary, piece: Piece) -> list[tuple[Sort, int]]:
    """What one place says about the kind, with weights: a title or form of address outweighs the parser."""
    found: list[tuple[Sort, int]] = []
    size = piece.end - piece.start
    label = Counter(words.labels[at] for at in range(piece.start, piece.end)).most_common(1)[0][0]
    if piece.sort:
        small = label in ("ORG", "PRODUCT") and words.texts[piece.start - 1].islower()
        common = size == 1 and label != "PERSON" and is_common(words.texts[piece.start])
        loose = piece.sort == "person" and (small or (common and not piece.honorific))
        plain = size > 1 and words.titled[piece.start] and all(map(is_common, words.texts[piece.start : piece.end]))
        body = piece.sort == "person" and words.lowers[piece.start - 1] in vocab.shared
        body = body and words.texts[piece.end - 1].isupper()  # `the regulator Harbour Watch NSW`
        found.append((piece.sort, _PARSER if loose or plain or body else 6))
    found += _thing(words, piece, label)
    if label in _OF_PARSER:
        found.append((_OF_PARSER[label], 0 if words.titled[piece.start] else _PARSER))
    if size > 1 and words.tags[piece.end - 1] == "NNPS" and words.texts[piece.start] in places():
        found.append(("organization", 4))  # a team: `Leeds Rovers`
    town = piece.text(words) in places()
    if size <= 5 and words.texts[piece.start] in vocab.first_names:
        city = town or (words.texts[piece.start] in places() and label != "PERSON")
        found.append(("person", _PARSER if city else 4 if size > 1 else 3))
    if town:
        found.append(("place", _PARSER))
    if words.lowers[piece.end - 1] in vocab.place_words and size > 1:
        found.append(("place", 4))
    if size == 1 and words.texts[piece.start].isupper() and len(words.texts[piece.start]) in (2, 3, 4, 5):
        found.append(("organization", 2))
    before = words.lowers[piece.start - 1] if piece.start else ""
    if before in ("in", "near", "at", "from", "across", "outside") and label in ("GPE", "LOC", "FAC"):
        found.append(("place", 2))
    if before == "of" and piece.start > 1 and words.lowers[piece.start - 2] in _SETTLED:
        found.append(("place", 4))  # `the city of Mazar-i-Sharif`
    after = words.lowers[piece.end] if piece.end < len(words) else ""
    shouted = words.texts[piece.start].isupper()
    if label == "PERSON" and ((after in _SPEECH and not shouted) or _has_age(words, piece.end)):
        found.append(("person", 3))
    if size < 5 and _is_introduced(words, piece.end):
        found.append(("person", 4))
    if size > 6:
        found.append(("none", 1))
    return found


def _thing(words: Words, piece: Piece, label: str) -> list[tuple[Sort, int]]:
    """What tells a company, a product or a listing from a person, wherever it stands."""
    found: list[tuple[Sort, int]] = []
    last, size = piece.end - 1, piece.end - piece.start
    text = words.texts[last]
    if size == 1 and _INNER.search(text) and not text.startswith(_PREFIXES):
        found.append(("organization", 4))
    if words.lowers[piece.end : piece.end + 1] and words.lowers[piece.end] in _FIRM and words.heads[last] >= piece.end:
        found.append(("organization", 4))
    defined = piece.start > 0 and words.lowers[piece.start - 1] == "the"
    if _is_month(words, piece):
        found.append(("none", 16))
    if size == 1 and piece.sort is None and defined and not text.isupper() and _closes(words, last):
        found.append(("none", 4))  # `the Ande rose`: no single person goes by an article
    if words.quoted[piece.start] and label != "PERSON":
        first, stop = piece.start, piece.end
        while first and words.texts[first - 1][:1].isupper() and words.quoted[first - 1]:
            first -= 1
        while stop < len(words) and words.texts[stop][:1].isupper() and words.quoted[stop]:
            stop += 1
        if stop - first - size >= _SHOUT - 1:
            found.append(("none", 8))
    return found


def _closes(words: Words, at: int) -> bool:
    """Whether a noun phrase ends with this word, in the singular."""
    return words.tags[at] == "NNP" and words.deps[at] not in ("compound", "poss", "nmod", "amod")


def _is_introduced(words: Words, at: int) -> bool:
    """`Anna Weiss, a nurse from Graz,`: the words after the comma say that a person was named."""
    if at + 2 >= len(words) or words.texts[at] != "," or words.lowers[at + 1] not in ("a", "an"):
        return False
    vocab = vocabulary()
    for each in range(at + 2, min(at + 10, len(words))):
        if words.pos[each] in ("ADP", "VERB", "PUNCT") and words.texts[each] != "-":
            return False
        if words.pos[each] == "NOUN" and words.lowers[each] in vocab.persons and words.lowers[each] not in vocab.shared:
            return words.deps[each] != "compound"
    return False


def _has_age(words: Words, at: int) -> bool:
    """`Anna Weiss, 38,`: an age after the name."""
    return (
        at + 1 < len(words)
        and words.texts[at] == ","
        and words.texts[at + 1].isdigit()
        and len(words.texts[at + 1]) == 2
    )


def _teach(told: dict[str, Counter[Sort]], guessed: dict[str, Counter[Sort]]) -> None:
    """A person's full name teaches the kind of its last word, and of its first."""
    for text in list({**guessed, **told}):
        parts = text.split()
        ballot = told[text] or guessed[text]
        if len(parts) == 2 and told[text]["organization"] and parts[0] in places():  # a team, by its own name too
            told[parts[1]]["organization"] += 12
        if len(parts) > 1 and told[text]["organization"] and parts[-1].lower() in vocabulary().organization_suffixes:
            told[" ".join(parts[:-1])]["organization"] += 12  # `Holmwerk Inc.`: so is Holmwerk
        if len(parts) < 2 or not ballot or ballot.most_common(1)[0][0] != "person" or not ballot["person"]:
            continue
        weight = 12 if told[text] else 2 * _PARSER
        told[parts[-1]]["person"] += weight
        if guessed[parts[0]].most_common(1)[:1] != [("place", guessed[parts[0]]["place"])]:
            told[parts[0]]["person"] += weight // 4


def _named(words: Words, piece: Piece, votes: dict[str, _Vote]) -> Name | None:
    text = piece.text(words)
    vote = votes[text]
    known = gazetteer().folded.get(text)
    if vote.told and vote.sort != "none":
        if words.titled[piece.start] and vote.sort == "person" and piece.end - piece.start > 4:
            return None
        return Name(piece.start, piece.end, vote.sort, "name", text, vote.rule, known, piece.title, piece.honorific)
    standing = _standing(words, piece, vote)
    if vote.sort == "place" and " " in text and text in places():
        standing = "unsure"  # `New Hampshire`
    if vote.sort == "none" or standing == "doubtful":
        if not _may_be_person(words, piece):
            return None
        return Name(piece.start, piece.end, "person", "name", text, "name.doubtful", None, piece.title, None, False)
    sure = standing == "sure" and vote.sort == "person"
    return Name(piece.start, piece.end, vote.sort, "name", text, vote.rule, known, piece.title, None, sure)


def _standing(words: Words, piece: Piece, vote: _Vote) -> Literal["sure", "unsure", "doubtful"]:
    """How far the parser's word alone is trusted: less for words of the dictionary, figures and shouted lines."""
    own = [words.texts[at] for at in range(piece.start, piece.end) if words.texts[at][:1].isupper()]
    common = [text for text in own if len(text) > 2 and is_common(text)]
    odd = any(text[-1].isdigit() or (len(text) > 3 and text.isupper() and len(own) > 1) for text in own)
    if odd or (words.titled[piece.start] and not vote.places):
        return "doubtful"
    if vote.sort == "person" and len(own) > 1:
        if len(common) > 1 or (common and own[-1].endswith("s") and own[-1] == common[0]):
            return "doubtful"
        return "unsure" if common else "sure"
    return "doubtful" if len(common) == len(own) and vote.places < _OFTEN else "unsure"


def _may_be_person(words: Words, piece: Piece) -> bool:
    """Whether an unlabelled capital does or owns something, as a person would."""
    at = piece.end - 1
    if words.labels[at] in ("WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LANGUAGE") or words.titled[at]:
        return False
    if piece.end - piece.start > 3 or words.pos[at] != "PROPN" or not words.texts[at].isalpha():
        return False
    if (piece.start == at and _of_title(words, at)) or _is_month(words, piece):
        return False
    own = words.texts[piece.start : piece.end]
    if len(own) > 1 and all(len(text) > 2 and is_common(text) for text in own):
        return False
    return words.deps[at] not in ("compound", "amod", "nmod") and not words.texts[at].isupper()


def _is_month(words: Words, piece: Piece) -> bool:
    """`In May, a pilot said`: no pilot is called so."""
    if piece.end - piece.start > 1 or words.texts[piece.start] not in MONTHS or not piece.start:
        return False
    return words.lowers[piece.start - 1] in _BEFORE_MONTHS


def _of_title(words: Words, at: int) -> bool:
    """Whether a capital stands behind an owner, or is a common word and owns a capital: `the People's Herald`."""
    owned = at > 0 and words.texts[at - 1] in ("'s", "’s")
    owns = at + 2 < len(words) and words.texts[at + 1] in ("'s", "’s") and words.texts[at + 2][:1].isupper()
    return owned or (owns and is_common(words.texts[at]))
