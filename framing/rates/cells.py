"""What takes part in a contrast: the hits of each article by its group and its stratum, such as outlet and event."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments, notices
from framing.rates.counts import COLUMNS, Floats, by_unit, count, strata_of, summed
from framing.scores import Scores


@dataclass(frozen=True)
class Cells:
    """Cells that take part in contrasts: each has a group and a stratum, both numbered from 0.

    Where groups were joined (`beside`), `whole` are all cells as they were.
    """

    names: list[str]
    group: NDArray[np.int64]
    stratum: NDArray[np.int64]
    strata: list[str]
    ids: list[str]
    event: list[str | None]
    exposure: Floats
    values: Floats
    whole: "Cells | None" = None

    @cached_property
    def sums(self) -> Floats:
        """Hits of each frame and, last, exposure, of groups as they were; shape (groups, strata, frames + 1)."""
        if self.whole is not None:
            return self.whole.sums
        total = np.zeros((len(self.names), len(self.strata), self.values.shape[1] + 1))
        np.add.at(total, (self.group, self.stratum), np.column_stack([self.values, self.exposure]))
        return total

    def matrix(self, units: NDArray[np.int64]) -> Any:
        """What each unit adds to each of those sums, sparse; `units` numbers the unit of each cell."""
        width = self.values.shape[1] + 1
        shape = (len(self.names) * len(self.strata) * width, int(units.max(initial=-1)) + 1)
        return by_unit(self, (self.group * len(self.strata) + self.stratum) * width, units, shape)

    def beside(self, a: int) -> "Cells":
        """What stands on the strata of group `a`, all other groups as one: an article that is in several, as between voices, is one row.

        Its hits come from one article, and as rows of their own would pass for several articles that agree.
        """
        if len(set(self.ids)) == len(self.ids):
            return self
        ours = np.flatnonzero(np.isin(self.stratum, self.stratum[self.group == a]))
        article = np.unique(np.array([self.ids[row] for row in ours], dtype=str), return_inverse=True)[1]
        group = np.where(self.group[ours] == a, a, int(a == 0))
        _, first, place = np.unique(article * len(self.names) + group, return_index=True, return_inverse=True)
        exposure, values = (summed(column[ours], place) for column in (self.exposure, self.values))
        rows = ours[first]
        ids, event = ([column[row] for row in rows] for column in (self.ids, self.event))
        return Cells(self.names, group[first], self.stratum[rows], self.strata, ids, event, exposure, values, whole=self)


def cells_of(scores: Scores, between: str, within: str | None) -> Cells:
    """Count the hits of every article that has a group and a stratum, and warn of those that have none or stand alone in theirs.

    Parameters
    ----------
    scores, between, within
        See `contrasts`; without `within` all articles are one stratum.
    """
    arguments.known(between, COLUMNS, "column")
    counts = count(scores, [between], scores.frames, pl.col("frame"))
    names = counts.groups[between].cast(pl.String).to_list()
    strata = ["all"] * len(counts.ids) if within is None else strata_of(scores, counts.ids, within, between)
    keep = [row for row, group in enumerate(counts.group) if names[group] is not None and strata[row] is not None]
    lost = len({article for article, stratum in zip(counts.ids, strata, strict=True) if stratum is None})
    notices.left_out(lost, f"no {within!r}", "the contrasts")
    labels, stratum = np.unique(np.array([strata[row] for row in keep], dtype=str), return_inverse=True)
    cells = Cells(
        names=names,
        group=counts.group[keep],
        stratum=stratum.astype(np.int64),
        strata=labels.tolist(),
        ids=[counts.ids[row] for row in keep],
        event=[counts.event[row] for row in keep],
        exposure=counts.exposure[keep],
        values=counts.values[keep],
    )
    if within is not None:
        _warn_of_alone(cells, between, within)
    return cells


def _warn_of_alone(cells: Cells, between: str, within: str) -> None:
    """Tell how many articles are on an event that one group alone reports: there is nothing to set them beside."""
    said = np.unique(np.column_stack([cells.stratum, cells.group])[cells.exposure > 0], axis=0)
    alone = np.bincount(said[:, 0], minlength=len(cells.strata)) == 1
    lost = len({article for article, stratum in zip(cells.ids, cells.stratum, strict=True) if alone[stratum]})
    if len(set(said[:, 1].tolist())) > 1:
        notices.left_out(lost, f"an {within!r} that one {between!r} alone has", "the contrasts")
