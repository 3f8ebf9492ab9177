"""Stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) as accounts, without its dev and test topics.

A topic holds two stories of one kind, which the files' names tell apart. Texts are built from the tokens by `_joined`,
so the code points in `labels/ecb.tsv` hold for these texts only.
"""

import re
from pathlib import Path

from evaluation.ecbplus import DEV, sentences
from evaluation.marks import MarkedStory
from variorum.model.text import Account

__all__ = ["TRAIN", "ecb_stories"]

TRAIN = frozenset(range(1, 36)) - DEV
MOST = 8  # accounts of a story, the longest
SHORTEST = 300  # code points: less is a headline and a line
_ADDRESS = re.compile(r"https?\b|www\b")
_TIGHT = frozenset([",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "n’t", "'", "’", "..."])
_OPEN = frozenset("([$£€#")
_MENDED = (
    (re.compile(r"(?<=\w)([’']) (?=(?:s|t|re|ve|ll|d|m)\b)"), r"\1"),
    (re.compile(r"(?<=\d)([:,.]) (?=\d)"), r"\1"),
    (re.compile(r' "$'), '"'),
)


def ecb_stories(folder: Path) -> tuple[MarkedStory, ...]:
    """The training topics' stories of two accounts or more; `folder` is that of ECB+."""
    stories = []
    for topic in sorted(TRAIN):
        for kind in ("ecb", "ecbplus"):
            paths = sorted((folder / str(topic)).glob(f"*[0-9]{kind}.xml"))
            texts = [(path.stem, _text(path)) for path in paths]
            longest = sorted((each for each in texts if len(each[1]) >= SHORTEST), key=lambda each: -len(each[1]))
            accounts = tuple(Account(text=text, names=(name,)) for name, text in sorted(longest[:MOST]))
            if len(accounts) > 1:
                stories.append(MarkedStory(f"{topic}{kind}", "train", accounts, (), (), (), (), (), ()))
    return tuple(stories)


def _text(path: Path) -> str:
    lines = map(_joined, sentences(path))
    return "\n".join(line for line in lines if line and not _ADDRESS.match(line))


def _joined(tokens: list[str]) -> str:
    """The words as they are printed: no blank before a point or after a bracket, quotation marks close in turn."""
    text, glued, within = "", True, False
    for token in tokens:
        mark = token in ('"', "``", "''", "“", "”")
        closes = mark and within
        if text and not glued and token not in _TIGHT and not closes:
            text += " "
        text += '"' if mark else token
        glued = token in _OPEN or (mark and not closes) or (token in ("-", "/") and text[-2:-1] != " ")
        within = within != mark
    for pattern, what in _MENDED:
        text = pattern.sub(what, text)
    return text
