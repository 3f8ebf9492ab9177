"""Writes the clauses of the corpus, with the facts that its marks tell, for the training of the encoder.

`python -m training.clauses` writes out/encoder.pickle, which `training/encoder.py` reads.
"""

import pickle

import numpy as np

from training.stories import ROOT, Prepared, corpus, prepare

__all__ = ["main"]

DATA = ROOT / "out" / "encoder.pickle"


def main() -> None:
    """Write the train and dev stories."""
    DATA.parent.mkdir(exist_ok=True)
    found = {split: [_plain(prepare(story)) for story in corpus(split)] for split in ("train", "dev")}
    DATA.write_bytes(pickle.dumps(found))
    print(f"wrote {DATA.relative_to(ROOT)}: {', '.join(f'{len(stories)} {name}' for name, stories in found.items())}")


def _plain(prepared: Prepared) -> dict[str, object]:
    """Its sentences; per claim the sentence's number, the clause's place in it, account and facts; and its pairs."""
    by_id = {each.id: each for each in prepared.annotated}
    numbers: dict[tuple[str, int], int] = {}
    texts: list[str] = []
    where = []
    for view in prepared.views.views:
        marked = by_id[view.key.account]
        claim = marked.claims[view.key.index]
        span = marked.sentences[claim.sentence].span
        start = min(span.start, claim.span.start)
        if (marked.id, claim.sentence) not in numbers:
            numbers[marked.id, claim.sentence] = len(texts)
            texts.append(marked.account.text[start : max(span.end, claim.span.end)])
        where.append((numbers[marked.id, claim.sentence], claim.span.start - start, claim.span.end - start))
    return {
        "texts": texts,
        "where": where,
        "accounts": [view.key.account for view in prepared.views.views],
        "facts": prepared.facts,
        "pairs": prepared.candidates.pairs,
        "labels": np.where(prepared.marked, prepared.labels, -1),
    }


if __name__ == "__main__":
    main()
