"""Which accounts bear a claim of a row: in whole sentences they tell its words, what it says, and of whom."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from variorum.model.alignment import Key
from variorum.report.bearing import bears, tells
from variorum.report.catalogue import Catalogue

__all__ = ["bearers", "sentences"]


def bearers(book: Catalogue, key: Key, keys: Sequence[Key]) -> tuple[str, ...]:
    """Of the accounts that make these claims, those that bear the words of one of them; its own is one."""
    text = book.words(book.claim(key).span)
    core, named = _core(book, key)
    return tuple(
        account
        for account, said in sentences(book, keys).items()
        if account == key.account
        or (
            bears(text, said)
            and tells(core, said, named=named)
            and _names_all(book, key, [each for each in keys if each.account == account], said)
        )
    )


def sentences(book: Catalogue, keys: Iterable[Key]) -> dict[str, list[str]]:
    """The whole sentences that claims stand in, by account."""
    said: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        sentence = book.sentence(key)
        said[key.account].append(book.words(sentence.span if sentence is not None else book.claim(key).span))
    return said


def _core(book: Catalogue, gist: Key) -> tuple[str, bool]:
    """The words of a claim without its subject, people and titles; and whether people stand after the subject."""
    marked, claim = book.by_id[gist.account], book.claim(gist)
    agent = next((each.span for each in claim.frame.arguments if each.role == "agent"), None) if claim.frame else None
    people = [marked.mentions[at] for at in claim.mentions if marked.mentions[at].kind == "person"]
    titles = [
        role.span for each in people if each.referent is not None for role in marked.referents[each.referent].roles
    ]
    gone = [*(each.span for each in people), *titles, *([agent] if agent else [])]
    text, start = book.words(claim.span), claim.span.start
    kept = "".join(
        " " if any(each.start <= start + at < each.end for each in gone) else letter for at, letter in enumerate(text)
    )
    return kept, any(agent is None or not agent.covers(each.span) for each in people)


def _names_all(book: Catalogue, gist: Key, keys: Sequence[Key], said: Sequence[str]) -> bool:
    """Whether an account's claims, or the last word of a name in its sentences, tell of everybody in the gist."""
    marked, told = book.by_id[gist.account], " ".join(said).casefold()
    mine = {entity for key in keys for entity in book.entities_in(key)}
    for at in book.claim(gist).mentions:
        each = marked.mentions[at]
        if each.kind != "person" or each.form != "name":
            continue
        last = each.text.split()[-1].casefold()
        if book.entity(gist.account, each.referent) not in mine and last not in told:
            return False
    return True
