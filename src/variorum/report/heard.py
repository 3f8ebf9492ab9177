"""The main quotations and the people of a page: who speaks, on whose word, in which accounts. It words nothing anew."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model.collation import Collation, EntityRow, QuoteRow
from variorum.report.shown import is_spoken

__all__ = ["Utterance", "known", "main_quotes"]

MOST_HEARD, MOST_EACH = 10, 2  # quotations of a page without the full list, and of one speaker there
_OFTEN = 3  # accounts from which somebody belongs to a page though nobody says who it is
_AROUND = 200  # code points of a sentence beside a quotation that are searched for who tells of it; chosen, not swept
_SHARE = 0.5  # of an utterance, from which a shorter one that it holds is the same; chosen, not swept
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<teller>[^.,;:“”\"\n]{2,70})")
_STOP = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)[.!?]['’”\"]? (?=[A-Z“\"])|\n")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Utterance:
    """One speaker's words. `teller`: on whose word, as the account names it; empty where the account itself quotes.

    `accounts` are the numbers of those that carry the words.
    """

    name: str
    teller: str
    text: str
    accounts: tuple[int, ...]


def main_quotes(
    collation: Collation, said: Sequence[tuple[EntityRow, Sequence[Sequence[QuoteRow]]]]
) -> tuple[Utterance, ...]:
    """The main quotations, those of most accounts first; of one that holds another, the words that both carry.

    `said` are the named speakers in the page's order, each with the places of each utterance.
    """
    numbers = {row.id: at for at, row in enumerate(collation.accounts, start=1)}
    told: list[tuple[int, int, QuoteRow, EntityRow, tuple[int, ...]]] = []
    for at, (speaker, utterances) in enumerate(said):
        for places in _joined([same for same in utterances if is_spoken(same[0].text)]):
            carried = tuple(sorted({numbers[each.account] for each in places}))
            if speaker.kind == "person" or len(carried) > 1:
                told.append((-len(carried), at, places[0], speaker, carried))
    found: list[Utterance] = []
    of: Counter[str] = Counter()
    for _, _, quote, speaker, carried in sorted(told, key=lambda each: (*each[:2], each[2].account, each[2].at)):
        alone = f"only {carried[0]}" if len(carried) == 1 else ""
        if of[speaker.name] < MOST_EACH and (not alone or of[alone] < MOST_EACH):
            of.update((speaker.name, alone))
            found.append(Utterance(speaker.name, _teller(collation, quote), _unmarked(quote.text), carried))
    return tuple(found[:MOST_HEARD])


def _joined(utterances: Sequence[Sequence[QuoteRow]]) -> list[list[QuoteRow]]:
    """The utterances of one speaker; of two of which one holds the other, the shorter with the places of both."""
    kept: list[tuple[str, list[QuoteRow]]] = []
    for same in sorted(utterances, key=lambda each: (len(_key(each[0].text)), each[0].account, each[0].at)):
        key = _key(same[0].text)
        home = next((places for short, places in kept if short in key and len(short) >= _SHARE * len(key)), None)
        if home is None:
            kept.append((key, list(same)))
        else:
            home.extend(same)
    return [places for _, places in kept]


def _key(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def _unmarked(text: str) -> str:
    """The words without a second pair of marks around them."""
    words = text.strip().strip('“”"')
    return words.strip("'‘’ ") if words[:1] in ("'", "‘") else words


def _teller(collation: Collation, quote: QuoteRow) -> str:
    """On whose word the account has it: "according to the memo" in its sentence, or who is said to report it."""
    text = next(row.text for row in collation.accounts if row.id == quote.account)
    start, end = quote.at
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = before[max((match.end() for match in _STOP.finditer(before)), default=0) :]
    stop = _STOP.search(after)
    sentence = (before, after[: stop.start() + 1] if stop else after)
    match = next((found for part in sentence if (found := _ACCORDING.search(part))), None)
    if match is not None:
        return match["teller"].strip()
    names = {row.id: row.name for row in collation.entities if row.kind == "person"}
    around = [
        each
        for each in collation.quotes
        if each.kind == "indirect"
        and each.account == quote.account
        and each.at[0] <= start
        and end <= each.at[1]
        and each.speaker in names
        and each.speaker != quote.speaker
    ]
    inner = min(around, key=lambda each: each.at[1] - each.at[0], default=None)
    return names[inner.speaker] if inner is not None and inner.speaker is not None else ""


def known(collation: Collation, people: Iterable[EntityRow]) -> tuple[EntityRow, ...]:
    """The people of whom an account says who they are, whom it quotes, or whom several name in full and by surname.

    Nobody is of the story whom only quoted words name, and who is not quoted himself.
    """
    texts = {row.id: row.text for row in collation.accounts}
    quoted = {quote.speaker for quote in collation.quotes if quote.kind == "direct"}
    spoken: dict[str, list[tuple[int, int]]] = {}
    for quote in sorted(collation.quotes, key=lambda each: each.at):
        if quote.kind != "indirect":
            spoken.setdefault(quote.account, []).append(quote.at)
    found = []
    for row in people:
        words = row.name.split()
        names = {row.name, *row.aliases}
        named = [each for each in row.mentions if texts[each.account][slice(*each.at)] in names]
        own = [each for each in named if not _inside(spoken.get(each.account, []), each.at)]
        told = len({each.account for each in own}) >= _OFTEN and len(words) > 1 and words[-1] in names
        if row.id in quoted or told or (row.roles and (own or not named)):
            found.append(row)
    return tuple(found)


def _inside(marks: Sequence[tuple[int, int]], at: tuple[int, int]) -> bool:
    """Whether a place lies in the marks that open last before it."""
    place = bisect_right(marks, (at[0], at[1] + 1)) - 1
    return place >= 0 and at[1] <= marks[place][1]
