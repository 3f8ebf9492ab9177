"""What a number counts: the lemma phrase of its noun, read off the dependency parse.

"12 of the hostages" counts hostages, "the death toll rose to 14" a death toll, "tens of thousands of people" people.
"""

from spacy.tokens import Doc, Token

__all__ = ["label_number", "unit_of"]

_LEFT = frozenset({
    "nummod", "quantmod", "compound", "amod", "det", "nmod", "predet", "npadvmod", "advmod", "appos", "poss", "dep",
})  # fmt: skip
_PLAIN = frozenset({
    "more", "other", "additional", "further", "new", "own", "such", "full", "total", "last", "past", "first",
    "next", "least", "many", "few", "several", "estimated", "whole", "extra", "different", "consecutive", "record",
    "entire", "only", "some", "same", "up", "mere", "initial", "good", "great", "nearly", "second", "third",
    "straight",
})  # fmt: skip
_TOTALS = frozenset({
    "toll", "number", "total", "count", "figure", "tally", "population", "death", "size", "share", "rate",
})  # fmt: skip
_OF_KIND = frozenset({
    "prisoner", "member", "barrel", "ton", "tonne", "case", "piece", "bag", "round", "head", "acre", "hectare",
    "litre",
})  # fmt: skip
_STATES = frozenset({
    "dead", "injured", "wounded", "missing", "killed", "hurt", "displaced", "homeless", "arrested", "detained",
    "trapped",
})  # fmt: skip
# verbs whose counted but unnamed patients are people
_TO_PEOPLE = frozenset({
    "kill", "injure", "wound", "arrest", "detain", "displace", "evacuate", "hospitalize", "hospitalise", "rescue",
    "die", "drown", "perish", "survive", "flee", "execute", "jail", "release", "free", "hurt", "abduct", "kidnap",
    "trap", "treat", "bury",
})  # fmt: skip
_CLIMB = 4


def label_number(number: Token) -> bool:
    """Whether the number names something rather than counts it: "Article 5", "Boeing 737", "Group of 20"."""
    before = number.nbor(-1) if number.i > 0 else None
    if before is None or before.i != number.i - 1:
        return False
    if number.head.i == number.i - 1 and number.dep_ in {"nummod", "nmod"} and number.head.pos_ in {"PROPN", "NOUN"}:
        return True
    if before.lower_.rstrip(".") in {"no", "article", "resolution", "flight", "chapter", "highway", "route", "section"}:
        return True
    return (
        before.lower_ == "of"
        and before.i > 0
        and before.nbor(-1).lower_ in {"group", "big", "gang"}
        and number.lower_.isdigit()
    )


def unit_of(doc: Doc, first: int, last: int) -> str:
    """The lemma phrase of what the tokens `first` to `last` (both within) count; empty where the text does not say."""
    number = doc[last]
    following = doc[last + 1] if last + 1 < len(doc) else None
    if following is not None and following.lower_ == "of" and following.sent == number.sent:
        told = _object(following)
        if told is not None:
            return phrase(told)
    if following is not None and following.lower_ in _STATES and following.head is not None:
        noun = following.head if following.dep_ == "amod" and following.head.i > following.i else None
        return phrase(noun) if noun is not None else following.lower_
    noun = (
        _climb(number, first)
        or (_climb(number.head, first) if number.dep_ == "conj" else None)
        or _next_noun(doc, last)
    )
    return phrase(noun) if noun is not None else _from_clause(number)


def phrase(noun: Token) -> str:
    """The noun's lemma with what tells its kind: compounds, adjectives, participles, "of war"; empty for a pronoun."""
    if noun.pos_ in {"PRON", "DET"}:
        return ""
    words = [
        _lemma(each)
        for each in noun.lefts
        if each.dep_ in {"compound", "amod"} and each.is_alpha and _lemma(each) not in _PLAIN
    ]
    words.append(_lemma(noun))
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and noun.lemma_.lower() in _OF_KIND:
            told = _object(child)
            if told is not None and told.pos_ in {"NOUN", "PROPN"}:
                words += ["of", _lemma(told)]
        elif child.dep_ == "acl" and child.tag_ == "VBN" and child.lower_ in _STATES:
            words.append(child.lower_)
    return " ".join(words[-5:])


def _lemma(token: Token) -> str:
    lemma = token.lower_ if token.lower_ in _STATES else token.lemma_.lower()
    return "people" if lemma in {"person", "persons", "individual"} else lemma


def _climb(number: Token, first: int) -> Token | None:
    at = number
    for _ in range(_CLIMB):
        if at.dep_ not in _LEFT or at.head.i <= at.i or at.head.i < first:
            break
        at = at.head
        if at.pos_ in {"NOUN", "PROPN"} and not at.like_num:
            return at
    return None


def _next_noun(doc: Doc, last: int) -> Token | None:
    """The noun right after the number, with adjectives between them at most; for what the parser attached elsewhere."""
    for token in doc[last + 1 : last + 4]:
        if token.tag_ in {"NNS", "NN"} and not token.like_num:
            return token if token.tag_ == "NNS" else None
        if token.pos_ not in {"ADJ", "PROPN"} or token.is_sent_start:
            return None
    return None


def _object(preposition: Token) -> Token | None:
    for child in preposition.children:
        if child.dep_ == "pobj" and child.i > preposition.i:
            inner = next((each for each in child.children if each.dep_ == "prep" and each.lower_ == "of"), None)
            return _object(inner) if inner is not None and child.like_num else child
    return None


def _from_clause(number: Token) -> str:
    """From the verb: "14 were killed" counts people, "the toll rose to 14" a toll, "the number of hurt is 14" hurt."""
    verb = number.head
    if number.dep_ == "pobj" and verb.lower_ in {"to", "at", "by", "from"}:
        verb = verb.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return ""
    subject = next((each for each in verb.lefts if each.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and subject.i != number.i and (subject.lemma_.lower() in _TOTALS or verb.lemma_ == "be"):
        of = next((each for each in subject.rights if each.dep_ == "prep" and each.lower_ == "of"), None)
        told = _object(of) if of is not None else None
        return phrase(told) if told is not None and subject.lemma_.lower() != "toll" else phrase(subject)
    if verb.lemma_.lower() in _TO_PEOPLE and number.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        return "people"
    return ""
