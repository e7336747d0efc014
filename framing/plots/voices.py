"""Whose words: how the terms of each group divide among the voices."""

import math
from typing import Any

import polars as pl
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from framing import arguments, tables
from framing.plots import given, points, style

COLUMNS = ("voice", "count", "share", "articles")
"""A voices table: its group columns and these. `share` is `count` over the group's four voices; nan: no terms."""

SAID = {"own": "own voice", "direct": "direct quotation", "indirect": "indirect speech", "scare": "scare quotes"}
FILLS = {"own": ("#0072B2", ""), "direct": ("#8CCBEF", "////"), "indirect": ("#E3E3E3", ""), "scare": ("#D55E00", "xxxx")}
BAR = 0.62
LABELS = 1.35
"""Width in inches that the names of groups may take."""


def plot_voices(
    table: Any, *, ax: Axes | None = None, level: float | None = None, of: str = "terms", width: float = style.TWO_COLUMNS
) -> Axes:
    """How the loaded terms of each group divide among own voice, direct, indirect and scare quotes.

    One bar a group, its segments in the same order everywhere, each with its share in per cent; the number of
    terms stands at the end. Where the table has an interval for the own voice, a line on the bar shows it: that
    share starts at 0 and is the only one that can be read off a stacked bar as a length from the axis.

    Parameters
    ----------
    table
        A finished table, Polars or pandas: the group columns, `voice`, `count` (terms), `share` (of the group's
        terms, 0 to 1), `articles`, and, if known, `low` and `high`. Or a `rates` table by group and voice, such as
        ``rates(scores, by=["outlet", "voice"])``, whose frames are then laid together.
    ax
        Axes to draw on; None: a new figure.
    level
        Level of the intervals, 0 to 1, for the note; None: not said.
    of
        What is counted, for the axis.
    width
        Width of the new figure in inches.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`, or that of the new figure.

    Raises
    ------
    ValueError
        If a column is missing or a voice is unknown.
    """
    given.room(ax, width, level, of=of)
    frame = _finished(table)
    for voice in given.order(frame["voice"]):
        arguments.known(voice, tables.VOICES, "voice")
    frame, every = given.grouped(frame, [*COLUMNS, "low", "high", "events"])
    groups, few = given.largest(frame, every, "count", f"most {of}")
    frame = frame.filter(pl.col("group").is_in(groups))
    with style.styled():
        ax = _sheet(groups, width) if ax is None else ax
        for row in frame.iter_rows(named=True):
            _interval(ax, row, groups.index(row["group"]))
        _bars(ax, frame, groups)
        _dress(ax, frame, groups)
        _tell(ax, width)
        _note(ax, of, _reading(frame, level, few), width - _left(groups) - 0.1)
    return ax


def _finished(table: Any) -> pl.DataFrame:
    """Read a voices table, or lay the frames of a rates table by voice together into one."""
    frame = given.having(table, ["voice"], "voices")
    if not {"frame", "value"} <= set(frame.columns):
        return given.having(frame, COLUMNS, "voices")
    by = given.group_columns(frame, [*tables.TABLES["rates"], "voice"])
    folded = frame.group_by([*by, "voice"], maintain_order=True).agg(count=pl.col("value").sum(), articles=pl.col("articles").max())
    total = pl.col("count").sum().over(by) if by else pl.col("count").sum()
    return folded.with_columns(share=pl.col("count") / total)


def _left(groups: list[str]) -> float:
    """Width taken by the labels, in inches."""
    return max([style.width(line) for label in style.apart(groups, LABELS, lines=2) for line in label.split("\n")], default=0) + 0.12


def _sheet(groups: list[str], width: float) -> Axes:
    narrow = width < 5
    height, under, over = max(len(groups), 1) * 0.27, 0.85 if narrow else 0.57, 0.4 if narrow else 0.25
    total = height + under + over
    left = _left(groups)
    return style.panel(style.plate(width, total), (left / width, under / total, (width - left - 0.5) / width, height / total))


def _bars(ax: Axes, frame: pl.DataFrame, groups: list[str]) -> None:
    shares = {(row["group"], row["voice"]): row for row in frame.iter_rows(named=True)}
    for place, group in enumerate(groups):
        left = 0.0
        for voice in tables.VOICES:
            row = shares.get((group, voice), {})
            share = given.number(row.get("share"))
            if share > 0:
                _segment(ax, place, left, share, voice, row.get(given.LINK))
                left += share
        if not left:
            ax.text(0.005, place, "no terms", va="center", size=style.SMALL, color=style.GREY, style="italic")


def _segment(ax: Axes, place: int, left: float, share: float, voice: str, link: str | None) -> None:
    colour, hatch = FILLS[voice]
    bar = ax.barh(place, share, BAR, left=left, color=colour, hatch=hatch, edgecolor="white", linewidth=0.8, zorder=2)[0]
    bar.set_url(link)
    if share >= 0.055:
        paper = {"facecolor": colour, "edgecolor": "none", "boxstyle": "square,pad=0.15"} if hatch else None
        ink = "white" if voice in ("own", "scare") else style.INK
        ax.text(left + share / 2, place, f"{share:.0%}"[:-1], ha="center", va="center", size=style.SMALL, color=ink, bbox=paper, zorder=4)


def _interval(ax: Axes, row: dict[str, Any], place: int) -> None:
    low, high = given.number(row.get("low")), given.number(row.get("high"))
    if row["voice"] == "own" and not math.isnan(low + high + given.number(row["share"])):
        ax.plot([low, high], [place + BAR / 2 - 0.05] * 2, color="white", linewidth=3.2, zorder=3, solid_capstyle="butt")
        ax.plot([low, high], [place + BAR / 2 - 0.05] * 2, color=style.INK, linewidth=1.2, zorder=3.1, solid_capstyle="butt")


def _dress(ax: Axes, frame: pl.DataFrame, groups: list[str]) -> None:
    totals = dict(frame.group_by("group").agg(pl.col("count").sum()).iter_rows())
    for place, group in enumerate(groups):
        ax.text(1.01, place, given.count(totals[group]), va="center", size=style.SMALL)
    ax.set_yticks(range(len(groups)), style.apart(groups, LABELS, lines=2), linespacing=1.0)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    ax.set_xlim(0, 1)
    ax.set_ylim(max(len(groups), 1) - 0.5, -0.5)
    ax.tick_params(axis="x", length=0, pad=3, labelsize=style.SMALL)  # axes that are handed in have sizes of their own
    ax.tick_params(axis="y", length=0, pad=3, labelsize=style.SIZE)
    for side in ax.spines.values():
        side.set_visible(False)
    if not groups:
        ax.text(0.5, 0.5, "nothing to draw", transform=ax.transAxes, ha="center", va="center", color=style.GREY)
    style.literal(ax.get_yticklabels())


def _tell(ax: Axes, width: float) -> None:
    """Draw the key to the fills over the bars."""
    keys = [Patch(facecolor=fill, hatch=hatch, edgecolor="white", linewidth=0, label=SAID[voice]) for voice, (fill, hatch) in FILLS.items()]
    ax.legend(
        handles=keys,
        loc="lower left",
        ncols=4 if width > 5 else 2,
        bbox_to_anchor=(-0.006, 1),
        borderaxespad=0.3,
        borderpad=0,
        handlelength=1.4,
        columnspacing=1.6,
        frameon=False,
        fontsize=style.SMALL,
    )


def _reading(frame: pl.DataFrame, level: float | None, few: str) -> str:
    if not {"low", "high"} <= set(frame.columns):
        return few
    line = f"Line: {points.interval(level)} of the own-voice share, as wide as draws of whole articles vary."
    return points.note([line, few])


def _note(ax: Axes, of: str, told: str, room: float) -> None:
    """Say under the bars what they count, and what the line is, if there is one."""
    label = style.wrapped(f"Share of the group's {of}, in per cent; their number at the end of the bar", room)
    ax.set_xlabel(label, loc="left", linespacing=1.1, size=style.SIZE)
    if told:
        note = style.wrapped(told, room, size=style.SMALL)
        down = -25 - 8.5 * label.count("\n")
        look = {"size": style.SMALL, "color": style.GREY, "va": "top", "annotation_clip": False, "gid": style.NOTE}
        ax.annotate(note, (0, 0), (0, down), "axes fraction", "offset points", **look)  # type: ignore[arg-type]
    style.literal([ax.xaxis.label, *ax.texts])
