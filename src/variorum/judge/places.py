"""Where a stance is looked for, a claim in its account, and what is found there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.model.judgement import Stance
from variorum.model.markup import AnnotatedAccount, Argument, Claim, Mention
from variorum.model.text import Span

__all__ = ["Found", "Place", "Tokens", "agent_in", "gap", "has_subject", "tokens_of"]

Tokens = tuple[re.Match[str], ...]
_BLANK = " \t\n“”\"‘’'"
_TOKEN = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Place:
    """A claim in its account, by its index among the account's claims."""

    marked: AnnotatedAccount
    index: int

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.marked.claims[self.index]

    @property
    def text(self) -> str:
        """The account's text."""
        return self.marked.account.text

    @property
    def mentions(self) -> Iterator[Mention]:
        """The mentions in the claim."""
        return (self.marked.mentions[at] for at in self.claim.mentions)

    def named_up_to(self, end: int) -> Mention | None:
        """The longest name that ends at an offset; a people's adjective names nobody."""
        found = [
            each
            for each in self.mentions
            if each.span.end == end and each.form not in ("pronoun", "demonym") and each.kind != "group"
        ]
        return min(found, key=lambda each: each.span.start, default=None)


@dataclass(frozen=True, slots=True)
class Found:
    """A stance: whose it is, which, about what (words of the account), by which rule.

    `speech`: by a verb of saying. `weak`: a stance only where something is at issue. `verdict`: praise or criticism,
    which is a stance only on what the story is about or another party names.
    """

    party: int
    stance: Stance
    about: Span
    rule: str
    score: float
    speech: bool = False
    weak: bool = False
    verdict: bool = False


def gap(place: Place, tokens: Tokens, at: int) -> str:
    """What stands between a word and the one before it, without white space and quotation marks."""
    return place.text[tokens[at - 1].end() : tokens[at].start()].strip(_BLANK)


def tokens_of(place: Place) -> Tokens:
    """The words of a claim."""
    span = place.claim.span
    return tuple(_TOKEN.finditer(place.text, span.start, span.end))


def agent_in(claim: Claim) -> Argument | None:
    """Who does the claim's verb, as its frame has it."""
    return next((each for each in claim.frame.arguments if each.role == "agent"), None) if claim.frame else None


def has_subject(claim: Claim) -> bool:
    """Whether the words of a claim name who or what its verb is about."""
    frame = claim.frame
    return frame is not None and any(
        each.role in ("agent", "patient") and claim.span.covers(each.span) and each.span.start < frame.span.start
        for each in frame.arguments
    )
