"""variorum: collates the accounts that several outlets published of one event.

    import variorum

    story = variorum.read(["stories/"])
    collation = variorum.collate(story)

Nothing else is public. Everything is loaded when it is first used: `import variorum` takes a few milliseconds.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from variorum.annotate import annotate
from variorum.read import read

if TYPE_CHECKING:
    from variorum.errors import CitationError, InputError, MissingExtraError, SettingsError, UncitedError, VariorumError
    from variorum.model.collation import Collation
    from variorum.model.judgement import Decision
    from variorum.model.markup import AnnotatedAccount
    from variorum.model.text import Account, Citation, Failure, Span, Story, Witness
    from variorum.pipeline import collate
    from variorum.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Account",
    "AnnotatedAccount",
    "Citation",
    "CitationError",
    "Collation",
    "Decision",
    "Failure",
    "InputError",
    "MissingExtraError",
    "Settings",
    "SettingsError",
    "Span",
    "Story",
    "UncitedError",
    "VariorumError",
    "Witness",
    "__version__",
    "annotate",
    "collate",
    "read",
]

# `read` and `annotate` are also the names of packages, and importing a package binds its name here: so these two are
# bound at once (both are light), and the rest on first use.
_HOMES = {
    "Account": "variorum.model.text",
    "AnnotatedAccount": "variorum.model.markup",
    "Citation": "variorum.model.text",
    "CitationError": "variorum.errors",
    "Collation": "variorum.model.collation",
    "Decision": "variorum.model.judgement",
    "Failure": "variorum.model.text",
    "InputError": "variorum.errors",
    "MissingExtraError": "variorum.errors",
    "Settings": "variorum.settings",
    "SettingsError": "variorum.errors",
    "Span": "variorum.model.text",
    "Story": "variorum.model.text",
    "UncitedError": "variorum.errors",
    "VariorumError": "variorum.errors",
    "Witness": "variorum.model.text",
    "collate": "variorum.pipeline",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'variorum' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
