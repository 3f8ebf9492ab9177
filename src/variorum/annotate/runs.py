"""Stretches of capitals that may be names: runs, cut into organizations, known places, titles and persons.

A capital that opens a sentence counts only where the word is a name elsewhere, too.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from variorum.annotate.gazetteer import Known, find_known
from variorum.annotate.titles import Vocabulary, vocabulary
from variorum.annotate.words import Words

__all__ = ["Piece", "Scan", "Sort", "scanned"]

Sort = Literal["person", "organization", "place", "none"]
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
_OFTEN = 3  # places where a title with no name behind it is one itself: `Prince sang`
_LONGEST = 12  # tokens of a name: longer runs of capitals are lists or shouted lines


@dataclass(slots=True)
class Piece:
    """A stretch of a run that may be a name; `sort` where its own words settle it."""

    start: int
    end: int
    sort: Sort | None
    rule: str
    title: int
    honorific: str | None = None

    def text(self, words: Words) -> str:
        """Its words, as they are written."""
        return " ".join(words.texts[self.start : self.end])


@dataclass(slots=True)
class Scan:
    """Cuts runs, from left to right, into organizations, known places and peoples, titles and names of persons."""

    words: Words
    vocab: Vocabulary
    known: dict[int, tuple[int, Known]]
    pieces: list[Piece] = field(default_factory=list)
    settled: list[tuple[int, int, Known]] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)
    done: int = 0

    def split(self, start: int, end: int) -> None:
        """Cuts one run; what an earlier one took is left out."""
        at = max(start, self.done)
        while at < end:
            body = self.organization(at, end)
            if body:
                self.pieces.append(Piece(at, body, "organization", "name.organization", at))
                at = body
            elif at in self.known and not self.in_person(at, end):
                stop, what = self.known[at]
                self.settled.append((at, stop, what))
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
            if found and found[0] == each - 1 and not _entitles(words, each - 1, found[1].kind):
                found = None
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
            name = words.texts[start] in vocab.first_names or words.texts[start] in vocab.rare_names
            if end - start == 1 and name and words.pos[start - 1] != "DET" and words.pos[start] == "PROPN":
                self.lone.append(start)
            return
        titled = title >= 0 and end - at <= 6
        self.pieces.append(
            Piece(at, end, "person" if titled else None, "name.titled" if titled else "name.vote", title, honorific)
        )


def _entitles(words: Words, at: int, kind: str) -> bool:
    """Whether a word is a title here: not in `the official site`, nor in `a chip major`."""
    return words.texts[at][:1].isupper() or (kind != "rank" and words.pos[at] != "ADJ")


def scanned(words: Words) -> Scan:
    """All pieces of an account, with what the gazetteer knows."""
    scan = Scan(words, vocabulary(), {start: (end, what) for start, end, what in find_known(words.texts)})
    for start, end in _runs(words):
        scan.split(start, end)
    times = Counter(words.texts[at] for at in scan.lone)
    often = [at for at in scan.lone if times[words.texts[at]] >= _OFTEN]
    scan.pieces += [Piece(at, at + 1, "person", "name.vote", -1) for at in often]
    return scan


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
