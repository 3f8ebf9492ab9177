"""The documentation is a contract: what is generated is committed, what is written is true."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from docs.generate import FILES, generated
from variorum.model.collation import Collation, StoryRow
from variorum.model.wire import collation_schema, encode

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("name", FILES)
def test_generated_pages_are_committed(name: str) -> None:
    """`make docs` changes nothing."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == generated()[name], "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page names a file."""
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_schema_describes_a_collation() -> None:
    """The smallest collation is valid, and one with a wrong format is not."""
    table = json.loads(encode(Collation(story=StoryRow(id="s1", title="t"), accounts=())))
    jsonschema.validate(table, collation_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**table, "format": "other/9"}, collation_schema())


def test_the_readme_names_every_target_that_it_uses() -> None:
    """Commands of README and CONTRIBUTING are targets of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        assert set(re.findall(r"^\$ make ([a-z]+)", page.read_text(), re.MULTILINE)) <= targets
