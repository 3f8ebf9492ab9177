"""The collation as Markdown, for a desk's own document: headings, lists, footnotes that lead to the exact words.

Everything from an account is escaped: no markup of its own, no raw HTML, no link but http and https.
"""

import re
from collections.abc import Iterable, Sequence

from variorum.model.collation import Collation
from variorum.report.page import Page, clean, page
from variorum.report.words import KNOWN, NONE_FOUND, STANCES, STATUSES, SYMBOLS, counted, day, grouped, offices, parted
from variorum.settings import Settings

__all__ = ["escape", "render"]

MOST_VALUE = 60  # characters of a divergence's value that says more than the sentence beside it
MOST_COLUMNS = 8  # accounts from which a Markdown table cannot be read; then the row lists who tells it
_SAFE = re.compile(r"([\\`*_\[\]#|~<>&@$^{}]|(?<=!)\[|:(?=//)|(?<=w)\.(?=\w)|(?<=\d)\.(?=\s))")


def escape(text: str) -> str:
    """One line that Markdown shows as it stands: markup, raw HTML, bare links and list marks have no effect."""
    plain = _SAFE.sub(r"\\\1", clean(text))
    return f"\\{plain}" if plain[:1] in ("+", "-", "=", "!", ":") else plain


def render(collation: Collation, *, settings: Settings | None = None) -> str:
    """The page as Markdown, ending in a line feed."""
    view = page(collation, settings or Settings())
    parts = (
        _head(view),
        _solid(view),
        _disputed(view),
        _brief(view),
        _heard(view),
        _people(view),
        _table(view),
        _positions(view),
    )
    rest = (_timeline(view), _ledger(view), _wording(view), _notes(view))
    return "\n".join(line for part in (*parts, *rest) for line in part).rstrip() + "\n"


def _head(view: Page) -> Iterable[str]:
    story = view.collation.story
    yield f"# {escape(story.title)}"
    yield ""
    yield f"{view.when} · {counted(len(view.accounts), 'account')} from {counted(view.origins, 'independent origin')}"
    yield ""
    if view.lead:
        said = " · ".join(f"**{name}**: {escape(words)}" for name, words in view.lead)
        yield from (f"{said} \\[{view.leading}\\]", "")
    for account in view.accounts:
        told = ", ".join((day(account.published) if account.published else "date unknown", *view.kin(account)))
        title = f": {escape(account.title)}" if account.title else ""
        link = f" <{account.url}>" if account.url and _is_plain_link(account.url) else ""
        yield f"{view.numbers[account.id]}. {escape(view.labels[account.id])}{title} ({escape(told)}){link}"


def _solid(view: Page) -> Iterable[str]:
    yield from _heading("What is solid")
    for row in view.solid:
        counts = (
            f"{counted(row.accounts, 'account')}, {counted(row.origins, 'origin')}, {counted(row.witnesses, 'witness')}"
        )
        yield f"- {_whole(view, row.gist)} – *{counts}* {_told(view, row.claims)}"
    if not view.solid:
        yield "No line is told in full by two independent origins, outside dispute and on more than one party's word."


def _disputed(view: Page) -> Iterable[str]:
    yield from _heading("Where they differ")
    for row in view.divergences:
        yield f"- **{row.severity}**, {row.kind}, between {row.between}: {escape(row.why)}"
        for side, value in zip(row.sides, (*row.values, *([""] * len(row.sides))), strict=False):
            for claim in view.told_by(side)[:3]:
                source = view.source(claim)
                citing = f", citing {escape(source)}" if source else ""
                short = value and len(value) < MOST_VALUE and value != claim.text
                shown = f"**{escape(value)}**: " if short else ""
                yield f"    - {shown}“{_whole(view, claim.id)}” {_told(view, [claim.id])}{citing}"
    if not view.divergences:
        yield NONE_FOUND
    yield from _left_out(view.left_out["divergences"], "divergences")


def _brief(view: Page) -> Iterable[str]:
    for section in view.sections:
        yield from _heading(section.title)
        for party, points in grouped(section.points, "party"):
            if party:
                yield from (f"**{escape(view.name(party))}**", "")
            for point in points:
                mark = escape(view.mark(point))
                mark = mark and f" {mark}"
                yield f"- {escape(point.text)}{mark} {_told(view, point.cites)}"
            if party:
                yield ""


def _heard(view: Page) -> Iterable[str]:
    if view.heard:
        yield from _heading("Who said what")
    for each in view.heard:
        told = f", according to {escape(clean(each.teller))}" if each.teller else ""
        words = escape(clean(each.text).rstrip(","))
        yield f"- **{escape(each.name)}**{told}: “{words}” \\[{' '.join(map(str, each.accounts))}\\]"


def _people(view: Page) -> Iterable[str]:
    if view.known:
        yield from _heading("Who is who")
    for row in view.known:
        told = offices((clean(role.title), role.former, view.numbers[role.account]) for role in row.roles)
        yield f"- **{escape(row.name)}**{': ' + escape(told) if told else ''}"


def _table(view: Page) -> Iterable[str]:
    table = view.collation.negotiation
    if not table.parties:
        return
    yield from _heading("At the table")
    for party in table.parties:
        team = ", ".join(escape(view.name(each.entity)) + (" (head)" if each.head else "") for each in party.delegation)
        yield f"- **{escape(view.name(party.entity))}**{': ' + team if team else ''}"
    seats = (("Mediating", table.mediators), ("Hosting", table.hosts), ("Observing", table.observers))
    for label, ids in (*seats, ("Venue", (table.venue,) if table.venue else ())):
        if ids:
            yield f"- {label}: {', '.join(escape(view.name(each)) for each in ids)}"


def _positions(view: Page) -> Iterable[str]:
    table = view.collation.negotiation
    if table.positions:
        yield from _heading("Positions by party")
    for party, positions in grouped(table.positions, "party"):
        yield f"- **{escape(view.name(party))}**"
        for each in positions:
            told = f"{STANCES[each.stance]}: “{_pointed(each.text, each.issue)}” ({KNOWN[each.known]})"
            yield f"    - {told} {_told(view, each.claims)}"
    for title, texts in (
        ("Agreed", [(each.text, each.claims) for each in table.agreements]),
        ("Next steps", [(each.text, each.claims) for each in view.steps]),
    ):
        if texts:
            yield from _heading(title)
            yield from (f"- {escape(text)} {_told(view, claims)}" for text, claims in texts)


def _pointed(text: str, part: str) -> str:
    """Words with a part of them in bold; the spaces around it stay outside the marks."""
    before, point, after = parted(text, part)
    bold = f"**{escape(point)}**" if point else ""
    return f"{escape(before)}{' ' * before[-1:].isspace()}{bold}{' ' * after[:1].isspace()}{escape(after)}"


def _timeline(view: Page) -> Iterable[str]:
    if view.moments:
        yield from _heading("Timeline")
    for row in view.moments:
        yield f"- **{escape(day(row.when))}** {_whole(view, row.claims[0])} {_told(view, row.claims)}"
    yield from _left_out(view.left_out["moments"], "moments")


def _ledger(view: Page) -> Iterable[str]:
    if not view.shared:
        return
    yield from _heading("Ledger")
    numbers = [str(view.numbers[account.id]) for account in view.accounts]
    wide = len(numbers) > MOST_COLUMNS
    met = {view.status(row) for row in view.shared}
    yield "; ".join(f"{status}: {meaning}" for status, meaning in STATUSES.items() if status in met)
    if not wide:
        yield from ("", " · ".join(f"{symbol} {kind}" for kind, symbol in SYMBOLS.items()))
    yield ""
    columns = ["What is told", "Status", "Accounts", "Origins", "Witnesses", *([] if wide else numbers)]
    yield "| " + " | ".join(columns) + " |"
    yield "|" + "---|" * len(columns)
    for row in view.shared:
        stands = [SYMBOLS[view.stand(row, account.id)] for account in view.accounts]
        told = f"{_whole(view, row.gist)} {_told(view, row.claims)}" if wide else _whole(view, row.gist)
        cells = [told, view.status(row), str(row.accounts), str(row.origins), str(row.witnesses)]
        yield "| " + " | ".join([*cells, *([] if wide else stands)]) + " |"
    yield from _left_out(view.left_out["ledger"] + view.left_out["shared"], "rows")


def _wording(view: Page) -> Iterable[str]:
    rows = [row for row in view.collation.wording if row.tone]
    if rows:
        yield from _heading("Tone")
    for row in rows:
        yield f"- **{escape(view.labels[row.account])}**: {escape(row.tone)}. {escape(row.why)}"


def _notes(view: Page) -> Iterable[str]:
    if view.collation.failures:
        yield from _heading("Not read")
    for row in view.collation.failures:
        yield f"- {escape(row.name)} ({escape(row.step)}): {escape(row.error)}"
    yield ""
    yield "Words in quotation marks and lists are the accounts’ own; numbers in brackets name the accounts above."


def _heading(title: str) -> Iterable[str]:
    return ("", f"## {title}", "")


def _whole(view: Page, claim: str) -> str:
    each = view.excerpt(claim)
    before, after = escape(each.before), escape(each.after)
    head = f"*\\[{before}\\]* " if before else ""
    tail = f" *\\[{after}\\]*" if len(after) > 2 else ""
    return head + escape(each.text) + tail


def _told(view: Page, claims: Sequence[str]) -> str:
    return "\\[" + " ".join(str(view.numbers[claim.account]) for claim in view.told_by(claims)) + "\\]"


def _left_out(number: int, what: str) -> Iterable[str]:
    if number:
        yield from ("", f"{number} more {what} are left out here; the JSON has all.")


def _is_plain_link(url: str) -> bool:
    return re.fullmatch(r"https?://[\w./?=&%~+:#,;-]{1,500}", url) is not None
