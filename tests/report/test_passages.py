"""Cutting a text at claims loses nothing, however claims nest and overlap."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.model.collation import ClaimRow, MarkRow, SourceRow
from variorum.report.passages import blocks, highlight

TEXT = "One quiet line here.\nAnother line, rather longer than the first one was.\n\nThe last."


def claim(number: int, at: tuple[int, int]) -> ClaimRow:
    return ClaimRow(
        id=f"c{number}",
        account="a",
        at=at,
        text=TEXT[at[0] : at[1]],
        polarity="positive",
        modality="asserted",
        source=SourceRow(kind="outlet"),
    )


PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda at: at[0] < at[1])


@given(st.lists(PLACES, max_size=12), st.lists(PLACES, max_size=4))
def test_pieces_join_to_the_text_and_every_claim_begins_once(
    places: list[tuple[int, int]], marks: list[tuple[int, int]]
) -> None:
    """All words stand in order; a claim's anchor stands exactly once unless it begins in white space between lines."""
    claims = [claim(number, at) for number, at in enumerate(places)]
    found = blocks(TEXT, claims, [MarkRow(at=at, kind="loaded", entry="en.loaded.1") for at in marks])
    lines = [line for line in TEXT.split("\n") if line.strip()]
    assert ["".join(piece.text for piece in block.pieces) for block in found] == lines
    begun = [each for block in found for piece in block.pieces for each in piece.begins]
    assert len(begun) == len(set(begun))
    assert {each.id for each in claims if TEXT[each.at[0]] != "\n"} <= set(begun)


def test_covering_claims_are_named_on_every_piece() -> None:
    """Words inside two claims name both."""
    (first, *_) = blocks(TEXT, [claim(0, (0, 9)), claim(1, (4, 14))], ())
    assert [(piece.text, piece.claims) for piece in first.pieces] == [
        ("One ", ("c0",)),
        ("quiet", ("c0", "c1")),
        (" line", ("c1",)),
        (" here.", ()),
    ]


def test_highlighting_keeps_every_word() -> None:
    """The words are flagged where they stand; absent words flag nothing."""
    assert highlight("about 41 people", "41") == (("about ", False), ("41", True), (" people", False))
    assert highlight("about 41 people", "sixty") == (("about 41 people", False),)
