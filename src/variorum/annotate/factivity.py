"""Words that govern a clause: whether they take it for true (knew), leave it open (believes) or for untrue (pretended).

A word that carries its clause is told with it: "the firm believes that it is safe" is not "it is safe". One that raises
lends its negation to the clause: who does not believe that it is safe holds that it is not.

Sources: Kiparsky and Kiparsky (1970), "Fact"; Karttunen (1971), "Some observations on factivity"; Horn (1978), "Remarks
on neg-raising".
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from variorum import lang
from variorum.annotate.cues import cue_of, lemma_of
from variorum.model.markup import Factivity

__all__ = ["Governing", "first_person", "governing", "governing_adjective"]

_FIRST = ("i", "we")


@dataclass(frozen=True, slots=True)
class Governing:
    """A word that governs a clause. `projects`: what it takes for true stays so where the word itself is negated."""

    id: str
    word: str
    form: str  # verb, adjective; adverb: with a verb of saying or thinking ("wrongly claimed")
    factivity: Factivity
    carried: bool = False
    raises: bool = False
    projects: bool = False


def governing(verb: Token) -> Governing | None:
    """The lexicon's entry for a verb with a clause below it; a plain verb of saying has none, and leaves it open."""
    adverbs = _entries("adverb")
    marked = next((child for child in verb.children if child.dep_ == "advmod" and child.lower_ in adverbs), None)
    if marked is not None and cue_of(verb) is not None:
        return adverbs[marked.lower_]
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), "")
    table = _entries("verb")
    return table.get(f"{lemma_of(verb)} {particle}") or table.get(lemma_of(verb))


def governing_adjective(be: Token) -> tuple[Token, Governing] | None:
    """The adjective after a verb of being that has a clause below it: "it is unlikely that"."""
    for child in be.rights:
        if child.dep_ in ("acomp", "attr") and (found := _entries("adjective").get(child.lower_)) is not None:
            return child, found
    return None


def first_person(verb: Token) -> bool:
    """Whether the verb is the speaker's own: "I think"."""
    return any(child.dep_ == "nsubj" and child.lower_ in _FIRST for child in verb.lefts)


@cache
def _entries(form: str) -> dict[str, Governing]:
    return {each.word: each for each in lang.load("en", "governors", Governing) if each.form == form}
