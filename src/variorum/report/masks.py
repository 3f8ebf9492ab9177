"""Sentences with their mentions masked, so that patterns over who does what read names of any length as one sign.

A mask is "⟦n⟧": the n-th of the sentence's mentions. Sentences too long to be one are left alone: every pattern stays
linear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.model.text import Span
from variorum.report.catalogue import Catalogue

__all__ = ["NUMBER", "Masked", "Named", "masked", "pattern"]

LONGEST = 1200  # code points; a longer "sentence" is a table or a failure of splitting
NUMBER = re.compile(r"⟦(\d+)⟧")  # of a mention, in a masked sentence


@dataclass(frozen=True, slots=True)
class _Words:
    id: str
    list: str
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in a masked sentence: its entity's index and its words."""

    entity: int
    span: Span


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence of an account, masked: its index in the layer, the masked text, the mentions by number."""

    account: str
    index: int
    text: str
    named: tuple[Named, ...]


def masked(book: Catalogue) -> Iterator[Masked]:
    """The sentences of all accounts, in reading order."""
    for marked in book.story:
        mentions = sorted(
            (
                (each.span.start, -each.span.end, each.span, entity)
                for each in marked.mentions
                if each.form in ("name", "demonym", "metonym")
                and (entity := book.entity(marked.id, each.referent)) is not None
            ),
            key=lambda each: each[:2],
        )
        at = 0
        for index, sentence in enumerate(marked.sentences):
            while at < len(mentions) and mentions[at][0] < sentence.span.start:
                at += 1
            inside: list[Named] = []
            while at < len(mentions) and mentions[at][0] < sentence.span.end:
                span, entity = mentions[at][2], mentions[at][3]
                if span.end <= sentence.span.end and (not inside or inside[-1].span.end <= span.start):
                    inside.append(Named(entity, span))
                at += 1
            if len(sentence.span) <= LONGEST:
                yield Masked(marked.id, index, _mask(marked.account.text, sentence.span, inside), tuple(inside))


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern in which `<talks>` stands for any word of that list, E for any mention, and ~N for up to N words."""
    lists: dict[str, list[str]] = {}
    for each in lang.load("en", "negotiation", _Words):
        lists.setdefault(each.list, []).append(re.escape(each.words))
    for name, words in lists.items():
        text = text.replace(f"<{name}>", f"(?:{'|'.join(sorted(words, key=len, reverse=True))})")
    text = re.sub(r"~(\d)", r"(?:[\\w’'-]{1,24},? ){0,\1}", text)
    return re.compile(text.replace("E", NUMBER.pattern), re.IGNORECASE)


def _mask(text: str, sentence: Span, mentions: list[Named]) -> str:
    parts = []
    start = sentence.start
    for number, each in enumerate(mentions):
        parts += [text[start : each.span.start], f"⟦{number}⟧"]
        start = each.span.end
    parts.append(text[start : sentence.end])
    return " ".join("".join(parts).replace("⟦ ", "").split())
