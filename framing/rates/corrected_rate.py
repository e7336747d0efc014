"""Rates as coders would count them, from the part they read."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import notices, tables
from framing.rates import cautions
from framing.rates.corrected import REST, VALUE, difference, power_tuned, rogan_gladen, split, tuned
from framing.rates.corrected_codes import Coded, Codes
from framing.rates.counts import SUPPORT, Floats, count, group_rows, summed
from framing.rates.units import units_of
from framing.resample import intervals
from framing.resample.draws import spread

Places = NDArray[np.int64]


def corrected_rates(coded: Coded, columns: list[str], within: str | None, *, level: float, n_boot: int, seed: int) -> pl.DataFrame:
    """A `rates` table of corrected counts; see `rates`."""
    groups = _Groups(coded, columns, within)
    matrix, ids = groups.units.matrix(), groups.units.ids
    if coded.method == "ppi":
        groups.tuning = tuned(matrix, ids, groups.sums, n_boot=n_boot, seed=seed)

    def log_rate(sums: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(np.log(groups.total(sums) + intervals.HALF) - np.log(groups.exposure(sums)))

    error = spread(matrix, ids, log_rate, n_boot=n_boot, seed=seed)
    return groups.table(np.asarray(matrix.sum(1)).reshape(-1, 1), error, level)


class _Groups:
    """Sums of hits and codes for every row of the table.

    They are counted in `cells`, the groups or finer: for Rogan-Gladen, what is of one group and shares its errors.
    """

    def __init__(self, coded: Coded, columns: list[str], within: str | None) -> None:
        told_by = coded.error_columns(columns)
        self.coded, self.columns = coded, columns
        self.counted = count(coded.scores, columns, coded.scores.frames, pl.col("frame"))
        self.cells = count(coded.sums, list(dict.fromkeys([*columns, *told_by])), coded.sums.frames, pl.col("frame"))
        self.units = units_of(self.cells, coded.scores, within)
        self.errors = self.cells.groups.select(told_by).unique(maintain_order=True)
        self.group, self.error = (_places(self.cells.groups, groups) for groups in (self.counted.groups, self.errors))
        self.tuning: Floats | None = None

    def _block(self, sums: Floats) -> Floats:
        return sums.reshape(self.cells.groups.height, len(self.coded.sums.frames) + 1, sums.shape[-1])

    def exposure(self, sums: Floats) -> Floats:
        """Exposure of each group, shape (groups, 1, draws)."""
        return summed(self._block(sums)[:, -1:], self.group)

    def sums(self, sums: Floats) -> Floats:
        """`SUMS` of each group, shape (sums, groups, frames, draws)."""
        return summed(split(self._block(sums)[:, :-1]), self.group, axis=1)

    def total(self, sums: Floats) -> Floats:
        """Corrected counts, shape (groups, frames, draws)."""
        if self.tuning is not None:
            return np.maximum(power_tuned(self.sums(sums), self.tuning), 0.0)
        if self.coded.method == "difference":
            return difference(self.sums(sums))
        cells = split(self._block(sums)[:, :-1])
        return np.maximum(summed(rogan_gladen(cells, summed(cells, self.error, axis=1)[:, self.error]), self.group), 0.0)

    def table(self, whole: Floats, error: Floats, level: float) -> pl.DataFrame:
        """Put the numbers of every group and frame into rows; `whole` are the sums without any draw."""
        scores, value, exposure = self.coded.scores, self.total(whole)[..., 0], self.exposure(whole)[..., 0]
        plain = units_of(self.counted, scores, None)
        counted, _ = plain.totals()
        told = cautions.of_codes(
            [each for rows in plain.slices for each in cautions.of_rates(plain.values[rows], plain.exposure[rows])],
            self._reading(whole, level)[1].yes.min(-1).ravel(),
        )
        low, high = self._interval(whole, error, level)
        ends = {"rate": value, "low": low, "high": high, "counted": counted}
        rows = group_rows(self.counted, pl.DataFrame({"frame": list(scores.frames)}, schema={"frame": pl.String}))
        exposure = np.broadcast_to(np.where(exposure > 0, exposure, np.nan), value.shape)
        table = rows.with_columns(
            pl.Series("value", value.ravel()),
            pl.Series("exposure", np.nan_to_num(exposure).ravel()),
            pl.lit(float(scores.per)).alias("per"),
            *(pl.Series(name, (scores.per * end / exposure).ravel()) for name, end in ends.items()),
            pl.Series("coded", self.coded.codes(self.counted.groups, level).coded.sum(-1).ravel(), dtype=pl.Int64),
            pl.Series("caution", told, dtype=pl.String),
            validation=pl.lit(self.coded.status),
            scorer=pl.lit(scores.scorer),
        )
        _warn(table, self.columns)
        table = cautions.completed(table)
        return table.select(*self.columns, *tables.schema("rates"), *SUPPORT, "caution", "counted", "coded", "validation", "scorer")

    def _interval(self, whole: Floats, error: Floats, level: float) -> tuple[Floats, Floats]:
        """Lower and upper ends of the count, shape (groups, frames)."""
        value, n = self.total(whole)[..., 0], self._articles()[:, None]
        sizes, codes = self._reading(whole, level)
        free = np.minimum(n, codes.articles.min(-1)) - 1
        half = intervals.quantile_t(free, level) * np.fmax(error, intervals.least_error(value))
        down, up = codes.beyond(sizes, value)
        low, high = self._ends(value, np.hypot(half, down), np.hypot(half, up))
        least, most = intervals.count_limits(np.nan_to_num(value), level)
        low, high = np.minimum(low, least), np.maximum(high, most)
        high = np.minimum(high, np.fmax(value, self.exposure(whole)[..., 0]))  # no more than all words can be hits
        known = (free >= 1) & np.isfinite(value)
        return np.where(known, low, np.nan), np.where(known, high, np.nan)

    @staticmethod
    def _ends(value: Floats, down: Floats, up: Floats) -> tuple[Floats, Floats]:
        """Ends on the scale of the logarithm, half a hit added before and taken off after."""
        with np.errstate(over="ignore"):
            middle = value + intervals.HALF
            return np.clip(middle * np.exp(-down) - intervals.HALF, 0.0, value), middle * np.exp(up) - intervals.HALF

    def _articles(self) -> Floats:
        some = self.units.exposure > 0
        places = [set(self.units.unit[rows][some[rows]].tolist()) for rows in self.units.slices]
        return np.array(
            [len(set().union(*(places[cell] for cell in np.flatnonzero(self.group == g)))) for g in range(self.counted.groups.height)],
            dtype=float,
        )

    def _reading(self, whole: Floats, level: float) -> tuple[Floats, Codes]:
        """Items of each group and what their codes tell, as shares of those items; shapes (groups, frames, 2).

        A group of several cells has the mean of their shares, weighed by the items they stand for.
        """
        codes = self.coded.codes(self.errors, level)
        cells = np.moveaxis(split(self._block(whole)[:, :-1])[[VALUE, REST], ..., 0], 0, -1)
        sizes = summed(cells, self.group)
        with np.errstate(invalid="ignore", divide="ignore"):
            down, up, plain = (np.nan_to_num(summed(cells * end[self.error], self.group) / sizes) for end in codes[2:5])
        articles, yes = np.full(sizes.shape, np.inf), np.full(sizes.shape, np.inf)
        for least, known in ((articles, codes.articles), (yes, codes.yes)):
            np.minimum.at(least, self.group, np.where(cells > 0, known[self.error], np.inf))
        return sizes, Codes(summed(codes.coded[self.error], self.group), articles, down, up, plain, yes)


def _places(rows: pl.DataFrame, among: pl.DataFrame) -> Places:
    """Number of the row of `among` that each row has in their common columns."""
    numbered = among.with_row_index("place")
    return rows.join(numbered, on=among.columns, how="left", nulls_equal=True, maintain_order="left")["place"].to_numpy().astype(np.int64)


def _warn(table: pl.DataFrame, by: list[str]) -> None:
    blind = table.filter(pl.col("rate").is_nan() & (pl.col("exposure") > 0))
    said = "have hits, or passages without, of which none was coded: their corrected rate is unknown"
    notices.of_rows(blind, table, [*by, "frame"], said)
    few = table.filter(pl.col("rate").is_not_nan() & pl.col("low").is_nan() & (pl.col("articles") > 1))
    said = "have no interval: fewer than two articles were coded of their hits, or of their passages without; code more"
    notices.of_rows(few, table, [*by, "frame"], said)
