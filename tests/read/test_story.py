"""Files, folders, patterns and standard input become one story."""

import io
from pathlib import Path

import pytest

from tests.read.made import BODY, PARAGRAPH
from variorum.errors import InputError, SettingsError
from variorum.read import read
from variorum.settings import Settings


def test_same_named_files_of_two_outlets_both_count(tmp_path: Path) -> None:
    """Names grow by as many folders as tell them apart."""
    for outlet, words in (("north", BODY), ("south", BODY + "\n\nThe vote was close.")):
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "story.txt").write_text(words)
    assert [each.names for each in read([tmp_path / "north", tmp_path / "south"]).accounts] == [
        ("north/story.txt",),
        ("south/story.txt",),
    ]


def test_the_same_text_twice_is_one_account_with_two_names(tmp_path: Path) -> None:
    """One outlet's text under two names is folded; under two outlets it is two accounts."""
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "b.txt").write_text(BODY)
    (found,) = read([tmp_path]).accounts
    assert found.names == ("a.txt", "b.txt")
    (tmp_path / "accounts.toml").write_text('["a.txt"]\noutlet = "North"\n["b.txt"]\noutlet = "South"\n')
    assert [each.outlet for each in read([tmp_path]).accounts] == ["North", "South"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    """A folder and a file of it, or a pattern that matches both, name each file once."""
    (tmp_path / "a.txt").write_text(BODY)
    (found,) = read([tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt")]).accounts
    assert found.names == ("a.txt",)


def test_the_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    """Accounts stand in the order of their names."""
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{BODY} {name}.")
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    assert read(paths) == read(paths[::-1])


def test_hidden_files_and_the_sidecar_are_no_accounts(tmp_path: Path) -> None:
    """What begins with a dot is left alone."""
    (tmp_path / ".hidden.txt").write_text(BODY)
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "accounts.toml").write_text("")
    story = read([tmp_path])
    assert len(story.accounts) == 1
    assert not story.failures


@pytest.mark.parametrize(
    "content",
    [BODY.encode(), f"<html><body><p>{PARAGRAPH}</p></body></html>".encode(), b'{"text": "%s"}' % PARAGRAPH.encode()],
)
def test_standard_input_tells_its_form_by_its_first_character(content: bytes) -> None:
    """Text, a page or JSON may come through a pipe."""
    (found,) = read(["-"], stdin=io.BytesIO(content)).accounts
    assert found.text.startswith("The harbour council")
    assert found.names == ("<stdin>",)


def test_published_dates_what_nothing_else_dates(tmp_path: Path) -> None:
    """`published` stands behind the sidecar and the front matter."""
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "b.txt").write_text(f"---\ndate: 2024-03-02\n---\n{BODY} Indeed.")
    first, second = read([tmp_path], published="2024-03-05").accounts
    assert first.published == "2024-03-05"
    assert second.published == "2024-03-02"
    assert any("disagree" in note for note in second.notes)


def test_published_must_be_a_date() -> None:
    """31 February is an error before anything is read."""
    with pytest.raises(InputError, match="no date"):
        read(["-"], published="2024-02-31")


@pytest.mark.parametrize(
    ("sidecar", "error", "says"),
    [
        ('["a.txt"]\noutlett = "North"', SettingsError, "outlett"),
        ('["gone.txt"]\noutlet = "North"', InputError, "gone.txt"),
        ('["../a.txt"]\noutlet = "North"', InputError, "no such file beside it"),
        ('["a.txt"]\noutlet = 3', SettingsError, "is to be text"),
        ('outlet = "North"', SettingsError, "outside a table"),
        ('["a.txt"\n', InputError, "not TOML"),
        ('["a.txt"]\npublished = 2024-02-31', InputError, "not TOML"),
    ],
)
def test_a_slip_in_the_sidecar_is_an_error(tmp_path: Path, sidecar: str, error: type[Exception], says: str) -> None:
    """A key nobody knows, a file that is not there, a value of the wrong type: the run stops and says where."""
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "accounts.toml").write_text(sidecar)
    with pytest.raises(error, match=says):
        read([tmp_path])


def test_the_sidecar_tells_what_the_text_does_not(tmp_path: Path) -> None:
    """All its keys arrive; dates may be TOML's own."""
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "accounts.toml").write_text(
        '["a.txt"]\noutlet = "The Quay"\npublished = 2024-03-05T09:30:00\nupdated = "2024-03-06"\n'
        'url = "https://quay.example/2024/03/05/pier"\nbyline = "Ada Moor"\ntitle = "Pier to close"\nlanguage = "en"\n'
    )
    (found,) = read([tmp_path]).accounts
    assert (found.outlet, found.published, found.updated) == ("The Quay", "2024-03-05T09:30:00", "2024-03-06")
    assert (found.byline, found.title, found.language) == ("Ada Moor", "Pier to close", "en")
    assert found.text.startswith("Pier to close\n\nThe harbour council")
    assert [each.source for each in found.dates] == ["accounts.toml", "url"]


def test_more_accounts_than_the_cap(tmp_path: Path) -> None:
    """What is left out is a failure that counts it."""
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"{BODY} {number}.")
    story = read([tmp_path], settings=Settings(max_accounts=2))
    assert len(story.accounts) == 2
    assert story.failures[0].code == "too_many_accounts"
    assert story.failures[0].error.startswith("2.txt: 2 accounts")
