"""Every regular expression of the package takes time in proportion to the text, whatever stands in it."""

import importlib
import pkgutil
import re
import time

import pytest

import variorum

UNITS = (
    '"', "“", "”", "'", " ", "\t", "\n", "(", ")", "[", "{", "-", "—", ".", ",", "1", "9,", "1.", "a", "A", "Aa ", "a b ", "A. ", "x@", "é",
    "_", "*", "**a", "#", "/", "://", "<", "&", "=", "0:", "Mr. ", "said ", "of ", "the ", "January ", "one ", "one hundred ", "$1 ", "12 ",
    "1990-", "and ", "\u0301", "A, ", "a-", "“a” ", "(a) ",
)  # fmt: skip
SIZE = 16_000
MOST = 3.0  # time(2n) / time(n): 2 is linear, 4 quadratic
QUICK = (
    0.01  # CPU seconds below which a pattern at SIZE is not quadratic: that would take a quarter of a second or more
)


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """All compiled patterns that stand in modules, also inside their tuples, lists and dicts."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for info in pkgutil.walk_packages(variorum.__path__, "variorum."):
        for name, value in vars(importlib.import_module(info.name)).items():
            for pattern in _inside(value):
                if isinstance(pattern.pattern, str):
                    found.setdefault((pattern.pattern, pattern.flags), (f"{info.name}.{name}", pattern))
    return sorted(found.values(), key=lambda each: (each[0], each[1].pattern))


def _inside(value: object, depth: int = 3) -> list[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        return [value]
    if depth and isinstance(value, dict):
        value = tuple(value.values())
    if depth and isinstance(value, (tuple, list, set, frozenset)):
        return [pattern for each in value for pattern in _inside(each, depth - 1)]
    return []


def _seconds(pattern: re.Pattern[str], text: str, tries: int = 1) -> float:
    """CPU seconds of this thread, the best of some tries: other processes do not count."""
    best = float("inf")
    for _ in range(tries):
        began = time.thread_time()
        for _match in pattern.finditer(text):
            pass
        best = min(best, time.thread_time() - began)
    return best


def _worst(pattern: re.Pattern[str]) -> tuple[float, str]:
    worst = (0.0, "")
    for unit in UNITS:
        size = SIZE // 8
        while size <= SIZE and _seconds(pattern, (unit * size)[:size] + "!") < QUICK:
            size *= 2
        if size <= SIZE:
            once = _seconds(pattern, (unit * size)[:size] + "!", 3)
            ratio = _seconds(pattern, (unit * 2 * size)[: 2 * size] + "!", 3) / once
            if ratio >= MOST:  # a machine that slowed down between the two is no finding: both again, further apart
                once = _seconds(pattern, (unit * size)[:size] + "!", 9)
                ratio = min(ratio, _seconds(pattern, (unit * 2 * size)[: 2 * size] + "!", 9) / once)
            worst = max(worst, (ratio, f"{unit!r} × {size}"))
    return worst


PATTERNS = _patterns()


@pytest.mark.parametrize("pattern", [each for _, each in PATTERNS], ids=[name for name, _ in PATTERNS])
def test_twice_the_text_takes_at_most_three_times_as_long(pattern: re.Pattern[str]) -> None:
    """Measured on long runs of one character or a few, in CPU time."""
    ratio, text = _worst(pattern)
    if ratio >= MOST:
        pytest.fail(f"{pattern.pattern[:200]!r} took {ratio:.1f} times as long on twice {text}")
