"""Captions: blocks that stand in the text beside the account and tell nothing of it themselves.

What is under a picture, in a gallery or a player, an embedded post, a line on who worked on the account. A block is
one by the credit that it begins or ends with, by a label, or by words that only captions have. Linear in the text.
"""

import re
from functools import cache

from variorum import lang
from variorum.annotate.context import Block
from variorum.model.finding import Rule

__all__ = ["RULES", "captions"]

RULES = (
    Rule("sentence.caption", "A paragraph of its own that credits a picture or says what one shows."),
    Rule("sentence.post", "An embedded post, signed with its handle and day."),
    Rule("sentence.worked", "A paragraph of its own that says who worked on the account."),
)
_LONGEST = 150  # words of a caption or post: agencies tell the story under a picture; chosen, not swept
_BRIEF = 60  # words of one that is known by its words alone; chosen, not swept
_SAID = 10  # words of a caption before the name that closes it; chosen, not swept
_STOPS = (".", "!", "?", "…", '."', ".”", '?"', "?”", '!"', "!”", ".'", ".’")
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,120})[)\]]$")
_PARTS = re.compile(r" ?/ ?|: | via |, ?| for ")
_SMALL = frozenset({"of", "the", "and", "for", "de", "la", "von", "van", "by", "in", "from", "via"})
_GIVEN = frozenset({"provided", "released", "taken"})  # what a credit says beside names
_HELD = frozenset({"file", "pool", "handout", "archive", "stock", "supplied"})  # whence a picture is, not whose
_NAME = r"[A-Z][\w.’'&-]{0,30}(?: [A-Z][\w.’'&-]{0,30}){0,4}"
_SIGNED = re.compile(rf"(?:^|[\s.”\"’'])(?P<inside>{_NAME}(?: ?/ ?{_NAME}){{1,2}})$")
_LABELLED = re.compile(
    r"(?:FILE|File)(?: (?:PHOTO|[Pp]hoto|[Ii]mage))? ?[-–—:] ?[A-Z]"
    r"|(?:In this|This) (?:undated|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4},?) (?:\w+ )?(?:photo|image|picture|frame)"
    r"|(?:Image|Media) (?:copyright|caption|source),? |Facebook Twitter Pinterest |CLOSE [A-Z][a-z]|Pictured[,:]? "
)
_TITLED = re.compile(
    r"(?:(?:File|Stock) )?(?:[Pp]hoto|[Ii]mage|[Pp]icture)(?:graph)?s?(?:$|: | by | courtesy | credit)"
)
_CREDITED = re.compile(
    r"\b(?:Photo(?:graph|grapher)?s?|Picture|Image|Illustration|Credit|PHOTO|CREDIT)"
    r"(?:(?: credit| courtesy)?: ?|\.\.\. ?|… ?| by | courtesy of )(?P<inside>[A-Z][^:;?!]{1,80})$"
)
_SEEN = re.compile(
    r"\b(?:is|are) (?:seen|shown|pictured) in (?:this|an undated) (?:[\w.,]{1,12} ){0,6}(?:photo|image|picture|frame)"
    r"|[A-Z][\w.’'-]{1,30}, (?:(?:far|second from|third from) )?(?:left|right|center|centre), "
    r"|\b(?i:hide caption|play slideshow)\b"
)
_PICTURED = re.compile(r"\b(?:is|are) pictured(?:$|,| (?:above|below|here|in|left|right|with)\b)")
_STOPPED = re.compile(  # no short word before the stop: "Gen. Ada Holm"
    rf"(?:\b[a-z]{{3,30}}|\b[A-Z][a-z]{{5,30}})\. (?P<inside>{_NAME}(?: (?:of|for) (?:the )?{_NAME})?)$"
)
_BENEATH = re.compile(rf"\b[a-z]\w{{0,30}} [(\[](?P<inside>{_NAME}(?: (?:of|for) (?:the )?{_NAME})?)[)\]]$")
_GALLERY = re.compile(r"\d{1,3} ?/ ?(?P<all>\d{1,3}) [A-Z“‘\"]")
_POST = re.compile(
    r"(?:[—–-] ?[^—–\n]{1,60} \(@\w{1,30}\) (?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
    r"|\bA post shared by [^\n]{1,80} on [A-Z][a-z]{2} \d{1,2}, \d{4} at [\w:]{3,8} [A-Z]{2,4})$"
)
_WORKED = re.compile(
    r"\bcontributed (?:to this (?:report|story|article|dispatch|piece)|(?:additional )?reporting)\b"
    r"|^\(?(?:Additional )?[Rr]eporting by [A-Z]|^Information from:? [A-Z]"
    rf"|^{_NAME} contributed from [A-Z]"
)
_REPORTS = re.compile(
    rf"(?:The )?(?P<of>{_NAME})['’]s? {_NAME} reports (?:on|from|live)\b"
    rf"|(?:[^\n]{{0,400}} )?(?:[Cc]orrespondent|[Rr]eporter|[Aa]nchor) {_NAME} reports(?: live)?"
    r" (?:from|on|in) [^.;\n]{1,60}\.?$"
)
_HELPED = re.compile(r"^[(\[—–-]{0,2} ?[Ww]ith (?:assistance|contributions|files|reporting) (?:by|from) (?P<inside>.+)")


def captions(text: str, blocks: tuple[Block, ...]) -> dict[int, str]:
    """The rule by which a block is no part of what the account tells, by the block's place; headlines never are."""
    found: dict[int, str] = {}
    galleries: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        line = text[block.start : block.end]
        if block.kind == "headline" or line.count(" ") >= _LONGEST:
            continue
        rule = _rule(line, block.kind)
        if rule:
            found[at] = rule
        elif gallery := _GALLERY.match(line):
            galleries.setdefault(gallery["all"], []).append(at)
    return found | {at: "sentence.caption" for places in galleries.values() if len(places) > 1 for at in places}


def _rule(line: str, kind: str) -> str | None:
    if _POST.search(line):
        return "sentence.post"
    words = line.count(" ") + 1
    helped = _HELPED.match(line)
    if words <= _BRIEF and (_WORKED.search(line) or (helped and _is_name(helped["inside"]))):
        return "sentence.worked"
    if words <= _BRIEF and _is_reporting(line):
        return "sentence.worked"
    shown = _LABELLED.match(line) or (words <= _BRIEF and _SEEN.search(line))
    if shown or _ends_in_credit(line) or (not line.endswith(_STOPS) and _stands_out(line, kind)):
        return "sentence.caption"
    return None


def _stands_out(line: str, kind: str) -> bool:
    """A line that ends like no sentence: it begins or ends with whose picture it is."""
    credited = _CREDITED.search(line)
    signed = _SIGNED.search(line)
    return (
        _TITLED.match(line) is not None
        or (credited is not None and _is_name(credited["inside"]))
        or (signed is not None and _is_credit(signed["inside"], after_stop=signed.start("inside") == 0))
        or _begins_with_agency(line, kind)
        or (kind == "body" and line.count(" ") < _BRIEF and _is_beneath(line))
    )


def _is_beneath(line: str) -> bool:
    """Prose that ends like none: it says what is pictured, or closes with a name in brackets or behind its last stop.

    In brackets after a name or letters a name tells of whom they are ("Ada Holm (Harbour Party)").
    """
    stopped, last = _STOPPED.search(line), _BENEATH.search(line)
    return (
        _PICTURED.search(line) is not None
        or (stopped is not None and " " in stopped["inside"] and line.count(" ") >= _SAID)
        or (last is not None and " " in last["inside"] and not last["inside"].isupper())
    )


def _is_reporting(line: str) -> bool:
    """Whether a line says but who of the outlet's reports, and on what: what stands under a player."""
    found = _REPORTS.match(line)
    if found is None:
        return False
    named = frozenset(line[: line.index(" reports")].casefold().split())
    return found["of"] is None or named.isdisjoint(lang.words("en", "organization_words", "word", kind="head"))


def _begins_with_agency(line: str, kind: str) -> bool:
    """An agency set before a caption: "GETTY Boats in the harbour"; in a short line only one that sells pictures."""
    first = _leading().match(line)
    if not first or kind == "bullet" or line.count(" ") >= _BRIEF:
        return False
    return kind != "heading" or first["name"].casefold().startswith("getty") or first["name"] == "REUTERS"


def _ends_in_credit(line: str) -> bool:
    """Whether the last brackets, or those before an agency's in brackets, credit a picture."""
    for _ in range(2):
        last = _BRACKETS.search(line)
        if not last:
            return False
        before = line[: last.start()].rstrip()
        if _is_credit(last["inside"].strip(), after_stop=not before or before.endswith((".", "!", "?"))):
            return True
        line = before
    return False


def _is_credit(inside: str, *, after_stop: bool) -> bool:
    """Photo: Ada Holm; Ada Holm/AP; Ada Holm / The Quay Times; Harbour Office via AP; not an agency alone, nor two."""
    words = [word.strip(".:,").casefold() for word in inside.replace("/", " ").replace(",", " ").split()]
    if not words:
        return False
    names = " ".join(word for word in inside.replace("/", " ").split() if word.casefold() not in _GIVEN)
    if words[0] in _words() or words[0] in _HELD or "photo" in words or not _HELD.isdisjoint(words):
        rest = [word for word in names.split() if word.strip(".:,").casefold() not in _words() | _HELD]
        return (len(words) > 1 or words[0] in _HELD) and (not rest or _is_name(" ".join(rest)))
    parts = [part for part in _PARTS.split(inside) if part]
    if not all(map(_is_name, parts)):
        return False
    others = [part for part in parts if part not in _agencies()]
    if others and len(others) < len(parts):
        return "/" in inside or " via " in inside or " " in others[0]
    return after_stop and bool(others) and " " in parts[0]


def _is_name(words: str) -> bool:
    """Whether words are capitalised, all but the small ones."""
    each = words.split()
    return 0 < len(each) <= 12 and all(word[:1].isupper() or word in _SMALL for word in each)


def _words() -> frozenset[str]:
    """The words of credits, in small letters."""
    return lang.words("en", "pictures", "text", kind="word")


@cache
def _agencies() -> frozenset[str]:
    """The agencies of news and pictures, as they are spelled."""
    return lang.words("en", "pictures", "text", kind="agency") | lang.words("en", "wires", "name")


@cache
def _leading() -> re.Pattern[str]:
    """An agency and the first word of a caption with nothing between."""
    names = "|".join(re.escape(name) for name in sorted(_agencies(), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?:[A-Z .’'&]{{3,40}}[•/] ?)?(?P<name>{names})(?: - Contributor| or licensors)? [A-Z“‘\"]")
