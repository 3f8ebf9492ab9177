"""Pairs and slots of hand-made claims, for the rules of divergence."""

from collections.abc import Sequence

from tests.report.made import Made, entity
from variorum.judge.rules.found import Pairing
from variorum.judge.told import Told, told_of
from variorum.model.alignment import Alignment
from variorum.model.markup import Argument, EntityKind, Frame

__all__ = ["aligned", "did", "pairing", "told"]


def aligned(*story: Made, **kinds: EntityKind) -> Alignment:
    """The entities of the accounts, by name; `kinds` tells those that are no persons."""
    names = sorted({name for made in story for name in made.names})
    return Alignment(entities=tuple(entity(list(story), name, kinds.get(name, "person")) for name in names))


def told(*story: Made, **kinds: EntityKind) -> tuple[Told, ...]:
    """The claims of the accounts as the judges see them."""
    return tuple(told_of([made.done() for made in story], aligned(*story, **kinds)).values())


def pairing(left: Made, right: Made, *, same: float = 0.8, grouped: bool = True, **kinds: EntityKind) -> Pairing:
    """The only claims of two accounts, as likely one thing as `same`."""
    one, two = told(left, right, **kinds)
    return Pairing(one, two, same, grouped)


def did(
    made: Made, predicate: str, verb: str, agent: str, others: Sequence[tuple[str, str]] = (), *, copular: bool = False
) -> Frame:
    """A frame of words of the account: `others` are a role and its words each."""
    roles = [("agent", agent), *others]
    arguments = tuple(
        Argument(role, made.span(words), words.split()[-1], made.names.get(words)) for role, words in roles
    )
    return Frame(predicate, made.span(verb), arguments, "past", copular)
