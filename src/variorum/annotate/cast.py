"""Who's who in one account: named, nominal and pronoun mentions, and the referents that they stand for.

Names come first, are grouped, and teach the rest: roles, then phrases, then pronouns. What is unsure stays open, for a
false merge is worse than a split.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.annotate import metonyms, nominals, pronouns, roles
from variorum.annotate.affiliation import affiliations_of, ties_of
from variorum.annotate.clusters import Cluster, cluster_names
from variorum.annotate.context import Context, Layers
from variorum.annotate.gazetteer import Known, gazetteer
from variorum.annotate.names import Name, find_names
from variorum.annotate.roles import Found, find_roles
from variorum.annotate.titles import vocabulary
from variorum.annotate.words import Words, read_words
from variorum.lang.spelling import fold
from variorum.model.finding import Origin, Rule
from variorum.model.markup import EntityKind, Mention, MentionForm, Referent, Role
from variorum.model.text import Span

__all__ = ["RULES", "CastStep", "Gathered", "gather"]

RULES = (
    Rule("name.titled", "A title or a form of address stands before the name."),
    Rule("name.vote", "Most of what the account says around these words speaks for this kind."),
    Rule("name.doubtful", "Only its capital, and a pronoun that stands for it, say that it is a person."),
    Rule("name.organization", "The name holds a word that names of organizations have."),
    Rule("name.known", "The name stands in the list of countries and organizations."),
    Rule("name.half", "The half of a divided land that the account names in full elsewhere."),
    Rule("name.adjective", "The adjective of a country."),
    Rule("name.people", "The people of a country."),
    Rule("name.seat", "A seat of power, which stands for its government."),
    *metonyms.RULES,
    *nominals.RULES,
    *pronouns.RULES,
    *roles.RULES,
    Rule("role.phrase", "A phrase that stands for the person calls him or her this."),
    Rule("role.spoken", "A phrase in somebody's quote, which may stand for the person, calls him or her this."),
    Rule("referent.names", "These mentions name one and the same."),
)
_HALVES = ("North", "South", "East", "West")
_KNOWN = {"name.country": "name.known", "name.organization_known": "name.known", "name.capital": "name.known"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention on its way: tokens `[start, end)` and the cluster that it stands for."""

    start: int
    end: int
    kind: EntityKind
    form: MentionForm
    cluster: int | None
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class CastStep:
    """Finds an account's cast."""

    requires: tuple[str, ...] = ("sentences",)
    assigns: tuple[str, ...] = ("mentions", "referents")

    def __call__(self, context: Context) -> Layers:
        """The layers `mentions`, in the order of the text, and `referents`, in that of their first mention."""
        story = gather(read_words(context.doc), _title(context))
        spots = [*story.spots, *_stand_ins(story)]
        spots = [_settled(spot, story.clusters) for spot in spots if _stays(spot, story.clusters)]
        spots.sort(key=lambda spot: (spot.start, spot.end))
        return _layers(context, story, spots)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is known of an account's cast before pronouns are resolved; `cluster_of` is by index of names."""

    words: Words
    names: Sequence[Name]
    clusters: Sequence[Cluster]
    cluster_of: dict[int, int]
    roles: Sequence[Found]
    spots: Sequence[Spot]
    ties: dict[int, set[str]]

    def places(self) -> list[pronouns.Place]:
        """The mentions that a pronoun for one person may stand for."""
        return [
            pronouns.Place(spot.start, spot.end, spot.cluster, spot.form)
            for spot in self.spots
            if spot.cluster is not None and (spot.kind == "person" or not self.clusters[spot.cluster].sure)
        ]


def _title(context: Context) -> str:
    """The account's title, or its first line where that is a headline."""
    if context.account.title:
        return context.account.title
    first = context.blocks[0] if context.blocks else None
    return context.account.text[first.start : first.end] if first and first.kind == "headline" else ""


def gather(words: Words, title: str = "") -> Gathered:
    """Names, their clusters, roles and phrases of one account with its title (empty: none)."""
    names = _halves([_parted(words, name) for name in find_names(words)])
    clusters = cluster_names(names)
    cluster_of = {at: number for number, cluster in enumerate(clusters) for at in cluster.names}
    found = find_roles(words, names)
    for role in found:
        clusters[cluster_of[role.name]].tell(role.gender)
    _read_title(title, clusters)
    ties = ties_of(words, names, clusters, found)
    spots = [
        Spot(
            name.start,
            name.end,
            name.kind,
            name.form,
            cluster_of[at],
            _KNOWN.get(name.rule, name.rule),
            1.0 if name.sure else 0.5,
        )
        for at, name in enumerate(names)
    ]
    phrases = nominals.find_nominals(words, names, clusters, found, ties)
    found += _epithets(words, clusters, cluster_of, found, phrases)
    spots += [
        Spot(each.start, each.end, each.kind, "nominal", each.cluster, each.rule, 0.3 if each.cluster is None else 0.7)
        for each in phrases
    ]
    return Gathered(words, names, clusters, cluster_of, found, spots, ties)


def _read_title(title: str, clusters: Sequence[Cluster]) -> None:
    """Who is in the title; a first name there tells the gender of one whom the text calls by the surname only."""
    headline = fold(title)
    for cluster in clusters:
        last = cluster.full[-1] if cluster.full else ""
        if not last or last not in headline:
            continue
        cluster.titled = True
        at = headline.index(last)
        if cluster.kind == "person" and not cluster.gender and at:
            cluster.gender = vocabulary().gender_of(headline[max(0, at - 2)].title()) or vocabulary().gender_of(
                headline[at - 1].title()
            )


def _parted(words: Words, name: Name) -> Name:
    """A capital, or `the Russians`, that stands for a government becomes a mention of the country."""
    if not name.known or name.known.sense not in ("capital", "people"):
        return name
    rule = metonyms.party_rule(words, name.end)
    if name.known.sense == "people":
        definite = name.start > 0 and words.lowers[name.start - 1] == "the" and name.text.endswith("s")
        return replace(name, kind="country", form="metonym", rule="metonym.people") if definite and rule else name
    if rule is None:
        return replace(name, known=Known("capital", _city(name), name.known.code))
    kind: EntityKind = "organization" if name.known.code == "-" else "country"
    return replace(name, kind=kind, form="metonym", rule=rule)


def _epithets(
    words: Words,
    clusters: Sequence[Cluster],
    cluster_of: dict[int, int],
    found: Sequence[Found],
    phrases: Sequence[nominals.Nominal],
) -> list[Found]:
    """Roles that phrases for known persons give them, where they say more than the roles that stand already.

    Only by a noun or a body's or land's name that stands in such a role: "the Norland leader" may well be somebody else
    than "President Holm".
    """
    said: dict[int, set[str]] = {}
    given: set[tuple[int, str]] = set()
    for role in found:
        owner = cluster_of[role.name]
        given |= {(owner, words.lowers[at]) for at in range(role.start, role.end) if words.texts[at][:1].isupper()}
        given.add((owner, words.lowers[role.head]))
        if words.lowers[role.head - 1] == "prime":
            given.add((owner, "premier"))
        said.setdefault(cluster_of[role.name], set()).add(" ".join(words.lowers[role.start : role.end]))
    more = []
    for phrase in phrases:
        if phrase.rule != "nominal.role" or phrase.cluster is None or not clusters[phrase.cluster].names:
            continue
        start = phrase.start + (words.pos[phrase.start] == "DET")
        text = " ".join(words.lowers[start : phrase.end])
        fits = any((phrase.cluster, words.lowers[at]) in given for at in range(start, phrase.end))
        if not fits:
            continue
        if phrase.end - start > 1 and text not in said.setdefault(phrase.cluster, set()):
            said[phrase.cluster].add(text)
            former = words.lowers[start] in ("former", "then", "ousted", "late", "ex")
            number = clusters[phrase.cluster].names[0]
            more.append(Found(number, start, phrase.end, start, former, "role.phrase"))
    return more


def _halves(names: Sequence[Name]) -> list[Name]:
    """`the North`, where one country of the account is called North something, is that country."""
    countries = {name.known.owner: name.known for name in names if name.known and name.known.sense == "country"}
    halves: dict[str, list[Known]] = {}
    for owner, known in countries.items():
        if " " in owner:
            halves.setdefault(owner.split()[0], []).append(known)
    found = []
    for name in names:
        fits = halves.get(name.text, [])
        half = len(fits) == 1 and name.text in _HALVES and name.known is None
        found.append(replace(name, kind="country", rule="name.half", known=fits[0], sure=True) if half else name)
    return found


def _city(name: Name) -> str:
    """The first spelling of a capital that the gazetteer lists, so that Kiev and Kyiv are one city."""
    row = gazetteer().countries.get(name.known.owner if name.known else "")
    return (
        row.capitals[0]
        if row and len(row.capitals) > 1 and name.text in row.capitals and row.code in ("UA", "US")
        else name.text
    )


def _stays(spot: Spot, clusters: Sequence[Cluster]) -> bool:
    """Whether a mention is kept: a doubtful name only where something made it sure."""
    return spot.rule != "name.doubtful" or (spot.cluster is not None and clusters[spot.cluster].sure)


def _settled(spot: Spot, clusters: Sequence[Cluster]) -> Spot:
    """A mention of the kind that its cluster has by now."""
    if spot.cluster is None or clusters[spot.cluster].kind != "person" or spot.kind == "person":
        return spot
    return replace(spot, kind="person", rule="name.doubtful")


def _stand_ins(story: Gathered) -> list[Spot]:
    found, owners = [], {}
    for each in pronouns.find_pronouns(story.words, story.clusters, story.places()):
        rule = "pronoun.open" if each.cluster is None else "pronoun.scored"
        found.append(Spot(each.at, each.at + 1, "person", "pronoun", each.cluster, rule, each.score))
        if each.cluster is not None:
            owners[each.at] = each.cluster
    phrases = nominals.possessed(story.words, story.clusters, story.ties, owners)
    found += [Spot(each.start, each.end, each.kind, "nominal", each.cluster, each.rule, 0.6) for each in phrases]
    return found


def _layers(context: Context, story: Gathered, spots: Sequence[Spot]) -> Layers:
    account, text, words = context.account.id, context.account.text, story.words
    order = {cluster: at for at, cluster in enumerate(dict.fromkeys(s.cluster for s in spots if s.cluster is not None))}
    mentions = []
    members: dict[int, list[int]] = {}
    for at, spot in enumerate(spots):
        span = Span(account, words.starts[spot.start], words.ends[spot.end - 1])
        if spot.cluster is not None:
            members.setdefault(spot.cluster, []).append(at)
        mentions.append(
            Mention(
                evidence=(span,),
                origin=Origin("cast", spot.rule),
                score=spot.score,
                text=text[span.start : span.end],
                kind=spot.kind,
                form=spot.form,
                referent=None if spot.cluster is None else order[spot.cluster],
            )
        )
    told = affiliations_of(words, story.names, story.clusters, story.roles)
    roles: dict[int, list[Role]] = {}
    for role in story.roles:
        span = Span(account, words.starts[role.start], words.ends[role.end - 1])
        title = _flat(text[span.start : span.end])
        spoken = role.rule == "role.phrase" and words.quoted[role.start]
        origin = Origin("cast", "role.spoken" if spoken else role.rule)
        given = Role(evidence=(span,), origin=origin, title=title, former=role.former)
        roles.setdefault(story.cluster_of[role.name], []).append(given)
    referents = tuple(
        replace(
            _referent(story.clusters[cluster], mentions, members[cluster]),
            roles=tuple(roles.get(cluster, ())),
            affiliation=told.get(cluster) or _home(story.clusters[cluster]),
        )
        for cluster in order
    )
    return {"mentions": tuple(mentions), "referents": referents}


def _home(cluster: Cluster) -> str | None:
    return cluster.owner if cluster.kind == "group" else None


def _referent(cluster: Cluster, mentions: Sequence[Mention], indices: Sequence[int]) -> Referent:
    texts = [_flat(mentions[at].text) for at in indices if mentions[at].form in ("name", "metonym")]
    name = cluster.owner or _fullest(texts or [_flat(mentions[indices[0]].text)])
    aliases = sorted(text for text in set(texts) if text != name and _is_alias(cluster, text))
    return Referent(
        evidence=tuple(mentions[at].span for at in indices),
        origin=Origin("cast", "referent.names"),
        score=1.0 if cluster.sure else 0.5,
        name=name,
        kind=cluster.kind,
        aliases=tuple(aliases),
        mentions=tuple(indices),
        gender=cluster.gender,
    )


def _is_alias(cluster: Cluster, text: str) -> bool:
    """Whether words are the name's variant: a capital that stands for its country is not."""
    known = gazetteer().folded.get(text)
    return not known or known.sense in ("country", "organization") or cluster.kind == "place"


def _fullest(texts: Sequence[str]) -> str:
    """The name with most words, then the most frequent, then the first."""
    counts = Counter(texts)  # in the order of the text, and of equals `max` takes the first
    return max(counts, key=lambda text: (len(fold(text)), counts[text]))


def _flat(text: str) -> str:
    return " ".join(text.split())
