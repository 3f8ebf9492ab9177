"""What reads like a position and is none: charges, guesses, promises of long ago, stances since left."""

from dataclasses import replace

import pytest

from tests.judge.test_positions import TALKS, told
from tests.report.made import Made, entity, spoken
from variorum.judge.hearsay import _is_old
from variorum.judge.places import Place
from variorum.judge.positions import positions
from variorum.model.alignment import Alignment
from variorum.model.judgement import Position
from variorum.model.markup import Argument, Attribution, Frame
from variorum.model.text import Span


@pytest.mark.parametrize(
    "text",
    [
        "The complaint alleges that Norland wants the mine for itself",
        "The growers fear Norland seeks a monopoly",
        "The talks broke over Norland’s alleged demand for the mine",
        "Norland allegedly asked the growers to leave",
        "Norland clearly hoped to change the subject",
        "The choice of envoys came late, suggesting that Norland wants the mine",
    ],
)
def test_only_who_charges_or_guesses_holds_it(text: str) -> None:
    """Inside what somebody alleges, fears or supposes of a party, that party has no position."""
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Norland suggested that Norland wants the mine", True),
        ("Norland’s claim that Norland seeks peace was heard", True),
        ("Sudmark suggested that Norland wants the mine", False),
        ("Despite claims by Sudmark, Norland wants the mine", True),
    ],
)
def test_a_partys_own_belief_is_no_charge(text: str, shown: bool) -> None:
    """What a party itself believes, and a charge that a comma has closed, leave the stance its own."""
    made = Made(f"{text}.{TALKS}", "Herald")
    for name in ("Norland", "Sudmark"):
        for at in (at for at in range(len(text)) if text.startswith(name, at)):
            made.mention_at(name, at, "country")
    made.says(text, frame=None)
    names = [name for name in ("Norland", "Sudmark") if name in made.names]
    found = positions((made.done(),), Alignment(entities=tuple(entity([made], name, "country") for name in names)))
    assert [each.party for each in found] == [0] * shown


@pytest.mark.parametrize(
    "text",
    [
        "Norland previously pledged to free the pilots",
        "On the campaign trail, Norland promised to free the pilots",
        "Norland, which vowed to free the pilots, reversed course",
        "Norland was unable to deliver on Norland’s promise of a truce",
        "The men recalled Norland’s previous offer of a truce",
    ],
)
def test_what_was_once_or_was_left_is_no_position(text: str) -> None:
    """A pledge of another time, one that was given up, one that was not kept."""
    assert told(text) == ()


def dated(words: str, value: str) -> list[str]:
    made = Made(f"{words} Norland vowed to free the pilots.{TALKS}", "Herald", published="2024-03-05")
    made.who("Norland", "Norland", "country")
    made.when(words.rsplit(maxsplit=1)[-1].strip(","), value)
    made.says(f"{words} Norland vowed to free the pilots")
    found = positions((made.done(),), Alignment(entities=(entity([made], "Norland", "country"),)))
    return [each.stance for each in found]


def test_a_day_long_before_the_account_makes_a_promise_past() -> None:
    """What an account dates half a year back is past; what it dates last week stands."""
    assert dated("In August,", "2023-08") == []
    assert dated("On Friday,", "2024-03-01") == ["offer"]


def said_by(text: str, kind: str, source: str, cue: str = "said") -> tuple[Position, ...]:
    made = Made(f"{text}, {source} {cue}.{TALKS}", "Herald")
    made.who("Norland", "Norland", "country")
    made.says(text, source=replace(spoken(None, source, kind), cue=cue))
    return positions((made.done(),), Alignment(entities=(entity([made], "Norland", "country"),)))


def test_what_others_say_that_a_party_wants_is_a_guess() -> None:
    """Aides may know; analysts and opponents guess. What a party has agreed to, others may tell."""
    wants = "Norland wants the mine"
    assert said_by(wants, "anonymous", "analysts") == ()
    assert said_by(wants, "speaker", "the mill") == ()
    assert [each.known for each in said_by(wants, "anonymous", "aides")] == ["anonymous"]
    assert [each.known for each in said_by("Norland accepted the truce", "speaker", "the mill")] == ["third-party"]
    assert said_by("Norland rejected the truce", "anonymous", "some", "argue") == ()


def test_own_words_that_another_retells_are_not_as_it_says_itself() -> None:
    """ "Norland said it rejects the truce", Sudmark wrote: Sudmark tells it."""
    text = "Norland rejects the truce"
    made = Made(f"“Norland said {text},” Sudmark wrote.{TALKS}", "Herald")
    norland, sudmark = made.who("Norland", "Norland", "country"), made.who("Sudmark", "Sudmark", "country")
    at = made.account.text.index(text)
    made.mention_at("Norland", at, "country")
    made.says(text, source=spoken(norland, "Norland"))
    alignment = Alignment(entities=tuple(entity([made], name, "country") for name in ("Norland", "Sudmark")))
    (alone,) = positions((made.done(),), alignment)
    whole = Span(made.account.id, 0, at + len(text) + 2)
    outer = Attribution(evidence=(whole,), origin=alone.origin, content=(whole,), speaker=sudmark)
    (retold,) = positions((replace(made.done(), attributions=(outer,)),), alignment)
    assert (alone.known, retold.known) == ("self-stated", "third-party")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Norland praised the truce", True),
        ("Norland praised its long friendship with the mill", False),
        ("Norland criticized the tie of the mayor", False),
    ],
)
def test_praise_and_criticism_are_stances_only_on_the_matter(text: str, shown: bool) -> None:
    """Whoever praises what the story is about accepts it; other praise and blame is no position."""
    also = "The truce talks resumed.\nSudmark rejects the truce.\nNo deal is near.\nThe mediators left the talks."
    made = Made(f"{also}\n{text}.", "Herald")
    for name in ("Norland", "Sudmark"):
        made.who(name, name, "country")
    made.says(text)
    made.says("Sudmark rejects the truce")
    alignment = Alignment(entities=tuple(entity([made], name, "country") for name in ("Norland", "Sudmark")))
    found = positions((made.done(),), alignment)
    assert ("Norland" in {alignment.entities[each.party].name for each in found}) is shown


@pytest.mark.parametrize(
    "text",
    [
        "Norland rejected these conditions as a trap",
        "Norland welcomed what the envoys said",
        "The envoys reiterated its desire for a truce",
        "The men praised Norland’s willingness to engage",
    ],
)
def test_an_issue_or_holder_that_the_words_do_not_tell_is_none(text: str) -> None:
    """A demonstrative, a clause about what was said, a pronoun after another subject than it was taken for."""
    assert told(text) == ()


def test_whoever_affirms_a_commitment_offers_nothing() -> None:
    """A commitment affirmed is accepted; one that is made is offered."""
    affirmed, made = "Norland affirmed its commitment to the truce", "Norland made a commitment to the truce"
    assert [each.stance for each in (*told(affirmed), *told(made))] == ["accept", "offer"]


def test_a_promise_of_harm_is_a_threat() -> None:
    """Whoever promises violence offers nothing."""
    assert [each.stance for each in told("Norland promised violence to the convoy")] == ["threaten"]


def test_a_bare_office_of_two_parties_is_nobodys_stance() -> None:
    """ "The premier" may be either of two who were named before; with one of them, it is he."""
    text = "premier Ida Brandt met premier Nils Lund. The premier rejected the truce"
    for both in (True, False):
        made = Made(f"{text}.{TALKS}", "Herald")
        made.who("Ida Brandt", "Ida Brandt", title="premier")
        made.who("Nils Lund", "Nils Lund", title="premier" if both else "")
        referent = made.names["Nils Lund" if both else "Ida Brandt"]
        agent = Argument("agent", made.span("The premier"), "premier", referent)
        frame = Frame("reject", made.span("rejected"), (agent,), "past")
        made.says("The premier rejected the truce", frame=frame)
        alignment = Alignment(entities=tuple(entity([made], name) for name in ("Ida Brandt", "Nils Lund")))
        assert [each.party for each in positions((made.done(),), alignment)] == ([] if both else [0])


def test_a_headline_that_was_taken_for_a_name_holds_nothing() -> None:
    """ "Norland Approves Funding" is nobody."""
    made = Made(f"Norland Approves Funding rejects the truce.{TALKS}", "Herald")
    made.who("Norland", "Norland", "country")
    made.who("Norland Approves Funding", "Norland Approves Funding", title="Funding")
    made.says("Norland Approves Funding rejects the truce")
    names = (("Norland", "country"), ("Norland Approves Funding", "person"))
    alignment = Alignment(entities=tuple(entity([made], *each) for each in names))
    assert "person" not in {alignment.entities[each.party].kind for each in positions((made.done(),), alignment)}


@pytest.mark.parametrize(
    ("published", "value", "old"),
    [
        ("2024-09-05", "2024-03-02", True),
        ("2024-09-05T08:00", "2024-08", False),
        ("2024-09-05", "2024-02-31", False),  # no such day
        ("2024-09-05", "0000", False),
        ("2024-00-05", "2024-03-02", False),
        ("2024-09", "2024-03-02", False),  # not known to the day
    ],
)
def test_a_day_that_cannot_be_is_not_old(published: str, value: str, old: bool) -> None:
    """Whatever stands as a date, the stance is judged on."""
    made = Made("In spring it vowed to leave.", "Herald", published)
    made.when("spring", value)
    key = made.says("it vowed to leave")
    marked = made.done()
    assert _is_old(Place(marked, key.index), marked.timexes[0]) == old
