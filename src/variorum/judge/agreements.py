"""Agreements and next steps: what was agreed and by whom, who of them confirms it, and what is to come.

An agreement needs two who agreed: what one party does alone is its own deed or position. One of long before the
accounts is background. A next step is an event after the account, told with its subject.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from variorum import lang
from variorum.judge.parties import Parties, parties_of
from variorum.judge.places import has_subject
from variorum.model.alignment import Alignment, Key
from variorum.model.finding import Origin, Rule
from variorum.model.judgement import Agreement
from variorum.model.markup import AnnotatedAccount, Claim

__all__ = ["RULES", "agreements"]

RULES = (
    Rule("agreement.agreed", "The parties are said to have agreed to it."),
    Rule("agreement.concluded", "The parties are said to have signed, struck or reached an agreement."),
    Rule("next-step.dated", "It is planned or expected for a date after the account."),
    Rule("next-step.named", "It is planned or expected, and is a meeting, vote, hearing or the like."),
)
OLD = timedelta(days=60)  # before the account: an agreement dated earlier is history
LONGEST = 250  # words; a longer "clause" is a failure of splitting
SHORTEST = 5  # words; "a deal was reached" says of what nothing
_AHEAD = frozenset({"planned", "expected"})
_AGREE = re.compile(r"\b(?:agree|consent|settle)", re.IGNORECASE)
_SIDES = re.compile(
    r"\b(?:the |both |two |three |all ){1,2}(?:warring |rival )?"
    r"(?:sides|parties|delegations|countries|nations|governments|companies|leaders|unions|camps)\b"
    r"|\bjoint(?:ly)?\b|\beach other\b",
    re.IGNORECASE,
)
# Openings of a clause that is not told as a fact of its own, or that speaks of the speaker's own day.
_ELSEWHERE = re.compile(
    r"\W{0,3}(?:before|until|if|unless|when|whether|what|which|how|we|i|hopefully)\b", re.IGNORECASE
)
# Words before a clause under which it is no fact; they stand outside the claim.
_UNDER = re.compile(r"\b(?:before|until|if|unless|when|whether|once|should)\s{1,2}$", re.IGNORECASE)
_USUAL = re.compile(r"\b(?:typically|usually|normally|generally|every|each|annually|likely|never)\b", re.IGNORECASE)
_WAS_TO = re.compile(r"\b(?:was|were)\b|\b(?:would|could|might)\b.{0,24}\bhave\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s(?:who|which|where|whose)\b")
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def agreements(story: Sequence[AnnotatedAccount], alignment: Alignment) -> tuple[Agreement, ...]:
    """Agreements, then next steps; those that most accounts tell first."""
    parties = parties_of(story, alignment)
    group_of = {key: at for at, group in enumerate(alignment.groups) for key in group.claims}
    found: dict[tuple[str, object], list[tuple[Key, str]]] = {}
    for marked in sorted(story, key=lambda each: each.id):
        for index, claim in enumerate(marked.claims):
            key = Key(marked.id, index)
            rule = _agreed(marked, claim, parties) or _ahead(marked, claim)
            if rule:
                found.setdefault((rule.split(".")[0], group_of.get(key, key)), []).append((key, rule))
    by_id = {marked.id: marked for marked in story}
    made = [_agreement(by_id, parties, kind, told) for (kind, _), told in found.items()]
    return tuple(sorted(made, key=lambda each: (each.kind, -len({key.account for key in each.claims}), each.claims)))


def _agreement(
    by_id: dict[str, AnnotatedAccount], parties: Parties, kind: str, told: Sequence[tuple[Key, str]]
) -> Agreement:
    key, rule = min(told, key=lambda each: (-_clearness(by_id[each[0].account], each[0]), each[0]))
    marked = by_id[key.account]
    claim = marked.claims[key.index]
    who: dict[int, None] = {}
    confirmed: dict[int, None] = {}
    for each, _ in told:
        own, theirs = by_id[each.account], by_id[each.account].claims[each.index]
        for party in _those_who(own, theirs, parties):
            who.setdefault(party)
        source = parties.of_source(own, theirs) if theirs.source.kind == "speaker" else None
        if source is not None:
            confirmed.setdefault(source)
    return Agreement(
        text=marked.account.text[claim.span.start : claim.span.end],
        kind="agreement" if kind == "agreement" else "next-step",
        parties=tuple(who),
        confirmed_by=tuple(party for party in confirmed if party in who),
        claims=tuple(each for each, _ in told),
        evidence=tuple(by_id[each.account].claims[each.index].span for each, _ in told),
        origin=Origin("judge.agreements", rule),
    )


def _agreed(marked: AnnotatedAccount, claim: Claim, parties: Parties) -> str:
    if claim.polarity == "negative" or claim.frame is None or not SHORTEST <= len(claim.text.split()) <= LONGEST:
        return ""
    if claim.frame.tense == "future" or _is_old(marked, claim) or _ELSEWHERE.match(claim.text):
        return ""
    if _under(marked, claim) or not (_SIDES.search(claim.text) or len(set(_those_who(marked, claim, parties))) > 1):
        return ""
    cue = claim.modality_cue
    if claim.modality == "agreed" and cue and _AGREE.search(marked.account.text, cue.start, cue.end):
        return "agreement.agreed"
    if claim.modality not in ("asserted", "reported", "agreed") or claim.frame.predicate not in _words("concluding"):
        return ""
    made = (each for each in claim.frame.arguments if each.role in ("patient", "on", "to"))
    return "agreement.concluded" if any(each.head.casefold() in _words("agreement") for each in made) else ""


def _ahead(marked: AnnotatedAccount, claim: Claim) -> str:
    frame = claim.frame
    if claim.polarity == "negative" or frame is None or not SHORTEST <= len(claim.text.split()) <= LONGEST:
        return ""
    if frame.copular or frame.predicate in _words("idle") or _under(marked, claim) or not has_subject(claim):
        return ""
    if _USUAL.search(claim.text) or _WAS_TO.search(claim.text) or _ASIDE.search(claim.text):
        return ""
    if frame.tense == "past" and claim.source.kind == "outlet":
        return ""
    if claim.modality not in _AHEAD and not (frame.tense == "future" and claim.modality == "asserted"):
        return ""
    published = _first_day(marked.account.published or "")
    dated = [
        day
        for at in claim.timexes
        if (day := _first_day(marked.timexes[at].value or "")) and published and day > published
    ]
    if _ELSEWHERE.match(claim.text):
        return ""
    if dated:
        return "next-step.dated"
    named = {
        frame.predicate,
        *(each.head.casefold() for each in frame.arguments if each.role in ("patient", "for")),
    }
    return "next-step.named" if named & _words("step") else ""


def _under(marked: AnnotatedAccount, claim: Claim) -> bool:
    """Whether the clause hangs on a word that makes it no fact: "before Norland agrees"."""
    start = claim.span.start
    return _UNDER.search(marked.account.text[max(0, start - 12) : start]) is not None


def _those_who(marked: AnnotatedAccount, claim: Claim, parties: Parties) -> Iterable[int]:
    """The parties that stand in the agent or beside it: all that a conjunction names, and those "with" whom."""
    for argument in claim.frame.arguments if claim.frame else ():
        if argument.role not in ("agent", "with", "between"):
            continue
        head = parties.of_argument(marked, argument)
        if head is not None:
            yield head
        yield from (party for party in parties.all_of_span(marked, argument.span) if party != head)


def _is_old(marked: AnnotatedAccount, claim: Claim) -> bool:
    published = _first_day(marked.account.published or "")
    days = [_first_day(marked.timexes[at].value or "") for at in claim.timexes]
    return published is not None and any(day is not None and day < published - OLD for day in days)


def _clearness(marked: AnnotatedAccount, key: Key) -> int:
    """Whole words of own: a claim that opens with a capital and is neither short nor endless."""
    claim = marked.claims[key.index]
    words = len(claim.text.split())
    return 2 * claim.text[:1].isupper() + (8 <= words <= 35) + (claim.source.kind == "outlet")


def _first_day(value: str) -> date | None:
    match = _DAY.match(value)
    try:
        return date(int(match[1]), int(match[2]), int(match[3] or 1)) if match else None
    except ValueError:
        return None


def _words(name: str) -> frozenset[str]:
    return lang.words("en", "agreements", list=name)
