"""Judges one story: stands, divergences, positions and agreements, tone."""

from collections.abc import Sequence

from variorum.judge.agreements import agreements
from variorum.judge.divergences import divergences
from variorum.judge.positions import positions
from variorum.judge.stands import stands
from variorum.judge.tone import tones
from variorum.model.alignment import Alignment
from variorum.model.judgement import Judgements
from variorum.model.markup import AnnotatedAccount

__all__ = ["judge"]


def judge(story: Sequence[AnnotatedAccount], alignment: Alignment) -> Judgements:
    """All judgements on a story whose accounts stand in the order of their ids."""
    accounts = tuple(story)
    parted = divergences(accounts, alignment)
    return Judgements(
        stands=stands(accounts, alignment, parted),
        divergences=parted,
        positions=positions(accounts, alignment),
        agreements=agreements(accounts, alignment),
        tones=tones(accounts, alignment.entities),
    )
