"""Could chance alone have dealt the articles so? Permutation p-values for contrasts."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.rates.counts import Floats
from framing.resample.draws import relabelled

LIMIT = 1000  # articles; beyond, the permutation distribution is normal for all practical purposes
FEW = 10  # draws at least as extreme: fewer, and the p-value is too coarse to be adjusted for many rows
MOST = 20_000


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
        The statistic is the sum of a's residuals, that is the score of the Mantel-Haenszel test.
    """
    order = np.argsort(strata, kind="stable")
    residuals, chosen, strata, ids = residuals[order], chosen[order], np.asarray(strata)[order], [ids[i] for i in order]
    if len(ids) > LIMIT:
        return _limit_p(residuals, chosen, strata)
    p, seen = _drawn_p(residuals, chosen, strata, ids, n_draws, seed)
    if seen is not None and (seen < FEW).any() and n_draws < MOST:
        finer, _ = _drawn_p(residuals, chosen, strata, ids, MOST, seed)
        p = np.where(seen < FEW, finer, p)
    return p


def _drawn_p(
    residuals: Floats, chosen: NDArray[np.bool_], strata: Any, ids: Sequence[str], n_draws: int, seed: int
) -> tuple[Floats, NDArray[np.int64] | None]:
    observed = np.abs(chosen.astype(float) @ residuals)
    labels, exact = relabelled(ids, strata, chosen, n_draws=n_draws, seed=seed)
    slack = 1e-9 * np.abs(residuals).sum(0)  # equal up to rounding is equal
    seen = (np.abs(residuals.T @ labels) >= (observed - slack)[:, None]).sum(1)
    return (seen / labels.shape[1], None) if exact else ((1 + seen) / (1 + n_draws), seen)


def _limit_p(residuals: Floats, chosen: NDArray[np.bool_], strata: Any) -> Floats:
    """p-values from the exact mean and variance of the permutation distribution and its normal limit (Hoeffding 1951)."""
    from scipy.special import ndtr

    _, stratum = np.unique(strata, return_inverse=True)
    n = np.bincount(stratum)
    n_a = np.bincount(stratum, weights=chosen)
    squares = np.array([np.bincount(stratum, weights=column**2) for column in residuals.T])
    means = np.array([np.bincount(stratum, weights=column) for column in residuals.T]) / n
    share = n_a * (n - n_a) / (n * np.maximum(n - 1, 1))
    variance = ((squares - n * means**2) * share).sum(-1)
    excess = chosen.astype(float) @ residuals - (means * n_a).sum(-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(2 * ndtr(-np.abs(excess) / np.sqrt(variance)))
