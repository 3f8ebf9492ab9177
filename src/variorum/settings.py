"""All that a user may set, in one frozen value; every field says what it does."""

from dataclasses import dataclass, field, fields

__all__ = ["Settings", "help_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a run; the defaults are the caps and thresholds that docs/ speaks of."""

    max_bytes: int = field(default=10_000_000, metadata={"help": "Largest decoded account, in bytes."})
    max_file_bytes: int = field(
        default=64_000_000, metadata={"help": "Largest input file, in bytes, before it is opened."}
    )
    max_ratio: int = field(default=100, metadata={"help": "Largest ratio of decompressed to compressed bytes."})
    max_line_bytes: int = field(default=20_000_000, metadata={"help": "Longest line of a JSONL file, in bytes."})
    max_depth: int = field(default=2_000, metadata={"help": "Deepest nesting of HTML tags or JSON values."})
    max_seconds: float = field(
        default=10.0,
        metadata={"help": "Longest time for reading one page, in seconds; a larger one is read block by block."},
    )
    max_accounts: int = field(default=5_000, metadata={"help": "Most accounts in one story."})
    max_words: int = field(
        default=60_000, metadata={"help": "Longest account, in words; a longer one is a failure, not a truncation."}
    )
    language: str = field(default="en", metadata={"help": "The language of the accounts (two letters)."})
    max_rows: int = field(default=2_000, metadata={"help": "Most ledger rows that a page shows; the JSON has all."})
    max_divergences: int = field(
        default=200, metadata={"help": "Most divergences that a page shows; the JSON has all."}
    )


def help_of(name: str) -> str:
    """The help text of a setting.

    Raises:
        KeyError: there is no setting of that name.
    """
    for each in fields(Settings):
        if each.name == name:
            return str(each.metadata["help"])
    raise KeyError(name)
