"""A finished table as the plots read it: Polars, with its group columns named and its rows grouped in order."""

import itertools
import math
from collections.abc import Iterable, Sequence
from types import NoneType
from typing import Any

import polars as pl
from matplotlib.axes import Axes

from framing import arguments, notices, tables
from framing.display import joined
from framing.plots.style import clean

MOST = 40
"""How many rows or panels a sheet shows; the note says which are left out."""

NARROWEST, WIDEST = 3.3, 100
"""Widths in inches between which a figure can be laid out: below, names, key and axis no longer stand beside one another."""

SQUEEZED = 0.7
"""Share of its height that a row can do with before its label touches the next."""

LINK = "link"
"""Optional column of any table: where the mark leads in an SVG, such as ``#e-...`` on a report page; null: nowhere."""

SCORER = "scorer"
"""Optional column of any table: what counted; the same in every row, so no group."""

VALIDATION = "validation"
"""Optional column of any table: how right the hits are; told, but no group."""


def room(ax: Any, width: Any, level: Any = None, **counted: Any) -> None:
    """Check what every figure is given beside its table: axes or none, its width, level, and the word for what is counted."""
    arguments.of_type("ax", ax, (Axes, NoneType), "the axes of a Matplotlib figure to draw on, or None for a new figure")
    arguments.number("width", width, f"inches from {NARROWEST:g} to {WIDEST:g}, such as 7.2", NARROWEST, WIDEST)
    if level is not None:
        arguments.coverage(level)
    for name, value in counted.items():
        arguments.of_type(name, value, str, "the word for what is counted, such as 'terms'")


def fits(ax: Axes, rows: int, row: float) -> None:
    """Warn where the rows of a figure would run into one another on axes that were handed in; `row` is the height of one in inches."""
    high = ax.get_position().height * ax.get_figure(root=True).get_size_inches()[1]  # type: ignore[union-attr]
    if high < SQUEEZED * rows * row:
        notices.warn(
            f"{count(rows)} rows stand on axes {high:.1f} inches high and run into one another; hand in axes of {rows * row:.1f} inches, "
            "a table of fewer groups or frames, or no axes at all"
        )


def read(table: Any, name: str) -> pl.DataFrame:
    """Return the table called `name`, handed in as Polars, pandas or PyArrow, with its columns checked by name.

    Raises
    ------
    TypeError
        If `table` is not a data frame.
    ValueError
        If it lacks a column.
    """
    return having(table, tables.TABLES[arguments.known(name, tables.TABLES, "table")], name)


def having(table: Any, columns: Iterable[str], name: str) -> pl.DataFrame:
    """Return `table` as Polars if it has `columns`."""
    frame = tables.frame(table, f"The {name} table")
    for column in columns:
        if column not in frame.columns:
            raise ValueError(f"{name} table lacks the column {column!r}; it has {frame.columns}")
    return frame


def grouped(frame: pl.DataFrame, known: Iterable[str]) -> tuple[pl.DataFrame, list[str]]:
    """Add a column `group` that joins the group columns, and list the groups in the order they first appear.

    The group columns are those before the first column that is `known`; columns after it are extras of the table.
    """
    by = [column for column in itertools.takewhile(lambda name: name not in set(known), frame.columns) if column != LINK]
    if not by:
        return frame.with_columns(group=pl.lit("all")), ["all"] if frame.height else []
    frame = frame.with_columns(group=pl.Series(map(joined, frame.select(by).iter_rows()), dtype=pl.String))
    return frame, order(frame["group"])


def group_columns(frame: pl.DataFrame, known: Iterable[str]) -> list[str]:
    """Name the columns that say which group a row is: those of words or days that are no column of the table itself.

    Rooms may add further numbers to a table; a number is never a group, except in front of the table's own columns.
    """
    own = {*known, LINK, SCORER, VALIDATION}
    leading = list(itertools.takewhile(lambda column: column not in own, frame.columns))
    words = [column for column, kind in frame.schema.items() if column not in own and not kind.is_numeric()]
    return leading or words


def order(values: Iterable[Any]) -> list[Any]:
    """List each value once, in the order of first appearance."""
    return list(dict.fromkeys(values))


def largest(frame: pl.DataFrame, groups: list[str], amount: str, told: str) -> tuple[list[str], str]:
    """Keep as many groups as a sheet can show, those with the largest sum of `amount`, in their order; and say so."""
    if len(groups) <= MOST:
        return groups, ""
    sums = dict(frame.group_by("group").agg(pl.col(amount).fill_nan(0).sum()).iter_rows())
    kept = set(sorted(groups, key=lambda group: -sums[group])[:MOST])
    return [group for group in groups if group in kept], f"Shown: {MOST} of {count(len(groups))}, those with {told}; the table has all."


def number(value: Any) -> float:
    """Return a number as a float, nan for null."""
    return math.nan if value is None else float(value)


def count(value: float) -> str:
    """Write a count with thousands separated.

    Examples
    --------
    >>> count(12345.0)
    '12,345'
    """
    return f"{value:,.0f}"


def counted(value: float, thing: str) -> str:
    """Write a count with what it counts, in the plural unless there is one.

    Examples
    --------
    >>> counted(1, "word"), counted(1200, "word")
    ('1 word', '1,200 words')
    """
    return f"{count(value)} {thing}{'' if value == 1 else 's'}"


def span(values: Sequence[float]) -> str:
    """Write the range of some counts: ``1,204 to 2,310``, or one number if they agree."""
    low, high = (count(min(values)), count(max(values))) if values else ("0", "0")
    return low if low == high else f"{low} to {high}"


def listed(values: Sequence[Any], most: int = 8) -> str:
    """Write some names in a row, and how many more there are."""
    shown = ", ".join(clean(value) for value in values[:most])
    return shown if len(values) <= most else f"{shown} and {len(values) - most} more"
