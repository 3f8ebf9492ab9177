"""Denial: somebody denies what another says, in the same account or in another one.

Who denies is told by the verb ("the port denied dumping mud") or speaks of a thing as untrue ("the charges are
baseless"). What is denied is sought among all claims of other sources, by the words that a denial has in common with
them; where it names nothing ("denied the report"), it is what a source says shortly before.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.judge.alike import kinds
from variorum.judge.rules.found import Candidate, Found
from variorum.judge.rules.polarity import clip
from variorum.judge.told import Told, stems
from variorum.model.alignment import Alignment, Entity, Key
from variorum.model.finding import Rule

__all__ = ["RULES", "denials"]

RULES = (Rule("divergence.polarity.denial", "A party denies what others say."),)
SHARE = 0.5  # of the words of a denial that a claim must have for stating what is denied
SHARE_OF_OTHERS = 0.6  # where the claim does not name the party that denies
LEAST = 3  # words in common; of a denial of fewer words all, and they must be rare in the story
RARE = 0.05  # of a story's claims, or RARE_LEAST of them
RARE_LEAST = 3
LONGEST = 6  # words of a denial that count, from its verb on: what follows is about whom
FAR = 8  # sentences before such a denial in which a source may have spoken of the party that denies
ALIKE = 0.6  # of the pair scorer: a claim so like one that states what is denied states it too
BEFORE = 0.6  # share of what a source says in the sentence before a denial that names nothing
MOST = 12  # claims of one side
MOST_OF_ONE = 3  # of them of one account
STRENGTH = 0.9
_LIGHT = (
    "thing anything nothing something wrong way fact mention news media personally absolutely exist accord any ever not"
    " no never today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday"
)
_NOBODY = re.compile(r"(?:no(?:body|\sone)?|none|few)\b", re.IGNORECASE)
_REAL = frozenset(("asserted", "reported", "possible"))


@dataclass(frozen=True, slots=True)
class _Denial:
    """A claim that denies: whose denial it is, by entity and by words, and the stems of what is denied."""

    told: Told
    party: int | None
    name: str
    content: frozenset[str]


def denials(claims: Sequence[Told], alignment: Alignment) -> Iterator[Candidate]:
    """One finding a party that denies: its denials against the claims that state what it denies."""
    parties: dict[tuple[int, str], list[_Denial]] = {}
    for told in claims:
        for each in _denial(told, alignment.entities):
            parties.setdefault((-1, each.name) if each.party is None else (each.party, ""), []).append(each)
    denying = {each.told.key for theirs in parties.values() for each in theirs}
    others = tuple(told for told in claims if told.key not in denying and _states(told))
    story = _Story(others, alignment)
    for _, theirs in sorted(parties.items()):
        stated = tuple(_few(_stated(theirs, story)))
        if stated:
            yield _candidate(theirs, stated)


class _Story:
    """The claims that may state what is denied, with their words; `common` are words of many of them."""

    def __init__(self, claims: tuple[Told, ...], alignment: Alignment) -> None:
        self.claims, self.entities = claims, alignment.entities
        self.words = {told.key: kinds(stems(told.claim.text)) for told in claims}
        self.speaks = {told.key: _party(told.speaker, self.entities) for told in claims}
        self.holding: dict[str, set[int]] = defaultdict(set)
        self.of_account: dict[str, set[int]] = defaultdict(set)
        for at, told in enumerate(claims):
            self.of_account[told.key.account].add(at)
            for stem in self.words[told.key]:
                self.holding[stem].add(at)
        seen = Counter(stem for each in self.words.values() for stem in each)
        self.common = frozenset(stem for stem, count in seen.items() if count > max(RARE_LEAST, RARE * len(claims)))
        self.like: dict[Key, set[Key]] = defaultdict(set)
        for pair in alignment.pairs:
            if pair.same >= ALIKE:
                self.like[pair.left].add(pair.right)
                self.like[pair.right].add(pair.left)

    def names(self, told: Told, party: int | None) -> bool:
        """Whether a claim names a party, or somebody of it."""
        return any(_party(entity, self.entities) == party for _, entity in told.mentions())

    def near(self, denial: _Denial) -> set[int]:
        """The claims that share a word with a denial; of one that names nothing, those of its account."""
        if not denial.content:
            return self.of_account[denial.told.key.account]
        return set().union(*(self.holding[stem] for stem in denial.content))


def _stated(theirs: Sequence[_Denial], story: _Story) -> list[Told]:
    """The claims of others that state what is denied, the surest first, then those that say the same as one of them."""
    party = theirs[0].party
    rated = []
    for at in sorted(set().union(*(story.near(each) for each in theirs))):
        told = story.claims[at]
        if party is None or story.speaks[told.key] != party:
            about = story.names(told, party)
            share = max(_share(each, told, story, about=about) for each in theirs)
            if share >= (SHARE if about or party is None else SHARE_OF_OTHERS):
                rated.append((-share, not about, len(told.claim.text), told.key, told))
    stated = [told for *_, told in sorted(rated, key=lambda each: each[:4])]
    known = {told.key for told in stated}
    like = (told for told in story.claims if told.key not in known and not story.like[told.key].isdisjoint(known))
    return stated + [told for told in like if party is None or story.names(told, party)]


def _few(stated: Sequence[Told]) -> Iterator[Told]:
    """The first ones, few of each account."""
    taken: Counter[str] = Counter()
    for told in stated:
        taken[told.key.account] += 1
        if taken[told.key.account] <= MOST_OF_ONE and taken.total() <= MOST:
            yield told


def _candidate(theirs: Sequence[_Denial], stated: Sequence[Told]) -> Candidate:
    denied = max(theirs, key=lambda each: (len(each.content), each.told.key))
    said = stated[0]
    found = Found(
        kind="polarity",
        rule=RULES[0].id,
        values=(denied.told.claim.text, said.claim.text),
        why=f"What one states (“{clip(said.claim.text)}”) another denies: “{clip(denied.told.claim.text)}”.",
        score=STRENGTH,
        slot=f"denial {denied.party} {denied.name}",
        between="parties",
    )
    first = (denied.told, *(each.told for each in theirs if each is not denied))
    return Candidate(found, first, tuple(stated), 0.0, grouped=False)


def _denial(told: Told, entities: Sequence[Entity]) -> Iterator[_Denial]:
    """The denial that a claim is, if it is one."""
    claim, frame = told.claim, told.claim.frame
    if frame is None or claim.modality in ("conditional", "possible", "expected"):
        return
    agent, patient = told.argument("agent"), told.argument("patient")
    verb = frame.predicate.split()[0]
    after = claim.text[max(0, frame.span.end - claim.span.start) :]
    said = patient is not None and bool(stems(patient.head) & _stems("said"))
    if agent and _NOBODY.match(told.words(agent)):
        return
    denies = (verb in _words("denies") and not stems(after) & _stems("withheld")) or (
        verb in _words("waves-off") and said
    )
    source = claim.source
    if agent and denies and (claim.polarity == "positive" or claim.modality == "denied"):
        name = told.words(agent)
        yield _Denial(told, _whose(told, told.entity(agent.referent), name, entities), name, _content(after))
    elif claim.modality == "denied":
        yield from _in_clause(told, entities)
    elif source.kind != "outlet" and agent and stems(agent.head) & _stems("said"):
        untrue = claim.polarity == "negative" or stems(claim.text) & _stems("untrue")
        if untrue:
            whose = _whose(told, told.speaker, source.text, entities)
            yield _Denial(told, whose, source.text, _content(claim.text))


def _in_clause(told: Told, entities: Sequence[Entity]) -> Iterator[_Denial]:
    """Of "X denied that it did": X is named before the verb, in the clause or as its source."""
    claim, cue = told.claim, told.claim.modality_cue
    who, name, text = told.speaker, claim.source.text, claim.text
    if stems(text) & _stems("withheld"):
        return
    if cue and claim.span.start <= cue.start < claim.span.end:
        text = claim.text[cue.end - claim.span.start :]
        for mention, entity in told.mentions():
            if mention.span.end <= cue.start:
                who, name = entity, mention.text
    if name:
        yield _Denial(told, _whose(told, who, name, entities), name, _content(text))


def _content(text: str) -> frozenset[str]:
    """The stems of what is denied, in the order of the text the first few."""
    light = _stems("said") | _stems("untrue") | stems(_LIGHT)
    found: dict[str, None] = {}
    for word in text.split():
        found.update(dict.fromkeys(sorted(kinds(stems(word) - light))))
    return frozenset(list(found)[:LONGEST])


def _whose(told: Told, entity: int | None, name: str, entities: Sequence[Entity]) -> int | None:
    """The party behind a denier: of a spokesman his ministry's country, which his title may name."""
    party = _party(entity, entities)
    if party is not None and entities[party].kind == "country":
        return party
    for mention in told.marked.mentions:
        named = told.entity(mention.referent)
        if named is not None and mention.text in name and entities[named].kind == "country":
            return named
    return party


def _party(entity: int | None, entities: Sequence[Entity]) -> int | None:
    """The last of an entity's affiliations."""
    seen: set[int] = set()
    while entity is not None and entity not in seen:
        seen.add(entity)
        if entities[entity].affiliation is None:
            break
        entity = entities[entity].affiliation
    return entity


def _states(told: Told) -> bool:
    """Whether a claim of the running text or a headline states a thing, and calls nothing untrue."""
    claim, kind = told.claim, told.marked.sentences[told.claim.sentence].kind
    real = claim.polarity == "positive" and claim.modality in _REAL and claim.frame is not None
    return real and kind in ("body", "headline") and not stems(claim.text) & _stems("untrue")


def _share(denial: _Denial, told: Told, story: _Story, *, about: bool) -> float:
    """How much of what is denied a claim states; `about`: it names the party that denies."""
    same = told.key.account == denial.told.key.account
    apart = denial.told.claim.sentence - told.claim.sentence
    if not denial.content:
        near = same and 0 < apart <= (FAR if about else 1)
        return BEFORE if near and told.claim.source.kind != "outlet" else 0.0
    words = story.words[told.key]
    if (same and apart == 0) or (len(denial.content) < LEAST and not denial.content <= words - story.common):
        return 0.0
    shared = len(denial.content & words)
    return shared / len(denial.content) if shared >= min(LEAST, len(denial.content)) else 0.0


def _words(kind: str) -> frozenset[str]:
    return lang.words("en", "denials", kind=kind)


@cache
def _stems(kind: str) -> frozenset[str]:
    return frozenset(stem for word in _words(kind) for stem in stems(word))
