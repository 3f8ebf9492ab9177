"""One account in, its layers out: sentences, mentions, timexes, quantities, attributions, quotes, claims, wording."""

from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account
from variorum.settings import Settings

__all__ = ["annotate"]


def annotate(account: Account, settings: Settings | None = None) -> AnnotatedAccount:
    """The account with all its layers; a step that breaks leaves its layer empty, and a failure.

    Raises:
        SettingsError: the registry's steps stand in an order in which one lacks what it requires.
    """
    from variorum.annotate.run import annotate as run  # noqa: PLC0415  lazily: `import variorum` stays quick

    return run(account, settings)
