"""Who's who over accounts on NewsWCL50: the actor and country mentions that the annotation marks, in seven stories.

Each marked mention gets the entity of our mention, or role, that ends with it, else starts with it, else overlaps it
most; one that we have not is an entity of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.harness import Error, Result, Task, data_files
from evaluation.measures import b_cubed, partition
from evaluation.steps import annotated
from variorum.align.entities import align_entities
from variorum.model.alignment import Entity
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account, Span

__all__ = ["TASK", "Mark", "Marked", "read_conll"]

_KINDS = ("_ACTOR", "_COUNTRY")
_CLOSING = frozenset(
    {",", ".", ";", ":", "!", "?", ")", "]", "”", "’", "%", "'s", "’s", "n't", "n’t", "'", "’re", "'re"}
)
_OPENING = frozenset({"(", "[", "“", "‘", "$", "£", "€"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked mention: code points of the account's text and the chain that it belongs to."""

    start: int
    end: int
    chain: str


@dataclass(frozen=True, slots=True)
class Marked:
    """One account with its marks."""

    story: str
    name: str
    text: str
    marks: tuple[Mark, ...]


def read_conll(path: Path) -> list[Marked]:
    """The accounts of a CoNLL file, their text put together from the tokens, one sentence a line."""
    rows: dict[str, list[list[str]]] = defaultdict(list)
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#begin document"):
            name = line.split()[2].rstrip(";")
        elif line and not line.startswith("#"):
            rows[name].append(line.split("\t"))
    return [_account(name, tokens) for name, tokens in rows.items()]


def _account(name: str, rows: Sequence[Sequence[str]]) -> Marked:
    text, spans = "", []
    glue, quoted, sentence = True, False, rows[0][1]
    for _, number, _, word, *_ in rows:
        if number != sentence:
            text, glue, quoted, sentence = f"{text}\n", True, False, number
        closing = word in _CLOSING or word == "-" or (word == '"' and quoted) or word.startswith(("'", "’"))
        text += "" if glue or closing else " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        glue = word in _OPENING or word == "-" or (word == '"' and not quoted)
        quoted = quoted != (word == '"')
    opened: dict[str, list[int]] = defaultdict(list)
    marks = []
    for at, row in enumerate(rows):
        for part in row[4].split("|") if row[4] not in ("-", "_") else ():
            chain = part.strip("()")
            if part.startswith("("):
                opened[chain].append(at)
            if part.endswith(")") and opened[chain]:
                marks.append(Mark(spans[opened[chain].pop()][0], spans[at][1], chain))
    kept = tuple(sorted((each for each in marks if each.chain.endswith(_KINDS)), key=lambda each: each.start))
    return Marked(name.partition("/")[0], name, text, kept)


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    (path,) = data_files(TASK, folder, split)
    stories: dict[str, list[Marked]] = defaultdict(list)
    for labelled in read_conll(path):
        stories[labelled.story].append(labelled)
    gold: dict[Hashable, Hashable] = {}
    ours: dict[Hashable, Hashable] = {}
    base: dict[Hashable, Hashable] = {}
    merges = found = 0
    errors: list[Error] = []
    for labelled_story in stories.values():
        marked = [
            annotated(Account(text=each.text, names=(each.name,)), "sentences", "cast") for each in labelled_story
        ]
        entities = align_entities(tuple(marked))
        linked = _linked(labelled_story, marked, entities)
        for key, (chain, entity, words) in linked.items():
            gold[key], ours[key], base[key] = chain, (key[0], entity), words.lower()
            found += not isinstance(entity, tuple)
        merges += _merged(labelled_story, marked, entities, errors)
        errors += _errors(linked, entities)
    score = b_cubed(partition(ours), partition(gold))
    return Result(
        figures={
            "f1": score.f1,
            "precision": score.precision,
            "recall": score.recall,
            "merged": float(merges),
            "found": found / len(gold),
        },
        baseline={"f1": b_cubed(partition(base), partition(gold)).f1},
        items=len(gold),
        errors=errors,
    )


Key = tuple[str, str, int]


def _linked(
    labelled: Sequence[Marked], marked: Sequence[AnnotatedAccount], entities: Sequence[Entity]
) -> dict[Key, tuple[str, Hashable, str]]:
    """Each mark with its chain, our entity (a key of its own where we have none) and its words."""
    linked: dict[Key, tuple[str, Hashable, str]] = {}
    for each, account in zip(labelled, marked, strict=True):
        own = _entities_of(account, entities)
        for at, mark in enumerate(each.marks):
            key = (each.story, each.name, at)
            linked[key] = (mark.chain, _best(mark, account, own, key), each.text[mark.start : mark.end])
    return linked


def _entities_of(account: AnnotatedAccount, entities: Sequence[Entity]) -> dict[int, int]:
    return {key.index: at for at, entity in enumerate(entities) for key in entity.members if key.account == account.id}


def _best(mark: Mark, account: AnnotatedAccount, own: dict[int, int], key: Key) -> Hashable:
    """The entity of the mention or role that ends with the mark, else starts with it, else overlaps it most."""
    best: Hashable = key
    score = (False, False, 0.0)
    for span, referent in _spans(account):
        shared = min(mark.end, span.end) - max(mark.start, span.start)
        if shared <= 0:
            continue
        share = shared / (max(mark.end, span.end) - min(mark.start, span.start))
        rank = (span.end == mark.end and span.start >= mark.start, span.start == mark.start, share)
        if rank > score:
            best, score = own.get(referent, key), rank
    return best


def _spans(account: AnnotatedAccount) -> Iterator[tuple[Span, int]]:
    for mention in account.mentions:
        if mention.referent is not None:
            yield mention.span, mention.referent
    for at, referent in enumerate(account.referents):
        for role in referent.roles:
            yield role.span, at


def _merged(
    labelled: Sequence[Marked], marked: Sequence[AnnotatedAccount], entities: Sequence[Entity], errors: list[Error]
) -> int:
    """Entities that hold names of two marked persons: names as marked word for word, twice at least."""
    chains: dict[int, Counter[str]] = defaultdict(Counter)
    for each, account in zip(labelled, marked, strict=True):
        own = _entities_of(account, entities)
        persons = {(mark.start, mark.end): mark.chain for mark in each.marks if mark.chain.endswith("_ACTOR")}
        for mention in account.mentions:
            chain = persons.get((mention.span.start, mention.span.end))
            if chain and mention.form == "name" and mention.referent in own:
                chains[own[mention.referent]][chain] += 1
    bad = {at: counts for at, counts in chains.items() if sum(count > 1 for count in counts.values()) > 1}
    for at, counts in bad.items():
        errors.append(Error(labelled[0].story, "merged", entities[at].name, ours=str(dict(counts))))
    return len(bad)


def _errors(linked: dict[Key, tuple[str, Hashable, str]], entities: Sequence[Entity]) -> Iterator[Error]:
    """Marks that are not in the entity that holds most of their chain."""
    homes: dict[str, Counter[Hashable]] = defaultdict(Counter)
    for chain, entity, _ in linked.values():
        if isinstance(entity, int):
            homes[chain][entity] += 1
    for key, (chain, entity, words) in linked.items():
        home = homes[chain].most_common(1)[0][0] if homes[chain] else None
        if entity != home or home is None:
            ours = entities[entity].name if isinstance(entity, int) else "none"
            yield Error(key[1], "other" if isinstance(entity, int) else "missed", words, gold=chain, ours=ours)


TASK = Task(
    name="newswcl50",
    what="who's who over accounts",
    metric="B-cubed F1 over marked actor and country mentions, and false merges of two persons",
    headline="f1",
    dev=("newswcl50/dev.conll",),
    test=("newswcl50/test.conll",),
    measure=measure,
    bar=0.75,
    goal=0.88,
    gated=("merged",),
    falling=("merged",),
    terms={
        "f1": "of precision and recall",
        "precision": "share of a mention's entity that is of its chain",
        "recall": "share of a mention's chain that is in its entity",
        "merged": "entities of ours that hold two marked people",
        "found": "marked mentions that we have at all",
    },
    baseline="one entity for each string of words, small letters",
    departures="Only chains of actors and countries; the text is put together from tokens, one sentence a line.",
    errors_like="Six of ten errors are a difference of view: the annotation puts a state's bodies and officials into "
    "one chain with the state (a ministry, Congress, an agency, its lawyers), we keep each apart; a few "
    "take the wrong one of two presidents. Four of ten are mentions that we have not: groups and roles "
    "without a name (our two nations, intelligence officials, the administration).",
)
