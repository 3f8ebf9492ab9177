"""Credits: where an account says that it has something from another outlet, and which accounts have their story so.

"Told the Gazette", "the Gazette reported", "according to a story in the Gazette": what stands there is the Gazette's,
however many carry it. Linear in the text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.align.outlets import Outlets, outlet_key
from variorum.lang.spelling import fold
from variorum.model.alignment import Credit
from variorum.model.finding import Origin, Rule
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Span

__all__ = ["RULES", "align_credits"]

RULES = (
    Rule("credit.passage", "The account credits another outlet for what it says here."),
    Rule("credit.story", "The account credits another outlet for its story as a whole."),
    Rule("credit.dateline", "The account stands under another outlet's name, in its dateline."),
    Rule("credit.shared", "The account credits the outlet that another one has the same quoted words from."),
)
_NAME = r"(?:[Tt]he )?[A-Z0-9][\w’'&.-]{0,24}(?: (?:and |of )?[A-Z][\w’'&.-]{0,24}){0,4}"
_PIECE = r"(?:story|report|article|account|piece|investigation|interview|post|column|item)"
_AFTER = re.compile(
    r"(?:"
    r"\b[Aa]ccording to (?:(?:an? |the )?(?:[\w-]{1,20} ){0,3}?" + _PIECE + r" (?:in|on|by|from|with|for) )?"
    r"|\b(?:told|tells|telling|informed|emailed|provided) "
    r"|\binterview(?:ed|s)?(?: on| with| to| by| in| for)? "
    r"|\b(?:[Oo]btained|seen|reviewed|published|reported|revealed|released|posted|shared|broken|compiled|provided|sent"
    r"|given|emailed|e-mailed|statement|spoke|speaking|spoken|said|says|confirmed|comments?|remarks?|told) "
    r"(?:first )?(?:by|with|to|in|on) "
    r"|\b" + _PIECE + r" (?:in|on|by|from) "
    r"|\b[Cc]iting "
    r")(?P<name>" + _NAME + r")"
)
_BEFORE = re.compile(
    r"(?P<name>" + _NAME + r")(?:’s|'s)?,? "
    r"(?:(?:first|has|had|also|previously|later|earlier|exclusively) ){0,2}"
    r"(?:reports?|reported|reporting|writes|wrote|confirms|confirmed|revealed|obtained|learned|quoted|"
    + _PIECE
    + r")\b"
)
_DATELINE = re.compile(r"\((?P<name>[A-Z][\w .&]{1,29})\) ?[-–—]")
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)
LEAD = 4  # sentences at the head of a text that say where a story comes from: a headline and three; chosen, not swept
OFTEN = 0.1  # share of an account's sentences with the credit, from which its story is another's; chosen, not swept
SAME_WORDS = 0.5  # share of an account's quotations that the crediting account has too; chosen, not swept
QUOTES = 3  # quotations in common from which they are no chance; chosen, not swept
_HEAD_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that stands where an outlet is credited: its sentence, its place, before the verb or after it."""

    sentence: int
    start: int
    end: int
    before: bool = False
    dateline: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A credit in the making: the sentence, the place of the name, the outlet, whether it only says who was first."""

    sentence: int
    span: Span
    key: str
    first: bool
    dateline: bool


def align_credits(story: tuple[AnnotatedAccount, ...]) -> tuple[Credit, ...]:
    """The credits of all accounts to outlets other than themselves, in the order of the accounts and their texts."""
    raw = {marked.id: tuple(_names(marked)) for marked in story}
    texts = [marked.account.text[each.start : each.end] for marked in story for each in raw[marked.id]]
    outlets = Outlets.of((marked.account.outlet for marked in story), texts)
    found = {marked.id: _credits(marked, raw[marked.id], outlets) for marked in story}
    rules = {(marked.id, key): rule for marked in story for key, rule in _wholly(marked, found[marked.id])}
    rules |= _shared(story, found, frozenset(rules))
    homes: dict[str, list[str]] = defaultdict(list)
    for marked in story:
        homes[outlet_key(marked.account.outlet or "")].append(marked.id)
    return tuple(
        Credit(
            evidence=(each.span,),
            origin=Origin("align.credits", rules.get((marked.id, each.key), "credit.passage")),
            account=marked.id,
            outlet=each.key,
            name=" ".join(marked.account.text[each.span.start : each.span.end].split()),
            whole=(marked.id, each.key) in rules,
            homes=tuple(homes.get(each.key, ())),
        )
        for marked in story
        for each in found[marked.id]
    )


def _names(marked: AnnotatedAccount) -> Iterable[_Name]:
    text = marked.account.text
    for at, sentence in enumerate(marked.sentences):
        words = text[sentence.span.start : sentence.span.end]
        for pattern in (_AFTER, _BEFORE, *((_DATELINE,) if at < LEAD else ())):
            for match in pattern.finditer(words):
                start, end = (sentence.span.start + match.start("name"), sentence.span.start + match.end("name"))
                yield _Name(at, start, end, pattern is _BEFORE, pattern is _DATELINE)


def _credits(marked: AnnotatedAccount, raw: Iterable[_Name], outlets: Outlets) -> tuple[_Found, ...]:
    """The names that are outlets, each once a sentence; an account does not credit itself."""
    own = outlet_key(marked.account.outlet or "")
    text = marked.account.text
    found: dict[tuple[int, str], _Found] = {}
    for name in raw:
        known = _known(text, name, outlets)
        if known is None or known[1] == own:
            continue
        span, key = known
        first = bool(_FIRST.search(text[max(0, name.start - 20) : name.end + 20]))
        found.setdefault((name.sentence, key), _Found(name.sentence, Span(marked.id, *span), key, first, name.dateline))
    return tuple(sorted(found.values(), key=lambda each: each.span))


def _known(text: str, name: _Name, outlets: Outlets) -> tuple[tuple[int, int], str] | None:
    """The longest run of the name's words that is an outlet's: next to the word that credits it."""
    words = [match.span() for match in re.finditer(r"\S+", text[name.start : name.end])]
    for size in range(len(words), 0, -1):
        part = words[-size:] if name.before else words[:size]
        first, last = name.start + part[0][0], name.start + part[-1][1]
        run = text[first:last].rstrip(".,'’")
        for ending in ("’s", "'s"):
            run = run.removesuffix(ending)
        key = outlets.key(run)
        if key:
            return (first, first + len(run)), key
    return None


def _wholly(marked: AnnotatedAccount, found: tuple[_Found, ...]) -> Iterable[tuple[str, str]]:
    """The outlets whose story an account retells: credited all through it; a credit at its head counts double."""
    weights: dict[str, int] = defaultdict(int)
    datelines = set()
    for each in found:
        weights[each.key] += 0 if each.first else 2 if each.sentence < LEAD else 1
        if each.dateline:
            datelines.add(each.key)
    total = sum(1 for each in marked.sentences if each.kind != "caption")
    for key, weight in sorted(weights.items()):
        if key in datelines:
            yield key, "credit.dateline"
        elif weight >= 2 and weight >= OFTEN * total:
            yield key, "credit.story"


def _shared(
    story: tuple[AnnotatedAccount, ...], found: dict[str, tuple[_Found, ...]], whole: frozenset[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """Accounts that credit an outlet once, where most of their quotations are those of an account wholly its own."""
    pools: dict[str, str] = defaultdict(str)
    keys = {key for _, key in whole}
    for marked in story:
        for key in keys:
            if (marked.id, key) in whole or outlet_key(marked.account.outlet or "") == key:
                pools[key] += "|" + "|".join(_quoted(marked))
    rules = {}
    for marked in story:
        said = _quoted(marked)
        for key in sorted({each.key for each in found[marked.id]} & keys):
            known = sum(1 for each in said if each in pools[key])
            if (marked.id, key) not in whole and known >= QUOTES and known >= SAME_WORDS * len(said):
                rules[marked.id, key] = "credit.shared"
    return rules


def _quoted(marked: AnnotatedAccount) -> tuple[str, ...]:
    """The first words of each quotation of some length, folded: outlets end one speech in different places."""
    words = [fold(quote.text)[:_HEAD_WORDS] for quote in marked.quotes if quote.kind == "direct"]
    return tuple(" ".join(each) for each in words if len(each) > 1)
