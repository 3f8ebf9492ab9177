"""A claim as the judges see it: with its account's layers, and the story's entities for the account's referents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from variorum.lang.stems import stem
from variorum.model.alignment import Alignment, Entity, Key
from variorum.model.markup import AnnotatedAccount, Argument, Claim, Mention, Quantity, Timex

__all__ = ["Told", "stems", "told_of"]

_WORD = re.compile(r"[^\W_]+")
_LIGHT = frozenset([
    "a", "an", "the", "this", "that", "these", "those", "and", "or", "but", "nor", "so", "if", "then", "than", "as",
    "at", "by", "for", "from", "in", "into", "of", "on", "onto", "off", "out", "over", "to", "up", "with",
    "without", "about", "after", "before", "under", "between", "during", "through", "is", "are", "was", "were",
    "be", "been", "being", "am", "do", "does", "did", "done", "has", "have", "had", "having", "will", "would",
    "can", "could", "may", "might", "shall", "should", "must", "it", "its", "he", "him", "his", "she", "her",
    "they", "them", "their", "we", "us", "our", "i", "me", "my", "you", "your", "who", "whom", "which", "what",
    "when", "where", "why", "how", "there", "here", "also", "very", "more", "most", "some", "any", "all", "both",
    "each", "other", "such", "only", "own", "same", "just", "said", "says", "say", "saying", "told", "t", "s", "re",
    "ve", "ll", "d", "m", "mr", "mrs", "ms",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One claim in its story."""

    key: Key
    claim: Claim
    marked: AnnotatedAccount
    entity_of: dict[Key, int]
    entities: tuple[Entity, ...]

    @property
    def speaker(self) -> int | None:
        """The entity that says it, None for the outlet and for unnamed sources."""
        return self.entity(self.claim.source.referent)

    @property
    def published(self) -> str:
        """The account's publication time, "" where unknown."""
        return self.marked.account.updated or self.marked.account.published or ""

    def entity(self, referent: int | None) -> int | None:
        """The story's entity behind one of the account's referents."""
        return None if referent is None else self.entity_of.get(Key(self.key.account, referent))

    def name(self, entity: int | None) -> str:
        """An entity's name, "" for None."""
        return "" if entity is None else self.entities[entity].name

    def argument(self, *roles: str) -> Argument | None:
        """The first argument of one of these roles."""
        frame = self.claim.frame
        return next((each for role in roles for each in frame.arguments if each.role == role), None) if frame else None

    def words(self, argument: Argument) -> str:
        """An argument's own words."""
        return self.marked.account.text[argument.span.start : argument.span.end]

    def mentions(self) -> Iterator[tuple[Mention, int | None]]:
        """The mentions in the clause with their entities."""
        for at in self.claim.mentions:
            mention = self.marked.mentions[at]
            yield mention, self.entity(mention.referent)

    def content(self) -> frozenset[str]:
        """The stems of the clause without the names in it: who is spoken of says nothing of what is said."""
        text, start = self.claim.text, self.claim.span.start
        for mention, _ in self.mentions():
            if mention.form != "pronoun":
                first, last = max(0, mention.span.start - start), max(0, mention.span.end - start)
                text = text[:first] + " " * (min(last, len(text)) - min(first, len(text))) + text[last:]
        return stems(text)

    def quantities(self) -> Iterator[Quantity]:
        """The quantities in the clause."""
        return (self.marked.quantities[at] for at in self.claim.quantities)

    def timexes(self) -> Iterator[Timex]:
        """The time expressions in the clause."""
        return (self.marked.timexes[at] for at in self.claim.timexes)


def told_of(story: Sequence[AnnotatedAccount], alignment: Alignment) -> dict[Key, Told]:
    """All claims of a story, by their keys."""
    entity_of = {key: at for at, entity in enumerate(alignment.entities) for key in entity.members}
    return {
        Key(marked.id, at): Told(Key(marked.id, at), claim, marked, entity_of, alignment.entities)
        for marked in story
        for at, claim in enumerate(marked.claims)
    }


@lru_cache(maxsize=16_384)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return frozenset(stem(word) for word in _WORD.findall(text.casefold()) if word not in _LIGHT)
