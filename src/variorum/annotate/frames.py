"""Who does what to whom: the frame of a clause, read off the parse, with members of the cast at its arguments.

A verb that only says how real another one is (plan, agree, refuse, want to) yields its place to it: "refused to
attend" is a frame of attending; `modality` keeps what it said.
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from variorum.annotate.clauses import Clause
from variorum.annotate.context import Context
from variorum.annotate.cues import lemma_of
from variorum.annotate.modality import governs
from variorum.annotate.voices import Cast, phrase_of
from variorum.model.markup import Argument, Frame

__all__ = ["Framed", "framed"]

Tense = Literal["past", "present", "future", "none"]
_OBJECTS = ("dobj", "oprd")
_LEAVES = {"punct", "cc", "mark", "aux", "auxpass", "neg", "prt", "relcl", "advcl", "conj", "parataxis"}
_ONCE = ("complement", "patient")  # roles that a second word would only fill by a mistake of the parse
_DOWN = 3  # verbs that may stand above the one that says what happens


@dataclass(frozen=True, slots=True)
class Framed:
    """A frame with the chain of verbs that led to it, the outermost first, its own last."""

    frame: Frame
    chain: tuple[Token, ...]


def framed(context: Context, cast: Cast, clause: Clause, speaker: int | None) -> Framed:
    """The frame of a clause; `speaker` is the referent behind "I" and "we" in what somebody says."""
    verb = context.doc[clause.head]
    chain = [verb]
    subject = _subject(verb) or (context.doc[clause.subject] if clause.subject is not None else None)
    passive = _passive(verb)
    while len(chain) <= _DOWN:
        lower = governs(chain[-1])
        if lower is None or not clause.start <= lower.i < clause.end:
            break
        inner = next((child for child in chain[-1].rights if child.dep_ == "dobj" and child.i < lower.i), None)
        own = _subject(lower)
        if own is not None or inner is not None:
            subject = own if own is not None else inner
        passive = _passive(lower)
        chain.append(lower)
    last = chain[-1]
    roles = _roles(context, last, subject, passive, clause)
    arguments = tuple(_argument(context, cast, role, token, speaker) for role, token in roles)
    head_span = context.at(last.idx, last.idx + len(last))
    copular = lemma_of(last) == "be" and any(
        child.dep_ in ("attr", "acomp") or child.dep_ == "prep" for child in last.children
    )
    return Framed(Frame(_predicate(last), head_span, arguments, _tense(chain), copular), tuple(chain))


def _predicate(verb: Token) -> str:
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), "")
    return f"{lemma_of(verb)} {particle}".strip()


def _subject(verb: Token) -> Token | None:
    found = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if found is not None and found.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head
    return found


def _passive(verb: Token) -> bool:
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    ):
        return any(child.dep_ == "auxpass" for child in verb.head.children)
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def _roles(
    context: Context, verb: Token, subject: Token | None, passive: bool, clause: Clause
) -> list[tuple[str, Token]]:
    """The head words of a verb's arguments within its clause, with their roles."""
    found: list[tuple[str, Token]] = []
    if subject is not None:
        found.append(("patient" if passive else "agent", subject))
    for child in verb.children:
        if child.dep_ in _LEAVES or child == subject or not clause.start <= child.i < clause.end:
            continue
        if child.dep_ == "agent":
            found.extend(("agent", each) for each in child.children if each.dep_ == "pobj")
        elif child.dep_ in _OBJECTS:
            found.append(("patient" if child.dep_ == "dobj" else "complement", child))
        elif child.dep_ == "dative":
            found.extend(("recipient", each) for each in _objects(child) or [child])
        elif child.dep_ in ("attr", "acomp", "xcomp", "ccomp"):
            found.append(("complement", child))
        elif child.dep_ == "prep":
            found.extend((child.lower_, each) for each in _objects(child))
        elif child.dep_ == "npadvmod" and _timed(context, child):
            found.append(("when", child))
    return [
        pair for at, pair in enumerate(found) if pair[0] not in _ONCE or pair[0] not in [role for role, _ in found[:at]]
    ]


def _timed(context: Context, token: Token) -> bool:
    """Whether a time expression covers the word; where none were looked for, its kind of entity tells."""
    if context.marked.timexes:
        return any(each.span.start <= token.idx < each.span.end for each in context.marked.timexes)
    return token.ent_type_ in ("DATE", "TIME")


def _objects(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep_ in ("pobj", "pcomp")]


def _argument(context: Context, cast: Cast, role: str, token: Token, speaker: int | None) -> Argument:
    doc = context.doc
    start, end = phrase_of(token) if token.pos_ not in ("VERB", "AUX") else (token.left_edge.i, token.right_edge.i + 1)
    referent = cast.referent(token)
    if referent is None and token.lower_ in ("i", "me", "we", "us", "myself", "ourselves"):
        referent = speaker
    last = doc[end - 1]
    return Argument(
        role,
        context.at(doc[start].idx, last.idx + len(last)),
        token.lemma_.lower() if token.pos_ != "PROPN" else token.text,
        referent,
    )


def _tense(chain: list[Token]) -> Tense:
    """Of the outermost verb, or the clause that it is told with: what stands below a wish has no tense."""
    verb = next((each for each in reversed(chain) if each.dep_ == "ccomp"), chain[0])
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & {"will", "wo", "'ll", "’ll", "shall"}:
        return "future"
    for token in (*helpers, verb):
        if token.tag_ == "VBD" or token.lower_ in ("would", "could", "might"):
            return "past"
        if token.tag_ in ("VBZ", "VBP", "MD"):
            return "past" if token.lemma_ == "have" and token.dep_ == "aux" else "present"
    if verb.tag_ == "VBN" and verb.dep_ in ("ROOT", "conj"):
        return "past"
    return "none"
