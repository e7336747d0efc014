"""Observed and expected disagreement of coders, for the sample and for draws of its units."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.resample.draws import spread
from framing.resample.intervals import HALF, quantile_t

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Disagreement:
    """Who disagrees with whom, in a form in which a draw of units is one matrix product.

    Parameters
    ----------
    codings
        A table of `unit`, `coder` and `value`; every unit has at least two codings.
    scale
        ``nominal``, ``ordinal`` or ``interval``.
    """

    codings: pl.DataFrame
    scale: str

    @cached_property
    def units(self) -> list[str]:
        """The units, each once."""
        return self.codings["unit"].unique().sort().to_list()

    @cached_property
    def values(self) -> pl.Series:
        """The values that occur, in order."""
        return self.codings["value"].unique().sort()

    @cached_property
    def _places(self) -> pl.DataFrame:
        unit = pl.col("unit").replace_strict(self.units, range(len(self.units)), return_dtype=pl.Int64)
        value = (pl.col("value").rank("dense") - 1).cast(pl.Int64)
        return self.codings.select("coder", unit=unit, value=value, others=pl.len().over("unit") - 1.0)

    @cached_property
    def _pairs(self) -> pl.DataFrame:
        """Pairs of codings of one unit by two coders, in both orders; each counts one over the unit's other codings."""
        both = self._places.join(self._places, on="unit", suffix="_b").filter(pl.col("coder") != pl.col("coder_b"))
        counted = both.group_by("unit", "value", "value_b").agg((1 / pl.col("others")).sum().alias("count"))
        kinds = counted.select("value", "value_b").unique().sort("value", "value_b").with_row_index("kind")
        return counted.join(kinds, on=["value", "value_b"]).sort("kind", "unit")

    @cached_property
    def _kinds(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        kinds = self._pairs.unique("kind").sort("kind")
        return kinds["value"].to_numpy(), kinds["value_b"].to_numpy()

    @cached_property
    def _matrix(self) -> Any:
        """Counts of each kind of pair, then of each value; shape (kinds + values, units)."""
        from scipy.sparse import csr_array

        n_kinds, shape = len(self._kinds[0]), (len(self._kinds[0]) + len(self.values), len(self.units))
        rows = np.concatenate([self._pairs["kind"].to_numpy(), n_kinds + self._places["value"].to_numpy()])
        columns = np.concatenate([self._pairs["unit"].to_numpy(), self._places["unit"].to_numpy()])
        counts = np.concatenate([self._pairs["count"].to_numpy(), np.ones(self._places.height)])
        return csr_array((counts, (rows, columns)), shape=shape)

    def ratio(self, sums: Floats, *, by_chance: bool, more: float = 0.0) -> Floats:
        """Observed over expected disagreement, 1 - alpha; or, not `by_chance`, over all pairs: 1 - agreement.

        `more` is added to the observed disagreements, each with the mean squared distance of two unequal values.
        """
        first, second = self._kinds
        pairs, counts = sums[: len(first)], sums[len(first) :]
        n = counts.sum(0)
        unequal = n**2 - (counts**2).sum(0)
        observed, expected = self._distances(pairs, counts) if self.scale != "nominal" else (pairs[first != second].sum(0), unequal)
        with np.errstate(invalid="ignore", divide="ignore"):
            observed = observed + more * np.where(unequal > 0, expected / unequal, 1.0)
            return np.asarray((n - 1) * observed / expected if by_chance else observed / n)

    def _distances(self, pairs: Floats, counts: Floats) -> tuple[Floats, Floats]:
        """Squared distances summed over the pairs of coders, and over all pairs of codings."""
        first, second = self._kinds
        at = self._positions(counts)
        observed = (pairs * (at[first] - at[second]) ** 2).sum(0)
        return observed, 2 * (counts.sum(0) * (counts * at**2).sum(0) - (counts * at).sum(0) ** 2)

    def _positions(self, counts: Floats) -> Floats:
        """Where each value lies: at itself, or on an ordinal scale at its mid-rank in the draw (Krippendorff's distance)."""
        if self.scale == "ordinal":
            return np.asarray(counts.cumsum(0) - counts / 2)
        return np.broadcast_to(self.values.to_numpy().astype(float)[:, None], counts.shape)

    def estimate(self, *, by_chance: bool, level: float, n_boot: int, seed: int) -> tuple[float, float, float]:
        """Alpha or, not `by_chance`, agreement, with its interval; nan where undefined."""
        whole = self._matrix.sum(1)[:, None]
        ratio = float(self.ratio(whole, by_chance=by_chance)[0]) if self.units else np.nan
        if not np.isfinite(ratio) or len(self.units) < 2:
            return 1 - ratio, np.nan, np.nan
        if ratio == 0:  # no disagreement seen: draws of the units see none either, yet a few may exist
            most = whole[len(self._kinds[0]) :].sum() * self._hidden(level)
            return 1.0, self._floor(1 - float(self.ratio(whole, by_chance=by_chance, more=most)[0]), by_chance), 1.0
        error = spread(self._matrix, self.units, lambda sums: self._log_ratio(sums, by_chance), n_boot=n_boot, seed=seed)
        reach = float(quantile_t(len(self.units) - 1, level)) * float(error)
        high = 1 - ratio * np.exp(-reach)
        return 1 - ratio, self._floor(1 - ratio * np.exp(reach), by_chance), max(high, self._unseen(whole, level)) if by_chance else high

    def _hidden(self, level: float) -> float:
        """The largest share of units of a kind of which so many units may hold none (exact binomial)."""
        return float(1 - ((1 - level) / 2) ** (1 / len(self.units)))

    def _unseen(self, whole: Floats, level: float) -> float:
        """Alpha if as many units as could hide were agreed on the commonest value on which none was; -1 where coders agreed on two values.

        Where a value is rare, all agreement may be on the other, by luck. No draw of these units then shows any agreement
        beyond chance, though there may be some.
        """
        first, second = self._kinds
        agreed = np.isin(np.arange(len(self.values)), first[first == second])
        if self.scale != "nominal" or agreed.sum() > 1:
            return -1.0
        counts, share = whole[len(first) :, 0], self._hidden(level)
        more = np.zeros(len(whole))
        more[len(first) + int(np.where(agreed, -1, counts).argmax())] = counts.sum()
        return 1 - float(self.ratio((1 - share) * whole + share * more[:, None], by_chance=True)[0])

    def _log_ratio(self, sums: Floats, by_chance: bool) -> Floats:
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(np.log(self.ratio(sums, by_chance=by_chance, more=2 * HALF)))

    @staticmethod
    def _floor(low: float, by_chance: bool) -> float:
        return low if by_chance else max(low, 0.0)
