"""Who did what, when and where, by the lead of one account: the values of its first claims, in the account's own words.

The headline says who and what; the first sentences say when and where. What the lead does not tell stays None.
"""

from dataclasses import dataclass
from itertools import takewhile

from variorum.model.markup import AnnotatedAccount, Claim, Mention
from variorum.model.text import Span

__all__ = ["Lead", "lead"]

FIRST = 4  # sentences, the headline among them, in which an account says what happened and where
DATED = 10  # sentences in which it says when: captions and summaries often stand before the dated sentence
_AT = ("in", "at", "near", "outside", "inside", "on", "off")
_WHO = ("person", "organization", "country", "group")


@dataclass(frozen=True, slots=True)
class Lead:
    """The spans of the answers, None where the lead does not tell; `day` is the time's value."""

    who: Span | None = None
    what: Span | None = None
    when: Span | None = None
    where: Span | None = None
    day: str | None = None


def lead(marked: AnnotatedAccount) -> Lead:
    """The answers that the headline and the first claims give."""
    heads = list(takewhile(lambda each: each.kind == "headline", marked.sentences))
    headline = Span(marked.id, heads[0].span.start, heads[-1].span.end) if heads else None
    claims = [claim for claim in marked.claims if claim.sentence < FIRST]
    main = next((claim for claim in claims if _tells(marked, claim)), None)
    if headline and main and main.span.start >= headline.end:
        main = None
    who = _agent(main) if main else None
    when = _when(marked)
    return Lead(
        who=who or _named(marked, headline) or next((span for claim in claims if (span := _agent(claim))), None),
        what=_what(main or (claims[0] if claims else None), headline),
        when=when[0] if when else None,
        where=_where(marked, claims),
        day=when[1] if when else None,
    )


def _tells(marked: AnnotatedAccount, claim: Claim) -> bool:
    """A claim with an actor that is no pronoun."""
    agent = _agent(claim)
    pronouns = {each.span for each in marked.mentions if each.form == "pronoun"}
    return agent is not None and agent not in pronouns


def _agent(claim: Claim) -> Span | None:
    arguments = claim.frame.arguments if claim.frame else ()
    agents = (each.span for each in arguments if each.role == "agent")
    return next(agents, None) or next((each.span for each in arguments if each.role == "patient"), None)


def _named(marked: AnnotatedAccount, headline: Span | None) -> Span | None:
    """The first whom the headline names."""
    if headline is None:
        return None
    inside = (each for each in marked.mentions if each.span.start < headline.end and each.form == "name")
    return next((each.span for each in inside if each.kind in _WHO), None)


def _what(claim: Claim | None, headline: Span | None) -> Span | None:
    """From the predicate to the end of the headline, or of the claim; the whole headline where it has no claim."""
    if headline and (claim is None or claim.span.start >= headline.end):
        return headline
    if claim is None:
        return None
    start = claim.frame.span.start if claim.frame else claim.span.start
    end = headline.end if headline else claim.span.end
    return Span(claim.span.account, min(start, end - 1), end)


def _when(marked: AnnotatedAccount) -> tuple[Span, str | None] | None:
    """The first day in the first sentences that is not the far past; else the first time expression with a value."""
    end = _end(marked, DATED)
    found = [each for each in marked.timexes if each.span.start < end and each.type in ("DATE", "TIME") and each.value]
    published = (marked.account.published or "")[:10]
    days = [each for each in found if (each.value or "")[:4].isdigit() and len(each.value or "") >= len("2020-01-01")]
    near = [each for each in days if not published or (each.value or "")[:7] == published[:7]]
    first = next(iter(near or days or found), None)
    return (first.span, first.value) if first else None


def _where(marked: AnnotatedAccount, claims: list[Claim]) -> Span | None:
    """The first place that a claim names with a preposition of place; else the first named, towns before countries."""
    end = _end(marked, DATED)
    named = [each for each in marked.mentions if each.form == "name" and each.kind in ("place", "country")]
    for claim in claims:
        for argument in claim.frame.arguments if claim.frame else ():
            inside = (each.span for each in named if argument.role in _AT and _inside(each, argument.span))
            if found := next(inside, None):
                return found
    first = [each for each in named if each.span.start < end]
    return min(first, key=lambda each: (each.kind == "country", each.span.start)).span if first else None


def _inside(mention: Mention, span: Span) -> bool:
    return span.start <= mention.span.start < span.end


def _end(marked: AnnotatedAccount, count: int) -> int:
    """The code point at which the first sentences end."""
    first = marked.sentences[:count]
    return first[-1].span.end if first else 0
