"""What a comparison finds where nothing can differ, beside what it may find."""

import math
from typing import Any

from matplotlib.axes import Axes

from framing.plots import given, panels, points, scales, style

COLUMNS = ("shuffle", "rounds", "tests", "nominal", "p_below", "low", "high", "any_q_below", "interval_misses", "token_below")
MEASURES = {
    "p_below": ("p at or below {}", "o", 0),
    "interval_misses": ("interval without “no difference”", "s", 0),
    "any_q_below": ("rounds with any q at or below {}", "^", 0),
    "token_below": ("a test on words, for comparison", "D", 1),
}
"""Columns drawn, what they are called, their shapes and their colours."""

SHUFFLES = {"halves": "Random halves", "outlets": "Outlets shuffled"}


def plot_placebo(table: Any, *, ax: Axes | None = None, width: float = style.TWO_COLUMNS) -> Axes:
    """False positives of a comparison in a corpus whose labels were shuffled, beside the nominal rate.

    One panel a way to shuffle. The line stands at the nominal rate: points left of it or on it are quiet enough. Only the share
    of p has an interval, over rounds.

    Parameters
    ----------
    table
        A finished table of `framing.checks.placebo`, Polars or pandas.
    ax, width
        As in `plot_rates`.

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
    >>> import polars as pl
    >>> row = ("halves", 20, 240, 0.05, 0.04, 0.02, 0.06, 0.0, 0.05, 0.31)
    >>> ax = plot_placebo(pl.DataFrame([row], schema=list(COLUMNS), orient="row"))
    >>> ax.get_title(loc="left")
    'Random halves'
    """
    given.room(ax, width)
    frame = given.having(table, COLUMNS, "placebo")
    rows = frame.to_dicts()
    nominal = given.number(rows[0]["nominal"]) if rows else math.nan
    drawn = [row for row in rows if row["tests"]]
    found = [given.number(row[name]) for row in drawn for name in MEASURES]
    axis = scales.portions(
        "Share that would be called a difference", [*found, *(given.number(row["high"]) for row in drawn), nominal], nominal
    )
    plan = panels.Plan(
        tuple(panels.Panel(SHUFFLES.get(row["shuffle"], row["shuffle"]), _marks(row)) for row in drawn),
        tuple(said.format(f"{nominal:g}") for said, *_ in MEASURES.values()),
        axis,
        note=points.note(_read(drawn, nominal)),
        nothing="nothing to draw: no test could be made",
        width=width,
        label_width=2.3,
    )
    return panels.draw(plan, ax)


def _marks(row: dict[str, Any]) -> tuple[panels.Mark, ...]:
    marks = []
    for place, (name, (_, shape, colour)) in enumerate(MEASURES.items()):
        ends = (given.number(row["low"]), given.number(row["high"])) if name == "p_below" else (math.nan, math.nan)
        look = (style.COLOURS[colour], shape)
        marks.append(panels.Mark(place, given.number(row[name]), *ends, look=look, hollow=name == "token_below"))
    return tuple(marks)


def _read(rows: list[dict[str, Any]], nominal: float) -> list[str]:
    if not rows:
        return []
    tests = " and ".join(f"{given.count(row['tests'])} tests in {given.counted(row['rounds'], 'round')}" for row in rows)
    return [
        f"The same comparison with labels shuffled within events, so that nothing can differ: {tests}.",
        f"Vertical line: the nominal rate, {nominal:g}.",
        "Line through a point: where the share may lie, over rounds.",
        "Hollow: a log-likelihood test that takes words as independent; not used here.",
    ]
