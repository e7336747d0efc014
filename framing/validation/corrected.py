"""corrected_rates: what the rates would be had coders read everything, from the part they read."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import tables
from framing.resample.draws import spread
from framing.resample.intervals import HALF, check_level, quantile_t, wilson
from framing.scores import Scores
from framing.validation.items import answers, items
from framing.voice import Passages

Floats = NDArray[np.float64]

N_BOOT = 1000
_NUMBERS = ("rate", "corrected", "low", "high")
_SCHEMA = {"frame": pl.String, **dict.fromkeys(_NUMBERS, pl.Float64), "coded": pl.Int64, "articles": pl.Int64}


def corrected_rates(
    scores: Scores,
    coding: pl.DataFrame,
    *,
    passages: Passages | None = None,
    by: str = "outlet",
    level: float = 0.95,
    seed: int = 0,
) -> pl.DataFrame:
    r"""Correct rates for false hits and, with passages, for missed places, group by group.

    Estimand: the rate that coders would count had they read everything, in each group. Rates that are wrong to another
    degree in each group compare the errors; so each group is corrected by its own sample, and nothing is
    borrowed from the others.

    .. math:: \hat r = \frac{per}{E} \sum_h N_h \, \bar y_h

    where :math:`N_h` counts the items of stratum h (hits of a frame; passages in which it was not found),
    :math:`\bar y_h` is the share of yes among those coded, and :math:`E` the exposure. This is the stratified difference
    estimator, which is also the prediction-powered one (Angelopoulos et al. 2023): the rate plus the mean error of the coded
    items. It needs no assumption about the scorer. A missed passage counts as one hit.

    Parameters
    ----------
    scores
        The scores the sample was drawn from. To correct one voice, hand in the scores and the passages of that voice.
    coding
        From `read_coding`.
    passages
        The passages the sample was drawn from. Without them only false hits are corrected.
    by
        ``outlet``, ``event``, ``part`` or ``voice``.
    level
        Level of the intervals.
    seed
        Any integer.

    Returns
    -------
    table
        `by`, `frame`, `rate` (as counted), `corrected`, `low`, `high`, `coded` (items), `articles`. Student intervals for the
        logarithm, the standard error from drawing articles anew with their hits, exposure and codes: they include
        that the sample of codes is small. Where all codes of a stratum are alike, no draw shows what others would say:
        the Wilson interval of its share widens the end it bears on. Nan is unknown: a stratum with items of which
        none was coded; of an interval, fewer than two coded items or articles in a stratum not wholly coded (with a warning).

    Raises
    ------
    TypeError
        If `scores` are no Scores or `coding` is no data frame.
    ValueError
        If `by` is unknown, a column is missing from `coding`, a coded unit is none of these items, or `level` is not between 0 and 1.

    Warns
    -----
    UserWarning
        If a row has no interval for want of codes.

    References
    ----------
    Angelopoulos, A. N. et al. (2023). Prediction-powered inference. https://doi.org/10.1126/science.adi6000
    Egami, N. et al. (2023). Using imperfect surrogates for downstream inference. https://arxiv.org/abs/2306.04746
    """
    check_level(level)
    every = items(scores, passages)
    tables.known(by, ("outlet", "event", "part", "voice"), "column")
    read = every.join(answers(coding, every), on="unit", how="left")
    rows = []
    for (group,), exposure in scores.exposure.group_by(by, maintain_order=True):
        for frame in scores.frames:
            inside = read.filter(pl.col(by).eq_missing(group), label=frame)
            rows.append((group, frame, *_Corrected(inside, exposure, scores.per).row(level, seed)))
    table = pl.DataFrame(rows, schema={by: scores.exposure.schema[by], **_SCHEMA}, orient="row")
    _warn_of_few(table, by)
    return table


def _warn_of_few(table: pl.DataFrame, by: str) -> None:
    few = table.filter(pl.col("corrected").is_not_nan(), pl.col("low").is_nan(), pl.col("articles") > 1)
    if few.height:
        said = f"{few.height} of {table.height} rows, such as {few.select(by, 'frame').row(0)}, have no interval"
        warnings.warn(f"{said}: fewer than two hits, or passages without a hit, or articles were coded; code more", stacklevel=3)


@dataclass(frozen=True)
class _Corrected:
    """Items of one group and frame, their codes, and the exposure they are counted against."""

    items: pl.DataFrame
    exposure: pl.DataFrame
    per: float

    def row(self, level: float, seed: int) -> Sequence[float]:
        articles = self.exposure.group_by("article_id").agg(pl.col("exposure").sum()).filter(pl.col("exposure") > 0).sort("article_id")
        ids = articles["article_id"].to_list()
        matrix = np.concatenate([articles["exposure"].to_numpy()[None, :], self._counts(ids)])
        whole = matrix.sum(1)[:, None]
        rate = self.per * float(whole[1, 0]) / float(whole[0, 0]) if ids else np.nan
        value = float(self.corrected(whole)[0]) if ids else np.nan
        support = (int(self.items["yes"].is_not_null().sum()), len(ids))
        if not np.isfinite(value) or len(ids) < 2 or self._too_few():
            return (rate, value, np.nan, np.nan, *support)
        error = float(spread(matrix, ids, self._smooth, n_boot=N_BOOT, seed=seed))
        reach = float(quantile_t(len(ids) - 1, level)) * error
        middle = float(np.exp(self._smooth(whole)[0]))
        half = self.per * HALF / float(whole[0, 0])
        low, high = max(middle * np.exp(-reach) - half, 0.0), middle * np.exp(reach) - half
        down, up = self._unseen(level) * self.per / float(whole[0, 0])
        return (
            rate,
            value,
            max(value - np.hypot(max(value - low, 0.0), down), 0.0),
            value + np.hypot(max(high - value, 0.0), up),
            *support,
        )

    def _sides(self) -> pl.DataFrame:
        """Strata of which not all items were coded: items, coded ones, their articles, and the share of yes."""
        articles = pl.col("article_id").filter(pl.col("yes").is_not_null()).n_unique()
        span = pl.col("yes").max() - pl.col("yes").min()
        sides = self.items.group_by("found").agg(
            pl.len(), n=pl.col("yes").count(), articles=articles, share=pl.col("yes").mean(), span=span
        )
        return sides.filter(pl.col("n") < pl.col("len")).sort("found")

    def _too_few(self) -> bool:
        return bool((self._sides()["articles"] < 2).any())  # two articles are two items

    def _unseen(self, level: float) -> Floats:
        """How many items fewer and more may be yes in strata whose codes are all alike (Wilson), where draws do not vary."""
        alike = self._sides().filter(span=0)
        size, n, share = (alike[name].to_numpy().astype(float) for name in ("len", "n", "share"))
        low, high = wilson(share, n * size / (size - n), quantile_t(alike["articles"].to_numpy() - 1, level))
        return np.array([np.linalg.norm(size * (share - low)), np.linalg.norm(size * (high - share))])

    def _counts(self, ids: list[str]) -> Floats:
        """Items, items coded and yes among them, of those found and then of those not; shape (6, articles)."""
        rows = []
        for found in (True, False):
            each = self.items.filter(found=found).group_by("article_id").agg(pl.len(), n=pl.col("yes").count(), yes=pl.col("yes").sum())
            wide = pl.DataFrame({"article_id": pl.Series(ids, dtype=pl.String)})
            wide = wide.join(each, on="article_id", how="left", maintain_order="left")
            rows.append(wide.select("len", "n", "yes").fill_null(0).to_numpy().T.astype(float))
        return np.concatenate(rows)

    def corrected(self, sums: Floats) -> Floats:
        """Per exposure, the items of each stratum times the share of yes among those coded; nan where none was coded."""
        exposure, hits, *rest = sums
        total = _expected(hits, rest[0], rest[1]) + _expected(*rest[2:])
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(self.per * total / exposure)

    def _smooth(self, sums: Floats) -> Floats:
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(np.log(self.corrected(sums) + self.per * HALF / sums[0]))


def _expected(size: Floats, coded: Floats, yes: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(size > 0, size * yes / coded, 0.0)
