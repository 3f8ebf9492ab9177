"""How the accounts treat what they share: stands, divergences, positions, tone."""

from variorum.judge.run import judge

__all__ = ["judge"]
