"""Names → steps: literal tables, and entry points of other packages. Loaded on use, never by import side effect.

An entry is "module:attribute". A package adds one under the entry-point group `variorum.<kind>`.
"""

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import walk_packages
from typing import Any

from variorum.errors import MissingExtraError, SettingsError

__all__ = ["EXTRAS", "TABLES", "load", "names", "rules"]

TABLES: dict[str, dict[str, str]] = {
    # file suffix → reader: (bytes, name, settings) -> tuple[Draft | Failure, ...]
    "reader": {
        ".txt": "variorum.read.text:read_text",
        ".md": "variorum.read.text:read_markdown",
        ".html": "variorum.read.html:read_html",
        ".htm": "variorum.read.html:read_html",
        ".json": "variorum.read.records:read_json",
        ".jsonl": "variorum.read.records:read_lines",
    },
    # annotate steps, in order; each: (Context) -> Layers
    "annotate": {
        "sentences": "variorum.annotate.sentences:SentenceStep",
        "timexes": "variorum.annotate.timexes:TimexStep",
        "quantities": "variorum.annotate.quantities:QuantityStep",
        "cast": "variorum.annotate.cast:CastStep",
        "attributions": "variorum.annotate.attributions:AttributionStep",
        "quotes": "variorum.annotate.quotes:QuoteStep",
        "claims": "variorum.annotate.claims:ClaimStep",
        "wording": "variorum.annotate.wording:WordingStep",
    },
    # name → encoder: () -> the encoder of the process, (passages) -> vectors of sentences and of their parts
    "encoder": {"minilm": "variorum.align.embed:encoder"},
    # format name → renderer: (Collation) -> str
    "renderer": {
        "json": "variorum.report.json:render",
        "text": "variorum.report.text:render",
        "markdown": "variorum.report.markdown:render",
        "html": "variorum.report.html:render",
    },
}
EXTRAS: dict[str, str] = {}  # "kind/name" → the extra that brings its packages


def names(kind: str) -> tuple[str, ...]:
    """All names of a kind: the built-in ones in their order, then those of other packages, sorted."""
    return (*TABLES[kind], *sorted(_added(kind).keys() - TABLES[kind].keys()))


def load(kind: str, name: str) -> Any:
    """The object that a name stands for.

    Raises:
        SettingsError: nobody knows the name.
        MissingExtraError: its packages are not installed.
    """
    target = TABLES[kind].get(name) or _added(kind).get(name)
    if target is None:
        raise SettingsError(f"no {kind} is called {name!r}; there are: {', '.join(names(kind))}")
    module, _, attribute = target.partition(":")
    try:
        return getattr(import_module(module), attribute)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("variorum"):
            raise
        extra = EXTRAS.get(f"{kind}/{name}", "all")
        raise MissingExtraError(
            f"{kind} {name!r} needs the package {error.name!r}; install it with: pip install 'variorum[{extra}]'"
        ) from error


@cache
def _added(kind: str) -> dict[str, str]:
    """What other packages add; they are looked up once a process, since that reads the metadata of all packages."""
    found: dict[str, str] = {}
    for each in entry_points(group=f"variorum.{kind}"):
        found.setdefault(each.name, each.value)
    return found


def rules() -> dict[str, str]:
    """Every rule's id and the reason that a reader sees, gathered from the `RULES` of all stages; for explaining."""
    found: dict[str, str] = {}
    for stage in ("annotate", "align", "judge", "report"):
        package = import_module(f"variorum.{stage}")
        for each in walk_packages(package.__path__, f"variorum.{stage}."):
            module = import_module(each.name)
            found.update({rule.id: rule.why for rule in getattr(module, "RULES", ())})
    return found
