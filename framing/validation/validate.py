"""validate: precision and recall of the hits, from a sample that people coded."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments, notices
from framing.resample.draws import spread
from framing.resample.intervals import quantile_t, wilson
from framing.scores import Scores
from framing.validation.coded import coded_items, weighed
from framing.validation.items import DRAWN_BY, STRATA
from framing.voice import Passages

Floats = NDArray[np.float64]

MEASURES = ("precision", "recall")


def validate(  # noqa: PLR0913  what was drawn, what to tell apart, how sure
    scores: Scores,
    coding: pl.DataFrame,
    *,
    passages: Passages | None = None,
    by: str | Sequence[str] = "label",
    strata: str | Sequence[str] | None = None,
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
) -> pl.DataFrame:
    r"""Measure how many hits are right, and how much was missed, from a coded sample.

    Estimand: of all hits in `scores`, the share that coders would call right (precision); of all places that coders
    would call right, the share that was hit (recall). A coded item stands for its stratum: it weighs the items of the stratum
    over those drawn, so that an even sample of an uneven corpus speaks for the corpus.

    .. math:: P = \frac{\sum_{hits} w_i y_i}{\sum_{hits} w_i}, \qquad
              R = \frac{\sum_{hits} w_i y_i}{\sum_{hits} w_i y_i + \sum_{not\ found} w_i y_i}, \qquad w_i = 1 / \pi_i

    Where several coders coded an item, :math:`y_i` is the share who said yes. A stratum of which nothing was coded has no
    weight: the measure then speaks for the coded strata alone, and a warning names the others.

    Parameters
    ----------
    scores
        The scores the sample was drawn from.
    coding
        From `read_coding`.
    passages
        The passages the sample was drawn from; without them recall is unknown.
    by
        What to tell apart: ``label``, ``outlet``, ``event``, ``part``, ``voice``, ``term`` (the entry of the lexicon; of what an
        entry missed nothing is known, so its recall is nan), or several.
    strata
        Weigh by these instead of the `probability` in the coding: items of a stratum over those coded. Give the `by` of
        `sample_hits`, or finer. None, and no probability in the coding: label, outlet and voice.
    level
        Level of the intervals.
    n_boot
        Draws of the articles.
    seed
        Any integer.

    Returns
    -------
    table
        The columns of `by`, then `measure` (``precision``, ``recall``), `value`, `low`, `high`, `coded` (items),
        `articles` (they come from). Precision has a Wilson interval whose effective size comes from drawing articles anew;
        recall joins those of the two shares of yes, among hits and among passages without a hit (Donner and Zou 2012).
        Nan is unknown: nothing was coded, or for recall, no passage without a hit. An interval is nan, with a warning,
        where fewer than two of the hits, or of the passages without, or of their articles were coded.

    Raises
    ------
    TypeError
        If `scores` are no Scores or `coding` is no data frame.
    ValueError
        If a coded item is none of these scores (or passages), a column is unknown, named twice or missing from `coding`, `by` names
        none, or `level` is not between 0 and 1.

    Warns
    -----
    UserWarning
        If a row has no interval for want of codes, or nothing of a stratum was coded.

    References
    ----------
    Donner, A. and Zou, G. Y. (2012). Closed-form confidence intervals for functions of the normal mean and standard
    deviation. https://doi.org/10.1177/0962280210383082
    """
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    columns = arguments.columns("by", by, (*DRAWN_BY, "term"))
    given = None if strata is None else arguments.columns("strata", strata, DRAWN_BY, "stratum", least=0)
    every = coded_items(scores, coding, passages)
    coded = weighed(every, given).filter(pl.col("yes").is_not_null()).rename({"expansion": "weight"})
    if coded.height:
        _warn_of_uncoded(every, coded, list(STRATA) if given is None else given)
    if "term" in columns:
        every, coded = (table.filter(pl.col("found")) for table in (every, coded))
    groups = every.select(columns).unique().sort(columns)
    rows = [row for group in groups.iter_rows() for row in _rows(coded, dict(zip(columns, group, strict=True)), level, n_boot, seed)]
    schema = {column: every.schema[column] for column in columns} | _SCHEMA
    table = pl.DataFrame(rows, schema=schema, orient="row")
    few = table.filter(pl.col("value").is_not_nan() & pl.col("low").is_nan())
    said = "have no interval: fewer than two hits, or passages without a hit, or articles were coded; code more"
    notices.of_rows(few, table, [*columns, "measure"], said)
    return table


_SCHEMA = {"measure": pl.String, "value": pl.Float64, "low": pl.Float64, "high": pl.Float64, "coded": pl.Int64, "articles": pl.Int64}


def _warn_of_uncoded(every: pl.DataFrame, coded: pl.DataFrame, strata: list[str]) -> None:
    """Name the strata that the measures do not speak for; a side of which nothing at all was coded is nan in the table."""
    sides = every.join(coded.select("found").unique(), on="found", how="semi").select("found", *strata).unique()
    silent = sides.join(coded, on=["found", *strata], how="anti", nulls_equal=True).sort("found", *strata, descending=True)
    if silent.height:
        names = [("hits" if found else "passages without a hit", *rest) for found, *rest in silent.head(5).iter_rows()]
        said = f"{silent.height} strata have no coded item and are left out of the measures: {names}"
        notices.warn(said + ("..." if silent.height > 5 else ""))


def _rows(coded: pl.DataFrame, group: dict[str, Any], level: float, n_boot: int, seed: int) -> list[tuple[Any, ...]]:
    inside = coded.filter(pl.all_horizontal(pl.col(column).eq_missing(value) for column, value in group.items()))
    hits, rest = inside.filter(found=True), inside.filter(found=False)
    right, missed = _yes(hits, level, n_boot, seed), _yes(rest, level, n_boot, seed)
    precision = right / float(hits["weight"].to_numpy().sum()) if hits.height else right
    rows = []
    for measure, numbers, used in zip(MEASURES, (precision, _recall(right, missed)), (hits, inside), strict=True):
        rows.append((*group.values(), measure, *numbers.tolist(), used.height, used["article_id"].n_unique()))
    return rows


def _yes(side: pl.DataFrame, level: float, n_boot: int, seed: int) -> Floats:
    """How many of the hits, or of the passages without, are yes: estimate, low and high; nan where unknown.

    The share has a Wilson interval at the size that the spread over articles amounts to.
    """
    if not side.height:
        return np.full(3, np.nan)
    sums = side.group_by("article_id").agg(right=(pl.col("weight") * pl.col("yes")).sum(), whole=pl.col("weight").sum()).sort("article_id")
    matrix = sums.select("right", "whole").to_numpy().T
    share, whole = matrix[0].sum() / matrix[1].sum(), matrix[1].sum()
    if len(sums) < 2:  # two articles are two items
        return np.array([share * whole, np.nan, np.nan])
    error = float(spread(matrix, sums["article_id"].to_list(), _share, n_boot=n_boot, seed=seed))
    size = whole**2 / (side["weight"] ** 2).sum()  # Kish: unequal weights say less
    size = min(size, share * (1 - share) / error**2) if error > 0 and 0 < share < 1 else size
    low, high = wilson(np.array([share]), np.array([size]), quantile_t(len(sums) - 1, level))
    return np.asarray([share * whole, min(low[0], share) * whole, max(high[0], share) * whole])


def _recall(right: Floats, missed: Floats) -> Floats:
    """Share of the right hits in all that is right; where no missed one was seen, it is the missed share that may be larger."""
    whole = right[0] + missed[0]
    if not whole > 0:
        return np.full(3, np.nan)
    low, high = _least_ratio(right, missed), _least_ratio(missed, right)
    return np.array([right[0] / whole, low / (1 + low), 1 / (1 + high)])


def _least_ratio(top: Floats, bottom: Floats) -> float:
    """Lower end of the ratio of two independent estimates from their own intervals (Donner and Zou 2012, MOVER)."""
    if top[0] == 0:
        return 0.0 if np.isfinite(top[1] + bottom[2]) else np.nan
    product = top[0] * bottom[0]
    least, most = top[1] * (2 * top[0] - top[1]), bottom[2] * (2 * bottom[0] - bottom[2])
    return float(least / (product + np.sqrt(max(product**2 - least * most, 0.0))))


def _share(sums: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(sums[0] / sums[1])
