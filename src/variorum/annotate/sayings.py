"""Finds who says what in the grammar of a sentence: a reporting word with its source and its content.

The parts are PARC's (Pareti 2012): source, cue, content. Content may stand in pieces around the reporting clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotate.cues import Cue, CueKind, according_to, adjective_of, cue_of, noun_of
from variorum.annotate.governors import verb_above
from variorum.annotate.modality import infinitive
from variorum.annotate.voices import subject_of, undergoes

__all__ = ["Saying", "pieces_without", "sayings_of"]

_CLAUSES = ("ccomp", "xcomp", "pcomp")
_OF = {"of", "about", "against", "as", "for", "on", "over", "to", "that", "with"}
_SHORT_OBJECT = 2  # tokens: "said so", "told the truth" have no content of their own
_LONGEST = 400  # tokens a content may have: beyond, the parse has failed


@dataclass(frozen=True, slots=True)
class Saying:
    """Token ranges `[start, end)`: the cue, the source's head token, the content in one or more pieces."""

    cue: tuple[int, int]
    source: int | None
    content: tuple[tuple[int, int], ...]
    kind: CueKind
    rule: str
    clausal: bool  # the content is a clause, not a noun phrase or an infinitive
    evidence: bool = False  # the cue may have a thing for a subject, which shows but does not speak


def sayings_of(doc: Doc) -> tuple[Saying, ...]:
    """All sayings that the parse shows, in the order of their cues."""
    found: list[Saying] = []
    for token in doc:
        if token.lower_ == "according":
            found.extend(_according(token))
        elif token.pos_ in ("VERB", "AUX"):
            cue = cue_of(token)
            if cue is not None and not (token.tag_ == "VBN" and adjective_of(token) is not None):
                found.extend(_by_verb(token, cue))
            elif token.lemma_ == "be" or (adjective_of(token) is not None and token.tag_ == "VBN"):
                found.extend(_by_adjective(token))
        elif token.pos_ == "NOUN":
            found.extend(_by_noun(token))
    return tuple(found)


def pieces_without(head: Token, *holes: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The subtree of a token as token ranges, less some ranges, each trimmed of marks at its ends."""
    pieces = [(head.left_edge.i, head.right_edge.i + 1)]
    for low, high in holes:
        pieces = [
            part
            for start, end in pieces
            for part in ((start, min(end, low)), (max(start, high), end))
            if part[0] < part[1]
        ]
    trimmed = (_trimmed(head.doc, start, end) for start, end in pieces)
    return tuple(piece for piece in trimmed if piece[0] < piece[1])


def _by_verb(verb: Token, cue: Cue) -> Iterator[Saying]:
    source = None if undergoes(verb) else subject_of(verb)  # "it is said that", "the road is expected to": nobody
    content, clausal = _content(verb, cue)
    if not content and (verb.dep_ in ("parataxis", "advcl", "dep") or (verb.dep_ == "ccomp" and cue.quotes)):
        content, clausal = _around(verb, cue, source), True
    if not content or sum(end - start for start, end in content) > _LONGEST:
        return
    if source is not None and any(start <= source.i < end for start, end in content):
        source = None
    yield Saying(
        _cue_range(verb, cue),
        source.i if source is not None else None,
        content,
        cue.kind,
        "attribution.verb",
        clausal,
        cue.evidence,
    )


def _content(verb: Token, cue: Cue) -> tuple[tuple[tuple[int, int], ...], bool]:
    """What is said: a clause, else an infinitive, else an object, as far as the verb's kind allows."""
    hole = _clause_core(verb)
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and _reported(verb, child, cue)]
    if clauses:
        return tuple(piece for child in clauses for piece in pieces_without(child, hole)), True
    below = next((child for child in verb.rights if child.dep_ == "xcomp"), None)
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "oprd", "attr")]
    prepositions = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ in _OF]
    if cue.particle:
        prepositions = [child for child in verb.rights if child.lower_ == cue.particle] or prepositions
    if below is not None and (cue.kind != "say" or infinitive(below)):
        first = below.left_edge.i
        if objects and cue.kind == "urge":
            first = min(first, objects[0].left_edge.i)
        return _range(verb.doc, first, below.right_edge.i + 1), False
    if cue.kind == "say" or cue.clausal:
        return (), False
    parts = [*objects, *prepositions]
    if not parts:
        return (), False
    first, last = min(part.left_edge.i for part in parts), max(part.right_edge.i for part in parts) + 1
    if cue.particle and first < _cue_range(verb, cue)[1] < last:
        first = _cue_range(verb, cue)[1]
    if last - first < _SHORT_OBJECT or first <= verb.i:
        return (), False
    return _range(verb.doc, first, last), False


def _reported(verb: Token, clause: Token, cue: Cue) -> bool:
    """A clause before the verb is its content only for a verb of speech that has no other: not "It rained; he left"."""
    if clause.i > verb.i:
        return True
    if not cue.quotes or any(token.text in (";", ":") for token in verb.doc[clause.right_edge.i : verb.i]):
        return False
    return cue.kind == "say" or not any(child.dep_ in ("dobj", "oprd", "xcomp") for child in verb.rights)


def _around(verb: Token, cue: Cue, source: Token | None) -> tuple[tuple[int, int], ...]:
    """The content of a reporting clause that stands inside or beside what it reports: "It was, she said, over"."""
    if not cue.quotes or source is None or subject_of(verb) is None:
        return ()
    marks = [child for child in verb.lefts if child.dep_ in ("mark", "advmod") and child.lower_ in ("as", "than")]
    if verb.dep_ == "advcl" and not marks:
        return ()
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    if not own or verb.head == verb or verb.head.pos_ not in ("VERB", "AUX"):
        return ()
    if verb.dep_ == "ccomp" and not (verb.i < verb.head.i or _between_commas(verb)):
        return ()
    if verb.dep_ == "ccomp" and cue_of(verb.head) is not None:
        return ()
    return pieces_without(verb.head, (verb.left_edge.i, verb.right_edge.i + 1))


def _between_commas(verb: Token) -> bool:
    doc, start = verb.doc, verb.left_edge.i
    return start > 0 and doc[start - 1].is_punct


def _clause_core(verb: Token) -> tuple[int, int]:
    """The reporting clause's own words: subject and verb, as a token range to cut out of the content."""
    edges = [verb.i]
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "prt"):
            edges += [child.left_edge.i, child.right_edge.i]
    return min(edges), max(edges) + 1


def _cue_range(verb: Token, cue: Cue) -> tuple[int, int]:
    end = verb.i + 1
    if cue.particle:
        for child in verb.rights:
            if child.lower_ == cue.particle.split()[0] and child.i - verb.i < 4:
                end = child.i + len(cue.particle.split())
    return verb.i, min(end, len(verb.doc))


def _according(token: Token) -> Iterator[Saying]:
    source = according_to(token)
    head = verb_above(token)
    if source is None or head == token:
        return
    content = pieces_without(head, (token.i, max(token.right_edge.i, source.right_edge.i) + 1))
    if content:
        yield Saying((token.i, token.i + 2), source.i, content, "say", "attribution.according", clausal=True)


def _by_noun(noun: Token) -> Iterator[Saying]:
    kind = noun_of(noun)
    if kind is None:
        return
    clause = next(
        (child for child in noun.rights if child.dep_ in ("acl", "ccomp", "relcl", "appos") and _that(child)), None
    )
    if clause is None and kind != "say":
        clause = next((child for child in noun.rights if child.dep_ == "acl" and infinitive(child)), None)
    if clause is None:
        return
    poss = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if poss is None:
        by = next(
            (child for child in noun.rights if child.dep_ == "prep" and child.lower_ in ("by", "from", "of")), None
        )
        poss = (
            next((child for child in by.children if child.dep_ == "pobj"), None)
            if by is not None and by.i < clause.i
            else None
        )
    if poss is None and noun.dep_ in ("dobj", "pobj", "attr"):
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        poss = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
    content = _range(noun.doc, clause.left_edge.i, clause.right_edge.i + 1)
    if content and (poss is None or not content[0][0] <= poss.i < content[0][1]):
        source = poss.i if poss is not None else None
        yield Saying((noun.i, noun.i + 1), source, content, kind, "attribution.noun", clausal=True)


def _by_adjective(be: Token) -> Iterator[Saying]:
    if be.lemma_ == "be":
        adjective = next(
            (child for child in be.rights if child.dep_ == "acomp" and adjective_of(child) is not None), None
        )
    else:
        adjective = be  # "was concerned that": the parser's passive
    source = subject_of(be)
    if adjective is None or source is None:
        return
    clause = next((child for child in adjective.rights if child.dep_ in _CLAUSES), None)
    clause = clause or next((child for child in be.rights if child.dep_ == "ccomp" and child.i > adjective.i), None)
    clause = clause or next((child for child in adjective.rights if child.dep_ == "prep"), None)
    if clause is None:
        return
    content = _range(be.doc, clause.left_edge.i, clause.right_edge.i + 1)
    kind = adjective_of(adjective)
    if content and kind:
        yield Saying(
            (min(be.i, adjective.i), adjective.i + 1),
            source.i,
            content,
            kind,
            "attribution.adjective",
            clause.dep_ == "ccomp",
        )


def _that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)


def _range(doc: Doc, start: int, end: int) -> tuple[tuple[int, int], ...]:
    start, end = _trimmed(doc, start, end)
    return ((start, end),) if start < end else ()


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end
