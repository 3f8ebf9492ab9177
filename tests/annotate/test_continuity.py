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


def test_a_form_of_address_makes_a_person() -> None:
    """ "He" after "Mr. Holm said" is Mr. Holm, whose first name nobody gives, and not whom he urged before."""
    text = (
        "Mr. Holm has urged Governor Karl Brandt to close the pier.\n"
        "Mr. Holm said for the first time that he had been soft on the town. He hinted that his patience would end.\n"
        "“The pier is open. That was never agreed!” he exclaimed."
    )
    assert _speakers(text)[-1] == "Holm"


def test_a_run_keeps_its_speaker() -> None:
    """ "He also called …. “…,” he said": he is who spoke, not whom his sentences name."""
    text = (
        "“We will mend it,” Lars Holm, the mayor's adviser, told reporters.\n"
        "Mr. Holm said he expected Karl Brandt to petition Governor Peter Sandvik for a pier.\n"
        "He also played down hopes of joining the harbour league, now led by Mr. Brandt, which Mr. Sandvik left.\n\n"
        "“We are at the very beginning of any talks,” he said. “It is more of a thought.”"
    )
    assert _speakers(text)[-1] == "Lars Holm"
    assert _speakers(text)[-2] == "Lars Holm"


def test_no_run_over_somebody_else() -> None:
    """Where somebody else has done something between, he who spoke before does not lead the run."""
    text = (
        "Lars Holm said it rained.\nPeter Sandvik, the harbour master, opened the pier at noon.\n“It is open,” he said."
    )
    assert _speakers(text)[-1] == "Peter Sandvik"


def test_whom_a_clause_describes_is_not_who_describes() -> None:
    """ "Mr. Sandvik, whom he called a friend": he is not Mr. Sandvik."""
    text = (
        "In welcoming Mr. Sandvik to his house, Mr. Brandt hoped to change the subject.\n"
        "After days of reports about his lawyer, Lars Holm, Mr. Brandt seemed glad to talk of the pier and the ferry "
        "with Mr. Sandvik, whom he called in a letter a “truly good friend.”"
    )
    assert _speakers(text)[-1] == "Brandt"
