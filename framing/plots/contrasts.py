"""Ratios of rates between pairs of groups as points with their intervals."""

from typing import Any

import polars as pl
from matplotlib.axes import Axes

from framing.plots import given, panels, points, scales, style

PAGE = 9.0
"""Height in inches that the panels of a figure may take before fewer pairs are shown."""

FEWEST = 8
"""Pairs shown however many frames there are."""

LABELS = 2.1
"""Width in inches that the names of a pair may take."""

ALONE = "D"
"""Shape of a ratio of which one side has no hit."""


def plot_contrasts(
    table: Any,
    *,
    ax: Axes | None = None,
    level: float | None = None,
    fdr: float = 0.05,
    within: str | None = "event",
    width: float = style.TWO_COLUMNS,
) -> Axes:
    """Ratios of rates between pairs of groups, one panel a frame, on an axis of doublings with a line at 1.

    A filled point has `q` below `fdr`: among the filled points of the table, at most that share is expected to be
    chance. A diamond has a side without a hit: what stands there rests on the half hit that `contrasts` adds to each
    side. A ratio of 0 or without bound, in a table of another make, stands at the edge as an arrow. Of very many pairs
    those with the smallest p are shown, and the note says so.

    Parameters
    ----------
    table
        A finished `contrasts` table, Polars or pandas.
    fdr
        The false discovery rate that fills a point, 0 to 1.
    within
        What the pairs were compared within, for the note: as handed to `contrasts`; None: over all articles at once.
    ax, level, width
        As in `plot_rates`.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`, or the first panel; all panels are in ``.figure.axes``.

    Raises
    ------
    ValueError
        If a column is missing.
    """
    frame = given.read(table, "contrasts")
    frame, pairs, few = _clearest(frame, _room(frame, width))
    silent = _silent(frame)
    drawn = _marked(frame.filter(~pl.col("frame").is_in(silent)), fdr)
    finite = _defined(drawn["ratio"])
    plan = panels.Plan(
        points.panels_of(drawn, pairs, "frame", "ratio", hue=False),
        tuple(pairs),
        scales.ratios("Ratio of rates, first over second, half a hit added to each (logarithmic scale)", finite),
        note=points.note([*_read(drawn, level, fdr, within), few, f"Used by nobody: {given.listed(silent)}." if silent else ""]),
        nothing="nothing found: no term of any frame on either side" if frame.height else "nothing to draw",
        width=width,
        label_width=LABELS,
    )
    return panels.draw(plan, ax)


def _room(table: pl.DataFrame, width: float) -> int:
    """How many pairs fit on a page, with one panel a frame that has a ratio and as many panels side by side as stay wide enough."""
    frames = table["frame"].n_unique() - len(_silent(table))
    lines = -(-max(frames, 1) // max(1, int((width - LABELS) // 1.25)))
    return max(FEWEST, min(given.MOST, int((PAGE / lines - panels.TITLE - panels.TICKS - panels.GAP) / panels.ROW)))


def _clearest(table: pl.DataFrame, most: int) -> tuple[pl.DataFrame, list[str], str]:
    """Keep as many pairs as a sheet can show, those with the smallest p in any frame, in their order; and say so."""
    pairs = table.group_by("a", "b", maintain_order=True).agg(least=pl.col("p").fill_nan(None).min())
    few = ""
    if pairs.height > most:
        told = f"Shown: {most} of {given.count(pairs.height)} pairs, those with the smallest p in any frame"
        few = f"{told}, so they differ more than most; the table has all."
        kept = pairs.with_row_index("place").sort("least", "place", nulls_last=True).head(most)
        pairs = kept.sort("place").select("a", "b", "least")
    frame = table.join(pairs.select("a", "b"), on=["a", "b"], how="semi", maintain_order="left", nulls_equal=True)
    frame = frame.with_columns(group=pl.format("{} / {}", "a", "b"))
    return frame, given.order(frame["group"]), few


def _silent(frame: pl.DataFrame) -> list[str]:
    """Name the frames in which no pair has a ratio."""
    found = frame.group_by("frame", maintain_order=True).agg(some=pl.col("ratio").is_not_nan().any())
    return found.filter(~pl.col("some").fill_null(False))["frame"].to_list()


def _marked(frame: pl.DataFrame, fdr: float) -> pl.DataFrame:
    one = (pl.col("rate_a") == 0) ^ (pl.col("rate_b") == 0)
    return frame.with_columns(
        hollow=~(pl.col("q").fill_nan(None) < fdr).fill_null(False),
        shape=pl.when(one.fill_null(False)).then(pl.lit(ALONE)).otherwise(pl.lit("o")),
    )


def _read(drawn: pl.DataFrame, level: float | None, fdr: float, within: str | None) -> list[str]:
    where = f"within each {within} both report" if within else "over all articles at once"
    return [
        f"Point: rate of the first over rate of the second, {where}, half a hit added to each side; filled: q < {fdr:g}, hollow: not.",
        "Diamond: one side has no hit, so the ratio rests on the half hit added." if (drawn["shape"] == ALONE).any() else "",
        f"Line: its {points.interval(level)}, as wide as draws of whole articles vary; arrow: the line goes on beyond the axis.",
        "Dash: neither used it, or nothing in common to compare within." if len(_defined(drawn["ratio"])) < drawn.height else "",
    ]


def _defined(values: pl.Series) -> list[float]:
    return values.fill_nan(None).drop_nulls().to_list()
