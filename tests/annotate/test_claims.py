"""Claims: one clause each, with polarity, modality, source and frame; shards, headings and questions dropped."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.steps import annotated
from variorum import registry
from variorum.annotate.claims import RULES
from variorum.model.markup import Claim
from variorum.model.text import Account


def _claims(text: str, title: str | None = None) -> tuple[Claim, ...]:
    return annotated(Account(text=text, names=("a.txt",), title=title), *registry.names("annotate")).claims


def _texts(text: str) -> list[str]:
    return [claim.text for claim in _claims(text)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The ferry sank on Monday, and divers found the wreck in two days.",
            ["The ferry sank on Monday", "divers found the wreck in two days"],
        ),
        (
            "The army shelled the village, killing twelve people.",
            ["The army shelled the village", "killing twelve people"],
        ),
        (
            "The minister said that the bridge was unsafe and that traffic would be stopped.",
            ["the bridge was unsafe", "traffic would be stopped"],
        ),
        (
            "While the talks went on in the palace, rescuers searched the river.",
            ["the talks went on in the palace", "rescuers searched the river"],
        ),
        (
            "The union opened the gates and sent its members back to work.",
            ["The union opened the gates", "sent its members back to work"],
        ),
        (
            "According to the ministry, two boats sank near the harbour.",
            ["two boats sank near the harbour"],
        ),
        (
            "The minister declined to say whether the bridge would reopen.",
            ["The minister declined to say whether the bridge would reopen"],
        ),
        (
            "The pilot denied that the ship had left the harbour.",
            ["The pilot denied that the ship had left the harbour"],
        ),
    ],
)
def test_clauses(text: str, claims: list[str]) -> None:
    """Coordinate, participial, reported and adverbial clauses stand alone; asking and denying keep what they are about."""
    assert _texts(text) == claims


@pytest.mark.parametrize(
    ("headline", "toll"),
    [
        ("Ferry hits pier in Norway; 27 hurt", "27 hurt"),
        ("Ferry Hits Pier in Norway; 25 Hurt", "25 Hurt"),
        ("Avalanche in Norway: four dead, two missing", "four dead"),
    ],
)
def test_a_headline_counts_beside_its_statement(headline: str, toll: str) -> None:
    """Who came to harm is a claim though it has no verb; it never stands for its row."""
    claims = _claims(f"{headline}\n\nIt happened on Tuesday.", headline)
    (found,) = [each for each in claims if each.text == toll]
    assert not found.free_standing
    assert found.quantities


def test_only_a_headline_counts_so() -> None:
    """In the body the words belong to their sentence; and what a clause tells is told once."""
    assert "27 hurt" not in _texts("The ferry hit the pier; 27 hurt, he wrote. It left late.")
    told = "Two men charged over the fire"
    assert next(each.text for each in _claims(f"{told}\n\nIt burnt down on Tuesday.", told)) == told


def test_a_relative_clause_reads_from_its_antecedent() -> None:
    """What a relative clause adds is a claim of its own, readable by the name before it."""
    assert "Nadia Okafor, who led the talks for a decade" in _texts(
        "Nadia Okafor, who led the talks for a decade, resigned on Monday."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The strike",
        "Comments (12)",
        "Share this post",
        "Why did the bridge fall?",
        "By Nadia Okafor",
    ],
)
def test_no_claims(text: str) -> None:
    """Headings without a verb, calls to the reader, questions and bylines say nothing."""
    assert _texts(f"Bridge closed after a crash\n\n{text}\n\nThe bridge was closed on Monday.")[-1] == (
        "The bridge was closed on Monday"
    )
    assert text not in _texts(f"Bridge closed after a crash\n\n{text}\n\nThe bridge was closed on Monday.")


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("The union signed the contract.", "positive", "agreed"),
        ("The bridge fell on Monday.", "positive", "asserted"),
        ("The bridge did not fall.", "negative", "asserted"),
        ("Nobody was hurt in the crash.", "negative", "asserted"),
        ("No talks were held on Monday.", "negative", "asserted"),
        ("The minister never attended the meeting.", "negative", "asserted"),
        ("The minister refused to attend the meeting.", "negative", "refused"),
        ("The minister did not refuse to attend the meeting.", "positive", "asserted"),
        ("The minister failed to attend the meeting.", "negative", "asserted"),
        ("The pilot denied that the ship had left the harbour.", "negative", "denied"),
        ("The minister will attend the meeting.", "positive", "planned"),
        ("Heavy rain will fall on the hills.", "positive", "expected"),
        ("The minister may attend the meeting.", "positive", "possible"),
        ("The minister is expected to attend the meeting.", "positive", "expected"),
        ("The minister plans to attend the meeting.", "positive", "planned"),
        ("The minister hopes to attend the meeting.", "positive", "desired"),
        ("The minister vowed to attend the meeting.", "positive", "committed"),
        ("The minister is ready to attend the meeting.", "positive", "committed"),
        ("The two sides agreed to hold a meeting.", "positive", "agreed"),
        ("The union urged the minister to attend the meeting.", "positive", "requested"),
        ("The union called for a meeting.", "positive", "requested"),
        ("The two sides discussed a truce.", "positive", "discussed"),
        ("The minister is considering a truce.", "positive", "considered"),
        ("The minister proposed a truce.", "positive", "proposed"),
        ("The minister reportedly attended the meeting.", "positive", "reported"),
        ("If the talks fail, the union will strike.", "positive", "conditional"),
        ("The minister rejected the offer.", "positive", "refused"),
    ],
)
def test_polarity_and_modality(text: str, polarity: str, modality: str) -> None:
    """Negation, negative verbs and the words that say how real a thing is."""
    (claim,) = _claims(text)
    assert (claim.polarity, claim.modality) == (polarity, modality)
    if modality != "asserted":
        assert claim.modality_cue is not None


def test_sources() -> None:
    """The outlet, a speaker, somebody unnamed; "I" in a quotation is its speaker."""
    text = "Nadia Okafor said the ship sank. Officials said it burned for hours. The harbour was shut."
    ship, fire, harbour = _claims(text)
    assert (ship.source.kind, ship.source.text, ship.source.cue) == ("speaker", "Nadia Okafor", "said")
    assert fire.source.kind == "anonymous"
    assert (harbour.source.kind, harbour.source.attribution) == ("outlet", None)
    (claim,) = _claims("“I will leave the council in May,” said Nadia Okafor.")
    assert claim.source.text == "Nadia Okafor"
    assert claim.frame is not None
    (agent,) = [each for each in claim.frame.arguments if each.role == "agent"]
    assert agent.referent == claim.source.referent is not None


def test_frames() -> None:
    """Who does what to whom, by voice; a verb of plan or refusal yields to the one that it governs."""

    def frame(text: str) -> tuple[str, dict[str, str]]:
        (claim,) = _claims(text)
        assert claim.frame is not None
        return claim.frame.predicate, {each.role: each.head for each in claim.frame.arguments}

    assert frame("The team is led by Nadia Okafor.") == ("lead", {"patient": "team", "agent": "Okafor"})
    assert frame("Nadia Okafor leads the team.") == ("lead", {"agent": "Okafor", "patient": "team"})
    assert frame("The minister refused to attend the meeting.") == (
        "attend",
        {"agent": "minister", "patient": "meeting"},
    )
    assert frame("The rescuers gave up the search.") == ("give up", {"agent": "rescuer", "patient": "search"})
    assert frame("The union urged the owners to accept the offer.")[1]["agent"] == "owner"


def test_shared_subjects() -> None:
    """A coordinate verb has the subject of the first in its frame, though not in its words."""
    _, second = _claims("The union opened the gates and sent its members back to work.")
    assert second.frame is not None
    assert [each.head for each in second.frame.arguments if each.role == "agent"] == ["union"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # believed, denied, not said, only to be said: told with the word that says so
        ("The firm does not believe these people are at risk.", ["The firm does not believe these people are at risk"]),
        ("The doctors assumed the coach was drunk.", ["The doctors assumed the coach was drunk"]),
        ("The bank will fail in May, analysts believe.", ["The bank will fail in May, analysts believe"]),
        ("He never wrote that he felt obstructed.", ["He never wrote that he felt obstructed"]),
        ("The minister doubts that the bridge is safe.", ["The minister doubts that the bridge is safe"]),
        ("Nobody said that the man was armed.", ["Nobody said that the man was armed"]),
        (
            "The police could not confirm that the man was armed.",
            ["The police could not confirm that the man was armed"],
        ),
        (
            "The mayor is expected to announce that the pool will close.",
            ["The mayor is expected to announce that the pool will close"],
        ),
        ("The union was told that the works would close.", ["The union was told that the works would close"]),
        ("The club disputes reports that it owes money.", ["The club disputes reports that it owes money"]),
        ("The union disputes claims that the mill is unsafe.", ["The union disputes claims that the mill is unsafe"]),
        # plainly said, shown or known: told apart
        ("The report revealed that the bridge was unsafe.", ["the bridge was unsafe"]),
        ("The captain did not realise that the ship was sinking.", ["the ship was sinking"]),
        ("“I think the bank will fail,” said Nadia Okafor.", ["the bank will fail"]),
        ("The mayor went on to tell reporters that the pool was closed.", ["the pool was closed"]),
        (
            "The mayor opened the meeting by saying that the pool was closed.",
            ["The mayor opened the meeting", "the pool was closed"],
        ),
    ],
)
def test_clauses_of_content(text: str, claims: list[str]) -> None:
    """A clause is told without the word that governs it only where that word leaves it as it is."""
    assert _texts(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "No firm is immune when clerks take the wrong papers home.",
        "When the firm suspects that a clerk has taken papers, it calls the police.",
        "The old boosters drop into the sea when they have burned their fuel.",
        "The crew kept a boat ready in case the rocket exploded on the pad.",
        "Both sides man their telephones in case one side calls the other.",
        "The minister will attend when and if he hears from the union.",
        "Whether their words have any effect remains to be seen.",
        "Rates rose before the bank could act on the news.",
        "Should the talks fail, the army will march on the town.",
        "Many more people were hurt in the fire than the company first told the press.",
    ],
)
def test_conditions_stay(text: str) -> None:
    """What is set as a condition, a comparison or a time yet to come is never told alone."""
    assert _texts(text) == [text.rstrip(".")]


def test_what_happened_at_a_time_is_told() -> None:
    """A time in the past did come: its clause is a claim."""
    assert "the ship sank in 1912" in _texts("When the ship sank in 1912, over a thousand people drowned.")


@pytest.mark.parametrize(
    ("text", "polarity", "modality", "factivity"),
    [
        ("The firm does not believe these people are at risk.", "negative", "possible", "nonfactive"),
        ("The firm believes these people are at risk.", "positive", "possible", "nonfactive"),
        ("The minister doubts that the bridge is safe.", "negative", "possible", "nonfactive"),
        ("The company pretended that the cars were clean.", "negative", "asserted", "counterfactive"),
        ("The senator wrongly claimed that the law was dead.", "negative", "asserted", "counterfactive"),
        ("The senator claimed that the law was dead.", "positive", "asserted", "nonfactive"),
        ("The captain did not know that the ship was sinking.", "positive", "asserted", "factive"),
        ("The board regrets that the letter was published.", "positive", "asserted", "factive"),
        ("The pilot denied that the ship had left the harbour.", "negative", "denied", "nonfactive"),
        ("The coach was thought to be drunk.", "positive", "possible", "nonfactive"),
        ("It is unlikely that the bank will fail.", "negative", "expected", "nonfactive"),
        ("It is not true that the bank is bankrupt.", "negative", "asserted", "nonfactive"),
        ("The union hopes the talks will end on Friday.", "positive", "desired", "nonfactive"),
        ("The bridge fell on Monday.", "positive", "asserted", None),
    ],
)
def test_factivity(text: str, polarity: str, modality: str, factivity: str | None) -> None:
    """Whether the word that governs a claim takes it for true, leaves it open or for untrue, with its cue."""
    (claim,) = _claims(text)
    assert (claim.polarity, claim.modality, claim.factivity) == (polarity, modality, factivity)
    assert (claim.factivity_cue is None) == (factivity is None)


def test_what_is_believed_is_on_the_word_of_who_believes_it() -> None:
    """The holder of a belief vouches for it, though the claim's words name them."""
    (claim,) = _claims("Nadia Okafor believes the bridge is safe.")
    assert (claim.source.kind, claim.source.text, claim.source.cue) == ("speaker", "Nadia Okafor", "believes")
    assert claim.frame is not None
    assert (claim.frame.predicate, claim.frame.copular) == ("be", True)


def test_it_is_wise_to_is_no_plan() -> None:
    """ "It is wise to keep" is not "is to keep"."""
    assert _claims("It is wise to keep animals in a park.")[0].modality == "asserted"
    assert _claims("The minister is to attend the meeting.")[0].modality == "planned"


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The bridge fell on Monday.", True),
        ("It can cost the bureaus money.", False),
        ("They were wearing red coats.", False),
        ("This incident was covered by the press.", False),
        ("It is clear that the bridge is unsafe.", True),
        ("Nadia Okafor said she would resign in May.", False),
        ("There was a fire in the harbour.", True),
        ("Nadia Okafor believes she is innocent.", True),
    ],
)
def test_free_standing(text: str, stands: bool) -> None:
    """Words whose subject points elsewhere do not stand free."""
    (claim,) = _claims(text)
    assert claim.free_standing is stands


def test_a_saying_with_its_occasion_does_not_stand_free() -> None:
    """ "wrote in the paper in May" tells when, but not what."""
    first, second = _claims("In May, the heads of the banks wrote in the Herald that the market was a threat.")
    assert (first.free_standing, second.free_standing) == (False, True)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="“”‘’\"'.,;:()? \nabThe said that ran and not", max_size=160))
def test_claims_are_verbatim_and_trimmed(text: str) -> None:
    """Whatever the text, a claim is a stretch of it that neither starts nor ends with white space."""
    account = Account(text="The ship sank. " + text, names=("a.txt",))
    for claim in annotated(account, *registry.names("annotate")).claims:
        assert account.text[claim.span.start : claim.span.end] == claim.text
        assert claim.text == claim.text.strip()
        assert claim.origin.rule in {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The council denied port access to four ships.", "asserted"),
        ("The sailor was denied a visa on Monday.", "asserted"),
        ("The ministry denied the report.", "denied"),
    ],
)
def test_denied(text: str, modality: str) -> None:
    """What is withheld from somebody is done; only what is said can be denied."""
    (claim,) = _claims(text)
    assert claim.modality == modality
