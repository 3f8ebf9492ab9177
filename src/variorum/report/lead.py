"""Who did what, when and where, by the lead of one account, in the account's own words.

The headline says who and what; the first sentences say when and where. What the lead does not tell stays None.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from variorum.model.markup import AnnotatedAccount, Claim, Mention, Timex
from variorum.model.text import Span

__all__ = ["Lead", "lead"]

FIRST = 4  # sentences, the headline among them, in which an account says what happened and where
DATED = 10  # sentences in which it says when: captions and summaries often stand before the dated sentence
LABEL = 4  # words, at most, before the colon of a headline that says its topic first; chosen, not swept
_AT = ("in", "at", "near", "outside", "inside", "on", "off")
_BY = ("at", "near", "outside", "inside")  # what is named behind these is where, be it a building or a body's seat
_WHO = ("person", "organization", "country", "group")
_AWAY = re.compile(r"\b(?:beyond|outside(?:\sof)?|far\sfrom|away\sfrom)\s(?:the\s)?$", re.IGNORECASE)
_DAY = len("2020-01-01")
_COLON = re.compile(r":\s")
_NAMED = re.compile(
    r"(?:[a-z]{1,12} ){0,2}?(?P<name>(?:the |its |his |her |their )?[A-Z][\w’'.-]{0,40}(?: [A-Z][\w’'.-]{0,40}){0,4})"
)
_DATELINE = re.compile(
    r"(?<!\w)([A-Z]{4,20}(?: [A-Z]{2,20}){0,2})(?:, [A-Z][a-z]{2,8}\.? \d{1,2}|, [A-Z][\w.]{1,15})?"
    r"(?: \([A-Za-z]{2,20}\))? ?[-—–] "
)
_HYPHENS = frozenset("-\N{NON-BREAKING HYPHEN}\N{EN DASH}")
_PRONOUNS = frozenset({"he", "her", "him", "i", "it", "she", "that", "them", "they", "this", "we", "who", "you"})


@dataclass(frozen=True, slots=True)
class Lead:
    """The spans of the answers, None where the lead does not tell.

    `day` is the time's value; where the lead names no day near to its publication, it is the day of publication.
    """

    who: Span | None = None
    what: Span | None = None
    when: Span | None = None
    where: Span | None = None
    day: str | None = None


def lead(marked: AnnotatedAccount) -> Lead:
    """The answers that the headline and the first claims give."""
    headline = _headline(marked)
    claims = [claim for claim in marked.claims if claim.sentence < FIRST]
    who = _who(marked, claims, headline)
    when = _when(marked)
    return Lead(
        who=who,
        what=_what(marked, claims, headline, who),
        when=when.span if when else None,
        where=_where(marked),
        day=when.value if when else (marked.account.published or "")[:_DAY] or None,
    )


def _headline(marked: AnnotatedAccount) -> Span | None:
    """The headline without the topic that it may say first, before a colon."""
    heads = list(takewhile(lambda each: each.kind == "headline", marked.sentences))
    if not heads:
        return None
    start, end = heads[0].span.start, heads[-1].span.end
    text = marked.account.text[start:end]
    colon = _COLON.search(text)
    if colon and text[colon.end() :].strip() and len(text[: colon.start()].split()) <= LABEL:
        start += colon.end()
    return Span(marked.id, start, end)


def _who(marked: AnnotatedAccount, claims: list[Claim], headline: Span | None) -> Span | None:
    """Whom the headline begins with; else its first actor or source; else whom it names; else the lead's first actor.

    In `Unicef says it leaves` the source is who.
    """
    if headline:
        inside = [each for each in claims if headline.start <= each.span.end and each.span.start < headline.end]
        actors = [actor for claim in inside if (actor := _actor(marked, claim, headline))]
        said = [each.source for each in marked.attributions if each.source and each.source.end <= headline.end]
        named = _first_named(marked, headline)
        begins = [named] if named and _begins(marked, headline, named) else []
        if found := min((*actors, *said, *begins), key=lambda each: each.start, default=named):
            return found
    rest = (claim for claim in claims if headline is None or claim.span.start >= headline.end)
    return next((actor for claim in rest if (actor := _actor(marked, claim, None))), None)


def _begins(marked: AnnotatedAccount, headline: Span, span: Span) -> bool:
    """Whether a headline begins with a span, a title or form of address left out."""
    return len(marked.account.text[headline.start : span.start].split()) < 2


def _first_named(marked: AnnotatedAccount, span: Span) -> Span | None:
    """The first who is named in a span, places that say where left out."""
    inside = (each for each in marked.mentions if span.start <= each.span.start < span.end and each.form == "name")
    text = marked.account.text
    return next(
        (
            each.span
            for each in inside
            if each.kind in _WHO
            and text[span.start : each.span.start].split()[-1:] not in ([word] for word in _AT)
            and not _half(text, each.span)
        ),
        None,
    )


def _half(text: str, span: Span) -> bool:
    """Whether a span is one half of a compound (`Norway` in `Norway-Sweden border`)."""
    return text[span.start - 1 : span.start] in _HYPHENS or text[span.end : span.end + 1] in _HYPHENS


def _actor(marked: AnnotatedAccount, claim: Claim, headline: Span | None) -> Span | None:
    """A claim's agent, else its patient, that is no pronoun, cut to the headline; a topic before it is no actor."""
    arguments = claim.frame.arguments if claim.frame else ()
    for role in ("agent", "patient"):
        for span in (each.span for each in arguments if each.role == role):
            start = max(span.start, headline.start) if headline else span.start
            end = span.end
            if start >= end and claim.frame and claim.frame.span.start > start:  # the topic was taken for the agent
                end = claim.frame.span.start
            words = marked.account.text[start:end].strip()
            if words and words.lower() not in _PRONOUNS and not _half(marked.account.text, Span(marked.id, start, end)):
                return Span(marked.id, start, start + len(marked.account.text[start:end].rstrip()))
    return None


def _what(marked: AnnotatedAccount, claims: list[Claim], headline: Span | None, who: Span | None) -> Span | None:
    """What the headline says of whom it begins with, else the whole of it; the lead's first predicate without one."""
    if headline:
        leads = who is not None and who.end < headline.end and _begins(marked, headline, who)
        start = who.end if leads and who else headline.start
        start += len(marked.account.text[start : headline.end]) - len(
            marked.account.text[start : headline.end].lstrip()
        )
        return Span(marked.id, start, headline.end)
    claim = next(iter(claims), None)
    if claim is None:
        return None
    start = claim.frame.span.start if claim.frame else claim.span.start
    return Span(marked.id, min(start, claim.span.end - 1), claim.span.end)


def _when(marked: AnnotatedAccount) -> Timex | None:
    """The first day of the first sentences in the month of publication, one that dates a noun (`Monday's`) last."""
    end = _end(marked, DATED)
    text, published = marked.account.text, (marked.account.published or "")[:7]
    found = [each for each in marked.timexes if each.span.start < end and each.type in ("DATE", "TIME") and each.value]
    told = [each for each in found if each.origin.rule != "timex-hour"]
    days = [each for each in told if (each.value or "")[:4].isdigit() and len(each.value or "") >= _DAY]
    near = [each for each in days if (each.value or "")[:7] == published] if published else days
    plain = (each for each in near if text[each.span.end : each.span.end + 2] not in ("'s", "’s"))
    return next(plain, None) or next(iter(near or (() if published else found)), None)


def _where(marked: AnnotatedAccount) -> Span | None:
    """The first place, towns and buildings before countries, that a claim of the lead names with a preposition.

    Before a country, and where there is none, the place of the dateline.
    """
    claims = [claim for claim in marked.claims if claim.sentence < FIRST]
    said = [each for claim in claims for each in _places(marked, claim)]
    best = min(said, key=lambda each: each[0], default=None)
    if best is not None and not best[0]:
        return best[1]
    end = _end(marked, DATED)
    if dated := _DATELINE.search(marked.account.text, 0, end):
        return Span(marked.id, *dated.span(1))
    if best is not None:
        return best[1]
    named = [each for each in marked.mentions if each.form == "name" and each.kind in ("place", "country")]
    first = [each for each in named if each.span.start < end and not _is_away(marked.account.text, each)]
    return min(first, key=lambda each: (each.kind == "country", each.span.start)).span if first else None


def _places(marked: AnnotatedAccount, claim: Claim) -> Iterator[tuple[bool, Span]]:
    """Where a claim says that it was, and whether that is but a country."""
    text = marked.account.text
    for argument in claim.frame.arguments if claim.frame else ():
        if argument.role not in _AT:
            continue
        span = argument.span
        inside = [each for each in marked.mentions if each.form == "name" and _inside(each, span)]
        if place := next((each for each in inside if each.kind in ("place", "country")), None):
            yield place.kind == "country", place.span
        elif argument.role in _BY and (name := _NAMED.fullmatch(text, span.start, span.end)):
            at = Span(marked.id, *name.span("name"))
            yield from () if any(each.kind == "person" for each in inside) else ((False, at),)


def _is_away(text: str, mention: Mention) -> bool:
    """Whether it was anywhere but there: "planets beyond the Milky Way"."""
    return _AWAY.search(text, max(0, mention.span.start - 24), mention.span.start) is not None


def _inside(mention: Mention, span: Span) -> bool:
    return span.start <= mention.span.start < span.end


def _end(marked: AnnotatedAccount, count: int) -> int:
    """The code point at which the first sentences end."""
    first = marked.sentences[:count]
    return first[-1].span.end if first else 0
