"""Who's who, as rows: the entities that somebody needs to follow the story, with their roles and every mention."""

from variorum.model.alignment import Entity
from variorum.model.collation import EntityRow, Place, RoleRow
from variorum.report.catalogue import Catalogue

__all__ = ["cast"]


def cast(book: Catalogue) -> tuple[EntityRow, ...]:
    """The entities: those that most accounts name first, then by mentions, then by name."""
    rows = [_row(book, at, entity) for at, entity in enumerate(book.alignment.entities)]
    unique = {row.id: row for row in rows}
    return tuple(
        sorted(
            unique.values(),
            key=lambda row: (-len({each.account for each in row.mentions}), -len(row.mentions), row.name, row.id),
        )
    )


def _row(book: Catalogue, at: int, entity: Entity) -> EntityRow:
    affiliation = entity.affiliation
    known = affiliation is not None and affiliation != at and 0 <= affiliation < len(book.entity_ids)
    return EntityRow(
        id=book.entity_ids[at],
        kind=entity.kind,
        name=entity.name,
        aliases=tuple(each for each in dict.fromkeys(entity.aliases) if each != entity.name),
        affiliation=book.entity_ids[affiliation] if known and affiliation is not None else None,
        roles=_roles(book, entity),
        mentions=_mentions(book, entity),
        rule=entity.origin.rule,
    )


def _roles(book: Catalogue, entity: Entity) -> tuple[RoleRow, ...]:
    rows = (
        RoleRow(
            title=role.title,
            account=role.span.account,
            at=(role.span.start, role.span.end),
            of=role.of,
            former=role.former,
        )
        for role in sorted(entity.roles, key=lambda each: (book.rank(each.span.account), each.span.start))
        if role.span.account in book.by_id
    )
    return tuple({(row.account, row.at): row for row in rows}.values())


def _mentions(book: Catalogue, entity: Entity) -> tuple[Place, ...]:
    spans = set()
    for member in entity.members:
        marked = book.by_id.get(member.account)
        if marked is None or not 0 <= member.index < len(marked.referents):
            continue
        spans |= {marked.mentions[each].span for each in marked.referents[member.index].mentions}
    ordered = sorted(spans, key=lambda span: (book.rank(span.account), span.start, span.end))
    return tuple(Place(account=span.account, at=(span.start, span.end)) for span in ordered)
