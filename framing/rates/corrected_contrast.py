"""Contrasts as coders would count them, from the part they read: what replaces the pooled ratio of counts, and its row."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import polars as pl

from framing import notices
from framing.rates.cells import Cells
from framing.rates.corrected import REST, SUMS, VALUE, difference, power_tuned, rogan_gladen, split, tuned
from framing.rates.corrected_codes import Coded, Codes, codes_of
from framing.rates.counts import Floats, with_columns
from framing.rates.pairs import Pair, weights
from framing.resample import intervals


class Shared(NamedTuple):
    """Two groups on the events both report: `SUMS` of each side with Mantel-Haenszel weights, and what they are divided by.

    Parameters
    ----------
    sums
        Shape (sums, 2, frames, draws).
    whole
        The same without weights, over all strata: what Rogan-Gladen takes the errors from.
    weight
        Sum of the weights times exposure, shape (1, draws).
    sizes
        Exposure of each side in shared strata, shape (2, 1, draws).
    """

    sums: Floats
    whole: Floats
    weight: Floats
    sizes: Floats


def shared(a: Floats, b: Floats) -> Shared:
    """Weigh the sums of two sides, shape (strata, sums of every frame and exposure, draws), by the other's share of the words.

    Codes are weighed as the hits they stand for, so that the share of yes among them is that of the weighed hits.
    """
    of = weights(a[:, -1:], b[:, -1:])
    weighed = np.stack([(a[:, :-1] * of.a).sum(0), (b[:, :-1] * of.b).sum(0)])
    plain = np.stack([a[:, :-1].sum(0), b[:, :-1].sum(0)])
    return Shared(split(weighed), split(plain), of.total, of.sizes)


@dataclass
class Corrected:
    """The pooled ratio of corrected counts, for every pair of a table.

    Parameters
    ----------
    coded
        Scores with their coded sample.
    cells
        Counted from `coded.sums`.
    between
        The column that makes the groups.
    """

    coded: Coded
    cells: Cells
    between: str
    tuning: dict[tuple[int, int | None], Floats] = field(default_factory=dict)

    def tune(self, pairs: list[Pair], n_boot: int, seed: int) -> None:
        """Find how far each side of each pair leans on its hits, for prediction-powered ratios."""
        ids, unit = np.unique(np.array(self.cells.ids, dtype=str), return_inverse=True)
        for pair in pairs if self.coded.method == "ppi" and len(ids) else ():

            def parts(sums: Floats, pair: Pair = pair) -> Floats:
                return shared(*pair.sides(sums.reshape(*self.cells.sums.shape, sums.shape[-1]))).sums

            self.tuning[pair.a, pair.b] = tuned(self.cells.matrix(unit), ids.tolist(), parts, n_boot=n_boot, seed=seed)

    def rates(self, pair: Pair, of: Shared) -> Floats:
        """Corrected rates of both sides, shape (2, frames, draws)."""
        if self.coded.method == "ppi":
            total = np.maximum(power_tuned(of.sums, self.tuning[pair.a, pair.b]), 0.0)
        elif self.coded.method == "difference":
            total = difference(of.sums)
        else:
            total = np.maximum(rogan_gladen(of.sums, of.whole), 0.0)
        return np.asarray(total / of.weight)

    def log_ratio(self, pair: Pair, block: Floats) -> Floats:
        """Logarithm of the ratio of the sides, half a hit added to both as in `pooled`; shape (frames, draws)."""
        of = shared(*pair.sides(block))
        rates = self.rates(pair, of)
        a, b = _smooth(rates, of.sizes)
        with np.errstate(invalid="ignore"):  # neither side has a word, or a hit
            return np.asarray(a - b)

    def rows(self, pair: Pair, error: Floats, free: Floats, level: float) -> dict[str, Floats]:
        """Every number of the rows of a pair, one a frame, but those that its hits alone give.

        p is that of the interval: below 1 - level where it excludes 1.
        """
        of = shared(*pair.sides(self.cells.sums[..., None]))
        rates, counts = self.rates(pair, of)[..., 0], self.rates(pair, of)[..., 0] * of.sizes[..., 0]
        codes = self._codes(pair, level)
        free = np.minimum(free, codes.articles.min((0, 2)) - 1)
        ratio = self.log_ratio(pair, self.cells.sums[..., None])[:, 0]
        ratio = np.where(counts.sum(0) > 0, ratio, np.nan)
        error = np.fmax(error, np.sqrt(intervals.side_variance(np.nan_to_num(counts)).sum(0)))
        quantile = intervals.quantile_t(free, level)
        sizes = np.moveaxis(of.sums[[VALUE, REST], ..., 0], 0, -1) * (of.sizes[..., 0] / of.weight[..., 0])[..., None]
        down, up = codes.beyond(sizes, counts)
        below, above = np.hypot(quantile * error, np.hypot(down[0], up[1])), np.hypot(quantile * error, np.hypot(up[0], down[1]))
        with np.errstate(over="ignore"):
            ends = {"ratio": np.exp(ratio), "low": np.exp(ratio - below), "high": np.exp(ratio + above)}
        p = _p(np.abs(ratio) * quantile / np.where(ratio > 0, below, above), free)
        return {
            "rate_a": rates[0],
            "rate_b": rates[1],
            **ends,
            "p": p,
            "quantile": quantile,
            "error": error,
            "coded": codes.coded.sum((0, 2)),
            "yes": codes.yes.min((0, 2)),
        }

    def _codes(self, pair: Pair, level: float) -> Codes:
        """Summarise the codes of both sides in the strata they share; shape (2, frames, 2)."""
        names = self.cells.names
        group = pl.col(self.between).cast(pl.String)
        other = group.is_not_null() if pair.b is None else group == names[pair.b]
        side = pl.when(group == names[pair.a]).then(pl.lit("a")).when(other).then(pl.lit("b"))
        ids = pl.Series([self.cells.ids[row] for row in pair.rows], dtype=pl.String).unique()
        items = with_columns(self.coded.items, self.coded.scores, [self.between]).filter(pl.col("article_id").is_in(ids.implode()))
        items = items.with_columns(side=side)
        return codes_of(items, pl.DataFrame({"side": ["a", "b"]}), list(self.coded.scores.frames), level)


def warn_of_uncoded(table: pl.DataFrame) -> None:
    """Tell of rows whose ratio, or whose interval, is unknown for want of codes."""
    unknown, counted = pl.col("ratio").is_nan(), pl.col("counted").is_not_nan()
    for what, lacks in (("ratio", unknown & counted), ("interval", ~unknown & pl.col("low").is_nan())):
        said = f"have no {what}: of the hits of a side, or of its passages without, too few were coded; code more"
        notices.of_rows(table.filter(lacks), table, ["frame", "a", "b"], said)


def hits_of(cells: Cells) -> Floats:
    """Values of the hits alone, shape (cells, frames)."""
    return cells.values[:, VALUE :: len(SUMS)]


def _smooth(rates: Floats, sizes: Floats) -> Floats:
    """Logarithm of each side's rate, half a hit at the rate of both together added to it."""
    with np.errstate(divide="ignore", invalid="ignore"):
        counts = rates * sizes
        half = intervals.HALF * sizes.sum(0) / counts.sum(0)
        return np.asarray(np.log((counts + intervals.HALF) / (sizes + half)))


def _p(statistic: Floats, free: Floats) -> Floats:
    """Two-sided p of a Student statistic; nan where it or its degrees of freedom are unknown."""
    return np.where(free >= 1, intervals.student_p(statistic, np.clip(free, 1, 1e9)), np.nan)
