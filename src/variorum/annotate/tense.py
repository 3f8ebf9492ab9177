"""Which way from the day of publication a verb points: back, ahead, or neither."""

from spacy.tokens import Token

__all__ = ["direction", "past_above"]

# what their participles and infinitives govern lies ahead ("expected on Friday", "plans to vote in May")
_AHEAD = frozenset({
    "expect", "plan", "schedule", "slate", "intend", "aim", "prepare", "due", "ready", "likely", "await",
    "anticipate", "postpone", "bill", "poise", "pencil", "earmark", "forecast",
})  # fmt: skip
# only what their infinitive governs lies ahead ("agreed to meet on Friday", not "agreed on Friday")
_TOWARDS = frozenset({
    "hope", "vow", "promise", "propose", "set", "invite", "pledge", "threaten", "urge", "ask", "call", "agree",
    "want", "decide", "need", "seek", "offer", "refuse", "order", "tell", "warn", "commit", "be", "have", "go",
    "about", "continue",
})  # fmt: skip
_SAYING = frozenset({
    "say", "tell", "report", "write", "show", "claim", "add", "note", "confirm", "quote", "cite", "read", "recall",
    "remember", "describe", "explain", "admit", "insist", "allege", "suggest", "argue", "state", "announce", "reveal",
    "mark",
})  # fmt: skip
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_MAY = frozenset({"may", "might", "can", "should", "must", "would", "'d", "’d"})
_CLIMB = 7  # heads that are looked at upwards


def direction(token: Token) -> int:
    """-1 where the governing words tell of the past, 1 (present) or 2 (future) where of what lies ahead, else 0."""
    at, steps, hint = token, 0, 0
    while steps < _CLIMB and at.pos_ not in {"VERB", "AUX"} and at.head is not at:
        word = at.lower_
        if word == "since":
            return -1
        if word in {"due", "ready", "likely"}:
            return 2
        if word in {"until", "till", "through", "by", "before", "from"} and not hint:
            hint = 1
        at, steps = at.head, steps + 1
    if at.pos_ not in {"VERB", "AUX"}:
        return hint
    told = _of_verb(at, _CLIMB)
    if told < 0 and token.head.lower_ in {"until", "till", "through"}:
        return 0  # "gave them until Friday", "waited until Friday"
    return told or hint


def past_above(token: Token) -> bool:
    """Whether the clause tells of the past, though what stands nearest is an infinitive below a noun."""
    for _ in range(_CLIMB):
        if token.tag_ == "VBD" and token.pos_ == "VERB":
            return token.lemma_ not in _AHEAD | _TOWARDS
        if token.head is token or token.tag_ in {"VBZ", "VBP", "MD"}:
            return False
        token = token.head
    return False


def _of_verb(verb: Token, left: int) -> int:
    helpers = [each for each in verb.children if each.dep_ in {"aux", "auxpass"}]
    words = {each.lower_ for each in helpers}
    above = verb.head if verb.head is not verb and left else None
    if words & _WILL:
        return 2
    if "to" in words:
        return _of_infinitive(above, left)
    if words & {"has", "have", "had", "'ve", "’ve"}:
        return -1
    if words & _MAY:
        return 2
    ahead = verb.lemma_ in _AHEAD or (verb.lemma_ == "set" and any(each.lower_ == "for" for each in verb.children))
    if any(each.tag_ == "VBD" for each in helpers) or verb.tag_ == "VBD":
        return 2 if ahead and verb.tag_ == "VBN" else -1
    if verb.tag_ == "VBN":
        present = words & {"is", "are", "'s", "’s", "'re", "’re", "be", "being"}
        return 2 if ahead or words & {"be"} else (0 if present else -1)
    if verb.tag_ in {"VBZ", "VBP"}:
        return -1 if verb.lemma_ in _SAYING else 1
    if verb.tag_ == "VBG":
        if words & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
            return 1
        return _upwards(above, left) if above is not None else 0
    return 0


def _of_infinitive(above: Token | None, left: int) -> int:
    if above is not None and any(each.lower_ in {"had", "'d"} for each in above.children):
        return -1  # "had been due to expire on Friday"
    if above is None or above.pos_ in {"NOUN", "PROPN", "ADJ"} or above.lemma_ in _AHEAD or above.lemma_ in _TOWARDS:
        return 2
    return _upwards(above, left)


def _upwards(token: Token, left: int) -> int:
    while token.pos_ not in {"VERB", "AUX"} and token.head is not token and left:
        token, left = token.head, left - 1
    return _of_verb(token, left - 1) if token.pos_ in {"VERB", "AUX"} and left > 0 else 0
