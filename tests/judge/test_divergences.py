"""Divergences: what the rules find, gathered, judged and ordered."""

from typing import Any

import pytest

from tests.judge.made import did
from tests.report.made import Made, entity, group, spoken
from variorum.judge import divergences as judged
from variorum.judge.divergences import divergences
from variorum.model.alignment import Alignment, Key, Pair
from variorum.model.judgement import Divergence


@pytest.fixture(autouse=True)
def _all_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a trained scorer thinks of a finding is shown elsewhere; here the rule's word is taken."""
    monkeypatch.setattr(judged, "probability", lambda found, *_: found.score)


def _counted(outlet: str, number: int, day: str | None = "2024-03-05", speaker: str = "") -> Made:
    ends = f", {speaker} said" if speaker else ""
    made = Made(f"Divers found {number} wrecks{ends}. The {outlet} reports.", outlet, day)
    made.counts(f"{number}", number, number, "wreck")
    source: dict[str, Any] = {"source": spoken(made.who(speaker, speaker), speaker)} if speaker else {}
    made.says(f"Divers found {number} wrecks", **source)
    return made


def _found(*made: Made) -> tuple[Divergence, ...]:
    """Of accounts with a claim each, all in one group."""
    made = tuple(sorted(made, key=lambda each: each.account.id))
    by_id = {each.account.id: each for each in made}
    story = [each.done() for each in made]
    keys = [Key(each.id, 0) for each in story]
    names = sorted({name for each in made for name in each.names})
    alignment = Alignment(
        entities=tuple(entity(list(made), name) for name in names),
        groups=(group(by_id, *keys),),
        pairs=tuple(Pair(a, b, 0.9) for at, a in enumerate(keys) for b in keys[at + 1 :]),
    )
    return divergences(story, alignment)


def test_values_stand_beside_their_sides() -> None:
    """The first side has the first value, whichever account comes first."""
    one, two = _counted("Herald", 12), _counted("Courier", 20)
    (found,) = _found(one, two)
    value = dict(zip((side[0].account for side in found.sides), found.values, strict=True))
    assert value == {one.account.id: "12", two.account.id: "20"}
    assert (found.between, found.severity, found.group) == ("accounts", "conflict", 0)


def test_accounts_of_one_mind_share_a_side() -> None:
    """Three accounts and two numbers are one divergence."""
    (found,) = _found(_counted("Herald", 12), _counted("Courier", 20), _counted("Post", 20))
    assert sorted(len(side) for side in found.sides) == [1, 2]


def test_a_later_account_makes_an_update() -> None:
    """The count went on; nobody contradicts anybody."""
    (found,) = _found(_counted("Herald", 12), _counted("Courier", 20, "2024-03-07"))
    assert found.severity == "update"


def test_an_account_without_a_date_makes_none() -> None:
    """What is not known to be later is a conflict."""
    (found,) = _found(_counted("Herald", 12), _counted("Courier", 20, None))
    assert found.severity == "conflict"


def test_two_named_sources_part_as_parties() -> None:
    """Where each side is somebody's word, the parties part, and a later day changes nothing."""
    one, two = _counted("Herald", 12, speaker="Varga"), _counted("Courier", 20, "2024-03-07", speaker="Olsen")
    (found,) = _found(one, two)
    assert (found.between, found.severity) == ("parties", "conflict")


def test_accounts_that_agree_part_nowhere() -> None:
    """One number, no finding."""
    assert _found(_counted("Herald", 12), _counted("Courier", 12)) == ()


def test_one_denial_of_two_statements_is_one_divergence() -> None:
    """What denies stands on one side, whichever account comes first; all that it denies on the other."""
    texts = "Varga signed the lease", "Varga signed the old lease", "Varga never signed the lease"
    made = []
    for text in texts:
        account = Made(f"{text}.", text)
        account.who("Varga", "Varga")
        polarity = "negative" if "never" in text else "positive"
        account.says(text, frame=did(account, "sign", "signed", "Varga"), polarity=polarity)
        made.append(account)
    found = _found(*made)
    assert [sorted(map(len, each.sides)) for each in found] == [[1, 2]]
    denying = next(each.account.id for each in made if "never" in each.account.text)
    assert [{key.account for key in side} for side in found[0].sides if len(side) == 1] == [{denying}]


def test_of_three_values_none_stands_on_both_sides() -> None:
    """Agreed, proposed, considered: the two that are farthest apart stand under their names, the third under none."""
    text = "The two sides will share the water of the northern canal"
    made = []
    for outlet, modality in (("Herald", "agreed"), ("Courier", "proposed"), ("Post", "considered")):
        made.append(Made(f"{text}. The {outlet} reports.", outlet))
        made[-1].says(text, modality=modality)
    (found,) = _found(*made)
    assert set(found.values) == {"agreed", "considered"}
    assert [len(side) for side in found.sides] == [1, 1]


def _fell(outlet: str, *days: str) -> Made:
    made = Made(" ".join(f"The bridge fell on {day}." for day in days), outlet)
    for day in days:
        made.when(day, f"2024-03-0{day[-1]}")
        made.says(f"The bridge fell on {day}")
    return made


def test_accounts_that_all_tell_of_two_days_tell_of_two_happenings() -> None:
    """Both have both days: nothing parts them; where one has one day only, the other day is the other's."""
    for second, shown in ((("March 4", "March 6"), 0), (("March 6",), 1)):
        accounts = _fell("Herald", "March 4", *(("March 6",) if not shown else ())), _fell("Courier", *second)
        made = tuple(sorted(accounts, key=lambda each: each.account.id))
        by_id = {each.account.id: each for each in made}
        keys = [Key(each.account.id, at) for each in made for at in range(len(each.claims))]
        pairs = tuple(Pair(a, b, 0.9) for at, a in enumerate(keys) for b in keys[at + 1 :] if a.account != b.account)
        alignment = Alignment(groups=(group(by_id, *keys),), pairs=pairs)
        assert len(divergences([each.done() for each in made], alignment)) == shown
