"""The words that report: verbs, nouns and adjectives of saying and thinking, looked up in a parse.

Only the word itself is judged here; whether it has a source and a content is for `sayings`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from variorum import lang

__all__ = ["Cue", "CueKind", "according_to", "adjective_of", "channels", "cue_of", "lemma_of", "noun_of", "unnamed"]

_MEASURES = {  # what things go by, and nobody says: "exchanged according to the formula of one for one"
    "formula", "scheme", "principle", "pattern", "schedule", "order", "size", "need", "ability", "taste", "age", "rank",
    "merit", "custom", "tradition", "recipe", "method", "wish", "preference",
}  # fmt: skip
_SHORT = {"’m", "'m", "’re", "'re", "’s", "'s"}  # of "be": the parser's table knows the straight apostrophe only
CueKind = Literal["say", "claim", "deny", "ask", "urge", "offer", "vow", "stance", "mind"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that reports, with its particle or preposition; `quotes` whether it may stand beside quoted words.

    `clausal`: a verb of many senses, which reports only where a clause or quoted words follow. `evidence`: a verb whose
    subject may be a thing that shows something, and then nobody says it but the outlet.
    """

    id: str
    verb: str
    kind: CueKind
    quotes: bool
    particle: str = ""
    clausal: bool = False
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class _Noun:
    id: str
    noun: str
    kind: CueKind


@dataclass(frozen=True, slots=True)
class _Adjective:
    id: str
    adjective: str
    kind: CueKind


def cue_of(token: Token) -> Cue | None:
    """The lexicon's entry for a verb in its place; one with a particle goes before one without."""
    if token.pos_ not in ("VERB", "AUX") and not (token.tag_.startswith("VB") or token.dep_ == "ROOT"):
        return None
    entries = _verbs().get(lemma_of(token))
    if not entries or _denied(token):
        return None
    plain = None
    for cue in entries:
        if not cue.particle:
            plain = cue
        elif _has(token, cue.particle):
            return cue
    return plain


def _denied(token: Token) -> bool:
    """A noun taken for a verb: "the union disputes claims that", whose subject would be a plural that denies."""
    if token.tag_ != "VBZ" or token.i == 0:
        return False
    before = token.nbor(-1)
    subject = before.tag_ in ("NNS", "VBZ") and before.dep_ == "nsubj" and before.head == token
    return subject and before.lemma_.lower() in _denying()


def lemma_of(token: Token) -> str:
    """The token's lemma in small letters, mended where the parser's is known to be wrong."""
    lemma = token.lemma_.lower()
    if lemma in _SHORT and token.pos_ in ("AUX", "VERB"):
        return "be"
    return "hope" if lemma == "hop" and token.lower_ in ("hopes", "hoped", "hoping") else lemma


def noun_of(token: Token) -> CueKind | None:
    """The kind of a noun of saying, None for other words."""
    return _nouns().get(token.lemma_.lower()) if token.pos_ == "NOUN" else None


def according_to(token: Token) -> Token | None:
    """The source that "according to" names; None for another word, or where it names what a thing goes by."""
    doc = token.doc
    if token.lower_ != "according" or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    children = (*doc[token.i + 1].children, *token.children)
    source = next((child for child in children if child.dep_ == "pobj"), None)
    return None if source is None or source.lemma_.lower() in _MEASURES else source


def adjective_of(token: Token) -> CueKind | None:
    """The kind of an adjective of saying, None for other words."""
    return _adjectives().get(token.lower_) if token.pos_ in ("ADJ", "VERB") else None


def channels() -> frozenset[str]:
    """Lemmas of nouns for the means by which something is said."""
    return lang.words("en", "channels", "noun")


def unnamed() -> frozenset[str]:
    """Lemmas of nouns for sources without a name."""
    return lang.words("en", "unnamed", "noun")


def _has(token: Token, particle: str) -> bool:
    words = particle.split()
    after = [each.lower_ for each in token.doc[token.i + 1 : token.i + 1 + len(words)]]
    if after == words:
        return True
    return len(words) == 1 and any(each.lower_ == particle and each.dep_ in ("prt", "prep") for each in token.rights)


@cache
def _denying() -> frozenset[str]:
    return lang.words("en", "denials", "word", kind="denies") | lang.words("en", "denials", "word", kind="waves-off")


@cache
def _verbs() -> dict[str, tuple[Cue, ...]]:
    table: dict[str, tuple[Cue, ...]] = {}
    for cue in lang.load("en", "reporting", Cue):
        table[cue.verb] = (*table.get(cue.verb, ()), cue)
    return table


@cache
def _nouns() -> dict[str, CueKind]:
    return {each.noun: each.kind for each in lang.load("en", "nouns_of_saying", _Noun)}


@cache
def _adjectives() -> dict[str, CueKind]:
    return {each.adjective: each.kind for each in lang.load("en", "adjectives_of_saying", _Adjective)}
