"""The catalogue of a story: who stands where, and the id under which each value is written.

Accounts stand in the order of their publication, then of their ids, so the order of the input never shows.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.alignment import Alignment, Key
from variorum.model.markup import AnnotatedAccount, Claim, Sentence
from variorum.model.text import Span
from variorum.model.wire import identify

__all__ = ["Catalogue", "catalogue"]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The accounts of a story in reading order with the ids of their claims and of the story's entities."""

    story: tuple[AnnotatedAccount, ...]
    alignment: Alignment
    by_id: dict[str, AnnotatedAccount]
    order: dict[str, int]
    claim_ids: dict[Key, str]
    claim_keys: dict[str, Key]
    entity_ids: tuple[str, ...]
    entity_of: dict[Key, int]
    by_sentence: dict[Key, tuple[int, ...]]

    def claim(self, key: Key) -> Claim:
        """The claim that a key names."""
        return self.by_id[key.account].claims[key.index]

    def sentence(self, key: Key) -> Sentence | None:
        """The sentence that a claim stands in, None where the layer is missing."""
        marked = self.by_id[key.account]
        at = marked.claims[key.index].sentence
        return marked.sentences[at] if 0 <= at < len(marked.sentences) else None

    def beside(self, account: str, sentence: int) -> tuple[Key, ...]:
        """The claims of a sentence."""
        return tuple(Key(account, at) for at in self.by_sentence.get(Key(account, sentence), ()))

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.by_id[span.account].account.text[span.start : span.end]

    def ids(self, keys: Sequence[Key]) -> tuple[str, ...]:
        """The ids of claims, each once, in the given order."""
        return tuple(dict.fromkeys(self.claim_ids[key] for key in keys if key in self.claim_ids))

    def entity(self, account: str, referent: int | None) -> int | None:
        """The index of the entity that a referent of an account belongs to."""
        return None if referent is None else self.entity_of.get(Key(account, referent))

    def party(self, entity: int) -> int:
        """The entity that an entity finally belongs to: a minister's government, a government's country."""
        seen = {entity}
        while (above := self.alignment.entities[entity].affiliation) is not None:
            if above in seen or not 0 <= above < len(self.alignment.entities):
                break
            seen.add(above)
            entity = above
        return entity

    def entities_in(self, key: Key) -> tuple[int, ...]:
        """The entities that a claim mentions, each once, in the order of their mentions."""
        marked = self.by_id[key.account]
        found = (self.entity(key.account, marked.mentions[at].referent) for at in self.claim(key).mentions)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def rank(self, account: str) -> int:
        """The place of an account in reading order."""
        return self.order[account]


def catalogue(story: Sequence[AnnotatedAccount], alignment: Alignment) -> Catalogue:
    """The catalogue of a story."""
    ordered = tuple(sorted(story, key=lambda marked: (marked.account.published or "9999", marked.id)))
    by_sentence: dict[Key, list[int]] = defaultdict(list)
    for marked in ordered:
        for at, claim in enumerate(marked.claims):
            by_sentence[Key(marked.id, claim.sentence)].append(at)
    claim_ids = {
        Key(marked.id, at): identify("c", claim) for marked in ordered for at, claim in enumerate(marked.claims)
    }
    return Catalogue(
        story=ordered,
        alignment=alignment,
        by_id={marked.id: marked for marked in ordered},
        order={marked.id: at for at, marked in enumerate(ordered)},
        claim_ids=claim_ids,
        claim_keys={name: key for key, name in claim_ids.items()},
        entity_ids=tuple(identify("e", entity) for entity in alignment.entities),
        entity_of={member: at for at, entity in enumerate(alignment.entities) for member in entity.members},
        by_sentence={key: tuple(found) for key, found in by_sentence.items()},
    )
