"""Units of chance: what is drawn as a whole, an article or an event, and what it adds to each group."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from framing import notices
from framing.rates.counts import Counts, Floats, by_unit, strata_of, summed, totals
from framing.scores import Scores

FEWEST_EVENTS = 10
FEWEST_THIN, THIN = 4, 4  # events drawn whole when two sides together have no more than four articles on each, on average


@dataclass(frozen=True)
class Units:
    """Counts of one group in one unit, sorted by group, then by unit.

    Parameters
    ----------
    slices
        Where the units of each group stand.
    ids
        All units, each once; `unit` is the place of each row's unit in it.
    exposure, values
        As in `Counts`, shapes (rows,) and (rows, items).
    """

    slices: list[slice]
    ids: list[str]
    unit: Any
    exposure: Floats
    values: Floats

    def totals(self) -> tuple[Floats, Floats]:
        """Hits, shape (groups, items), and exposure, shape (groups, 1), of each group."""
        return totals(self, self.slices)

    def sizes(self) -> Floats:
        """Units with any exposure in each group."""
        return np.array([(self.exposure[rows] > 0).sum() for rows in self.slices], dtype=float)

    def matrix(self) -> Any:
        """What each unit adds to each sum: for each group its items, then its exposure; sparse, (sums, units)."""
        width = self.values.shape[1] + 1
        group = np.repeat(np.arange(len(self.slices)), [rows.stop - rows.start for rows in self.slices])
        return by_unit(self, group * width, self.unit, (len(self.slices) * width, len(self.ids)))


def draws_events(events: int, articles: int) -> bool:
    """Whether events that two sides share are drawn whole: when there are ten, or where one has too few articles to draw among them."""
    return events >= FEWEST_EVENTS or (events >= FEWEST_THIN and articles <= THIN * events)


def beyond_swaps(events: int, articles: int) -> bool:
    """Whether swaps of articles inside events miss a part of what drawing whole events shows: how far the two sides' ratio varies by event.

    With one or two articles a side on each event, a swap of articles is about one of the whole event.
    """
    return draws_events(events, articles) and articles > THIN * events


def units_of(counts: Counts, scores: Scores, within: str | None) -> Units:
    """Join the cells of each group that are drawn together; see `cluster`."""
    names = cluster(counts, scores, within)
    ids, place = np.unique(np.array(names, dtype=object), return_inverse=True) if names else (np.array([]), np.zeros(0, dtype=int))
    rows, cell = np.unique(counts.group * max(len(ids), 1) + place, return_inverse=True)
    group, unit = np.divmod(rows, max(len(ids), 1))
    cuts = np.searchsorted(group, np.arange(counts.groups.height + 1)).tolist()
    return Units([slice(*ends) for ends in pairwise(cuts)], ids.tolist(), unit, summed(counts.exposure, cell), summed(counts.values, cell))


def cluster(counts: Counts, scores: Scores, within: str | None) -> list[str]:
    """What each cell is drawn with: its article, or its value of `within` when there are at least ten of those.

    Fewer events than ten say too little about how events differ; then articles are drawn, and a warning says so.
    An article without a value stands alone.
    """
    if within is None:
        return counts.ids
    values = strata_of(scores, counts.ids, within)
    present = set(values) - {None}
    if len(present) < FEWEST_EVENTS:
        said = f"{len(present)} different values of {within!r} are too few to draw as wholes (fewer than {FEWEST_EVENTS})"
        notices.warn(f"{said}: articles are drawn instead")
        return counts.ids
    alone = {article: f"{article}\x1f" if article in present else article for article in counts.ids}  # articles and events may be numbered
    return [alone[article] if value is None else value for article, value in zip(counts.ids, values, strict=True)]
