"""The names of news outlets: which words name one, and which names are one outlet's.

An outlet is known by the lexicon, by the accounts of the story, or by the form of its name: a call sign, or a last word
such as "Times" or "Gazette". "The Gazette" alone is the one outlet of the story that ends so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from variorum import lang
from variorum.lang.spelling import fold

__all__ = ["Outlets", "outlet_key"]

_TOP = frozenset({"com", "co", "org", "net", "go", "gov", "ac"})  # before a country's domain, or alone
_SIGN = re.compile(r"[KW][A-Z]{3}(?:-(?:TV|FM))?")
_HOST = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}")


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    name: str = ""
    variants: tuple[str, ...] = ()
    word: str = ""


@dataclass(frozen=True, slots=True)
class _Wire:
    id: str
    name: str


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _forms(name: str) -> tuple[str, ...]:
    """The name in one word, and as an address has it: "newyorktimes", "nytimes"."""
    words = _bare(fold(name))
    short = "".join(word[0] for word in words[:-1]) + words[-1] if len(words) > 1 else ""
    return tuple(form for form in ("".join(words), short) if form)


@cache
def _known() -> tuple[dict[str, str], frozenset[str]]:
    """Form → key of the outlet, and the nouns that outlets are named with."""
    keys: dict[str, str] = {}
    nouns = set()
    for entry in lang.load("en", "outlets", _Entry):
        if entry.word:
            nouns.add(entry.word)
            continue
        for name in (entry.name, *entry.variants):
            for form in _forms(name):
                keys.setdefault(form, _forms(entry.name)[0])
    agencies = [wire.name for wire in lang.load("en", "wires", _Wire)]
    full = {"".join(word[0] for word in fold(name)): _forms(name)[0] for name in agencies if len(fold(name)) > 1}
    for name in agencies:
        form = _forms(name)[0]
        keys.setdefault(form, full.get(form, form))
    return keys, frozenset(nouns)


@cache
def outlet_key(outlet: str) -> str:
    """The key of the outlet that an account gives as its own: a name, or the host of its pages."""
    host = outlet.casefold().strip()
    form = "".join(_bare(fold(outlet)))
    if _HOST.fullmatch(host):
        labels = host.split(".")[:-1]
        while len(labels) > 1 and labels[-1] in _TOP:
            labels = labels[:-1]
        form = labels[-1].replace("-", "")
    keys, _ = _known()
    plain = form.removeprefix("the")
    return keys.get(form) or keys.get(plain) or next((keys[each] for each in _shorter(form) if each in keys), form)


def _shorter(form: str) -> Iterable[str]:
    """ "apnews" is the AP's, "foxnewstv" Fox's."""
    for ending in ("online", "news", "tv"):
        if form.endswith(ending):
            yield form.removesuffix(ending)


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets that one story knows: `own` the keys of its accounts', `heads` last words of the names met."""

    own: frozenset[str]
    heads: dict[str, str]

    @classmethod
    def of(cls, accounts: Iterable[str | None], names: Iterable[str]) -> "Outlets":
        """The outlets of a story, from its accounts' and from the names that stand where an outlet is credited."""
        own = frozenset(outlet_key(each) for each in accounts if each)
        plain = cls(own, {})
        ends: dict[str, set[str]] = {}
        for name in names:
            words = _bare(fold(name))
            key = plain.key(name)
            if key and len(words) > 1 and words[-1] in _known()[1]:
                ends.setdefault(words[-1], set()).add(key)
        return cls(own, {word: min(keys) for word, keys in ends.items() if len(keys) == 1})

    def key(self, name: str) -> str:
        """The key of the outlet that words name; empty where they name none."""
        words = _bare(fold(name))
        keys, nouns = _known()
        form = "".join(words)
        if not form:
            return ""
        if len(words) == 1 and words[0] in self.heads:
            return self.heads[words[0]]
        found = keys.get(form) or keys.get(form.rstrip("0123456789"))
        if found:
            return found
        if "." in name.strip(".") and _HOST.fullmatch(name.casefold().strip(".")) and name[-1].isalpha():
            return outlet_key(name)
        if form in self.own:
            return form
        if _SIGN.fullmatch(name.strip()):
            return form[:4]
        named = len(words) > 1 or name[:4].casefold() == "the "
        return form if named and words[-1] in nouns else ""
