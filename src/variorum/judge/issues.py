"""What a stance is about: the account's own words, whole, from the word of the stance to the end of the clause.

Words that name nothing ("to do so", "them") are no issue, and a clause that breaks off is none either.
"""

import re

from variorum.judge.parties import Parties
from variorum.judge.places import Place
from variorum.judge.stancebook import entries, words
from variorum.model.text import Span

__all__ = ["content_of", "does_harm", "is_name", "is_somebody", "issue_at", "trimmed", "verb_of"]

LONGEST = 400  # code points; what runs on longer is a failure of splitting
_END = re.compile(
    r"[;\n]|\s[-–—―]{1,2}\s|[—―]"
    r"|,\s?[”\"’']{0,2}\s?(?:(?:and|but|although|though|while|whereas|because|amid|despite|as|when|after|before|since|with|who"
    r"|whom|whose|which|where|if|in|on|at|according|he|she|it|they|we|today|however|too|either|instead|meanwhile)\b"
    r"|(?!includ|involv|rang|exclud|mean)[a-z]{3,14}ing\b"
    r"|(?:he|she|it|they|[A-Z][\w.’'-]{0,24}(?:\s[A-Z][\w.’'-]{0,24}){0,3})\s(?:said|says|told|added)\b"
    r"|(?:said|says|told|added)\b)"
    r"|,\s[A-Z][\w.’'-]{0,24}(?:\s[A-Z][\w.’'-]{0,24}){0,2}\s[a-z]{2,12}ed\b"
    r"|\s(?:but(?=\s(?:also|not|has|have|is|was|said|he|she|it|they|[\w’'-]{1,30}\s(?:has|have|is|was|will|would)\b))"
    r"|although|though|whereas|while|adding|saying|according\sto)\b"
)
_JOINED = re.compile(r"[\s,”\"’']{0,4}(?:and|or|but|so|because|when|while|as|after|although|though|since|who|which)\b")
_APPOSED = re.compile(r",[”\"’']?\s(?:an?|the)\s(?![^;—]{0,300}\s(?:and|or)\s)")  # no item of a list
_LIST = re.compile(r",[”\"’']?\sand\b")
_CLAUSE = re.compile(r"[\w’'-]{1,30}\s(?:[\w’'-]{1,30}\s){0,3}?(?:is|are|was|were|has|have|had|will|would|said|says)\b")
_CLOSING = "”\"’' "
_EDGE = " \t\n,;:.–—-"
_MARKS = {"“": "”", '"': '"', "‘": "’", "(": ")", "[": "]"}
_TOKEN = re.compile(r"[\w’'-]+")
_TRAILING = re.compile(r"\s\w{2,14}ly$")
_POINTING = re.compile(
    r"(?:this|that|such|these|those)\s[\w-]{1,20}(?:\s(?:as|because|after|when)\s.*)?"  # "that effort" tells not which
    r"|what\s(?:[\w.’'-]{1,24}\s){1,4}(?:said|says|announced|proposed|did)",
    re.IGNORECASE | re.DOTALL,
)
_ANYTHING = re.compile(r"(?:(?:any|some|no)(?:thing|one|body)|everything)\b", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:(?:it|them|him|her)\swith|for|of|upon|on|over|about|against|to(?=\s(?:the|a|an|its|his|her|their|any|such)\b)"
    r"|that(?=\s(?:[\w’'-]+\s){3}))\s+",
    re.IGNORECASE,
)
_THEM = re.compile(r"(?:it|them|him|her|us|me|this|that)\b", re.IGNORECASE)
_ON_A_DAY = re.compile(r"\s(?:on\s|in\s|at\s)?$")


def issue_at(place: Place, parties: Parties, start: int, *, aside: bool = False) -> Span | None:
    """The issue that begins at a place: it ends with the clause, the sentence, or the marked words around it.

    `aside`: it stands in a relative clause, which a comma closes. None where the words say nothing or break off.
    """
    text, claim, sentences = place.text, place.claim, place.marked.sentences
    if text[start : start + 1] in (",", ";", ":", ".", ")"):
        return None
    last = sentences[claim.sentence].span.end if 0 <= claim.sentence < len(sentences) else claim.span.end
    quote = parties.quote_around(place.marked.id, start)
    quote = None if quote is not None and not text[start : quote.end].strip(_CLOSING) else quote  # they close before it
    last = min(last if quote is None else min(last, quote.end), start + LONGEST)
    end = _end(text, start, min(claim.span.end, last), last)
    comma = text.find(",", start, end) if aside else -1
    end = comma if comma > start else end
    apposed = _APPOSED.search(text, start + 1, end)
    if apposed is not None and not _is_open(text, start, apposed.start()):
        end = apposed.start()
    about = trimmed(text, Span(place.marked.id, start, end)) if end > start else None
    return None if about is None else trimmed(text, _undated(place, about))


def trimmed(text: str, span: Span, *, clause: bool = False) -> Span | None:
    """The span without what stands idle at its edges; None where nothing is left that names an issue.

    `clause`: it is one of its own, and its first word no preposition of the verb before.
    """
    start, end = span.start, span.end
    for _ in range(2):
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        start, end = _paired(text, start, end)
    leading = None if clause else _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    trailing = _TRAILING.search(text, max(start, end - 24), end)
    end = trailing.start() if trailing else end
    if _POINTING.fullmatch(text, start, end) or _ANYTHING.match(text, start, end):
        return None
    found = _TOKEN.findall(text, start, end)
    if not found or found[-1] in words("dangling") or not content_of(text[start:end]):
        return None
    return Span(span.account, start, end)


def content_of(issue: str) -> frozenset[str]:
    """The words that name something, as they are compared: lower case, without "s"; none where nothing is named."""
    found = set()
    for match in _TOKEN.finditer(issue.casefold()):
        word = re.sub(r"[’']s?$", "", match.group()).strip("-’'")
        if word not in words("empty") and (len(word) > 2 or word.isdigit()):
            found.add(word[:-1] if word.endswith("s") and len(word) > 3 else word)
    return frozenset(found)


def is_somebody(place: Place, about: Span) -> bool:
    """Whether the issue is a person: who is dismissed, welcomed or praised is no matter at issue."""
    if _THEM.match(place.text, about.start, about.end):
        return True
    for mention in place.mentions:
        before = place.text[about.start : mention.span.start].split() if mention.span.start >= about.start else ["-"]
        opens = len(before) <= 4 and all(word[:1].isupper() or word == "the" for word in before)
        if opens and mention.kind == "person" and place.text[mention.span.end : mention.span.end + 1] not in ("’", "'"):
            return True
    return False


def is_name(place: Place, about: Span) -> bool:
    """Whether the issue is no more than whom it goes to: "an invitation to Norland"."""
    said = place.text[about.start : about.end].removeprefix("to ")
    return any(
        said.removeprefix("the ").endswith(each.text) and len(said) <= len(each.text) + 5 for each in place.mentions
    )


def does_harm(text: str, about: Span) -> bool:
    """Whether what is promised does harm: to retaliate, to tear up a deal, to walk away."""
    opening = text[about.start : about.end].casefold().split()[:6]
    return any(word.strip("“”\"’',.") in entries("hostile") for word in opening)


def verb_of(text: str, about: Span) -> str:
    """The verb of an issue that is an infinitive; empty for another."""
    to, *told = (word.strip('“”"‘’') for word in text[about.start : about.end].casefold().split())
    if to != "to":
        return ""
    return next((each for each in told if each not in ("further", "also") and not each.endswith("ly")), "")


def _end(text: str, start: int, claimed: int, last: int) -> int:
    """Where the clause ends; a claim that breaks off before its clause is followed to the clause's end."""
    for match in _END.finditer(text, start, last):
        at = match.start()
        if at >= claimed > start and _JOINED.match(text, claimed):
            return claimed
        closed = at + 1
        while closed < last and text[closed] in "”\"’'":
            closed += 1
        listed = _LIST.match(text, at) is not None and _CLAUSE.match(text, match.end() + 1) is None
        if at > start and not listed and not _is_open(text, start, closed):
            return closed if closed > at + 1 else at
    return claimed if claimed > start and _JOINED.match(text, claimed) else last


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a quotation or bracket that opened after `start` is still open."""
    part = text[start:end]
    return part.count("“") > part.count("”") or part.count("(") > part.count(")") or part.count('"') % 2 == 1


def _paired(text: str, start: int, end: int) -> tuple[int, int]:
    """Without a mark at an edge whose partner stands outside."""
    for mark, partner in _MARKS.items():
        part = text[start:end]
        if mark == partner:
            odd = part.count(mark) % 2 == 1
            start += odd and part.startswith(mark)
            end -= odd and not part.startswith(mark) and part.endswith(mark)
        elif part.startswith(partner) or (part.startswith(mark) and partner not in part):
            start += 1
        elif part.endswith(mark) or (part.endswith(partner) and mark not in part):
            end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _undated(place: Place, about: Span) -> Span:
    """Without the day at its end: when a stance was taken is no part of the issue."""
    for at in place.claim.timexes:
        timex = place.marked.timexes[at]
        if timex.type == "DATE" and about.start < timex.span.start and timex.span.end == about.end:
            day = _ON_A_DAY.search(place.text[about.start : timex.span.start])
            return Span(about.account, about.start, about.start + day.start()) if day else about
    return about
