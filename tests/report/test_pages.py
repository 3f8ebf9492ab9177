"""Every page shows the story and lets nothing of an account act: no script, no link, no request, no escape sequence."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.made import HERE, Made, entity, ferry, group, spoken
from variorum import registry
from variorum.model.alignment import Alignment, Moment
from variorum.model.collation import Collation
from variorum.model.judgement import Judgements
from variorum.model.markup import Argument, Frame
from variorum.report import report
from variorum.report.html import render as html
from variorum.report.markdown import escape
from variorum.report.markdown import render as markdown
from variorum.report.page import page as shown_of
from variorum.report.text import WIDTH
from variorum.report.text import render as text
from variorum.report.verify import problems
from variorum.report.words import days, offices
from variorum.settings import Settings

HOSTILE = (
    "<script>document.title='x'</script> <img src=x onerror=alert(1)> {{7*7}} {% raw %} javascript:alert(1)"
    " [a](javascript:x) </style></title> \u202eevil\x00\x1b[31m & \"quoted\" 'too' [S1:12-40] #c1 `code`"
)


class Tags(HTMLParser):
    """Collects the tags, attributes and ids of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def all(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


def hostile(words: str) -> Collation:
    """A story whose every place that an account fills holds the same words."""
    line = " ".join(words.split()) or "x"
    one = Made(f"Start {line} end\nMore of it.", line, title=line, byline=line, url="javascript:alert(1)")
    two = Made(f"Also {line} end", "Plain")
    story = {each.account.id: each for each in (one, two)}
    keys = [one.says(f"Start {line} end"), two.says(f"Also {line} end", source=spoken(None, line))]
    one.quoted(line, None, line)
    return report(
        tuple(each.done() for each in (one, two)), Alignment(groups=(group(story, *keys),)), Judgements(), (), line
    )


def test_the_html_page_is_one_file_without_scripts_or_requests() -> None:
    """No script, no style attribute, no source, no external reference; the policy names the one style sheet."""
    page = Tags(html(report(*ferry())))
    assert not {"script", "iframe", "object", "img", "link", "form"} & set(page.tags)
    assert not page.all("style")
    assert not page.all("src")
    assert all(value.startswith("#") for value in page.all("href"))
    policy = next(value for value in page.all("content") if "default-src" in value)
    assert "default-src 'none'" in policy
    assert "sha256-" in policy
    assert "unsafe" not in policy


def test_every_link_of_the_html_page_leads_somewhere_on_it() -> None:
    """Rows lead to claims and claims to rows; ids stand once."""
    page = Tags(html(report(*ferry())))
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in page.all("href")} <= set(ids)


def test_hostile_words_are_inert_in_html() -> None:
    """Tags and templates of an account are words; a javascript address is no link."""
    page = html(hostile(HOSTILE))
    tags = Tags(page)
    assert not {"script", "img"} & set(tags.tags)
    assert "{{7*7}}" in page
    assert not any(value.strip().casefold().startswith("javascript") for value in tags.all("href"))
    assert not [key for key, _ in tags.attributes if key.startswith("on")]
    assert "\x00" not in page
    assert "\x1b" not in page


def test_hostile_words_are_inert_in_markdown_and_text() -> None:
    """No raw tag, no link, no control character comes through."""
    told = markdown(hostile(HOSTILE))
    assert not re.search(r"(?<!\\)<(?!https?://)", told)
    assert not re.search(r"(?<!\\)\[[^\]\\]*\]\(", told)
    for page in (told, text(hostile(HOSTILE))):
        assert not re.search("[\x00\x1b\u202e]", page)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_any_words_make_pages_of_the_same_tags(words: str) -> None:
    """Whatever an account says, the page has only our own tags."""
    known = set(Tags(html(report(*ferry()))).tags) | {"meter", "a", "span", "details", "summary", "blockquote"}
    made = hostile(words.encode("utf-8", "ignore").decode())
    assert set(Tags(html(made)).tags) <= known
    assert text(made)
    assert markdown(made)


def test_the_text_keeps_to_its_width_and_is_plain_unless_asked() -> None:
    """100 columns; escape sequences only with colour."""
    collation = report(*ferry())
    assert max(map(len, text(collation).splitlines())) <= WIDTH
    assert "\x1b[" not in text(collation)
    assert "\x1b[" in text(collation, colour=True)


def test_a_cap_says_what_it_leaves_out() -> None:
    """A page with one row says how many more there are."""
    page = html(report(*ferry()), settings=Settings(max_rows=1))
    assert "3 more rows are left out" in page


def test_a_page_tells_nothing_twice() -> None:
    """What is solid is no key development too; the tone comes last, and once."""
    collation = report(*ferry())
    for told, sections in ((text(collation), 2), (markdown(collation), 3)):  # solid, timeline, and a table of all rows
        body = told[told.casefold().index("what is solid") :]
        assert body.count("ran aground off Kestrel Point on Monday") == sections
        assert told.casefold().count("\ntone") + told.count("## Tone") == 1
        assert "wording\n" not in told.casefold()


def test_no_divergence_found_is_no_clearance() -> None:
    """The page says what was looked for, not that all is well."""
    made = Made("The ferry Alba ran aground.", "Courier")
    collation = report((made.done(),), Alignment(), Judgements())
    for render in (text, markdown, html):
        told = " ".join(render(collation).split())
        assert "that does not mean there is none" in told
        assert "were found to contradict" not in told


def test_a_shard_is_no_row_of_a_page() -> None:
    """What tells nothing, points elsewhere or never closes its quotation stays in the JSON; the page counts it."""
    told = (
        "The latest campaign of the harbour board, called Safe Piers, comes",
        "Last week the new market hall of the harbour board made headlines",
        "She took them there by boat",
        "Rescuers said “all are safe",
        "Two men were hurt",
    )
    made = [[Made(f"{words}.", f"P{at}{copy}") for copy in range(2)] for at, words in enumerate(told)]
    story = {each.account.id: each for pair in made for each in pair}
    groups = tuple(group(story, *(each.says(words) for each in pair)) for pair, words in zip(made, told, strict=True))
    shown = shown_of(
        report([each.done() for each in story.values()], Alignment(groups=groups), Judgements()), Settings()
    )
    assert [row.text for row in shown.shared] == ["Two men were hurt"]
    assert shown.left_out["shared"] == 4


def test_rows_that_read_the_same_stand_once() -> None:
    """The one of more origins, wherever it stands; a row that says more stands beside it."""
    told = ("Snow shut the harbour of Kallan", "Snow shut the harbour of Kallan", "Snow shut the harbour and the pier")
    made = [[Made(f"{words}.", f"P{at}{copy}") for copy in range(2 + at % 2)] for at, words in enumerate(told)]
    story = {each.account.id: each for several in made for each in several}
    groups = tuple(
        group(story, *(each.says(words) for each in several)) for several, words in zip(made, told, strict=True)
    )
    shown = shown_of(
        report([each.done() for each in story.values()], Alignment(groups=groups), Judgements()), Settings()
    )
    assert sorted((row.text, row.accounts) for row in shown.shared) == [(told[2], 2), (told[1], 3)]
    assert shown.left_out["shared"] == 1


def test_a_disputed_line_says_so() -> None:
    """A side of a conflict in the brief is marked as one, and cites no account of the other side."""
    collation = report(*ferry())
    (line,) = [each for each in markdown(collation).split("\n") if "41 people" in each and each.startswith("- R")]
    assert "disputed: the number" in line
    assert "3" not in line.rpartition("[")[2]


def test_main_quotations_stand_with_their_speakers() -> None:
    """By name; a few words, or words of nobody, are no quotation to print."""
    one = Made(
        "“The whole harbour was dark by then,” Ida Brandt said.\n“Dark,” she said.\n“Who is to pay for this mess?”",
        "Courier",
    )
    brandt = one.who("Ida Brandt", "Ida Brandt", title="")
    one.quoted("“The whole harbour was dark by then,”", brandt, "Ida Brandt")
    one.quoted("“Dark,”", brandt, "she")
    one.quoted("“Who is to pay for this mess?”")
    collation = report((one.done(),), Alignment(entities=(entity([one], "Ida Brandt"),)), Judgements())
    for told in (text(collation), markdown(collation)):
        section = told[told.casefold().index("who said what") :]
        assert "The whole harbour was dark by then" in section
        assert "Dark,”" not in section
        assert "mess" not in section


def test_the_lead_stands_below_the_title() -> None:
    """Who, what, when and where, as far as the account tells."""
    one = Made("Storm sinks ferry Alba\nThe ferry Alba sank on Monday.", "Courier", title="Storm sinks ferry Alba")
    one.sentences[0] = replace(one.sentences[0], kind="headline")
    one.when("Monday", "2024-03-04")
    frame = Frame("sink", one.span("sank"), (Argument("agent", one.span("The ferry Alba"), "ferry"),), "past")
    sank = one.says("The ferry Alba sank on Monday", frame=frame)
    moment = Moment(evidence=(one.timexes[0].span,), origin=HERE, when="2024-03-04", granularity="day", claims=(sank,))
    collation = report((one.done(),), Alignment(moments=(moment,)), Judgements())
    assert collation.lead is not None
    assert problems(collation) == ()
    said = "**Who**: The ferry Alba · **What**: sank on Monday · **When**: Monday (4 March 2024)"
    assert said in markdown(collation)
    assert "When: Monday (4 March 2024)" in text(collation)


def test_the_days_of_publication_are_not_the_events() -> None:
    """Where no account dates the event, the page says whose days they are."""
    one = Made("The ferry Alba sank off the point.", "Courier")
    assert "published 5 March 2024" in text(report((one.done(),), Alignment(), Judgements()))


def test_days_of_publication_are_those_of_all_accounts() -> None:
    """Also of one whose date is doubted, and which dates no event."""
    made = [Made(f"The ferry Alba sank {at}.", f"P{at}", f"2024-03-{day}") for at, day in enumerate(("05", "12", "20"))]
    found = report([each.done() for each in made], Alignment(), Judgements())
    found = replace(found, story=replace(found.story, start="2024-03-05", end="2024-03-12"))
    assert "published 5–20 March 2024" in text(found)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2017-12-26", "2017-12-27", "26–27 December 2017"),
        ("2017-12-26", "2017-12-26", "26 December 2017"),
        ("2017-12-31", "2018-01-01", "31 December 2017 – 1 January 2018"),
        ("2017-12", None, "December 2017"),
    ],
)
def test_days_read_as_a_newspaper_writes_them(start: str, end: str | None, told: str) -> None:
    """A span names a month once."""
    assert days(start, end) == told


def test_an_office_stands_once() -> None:
    """Whatever its article and case; what is former is called so once."""
    told = offices([("the mayor", False, 2), ("Mayor", False, 1), ("former judge", True, 1), ("clerk", True, 1)])
    assert told == "the mayor [1 2]; former judge [1]; clerk (former) [1]"
    assert offices([("the port’s head", False, 1), ("the port's head", False, 2)]) == "the port’s head [1 2]"


@pytest.mark.parametrize("name", ["json", "text", "markdown", "html"])
def test_the_registry_knows_every_renderer(name: str) -> None:
    """A format's name is enough to render, and rendering twice gives the same bytes."""
    render = registry.load("renderer", name)
    collation = report(*ferry())
    assert render(collation) == render(collation)


def test_escaping_leaves_plain_words_alone() -> None:
    """A sentence reads as before; markup does not."""
    assert escape("It rose 4.5 % to 12, she said.") == "It rose 4.5 % to 12, she said."
    assert escape("# no *title*") == r"\# no \*title\*"
