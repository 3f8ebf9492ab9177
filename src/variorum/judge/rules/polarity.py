"""Polarity: one side states what the other denies.

A claim that the parser holds for positive may still carry a negation inside it, and "kept from" turns one round; where
both texts negate, or one negates twice, no finding is made.
"""

import re

from variorum.judge.alike import kinds
from variorum.judge.rules.found import Found, Pairing
from variorum.judge.told import Told, stems
from variorum.model.finding import Rule
from variorum.model.markup import Mention
from variorum.model.periods import Period

__all__ = ["RULES", "clip", "denied", "same_statement"]

RULES = (
    Rule("divergence.polarity.denied", "One claim states what the other negates or denies."),
    Rule("divergence.membership", "One account counts somebody or something in where the other leaves them out."),
)
# of the pair scorer for claims that no group holds together: below, a negation is about something else; set again, as
# the scorer was, from .45 to .43 and from there to .38: it is the share of `FIRST` that it was
MIN_SAME = 0.38
MIN_NOBODY = 0.26  # of the pair scorer where the negation is of everybody: "nobody was hurt" against "two were hurt"
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|hardly|non\w{4,}|den(?:y|ies|ied|ying|ial)|refus\w+"
    r"|reject\w*|dismiss\w*|fail(?:ed|s|ing|ure)?|declin\w+|disput\w+|rebuff\w*|turn(?:ed|s|ing)? down"
    r"|rul(?:e|ed|es|ing) out)\b|n['’]t\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"\b(?:includ(?:e|es|ed|ing)|compris\w+|members? of|(?:is|was|are|were) part of)\b", re.IGNORECASE)
_NOT_IN = re.compile(r"\b(?:is|was|are|were)(?:n['’]t| not) (?:in|among|part of|an? member of)\b", re.IGNORECASE)
_TURNED = re.compile(
    r"\b(?:keep|kept|prevent\w*|stop\w*|not (?:only|just)|possible|perhaps|maybe|whether|if|yet|before|until|again"
    r"|any ?more|any longer|no longer|ever|previous(?:ly)?|know|knew|sure|further|expect\w*|barely|hardly|scarcely)\b"
    r"|\bno\.\s?\d",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:no one|nobody|none\b|no (?:[\w-]{2,20} ){0,2}[\w-]{2,20}\b|nothing)", re.IGNORECASE)
_HIS = frozenset(("his", "her", "their", "its", "my", "our", "your"))
_UNREAL = ("conditional", "possible", "proposed", "requested", "desired")
_AHEAD = ("planned", "expected")  # what will not be done again has been done
_LIGHT_DEEDS = frozenset(("be", "have", "make", "take", "do", "go", "get", "come", "give", "see", "say", "show"))
SAID = 5  # words after "is" that tell what is said of the subject
MIN_SHARED = 2  # content stems besides the negation
MIN_CONTENT = 0.3  # of the shorter claim's stems, names left out
MIN_SHARE = 0.4  # of the shorter claim's stems: two words in common ("territorial gains") are a topic, not a statement


def denied(pairing: Pairing) -> Found | None:
    """Where exactly one of two claims about one deed is negative or denied."""
    left, right = pairing.left, pairing.right
    if _negative(left) == _negative(right) or left.claim.modality in _UNREAL or right.claim.modality in _UNREAL:
        return None
    nobody = _nobody(left) or _nobody(right)
    if not (pairing.grouped or pairing.same >= (MIN_NOBODY if nobody else MIN_SAME)) or _both_ways(left, right):
        return None
    yes, no = (right, left) if _negative(left) else (left, right)
    one_deed = _same_deed(left, right) and (
        nobody or (_same_verb(left, right) and _same_actor(left, right) and same_statement(left, right))
    )
    if not (one_deed and (nobody or not _other_people(left, right))) and not _left_out(yes, no):
        return None
    if yes.claim.frame and yes.claim.frame.tense == "past" and no.claim.modality in _AHEAD:
        return None
    counted_in = _MEMBER.search(yes.claim.text) is not None
    return Found(
        kind="membership" if counted_in else "polarity",
        rule="divergence.membership" if counted_in else "divergence.polarity.denied",
        values=(left.claim.text, right.claim.text),
        why=f"One says “{clip(yes.claim.text)}”; the other negates it: “{clip(no.claim.text)}”.",
        score=round(0.35 + pairing.same / 2, 3),
        severity="update" if _happened_since(yes, no) else "conflict",
        slot=f"denied {no.key.account} {no.key.index}",
    )


def _happened_since(yes: Told, no: Told) -> bool:
    """Whether what one account denies may have happened before a later one was published: "nobody is held"."""
    frame, before, after = yes.claim.frame, no.published[:10], yes.published[:10]
    if yes.speaker is not None and no.speaker is not None:
        return False
    if not before or before >= after or frame is None or frame.copular:
        return False
    days = (Period.parse(each.value or "") for each in yes.timexes() if each.type == "DATE")
    return not any(period and period.last.isoformat() < before for period in days)


def clip(text: str, words: int = 18) -> str:
    """A text cut to so many words, with an ellipsis where it is cut."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _negative(told: Told) -> bool:
    return told.claim.polarity == "negative" or told.claim.modality == "denied"


def _both_ways(left: Told, right: Told) -> bool:
    """Whether the positive claim carries a negation too, or the negative one is turned round or hedged."""
    yes, no = (right, left) if _negative(left) else (left, right)
    return bool(_NEGATION.search(yes.claim.text) or _TURNED.search(no.claim.text))


def _other_people(left: Told, right: Told) -> bool:
    """Whether both name persons and none in common: "Ray is named" is not negated by "it does not name Olsen".

    "Olsen's son" names another than Olsen.
    """
    one, two = (
        {
            entity
            for mention, entity in each.mentions()
            if mention.kind == "person" and entity is not None and not _owns(each, mention)
        }
        for each in (left, right)
    )
    return bool(one and two) and not one & two


def _owns(told: Told, mention: Mention) -> bool:
    text, end = told.marked.account.text, mention.span.end
    return mention.text.casefold() in _HIS or text[end : end + 2] in ("'s", "’s") or mention.text.endswith(("'s", "’s"))


def _left_out(yes: Told, no: Told) -> bool:
    """Whether one counts somebody in ("the team, which included Ray") whom the other leaves out."""
    agent, away = no.argument("agent"), _NOT_IN.search(no.claim.text)
    if agent is None or away is None or not _MEMBER.search(yes.claim.text):
        return False
    said = stems(yes.claim.text)
    return bool(stems(no.words(agent)) & said) and bool(stems(no.claim.text[away.end() :]) & said)


def _nobody(told: Told) -> bool:
    """Whether what is negated is said of everybody: "nobody was hurt", "no shots were fired"."""
    return _negative(told) and _NOBODY.match(told.claim.text) is not None


def _same_deed(left: Told, right: Told) -> bool:
    """Whether both say one thing of one subject: the same verb, the verb and its noun, or both "is" and the same."""
    one, two = left.claim.frame, right.claim.frame
    if not one or not two:
        return False
    mine, yours = _deed(left), _deed(right)
    return bool(mine & yours) and not (one.copular and two.copular and not _subject(left) & _subject(right))


def _same_verb(left: Told, right: Told) -> bool:
    """Whether what one does may be what the other does: who left a firm has run it all the same."""
    verbs = [each.claim.frame.predicate for each in (left, right) if each.claim.frame and not each.claim.frame.copular]
    if len(verbs) < 2 or any(verb.split()[0] in _LIGHT_DEEDS for verb in verbs):
        return True
    one, two = (kinds(stems(verb)) for verb in verbs)
    return bool(one & _deed(right) or two & _deed(left))


def _deed(told: Told) -> frozenset[str]:
    """The kinds of the verb and its objects; of a verb that says little, of these; of an "is", of what follows it."""
    claim, frame = told.claim, told.claim.frame
    assert frame is not None
    verb = frame.predicate.split()[0]
    words = [each.head for each in frame.arguments if each.role in ("patient", "complement", "of")]
    if frame.copular:
        words = claim.text[max(0, frame.span.end - claim.span.start) :].split()[:SAID]
    elif verb not in _LIGHT_DEEDS:
        words.append(verb)
    return kinds(stems(" ".join(words)) - stems("time people way"))


def _subject(told: Told) -> frozenset[str]:
    agent = told.argument("agent")
    return kinds(stems(told.words(agent))) if agent else frozenset()


def same_statement(left: Told, right: Told) -> bool:
    """Whether two claims share enough words, names left out, to state or deny one thing."""
    mine, yours = stems(left.claim.text), stems(right.claim.text)
    if len(mine & yours) < max(MIN_SHARED, MIN_SHARE * min(len(mine), len(yours))):
        return False
    said, heard = left.content(), right.content()
    return bool(said & heard) and len(said & heard) >= MIN_CONTENT * min(len(said), len(heard))


def _same_actor(left: Told, right: Told) -> bool:
    a, b = left.argument("agent"), right.argument("agent")
    first, second = (left.entity(a.referent) if a else None), (right.entity(b.referent) if b else None)
    return first is None or second is None or first == second
