"""Rows of a table to points, and the words under them: what rates, shares and ratios have in common."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import polars as pl

from framing.plots import given, panels, style


def panels_of(
    frame: pl.DataFrame, groups: list[str], column: str, value: str, *, hue: bool = True, other: pl.DataFrame | None = None
) -> tuple[panels.Panel, ...]:
    """Lay the rows into one panel a value of `column`, with the rows of `other` as faint ticks under them."""
    places = {group: place for place, group in enumerate(groups)}
    marks: dict[str, list[panels.Mark]] = {}
    for row in frame.iter_rows(named=True):
        mark = _mark(row, places[row["group"]], value, hue=hue)
        marks.setdefault(str(row[column]), []).append(mark if other is None else replace(mark, row=mark.row - 0.14))
    for row in () if other is None else other.iter_rows(named=True):
        if row["group"] in places:
            mark = _mark(row, places[row["group"]], value, hue=False)
            marks.setdefault(str(row[column]), []).append(
                replace(mark, row=mark.row + 0.24, look=(style.GREY, "|"), faint=True, hollow=False)
            )
    return tuple(panels.Panel(title, tuple(found)) for title, found in marks.items())


def _mark(row: dict[str, Any], place: int, value: str, *, hue: bool) -> panels.Mark:
    low, high = given.number(row["low"]), given.number(row["high"])
    look = style.mark(place) if hue else (style.INK, row.get("shape", "o"))
    hollow = row.get("hollow", math.isnan(low) or math.isnan(high))
    return panels.Mark(place, given.number(row[value]), low, high, look, hollow, row.get(given.LINK))


def sizes(frame: pl.DataFrame, groups: list[str], size: pl.Expr) -> tuple[str, ...]:
    """Return what each group rests on, in the order of the groups."""
    found = dict(frame.group_by("group").agg(size.fill_nan(0).alias("size")).iter_rows())
    return tuple(given.count(found.get(group) or 0) for group in groups)


def unused(frame: pl.DataFrame, column: str, amount: str) -> list[str]:
    """Name the panels that nobody used: they are told, not drawn."""
    totals = frame.group_by(column, maintain_order=True).agg(pl.col(amount).fill_nan(0).sum())
    return totals.filter(pl.col(amount) == 0)[column].to_list()


def interval(level: float | None) -> str:
    """Name the interval: ``95 % interval``; 97.5 % is not rounded to 98."""
    if level is None:
        return "interval"
    return f"{100 * level:g} % interval"


def reading(frame: pl.DataFrame, what: str, level: float | None, bound: str) -> str:
    """Say what point and line are; of a 0, that the line ends at the highest value that `bound`."""
    rows = [(given.number(row[what]), given.number(row["low"]), given.number(row["high"])) for row in frame.iter_rows(named=True)]
    if not rows:
        return ""
    told = [
        f"Point: {what}. Line: its {interval(level)}, as wide as draws of whole articles vary; arrow: beyond the axis.",
        f"From a point at 0 the line reaches the highest {what} that {bound}." if any(value == 0 < high for value, _, high in rows) else "",
        "Hollow point: no interval, for fewer than two articles stand behind it." if any(math.isnan(v + w) for _, v, w in rows) else "",
    ]
    return note(told)


def note(parts: Sequence[str]) -> str:
    """Join the sentences of a note; empty ones are left out."""
    return " ".join(part for part in parts if part)
