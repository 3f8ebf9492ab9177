"""A whole process: collate a drawn story of so many accounts, and say how long each stage took, as one line of JSON."""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.draw import drawn
from variorum.align import align
from variorum.align.embed import encoder
from variorum.annotate.parse import nlp
from variorum.judge import judge
from variorum.pipeline import annotate_story
from variorum.report import report
from variorum.settings import Settings

__all__: list[str] = []

T = TypeVar("T")


def main(path: Path, size: int) -> dict[str, float]:
    """Seconds by stage, in all and of CPU; claims, sentences to embed, rows of two accounts or more, peak MiB."""
    nlp()
    encoder("claims")
    spent: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], T]) -> T:
        began, cpu = time.perf_counter(), time.process_time()
        done = work()
        spent[stage], spent[f"{stage}_cpu"] = time.perf_counter() - began, time.process_time() - cpu
        return done

    accounts = drawn(path, size)
    story = timed("annotate", lambda: annotate_story(accounts, settings=Settings()))
    alignment = timed("align", lambda: align(story))
    judgements = timed("judge", lambda: judge(story, alignment))
    timed("report", lambda: report(story, alignment, judgements))
    held = [len({key.account for key in group.claims}) for group in alignment.groups]
    return spent | {
        "accounts": len(story),
        "claims": sum(len(marked.claims) for marked in story),
        "sentences": len({
            marked.account.text[each.span.start : each.span.end] for marked in story for each in marked.sentences
        }),
        "rows": sum(accounts > 1 for accounts in held),
        "largest": max(held),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
