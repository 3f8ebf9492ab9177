"""A draft → an account: its text cleaned of furniture and fixed, its date, headline and language settled."""

from urllib.parse import urlsplit

from variorum.errors import InputError
from variorum.model.text import Account, Witness
from variorum.read.clean import clean, clean_line
from variorum.read.dates import date_in_address, parse_date, settle
from variorum.read.draft import Draft
from variorum.read.furniture import Stripped, strip_furniture
from variorum.read.heads import Head, find_dateline, find_title, take_head
from variorum.read.html import clean_title
from variorum.read.language import NOTABLE, detect, language_name
from variorum.read.sidecar import Given
from variorum.settings import Settings

__all__ = ["finish"]

_WITH_FURNITURE = 4  # times the cap on words, before furniture is taken out: no page has more of it than that
_STUB_WORDS = {"paywall": 80, "consent": 40}  # so few words beside such a notice are no account
_STUB_CODES = {"paywall": "paywall", "consent": "cookie_wall"}
_STUB_SAYS = {"paywall": "subscribe; get the whole account", "consent": "accept cookies; save the page after answering"}


def finish(draft: Draft, given: Given, settings: Settings, published: str | None = None) -> Account:
    """The account of a draft; what `given` says goes before what the file says of itself.

    Raises:
        InputError: empty, furniture only, a stub, too long, or in a language that is not read.
    """
    text, notes = clean(draft.text)
    if not text:
        raise InputError("it holds no visible text; save it again", code="empty")
    _refuse_long(text.count(" ") + text.count("\n"), _WITH_FURNITURE * settings.max_words)
    head = take_head(text)
    stripped = strip_furniture(head.text)
    _refuse_stub(stripped)
    outlet = clean_line(given.outlet) or clean_line(draft.outlet) or _host(given.url or draft.url)
    title, body = _headed(stripped.text, clean_title(given.title or draft.title, outlet))
    _refuse_long(len(body.split()), settings.max_words)
    language, spoken = _language(body, given, settings)
    url = clean_line(given.url) or clean_line(draft.url)
    when, dates, doubts = settle(_witnesses(draft, given, published, url, head))
    return Account(
        text=body,
        names=(draft.name,),
        outlet=outlet,
        title=title,
        byline=clean_line(given.byline) or clean_line(draft.byline) or head.byline,
        dateline=clean_line(draft.dateline) or head.dateline or find_dateline(body, title),
        published=when,
        updated=next(
            filter(None, (parse_date(each or "") for each in (given.updated, draft.updated, head.updated))), None
        ),
        url=url,
        language=language,
        dates=dates,
        notes=(*draft.notes, *notes, *_told(stripped), *spoken, *doubts),
    )


def _refuse_long(words: int, most: int) -> None:
    if words > most:
        raise InputError(f"it has some {words:,} words, and the cap is {most:,} (max_words); split it", code="too_long")


def _headed(text: str, given: str | None) -> tuple[str | None, str]:
    """The headline and the text that begins with it: a headline is part of what an outlet tells."""
    if not given:
        return find_title(text), text
    first, _, rest = text.partition("\n")
    if " ".join(first.casefold().split()) == given.casefold():
        return first, f"{first}\n\n{rest.lstrip()}"
    return given, f"{given}\n\n{text}"


def _refuse_stub(stripped: Stripped) -> None:
    words = len(stripped.text.split())
    for kind, _ in stripped.kinds:
        if kind in _STUB_WORDS and words < _STUB_WORDS[kind]:
            raise InputError(f"it has {words} words and asks to {_STUB_SAYS[kind]}", code=_STUB_CODES[kind])
    if not any(map(str.isalnum, stripped.text)):
        raise InputError(
            "nothing is left without menus, buttons and notices; save the account itself", code="only_furniture"
        )


def _host(url: str | None) -> str | None:
    """The host of an address, without www."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return clean_line((host or "").removeprefix("www."))


def _language(text: str, given: Given, settings: Settings) -> tuple[str, tuple[str, ...]]:
    if given.language:
        code, name, others = given.language.lower()[:2], language_name(given.language.lower()[:2]), 0.0
    else:
        guess = detect(text, settings.language)
        code, name, others = guess.code, guess.name, guess.others
    if code != settings.language:
        reads = language_name(settings.language)
        raise InputError(
            f"it is in {name}, and variorum reads {reads}; translate it first", code="unsupported_language"
        )
    return code, ((f"about {others:.0%} of its words are in another language",) if others >= NOTABLE else ())


def _witnesses(draft: Draft, given: Given, published: str | None, url: str | None, head: Head) -> tuple[Witness, ...]:
    found = [Witness(given.published, "accounts.toml")] if given.published else []
    found += draft.dates
    if published:
        found.append(Witness(published, "--published"))
    day = date_in_address(url)
    if day:
        found.append(Witness(day, "url"))
    return (*found, *head.dates)


def _told(stripped: Stripped) -> tuple[str, ...]:
    """Notes on the furniture that went; copyright lines in full, for they name whose text it is."""
    lines = sum(count for _, count in stripped.kinds)
    kinds = ", ".join(f"{kind} {count}" for kind, count in stripped.kinds)
    notes = [f"{lines} line{'s' if lines > 1 else ''} of page furniture left out ({kinds})"] if lines else []
    return (*notes, *(f"copyright line left out: {line[:300]}" for line in stripped.copyright))
