"""Adjuncts that state something beside their clause: what it is for, what went with it, with what it compares.

"The minister flew to Oslo in an effort to save the deal" tells that she flew, which others may tell too, and what for,
which they may not. What hangs on a clause that is not told as done stays in it, since its words may not hold alone.
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from variorum.annotate.cues import channels
from variorum.annotate.governors import sealed, verb_above
from variorum.annotate.modality import infinitive, negated, real, takes_infinitive

__all__ = ["Adjunct", "AdjunctKind", "adjuncts_of", "size_of"]

AdjunctKind = Literal["purpose", "circumstance"]
_AIMS = {"effort", "attempt", "bid", "order", "move", "push"}
_COMPARED = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to")}
_MARKS = {",", "—", "–"}
_TELLING = {  # prepositions that set a phrase beside a clause, and not only a place, a day, a source or an example
    "with", "without", "despite", "amid", "amidst", "after", "following", "over", "because", "due", "by", "in", "on",
    "during", "under",
}  # fmt: skip
_IDLE = {  # nouns with which "in", "on" and "by" only lead on
    "addition", "part", "fact", "turn", "contrast", "comparison", "general", "particular", "particularly", "total",
    "time", "case", "way", "place", "hand", "other", "average", "far", "example", "instance", "theory", "practice",
}  # fmt: skip
_MEASURED = {"too", "enough", "so", "first", "last", "only", "likely", "able"}  # "too far away to be seen"
_CAUSING = {"lead", "cause", "prompt", "force", "drive", "allow", "enable", "help", "get", "take", "leave", "let"}
_GERUNDS = {"after", "by", "while", "when"}
_APART = 2  # tokens from a verb to "to": nearer, the infinitive completes the verb
_LONG, _LEAST, _PARTICIPLE = 5, 4, 3  # tokens of an infinitive, a phrase, a participle below "with"
_NEAR = 12  # tokens before "to" in which a measure may stand
_LEADS = 3  # tokens at the head of a phrase that tell whether it only leads on: "in addition to"
_TO_COME = {"will", "'ll", "’ll"}
_DATED = {"DATE", "TIME"}


@dataclass(frozen=True, slots=True)
class Adjunct:
    """An adjunct: the word that says what it states, and the word whose verb's subject it shares."""

    kind: AdjunctKind
    head: Token
    below: Token


def adjuncts_of(doc: Doc, start: int, end: int) -> dict[int, Adjunct]:
    """The adjuncts among the tokens `[start, end)` of a sentence, by the token at their top.

    What hangs on a clause that is denied, possible or asked is none. A verb is judged once, however many hang on it.
    """
    found: dict[int, Adjunct] = {}
    told: dict[int, bool] = {}
    aimed: dict[int, bool] = {}
    for token in doc[start:end]:
        adjunct = _found(token) if token.head.i < token.i and token.left_edge.i > start else None
        if adjunct is None or sealed(token):
            continue
        verb = verb_above(token)
        if verb.i not in told:
            told[verb.i], aimed[verb.i] = _told(verb), _takes_aims(verb)
        if told[verb.i] and (aimed[verb.i] or adjunct.head != token or adjunct.kind != "purpose"):
            found[token.i] = adjunct
    return found


def _found(token: Token) -> Adjunct | None:
    if token.dep_ == "advcl":
        if token.pos_ == "VERB" and infinitive(token):
            return Adjunct("purpose", token, token) if _aims(token) else None
        marks = {child.lower_ for child in token.lefts}
        beside = token.tag_ == "VBG" and marks & _GERUNDS and size_of(token) >= _LEAST
        return Adjunct("circumstance", token, token) if beside else None
    if token.lower_ in ("up", "down", "compared"):
        after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        return Adjunct("circumstance", token, token) if _marked(token) and (token.lower_, after) in _COMPARED else None
    return _prepositional(token) if token.dep_ == "prep" else None


def _aims(verb: Token) -> bool:
    """Whether an infinitive says what a whole clause is for: not "is set to open", "it takes time to heal"."""
    above, opening = verb.head, verb.left_edge
    if opening.lower_ not in ("to", "in") or size_of(verb) < _LONG or opening.i - above.i <= _APART:
        return False
    between = verb.doc[max(above.i + 1, opening.i - _NEAR) : opening.i]
    return not any(token.lower_ in _MEASURED for token in between)


def _takes_aims(verb: Token) -> bool:
    """Whether an infinitive below a verb may say what it is done for: not below "cause", "plan", "it takes"."""
    if any(child.lower_ == "it" and child.dep_ in ("nsubj", "expl") for child in verb.lefts):
        return False
    return verb.lemma_.lower() not in _CAUSING and not takes_infinitive(verb)


def _prepositional(token: Token) -> Adjunct | None:
    word = token.lower_
    if word == "in":
        return _aim(token) or _beside(token)
    if word == "with" and _marked(token):
        return _absolute(token) or _beside(token)
    if word in _GERUNDS:
        gerund = next((child for child in token.children if child.dep_ == "pcomp" and child.tag_ == "VBG"), None)
        if gerund is not None and size_of(token) >= _LEAST:
            return Adjunct("circumstance", gerund, gerund)
    return _beside(token)


def _aim(token: Token) -> Adjunct | None:
    """ "in an effort to save the deal"."""
    noun = next((child for child in token.children if child.dep_ == "pobj" and child.lower_ in _AIMS), None)
    aim = next((each for each in noun.rights if each.pos_ == "VERB" and infinitive(each)), None) if noun else None
    return Adjunct("purpose", aim, token) if aim is not None and size_of(aim) >= _LEAST else None


def _absolute(token: Token) -> Adjunct | None:
    """ "with two sailors leaping overboard": a participle with a subject of its own."""
    for child in token.children:
        if child.dep_ == "pcomp" and child.pos_ == "VERB":
            return Adjunct("circumstance", child, child)
        if child.dep_ == "pobj":
            verb = next((each for each in child.rights if each.dep_ == "acl" and each.tag_ in ("VBG", "VBN")), None)
            if verb is not None and size_of(verb) >= _PARTICIPLE:
                return Adjunct("circumstance", verb, verb)
    return None


def _beside(token: Token) -> Adjunct | None:
    """A phrase that a mark sets off from its verb: not a day, a source or an example."""
    if not _marked(token) or token.head.pos_ not in ("VERB", "AUX") or size_of(token) < _LEAST:
        return None
    if token.lower_ not in _TELLING or any(
        each.lower_ in _IDLE for each in token.doc[token.left_edge.i : token.i + _LEADS]
    ):
        return None
    inner = next((child for child in token.rights if child.dep_ in ("prep", "pcomp", "pobj")), token)
    inside = inner if inner.dep_ != "prep" else next((each for each in inner.rights if each.dep_ == "pobj"), None)
    if inside is None or inside == token or inside.ent_type_ in _DATED or inside.lemma_.lower() in channels():
        return None
    return Adjunct("circumstance", inside, token)


def _marked(token: Token) -> bool:
    return token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text in _MARKS


def size_of(token: Token) -> int:
    """The tokens of a word and all that hangs on it, first to last."""
    return token.right_edge.i + 1 - token.left_edge.i


def _told(verb: Token) -> bool:
    """Whether a verb is told as done, or as sure to come: not denied, possible or asked."""
    if negated(verb):
        return False
    return real((verb,)) or any(child.lower_ in _TO_COME for child in verb.lefts)
