"""READ THIS FIRST: the way from sources to a collation; the only module that knows all the stages.

    source ─read→ Account ─annotate→ AnnotatedAccount ┐
    source ─read→ Account ─annotate→ AnnotatedAccount ┴─align→ Alignment ─judge→ Judgements ─report→ Collation

Values only move to the right. `annotate` is a map over accounts; `align`, `judge` and `report` reduce a story.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from variorum.align import align
from variorum.annotate import annotate
from variorum.errors import InputError
from variorum.judge import judge
from variorum.model.collation import Collation
from variorum.model.judgement import Decision
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account, Failure, Story
from variorum.report import report
from variorum.settings import Settings

__all__ = ["annotate_story", "collate", "reduce_story"]

Progress = Callable[[str, int, int], None]


def collate(
    accounts: Iterable[Account] | Story,
    *,
    settings: Settings | None = None,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Collation:
    """Collate the accounts of one story.

    `progress(stage, done, total)` is called as the work moves on; it changes nothing.

    Raises:
        InputError: there is no account, or more than the settings allow.
    """
    settings = settings or Settings()
    story = accounts if isinstance(accounts, Story) else Story(accounts=tuple(accounts))
    if not story.accounts:
        raise InputError("there is no account to collate; give at least one text", code="no_accounts")
    if len(story.accounts) > settings.max_accounts:
        raise InputError(
            f"{len(story.accounts)} accounts are more than the setting max_accounts={settings.max_accounts} allows; "
            "collate each event on its own, or raise the setting",
            code="too_many_accounts",
        )
    marked = annotate_story(_merged(story.accounts), settings=settings, progress=progress)
    return reduce_story(marked, failures=story.failures, title=story.title, decisions=decisions, progress=progress)


def annotate_story(
    accounts: Sequence[Account], *, settings: Settings, progress: Progress | None = None
) -> tuple[AnnotatedAccount, ...]:
    """The map: each account alone, in an order that its content gives."""
    marked = []
    for done, account in enumerate(sorted(accounts, key=lambda each: each.id)):
        if progress:
            progress("annotate", done, len(accounts))
        marked.append(annotate(account, settings))
    return tuple(marked)


def reduce_story(
    story: Sequence[AnnotatedAccount],
    *,
    failures: Sequence[Failure] = (),
    title: str | None = None,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Collation:
    """The reduce: align, judge and report one story's annotated accounts."""
    stages = ("align", "judge", "report")
    told = progress or _silent
    ordered = tuple(sorted(story, key=lambda marked: marked.id))
    told("align", 0, len(stages))
    alignment = align(ordered, decisions)
    told("judge", 1, len(stages))
    judgements = judge(ordered, alignment)
    told("report", 2, len(stages))
    failed = (*failures, *(failure for marked in ordered for failure in marked.failures))
    return report(ordered, alignment, judgements, failed, title)


def _merged(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """One account per id: the same outlet's same text under two names is one account with two names."""
    found: dict[str, Account] = {}
    for account in sorted(accounts, key=lambda each: (each.id, each.names)):
        first = found.get(account.id)
        if first is None:
            found[account.id] = account
        elif not set(account.names) <= set(first.names):
            found[account.id] = replace(first, names=tuple(sorted({*first.names, *account.names})))
    return tuple(found.values())


def _silent(_stage: str, _done: int, _total: int) -> None:
    """No progress told."""
