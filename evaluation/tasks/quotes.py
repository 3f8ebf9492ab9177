"""Quotes and indirect speech: marked words, their speakers, and the content of indirect speech, on PolNeAR.

A direct quote of the labels is a piece of content that stands between quotation marks, marks included.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from evaluation.harness import Error, Result, Task, measured
from evaluation.measures import f1
from variorum.annotate import annotate
from variorum.model.markup import AnnotatedAccount, Quote
from variorum.model.text import Account

__all__ = ["TASK"]

_SAMPLE = 24
_WORD = re.compile(r"\w+")
_OPEN, _CLOSE = "“\"‘'«„", "”\"’'»"
_REGEX = re.compile(r"“[^”\n]{1,2000}”|\"[^\"\n]{1,2000}\"")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")
_SHARE = 0.8

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled attribution: content and source as pieces of code points."""

    content: tuple[Piece, ...]
    source: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its labels, of one annotator."""

    name: str
    text: str
    golds: tuple[Gold, ...]

    def direct(self) -> Iterator[tuple[Piece, Gold]]:
        """The pieces of content that marks enclose."""
        for gold in self.golds:
            for start, end in gold.content:
                inner = self.text[start:end].rstrip(".,;: ")
                if len(inner) > 2 and inner[0] in _OPEN and inner[-1] in _CLOSE:
                    yield (start, start + len(inner)), gold


def measure(folder: Path, split: str, sample: bool) -> Result:
    """Scores the attribution and quote steps."""
    texts = labelled(folder / "polnear" / split)
    return measured(texts, _judge, _score, key=lambda text: text.name, most=_SAMPLE, sample=sample)


@dataclass(slots=True)
class Tally:
    """Counts over all texts."""

    gold: int = 0
    hit: int = 0
    found: int = 0
    right: int = 0
    voiced: int = 0
    speakers: int = 0
    indirect: int = 0
    indirect_gold: int = 0
    indirect_right: int = 0
    sources: int = 0
    sourced: int = 0

    def figures(self) -> dict[str, float]:
        """The figures of the scoreboard."""
        content = f1(self.indirect_right, self.indirect, self.indirect_gold)
        return {
            "direct recall": self.hit / max(1, self.gold),
            "direct precision": self.right / max(1, self.found),
            "speaker": self.speakers / max(1, self.voiced),
            "indirect F1": content.f1,
            "indirect precision": content.precision,
            "indirect recall": content.recall,
            "source": self.sources / max(1, self.sourced),
        }


@dataclass(frozen=True, slots=True)
class _Judged:
    """One text's counts, the baseline's, and the errors."""

    ours: Tally
    base: Tally
    errors: tuple[Error, ...]


def _judge(text: Labelled) -> _Judged:
    marked = annotate(Account(text=text.text, names=(text.name,)))
    ours, base = Tally(), Tally()
    errors = tuple(judge(text, marked, ours))
    _baseline(text, base)
    return _Judged(ours, base, errors)


def _score(judged: Sequence[_Judged]) -> Result:
    ours, base = (_summed([getattr(each, side) for each in judged]) for side in ("ours", "base"))
    errors = [error for each in judged for error in each.errors]
    return Result(figures=ours.figures(), items=ours.gold, baseline=base.figures(), errors=errors)


def _summed(tallies: Sequence[Tally]) -> Tally:
    return Tally(*(sum(counts) for counts in zip(*map(astuple, tallies), strict=True)))


def labelled(folder: Path) -> tuple[Labelled, ...]:
    """The texts of one side, each text once, with the labels of the annotator whose file comes first by name."""
    seen: dict[str, Labelled] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        source = folder / "text" / f"{path.stem.rpartition('_')[0]}.txt"  # the annotator stands after the last "_"
        if source.exists():
            text = source.read_text(encoding="utf-8")
            seen.setdefault(text, Labelled(path.stem, text, _golds(path.read_text(encoding="utf-8"))))
    return tuple(seen.values())


def judge(text: Labelled, marked: AnnotatedAccount, tally: Tally) -> Iterator[Error]:
    """Counts one account's quotes; yields the errors."""
    direct = [quote for quote in marked.quotes if quote.kind == "direct"]
    for piece, gold in text.direct():
        tally.gold += 1
        cover = sum(_shared(piece, (quote.span.start, quote.span.end)) for quote in direct)
        if cover < _SHARE * (piece[1] - piece[0]):
            yield Error(text.name, "missed", _around(text.text, piece), _words(text.text, gold.source))
            continue
        tally.hit += 1
        if gold.source:
            tally.voiced += 1
            best = max(direct, key=lambda quote: _shared(piece, (quote.span.start, quote.span.end)))
            if _speaks(text, marked, best, gold):
                tally.speakers += 1
            else:
                yield Error(
                    text.name, "speaker", _around(text.text, piece), _words(text.text, gold.source), best.source
                )
    contents = [piece for gold in text.golds for piece in gold.content]
    for quote in direct:
        tally.found += 1
        at = (quote.evidence[0].start, quote.evidence[0].end)
        if sum(_shared(at, piece) for piece in _union(contents)) >= _SHARE * (at[1] - at[0]):
            tally.right += 1
        else:
            yield Error(text.name, "invented", _around(text.text, at), "", f"{quote.source} / {quote.cue}")
    yield from _indirect(text, marked, tally)


def _indirect(text: Labelled, marked: AnnotatedAccount, tally: Tally) -> Iterator[Error]:
    """Words of content outside of all quotation marks that the labels or we call direct."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(text.text)]
    straight = [piece for piece, _ in text.direct()]
    straight += [(each.span.start, each.span.end) for each in marked.quotes if each.kind == "direct"]
    direct = _covered(words, straight)
    gold_words = _covered(words, [piece for gold in text.golds for piece in gold.content]) - direct
    contents = [(piece.start, piece.end) for each in marked.attributions for piece in each.content]
    our_words = _covered(words, contents) - direct
    tally.indirect += len(our_words)
    tally.indirect_gold += len(gold_words)
    tally.indirect_right += len(our_words & gold_words)
    for gold in text.golds:
        mine = _covered(words, gold.content)
        best = max(marked.attributions, key=lambda each: _overlap(each.content, gold.content), default=None)
        if mine and not len(mine & (our_words | direct)) >= len(mine) / 2:
            at = (gold.content[0][0], gold.content[-1][1])
            yield Error(text.name, "indirect missed", _around(text.text, at), _words(text.text, gold.source), "none")
        if best is not None and gold.source and _overlap(best.content, gold.content):
            tally.sourced += 1
            right = best.source is not None and any(
                _shared((best.source.start, best.source.end), piece) for piece in gold.source
            )
            tally.sources += right
            if not right:
                yield Error(
                    text.name,
                    "source",
                    _around(text.text, gold.content[0]),
                    _words(text.text, gold.source),
                    best.source_text,
                )
    for each in marked.attributions:
        mine = _covered(words, [(piece.start, piece.end) for piece in each.content]) - direct
        if mine and len(mine & gold_words) < len(mine) / 2:
            at = (each.content[0].start, each.content[-1].end)
            yield Error(
                text.name, "indirect invented", _around(text.text, at), "", f"{each.source_text} / {each.cue_text}"
            )


def _baseline(text: Labelled, tally: Tally) -> None:
    """Marks by a regular expression, the nearest capitalised words as the speaker."""
    found = [match.span() for match in _REGEX.finditer(text.text)]
    names = [match.span() for match in _NAME.finditer(text.text)]
    for piece, gold in text.direct():
        tally.gold += 1
        if sum(_shared(piece, each) for each in found) < _SHARE * (piece[1] - piece[0]):
            continue
        tally.hit += 1
        if gold.source:
            outside = [name for name in names if not _shared(name, piece)]
            nearest = min(outside, key=lambda name: min(abs(name[0] - piece[1]), abs(piece[0] - name[1])), default=None)
            tally.voiced += 1
            words = set(_WORD.findall(_words(text.text, gold.source)))
            tally.speakers += nearest is not None and bool(words & set(_WORD.findall(text.text[slice(*nearest)])))
    contents = _union([piece for gold in text.golds for piece in gold.content])
    tally.found += len(found)
    tally.right += sum(sum(_shared(at, piece) for piece in contents) >= _SHARE * (at[1] - at[0]) for at in found)


def _golds(text: str) -> tuple[Gold, ...]:
    spans: dict[str, tuple[Piece, ...]] = {}
    golds = []
    for line in text.splitlines():
        if line.startswith("T"):
            key, where, *_ = line.split("\t")
            _, _, places = where.partition(" ")
            spans[key] = tuple((int(a), int(b)) for a, b in (each.split() for each in places.split(";")))
    for line in text.splitlines():
        if line.startswith("E"):
            parts: dict[str, list[Piece]] = {"Content": [], "Source": []}
            for part in line.split("\t")[1].split():
                role, _, key = part.partition(":")
                if role.rstrip("0123456789") in parts:
                    parts[role.rstrip("0123456789")].extend(spans.get(key, ()))
            if parts["Content"]:
                golds.append(Gold(tuple(sorted(parts["Content"])), tuple(sorted(parts["Source"]))))
    return tuple(golds)


def _speaks(text: Labelled, marked: AnnotatedAccount, quote: Quote, gold: Gold) -> bool:
    attribution = marked.attributions[quote.attribution] if quote.attribution is not None else None
    source = attribution.source if attribution else None
    if source and any(_shared((source.start, source.end), piece) for piece in gold.source):
        return True
    theirs = {
        mention.referent
        for mention in marked.mentions
        if mention.referent is not None
        and any(_shared((mention.span.start, mention.span.end), each) for each in gold.source)
    }
    if quote.speaker is not None and quote.speaker in theirs:
        return True
    ours = quote.source + (" " + marked.referents[quote.speaker].name if quote.speaker is not None else "")
    names = {word for word in _WORD.findall(_words(text.text, gold.source)) if word[0].isupper() and len(word) > 2}
    return bool(names & set(_WORD.findall(ours)))


def _union(pieces: list[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _covered(words: list[Piece], pieces: Sequence[Piece]) -> set[Piece]:
    """The words, which stand in order, that lie in one of the pieces."""
    found: set[Piece] = set()
    for start, end in pieces:
        inside = words[bisect_left(words, (start, start)) : bisect_left(words, (end, end))]
        found.update(word for word in inside if word[1] <= end)
    return found


def _overlap(content: tuple, pieces: tuple[Piece, ...]) -> int:  # type: ignore[type-arg]
    return sum(_shared((one.start, one.end), piece) for one in content for piece in pieces)


def _shared(one: Piece, other: Piece) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _around(text: str, at: Piece) -> str:
    return f"{text[max(0, at[0] - 90) : at[0]]}[[{text[at[0] : min(at[1], at[0] + 160)]}]]{text[at[1] : at[1] + 90]}"


def _words(text: str, pieces: tuple[Piece, ...]) -> str:
    return " ".join(text[start:end] for start, end in pieces)


TASK = Task(
    name="quotes",
    what="quotes and indirect speech",
    metric="direct quotes: recall, precision, speaker; indirect: token F1 of content",
    headline="speaker",
    dev=("polnear/dev/text/*.txt", "polnear/dev/attributions/*.ann"),
    test=("polnear/test/text/*.txt", "polnear/test/attributions/*.ann"),
    measure=measure,
    bar=0.88,
    goal=0.95,
    terms={
        "speaker": "of direct quotes found, those with the right speaker",
        "direct recall": "labelled direct quotes found",
        "direct precision": "our direct quotes that are labelled content",
        "indirect F1": "words of indirect speech",
        "indirect precision": "our words of indirect speech that are labelled",
        "indirect recall": "labelled words that are ours",
        "source": "attributions with the right words as their source",
    },
    baseline="double marks by a regular expression, the nearest capitalised words as speaker",
    gated=("direct recall", "direct precision", "indirect F1"),
    slow=True,
    departures="A direct quote counts as found when 80 % of it is ours; a speaker is right when our source overlaps "
    "the labelled one, or is the same member of the cast. Of texts with several annotators the first "
    "one's labels count.",
    errors_like="Speakers: lists of quotations with the name behind a dash; in some texts the labels give the cue as "
    "the source. Invented: titles and terms in marks. Indirect speech missed: content of a noun (his "
    "theory of, a forecast of), of a refusal to comment, or of a clause that hangs on a claim; invented: "
    "plans and reactions (pledged to, railing against, called) that the labels do not take for speech.",
)
