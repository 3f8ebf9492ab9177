"""ECB+ (Cybulska and Vossen 2014) as sentences with gold event mentions and their cross-document instances."""

import csv
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["DEV", "EventMention", "documents", "mentions", "sentences"]

DEV = frozenset({2, 5, 12, 18, 21, 23, 34, 35})  # the standard dev topics; 36 to 45 are the test topics


@dataclass(frozen=True, slots=True)
class EventMention:
    """One gold event mention: the sentence's text, the trigger's code points in it, and the instance it belongs to."""

    topic: int
    document: str
    sentence: int
    text: str
    start: int
    end: int
    instance: str


def mentions(folder: Path, topics: frozenset[int]) -> list[EventMention]:
    """The gold event mentions of the checked sentences, in order of the files."""
    checked: set[tuple[str, int]] = set()
    with (folder / "ECBplus_coreference_sentences.csv").open(newline="") as lines:
        for row in csv.DictReader(lines):
            checked.add((f"{row['Topic']}_{row['File']}", int(row["Sentence Number"])))
    found = []
    for topic in sorted(topics):
        for path in sorted((folder / str(topic)).glob("*.xml")):
            found += [each for each in _of(path, topic) if (each.document, each.sentence) in checked]
    return found


def documents(folder: Path, topics: frozenset[int]) -> dict[str, str]:
    """The whole documents by name, a sentence a line, words apart."""
    paths = (path for topic in sorted(topics) for path in sorted((folder / str(topic)).glob("*.xml")))
    return {path.stem: "\n".join(" ".join(words) for words in sentences(path)) for path in paths}


def sentences(path: Path) -> list[list[str]]:
    """The words of a document's sentences."""
    found: dict[int, list[str]] = {}
    for token in ET.parse(path).getroot().iter("token"):  # our own copy of the data
        found.setdefault(int(token.get("sentence") or 0), []).append((token.text or "").strip())
    return [words for _, words in sorted(found.items())]


def _of(path: Path, topic: int) -> Iterator[EventMention]:
    root = ET.parse(path).getroot()  # our own copy of the data
    tokens = {token.get("t_id"): token for token in root.iter("token")}
    texts: dict[int, str] = {}
    places: dict[str | None, tuple[int, int]] = {}
    for number, token in tokens.items():
        sentence = int(token.get("sentence") or 0)
        text = texts.get(sentence, "")
        start = len(text) + bool(text)
        texts[sentence] = f"{text} {token.text}".strip() if text else str(token.text)
        places[number] = (start, start + len(str(token.text)))
    instances: dict[str | None, str] = {}
    for relations in root.iter("Relations"):
        for link in relations:
            target = link.find("target")
            name = link.get("note") or f"{path.stem}/{link.get('r_id')}"
            instances.update({source.get("m_id"): name for source in link.iter("source")} if target is not None else {})
    for markables in root.iter("Markables"):
        for mark in markables:
            anchors = [anchor.get("t_id") for anchor in mark.iter("token_anchor")]
            if not anchors or not mark.tag.startswith(("ACTION", "NEG_ACTION")):
                continue
            sentence = int(tokens[anchors[0]].get("sentence") or 0)
            spans = [places[anchor] for anchor in anchors]
            yield EventMention(
                topic,
                path.stem,
                sentence,
                texts[sentence],
                min(start for start, _ in spans),
                max(end for _, end in spans),
                instances.get(mark.get("m_id"), f"{path.stem}/single/{mark.get('m_id')}"),
            )
