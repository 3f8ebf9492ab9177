"""What a page calls solid, and what it marks as disputed."""

from dataclasses import replace

from tests.report.made import HERE, Made, ferry, group
from variorum.model.alignment import Alignment, Key
from variorum.model.collation import Collation, DivergenceRow
from variorum.model.judgement import Divergence, Judgements, Severity
from variorum.report import report
from variorum.report.page import page
from variorum.settings import Settings

SHUT = ("The harbour board shut the wooden pier", "The wooden pier was shut by the harbour board")


def _story(
    told: tuple[tuple[str, ...], ...], parted: tuple[int, int] | None = None, severity: Severity = "conflict"
) -> Collation:
    """Rows of claims, the claim at a place of a row told by the account of that place; the rows may be set apart."""
    made = [
        Made("\n".join(f"{row[at]}." for row in told if at < len(row)), f"P{at}", f"2024-03-0{at + 5}")
        for at in range(2)
    ]
    for each in made:
        for words, number in (("41 people from", 41), ("41 people off", 41), ("41 people to", 41), ("60 people", 60)):
            if words in each.account.text:
                each.counts(words, number, number, "person")
    rows: list[list[Key]] = [[made[at].says(words) for at, words in enumerate(row)] for row in told]
    story = {each.account.id: each for each in made}
    found = ()
    if parted:
        left, right = (tuple(rows[at]) for at in parted)
        found = (Divergence(
            evidence=tuple(made[0].claims[0].evidence), origin=HERE, kind="number", severity=severity, between="accounts",
            sides=(left, right), values=("41", "60"), why="two numbers", score=1.0,
        ),)  # type: ignore[assignment]  # fmt: skip
    alignment = Alignment(groups=tuple(group(story, *keys) for keys in rows))
    return report([each.done() for each in made], alignment, Judgements(divergences=found))


def _solid(collation: Collation) -> list[str]:
    return [row.text for row in page(collation, Settings()).solid]


def test_what_every_account_behind_it_bears_is_solid() -> None:
    """What two accounts share but a name of is not."""
    assert _solid(_story((SHUT,))) == [SHUT[0]] or _solid(_story((SHUT,))) == [SHUT[1]]
    assert (
        _solid(_story((("The harbour board shut the wooden pier", "The harbour board met its new mayor for lunch"),)))
        == []
    )


def test_only_those_who_bear_it_count() -> None:
    """An account that is joined and tells less neither counts nor keeps the others from standing."""
    texts = (*SHUT, "The harbour board met its new mayor for lunch")
    made = [Made(f"{text}.", f"P{at}", f"2024-03-0{at + 5}") for at, text in enumerate(texts)]
    keys = [each.says(text) for each, text in zip(made, texts, strict=True)]
    story = {each.account.id: each for each in made}
    collation = report([each.done() for each in made], Alignment(groups=(group(story, *keys),)), Judgements())
    (row,), (kept,) = collation.ledger, page(collation, Settings()).solid
    assert (row.accounts, row.origins) == (3, 3)
    assert (kept.accounts, kept.origins, kept.witnesses, len(kept.claims)) == (2, 2, 2, 2)
    assert row.borne is not None
    assert set(row.borne.accounts) == {each.account.id for each in made[:2]}


def test_a_row_that_one_account_alone_bears_is_told_alike() -> None:
    """It is not called corroborated, and the others are not said to tell it."""
    told = "The harbour board shut the wooden pier for repairs", "The harbour board sold the old ferry to a museum"
    collation = _story((told,))
    (row,), view = collation.ledger, page(collation, Settings())
    assert row.status == "corroborated"
    assert view.status(view.shared[0]) == "alike"
    assert sorted(view.stand(row, each.id, "asserts") for each in collation.accounts) == ["alike", "asserts"]


def test_nothing_is_both_solid_and_disputed() -> None:
    """Not even another row that gives the same number of the same thing."""
    saved = ("Rescuers took 41 people from the ferry", "Rescuers took 41 people off the ferry")
    other = ("Rescuers brought 41 people to the old town hall", "Rescuers brought 41 people to the town hall")
    more = ("Some 60 people were taken from the ferry by rescuers",)
    assert len(_solid(_story((saved, other)))) == 2
    assert _solid(_story((saved, other, more), parted=(0, 2))) == []


def test_a_row_is_not_disputed_for_what_it_does_not_say() -> None:
    """A claim of the row is a side of a divergence about a number that the row's text does not give."""
    more = "The hall of the old town was where rescuers took everybody, and they counted 41 people"
    rows = (("Rescuers brought everybody to the old town hall", more), ("60 people",))
    collation = _story(rows)
    claims = {each.text: each.id for each in collation.claims}
    sides = ((claims[more],), (claims["60 people"],))
    values = ("41", "60")
    parted = DivergenceRow(
        id="d1", kind="number", severity="conflict", between="accounts", sides=sides, values=values, why=".", score=1.0
    )
    assert _solid(replace(collation, divergences=(parted,))) == [rows[0][0]]
    gist = replace(parted, sides=((claims[rows[0][0]],), sides[1]))
    assert _solid(replace(collation, divergences=(gist,))) == []


def test_a_later_number_stays_solid_where_an_earlier_one_is_corrected() -> None:
    """Of an update, the early side alone is left out, and the brief says what came after."""
    early = ("Rescuers took 41 people from the ferry",)
    late = ("Later on rescuers counted 60 people from the ferry", "Later on rescuers counted 60 people off the ferry")
    found = _story((late, early), parted=(1, 0), severity="update")
    assert _solid(found) == [late[0]] or _solid(found) == [late[1]]


def test_only_words_that_are_a_side_are_marked() -> None:
    """A line that rests on the same row and prints something else is not in dispute."""
    collation = report(*ferry())
    point = next(each for section in collation.brief.sections for each in section.points if "41 people" in each.text)
    view = page(collation, Settings())
    assert view.mark(point) == " (disputed: the number)"
    assert view.mark(replace(point, text="Rescuers came at dawn", group="")) == ""


def test_what_the_accounts_open_with_comes_first() -> None:
    """Whatever the weight of another row."""
    filler = "It rained all day on the quay of Kallan and nobody came out to look at the boats. " * 12
    old = "The wooden pier was built by the harbour board for the summer fair"
    made = [Made(f"{SHUT[at]}.\n{filler}\n{old}.", f"P{at}", f"2024-03-0{at + 5}") for at in range(2)]
    rows = [[each.says(old) for each in made], [each.says(SHUT[at]) for at, each in enumerate(made)]]
    story = {each.account.id: each for each in made}
    alignment = Alignment(groups=tuple(group(story, *keys) for keys in rows))
    solid = _solid(report([each.done() for each in made], alignment, Judgements()))
    assert solid[0] in SHUT


def test_what_was_corrected_is_not_solid() -> None:
    """However many accounts recall it."""
    said = ("The wooden pier was initially reported to be shut", "The wooden pier was initially reported shut")
    assert _solid(_story((said, SHUT))) in ([SHUT[0]], [SHUT[1]])


def test_a_guess_is_not_solid_however_many_make_it() -> None:
    """Nor is what would be under a condition; what is asserted is."""
    kept = {}
    for modality in ("asserted", "possible", "conditional"):
        made = [Made(f"{words}.", f"P{at}") for at, words in enumerate(SHUT)]
        keys = [each.says(words, modality=modality) for each, words in zip(made, SHUT, strict=True)]
        story = {each.account.id: each for each in made}
        alignment = Alignment(groups=(group(story, *keys),))
        kept[modality] = len(_solid(report([each.done() for each in made], alignment, Judgements())))
    assert kept == {"asserted": 1, "possible": 0, "conditional": 0}


def test_what_says_that_something_is_pictured_is_no_news() -> None:
    """The words of a caption, wherever they stand."""
    told = "The wooden pier (pictured) was shut by the harbour board"
    assert _solid(_story(((told, told),))) == []
