"""The rules of the house that a machine can check."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "variorum"
FILES = sorted(SOURCE.rglob("*.py"))
LEXICONS = sorted((SOURCE / "lang").rglob("*.toml"))
FORBIDDEN = {"data", "item", "obj", "res", "tmp", "doc_", "article", "articles"}
MOST_LINES, MOST_FUNCTION_LINES = 400, 60


def _named(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_a_file_is_small_and_says_what_it_is_for(path: Path) -> None:
    """A docstring first, at most 400 lines, no function over 60."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert len(text.splitlines()) <= MOST_LINES
    long = [each.name for each in _functions(tree) if (each.end_lineno or 0) - each.lineno + 1 > MOST_FUNCTION_LINES]
    assert not long


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_names_say_what_they_hold(path: Path) -> None:
    """None of the names that say nothing, nor the words that the glossary replaces, as a variable or argument."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    if path.name == "page.py" and path.parent.name == "read":
        names.discard("data")  # lxml calls a target's method by this name; it is no variable there
    assert not names & FORBIDDEN


def test_no_module_is_a_drawer() -> None:
    """Nothing is called utils, helpers, common or misc."""
    assert not [_named(path) for path in FILES if path.stem in ("utils", "helpers", "common", "misc")]


def test_values_only_move_to_the_right() -> None:
    """The import contract of pyproject.toml holds."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout[-2_000:]


def test_the_one_place_where_an_exception_becomes_a_failure() -> None:
    """`except Exception` stands once, where a step's exception becomes a Failure."""
    found = [
        _named(path)
        for path in FILES
        if re.search(r"except (?:Base)?Exception\b(?!:\n +with suppress)", path.read_text())
    ]
    assert found == ["annotate/run.py"]


@pytest.mark.parametrize("path", LEXICONS, ids=_named)
def test_a_lexicon_says_where_its_knowledge_comes_from(path: Path) -> None:
    """`about`, and entries whose ids carry the language."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert len(table["about"]) > 20
    assert table["entries"]
    assert all(entry["id"].startswith(f"{path.parent.name}.") for entry in table["entries"])


def test_ids_of_lexicons_are_unique() -> None:
    """Over all lexicons of all languages, so that an id on the page names one entry."""
    ids = Counter(entry["id"] for path in LEXICONS for entry in tomllib.loads(path.read_text())["entries"])
    assert not [name for name, count in ids.items() if count > 1]
