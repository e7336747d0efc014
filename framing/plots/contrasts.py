"""Ratios of rates between pairs of groups as points with their intervals."""

from dataclasses import replace
from types import NoneType
from typing import Any

import polars as pl
from matplotlib.axes import Axes

from framing import arguments
from framing.plots import given, panels, points, scales, style

PAGE = 10.0
"""Height in inches that a figure may take before fewer pairs are shown."""

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
    """Ratios of rates between pairs of groups, on an axis of doublings with a line at 1.

    Panels are pairs and rows are frames, or the other way round: a single panel of one pair or one frame, else the shorter figure.

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
    given.room(ax, width, level)
    arguments.of_type("within", within, (str, NoneType), "what pairs were compared within, such as 'event', or None")
    arguments.number("fdr", fdr, "a false discovery rate from 0 to 1", 0, 1)
    frame = given.read(table, "contrasts")
    silent = _silent(frame)
    found = _marked(frame.filter(~pl.col("frame").is_in(silent)), fdr)
    pairs = found.group_by("a", "b", maintain_order=True).agg(least=pl.col("p").fill_nan(None).min()).with_row_index("place")
    last = f"Used by nobody: {given.listed(silent)}." if silent else ""
    nothing = "nothing found: no term of any frame on either side" if frame.height else "nothing to draw"
    most = min(given.MOST, pairs.height)
    for kept in range(most, min(most, FEWEST) - 1, -1):
        drawn, few = _clearest(found, pairs, kept)
        plan = _shorter(drawn, points.note([*_read(drawn, level, fdr, within), few, last]), nothing, width)
        if plan.height <= PAGE:
            break
    return panels.draw(plan, ax)


def _clearest(found: pl.DataFrame, pairs: pl.DataFrame, most: int) -> tuple[pl.DataFrame, str]:
    """Keep so many pairs, those with the smallest p in any frame, in their order; and say so."""
    kept = pairs.sort("least", "place", nulls_last=True).head(most).select("a", "b", "place")
    drawn = found.join(kept, on=["a", "b"], maintain_order="left", nulls_equal=True)
    told = f"Shown: {most} of {given.count(pairs.height)} pairs, those with the smallest p in any frame"
    return drawn, f"{told}, so they differ more than most; the table has all." if most < pairs.height else ""


def _shorter(drawn: pl.DataFrame, note: str, nothing: str, width: float) -> panels.Plan:
    """Plan the figure with a panel a frame and with a panel a pair; return that of a single panel, else the shorter."""
    scale = scales.ratios("Ratio of rates, first over second, half a hit added to each (logarithmic scale)", _defined(drawn["ratio"]))
    ways = [
        panels.Plan(shown, rows, scale, note=note, nothing=nothing, width=width, label_width=LABELS)
        for shown, rows in (_by_frame(drawn), _by_pair(drawn))
    ]
    return min(ways, key=lambda plan: (len(plan.panels) > 1, plan.height))


def _by_frame(drawn: pl.DataFrame) -> tuple[tuple[panels.Panel, ...], tuple[str, ...]]:
    """A panel for each frame, with the pairs as rows."""
    paired = drawn.with_columns(group=pl.format("{} / {}", "a", "b"))
    pairs = given.order(paired["group"])
    sides = {pair: (str(a), str(b)) for pair, a, b in paired.select("group", "a", "b").iter_rows()}
    return points.panels_of(paired, pairs, "frame", "ratio", hue=False), _both_told(pairs, sides)


def _both_told(pairs: list[str], sides: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    """Name the pairs; where both names do not fit on two lines, each is cut to a line of its own, so that either can be told."""
    names = [*dict.fromkeys(name for pair in pairs for name in sides[pair])]
    short = dict(zip(names, style.apart(names, LABELS - style.width(" /"), lines=1), strict=True))
    full = {pair: style.wrapped(pair, LABELS, lines=3).count("\n") < 2 for pair in pairs}
    return tuple(pair if full[pair] else " / ".join(short[name] for name in sides[pair]) for pair in pairs)


def _by_pair(drawn: pl.DataFrame) -> tuple[tuple[panels.Panel, ...], tuple[str, ...]]:
    """A panel for each pair, with the frames as rows."""
    frames = given.order(drawn["frame"])
    shown = points.panels_of(drawn.with_columns(group="frame"), frames, "place", "ratio", hue=False)
    sides = drawn.unique("place", keep="first", maintain_order=True).select("a", "b").iter_rows()
    named = (replace(panel, title=f"{a} /", under=str(b)) for panel, (a, b) in zip(shown, sides, strict=True))
    return tuple(named), tuple(frames)


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
