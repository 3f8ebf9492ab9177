"""Large stories for measuring: accounts drawn from the stories of news_cluster, told on with other words.

Six real events stand for the threads of one story. An account takes paragraphs of two accounts of each of two or three
threads, so accounts share facts, wordings and whole sentences, as reports that use one another do. Each sentence may be
opened, closed and worded differently, and a figure may be another one. Everything follows from the account's number.
"""

import json
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from variorum.model.text import Account

__all__ = ["drawn"]

THREADS = 6  # the events with most accounts
LENGTH = 5_500  # code points of an account: some 47 claims
_SHORTEST = 40  # code points of a paragraph: shorter ones are furniture
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_FIGURE = re.compile(r"\b\d{2,3}\b")
_SMALL = frozenset(("The", "A", "An", "It", "He", "She", "They", "In", "But", "This", "That", "We"))
_OPENINGS = (
    "Meanwhile, ", "On Tuesday, ", "On Wednesday, ", "In addition, ", "At the same time, ", "Earlier, ", "Later, ",
    "By then, ", "In short, ", "As before, ", "Once again, ", "For its part, ",
)  # fmt: skip
_CLOSINGS = (
    ", it was said", ", as had been expected", ", according to a report", ", reports say", ", it emerged",
    ", as was told on Friday", ", by all accounts",
)  # fmt: skip
_WORDS = {
    "said": "stated", "about": "around", "more than": "over", "after": "following", "also": "likewise",
    "told": "informed", "people": "persons", "announced": "made known", "company": "firm", "few": "several",
    "showed": "revealed", "officials": "authorities", "reported": "recounted", "last week": "the week before",
    "near": "close to", "big": "large", "began": "started", "because": "since",
}  # fmt: skip


def drawn(path: Path, size: int) -> list[Account]:
    """So many accounts of one story, each with an outlet and a day of its own."""
    events: dict[str, list[list[str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        events[row["story"]].append([each for each in row["text"].split("\n") if len(each) > _SHORTEST])
    largest = sorted(events, key=lambda name: (-len(events[name]), name))[:THREADS]
    return [_account(number, [events[name] for name in largest]) for number in range(size)]


def _account(number: int, threads: Sequence[Sequence[list[str]]]) -> Account:
    chance = random.Random(number)
    told: list[str] = []
    for thread in chance.sample(threads, chance.choice((2, 3))):
        told += [each for each in chance.choice(thread) if chance.random() < 0.7]
        told += [each for each in chance.choice(thread) if chance.random() < 0.3]
    text = "\n".join(" ".join(_told_on(each, chance) for each in _SENTENCE.split(paragraph)) for paragraph in told)
    return Account(
        text=text[:LENGTH],
        names=(f"{number}.txt",),
        outlet=f"outlet {number}",
        published=f"2018-02-{1 + number % 5:02}",
    )


def _told_on(sentence: str, chance: random.Random) -> str:
    if chance.random() < 0.35 and len(sentence) > _SHORTEST:
        small = sentence.split(maxsplit=1)[0] in _SMALL
        sentence = chance.choice(_OPENINGS) + (sentence[0].lower() + sentence[1:] if small else sentence)
    if chance.random() < 0.3 and sentence.endswith("."):
        sentence = sentence[:-1] + chance.choice(_CLOSINGS) + "."
    for word in chance.sample(sorted(_WORDS), 5):
        if chance.random() < 0.7:
            sentence = re.sub(rf"\b{word}\b", _WORDS[word], sentence, count=1)
    if chance.random() < 0.1:
        sentence = _FIGURE.sub(lambda figure: str(int(figure[0]) + chance.choice((1, 2, 5, 10))), sentence, count=1)
    return sentence
