"""One contrast under every specification, in order of its size, over the choices that make it."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl
from matplotlib.axes import Axes
from mpl_toolkits.axes_grid1 import make_axes_locatable  # type: ignore[import-untyped]

from framing.plots import given, panels, points, scales, style

COLUMNS = ("kind", "scores", "voice", "part", "exposure", "left_out", "ratio", "low", "high", "same_side", "clear")
FINDING = ("frame", "a", "b")
"""Columns that say which finding a row is about; one finding makes one figure."""

CHOSEN = {"voice": "Voice", "part": "Part", "exposure": "Exposure", "left out": "Left out", "scores": "Scores"}
MAIN = "as given"
CURVE, ROW, BETWEEN = 1.55, 0.132, 0.08
"""Heights in inches: the curve, a row of the matrix, the gap between them."""


@dataclass(frozen=True)
class Sheet:
    """What is drawn: the specifications in order, the choices under them, and where the labels stand."""

    rows: tuple[dict[str, Any], ...]
    choices: tuple[tuple[str, str], ...]
    scale: panels.Scale
    finding: tuple[str, ...]
    note: str
    width: float

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The choices as printed, each on one line."""
        return tuple(style.apart([value for _, value in self.choices], self.width * 0.24, lines=1))

    @cached_property
    def heads(self) -> dict[str, int]:
        """Each kind of choice, and the row in which it begins."""
        return {CHOSEN[name]: row for row, (name, _) in reversed(list(enumerate(self.choices)))}

    @cached_property
    def inner(self) -> float:
        """Width of the widest choice, with its distance from the matrix, in inches."""
        return max([style.width(label) for label in self.labels], default=0.3) * 1.02 + 0.1

    @cached_property
    def left(self) -> float:
        """Width taken by all labels, in inches."""
        return max([style.width(head, bold=True) for head in self.heads], default=0.1) + self.inner + 0.16

    @cached_property
    def dot(self) -> float:
        """Size of a mark in points: smaller where many specifications stand side by side."""
        return max(1.2, min(4.2, 50 * (self.width - self.left) / max(len(self.rows), 1)))


def plot_robustness(table: Any, *, ax: Axes | None = None, level: float | None = None, width: float = style.TWO_COLUMNS) -> Axes:
    """Specification curve: the ratio under every way to do the comparison, in order of size, over the choices that make it.

    Each column is one specification: above, the ratio and its interval on an axis of doublings with a line at 1; below, a dot
    for each choice made. A point is filled where its interval excludes 1. The specification as given is a diamond on a shaded
    column. Rows without a ratio are counted in the note. Rows share their articles: how many are filled is no p-value.

    Parameters
    ----------
    table
        A finished table of `framing.checks.robustness`, Polars or pandas, about one finding.
    ax
        Axes to draw on; their lower part goes to the choices. None: a new figure.
    level, width
        As in `plot_rates`.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`, or the axes of the curve; those of the choices are the last of ``.figure.axes``.

    Raises
    ------
    ValueError
        If a column is missing, or the table holds several findings: they are listed.

    References
    ----------
    Simonsohn, Simmons and Nelson (2020), Specification curve analysis, Nature Human Behaviour 4.

    Examples
    --------
    >>> choices = ("given", "as given", "as given", "as scored", None)
    >>> rows = [("as given", *choices, 2.0, 1.2, 3.3, True, True), ("term", *choices[:-1], "raid", 1.5, 0.8, 2.9, True, False)]
    >>> ax = plot_robustness(pl.DataFrame(rows, schema=list(COLUMNS), orient="row"))
    >>> [label.get_text() for label in ax.figure.axes[-1].get_yticklabels()]
    ['nothing', 'one term']
    """
    given.room(ax, width, level)
    frame = given.having(table, COLUMNS, "robustness")
    finding = _finding(frame)
    frame = frame.with_columns(_left_out().alias("left out"))
    known = pl.col("ratio").cast(pl.Float64).is_not_nan()  # drops null as well
    drawn = frame.filter(known).sort("ratio", maintain_order=True)
    sheet = Sheet(
        rows=tuple(drawn.iter_rows(named=True)),
        choices=_choices(frame.filter(known)),
        scale=scales.ratios("Ratio of rates (log scale)", drawn["ratio"].to_list()),
        finding=finding,
        note=points.note(_read(drawn, frame.height - drawn.height, level)),
        width=width,
    )
    with style.styled():
        curve, matrix = _axes(sheet, ax)
        _draw(curve, matrix, sheet)
        if ax is not None:
            matrix.set_xlabel(style.wrapped(sheet.note, 3.4, size=style.SMALL), loc="left", size=style.SMALL)
            style.literal([matrix.xaxis.label, curve.title])
    return curve


def _finding(frame: pl.DataFrame) -> tuple[str, ...]:
    """Return the frame and the two sides, where the table knows them; of several findings, refuse to draw one curve."""
    columns = [name for name in FINDING if name in frame.columns]
    findings = frame.select(columns).unique(maintain_order=True).rows() if columns else []
    if len(findings) > 1:
        shown = [dict(zip(columns, finding, strict=True)) for finding in findings[:20]]
        raise ValueError(f"The table holds {len(findings)} findings; keep the rows of one of them: {shown}")
    return tuple(map(str, findings[0])) if findings and len(columns) == len(FINDING) else ()


def _left_out() -> pl.Expr:
    some = pl.col("left_out").is_not_null()
    return pl.when(some).then(pl.format("one {}", "kind")).otherwise(pl.lit("nothing"))


def _choices(frame: pl.DataFrame) -> tuple[tuple[str, str], ...]:
    """Every choice on which the specifications differ, in the order of the table."""
    found = {name: given.order(frame[name]) for name in CHOSEN}
    return tuple((name, value) for name, values in found.items() if len(values) > 1 for value in values)


def _read(drawn: pl.DataFrame, lost: int, level: float | None) -> list[str]:
    if drawn.is_empty():
        return [f"{given.counted(lost, 'specification')} without a ratio." if lost else ""]
    total = drawn.height
    same, clear = (int(drawn[name].cast(pl.Boolean).fill_null(False).sum()) for name in ("same_side", "clear"))
    return [
        "Column: one specification, in order of its ratio; shaded, with a diamond: as given.",
        f"Line: {points.interval(level)}, as wide as draws of articles vary; arrow: beyond the axis.",
        "Filled: the interval excludes 1; hollow: it does not.",
        f"Of {total}: {same} on the side of 1 on which the given one is, {clear} filled; they share articles, so this is no p-value.",
        f"Not drawn: {lost} without a ratio." if lost else "",
    ]


def _axes(sheet: Sheet, ax: Axes | None) -> tuple[Axes, Axes]:
    """Make room for the curve and, under it, the choices: on a figure of its own, or in the room of `ax`."""
    matrix = max(len(sheet.choices), 1) * ROW
    if ax is not None:
        ax.set_title(_title(sheet.finding, 3.4), fontsize=style.SIZE, fontweight="bold")
        return ax, make_axes_locatable(ax).append_axes("bottom", size=f"{100 * matrix / CURVE:.0f}%", pad=BETWEEN)
    title = _title(sheet.finding, sheet.width - 0.2)
    note = style.wrapped(sheet.note, sheet.width - 0.1, size=style.SMALL)
    head = panels.TITLE + panels.LINE * title.count("\n") if title else 0.08
    foot = panels.LINE * (note.count("\n") + 1) + 0.14
    total = head + CURVE + BETWEEN + matrix + foot
    figure = style.plate(sheet.width, total)
    x, across = sheet.left / sheet.width, (sheet.width - sheet.left - 0.1) / sheet.width
    curve = style.panel(figure, (x, (foot + matrix + BETWEEN) / total, across, CURVE / total))
    under = style.panel(figure, (x, foot / total, across, matrix / total))
    look = {"va": "bottom", "linespacing": 1.3, "gid": style.NOTE, "size": style.SMALL, "color": style.GREY}
    figure.text(0.05 / sheet.width, 0.04 / total, note, **look)  # type: ignore[arg-type]
    figure.text(0.05 / sheet.width, 1 - 0.04 / total, title, va="top", weight="bold", linespacing=1.1)
    style.literal(figure.texts)
    return curve, under


def _title(finding: tuple[str, ...], inches: float) -> str:
    """Name the finding on two lines at most; where it does not fit, each side is cut to a line of its own, so that both can be told."""
    if not finding:
        return ""
    frame, *sides = finding
    whole = style.wrapped(f"{frame}: {' / '.join(sides)}", inches, lines=3, bold=True)
    if whole.count("\n") > 1:
        frame = style.wrapped(frame, inches / 3, lines=1, bold=True)
        whole = f"{frame}: " + " /\n".join(style.apart(sides, inches - style.width(f"{frame}:  /", bold=True), lines=1, bold=True))
    return style.in_order(whole)


def _draw(curve: Axes, matrix: Axes, sheet: Sheet) -> None:
    _dress_curve(curve, sheet)
    _dress_matrix(matrix, sheet)
    places = {choice: place for place, choice in enumerate(sheet.choices)}
    for place, row in enumerate(sheet.rows):
        main = row["kind"] == MAIN
        if main:
            for each in (curve, matrix):
                each.axvspan(place - 0.5, place + 0.5, color=style.RULE, linewidth=0, zorder=0)
        _specification(curve, row, place, sheet, main=main)
        chosen = [places[name, row[name]] for name in CHOSEN if (name, row[name]) in places]
        look = {"color": style.COLOURS[0] if main else style.INK, "markersize": sheet.dot * 0.8, "markeredgewidth": 0}
        matrix.plot([place] * len(chosen), chosen, "D" if main else "o", zorder=3, **look)  # type: ignore[arg-type]
    if not sheet.rows:
        curve.text(0.5, 0.5, "nothing to draw", transform=curve.transAxes, ha="center", va="center", color=style.GREY)


def _specification(ax: Axes, row: dict[str, Any], place: int, sheet: Sheet, *, main: bool) -> None:
    """One point with its interval, upright; what goes on beyond the axis ends in an arrowhead."""
    colour, (bottom, top) = style.COLOURS[0] if main else style.INK, sheet.scale.limits
    low, high = given.number(row["low"]), given.number(row["high"])
    if not math.isnan(low + high):
        ends = [min(max(end, bottom), top) for end in (low, high)]
        ax.plot([place, place], ends, color=colour if main else style.GREY, linewidth=1.4 if main else 0.7, zorder=2)
        for end, wanted, head in ((ends[0], low, 7), (ends[1], high, 6)):
            if end != wanted:
                ax.plot([place], [end], marker=head, color=style.GREY, markersize=sheet.dot * 0.8, clip_on=False, zorder=2)
    face = colour if row["clear"] else "white"
    look = {"color": colour, "markerfacecolor": face, "markersize": sheet.dot * (1.3 if main else 0.9), "markeredgewidth": 0.7}
    inside = min(max(row["ratio"], bottom), top)
    shape = "^" if row["ratio"] > top else "v" if row["ratio"] < bottom else "D" if main else "o"
    dot = ax.plot([place], [inside], shape, zorder=4 if main else 3, clip_on=False, **look)  # type: ignore[arg-type]
    dot[0].set_url(row.get(given.LINK))


def _dress_curve(ax: Axes, sheet: Sheet) -> None:
    scale = sheet.scale
    ax.set_yscale("log")
    ax.set_ylim(*scale.limits)
    ax.set_yticks(scale.ticks, [scale.said(tick) for tick in scale.ticks])
    ax.set_yticks([], minor=True)
    ax.grid(axis="y", color=style.RULE, linewidth=0.5)
    ax.axhline(1, color=style.GREY, linewidth=0.9, zorder=1)
    ax.set_ylabel(scale.label, labelpad=4, size=style.SIZE)
    _bare(ax, sheet)


def _dress_matrix(ax: Axes, sheet: Sheet) -> None:
    ax.set_yticks(range(len(sheet.labels)), sheet.labels)
    ax.set_ylim(max(len(sheet.labels), 1) - 0.5, -0.5)
    for row in range(len(sheet.labels)):
        ax.axhline(row, color=style.RULE, linewidth=0.5, linestyle=(0, (1, 2)), zorder=0.5)
    for head, row in sheet.heads.items():
        where = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "ha": "right", "va": "center_baseline"}
        ax.annotate(head, (0, row), (-72 * sheet.inner - 4, 0), weight="bold", annotation_clip=False, **where)  # type: ignore[arg-type]
        if row:
            ax.axhline(row - 0.5, color=style.GREY, linewidth=0.4, zorder=0.6)
    _bare(ax, sheet)


def _bare(ax: Axes, sheet: Sheet) -> None:
    ax.set_xlim(-0.8, max(len(sheet.rows), 1) - 0.2)
    ax.set_xticks([])
    ax.set_axisbelow(True)
    ax.tick_params(length=0, pad=4, labelsize=style.SIZE)  # axes that are handed in have sizes of their own
    for side in ax.spines.values():
        side.set_visible(False)
    style.literal([*ax.get_yticklabels(), ax.yaxis.label, *ax.texts])
