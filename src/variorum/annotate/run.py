"""Runs the annotating steps over one account, in the registry's order, checking what each requires and assigns.

This is the one place where a step's exception becomes a Failure: the layer stays empty, the rest goes on.
"""

from dataclasses import replace
from typing import Any

from variorum import registry
from variorum.annotate.context import Context, Step
from variorum.annotate.parse import blocks_of, parse
from variorum.annotate.sentences import dateline_ends
from variorum.errors import SettingsError
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account, Failure
from variorum.settings import Settings

__all__ = ["annotate", "opened"]


def opened(account: Account, settings: Settings | None = None) -> Context:
    """The account parsed, with no layers yet: what every step starts from."""
    blocks = blocks_of(account.text, account.title)
    return Context(
        account=account,
        doc=parse(account, blocks, dateline_ends(account.text, blocks)),
        blocks=blocks,
        marked=AnnotatedAccount(account=account),
        settings=settings or Settings(),
    )


def annotate(account: Account, settings: Settings | None = None) -> AnnotatedAccount:
    """The account with all its layers.

    Raises:
        SettingsError: the registry's steps stand in an order in which one lacks what it requires.
    """
    context = opened(account, settings)
    have: set[str] = set()
    for name in registry.names("annotate"):
        step: Step = registry.load("annotate", name)()
        missing = set(step.requires) - have
        if missing:
            raise SettingsError(
                f"the step {name!r} requires {', '.join(sorted(missing))}, which no step before it assigns"
            )
        context = replace(context, marked=_run(name, step, context))
        have |= set(step.assigns)
    return context.marked


def _run(name: str, step: Step, context: Context) -> AnnotatedAccount:
    marked = context.marked
    try:
        layers: dict[str, Any] = dict(step(context))
        return replace(marked, **layers)
    except Exception as error:  # noqa: BLE001  the one place: a step's exception becomes a Failure
        failure = Failure(
            marked.account.names[0], f"annotate/{name}", "step_failed", f"{type(error).__name__}: {error}"
        )
        return replace(marked, failures=(*marked.failures, failure))
