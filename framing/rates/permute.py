"""Could chance alone have dealt the articles so? Permutation p-values for contrasts."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.rates.counts import Floats
from framing.resample.draws import relabelled

LIMIT = 1000  # articles; beyond, the permutation distribution is normal for all practical purposes
FEW = 10  # draws at least as extreme: fewer, and the p-value is too coarse to be adjusted for many rows
MOST = 20_000  # draws where p is small, fewer when articles times draws would pass CELLS (32 MB a table)
CELLS = 4_000_000
FEWEST_SPARE = 3


def permutation_p(residuals: Floats, chosen: NDArray[np.bool_], strata: Any, ids: Sequence[str], *, n_draws: int, seed: int) -> Floats:
    """p-values of "a and b could have been swapped", two-sided, one a column of `residuals`.

    Parameters
    ----------
    residuals
        Hits of each article minus what the pooled rate of its stratum predicts, shape (articles, frames).
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
        The share of labellings at least as extreme, the observed one counted among them (Phipson and Smyth 2010).
        The statistic is the sum of a's residuals (the score of the Mantel-Haenszel test) over its standard error.
    """
    if not len(ids):
        return np.full(residuals.shape[1], np.nan)
    order = np.argsort(strata, kind="stable")
    residuals, chosen, strata, ids = residuals[order], chosen[order], np.asarray(strata)[order], [ids[i] for i in order]
    if len(ids) > LIMIT:
        return _limit_p(residuals, chosen, strata)
    p, seen = _drawn_p(residuals, chosen, strata, ids, n_draws, seed)
    more = min(MOST, CELLS // len(ids))
    if seen is not None and (seen < FEW).any() and n_draws < more:
        finer, _ = _drawn_p(residuals, chosen, strata, ids, more, seed)
        p = np.where(seen < FEW, finer, p)
    return p


def _drawn_p(
    residuals: Floats, chosen: NDArray[np.bool_], strata: Any, ids: Sequence[str], n_draws: int, seed: int
) -> tuple[Floats, NDArray[np.int64] | None]:
    layout = _layout(chosen, strata)
    observed = _scores(residuals, chosen[:, None].astype(float), layout)
    labels, exact = relabelled(ids, strata, chosen, n_draws=n_draws, seed=seed)
    seen = (_scores(residuals, labels, layout) >= observed * (1 - 1e-9)).sum(1)  # equal up to rounding is equal
    return (seen / labels.shape[1], None) if exact else ((1 + seen) / (1 + n_draws), seen)


class _Layout(NamedTuple):
    """Where strata start, and how many rows of each are a's and b's."""

    starts: NDArray[np.int64]
    n_a: Floats
    n_b: Floats


def _layout(chosen: NDArray[np.bool_], strata: Any) -> _Layout:
    starts = np.flatnonzero(np.r_[True, np.diff(strata) != 0])
    n_a = np.add.reduceat(chosen.astype(float), starts)
    return _Layout(starts, n_a, np.add.reduceat(np.ones(len(chosen)), starts) - n_a)


def _scores(residuals: Floats, labels: Floats, layout: _Layout) -> Floats:
    """Squared sum of a's residuals over its variance, for each frame and labelling.

    The variance is that of each side apart (Janssen 1997; Chung and Romano 2013): if a is burstier than b and has fewer articles, the
    plain sum calls 20 % of equal rates different. It needs three articles a side beyond one a stratum; with less, the plain sum must do.
    """
    starts, n_a, n_b = layout
    spare = (n_a.sum() - np.sum(n_a > 0), n_b.sum() - np.sum(n_b > 0))
    total = residuals.T @ labels
    if min(spare) < FEWEST_SPARE:
        return np.asarray(total**2)
    squares = (residuals**2).T @ labels
    inside = np.zeros((2, *total.shape))  # sums of squares of the strata's means
    for start, stop, a, b in zip(starts, [*starts[1:], len(labels)], n_a, n_b, strict=True):
        part = (residuals[start:stop].T @ labels[start:stop]) ** 2
        inside += part / np.array([max(a, 1), max(b, 1)])[:, None, None]  # b's sum is minus a's
    all_squares = (residuals**2).sum(0)[:, None]
    variance = [(squares - inside[0]) / spare[0], (all_squares - squares - inside[1]) / spare[1]]
    weight = [(n_a * (n_b / (n_a + n_b)) ** 2).sum(), (n_b * (n_a / (n_a + n_b)) ** 2).sum()]
    error = np.maximum(weight[0] * variance[0], 0) + np.maximum(weight[1] * variance[1], 0)
    return np.asarray(total**2 / np.maximum(error, 1e-12 * all_squares + 1e-300))


def _limit_p(residuals: Floats, chosen: NDArray[np.bool_], strata: Any) -> Floats:
    """p-values from the normal limit of the same statistic."""
    from scipy.special import chdtrc

    return np.asarray(chdtrc(1, _scores(residuals, chosen[:, None].astype(float), _layout(chosen, strata))[:, 0]))
