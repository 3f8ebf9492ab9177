"""Views: what the aligner sees of a claim."""

import numpy as np

from tests.report.made import Made, entity, spoken
from variorum.align.views import stems_of, views_of
from variorum.model.alignment import Key
from variorum.model.markup import Argument, Frame

TEXT = "Varga signed 12 treaties on Monday"


def _account(outlet: str = "Herald") -> Made:
    made = Made(f"{TEXT}, the {outlet} writes.", outlet)
    varga = made.who("Varga", "Varga")
    made.when("Monday", "2024-03-04")
    made.counts("12", 12, 12, "treaty")
    agent = Argument("agent", made.span("Varga"), "Varga", varga)
    made.says(TEXT, frame=Frame("sign", made.span("signed"), (agent,)), source=spoken(varga, "Varga"))
    return made


def test_slots_are_the_storys_own() -> None:
    """Entities instead of an account's referents, calendar values, numbers with units."""
    made = _account()
    (view,) = views_of([made.done()], [entity([made], "Varga")]).views
    assert (view.agent, view.speaker, view.entities) == (0, 0, frozenset({0}))
    assert (view.times, view.numbers, view.predicate) == (frozenset({"2024-03-04"}), ((12, 12, "treaty"),), "sign")


def test_someone_who_is_no_entity_is_nobody() -> None:
    """A referent that the story's cast leaves out fills no slot."""
    (view,) = views_of([_account().done()], []).views
    assert (view.agent, view.entities) == (None, frozenset())


def test_stems_leave_small_words_out() -> None:
    """Content words and figures, whatever their ending."""
    assert stems_of("The treaties that he signed") == stems_of("signs a treaty")
    assert stems_of("12 of them") == frozenset({"12"})


def test_the_order_of_the_accounts_changes_nothing() -> None:
    """Rows stand in the order of their keys, and equal words get equal vectors."""
    one, two = _account("Herald").done(), _account("Courier").done()
    there, back = views_of([one, two], []), views_of([two, one], [])
    assert there.views == back.views
    assert [view.key for view in there.views] == sorted(view.key for view in there.views)
    assert np.array_equal(there.clauses, back.clauses)
    assert np.array_equal(there.sentences, back.sentences)


def test_equal_clauses_are_near_and_others_are_not() -> None:
    """The vectors mean something."""
    one, two = Made("The mine collapsed.", "Herald"), Made("The choir sang hymns.", "Courier")
    one.says("The mine collapsed")
    two.says("The choir sang hymns")
    copy = Made("The mine collapsed.", "Post")
    copy.says("The mine collapsed")
    views = views_of([each.done() for each in (one, two, copy)], [])
    row = {view.key: at for at, view in enumerate(views.views)}
    a, b, c = (row[Key(each.account.id, 0)] for each in (one, two, copy))
    assert views.clauses[a] @ views.clauses[c] > 0.99
    assert views.clauses[a] @ views.clauses[b] < 0.5


def test_a_story_without_claims_has_no_rows() -> None:
    """Nothing is embedded."""
    views = views_of([Made("Nothing.", "Herald").done()], [])
    assert views.views == ()
    assert len(views.clauses) == len(views.sentences) == 0
