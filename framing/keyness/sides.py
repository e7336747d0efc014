"""Two sets of articles and their words, and what chance makes of the difference."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.keyness.words import Words
from framing.resample import intervals
from framing.resample.draws import spread

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Side:
    """One of the two sets: words by article.

    Parameters
    ----------
    counts
        Occurrences, sparse, shape (terms, articles of both sides).
    size
        Words of each article on this side, shape (articles,).
    events
        Number of each article's event, -1 for none.
    """

    counts: Any
    size: Floats
    events: Ints

    @property
    def total(self) -> Floats:
        """Occurrences of each term."""
        return np.asarray(self.counts.sum(1), dtype=float).ravel()

    @property
    def range(self) -> Ints:
        """Articles in which each term occurs."""
        return np.asarray(np.diff(self.counts.indptr), dtype=np.int64)

    @property
    def term(self) -> Ints:
        """Term of each stored count."""
        return np.repeat(np.arange(self.counts.shape[0], dtype=np.int64), self.range)

    @property
    def n(self) -> int:
        """Articles with any word on this side."""
        return int((self.size > 0).sum())

    def largest(self) -> Floats:
        """Most occurrences of each term in one article."""
        most = np.zeros(self.counts.shape[0])
        np.maximum.at(most, self.term, self.counts.data)
        return most

    def event_range(self) -> Ints:
        """Events in whose articles each term occurs."""
        event = self.events[self.counts.indices]
        width = int(self.events.max(initial=-1)) + 1
        pairs = np.unique((self.term * max(width, 1) + event)[event >= 0])
        return np.asarray(np.bincount(pairs // max(width, 1), minlength=self.counts.shape[0]), dtype=np.int64)


def two_sides(words: Words, in_a: NDArray[np.bool_], in_b: NDArray[np.bool_]) -> tuple[list[str], Side, Side, list[str]]:
    """Terms, the two sides and the ids of their articles, from masks over the cells; terms of neither side fall away."""
    used = words.cells.filter(in_a | in_b)
    ids = sorted(set(used["article_id"]))
    place = {article: number for number, article in enumerate(ids)}
    article = np.array([place.get(name, -1) for name in words.cells["article_id"]], dtype=np.int64)
    here = (in_a | in_b)[words.cell]
    kept, term = np.unique(words.term[here], return_inverse=True)
    names = sorted(set(used["event"].drop_nulls()))
    event_of = dict(zip(used["article_id"], used["event"], strict=True))
    events = np.array([-1 if event_of[name] is None else names.index(event_of[name]) for name in ids], dtype=np.int64)
    sides = []
    for side in (in_a, in_b):
        mine = side[words.cell[here]]
        cells = words.cell[here][mine]
        size = np.bincount(article[side], weights=words.cells["tokens"].to_numpy()[side].astype(float), minlength=len(ids)).astype(float)
        sides.append(Side(_sparse(words.count[here][mine], term[mine], article[cells], (len(kept), len(ids))), size, events))
    return [words.terms[number] for number in kept], sides[0], sides[1], ids


def _sparse(count: Ints, term: Ints, article: Ints, shape: tuple[int, int]) -> Any:
    from scipy.sparse import csr_matrix

    matrix = csr_matrix((count.astype(float), (term, article)), shape=shape)
    matrix.sum_duplicates()
    return matrix


def half_interval(a: Side, b: Side, ids: list[str], *, level: float, n_boot: int, seed: int) -> Floats:
    """Half the width of the interval of each log ratio: Student's quantile times the spread over draws of articles."""
    from scipy.sparse import csr_matrix, vstack

    def ratios(sums: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(log_ratios(sums[:-2]) + np.log2(sums[-1] / sums[-2]))

    if a.n < 2 or b.n < 2:
        return np.full(len(a.total), np.nan)
    stacked = vstack([a.counts, b.counts, csr_matrix(a.size), csr_matrix(b.size)], format="csr")
    error = spread(stacked, ids, ratios, n_boot=n_boot, seed=seed)
    least = np.sqrt(intervals.side_variance(a.total) + intervals.side_variance(b.total)) / np.log(2)
    return np.asarray(intervals.quantile_t(_freedom(a, b), level) * np.fmax(error, least))


def log_ratios(sums: Floats) -> Floats:
    """Binary logarithms of the first half of some sums over the second, half an occurrence added to each."""
    half = len(sums) // 2
    return np.asarray(np.log2((sums[:half] + intervals.HALF) / (sums[half:] + intervals.HALF)))


def _freedom(a: Side, b: Side) -> Floats:
    """Degrees of freedom as in `intervals.freedom`, from sums over the articles instead of a table of them."""
    beyond, squared = np.zeros(len(a.total)), np.zeros(len(a.total))
    for side in (a, b):
        rate = side.total / side.size.sum()
        beyond += _squares(side, rate) - side.total
        squared += rate**2 * (side.size**2).sum()
    return intervals.freedom_from(beyond, squared, a.n + b.n, lost=2)


def _squares(side: Side, rate: Floats) -> Floats:
    """Sum over articles of (occurrences - rate * words) squared."""
    counts = side.counts
    return np.asarray(
        np.asarray(counts.multiply(counts).sum(1)).ravel() - 2 * rate * (counts @ side.size) + rate**2 * (side.size**2).sum(), dtype=float
    )


def swap_p(a: Side, b: Side) -> tuple[Floats, Floats]:
    """p-value of "the articles could have been swapped" for each term, and the smallest one swapping can give.

    The statistic is the difference between the sides in occurrences beyond the pooled rate, per article; its permutation
    distribution is near Student's (see `_t_test`). For a term of k articles no swap is more
    extreme than all k on one side, so p is never below the chance of that (hypergeometric): a term of two articles cannot
    be significant, however often it stands there.
    """
    n_a, n_b = a.n, b.n
    if min(n_a, n_b) < 1 or n_a + n_b < 3:
        return np.full(len(a.total), np.nan), np.full(len(a.total), np.nan)
    p = _t_test(a, b)
    k = (a.range + b.range).astype(float)
    least = np.minimum(np.exp(all_on_one_side(n_a, n_b, k)) + np.exp(all_on_one_side(n_b, n_a, k)), 1.0)
    return np.asarray(np.maximum(p, least)), least


def all_on_one_side(side: Any, other: Any, k: Floats) -> Floats:
    """Logarithm of the chance that k articles, dealt blindly, all fall on a side of so many (hypergeometric)."""
    from scipy.special import gammaln

    ways = gammaln(side + 1) - gammaln(np.maximum(side - k, 0) + 1) + gammaln(side + other - k + 1) - gammaln(side + other + 1)
    return np.asarray(np.where(k <= side, ways, -np.inf))


def _t_test(a: Side, b: Side) -> Floats:
    """The larger p of the pooled and of Welch's t-test over articles, on occurrences beyond the pooled rate.

    The pooled test is the limit of swapping; Welch's guards against a small, bursty side beside a large, even one.
    """
    from scipy.special import stdtr

    rate = (a.total + b.total) / (a.size.sum() + b.size.sum())
    excess, free = a.total - rate * a.size.sum(), a.n + b.n - 2
    squares = [np.maximum(_squares(side, rate) - excess**2 / side.n, 0.0) for side in (a, b)]
    apart = np.abs(excess) * (1 / a.n + 1 / b.n)
    pooled = np.sqrt(np.maximum((squares[0] + squares[1]) / free * (1 / a.n + 1 / b.n), 1e-300))
    p = 2 * stdtr(free, -apart / pooled)
    if min(a.n, b.n) < 2:
        return np.asarray(p)
    parts = [square / (side.n - 1) / side.n for square, side in zip(squares, (a, b), strict=True)]
    variance = np.maximum(parts[0] + parts[1], 1e-300)
    welch = variance**2 / np.maximum(parts[0] ** 2 / (a.n - 1) + parts[1] ** 2 / (b.n - 1), 1e-300)
    return np.asarray(np.maximum(p, 2 * stdtr(np.clip(welch, 1, free), -apart / np.sqrt(variance))))
