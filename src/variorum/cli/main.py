"""The command line: `variorum collate`, `verify`, `schema`. Nothing heavy is imported before a command runs."""

from pathlib import Path
from typing import Annotated

import typer

from variorum import __version__
from variorum.cli.exits import OK, leave, way_out

__all__ = ["app", "run"]

app = typer.Typer(
    name="variorum",
    help="Collates the accounts that several outlets published of one event: every line cited to exact characters.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: rich would cost a third of the time that --help takes
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run() -> None:
    """The console script."""
    with way_out():
        app()


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"variorum {__version__}")
        leave(OK)


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Collates the accounts that several outlets published of one event: every line cited to exact characters."""


@app.command()
def collate(  # noqa: PLR0917  typer fills them by name
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files (.txt .md .html .json .jsonl), folders, patterns, or - for stdin."),
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text, json, markdown or html; else by the name of FILE, else text.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, whole or not at all; else to stdout."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="ISO date of the accounts that nothing else dates."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if any account failed.")] = False,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="ID", help="Show one finding's evidence, origin and rule instead."),
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--settings", "-s", metavar="NAME=VALUE", help="Change a setting (docs/cli.md lists them); repeatable."
        ),
    ] = None,
) -> None:
    """Collate the accounts of one event.

    What an account's text does not tell (outlet, published, url, byline, title, updated, language) may stand in
    accounts.toml beside the files, a table a file name.
    """
    with way_out():
        from variorum.cli.work import collate_paths  # noqa: PLC0415  heavy

        code = collate_paths(
            paths, form=form, output=output, published=published, strict=strict, explain=explain, pairs=settings or ()
        )
    leave(code)


@app.command()
def verify(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A collation.json, or - for stdin.")],
) -> None:
    """Check a collation against its own texts.

    Every hash and citation, and that each name, number, date and quote of the brief stands in its evidence. Exits with
    1 and the list where something does not hold.
    """
    with way_out():
        from variorum.cli.work import verify_file  # noqa: PLC0415  heavy

        code = verify_file(file)
    leave(code)


@app.command()
def schema() -> None:
    """Print the JSON Schema of collation.json."""
    with way_out():
        from variorum.cli.work import print_schema  # noqa: PLC0415  heavy

        code = print_schema()
    leave(code)
