"""Which clauses may be told without the words above them, and what those words leave of a clause that may.

A clause that is believed, denied, not said, only planned to be said, asked or set as a condition is no claim of its
own: it is told with its governor or not at all.
"""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from variorum.annotate.cues import cue_of
from variorum.annotate.factivity import first_person, governing
from variorum.annotate.modality import infinitive, inverted, negated, real
from variorum.model.markup import Factivity

__all__ = ["Taken", "asked", "sealed", "taken", "taken_by", "told_apart", "unreal", "verb_above"]

_UP = 12  # verbs that may stand above a clause; beyond, the parse has failed
_NEAR = 8  # words above a word up to its verb
_KEEPS = ("deny", "urge", "offer", "ask")  # acts that are told with what they are about
_ASKING = {"whether", "if", "how", "why", "what", "who", "when", "where", "which"}
_OPENING = ("mark", "advmod", "nsubj", "nsubjpass", "dobj")
_ADDRESSED = {"tell", "inform", "advise", "assure", "notify", "warn", "remind"}  # passive: what he was told is not said
_CONDITIONS = {  # words whose clause is never told without the one above it
    "if", "unless", "whether", "than", "so", "once", "until", "till", "lest", "like", "before", "whenever", "wherever",
    "whatever", "whoever", "whichever", "provided", "providing", "assuming", "supposing",
}  # fmt: skip
_TIMES = {"when", "after"}  # of what will be or is wont to be, told with the clause above


@dataclass(frozen=True, slots=True)
class Taken:
    """How a governing word takes a clause, and the word; `carried` where the word is one that is told with it."""

    factivity: Factivity
    cue: Token
    carried: bool = False


def told_apart(verb: Token) -> bool:
    """Whether the clause of content below a verb may be told without it: it is plainly said, shown or known."""
    cue = cue_of(verb)
    if cue is None or cue.kind in _KEEPS:
        return False
    entry = governing(verb)
    if not real(_chain(verb)):
        modal = any(child.tag_ == "MD" for child in verb.lefts)
        return entry is not None and entry.projects and negated(verb) and not modal and not first_person(verb)
    if entry is not None and entry.carried:
        return entry.raises and entry.form == "verb" and first_person(verb) and verb.tag_ == "VBP"  # "I think"
    return not _receives(verb) and not _commands(verb)


def asked(verb: Token) -> bool:
    """Whether a clause is a question or its answer: "whether it rained", "what he said"."""
    return any(child.dep_ in _OPENING and child.lower_ in _ASKING for child in verb.lefts)


def unreal(verb: Token) -> bool:
    """Whether an adverbial clause is a condition, a comparison, or a time that is yet to come or comes often."""
    lefts = {child.lower_ for child in verb.lefts}
    if lefts & _CONDITIONS or inverted(verb) or _in_case(verb):
        return True
    if not lefts & _TIMES:
        return False
    if "when" in lefts and not _past(verb):
        return True
    return any(child.tag_ == "MD" for each in _chain(verb.head) for child in each.lefts)


def sealed(token: Token) -> bool:
    """Whether a verb above a clause keeps the clause, and all that depends on it, from being told alone."""
    for _ in range(_UP):
        head = token.head
        if head == token or token.dep_ == "relcl":
            return False
        if token.dep_ == "ccomp" and token.i > head.i and (asked(token) or not told_apart(head)):
            return True
        if token.dep_ in ("csubj", "csubjpass") or (token.dep_ == "advcl" and unreal(token)):
            return True
        token = head
    return True


def verb_above(token: Token) -> Token:
    """The nearest verb above a word; where none is near, the root or the last word looked at."""
    above = token.head
    for _ in range(_NEAR):
        if above.pos_ in ("VERB", "AUX") or above.head == above:
            break
        above = above.head
    return above


def taken(verb: Token) -> Taken | None:
    """How the nearest verb above a clause of content takes it; None where no verb of saying or thinking governs it."""
    first = verb
    for _ in range(_UP):
        if first.dep_ != "conj":
            break
        first = first.head
    above = first.head
    if first.dep_ != "ccomp" or above == first:
        return None
    return taken_by(above)


def taken_by(verb: Token) -> Taken | None:
    """How a verb takes what stands below it: by its entry, or open where it is a plain verb of saying."""
    entry = governing(verb)
    if entry is not None:
        return Taken(entry.factivity, verb, entry.carried)
    return Taken("nonfactive", verb) if cue_of(verb) is not None else None


def _chain(verb: Token) -> tuple[Token, ...]:
    """The verbs from the one that an infinitive hangs on down to the verb: "went on to say", "wrote to say"."""
    found = [verb]
    while (found[0].dep_ == "xcomp" or (found[0].dep_ == "advcl" and infinitive(found[0]))) and len(found) < _UP:
        found.insert(0, found[0].head)
    return tuple(found)


def _receives(verb: Token) -> bool:
    return verb.lemma_ in _ADDRESSED and any(
        child.dep_ == "auxpass" or (child.dep_ == "nsubjpass" and child.lower_ != "it") for child in verb.lefts
    )


def _commands(verb: Token) -> bool:
    """ "Imagine that", "say it were so": a bare verb with neither subject nor helper."""
    bare = verb.tag_ == "VB" and verb.dep_ == "ROOT"
    return bare and not any(child.dep_ in ("aux", "nsubj", "nsubjpass", "expl") for child in verb.lefts)


def _in_case(verb: Token) -> bool:
    doc, start = verb.doc, verb.left_edge.i
    words = [token.lower_ for token in doc[max(0, start - 2) : min(start + 3, verb.i)]]
    return ("in", "case") in pairwise(words)


def _past(verb: Token) -> bool:
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    return any(each.tag_ == "VBD" for each in (*helpers, verb)) and not infinitive(verb)
