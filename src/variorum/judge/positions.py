"""Positions: what each party demands, offers, accepts or refuses, in whose words, and how we know it.

One position is a party's stance on an issue; claims that an alignment group joins are one position, not several.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.judge.parties import Parties, parties_of
from variorum.judge.stances import Found, stances_of
from variorum.model.alignment import Alignment, Key
from variorum.model.finding import Origin, Rule
from variorum.model.judgement import KnownBy, Position
from variorum.model.markup import AnnotatedAccount, Claim

__all__ = ["RULES", "issue_of", "positions"]

RULES = (
    Rule("position.verb", "The party does the verb that names the stance."),
    Rule("position.modality", "A word that governs the verb names the stance, and the party stands before it."),
    Rule("position.adjective", "The party is said to be ready, willing, opposed or the like."),
    Rule("position.noun", "The stance is a noun that the party owns."),
    Rule("position.cue", "The word of saying names the stance, and the party says it."),
    Rule("position.must", "The party says that somebody must or should do something."),
    Rule("position.condition", "The party says what it will do only on a condition."),
    Rule("position.act", "What the party does to another is an acceptance, a rejection, a request or a threat."),
    Rule("position.wont", "The party says that it will not do something."),
)
LONGEST_ISSUE = 6  # words of an issue that no lexicon names
_LEADING = re.compile(r"^(?:the|a|an|any|no|its|his|her|their|to|that|for|of|on|these|this)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Issue:
    id: str
    issue: str
    words: str


def positions(story: Sequence[AnnotatedAccount], alignment: Alignment) -> tuple[Position, ...]:
    """The positions, by party and in the order of the accounts' ids."""
    parties = parties_of(story, alignment)
    group_of = {key: at for at, group in enumerate(alignment.groups) for key in group.claims}
    found: dict[tuple[int, str, str, object], list[tuple[Key, Found]]] = {}
    for marked in sorted(story, key=lambda each: each.id):
        for index, claim in enumerate(marked.claims):
            key = Key(marked.id, index)
            taken: set[int] = set()
            for each in stances_of(marked, claim, parties):
                if each.party not in taken:
                    taken.add(each.party)
                    issue = issue_of(marked.account.text[each.about.start : each.about.end])
                    found.setdefault((each.party, each.stance, issue, group_of.get(key, key)), []).append((key, each))
    by_id = {marked.id: marked for marked in story}
    return tuple(_position(by_id, parties, issue, told) for (_, _, issue, _), told in sorted(found.items(), key=_order))


def issue_of(text: str) -> str:
    """What some words are about: the first issue of the lexicon that they name, else their own first words."""
    for issue, pattern in _issues():
        if pattern.search(text):
            return issue
    plain = " ".join(text.split()).strip(" “”\"'‘’.,;:")
    words = _LEADING.sub("", plain).split()
    issue = " ".join(words[:LONGEST_ISSUE]).strip(" “”\"'‘’.,;:—-")
    return issue if len(issue) > 3 else "unnamed"


def _position(
    by_id: dict[str, AnnotatedAccount], parties: Parties, issue: str, told: Sequence[tuple[Key, Found]]
) -> Position:
    key, best = max(told, key=lambda each: (each[1].score, -len(by_id[each[0].account].claims[each[0].index].text)))
    marked = by_id[key.account]
    claim = marked.claims[key.index]
    return Position(
        party=best.party,
        issue=issue,
        stance=best.stance,
        text=marked.account.text[claim.span.start : claim.span.end],
        known=_known(marked, claim, best, parties),
        claims=tuple(each for each, _ in told),
        evidence=tuple(by_id[each.account].claims[each.index].span for each, _ in told),
        origin=Origin("judge.positions", best.rule),
        score=best.score,
    )


def _known(marked: AnnotatedAccount, claim: Claim, found: Found, parties: Parties) -> KnownBy:
    """Who says that it is so: the party itself, another, somebody unnamed, or the outlet."""
    if claim.source.kind == "anonymous":
        return "anonymous"
    if claim.source.kind == "speaker":
        source = parties.of_source(marked, claim)
        if source == found.party:
            return "self-stated"
        named = {parties.of_argument(marked, each) for each in claim.frame.arguments} if claim.frame else set()
        return "other-side" if source is not None and source in named else "third-party"
    return "self-stated" if found.speech and parties.quotes_in(claim.span) else "outlet"


def _order(pair: tuple[tuple[int, str, str, object], list[tuple[Key, Found]]]) -> tuple[int, Key, str, str]:
    (party, stance, issue, _), told = pair
    return party, told[0][0], stance, issue


@cache
def _issues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for each in lang.load("en", "issues", _Issue):
        words = "|".join(re.escape(word.strip()).replace(r"\*", r"\w{0,14}") for word in each.words.split(","))
        found.append((each.issue, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)))
    return tuple(found)
