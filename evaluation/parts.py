"""`python -m evaluation.parts`: what each rule of an annotating step brings, as what its task loses without it.

A rule is taken out behind its step: the times and attributions that it found are dropped, the mentions that it resolved
stand for nobody. Writes docs/parts.md, from the dev sides.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from evaluation.harness import ROOT, Missing, Result, data_files, data_folder, discover
from variorum import registry
from variorum.annotate.context import Context, Layers, Step
from variorum.model.markup import Attribution

__all__ = ["PARTS", "Part", "main", "without"]


@dataclass(frozen=True, slots=True)
class Part:
    """A rule of a step, and the task that measures it."""

    task: str
    step: str
    rule: str


_RULES = {
    ("timebank", "timexes"): (
        "day", "weekday", "deictic", "text", "period", "clock", "hour", "length", "set", "reference",
    ),
    ("quotes", "attributions"): ("verb", "according", "noun", "beside", "signed", "carried", "headline"),
    ("gap", "cast"): ("pronoun.scored", "nominal.role", "referent.names"),
    ("newswcl50", "cast"): (
        "pronoun.scored", "nominal.role", "nominal.body", "nominal.country", "nominal.government", "referent.names",
        "name.seat", "name.adjective", "name.people", "name.titled",
        "metonym.subject", "metonym.owner", "metonym.other",
    ),
}  # fmt: skip
_PREFIX = {"timexes": "timex-", "attributions": "attribution.", "cast": ""}
PARTS = tuple(Part(task, step, _PREFIX[step] + rule) for (task, step), rules in _RULES.items() for rule in rules)


def main(arguments: list[str] | None = None) -> int:
    """Measure and write: 0, 2 where no data are there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.parts", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--task", action="append", choices=sorted({each.task for each in PARTS}), help="only this task")
    options = parser.parse_args(arguments)
    lines = ["# What each part brings", "", *_HEAD]
    for task in discover():
        parts = [each for each in PARTS if each.task == task.name and task.name in (options.task or [task.name])]
        try:
            if not parts or not data_files(task, data_folder(), "dev"):
                continue
        except Missing as missing:
            print(f"{task.name}: {missing}", file=sys.stderr)
            continue
        found = {part: _measured(part, task.measure) for part in parts}
        lines += [f"## {task.name}", "", *_table(task.measure(data_folder(), "dev", False), task.gates, found), ""]
    print("\n".join(lines))
    if len(lines) == len(_HEAD) + 2:
        return 2
    if not options.task:
        (ROOT / "docs" / "parts.md").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    return 0


_HEAD = (
    "`python -m evaluation.parts` makes this page: what each figure of the [scoreboard](scoreboard.md) loses when the",
    "findings of one rule are taken away behind its step (times and attributions dropped, mentions resolved to",
    "nobody). What another rule would have found in its place is not found here: a loss is an upper bound of the gain.",
    "",
)


def _measured(part: Part, measure: Callable[..., Result]) -> Mapping[str, float]:
    print(f"{part.task} without {part.rule}", file=sys.stderr, flush=True)
    with without(part.step, part.rule):
        return measure(data_folder(), "dev", False).figures


def _table(whole: Result, names: Iterable[str], found: Mapping[Part, Mapping[str, float]]) -> Iterator[str]:
    columns = list(names)
    yield f"| without | {' | '.join(columns)} |"
    yield f"|{'---|' * (len(columns) + 1)}"
    yield f"| nothing | {' | '.join(f'{whole.figures[name]:.3f}' for name in columns)} |"
    for part, figures in found.items():
        losses = (f"{figures[name] - whole.figures[name]:+.3f}" for name in columns)
        yield f"| {part.rule} | {' | '.join(losses)} |"


@contextmanager
def without(step: str, rule: str) -> Iterator[None]:
    """Take what a rule of an annotating step finds away, for as long as it lasts.

    Raises:
        ValueError: there is no such rule.
    """
    if rule not in registry.rules():
        raise ValueError(f"there is no rule {rule!r}")
    load = registry.load

    def loaded(kind: str, name: str) -> Any:
        found = load(kind, name)
        return _Without(found(), rule) if (kind, name) == ("annotate", step) else found

    registry.load = loaded
    try:
        yield
    finally:
        registry.load = load


@dataclass(frozen=True, slots=True)
class _Without:
    """A step less what one of its rules finds; called once to be made, as the class of a step is."""

    step: Step
    rule: str

    @property
    def requires(self) -> tuple[str, ...]:
        return self.step.requires

    @property
    def assigns(self) -> tuple[str, ...]:
        return self.step.assigns

    def __call__(self, context: Context | None = None) -> Any:
        if context is None:
            return self
        layers = self.step(context)
        return _unresolved(layers, self.rule) if "mentions" in layers else _dropped(layers, self.rule)


def _dropped(layers: Layers, rule: str) -> Layers:
    return {name: tuple(_kept(layer, rule)) for name, layer in layers.items()}


def _kept(layer: tuple[Any, ...], rule: str) -> Iterator[Any]:
    """What other rules found; an attribution within one that is gone stands within none."""
    place = {at: new for new, at in enumerate(at for at, each in enumerate(layer) if each.origin.rule != rule)}
    for at in place:
        each = layer[at]
        if isinstance(each, Attribution) and each.parent is not None:
            each = replace(each, parent=place.get(each.parent))
        yield each


def _unresolved(layers: Layers, rule: str) -> Layers:
    """Mentions that the rule made stand for nobody; with `referent.names` every wording is somebody of its own."""
    if rule == "referent.names":
        return _split(layers)
    gone = {at for at, each in enumerate(layers["mentions"]) if each.origin.rule == rule}
    mentions = tuple(replace(each, referent=None) if at in gone else each for at, each in enumerate(layers["mentions"]))
    referents = tuple(
        replace(each, mentions=tuple(at for at in each.mentions if at not in gone)) for each in layers["referents"]
    )
    return {**layers, "mentions": mentions, "referents": referents}


def _split(layers: Layers) -> Layers:
    """Each referent keeps the mentions worded as its name; those in other words become referents of their own."""
    mentions, referents = list(layers["mentions"]), list(layers["referents"])
    for old, referent in enumerate(layers["referents"]):
        by_text: dict[str, list[int]] = {}
        for at in referent.mentions:
            if mentions[at].form == "name":
                by_text.setdefault(mentions[at].text, []).append(at)
        others = [at for at in referent.mentions if mentions[at].form != "name"]
        for position, (text, own) in enumerate(by_text.items()):
            at = old if position == 0 else len(referents)
            kept = tuple(sorted((*own, *others))) if position == 0 else tuple(own)
            made = replace(referent, name=text, aliases=(), mentions=kept)
            if position == 0:
                referents[old] = made
            else:
                referents.append(made)
            for mention in own:
                mentions[mention] = replace(mentions[mention], referent=at)
    return {**layers, "mentions": tuple(mentions), "referents": tuple(referents)}


if __name__ == "__main__":
    sys.exit(main())
