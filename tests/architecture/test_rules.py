"""Rules: every one has an id of its own and a reason of its own, in one sentence."""

import importlib
import pkgutil
from collections import Counter

import variorum
from variorum.model.finding import Rule


def _rules() -> list[tuple[str, Rule]]:
    found = []
    for info in pkgutil.walk_packages(variorum.__path__, "variorum."):
        module = importlib.import_module(info.name)
        found += [(info.name, rule) for rule in getattr(module, "RULES", ()) if isinstance(rule, Rule)]
    return found


def test_ids_and_reasons_are_unique() -> None:
    """A reader who sees a reason can be sure which rule it is."""
    rules = {(rule.id, rule.why) for _, rule in _rules()}
    assert not [each for each, count in Counter(identifier for identifier, _ in rules).items() if count > 1]
    assert not [each for each, count in Counter(why for _, why in rules).items() if count > 1]


def test_reasons_are_sentences() -> None:
    """They begin large and end with a full stop."""
    assert not [
        (name, rule.id)
        for name, rule in _rules()
        if not (rule.why.lstrip("“")[:1].isupper() and rule.why.endswith("."))
    ]
