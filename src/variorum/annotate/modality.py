"""How real an account says a thing is: polarity with its scope, modality with its cue, and hedges.

The outermost word decides: "refused to attend" is refused, "may refuse to attend" is possible. Negation counts only in
the verbs that lead to the proposition, and on its subject; a negation inside an object is the object's.
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from variorum import lang
from variorum.annotate.cues import lemma_of
from variorum.annotate.factivity import governing, governing_adjective
from variorum.model.markup import Modality, Polarity

__all__ = [
    "Degree", "degree_of", "finite", "governs", "hedged", "infinitive", "inverted", "modality_of_content", "negated",
    "real", "takes_infinitive",
]  # fmt: skip


_INVERTED = ("should", "had", "were")


@dataclass(frozen=True, slots=True)
class _Modal:
    id: str
    cue: str
    form: str  # aux, verb, adverb, adjective, conjunction
    modality: Modality
    takes: str = ""  # what a verb takes: "to", "ing", "object", "that"


@dataclass(frozen=True, slots=True)
class Degree:
    """Polarity and modality of a clause, and the token range of the words that say the modality."""

    polarity: Polarity
    modality: Modality
    cue: tuple[int, int] | None = None


def governs(verb: Token) -> Token | None:
    """The verb below one that says how real it is: attend in "plans to attend", fail in "believes it will fail"."""
    if verb.lemma_ == "be":
        return _below_be(verb)
    words = _words(verb)
    for child in verb.children:
        if child.dep_ not in ("xcomp", "ccomp") or (child.i < verb.i and child.dep_ == "xcomp"):
            continue
        form = _form(child)
        if form == "that":
            if _carries(verb, words):
                return child
        elif any((word, form) in _modals("verb") or word in _negations("verb") for word in words):
            return child
    return None


def _carries(verb: Token, words: list[str]) -> bool:
    """Whether a verb is told with its clause and says how real that is; a negated one says so only if it raises."""
    if any(word in _negations("that") for word in words):
        return True
    entry = governing(verb)
    return entry is not None and entry.carried and (entry.raises or not negated(verb))


def _below_be(verb: Token) -> Token | None:
    governed = governing_adjective(verb)
    if governed is not None and governed[1].carried and (governed[1].raises or not negated(verb)):
        clause = next((child for child in (*verb.rights, *governed[0].rights) if child.dep_ == "ccomp"), None)
        if clause is not None:
            return clause
    adjective = next((child for child in verb.rights if child.dep_ in ("acomp", "attr") and _adjective(child)), None)
    holder = adjective if adjective is not None else verb
    lower = next((child for child in holder.rights if child.dep_ == "xcomp" and infinitive(child)), None)
    if adjective is not None or lower is None:
        return lower
    said = any(verb.i < child.i < lower.i and child.dep_ in ("acomp", "attr", "prep") for child in verb.rights)
    return None if said else lower  # "is to attend", not "it is wise to attend"


def real(chain: tuple[Token, ...]) -> bool:
    """Whether the verbs from the outermost to the last say plainly that the last is done: no denial, modal or plan."""
    for verb, below in zip(chain, (*chain[1:], None), strict=True):
        if negated(verb) or _auxiliary(verb) is not None:
            return False
        if below is not None and _own(verb, below) != (None, False):
            return False
    return True


def degree_of(chain: tuple[Token, ...], start: int) -> Degree:
    """Of the verbs from the outermost to the proposition's own, within the clause that starts at a token."""
    negative = False
    found: tuple[Modality, tuple[int, int]] | None = None
    for place, verb in enumerate(chain):
        negative ^= negated(verb, start)
        if found is None:
            found = _condition(verb, start) or _auxiliary(verb) or _adverb(verb)
        below = chain[place + 1] if place + 1 < len(chain) else None
        mine, minus = _own(verb, below)
        negative ^= minus
        if mine is not None and mine[0] == "possible" and below is not None and _ahead(below):
            mine = None  # "believes it will fail" is expected
        if minus and mine is not None and negated(verb, start):
            mine = None  # "did not refuse", "did not deny"
        found = found or mine
        if (
            found is not None
            and found[0] in ("expected", "planned")
            and mine is not None
            and mine[0] in ("planned", "committed")
        ):
            found = mine
    if found is None:
        return Degree("negative" if negative else "positive", "asserted")
    return Degree("negative" if negative else "positive", *found)


def _ahead(verb: Token) -> bool:
    found = _auxiliary(verb)
    return found is not None and found[0] in ("planned", "expected") and not infinitive(verb)


def modality_of_content(cue: str) -> Modality | None:
    """What a reporting word says of a clause that it reports: "denied that", "hopes that"; None for plain saying."""
    return _modals("verb").get((cue, "that"))


def hedged(text: str) -> bool:
    """Whether the words hold back: a hedge of the lexicon stands among them."""
    words = f" {' '.join(text.lower().replace(',', ' ').split())} "
    return any(f" {hedge} " in words for hedge in lang.words("en", "hedges", "text"))


def _words(verb: Token) -> list[str]:
    lemma = lemma_of(verb)
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), None)
    if particle is not None:
        return [f"{lemma} {particle}"]
    after = next((child.lower_ for child in verb.rights if child.dep_ == "prep" and child.i - verb.i <= 4), None)
    return [f"{lemma} {after}", lemma] if after is not None else [lemma]


def _form(verb: Token) -> str:
    """How a verb stands below another: "to", "ing" or "that"; only a denial is carried into a clause with "that"."""
    return "to" if infinitive(verb) else "ing" if verb.tag_ == "VBG" else "that"


def infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def finite(verb: Token) -> bool:
    """Whether a verb below another has a clause of its own: "believes that it will fail", not "wants to fail"."""
    return _form(verb) == "that"


def takes_infinitive(verb: Token) -> bool:
    """Whether a verb says of what stands below it with "to" how real it is: plan, agree, refuse; not come, begin."""
    table = _modals("verb")
    return any(table.get((word, "to"), "asserted") != "asserted" or word in _negations("verb") for word in _words(verb))


def _adjective(token: Token) -> bool:
    return token.lower_ in _modals_by("adjective") or token.lower_ in _negations("adjective")


def negated(verb: Token, start: int = 0) -> bool:
    """Whether a word from the token `start` on negates the verb or empties its subject."""
    words = _negations("word")
    for child in verb.children:
        if child.i < start:
            continue
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj") and child.lower_ in words):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "attr", "dobj", "expl") and _empty(child, words):
            return True
    return False


def _empty(noun: Token, words: frozenset[str]) -> bool:
    """ "nobody", "no talks", "none of them"; not "no more than three"."""
    if noun.lower_ in words:
        return True
    return any(child.dep_ in ("det", "neg") and child.lower_ in ("no", "neither") for child in noun.lefts)


def _condition(verb: Token, start: int) -> tuple[Modality, tuple[int, int]] | None:
    table = _modals_by("conjunction")
    for child in verb.children:
        if child.dep_ == "advcl" and child.i > start:
            mark = next((each for each in child.lefts if each.dep_ == "mark" and each.lower_ in table), None)
            if mark is not None and mark.lower_ != "whether" and verb.doc[mark.i - 1].lower_ != "as":
                return table[mark.lower_], (mark.i, mark.i + 1)
            if mark is None and inverted(child):
                return "conditional", (child.left_edge.i, child.left_edge.i + 1)
        elif child.dep_ == "mark" and child.lower_ in table and verb.dep_ == "advcl":
            return table[child.lower_], (child.i, child.i + 1)
    return None


def inverted(verb: Token) -> bool:
    """A condition without "if": "should the talks fail", "had he known"."""
    subject = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    first = verb.left_edge
    return subject is not None and first.head == verb and first.dep_ == "aux" and first.lower_ in _INVERTED


def _auxiliary(verb: Token) -> tuple[Modality, tuple[int, int]] | None:
    table = _modals_by("aux")
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB" and not any(verb.lefts):
        return _auxiliary(verb.head)  # "will stop the tests and close the site"
    for child in verb.lefts:
        if child.dep_ == "aux" and child.tag_ == "MD" and child.lower_ in table:
            return table[child.lower_], (child.i, child.i + 1)
    if verb.lower_ == "going" and any(child.dep_ == "xcomp" and infinitive(child) for child in verb.rights):
        return "planned", (verb.i, verb.i + 1)
    return None


def _adverb(verb: Token) -> tuple[Modality, tuple[int, int]] | None:
    table = _modals_by("adverb")
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in table:
            return table[child.lower_], (child.i, child.i + 1)
    return None


def _own(verb: Token, below: Token | None) -> tuple[tuple[Modality, tuple[int, int]] | None, bool]:
    """What the verb itself says of what it takes, and whether it turns it round."""
    cue = (verb.i, verb.i + 1)
    if verb.lemma_ == "be" and below is not None:
        adjective = next(
            (child for child in verb.rights if child.dep_ in ("acomp", "attr") and _adjective(child)), None
        )
        if adjective is None:
            return (("planned", cue) if infinitive(below) else None), False
        modality = _modals_by("adjective").get(adjective.lower_)
        minus = adjective.lower_ in _negations("adjective")
        return ((modality, (adjective.i, adjective.i + 1)) if modality else None), minus
    words = _words(verb)
    if below is not None:
        form = _form(below)
        entry = governing(verb) if form == "that" else None
        if entry is not None and entry.factivity == "counterfactive":
            return None, True
        modality = next((_modals("verb")[word, form] for word in words if (word, form) in _modals("verb")), None)
        minus = any(word in _negations("verb" if form != "that" else "that") for word in words)
        return ((modality, cue) if modality and modality != "asserted" else None), minus
    if (
        verb.lemma_ == "be"
        and (adjective := next((child for child in verb.rights if _adjective(child)), None)) is not None
    ):
        modality = _modals_by("adjective").get(adjective.lower_)
        return ((modality, (adjective.i, adjective.i + 1)) if modality else None), False
    takes = "object"
    if not any(child.dep_ in ("dobj", "prep", "prt", "nsubjpass") for child in verb.children):
        return None, False
    modality = next((_modals("verb")[word, takes] for word in words if (word, takes) in _modals("verb")), None)
    if modality == "denied" and _withholds(verb):
        return None, False
    return ((modality, cue) if modality else None), False


def _withholds(verb: Token) -> bool:
    """Whether what is denied is no statement but a thing asked for: "denied the ships access"."""
    withheld = lang.words("en", "denials", kind="withheld")
    return any(child.dep_ in ("dobj", "oprd", "dative") and child.lemma_.lower() in withheld for child in verb.rights)


@cache
def _modals(form: str) -> dict[tuple[str, str], Modality]:
    return {(each.cue, each.takes): each.modality for each in lang.load("en", "modality", _Modal) if each.form == form}


@cache
def _modals_by(form: str) -> dict[str, Modality]:
    return {each.cue: each.modality for each in lang.load("en", "modality", _Modal) if each.form == form}


def _negations(form: str) -> frozenset[str]:
    """Words of a form: word, preposition, verb (with an infinitive), object (with a noun), adjective."""
    return lang.words("en", "negation", form=form)
