"""Sentences: kinds, sections, datelines; nothing glued, nothing but words, offsets inside the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.steps import annotated
from variorum.annotate.sentences import RULES
from variorum.model.markup import Sentence
from variorum.model.text import Account

REPORT = """Ferry crew walks out

HARBOUR TOWN (NWS) — The crew of the night ferry stopped work on Monday. "We are tired," the mate said.

What they want

• Two more hands on deck
• Pay for waiting hours
—
File photo courtesy of the port
The owners declined to comment.
"""


def _sentences(text: str) -> tuple[Sentence, ...]:
    return annotated(Account(text=text, names=("a.txt",)), "sentences").sentences


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(each.kind, text[each.span.start : each.span.end]) for each in _sentences(text)]


def test_each_kind_of_line_is_told() -> None:
    """Headline, dateline, body, heading, bullets and caption each stand alone; a lone dash is no sentence."""
    assert [kind for kind, _ in _kinds(REPORT)] == [
        "headline", "dateline", "body", "body", "heading", "bullet", "bullet", "caption", "body",
    ]  # fmt: skip


def test_a_dateline_is_not_glued_to_its_sentence() -> None:
    """The first sentence begins after the dash."""
    texts = [text for _, text in _kinds(REPORT)]
    assert texts[1] == "HARBOUR TOWN (NWS) —"
    assert texts[2].startswith("The crew")


def test_sentences_know_their_heading() -> None:
    """What stands under a heading points to it, what stands before it to none."""
    found = _sentences(REPORT)
    heading = next(at for at, each in enumerate(found) if each.kind == "heading")
    assert found[2].section is None
    assert all(each.section == heading for each in found[heading + 1 :])


def test_a_place_before_a_dash_in_running_text_is_no_dateline() -> None:
    """`Harbour Town — the old port — …` stays one sentence."""
    assert [kind for kind, _ in _kinds("Harbour Town — the old port — was quiet on Monday.")] == ["body"]


def test_rules_are_named() -> None:
    """Every sentence's rule is one of the module's."""
    known = {rule.id for rule in RULES}
    assert all(each.origin.rule in known for each in _sentences(REPORT))


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="Aa .\n—-•“”\u202e\x00,:1", max_size=200))
def test_any_text_is_cut_in_order(text: str) -> None:
    """Sentences stand in order, do not overlap, hold a letter or digit, and no line end."""
    end = 0
    for each in _sentences(text):
        words = text[each.span.start : each.span.end]
        assert each.span.start >= end
        assert any(sign.isalnum() for sign in words)
        assert "\n" not in words
        end = each.span.end


def test_a_sentence_without_end_is_cut() -> None:
    """No step meets a sentence of a hundred thousand characters."""
    assert max(len(each.span) for each in _sentences("word " * 20_000)) <= 5_000
