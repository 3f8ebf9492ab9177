"""What is no position of a party though it reads like one: another's charge or guess, a stance of long ago.

Inside what somebody alleges, fears or supposes, only he who says so holds a position.
"""

import re
from bisect import bisect_left
from itertools import islice, takewhile

from variorum.judge.papers import charges
from variorum.judge.parties import Parties
from variorum.judge.places import Found, Place, agent_in
from variorum.model.judgement import KnownBy
from variorum.model.markup import Timex
from variorum.model.periods import Period
from variorum.model.text import Span

__all__ = ["is_hearsay", "outer_teller"]

OLD = 60  # days before its publication from which what an account dates is past; chosen, not swept
FEW = 12  # claims, or attributions, about one, among which that which governs it stands; chosen, not swept
REACH = 600  # code points of the sentence before an issue that are looked at, so that hostile stories take no longer
NEAR = 40  # code points before a charge in which its owner stands
CLOSE = 4  # words between a day and an issue of which the day tells
_CHARGE = re.compile(
    r"\b(?:alleg(?:e|es|ed|ing|ations?)|accus(?:e|es|ed|ing|ations?)|suspect(?:s|ed|ing)?|suspicions?|fear(?:s|ed|ing)?"
    r"|speculat(?:e|es|ed|ing|ion)|suggest(?:s|ed|ing)?|argu(?:e|es|ed|ing)|believ(?:e|es|ed|ing)|beliefs?"
    r"|assum(?:e|es|ed|ing|ption)|guess(?:es|ed|ing)?|imagin(?:e|es|ed|ing)|claim(?:s|ed|ing)?|impression|perceptions?"
    r"|doubt(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_GUESSED = re.compile(
    r"\b(?:alleged|allegedly|purported|purportedly|supposed|supposedly|presumably|ostensibly|apparently|seemingly"
    r"|evidently|clearly)\s(?:[\w’'-]{1,24}\s){0,4}$",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:aides?|advis[eo]rs?|spokes\w{3,6}|representatives?|associates?)\b", re.IGNORECASE)
_THAT = re.compile(r",?\sthat\b", re.IGNORECASE)
_BREAK = re.compile(r"[;:]|,\s(?!that\b)|\s(?:while|whereas|but)\s")
_ONCE = re.compile(
    r"\b(?:previously|formerly|in\sthe\spast|back\sthen|then,|at\sthe\stime|as\sa\scandidate|on\sthe\scampaign\strail"
    r"|during\s(?:his|her|their|the)\s(?:[\w-]{1,20}\s)?campaign|used\sto|(?:years|months|decades)\s(?:ago|earlier)"
    r"|on\s(?:two|three|several|many|previous|past|earlier)\soccasions)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:reversed\s(?:course|(?:him|her|it)self|(?:his|her|its|their)\s\w{1,16})|backtrack(?:s|ed)|reneged?|relented"
    r"|changed\s(?:course|tack|(?:his|her|its|their)\s(?:mind|course|tune|position))|went\sback\son|broke\s(?:that|the|its)"
    r"\s(?:promise|pledge|vow))\b",
    re.IGNORECASE,
)
_WISHED = frozenset({"seek", "offer", "propose", "threaten", "accept", "concede", "condition"})
_OPENING = re.compile(r"\W{0,3}(?:(?:and|but|back|early|late)\s){0,2}(?:(?:in|on|during)\s)?(?:the\s)?", re.IGNORECASE)


def is_hearsay(place: Place, found: Found, parties: Parties) -> bool:
    """Whether a stance is only charged, guessed, wished for by another, or past."""
    return _is_charged(place, found, parties) or _is_guessed(place, found, parties) or _is_past(place, found)


def outer_teller(place: Place, found: Found, parties: Parties) -> KnownBy | None:
    """How a stance is known that the party's own words tell, but only as another tells them; None where nobody does."""
    own = place.claim.source.attribution or 0
    for said in place.marked.attributions[max(0, own - FEW) : own + FEW]:
        if said.speaker is None or not any(span.covers(place.claim.span) for span in said.content):
            continue
        party = parties.of_referent(place.marked.id, said.speaker)
        if party is not None and party != found.party:
            return "third-party"
    return None


def _sentence(place: Place) -> Span:
    sentences, at = place.marked.sentences, place.claim.sentence
    return sentences[at].span if 0 <= at < len(sentences) else place.claim.span


def _opened(place: Place, found: Found) -> int:
    """Where the words before an issue begin that belong to its sentence."""
    return min(max(_sentence(place).start, found.about.start - REACH), found.about.start)


def _is_charged(place: Place, found: Found, parties: Parties) -> bool:
    """Whether a word of charge or guess that is not the party's own governs the stance."""
    source = place.claim.source
    charging = source.kind != "outlet" and (charges(source.text) or _CHARGE.search(source.cue))
    if charging and parties.of_source(place.marked, place.claim) != found.party:
        return True
    start = _opened(place, found)
    for match in _CHARGE.finditer(place.text, start, found.about.start):
        between = place.text[match.end() : found.about.start]
        ends = [each.end() for each in _THAT.finditer(between)]
        if _BREAK.search(between, ends[-1] if ends else 0) is None and not _is_own(place, match, found, parties):
            return True
    return False


def _is_own(place: Place, charge: re.Match[str], found: Found, parties: Parties) -> bool:
    """Whether the party itself charges: "Norland claims that it wants", "Norland’s belief that"."""
    source, word = place.claim.source, Span(place.marked.id, *charge.span())
    said = place.marked.attributions[source.attribution] if source.attribution is not None else None
    if said is not None and said.cue is not None and said.cue.overlaps(word):
        return parties.of_source(place.marked, place.claim) == found.party
    for claim in place.marked.claims[max(0, place.index - FEW) : place.index + FEW]:
        agent = agent_in(claim)
        if claim.frame is not None and agent is not None and claim.frame.span.overlaps(word):
            return parties.of_argument(place.marked, agent) == found.party
    near = Span(place.marked.id, max(0, charge.start() - NEAR), charge.start())
    return found.party in tuple(parties.all_of_span(place.marked, near))[-1:]


def _is_guessed(place: Place, found: Found, parties: Parties) -> bool:
    """ "Clearly hoped to", "the alleged demand"; and what somebody else says that a party wants."""
    if _GUESSED.search(place.text, max(_sentence(place).start, found.about.start - 80), found.about.start):
        return True
    source = place.claim.source
    another = source.kind != "outlet" and parties.of_source(place.marked, place.claim) != found.party
    return found.stance == "seek" and another and not (source.kind == "anonymous" and _INSIDE.search(source.text))


def _is_past(place: Place, found: Found) -> bool:
    """Whether it was so once: long before the account, or until it was left."""
    sentence = _sentence(place)
    following = place.claim.sentence + 1
    sentences = place.marked.sentences
    end = sentences[following].span.end if 0 < following < len(sentences) else sentence.end
    if _LEFT.search(place.text, found.about.end, min(max(found.about.end, end), found.about.end + REACH)):
        return True
    if found.stance not in _WISHED:
        return False
    opened = _opened(place, found)
    if _ONCE.search(place.text, opened, found.about.start):
        return True
    timexes = place.marked.timexes
    first = bisect_left(timexes, opened, key=_starts)
    near = takewhile(lambda timex: timex.span.end <= found.about.start, islice(timexes, first, first + FEW))
    return any(_dates(place, timex.span, sentence, found) and _is_old(place, timex) for timex in near)


def _starts(timex: Timex) -> int:
    return timex.span.start


def _dates(place: Place, day: Span, sentence: Span, found: Found) -> bool:
    """Whether a day opens the sentence or stands right before the words of the stance: "in August it vowed to"."""
    near = place.text[day.end : found.about.start]
    opens = _OPENING.fullmatch(place.text[sentence.start : day.start]) is not None
    return opens or (len(near.split()) <= CLOSE and "," not in near)


def _is_old(place: Place, timex: Timex) -> bool:
    account = place.marked.account
    told, day = Period.parse((account.published or "")[:10]), Period.parse(timex.value or "")
    if timex.type != "DATE" or told is None or day is None or told.first != told.last:
        return False
    return (told.last - day.last).days > OLD
