"""Cuts sentences into clauses: each with one proposition, in one contiguous stretch of the account's words.

A coordinate clause, a clause of content, a relative clause that only adds, a participle with an object of its own and
an adverbial clause with its own subject stand alone, and so does an adjunct that states something beside its clause;
what only completes another verb stays with it. A stretch is cut where a clause of its own stands at its edge; a short
one inside stays in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from variorum.annotate.adjuncts import Adjunct, adjuncts_of, size_of
from variorum.annotate.cues import according_to, cue_of, noun_of
from variorum.annotate.governors import asked, sealed, told_apart, unreal, verb_above
from variorum.annotate.modality import infinitive, negated

__all__ = ["Clause", "ClauseKind", "clauses_of", "own_subject"]

ClauseKind = Literal[
    "main", "coordinate", "content", "relative", "participial", "adverbial", "purpose", "circumstance", "whole", "toll"
]
_LEAST = 3  # tokens without marks: a shorter stretch says nothing on its own
_SENTENCE = 5  # tokens that a sentence has whose verb the parser does not see
_LISTED = 40  # tokens: beyond, it is a list or a table
_INSET = 9  # tokens: a longer clause of its own between subject and verb is left out, and the subject with it
_ANTECEDENT = 16  # tokens of a noun phrase before its relative clause
_LABEL = 4  # tokens, the colon counted
_OPEN = ("whether", "if", "unless")  # without it, a question or a condition reads as a statement
_CAUSE = {"because"}  # told both with its main clause and alone
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_TELLS = 6  # tokens of a relative clause that tells a deed
_DEED = ("dobj", "prep", "npadvmod", "agent")
_ANY = {"any", "every", "each", "no", "none", "anyone", "everyone", "nobody", "anybody", "those", "all", "whoever"}
_WHEN = {"way", "time", "day", "moment", "reason", "year", "month", "week", "night", "place", "one"}
_EDGE = {"CCONJ", "PUNCT", "SPACE"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its verb, its token range `[start, end)`, and the head word of a subject that it shares, if so.

    `cut` is the verb inside whose content stands after the clause as a claim of its own, and where that content ends.
    """

    head: int
    start: int
    end: int
    kind: ClauseKind
    subject: int | None = None
    cut: tuple[int, int] | None = None


def clauses_of(doc: Doc, start: int, end: int) -> tuple[Clause, ...]:
    """The clauses of the tokens `[start, end)` of one sentence, in the order of their first words."""
    kinds = {token.i: kind for token in doc[start:end] if (kind := _kind(token)) is not None}
    beside = {at: each for at, each in adjuncts_of(doc, start, end).items() if at not in kinds}
    kinds |= {at: each.kind for at, each in beside.items()}
    clauses = (_clause(doc[at], kinds, beside, start, end) for at in kinds)
    found = [clause for clause in clauses if clause is not None]
    found.extend(_rest(doc, kinds, found, start, end))
    return tuple(sorted(found, key=lambda clause: (clause.start, clause.end)))


def _rest(doc: Doc, kinds: dict[int, ClauseKind], found: list[Clause], start: int, end: int) -> Iterator[Clause]:
    """What stands around a root that the parser takes for no verb: a sentence all the same, if it has one somewhere."""
    for root in (token for token in doc[start:end] if token.dep_ == "ROOT" and token.i not in kinds):
        clause = _clause(root, {**kinds, root.i: "whole"}, {}, start, end)
        if clause is None or any(each.start <= clause.start and clause.end <= each.end for each in found):
            continue
        inside = doc[clause.start : clause.end]
        if _SENTENCE <= clause.end - clause.start <= _LISTED and any(
            token.pos_ in ("VERB", "AUX") and token.i not in kinds for token in inside
        ):
            yield clause


def _kind(token: Token) -> ClauseKind | None:
    """The kind of clause that a token is the verb of; None where it stays in another clause, or is no verb."""
    dep = token.dep_
    if not _verbal(token):
        return None
    if dep == "ROOT":
        return "main"
    if dep == "relcl":
        return "relative" if _adds(token) or _tells(token) else None
    kind: ClauseKind | None = None
    if dep in ("parataxis", "dep"):
        kind = "main" if own_subject(token) is not None and _finite(token) else None
    elif dep == "conj":
        kind = _conjunct(token)
    elif dep == "ccomp":
        kind = "content" if _content(token) else None
    elif dep in ("advcl", "acl"):
        kind = _adverbial(token)
    return kind if kind is not None and not sealed(token) else None


def _verbal(token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX"):
        return True
    return token.dep_ in ("ROOT", "conj", "ccomp") and any(
        child.dep_ in ("aux", "auxpass", "cop") for child in token.lefts
    )


def _finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in verb.lefts)


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on a verb itself; None where it shares or lacks one."""
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _conjunct(token: Token) -> ClauseKind | None:
    """A coordinate verb stands alone where it is finite, or has its own subject, and what it says has some length."""
    first = token
    for _ in range(12):
        if first.dep_ != "conj":
            break
        first = first.head
    if not _verbal(first):
        return "coordinate" if own_subject(token) is not None and _finite(token) else None
    if any(child.dep_ == "mark" and child.lower_ in _OPEN for child in token.lefts):
        return None
    above = _kind(first) if first.dep_ != "conj" else None
    if own_subject(token) is not None and _finite(token):
        return "coordinate" if above is not None or not _finite(first) else None
    if above is None or first.dep_ == "acl" or not _joined(token):
        return None
    alike = _finite(token) or (token.tag_ == first.tag_ and (token.tag_ in ("VBN", "VBG") or _modal(first)))
    return "coordinate" if alike and _content_size(token) >= _LEAST else None


def _modal(verb: Token) -> bool:
    """Whether a verb has a modal that a coordinate verb may share: "will stop the tests and close the site"."""
    return any(child.tag_ == "MD" for child in verb.lefts) and not negated(verb)


def _joined(token: Token) -> bool:
    """Whether a conjunction or a mark stands before a coordinate verb without a subject; else the parse has slipped."""
    at = token.left_edge.i - 1
    while at > 0 and (token.doc[at].pos_ in ("ADV", "PART") or token.doc[at].is_quote):
        at -= 1
    return at >= 0 and (token.doc[at].pos_ == "CCONJ" or token.doc[at].is_punct)


def _content_size(token: Token) -> int:
    return sum(1 for each in token.doc[token.i : token.right_edge.i + 1] if not each.is_punct)


def _content(token: Token) -> bool:
    """A clause that somebody says or shows, or one before a verb that neither says nor thinks it."""
    if own_subject(token) is None or not _finite(token) or asked(token):
        return False
    start = token.left_edge.i
    if start > 0 and noun_of(token.doc[start - 1]) is not None:
        return False  # "said amid fears it could fall"
    return told_apart(token.head) or (token.i < token.head.i and cue_of(token.head) is None)


def _adds(token: Token) -> bool:
    """A relative clause that only adds: a comma before, a relative word, and some length."""
    start = token.left_edge.i
    if start == 0 or token.doc[start - 1].text not in (",", "—", "–", "-", "("):
        return False
    if any(child.dep_ == "ccomp" and asked(child) for child in token.rights):
        return False  # ", which was whether"
    return _content_size(token) + token.i - start >= 4


def _tells(token: Token) -> bool:
    """A relative clause that tells what somebody or something did: "the ship that sank off Malta in March"."""
    if not _finite(token) or token.tag_ not in ("VBD", "VBN") or size_of(token) < _TELLS or negated(token.head):
        return False
    if token.head.lemma_.lower() in _WHEN or any(child.lower_ in _ANY for child in (token.head, *token.head.lefts)):
        return False
    if any(infinitive(child) and any(each.lemma_ == "be" for each in (child, *child.lefts)) for child in token.rights):
        return False  # "considers the land that it took to be its own": the parse has slipped
    return _closes(token) and any(child.dep_ in _DEED for child in token.rights)


def _closes(token: Token) -> bool:
    """Whether a relative clause stands at the end of the clause around it, so that it leaves a whole one before it."""
    after = token.right_edge.i + 1
    if after < len(token.doc) and not (token.doc[after].is_punct or token.doc[after].pos_ == "CCONJ"):
        return False
    return verb_above(token.head).i < token.head.i


def _adverbial(token: Token) -> ClauseKind | None:
    marks = [child.lower_ for child in token.lefts if child.dep_ in ("mark", "advmod")]
    if unreal(token) or _asked(token):
        return None
    before = token.doc[token.left_edge.i - 1].text if token.left_edge.i else ""
    if own_subject(token) is not None and _finite(token):
        return "adverbial" if size_of(token) >= 5 and token.dep_ == "advcl" else None
    if (
        token.tag_ == "VBG"
        and not marks
        and size_of(token) >= _LEAST
        and (before in (",", "—", "–") or token.i < token.head.i)
    ):
        return "participial" if any(child.dep_ not in ("punct", "advmod") for child in token.rights) else None
    return None


def _asked(token: Token) -> bool:
    """A question inside a sentence: "it is not known when the line will open"."""
    if not any(child.tag_ == "WRB" for child in token.lefts) or token.i < token.head.i:
        return False
    return cue_of(token.head) is not None and not any(child.dep_ == "dobj" for child in token.head.children)


def _clause(
    verb: Token, kinds: Mapping[int, ClauseKind], beside: Mapping[int, Adjunct], start: int, end: int
) -> Clause | None:
    """The stretch of a clause: its subtree without clauses of their own at its edges. `beside`: the adjuncts."""
    doc = verb.doc
    low, high = max(start, verb.left_edge.i), min(end, verb.right_edge.i + 1)
    cut = None
    for hole in _holes(verb, kinds, start, end):
        last = high
        low, high = _less(verb, hole, low, high)
        if high < last:
            cut = (hole.head.i, last) if kinds.get(hole.i) == "content" and hole.head.i < hole.i else None
    shared = None
    adjunct = beside.get(verb.i)
    head = adjunct.head if adjunct else verb
    subject = own_subject(head)
    if kinds[verb.i] == "relative" and verb.head.i < low:
        low, shared = _antecedent(verb, low)
    elif subject is None or not low <= subject.i < high:
        shared = _shared(adjunct.below if adjunct else head) if subject is None else subject.i
    low, high = _trimmed(verb, low, high)
    words = sum(1 for each in doc[low:high] if not each.is_punct)
    if words < _LEAST or not low <= head.i < high:
        return None
    return Clause(head.i, low, high, kinds[verb.i], shared, cut)


def _holes(verb: Token, kinds: Mapping[int, ClauseKind], start: int, end: int) -> Iterator[Token]:
    """The verbs of the clauses nearest below this one that stand alone."""
    stack = list(verb.children)
    while stack:
        token = stack.pop()
        if not start <= token.i < end:
            continue
        if according_to(token) is not None:
            yield token
        elif token.i in kinds:
            if not (kinds[token.i] == "adverbial" and any(each.lower_ in _CAUSE for each in token.lefts)):
                yield token
        else:
            stack.extend(token.children)


def _less(verb: Token, hole: Token, low: int, high: int) -> tuple[int, int]:
    first, last = hole.left_edge.i, hole.right_edge.i + 1
    if last <= verb.i:  # before the verb
        subject = own_subject(verb)
        inside = subject is not None and subject.left_edge.i < first
        if not inside or last - first > _INSET:
            low = max(low, last)
    elif first > verb.i:
        rest = sum(1 for each in verb.doc[last:high] if not each.is_punct)
        if rest == 0 or last - first > _INSET or rest <= _LEAST:
            high = min(high, first)
    return low, high


def _antecedent(verb: Token, low: int) -> tuple[int, int | None]:
    """A relative clause reads from its antecedent on, where that is short and right before it."""
    if any(child.tag_ == "WRB" for child in verb.lefts):
        while verb.doc[low].tag_ == "WRB" or verb.doc[low].is_punct:
            low += 1
        return low, None
    noun = verb.head
    begin = noun.left_edge.i
    return (begin if low - begin <= _ANTECEDENT else low), noun.i


def _shared(verb: Token) -> int | None:
    """The subject of the verb that this one is coordinate with, or hangs on."""
    token = verb
    for _ in range(8):
        if token.dep_ == "acl":
            return token.head.i
        if token.head == token:
            return None
        token = token.head
        subject = own_subject(token)
        if subject is not None and subject.dep_ != "expl":
            if subject.lower_ in ("who", "which", "that") and token.dep_ == "relcl":
                return token.head.i
            return subject.i
    return None


def _trimmed(verb: Token, low: int, high: int) -> tuple[int, int]:
    """Without marks and conjunctions at the ends; "while" stays where it belongs to words inside."""
    doc = verb.doc
    opens = ("mark", "advmod") if verb.dep_ in ("advcl", "ccomp", "conj") else ("mark",)
    while low < high and (
        doc[low].pos_ in _EDGE
        or (
            doc[low].dep_ in opens
            and doc[low].pos_ == "SCONJ"
            and doc[low].head == verb
            and doc[low].lower_ not in _OPEN
        )
    ):
        low += 1
    if (
        verb.dep_ == "ccomp"
        and low < verb.i
        and doc[low].lower_ == "that"
        and doc[low].dep_ in ("dobj", "nsubj", "mark")
    ):
        low += doc[low].dep_ != "nsubj"
    if verb.lower_ == "by" and low == verb.i:
        low += 1  # "by urging restraint"
    low = _after_label(verb, low)
    while high > low and (doc[high - 1].pos_ in _EDGE or doc[high - 1].dep_ in ("mark", "cc")):
        high -= 1
    return low, high


def _after_label(verb: Token, low: int) -> int:
    """Past a label such as "Why:" at the head of a line."""
    for at in range(low, min(low + _LABEL, verb.i)):
        if verb.doc[at].text == ":":
            return at + 1
    return low
