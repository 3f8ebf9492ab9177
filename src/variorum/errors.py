"""The errors that variorum raises: every message says what, where and what to do."""

__all__ = ["CitationError", "InputError", "MissingExtraError", "SettingsError", "UncitedError", "VariorumError"]


class VariorumError(Exception):
    """The parent of all errors that variorum raises on purpose."""


class InputError(VariorumError):
    """An input that cannot be used; `code` is the reason code that the report's "not read" table shows."""

    def __init__(self, message: str, *, code: str = "unreadable") -> None:
        super().__init__(message)
        self.code = code


class SettingsError(VariorumError):
    """A setting, or a key of a sidecar, that nobody knows or that has a value out of its range."""


class UncitedError(VariorumError):
    """A finding without evidence: it may not exist."""


class CitationError(VariorumError):
    """A citation whose words are not the words of the account at that place."""


class MissingExtraError(VariorumError):
    """A step needs a package of an optional extra; the message names the extra to install."""
