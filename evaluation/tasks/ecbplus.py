"""The same event across accounts: gold event mentions of ECB+ clustered, within gold topics and without them."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path

from evaluation.ecbplus import DEV, EventMention, documents, mentions
from evaluation.harness import Error, Missing, Result, Task
from evaluation.measures import Clusters, b_cubed, ceaf_e, conll_f1, muc, partition
from variorum.align.events import Happening, events_of
from variorum.align.views import stems_of
from variorum.model.text import Account
from variorum.scale.stories import group_stories

__all__ = ["TASK"]

TEST = frozenset(range(36, 46))
Events = Callable[[tuple[Happening, ...]], list[list[int]]]


def measure(folder: Path, split: str, sample: bool) -> Result:
    root = folder / "ecbplus"
    side = TEST if split == "test" else DEV
    marked = mentions(root, side)
    if not marked:
        raise Missing(f"ecbplus: no sentence of the {split} topics in the data folder")
    gold = partition({at: (each.topic, each.instance) for at, each in enumerate(marked)})
    topics = [list(rows) for _, rows in groupby(range(len(marked)), key=lambda at: marked[at].topic)]
    texts = documents(root, side)
    events = cache(lambda happenings: events_of(happenings, texts))  # a found topic that is a gold one is not run twice
    ours = _clustered(marked, topics, events)
    stems = partition(
        {at: (each.topic, min(stems_of(_trigger(each)), default=_trigger(each))) for at, each in enumerate(marked)}
    )
    within = Result(
        figures={
            "conll_f1": conll_f1(ours, gold), "muc_f1": muc(ours, gold).f1,
            "b_cubed_f1": b_cubed(ours, gold).f1, "ceaf_e_f1": ceaf_e(ours, gold).f1,
        },
        baseline={"conll_f1": conll_f1(stems, gold)},
        items=len(marked),
        errors=_errors(marked, ours),
    )  # fmt: skip
    if sample:
        return within
    without = conll_f1(_clustered(marked, _found_topics(marked), events), gold)
    return replace(within, figures={**within.figures, "conll_f1_without_topics": without}, sample=within)


def _clustered(marked: list[EventMention], topics: list[list[int]], events: Events) -> Clusters:
    found: list[frozenset[Hashable]] = []
    for rows in topics:
        happenings = (marked[at] for at in rows)
        groups = events(tuple(Happening(each.document, each.text, each.start, each.end) for each in happenings))
        found += [frozenset(rows[at] for at in group) for group in groups]
    return found


def _found_topics(marked: list[EventMention]) -> list[list[int]]:
    """Rows by the story that the product puts their documents in, from the sentences that hold mentions."""
    sentences: dict[str, dict[int, str]] = {}
    for each in marked:
        sentences.setdefault(each.document, {})[each.sentence] = each.text
    texts = {name: "\n".join(text for _, text in sorted(lines.items())) for name, lines in sentences.items()}
    accounts = {account.id: account for name, text in texts.items() for account in [Account(text=text, names=(name,))]}
    story = {one.id: at for at, group in enumerate(group_stories(list(accounts.values()))) for one in group}
    place = {name: story[Account(text=text, names=(name,)).id] for name, text in texts.items()}
    found: dict[int, list[int]] = {}
    for at, each in enumerate(marked):
        found.setdefault(place[each.document], []).append(at)
    return [found[key] for key in sorted(found)]


def _errors(marked: list[EventMention], ours: Clusters) -> Iterator[Error]:
    group = {at: number for number, rows in enumerate(ours) for at in rows}
    for number, one in enumerate(marked):
        for at in range(number):
            other = marked[at]
            if one.topic != other.topic:
                continue
            same, joined = one.instance == other.instance, group[number] == group[at]
            if same != joined:
                yield Error(
                    where=f"{other.document} {other.sentence} | {one.document} {one.sentence}",
                    kind="missed" if same else "joined",
                    text=f"{_shown(other)} | {_shown(one)}",
                    gold="one event" if same else "two events",
                    ours="one event" if joined else "two events",
                )


def _shown(each: EventMention) -> str:
    return f"{each.text[: each.start]}[{_trigger(each)}]{each.text[each.end :]}"


def _trigger(each: EventMention) -> str:
    return each.text[each.start : each.end]


TASK = Task(
    name="ecbplus",
    what="same event across accounts",
    metric="CoNLL F1 (mean of MUC, B-cubed and CEAF-e)",
    headline="conll_f1",
    dev=("ecbplus/ECBplus_coreference_sentences.csv", "ecbplus/*/*.xml"),
    test=("ecbplus/ECBplus_coreference_sentences.csv", "ecbplus/*/*.xml"),
    measure=measure,
    bar=0.79,
    goal=0.86,
    slow=True,
    terms={
        "conll_f1": "within gold topics",
        "conll_f1_without_topics": "within the stories that the product finds",
        "muc_f1": "links",
        "b_cubed_f1": "mentions",
        "ceaf_e_f1": "events",
    },
    baseline="one stem, one event, within a topic",
    departures="Gold mentions, gold topics, checked sentences; singletons count; whole documents are read for how near "
    "two of them are. The threshold is set on this side. "
    "Without topics, the documents are put into stories by the product from the checked sentences alone.",
    errors_like="Joined: two events of one kind in a topic (two deaths on one mountain, two attacks of pirates, two "
    "arrests). Missed: one event in words without a common stem (foiled, interdicts; opened fire, "
    "shooting), pronouns and verbs of saying. One mention astray counts as many pairs as its event has "
    "mentions.",
)
