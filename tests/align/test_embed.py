"""The encoder: each text once, side by side, and the parts of a text."""

from collections import Counter

import numpy as np
import pytest

from tests.report.made import Made
from variorum.align.embed import SIZE, Encoder, Hidden, Passage, encoder
from variorum.align.views import views_of

TEXTS = [f"The {noun} of Brennik {verb} on Monday." for noun in ("mine", "choir", "port") for verb in ("closed", "met")]


def test_each_sentence_of_a_story_is_embedded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many claims stand in it, and however many accounts have it."""
    run = Encoder._run
    seen: Counter[str] = Counter()

    def counted(self: Encoder, texts: list[str]) -> list[tuple[str, Hidden]]:
        seen.update(texts)
        return run(self, texts)

    monkeypatch.setattr(Encoder, "_run", counted)
    one, two = (Made("The mine closed and the miners left.", outlet) for outlet in ("Herald", "Courier"))
    for made in (one, two):
        made.says("The mine closed")
        made.says("the miners left")
    views = views_of([one.done(), two.done()], [])
    assert len(views.views) == 4
    assert set(seen.values()) == {1}


def test_texts_come_by_length_whatever_runs_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of one text each come back in their order, and are what they are in any order of the texts."""
    monkeypatch.setattr("variorum.align.embed.BATCH_TOKENS", 1)
    found = list(encoder("claims").stream(TEXTS))
    assert [text for text, _ in found] == sorted(TEXTS, key=lambda text: (len(text), text))
    back = encoder("claims").hidden(reversed(TEXTS))
    assert all(np.array_equal(back[text].vectors, hidden.vectors) for text, hidden in found)


def test_a_part_is_the_mean_of_its_own_tokens() -> None:
    """Of a part without tokens, the text's; all of unit length."""
    rows = np.zeros((3, SIZE), np.float16)
    rows[0, 0], rows[1, 1], rows[2, 1] = 1.0, 2.0, 4.0
    hidden = Hidden(rows, np.array([[0, 3], [4, 6], [6, 9]], np.int32))
    parts = hidden.parts([(0, 3), (4, 9), (3, 4)])
    assert parts[0, 0] == parts[1, 1] == 1.0
    assert np.array_equal(parts[2], hidden.whole())
    assert np.allclose(np.linalg.norm(parts, axis=1), 1.0)
    assert hidden.parts([]).shape == (0, SIZE)


def test_passages_have_the_vectors_of_their_parts() -> None:
    """A part that is the whole text is near it."""
    whole, parts = encoder("claims")([Passage("The mine closed.", ((0, 16), (4, 8))), Passage("The choir met.")])
    assert whole.shape == (2, SIZE)
    assert whole[0] @ parts[0][0] > 0.9
    assert [len(each) for each in parts] == [2, 0]
