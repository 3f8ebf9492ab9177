"""Names of one account that name the same one: persons by full name and surname, bodies by words and acronym.

Full names come first and teach; a bare surname joins the one who bears it, and where two do, the one whose title fits
or who was named last. Two full names that differ are two persons.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from variorum.annotate.gazetteer import places
from variorum.annotate.names import Name
from variorum.annotate.titles import is_common, vocabulary
from variorum.lang.spelling import alike, fold, initials_of, persons_agree, sounds
from variorum.model.markup import EntityKind

__all__ = ["Cluster", "cluster_names"]

_LEGAL = frozenset(
    {
        "inc",
        "corp",
        "corporation",
        "ltd",
        "llc",
        "llp",
        "plc",
        "ag",
        "gmbh",
        "co",
        "company",
        "sa",
        "nv",
        "group",
        "the",
    }
)

_MOST = 200  # namesakes that are looked at: keeps hostile lists of names linear


@dataclass(slots=True, eq=False)
class Cluster:
    """One member of the account's cast while it is put together: indices of names, and what its names tell.

    `hint` is the gender that a rare first name suggests; `gender_told`: a title or the like tells it for certain.
    """

    kind: EntityKind
    owner: str = ""
    code: str = ""
    full: tuple[str, ...] = ()
    names: list[int] = field(default_factory=list)
    gender: str | None = None
    hint: str | None = None
    gender_told: bool = False
    sure: bool = True
    titled: bool = False
    shouted: bool = False
    text: str = ""

    def tell(self, gender: str | None) -> None:
        """A title, a word for kin or a form of address tells the gender; the first that tells it counts."""
        if gender and not self.gender_told:
            self.gender, self.gender_told = gender, True

    @property
    def personal(self) -> bool:
        """Whether a pronoun for one person may stand for it: a person, or what only the parser took for another.

        No town, no acronym, nothing that is called after a town or by words of the dictionary alone.
        """
        if self.kind == "person":
            return True
        if self.sure or self.shouted:
            return False
        own = self.text.split()
        town = own[0] in places() and own[0] not in vocabulary().first_names
        if len(own) == 1:
            return not (town and self.kind == "place")
        return self.text not in places() and not (town or all(len(word) > 2 and is_common(word) for word in own))

    def take_for_person(self, gender: str) -> None:
        """A pronoun for one person stands for it: where only the parser said otherwise, it is a person."""
        self.gender = self.gender or gender
        if not self.sure and self.kind in ("person", "organization", "place"):
            self.kind, self.sure = "person", True


def cluster_names(names: Sequence[Name]) -> list[Cluster]:
    """Clusters in the order of their first name; every name is in exactly one."""
    clusters: list[Cluster] = []
    _persons(names, clusters)
    _known(names, clusters)
    _bodies(names, clusters)
    for cluster in clusters:
        cluster.names.sort()
        cluster.sure = any(names[at].sure for at in cluster.names)
        cluster.text = names[cluster.names[0]].text
        cluster.shouted = all(names[at].text.isupper() for at in cluster.names)
    return sorted(clusters, key=lambda cluster: cluster.names[0])


class _Bearers:
    """Persons by how their first and last words sound, so that a long list of names stays linear."""

    def __init__(self) -> None:
        self._by_sound: dict[str, list[Cluster]] = {}

    def add(self, cluster: Cluster) -> None:
        """Enters a person by first word, last word, and all after the first (`Jae-in` of `Moon Jae-in`)."""
        words = cluster.full
        for key in {sounds(words[0]), sounds(words[-1]), sounds("".join(words[1:]))} - {""}:
            known = self._by_sound.setdefault(key, [])
            if cluster not in known[-_MOST:]:
                known.append(cluster)

    def near(self, *words: str) -> list[Cluster]:
        """Persons who have one of the words in such a place, the earliest first."""
        found = {id(each): each for word in words for each in self._by_sound.get(sounds(word), ())[-_MOST:]}
        return sorted(found.values(), key=lambda each: each.names[0])


def _persons(names: Sequence[Name], clusters: list[Cluster]) -> None:
    full = [at for at, name in enumerate(names) if name.kind == "person" and len(fold(name.text)) > 1]
    bare = [at for at, name in enumerate(names) if name.kind == "person" and len(fold(name.text)) == 1]
    bearers = _Bearers()
    for at in full:
        words = fold(names[at].text)
        fits = [each for each in bearers.near(words[0], words[-1]) if persons_agree(each.full, words) == "same"]
        best = next((each for each in fits if each.full == words), fits[0] if len(fits) == 1 else None)
        if best is None:
            best = Cluster("person", full=words, names=[at])
            clusters.append(best)
            bearers.add(best)
            continue
        best.names.append(at)
        if len(words) > len(best.full):
            best.full = words
            bearers.add(best)
    for cluster in clusters:
        _tell_gender(names, cluster)
    early = _unannounced(names, bare, clusters)
    for at in bare:
        new = _surname(names, at, bearers, early)
        if new:
            clusters.append(new)
            bearers.add(new)


def _unannounced(names: Sequence[Name], bare: Sequence[int], clusters: Sequence[Cluster]) -> set[str]:
    """Surnames by which somebody is called more than once before anybody is fully named with them.

    He or she may be somebody else than the one named later: `Trump` is not `Melania Trump`.
    """
    first = {cluster.full[-1]: min(cluster.names) for cluster in reversed(clusters) if cluster.names}
    counts: dict[str, int] = {}
    for at in bare:
        word = fold(names[at].text)[0]
        if word in first and at < first[word]:
            counts[word] = counts.get(word, 0) + 1
    return {word for word, count in counts.items() if count > 1}


def _surname(names: Sequence[Name], at: int, bearers: _Bearers, early: set[str]) -> Cluster | None:
    """Enters a single word with the person who bears it; the new person where nobody does."""
    word = fold(names[at].text)[0]
    gender = _title_gender(names[at])
    near = bearers.near(word)
    if word in early:
        near = [each for each in near if len(each.full) == 1]
    fits = [each for each in near if word == each.full[-1]] or [each for each in near if alike(word, each.full[-1])]
    if not fits:
        known = names[at].text in vocabulary().first_names or names[at].text in vocabulary().rare_names
        whole = not names[at].honorific or not known  # `Mr Holm` is Holm Ada
        fits = [
            each
            for each in near
            if (word == each.full[0] and (whole or len(each.full) > 2)) or (whole and word == "".join(each.full[1:]))
        ]
    if gender:
        fits = [each for each in fits if each.gender in (None, gender)]
    if fits:
        best = fits[0] if len(fits) == 1 else _bearer(names, at, fits)
        best.names.append(at)
        best.tell(gender)
        return None
    new = Cluster("person", full=(word,), names=[at])
    _tell_gender(names, new)
    return new


def _bearer(names: Sequence[Name], at: int, bearers: list[Cluster]) -> Cluster:
    """Of several who bear a surname: who was called by it already, and most, before; else who was named last before."""

    def rank(cluster: Cluster) -> tuple[int, int, int]:
        before = [each for each in cluster.names if each < at]
        return sum(names[each].title >= 0 for each in before) + len(before), max(before, default=-1), -cluster.names[0]

    return max(bearers, key=rank)


def _title_gender(name: Name) -> str | None:
    if not name.honorific:
        return None
    persona = vocabulary().phrases.get((name.honorific.lower(),))
    return persona.gender if persona else None


def _tell_gender(names: Sequence[Name], cluster: Cluster) -> None:
    for at in cluster.names:
        cluster.tell(_title_gender(names[at]))
    if not cluster.gender:
        first = names[cluster.names[0]].text.split()[0]
        cluster.gender = vocabulary().gender_of(first)
        cluster.hint = vocabulary().rare_names.get(first)


def _known(names: Sequence[Name], clusters: list[Cluster]) -> None:
    """Countries, their people and their seats by owner; a capital is a place by its own country."""
    found: dict[tuple[str, str], Cluster] = {}
    for at, name in enumerate(names):
        if not name.known or name.kind == "person":
            continue
        what = name.known
        key = (name.kind, what.owner)
        if key not in found:
            found[key] = Cluster(name.kind, owner=what.owner, code=what.code, full=fold(what.owner))
            clusters.append(found[key])
        found[key].names.append(at)


def _bodies(names: Sequence[Name], clusters: list[Cluster]) -> None:
    """Other names by their weighty words; an acronym joins the body whose initials it has."""
    rest = [at for at, name in enumerate(names) if name.kind != "person" and not name.known]
    found: dict[tuple[str, tuple[str, ...]], Cluster] = {}
    initials: dict[str, Cluster] = {}
    for at in sorted(rest, key=lambda each: (-len(fold(names[each].text)), each)):
        kind, words = names[at].kind, _core(names[at].text)
        short = names[at].text.replace(".", "")
        cluster = found.get((kind, words))
        if cluster is None and kind == "organization" and len(words) == 1 and len(short) > 1 and short.isupper():
            cluster = initials.get(words[0])
        if cluster is None:
            cluster = found[kind, words] = Cluster(kind, full=words)
            clusters.append(cluster)
            if kind == "organization" and len(words) > 1:
                initials.setdefault(initials_of(words), cluster)
        cluster.names.append(at)


def _core(text: str) -> tuple[str, ...]:
    words = fold(text)
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    return words[1:] if len(words) > 1 and words[0] == "the" else words
