"""Who gets to speak: the words of each speaker in each group, quoted and reported."""

from typing import Any

import polars as pl
from matplotlib.axes import Axes

from framing import arguments, tables
from framing.plots import given, panels, points, scales, style

COLUMNS = ("speaker", "voice", "words")
"""A speakers table: its group columns and these; `voice` is direct or indirect, `words` how many; null: nobody named."""

LOOKS = {"direct": (style.COLOURS[0], "o"), "indirect": (style.COLOURS[1], "s")}


def plot_speakers(
    table: Any, *, most: int = 12, ax: Axes | None = None, level: float | None = None, width: float = style.TWO_COLUMNS
) -> Axes:
    """Words of the speakers with most words, one panel a group: a circle for direct, a square for indirect speech.

    Parameters
    ----------
    table
        A finished table, Polars or pandas: a `speakers` table; or the group columns, `speaker` (null: not known), `voice` (direct
        or indirect), `words`, and, if known, `low` and `high`. A speaker without a row in a group has no words there.
    most
        How many speakers have a row; how many more there are, and how many words have no known speaker, is told.
    ax, level, width
        As in `plot_rates`.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`, or the first panel; all panels are in ``.figure.axes``.

    Raises
    ------
    ValueError
        If a column is missing or a voice is neither direct nor indirect.
    """
    given.room(ax, width, level)
    arguments.whole("most", most, "at least 1 speaker", 1)
    frame = given.having(_long(given.having(table, COLUMNS[:1], "speakers")), COLUMNS, "speakers")
    for voice in given.order(frame["voice"]):
        arguments.known(voice, tables.ATTRIBUTED, "voice of a speaker")
    frame, every = given.grouped(frame, [*COLUMNS, "low", "high"])
    groups, few = given.largest(frame, every, "words", "most words of others")
    named = frame.filter(pl.col("speaker").is_not_null())
    totals = named.group_by("speaker", maintain_order=True).agg(pl.col("words").sum()).sort("words", descending=True, maintain_order=True)
    rows = totals["speaker"].to_list()[:most]
    drawn = named.filter(pl.col("speaker").is_in(rows))
    ends = drawn["high"].to_list() if "high" in drawn.columns else []
    plan = panels.Plan(
        tuple(panels.Panel(group, _marks(drawn.filter(pl.col("group") == group), rows)) for group in groups),
        tuple(rows),
        scales.amounts("Words", drawn["words"].to_list(), ends),
        note=points.note([_note(frame, len(totals) - len(rows), level if ends else None), few]),
        width=width,
        label_width=1.6,
    )
    return panels.draw(plan, ax)


def _long(frame: pl.DataFrame) -> pl.DataFrame:
    """A speakers table with a row for each voice instead of a column."""
    if "voice" in frame.columns or not set(tables.ATTRIBUTED) <= set(frame.columns):
        return frame
    kept = [column for column in frame.columns if column not in tables.ATTRIBUTED]
    return frame.unpivot(on=list(tables.ATTRIBUTED), index=kept, variable_name="voice", value_name="words")


def _marks(part: pl.DataFrame, rows: list[str]) -> tuple[panels.Mark, ...]:
    marks = []
    for row in part.iter_rows(named=True):
        place = rows.index(row["speaker"]) + (-0.15 if row["voice"] == "direct" else 0.15)
        value, low, high = (given.number(row.get(column)) for column in ("words", "low", "high"))
        marks.append(panels.Mark(place, value, low, high, look=LOOKS[row["voice"]], link=row.get(given.LINK)))
    return tuple(marks)


def _note(frame: pl.DataFrame, further: int, level: float | None) -> str:
    unknown = float(frame.filter(pl.col("speaker").is_null())["words"].sum())
    parts = [
        "Circle: quoted directly. Square: reported in indirect speech.",
        f"Line: {points.interval(level)}, as wide as draws of whole articles vary." if level else "",
        f"{given.counted(further, 'further speaker')} {'is' if further == 1 else 'are'} not shown." if further > 0 else "",
        f"{given.counted(unknown, 'word')} {'has' if unknown == 1 else 'have'} no known speaker." if unknown else "",
    ]
    return points.note(parts)
