"""Two groups on the same events: the pooled rate ratio and what each article adds to it."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import comb
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.rates.cells import Cells
from framing.rates.counts import Floats
from framing.resample import intervals
from framing.resample.draws import labellings
from framing.resample.intervals import HALF

MOST_PAIRS = 5000


class Pooled(NamedTuple):
    """Mantel-Haenszel quantities of two groups, each of shape (frames, ...)."""

    log_ratio: Floats
    rate_a: Floats
    rate_b: Floats


class Weights(NamedTuple):
    """Mantel-Haenszel weights of two groups over strata, shape (strata, 1, ...).

    Parameters
    ----------
    both
        Whether both groups have exposure in the stratum; the others count for nothing.
    a, b
        What a hit of each group weighs: the other group's share of the exposure.
    total
        Sum over strata of the weights times exposure, x y / (x + y), shape (1, ...); nan where no stratum has both.
    sizes
        Exposure of each group in shared strata, shape (2, 1, ...).
    """

    both: NDArray[np.bool_]
    a: Floats
    b: Floats
    total: Floats
    sizes: Floats


def weights(x: Floats, y: Floats) -> Weights:
    """Weigh the strata of two groups by their exposures x and y."""
    both = (x > 0) & (y > 0)
    whole = np.where(both, x + y, 1.0)
    share_x, share_y = np.where(both, x / whole, 0.0), np.where(both, y / whole, 0.0)
    total = (x * share_y).sum(0)
    sizes = np.stack([np.where(both, side, 0.0).sum(0) for side in (x, y)])
    return Weights(both, share_y, share_x, np.where(total > 0, total, np.nan), sizes)


def pooled(a: Floats, b: Floats) -> Pooled:
    """Pool two groups over the strata (events) where both have exposure.

    With hits A, B and exposures x, y of the two groups in a stratum, its weight is x y / (x + y):
    ``rate_a = sum(A y / (x + y)) / sum(x y / (x + y))``, likewise b. Before the ratio is taken, each side is given half a hit at the
    rate of both together, so that it moves smoothly through zero and a side with few words is not driven from 1 by their lack.

    Parameters
    ----------
    a, b
        Hits of each frame and, last, exposure; shape (strata, frames + 1, ...).

    Returns
    -------
    Pooled
        nan where no stratum has both sides.
    """
    of = weights(a[:, -1:], b[:, -1:])
    size_a, size_b = of.sizes
    with np.errstate(divide="ignore", invalid="ignore"):
        rate_a, rate_b = (a[:, :-1] * of.a).sum(0) / of.total, (b[:, :-1] * of.b).sum(0) / of.total
        half = HALF * (size_a + size_b) / np.where(of.both, a[:, :-1] + b[:, :-1], 0.0).sum(0)  # words in which half a hit is expected
        log_ratio = np.log((rate_a * size_a + HALF) / (size_a + half)) - np.log((rate_b * size_b + HALF) / (size_b + half))
        return Pooled(np.where(np.isinf(half), 0 * of.total, log_ratio), rate_a, rate_b)


@dataclass(frozen=True)
class Pair:
    """Two groups, `b` None for all but `a`, and their cells in the strata where both have exposure.

    Parameters
    ----------
    cells
        All cells.
    a, b
        Numbers of the groups.
    """

    cells: Cells
    a: int
    b: int | None

    @cached_property
    def rows(self) -> NDArray[np.int64]:
        """Cells of the pair in shared strata."""
        ours = self.cells.exposure > 0
        if self.b is not None:
            ours &= (self.cells.group == self.a) | (self.cells.group == self.b)
        left, right = (set(self.cells.stratum[ours & side].tolist()) for side in (self.cells.group == self.a, self.cells.group != self.a))
        return np.flatnonzero(ours & np.isin(self.cells.stratum, sorted(left & right)))

    @property
    def is_a(self) -> NDArray[np.bool_]:
        """Which rows are a's."""
        return np.asarray(self.cells.group[self.rows] == self.a)

    @property
    def n_strata(self) -> int:
        """Shared strata."""
        return len(set(self.cells.stratum[self.rows].tolist()))

    def sides(self, sums: Floats) -> tuple[Floats, Floats]:
        """Sums of a and of b out of those of all groups, groups first."""
        return sums[self.a], sums[self.b] if self.b is not None else sums.sum(0) - sums[self.a]

    def expected(self, ratio: Floats) -> Floats:
        """Hits each row would have if a's rate were `ratio` times b's in every stratum; shape (rows, frames)."""
        a, b = self.sides(self.cells.sums)
        with np.errstate(divide="ignore", invalid="ignore"):
            base = (a[:, :-1] + b[:, :-1]) / (a[:, -1:] * ratio + b[:, -1:])
        times = np.where(self.is_a[:, None], ratio, 1.0)
        return np.asarray(times * base[self.cells.stratum[self.rows]] * self.cells.exposure[self.rows, None])

    @cached_property
    def articles(self) -> tuple[int, int]:
        """Rows of a and of b."""
        n_a = int(self.is_a.sum())
        return n_a, len(self.rows) - n_a

    def freedom(self, ratio: Floats) -> Floats:
        """Degrees of freedom of the log ratio, shape (frames,): those of the two sides, joined by their shares of the variance.

        Each side has those of bursty counts (`intervals.freedom`); the shared strata cost both sides as much as they have of the
        articles. nan with fewer than two articles on a side.
        """
        values, expected = self.cells.values[self.rows], self.expected(ratio)
        if min(self.articles) < 2:
            return np.full(values.shape[1], np.nan)
        variances, freedoms = [], []
        for side, n in zip((self.is_a, ~self.is_a), self.articles, strict=True):
            lost = 1 + (self.n_strata - 1) * n / len(self.rows)
            total = values[side].sum(0)
            beyond = ((values[side] - expected[side]) ** 2).sum(0) / (total + HALF) ** 2
            variances.append(np.fmax(beyond, intervals.side_variance(total)))
            freedoms.append(intervals.freedom(values[side], expected[side], lost))
        return np.maximum(
            intervals.joined((variances[0], variances[1]), (freedoms[0], freedoms[1])), min(1, len(self.rows) - self.n_strata - 1)
        )

    def swap_strata(self) -> NDArray[np.int64]:
        """Where labels may be swapped: in the stratum; in the article, when articles have both sides."""
        ids = [self.cells.ids[row] for row in self.rows]
        if len(set(ids)) == len(ids):
            return self.cells.stratum[self.rows]
        return np.unique(ids, return_inverse=True)[1]

    def least_p(self) -> float:
        """Smallest p that swaps can give: one labelling of all, or two where the reverse of every labelling is one as well.

        That is so where both sides have as many articles in every stratum.
        """
        strata, is_a = self.swap_strata(), self.is_a
        even = not np.bincount(np.unique(strata, return_inverse=True)[1], np.where(is_a, 1, -1)).any()
        return (2 if even else 1) / labellings(strata, is_a)


def pairs_of(cells: Cells, against: str) -> list[Pair]:
    """Every two groups once, in the order of their names; groups without a name take no part."""
    named = [number for number, name in enumerate(cells.names) if name is not None]
    if against == "rest" and len(named) > 2:
        return [Pair(cells.beside(a), a, None) for a in named]
    if comb(len(named), 2) > MOST_PAIRS:
        raise ValueError(
            f"{len(named)} groups make {comb(len(named), 2)} pairs, more than {MOST_PAIRS}; narrow the scores or use against='rest'"
        )
    return [Pair(cells, a, b) for a, b in combinations(named, 2)]
