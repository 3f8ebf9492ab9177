"""Explains one finding of a collation: what it says, the exact words it rests on, and the rule that made it.

It reads the collation alone; the rules' reasons come from the stages that own them.
"""

from collections.abc import Iterable, Iterator

from variorum import registry
from variorum.model.collation import At, Collation
from variorum.report.page import clean

__all__ = ["explain"]

AROUND = 40  # code points of context on either side of a citation
MOST = 12  # citations shown of one finding


def explain(collation: Collation, id: str) -> str:  # noqa: A002  the id is what the user gives
    """A few lines on a finding.

    Raises:
        KeyError: the collation has no finding of that id.
    """
    lines = next((tuple(found) for kind in _KINDS if (found := kind(collation, id))), None)
    if lines is None:
        raise KeyError(f"the collation has no finding {id!r}")
    return "\n".join(lines) + "\n"


def _claim(collation: Collation, wanted: str) -> list[str]:
    for row in collation.claims:
        if row.id == wanted:
            source = row.source.text or row.source.kind
            said = ", ".join(each for each in (row.polarity, row.modality, row.factivity) if each)
            said += f"; vouched for by {clean(source)}"
            groups = [each.id for each in collation.ledger if wanted in each.claims]
            rest = [f"in ledger row {each}" for each in groups]
            return [
                f"claim {row.id}: {said}",
                *_cites(collation, [(row.account, row.at)]),
                *rest,
                *_rule(row.rule),
            ]
    return []


def _row(collation: Collation, wanted: str) -> list[str]:
    for row in collation.ledger:
        if row.id == wanted:
            stands = [f"  {_name(collation, account)}: {kind}" for account, kind in row.stands.items()]
            return [
                f"ledger row {row.id}, {row.status}: {row.why}",
                *_of_claims(collation, row.claims),
                *stands,
                *_rule(f"ledger.{row.status}"),
            ]
    return []


def _divergence(collation: Collation, wanted: str) -> list[str]:
    for row in collation.divergences:
        if row.id == wanted:
            lines = [f"divergence {row.id}: {row.severity}, {row.kind}, between {row.between}; score {row.score:.2f}"]
            lines.append(clean(row.why))
            for value, side in zip(row.values, row.sides, strict=False):
                lines += [f"  “{clean(value)}”", *_of_claims(collation, side)]
            return [*lines, *_rule(row.rule)]
    return []


def _quote(collation: Collation, wanted: str) -> list[str]:
    for row in collation.quotes:
        if row.id == wanted:
            speaker = next((each.name for each in collation.entities if each.id == row.speaker), row.source or "nobody")
            cue = f" ({clean(row.cue)})" if row.cue else ""
            head = f"quote {row.id}: {row.kind}, by {clean(speaker)}{cue}"
            return [head, *_cites(collation, [(row.account, row.at)]), *_rule(row.rule)]
    return []


def _entity(collation: Collation, wanted: str) -> list[str]:
    for row in collation.entities:
        if row.id == wanted:
            roles = [f"  {clean(role.title)}: {_name(collation, role.account)}" for role in row.roles]
            also = f", also {', '.join(clean(each) for each in row.aliases)}" if row.aliases else ""
            places = [(each.account, each.at) for each in row.mentions]
            head = f"entity {row.id}: {clean(row.name)}, {row.kind}{also}"
            return [head, *roles, *_cites(collation, places), *_rule(row.rule)]
    return []


def _moment(collation: Collation, wanted: str) -> list[str]:
    for row in collation.timeline:
        if row.id == wanted:
            head = f"moment {row.id}: {row.when} ({row.granularity})"
            return [head, *_of_claims(collation, row.claims), *_rule("moment.dated")]
    return []


def _position(collation: Collation, wanted: str) -> list[str]:
    for row in collation.negotiation.positions:
        if row.id == wanted:
            party = next((each.name for each in collation.entities if each.id == row.party), row.party)
            head = f"position {row.id}: {clean(party)}, {row.stance}, {clean(row.issue)}; known: {row.known}"
            return [head, *_of_claims(collation, row.claims), *_rule(row.rule)]
    return []


def _reprint(collation: Collation, wanted: str) -> list[str]:
    for row in collation.reprints:
        if row.id == wanted:
            names = " and ".join(_name(collation, each) for each in row.accounts)
            credit = f", crediting {clean(row.credit)}" if row.credit else ""
            head = f"reprint {row.id}: {names} share {row.share:.0%} of the shorter one's words{credit}"
            places = [(each.account, each.at) for each in row.evidence]
            return [head, *_cites(collation, places), *_rule(row.rule)]
    return []


_KINDS = (_claim, _row, _divergence, _quote, _entity, _moment, _position, _reprint)


def _of_claims(collation: Collation, claims: Iterable[str]) -> Iterator[str]:
    rows = {row.id: row for row in collation.claims}
    found = [rows[each] for each in claims if each in rows]
    return _cites(collation, [(row.account, row.at) for row in found])


def _cites(collation: Collation, places: list[tuple[str, At]]) -> Iterator[str]:
    texts = {row.id: row.text for row in collation.accounts}
    for account, (start, end) in places[:MOST]:
        text = texts.get(account, "")
        before, after = clean(text[max(0, start - AROUND) : start]), clean(text[end : end + AROUND])
        words = clean(text[start:end])
        yield f"  {_name(collation, account)} [{start}, {end}): …{before} «{words}» {after}…"
    if len(places) > MOST:
        yield f"  and {len(places) - MOST} more"


def _rule(rule: str) -> list[str]:
    why = registry.rules().get(rule)
    return [f"rule {rule}: {why}"] if why else [f"rule {rule}"] if rule else []


def _name(collation: Collation, account: str) -> str:
    for row in collation.accounts:
        if row.id == account:
            return clean(row.outlet or row.name)
    return account
