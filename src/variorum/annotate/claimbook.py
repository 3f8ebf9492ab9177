"""What stands so far in an account, to be looked up by place while its claims are made."""

from bisect import bisect_left
from dataclasses import dataclass

from variorum.annotate.context import Context
from variorum.annotate.cover import Cover
from variorum.annotate.voices import Cast, cast_of
from variorum.model.finding import Finding
from variorum.model.markup import Attribution
from variorum.model.text import Span

__all__ = ["Book", "within"]


@dataclass(frozen=True, slots=True)
class Book:
    """The account's cast and layers, to be looked up by place: token starts, cues, layers by their starts."""

    cast: Cast
    starts: tuple[int, ...]
    cues: dict[int, Attribution]
    mentions: tuple[int, ...]
    timexes: tuple[int, ...]
    quantities: tuple[int, ...]
    spoken: tuple[tuple[int, int], ...]
    content: Cover
    quotes: Cover

    def token(self, at: int) -> int:
        """The token that starts at a code point."""
        return min(bisect_left(self.starts, at), len(self.starts) - 1)

    @classmethod
    def of(cls, context: Context) -> "Book":
        """The look-up of what stands so far."""
        marked = context.marked
        return cls(
            cast_of(context),
            tuple(token.idx for token in context.doc),
            {each.cue.start: each for each in marked.attributions if each.cue is not None},
            in_order(marked.mentions),
            in_order(marked.timexes),
            in_order(marked.quantities),
            tuple(sorted((each.span.start, each.span.end) for each in marked.quotes if each.kind == "direct")),
            Cover.of((p.start, p.end, index) for index, each in enumerate(marked.attributions) for p in each.content),
            Cover.of(
                (each.span.start, each.span.end, index)
                for index, each in enumerate(marked.quotes)
                if each.kind != "indirect"
            ),
        )


def in_order(layer: tuple[Finding, ...]) -> tuple[int, ...]:
    """The indices of a layer by the places of its findings."""
    return tuple(sorted(range(len(layer)), key=lambda index: layer[index].span.start))


def within(order: tuple[int, ...], layer: tuple[Finding, ...], span: Span) -> tuple[int, ...]:
    """Of a layer in order, the indices of what lies inside a span."""
    place = bisect_left(order, span.start, key=lambda index: layer[index].span.start)
    found = []
    while place < len(order) and layer[order[place]].span.start < span.end:
        if layer[order[place]].span.end <= span.end:
            found.append(order[place])
        place += 1
    return tuple(found)
