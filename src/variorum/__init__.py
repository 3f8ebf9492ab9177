"""variorum: collates the accounts that several outlets published of one event."""

__version__ = "0.1.0"
