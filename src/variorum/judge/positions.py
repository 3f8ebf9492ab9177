"""Positions: what each party demands, offers, accepts or refuses, in whose words, and how we know it.

One position is a party's stance on an issue; claims that an alignment group joins, or that name one issue in nearly the
same words, are one position. A story in which nobody opposes anybody has positions only on what it is about.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from variorum import lang
from variorum.judge.hearsay import is_hearsay, outer_teller
from variorum.judge.issues import content_of
from variorum.judge.parties import Parties, parties_of
from variorum.judge.places import Found, Place
from variorum.judge.spoken import spoken_stance
from variorum.judge.stances import act_towards, stances_of
from variorum.judge.told import stems
from variorum.model.alignment import Alignment, Key
from variorum.model.finding import Origin, Rule
from variorum.model.judgement import KnownBy, Position
from variorum.model.markup import AnnotatedAccount

__all__ = ["RULES", "positions"]

RULES = (
    Rule("position.verb", "The party does the verb that names the stance."),
    Rule("position.deed", "The party makes or withdraws what the noun names: an offer, a demand, a threat."),
    Rule("position.untold", "The party is said not to tell it."),
    Rule("position.adjective", "The party is said to be ready, willing, opposed or the like."),
    Rule("position.act", "What the party does to another is an acceptance, a rejection, a request or a threat."),
    Rule("position.noun", "The stance is a noun that the party owns."),
    Rule("position.holder", "The party is called an opponent or a supporter of it."),
    Rule("position.cue", "The word of saying names the stance, and the party says it."),
    Rule("position.must", "The party says that somebody must or should do something, or must not."),
    Rule("position.condition", "The party says what will be only on a condition."),
    Rule("position.verdict", "The party says that it is out of the question, unacceptable or the like."),
    Rule("position.threat", "The party says what harm it will answer with."),
    Rule("position.wont", "The party says that it will not do something."),
    Rule("position.will", "The party says what it will do in the matter."),
)
OPPOSED = 3  # positions of two parties from which something is at issue between them; chosen, not swept
LEAST = (
    4  # sentences about talks or deals, and the share of all, from which a story is a negotiation; chosen, not swept
)
TALKS = 0.05
_MILD = ("offer", "propose", "accept", "seek", "withhold")  # where nobody opposes it, no position
MOST = 200  # positions of one party and stance that a further one is compared with: keeps hostile stories linear
ALIKE = 0.7  # of the shorter issue's words, from which two issues are one; chosen, not swept
SHARED = 0.4  # of the accounts whose openings have a word that is of the story's topic; chosen, not swept


@dataclass(slots=True)
class _Row:
    """A position in the making."""

    party: int
    stance: str
    content: frozenset[str]
    roots: frozenset[str]  # of the content
    found: list[tuple[Key, Found]] = field(default_factory=list)
    groups: set[object] = field(default_factory=set)

    @property
    def strong(self) -> bool:
        """Whether some claim tells it by more than a wish."""
        return any(not each.weak for _, each in self.found)


def positions(story: Sequence[AnnotatedAccount], alignment: Alignment) -> tuple[Position, ...]:
    """The positions, by party; of each party those that most accounts tell first."""
    parties = parties_of(story, alignment)
    by_id = {marked.id: marked for marked in story}
    rows = _rows(story, alignment, parties)
    kept = _at_issue(story, rows, parties)
    made = [_position(by_id, parties, row) for row in kept]
    return tuple(sorted(made, key=lambda each: (each.party, -len({key.account for key in each.claims}), each.claims)))


def _rows(story: Sequence[AnnotatedAccount], alignment: Alignment, parties: Parties) -> list[_Row]:
    group_of = {key: at for at, group in enumerate(alignment.groups) for key in group.claims}
    rows: dict[tuple[int, str], list[_Row]] = {}
    for marked in sorted(story, key=lambda each: each.id):
        text = marked.account.text
        for index in range(len(marked.claims)):
            key, place = Key(marked.id, index), Place(marked, index)
            for each in _taken(place, parties):
                content = content_of(text[each.about.start : each.about.end])
                told = rows.setdefault((each.party, each.stance), [])
                group, roots = group_of.get(key, key), stems(" ".join(sorted(content)))
                near = (row for row in told[-MOST:] if group in row.groups or _alike(row.roots, roots))
                row = next(near, None) or _Row(each.party, each.stance, content, roots)
                if not row.found:
                    told.append(row)
                row.groups.add(group)
                if key not in (other for other, _ in row.found):
                    row.found.append((key, each))
    return [row for told in rows.values() for row in told]


def _taken(place: Place, parties: Parties) -> list[Found]:
    """The stances of a claim: what a party says tells no second one, but a condition or threat tells the first."""
    named = list(stances_of(place, parties))
    spoken = spoken_stance(place, parties)
    own = [each for each in named if spoken is not None and each.party == spoken.party]
    if spoken is not None and not own:
        named.append(spoken)
    elif spoken is not None and spoken.stance in ("condition", "threaten") and all(each.weak for each in own):
        named = [*(each for each in named if each not in own), spoken]
    act = act_towards(place, parties) if not named else None
    named = named if act is None else [act]
    return [each for each in named if not is_hearsay(place, each, parties)]


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    common = len(left & right)
    return left == right or (common >= 2 and common >= ALIKE * min(len(left), len(right)))


def _at_issue(story: Sequence[AnnotatedAccount], rows: list[_Row], parties: Parties) -> list[_Row]:
    """The rows that are positions on what the story is about or what its parties oppose each other on."""
    strong = [row for row in rows if row.strong and parties.speaks_for_some(row.party)]
    opposed = (len(strong) >= OPPOSED and len({row.party for row in strong}) > 1) or _negotiates(story)
    topic = _topic(story)
    named: dict[str, set[int]] = {}
    for row in strong:
        for word in row.content:
            named.setdefault(word, set()).add(row.party)
    kept = []
    for row in rows:
        topical = any(word in topic or named.get(word, set()) - {row.party} for word in row.content)
        if not topical and all(each.verdict for _, each in row.found):
            continue
        private = not parties.speaks_for_some(row.party)
        if not parties.may_hold(row.party) or (private and not (opposed and row.strong and topical)):
            continue
        if opposed and (row.strong or topical or parties.is_central(row.party)):
            kept.append(row)  # what an onlooker merely wants counts where it is about the story
        elif not opposed and row.strong and topical and row.stance not in _MILD:
            kept.append(row)
    return kept


def _negotiates(story: Sequence[AnnotatedAccount]) -> bool:
    """Whether a good part of what the accounts say is about talks."""
    talks = _talks()
    told = sum(len(marked.sentences) for marked in story)
    about = sum(
        talks.search(marked.account.text, each.span.start, each.span.end) is not None
        for marked in story
        for each in marked.sentences
    )
    return about >= max(LEAST, TALKS * told)


@cache
def _talks() -> re.Pattern[str]:
    talks, pacts = (lang.words("en", "negotiation", "words", list=name) for name in ("talks", "pact"))
    found = map(re.escape, sorted(talks | pacts))
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE)


def _topic(story: Sequence[AnnotatedAccount]) -> frozenset[str]:
    """The words that the accounts' first sentences share."""
    told: Counter[str] = Counter()
    for marked in story:
        opening = marked.sentences[:3]
        if opening:
            told.update(content_of(marked.account.text[opening[0].span.start : opening[-1].span.end]))
    least = max(2, SHARED * len(story)) if len(story) > 1 else 1
    return frozenset(word for word, count in told.items() if count >= least)


def _position(by_id: dict[str, AnnotatedAccount], parties: Parties, row: _Row) -> Position:
    key, best = min(row.found, key=lambda each: (-each[1].score, len(each[1].about), each[0]))
    marked = by_id[key.account]
    claim = marked.claims[key.index]
    place = Place(marked, key.index)
    text = marked.account.text
    return Position(
        party=best.party,
        issue=" ".join(text[best.about.start : best.about.end].split()),
        stance=best.stance,
        text=text[claim.span.start : max(claim.span.end, best.about.end)],
        known=_known(place, best, parties),
        claims=tuple(each for each, _ in row.found),
        evidence=tuple(by_id[each.account].claims[each.index].span for each, _ in row.found),
        origin=Origin("judge.positions", best.rule),
        score=best.score,
    )


def _known(place: Place, found: Found, parties: Parties) -> KnownBy:
    """Who says that it is so: the party itself, another, somebody unnamed, or the outlet."""
    marked, claim = place.marked, place.claim
    if claim.source.kind == "anonymous":
        return "anonymous"
    if claim.source.kind == "speaker":
        source = parties.of_source(marked, claim)
        if source == found.party:
            return outer_teller(place, found, parties) or "self-stated"
        named = {parties.of_argument(marked, each) for each in claim.frame.arguments} if claim.frame else set()
        return "other-side" if source is not None and source in named else "third-party"
    return "self-stated" if found.speech and _in_own_words(place, found, parties) else "outlet"


def _in_own_words(place: Place, found: Found, parties: Parties) -> bool:
    """Whether the issue holds marked words that the party is named as saying."""
    quoted = [each for each in place.marked.quotes if each.kind == "direct" and found.about.overlaps(each.span)]
    speakers = {parties.of_referent(place.marked.id, each.speaker) for each in quoted}
    return speakers == {found.party}
