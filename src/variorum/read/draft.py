"""What a reader hands on: an account on its way, before its text is fixed."""

from dataclasses import dataclass

from variorum.model.text import Witness

__all__ = ["Draft"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text and whatever the file itself tells about it. `dates` are raw: parsed when the account is finished.

    `page` says that the text was taken from a web page or a plain file, so that page furniture may stand in it.
    """

    name: str
    text: str
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    updated: str | None = None
    url: str | None = None
    dates: tuple[Witness, ...] = ()
    notes: tuple[str, ...] = ()
