"""`python -m evaluation.marks`: whether every mark of the corpus, the data and our own stands in its account."""

import sys
from pathlib import Path

from evaluation.harness import ROOT, data_folder
from evaluation.marks import OWN, MarkedStory, load_corpus, load_marked, load_own

__all__ = ["main", "stories"]


def stories(folder: Path) -> tuple[MarkedStory, ...]:
    """All marked stories; those whose texts are in the data folder only where they are there."""
    found = load_corpus(ROOT / "corpus" / "stories")
    if (folder / "marked").is_dir():
        found += load_marked(folder / "marked")
    texts = folder / "news_cluster" / "dev.jsonl"
    return found + load_own(OWN, texts) if texts.is_file() else found


def main() -> int:
    """Print each mark that does not stand; 1 where there is any."""
    known = stories(data_folder())
    problems = [f"{story.name}: {problem}" for story in known for problem in story.problems]
    print("\n".join([*problems, f"{len(known)} stories, {len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
