"""Named mentions of one account: who or what each run of capitals names, by a vote over the whole account.

The parser's entities are one witness among several: forms of address, titles, first names, words of organizations, the
gazetteer, and the other places where the same words stand. A kind is given to the words, not to one place of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from variorum.annotate.gazetteer import Known, find_known, gazetteer, places
from variorum.annotate.titles import Vocabulary, is_common, vocabulary
from variorum.annotate.words import Words
from variorum.model.markup import EntityKind, MentionForm

__all__ = ["Name", "find_names"]

Sort = Literal["person", "organization", "place", "none"]
_OF_PARSER: dict[str, Sort] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "EVENT": "none",
    "WORK_OF_ART": "none", "LAW": "none", "LANGUAGE": "none", "PRODUCT": "none",
}  # fmt: skip
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
_PARSER = 2  # what the parser's label weighs: titles weigh 6, first names 4, the gazetteer of places 3
_SPEECH = frozenset(
    {"said", "says", "told", "tells", "tweeted", "who", "added", "asked", "wrote", "insisted", "replied"}
)
_EITHER = frozenset(
    {
        "owner",
        "operator",
        "producer",
        "leader",
        "developer",
        "publisher",
        "partner",
        "trader",
        "broker",
        "member",
        "ally",
        "rival",
    }
    | {
        "critic",
        "supporter",
        "winner",
        "champion",
        "host",
        "contractor",
        "regulator",
        "investor",
        "opponent",
        "advocate",
    }
)  # nouns that companies and countries are called by, too
_OFTEN = 3  # places from which a word of the dictionary may be a name by the parser's word alone: `Apple`
_LONGEST = 12  # tokens of a name: longer runs of capitals are lists or shouted lines


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


@dataclass(slots=True)
class _Piece:
    """A stretch of a run that may be a name; `sort` where its own words settle it."""

    start: int
    end: int
    sort: Sort | None
    rule: str
    title: int
    honorific: str | None = None


@dataclass(frozen=True, slots=True)
class _Vote:
    """What words name; whether more than the parser told it; in how many places, titles left out, they stand."""

    sort: Sort
    rule: str
    told: bool
    places: int


def find_names(words: Words) -> tuple[Name, ...]:
    """All named mentions, in order, none overlapping."""
    scan = _Scan(words, vocabulary(), {start: (end, what) for start, end, what in find_known(words.texts)})
    for start, end in _runs(words):
        scan.split(start, end)
    scan.pieces = list(_unpaired(words, scan.pieces))
    votes = _vote(words, scan.vocab, scan.pieces)
    named = (_named(words, piece, votes) for piece in scan.pieces)
    return tuple(sorted((*scan.settled, *(name for name in named if name)), key=lambda name: name.start))


def _is_capital(words: Words, at: int) -> bool:
    text = words.texts[at]
    if text.isupper() and words.pos[at] in ("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX"):
        return False
    return text[:1].isupper() and words.lowers[at] not in vocabulary().calendar and not (len(text) == 1 and text == "I")


def _runs(words: Words) -> list[tuple[int, int]]:
    """Longest runs of tokens with a capital, over hyphens and the particles of names, inside one sentence."""
    runs = []
    proper = _proper(words)
    for first, last in words.bounds:
        at = first
        while at < last:
            if not _is_capital(words, at) or (words.texts[at] not in proper and _is_plain(words, at)):
                at += 1
                continue
            end = at + 1
            while end < last:
                if _is_capital(words, end):
                    end += 1
                elif end + 1 < last and _links(words, end):
                    end += 2
                else:
                    break
            runs.append((at, end))
            at = end
    return runs


def _proper(words: Words) -> set[str]:
    """Words that stand as names inside a sentence, so that their capital counts at its opening too."""
    return {
        words.texts[at]
        for at in range(len(words))
        if words.pos[at] == "PROPN" and len(words.texts[at]) > 2 and not words.titled[at] and not words.is_initial(at)
    }


def _links(words: Words, at: int) -> bool:
    """Whether a small token joins the capitals on both sides: a hyphen, a particle, an ampersand."""
    if words.texts[at] in ("-", "‑"):
        return words.texts[at + 1].isalpha()
    return (words.lowers[at] in vocabulary().particles or words.texts[at] == "&") and _is_capital(words, at + 1)


def _is_plain(words: Words, at: int) -> bool:
    """Whether a token's capital is only that of the sentence's opening, or of a function word in a title."""
    if words.pos[at] in ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "NUM", "PUNCT", "SYM", "SPACE"):
        return True
    if words.texts[at] in vocabulary().first_names and words.pos[at] in ("NOUN", "ADJ", "VERB", "PROPN", "ADV"):
        return False
    if words.pos[at] in ("ADV", "VERB") and words.labels[at] in ("", *_TIMES):
        return True
    if words.labels[at] in _TIMES and words.pos[at] != "PROPN":
        return True
    return (
        words.is_initial(at)
        and words.pos[at] in ("NOUN", "ADJ")
        and words.labels[at] == ""
        and words.lowers[at].isalpha()
    )


@dataclass(slots=True)
class _Scan:
    """Cuts runs, from left to right, into organizations, known places and peoples, titles and names of persons."""

    words: Words
    vocab: Vocabulary
    known: dict[int, tuple[int, Known]]
    pieces: list[_Piece] = field(default_factory=list)
    settled: list[Name] = field(default_factory=list)
    done: int = 0

    def split(self, start: int, end: int) -> None:
        """Cuts one run; what an earlier one took is left out."""
        at = max(start, self.done)
        while at < end:
            body = self.organization(at, end)
            if body:
                self.pieces.append(_Piece(at, body, "organization", "name.organization", at))
                at = body
            elif at in self.known and not self.in_person(at, end):
                stop, what = self.known[at]
                self.settled.append(_known_name(self.words, at, stop, what))
                at = stop
            else:
                stop = at + 1
                while stop < end and stop not in self.known and not self.organization(stop, end):
                    stop += 1
                self.person(at, stop)
                at = stop
            self.done = at

    def organization(self, at: int, end: int) -> int:
        """Where an organization's name that starts at a token ends; 0 where none does."""
        words, vocab = self.words, self.vocab
        stop, each = 0, at
        while each < min(end, at + _LONGEST):
            lower = words.lowers[each]
            if vocab.title_ending(words.lowers, each + 1, each) and lower not in vocab.organization_heads:
                after = words.lowers[each + 1] if each + 1 < end else ""
                if after not in vocab.organization_heads:
                    break
            if (lower in vocab.organization_heads and (each > at or _goes_on(words, each + 1))) or (
                lower in vocab.organization_suffixes and each > at
            ):
                stop = each + 1
            each += 1
        if not stop:
            stop = self.paired(at, each)
        if not stop or (stop == at + 1 and at in self.known):
            return 0
        while _goes_on(words, stop):
            follow = stop + (2 if words.lowers[stop + 1] == "the" else 1)
            while self.is_inside(follow, at):
                follow += 1
            stop = follow
        return stop

    def paired(self, at: int, stop: int) -> int:
        """The end of `Customs and Border Protection`: two capitalised parts, the second with an organization's word."""
        words = self.words
        if (
            not self.is_inside(stop + 1, at)
            or words.lowers[stop] != "and"
            or words.labels[stop - 1] in ("PERSON", "GPE")
        ):
            return 0
        follow = stop + 1
        while self.is_inside(follow, at):
            follow += 1
        return follow if follow - stop > 2 and words.lowers[follow - 1] in self.vocab.organization_heads else 0

    def is_inside(self, at: int, first: int) -> bool:
        """Whether a token may belong to the name that starts at `first`."""
        words = self.words
        return (
            at < len(words)
            and at - first < _LONGEST
            and words.sents[at] == words.sents[first]
            and _is_capital(words, at)
        )

    def in_person(self, at: int, end: int) -> bool:
        """Whether a known word is part of a person's name here: `Paris Hilton`, `Michael Jordan`."""
        words, vocab = self.words, self.vocab
        stop, what = self.known[at]
        if what.sense in ("organization", "seat") or stop - at > 1:
            return False
        before = at > 0 and vocab.first_names.get(words.texts[at - 1]) and words.labels[at] == "PERSON"
        after = words.texts[at] in vocab.first_names and (
            (stop < end and words.labels[stop] == "PERSON") or words.labels[at] not in ("GPE", "LOC", "NORP")
        )
        return bool(before or after)

    def person(self, start: int, end: int) -> None:
        """Titles off, the rest of a stretch is one name."""
        words, vocab = self.words, self.vocab
        floor = words.bounds[words.sents[start]][0]
        at, title, honorific = start, -1, None
        for each in range(end, start - 1, -1):
            found = vocab.title_ending(words.lowers, each, floor)
            if found:
                if (
                    each == end
                    and found[0] > start
                    and words.labels[each - 1] == "PERSON"
                    and words.pos[each - 1] == "PROPN"
                ):
                    continue  # a surname that is a title, too: `John Deacon`
                at, title = max(each, start), found[0]
                honorific = words.texts[each - 1] if found[1].kind == "honorific" else None
                break
        while at < end and words.lowers[at] in vocab.modifiers:
            at += 1
        if at >= end:
            return
        titled = title >= 0 and end - at <= 6
        self.pieces.append(
            _Piece(at, end, "person" if titled else None, "name.titled" if titled else "name.vote", title, honorific)
        )


def _goes_on(words: Words, at: int) -> bool:
    """Whether a name goes on over a small word: `of Foreign Affairs`; over `and` only inside one entity."""
    if not 0 < at < len(words) - 1 or words.sents[at] != words.sents[at - 1]:
        return False
    lower = words.lowers[at]
    follow = at + 2 if words.lowers[at + 1] == "the" else at + 1
    if follow >= len(words) or not _is_capital(words, follow) or words.lowers[follow] in vocabulary().calendar:
        return False
    if lower in ("of", "for"):
        return True
    inside = words.labels[at] == "ORG" and words.labels[follow] == "ORG" and words.labels[at - 1] == "ORG"
    return lower in ("and", "&", "on", "against", "to") and inside


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


def _unpaired(words: Words, pieces: list[_Piece]) -> Iterator[_Piece]:
    """`Rossi-Weber talks`: a hyphen between two names that stand alone elsewhere joins no name."""
    alone = {
        words.texts[piece.end - 1]
        for piece in pieces
        if all(words.texts[at] != "-" for at in range(piece.start, piece.end))
    }
    for piece in pieces:
        halves = piece.end - piece.start == 3 and words.texts[piece.start + 1] in ("-", "–")
        if halves and {words.texts[piece.start], words.texts[piece.end - 1]} <= alone:
            yield _Piece(piece.start, piece.start + 1, None, piece.rule, -1)
            yield _Piece(piece.end - 1, piece.end, None, piece.rule, -1)
        else:
            yield piece


def _vote(words: Words, vocab: Vocabulary, pieces: list[_Piece]) -> dict[str, _Vote]:
    """What each form of words names: the sum of what every place of it says."""
    told: dict[str, Counter[Sort]] = defaultdict(Counter)
    guessed: dict[str, Counter[Sort]] = defaultdict(Counter)
    rules: dict[str, str] = {}
    for piece in pieces:
        text = _text(words, piece)
        for sort, weight in _witness(words, vocab, piece):
            (told if weight > _PARSER else guessed)[text][sort] += weight
        if piece.sort:
            rules[text] = piece.rule
    _teach(told, guessed)
    decided: dict[str, _Vote] = {}
    counts = Counter(_text(words, piece) for piece in pieces if not words.titled[piece.start])
    for text in {_text(words, piece) for piece in pieces}:
        ballot = told[text] or guessed[text]
        best = max(sorted(ballot), key=lambda sort: (ballot[sort], guessed[text][sort])) if ballot else "none"
        kept = best if ballot[best] > 0 else "none"
        decided[text] = _Vote(kept, rules.get(text, "name.vote"), bool(told[text]), counts[text])
    return decided


def _witness(words: Words, vocab: Vocabulary, piece: _Piece) -> list[tuple[Sort, int]]:
    """What one place says about the kind, with weights: a title or form of address outweighs the parser."""
    found: list[tuple[Sort, int]] = []
    label = Counter(words.labels[at] for at in range(piece.start, piece.end)).most_common(1)[0][0]
    if piece.sort:
        loose = piece.sort == "person" and label in ("ORG", "PRODUCT") and words.texts[piece.start - 1].islower()
        found.append((piece.sort, _PARSER if loose else 6))
    if label in _OF_PARSER:
        found.append((_OF_PARSER[label], 0 if words.titled[piece.start] else _PARSER))
    size = piece.end - piece.start
    town = _text(words, piece) in places()
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
    after = words.lowers[piece.end] if piece.end < len(words) else ""
    if label == "PERSON" and (after in _SPEECH or _has_age(words, piece.end)):
        found.append(("person", 3))
    if size < 5 and _is_introduced(words, piece.end):
        found.append(("person", 4))
    if size > 6:
        found.append(("none", 1))
    return found


def _is_introduced(words: Words, at: int) -> bool:
    """`Anna Weiss, a nurse from Graz,`: the words after the comma say that a person was named."""
    if at + 2 >= len(words) or words.texts[at] != "," or words.lowers[at + 1] not in ("a", "an"):
        return False
    vocab = vocabulary()
    for each in range(at + 2, min(at + 10, len(words))):
        if words.pos[each] in ("ADP", "VERB", "PUNCT") and words.texts[each] != "-":
            return False
        if words.pos[each] == "NOUN" and words.lowers[each] in vocab.persons and words.lowers[each] not in _EITHER:
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
        if len(parts) < 2 or not ballot or ballot.most_common(1)[0][0] != "person":
            continue
        weight = 12 if told[text] else 2 * _PARSER
        told[parts[-1]]["person"] += weight
        if guessed[parts[0]].most_common(1)[:1] != [("place", guessed[parts[0]]["place"])]:
            told[parts[0]]["person"] += weight // 4


def _text(words: Words, piece: _Piece) -> str:
    return " ".join(words.texts[piece.start : piece.end])


def _named(words: Words, piece: _Piece, votes: dict[str, _Vote]) -> Name | None:
    text = _text(words, piece)
    vote = votes[text]
    known = gazetteer().folded.get(text)
    if vote.told and vote.sort != "none":
        if words.titled[piece.start] and vote.sort == "person" and piece.end - piece.start > 4:
            return None
        return Name(piece.start, piece.end, vote.sort, "name", text, vote.rule, known, piece.title, piece.honorific)
    standing = _standing(words, piece, vote)
    if vote.sort == "none" or standing == "doubtful":
        if not _may_be_person(words, piece):
            return None
        return Name(piece.start, piece.end, "person", "name", text, "name.doubtful", None, piece.title, None, False)
    sure = standing == "sure" and vote.sort == "person"
    return Name(piece.start, piece.end, vote.sort, "name", text, vote.rule, known, piece.title, None, sure)


def _standing(words: Words, piece: _Piece, vote: _Vote) -> Literal["sure", "unsure", "doubtful"]:
    """How far the parser's word alone is trusted: less for words of the dictionary, figures, shouted words and titles."""
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


def _may_be_person(words: Words, piece: _Piece) -> bool:
    """Whether an unlabelled capital does or owns something, as a person would."""
    at = piece.end - 1
    if words.labels[at] in ("WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LANGUAGE") or words.titled[at]:
        return False
    if piece.end - piece.start > 3 or words.pos[at] != "PROPN" or not words.texts[at].isalpha():
        return False
    return words.deps[at] not in ("compound", "amod", "nmod") and not words.texts[at].isupper()
