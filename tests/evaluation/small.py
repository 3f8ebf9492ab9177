"""Labelled data in miniature: every format that a task reads, with sentences of our own, under dev or test names."""

import csv
import json
from pathlib import Path

__all__ = ["TASKS", "write"]

TASKS = (
    "babe", "claimdiff", "clustering", "content_units", "ecbplus", "fivew", "gap", "newsmtsc", "newswcl50", "plover",
    "quotes", "timebank",
)  # fmt: skip

FLOOD = "The river Ande rose over its banks on Sunday and flooded the old town of Brunhold. Nobody was hurt."
FLOOD_TOO = "The old town of Brunhold was flooded on Sunday when the river Ande rose over its banks, the mayor said."
STRIKE = "Bus drivers in Vesla went on strike for higher pay. The union said that talks had failed on Monday."
STRIKE_TOO = "A strike of bus drivers for higher pay stopped all buses in Vesla on Monday after talks failed."


def write(folder: Path, side: str = "dev", tasks: tuple[str, ...] = TASKS) -> Path:
    """Write the data of some tasks for one side ("dev" or "test"); the folder."""
    for task in tasks:
        globals()[f"_{task}"](folder, side == "test")
    return folder


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _lines(path: Path, rows: list[dict[str, object]]) -> None:
    _put(path, "".join(json.dumps(row) + "\n" for row in rows))


def _table(path: Path, rows: list[dict[str, object]], delimiter: str, encoding: str = "utf-8") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding=encoding, newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


def _clustering(folder: Path, test: bool) -> None:
    texts = (("flood", FLOOD), ("flood", FLOOD_TOO), ("strike", STRIKE), ("strike", STRIKE_TOO))
    rows: list[dict[str, object]] = [
        {"story": story, "outlet": f"{at}.example", "url": f"https://{at}.example/", "published": "2020-03-03",
         "title": text.split(". ")[0], "text": text}
        for at, (story, text) in enumerate(texts)
    ]  # fmt: skip
    _lines(folder / "news_cluster" / ("test.jsonl" if test else "dev.jsonl"), rows)


def _ecbplus(folder: Path, test: bool) -> None:
    topic = 36 if test else 2
    texts = {"1ecb": (FLOOD, ("flooded",)), "2ecb": (FLOOD_TOO, ("flooded", "said"))}
    rows = []
    for name, (text, triggers) in texts.items():
        words = text.replace(".", " .").replace(",", " ,").split()
        tokens = "".join(f'<token t_id="{at}" sentence="0" number="{at}">{w}</token>' for at, w in enumerate(words, 1))
        marks = "".join(
            f'<ACTION_OCCURRENCE m_id="{m}"><token_anchor t_id="{words.index(trigger) + 1}"/></ACTION_OCCURRENCE>'
            for m, trigger in enumerate(triggers, 1)
        )
        link = '<CROSS_DOC_COREF r_id="1" note="ACT1"><source m_id="1"/><target m_id="9"/></CROSS_DOC_COREF>'
        whole = f"<Document>{tokens}<Markables>{marks}</Markables><Relations>{link}</Relations></Document>"
        _put(folder / "ecbplus" / str(topic) / f"{topic}_{name}.xml", whole)
        rows.append({"Topic": topic, "File": name, "Sentence Number": 0})
    _table(folder / "ecbplus" / "ECBplus_coreference_sentences.csv", list(rows), ",")


def _content_units(folder: Path, test: bool) -> None:
    rows: list[dict[str, object]] = [
        {"topic": "D1", "text": text, "text_spans": text, "abs_scu_id": unit}
        for unit, text in (("flood", FLOOD), ("flood", FLOOD_TOO), ("strike", STRIKE), ("strike", STRIKE_TOO))
    ]
    _table(folder / "content_units" / ("test.csv" if test else "val.csv"), rows, ",")


def _claimdiff(folder: Path, test: bool) -> None:
    pairs = ((FLOOD, FLOOD_TOO, 1), (STRIKE, STRIKE_TOO, 1), (FLOOD, STRIKE, 0), (FLOOD_TOO, STRIKE, 0))
    for what in ("strength", "weak"):
        data = {"data": [{"claim_a": a, "claim_b": b, "relation": relation} for a, b, relation in pairs]}
        _put(folder / "claimdiff" / f"{what}-{'test' if test else 'train'}.json", json.dumps(data))


def _quotes(folder: Path, test: bool) -> None:
    text = "“We will not go back to work,” said Marta Quill. Drivers demanded that the city pay more."
    spans = [("Content", "“We will not go back to work,”"), ("Cue", "said"), ("Source", "Marta Quill"),
             ("Content", "that the city pay more"), ("Cue", "demanded"), ("Source", "Drivers")]  # fmt: skip
    lines = []
    for at, (role, words) in enumerate(spans, 1):
        start = text.index(words)
        lines.append(f"T{at}\t{role} {start} {start + len(words)}\t{words}")
    lines += ["E1\tAttribution:T2 Content:T1 Cue:T2 Source:T3", "E2\tAttribution:T5 Content:T4 Cue:T5 Source:T6"]
    side = folder / "polnear" / ("test" if test else "dev")
    _put(side / "text" / "strike.txt", text)
    _put(side / "attributions" / "strike_ann1.ann", "\n".join(lines) + "\n")


def _timebank(folder: Path, test: bool) -> None:
    created = '<DCT><TIMEX3 tid="t0" type="DATE" value="2020-03-03" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>'
    timed = '<TIMEX3 tid="t1" type="DATE" value="2020-03-01">Sunday</TIMEX3>'
    whole = f"<TimeML>{created}<TEXT>\n{FLOOD.replace('Sunday', timed)}\n</TEXT></TimeML>"
    _put(folder / ("aquaint" if test else "timebank") / "flood.tml", whole)


def _gap(folder: Path, test: bool) -> None:
    text = "Marta Quill met Ines Falk on Monday. Quill said that she would not go back to work."
    rows: list[dict[str, object]] = [
        {"ID": "made-1", "Text": text, "Pronoun": "she", "Pronoun-offset": text.index("she"), "A": "Quill",
         "A-offset": text.index("Quill said"), "A-coref": "TRUE", "B": "Ines Falk", "B-offset": text.index("Ines"),
         "B-coref": "FALSE", "URL": "http://made.example/wiki/Marta_Quill"}
    ]  # fmt: skip
    _table(folder / "gap" / ("gap-test.tsv" if test else "gap-validation.tsv"), rows, "\t")


def _newswcl50(folder: Path, test: bool) -> None:
    lines = []
    for at in range(2):
        lines.append(f"#begin document 0/-/0_{at}; part 000")
        words = ("Marta", "Quill", "spoke", ".", "She", "left", "Norway", ".")
        marks = ("(0_Quill_ACTOR", "0_Quill_ACTOR)", "-", "-", "(0_Quill_ACTOR)", "-", "(0_NOR_COUNTRY)", "-")
        for number, (word, mark) in enumerate(zip(words, marks, strict=True)):
            lines.append(f"0/-/0_{at}\t{number // 4}\t{number % 4}\t{word}\t{mark}")
        lines += ["", "#end document"]
    _put(folder / "newswcl50" / ("test.conll" if test else "dev.conll"), "\n".join(lines) + "\n")


def _plover(folder: Path, test: bool) -> None:
    acts = (("ACCUSE", "condemned"), ("AGREE", "agreed to meet"))
    rows: list[dict[str, object]] = [
        {"sentence_id": at, "marked_sentence": f"<s>Norway</s> {verb} <t>Chad</t> on day {at}.", "gold_root": root}
        for root, verb in acts
        for at in range(5)
    ]
    _table(folder / "plover_relations" / f"PLV_{'test' if test else 'train'}.tsv", rows, "\t")


def _newsmtsc(folder: Path, test: bool) -> None:
    said = ((1, "praised"), (-1, "attacked"), (0, "met"))
    rows: list[dict[str, object]] = [
        {"id": f"made-{verb}", "sentence": f"The union {verb} Quill.", "from": 12 + len(verb), "to": 17 + len(verb),
         "mention": "Quill", "polarity": polarity}
        for polarity, verb in said
    ]  # fmt: skip
    for part in ("mt", "rw"):
        _lines(folder / "newsmtsc" / f"{'test' if test else 'dev'}-{part}.jsonl", rows)
    _lines(folder / "newsmtsc" / "train.jsonl", rows)


def _babe(folder: Path, test: bool) -> None:
    said = (
        ("Biased", "The shameless mayor wrecked the town again in year"),
        ("Non-biased", "The town had fewer roads in"),
    )
    rows: list[dict[str, object]] = [
        {"text": f"{words} {2000 + at}.", "outlet": "a" if at % 2 else "b", "label_bias": label}
        for label, words in said
        for at in range(6)
    ]
    _table(folder / "babe" / f"final_labels_SG{2 if test else 1}.csv", rows, ";", "utf-8-sig")


def _fivew(folder: Path, _: bool) -> None:
    answers = {"who": "the river Ande", "what": "flooded the old town", "when": "Sunday", "where": "Brunhold"}
    row = {
        "title": "River Ande floods the old town", "text": FLOOD, "date_publish": "2020-03-03 10:00:00",
        "fiveWoneH": {name: {"annotated": [{"text": text}], "label": name} for name, text in answers.items()},
    }  # fmt: skip
    _put(folder / "fivew" / "flood.json", json.dumps(row))
