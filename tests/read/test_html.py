"""Saved pages."""

from pathlib import Path

import pytest

from tests.read.made import BODY, PARAGRAPH, account_of, failure_of

LONG = "".join(f"<p>{each}</p>" for each in BODY.split("\n\n"))
HEAD = """<html lang=en><head><title>Pier to close | The Quay</title>
<meta property="og:site_name" content="The Quay"><meta name="author" content="Ada Moor">
<meta property="article:published_time" content="2024-03-05T09:30:00+01:00">
<meta property="article:modified_time" content="2024-03-06"><link rel="canonical" href="https://quay.example/2024/03/05/pier">
</head>"""


def test_a_page_tells_its_own_metadata(tmp_path: Path) -> None:
    """Outlet, author, dates, address and a title without the outlet's name."""
    found = account_of(tmp_path, f"{HEAD}<body><article>{LONG}</article></body></html>".encode(), "a.html")
    assert (found.outlet, found.byline, found.title) == ("The Quay", "Ada Moor", "Pier to close")
    assert (found.published, found.updated) == ("2024-03-05T09:30:00+01:00", "2024-03-06")
    assert found.url == "https://quay.example/2024/03/05/pier"
    assert [each.source for each in found.dates] == ["metadata: article:published_time", "url"]
    assert not any("disagree" in note for note in found.notes)


def test_linked_data_is_read_as_data(tmp_path: Path) -> None:
    """schema.org's headline, author and date stand in where there are no meta tags; broken JSON is passed over."""
    linked = '{"@graph": [{"@type": "NewsArticle", "headline": "Pier to close", "datePublished": "2024-03-05", "author": [{"name": "Ada Moor"}]}]}'
    page = f'<html><script type="application/ld+json">{{broken</script><script type="application/ld+json">{linked}</script><body>{LONG}'
    found = account_of(tmp_path, page.encode(), "a.html")
    assert (found.title, found.byline, found.published) == ("Pier to close", "Ada Moor", "2024-03-05")


def test_menus_and_asides_stay_out_and_lists_stay_in(tmp_path: Path) -> None:
    """Headings and bullets of the account are kept; navigation, footers and scripts are not."""
    page = (
        f"<html><body><nav><a>Home</a><a>Sport</a></nav><article><h1>Pier to close</h1>{LONG}<h2>What comes next</h2>"
        "<ul><li>The tender opens in May.</li><li>Boats move to the north quay.</li></ul>"
        f"<p>{PARAGRAPH} That is the plan.</p></article><footer>Imprint and contact</footer><script>var x = 1;</script>"
    )
    found = account_of(tmp_path, page.encode(), "a.html")
    assert "• The tender opens in May." in found.text
    assert "What comes next" in found.text
    assert "Imprint" not in found.text
    assert "Sport" not in found.text


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html><body><script>x</script><img src=a></body>", "<"]
)
def test_a_page_without_text_says_so(tmp_path: Path, page: str) -> None:
    """Nothing is ever silently nothing."""
    assert failure_of(tmp_path, page.encode(), "a.html").code in ("no_text", "empty", "only_furniture")


def test_a_tiny_page_is_read(tmp_path: Path) -> None:
    """One paragraph is enough."""
    assert account_of(tmp_path, f"<p>{PARAGRAPH}</p>".encode(), "a.htm").text == PARAGRAPH


def test_a_declared_charset_is_believed(tmp_path: Path) -> None:
    """Where the bytes are not UTF-8, the page's own word counts."""
    page = f'<html><head><meta charset="iso-8859-2"></head><body>{LONG}<p>The engineer Łukasz Żak disagreed with the whole plan.</p>'
    assert (
        "Łukasz Żak" in account_of(tmp_path, page.replace("“", "").replace("”", "").encode("iso-8859-2"), "a.html").text
    )


def test_entities_and_foreign_references_touch_nothing(tmp_path: Path) -> None:
    """An external entity is a few odd characters at most: no file is opened, no socket (the tests refuse those)."""
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>{LONG}<p>&x; stood in the text of the page.</p>'
    assert "root:" not in account_of(tmp_path, page.encode(), "a.html").text
