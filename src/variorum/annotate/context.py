"""What an annotating step is handed: the account, its parse, the layers found so far; and what it hands back.

A step is a frozen dataclass with `requires`, `assigns` and `__call__(context) -> dict of layers`. It is a pure function
of the context. Offsets in the parse are offsets in the account's text: `token.idx` needs no correction.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from spacy.tokens import Doc

from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account, Span
from variorum.settings import Settings

__all__ = ["Block", "Context", "Layers", "Step"]

Layers = dict[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or bullet of the text: code points without surrounding white space, before parsing."""

    start: int
    end: int
    kind: str  # a SentenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One account on its way: `doc` spans its whole text, with sentence starts forced at every block."""

    account: Account
    doc: Doc
    blocks: tuple[Block, ...]
    marked: AnnotatedAccount
    settings: Settings

    def at(self, start: int, end: int) -> Span:
        """The span of code points of this account."""
        return Span(self.account.id, start, end)


class Step(Protocol):
    """The form of an annotating step; names of layers are fields of AnnotatedAccount."""

    @property
    def requires(self) -> tuple[str, ...]:
        """Layers that must stand before."""

    @property
    def assigns(self) -> tuple[str, ...]:
        """Layers that the step returns, all of them."""

    def __call__(self, context: Context) -> Layers:
        """Find the layers; indices in them point into the layers of the same account."""
