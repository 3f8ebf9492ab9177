"""The collation in a terminal: 100 columns, what is solid, what is disputed, who is who, positions, timeline, brief.

Plain unless colour is asked for. Control and bidirectional characters of the accounts never reach the terminal.
"""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model.collation import Collation, DivergenceRow, EntityRow
from variorum.report.page import Page, clean, page
from variorum.report.words import KNOWN, NONE_FOUND, STANCES, STATUSES, SYMBOLS, counted, day, grouped, offices
from variorum.settings import Settings

__all__ = ["render"]

WIDTH = 100
MOST_SHARED = 25  # rows; a terminal scrolls, but nobody reads the fiftieth row there
MOST_PEOPLE = 20
MOST_DISPUTES = 6
MOST_MOMENTS = 20
MOST_VALUE = 60  # characters of a divergence's value that says more than the sentence beside it
_BOLD, _DIM, _RED, _GREEN, _END = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[0m"
_STATUS_COLOUR = {"corroborated": _GREEN, "contested": _RED}


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes lines within the width; colours only where asked."""

    colour: bool

    def paint(self, text: str, code: str) -> str:
        return f"{code}{text}{_END}" if self.colour and code else text

    def heading(self, title: str, note: str = "") -> Iterable[str]:
        yield ""
        yield self.paint(title.upper(), _BOLD) + (f"  {self.paint(note, _DIM)}" if note else "")
        yield self.paint("─" * WIDTH, _DIM)

    def lines(self, text: str, first: str = "", rest: str = "") -> Iterable[str]:
        plain = clean(text)
        yield from textwrap.wrap(
            plain, WIDTH, initial_indent=first, subsequent_indent=rest or " " * len(first), break_on_hyphens=False
        ) or [first.rstrip()]

    def dim(self, text: str, indent: str) -> Iterable[str]:
        return (self.paint(line, _DIM) for line in self.lines(text, indent, indent))


def render(collation: Collation, *, settings: Settings | None = None, colour: bool = False) -> str:
    """The page as text, ending in a line feed."""
    view, pen = page(collation, settings or Settings()), _Pen(colour)
    parts = (
        _head(view, pen),
        _solid(view, pen),
        _disputed(view, pen),
        _brief(view, pen),
        _heard(view, pen),
        _people(view, pen),
        _table(view, pen),
        _positions(view, pen),
        _timeline(view, pen),
        _shared(view, pen),
        _wording(view, pen),
        _unread(view, pen),
    )
    return "\n".join(line.rstrip() for part in parts for line in part) + "\n"


def _head(view: Page, pen: _Pen) -> Iterable[str]:
    story = view.collation.story
    yield from (pen.paint(line, _BOLD) for line in pen.lines(story.title))
    yield f"{view.when} · {counted(len(view.accounts), 'account')} from {counted(view.origins, 'independent origin')}"
    if view.lead:
        yield from pen.lines(" · ".join(f"{name}: {words}" for name, words in view.lead) + f" [{view.leading}]")
    for account in view.accounts:
        told = [day(account.published) if account.published else "date unknown", f"{account.words} words"]
        told += view.kin(account)
        yield from pen.lines(f"{view.labels[account.id]} ({', '.join(told)})", f"  [{view.numbers[account.id]}] ")


def _solid(view: Page, pen: _Pen) -> Iterable[str]:
    yield from pen.heading("What is solid", "accounts/origins/witnesses; not on one party's word alone")
    for row in view.solid:
        counts = f"{row.accounts}/{row.origins}/{row.witnesses}"
        yield from pen.lines(_whole(view, row.gist), f"  {counts:<9}", " " * 11)
        yield from pen.dim(_told(view, row.claims), " " * 11)
    if not view.solid:
        yield "  No line is told in full by two independent origins, outside dispute and on more than one party's word."


def _disputed(view: Page, pen: _Pen) -> Iterable[str]:
    yield from pen.heading("What is disputed", "conflict: both cannot hold; tension: both may; update: told anew")
    for row in view.divergences[:MOST_DISPUTES]:
        yield from _divergence(view, pen, row)
    if not view.divergences:
        yield f"  {NONE_FOUND}"
    more = len(view.collation.divergences) - min(MOST_DISPUTES, len(view.divergences))
    if more:
        yield pen.paint(f"  {more} more in the JSON and on the HTML page.", _DIM)


def _divergence(view: Page, pen: _Pen, row: DivergenceRow) -> Iterable[str]:
    tag = pen.paint(row.severity, _RED if row.severity == "conflict" else _BOLD)
    yield f"  {tag} · {row.kind} · between {row.between}"
    yield from pen.lines(row.why, "    ")
    for side, value in zip(row.sides, (*row.values, *([""] * len(row.sides))), strict=False):
        for claim in view.told_by(side)[:2]:
            source = view.source(claim)
            cited = f" [{view.numbers[claim.account]}{', citing ' + source if source else ''}]"
            short = f"{value}: " if value and len(value) < MOST_VALUE and value != claim.text else ""
            yield from pen.lines(f"{short}“{_whole(view, claim.id)}”{cited}", "    - ")


def _brief(view: Page, pen: _Pen) -> Iterable[str]:
    for section in view.sections:
        yield from pen.heading(section.title)
        for party, points in grouped(section.points, "party"):
            if party:
                yield f"  {clean(view.name(party))}"
            for point in points:
                mark = view.mark(point)
                yield from pen.lines(f"{point.text}{mark} {_told(view, point.cites)}", "  • ", "    ")


def _heard(view: Page, pen: _Pen) -> Iterable[str]:
    if view.heard:
        yield from pen.heading("Who said what", "in quotation marks in the accounts")
    for each in view.heard:
        told = f", according to {clean(each.teller)}" if each.teller else ""
        words = clean(each.text)
        yield from pen.lines(f"{each.name}{told}: “{words}” [{' '.join(map(str, each.accounts))}]", "  ", "      ")


def _people(view: Page, pen: _Pen) -> Iterable[str]:
    people = view.known
    if not people:
        return
    yield from pen.heading("Who is who")
    for row in people[:MOST_PEOPLE]:
        told = _offices(view, row)
        yield from pen.lines(f"{row.name}{': ' + told if told else ''}", "  ", "      ")
    if len(people) > MOST_PEOPLE:
        yield pen.paint(f"  {len(people) - MOST_PEOPLE} more in the JSON and on the HTML page.", _DIM)


def _offices(view: Page, row: EntityRow) -> str:
    told = offices((clean(role.title), role.former, view.numbers[role.account]) for role in row.roles)
    return told or view.name(row.affiliation)


def _table(view: Page, pen: _Pen) -> Iterable[str]:
    table = view.collation.negotiation
    if not table.parties:
        return
    yield from pen.heading("At the table")
    for party in table.parties:
        team = ", ".join(view.name(each.entity) + (" (head)" if each.head else "") for each in party.delegation)
        yield from pen.lines(f"{view.name(party.entity)}{': ' + team if team else ''}", "  ", "      ")
    for label, ids in (("mediating", table.mediators), ("hosting", table.hosts), ("observing", table.observers)):
        if ids:
            yield from pen.lines(f"{label}: {', '.join(view.name(each) for each in ids)}", "  ", "      ")
    if table.venue:
        yield f"  venue: {clean(view.name(table.venue))}"


def _positions(view: Page, pen: _Pen) -> Iterable[str]:
    table = view.collation.negotiation
    if table.positions:
        yield from pen.heading("Positions by party")
    for party, positions in grouped(table.positions, "party"):
        yield f"  {pen.paint(clean(view.name(party)), _BOLD)}"
        for each in positions:
            told = f"{STANCES[each.stance]}: “{clean(each.text)}” ({KNOWN[each.known]})"
            yield from pen.lines(f"{told} {_told(view, each.claims)}", "    • ", "      ")
    for title, texts in (
        ("Agreed", [(each.text, each.claims) for each in table.agreements]),
        ("Next steps", [(each.text, each.claims) for each in view.steps]),
    ):
        if texts:
            yield from pen.heading(title)
            for text, claims in texts:
                yield from pen.lines(f"{text} {_told(view, claims)}", "  • ", "    ")


def _timeline(view: Page, pen: _Pen) -> Iterable[str]:
    if not view.moments:
        return
    yield from pen.heading("Timeline")
    chosen = sorted(sorted(view.moments, key=lambda row: -len(row.claims))[:MOST_MOMENTS], key=lambda row: row.when)
    for row in chosen:
        yield from pen.lines(
            f"{_whole(view, row.claims[0])} {_told(view, row.claims)}", f"  {day(row.when):<18}", " " * 20
        )
    more = len(view.collation.timeline) - len(chosen)
    if more:
        yield pen.paint(f"  {more} more in the JSON and on the HTML page.", _DIM)


def _shared(view: Page, pen: _Pen) -> Iterable[str]:
    firm = {row.id for row in view.solid}
    rows = [row for row in view.shared if row.id not in firm]
    if not rows:
        return
    yield from pen.heading("Also told by several", "  ".join(f"{SYMBOLS[each]} {each}" for each in SYMBOLS))
    for row in rows[:MOST_SHARED]:
        stands = " ".join(
            f"{SYMBOLS[view.stand(row, account)]}{view.numbers[account]}"
            for account, kind in row.stands.items()
            if kind not in ("silent", "not-yet")
        )
        yield from pen.lines(_whole(view, row.gist), f"  {row.accounts}/{row.origins}/{row.witnesses} ", " " * 8)
        status = view.status(row)
        status = pen.paint(f"{status} ({STATUSES[status]})", _STATUS_COLOUR.get(status, ""))
        yield f"        {status}  {stands}"
    left = len(rows) - min(len(rows), MOST_SHARED) + view.left_out["shared"]
    if left:
        yield pen.paint(f"  {left} more {'row' if left == 1 else 'rows'} in the JSON and on the HTML page.", _DIM)


def _wording(view: Page, pen: _Pen) -> Iterable[str]:
    rows = [row for row in view.collation.wording if row.tone]
    if not rows:
        return
    yield from pen.heading("Tone")
    for row in rows:
        yield from pen.lines(f"[{view.numbers[row.account]}] {row.tone}: {row.why}", "  ", "      ")


def _unread(view: Page, pen: _Pen) -> Iterable[str]:
    if not view.collation.failures:
        return
    yield from pen.heading("Not read")
    for row in view.collation.failures:
        yield from pen.lines(
            f"{row.name} ({row.step}{', ' + row.code if row.code else ''}): {row.error}", "  ", "      "
        )


def _whole(view: Page, claim: str) -> str:
    """The claim, with the rest of its sentence in brackets where it cannot stand alone."""
    each = view.excerpt(claim)
    before, after = clean(each.before), clean(each.after)
    return f"{f'[{before}] ' if before else ''}{clean(each.text)}{f' [{after}]' if len(after) > 1 else ''}"


def _told(view: Page, claims: Sequence[str]) -> str:
    return "[" + " ".join(str(view.numbers[claim.account]) for claim in view.told_by(claims)) + "]"
