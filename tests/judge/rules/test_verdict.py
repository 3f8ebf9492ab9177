"""Verdicts: one deed, praised and blamed."""

import pytest

from tests.judge.made import aligned, did, told
from tests.report.made import Made, spoken
from variorum.judge.rules.found import Candidate
from variorum.judge.rules.verdict import verdicts

LEAD = "The council signed the harbour deal"


def _called(outlet: str, *said: tuple[str, str, str, str]) -> Made:
    """An account that tells of the deal, and then what each says: speaker, words, verb, what is judged."""
    lines = [f"{LEAD}.", "Rain fell.", "Rain fell.", *(f"{words}, {who} said." for who, words, _, _ in said)]
    made = Made("\n".join(lines), outlet)
    made.says(LEAD, frame=did(made, "sign", "signed", "The council", (("patient", "the harbour deal"),)))
    for who, words, verb, agent in said:
        speaker = made.who(who, who)
        made.says(words, frame=did(made, "be", verb, agent, copular=True), source=spoken(speaker, who))
    return made


def _found(*accounts: Made) -> list[Candidate]:
    return list(verdicts(told(*accounts), aligned(*accounts)))


def _other() -> Made:
    return _called("Post")


GOOD, BAD = ("Varga", "The deal was fair", "was", "The deal"), ("Olsen", "That deal is a disaster", "is", "That deal")


def test_praise_and_blame_of_one_deed_part() -> None:
    """Over two accounts or in one, those who approve stand against those who do not."""
    for accounts in ((_called("Herald", GOOD), _called("Courier", BAD)), (_called("Herald", GOOD, BAD), _other())):
        (found,) = _found(*accounts)
        assert [each.claim.text for each in (*found.first, *found.second)] == [GOOD[1], BAD[1]]
        assert (found.found.severity, found.found.between) == ("tension", "parties")


def test_one_verdict_is_no_difference() -> None:
    """Two who call it bad agree."""
    worse = ("Varga", "The deal was terrible", "was", "The deal")
    assert _found(_called("Herald", worse), _called("Courier", BAD)) == []


def test_who_says_both_takes_no_side() -> None:
    """One and the same speaker praises and blames: which holds is not known."""
    mixed = ("Olsen", "The deal was fair", "was", "The deal")
    assert _found(_called("Herald", mixed), _called("Courier", BAD)) == []


@pytest.mark.parametrize("words", ["The deal was not fair", "The deal was never good"])
def test_a_negation_turns_the_verdict(words: str) -> None:
    """What is not fair is bad."""
    (found,) = _found(_called("Herald", GOOD), _called("Courier", ("Olsen", words, "was", "The deal")))
    assert [each.claim.text for each in found.second] == [words]


def test_a_negation_in_the_verb_turns_it_too() -> None:
    """ "Wasn't fair" is not fair, though the word of negation is the verb's own."""
    made = Made(f"{LEAD}.\nRain fell.\nRain fell.\nThe deal wasn't fair, Olsen said.", "Courier")
    made.says(LEAD, frame=did(made, "sign", "signed", "The council", (("patient", "the harbour deal"),)))
    speaker = made.who("Olsen", "Olsen")
    frame = did(made, "be", "wasn't", "The deal", copular=True)
    made.says("The deal wasn't fair", frame=frame, source=spoken(speaker, "Olsen"), polarity="negative")
    assert len(_found(_called("Herald", GOOD), made)) == 1


def test_another_thing_is_another_verdict() -> None:
    """A bad omelette does not speak against the deal."""
    other = ("Olsen", "That omelette is a disaster", "is", "That omelette")
    assert _found(_called("Herald", GOOD), _called("Courier", other)) == []


def test_the_move_is_what_the_account_told() -> None:
    """Of one account, "the move" is one; of two it may be two."""
    good, bad = ("Varga", "The move was fair", "was", "The move"), ("Olsen", "The step is wrong", "is", "The step")
    assert len(_found(_called("Herald", good, bad), _other())) == 1
    assert _found(_called("Herald", good), _called("Courier", bad)) == []


def test_to_welcome_is_a_verdict() -> None:
    """A verb of praise or blame, in the outlet's own voice, is its agent's verdict."""
    made = Made(f"{LEAD}.\nRain fell.\nRain fell.\nOlsen condemned the deal at noon.", "Courier")
    made.says(LEAD, frame=did(made, "sign", "signed", "The council", (("patient", "the harbour deal"),)))
    made.who("Olsen", "Olsen")
    made.says(
        "Olsen condemned the deal",
        frame=did(made, "condemn", "condemned", "Olsen", (("patient", "the deal"),)),
    )
    assert len(_found(_called("Herald", GOOD), made)) == 1


def test_what_is_called_good_and_bad_is_neither() -> None:
    """Two words that speak against each other make no verdict."""
    torn = ("Olsen", "That deal is a fair disaster", "is", "That deal")
    assert _found(_called("Herald", GOOD), _called("Courier", torn)) == []
