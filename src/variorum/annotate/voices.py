"""Who is speaking: from the head word of a source to its words, its kind and the member of the cast behind it."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotate.context import Context
from variorum.annotate.cues import channels, noun_of, unnamed
from variorum.model.markup import Mention, SourceKind

__all__ = ["Cast", "Voice", "cast_of", "phrase_of", "subject_of", "undergoes"]

_INSIDE = {"prep", "compound", "flat", "case", "nmod", "amod", "poss", "conj", "cc", "nummod", "det",
           "acl", "relcl", "appos", "npadvmod"}  # fmt: skip
_RELATIVE = {"who", "which", "that", "whom"}
_SOME = {"a", "an", "another", "some", "several", "many", "two", "three", "few"}
_THINGS = {"it", "that", "this", "these", "which", "what", "there"}
_CLIMB = 6  # steps up the tree in search of a subject: verbs in a chain of conjuncts and participles


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: token range `[start, end)`, its head token, and who that is."""

    start: int
    end: int
    head: int
    kind: SourceKind
    referent: int | None


@dataclass(frozen=True, slots=True)
class Cast:
    """The mentions of an account, to be looked up by place."""

    doc: Doc
    mentions: tuple[Mention, ...]
    order: tuple[int, ...]
    starts: tuple[int, ...]

    def at(self, token: Token) -> int | None:
        """The index of the mention that ends with, or holds, the token: the one with a referent, then the longest."""
        here, after = token.idx, token.idx + len(token)
        best: tuple[tuple[bool, bool, int], int] | None = None
        place = bisect_right(self.starts, here)
        for index in reversed(self.order[max(0, place - 6) : place]):
            mention = self.mentions[index]
            if mention.span.start <= here and after <= mention.span.end:
                rank = (mention.referent is not None, mention.span.end == after, len(mention.span))
                if best is None or rank > best[0]:
                    best = (rank, index)
        return best[1] if best else None

    def referent(self, token: Token) -> int | None:
        """The member of the cast that a token refers to."""
        index = self.at(token)
        return None if index is None else self.mentions[index].referent

    def speaks(self, head: Token, strict: bool) -> bool:
        """Whether the word stands for somebody: a member of the cast, a person by the lexicon, a paper that speaks.

        Where not `strict`, any noun may.
        """
        index = self.at(head)
        if index is not None and self.mentions[index].kind != "place":
            return True
        if not strict and head.lower_ not in _THINGS:
            return True
        return (
            head.lemma_.lower() in unnamed()
            or noun_of(head) is not None
            or (head.pos_ in ("PROPN", "PRON") and head.lower_ not in _THINGS)
        )

    def voice(self, head: Token) -> Voice:
        """The source with this head word."""
        start, end = phrase_of(head)
        index = self.at(head)
        mention = None if index is None else self.mentions[index]
        named = mention is not None and mention.form in ("name", "metonym")
        referent = mention.referent if mention else None
        if referent is None and not named:
            name = _apposed(head)
            if name is not None:
                index = self.at(name)
                referent = self.mentions[index].referent if index is not None else None
                return Voice(min(start, name.left_edge.i), max(end, name.i + 1), head.i, "speaker", referent)
        kind: SourceKind = "speaker"
        nobody = head.lemma_.lower() in unnamed() and _loose(head)
        if not named and head.pos_ != "PROPN" and (nobody or (mention is None and _somebody(head))):
            kind = "anonymous"
        return Voice(start, end, head.i, kind, referent)


def cast_of(context: Context) -> Cast:
    """The cast of the account as it stands."""
    mentions = context.marked.mentions
    order = tuple(
        sorted(range(len(mentions)), key=lambda index: (mentions[index].span.start, -mentions[index].span.end))
    )
    return Cast(context.doc, mentions, order, tuple(mentions[index].span.start for index in order))


def phrase_of(head: Token) -> tuple[int, int]:
    """The token range of a noun phrase without what is set off by commas."""
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if child.dep_ not in _INSIDE or child.i >= end + 12:
            break
        if child.dep_ in ("relcl", "acl", "appos") and child.left_edge.i > end:
            break  # a comma stands before
        if child.dep_ == "relcl" and head.pos_ not in ("PRON", "NOUN"):
            break
        end = max(end, child.right_edge.i + 1)
    tokens = head.doc
    while start < head.i and (tokens[start].is_punct or tokens[start].dep_ in ("cc", "mark", "advmod")):
        start += 1
    while end > head.i + 1 and (tokens[end - 1].is_punct or tokens[end - 1].is_space):
        end -= 1
    return start, end


def subject_of(verb: Token) -> Token | None:
    """The head word of who does it: its own subject, the one that it shares, or what it modifies."""
    token = verb
    for _ in range(_CLIMB):
        own = next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if own is not None:
            agent = _agent(token) if own.dep_ == "nsubjpass" and token == verb else None
            found = agent if agent is not None else own
            if found.lower_ in _RELATIVE:
                return token.head if token.dep_ == "relcl" and token.head != token else _noun_before(found)
            return found if found.lower_ not in ("it", "there") or found.dep_ != "expl" else None
        if token == verb and (agent := _agent(token)) is not None:
            return agent
        if token.dep_ in ("acl", "relcl") and not _set_off(token):
            return token.head
        if token.dep_ not in ("conj", "acl", "xcomp", "advcl", "pcomp", "prep", "ccomp", "parataxis", "dep", "aux"):
            return None
        if token.head == token or (token.head.pos_ in ("NOUN", "PROPN") and token.dep_ == "conj"):
            return None
        token = token.head
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("dobj", "pobj", "attr"):
            token = token.head.head if token.dep_ == "pobj" and token.head.head.pos_ in ("VERB", "AUX") else token.head
    return None


def undergoes(verb: Token) -> bool:
    """A passive with nobody who does it, by itself, after "and", or beside a noun: "was built and described as"."""
    deps = {child.dep_ for child in verb.children}
    if verb.tag_ not in ("VBN", "VBD") or "agent" in deps:
        return False
    if "nsubjpass" in deps or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return True
    passive = verb.dep_ == "conj" and any(child.dep_ == "nsubjpass" for child in verb.head.children)
    return passive and not deps & {"nsubj", "dobj", "aux"} and any(child.lower_ == "as" for child in verb.rights)


def _noun_before(relative: Token) -> Token | None:
    """The noun right before a relative word, where the parser has hung its clause elsewhere."""
    before = [token for token in relative.doc[max(0, relative.i - 3) : relative.i] if not token.is_punct]
    return before[-1] if before and before[-1].pos_ in ("NOUN", "PROPN") else None


def _set_off(participle: Token) -> bool:
    """A participle after a comma tells of the subject, not of the object beside it: "He signed a law, saying …"."""
    start = participle.left_edge.i
    return (
        participle.tag_ == "VBG"
        and start > 0
        and participle.doc[start - 1].text == ","
        and participle.head.dep_ in ("dobj", "pobj", "attr")
    )


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def _apposed(head: Token) -> Token | None:
    """The name set beside a title: "the minister, Ada Holm"."""
    return next((child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None)


def _somebody(head: Token) -> bool:
    """ "a waiter", "two drivers": some person or persons, who speak for nobody else."""
    if head.pos_ != "NOUN" or head.lemma_.lower() in channels() or noun_of(head) is not None:
        return False
    if head.lemma_.lower().endswith(("spokesman", "spokeswoman", "spokesperson")):
        return False
    return any(child.lower_ in _SOME or child.dep_ == "nummod" for child in head.lefts)


def _loose(head: Token) -> bool:
    """Whether the noun is nobody in particular: a plural, or "a", "another", "one", or none of these at all."""
    if head.tag_ == "NNS" or head.pos_ in ("PRON", "NUM", "ADJ"):
        return True
    determiner = next((child.lower_ for child in head.lefts if child.dep_ in ("det", "poss", "nummod")), "")
    return determiner in ("a", "an", "another", "one", "some", "any", "no", "") or head.lemma_.lower() in (
        "source",
        "official",
    )
