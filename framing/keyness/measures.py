"""Measures of keyness and dispersion, each as its paper writes it, over arrays of words."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def log_ratio(a: Floats, b: Floats, n_a: float, n_b: float) -> Floats:
    """Binary logarithm of the ratio of relative frequencies (Hardie 2014); a count of 0 is taken as one half.

    Parameters
    ----------
    a, b
        Occurrences of each word in the two sets.
    n_a, n_b
        Words in the two sets.

    Examples
    --------
    >>> log_ratio(np.array([8.0, 3.0]), np.array([2.0, 0.0]), 1000, 1000).round(3).tolist()
    [2.0, 2.585]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.log2(np.where(a > 0, a, 0.5) / n_a) - np.log2(np.where(b > 0, b, 0.5) / n_b))


def conservative_log_ratio(a: Floats, b: Floats, n_a: float, n_b: float, level: float = 0.95) -> Floats:
    """Evert's LRC: the end nearest 0 of an exact interval of the log ratio, 0 when the interval holds 0.

    Given a + b, a is binomial; the Clopper-Pearson interval of its share, at a level corrected for the number of words
    (Bonferroni), becomes one of the ratio. Words are taken as independent, which they are not: it ranks, it does not test.

    Source: Evert (2022), Measuring keyness, Digital Humanities 2022.
    """
    from scipy.special import betaincinv

    tail = (1 - level) / 2 / max(len(a), 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        low = np.where(a > 0, betaincinv(np.maximum(a, 1), b + 1, tail), 0.0)
        high = np.where(b > 0, betaincinv(a + 1, np.maximum(b, 1), 1 - tail), 1.0)
        low, high = (np.log2(share / (1 - share) * n_b / n_a) for share in (low, high))
    return np.asarray(np.where(low > 0, low, np.where(high < 0, high, 0.0)))


def log_odds(a: Floats, b: Floats, prior: Floats) -> tuple[Floats, Floats]:
    """Difference in log-odds with an informative Dirichlet prior, and its z.

    With y occurrences of a word out of n, prior pseudo-counts alpha and their sum alpha0 (Monroe, Colaresi and Quinn 2008,
    Political Analysis 16, equations 16, 20 and 22)::

        delta = log((y_a + alpha) / (n_a + alpha0 - y_a - alpha)) - log((y_b + alpha) / (n_b + alpha0 - y_b - alpha))
        z = delta / sqrt(1 / (y_a + alpha) + 1 / (y_b + alpha))
    """
    n_a, n_b, alpha0 = a.sum(), b.sum(), prior.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        odds_a = np.log((a + prior) / (n_a + alpha0 - a - prior))
        odds_b = np.log((b + prior) / (n_b + alpha0 - b - prior))
        delta = odds_a - odds_b
        return np.asarray(delta), np.asarray(delta / np.sqrt(1 / (a + prior) + 1 / (b + prior)))


def g2(a: Floats, b: Floats, n_a: float, n_b: float) -> Floats:
    """Log-likelihood ratio of the 2 x 2 table of words (Dunning 1993); token-level, so not a test.

    Examples
    --------
    >>> g2(np.array([10.0]), np.array([20.0]), 1000, 1000).round(3).tolist()
    [3.449]
    """
    observed = np.stack([a, b, n_a - a, n_b - b])
    both, size = a + b, n_a + n_b
    expected = np.stack([both * n_a, both * n_b, (size - both) * n_a, (size - both) * n_b]) / size
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(observed > 0, observed * np.log(observed / expected), 0.0)
    return np.asarray(2 * terms.sum(0))


def dispersion(count: NDArray[np.int64], term: NDArray[np.int64], size: Floats, n_terms: int) -> Floats:
    """Gries' DP of each word over articles: half the sum of |share of the word's occurrences - share of all words|.

    Parameters
    ----------
    count, term, size
        One entry for each article and word that occurs there: occurrences, which word, and the article's share of all words.
    n_terms
        Number of words.

    Returns
    -------
    array, shape (n_terms,)
        0: spread as the articles' lengths, near 1: all in one short article; nan for a word that does not occur.

    Source: Gries (2008), International Journal of Corpus Linguistics 13.
    """
    total = np.bincount(term, weights=count, minlength=n_terms)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = count / total[term]
        present = np.bincount(term, weights=np.abs(share - size) - size, minlength=n_terms)
        return np.asarray(np.where(total > 0, (1 + present) / 2, np.nan))
