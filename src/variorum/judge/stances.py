"""What stance a claim takes, and who takes it: by its words of stance, each with its own subject and what it is about.

Everything is looked up in the lexicon. A stance that is only possible, or that somebody else wishes for, is none; one
under a negation is what the lexicon says the negation means.
"""

import re
from collections.abc import Callable, Iterator

from variorum.judge.acts import act_of
from variorum.judge.holders import Subject, subject_of
from variorum.judge.issues import content_of, does_harm, is_somebody, issue_at, trimmed, verb_of
from variorum.judge.parties import Parties
from variorum.judge.places import Found, Place, Tokens, agent_in, gap, tokens_of
from variorum.judge.stancebook import Entry, entries, words
from variorum.judge.stancenouns import by_holder, by_light_verb, by_noun
from variorum.model.judgement import Stance
from variorum.model.text import Span

__all__ = ["LONGEST", "act_towards", "stances_of"]

LONGEST = 1500  # code points; a longer "clause" is a failure of splitting, and nobody's position
REACH = 240  # code points in which the other's verb follows: "urged the envoys of the two sides to meet"
_NOTHING = re.compile(r"\s(?:no|nothing|little|not\sany)\b", re.IGNORECASE)
_FOLLOWED = r"\s(?:[\w’'“”\"$-]{1,30}\s){1,12}?"
_SOMEONE = {"to": re.compile(_FOLLOWED + r"(?:not\s)?to\s\w"), "against": re.compile(_FOLLOWED + r"against\s\w")}
_THAT = re.compile(r"\sthat\b")
_WORD = re.compile(r"\s{0,4}[“\"‘']?([\w’'-]{1,40})")
_ADVERB = re.compile(r"\s(?:\w{2,14}ly|again|further|instead|also)(?=\s)")
_HARM = re.compile(
    r"\b(?:consequence|retaliat|arrest|prosecut|war|strike|sanction|punish|action|price|tariff|force|attack|response)",
    re.IGNORECASE,
)
_STANCE_OF: dict[str, Stance] = {"AGREE": "accept", "REJECT": "reject", "REQUEST": "demand", "THREATEN": "threaten"}
SURE = 1.2  # weight of an act from which it is a position; on real stories lighter ones are as often wrong as right
_LEAVES = re.compile(r"to\sleave\s(?:for|on|early|late)\b")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "strongly", "remains"})


def stances_of(place: Place, parties: Parties) -> Iterator[Found]:
    """The stances that a claim's words name, in their order."""
    claim = place.claim
    if len(claim.span) > LONGEST or place.text[claim.span.start : claim.span.end].rstrip(" ”\"’'").endswith("?"):
        return
    tokens = tokens_of(place)
    taken = claim.span.start
    unsure = claim.modality_cue if claim.modality in ("possible", "considered") else None
    for at, token in enumerate(tokens):
        word = token.group().casefold()
        if unsure is not None and claim.span.covers(unsure) and token.start() >= unsure.end:
            return
        for form, rule in _FORMS:
            if word in entries(form) and (token.start() >= taken or form == "noun"):
                for found in rule(place, tokens, at, parties):
                    taken = max(taken, found.about.end)  # what a demand asks of another is no stance of his
                    yield found


def act_towards(place: Place, parties: Parties) -> Found | None:
    """What one party does to another in a claim, where the act is a stance: "Norland warns Sudmark over the dam"."""
    claim, agent = place.claim, agent_in(place.claim)
    party = parties.of_argument(place.marked, agent) if agent is not None else None
    if claim.frame is None or agent is None or party is None or claim.polarity == "negative":
        return None
    if claim.modality not in ("asserted", "reported", "agreed", "committed") or len(claim.span) > LONGEST:
        return None
    start, about = claim.span.start, trimmed(place.text, claim.span)
    for argument in claim.frame.arguments:
        other = None if argument is agent else parties.of_span(place.marked, argument.span)
        if other is None or other == party or about is None:
            continue
        source, target = ((each.span.start - start, each.span.end - start) for each in (agent, argument))
        act = act_of(place.text[start : claim.span.end], source, target)
        if act and act.root in _STANCE_OF and act.weight >= SURE and act.at[0] >= source[1]:
            return Found(party, _STANCE_OF[act.root], about, "position.act", 0.5)
    return None


def _by_verb(place: Place, tokens: Tokens, at: int, parties: Parties) -> Iterator[Found]:
    subject: Subject | None = None
    for entry in entries("verb")[tokens[at].group().casefold()]:
        last = _matched(place.text, tokens, at, entry)
        if last is None:
            continue
        subject = subject or subject_of(place, tokens, at, parties)
        if subject.group.passive:
            yield from _passive(place, entry, parties)
            return
        about = _about(place, tokens[last].end(), entry, subject, parties)
        stance = _stance(place, tokens[last].end(), entry, subject, about) if about is not None else None
        if about is not None and stance and subject.told:
            weak = entry.weak or stance == "withhold"
            verdict = entry.word in words("verdict")
            for party in subject.parties:
                yield Found(party, stance, about, "position.verb", 0.8, entry.speech, weak or verdict, verdict)
            return


def _stance(place: Place, start: int, entry: Entry, subject: Subject, about: Span) -> Stance | None:
    """The stance of a verb with what it is about; None where together they are none."""
    if subject.group.negated:
        return None if entry.weak and subject.group.would else entry.negated
    if entry.word == "decline" and verb_of(place.text, about) in entries("telling"):
        return "withhold"
    if entry.stance == "offer":
        harm = does_harm(place.text, about)
        return "withhold" if _NOTHING.match(place.text, start) else "threaten" if harm else "offer"
    if (entry.word, entry.takes) == ("warn", "of") and not _HARM.search(place.text, about.start, about.end):
        return None
    return entry.stance


def _by_telling(place: Place, tokens: Tokens, at: int, parties: Parties) -> Iterator[Found]:
    """ "Did not say whether": what a party is said to keep to itself."""
    subject = subject_of(place, tokens, at, parties)
    follows = _WORD.match(place.text, tokens[at].end())
    if follows is None or follows[1].casefold() in words("preposition") - {"on", "about"}:
        return
    about = issue_at(place, parties, tokens[at].end())
    if subject.group.negated and subject.told and not subject.group.perfect and about is not None:
        for party in subject.parties:
            yield Found(party, "withhold", about, "position.untold", 0.6, weak=True)


def _passive(place: Place, entry: Entry, parties: Parties) -> Iterator[Found]:
    """ "The plan was rejected by Norland": the frame has found both."""
    claim = place.claim
    agent = agent_in(claim)
    if claim.frame is None or agent is None or claim.polarity == "negative" or entry.takes:
        return
    patient = next((each for each in claim.frame.arguments if each.role == "patient"), None)
    if patient is None or not claim.span.covers(patient.span) or agent.span.start < claim.frame.span.end:
        return
    party, about = parties.of_argument(place.marked, agent), trimmed(place.text, patient.span)
    if party is not None and about is not None and entry.stance and patient.span.end <= claim.frame.span.start:
        yield Found(party, entry.stance, about, "position.verb", 0.7, weak=entry.weak)


def _by_adjective(place: Place, tokens: Tokens, at: int, parties: Parties) -> Iterator[Found]:
    """ "Norland is ready to", "is opposed to", "the unions, anxious to"."""
    before = tokens[at - 1].group().casefold() if at else ""
    for entry in entries("adjective")[tokens[at].group().casefold()]:
        last = _matched(place.text, tokens, at, entry)
        if last is None or before in ("and", "or", "can", "to") or (entry.word == "against" and before not in _BE):
            continue
        subject = subject_of(place, tokens, at, parties)
        stance = entry.negated if subject.group.negated else entry.stance
        aside = subject.aside or (at > 0 and "," in gap(place, tokens, at))
        about = issue_at(place, parties, tokens[last].end(), aside=aside)
        if stance and about is not None and not subject.group.unsure:
            for party in subject.parties:
                yield Found(party, stance, about, "position.adjective", 0.65, weak=entry.weak)
            return


def _matched(text: str, tokens: Tokens, at: int, entry: Entry) -> int | None:
    """The index of the last word that belongs to an entry's spelling and the preposition that it takes."""
    rest = entry.word.split()[1:]
    if [each.group().casefold() for each in tokens[at + 1 : at + 1 + len(rest)]] != rest:
        return None
    last = at + len(rest)
    follows = _WORD.match(text, tokens[last].end())
    after = follows[1].casefold() if follows else ""
    if not entry.takes:
        return None if after in words("preposition") else last
    if " " in entry.takes or entry.takes == "that":
        return last
    if after == entry.takes:
        return min(last + (entry.takes != "to"), len(tokens) - 1)
    further = tokens[last + 2].group().casefold() if last + 2 < len(tokens) else ""
    adverb = after.endswith("ly") or after == "not"
    return last + 1 + (entry.takes != "to") if adverb and further == entry.takes else None


def _about(place: Place, start: int, entry: Entry, subject: Subject, parties: Parties) -> Span | None:
    """What a verb of stance is about; None where what it takes does not follow."""
    text = place.text
    needs = entry.takes.rpartition(" ")[2]
    if entry.takes.startswith("someone ") and not _SOMEONE[needs].match(text, start, min(len(text), start + REACH)):
        return None
    adverb = _ADVERB.match(text, start)
    start = adverb.end() if adverb else start
    if entry.takes == "that" and not _THAT.match(text, start):
        return None
    for at in place.claim.timexes:  # "said on Monday that": the day is no part of the issue
        day = place.marked.timexes[at].span
        if 0 <= day.start - start <= 4 and text[start : day.start].strip() in ("", "on"):
            start = day.end
    about = issue_at(place, parties, start, aside=subject.aside)
    return about if about is not None and _is_at_issue(place, entry, about) else None


def _is_at_issue(place: Place, entry: Entry, about: Span) -> bool:
    """Whether what a verb is about can be disputed: no person, no errand, not another sense of the verb."""
    text, verb = place.text, verb_of(place.text, about)
    if entry.stance in ("accept", "reject", "seek") and is_somebody(place, about):
        return False
    if entry.stance == "refuse" and verb in entries("telling") and len(content_of(text[about.start : about.end])) == 1:
        return False  # "for reasons that he declined to discuss"
    if entry.weak and entry.stance == "seek" and (verb in words("errand") or _LEAVES.match(text, about.start)):
        return False
    if (entry.word, entry.takes) == ("appeal", "to"):  # not "appeals to the young"
        return _SOMEONE["to"].match(text, about.start - 1, about.end) is not None
    if entry.takes == "an offer":  # not "the numbers decline"
        return not words("offered").isdisjoint(text[about.start : about.end].casefold().split())
    return True


_FORMS: tuple[tuple[str, Callable[[Place, Tokens, int, Parties], Iterator[Found]]], ...] = (
    ("verb", _by_verb),
    ("telling", _by_telling),
    ("light", by_light_verb),
    ("adjective", _by_adjective),
    ("noun", by_noun),
    ("holder", by_holder),
)
