"""What the accounts of one story have in common: entities, reprints, claim groups and moments."""

from dataclasses import dataclass

from variorum.model.finding import Finding
from variorum.model.markup import EntityKind, Role
from variorum.model.text import Span

__all__ = ["Alignment", "ClaimGroup", "Credit", "Entity", "Key", "Moment", "Pair", "Reprint"]


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One element of a layer of one account: the account's id and the index in the layer."""

    account: str
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Finding):
    """Who's who over the accounts. `members` are referents; `affiliation` is the index of another entity."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    members: tuple[Key, ...] = ()
    roles: tuple[Role, ...] = ()
    affiliation: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint(Finding):
    """Passages that accounts share. `pairs` are the shared passages; `share` is of the shorter one's words, 0 to 1."""

    accounts: tuple[str, ...]
    pairs: tuple[tuple[Span, Span], ...]
    share: float
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Finding):
    """Where an account says that it has something from another outlet; `whole`: it has its story from there.

    `outlet` is the same for all names of one outlet; `name` is the account's own words for it; `homes` are the accounts
    of the story that this outlet published.
    """

    account: str
    outlet: str
    name: str
    whole: bool = False
    homes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different accounts and how alike they are: `same` is the probability that they state one thing."""

    left: Key
    right: Key
    same: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup(Finding):
    """Claims about the same thing. `gist` is the clearest of them."""

    claims: tuple[Key, ...]
    gist: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Finding):
    """A point or interval on the timeline: an ISO value, its granularity, the claims that stand there."""

    when: str
    granularity: str
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """All that the accounts share."""

    entities: tuple[Entity, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    groups: tuple[ClaimGroup, ...] = ()
    moments: tuple[Moment, ...] = ()
    pairs: tuple[Pair, ...] = ()
    credits: tuple[Credit, ...] = ()
