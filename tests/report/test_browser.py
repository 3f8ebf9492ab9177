"""In a browser, nothing that an account holds acts: no script runs, no title changes, nothing is asked of the network."""

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.report.made import Made, group, spoken
from variorum.model.alignment import Alignment
from variorum.model.judgement import Judgements
from variorum.report import report
from variorum.report.html import render

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ACTS = [
    "<script>document.title='acted'</script>",
    "<img src=http://probe.invalid/i.png onerror=\"document.title='acted'\">",
    "\"><svg onload=document.title='acted'>",
    "</style></script><script>document.title='acted'</script>",
    "<link rel=stylesheet href=http://probe.invalid/s.css>",
    "<meta http-equiv=refresh content='0;url=http://probe.invalid/'>",
    "' autofocus onfocus=document.title='acted' x='",
    "<iframe srcdoc=\"<script>parent.document.title='acted'</script>\"></iframe>",
]

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


def _opened(folder: Path, page: str) -> tuple[str, set[str]]:
    """The title that a page ends with, and the hosts of our probes that it asked for."""
    file, log = folder / "page.html", folder / "net.json"
    file.write_text(page, encoding="utf-8")
    command = [
        str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}", "--virtual-time-budget=1500",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--dump-dom", file.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    title = re.search(r"<title>(.*?)</title>", done.stdout, re.DOTALL)
    assert title, done.stderr[-500:]
    return html.unescape(title[1]), set(re.findall(r"https?://(probe\.invalid)", log.read_text(encoding="utf-8")))


def test_the_check_sees_what_acts(tmp_path: Path) -> None:
    """A page with the bare words changes its title and asks for pictures."""
    title, asked = _opened(tmp_path, f"<html><head><title>quiet</title></head><body>{''.join(ACTS[:2])}</body></html>")
    assert title == "acted"
    assert asked == {"probe.invalid"}


def test_no_words_of_an_account_act(tmp_path: Path) -> None:
    """Wherever an account fills a place: title, outlet, byline, address, text, quotation, speaker, name, claim."""
    line = " ".join(ACTS)
    one = Made(f"Start {line} end\nMore of it.", line, title=line, byline=line, url=f"javascript:{line}")
    two = Made(f"Also {line} end", "Plain")
    one.who(line, line)
    story = {each.account.id: each for each in (one, two)}
    keys = [one.says(f"Start {line} end"), two.says(f"Also {line} end", source=spoken(None, line))]
    one.quoted(line, None, line)
    collation = report(
        tuple(each.done() for each in (one, two)), Alignment(groups=(group(story, *keys),)), Judgements(), (), line
    )
    page = render(collation)
    assert page.count("acted") > len(ACTS)
    title, asked = _opened(tmp_path, page)
    assert title != "acted"
    assert not asked
