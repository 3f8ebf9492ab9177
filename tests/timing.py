"""How long a piece of work takes: CPU seconds of this thread, the best of some tries, with no garbage collected in it."""

import gc
import time
from collections.abc import Callable

__all__ = ["seconds"]


def seconds(work: Callable[[], object], tries: int = 3) -> float:
    """Other processes, and what earlier tests left behind, do not count."""
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(tries):
            began = time.thread_time()
            work()
            best = min(best, time.thread_time() - began)
    finally:
        gc.enable()
    return best
