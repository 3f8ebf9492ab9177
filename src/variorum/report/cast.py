"""Who's who, as rows: the entities that somebody needs to follow the story, with their roles and every mention."""

import re
from bisect import bisect_right

from variorum import lang
from variorum.lang.spelling import fold
from variorum.model.alignment import Entity
from variorum.model.collation import EntityRow, Place, RoleRow
from variorum.report.catalogue import Catalogue

__all__ = ["cast"]

_OWNED = re.compile(r"['’]s?\b|\b(?:of|to)\b")
_ARTICLE = re.compile(r"^(?:the|an?|another) ")
_WHOSE = re.compile(r"(?:his|her|its|their) ", re.IGNORECASE)


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
    """The roles, less whose they are where only "his" or "its" says so; kin of nobody named are left out.

    So is what says nothing by itself ("the aide"), and a phrase in somebody's quote: the speaker may mean another.

    Nor is anybody told of whom no more than a caption names.
    """
    if _pictured(book, entity):
        return ()
    rows = {}
    for role in sorted(entity.roles, key=lambda each: (book.rank(each.span.account), each.span.start)):
        hangs = _WHOSE.match(role.title)
        start, title = role.span.start, role.title
        if hangs:
            start, title = role.span.start + hangs.end(), role.title[hangs.end() :]
        kin = (
            not _kin().isdisjoint(fold(title))
            if hangs
            else _kin() >= set(fold(title)[-1:]) and not _OWNED.search(title)
        )
        bare = _ARTICLE.sub("", title.casefold(), count=1) in _bare()
        if role.span.account not in book.by_id or kin or bare or role.origin.rule == "role.spoken":
            continue
        at = (start, role.span.end)
        rows[role.span.account, at] = RoleRow(
            title=title, account=role.span.account, at=at, of=role.of, former=role.former
        )
    return tuple(rows.values())


def _pictured(book: Catalogue, entity: Entity) -> bool:
    """Whether all that names it stands in captions."""
    kinds = set()
    for member in entity.members:
        marked = book.by_id.get(member.account)
        if marked is None or not 0 <= member.index < len(marked.referents):
            continue
        starts = [each.span.start for each in marked.sentences]
        for at in marked.referents[member.index].mentions:
            place = bisect_right(starts, marked.mentions[at].span.start) - 1
            if marked.mentions[at].form == "name" and place >= 0:
                kinds.add(marked.sentences[place].kind)
    return kinds == {"caption"}


def _kin() -> frozenset[str]:
    """Words for kin, which say nothing without whose."""
    return lang.words("en", "kinship", relation=True)


def _bare() -> frozenset[str]:
    """Words for persons that say nothing without whose or of what."""
    return lang.words("en", "bare_roles")


def _mentions(book: Catalogue, entity: Entity) -> tuple[Place, ...]:
    spans = set()
    for member in entity.members:
        marked = book.by_id.get(member.account)
        if marked is None or not 0 <= member.index < len(marked.referents):
            continue
        spans |= {marked.mentions[each].span for each in marked.referents[member.index].mentions}
    ordered = sorted(spans, key=lambda span: (book.rank(span.account), span.start, span.end))
    return tuple(Place(account=span.account, at=(span.start, span.end)) for span in ordered)
