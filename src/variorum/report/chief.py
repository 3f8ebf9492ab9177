"""Who did what, where and when, over all accounts: the clause of a first sentence that tells most of the title.

A headline is never cut in two for it. Where stands only what several accounts open with; when, what the account says.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.model.alignment import Key
from variorum.model.collation import At, LeadRow
from variorum.model.markup import AnnotatedAccount, Claim
from variorum.model.text import Span
from variorum.report.bearing import cover
from variorum.report.catalogue import Catalogue
from variorum.report.clarity import alone, whole
from variorum.report.event import Event, headline, plain_title
from variorum.report.lead import FIRST, lead

__all__ = ["chief", "opening"]

TELLS = 0.4  # share of the title's words from which a clause tells the same; chosen, not swept
MAIN = 0.2  # the same for its main clause alone, which may leave the reason to a lower one; chosen, not swept
_AMOUNT = re.compile(r"[$€£¥%]|\b(?:per ?cent|dollars|euros|pounds)\b")  # a sum is nobody
MOST_WORDS, MOST_WHO = 40, 12  # of a clause, of whom it begins with; a longer one tells two things
_BELOW = re.compile(r"\b(?:as|when|while|which|who|that)\b")
_IN = re.compile(r"\b(?:in|at|near) ([A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3})")
_NESTED = re.compile(r"\b(?:that|who|which|whose)\b")
WORDED = 6  # words of a headline that no sentence repeats by chance; chosen, not swept
LONG = 3  # letters of a word, up to which a headline writes it small
_DAY = re.compile(r" (?:on|late|early) (?:\w+ )?\w{3,6}day\b.*$")
_BEYOND = frozenset({"earth", "mars", "the moon", "moon", "the sun", "sun", "space", "the world", "world", "media"})


@dataclass(frozen=True, slots=True)
class _Clause:
    who: Span | None  # none where the clause begins with a sum; `what` then is the whole clause
    what: Span
    score: tuple[float, bool, bool, int]


def opening(book: Catalogue, keys: Iterable[Key]) -> int:
    """How many accounts tell some claims in their first sentences: the event itself, before what is said of it."""
    return len({key.account for key in keys if book.claim(key).sentence < FIRST})


def chief(book: Catalogue, title: str, when: Event) -> LeadRow | None:
    """The lead of the account whose first sentences tell the title best, in its own words."""
    if not book.story:
        return None
    told = headline(book)
    home = told[1] if told else book.story[0].id
    clauses = [found for marked in book.story for found in _clauses(marked, title, home)]
    best = max(clauses, key=lambda each: each.score, default=None)
    marked = book.by_id[best.what.account if best else home]
    own = lead(marked)
    dated = own.when is not None and when.told and own.day is not None and own.day[:10] == when.start
    return LeadRow(
        account=marked.id,
        who=_at(best.who) if best else None,
        what=_at(best.what) if best else None,
        when=_at(own.when) if dated else None,
        where=_at(_where(book, marked, own.where, title)),
        day=own.day,
    )


def _clauses(marked: AnnotatedAccount, title: str, home: str) -> Iterable[_Clause]:
    text = marked.account.text
    for claim in marked.claims:
        if claim.sentence >= FIRST or marked.sentences[claim.sentence].kind in ("headline", "caption"):
            continue
        if _is_headed(marked, claim):
            continue
        share = cover(title, [claim.text])
        main = cover(title, [_BELOW.split(claim.text, 1)[0]]) > MAIN
        adds = main and cover(claim.text, [title]) < 1 and not _is_title(claim.text)
        parts = _parts(marked, claim) if adds and share >= TELLS else None
        if parts:
            who, what = parts
            trimmed = _DAY.sub("", text[who.start : who.end])
            somebody = _AMOUNT.search(trimmed) is None
            yield _Clause(
                Span(marked.id, who.start, who.start + len(trimmed)) if somebody else None,
                what if somebody else claim.span,
                (round(share, 1), somebody, marked.id == home, -claim.sentence),
            )


def _parts(marked: AnnotatedAccount, claim: Claim) -> tuple[Span, Span] | None:
    """Who a clause begins with, and the rest of it from its verb on; None where it does not begin with anybody."""
    frame = claim.frame
    if frame is None or not alone(marked, claim) or claim.modality == "conditional":
        return None
    who = next(
        (
            each.span
            for role in ("agent", "patient")
            for each in frame.arguments
            if each.role == role and each.span.start == claim.span.start and each.span.end <= frame.span.start
        ),
        None,
    )
    if who is None or not whole(claim.text) or len(claim.text.split()) > MOST_WORDS:
        return None
    named, between = marked.account.text[who.start : who.end], marked.account.text[who.end : frame.span.start]
    if "," in between or len(named.split()) > MOST_WHO or _NESTED.search(named):
        return None
    rest = marked.account.text[who.end : claim.span.end]
    start = claim.span.end - len(rest.lstrip(" ,"))
    return (who, Span(marked.id, start, claim.span.end)) if rest.strip(" ,.") else None


def _is_headed(marked: AnnotatedAccount, claim: Claim) -> bool:
    """Whether the sentence has the account's headline in it, word for word: the page's head, run into one line."""
    sentence = marked.sentences[claim.sentence].span
    title = plain_title(marked.account.title).casefold()
    return (
        len(title.split()) >= WORDED
        and title in " ".join(marked.account.text[sentence.start : sentence.end].split()).casefold()
    )


def _is_title(text: str) -> bool:
    """Whether most long words begin in capitals: a headline that stands in the text."""
    words = [word for word in text.split() if len(word) > LONG]
    return 2 * sum(word[0].isupper() for word in words) > len(words) > 2


def _where(book: Catalogue, marked: AnnotatedAccount, place: Span | None, title: str) -> Span | None:
    """A place that another account too opens with, as a place where something is; one account alone is believed.

    Whom the title names, as in "Norway bans the ferry", is no place where it was.
    """
    for found in (place, *_titled(marked, title)):
        if found is not None and (believed := _believed(book, marked, found, title)):
            return believed
    return None


def _titled(marked: AnnotatedAccount, title: str) -> Iterable[Span]:
    """The places that the title says it was in, where the account names them."""
    for match in _IN.finditer(title):
        yield from (
            each.span for each in marked.mentions if each.kind in ("place", "country") and each.text == match[1]
        )


def _believed(book: Catalogue, marked: AnnotatedAccount, place: Span, title: str) -> Span | None:
    name = book.words(place)
    said = re.compile(
        rf"\b(?:in|at|near|outside|inside|on|off|of)\s(?:[\w-]+\s){{0,3}}{re.escape(name)}\b", re.IGNORECASE
    )
    if name.casefold() in _BEYOND or (name in title and not said.search(title)):
        return None
    others = [each for each in book.story if each.id != marked.id]
    written = marked.account.text.find(name.title()) if name.isupper() and len(name) > LONG else -1
    if written >= 0:  # a dateline's capitals
        place = Span(marked.id, written, written + len(name))
    return place if not others or any(said.search(_head(each)) for each in others) else None


def _head(marked: AnnotatedAccount) -> str:
    first = [each for each in marked.sentences[: 2 * FIRST] if each.kind not in ("headline", "caption")][:FIRST]
    return marked.account.text[first[0].span.start : first[-1].span.end] if first else ""


def _at(span: Span | None) -> At | None:
    return (span.start, span.end) if span else None
