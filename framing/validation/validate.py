"""validate: precision and recall of the hits, from a sample that people coded."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import tables
from framing.resample.draws import spread
from framing.resample.intervals import check_level, quantile_t, wilson
from framing.scores import Scores
from framing.validation.items import STRATA, items
from framing.voice import Passages

Floats = NDArray[np.float64]

MEASURES = ("precision", "recall")
N_BOOT = 1000


def validate(
    scores: Scores,
    coding: pl.DataFrame,
    *,
    passages: Passages | None = None,
    by: str | Sequence[str] = "label",
    strata: Sequence[str] = STRATA,
    level: float = 0.95,
    seed: int = 0,
) -> pl.DataFrame:
    r"""Measure how many hits are right, and how much was missed, from a coded sample.

    Estimand: of all hits in `scores`, the share that coders would call right (precision); of all places that coders
    would call right, the share that was hit (recall). A coded item stands for its stratum: it weighs the items of the stratum
    over those coded, so that an even sample of an uneven corpus speaks for the corpus.

    .. math:: P = \frac{\sum_{hits} w_i y_i}{\sum_{hits} w_i}, \qquad
              R = \frac{\sum_{hits} w_i y_i}{\sum_{hits} w_i y_i + \sum_{not\ found} w_i y_i}, \qquad w_i = N_h / n_h

    Where several coders coded an item, :math:`y_i` is the share who said yes. A stratum of which nothing was coded has no
    weight: the measure then speaks for the coded strata alone. Ask for `by` the strata to see which are nan.

    Parameters
    ----------
    scores
        The scores the sample was drawn from.
    coding
        From `read_coding`.
    passages
        The passages the sample was drawn from; without them recall is unknown.
    by
        What to tell apart: ``label``, ``outlet``, ``event``, ``part``, ``voice``, or several.
    strata
        As `by` in `sample_hits`.
    level
        Level of the intervals.
    seed
        Any integer.

    Returns
    -------
    table
        The columns of `by`, then `measure` (``precision``, ``recall``), `value`, `low`, `high`, `coded` (items),
        `articles` (they come from). Wilson intervals; their effective size comes from drawing articles anew. Nan is
        unknown: nothing was coded, or for recall, no passage without a hit. With no yes among the passages without a hit,
        recall is 1 with an interval that is too narrow, however few were coded (``docs/validation.md``).

    Raises
    ------
    ValueError
        If a coded item is none of these scores (or passages), a column is unknown, or `level` is not between 0 and 1.
    """
    check_level(level)
    columns = [by] if isinstance(by, str) else list(by)
    every = items(scores, passages)
    for column in (*columns, *strata):
        tables.known(column, every.columns, "column")
    coded = _weighed(every, coding, list(strata))
    groups = every.select(columns).unique().sort(columns)
    rows = [row for group in groups.iter_rows() for row in _rows(coded, dict(zip(columns, group, strict=True)), level, seed)]
    schema = {column: every.schema[column] for column in columns} | _SCHEMA
    return pl.DataFrame(rows, schema=schema, orient="row")


_SCHEMA = {"measure": pl.String, "value": pl.Float64, "low": pl.Float64, "high": pl.Float64, "coded": pl.Int64, "articles": pl.Int64}


def _weighed(every: pl.DataFrame, coding: pl.DataFrame, strata: list[str]) -> pl.DataFrame:
    """Coded items with their share of yes and how many items of their stratum each stands for."""
    answers = coding.group_by("unit").agg(yes=(pl.col("value") == "yes").mean())
    strange = answers.join(every, on="unit", how="anti")
    if strange.height:
        unit = strange["unit"].sort()[0]
        raise ValueError(f"{strange.height} coded units, such as {unit!r}, are not among these hits; pass what they were drawn from")
    sized = every.with_columns(size=pl.len().over("found", *strata))
    return sized.join(answers, on="unit").with_columns(weight=pl.col("size") / pl.len().over("found", *strata))


def _rows(coded: pl.DataFrame, group: dict[str, Any], level: float, seed: int) -> list[tuple[Any, ...]]:
    inside = coded.filter(pl.all_horizontal(pl.col(column).eq_missing(value) for column, value in group.items()))
    rows = []
    for measure in MEASURES:
        used = inside.filter(found=True) if measure == "precision" else inside
        known = bool(used["found"].any()) and (measure == "precision" or not used["found"].all())
        numbers = _estimate(used, measure, level, seed) if known else (np.nan,) * 3
        rows.append((*group.values(), measure, *numbers, used.height, used["article_id"].n_unique()))
    return rows


def _estimate(used: pl.DataFrame, measure: str, level: float, seed: int) -> tuple[float, float, float]:
    """Share, and its Wilson interval at the size that the spread over articles amounts to."""
    right, whole = pl.col("weight") * pl.col("yes"), pl.col("weight") * (pl.lit(1.0) if measure == "precision" else pl.col("yes"))
    sums = used.group_by("article_id").agg(right=right.filter("found").sum(), whole=whole.sum()).sort("article_id")
    matrix = sums.select("right", "whole").to_numpy().T
    whole_sum = matrix[1].sum()
    if whole_sum == 0:
        return np.nan, np.nan, np.nan
    share = matrix[0].sum() / whole_sum
    error = float(spread(matrix, sums["article_id"].to_list(), _share, n_boot=N_BOOT, seed=seed))
    each = used.select(whole.alias("whole"))["whole"].to_numpy()
    size = each.sum() ** 2 / (each**2).sum()  # Kish: unequal weights say less
    size = min(size, share * (1 - share) / error**2) if error > 0 else size
    low, high = wilson(np.array([share]), np.array([size]), quantile_t(max(len(sums) - 1, 1), level))
    return float(share), float(low[0]), float(high[0])


def _share(sums: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(sums[0] / sums[1])
