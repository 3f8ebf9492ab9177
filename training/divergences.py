"""Tells, rule by rule, how many of the divergences that the rules find are marked, on marked stories.

A finding is `real` where its two sides cover a marked divergence, `trap` where they cover a marked tempting pair, else
unknown. `python -m training.divergences corpus|real` prints a row a rule, at several scores.
"""

import argparse
from collections import Counter

from evaluation.marks import Mark, MarkedDivergence
from training.stories import corpus, covering, marked
from variorum.align import align
from variorum.annotate import annotate
from variorum.judge.divergences import candidates
from variorum.judge.rules.found import Candidate
from variorum.model.text import Span


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", choices=("corpus", "real"))
    parser.add_argument("--show", default="", help="print the findings of this rule")
    arguments = parser.parse_args()
    counts: Counter[tuple[str, float, str]] = Counter()
    for story in marked() if arguments.stories == "real" else corpus("dev"):
        accounts = tuple(annotate(account) for account in sorted(story.accounts, key=lambda each: each.id))
        for each in candidates(accounts, align(accounts)):
            verdict = judged(each, story.divergences, story.tempting)
            for least in (0.4, 0.5, 0.6, 0.7, 0.8):
                if each.found.score >= least:
                    counts[each.found.rule, least, verdict] += 1
            if arguments.show and each.found.rule == arguments.show:
                print(f"{verdict:8}{each.found.score:.2f} {story.name}: {each.found.why}")
    for rule, least in sorted({key[:2] for key in counts}):
        print(
            f"{rule:32}>= {least}  " + "  ".join(f"{v} {counts[rule, least, v]:4}" for v in ("real", "trap", "unknown"))
        )


def judged(each: Candidate, divergences: tuple[MarkedDivergence, ...], tempting: tuple[MarkedDivergence, ...]) -> str:
    first = [told.claim.span for told in each.first]
    second = [told.claim.span for told in each.second]
    if any(_hit(first, second, mark) for mark in divergences):
        return "real"
    return "trap" if any(_hit(first, second, mark) for mark in tempting) else "unknown"


def _hit(first: list[Span], second: list[Span], mark: MarkedDivergence) -> bool:
    return (_covers(first, mark.left) and _covers(second, mark.right)) or (
        _covers(first, mark.right) and _covers(second, mark.left)
    )


def _covers(spans: list[Span], marks: tuple[Mark, ...]) -> bool:
    return any(covering(spans, mark) for mark in marks)


if __name__ == "__main__":
    main()
