"""Who takes the stance that a word of a clause names: the subject of that word, read from the words before it.

The frame of the clause knows the subject of its own verb; a word of stance may stand elsewhere: above that verb, in a
relative clause, after a comma.
"""

import re
from dataclasses import dataclass

from variorum.judge.parties import Parties
from variorum.judge.places import Place, Tokens, agent_in, gap
from variorum.judge.stancebook import entries, words
from variorum.judge.verbgroups import Group, group_of
from variorum.model.markup import Argument, Mention
from variorum.model.text import Span

__all__ = ["Subject", "is_own_word", "subject_of"]

_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
_OTHERS = frozenset({"he", "she", "it", "they"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_JOINING = frozenset({"and", "or", "but", "then"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "this", "that"})
_OF = frozenset(
    {"of", "for", "in", "on", "at", "to", "from", "with", "by", "against", "over", "about", "into", "near", "between"}
)
NEAR = 6  # words of a subject between its name and its head: "Norland’s newly appointed defence minister"

Who = tuple[list[int], bool]  # the parties, and whether they are the speaker of the claim


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose word it is, the verb's group; `own`: the claim's speaker, `aside`: in a relative clause."""

    parties: tuple[int, ...]
    group: Group
    own: bool = False
    aside: bool = False

    @property
    def told(self) -> bool:
        """Whether the word is told as a fact: not only possible, nor wished of another."""
        return not (self.group.unsure or self.group.infinitive or self.group.passive)


def subject_of(place: Place, tokens: Tokens, at: int, parties: Parties) -> Subject:
    """The subject of the word at an index of the claim's words."""
    group = group_of(place, tokens, at)
    if group.misfit:
        return Subject((), group)
    found, own = _who(place, tokens, group.first, at, parties)
    aside = group.first > 0 and tokens[group.first - 1].group().casefold() in _RELATIVE
    return Subject(tuple(dict.fromkeys(found)), group, own, aside)


def is_own_word(place: Place, parties: Parties) -> bool:
    """Whether a claim's speaker says what he himself does."""
    agent = agent_in(place.claim)
    return agent is not None and _of_argument(place, agent, parties)[1]


def _who(place: Place, tokens: Tokens, first: int, at: int, parties: Parties) -> Who:
    claim, agent = place.claim, agent_in(place.claim)
    word = Span(place.marked.id, *tokens[at].span())
    cue = claim.modality_cue
    heads = claim.frame is not None and (claim.frame.span.overlaps(word) or (cue is not None and cue.overlaps(word)))
    if first > 0:
        between = gap(place, tokens, first)
        if not between and tokens[first - 1].group().casefold() not in _JOINING:
            named = place.named_up_to(tokens[first - 1].end())
            where = named is not None and named.kind == "place"  # "came to the capital seeking an exemption"
            if not (where and tokens[at].group().casefold().endswith("ing")):
                return _adjacent(place, tokens, first - 1, agent if heads else None, parties)
        if between == "," and not heads and not tokens[at].group().casefold().endswith("ing"):
            adjective = tokens[at].group().casefold() in entries("adjective")  # "Norland, eager to sign, …"
            named = place.named_up_to(tokens[first - 1].end()) if adjective else None
            party = parties.of_referent(place.marked.id, named.referent) if named is not None else None
            found = [party] if party is not None else _before_comma(place, tokens, first - 1, parties)
            if found:
                return found, False
    return _main(place, word, agent, parties)


def _adjacent(place: Place, tokens: Tokens, last: int, agent: Argument | None, parties: Parties) -> Who:
    """The noun phrase or pronoun that ends with the word at `last`."""
    word = tokens[last].group().casefold()
    if word in _PRONOUNS:
        return _one(*_of_pronoun(place, word, tokens[last].start(), agent, parties))
    if word in _RELATIVE:
        return _adjacent(place, tokens, last - 1, None, parties) if last else ([], False)
    named = place.named_up_to(tokens[last].end())
    if named is not None and named.referent is not None:
        return _named(place, tokens, named, agent, parties)
    if agent is not None and agent.span.end <= tokens[last].end() and agent.referent is not None:
        party, own = _of_argument(place, agent, parties)
        if party is not None:
            return [party], own
    return _nominal(place, tokens, last, parties), False


def _named(place: Place, tokens: Tokens, named: Mention, agent: Argument | None, parties: Parties) -> Who:
    """A name right before the verb, with the one that "and" joins to it, or what it is only an attribute of."""
    head = next((at for at, each in enumerate(tokens) if each.start() >= named.span.start), len(tokens))
    while head > 0 and _belongs(place, tokens, head):
        head -= 1
    if head > 0 and tokens[head - 1].group().casefold() in _ARTICLES:
        head -= 1
    if head > 0 and tokens[head - 1].group().casefold() in _OF:
        if head < 2:
            return [], False
        return _governor(place, tokens[head - 2], named, agent, parties)
    party = parties.of_referent(place.marked.id, named.referent)
    found = [] if party is None else [party]
    if head > 1 and tokens[head - 1].group().casefold() == "and":
        other = place.named_up_to(tokens[head - 2].end())
        also = None if other is None else parties.of_referent(place.marked.id, other.referent)
        found = ([also] if also is not None else []) + found
    return found, bool(found) and found == [_speaker(place, parties)]


def _belongs(place: Place, tokens: Tokens, head: int) -> bool:
    """Whether the word before belongs to the name: a title, the rest of a longer name."""
    before = tokens[head - 1].group()
    return before[:1].isupper() and before.casefold() not in _OF | _JOINING and not gap(place, tokens, head).strip(".")


def _governor(place: Place, before: re.Match[str], inner: Mention, agent: Argument | None, parties: Parties) -> Who:
    """What a prepositional phrase hangs on: a name ("Adair of Norland") or an office of its name."""
    outer = place.named_up_to(before.end())
    if outer is not None:
        party = parties.of_referent(place.marked.id, outer.referent)
        return _one(party, party == _speaker(place, parties))
    if before.group().casefold() in words("speaks"):
        return _one(parties.of_referent(place.marked.id, inner.referent), False)
    return _one(*_of_argument(place, agent, parties)) if agent is not None else ([], False)


def _nominal(place: Place, tokens: Tokens, last: int, parties: Parties) -> list[int]:
    """A phrase whose head is a noun: an office of a named body, or a body called by its kind."""
    head = tokens[last].group().casefold()
    for at in range(last - 1, max(-1, last - NEAR), -1):
        if gap(place, tokens, at + 1):
            break
        named = place.named_up_to(tokens[at].end()) or place.named_up_to(tokens[at].end() - 2)
        if named is not None:
            party = parties.of_referent(place.marked.id, named.referent)
            return [party] if party is not None and head in words("speaks") else []
    before = {each.group().casefold() for each in tokens[max(0, last - 2) : last]}
    if head not in words("kind") | words("speaks") or "the" not in before:
        return []
    party = parties.of_kind(place.marked, head, tokens[last].start())
    return [party] if party is not None else []


def _before_comma(place: Place, tokens: Tokens, last: int, parties: Parties) -> list[int]:
    """Whom an apposition or aside stands behind: "Adair, the minister, refused"."""
    for at in range(last, 0, -1):
        if "," in gap(place, tokens, at):
            named = place.named_up_to(tokens[at - 1].end())
            party = parties.of_referent(place.marked.id, named.referent) if named is not None else None
            return [party] if party is not None else []
    return []


def _main(place: Place, word: Span, agent: Argument | None, parties: Parties) -> Who:
    """The subject of the clause, or of the one before it in the sentence, where the word has none of its own."""
    if agent is not None and agent.span.end <= word.start:
        return _one(*_of_argument(place, agent, parties))
    for index in range(place.index - 1, -1, -1):
        other = Place(place.marked, index)
        if other.claim.sentence != place.claim.sentence:
            break
        doer = agent_in(other.claim)
        fits = other.claim.span.start <= place.claim.span.start and other.claim.source == place.claim.source
        if doer is not None and fits and doer.span.end <= word.start:
            return _one(*_of_argument(other, doer, parties))
    return [], False


def _of_argument(place: Place, argument: Argument, parties: Parties) -> tuple[int | None, bool]:
    """The party of an argument, and whether it is the claim's own speaker."""
    word = argument.head.casefold()
    if argument.referent is None and word in _PRONOUNS:
        return _of_pronoun(place, word, argument.span.start, None, parties)
    party = parties.of_argument(place.marked, argument)
    if word in _OTHERS and parties.quote_around(place.marked.id, argument.span.start) is not None:
        return party, False
    if party is None and word in words("kind") | words("speaks"):
        party = parties.of_kind(place.marked, word, argument.span.start)
    return party, party is not None and party == _speaker(place, parties)


def _of_pronoun(
    place: Place, word: str, start: int, agent: Argument | None, parties: Parties
) -> tuple[int | None, bool]:
    """Whom a pronoun stands for; "he" in somebody's own words is another than the speaker."""
    mention = next((each for each in place.mentions if each.span.start == start), None)
    referent = mention.referent if mention is not None else None
    if referent is None and agent is not None and agent.span.start == start:
        referent = agent.referent
    party, speaker = parties.of_referent(place.marked.id, referent), _speaker(place, parties)
    quoted = parties.quote_around(place.marked.id, start) is not None
    if party is None and word in ("we", "i"):
        party = speaker
    if party is None and word in ("it", "they") and not quoted:
        party = speaker if speaker is not None and parties.is_body(speaker) else _body_before(place, parties)
    return party, party is not None and party == speaker and not (quoted and word in _OTHERS)


def _body_before(place: Place, parties: Parties) -> int | None:
    """The body that the sentence before has as its subject: whom a sentence that opens with "It" goes on about."""
    sentences, sentence = place.marked.sentences, place.claim.sentence
    if place.claim.source.kind != "outlet" or not 0 < sentence < len(sentences):
        return None
    if place.claim.span.start > sentences[sentence].span.start + 2:
        return None
    found = None
    for index in range(place.index - 1, -1, -1):
        claim = place.marked.claims[index]
        if claim.sentence < sentence - 1:
            break
        if claim.sentence == sentence - 1 and claim.frame is not None:
            agent = agent_in(claim)
            found = parties.of_argument(place.marked, agent) if agent is not None else None
    return found if found is not None and parties.is_body(found) else None


def _speaker(place: Place, parties: Parties) -> int | None:
    return parties.of_source(place.marked, place.claim) if place.claim.source.kind == "speaker" else None


def _one(party: int | None, own: bool) -> Who:
    return ([party], own) if party is not None else ([], False)
