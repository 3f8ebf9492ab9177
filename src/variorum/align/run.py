"""Aligns the accounts of one story. The order of the accounts does not change the result."""

from collections.abc import Sequence

from variorum.align.claims import align_claims
from variorum.align.credits import align_credits
from variorum.align.entities import align_entities
from variorum.align.moments import align_moments
from variorum.align.reprints import align_reprints
from variorum.model.alignment import Alignment, Key
from variorum.model.judgement import Decision
from variorum.model.markup import AnnotatedAccount
from variorum.model.wire import identify

__all__ = ["align"]


def align(story: Sequence[AnnotatedAccount], decisions: Sequence[Decision] = ()) -> Alignment:
    """What the accounts share; a person's rulings on claims are followed."""
    accounts = tuple(sorted(story, key=lambda marked: marked.id))
    entities = align_entities(accounts)
    standing = [each for each in decisions if not each.withdrawn]
    keys = _keys(accounts) if standing else {}
    ruled = [
        (each.verdict, keys[each.left], keys[each.right])
        for each in standing
        if each.left in keys and each.right in keys
    ]
    groups, pairs = align_claims(
        accounts,
        entities,
        apart=[(a, b) for verdict, a, b in ruled if verdict == "different"],
        together=[(a, b) for verdict, a, b in ruled if verdict == "same"],
    )
    return Alignment(
        entities=entities,
        reprints=align_reprints(accounts),
        credits=align_credits(accounts),
        groups=groups,
        moments=align_moments(accounts),
        pairs=pairs,
    )


def _keys(accounts: Sequence[AnnotatedAccount]) -> dict[str, Key]:
    """The claims by their ids, by which a person rules."""
    return {identify("c", claim): Key(marked.id, at) for marked in accounts for at, claim in enumerate(marked.claims)}
