"""Takes page furniture out of a text: buttons, menus, notices, credits; headings, bullets and labels stay.

By rule, with phrases from `lang/en/furniture.toml`. A line that reads as a sentence goes only for what it begins with.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from variorum import lang

__all__ = ["Stripped", "is_prose", "is_short", "strip_furniture"]

_ENDS = (".", "!", "?", "…", '"', "”", "’", "'", ")")
_BULLETS = ("•", "-", "–", "—", "*", "·", "▪", "◦", "‣", "●")
_SEPARATORS = ("|", " » ", " › ", " > ", " · ", " • ", " / ")
_MENU_RUN = 3  # short lines in a row that make a menu: two may be a kicker and a name
_MENU_WORDS = 3
_TAIL_WORDS = 4
_SENTENCE_WORDS = 6
_LONGEST = 4_000  # code points of a line that is looked at: a list of other stories may be one line
_AROUND = " .:!…-•*>»|()[]"
_WORDS = str.maketrans(dict.fromkeys("().,/|;:-–—©", " "))
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of furniture: where in a line it stands, what else does, how long the line may be, what it is."""

    id: str
    text: str
    match: str
    kind: str
    most: int = 0
    also: str = ""


@dataclass(frozen=True, slots=True)
class Stripped:
    """The text without furniture, how many lines of each kind went, and the copyright lines among them."""

    text: str
    kinds: tuple[tuple[str, int], ...]
    copyright: tuple[str, ...] = ()


def strip_furniture(text: str) -> Stripped:
    """The text of the account alone; linear in its length, and the same when it is done again."""
    lines = text.split("\n")
    gone: dict[int, str] = {}
    for index, line in enumerate(lines):
        kind = _kind(line) if line else None
        if kind:
            gone[index] = kind
    _repeats(lines, gone)
    _head(lines, gone)
    _tail(lines, gone)
    kept = [line for index, line in enumerate(lines) if index not in gone]
    notices = tuple(dict.fromkeys(lines[index] for index, kind in gone.items() if kind == "copyright"))
    return Stripped(_joined(kept), tuple(sorted(Counter(gone.values()).items())), notices)


def is_prose(line: str) -> bool:
    """Whether a line reads as a sentence: some words and a mark that ends it."""
    return line.endswith(_ENDS) and line.count(" ") >= _SENTENCE_WORDS - 1


def is_short(line: str, most: int) -> bool:
    """Whether a line is no bullet, ends like no sentence or label and has at most so many words."""
    return not line.endswith((*_ENDS, ":", ",", ";")) and not line.startswith(_BULLETS) and line.count(" ") < most


@cache
def _phrases() -> dict[str, dict[str, list[Phrase]]]:
    """By the way they match, then by the first word (for phrases that begin a line); the longest first."""
    table: dict[str, dict[str, list[Phrase]]] = {"line": {}, "start": {}, "within": {}}
    for phrase in sorted(lang.load("en", "furniture", Phrase), key=lambda each: -len(each.text)):
        match = {"line": "line", "start": "start", "glued": "start"}.get(phrase.match, "within")
        key = phrase.text if match == "line" else phrase.text.split()[0] if match == "start" else ""
        table[match].setdefault(key, []).append(phrase)
    return table


def _kind(line: str) -> str | None:
    """What kind of furniture a line is, looked at by itself."""
    if len(line) > _LONGEST:
        return None
    if not any(map(str.isalnum, line)):
        return "rule"
    plain = line.translate(_FOLD)
    folded = plain.casefold()
    bare = folded.strip(_AROUND)
    table = _phrases()
    if bare in table["line"]:
        return table["line"][bare][0].kind
    seen = _Line(plain.lstrip(_AROUND), folded.lstrip(_AROUND), bare, folded.count(" ") + 1, is_prose(line))
    first = seen.folded.split(" ", 1)[0]
    for phrase in (*table["start"].get(first, ()), *table["start"].get(first.rstrip(":"), ()), *table["within"][""]):
        if seen.words <= phrase.most and phrase.also in folded and seen.has(phrase):
            return None if phrase.kind == "date" and seen.prose else phrase.kind
    if _is_trail(line):
        return "menu"
    return "related" if _is_teaser(line) else None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without what stands before its words; the same in small letters, and without what stands around them."""

    line: str
    folded: str
    bare: str
    words: int
    prose: bool

    def has(self, phrase: Phrase) -> bool:
        """Whether the phrase stands where it must."""
        text = phrase.text
        if phrase.match in ("start", "glued"):
            at = self.line[len(text) : len(text) + 2]
            begins = self.folded.startswith(text) and not (text[-1].isalnum() and (at[:1].isalnum() or at[:1] == "-"))
            return begins and (phrase.match == "start" or (not self.prose and at[1:].isupper()))
        if phrase.match == "anywhere":
            return text in self.folded and '"' not in self.folded
        if self.prose:
            return False
        if phrase.match == "button":
            return self.line.endswith(" " + text.capitalize())
        return self.bare.endswith(text) if phrase.match == "end" else text in self.folded


def _is_trail(line: str) -> bool:
    """Home | News | World: short parts between separators, no sentence among them."""
    if is_prose(line) or line.startswith(_BULLETS):
        return False
    for mark in _SEPARATORS:
        parts = [part for part in line.split(mark) if part.strip()]
        if len(parts) >= _MENU_RUN and all(part.strip().count(" ") < _MENU_WORDS for part in parts):
            return True
    return False


def _is_teaser(line: str) -> bool:
    """A headline of another story in square brackets, or an address with a word or two."""
    if line.startswith("[") and line.endswith("]") and "[" not in line[1:]:
        return line.count(" ") >= _MENU_WORDS and "/" not in line and not is_prose(line[1:-1].strip())
    return line.count(" ") < _MENU_WORDS and ("://" in line or line.startswith("www."))


def _repeats(lines: list[str], gone: dict[int, str]) -> None:
    """A line that follows itself: page and caption, headline and heading. One of them stays."""
    before = None
    for index, line in enumerate(lines):
        if not line or index in gone:
            continue
        if line == before:
            gone[index] = "repeat"
        before = line


def _head(lines: list[str], gone: dict[int, str]) -> None:
    """Before the first sentence: runs of very short lines are menus, short lines in capitals are section names."""
    run: list[int] = []
    for index, line in enumerate(lines):
        if not line or index in gone:
            continue
        if not is_short(line, _MENU_WORDS):
            _drop_run(run, gone)
            if is_prose(line):
                return
            run = []
            continue
        run.append(index)
        if line.isupper() and line.count(" ") < _MENU_WORDS - 1:
            gone[index] = "menu"
    _drop_run(run, gone)


def _tail(lines: list[str], gone: dict[int, str]) -> None:
    """After the last sentence: what follows a "related" line goes, so do lines of a few words that end like none."""
    last = max(
        (i for i, line in enumerate(lines) if line and i not in gone and (is_prose(line) or line.startswith(_BULLETS))),
        default=None,
    )
    if last is None:
        return
    listing = False
    for index in range(last + 1, len(lines)):
        line = lines[index]
        if gone.get(index) == "related":
            listing = True
        elif line and index not in gone and (listing or is_short(line, _TAIL_WORDS)) and not _credits_wire(line):
            gone[index] = "related" if listing else "tail"


def _credits_wire(line: str) -> bool:
    """Whether a news agency stands in the line: it tells whose text the account is."""
    words = frozenset(line.translate(_WORDS).split())
    return any(words.issuperset(wire.split()) for wire in lang.words("en", "wires", "name"))


def _drop_run(run: list[int], gone: dict[int, str]) -> None:
    if len(run) >= _MENU_RUN:
        gone.update(dict.fromkeys(run, "menu"))


def _joined(lines: list[str]) -> str:
    """The lines that stay, never more than one blank line between two."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip("\n")
