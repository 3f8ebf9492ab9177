"""Small stories made by hand, so that the report is tested without the stages before it."""

from dataclasses import replace
from typing import Any

from variorum.model.alignment import Alignment, ClaimGroup, Entity, Key, Moment, Reprint
from variorum.model.finding import Origin
from variorum.model.judgement import Divergence, Judgements, Stand, Tone
from variorum.model.markup import (
    AnnotatedAccount,
    Argument,
    Claim,
    ClaimSource,
    Frame,
    Mention,
    Quantity,
    Quote,
    Referent,
    Role,
    Sentence,
    Timex,
    WordingMark,
)
from variorum.model.text import Account, Span

HERE = Origin("made", "made.by-hand")


class Made:
    """An account under construction: words are found in its text, indices are kept by name."""

    def __init__(self, text: str, outlet: str, published: str | None = "2024-03-05", **rest: Any) -> None:
        self.account = Account(text=text, names=(f"{outlet.lower()}.txt",), outlet=outlet, published=published, **rest)
        self.sentences: list[Sentence] = []
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []
        self.referents: list[Referent] = []
        self.timexes: list[Timex] = []
        self.quantities: list[Quantity] = []
        self.quotes: list[Quote] = []
        self.wording: list[WordingMark] = []
        self.names: dict[str, int] = {}
        start = 0
        for paragraph, line in enumerate(text.split("\n")):
            if line.strip():
                span = Span(self.account.id, start, start + len(line))
                self.sentences.append(Sentence(evidence=(span,), origin=HERE, paragraph=paragraph))
            start += len(line) + 1

    def span(self, words: str) -> Span:
        at = self.account.text.index(words)
        return Span(self.account.id, at, at + len(words))

    def who(self, name: str, words: str, kind: Any = "person", form: Any = "name", title: str = "") -> int:
        """A mention of somebody; the first one makes the referent."""
        return self.mention_at(name, self.span(words).start, kind, form=form, title=title, words=words)

    def mention_at(
        self, name: str, at: int, kind: Any, *, form: Any = "name", title: str = "", words: str | None = None
    ) -> int:
        """A mention at a place of the text."""
        words = name if words is None else words
        span = Span(self.account.id, at, at + len(words))
        index = self.names.setdefault(name, len(self.referents))
        if index == len(self.referents):
            self.referents.append(Referent(evidence=(span,), origin=HERE, name=name, kind=kind))
        self.mentions.append(Mention(evidence=(span,), origin=HERE, text=words, kind=kind, form=form, referent=index))
        roles = (Role(evidence=(self.span(title),), origin=HERE, title=title),) if title else ()
        old = self.referents[index]
        self.referents[index] = replace(
            old, mentions=(*old.mentions, len(self.mentions) - 1), roles=(*old.roles, *roles)
        )
        return index

    def when(self, words: str, value: str, granularity: str = "day") -> int:
        timex = Timex(
            evidence=(self.span(words),), origin=HERE, text=words, type="DATE", value=value, granularity=granularity
        )
        self.timexes.append(timex)
        return len(self.timexes) - 1

    def counts(self, words: str, low: float | None, high: float | None, unit: str, kind: Any = "count") -> int:
        self.quantities.append(
            Quantity(evidence=(self.span(words),), origin=HERE, text=words, low=low, high=high, unit=unit, kind=kind)
        )
        return len(self.quantities) - 1

    def says(self, words: str, **rest: Any) -> Key:
        """A claim; mentions, times and numbers inside its words are its own."""
        span = self.span(words)
        sentence = next(at for at, each in enumerate(self.sentences) if each.span.covers(span))
        rest.setdefault("frame", Frame("move", span, (Argument("agent", span, "it"),), "past"))
        self.claims.append(
            Claim(
                evidence=(span,),
                origin=HERE,
                text=words,
                sentence=sentence,
                mentions=tuple(at for at, each in enumerate(self.mentions) if span.covers(each.span)),
                timexes=tuple(at for at, each in enumerate(self.timexes) if span.covers(each.span)),
                quantities=tuple(at for at, each in enumerate(self.quantities) if span.covers(each.span)),
                **rest,
            )
        )
        return Key(self.account.id, len(self.claims) - 1)

    def quoted(self, words: str, speaker: int | None = None, source: str = "") -> None:
        self.quotes.append(
            Quote(evidence=(self.span(words),), origin=HERE, text=words, kind="direct", speaker=speaker, source=source)
        )

    def worded(self, words: str, kind: Any = "loaded", *, quoted: bool = False) -> None:
        span = self.span(words)
        mark = WordingMark(evidence=(span,), origin=HERE, text=words, kind=kind, entry="en.loaded.1", quoted=quoted)
        self.wording.append(mark)

    def done(self) -> AnnotatedAccount:
        return AnnotatedAccount(
            account=self.account,
            sentences=tuple(self.sentences),
            mentions=tuple(self.mentions),
            referents=tuple(self.referents),
            timexes=tuple(self.timexes),
            quantities=tuple(self.quantities),
            claims=tuple(self.claims),
            quotes=tuple(self.quotes),
            wording=tuple(self.wording),
        )


def group(story: dict[str, Made], *keys: Key) -> ClaimGroup:
    evidence = tuple(story[key.account].claims[key.index].span for key in keys)
    return ClaimGroup(evidence=evidence, origin=HERE, claims=keys, gist=keys[0])


def spoken(referent: int | None = None, text: str = "", kind: Any = "speaker") -> ClaimSource:
    return ClaimSource(kind=kind, text=text, cue="said", referent=referent)


def entity(made: list[Made], name: str, kind: Any = "person", affiliation: int | None = None) -> Entity:
    members = tuple(Key(each.account.id, each.names[name]) for each in made if name in each.names)
    owners = {each.account.id: each for each in made}
    referents = [owners[key.account].referents[key.index] for key in members]
    return Entity(
        evidence=tuple(each.span for each in referents),
        origin=HERE,
        name=name,
        kind=kind,
        members=members,
        roles=tuple(role for each in referents for role in each.roles),
        affiliation=affiliation,
    )


def stand(account: str, group_index: int, kind: Any, span: Span) -> Stand:
    return Stand(evidence=(span,), origin=HERE, account=account, group=group_index, kind=kind)


def ferry() -> tuple[tuple[AnnotatedAccount, ...], Alignment, Judgements]:
    """Three accounts of a ferry that ran aground: two agree, one of them copies, the third gives another number."""
    one = Made(
        "Ferry aground off Kestrel Point\nThe ferry Alba ran aground off Kestrel Point on Monday.\n"
        "Rescuers took 41 people to safety.\nHarbour master Ida Brandt said the rudder had failed.\n"
        "“It was a quiet night,” Brandt said.",
        "Coast Courier",
        title="Ferry aground off Kestrel Point",
    )
    two = Made(
        "The ferry Alba ran aground off Kestrel Point on Monday.\nRescuers took 41 people to safety.\n"
        "A reckless captain ignored the charts.",
        "Island Post",
    )
    three = Made(
        "The Alba struck rocks near Kestrel Point on Monday night.\n"
        "Some 60 people were brought ashore, Ida Brandt said.",
        "Northern Wire",
        "2024-03-06",
    )
    made = [one, two, three]
    story = {each.account.id: each for each in made}
    brandt = one.who("Ida Brandt", "Ida Brandt", title="Harbour master")
    three.who("Ida Brandt", "Ida Brandt")
    for each in made:
        each.when("Monday", "2024-03-04")
    one.quoted("“It was a quiet night,”", brandt, "Brandt")
    two.worded("reckless")
    a1 = one.says("The ferry Alba ran aground off Kestrel Point on Monday")
    a2 = two.says("The ferry Alba ran aground off Kestrel Point on Monday")
    a3 = three.says("The Alba struck rocks near Kestrel Point on Monday night")
    b1 = one.says("Rescuers took 41 people to safety")
    b2 = two.says("Rescuers took 41 people to safety")
    b3 = three.says("Some 60 people were brought ashore", source=spoken(0, "Ida Brandt"))
    c1 = one.says("the rudder had failed", source=spoken(brandt, "Harbour master Ida Brandt"))
    d1 = two.says("A reckless captain ignored the charts")
    groups = (
        group(story, a1, a2, a3),
        group(story, b1, b2, b3),
        group(story, c1),
        group(story, d1),
    )
    copied = (one.span("Rescuers took 41 people to safety."), two.span("Rescuers took 41 people to safety."))
    alignment = Alignment(
        entities=(entity(made, "Ida Brandt"),),
        reprints=(
            Reprint(
                evidence=copied, origin=HERE, accounts=(one.account.id, two.account.id), pairs=(copied,), share=0.2
            ),
        ),
        groups=groups,
        moments=(
            Moment(
                evidence=tuple(each.timexes[0].span for each in made),
                origin=HERE,
                when="2024-03-04",
                granularity="day",
                claims=(a1, a2, a3),
            ),
        ),
    )
    kinds = {a1: "asserts", a2: "asserts", a3: "asserts", b1: "asserts", b2: "asserts", b3: "attributes"}
    stands = tuple(
        stand(key.account, at, kinds.get(key, "asserts"), story[key.account].claims[key.index].span)
        for at, each in enumerate(groups)
        for key in each.claims
    )
    parted = Divergence(
        evidence=(one.claims[b1.index].span, three.claims[b3.index].span),
        origin=HERE,
        kind="number",
        severity="conflict",
        between="accounts",
        sides=((b1, b2), (b3,)),
        values=("41", "Some 60"),
        why="41 people against some 60 people brought to safety",
        group=1,
    )
    tone = Tone(
        evidence=(two.span("reckless"),),
        origin=HERE,
        account=two.account.id,
        tone="heated",
        why="it calls people names in its own voice (“reckless”)",
        loaded=0.2,
        hedged=0.0,
        voices=(),
    )
    return (
        tuple(each.done() for each in made),
        alignment,
        Judgements(stands=stands, divergences=(parted,), tones=(tone,)),
    )
