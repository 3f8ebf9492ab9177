"""Runs some of the product's annotating steps over an account, for tasks that measure one layer."""

from dataclasses import replace
from typing import Any

from variorum import registry
from variorum.annotate.context import Step
from variorum.annotate.run import opened
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account

__all__ = ["annotated"]


def annotated(account: Account, *names: str) -> AnnotatedAccount:
    """The account with the layers of the named steps (in the registry's order); a step that fails raises."""
    context = opened(account)
    for name in registry.names("annotate"):
        if name in names:
            step: Step = registry.load("annotate", name)()
            context = replace(context, marked=_with(context.marked, step(context)))
    return context.marked


def _with(marked: AnnotatedAccount, layers: dict[str, Any]) -> AnnotatedAccount:
    return replace(marked, **layers)
