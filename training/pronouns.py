"""Fits the weights by which pronouns are resolved, on GAP's development side (Apache-2.0), and writes the lexicon.

    python -m training.pronouns [--write]

The candidates and their features are the product's own. The model is a softmax over the candidates of one pronoun; a
row whose two names are both wrong teaches that somebody else is meant. Two fifths are held out to choose the penalty
and the floor under which the resolver abstains. Deterministic.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from evaluation.harness import ROOT, data_folder
from evaluation.tasks.gap import Case, read_cases
from variorum.annotate.cast import gather
from variorum.annotate.parse import blocks_of, parse
from variorum.annotate.pronouns import FEATURES, find_pronouns
from variorum.annotate.words import read_words
from variorum.model.text import Account

__all__ = ["main"]

PENALTIES = (0.1, 0.3, 1.0, 3.0)
SLACK = 0.0005  # F1 given for abstaining in close races: a reader loses more by a wrong name than by none
TARGET = ROOT / "src" / "variorum" / "lang" / "en" / "pronoun_weights.toml"
Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Race:
    """The candidates of one pronoun: features, those that may be meant, and for each name its row (-1: not found)."""

    features: Array
    allowed: npt.NDArray[np.bool_]
    rows: tuple[int, ...]
    gold: tuple[bool, ...]


def races(cases: Sequence[Case]) -> list[Race]:
    """One race a case; a pronoun that the parse lacks has none."""
    found = []
    for case in cases:
        account = Account(text=case.text, names=(case.name,), title=case.title)
        story = gather(read_words(parse(account, blocks_of(account.text, account.title))), case.title)
        words = story.words
        seen: dict[int, dict[int, tuple[float, ...]]] = {}
        find_pronouns(words, story.clusters, story.places(), seen.__setitem__)
        at = next((at for at in seen if words.starts[at] == case.at), None)
        if at is None:
            found.append(Race(np.zeros((0, len(FEATURES))), np.zeros(0, bool), (-1, -1), case.gold))
            continue
        order = list(seen[at])
        rows = []
        for start, end in case.spans:
            mine = {
                story.cluster_of[number]
                for number, name in enumerate(story.names)
                if words.starts[name.start] < end and start < words.ends[name.end - 1]
            }
            rows.append(next((row for row, cluster in enumerate(order) if cluster in mine), -1))
        allowed = np.array([_may(row, rows, case.gold) for row in range(len(order))], bool)
        found.append(Race(np.array([seen[at][each] for each in order]), allowed, tuple(rows), case.gold))
    return found


def _may(row: int, rows: Sequence[int], gold: Sequence[bool]) -> bool:
    if any(gold):
        return any(yes and row == at for at, yes in zip(rows, gold, strict=True))
    return row not in rows


def fit(train: Sequence[Race], penalty: float) -> Array:
    """The weights that make the allowed candidates likeliest."""
    useful = [race for race in train if race.allowed.any() and not race.allowed.all()]

    def loss(weights: Array) -> tuple[float, Array]:
        total, slope = penalty * float(weights @ weights), 2 * penalty * weights
        for race in useful:
            scores = race.features @ weights
            odds = np.exp(scores - scores.max())
            share = odds / odds.sum()
            right = share[race.allowed].sum()
            inside = np.where(race.allowed, share / right, 0.0)
            total -= float(np.log(right))
            slope = slope - race.features.T @ (inside - share)
        return total, slope

    return np.asarray(minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B").x)


def score(rows: Sequence[Race], weights: Array, floor: float) -> float:
    """GAP's F1."""
    right = said = gold = 0
    for race in rows:
        best = -1
        if len(race.features):
            scores = race.features @ weights
            share = 1 / np.exp(scores - scores.max()).sum()
            best = int(scores.argmax()) if share >= floor else -1
        for row, yes in zip(race.rows, race.gold, strict=True):
            hit = row == best and best >= 0
            right, said, gold = right + (hit and yes), said + hit, gold + yes
    return 2 * right / (said + gold) if said + gold else 0.0


def main() -> None:
    """Fit, print the figures of the held-out part, and write the weights where told to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = races(list(read_cases(data_folder() / "gap" / "gap-development.tsv")))
    train = [race for at, race in enumerate(rows) if at % 5 < 3]
    held = [race for at, race in enumerate(rows) if at % 5 >= 3]
    tried = {penalty: score(held, fit(train, penalty), 0.0) for penalty in PENALTIES}
    penalty = max(PENALTIES, key=lambda each: tried[each])
    weights = fit(train, penalty)
    floors = {floor / 20: score(held, weights, floor / 20) for floor in range(0, 13)}
    best = max(floor for floor in floors if floors[floor] >= max(floors.values()) - SLACK)
    print(
        "held out:",
        {each: round(value, 4) for each, value in tried.items()},
        {f: round(v, 4) for f, v in floors.items()},
    )
    weights = fit(rows, penalty)
    for name, weight in sorted(zip(FEATURES, weights, strict=True), key=lambda pair: -abs(pair[1])):
        print(f"{name:20} {weight:6.2f}")
    if options.write:
        _write(TARGET, dict(zip(FEATURES, weights, strict=True)), best, len(rows), tried[penalty])


def _write(path: Path, weights: dict[str, float], floor: float, count: int, held: float) -> None:
    about = (
        "How much each feature of a candidate counts when a pronoun is resolved (log-odds): fitted by "
        f"training/pronouns.py on {count} rows of GAP's development side (Apache-2.0); F1 on its held-out part "
        f"{held:.3f}. `floor` is the share of all candidates' odds under which the resolver abstains."
    )
    rows = [
        f'  {{id = "en.pronoun_weights.{name}", feature = "{name}", weight = {weight:.3f}}},'
        for name, weight in (*weights.items(), ("floor", floor))
    ]
    path.write_text(f"about = {json.dumps(about)}\nentries = [\n" + "\n".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
