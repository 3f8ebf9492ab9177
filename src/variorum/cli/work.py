"""What the commands do, once the command line is understood; heavy imports happen here, when they are needed."""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from variorum import registry
from variorum.cli.exits import DOUBT, OK, UNUSABLE, say
from variorum.cli.options import format_of, settings_of
from variorum.cli.output import check_writable, write
from variorum.cli.progress import progress
from variorum.errors import InputError
from variorum.model.collation import Collation
from variorum.model.text import Story
from variorum.model.wire import collation_schema, decode_collation
from variorum.settings import Settings

__all__ = ["collate_paths", "print_schema", "verify_file"]

_SHOWN = 20  # problems or failures on stderr before the rest is only counted


def collate_paths(
    paths: Sequence[str],
    *,
    form: str | None,
    output: Path | None,
    published: str | None,
    strict: bool,
    explain: str | None,
    pairs: Sequence[str],
) -> int:
    """Read, collate, verify, write; the exit code.

    Raises:
        VariorumError: the command line, a sidecar or a setting is wrong.
        OSError: the output cannot be written.
    """
    settings = settings_of(pairs)
    chosen = format_of(form, output)
    check_writable(output)
    story = _read(paths, settings, published)
    if not story.accounts:
        say("variorum: nothing could be read")
        return UNUSABLE
    collation = _collate(story, settings)
    text = (
        _explained(collation, explain) if explain else registry.load("renderer", chosen)(collation, settings=settings)
    )
    problems = _problems(collation)
    write(text, output)
    for problem in problems[:_SHOWN]:
        say(f"variorum: does not hold: {problem}")
    return DOUBT if problems or (strict and collation.failures) else OK


def verify_file(name: str) -> int:
    """Check a collation.json; the exit code.

    Raises:
        InputError: it cannot be read, or is no collation.
    """
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        collation = decode_collation(content)
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror or error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            f"{name} is no collation (format variorum.collation/1): {error}", code="wrong_shape"
        ) from error
    problems = _problems(collation)
    accounts, claims = len(collation.accounts), len(collation.claims)
    held = f"holds: the citations of {claims} claims in {accounts} accounts, and what the brief names and quotes"
    lines = [f"does not hold: {each}" for each in problems] or [held]
    write("".join(_plain(line) + "\n" for line in lines), None)
    return DOUBT if problems else OK


def print_schema() -> int:
    """Write the JSON Schema of collation.json; the exit code."""
    write(msgspec.json.format(msgspec.json.encode(collation_schema(), order="sorted"), indent=2).decode() + "\n", None)
    return OK


def _read(paths: Sequence[str], settings: Settings, published: str | None) -> Story:
    from variorum.read import read  # noqa: PLC0415  the command line is checked before anything is loaded

    story = read(paths, settings=settings, published=published)
    for each in story.failures[:_SHOWN]:
        say(f"variorum: not read ({each.code}): {each.error}")
    if len(story.failures) > _SHOWN:
        say(f"variorum: not read: {len(story.failures) - _SHOWN} more, listed in the output")
    return story


def _collate(story: Story, settings: Settings) -> Collation:
    from variorum.pipeline import collate  # noqa: PLC0415  loads the parser

    with progress() as moved:
        return collate(story, settings=settings, progress=moved)


def _problems(collation: Collation) -> tuple[str, ...]:
    from variorum.report.verify import problems  # noqa: PLC0415  only once there is a collation

    return problems(collation)


def _explained(collation: Collation, identifier: str) -> str:
    from variorum.report.explain import explain  # noqa: PLC0415  only where asked for

    try:
        explanation: str = explain(collation, identifier)
    except KeyError as error:
        raise InputError(
            f"nothing in this collation has the id {identifier!r}; ids stand in the JSON output"
        ) from error
    return explanation.rstrip("\n") + "\n"


def _plain(line: str) -> str:
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
