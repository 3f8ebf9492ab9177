"""A negotiation has parties, teams and helpers; a story of anything else has none."""

from tests.report.made import Made, entity, ferry
from variorum.model.alignment import Alignment, Entity
from variorum.model.judgement import Judgements
from variorum.model.markup import Argument, Frame
from variorum.report import report
from variorum.report.catalogue import catalogue
from variorum.report.masks import masked, pattern


def talks() -> tuple[list[Made], Alignment]:
    """Two accounts of talks between two invented states, in a third one's capital."""
    one = Made(
        "Norland and Sudmark delegations met for talks in Porto Vara.\n"
        "Norland's delegation is led by Trade Minister Edda Holm.\n"
        "She is joined by Per Lund and Asa Berg.\n"
        "The talks were mediated by Estavia.\n"
        "Negotiations between Norland and Sudmark will resume.",
        "Herald",
    )
    two = Made(
        "Talks between Norland and Sudmark opened in Porto Vara.\n"
        "Rui Paz heads the Sudmark delegation.\n"
        "Observers from Ostia followed the talks.\n"
        "The negotiators of Norland left early.",
        "Gazette",
    )
    for each in (one, two):
        for name in ("Norland", "Sudmark", "Estavia", "Ostia"):
            _all(each, name, "country")
        for name in ("Edda Holm", "Per Lund", "Asa Berg", "Rui Paz"):
            _all(each, name, "person")
        _all(each, "Porto Vara", "place")
    one.says("Norland's delegation is led by Trade Minister Edda Holm")
    one.says("She is joined by Per Lund and Asa Berg")
    agent, team = two.span("Rui Paz"), two.span("the Sudmark delegation")
    arguments = (Argument("agent", agent, "Paz", two.names["Rui Paz"]), Argument("patient", team, "delegation"))
    two.says("Rui Paz heads the Sudmark delegation", frame=Frame("head", two.span("heads"), arguments, "present"))
    made = [one, two]
    entities: list[Entity] = [entity(made, name, "country") for name in ("Norland", "Sudmark", "Estavia", "Ostia")]
    entities += [entity(made, name, affiliation=0) for name in ("Edda Holm", "Per Lund", "Asa Berg")]
    entities += [entity(made, "Rui Paz", affiliation=1), entity(made, "Porto Vara", "place")]
    return made, Alignment(entities=tuple(entities))


def test_the_table_of_a_negotiation() -> None:
    """Parties with heads and members, the mediator, the observers, the venue."""
    made, alignment = talks()
    collation = report(tuple(each.done() for each in made), alignment, Judgements())
    names = {row.id: row.name for row in collation.entities}
    table = collation.negotiation
    teams = {
        names[party.entity]: [(names[each.entity], each.head) for each in party.delegation] for party in table.parties
    }
    assert teams == {
        "Norland": [("Edda Holm", True), ("Per Lund", False), ("Asa Berg", False)],
        "Sudmark": [("Rui Paz", True)],
    }
    assert [names[each] for each in table.mediators] == ["Estavia"]
    assert [names[each] for each in table.observers] == ["Ostia"]
    assert table.venue is not None
    assert names[table.venue] == "Porto Vara"


def test_every_member_of_a_team_is_cited() -> None:
    """A delegate comes with the claim that names him."""
    made, alignment = talks()
    collation = report(tuple(each.done() for each in made), alignment, Judgements())
    claims = {row.id: row.text for row in collation.claims}
    names = {row.id: row.name for row in collation.entities}
    for party in collation.negotiation.parties:
        for each in party.delegation:
            assert names[each.entity] in claims[each.claims[0]]


def test_an_accident_has_no_parties() -> None:
    """A ferry aground is no negotiation, whoever speaks of it."""
    table = report(*ferry()).negotiation
    assert table.parties == ()
    assert table.mediators == ()
    assert table.venue is None


def test_a_passing_word_of_talks_makes_no_negotiation() -> None:
    """One sentence about talks in a story of something else is not enough."""
    made = Made(
        "Talks between Norland and Sudmark go on.\n" + "\n".join(f"It rained on day {n}." for n in range(40)), "X"
    )
    for name in ("Norland", "Sudmark"):
        _all(made, name, "country")
    alignment = Alignment(entities=(entity([made], "Norland", "country"), entity([made], "Sudmark", "country")))
    assert report((made.done(),), alignment, Judgements()).negotiation.parties == ()


def test_masks_keep_sentences_readable_for_patterns() -> None:
    """Names of any length become one sign."""
    made, alignment = talks()
    texts = [each.text for each in masked(catalogue(tuple(each.done() for each in made), alignment))]
    assert any(pattern(r"E and E (?:\w{1,9} ){0,2}<team>").search(text) for text in texts)


def _all(made: Made, name: str, kind: str) -> None:
    """A mention for every place where a name stands."""
    text = made.account.text
    start = 0
    while (at := text.find(name, start)) >= 0:
        made.mention_at(name, at, kind)
        start = at + len(name)
