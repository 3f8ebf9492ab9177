"""Who sits at the table: the parties that negotiate with each other, their teams, and those who help them."""

from dataclasses import dataclass

from variorum.model.collation import Party
from variorum.report.catalogue import Catalogue

__all__ = ["Table", "table"]


@dataclass(frozen=True, slots=True)
class Table:
    """The seats, as entity ids."""

    parties: tuple[Party, ...] = ()
    mediators: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    venue: str | None = None


def table(book: Catalogue) -> Table:  # noqa: ARG001
    """The table of a story; empty where no two parties negotiate with each other."""
    return Table()
