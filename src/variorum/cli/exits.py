"""Exit codes, and the one way out of every command: an error becomes a sentence on stderr and a code, never a trace."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from variorum.errors import VariorumError

__all__ = ["CODES", "DOUBT", "FAILED", "INTERRUPTED", "OK", "UNUSABLE", "leave", "say", "way_out"]

OK, DOUBT, UNUSABLE, FAILED, INTERRUPTED = 0, 1, 2, 3, 130

CODES: dict[int, str] = {
    OK: "Done. Accounts that could not be read, if any, are listed in the output and on stderr.",
    DOUBT: "Something does not hold (`verify`), or an account failed (`--strict`). Output is written all the same.",
    UNUSABLE: "Nothing could be read, or the command line, a sidecar or a setting is wrong. Nothing is written.",
    FAILED: "The output could not be written (disk full, no permission). An older output file stands untouched.",
    INTERRUPTED: "Stopped by the user (Ctrl-C). Nothing is written.",
}


def say(message: str) -> None:
    """A line on stderr, without control characters; silent where stderr is closed."""
    line = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in message)
    try:
        sys.stderr.buffer.write(line.encode("utf-8", "replace") + b"\n")
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        return


def leave(code: int) -> None:
    """End the process with a code."""
    raise SystemExit(code)


@contextmanager
def way_out() -> Iterator[None]:
    """Turns what goes wrong inside into a sentence and an exit code."""
    try:
        yield
    except VariorumError as error:
        say(f"variorum: {error}")
        leave(UNUSABLE)
    except BrokenPipeError:
        # Whoever read the output has what it wanted. Python flushes at exit; there must be something to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        leave(OK)
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        say(f"variorum: the output{where} could not be written: {error.strerror or error}")
        leave(FAILED)
    except KeyboardInterrupt:
        say("variorum: interrupted")
        leave(INTERRUPTED)
