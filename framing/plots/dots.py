"""Rates, contrasts and shares of names as points with their intervals."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import polars as pl
from matplotlib.axes import Axes

from framing import tables
from framing.plots import given, panels, scales, style


def plot_rates(
    table: Any,
    *,
    beside: Any = None,
    ax: Axes | None = None,
    unit: str = "words",
    level: float | None = None,
    width: float = style.TWO_COLUMNS,
) -> Axes:
    """Rates of frames by group, one panel a frame, as points with their intervals.

    Every panel has the same rows in the same order and the same axis from 0; where some frames are many times
    more common than others the axis is spaced by square roots, and says so. A hollow point has no interval (too
    few articles to draw from). Frames that nobody used are named under the figure instead of drawn.

    Parameters
    ----------
    table
        A finished `rates` table (see `framing.tables`), Polars or pandas; its further columns of words are the
        groups. An optional column `link` says where a mark leads when the figure is written as SVG.
    beside
        A second `rates` table of the same groups and frames to compare with, such as that of all voices beside the
        outlet's own: a grey tick and a thin line under each point.
    ax
        Axes to draw on; all frames then stand on it, one under the other. None: a new figure of small multiples.
    unit
        What `exposure` counts, for the axis: ``words``, ``words in the outlet's own voice``.
    level
        Level of the intervals, 0 to 1, for the note; None: not said.
    width
        Width of the new figure in inches.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`, or the first panel; all panels are in ``.figure.axes``.

    Raises
    ------
    ValueError
        If a column is missing.

    Examples
    --------
    >>> rows = [("A", "threat", 3.0, 1000.0, 1000.0, 3.0, 1.0, 5.0, 6, 2), ("B", "threat", 1.0, 900.0, 1000.0, 1.1, 0.0, 2.5, 5, 2)]
    >>> names = ["outlet", "frame", "value", "exposure", "per", "rate", "low", "high", "articles", "events"]
    >>> ax = plot_rates(pl.DataFrame(rows, schema=names, orient="row"))
    >>> ax.get_title(loc="left")
    'threat'
    """
    frame, groups = given.grouped(given.read(table, "rates"), tables.TABLES["rates"])
    other = given.grouped(given.read(table if beside is None else beside, "rates"), tables.TABLES["rates"])[0]
    silent = _unused(pl.concat([frame.select("frame", "value"), other.select("frame", "value")]), "frame", "value")
    frame, other = (part.filter(~pl.col("frame").is_in(silent)) for part in (frame, other))
    drawn = frame if beside is None else pl.concat([frame, other], how="diagonal")
    note = [
        _reading(frame, "rate", level),
        "" if beside is None else "Grey tick and thin line: the same among the words of all voices, as a plain count has it.",
        _resting(frame, unit),
        f"Never found: {given.listed(silent)}." if silent else "",
    ]
    plan = panels.Plan(
        _panels(frame, groups, "frame", "rate", other=None if beside is None else other),
        tuple(groups),
        scales.amounts(_per(frame, unit), drawn["rate"].to_list(), drawn["high"].to_list()),
        sizes=_sizes(frame, groups, pl.col("articles").max()),
        note=_note(note),
        absent="nothing to count in",
        width=width,
    )
    return panels.draw(plan, ax)


def plot_choices(
    table: Any, *, choice: str | None = None, ax: Axes | None = None, level: float | None = None, width: float = style.TWO_COLUMNS
) -> Axes:
    """Shares of the rival names for one thing, by group, one panel a name, as points with their intervals.

    Parameters
    ----------
    table
        A finished `choices` table, Polars or pandas; its further columns of words are the groups.
    choice
        The thing named. It may be left out when the table holds only one.
    ax, level, width
        As in `plot_rates`.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`, or the first panel; all panels are in ``.figure.axes``.

    Raises
    ------
    ValueError
        If a column is missing, the choice is unknown, or the table holds several and none is asked for.
    """
    frame = _one_choice(given.read(table, "choices"), choice)
    frame, groups = given.grouped(frame, tables.TABLES["choices"])
    silent = _unused(frame, "name", "count")
    drawn = frame.filter(~pl.col("name").is_in(silent))
    note = [
        _reading(drawn, "share", level),
        "In brackets: how often the thing was named." if groups else "",
        f"Never used: {given.listed(silent)}." if silent else "",
    ]
    named = f" for {style.clean(frame['choice'][0])}" if frame.height else ""
    plan = panels.Plan(
        _panels(drawn, groups, "name", "share"),
        tuple(groups),
        scales.shares(f"Share of all names{named}"),
        sizes=_sizes(frame, groups, pl.col("count").sum()),
        note=_note(note),
        absent="never named",
        width=width,
    )
    return panels.draw(plan, ax)


def plot_contrasts(
    table: Any, *, ax: Axes | None = None, level: float | None = None, fdr: float = 0.05, width: float = style.TWO_COLUMNS
) -> Axes:
    """Ratios of rates between pairs of groups, one panel a frame, on an axis of doublings with a line at 1.

    A filled point has `q` below `fdr`: among the filled points of the table, at most that share is expected to be
    chance. A ratio of 0 or without bound stands at the edge as an arrow.

    Parameters
    ----------
    table
        A finished `contrasts` table, Polars or pandas.
    fdr
        The false discovery rate that fills a point, 0 to 1.
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
    frame = given.read(table, "contrasts").with_columns(group=pl.format("{} / {}", "a", "b"))
    pairs = given.order(frame["group"])
    silent = [name for name in given.order(frame["frame"]) if not _defined(frame.filter(pl.col("frame") == name)["ratio"])]
    drawn = frame.filter(~pl.col("frame").is_in(silent))
    marked = _panels(drawn.with_columns(hollow=~(pl.col("q") < fdr).fill_null(False)), pairs, "frame", "ratio", hue=False)
    interval = f"{level:.0%} interval".replace("%", " %") if level else "interval"
    note = [
        f"Point: rate of the first over rate of the second, within the events both report; filled: q < {fdr:g}.",
        f"Line: its {interval}, articles drawn anew; arrow: beyond the axis.",
        "Dash: neither used it." if len(_defined(drawn["ratio"])) < drawn.height else "",
        f"Used by nobody: {given.listed(silent)}." if silent else "",
    ]
    scale = scales.ratios(
        "Ratio of rates, first outlet over second (logarithmic scale)",
        _defined(drawn["ratio"]),
    )
    plan = panels.Plan(marked, tuple(pairs), scale, note=_note(note), width=width, label_width=2.1)
    return panels.draw(plan, ax)


def _defined(values: pl.Series) -> list[float]:
    return values.fill_nan(None).drop_nulls().to_list()


def _one_choice(frame: pl.DataFrame, choice: str | None) -> pl.DataFrame:
    present = given.order(frame["choice"])
    if choice is None and len(present) > 1:
        raise ValueError(f"The table holds {len(present)} choices; name one of them: choice={present}")
    if choice is None:
        return frame
    tables.known(choice, present, "choice")
    return frame.filter(pl.col("choice") == choice)


def _unused(frame: pl.DataFrame, column: str, amount: str) -> list[str]:
    """Name the panels that nobody used: they are told, not drawn."""
    totals = frame.group_by(column, maintain_order=True).agg(pl.col(amount).fill_nan(0).sum())
    return totals.filter(pl.col(amount) == 0)[column].to_list()


def _panels(
    frame: pl.DataFrame, groups: list[str], column: str, value: str, *, hue: bool = True, other: pl.DataFrame | None = None
) -> tuple[panels.Panel, ...]:
    marks: dict[str, list[panels.Mark]] = {}
    for row in frame.iter_rows(named=True):
        mark = _mark(row, groups.index(row["group"]), value, hue=hue)
        marks.setdefault(str(row[column]), []).append(mark if other is None else replace(mark, row=mark.row - 0.14))
    for row in () if other is None else other.iter_rows(named=True):
        if row["group"] in groups:
            mark = _mark(row, groups.index(row["group"]), value, hue=False)
            marks.setdefault(str(row[column]), []).append(
                replace(mark, row=mark.row + 0.24, look=(style.GREY, "|"), faint=True, hollow=False)
            )
    return tuple(panels.Panel(title, tuple(found)) for title, found in marks.items())


def _mark(row: dict[str, Any], place: int, value: str, *, hue: bool) -> panels.Mark:
    low, high = given.number(row["low"]), given.number(row["high"])
    look = style.mark(place) if hue else (style.INK, "o")
    hollow = row.get("hollow", math.isnan(low) or math.isnan(high))
    return panels.Mark(place, given.number(row[value]), low, high, look, hollow, row.get(given.LINK))


def _sizes(frame: pl.DataFrame, groups: list[str], size: pl.Expr) -> tuple[str, ...]:
    """Return what each group rests on, in the order of the groups."""
    sizes = dict(frame.group_by("group").agg(size.fill_nan(0).alias("size")).iter_rows())
    return tuple(given.count(sizes[group] or 0) for group in groups)


def _per(frame: pl.DataFrame, unit: str) -> str:
    per = given.number(frame["per"][0]) if frame.height else 1
    return f"Terms per {given.count(per)} {unit}" if per != 1 else f"Terms per {unit.removesuffix('s')}"


def _resting(frame: pl.DataFrame, unit: str) -> str:
    exposed = [given.number(value) for value in frame.group_by("group").agg(pl.col("exposure").max())["exposure"]]
    return f"In brackets: articles; {given.span(exposed)} {unit} for each." if exposed else ""


def _reading(frame: pl.DataFrame, what: str, level: float | None) -> str:
    ends = [given.number(end) for end in [*frame["low"], *frame["high"]]]
    interval = f"{level:.0%} interval".replace("%", " %") if level else "interval"
    told = f"Point: {what}. Line: its {interval}, articles drawn anew; arrow: beyond the axis."
    return f"{told} Hollow point: no interval, too few articles." if any(map(math.isnan, ends)) else told


def _note(parts: Sequence[str]) -> str:
    return " ".join(part for part in parts if part)
