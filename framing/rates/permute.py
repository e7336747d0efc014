"""Could chance alone have dealt the articles so? Permutation p-values for contrasts."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.rates.counts import Floats
from framing.resample import intervals
from framing.resample.draws import relabelled

LIMIT = 1000  # articles; beyond, the permutation distribution is normal for all practical purposes
FEW = 10  # draws at least as extreme: fewer, and the p-value is too coarse to be adjusted for many rows
MOST = 20_000  # draws where p is small, fewer when articles times draws would pass CELLS (32 MB a table)
CELLS = 4_000_000


def permutation_p(
    values: Floats, expected: Floats, chosen: NDArray[np.bool_], *, strata: Any, ids: Sequence[str], n_draws: int, seed: int
) -> Floats:
    """p-values of "a and b could have been swapped", two-sided, one a column of `values`.

    The statistic is the log of the ratio of both sides' standardised rates (hits over hits expected) over its standard error, then
    what Student's distribution with the degrees of freedom of that error makes of it, on the scale of a normal deviate. Standard error
    and degrees of freedom are those of each side under each swap (Janssen 1997; Chung and Romano 2013; prepivoting: Beran 1988), for
    if a is burstier than b and has fewer articles, a plain sum calls 20 % of equal rates different.

    Parameters
    ----------
    values, expected
        Hits of each article, and what the pooled rate of its stratum predicts, shape (articles, frames).
    chosen
        True where the article is a's.
    strata
        Within which labels may be swapped.
    ids
        Articles.
    n_draws
        Swaps drawn when all cannot be listed. Where fewer than ten of them are as extreme as what was seen, up to 20,000
        are drawn instead: a q-value over many rows needs small p-values to be told apart.
    seed
        Any integer.

    Returns
    -------
    array, shape (frames,)
        The share of labellings at least as extreme, the observed one counted among them (Phipson and Smyth 2010); beyond
        1,000 articles the normal limit.
    """
    if not len(ids):
        return np.full(values.shape[1], np.nan)
    order = np.argsort(strata, kind="stable")
    chosen, strata = chosen[order], np.asarray(strata)[order]
    terms = _terms(values[order], expected[order])
    if len(ids) > LIMIT:
        return _limit_p(terms, chosen)
    ids = [ids[i] for i in order]
    p, seen = _drawn_p(terms, chosen, strata, ids, n_draws, seed)
    more = min(MOST, CELLS // len(ids))
    if seen is not None and (seen < FEW).any() and n_draws < more:
        few = np.flatnonzero(seen < FEW)
        p[few], _ = _drawn_p(terms[:, :, few], chosen, strata, ids, more, seed)
    return p


def split_p(ours: Floats, total: Floats, expected: Floats, units: float) -> Floats:
    """Two-sided mid-p of how hits divide between two sides of given length, if each were dealt by itself (Fisher's exact test).

    Hits come in bursts, so an honest p is rather larger. Swaps alone do not know this: where one side's articles are all shorter, they
    are the extreme case among the swaps, and one hit against none would have a p of .0003. The mid-p counts what was seen by half
    (Cohen and Yang 1994); in whole it would take up to half of the power where hits are few.

    Parameters
    ----------
    ours, total
        Hits of one side and of both; effective hits need not be whole.
    expected
        Hits of that side that the pooled rate of each stratum predicts; one probability for all strata errs on the large side
        (Hoeffding 1956).
    units
        Exposure of both sides. A unit has at most one hit, so ten of twenty articles with a frame vary half as much as ten among many
        words.
    """
    apart = total < units  # else hits share units, and do not exclude one another
    many = apart & (total > units / 2)  # units without a hit are fewer then, and divide as unevenly
    share = expected / np.where(total > 0, total, 1)
    seen, dealt = np.where(many, share * units - ours, ours), np.where(many, units - total, total)
    part = apart / max(units, 1)
    sides = [(seen, share), (dealt - seen, 1 - share)]
    few = [_at_most(hits, dealt, length, part) + _at_most(hits - 1, dealt, length, part) for hits, length in sides]
    return np.minimum(np.minimum(*few), 1)


def _at_most(seen: Floats, dealt: Floats, share: Floats, part: Floats) -> Floats:
    """Chance of no more than so many, hypergeometric, by the binomial distribution nearest to it (Molenaar 1970); hits may be fractions."""
    from scipy.special import betainc

    left = 1 - part * (dealt - 1) / 2
    near = (share - part * seen / 2) / left - part**2 * dealt * (seen - dealt * share - 0.5) / (6 * left**2)
    inside = (seen > -1) & (seen < dealt)
    chance = betainc(np.where(inside, dealt - seen, 1), np.where(inside, seen + 1, 1), np.clip(1 - near, 0, 1))
    return np.asarray(np.where(inside, chance, seen >= dealt))


def _terms(values: Floats, expected: Floats) -> Floats:
    """What each article adds to the sums that the statistic is made of, shape (5, articles, frames)."""
    return np.stack([values, expected, values**2, values * expected, expected**2])


def _drawn_p(
    terms: Floats, chosen: NDArray[np.bool_], strata: Any, ids: Sequence[str], n_draws: int, seed: int
) -> tuple[Floats, NDArray[np.int64] | None]:
    observed = _deviates(terms, chosen[:, None].astype(float))
    labels, exact = relabelled(ids, strata, chosen, n_draws=n_draws, seed=seed)
    seen = (_deviates(terms, labels) >= observed * (1 - 1e-9)).sum(1)  # equal up to rounding is equal
    return (seen / labels.shape[1], None) if exact else ((1 + seen) / (1 + n_draws), seen)


def _deviates(terms: Floats, labels: Floats) -> Floats:
    """Squared normal deviates, shape (frames, labellings)."""
    n_a = float(labels[:, 0].sum())
    ours = np.swapaxes(terms, 1, 2) @ labels
    rest = terms.sum(1)[:, :, None] - ours
    a, b = _side(ours, n_a), _side(rest, len(labels) - n_a)
    squared = (a[0] - b[0]) ** 2 / (a[1] + b[1])
    free = intervals.joined((a[1], b[1]), (a[2], b[2]))
    return np.asarray(((8 * free + 1) / (8 * free + 3)) ** 2 * free * np.log1p(squared / free))  # Wallace 1959


def _side(sums: Floats, n: float) -> tuple[Floats, Floats, Floats]:
    """Log of the standardised rate of one side, its variance and degrees of freedom."""
    value, expected, squares, products, expected_squares = sums
    rate = value / np.maximum(expected, 1e-12)
    beyond = np.maximum(squares - 2 * rate * products + rate**2 * expected_squares, 0) * n / max(n - 1, 1)
    variance = np.fmax(beyond / (value + intervals.HALF) ** 2, intervals.side_variance(value))
    free = np.maximum(intervals.freedom_from(beyond - value, rate**2 * expected_squares, n, lost=1), 1)
    return np.log((value + intervals.HALF) / (expected + intervals.HALF)), variance, free


def _limit_p(terms: Floats, chosen: NDArray[np.bool_]) -> Floats:
    """p-values from the normal limit of the same statistic."""
    from scipy.special import chdtrc

    return np.asarray(chdtrc(1, _deviates(terms, chosen[:, None].astype(float))[:, 0]))
