"""The collation as one HTML page: self-contained, readable without JavaScript, no request to anywhere.

Whatever comes from an account is escaped by the template engine and isolated from our direction of writing; the page
carries a content security policy that allows its one style sheet, by hash, and nothing else.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum.model.collation import ClaimRow, Collation, LedgerRow, RoleRow, WordingRow
from variorum.report.page import Page, bare, clean, page
from variorum.report.passages import Block, blocks, highlight
from variorum.report.words import KNOWN, MEANINGS, NONE_FOUND, STANCES, SYMBOLS, day, grouped, parted
from variorum.settings import Settings

__all__ = ["render"]

MOST_COLUMNS = 12  # accounts from which a matrix is wider than a screen; then a cell lists who tells it
MOST_TEXT = 4_000_000  # characters of accounts in full: a browser opens 10 MB of HTML well, 50 MB badly
_ORDER = ("contested", "one-party", "corroborated", "single")


def render(collation: Collation, *, settings: Settings | None = None) -> str:
    """The whole page."""
    view = page(collation, settings or Settings())
    style = files(__package__).joinpath("templates", "page.css").read_text(encoding="utf-8")
    texts = _texts(view)
    return (
        _environment()
        .get_template("page.html")
        .render(
            page=view,
            texts=texts,
            numbers={row.id: at for at, row in enumerate(view.shared, start=1)},
            wide=len(view.accounts) > MOST_COLUMNS,
            style=Markup(style),  # noqa: S704  our own file
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
            shown=view.shown,
            symbols=SYMBOLS,
            meanings=MEANINGS,
            stances=STANCES,
            known=KNOWN,
            none_found=NONE_FOUND,
            parts=tuple(_parts(view)),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("variorum.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "plain": bare,
        "line": clean,
        "day": day,
        "groups": grouped,
        "parted": parted,
        "highlight": highlight,
        "first_claim": _first_claim,
        "by_stand": _by_stand,
        "titles": _titles,
        "words": _words,
        "status": _status,
        "is_web": _is_web,
    }
    return environment


def _parts(view: Page) -> Iterable[tuple[str, str]]:
    collation = view.collation
    table = collation.negotiation
    told = {
        "glance": ("At a glance", True),
        "brief": ("Brief", view.sections),
        "divergences": ("Divergences", view.divergences),
        "ledger": ("Ledger", collation.ledger),
        "negotiation": (
            "Negotiation" if table.parties else "Positions",
            table.parties or table.positions or table.agreements or view.steps,
        ),
        "cast": ("Who is who", view.people or view.others),
        "quotes": ("Quotes", view.speakers),
        "timeline": ("Timeline", view.moments),
        "wording": ("Wording", collation.wording),
        "accounts": ("Accounts", True),
        "unread": ("Not read", collation.failures),
    }
    return ((anchor, label) for anchor, (label, shown) in told.items() if shown)


def _texts(view: Page) -> dict[str, tuple[Block, ...]]:
    marks = {row.account: row.evidence for row in view.collation.wording}
    claims: dict[str, list[ClaimRow]] = {row.id: [] for row in view.accounts}
    for claim in view.collation.claims:
        claims[claim.account].append(claim)
    found: dict[str, tuple[Block, ...]] = {}
    total = 0
    for account in view.accounts:
        total += len(account.text)
        if total > MOST_TEXT and found:
            break
        found[account.id] = blocks(account.text, claims[account.id], marks.get(account.id, ()))
    return found


def _first_claim(row: LedgerRow, account: str, view: Page) -> str:
    return next((claim for claim in row.claims if view.claims[claim].account == account), "")


def _by_stand(row: LedgerRow, view: Page) -> tuple[tuple[str, tuple[ClaimRow, ...]], ...]:
    told = view.told_by(row.claims)
    stands = [(view.stand(row, each.account, "asserts"), each) for each in told]
    kinds = ((kind, tuple(each for stand, each in stands if stand == kind)) for kind in SYMBOLS)
    return tuple((kind, found) for kind, found in kinds if found)


def _titles(roles: Sequence[RoleRow]) -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    """Each title once, with the accounts that give it."""
    told: dict[tuple[str, bool], dict[str, tuple[str, None]]] = {}
    for role in roles:
        told.setdefault((clean(role.title).casefold(), role.former), {}).setdefault(role.account, (role.title, None))
    return tuple((next(iter(by.values()))[0], former, tuple(by)) for (_, former), by in told.items())


def _words(row: WordingRow, kind: str, view: Page) -> tuple[tuple[str, int], ...]:
    text = view.texts[row.account]
    marks = (mark for mark in row.evidence if mark.kind == kind and not mark.quoted)
    return tuple(Counter(clean(text[mark.at[0] : mark.at[1]]).casefold() for mark in marks).most_common(12))


def _status(claims: Sequence[str], view: Page) -> str:
    """The most telling status of the rows that some words belong to."""
    told = {view.rows_of[claim].status for claim in claims if claim in view.rows_of}
    return next((each for each in _ORDER if each in told), "single")


def _is_web(url: str | None) -> bool:
    return bool(url) and url.casefold().startswith(("https://", "http://")) if url else False
