"""What the auxiliaries before a word say of it: that it is negated, only possible, passive, wished of another."""

from dataclasses import dataclass

from variorum.judge.places import Place, Tokens, gap
from variorum.judge.stancebook import bases, words
from variorum.model.text import Span

__all__ = ["Group", "group_of"]

_HAVE = frozenset({"have", "has", "had", "having"})
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be", "am"})
_DO = frozenset({"do", "does", "did"})
_WILL = frozenset({"will", "would", "shall"})
_UNSURE = frozenset({"may", "might", "could", "can", "should", "must", "cannot"})
_NAMES_IN_LY = frozenset({"family", "july", "ally", "only", "italy"})
_UNDER = frozenset({"if", "whether", "unless", "should", "lest", "before", "until"})
_WHEN = frozenset({"when", "once"})  # with the past they tell of a fact
_READY = frozenset({"ready", "willing", "open"})


@dataclass(slots=True)
class Group:
    """The words from `first` on that belong to the verb at hand, and what they say."""

    first: int
    negated: bool = False
    unsure: bool = False
    would: bool = False
    be: bool = False
    perfect: bool = False
    infinitive: bool = False
    misfit: bool = False  # a word that can be no verb of what stands before it
    passive: bool = False


def group_of(place: Place, tokens: Tokens, at: int) -> Group:
    """The group of the word at an index of the claim's words."""
    group = Group(first=at)
    days = [place.marked.timexes[each].span for each in place.claim.timexes]
    while group.first > 0:
        word = tokens[group.first - 1].group().casefold().replace("’", "'")
        if gap(place, tokens, group.first):
            break
        if word == "to":
            if group.first > 1 and tokens[group.first - 2].group().casefold() in words("raising"):
                group.first -= 2
                continue
            group.infinitive = True
            break
        dated = any(each.covers(Span(each.account, *tokens[group.first - 1].span())) for each in days)
        if not (_says(group, word) or dated or _is_adverb(word, tokens[group.first].group())):
            break
        group.first -= 1
    word = tokens[at].group().casefold()
    group.passive = group.be and not word.endswith("ing") and word not in _READY
    group.misfit = group.first == at > 0 and _misfits(place, tokens, at)
    group.unsure = group.unsure or _is_under(place, tokens, group.first, past=word.endswith("ed"))
    return group


def _says(group: Group, word: str) -> bool:
    """Takes down what an auxiliary says; False where the word is none."""
    if word.endswith("n't") or word in ("not", "never", "longer"):
        group.negated = True
        group.would |= word in ("wouldn't", "won't")
        group.unsure |= word in ("can't", "couldn't", "shouldn't")
        group.perfect |= word in ("haven't", "hasn't", "hadn't")
        return True
    group.would |= word in _WILL
    group.unsure |= word in _UNSURE
    group.be |= word in _BE
    group.perfect |= word in _HAVE
    return word in _WILL | _UNSURE | _BE | _HAVE | _DO


def _is_adverb(word: str, following: str) -> bool:
    if word == "no":
        return following.casefold() == "longer"
    return word in words("adverb") or word in words("raising") or (word.endswith("ly") and word not in _NAMES_IN_LY)


def _misfits(place: Place, tokens: Tokens, at: int) -> bool:
    """A bare form after one name: "the Norland press secretary", "the Norland support for"."""
    if tokens[at].group().casefold() not in bases():
        return False
    if gap(place, tokens, at) == ",":
        return True
    named = place.named_up_to(tokens[at - 1].end())
    if named is None or named.text.endswith("s"):
        return False
    opened = place.text[max(place.claim.span.start, named.span.start - 5) : named.span.start].rstrip()
    sentences, sentence = place.marked.sentences, place.claim.sentence
    headline = 0 <= sentence < len(sentences) and sentences[sentence].kind == "headline"
    return not opened.endswith(("and", "&", ",") if headline else ("and", "&"))


def _is_under(place: Place, tokens: Tokens, first: int, *, past: bool) -> bool:
    """Whether the clause is one of condition or question: "if Norland accepts", "before it agrees"."""
    under = _UNDER if past else _UNDER | _WHEN
    for at in range(first - 1, -1, -1):
        if tokens[at].group().casefold() in under:
            return True
        if "," in place.text[tokens[at].end() : tokens[at + 1].start()]:
            return False
    start = place.claim.span.start
    before = place.text[max(0, start - 12) : start].casefold().split()
    return first > 0 and bool(before) and before[-1] in under
