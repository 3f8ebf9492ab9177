"""Every finding of a collation can be explained by its id."""

import pytest

from tests.report.made import ferry
from variorum import registry
from variorum.report import report
from variorum.report.explain import explain


@pytest.fixture(autouse=True)
def _few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "rules", lambda: {"made.by-hand": "Somebody made it by hand."})


def test_every_finding_explains_itself_with_its_words() -> None:
    """Claims, rows, divergences, quotes, entities, moments and reprints: each shows where it stands."""
    collation = report(*ferry())
    layers = (
        collation.claims,
        collation.ledger,
        collation.divergences,
        collation.quotes,
        collation.entities,
        collation.timeline,
        collation.reprints,
    )
    for rows in layers:
        assert rows
        for row in rows:
            told = explain(collation, row.id)
            assert row.id in told
            assert "«" in told


def test_a_finding_names_its_rule_and_the_rules_reason() -> None:
    """The reason comes from the stage that owns the rule."""
    collation = report(*ferry())
    assert "Somebody made it by hand." in explain(collation, collation.claims[0].id)


def test_an_unknown_id_is_an_error_that_names_it() -> None:
    """Nothing is made up for an id that nobody has."""
    with pytest.raises(KeyError, match="c0000000000"):
        explain(report(*ferry()), "c0000000000")
