"""Names lead to steps: the built-in ones in their order, those of other packages behind them."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

from variorum import registry
from variorum.errors import MissingExtraError, SettingsError


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Another package adds a reader, twice under one name, and takes the name of one of ours; says who was asked."""
    asked: list[str] = []

    def entry_points(group: str) -> list[EntryPoint]:
        asked.append(group)
        named = (("zz", "math:floor"), ("zz", "math:ceil"), (".txt", "math:sqrt"), ("aa", "nowhere_at_all:read"))
        return [EntryPoint(name, value, group) for name, value in named]

    monkeypatch.setattr(registry, "entry_points", entry_points)
    registry._added.cache_clear()
    yield asked
    registry._added.cache_clear()


def test_others_stand_behind_ours(added: list[str]) -> None:
    """Ours keep their order and their names; the first of two of one name counts; packages are asked once."""
    names = registry.names("reader")
    assert names[: len(registry.TABLES["reader"])] == tuple(registry.TABLES["reader"])
    assert names[len(registry.TABLES["reader"]) :] == ("aa", "zz")
    assert registry.load("reader", "zz").__name__ == "floor"
    assert registry.load("reader", ".txt").__module__ == "variorum.read.text"
    assert added == ["variorum.reader"]


def test_a_name_that_nobody_knows_and_a_package_that_is_not_there(added: list[str]) -> None:
    """Both errors say what to do."""
    with pytest.raises(SettingsError, match=r"no reader is called '\.doc'; there are: \.txt"):
        registry.load("reader", ".doc")
    with pytest.raises(MissingExtraError, match="nowhere_at_all"):
        registry.load("reader", "aa")
