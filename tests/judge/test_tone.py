"""The tone of an account: from its own voice's words, with counts that a reader can check."""

from evaluation.steps import annotated
from variorum.judge.tone import tones
from variorum.model.alignment import Entity, Key
from variorum.model.finding import Origin
from variorum.model.markup import AnnotatedAccount
from variorum.model.text import Account

PLAIN = "The council met on Friday. It voted for the bridge. Work starts in May. The cost is four million euros. " * 4
LOUD = (
    "The shameless council met on Friday. It was a disgraceful farce. Its cronies brazenly rammed the bridge through. "
    "The cost is four million euros. Work starts in May. "
)
SAID = (
    "“It was a disgraceful farce by shameless cronies,” said Ana Ruiz. The council met on Friday. Work starts in May. "
    * 3
)


def _marked(text: str, name: str = "a.txt") -> AnnotatedAccount:
    account = Account(text=text.strip(), names=(name,), published="2022-03-17")
    return annotated(account, "sentences", "cast", "attributions", "quotes", "wording")


def test_plain_and_loaded_are_told_apart() -> None:
    """Both say why, with examples where there are some."""
    (plain,) = tones((_marked(PLAIN),), ())
    (loud,) = tones((_marked(LOUD),), ())
    assert plain.tone.startswith("neutral")
    assert loud.tone.startswith("loaded in its own voice")
    assert "shameless" in loud.why
    assert plain.loaded < loud.loaded <= 1


def test_a_source_s_words_are_not_held_against_the_account() -> None:
    """Loaded words inside quotes are counted apart."""
    (said,) = tones((_marked(SAID),), ())
    assert said.tone.startswith("neutral")
    assert "only its sources say" in said.why


def test_neither_order_nor_company_changes_a_tone() -> None:
    """Each account is judged alone."""
    first, second = _marked(PLAIN), _marked(LOUD)
    assert tones((first, second), ()) == tones((second, first), ())
    assert set(tones((first,), ())) <= set(tones((first, second), ()))


def test_voices_are_shares_of_quoted_words() -> None:
    """All that is quoted is one entity's."""
    marked = _marked(SAID)
    speakers = {quote.speaker for quote in marked.quotes if quote.speaker is not None}
    entities = tuple(
        Entity(name="Ana Ruiz", kind="person", members=(Key(marked.id, speaker),), evidence=(marked.sentences[0].span,),
               origin=Origin("test"))
        for speaker in sorted(speakers)
    )  # fmt: skip
    (tone,) = tones((marked,), entities)
    assert all(0 < share <= 1 for _, share in tone.voices)
    assert len(tone.voices) == len(entities)


def test_an_account_without_sentences_has_no_tone() -> None:
    """Nothing to cite, nothing to say."""
    assert tones((AnnotatedAccount(account=Account(text="", names=("a",))),), ()) == ()
