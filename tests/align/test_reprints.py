"""Reprints: shared passages outside quotation marks."""

from variorum.align.reprints import align_reprints
from variorum.model.finding import Origin
from variorum.model.markup import AnnotatedAccount, Quote
from variorum.model.text import Account, Span

WIRE = (
    "Rescue crews reached the last cabin of the stranded cable car shortly after nine in the evening, the valley's fire brigade"
    " said, and brought all eleven passengers down on ropes."
)
OWN = "The owner of the lift, a family firm, has promised to tell the canton by Monday why the second motor did not start."


def account(text: str, outlet: str) -> AnnotatedAccount:
    return AnnotatedAccount(account=Account(text=text, names=(outlet,), outlet=outlet))


def test_a_shared_passage_is_found_with_its_exact_words() -> None:
    """Both sides of a passage are the same words, and the share is of the shorter account."""
    left, right = account(f"{WIRE} {OWN}", "one"), account(f"A long night ended well.\n{WIRE}", "two")
    (reprint,) = align_reprints((left, right))
    texts = {left.id: left.account.text, right.id: right.account.text}
    for first, second in reprint.pairs:
        assert texts[first.account][first.start : first.end] == texts[second.account][second.start : second.end]
    assert reprint.share > 0.7


def test_a_lightly_edited_copy_is_still_one_passage() -> None:
    """Two words changed do not cut the passage in two."""
    edited = WIRE.replace("shortly after nine", "just past nine").replace("brought", "carried")
    (reprint,) = align_reprints((account(WIRE, "one"), account(edited, "two")))
    assert reprint.share > 0.6


def test_a_quotation_in_common_is_no_reprint() -> None:
    """Two outlets that quote one speaker took nothing from each other."""
    spoken = f"“{WIRE}”"
    both = []
    for outlet, head in (("one", "The brigade told us: "), ("two", "In a statement it said: ")):
        marked = account(head + spoken, outlet)
        span = Span(marked.id, len(head), len(head) + len(spoken))
        quote = Quote(text=WIRE, kind="direct", evidence=(span,), origin=Origin("test"))
        both.append(AnnotatedAccount(account=marked.account, quotes=(quote,)))
    assert align_reprints(tuple(both)) == ()


def test_the_order_of_accounts_changes_nothing() -> None:
    """Reprints are the same whichever account is read first."""
    left, right = account(f"{WIRE} {OWN}", "one"), account(f"{OWN} {WIRE}", "two")
    assert align_reprints((left, right)) == align_reprints((right, left))


def test_a_wire_credit_is_named() -> None:
    """An account that credits an agency says whose passage it is."""
    (reprint,) = align_reprints((account(f"(Reuters) {WIRE}", "one"), account(WIRE, "two")))
    assert reprint.credit == "Reuters"
