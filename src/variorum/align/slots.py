"""What two claims share of words and typed slots, for many pairs at once: stems, entities, numbers, times, roles.

Sets are kept as ids in one long array, so that pairs are compared by sorting keys and not one by one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.align.views import Views

__all__ = ["Slots", "slots_of"]

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
NONE = -1


@dataclass(frozen=True, slots=True)
class _Sets:
    """One set of ids a row: those of row `r` are `ids[starts[r]:starts[r + 1]]`, ascending."""

    starts: Rows
    ids: Rows
    kinds: int

    @classmethod
    def of(cls, rows: Iterable[Iterable[object]]) -> "_Sets":
        """Sets of anything that can be sorted by what it prints as; ids follow that order."""
        kept = [list(row) for row in rows]
        names = {name: at for at, name in enumerate(sorted({name for row in kept for name in row}, key=str))}
        ids = [sorted(names[name] for name in row) for row in kept]
        return cls(
            np.cumsum([0, *map(len, ids)]),
            np.array([each for row in ids for each in row], np.int64),
            max(1, len(names)),
        )

    def sizes(self) -> Rows:
        """How many each row has."""
        return np.diff(self.starts)

    def shared(self, left: Rows, right: Rows) -> tuple[Rows, Rows]:
        """What the rows of each pair share: the pair's place and the id, in order."""
        both = np.intersect1d(self._keys(left), self._keys(right), assume_unique=True)
        return both // self.kinds, both % self.kinds

    def common(self, left: Rows, right: Rows) -> Rows:
        """How many each pair shares."""
        return np.bincount(self.shared(left, right)[0], minlength=len(left))

    def _keys(self, rows: Rows) -> Rows:
        sizes = self.sizes()[rows]
        ends = np.cumsum(sizes)
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - sizes, sizes)
        place = np.repeat(np.arange(len(rows)), sizes)
        keys: Rows = place * self.kinds + self.ids[np.repeat(self.starts[rows], sizes) + within]
        return keys


@dataclass(frozen=True, slots=True)
class Slots:
    """The claims of a story by column, -1 where a claim has none."""

    stems: _Sets
    rarity: Floats
    weight: Floats
    entities: _Sets
    times: _Sets
    numbers: tuple[tuple[tuple[float | None, float | None, str], ...], ...]
    numbered: npt.NDArray[np.bool_]
    predicate: Rows
    agent: Rows
    patient: Rows
    polarity: Rows
    modality: Rows
    speaker: Rows
    headline: npt.NDArray[np.bool_]
    account: Rows

    def words(self, left: Rows, right: Rows) -> Floats:
        """Cosine, overlap, containment and the rarest shared stem: `(pairs, 4)`."""
        place, stem = self.stems.shared(left, right)
        count = np.bincount(place, minlength=len(left))
        shared: Floats = np.bincount(place, weights=self.rarity[stem] ** 2, minlength=len(left)).astype(np.float64)
        rarest = np.zeros(len(left))
        np.maximum.at(rarest, place, self.rarity[stem])
        one, two = self.weight[left], self.weight[right]
        every = self.stems.sizes()[left] + self.stems.sizes()[right] - count
        return np.stack(
            [
                _ratio(shared, np.sqrt(one * two)),
                count / np.maximum(1, every),
                _ratio(shared, np.minimum(one, two)),
                rarest / 8,
            ],
            axis=1,
        )

    def typed(self, left: Rows, right: Rows) -> Floats:
        """Entities, numbers, times, predicate and roles: `(pairs, 12)`."""
        agent, patient = (self.agent[left], self.agent[right]), (self.patient[left], self.patient[right])
        times, dated = self.times.common(left, right) > 0, self.times.sizes() > 0
        return np.column_stack([
            self._entities(left, right),
            self._numbers(left, right),
            times,
            dated[left] & dated[right] & ~times,
            _same(self.predicate[left], self.predicate[right]),
            _same(*agent),
            _other(*agent),
            _same(*patient),
            _same(agent[0], patient[1]) | _same(agent[1], patient[0]),
        ])  # fmt: skip

    def said(self, left: Rows, right: Rows) -> Floats:
        """Polarity, modality and speakers: `(pairs, 4)`."""
        speaker = self.speaker[left], self.speaker[right]
        return np.column_stack([
            self.polarity[left] == self.polarity[right],
            self.modality[left] == self.modality[right],
            _same(*speaker),
            _other(*speaker),
        ])  # fmt: skip

    def form(self, left: Rows, right: Rows) -> Floats:
        """Lengths, headlines, one account: `(pairs, 4)`."""
        one, two = self.stems.sizes()[left], self.stems.sizes()[right]
        return np.column_stack([
            np.minimum(one, two) / np.maximum(1, np.maximum(one, two)),
            np.minimum(12, np.minimum(one, two)) / 12,
            self.headline[left] | self.headline[right],
            self.account[left] == self.account[right],
        ])  # fmt: skip

    def _entities(self, left: Rows, right: Rows) -> Floats:
        common = self.entities.common(left, right)
        one, two = self.entities.sizes()[left], self.entities.sizes()[right]
        both = (one > 0) & (two > 0)
        return np.stack([
            np.where(both, common / np.maximum(1, np.minimum(one, two)), 0.0),
            np.where(both, common / np.maximum(1, one + two - common), 0.0),
        ], axis=1)  # fmt: skip

    def _numbers(self, left: Rows, right: Rows) -> Floats:
        one, two = self.numbered[left], self.numbered[right]
        found = np.zeros((len(left), 3))
        found[:, 2] = one != two
        for at in np.flatnonzero(one & two).tolist():
            for low, high, unit in self.numbers[left[at]]:
                for low2, high2, unit2 in self.numbers[right[at]]:
                    if unit == unit2:
                        found[at, 0 if (low, high) == (low2, high2) else 1] = 1.0
        return found


def slots_of(views: Views) -> Slots:
    """The columns of these views."""
    rows = views.views
    stems = _Sets.of(view.stems for view in rows)
    names = sorted({stem for view in rows for stem in view.stems})
    rarity = np.array([views.idf[stem] for stem in names])
    return Slots(
        stems=stems,
        rarity=rarity,
        weight=np.array([sum(views.idf[stem] ** 2 for stem in sorted(view.stems)) for view in rows]),
        entities=_Sets.of(view.entities for view in rows),
        times=_Sets.of(view.times for view in rows),
        numbers=tuple(view.numbers for view in rows),
        numbered=np.array([bool(view.numbers) for view in rows], np.bool_),
        predicate=_ids([view.predicate or None for view in rows]),
        agent=_rows([view.agent for view in rows]),
        patient=_rows([view.patient for view in rows]),
        polarity=_ids([view.polarity for view in rows]),
        modality=_ids([view.modality for view in rows]),
        speaker=_rows([view.speaker for view in rows]),
        headline=np.array([view.headline for view in rows], np.bool_),
        account=_ids([view.key.account for view in rows]),
    )


def _ids(names: Sequence[str | None]) -> Rows:
    known = {name: at for at, name in enumerate(sorted({name for name in names if name is not None}))}
    return np.array([NONE if name is None else known[name] for name in names], np.int64)


def _rows(found: Sequence[int | None]) -> Rows:
    return np.array([NONE if each is None else each for each in found], np.int64)


def _same(one: Rows, two: Rows) -> npt.NDArray[np.bool_]:
    same: npt.NDArray[np.bool_] = (one != NONE) & (one == two)
    return same


def _other(one: Rows, two: Rows) -> npt.NDArray[np.bool_]:
    other: npt.NDArray[np.bool_] = (one != NONE) & (two != NONE) & (one != two)
    return other


def _ratio(above: Floats, below: Floats) -> Floats:
    return np.where(below > 0, above / np.where(below > 0, below, 1.0), 0.0)
