"""Story clustering: 159 accounts of 33 stories, told apart without knowing how many stories there are."""

import json
from collections.abc import Hashable, Iterator
from pathlib import Path

from evaluation.baselines import average_link
from evaluation.harness import Error, Result, Task
from evaluation.measures import Clusters, b_cubed, partition
from variorum.model.text import Account
from variorum.scale.stories import group_stories

__all__ = ["TASK"]

# cosine distance of the baseline's average link: its best on these stories, so a hard baseline
BASELINE_DISTANCE = 0.85


def measure(folder: Path, split: str, sample: bool) -> Result:  # noqa: ARG001
    path = folder / "news_cluster" / ("test.jsonl" if split == "test" else "dev.jsonl")
    rows = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    accounts = [
        Account(
            text=row["text"], names=(str(at),), outlet=row["outlet"], title=row["title"], published=row["published"]
        )
        for at, row in enumerate(rows)
    ]
    gold: dict[Hashable, Hashable] = {account.id: row["story"] for account, row in zip(accounts, rows, strict=True)}
    stories = group_stories(list({account.id: account for account in accounts}.values()))
    ours = [frozenset(account.id for account in story) for story in stories]
    score = b_cubed(ours, partition(gold))
    return Result(
        figures={"f1": score.f1, "precision": score.precision, "recall": score.recall},
        baseline={"f1": _baseline(accounts, gold)},
        items=len(gold),
        errors=_errors({account.id: account for account in accounts}, gold, ours),
    )


def _errors(accounts: dict[str, Account], gold: dict[Hashable, Hashable], ours: Clusters) -> Iterator[Error]:
    """Our stories that hold accounts of several, and stories that stand in several of ours."""
    ours_of: dict[Hashable, Hashable] = {each: at for at, cluster in enumerate(ours) for each in cluster}
    for kind, mine, other in (("mixed", ours, gold), ("apart", partition(gold), ours_of)):
        for cluster in mine:
            if len({other[each] for each in cluster}) > 1:
                rows = sorted((str(other[each]), str(accounts[str(each)].title)) for each in cluster)
                stories = f"{len({story for story, _ in rows})} stories"
                sides = (stories, "one") if kind == "mixed" else ("one", stories)
                yield Error(f"{len(rows)} accounts", kind, "; ".join(f"{a}: {b}" for a, b in rows), *sides)


def _baseline(accounts: list[Account], gold: dict[Hashable, Hashable]) -> float:
    unique = list({account.id: account for account in accounts}.values())
    labels = average_link([each.text for each in unique], BASELINE_DISTANCE)
    ours: dict[Hashable, Hashable] = {account.id: label for account, label in zip(unique, labels, strict=True)}
    return b_cubed(partition(ours), partition(gold)).f1


TASK = Task(
    name="clustering",
    what="story clustering",
    metric="B-cubed F1",
    headline="f1",
    dev=("news_cluster/dev.jsonl",),
    test=("news_cluster/test.jsonl",),
    measure=measure,
    bar=0.93,
    goal=0.97,
    terms={
        "f1": "of precision and recall",
        "precision": "share of an account's cluster that is of its story",
        "recall": "share of an account's story that is in its cluster",
    },
    baseline="TF-IDF and average link",
    departures="None. The threshold was set on ECB+ topics 1–35, not on these stories; the baseline has its best "
    "threshold on these.",
    errors_like="Joined: two odd flights in one week, told in the same words. Apart: accounts that take a side of a "
    "story (a comment, a reaction, a feature) and share few words with its news.",
)
