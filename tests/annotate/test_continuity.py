"""Who speaks on: pronouns beside quotations, by who spoke and who was named last."""

from evaluation.steps import annotated
from variorum.model.text import Account


def _speakers(text: str) -> list[str | None]:
    marked = annotated(Account(text=text, names=("a.txt",)), "sentences", "cast", "attributions")
    return [None if each.speaker is None else marked.referents[each.speaker].name for each in marked.attributions]


def test_the_last_speaker_speaks_on() -> None:
    """ "He said" after a quotation is its speaker."""
    text = "“We waited,” said the harbour master, Peter Sandvik. “Nobody came,” he said."
    assert set(_speakers(text)) == {"Peter Sandvik"}


def test_nobody_names_himself() -> None:
    """Whom the quoted words name is not the one who speaks them."""
    text = "Peter Sandvik met Karl Brandt on Monday.\nPeter Sandvik said it rained. “Karl Brandt has left,” he said."
    assert _speakers(text)[-1] == "Peter Sandvik"


def test_one_speech_goes_on_over_its_marks() -> None:
    """Whom an earlier sentence of the same speech names is not the one who adds the next."""
    text = (
        "Judge Karl Brandt ruled on Monday.\n“Brandt cannot stop this,” said a lawyer, Peter Sandvik. "
        "“He has no say.”\n\n“It gives us a means to go on,” he added."
    )
    assert _speakers(text)[-1] == "Peter Sandvik"


def test_whom_the_clause_names_is_another() -> None:
    """ "He said beside Karl Brandt": he is not Karl Brandt."""
    text = (
        "Mayor Peter Sandvik spoke at noon, and Peter Sandvik praised Governor Karl Brandt of the north.\n\n"
        "“Nobody knows yet,” he said in an appearance with Mr. Brandt."
    )
    assert _speakers(text)[-1] == "Peter Sandvik"
