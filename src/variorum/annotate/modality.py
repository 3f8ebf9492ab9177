"""How real an account says a thing is: polarity with its scope, modality with its cue, and hedges.

The outermost word decides: "refused to attend" is refused, "may refuse to attend" is possible. Negation counts only in
the verbs that lead to the proposition, and on its subject; a negation inside an object is the object's.
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from variorum import lang
from variorum.annotate.cues import lemma_of
from variorum.model.markup import Modality, Polarity

__all__ = ["Degree", "degree_of", "governs", "hedged", "modality_of_content"]


@dataclass(frozen=True, slots=True)
class _Modal:
    id: str
    cue: str
    form: str  # aux, verb, adverb, adjective, conjunction
    modality: Modality
    takes: str = ""  # what a verb takes: "to", "ing", "object", "that"


@dataclass(frozen=True, slots=True)
class _Negation:
    id: str
    word: str
    form: str  # word, preposition, verb (with an infinitive), object (with a noun), adjective


@dataclass(frozen=True, slots=True)
class _Hedge:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Degree:
    """Polarity and modality of a clause, and the token range of the words that say the modality."""

    polarity: Polarity
    modality: Modality
    cue: tuple[int, int] | None = None


_PLANNING = {"be"}  # "is to attend"


def governs(verb: Token) -> Token | None:
    """The verb below one that only says how real it is: attend in "plans to attend", "is expected to attend"."""
    if verb.lemma_ == "be":
        adjective = next(
            (child for child in verb.rights if child.dep_ in ("acomp", "attr") and _adjective(child)), None
        )
        holder = adjective if adjective is not None else verb
        lower = next((child for child in holder.rights if child.dep_ == "xcomp" and _infinitive(child)), None)
        return lower if adjective is not None or verb.lemma_ in _PLANNING else None
    words = _words(verb)
    for child in verb.rights:
        if child.dep_ not in ("xcomp", "ccomp"):
            continue
        form = _form(child)
        if form == "that" and not any(word in _negations("that") for word in words):
            continue
        if any((word, form) in _modals("verb") or (form != "that" and word in _negations("verb")) for word in words):
            return child
    return None


def degree_of(chain: tuple[Token, ...], start: int) -> Degree:
    """Of the verbs from the outermost to the proposition's own, within the clause that starts at a token."""
    negative = False
    found: tuple[Modality, tuple[int, int]] | None = None
    for place, verb in enumerate(chain):
        negative ^= _negated(verb, start)
        if found is None:
            found = _condition(verb, start) or _auxiliary(verb) or _adverb(verb)
        below = chain[place + 1] if place + 1 < len(chain) else None
        mine, minus = _own(verb, below)
        negative ^= minus
        if minus and mine is not None and _negated(verb, start):
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


def modality_of_content(cue: str) -> Modality | None:
    """What a reporting word says of a clause that it reports: "denied that", "hopes that"; None for plain saying."""
    return _modals("verb").get((cue, "that"))


def hedged(text: str) -> bool:
    """Whether the words hold back: a hedge of the lexicon stands among them."""
    words = f" {' '.join(text.lower().replace(',', ' ').split())} "
    return any(f" {hedge} " in words for hedge in _hedges())


def _words(verb: Token) -> list[str]:
    lemma = lemma_of(verb)
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), None)
    if particle is not None:
        return [f"{lemma} {particle}"]
    after = next((child.lower_ for child in verb.rights if child.dep_ == "prep" and child.i - verb.i <= 4), None)
    return [f"{lemma} {after}", lemma] if after is not None else [lemma]


def _form(verb: Token) -> str:
    """How a verb stands below another: "to", "ing" or "that"; only a denial is carried into a clause with "that"."""
    return "to" if _infinitive(verb) else "ing" if verb.tag_ == "VBG" else "that"


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def _adjective(token: Token) -> bool:
    return token.lower_ in _modals_by("adjective") or token.lower_ in _negations("adjective")


def _negated(verb: Token, start: int) -> bool:
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
        elif child.dep_ == "mark" and child.lower_ in table and verb.dep_ == "advcl":
            return table[child.lower_], (child.i, child.i + 1)
    return None


def _auxiliary(verb: Token) -> tuple[Modality, tuple[int, int]] | None:
    table = _modals_by("aux")
    for child in verb.lefts:
        if child.dep_ == "aux" and child.tag_ == "MD" and child.lower_ in table:
            return table[child.lower_], (child.i, child.i + 1)
    if verb.lower_ == "going" and any(child.dep_ == "xcomp" and _infinitive(child) for child in verb.rights):
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
            return ("planned", cue), False
        modality = _modals_by("adjective").get(adjective.lower_)
        minus = adjective.lower_ in _negations("adjective")
        return ((modality, (adjective.i, adjective.i + 1)) if modality else None), minus
    words = _words(verb)
    if below is not None:
        form = _form(below)
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
    return ((modality, cue) if modality else None), False


@cache
def _modals(form: str) -> dict[tuple[str, str], Modality]:
    return {(each.cue, each.takes): each.modality for each in lang.load("en", "modality", _Modal) if each.form == form}


@cache
def _modals_by(form: str) -> dict[str, Modality]:
    return {each.cue: each.modality for each in lang.load("en", "modality", _Modal) if each.form == form}


@cache
def _negations(form: str) -> frozenset[str]:
    return frozenset(each.word for each in lang.load("en", "negation", _Negation) if each.form == form)


@cache
def _hedges() -> tuple[str, ...]:
    return tuple(each.text for each in lang.load("en", "hedges", _Hedge))
