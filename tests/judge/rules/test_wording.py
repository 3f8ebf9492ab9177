"""Wording: one utterance, quoted in two ways."""

from tests.judge.made import pairing
from tests.report.made import Made
from variorum.judge.rules.found import Found
from variorum.judge.rules.wording import differing


def _found(left: str, right: str, speakers: tuple[str, str] = ("Varga", "Varga")) -> Found | None:
    made = []
    for outlet, words, speaker in (("Herald", left, speakers[0]), ("Courier", right, speakers[1])):
        account = Made(f"{words}, {speaker} said.", outlet)
        account.quoted(words, account.who(speaker, speaker), speaker)
        account.says(words)
        made.append(account)
    return differing(pairing(*made))


ONE = "“We will never accept a border drawn by strangers”"
OTHER = "“We will never accept a frontier drawn by foreigners”"


def test_another_rendering_parts() -> None:
    """The words that changed are named; both quotations are the values."""
    found = _found(ONE, OTHER)
    assert found is not None
    assert found.values == (ONE, OTHER)
    assert "border" in found.why


def test_a_shorter_quotation_does_not() -> None:
    """Cutting a quotation changes no word of it."""
    assert _found(ONE, "“We will never accept a border drawn”") is None


def test_two_speakers_do_not() -> None:
    """Two people may say nearly the same."""
    assert _found(ONE, OTHER, ("Varga", "Olsen")) is None
