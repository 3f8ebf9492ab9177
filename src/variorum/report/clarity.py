"""How well a claim's words stand alone: a reader who sees only them must know who does what.

Used to choose the gist of a ledger row and the lines of the brief. The measure only orders; nothing is rewritten.
"""

import re

from variorum.model.markup import AnnotatedAccount, Claim

__all__ = ["alone", "balanced", "clarity", "complete", "is_chatty", "points_elsewhere", "unquoted", "whole"]

# Words that point outside the clause when they open it.
_DANGLING = re.compile(
    r"\W{0,3}(?:he|she|it|they|we|i|you|his|her|its|their|our|this|that|these|those|there|who|which|whom|whose|what|when"
    r"|where|while|and|but|or|so|because|although|though|if|as|to|for|with|than|also|both|such|one|some|others|another)\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"\W{0,3}(?:It (?:is|was|remains)(?: \w{1,20}){1,4} (?:that|how|whether|why|what|who|if)"
    r"|It (?:is|was|remains)(?: \w{1,20}){0,2} (?:hard|difficult|easy|(?:im)?possible|necessary|\w{0,2}likely) to"
    r"|There (?:is|are|was|were))\b"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?|(?:Jan|Febr)uary|March|April|May|June|July|August|\w{4,6}ber"
_SOON = re.compile(
    r"\W{0,3}(?:By|In|At|On|After|As|Since|When|Back|During|Then|Now|Later|For|From|With|Before|Until|While|Soon|Yet|Still)"
    rf"(?: (?:{_DAY}|[a-z0-9,’'-]{{1,20}})){{0,6}} (?:he|she|they|it|we|I|his|her|their)\b"
)
_ABOUT = re.compile(
    r"\W{0,3}(?:In|At|On|By|During|With|For|From|Besides|Under|Despite|Instead|Then|Now|Later|Meanwhile)\b[^,“\"]{0,60}"
    r", (?:he|she|they|it|we|his|her|their)\b"
)
_POINTED = re.compile(r"\b(?:those|these)\b(?! (?:who|whose|with|of|in|from)\b)")  # things named in another sentence
_DANGLES = re.compile(  # a line that was cut: a dash and a word, or a word that wants another
    r"(?:[–—] \w{1,20}(?: \w{1,20})?"
    r"|\b(?:adding|saying|noting|which|who|that|and|or|but|of|the|an?|to|with|from|by|comes?|came"
    r"|(?:made|makes?|making) (?:headlines|news)))[,.]?$"
)
_DOUBLED = re.compile(r"\W{0,3}(\w{3,40}) \1\b")  # a tag that stuck to the sentence
_BARE = re.compile(  # "Stretching 40 feet at the base": no clause
    r"[A-Z][a-z]{2,12}ing\b(?!.{0,300}(?:,|\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does)\b))"
)
_TOLD = re.compile(  # whom somebody told, and not what
    r"[^“”\"‘’',]{0,120}\btold\b(?!.{0,400}(?:[,:“\"]|\b(?:that|of|about|to|how|why|whether|what|is|are|was|were|had|has|have"
    r"|would|will|could|can|may|might|did)\b))"
)
_SAID = re.compile(r"\W{0,2}[‘'“\"][^“”\"]{0,600}[’'”\"][\W]{0,2}")  # somebody's words from end to end
_TAGGED = re.compile(r"(?:CLOSE|FILE|WATCH|RELATED|VIDEO|PHOTOS?|UPDATED?|BREAKING)\b[:.]? [A-Z]")  # of the page
_STRAY = re.compile(r"[,.!?][’'](?=\s|$)")
_OPENED = re.compile(r"(?:^|\s)[‘'](?=\w)(?!\d\ds\b|\d\d\b|em\b|til\b)")
_CLOSED = re.compile(r"[\w,.!?…][’'](?=[\s,.;:!?)”\"]|$)")
_OPENING = re.compile(
    r"\W{0,3}(?:he|she|it|they|we|i|you|his|her|its|their|our|this|that|these|those|who|which|whom|whose|and|but|or|so|also"
    r"|than|another|others|such)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"[^,]{0,60}\b(?:of|in|to|for|by|with|on|from) (?:which|whom)\b")
_OBJECT = re.compile(r"\b(?:him|them|there)\b")
_NAME = re.compile(r"\b[A-Z]\w")
_BELOW = re.compile(
    r"\W{0,3}(?:after|before|since|until|once|unless|whether|by the time|considering|given|despite|amid)\b",
    re.IGNORECASE,
)
_OPENERS = re.compile(r"\W{0,3}(?:there|that|as|for|with|if|while|although|though|when|both|one|some)\b", re.IGNORECASE)
_FRAGMENT = re.compile(r"[^,]{1,120}, (?:who|which|whose|whom|where)\b[^,]*")  # a name and a clause about it, no more
_FIRST = re.compile(r"\b(?:I|we|We|our|Our|my|My|us|me|you|You|your|Your)\b")
_SHOUTED = re.compile(r"\b[A-Z]{4,}(?:\W{1,3}[A-Z]{3,})+\b")  # a teaser or a tag that stuck to the sentence
_POSTED = re.compile(r"https?://|pic\.twitter|www\.|(?<!\w)@\w")
_QUOTED = re.compile(r"[“\"][^“”\"]{0,400}[”\"]")
_SAYING = frozenset(
    {"say", "tell", "add", "announce", "state", "note", "report", "ask", "write", "tweet", "begin", "argue", "suggest"}
)
_TELLING = frozenset({"tell", "inform", "ask", "remind", "warn"})
_WEIGHT_LENGTH = (7, 32)  # words; a shorter clause lacks its who or what, a longer one is two things


def complete(claim: Claim) -> bool:
    """Whether the words are a clause with a finite verb and a subject of its own."""
    frame = claim.frame
    return (
        frame is not None
        and frame.tense != "none"
        and any(each.role in ("agent", "patient") for each in frame.arguments)
    )


def alone(marked: AnnotatedAccount, claim: Claim) -> bool:
    """Whether a line can be these words and no others: a whole clause that names its subject, in the outlet's prose."""
    sentence = marked.sentences[claim.sentence] if 0 <= claim.sentence < len(marked.sentences) else None
    return (
        complete(claim)
        and claim.free_standing
        and (
            claim.factivity in (None, "factive") or (claim.factivity == "nonfactive" and claim.source.kind != "outlet")
        )
        and balanced(claim.text)
        and not _DANGLING.match(claim.text)
        and not points_elsewhere(claim.text)
        and whole(claim.text)
        and (claim.frame is None or claim.frame.predicate not in _TELLING or _tells(claim))
        and not _POSTED.search(claim.text)
        and not _SHOUTED.search(claim.text)
        and not is_chatty(claim.text)
        and not claim.text.rstrip(" ”\"'").endswith(("?", ":", ","))
        and (sentence is None or sentence.kind not in ("headline", "caption"))
    )


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens also closes, and the reverse."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return (
        text.count('"') % 2 == 0
        and all(text.count(left) == text.count(right) for left, right in pairs)
        and (_STRAY.search(text) is None or _OPENED.search(text) is not None)
        and (_OPENED.search(text) is None or _CLOSED.search(text) is not None)
    )


def whole(text: str) -> bool:
    """Whether a line is no name with a clause about it, no cut or doubled words, and points at nothing outside it."""
    return not (
        _FRAGMENT.fullmatch(text)
        or _DANGLES.search(text.rstrip(" ”\"'"))
        or _DOUBLED.match(text)
        or _BARE.match(text)
        or _TAGGED.match(text)
        or _SAID.fullmatch(text)
        or _TOLD.match(text)
        or _SHOUTED.search(unquoted(text))
        or _POINTED.search(unquoted(text))
    )


def unquoted(text: str) -> str:
    """The text less what stands in double quotation marks."""
    return _QUOTED.sub("", text)


def is_chatty(text: str) -> bool:
    """Whether a line speaks of "us" or to "you" outside quotation marks."""
    return _FIRST.search(unquoted(text)) is not None


def points_elsewhere(text: str) -> bool:
    """Whether a line opens with a word for what another tells, is a lower clause, or has an object without a name."""
    plain = _EXPLETIVE.sub("", text)
    if _BELOW.match(plain) and "," not in plain:
        return True
    if _OPENING.match(plain) or _SOON.match(plain) or _ABOUT.match(plain) or _RELATIVE.match(plain):
        return True
    pointed = _OBJECT.search(plain)
    return pointed is not None and not _NAME.search(plain, 1, pointed.start())


def _tells(claim: Claim) -> bool:
    """Whether a clause of telling somebody holds what is told."""
    roles = {each.role for each in claim.frame.arguments} if claim.frame else set()
    return bool(roles & {"complement", "about", "of", "that"}) or _QUOTED.search(claim.text) is not None


def _said(claim: Claim) -> bool:
    """Whether a clause of saying holds what is said."""
    roles = {each.role for each in claim.frame.arguments} if claim.frame else set()
    return bool(roles & {"patient", "complement", "about", "of", "against", "to"})


def clarity(marked: AnnotatedAccount, claim: Claim) -> float:
    """From 0 (a shard) to 1 (a sentence that needs no other)."""
    words = len(claim.text.split())
    low, high = _WEIGHT_LENGTH
    score = 0.25 if low <= words <= high else 0.1 if low // 2 <= words <= 2 * high else 0.0
    if complete(claim):
        score += 0.2
    if not _DANGLING.match(claim.text):
        score += 0.2
    elif _OPENERS.match(claim.text):
        score += 0.05
    forms = {marked.mentions[at].form for at in claim.mentions}
    named = [marked.mentions[at] for at in claim.mentions if marked.mentions[at].form in ("name", "metonym", "demonym")]
    if named:
        score += 0.1
        if min(each.span.start for each in named) - claim.span.start <= max(12, len(claim.text) // 4):
            score += 0.1
    if "pronoun" in forms:
        score -= 0.1
    if 0 <= claim.sentence < len(marked.sentences):
        sentence = marked.sentences[claim.sentence]
        score += {"body": 0.1, "bullet": 0.1, "headline": 0.05}.get(sentence.kind, 0.0)
        score += 0.05 if claim.span.start - sentence.span.start <= 2 else 0.0
    if claim.text.rstrip().endswith("?") or _FRAGMENT.fullmatch(claim.text):
        score -= 0.3
    if claim.frame and claim.frame.predicate in _SAYING and not _said(claim):
        score -= 0.35
    if _SHOUTED.search(claim.text) or _POSTED.search(claim.text):
        score -= 0.4
    if is_chatty(claim.text):
        score -= 0.25
    return min(1.0, max(0.0, score))
