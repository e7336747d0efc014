"""How far a classifier can be trusted: its probabilities against what happened, and its score against what it was trained on."""

import math
from collections.abc import Callable
from typing import Any

import polars as pl
from matplotlib.axes import Axes
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter

from framing.plots import given, points, style

RELIABILITY = ("label", "texts", "probability", "share")
CURVE = ("trained_on", "f1", "low", "high")
HEIGHT = 0.86  # of the width
NOTE_LINE = 0.125  # inches
LEAST, MOST = 2.5, 9.0  # diameter of a point in the calibration plot, in points


def plot_calibration(table: Any, *, ax: Axes | None = None, width: float = style.ONE_COLUMN) -> Axes:
    """Reliability diagram: the share of texts that have a label, against the probability that was given for it.

    On the diagonal the probabilities mean what they say; below it they promise too much. The area of a point is the number of
    texts behind it.

    Parameters
    ----------
    table
        `Evaluation.calibration`, Polars or pandas: `label`, `texts`, `probability`, `share`.
    ax
        Axes to draw on; None: a new figure.
    width
        Of the new figure, in inches.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If a column is missing.

    Examples
    --------
    >>> rows = [("loaded", 80, 0.1, 0.12), ("loaded", 20, 0.8, 0.7)]
    >>> ax = plot_calibration(pl.DataFrame(rows, schema=list(RELIABILITY), orient="row"))
    >>> ax.get_xlabel()
    'Probability given'
    """
    given.room(ax, width)
    frame = given.having(table, RELIABILITY, "calibration").filter(pl.col("texts") > 0)
    most = max(frame["texts"].to_list(), default=1)

    def paint(ax: Axes) -> None:
        ax.plot([0, 1], [0, 1], color=style.GREY, linewidth=0.6, dashes=(4, 3), zorder=1)
        for number, (label, rows) in enumerate(frame.group_by("label", maintain_order=True)):
            colour, shape = style.mark(number)
            sizes = [max(LEAST, MOST * math.sqrt(texts / most)) ** 2 for texts in rows["texts"]]
            ax.plot(rows["probability"], rows["share"], color=colour, linewidth=0.8, zorder=2)
            drawn = ax.scatter(rows["probability"], rows["share"], sizes, colour, marker=shape, label=style.clean(label[0]), zorder=3)
            drawn.set(edgecolors="white", linewidths=0.4)
        ax.set(xlim=(-0.03, 1.03), ylim=(-0.03, 1.03), xlabel="Probability given", ylabel="Share that has the label")
        if frame.height:
            ax.legend(loc="upper left", fontsize=style.SMALL, frameon=False)

    texts = given.count(float(frame["texts"].sum()))
    note = (
        f"Area of a point: texts behind it, {texts} in all, each counted once a label. On the dashed line a probability means what it says."
    )
    return _drawn(paint, note, ax, width)


def plot_learning_curve(table: Any, *, ax: Axes | None = None, level: float | None = None, width: float = style.ONE_COLUMN) -> Axes:
    """Macro-F1 on groups left out, against the number of texts a classifier was trained on.

    Parameters
    ----------
    table
        From `framing.classifier.learning_curve`, Polars or pandas: `trained_on`, `f1`, `low`, `high`.
    ax, width
        As in `plot_calibration`.
    level
        Level of the intervals, for the note.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If a column is missing.

    Examples
    --------
    >>> rows = [(100.0, 0.6, 0.5, 0.7), (1000.0, 0.7, 0.62, 0.78)]
    >>> ax = plot_learning_curve(pl.DataFrame(rows, schema=list(CURVE), orient="row"), level=0.95)
    >>> ax.get_ylabel()
    'Macro-F1 on groups left out'
    """
    given.room(ax, width, level)
    frame = given.having(table, CURVE, "learning_curve")
    known = frame.filter(pl.col("f1").cast(pl.Float64).is_not_nan()).sort("trained_on")

    def paint(ax: Axes) -> None:
        ax.vlines(known["trained_on"], known["low"], known["high"], color=style.COLOURS[0], linewidth=1.0)
        ax.plot(known["trained_on"], known["f1"], color=style.COLOURS[0], marker="o", markersize=4, linewidth=0.8)
        ends = [value for column in ("low", "high") for value in known[column].to_list() if not math.isnan(given.number(value))]
        low, high = min([*ends, *known["f1"]], default=0.0), max([*ends, *known["f1"]], default=1.0)
        ax.set(ylim=(max(0.0, low - 0.05), min(1.0, high + 0.05)), xlabel="Texts trained on", ylabel="Macro-F1 on groups left out")
        ax.set_xlim(0, max(known["trained_on"].to_list(), default=1.0) * 1.06)
        ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: given.count(value)))

    missing = frame.height - known.height
    told = [f"Line: {points.interval(level)} over groups drawn anew.", f"{missing} shares held one label only." if missing else ""]
    return _drawn(paint, points.note(told), ax, width)


def _drawn(paint: Callable[[Axes], None], note: str, ax: Axes | None, width: float) -> Axes:
    """Paint on the axes given, or on a new figure with its note below."""
    with style.styled():
        if ax is not None:
            paint(ax)
            return ax
        lines = style.wrapped(note, width - 0.2, size=style.SMALL)
        below = 0.42 + NOTE_LINE * (lines.count("\n") + 1)
        height = width * HEIGHT + below - 0.42
        figure = style.plate(width, height)
        ax = style.panel(figure, (0.54 / width, (below + 0.06) / height, (width - 0.66) / width, (height - below - 0.16) / height))
        paint(ax)
        for side in ("top", "right"):
            ax.spines[side].set_visible(False)
        figure.text(0.1 / width, 0.06 / height, lines, fontsize=style.SMALL, color=style.GREY, gid=style.NOTE, verticalalignment="bottom")
        style.literal(artist for artist in figure.findobj() if isinstance(artist, Text))
        return ax
