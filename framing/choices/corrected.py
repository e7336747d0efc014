"""Shares of names as coders would count them, from the hits they read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import notices
from framing.lexicon.labels import labels
from framing.rates import cautions
from framing.rates.counts import Floats, with_columns
from framing.resample import intervals
from framing.resample.draws import spread
from framing.scores import Scores
from framing.validation.coded import coded_items, weighed

STATUS = "corrected: difference, false hits only"
SUMS = ("value", "drawn", "right")


@dataclass(frozen=True)
class Codes:
    """Hits and codes of one group and one referent, name by name.

    Parameters
    ----------
    sums
        Of each article: value of the hits, of those coded and of those coded yes, the codes weighed by the hits they stand for;
        shape (sums, names, articles).
    ids
        The articles.
    coded, yes
        Hits coded, and coded yes, of each name; `yes` is infinite where nothing is left to code.
    size
        How many even codes the codes of a name amount to (Kish 1965), over the part of the hits that was not coded.
    articles
        Articles of which a hit was coded.
    """

    sums: Floats
    ids: list[str]
    coded: NDArray[np.int64]
    yes: Floats
    size: Floats
    articles: int


def items_of(scores: Scores, coding: Any) -> pl.DataFrame:
    """Every naming with its codes and what each code stands for; see `framing.validation.coded` for the errors."""
    of = labels((), scores.choices)
    every = weighed(coded_items(scores, coding, of=of), None, need=True)
    return every.filter(pl.col("label").is_in(of))


def codes_of(items: pl.DataFrame, scores: Scores, groups: pl.DataFrame, names: Sequence[str]) -> list[Codes]:
    """Summarise the codes of each group (a row of `groups`) for the names of one referent."""
    chosen = with_columns(items.filter(pl.col("label").is_in(list(names))), scores, groups.columns)
    number = chosen["label"].replace_strict(list(names), range(len(names)), return_dtype=pl.Int64)
    numbered = chosen.with_columns(name=number).join(
        groups.with_row_index("group"), on=groups.columns, how="left", nulls_equal=True, maintain_order="left"
    )
    return [_codes(numbered.filter(group=group), len(names)) for group in range(groups.height)]


def _codes(items: pl.DataFrame, n: int) -> Codes:
    ids, place = np.unique(items["article_id"].to_numpy().astype(str), return_inverse=True)
    name = items["name"].to_numpy()
    read = items["yes"].is_not_null().to_numpy()
    value, yes = items["counts"].to_numpy().astype(float), items["yes"].fill_null(0.0).to_numpy().astype(float)
    weight = np.where(read, items["expansion"].fill_null(0.0).to_numpy().astype(float), 0.0) * value
    sums = np.zeros((len(SUMS), n, len(ids)))
    for each, part in zip((value, weight, weight * yes), sums, strict=True):
        np.add.at(part, (name, place), each)
    count = np.bincount(name, minlength=n)
    coded, squares = np.bincount(name, read, minlength=n), np.bincount(name, weight**2, minlength=n)
    with np.errstate(invalid="ignore", divide="ignore"):
        # What is coded is known: only the other hits can differ from what their weights say.
        size = sums[1].sum(1) ** 2 / squares * count / np.where(count > coded, count - coded, np.nan)
    sure = np.where(count > coded, np.bincount(name, read * yes, minlength=n), np.inf)
    return Codes(sums, ids.tolist(), coded.astype(np.int64), sure, size, len(set(place[read].tolist())))


def corrected(sums: Floats) -> Floats:
    r"""Counts of the names as coders would count the hits, shape (names, ...).

    .. math:: T_k = V_k \frac{\sum_{coded} w_i v_i y_i}{\sum_{coded} w_i v_i}

    0 without hits, nan where none of them was coded.
    """
    value, drawn, right = sums
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(value > 0, value * right / np.where(drawn > 0, drawn, np.nan), 0.0))


def profile(codes: Codes, *, level: float, n_boot: int, seed: int) -> dict[str, Floats]:
    """Corrected counts and shares of one group for one referent, with intervals that include that few hits were coded."""
    total = corrected(codes.sums.sum(-1))
    whole = total.sum()
    if not whole > 0:
        return {"count": total}
    share, naming = total / whole, int((codes.sums[0].sum(0) > 0).sum())
    if min(naming, codes.articles) < 2:
        return {"count": total, "share": share}
    variance, smooth = _variance(codes, share, n_boot=n_boot, seed=seed)
    size = _size(variance, share, smooth, whole, naming)
    free = (min(naming, codes.articles) - 1) * np.ones(len(share))
    low, high = intervals.wilson(share, size, intervals.quantile_t(free, level))
    return {"count": total, "share": share, "low": np.minimum(low, share), "high": np.maximum(high, share)}


def _variance(codes: Codes, share: Floats, *, n_boot: int, seed: int) -> tuple[Floats, Floats]:
    """Variance of each share over draws of articles, with what they cannot tell of few codes; and the shares of smoothed codes.

    Where nearly all codes of a name are alike, draws see the few others as often as the sample did by luck: half a code of each kind is
    added before the variance of the codes is taken (as in `framing.rates.corrected_codes`).
    """
    n = len(share)

    def shares(sums: Floats) -> Floats:
        total = corrected(sums.reshape(len(SUMS), n, -1))
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(total / total.sum(0))

    drawn = spread(codes.sums.reshape(len(SUMS) * n, -1), codes.ids, shares, n_boot=n_boot, seed=seed)
    value, weight, right = codes.sums.sum(-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        p = np.nan_to_num(right / weight)
        even = (p * codes.size + intervals.HALF) / (codes.size + 2 * intervals.HALF)
        more = np.nan_to_num(np.maximum(even * (1 - even) - p * (1 - p), 0) / codes.size)
    smooth = value * np.where(np.isfinite(even), even, p)
    slopes = (np.eye(n) - (smooth / smooth.sum())[:, None]) * value / smooth.sum()
    return np.nan_to_num(drawn) ** 2 + (slopes**2 * more).sum(1), smooth / smooth.sum()


def _size(variance: Floats, share: Floats, smooth: Floats, whole: float, articles: int) -> Floats:
    """Effective number of namings behind each share: what its variance amounts to, the profile's if that is larger; at most all."""
    spread_of = np.where((share > 0) & (share < 1), share * (1 - share), smooth * (1 - smooth))
    with np.errstate(invalid="ignore", divide="ignore"):
        own = np.where(variance > 0, spread_of / variance, np.inf)
        pooled = spread_of.sum() / variance.sum() if variance.sum() else np.inf
    most = whole if 0 < share.max() < 1 else articles  # one name only: an article counts as one naming
    return np.asarray(np.minimum(np.minimum(own, pooled), most))


def cautioned(codes: Codes, told: Sequence[str | None]) -> list[str | None]:
    """Cautions of the names of one referent: too few say yes, or what the counts say."""
    named = codes.sums[0].sum(1) > 0
    fewest = codes.yes[named].min() if named.any() else np.inf
    return cautions.of_codes(told, np.full(len(told), fewest))


def warn(table: pl.DataFrame, columns: Sequence[str]) -> None:
    """Tell of rows whose share, or whose interval, is unknown for want of codes."""
    for what, lacks, why in (
        ("no corrected share", pl.col("share").is_nan() & pl.col("counted").is_not_nan(), "of a name of the referent no hit was coded"),
        ("no interval", pl.col("share").is_not_nan() & pl.col("low").is_nan(), "fewer than two articles were coded"),
    ):
        notices.of_rows(table.filter(lacks), table, [*columns, "choice", "name"], f"have {what}: {why}; code more")
