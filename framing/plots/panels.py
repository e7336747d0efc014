"""Points with intervals in small multiples: the one way the dot figures are laid out.

Every size is set in inches from the width of the labels, so that a row of type is as high on a small figure as on
a large one, and panels of one figure always share one x axis and one order of rows.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.scale import FuncScale

from framing.plots import given, style

ROW, LINE, TITLE, TICKS, BELOW = 0.165, 0.118, 0.24, 0.2, 0.08
"""Heights in inches: a row of points, a line of type, the title over a panel, the ticks under it, the gap to the next panel."""

NARROW, WIDE, GAP, OVER = 1.25, 2.0, 0.16, 0.1
"""Widths in inches: the narrowest panel, and where long titles ask for more; the gap between panels, and what a title takes of it."""


@dataclass(frozen=True)
class Mark:
    """One point: its row, value and interval, nan where there is none; faint for a second reading beside the first."""

    row: float
    value: float
    low: float = math.nan
    high: float = math.nan
    look: tuple[str, str] = style.mark(0)
    hollow: bool = False
    link: str | None = None
    faint: bool = False


@dataclass(frozen=True)
class Panel:
    """One of the small multiples: a title, a second line under it where it has two parts, and its points."""

    title: str
    marks: tuple[Mark, ...]
    under: str = ""


@dataclass(frozen=True)
class Scale:
    """The shared x axis: what it counts, how it is spaced, where it ends and what its ticks say."""

    label: str
    limits: tuple[float, float]
    ticks: tuple[float, ...]
    kind: str = "linear"
    said: Callable[[float], str] = "{:g}".format
    line: float | None = None


@dataclass(frozen=True)
class Plan:
    """Everything a dot figure shows: panels, the rows they share, the axis, and the note under them."""

    panels: tuple[Panel, ...]
    rows: tuple[str, ...]
    scale: Scale
    sizes: tuple[str, ...] = ()
    note: str = ""
    absent: str = "–"
    nothing: str = "nothing to draw"
    width: float = style.TWO_COLUMNS
    label_width: float = 1.35

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The rows as printed: on two lines at most, the size they rest on in brackets."""
        if not self.panels:
            return ()
        ends = [f" ({size})" for size in self.sizes] or [""] * len(self.rows)
        room = self.label_width - max(map(style.width, ends))
        return tuple(style.in_order(row + end) for row, end in zip(style.apart(self.rows, room, lines=2), ends, strict=True))

    @cached_property
    def row(self) -> float:
        """Height of a row in inches: more where a label takes two lines or a row holds two readings."""
        double = any(mark.faint for panel in self.panels for mark in panel.marks)
        return ROW + max(LINE * 0.6 if any("\n" in label for label in self.labels) else 0, 0.06 if double else 0)

    @cached_property
    def left(self) -> float:
        """Width taken by the labels, in inches."""
        return max([style.width(line) for label in self.labels for line in label.split("\n")], default=0) * 1.02 + 0.14

    @cached_property
    def columns(self) -> int:
        """How many panels stand side by side: as many as stay wide enough to read, in lines of equal length."""
        count = max(len(self.panels), 1)
        parts = [style.clean(part) for panel in self.panels if panel.under for part in (panel.title, panel.under)]
        longest = max([style.width(part, bold=True) for part in parts], default=0)
        least = max(NARROW, min(longest - OVER, WIDE))
        most = max(1, int((self.width - self.left) // least))
        return -(-count // -(-count // most))

    @cached_property
    def across(self) -> float:
        """Width of one panel in inches."""
        return (self.width - self.left - 0.15 - (self.columns - 1) * GAP) / self.columns

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The panel titles as printed, on two lines at most; those of two parts have a line for each."""
        parts = [panel.under for panel in self.panels]
        heads = style.apart([panel.title for panel in self.panels], self.across + OVER, lines=1 if any(parts) else 2, bold=True)
        unders = style.apart(parts, self.across + OVER, lines=1, bold=True)
        return tuple(style.in_order("\n".join(filter(None, title))) for title in zip(heads, unders, strict=True)) or ("",)

    @cached_property
    def head(self) -> float:
        """Height over a panel for its title, in inches."""
        return TITLE + (LINE if any("\n" in title for title in self.titles) else 0)

    @cached_property
    def words(self) -> tuple[str, str]:
        """The label of the axis and the note under it, broken into lines."""
        return style.wrapped(self.scale.label, self.width - 0.2), style.wrapped(self.note, self.width - 0.2, size=style.SMALL)

    @cached_property
    def foot(self) -> float:
        """Height of the note, in inches."""
        return LINE * (self.words[1].count("\n") + 1) + 0.08

    @cached_property
    def rows_height(self) -> float:
        """Height of the rows of one panel, in inches."""
        return max(len(self.labels), 1) * self.row

    @cached_property
    def step(self) -> float:
        """Height from one line of panels to the next, in inches."""
        return self.head + self.rows_height + TICKS + BELOW

    @cached_property
    def height(self) -> float:
        """Height of the whole figure, in inches."""
        lines = -(-len(self.titles) // self.columns)
        return lines * self.step - BELOW + self.foot + LINE * (self.words[0].count("\n") + 1) + 0.02


def draw(plan: Plan, ax: Axes | None) -> Axes:
    """Draw the plan on a figure of its own, or all of it on `ax`, one panel under the other."""
    with style.styled():
        return _figure(plan) if ax is None else _stack(plan, ax)


def _figure(plan: Plan) -> Axes:
    total = plan.height
    figure = style.plate(plan.width, total)
    for index, panel in enumerate(plan.panels or (Panel("", ()),)):
        down, right = divmod(index, plan.columns)
        x = plan.left + right * (plan.across + GAP)
        y = total - plan.head - plan.rows_height - down * plan.step
        ax = style.panel(figure, (x / plan.width, y / total, plan.across / plan.width, plan.rows_height / total))
        _panel(ax, plan, panel, plan.titles[index])
        _edges(ax, plan, first=right == 0)
    _words(figure, plan)
    return figure.axes[0]


def _words(figure: Figure, plan: Plan) -> None:
    """Write the label of the shared axis, and the note, under the panels."""
    label, note = plan.words
    room = plan.width - max(style.width(line) for line in label.split("\n")) - 0.1
    figure.text(min(plan.left, room) / plan.width, plan.foot / plan.height, label, va="bottom", linespacing=1.1)
    small = {"size": style.SMALL, "color": style.GREY, "va": "bottom", "linespacing": 1.3}
    figure.text(0.05 / plan.width, 0.04 / plan.height, note, gid=style.NOTE, **small)  # type: ignore[arg-type]
    style.literal(figure.texts)


def _panel(ax: Axes, plan: Plan, panel: Panel, title: str) -> None:
    _axis(ax, plan.scale)
    _rows(ax, plan, [0])
    _points(ax, plan, panel, 0)
    style.literal([ax.set_title(title, fontsize=style.SIZE, fontweight="bold", pad=4, linespacing=1.1)])


def _stack(plan: Plan, ax: Axes) -> Axes:
    step = max(len(plan.labels), 1) + 1
    given.fits(ax, max(len(plan.panels), 1) * step - 1, plan.row)
    _axis(ax, plan.scale)
    _rows(ax, plan, [block * step for block in range(len(plan.panels))])
    for block, panel in enumerate(plan.panels):
        _points(ax, plan, panel, block * step)
        if len(plan.panels) > 1:
            title = style.in_order(style.clean(f"{panel.title} {panel.under}"))
            head = ax.text(0, block * step - 1, title, transform=ax.get_yaxis_transform(), weight="bold", va="center", size=style.SIZE)
            style.literal([head])
    ax.set_ylim(max(len(plan.panels), 1) * step - 1.5, -1.5 if len(plan.panels) > 1 else -0.5)
    _edges(ax, plan, first=True)
    said = "\n".join([style.clean(plan.scale.label), style.wrapped(plan.note, 3.4, size=style.SMALL)])
    ax.set_xlabel(said, loc="left", size=style.SMALL)
    style.literal([ax.xaxis.label])
    return ax


def _axis(ax: Axes, scale: Scale) -> None:
    if scale.kind == "sqrt":
        ax.set_xscale(FuncScale(ax.xaxis, (_root, _square)))
    else:
        ax.set_xscale(scale.kind)
    ax.set_xlim(*scale.limits)
    ax.set_xticks(scale.ticks, [scale.said(tick) for tick in scale.ticks])
    for tick, text in zip(scale.ticks, ax.get_xticklabels(), strict=True):
        text.set_horizontalalignment(_side(tick, scale.limits))
    ax.set_xticks([], minor=True)
    ax.grid(axis="x", color=style.RULE, linewidth=0.5)
    ax.set_axisbelow(True)
    if scale.line is not None:
        ax.axvline(scale.line, color=style.GREY, linewidth=0.7, zorder=1)
    for side in ax.spines.values():
        side.set_visible(False)
    style.literal(ax.get_xticklabels())


def _side(tick: float, limits: tuple[float, float]) -> Literal["left", "center", "right"]:
    """Keep the labels at both ends inside the panel, away from those of its neighbour."""
    return "left" if tick == limits[0] else "right" if tick == limits[1] else "center"


def _root(values: Any) -> Any:
    return abs(values) ** 0.5


def _square(values: Any) -> Any:
    return values**2


def _rows(ax: Axes, plan: Plan, starts: Sequence[int]) -> None:
    places = [start + row for start in starts for row in range(len(plan.labels))]
    ax.set_yticks(places, list(plan.labels) * len(starts), linespacing=1.0)
    ax.set_ylim(max(len(plan.labels), 1) - 0.5, -0.5)
    ax.tick_params(axis="x", length=0, pad=3, labelsize=style.SMALL)  # axes that are handed in have sizes of their own
    ax.tick_params(axis="y", length=0, pad=6, labelsize=style.SIZE)
    style.literal(ax.get_yticklabels())
    for place in places:
        ax.axhline(place, color=style.RULE, linewidth=0.5, linestyle=(0, (1, 2)), zorder=0.5)


def _edges(ax: Axes, plan: Plan, *, first: bool) -> None:
    ax.tick_params(labelleft=first, labelbottom=True)
    if not plan.panels:
        ax.text(0.5, 0.5, plan.nothing, transform=ax.transAxes, ha="center", va="center", color=style.GREY)


def _points(ax: Axes, plan: Plan, panel: Panel, start: int) -> None:
    for mark in panel.marks:
        place = start + mark.row
        if math.isnan(mark.value) and mark.faint:
            continue
        if math.isnan(mark.value):
            where = {"transform": ax.get_yaxis_transform(), "va": "center", "size": style.SMALL, "color": style.GREY}
            ax.text(0.02, place, plan.absent, style="italic", **where)  # type: ignore[arg-type]
            continue
        _interval(ax, mark, place, plan.scale.limits)
        _point(ax, mark, place, plan.scale.limits)


def _point(ax: Axes, mark: Mark, place: float, limits: tuple[float, float]) -> None:
    colour, shape = mark.look
    inside = min(max(mark.value, limits[0]), limits[1])
    if inside != mark.value:
        shape = ">" if mark.value > inside else "<"
    look = {"color": colour, "markerfacecolor": "white" if mark.hollow else colour, "clip_on": False}
    sizes = {"markeredgewidth": 1.1, "markersize": 4.5} if mark.faint else {"markeredgewidth": 0.9, "markersize": 4.2}
    dot = ax.plot([inside], [place], shape, zorder=2.5 if mark.faint else 3, **look, **sizes)  # type: ignore[arg-type]
    dot[0].set_url(mark.link)


def _interval(ax: Axes, mark: Mark, place: float, limits: tuple[float, float]) -> None:
    """Draw the interval; an end beyond the axis becomes an arrowhead, so that nothing seems to end there."""
    if math.isnan(mark.low) or math.isnan(mark.high) or mark.high < limits[0] or mark.low > limits[1]:
        return
    ends = [min(max(end, limits[0]), limits[1]) for end in (mark.low, mark.high)]
    ax.plot(ends, [place, place], color=mark.look[0], linewidth=0.7 if mark.faint else 1.1, solid_capstyle="butt", zorder=2)
    for end, meant, head in ((ends[0], mark.low, 8), (ends[1], mark.high, 9)):
        if end != meant:
            ax.plot([end], [place], marker=head, color=mark.look[0], markersize=3, clip_on=False, zorder=2)
