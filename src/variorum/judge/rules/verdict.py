"""Verdicts: what one speaker calls good and another calls bad, where both speak of one deed of the story.

A verdict is somebody's, on something: "the deal is a disaster" by its speaker, "she welcomed the vote", "he called it
meaningless". All verdicts on one deed make one finding, those who approve against those who do not.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.judge.alike import kinds
from variorum.judge.rules.found import Candidate, Found
from variorum.judge.rules.polarity import clip
from variorum.judge.told import Told, stems
from variorum.model.alignment import Alignment
from variorum.model.finding import Rule
from variorum.model.markup import Argument

__all__ = ["RULES", "verdicts"]

RULES = (Rule("divergence.polarity.verdict", "What one party calls good, another calls bad."),)
STRENGTH = 0.75
LONGEST = 45  # words; in a longer clause a word of judgement is seldom about its subject
BACK = 4  # words before a word of judgement in which a negation turns it
FIRST = 9  # words after the verb among which the word of judgement stands
SHORTEST_TOPIC = 0.5  # of the accounts, whose first sentences share a word for it to be the story's
LEAD = 3  # sentences of an account that tell its topic
_NOT = frozenset(("not", "never", "no", "hardly", "nothing", "neither", "nor", "without"))
NOUN = 8  # words in which the noun stands that a thing is called
_OF = re.compile(r"\s(?:of|by|to|for|that|which|who|in|on|as|with|from|under|reached|made)\b")
_AS = re.compile(r"\bas\b|\bto be\b")
_WORD = re.compile(r"[a-z]+(?:[-'’][a-z]+)*", re.IGNORECASE)
_PRONOUNS = frozenset(
    ("it", "this", "that", "they", "these", "those", "which", "he", "she", "we", "i", "who", "you", "")
)


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    word: str
    form: str
    sign: int


@dataclass(frozen=True, slots=True)
class _Verdict:
    """`who` judges, and how surely (2: a named speaker, 1: named, 0: a pronoun); `about` is what; `sign` is 1 or -1."""

    told: Told
    who: int | str
    surely: int
    about: frozenset[str]
    sign: int


def verdicts(claims: Sequence[Told], alignment: Alignment) -> Iterator[Candidate]:  # noqa: ARG001  a story rule's form
    """One finding a deed, and one for what each account takes up as "this" or "the move"."""
    topic = _topic(claims)
    deeds: dict[str, list[_Verdict]] = {}
    for told in claims:
        for each in _verdicts(told):
            for deed in _deeds(each, topic):
                deeds.setdefault(deed, []).append(each)
    for deed, found in sorted(deeds.items()):
        good, bad = _sides(found)
        if good and bad:
            yield _candidate(deed, good, bad)


def _sides(found: Sequence[_Verdict]) -> tuple[list[_Verdict], list[_Verdict]]:
    """Who approves and who does not; where one does both, the surest of his verdicts count, if they are of one sign."""
    best: dict[int | str, int] = {}
    for each in found:
        best[each.who] = max(best.get(each.who, 0), each.surely)
    signs: dict[tuple[int | str, int], set[int]] = {}
    for each in found:
        signs.setdefault((each.who, 0), set()).add(each.sign)
        if each.surely == best[each.who]:
            signs.setdefault((each.who, 1), set()).add(each.sign)
    kept = [
        each
        for each in found
        if len(signs[each.who, 0]) == 1 or (each.surely == best[each.who] and len(signs[each.who, 1]) == 1)
    ]
    return [each for each in kept if each.sign > 0], [each for each in kept if each.sign < 0]


def _candidate(deed: str, good: Sequence[_Verdict], bad: Sequence[_Verdict]) -> Candidate:
    one, two = good[0], bad[0]
    found = Found(
        kind="polarity",
        rule=RULES[0].id,
        values=(one.told.claim.text, two.told.claim.text),
        why=f"Of one thing, one says “{clip(one.told.claim.text)}”, another “{clip(two.told.claim.text)}”.",
        score=STRENGTH,
        severity="tension",
        slot=f"verdict on the {deed}",
        between="parties",
    )
    return Candidate(found, _tolds(good), _tolds(bad), 0.0, grouped=False)


def _tolds(found: Sequence[_Verdict]) -> tuple[Told, ...]:
    return tuple({each.told.key: each.told for each in found}.values())


def _verdicts(told: Told) -> Iterator[_Verdict]:
    """The verdict that a claim is, if it is one."""
    claim, frame = told.claim, told.claim.frame
    if frame is None or claim.text.rstrip().endswith("?") or len(claim.text.split()) > LONGEST:
        return
    agent, patient = told.argument("agent"), told.argument("patient")
    verb = frame.predicate.split()[0]
    after = claim.text[max(0, frame.span.end - claim.span.start) :]
    if agent and patient and verb in _words("verb"):
        sign = _words("verb")[verb] * (-1 if claim.polarity == "negative" else 1)
        yield from _by(told, agent, _about(told, patient), sign)
    elif agent and verb in _words("view"):
        words = _AS.split(after, maxsplit=1)[-1] if patient else after
        yield from _by(told, agent, _about(told, patient) or _deed(words), _sign(words))
    elif agent and frame.copular and claim.source.kind != "outlet":
        turned = (
            claim.polarity == "negative" and not set(_WORD.findall(after.casefold())[:FIRST]) & _NOT
        )  # "isn't fair"
        yield from _by(told, None, _about(told, agent) or _deed(after), _sign(after) * (-1 if turned else 1))
    elif patient and claim.source.kind != "outlet":
        words = told.words(patient)
        yield from _by(told, None, _deed(words), _sign(words))


def _by(told: Told, agent: Argument | None, about: frozenset[str], sign: int) -> Iterator[_Verdict]:
    """Of the agent, or of the speaker, who also stands behind "we"."""
    source = told.claim.source
    if agent is None or (source.kind != "outlet" and told.words(agent).casefold() in ("we", "i")):
        entity, words = told.speaker, source.text
    else:
        entity, words = told.entity(agent.referent), told.words(agent)
    who = entity if entity is not None else words
    if sign and about and who != "":
        named = words.casefold() not in _PRONOUNS
        yield _Verdict(told, who, named * (2 if agent is None else 1), about, sign)


def _sign(words: str) -> int:
    """1 where the first words approve, -1 where they do not, 0 where they do neither or both."""
    found = _WORD.findall(words.casefold())[:FIRST]
    known = _words("complement")
    signs = {
        known[word] * (-1 if set(found[max(0, at - BACK) : at]) & _NOT else 1)
        for at, word in enumerate(found)
        if word in known
    }
    return signs.pop() if len(signs) == 1 else 0


def _deed(words: str) -> frozenset[str]:
    """The noun of doing in what a thing is called: "a terrible deal"."""
    noun = _OF.split(words.casefold(), maxsplit=1)[0]
    found = (word for word in _WORD.findall(noun)[:NOUN] if word in _words("doing"))
    return kinds(stems(next(found, "")))


def _about(told: Told, argument: Argument | None) -> frozenset[str]:
    """The kind of the noun of doing that is judged, before what it is of ("the suspension of tests")."""
    if argument is None:
        return frozenset()
    noun = _OF.split(told.words(argument).casefold(), maxsplit=1)[0]
    return kinds(stems(noun)) & _doings(0)


def _deeds(each: _Verdict, topic: frozenset[str]) -> Iterator[str]:
    """The deeds that it is on: those of the story by their nouns; what the account has told before, by the account."""
    yield from sorted(each.about & topic)
    if not each.about & topic and each.about & _doings(1):
        yield f"deed of {each.told.key.account}"


def _topic(claims: Sequence[Told]) -> frozenset[str]:
    """What the story is of: words that the first sentences of most accounts have in common."""
    seen: dict[str, set[str]] = {}
    for told in claims:
        if told.claim.sentence < LEAD:
            seen.setdefault(told.key.account, set()).update(kinds(stems(told.claim.text)))
    counts = Counter(stem for each in seen.values() for stem in each)
    return frozenset(stem for stem, count in counts.items() if count >= max(2, SHORTEST_TOPIC * len(seen)))


@cache
def _doings(least: int) -> frozenset[str]:
    return frozenset(stem for word, sign in _words("doing").items() if sign >= least for stem in kinds(stems(word)))


@cache
def _words(form: str) -> dict[str, int]:
    return {each.word: each.sign for each in lang.load("en", "verdicts", _Entry) if each.form == form}
