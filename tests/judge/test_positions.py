"""Positions: who takes which stance on what, how we know, and which wishes are no positions."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.made import Made, entity, group, spoken
from variorum.judge.positions import positions
from variorum.model.alignment import Alignment, Key
from variorum.model.judgement import Position
from variorum.model.markup import Argument, Attribution, ClaimSource, Frame

TALKS = "\nThe talks resumed.\nThe talks paused.\nNo deal is near.\nThe mediators left."


def told(text: str, verb: str = "", agent: str = "", patient: str = "", **rest: Any) -> tuple[Position, ...]:
    """The positions of a claim in a story about talks in which "Norland" and "Sudmark" are countries."""
    made = Made(f"{text}.{rest.pop('also', TALKS)}", "Herald")
    for name in ("Norland", "Sudmark"):
        if name in text:
            made.who(name, name, "country")
    role = rest.pop("role", "patient")
    arguments = [Argument("agent", made.span(agent), agent, made.names.get(agent))] if agent else []
    if patient:
        arguments.append(Argument(role, made.span(patient), patient.rsplit(maxsplit=1)[-1], made.names.get(patient)))
    cue = rest.pop("cue", None)
    if cue:
        rest["modality_cue"] = made.span(cue)
    frame = Frame(verb, made.span(verb), tuple(arguments), "past") if verb else None
    made.says(text, frame=frame, **rest)
    entities = tuple(entity([made], name, "country") for name in ("Norland", "Sudmark") if name in made.names)
    return positions((made.done(),), Alignment(entities=entities))


@pytest.mark.parametrize(
    ("verb", "stance"),
    [("demands", "demand"), ("rejected", "reject"), ("offered", "offer"), ("accepted", "accept"), ("seeks", "seek")],
)
def test_a_verb_names_the_stance(verb: str, stance: str) -> None:
    """The party is the one who does the verb, the issue what it is done to."""
    (found,) = told(f"Norland {verb} a ceasefire", verb, "Norland", "a ceasefire")
    assert (found.stance, found.issue, found.known) == (stance, "a ceasefire", "outlet")


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        ("Norland did not accept the truce", "reject", "the truce"),
        ("Norland no longer insists on an apology", "concede", "an apology"),
        ("Norland offered no guarantee", "withhold", "no guarantee"),
        ("Norland refused to attend the summit", "refuse", "to attend the summit"),
        ("Norland declined to say who will sit at the table", "withhold", "to say who will sit at the table"),
        ("Norland did not disclose the map", "withhold", "the map"),
        ("Norland is ready to free the pilots", "offer", "to free the pilots"),
        ("Norland is not ready to free the pilots", "refuse", "to free the pilots"),
        ("Norland vowed to retaliate against the convoy", "threaten", "to retaliate against the convoy"),
        ("Norland made an offer of 40 lorries a day", "offer", "40 lorries a day"),
        ("Norland gave no hint of a date", "withhold", "a date"),
        ("Norland withdrew its demand for an apology", "concede", "an apology"),
        ("Norland tried to persuade the growers to wait", "seek", "the growers to wait"),
        ("The envoys heard Norland’s demand for safe passage", "demand", "safe passage"),
        ("Norland rejected the pact, a thin text of May", "reject", "the pact"),
        ("Norland would “strongly oppose” a levy", "reject", "a levy"),
        ("Norland, eager to sign, held a dinner", "seek", "to sign"),
    ],
)
def test_words_of_stance(text: str, stance: str, issue: str) -> None:
    """Negations, adjectives, verbs that lend themselves to a noun, nouns with an owner."""
    (found,) = told(text)
    assert (found.stance, found.issue) == (stance, issue)


@pytest.mark.parametrize(
    "text",
    [
        "Norland may reject the truce",
        "If Norland rejects the truce",
        "Norland backed it",
        "Norland dismissed that claim",
        "Norland wants something",
        "The numbers of Norland declined by half",
        "The Norland press secretary left a copy for the envoys to read",
        "Before Norland rejects the truce",
        "Norland sent an invitation to Sudmark",
        "Observers expect the men of Norland to accept the truce",
        "Norland rejected the",
    ],
)
def test_what_is_no_position(text: str) -> None:
    """A possibility, a condition, an issue that names nothing, a word in another sense, a clause that breaks off."""
    assert told(text) == ()


def test_whoever_urges_makes_the_demand_not_whoever_is_urged() -> None:
    """In "A urged B to accept", A demands and B accepts nothing."""
    text = "Norland urged Sudmark to accept the truce"
    (found,) = told(text, "accept", "Sudmark", "the truce", modality="requested", cue="urged")
    assert (found.party, found.stance, found.issue) == (0, "demand", "Sudmark to accept the truce")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norland, which borders Sudmark, rejected the map", 0),
        ("Officials of Norland rejected the map", 0),
        ("The map lay open, Norland rejecting the line on it", 0),
        ("Norland’s foreign ministry rejected the map", 0),
    ],
)
def test_the_subject_is_found_outside_the_frame(text: str, party: int) -> None:
    """After a relative clause, behind an office, before a participle."""
    found = told(text)
    assert [(each.party, each.stance) for each in found] == [(party, "reject")]


def test_an_act_towards_another_is_a_stance() -> None:
    """ "A warns B over the dam": no word of stance with an issue of its own, but an act that is one."""
    text = "Norland warns Sudmark over the dam"
    (found,) = told(text, "warns", "Norland", "Sudmark")
    assert (found.party, found.stance, found.issue) == (0, "threaten", text)


def test_both_of_a_pair_hold_it() -> None:
    """ "A and B rejected": each of them."""
    found = told("Norland and Sudmark rejected the map")
    assert [each.party for each in found] == [0, 1]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Norland rejected the map, with its envoy leaving early", "the map"),
        ("Norland rejected the map on Tuesday", "the map"),
        ("Norland demands a ceasefire, the return of the pilots, and safe passage", None),
        ("Norland urged Sudmark to sign “a text, and soon”", "Sudmark to sign “a text, and soon”"),
        ("Norland rejected the line that the map drew through the valley", None),
    ],
)
def test_an_issue_ends_with_its_clause(text: str, issue: str | None) -> None:
    """It runs on through lists and marked words, and stops before what is told besides; None: to the end."""
    made = Made(f"{text}.{TALKS}", "Herald")
    made.who("Norland", "Norland", "country")
    if "Tuesday" in text:
        made.when("Tuesday", "2024-03-05")
    made.says(text)
    (found,) = positions((made.done(),), Alignment(entities=(entity([made], "Norland", "country"),)))
    verb = text.split()[1]
    assert found.issue == (issue or text.split(f"{verb} ")[1])
    assert " ".join(found.text.split()).find(found.issue) >= 0


def test_a_claim_that_breaks_off_is_followed_to_the_end_of_its_clause() -> None:
    """The splitter may end a claim before what the stance is about ends."""
    made = Made(f"Norland insists on a ban of mines along the whole river.{TALKS}", "Herald")
    made.who("Norland", "Norland", "country")
    made.says("Norland insists on a ban of mines")
    (found,) = positions((made.done(),), Alignment(entities=(entity([made], "Norland", "country"),)))
    assert found.issue == "a ban of mines along the whole river"
    assert found.text == "Norland insists on a ban of mines along the whole river"


def said(text: str, cue: str = "said", **rest: Any) -> tuple[Position, ...]:
    """The positions of Norland, who says it in a story about talks."""
    made = Made(f"Norland {cue} {text}.{TALKS}", "Herald")
    norland = made.who("Norland", "Norland", "country")
    verb, agent = rest.pop("verb"), rest.pop("agent")
    frame = Frame(rest.pop("lemma", verb), made.span(verb), (Argument("agent", made.span(agent), agent),), "future")
    source = ClaimSource(kind="speaker", text="Norland", cue=cue, referent=norland, attribution=0)
    made.says(text, frame=frame, source=source, **rest)
    done = made.done()
    attribution = Attribution(
        evidence=(made.span(text),), origin=done.claims[0].origin, content=(made.span(text),), cue=made.span(cue)
    )
    done = replace(done, attributions=(attribution,))
    return positions((done,), Alignment(entities=(entity([made], "Norland", "country"),)))


@pytest.mark.parametrize(
    ("text", "rest", "stance"),
    [
        ("the prisoners must go home", {"verb": "go", "agent": "the prisoners"}, "demand"),
        ("the map should not be redrawn", {"verb": "redrawn", "agent": "the map"}, "reject"),
        ("a second line is out of the question", {"verb": "is", "agent": "a second line"}, "reject"),
        ("it will not sign the protocol", {"verb": "sign", "agent": "it", "polarity": "negative"}, "refuse"),
        ("it would open the port only if the guns fell silent", {"verb": "open", "agent": "it"}, "condition"),
        ("if the guns do not fall silent, we will close the port", {"verb": "close", "agent": "we"}, "threaten"),
        ("the report is baseless", {"verb": "is", "agent": "the report"}, "reject"),
        ("its offer is premised on a vote", {"verb": "premised", "agent": "its offer"}, "condition"),
        ("smugglers will be prosecuted", {"verb": "prosecuted", "agent": "smugglers"}, "threaten"),
        ("it will open the port", {"verb": "open", "agent": "it", "modality": "planned"}, "offer"),
    ],
)
def test_what_a_speaker_says(text: str, rest: dict[str, Any], stance: str) -> None:
    """Duties of others, verdicts, what the speaker will and will not do, and its conditions."""
    (found,) = said(text, **rest)
    assert (found.stance, found.known) == (stance, "self-stated")


def test_a_warning_of_own_deeds_is_a_threat_and_one_of_the_weather_is_none() -> None:
    """ "Warned that it would close the port" threatens; "warned that the road would flood" does not."""
    (found,) = said("it would close the port", "warned", verb="close", agent="it")
    assert found.stance == "threaten"
    assert said("the road would flood", "warned", verb="flood", agent="the road") == ()


def test_officials_who_are_not_named_speak_for_their_state_and_others_for_nobody() -> None:
    """ "Norland officials" state what Norland wants; a diplomat who knows of Norland's thinking does not."""
    for source, stances in (("Norland officials", ["reject"]), ("people who know Norland well", [])):
        made = Made(f"A second line is out of the question, {source} said.{TALKS}", "Herald")
        made.who("Norland", "Norland", "country")
        frame = Frame("be", made.span("is"), (Argument("agent", made.span("A second line"), "line"),), "present")
        told_by = ClaimSource(kind="anonymous", text=source, cue="said", attribution=0)
        made.says("A second line is out of the question", frame=frame, source=told_by)
        done = made.done()
        attribution = Attribution(
            evidence=(made.span(source),),
            origin=done.claims[0].origin,
            content=(done.claims[0].span,),
            source=made.span(source),
        )
        alignment = Alignment(entities=(entity([made], "Norland", "country"),))
        found = positions((replace(done, attributions=(attribution,)),), alignment)
        assert [each.stance for each in found] == stances


def test_nobody_offers_what_he_only_predicts() -> None:
    """ "The road will flood" is no word of the speaker's own deeds."""
    assert said("the road will flood", verb="flood", agent="the road", modality="planned") == ()
    assert said("maybe it will not sign", verb="sign", agent="it", polarity="negative") == ()


def test_one_position_told_by_two_accounts_stands_once() -> None:
    """Claims of one group are one position with two citations."""
    made = [Made("Norland rejects the quota.", name) for name in ("Herald", "Gazette")]
    keys = []
    for each in made:
        each.who("Norland", "Norland", "country")
        keys.append(each.says("Norland rejects the quota"))
    story = {each.account.id: each for each in made}
    alignment = Alignment(entities=(entity(made, "Norland", "country"),), groups=(group(story, *keys),))
    (found,) = positions(tuple(each.done() for each in made), alignment)
    assert sorted(found.claims) == sorted(keys)


def test_nearly_the_same_issue_is_one_position() -> None:
    """Two claims of one party with one stance whose issues share their words are one, though no group joins them."""
    made = [Made(f"Norland rejects the {words}.", words) for words in ("herring quota", "new herring quota of May")]
    for each, words in zip(made, ("herring quota", "new herring quota of May"), strict=True):
        each.who("Norland", "Norland", "country")
        each.says(f"Norland rejects the {words}")
    found = positions(tuple(each.done() for each in made), Alignment(entities=(entity(made, "Norland", "country"),)))
    assert [len(each.claims) for each in found] == [2]


def onlooker(text: str, also: str) -> tuple[Position, ...]:
    made = Made(f"{text}.{also}", "Herald")
    made.who("Ida Brandt", "Ida Brandt")
    made.says(text)
    return positions((made.done(),), Alignment(entities=(entity([made], "Ida Brandt"),)))


def test_an_onlooker_has_positions_only_where_parties_dispute() -> None:
    """Nobody's refusal is at issue in a story of a parade; it may be in one of talks; a wish never is."""
    refused = "Ida Brandt refuses to sell the mill"
    assert onlooker(refused, "\nThe parade went on.") == ()
    assert [each.stance for each in onlooker(refused, TALKS)] == ["refuse"]
    assert onlooker("Ida Brandt wants the mill", TALKS) == ()


def test_an_outlet_of_the_story_has_no_position() -> None:
    """Whoever tells the story demands nothing in it."""
    made = Made(f"The Herald demands an answer.{TALKS}", "The Herald")
    made.who("The Herald", "Herald", "organization")
    made.says("Herald demands an answer")
    alignment = Alignment(entities=(entity([made], "The Herald", "organization"),))
    assert positions((made.done(),), alignment) == ()


def test_a_company_stands_for_its_chief_where_it_acts() -> None:
    """Where the company itself acts in the story, what its chief rejects is its position."""
    lines = [f"Kestrel Foods opened mill {name}." for name in ("one", "two", "three", "four")]
    made = Made("Ida Brandt rejected the bid.\n" + "\n".join(lines) + TALKS, "Herald")
    made.who("Ida Brandt", "Ida Brandt")
    for line in lines:
        at = made.account.text.index(line)
        made.mention_at("Kestrel Foods", at, "organization")
        agent = Argument("agent", made.span(line[:13]), "Foods", made.names["Kestrel Foods"])
        made.says(line[:-1], frame=Frame("open", made.span(line[14:20]), (agent,), "past"))
    made.says("Ida Brandt rejected the bid")
    firm = entity([made], "Kestrel Foods", "organization")
    (found,) = positions((made.done(),), Alignment(entities=(firm, entity([made], "Ida Brandt", affiliation=0))))
    assert found.party == 0


def test_a_speaker_without_an_attribution_layer_still_speaks() -> None:
    """A source that only the claim knows."""
    made = Made(f"Prisoners must go home, Norland said.{TALKS}", "Herald")
    norland = made.who("Norland", "Norland", "country")
    frame = Frame("go", made.span("go"), (Argument("agent", made.span("Prisoners"), "Prisoners"),), "present")
    made.says("Prisoners must go home", frame=frame, source=spoken(norland, "Norland"))
    (found,) = positions((made.done(),), Alignment(entities=(entity([made], "Norland", "country"),)))
    assert (found.stance, found.known, found.claims) == ("demand", "self-stated", (Key(made.account.id, 0),))


WORDS = (
    "Norland",
    "Sudmark",
    "demands",
    "rejected",
    "offer",
    "an",
    "the",
    "truce",
    "to",
    "not",
    "“",
    "”",
    ",",
    "that",
    "who",
)
MORE_WORDS = ("must", "its", "for", "ready", "accept", "(", ";", "and", "of", "—", "\n", "No", "will")


@given(st.lists(st.sampled_from((*WORDS, *MORE_WORDS)), min_size=1, max_size=24))
def test_an_issue_stands_in_the_account_and_the_text_holds_it(words: list[str]) -> None:
    """Whatever the words, nothing fails, and all that is shown are the account's own."""
    made = Made(f"Norland said {' '.join(words)} x.{TALKS}", "Herald")
    norland = made.who("Norland", "Norland", "country")
    line = made.account.text.split("\n", maxsplit=1)[0]
    made.says(line, frame=None)
    made.says(line[13:] or line, frame=Frame("be", made.span(line), (), "past"), source=spoken(norland, "Norland"))
    for found in positions((made.done(),), Alignment(entities=(entity([made], "Norland", "country"),))):
        plain = " ".join(made.account.text.split())
        assert found.issue in plain
        assert found.issue in " ".join(found.text.split())
