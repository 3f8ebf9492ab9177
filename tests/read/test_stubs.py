"""Pages that hold no account: paywalls, consent notices, menus."""

from pathlib import Path

import pytest

from tests.read.made import BODY, account_of, failure_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pier closes\n\nThe council voted on Tuesday.\n\nSubscribe to continue reading this story.", "paywall"),
        ("We use cookies and similar methods to recognise visitors.\n\nAccept all\nReject all", "cookie_wall"),
        ("Home\nNews\nSport\nWeather\n\nMenu\n\nShare\n\nComments", "only_furniture"),
    ],
)
def test_a_page_without_an_account_is_named(tmp_path: Path, text: str, code: str) -> None:
    """What is left without the notice is too little to be an account."""
    assert failure_of(tmp_path, text.encode()).code == code


def test_a_notice_beside_a_whole_account_only_goes(tmp_path: Path) -> None:
    """An account with a notice under it is an account."""
    found = account_of(
        tmp_path, f"{BODY}\n\n{BODY.replace('pier', 'quay')}\n\nSubscribe to continue reading this story.".encode()
    )
    assert "Subscribe" not in found.text
