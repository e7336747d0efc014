"""Intervals of a rate by the methods that were tried and not taken, beside those of `rates` (`comparison.py rivals`)."""

import numpy as np
import polars as pl

from framing.resample.draws import weights
from framing.scores import Scores

RIVALS = ("percentile", "BCa", "bootstrap-t", "log t")


def rival_intervals(values: np.ndarray, words: np.ndarray, drawn: np.ndarray) -> dict[str, tuple[float, float]]:
    """Intervals of one rate by the methods that were tried and not taken."""
    from scipy.stats import norm, t

    n, total, rate = len(values), values.sum(), values.sum() / words.sum()
    exposed = drawn[(drawn @ words) > 0]
    again = (exposed @ values) / (exposed @ words)
    error = np.sqrt(((values - rate * words) ** 2).sum()) / total
    with np.errstate(all="ignore"):
        squares = exposed @ values**2 - 2 * again * (exposed @ (values * words)) + again**2 * (exposed @ words**2)
        student = np.log(again / rate) / (np.sqrt(squares) / (exposed @ values))
    student = np.where(again == 0, -np.inf, student)
    jack = (total - values) / (words.sum() - words)
    moved = jack.mean() - jack
    bend = (moved**3).sum() / (6 * (moved**2).sum() ** 1.5) if moved.any() else 0.0
    shift = norm.ppf(np.clip((again < rate).mean() + (again == rate).mean() / 2, 0.001, 0.999))
    ends = [norm.cdf(shift + (shift + z) / (1 - bend * (shift + z))) for z in (-1.96, 1.96)]
    half = t.ppf(0.975, n - 1) * error * np.sqrt(n / (n - 1))
    low, high = np.quantile(student[~np.isnan(student)], (0.025, 0.975), method="nearest")
    with np.errstate(over="ignore"):
        return {
            "percentile": tuple(np.quantile(again, (0.025, 0.975))),
            "BCa": tuple(np.quantile(again, ends)),
            "bootstrap-t": (rate * np.exp(-high * error), rate * np.exp(-low * error)),
            "log t": (rate * np.exp(-half), rate * np.exp(half)),
        }


def rivals(scores: Scores, truth: float, n_boot: int = 400) -> dict[str, float]:
    """Coverage of the methods not taken, over the outlets of a corpus that have a hit."""
    hits = scores.hits.group_by("article_id").agg(pl.col("weight").sum())
    cells = scores.exposure.join(hits, on="article_id", how="left").with_columns(pl.col("weight").fill_null(0))
    held = {name: [] for name in RIVALS}
    for (_,), group in cells.group_by("outlet"):
        values, words = group["weight"].to_numpy(), group["exposure"].to_numpy()
        if values.any():
            drawn = weights(group["article_id"].to_list(), n_boot, 0).T
            for name, (low, high) in rival_intervals(values, words, drawn).items():
                held[name].append(low <= truth / 1000 <= high)
    return {name: 100 * float(np.mean(found)) for name, found in held.items()}
