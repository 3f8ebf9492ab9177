"""What stance a claim takes, and who takes it: by its verb, by the word that governs its verb, by its words of saying.

Everything is looked up in the lexicon; a claim that is only possible, or that negates its stance, takes none unless the
lexicon says what the negation means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from variorum import lang
from variorum.judge.acts import act_of
from variorum.judge.parties import Parties
from variorum.model.judgement import Stance
from variorum.model.markup import AnnotatedAccount, Argument, Claim
from variorum.model.text import Span

__all__ = ["Found", "stances_of"]

LONGEST = 1500  # code points; a longer "clause" is a failure of splitting, and nobody's position
_UNREAL = frozenset({"possible", "conditional", "considered", "expected"})
_DONE = frozenset({"asserted", "reported", "agreed", "committed"})
_TELLING = frozenset(
    {"say", "comment", "specify", "elaborate", "disclose", "answer", "respond", "confirm", "reveal", "discuss"}
)
_REVERSED = {"accept": "", "offer": "", "seek": "reject", "concede": ""}  # under a negation
_STANCE_OF: dict[str, Stance] = {"AGREE": "accept", "REJECT": "reject", "REQUEST": "demand", "THREATEN": "threaten"}
SURE = (
    1.05  # weight of an act from which it is a position; on the marked stories lower ones are as often wrong as right
)
_OBJECTS = ("patient", "complement", "for", "on", "to", "of", "over", "against", "with", "from")
_MUST = re.compile(r"\b(?:must|should|need(?:s)? to|ha(?:s|ve) to|ought to|(?:is|are) required to)\b", re.IGNORECASE)
_ONLY_IF = re.compile(
    r"\b(?:only if|unless|provided that|on (?:the )?condition that|as long as|in exchange for|in return for)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\W{0,3}(?:if|when|whether|how|what)\b", re.IGNORECASE)
_WE = re.compile(r"\W{0,3}(?:we|i)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:am|is|are|was|were|be|been|being)(?:\s[\w-]{1,16})?\s$", re.IGNORECASE)
_TO = re.compile(r"(?:[\w-]{1,16} ){0,3}to\b", re.IGNORECASE)
_WONT = re.compile(r"\b(?:will not|won[’']t|would not|wouldn[’']t|can(?:not|[’']t) accept|never)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z][\w-]*", re.IGNORECASE)
_OF = re.compile(r"(?:[’']s|s[’'])?\s{1,4}(?:[\w-]{1,20}\s{1,4}){0,2}?([a-z]{3,15})\s{1,4}(?:for|to|of|that|against)\b")


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    word: str
    form: str  # verb, cue, noun, adjective, modality
    stance: str
    takes: str = ""
    negated: str = ""
    speech: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A stance: whose it is, which, about what (words of the claim); `speech` where the verb is one of saying."""

    party: int
    stance: Stance
    about: Span
    rule: str
    score: float
    speech: bool


def stances_of(marked: AnnotatedAccount, claim: Claim, parties: Parties) -> Iterator[Found]:
    """The stances of a claim, the surest rule first."""
    if len(claim.text) > LONGEST or claim.text.rstrip().endswith("?"):
        return
    yield from _by_verb(marked, claim, parties)
    yield from _by_modality(marked, claim, parties)
    yield from _by_noun(marked, claim, parties)
    if claim.source.kind == "speaker":
        yield from _by_source(marked, claim, parties)
    yield from _by_act(marked, claim, parties)


def _by_verb(marked: AnnotatedAccount, claim: Claim, parties: Parties) -> Iterator[Found]:
    frame = claim.frame
    if frame is None or claim.modality in _UNREAL or (frame.tense == "future" and claim.source.kind == "outlet"):
        return
    cue = claim.modality_cue
    if cue is not None and not cue.overlaps(frame.span) and claim.modality not in _DONE:
        return  # "urged them to accept" is no acceptance
    roles = {each.role: each for each in reversed(frame.arguments)}
    agent = roles.get("agent")
    party = parties.of_argument(marked, agent) if agent else None
    if party is None:
        return
    for entry in _entries("verb").get(_stem(frame.predicate), ()):
        wanted = roles.get(entry.takes) if entry.takes else _thing(roles)
        if wanted is None or (" " in entry.word and entry.word != frame.predicate):
            continue
        stance = entry.stance if claim.polarity == "positive" else entry.negated
        if stance:
            yield Found(party, stance, wanted.span, "position.verb", 0.8, entry.speech)  # type: ignore[arg-type]
            return
    if frame.copular and (complement := roles.get("complement")) is not None:
        yield from _by_adjective(claim, complement, party)


def _by_adjective(claim: Claim, complement: Argument, party: int) -> Iterator[Found]:
    after = claim.text[complement.span.start - claim.span.start :]
    for entry in _entries("adjective").get(_stem(complement.head), ()):
        if _TO.match(after) is None:
            continue
        stance = entry.stance if claim.polarity == "positive" else {"offer": "refuse"}.get(entry.stance, "")
        if stance:
            yield Found(party, stance, complement.span, "position.adjective", 0.6, False)  # type: ignore[arg-type]


def _by_modality(marked: AnnotatedAccount, claim: Claim, parties: Parties) -> Iterator[Found]:
    """The word above the verb decides the stance; whoever stands before it takes it."""
    entries = [entry for each in _entries("modality").values() for entry in each if entry.word == claim.modality]
    cue = claim.modality_cue
    if not entries or cue is None or claim.frame is None or not claim.span.covers(cue):
        return
    if cue.overlaps(claim.frame.span) or _PASSIVE.search(marked.account.text, max(0, cue.start - 24), cue.start):
        return
    known = [
        entry.stance for word in _WORD.findall(_words(marked, cue)) for entry in _entries("verb").get(_stem(word), ())
    ]
    if not known and claim.modality in ("agreed", "committed"):
        return  # "decided to" takes no stance towards anybody
    stance = known[0] if known else entries[0].stance
    if stance == "refuse" and claim.frame.predicate in _TELLING:
        stance = "withhold"
    if claim.polarity == "negative" and stance in _REVERSED:
        stance = _REVERSED[stance]
    party = _controller(marked, claim, cue, parties)
    if party is not None and stance:
        verb = claim.frame.span
        about = Span(marked.id, min(verb.start, claim.span.end - 1), claim.span.end)
        yield Found(party, stance, about, "position.modality", 0.75, True)  # type: ignore[arg-type]


def _controller(marked: AnnotatedAccount, claim: Claim, cue: Span, parties: Parties) -> int | None:
    agents = [each for each in claim.frame.arguments if each.role == "agent"] if claim.frame else []
    if agents and agents[0].span.end <= cue.start:
        return parties.of_argument(marked, agents[0])
    before = Span(marked.id, claim.span.start, max(claim.span.start + 1, cue.start))
    named = tuple(parties.all_of_span(marked, before))
    if named:
        return named[-1]
    opening = marked.account.text[claim.span.start : cue.start]
    return parties.of_source(marked, claim) if _WE.match(opening) else None


def _by_noun(marked: AnnotatedAccount, claim: Claim, parties: Parties) -> Iterator[Found]:
    """A stance as a noun with its owner: "Norland's demand for …", "its refusal to …"."""
    text = marked.account.text
    for at in claim.mentions:
        mention = marked.mentions[at]
        match = _OF.match(text, mention.span.end, min(claim.span.end, mention.span.end + 80))
        if match is None or not (
            text[mention.span.end : mention.span.end + 1] in ("’", "'") or mention.form == "pronoun"
        ):
            continue
        party = parties.of_referent(marked.id, mention.referent)
        for entry in _entries("noun").get(_stem(match[1]), ()) if party is not None else ():
            about = Span(marked.id, match.start(1), claim.span.end)
            yield Found(party, entry.stance, about, "position.noun", 0.55, False)  # type: ignore[arg-type]


def _by_source(marked: AnnotatedAccount, claim: Claim, parties: Parties) -> Iterator[Found]:
    party = parties.of_source(marked, claim)
    if party is None or claim.frame is None:
        return
    own = next((each for each in claim.frame.arguments if each.role == "agent"), None)
    himself = own is not None and parties.of_argument(marked, own) == party
    must = _MUST.search(claim.text) is not None
    for word in _WORD.findall(claim.source.cue):
        for entry in _entries("cue").get(_stem(word), ()):
            if (
                entry.word == "insist"
                and not must
                and claim.frame.tense == "past"
                and claim.frame.predicate != "require"
            ):
                return  # what somebody insists was so is a statement, not a demand
            if own is not None and not himself and parties.of_argument(marked, own) is not None and not must:
                return  # what another does is no wish of the speaker's
            yield Found(party, entry.stance, claim.span, "position.cue", 0.7, True)  # type: ignore[arg-type]
            return
    if not parties.speaks_for_some(party) or _IF.match(claim.text):
        return
    if _ONLY_IF.search(claim.text) and himself:
        yield Found(party, "condition", claim.span, "position.condition", 0.6, True)
    elif must and not himself:
        yield Found(party, "demand", claim.span, "position.must", 0.6, True)
    elif (
        himself
        and claim.polarity == "negative"
        and claim.frame.predicate not in ("have", "be")
        and _WONT.search(claim.text)
    ):
        yield Found(party, "refuse", claim.span, "position.wont", 0.55, True)


def _by_act(marked: AnnotatedAccount, claim: Claim, parties: Parties) -> Iterator[Found]:
    """What one party does to another in the claim, where the act is a stance."""
    if claim.frame is None or claim.modality not in _DONE or claim.polarity == "negative":
        return
    agent = next((each for each in claim.frame.arguments if each.role == "agent"), None)
    party = parties.of_argument(marked, agent) if agent else None
    if agent is None or party is None:
        return
    for argument in claim.frame.arguments:
        other = None if argument is agent else parties.of_span(marked, argument.span)
        if other is None or other == party:
            continue
        start = claim.span.start
        source, target = ((each.span.start - start, each.span.end - start) for each in (agent, argument))
        act = act_of(_words(marked, claim.span), source, target)
        if act and act.root in _STANCE_OF and act.weight >= SURE and act.at[0] >= source[1]:
            yield Found(party, _STANCE_OF[act.root], claim.span, "position.act", 0.5, speech=False)
            return


def _thing(roles: dict[str, Argument]) -> Argument | None:
    return next((roles[role] for role in _OBJECTS if role in roles), None)


def _words(marked: AnnotatedAccount, span: Span) -> str:
    return marked.account.text[span.start : span.end]


@cache
def _entries(form: str) -> dict[str, tuple[_Entry, ...]]:
    found: dict[str, list[_Entry]] = {}
    for entry in lang.load("en", "stances", _Entry):
        if entry.form == form:
            found.setdefault(_stem(entry.word), []).append(entry)
    return {stem: tuple(sorted(each, key=lambda entry: not entry.takes)) for stem, each in found.items()}


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def _stem(word: str) -> str:
    first = word.split(" ", maxsplit=1)[0].casefold()
    return str(_stemmer().stemWord(first))
