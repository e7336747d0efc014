"""What a count would be had coders read everything: the estimators, from sums of hits and of codes."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from framing.rates.counts import Floats
from framing.resample.draws import spread

METHODS = ("difference", "ppi", "rogan-gladen")
SUMS = ("hits", "value", "drawn", "drawn_value", "right", "rest", "rest_drawn", "missed")
HITS, VALUE, DRAWN, DRAWN_VALUE, RIGHT, REST, REST_DRAWN, MISSED = range(len(SUMS))


def split(block: Floats) -> Floats:
    """Sums of every frame, in the order of `Coded.sums`, along axis 1, to an array of shape (sums, groups, frames, ...)."""
    groups, width, *draws = block.shape
    return np.moveaxis(block.reshape(groups, width // len(SUMS), len(SUMS), *draws), 2, 0)


def difference(sums: Floats) -> Floats:
    r"""Design-based count: each side's items times the share of yes among its codes, weighed by the inverse of their probability.

    .. math:: T = V \frac{\sum_{hits} w_i v_i y_i}{\sum_{hits} w_i v_i} + N \frac{V}{H} \frac{\sum_{rest} w_i y_i}{\sum_{rest} w_i},
              \qquad w_i = 1 / \pi_i

    V is the sum of the values of the H hits, N the number of passages without; what was missed counts as much as a hit on average. It
    is the count plus the mean error of the coded items (the difference estimator; Saerndal, Swensson and Wretman 1992; Egami et al.
    2023) with the hits and the rest each as many as they are known to be.
    """
    return _part(sums[VALUE], sums[RIGHT], sums[DRAWN_VALUE]) + _worth(sums) * _part(sums[REST], sums[MISSED], sums[REST_DRAWN])


def power_tuned(sums: Floats, tuning: Floats) -> Floats:
    r"""Prediction-powered count (PPI++; Angelopoulos, Duchi and Zrnic 2023), from codes of hits and rest together.

    .. math:: T = \lambda V + (H + N) \frac{\sum w_i (v_i y_i - \lambda v_i f_i)}{\sum w_i}

    f is 1 for a hit and 0 for the rest, whose v is V / H; :math:`\lambda` (`tuned`) makes the variance least: 0 takes the codes alone, 1
    all the hits.
    """
    tuning = tuning.reshape(*tuning.shape, *(1,) * (sums.ndim - 1 - tuning.ndim))
    codes, hits = _parts_of_ppi(sums)
    return np.asarray(codes + tuning * hits)


def _parts_of_ppi(sums: Floats) -> tuple[Floats, Floats]:
    """Return the count from codes alone, and what the hits add to it at a tuning of 1."""
    unknown = ((sums[HITS] > 0) & (sums[DRAWN] == 0)) | ((sums[REST] > 0) & (sums[REST_DRAWN] == 0))
    drawn = np.where(unknown, np.nan, sums[DRAWN] + sums[REST_DRAWN])
    whole = sums[HITS] + sums[REST]
    return _part(whole, sums[RIGHT] + _worth(sums) * sums[MISSED], drawn), sums[VALUE] - _part(whole, sums[DRAWN_VALUE], drawn)


def tuned(matrix: Any, ids: Sequence[str], parts: Callable[[Floats], Floats], *, n_boot: int, seed: int) -> Floats:
    """How far prediction-powered counts lean on the hits: the weight, 0 to 1, with the least variance over draws of articles.

    Parameters
    ----------
    matrix, ids, n_boot, seed
        See `framing.resample.draws.spread`.
    parts
        From sums over a draw to `SUMS` along the first axis.
    """

    def both(sums: Floats) -> Floats:
        codes, hits = _parts_of_ppi(parts(sums))
        return np.stack([codes + hits, codes - hits, hits])

    plus, minus, alone = spread(matrix, ids, both, n_boot=n_boot, seed=seed) ** 2
    with np.errstate(invalid="ignore", divide="ignore"):
        best = (minus - plus) / (4 * alone)  # minus the covariance of the two parts over the variance of the second
    return np.asarray(np.clip(np.where(alone > 0, best, 1.0), 0.0, 1.0))


def rogan_gladen(sums: Floats, errors: Floats) -> Floats:
    r"""Count freed of a known share of errors (Rogan and Gladen 1978).

    .. math:: T = \frac{H - (1 - Sp)(H + N)}{Se + Sp - 1} \cdot \frac{V}{H}

    Parameters
    ----------
    sums
        Of the items to be corrected.
    errors
        Sums of the items whose codes tell sensitivity Se and specificity Sp; both are taken to be the same in `sums`. Where
        `errors` are `sums`, this is the count of `difference`. It may be below 0 where `sums` have few hits: add up first.
    """
    right, missed = _part(errors[HITS], errors[RIGHT], errors[DRAWN_VALUE]), _part(errors[REST], errors[MISSED], errors[REST_DRAWN])
    true = right + missed
    with np.errstate(invalid="ignore", divide="ignore"):
        sensitivity = right / true
        false = np.nan_to_num((errors[HITS] - right) / (errors[HITS] + errors[REST] - true), nan=0.0, posinf=0.0)
        found = (sums[HITS] - false * (sums[HITS] + sums[REST])) / np.where(sensitivity > false, sensitivity - false, np.nan)
    known = np.where(np.isfinite(true) & (true == 0), 0.0, found * _worth(sums))
    hits_alone = _part(sums[VALUE], errors[RIGHT], errors[DRAWN_VALUE])  # nothing is known of what was missed: recall counts as 1
    return np.asarray(np.where(errors[REST] == 0, hits_alone, known))


def _worth(sums: Floats) -> Floats:
    """What a hit counts on average, V / H: what was missed is taken to count as much."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(sums[HITS] > 0, sums[VALUE] / sums[HITS], 1.0))


def _part(size: Floats, yes: Floats, coded: Floats) -> Floats:
    """Items times the share of yes: 0 without items, nan without codes."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(size > 0, size * yes / np.where(coded > 0, coded, np.nan), 0.0))
