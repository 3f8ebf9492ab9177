"""Texts built from the tokens of ECB+: as printed, the longest accounts of a story, dev topics left out."""

from pathlib import Path
from xml.sax.saxutils import escape

from training.ecb import MOST, ecb_stories

LINE = 'The clerk \'s " old " ledger ( of 1998 ) cost $ 4 , 500 , a % more , at 9 : 30 , he said .'
PRINTED = 'The clerk\'s "old" ledger (of 1998) cost $4,500, a% more, at 9:30, he said.'


def _write(folder: Path, name: str, lines: list[str]) -> None:
    tokens = [(at, word) for at, line in enumerate(lines) for word in line.split()]
    rows = "".join(f'<token t_id="{n}" sentence="{at}">{escape(word)}</token>' for n, (at, word) in enumerate(tokens))
    path = folder / name.split("_", maxsplit=1)[0] / f"{name}.xml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"<Document>{rows}</Document>", encoding="utf-8")


def test_texts_read_as_printed(tmp_path: Path) -> None:
    """Marks stand where a printer sets them, an address is no line, and a dev topic is no training story."""
    for name in ("1_1ecb", "1_2ecb", "2_1ecb", "2_2ecb"):
        _write(tmp_path, name, ["http : / / example", *[LINE] * 6])
    (story,) = ecb_stories(tmp_path)
    assert [account.names[0] for account in story.accounts] == ["1_1ecb", "1_2ecb"]
    assert story.accounts[0].text.split("\n") == [PRINTED] * 6


def test_the_longest_accounts_are_taken(tmp_path: Path) -> None:
    """Eight of nine, and none that is only a line."""
    for at in range(MOST + 1):
        _write(tmp_path, f"1_{at}ecbplus", [LINE] * (6 + at))
    _write(tmp_path, "1_20ecbplus", [LINE])
    (story,) = ecb_stories(tmp_path)
    names = {account.names[0] for account in story.accounts}
    assert names == {f"1_{at}ecbplus" for at in range(1, MOST + 1)}
