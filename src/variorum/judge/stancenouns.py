"""Stances that are nouns: made or withdrawn ("made an offer"), owned ("its demand for"), borne ("an opponent of")."""

import re
from collections.abc import Iterator

from variorum.judge.holders import subject_of
from variorum.judge.issues import content_of, does_harm, is_name, is_somebody, issue_at, trimmed
from variorum.judge.parties import Parties
from variorum.judge.places import Found, Place, Tokens, agent_in
from variorum.judge.stancebook import Entry, entries
from variorum.model.judgement import Stance
from variorum.model.markup import Mention
from variorum.model.text import Span

__all__ = ["by_holder", "by_light_verb", "by_noun"]

NEAR = 8  # words after a verb in which the noun follows that it lends itself to
OWNED = 5  # words before a noun in which its owner stands
_STOP = re.compile(r"[,;.!?]\s")
_NO = re.compile(r"\s(?:no|not\sany)\b", re.IGNORECASE)
_PHRASE = re.compile(r"\s(?:a|an|the|its|his|her|their|no|any|\$|new|fresh|repeated|public|strong)[\s$]", re.IGNORECASE)
_AFTER = re.compile(r"\s(?:for|to|of|that|against|on|over|about)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"[\d$€£]")
_OWNS = re.compile(r"[’']s?\s")
_BETWEEN = re.compile(r"[,;.]|\b(?:of|and|to|for|in|on)\b")
_FINITE = re.compile(
    r"\s(?:\w{2,14}ly\s)?(?:is|are|was|were|has|had|will|would|began|came|comes|went|gained|drew|prompted|led|left"
    r"|failed|met)\b",
    re.IGNORECASE,
)
_UNKEPT = re.compile(
    r"\b(?:un(?:able|willing)\sto|fail(?:s|ed|ure|ing)?\sto|br(?:oke|eak|eaks|eaking)|renege[ds]?\son|contrast\s(?:to|with)"
    r"|contrary\sto|despite)\s(?:[\w’'-]{1,20}\s){0,4}$",
    re.IGNORECASE,
)
_BARE = re.compile(r"to\s[a-z]{1,20}")
_FORMER = re.compile(r"\b(?:previous|past|earlier|former|old|alleged)\s", re.IGNORECASE)
_POSSESSIVE = frozenset({"its", "his", "her", "their", "our", "my"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "that"})
_TAKEN_BACK = frozenset({"demand", "reject", "threaten", "condition"})  # what is conceded when it is withdrawn


def by_light_verb(place: Place, tokens: Tokens, at: int, parties: Parties) -> Iterator[Found]:
    """A verb that only lends itself to a noun: "made an offer", "gave no indication", "withdrew its bid"."""
    verb = entries("light")[tokens[at].group().casefold()][0]
    start = tokens[at].end()
    near = _noun_after(place, tokens, at)
    if near is None:
        return
    noun = entries("noun")[tokens[near].group().casefold()][0]
    no = _NO.match(place.text, start)
    subject = subject_of(place, tokens, at, parties)
    about = issue_at(place, parties, tokens[near].end(), aside=subject.aside)
    follows = _AFTER.match(place.text, tokens[near].end()) is not None
    if about is None or not follows or _AMOUNT.search(place.text, start, about.start):
        about = issue_at(place, parties, no.end() if no else start, aside=subject.aside)  # "its offer to $82"
    if (
        about is None
        or is_name(place, about)
        or subject.group.negated
        or not subject.told
        or (noun.takes == "no" and no is None)
    ):
        return
    stance = _made(verb, noun, no=no is not None, would=subject.group.would)
    if stance == "offer" and does_harm(place.text, about):
        stance = "threaten"
    named = content_of(place.text[tokens[near].end() : about.end])
    if stance and (named or stance == "withhold" or noun.stance == "offer"):
        for party in subject.parties:
            weak = noun.weak or stance == "withhold"
            yield Found(party, stance, about, "position.deed", 0.7, weak=weak)


def by_noun(place: Place, tokens: Tokens, at: int, parties: Parties) -> Iterator[Found]:
    """A stance as a noun with its owner: "Norland's demand for …", "its refusal to …"."""
    entry = entries("noun")[tokens[at].group().casefold()][0]
    owner = _owner(place, tokens, at)
    if entry.takes == "no" or owner is None or not _AFTER.match(place.text, tokens[at].end()):
        return
    before = place.text[max(place.claim.span.start, owner.span.start - 60) : owner.span.start]
    if _UNKEPT.search(before) or _FORMER.search(place.text, owner.span.end, tokens[at].start()):
        return
    party = parties.of_referent(place.marked.id, owner.referent)
    about = issue_at(place, parties, tokens[at].end())
    verb = _FINITE.search(place.text, about.start, about.end) if about is not None else None
    if about is not None and verb is not None:  # the noun is the subject of a verb of its own
        about = trimmed(place.text, Span(about.account, about.start, verb.start()))
    if party is None or about is None or is_name(place, about) or is_somebody(place, about) or not entry.stance:
        return
    if _BARE.fullmatch(place.text, about.start, about.end):
        return  # "its willingness to engage": in what, the words do not say
    if owner.form == "pronoun" and (_names(place, about, owner) or _is_another(place, owner, party, parties)):
        return  # "his demand for Adair to leave" is not Adair's, whatever "his" was taken for
    stance: Stance = "threaten" if entry.stance == "offer" and does_harm(place.text, about) else entry.stance
    yield Found(party, stance, about, "position.noun", 0.55, weak=entry.weak)


def by_holder(place: Place, tokens: Tokens, at: int, parties: Parties) -> Iterator[Found]:
    """Whoever is called an opponent or supporter of something: "Adair, a longtime opponent of …"."""
    entry = entries("holder")[tokens[at].group().casefold()][0]
    follows = re.match(r"\s(?:of|for)\b", place.text[tokens[at].end() : tokens[at].end() + 5])
    heads = (n for n in range(at - 1, max(0, at - OWNED - 1), -1) if tokens[n].group().casefold() in ("a", "an", "the"))
    head = next(heads, None)
    if follows is None or head is None:
        return
    before = tokens[head - 1]
    found: tuple[int, ...] = ()
    if place.text[before.end() : tokens[head].start()].strip() == ",":
        named = place.named_up_to(before.end())
        party = parties.of_referent(place.marked.id, named.referent) if named is not None else None
        found = (party,) if party is not None else ()
    elif before.group().casefold() in ("is", "was", "remains", "been", "as"):
        found = subject_of(place, tokens, head, parties).parties
    about = issue_at(place, parties, tokens[at].end() + follows.end())
    if about is not None and entry.stance:
        for party in found:
            yield Found(party, entry.stance, about, "position.holder", 0.6)


def _noun_after(place: Place, tokens: Tokens, at: int) -> int | None:
    """The index of the noun that a verb lends itself to, in the noun phrase after it."""
    start = tokens[at].end()
    for near in range(at + 1, min(at + NEAR, len(tokens))):
        word = tokens[near].group().casefold()
        if _STOP.search(place.text, start, tokens[near].start()) or word.endswith(("ing", "’s", "'s")):
            return None
        if word in entries("noun"):
            return near if near <= at + 2 or _PHRASE.match(place.text, start) else None
    return None


def _made(verb: Entry, noun: Entry, *, no: bool, would: bool) -> Stance | None:
    """The stance of making, or of taking back, what a noun names."""
    if verb.word in ("affirm", "reaffirm") and noun.stance == "offer" and not no:
        return "accept"  # who affirms a commitment offers nothing new
    if verb.stance == "withhold":
        if noun.stance in _TAKEN_BACK:
            return "concede"
        return "threaten" if would else "withhold"  # what is to be withdrawn still stands
    return "withhold" if no else noun.stance


def _owner(place: Place, tokens: Tokens, at: int) -> Mention | None:
    near = tokens[max(0, at - OWNED)].start()
    found = None
    for mention in place.mentions:
        if mention.referent is None or not near <= mention.span.start < mention.span.end <= tokens[at].start():
            continue
        between = place.text[mention.span.end : tokens[at].start()]
        pronoun = mention.form == "pronoun"
        owns = mention.text.casefold() in _POSSESSIVE if pronoun else _OWNS.match(between) is not None
        if owns and not _BETWEEN.search(between):
            found = mention
    return found


def _is_another(place: Place, owner: Mention, party: int, parties: Parties) -> bool:
    """Whether the subject before a pronoun is not known to be whom the pronoun was taken for."""
    agent = agent_in(place.claim)
    if agent is None or agent.span.end > owner.span.start or agent.head.casefold() in _PRONOUNS:
        return False
    return parties.of_argument(place.marked, agent) != party


def _names(place: Place, about: Span, owner: Mention) -> bool:
    return any(
        each.form == "name" and each.referent == owner.referent and about.covers(each.span) for each in place.mentions
    )
