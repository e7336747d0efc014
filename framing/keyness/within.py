"""Words compared event by event: the same two sides, in strata that both report."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import notices
from framing.keyness.measures import log_ratio
from framing.keyness.sides import Floats, Ints, Side, all_on_one_side, log_ratios
from framing.keyness.words import Words
from framing.rates.units import beyond_swaps, draws_events
from framing.resample import intervals
from framing.resample.draws import spread

WITHIN = ("event", "outlet", "article_id")
FEWEST_SPARE = 3

Masks = tuple[NDArray[np.bool_], NDArray[np.bool_]]


def shared(words: Words, masks: Masks, within: str) -> Masks:
    """Narrow the two sides to the strata in which both have words; articles without a stratum are left out with a warning."""
    cells = words.cells.with_columns(in_a=pl.Series(masks[0]), in_b=pl.Series(masks[1]), stratum=pl.col(within))
    ours = cells.filter((pl.col("in_a") | pl.col("in_b")) & (pl.col("tokens") > 0))
    lost = ours.filter(pl.col("stratum").is_null())["article_id"].n_unique()
    notices.left_out(lost, f"no {within!r}", "keyness")
    both = ours.group_by("stratum").agg(pl.col("in_a").any(), pl.col("in_b").any()).filter(pl.col("in_a") & pl.col("in_b"))
    here = cells["stratum"].is_in(both["stratum"].drop_nulls().to_list()).fill_null(False).to_numpy()
    return masks[0] & here, masks[1] & here


@dataclass(frozen=True)
class Strata:
    """Two sides whose articles stand in strata.

    Parameters
    ----------
    a, b
        The sides.
    stratum
        Number of each article's stratum, shape (articles,).
    names
        Of the strata.
    """

    a: Side
    b: Side
    stratum: Ints
    names: list[str]

    @classmethod
    def of(cls, words: Words, sides: tuple[Side, Side], ids: list[str], within: str) -> "Strata":
        """Find the stratum of each article of two sides that were narrowed by `shared`."""
        value = dict(zip(words.cells["article_id"], words.cells[within], strict=True))
        names, stratum = np.unique(np.array([value[article] for article in ids], dtype=str), return_inverse=True)
        return cls(*sides, stratum.astype(np.int64), names.tolist())

    @cached_property
    def member(self) -> Any:
        """1 where an article is in a stratum, sparse, shape (articles, strata)."""
        from scipy.sparse import csr_matrix

        n = len(self.stratum)
        return csr_matrix((np.ones(n), (np.arange(n), self.stratum)), shape=(n, len(self.names)))

    def each(self, values: Floats) -> Floats:
        """Sums of a value of articles, by stratum."""
        return np.asarray(np.bincount(self.stratum, weights=values, minlength=len(self.names)), dtype=float)

    @cached_property
    def sizes(self) -> tuple[Floats, Floats]:
        """Words of a and of b in each stratum."""
        return self.each(self.a.size), self.each(self.b.size)

    @cached_property
    def articles(self) -> tuple[Floats, Floats]:
        """Articles of a and of b in each stratum."""
        return self.each((self.a.size > 0).astype(float)), self.each((self.b.size > 0).astype(float))

    @cached_property
    def weights(self) -> tuple[Floats, Floats]:
        """Mantel-Haenszel weight of an occurrence in each stratum, so that weighted counts compare as counts over all words do."""
        x, y = self.sizes
        common = (x * y / (x + y)).sum()
        return y / (x + y) * x.sum() / common, x / (x + y) * y.sum() / common

    @cached_property
    def counts(self) -> tuple[Any, Any]:
        """Occurrences of each term by stratum, sparse."""
        return (self.a.counts @ self.member).tocsr(), (self.b.counts @ self.member).tocsr()

    @cached_property
    def pooled(self) -> tuple[Floats, Floats]:
        """Weighted occurrences of each term in a and in b, whose ratio is free of what the strata are about."""
        return self.counts[0] @ self.weights[0], self.counts[1] @ self.weights[1]

    @cached_property
    def base(self) -> Any:
        """Rate of each term in each stratum, both sides together, sparse."""
        return _scaled(self.counts[0] + self.counts[1], 1 / (self.sizes[0] + self.sizes[1]))

    @property
    def whole(self) -> bool:
        """Whether strata are drawn as wholes, as in `contrasts`."""
        return draws_events(len(self.names), int(sum(side.sum() for side in self.articles)))

    def half_interval(self, ids: list[str], *, level: float, n_boot: int, seed: int) -> Floats:
        """Half the width of the interval of each log ratio."""
        terms = len(self.a.total)
        if min(self.a.n, self.b.n) < 2:
            return np.full(terms, np.nan)
        error = self._events(n_boot, seed) if self.whole else self._articles(ids, n_boot, seed)
        n, strata = self.a.n + self.b.n, len(self.names)
        lost = strata / (strata - 1) if self.whole else n / max(n - strata - 1, 1)  # draws vary about means that are themselves estimated
        error = error * np.sqrt(lost)
        least = np.sqrt(sum(intervals.side_variance(side) for side in self.pooled)) / np.log(2)
        return np.asarray(intervals.quantile_t(self._freedom(), level) * np.fmax(error, least))

    def _events(self, n_boot: int, seed: int) -> Floats:
        """Spread of the log ratios over draws of whole strata."""
        from scipy.sparse import vstack

        stacked = vstack([_scaled(side, weight) for side, weight in zip(self.counts, self.weights, strict=True)], format="csr")
        return spread(stacked, self.names, log_ratios, n_boot=n_boot, seed=seed)

    def _articles(self, ids: list[str], n_boot: int, seed: int) -> Floats:
        """Spread over draws of articles, against what the strata drawn lead to expect, so that their mix adds nothing."""
        from scipy.sparse import csr_matrix, diags, vstack

        ratio = (self.pooled[0] + intervals.HALF) / (self.pooled[1] + intervals.HALF) * self.sizes[1].sum() / self.sizes[0].sum()
        x, y = self.sizes
        rate_b = (self.counts[0] + self.counts[1]).toarray() / (ratio[:, None] * x + y)
        fitted = [ratio[:, None] * rate_b * self.weights[0], rate_b * self.weights[1]]
        sides = zip((self.a, self.b), self.weights, strict=True)
        parts = [side.counts @ diags(weight[self.stratum]) for side, weight in sides]
        parts += [csr_matrix(self.member.multiply(side.size[:, None]).T) for side in (self.a, self.b)]
        terms, strata = len(ratio), len(self.names)

        def beyond(sums: Floats) -> Floats:
            exposed = sums[2 * terms : 2 * terms + strata], sums[2 * terms + strata :]
            expected = np.concatenate([fit @ words for fit, words in zip(fitted, exposed, strict=True)])
            return log_ratios(sums[: 2 * terms]) - log_ratios(expected)

        return spread(vstack(parts, format="csr"), ids, beyond, n_boot=n_boot, seed=seed)

    def _freedom(self) -> Floats:
        """Degrees of freedom as in `intervals.freedom`; of drawn strata, one less than there are."""
        strata = len(self.names)
        beyond = _row_sums(self.squares(self.a) + self.squares(self.b)) - self.a.total - self.b.total
        x2 = self.each(self.a.size**2) + self.each(self.b.size**2)
        squared = np.asarray(self.base.multiply(self.base) @ x2)
        free = intervals.freedom_from(beyond, squared, self.a.n + self.b.n, lost=strata + 1)
        return np.minimum(free, strata - 1) if self.whole else free

    def beside_interval(self, p: Floats, half: Floats, level: float) -> Floats:
        """Raise p to that of the interval of half-width `half`, where strata differ in a way that swaps of articles do not see."""
        if not beyond_swaps(len(self.names), int(sum(side.sum() for side in self.articles))):
            return p
        ratio, free = log_ratio(*self.pooled, self.a.size.sum(), self.b.size.sum()), self._freedom()
        return np.fmax(p, intervals.student_p(ratio * intervals.quantile_t(free, level) / half, free))

    def squares(self, side: Side) -> Any:
        """Sums of squares of occurrences beyond the rate of the stratum, of one side, sparse, shape (terms, strata)."""
        from scipy.sparse import diags

        own = (side.counts.multiply(side.counts).tocsr() @ self.member).tocsr()
        cross = (side.counts @ diags(side.size) @ self.member).tocsr()
        return own - 2 * self.base.multiply(cross) + _scaled(self.base.multiply(self.base).tocsr(), self.each(side.size**2))

    def swap_p(self) -> tuple[Floats, Floats]:
        """p-value of "the articles of each stratum could have been swapped", and the smallest one swapping can give; see `sides.swap_p`."""
        n_a, n_b = self.articles
        if self.a.n + self.b.n - len(self.names) < 2:
            return np.full(len(self.a.total), np.nan), np.full(len(self.a.total), np.nan)
        ranges = [(_ones(side.counts) @ self.member).tocsr() for side in (self.a, self.b)]
        k = (ranges[0] + ranges[1]).tocsr()
        term = np.repeat(np.arange(k.shape[0]), np.diff(k.indptr))
        least = np.zeros(k.shape[0])
        for side, other in ((n_a, n_b), (n_b, n_a)):
            ways = all_on_one_side(side[k.indices], other[k.indices], k.data)
            least += np.exp(np.bincount(term, weights=ways, minlength=k.shape[0]))
        least = np.minimum(least, 1.0)
        return np.asarray(np.maximum(self._t_test(), least)), least

    def _t_test(self) -> Floats:
        """The larger p of swapping within strata (its Student limit) and of Welch's test, where there are articles enough for that."""
        n_a, n_b = self.articles
        n, spare = n_a + n_b, np.array([n_a.sum(), n_b.sum()]) - len(self.names)
        apart = self.counts[0] - _scaled(self.base, self.sizes[0])
        excess = _row_sums(apart)
        squares = [self.squares(side) for side in (self.a, self.b)]
        chance = np.asarray((squares[0] + squares[1]) @ (n_a * n_b / n / np.maximum(n - 1, 1)))
        free = n.sum() - len(self.names) - 1
        squared = excess**2 / np.maximum(chance, 1e-300)
        p = intervals.student_p(np.sqrt(squared * free / np.maximum(free + 1 - squared, 1e-9)), free)
        if spare.min() < FEWEST_SPARE:
            return p
        inside = [np.asarray(apart.multiply(apart) @ (1 / side)).ravel() for side in (n_a, n_b)]
        parts = [
            np.maximum(_row_sums(square) - within, 0) / left * (own * (other / n) ** 2).sum()
            for square, within, left, own, other in zip(squares, inside, spare, (n_a, n_b), (n_b, n_a), strict=True)
        ]
        welch = np.clip(intervals.joined((parts[0], parts[1]), (spare[0], spare[1])), 1, free)
        return np.fmax(p, intervals.student_p(excess / np.sqrt(np.maximum(parts[0] + parts[1], 1e-300)), welch))


def _scaled(matrix: Any, columns: Floats) -> Any:
    from scipy.sparse import diags

    return (matrix @ diags(columns)).tocsr()


def _row_sums(matrix: Any) -> Floats:
    return np.asarray(matrix.sum(1), dtype=float).ravel()


def _ones(matrix: Any) -> Any:
    """1 for each stored count."""
    found = matrix.copy()
    found.data = np.ones_like(found.data)
    return found
