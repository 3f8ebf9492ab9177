"""A line of the brief: which member of a row it is, how much of its sentence it shows, and which accounts it cites.

A line stands alone, names who speaks where somebody does, and cites only accounts whose claim agrees with it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from variorum.model.alignment import Key
from variorum.model.collation import DivergenceRow, Point
from variorum.model.markup import Claim, Quantity
from variorum.model.text import Span
from variorum.report.bearers import bearers, sentences
from variorum.report.bearing import bears
from variorum.report.catalogue import Catalogue
from variorum.report.clarity import alone, balanced, clarity, complete, is_chatty, points_elsewhere, unquoted, whole
from variorum.report.ledger import Entry
from variorum.report.shown import is_of_the_work
from variorum.report.support import unsupported
from variorum.report.words import telling

__all__ = ["agreeing", "loaded", "members", "point", "readable", "stood"]

LONGEST = 48  # words of a sentence that a point may carry whole; beyond, the claim alone is easier to read
LEAST = 4  # content words, below which a line without a number tells nothing
CLEAR = 0.55  # a point needs a clause that stands alone
_SOMEBODY = re.compile(
    r"(?:he|she|it|they|we|i|you|who|this|that|the (?:report|statement|post|email))\b", re.IGNORECASE
)
_OPPOSED = frozenset({"denied", "refused"})
_UNTOLD = frozenset({"possible", "conditional", "desired", "considered"})


def members(book: Catalogue, entry: Entry) -> list[Key]:
    """The claims of a row in the order in which they may speak for it: plain before loaded, the gist, the clear."""
    group = book.alignment.groups[entry.group]
    return sorted(
        (key for key in group.claims if clarity(book.by_id[key.account], book.claim(key)) >= CLEAR),
        key=lambda key: (
            loaded(book, _sentence_of(book, key)),
            key != group.gist,
            -round(clarity(book.by_id[key.account], book.claim(key)), 3),
            book.rank(key.account),
            key.index,
        ),
    )


def point(
    book: Catalogue, key: Key, entry: Entry, parted: Sequence[DivergenceRow], rows: Mapping[str, int]
) -> Point | None:
    """The line that a claim makes, cited with the members of its row that agree with it and whose accounts bear it.

    `rows` gives the group of each claim's id. None where no words stand alone.
    """
    shown = readable(book, key)
    if shown is None or _is_empty(book, key, shown[0]) or is_of_the_work(shown[0]):
        return None
    text, own = shown
    groups = (book.alignment.groups[at] for at in {entry.group, *(rows[each] for each in own if each in rows)})
    told = sentences(book, [each for group in groups for each in group.claims])
    row = book.alignment.groups[entry.group].claims
    bearing = bearers(book, key, row)
    keys = [
        each
        for each in agreeing(book, key, row, parted, own)
        if each.account == key.account or (each.account in bearing and bears(text, told[each.account]))
    ]
    cites = dict.fromkeys((*own, *book.ids(keys)))
    return Point(text=text, cites=tuple(cites), group=entry.row.id)


def readable(book: Catalogue, key: Key) -> tuple[str, tuple[str, ...]] | None:
    """The claim where it stands alone, else its sentence where the claims in it carry all its names and numbers."""
    claim, sentence, marked = book.claim(key), book.sentence(key), book.by_id[key.account]
    if sentence is not None and sentence.kind in ("headline", "caption"):
        return None
    if claim.source.kind == "outlet" and claim.free_standing and alone(marked, claim) and begins(claim.text):
        return book.words(claim.span), book.ids([key])
    if sentence is None or len(book.words(sentence.span).split()) > LONGEST:
        return None
    line = book.words(sentence.span)
    siblings = [
        each for each in book.beside(key.account, claim.sentence) if sentence.span.covers(book.claim(each).span)
    ]
    named = [part for each in siblings for part in stood(book, each)]
    if unsupported(line, named) or not _is_line(line) or not _tells_who(claim, line):
        return None
    return line, book.ids([key, *siblings])


def agreeing(
    book: Catalogue, key: Key, keys: Iterable[Key], parted: Sequence[DivergenceRow], shown: Iterable[str] = ()
) -> tuple[Key, ...]:
    """The claims that neither deny one nor give another number of its unit, of accounts that no divergence sets apart.

    `shown` are the ids of what stands in the same line; an account against any of it does not agree with the line.
    """
    own = {book.claim_ids[key], *shown}
    against = {
        book.claim_keys[each].account
        for row in parted
        for side in row.sides
        if any(own & set(mine) for mine in row.sides) and not own & set(side)
        for each in side
        if each in book.claim_keys
    } - {key.account}
    return tuple(each for each in keys if each.account not in against and _agree(book, key, each))


def loaded(book: Catalogue, span: Span) -> int:
    """How many words of a span take a side in the account's own voice."""
    marks = book.by_id[span.account].wording
    return sum(
        each.kind in ("loaded", "label", "scare") and not each.quoted and span.covers(each.span) for each in marks
    )


def begins(text: str) -> bool:
    """Whether a line begins as a sentence does: a shard without its speaker would read as the outlet's own word."""
    first = text.lstrip("“\"'‘(— ")[:1]
    return first.isupper() or first.isdigit()


def stood(book: Catalogue, key: Key) -> tuple[str, ...]:
    """What a claim carries of its account's words."""
    claim = book.claim(key)
    return (book.words(claim.span), claim.source.text, claim.source.cue)


def _sentence_of(book: Catalogue, key: Key) -> Span:
    sentence = book.sentence(key)
    return sentence.span if sentence is not None else book.claim(key).span


def _is_line(text: str) -> bool:
    return (
        begins(text)
        and balanced(text)
        and whole(text)
        and not points_elsewhere(text)
        and not text.rstrip(" ”\"'").endswith(("?", ":", ","))
        and not is_chatty(text)
        and len(unquoted(text).split()) > 2  # words of somebody's, with nobody to say them
    )


def _is_empty(book: Catalogue, key: Key, text: str) -> bool:
    return len(telling(text)) < LEAST and not book.claim(key).quantities


def _tells_who(claim: Claim, text: str) -> bool:
    """Whether a line that somebody vouches for names that somebody."""
    if claim.source.kind == "outlet":
        return complete(claim)
    source = claim.source.text.strip()
    return bool(source) and source in text and not _SOMEBODY.match(source)


def _agree(book: Catalogue, key: Key, other: Key) -> bool:
    if key == other:
        return True
    one, two = book.claim(key), book.claim(other)
    if one.polarity != two.polarity or (one.modality in _OPPOSED) != (two.modality in _OPPOSED):
        return False
    if one.modality not in _UNTOLD and two.modality in _UNTOLD:
        return False
    return not any(
        _clash(left, right)
        for left in _quantities(book, key)
        for right in _quantities(book, other)
        if left.unit == right.unit and left.kind == right.kind
    )


def _quantities(book: Catalogue, key: Key) -> list[Quantity]:
    marked = book.by_id[key.account]
    return [marked.quantities[at] for at in book.claim(key).quantities]


def _clash(left: Quantity, right: Quantity) -> bool:
    """Whether two numbers of one unit share no value; an open end reaches as far as one likes."""
    low = max(each.low if each.low is not None else float("-inf") for each in (left, right))
    high = min(each.high if each.high is not None else float("inf") for each in (left, right))
    return low > high
