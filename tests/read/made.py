"""Small inputs for the tests of reading: words of our own, and the account of one file."""

from pathlib import Path

from variorum.model.text import Account, Failure
from variorum.read import read
from variorum.settings import Settings

__all__ = ["BODY", "PARAGRAPH", "account_of", "failure_of", "read_bytes"]

PARAGRAPH = (
    "The harbour council voted on Tuesday to close the eastern pier for repairs, "
    "and the mayor said the work would last until spring."
)
BODY = (
    f"{PARAGRAPH}\n\nFishermen who use the pier said that they had not been asked.\n\n"
    "“We learned of it from the radio,” said one of them, who has moored there for twenty years."
)


def read_bytes(
    folder: Path, content: bytes, name: str = "story.txt", settings: Settings | None = None
) -> Account | Failure:
    """What becomes of a file with these bytes."""
    path = folder / name
    path.write_bytes(content)
    story = read([path], settings=settings)
    found: tuple[Account | Failure, ...] = (*story.accounts, *story.failures)
    assert len(found) == 1
    return found[0]


def account_of(folder: Path, content: bytes, name: str = "story.txt", settings: Settings | None = None) -> Account:
    """The account of a file with these bytes."""
    found = read_bytes(folder, content, name, settings)
    assert isinstance(found, Account), found
    return found


def failure_of(folder: Path, content: bytes, name: str = "story.txt", settings: Settings | None = None) -> Failure:
    """The failure of a file with these bytes."""
    found = read_bytes(folder, content, name, settings)
    assert isinstance(found, Failure), found
    return found
