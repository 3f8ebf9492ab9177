"""Stances in what a party says: what must be, what it will or will not do, on what condition, what it cannot accept."""

import re

from variorum.judge.holders import is_own_word
from variorum.judge.issues import issue_at, trimmed
from variorum.judge.parties import Parties
from variorum.judge.places import Found, Place, agent_in, has_subject
from variorum.judge.stancebook import entries, words
from variorum.judge.stances import LONGEST
from variorum.model.judgement import Stance
from variorum.model.text import Span

__all__ = ["spoken_stance"]

_MUST = re.compile(
    r"\b(?:must|should|needs?\sto|ha(?:s|ve)\sto|ought\sto)(\snot\b|n[’']t\b|\snever\b)?(?!\s(?:have|be\snoted)\b)",
    re.IGNORECASE,
)
_MUST_NOT = re.compile(r"\b(?:shouldn|mustn)[’']t\b", re.IGNORECASE)
_NO_DUTY = re.compile(
    r"\b(?:not|n[’']t|may|might|will|would|to|you)\s(?:have|need)\sto\b"
    r"|\b[Ss]hould\s(?:the|a|any|it|he|she|they|we|you|[A-Z]\w*)\b"
)
_ONLY_IF = re.compile(
    r"\b(?:only\sif|only\swhen|unless|provided\sthat|on\s(?:the\s)?condition\sthat|as\slong\sas|in\sexchange\sfor"
    r"|in\sreturn\sfor|until)\b",
    re.IGNORECASE,
)
_HANGS_ON = re.compile(r"\b(?:subject\sto\sa|premised\son|conditional\son|hinges?\son|only\sif)\b", re.IGNORECASE)
_FAILING = re.compile(r"\bif\b[^,;]{0,80}?(?:n[’']t|\bnot|\bfails?|\brefuses?)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|should)\b", re.IGNORECASE)
_OPENING = re.compile(r"\W{0,3}(?:on|about|of|if|when|whether|how|what|why|who|because|as|since)\b", re.IGNORECASE)
_WONT = re.compile(
    r"\b(?:(?:will\snot|won[’']t|would\snot|wouldn[’']t)(?!\s(?:want|like|mind|say)\b)|cannot\saccept|can[’']t\saccept|will\snever|would\snever"
    r"|no\sintention\sof|no\splans?\sto)\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?:\b(?:will|would(?!\shave)|shall)|[’']ll|\b(?:am|is|are)\sgoing\sto|[’'](?:m|re)\sgoing\sto)\b"
    r"(?!\s(?:like|love|prefer|see)\b)",
    re.IGNORECASE,
)
_SHALL = re.compile(r"(?:\b(?:will|shall)|[’']ll|\b(?:am|are)\sgoing\sto|[’'](?:m|re)\sgoing\sto)\b", re.IGNORECASE)
_EXPECT = re.compile(r"\b(?:we|I)\sexpect(?=\s[^,;.]{3,80}?\sto\s)", re.IGNORECASE)
_VERDICT = re.compile(
    r"(?:\b(?:is|are|was|were|be)|[’'](?:s|re))\s(?:\w{2,12}ly\s|simply\s)?[“\"‘']?"
    r"(?:un(?:acceptable|just|fair|thinkable|lawful)|never\s(?:acceptable|on\sthe\stable)|off\sthe\stable"
    r"|not\s(?:acceptable|negotiable|an\soption|on\sthe\s(?:table|agenda)|up\sfor\s\w+|sufficient|enough)"
    r"|out\sof\sthe\squestion|non-negotiable|insufficient|inadequate|illegal|unconstitutional|false|untrue|not\strue"
    r"|baseless|groundless|unfounded|nonexistent|fabricated|nonsense|a\slie)\b"
    r"|\b(?:absolutely\s)?(?:do|does|did)\snot\s(?:exist|accord\swith)\b",
    re.IGNORECASE,
)
_BAD_DEAL = re.compile(
    r"\b(?:deal|agreement|accord|plan|bill|law|policy|proposal|offer)\b[^.;,]{0,40}?\s(?:is|was)\s(?:a\s|an\s|the\s)?"
    r"(?:\w{2,12}\s)?(?:terrible|horrible|awful|worst|rotten|insane|ridiculous|disaster|disastrous|mistake|fraud"
    r"|disgrace|outrage)\b",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\b(?:(?:leave|quit|abandon|exit)\sthe\s(?:table|talks|deal|agreement|meeting|negotiations)|pay\sa\sprice"
    r"|consequences|retaliat\w{1,6}|bigger\sproblems|fire\sand\sfury)\b",
    re.IGNORECASE,
)
_PUNISHED = re.compile(
    r"\bwill\sbe\s(?:prosecuted|arrested|punished|deported|sanctioned|jailed|referred\sfor\sprosecution)\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"\b(?:maybe|perhaps|possibly|probably|might)\b", re.IGNORECASE)
_BREAK = re.compile(r"[,;.]")
_ADDRESSED = frozenset({"it", "they"})  # in "warned Sudmark that it", either
_EITHER = re.compile(r"(?:\bwill|[’']ll)\seither\s", re.IGNORECASE)
_POSSIBLY = re.compile(r"\W{0,3}it(?:[’']s|\sis|\swas)\s(?:\w{2,10}\s)?possible\b", re.IGNORECASE)


def spoken_stance(place: Place, parties: Parties) -> Found | None:
    """The stance that a claim's speaker takes by what he says."""
    claim = place.claim
    text = place.text[claim.span.start : claim.span.end]
    party = parties.of_source(place.marked, claim) if claim.source.kind != "outlet" else None
    if party is None or claim.frame is None or len(text) > LONGEST or text.rstrip(" ”\"’'").endswith("?"):
        return None
    found = _by_cue(place, text, party, parties)
    if found is not None or not parties.speaks_for_some(party):
        return found
    return _by_verdict(place, text, party, parties) or _by_words(place, text, party, parties)


def _by_cue(place: Place, text: str, party: int, parties: Parties) -> Found | None:
    """The word of saying names the stance, and what is said follows it directly."""
    claim = place.claim
    said = place.marked.attributions[claim.source.attribution] if claim.source.attribution is not None else None
    entry = next((each for word in claim.source.cue.casefold().split() for each in entries("cue").get(word, ())), None)
    if entry is None or entry.stance is None or said is None or said.cue is None or said.cue.end > claim.span.start:
        return None
    between = place.text[said.cue.end : claim.span.start].strip(" “\"‘'").casefold()
    agent = agent_in(claim)
    to_whom = parties.of_span(place.marked, Span(place.marked.id, said.cue.end, claim.span.start))
    addressed = to_whom is not None and agent is not None and agent.head.casefold() in _ADDRESSED
    if len(between.split()) > 4 or _BREAK.search(between) or addressed:
        return None
    will = _WILL.search(text) is not None
    if entry.word == "insist" and not _MUST.search(text) and " be " not in f" {text} ":
        return None  # what somebody insists is so is a statement, not a demand
    if entry.word == "warn" and not _threatens(text):
        own = is_own_word(place, parties) and (will or _IF.search(text) is not None)
        return _told(place, parties, party, "threaten", "position.cue") if own else None
    stance: Stance = entry.stance
    if stance == "offer" and not _threatens(text):
        if not will and "to" not in between.split():
            return None
        stance = "refuse" if claim.polarity == "negative" else "offer"
    elif stance == "offer":
        stance = "threaten"
    return _told(place, parties, party, stance, "position.cue", weak=entry.weak)


def _by_verdict(place: Place, text: str, party: int, parties: Parties) -> Found | None:
    """ "That is unacceptable", "this is a terrible deal", "we expect everyone to": the words that name the stance."""
    start = place.claim.span.start
    if verdict := _VERDICT.search(text):
        about = trimmed(place.text, Span(place.marked.id, start, start + verdict.start()))
        before = text[: verdict.start()].rstrip(' "')
        whole = before.count('"') % 2 == 0 or before[:1] == '"'  # else it crosses into a quotation
        return Found(party, "reject", about, "position.verdict", 0.6, True) if about is not None and whole else None
    if _BAD_DEAL.search(text):
        return _told(place, parties, party, "reject", "position.verdict")
    if expected := _EXPECT.search(text):
        about = issue_at(place, parties, start + expected.end())
        return Found(party, "demand", about, "position.must", 0.6, True) if about is not None else None
    return None


def _by_words(place: Place, text: str, party: int, parties: Parties) -> Found | None:
    """What must be, will be and will not be, by its auxiliaries."""
    claim, agent = place.claim, agent_in(place.claim)
    will = _WILL.search(text) is not None
    sentences, at = place.marked.sentences, claim.sentence
    opened = sentences[at].span.start if 0 <= at < len(sentences) else claim.span.start
    if _POSSIBLY.match(place.text, opened) or _EITHER.search(place.text, opened, claim.span.start):
        return None
    if claim.frame is None or _MAYBE.search(text) or (_OPENING.match(text) and not will):
        return None
    head = agent.head.casefold() if agent is not None else ""
    own = is_own_word(place, parties) or head in ("i", "we")
    must = _MUST.search(text)
    duty = must is not None and (not own or (head == "we" and must[0].casefold().startswith(("must", "should"))))
    if must and duty and has_subject(place.claim) and not _NO_DUTY.search(text) and head not in words("nobody"):
        stance: Stance = "reject" if must[1] or _MUST_NOT.search(text) else "demand"
        return _told(place, parties, party, stance, "position.must")
    if _HANGS_ON.search(text) or (_ONLY_IF.search(text) and (own or will)):
        return _told(place, parties, party, "condition", "position.condition")
    if own and claim.frame.predicate != "be" and claim.polarity == "negative" and _WONT.search(text):
        return _told(place, parties, party, "refuse", "position.wont")
    failing = own and _FAILING.search(text) is not None  # "if they do not help, we will": what follows is no gift
    if _PUNISHED.search(text) or (will and (failing or (_threatens(text) and (own or _IF.search(text))))):
        return _told(place, parties, party, "threaten", "position.threat")
    promised = own and claim.polarity == "positive" and claim.modality in ("planned", "committed", "expected")
    if promised and parties.is_central(party) and claim.frame.predicate not in words("routine"):
        quoted = parties.quote_around(place.marked.id, claim.span.start) is not None
        if (_SHALL if quoted else _WILL).search(text):
            return _told(place, parties, party, "offer", "position.will", weak=True)
    return None


def _threatens(text: str) -> bool:
    spoken = {word.strip("“”\"'’,.;:").casefold() for word in text.split()}
    return not spoken.isdisjoint(entries("hostile")) or _THREAT.search(text) is not None


def _told(place: Place, parties: Parties, party: int, stance: Stance, rule: str, *, weak: bool = False) -> Found | None:
    """A stance on all that the claim says, as far as it stands in the same marked words."""
    claim = place.claim
    quote = parties.quote_around(place.marked.id, claim.span.start)
    end = min(claim.span.end, quote.end) if quote is not None else claim.span.end
    about = trimmed(place.text, Span(place.marked.id, claim.span.start, end), clause=True)
    return Found(party, stance, about, rule, 0.6, True, weak) if about is not None else None
