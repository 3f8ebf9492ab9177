"""Which way from the day of publication a verb points: back, ahead, or neither."""

from spacy.tokens import Token

__all__ = ["direction"]

# verbs whose infinitives and objects lie ahead, however they are inflected; from general knowledge
_AHEAD = frozenset({
    "expect", "plan", "schedule", "slate", "hope", "intend", "vow", "promise", "propose", "aim", "prepare", "due",
    "ready", "likely", "set", "invite", "await", "anticipate", "postpone", "adjourn", "pledge", "threaten", "bill",
    "poise", "urge", "ask", "call", "agree",
})  # fmt: skip
_STARTS = frozenset({
    "begin", "start", "open", "resume", "expire", "take", "close", "end", "meet", "vote", "leave", "arrive", "face",
})  # fmt: skip
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_MAY = frozenset({"may", "might", "can", "could", "should", "must", "would", "'d", "’d"})
_CLIMB = 7  # heads that are looked at upwards


def direction(token: Token) -> int:
    """-1 where the governing verb tells of the past, 1 where of what lies ahead, 0 where it does not say."""
    at, steps = token, 0
    while steps < _CLIMB and at.pos_ not in {"VERB", "AUX"} and at.head is not at:
        if at.lower_ in {"due", "ready", "likely"}:
            return 1
        at, steps = at.head, steps + 1
    if at.pos_ not in {"VERB", "AUX"}:
        return 0
    return _of_verb(at, _CLIMB)


def _of_verb(verb: Token, left: int) -> int:
    helpers = [each for each in verb.children if each.dep_ in {"aux", "auxpass"}]
    words = {each.lower_ for each in helpers}
    if words & _WILL:
        return 1
    if any(each.tag_ == "VBD" or each.lower_ in {"has", "have", "'ve", "’ve"} for each in helpers):
        return 1 if verb.lemma_ in _AHEAD and verb.tag_ == "VBN" else -1
    if words & _MAY:
        return 1
    above = verb.head if verb.head is not verb and left else None
    if verb.tag_ == "VB" and "to" in words:
        if above is None:
            return 1
        return 1 if above.lemma_.lower() in _AHEAD or above.lower_ in {"is", "are", "due"} else _upwards(above, left)
    if verb.tag_ == "VBD":
        return 1 if verb.lemma_ in _AHEAD and verb.dep_ in {"acl", "amod"} else -1
    if verb.tag_ == "VBN":
        return 1 if verb.lemma_ in _AHEAD else -1
    if verb.tag_ in {"VBZ", "VBP"}:
        return 1 if verb.lemma_ in _STARTS else 0
    if verb.tag_ == "VBG":
        if any(each.lower_ in {"is", "are", "'s", "’s", "'re", "’re", "am"} for each in helpers):
            return 1
        return _upwards(above, left) if above is not None else 0
    return 0


def _upwards(token: Token, left: int) -> int:
    while token.pos_ not in {"VERB", "AUX"} and token.head is not token and left:
        token, left = token.head, left - 1
    return _of_verb(token, left - 1) if token.pos_ in {"VERB", "AUX"} and left > 0 else 0
