"""What a part brings is measured by taking its rule out behind its step, and putting it back."""

from pathlib import Path

import pytest

from evaluation import parts
from evaluation.harness import Result
from evaluation.steps import annotated
from variorum import registry
from variorum.model.text import Account

TEXT = "Marta Quill left on Monday. On 3 March 2020 Quill came back. She said that the pier was closed."
LAYERS = ("sentences", "timexes", "cast", "attributions")


def _marked() -> list[object]:
    marked = annotated(Account(text=TEXT, names=("a",), published="2020-03-04"), *LAYERS)
    people = [marked.referents[each.referent].name if each.referent is not None else "" for each in marked.mentions]
    return [[each.text for each in marked.timexes], people, len(marked.attributions)]


def test_a_rule_is_taken_out_and_put_back() -> None:
    """Times and attributions go, others stay; afterwards all is there."""
    before = _marked()
    with parts.without("timexes", "timex-weekday"):
        assert _marked() == [["3 March 2020"], *before[1:]]
    with parts.without("attributions", "attribution.verb"):
        assert _marked() == [*before[:2], 0]
    assert _marked() == before == [["Monday", "3 March 2020"], ["Marta Quill", "Marta Quill", "Marta Quill"], 1]


def test_chains_of_sources_hold_where_a_link_is_gone() -> None:
    """The place of an attribution's parent moves with it."""
    text = "According to the Herald, the mayor said that the pier was closed. The board said that it will reopen."
    with parts.without("attributions", "attribution.according"):
        marked = annotated(Account(text=text, names=("a",)), *LAYERS)
    assert len(marked.attributions) > 1
    for at, each in enumerate(marked.attributions):
        assert each.parent is None or each.parent != at < len(marked.attributions)


def test_without_a_rule_of_the_cast_mentions_are_nobody_or_apart() -> None:
    """A pronoun stands for nobody; without the tie between names each wording is somebody."""
    with parts.without("cast", "pronoun.scored"):
        assert _marked()[1] == ["Marta Quill", "Marta Quill", ""]
    with parts.without("cast", "referent.names"):
        assert _marked()[1][:2] == ["Marta Quill", "Quill"]  # type: ignore[index]


def test_an_unknown_rule_is_an_error() -> None:
    """A rule that was renamed would else look as if it brought nothing."""
    with pytest.raises(ValueError, match="timex-friday"), parts.without("timexes", "timex-friday"):
        pass


def test_all_parts_are_rules_of_their_steps() -> None:
    """Each task and rule exists."""
    assert {each.rule for each in parts.PARTS} <= registry.rules().keys()


def test_the_page_tells_losses(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row a rule, with what its figure loses; nothing is written for a single task."""
    seen = iter([0.5, 0.75])

    class Fake:
        name = "gap"
        gates = ("f1",)

        def measure(self, *_: object) -> Result:
            return Result(figures={"f1": next(seen)}, items=1)

    monkeypatch.setattr(parts, "PARTS", (parts.Part("gap", "cast", "pronoun.scored"),))
    monkeypatch.setattr(parts, "discover", lambda: [Fake()])
    monkeypatch.setattr(parts, "data_files", lambda *_: (tmp_path,))
    monkeypatch.setattr(parts, "ROOT", tmp_path)
    assert parts.main(["--task", "gap"]) == 0
    assert "| nothing | 0.750 |\n| pronoun.scored | -0.250 |" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())
