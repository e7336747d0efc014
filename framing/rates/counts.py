"""What each article adds to each group: the small table from which every comparison is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments
from framing.scores import Scores

Floats = NDArray[np.float64]

PERIODS = {"week": "1w", "month": "1mo", "year": "1y"}
PER_ARTICLE = ("article_id", "outlet", "event", "published", "language", *PERIODS)
COLUMNS = (*PER_ARTICLE, "part", "voice", "speaker")
SUPPORT = ("hit_articles", "largest_share")


@dataclass(frozen=True)
class Counts:
    """Counts of one group in one article, a cell; cells are sorted by group, then by article.

    Parameters
    ----------
    groups
        The group columns, one row a group.
    group
        Row of `groups` for each cell, ascending.
    ids, event
        Article and event of each cell; an event may be None.
    exposure
        What could have been hit, shape (cells,).
    values
        Weighted hits of each item (a frame, or a name), shape (cells, items).
    """

    groups: pl.DataFrame
    group: NDArray[np.int64]
    ids: list[str]
    event: list[str | None]
    exposure: Floats
    values: Floats

    def slices(self) -> list[slice]:
        """Where the cells of each group stand."""
        cuts = np.searchsorted(self.group, np.arange(self.groups.height + 1))
        return [slice(int(start), int(stop)) for start, stop in pairwise(cuts)]

    def articles(self, rows: slice) -> int:
        """Articles with any exposure among some cells."""
        return int((self.exposure[rows] > 0).sum())

    def events(self, rows: slice) -> int:
        """Events those articles report."""
        pairs = zip(self.event[rows], self.exposure[rows], strict=True)
        return len({event for event, exposure in pairs if exposure > 0 and event is not None})


def count(scores: Scores, by: Sequence[str], items: Sequence[str], item: pl.Expr) -> Counts:
    """Count hits and exposure in every article of every group.

    Parameters
    ----------
    scores
        From `score`.
    by
        Group columns, from `COLUMNS`; `week`, `month` and `year` are the first day of the period of `published`.
    items
        What is counted, such as the frames; an item never found has a column of zeros.
    item
        Expression on the hits table that names the item of a hit.

    Raises
    ------
    ValueError
        If hits stand where there is no exposure, which no scorer may do.
    """
    keys = list(dict.fromkeys([*by, "article_id"]))
    exposure = (
        with_columns(scores.exposure, scores, by).group_by(keys).agg(pl.col("exposure").sum(), pl.col("event").first().alias("_event"))
    )
    exposure = exposure.sort(keys, nulls_last=True)
    groups = exposure.select(by).unique(maintain_order=True)
    numbered = exposure.join(groups.with_row_index("group"), on=list(by), how="left", nulls_equal=True, maintain_order="left")
    return Counts(
        groups=groups,
        group=numbered["group"].to_numpy().astype(np.int64),
        ids=exposure["article_id"].to_list(),
        event=exposure["_event"].to_list(),
        exposure=exposure["exposure"].to_numpy().astype(float),
        values=_values(with_columns(scores.hits, scores, by).with_columns(item.alias("item")), exposure, keys, items),
    )


def _values(hits: pl.DataFrame, exposure: pl.DataFrame, keys: list[str], items: Sequence[str]) -> Floats:
    number = pl.DataFrame({"item": list(items), "number": range(len(items))}, schema={"item": pl.String, "number": pl.Int64})
    found = hits.join(number, on="item").group_by([*keys, "number"]).agg(pl.col("weight").sum())
    found = found.join(exposure.select(keys).with_row_index("cell"), on=keys, how="left", nulls_equal=True)
    lost = found["cell"].null_count()
    if lost:
        raise ValueError(f"{lost} counts of hits have no exposure; a scorer must give exposure for every {keys} in which it hits")
    values = np.zeros((exposure.height, len(items)))
    values[found["cell"].to_numpy(), found["number"].to_numpy()] = found["weight"].to_numpy()
    return values


def summed(parts: Floats, place: NDArray[np.int64], axis: int = 0) -> Floats:
    """Sum the parts of each place along an axis; `place` numbers them from 0."""
    n = int(place.max(initial=-1)) + 1
    if n == len(place) and (place == np.arange(n)).all():
        return parts
    moved = np.moveaxis(parts, axis, 0)
    total = np.zeros((n, *moved.shape[1:]))
    np.add.at(total, place, moved)
    return np.moveaxis(total, 0, axis)


def totals(counts: Any, slices: Sequence[slice]) -> tuple[Floats, Floats]:
    """Sum rows with `values` and `exposure` by group: shapes (groups, items) and (groups, 1); `slices` says where each group stands."""
    values = [counts.values[rows].sum(0) for rows in slices]
    exposure = [counts.exposure[rows].sum() for rows in slices]
    return np.array(values).reshape(len(slices), counts.values.shape[1]), np.array(exposure, dtype=float)[:, None]


def by_unit(counts: Any, first: NDArray[np.int64], unit: NDArray[np.int64], shape: tuple[int, int]) -> Any:
    """What each unit adds to each sum, sparse, shape (sums, units), as `framing.resample` draws it.

    Parameters
    ----------
    counts
        Rows with `values` and `exposure`.
    first, unit
        By row, where its sums begin (one for each of its values, then one for its exposure), and its unit.
    """
    from scipy.sparse import csr_matrix

    row, item = counts.values.nonzero()
    sums = np.concatenate([first[row] + item, first + counts.values.shape[1]])
    data, units = np.concatenate([counts.values[row, item], counts.exposure]), np.concatenate([unit[row], unit])
    return csr_matrix((data, (sums.astype(int), units.astype(int))), shape=shape)


def with_columns(frame: pl.DataFrame, scores: Scores, by: Sequence[str]) -> pl.DataFrame:
    """Add the group columns that only articles have, such as `week`, to a table of hits or exposure.

    Raises
    ------
    ValueError
        For a period where no article has a date.
    """
    wanted = [name for name in by if name not in frame.columns]
    if not wanted:
        return frame
    day, articles = pl.col("published"), scores.corpus.articles
    undated = articles.height > 0 and articles["published"].null_count() == articles.height
    if undated and not PERIODS.keys().isdisjoint(wanted):
        found = scores.corpus.notes.get("unreadable_date_values", [])
        why = f"dates such as {found[0]!r} were not read; 2022-02-24 is" if found else "the column `published` is missing or empty"
        raise ValueError(f"No article has a date, so none belongs to a {'/'.join(wanted)}: {why}")
    articles = articles.with_columns(day.dt.truncate(every).alias(name) for name, every in PERIODS.items())
    return frame.join(articles.select("article_id", *wanted), on="article_id", how="left", maintain_order="left")


def strata_of(scores: Scores, ids: Sequence[str], within: str, between: str | None = None) -> list[str | None]:
    """Value of `within` of each article, such as its event; None where it has none.

    Raises
    ------
    ValueError
        If `within` is no column of articles, or what makes the groups: they would stand alone in it.
    """
    arguments.known(within, [name for name in PER_ARTICLE if name != between], "column")
    articles = with_columns(scores.corpus.articles, scores, [within])
    value = dict(zip(articles["article_id"], articles[within].cast(pl.String), strict=True))
    return [value.get(article) for article in ids]


def group_rows(counts: Counts, items: pl.DataFrame) -> pl.DataFrame:
    """One row a group and an item, in that order: the group columns, the item's, and what supports the row.

    Parameters
    ----------
    counts
        From `count`.
    items
        Columns that name the items, one row an item.

    Returns
    -------
    table
        Group and item columns, `articles`, `events`, `hit_articles` (articles with a hit) and `largest_share` (share
        of the hits that stand in one article; nan without hits).
    """
    table = counts.groups.join(items, how="cross", maintain_order="left_right")
    support = [_support(counts, rows) for rows in counts.slices()]
    n = items.height
    return table.with_columns(
        pl.Series("articles", np.repeat([counts.articles(rows) for rows in counts.slices()], n), dtype=pl.Int64),
        pl.Series("events", np.repeat([counts.events(rows) for rows in counts.slices()], n), dtype=pl.Int64),
        pl.Series("hit_articles", [k for articles, _ in support for k in articles], dtype=pl.Int64),
        pl.Series("largest_share", [k for _, shares in support for k in shares], dtype=pl.Float64),
    )


def _support(counts: Counts, rows: slice) -> tuple[list[int], list[float]]:
    values = counts.values[rows]
    total = values.sum(0)
    largest = np.where(total > 0, values.max(0, initial=0) / np.where(total > 0, total, 1), np.nan)
    return (values > 0).sum(0).tolist(), largest.tolist()
