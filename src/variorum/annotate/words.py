"""The parse as plain tuples, read once an account: what the finders of names, roles and pronouns look at.

Positions are token indices; `starts` and `ends` are code points of the account's text.
"""

from dataclasses import dataclass

from spacy.tokens import Doc

__all__ = ["Words", "read_words"]

_SMALL = 4  # letters: shorter words are left small in titles, so they say nothing about a line's case
_TITLED = 0.72  # share of longer words with a capital from which a line is in title case: body sentences stay under .6


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens of one account. `sents` gives each token's sentence, `bounds` each sentence's tokens `[first, last)`.

    `subjects` gives a verb's subject.
    """

    texts: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    lemmas: tuple[str, ...]
    labels: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...]
    sents: tuple[int, ...]
    bounds: tuple[tuple[int, int], ...]
    titled: tuple[bool, ...]
    quoted: tuple[bool, ...]
    subjects: dict[int, int]

    def __len__(self) -> int:
        return len(self.texts)

    def is_initial(self, at: int) -> bool:
        """Whether a token opens its sentence, so that its capital says nothing."""
        first = self.bounds[self.sents[at]][0]
        return all(not self.texts[each][:1].isalnum() for each in range(max(first, at - 3), at)) and at - first <= 3

    def doer(self, verb: int) -> int:
        """The token that does what a verb says, over shared subjects, infinitives and relative clauses; -1 unknown."""
        for _ in range(8):
            subject = self.subjects.get(verb, -1)
            if subject >= 0 and self.lowers[subject] not in ("who", "which", "that"):
                return subject
            if self.deps[verb] in ("relcl", "acl"):
                noun = self.heads[verb]
                return self.heads[noun] if self.deps[noun] == "appos" else noun
            if self.deps[verb] not in ("conj", "xcomp", "advcl", "pcomp", "prep") or self.heads[verb] == verb:
                return -1
            verb = self.heads[verb]
        return -1

    def governors(self, at: int) -> list[int]:
        """Who does what a token stands under, clause by clause outwards: subjects, and nouns with a relative clause."""
        found: list[int] = []
        for _ in range(16):
            head = self.heads[at]
            subject = self.subjects.get(at, -1)
            if subject >= 0 and self.lowers[subject] not in ("who", "which", "that"):
                found.append(subject)
            if self.deps[at] in ("relcl", "acl"):
                found.append(head)
                if self.deps[head] == "appos":
                    found.append(self.heads[head])
            if head == at:
                break
            at = head
        return found

    def joined(self, start: int, end: int) -> bool:
        """Whether no line ends inside `[start, end)`."""
        return all("\n" not in self.texts[at] for at in range(start, end))


def read_words(doc: Doc) -> Words:
    """The tokens of a parse."""
    tokens = list(doc)
    texts = tuple(token.text for token in tokens)
    starts = tuple(token.idx for token in tokens)
    sents: list[int] = []
    bounds: list[tuple[int, int]] = []
    titled: list[bool] = []
    for number, sent in enumerate(doc.sents):
        bounds.append((sent.start, sent.end))
        size = sent.end - sent.start
        sents += [number] * size
        titled += [_is_titled(texts[sent.start : sent.end])] * size
    return Words(
        texts=texts,
        lowers=tuple(text.lower() for text in texts),
        starts=starts,
        ends=tuple(start + len(text) for start, text in zip(starts, texts, strict=True)),
        pos=tuple(token.pos_ for token in tokens),
        tags=tuple(token.tag_ for token in tokens),
        deps=tuple(token.dep_ for token in tokens),
        heads=tuple(token.head.i for token in tokens),
        lemmas=tuple(token.lemma_ for token in tokens),
        labels=tuple(token.ent_type_ for token in tokens),
        entities=tuple((ent.start, ent.end, ent.label_) for ent in doc.ents),
        sents=tuple(sents),
        bounds=tuple(bounds),
        titled=tuple(titled),
        quoted=_quoted(texts, bounds),
        subjects={token.head.i: token.i for token in reversed(tokens) if token.dep_ in ("nsubj", "nsubjpass")},
    )


def _quoted(texts: tuple[str, ...], bounds: list[tuple[int, int]]) -> tuple[bool, ...]:
    """Which tokens stand between double marks; a paragraph that ends open closes them."""
    inside, found = False, []
    for first, last in bounds:
        if first and "\n" in texts[first - 1]:
            inside = False
        for at in range(first, last):
            mark = texts[at]
            if mark in ("“", "``"):
                inside = True
            elif mark in ("”", "''"):
                inside = False
            elif mark == '"':
                inside = not inside
            found.append(inside)
    return tuple(found)


def _is_titled(texts: tuple[str, ...]) -> bool:
    """Whether a line is a title: nearly all longer words with a capital, and no full stop at its end."""
    last = next((text for text in reversed(texts) if not text.isspace()), "")
    if last in (".", "”", "''", '"'):
        return False
    long = [text for text in texts if len(text) >= _SMALL and text.isalpha()]
    return len(long) >= 3 and sum(text[0].isupper() for text in long) >= _TITLED * len(long)
