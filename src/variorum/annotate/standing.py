"""Whether a claim's words tell by themselves who does what: a reader meets them without the sentence around them."""

from spacy.tokens import Token

from variorum.annotate.clauses import Clause, own_subject
from variorum.annotate.context import Context
from variorum.annotate.modality import infinitive
from variorum.model.markup import ClaimSource, Frame
from variorum.model.text import Span

__all__ = ["free_standing"]

_POINTING = {
    "he", "she", "it", "they", "this", "that", "these", "those", "one", "some", "both", "others", "another", "such",
    "who", "which", "what", "you", "him", "her", "them",
}  # fmt: skip
_DEMONSTRATIVE = {"this", "that", "these", "those", "such"}
_SPEAKING = {"i", "we"}
_DATED = {"DATE", "TIME"}


def free_standing(context: Context, clause: Clause, span: Span, frame: Frame, source: ClaimSource) -> bool:
    """A finite clause with its subject, that subject no word for something told elsewhere, its marks in pairs."""
    text = context.account.text[span.start : span.end]
    if text.count("“") != text.count("”") or text.count('"') % 2 or clause.kind == "relative":
        return False
    if clause.kind == "whole":
        return True
    if frame.tense == "none" or _hangs(context.doc[clause.end - 1]):
        return False
    verb = context.doc[clause.head]
    subject = own_subject(verb)
    if subject is None or not span.start <= subject.idx < span.end:
        return False
    return not _points(context, span, subject, source)


def _hangs(last: Token) -> bool:
    """A word that wants another after it: "of the", "to"."""
    return last.tag_ in ("DT", "TO", "CC", "PRP$") or (last.dep_ == "prep" and not any(True for _ in last.children))


def _points(context: Context, span: Span, subject: Token, source: ClaimSource) -> bool:
    """Whether a subject points at what the words do not tell."""
    word = subject.lower_
    if word in _SPEAKING:
        return source.kind == "outlet" or source.text.lower() in _SPEAKING
    if word in _POINTING:
        return not (subject.dep_ == "expl" or _empty(subject) or _told(context, span, subject))
    return subject.ent_type_ not in _DATED and any(
        child.dep_ == "det" and child.lower_ in _DEMONSTRATIVE for child in subject.lefts
    )


def _empty(subject: Token) -> bool:
    """ "It is clear that", "it is wise to"."""
    return subject.lower_ == "it" and any(
        child.dep_ in ("ccomp", "csubj", "advcl") or (child.dep_ == "xcomp" and infinitive(child))
        for child in subject.head.rights
    )


def _told(context: Context, span: Span, pronoun: Token) -> bool:
    """Whether a name or a noun for the same stands in the words, before the pronoun."""
    mentions = context.marked.mentions
    inside = [each for each in mentions if span.start <= each.span.start <= pronoun.idx and each.span.end <= span.end]
    mine = next((each for each in inside if each.span.start == pronoun.idx), None)
    return (
        mine is not None
        and mine.referent is not None
        and any(each.referent == mine.referent and each.form != "pronoun" for each in inside)
    )
