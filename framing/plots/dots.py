"""Rates and shares of names as points with their intervals."""

from typing import Any

import polars as pl
from matplotlib.axes import Axes

from framing import arguments, tables
from framing.plots import given, panels, points, scales, style

NAMING = "naming_articles"
"""Optional column of a choices table: how many articles name the thing at all."""

CLASSIFIED = ("passages", "sentences", "articles")
"""What a classifier counts: those to which it gives the frame, where a lexicon counts terms."""


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
    given.room(ax, width, level, unit=unit)
    frame, every = given.grouped(given.read(table, "rates"), tables.TABLES["rates"])
    other = given.grouped(given.read(table if beside is None else beside, "rates"), tables.TABLES["rates"])[0]
    silent = points.unused(pl.concat([frame.select("frame", "value"), other.select("frame", "value")]), "frame", "value")
    groups, few = given.largest(frame, every, "exposure", f"most {unit}")
    frame, other = (part.filter(pl.col("group").is_in(groups)) for part in (frame, other))
    heard, beneath = (part.filter(~pl.col("frame").is_in(silent)) for part in (frame, other))
    drawn = heard if beside is None else pl.concat([heard, beneath], how="diagonal")
    ticks = beside is not None and beneath.height > 0
    note = [
        points.reading(heard, "rate", level, "so little text cannot exclude"),
        "Grey tick and thin line: the same among the words of all voices, as a plain count has it." if ticks else "",
        _resting(heard, unit),
        few,
        f"Never found: {given.listed(silent)}." if silent else "",
    ]
    plan = panels.Plan(
        points.panels_of(heard, groups, "frame", "rate", other=None if beside is None else beneath),
        tuple(groups),
        scales.amounts(_per(frame, unit), drawn["rate"].to_list(), drawn["high"].to_list()),
        sizes=points.sizes(frame, groups, pl.col("articles").max()),
        note=points.note(note),
        absent="nothing to count in",
        nothing="nothing found: no term of any frame" if frame.height else "nothing to draw",
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
    given.room(ax, width, level)
    frame = _one_choice(given.read(table, "choices"), choice)
    frame, every = given.grouped(frame, tables.TABLES["choices"])
    groups, few = given.largest(frame, every, "count", "most namings")
    silent = points.unused(frame, "name", "count")
    frame = frame.filter(pl.col("group").is_in(groups))
    drawn = frame.filter(~pl.col("name").is_in(silent))
    note = [
        points.reading(drawn, "share", level, "so few namings cannot exclude"),
        _bracketed(frame),
        _thin(drawn),
        few,
        f"Never used: {given.listed(silent)}." if silent else "",
    ]
    named = f", choice “{style.clean(frame['choice'][0])}”" if frame.height else ""
    plan = panels.Plan(
        points.panels_of(drawn, groups, "name", "share"),
        tuple(groups),
        scales.shares(f"Share of all namings{named}"),
        sizes=_namings(frame, groups),
        note=points.note(note),
        absent="never named",
        nothing="nothing found: never named" if frame.height else "nothing to draw",
        width=width,
    )
    return panels.draw(plan, ax)


def _namings(frame: pl.DataFrame, groups: list[str]) -> tuple[str, ...]:
    """Return how often each group named the thing and, where the table knows it, in how many articles."""
    times = points.sizes(frame, groups, pl.col("count").sum())
    if NAMING not in frame.columns:
        return times
    articles = points.sizes(frame, groups, pl.col(NAMING).max())
    return tuple(" in ".join(pair) if pair[0] != "0" else "0" for pair in zip(times, articles, strict=True))


def _bracketed(frame: pl.DataFrame) -> str:
    if not frame.height:
        return ""
    return f"In brackets: how often the thing was named{', and in how many articles' if NAMING in frame.columns else ''}."


def _thin(frame: pl.DataFrame) -> str:
    """Warn where most groups that name the thing do so in one article: points without intervals tell little."""
    named = frame.filter(pl.col("share").is_not_nan()).group_by("group").agg(bare=pl.col("low").is_nan().any())
    sure = named.height - int(named["bare"].sum())
    if 2 * sure >= named.height:
        return ""
    few = f"Only {sure}" if sure else "None"
    have = "has" if sure < 2 else "have"
    return f"{few} of the {named.height} that name it {have} an interval: too little to compare, read the sentences."


def _one_choice(frame: pl.DataFrame, choice: str | None) -> pl.DataFrame:
    present = given.order(frame["choice"])
    if choice is None and len(present) > 1:
        raise ValueError(f"The table holds {len(present)} choices; name one of them: choice={present}")
    if choice is None:
        return frame
    arguments.known(choice, present, "choice")
    return frame.filter(pl.col("choice") == choice)


def _per(frame: pl.DataFrame, unit: str) -> str:
    per = given.number(frame["per"][0]) if frame.height else 1
    read = unit.partition(" ")[0]
    counted = f"{read.capitalize()} with the frame" if read in CLASSIFIED else "Terms"
    return f"{counted} per {given.count(per)} {unit}" if per != 1 else f"{counted} per {unit.removesuffix('s')}"


def _resting(frame: pl.DataFrame, unit: str) -> str:
    exposed = [given.number(value) for value in frame.group_by("group").agg(pl.col("exposure").max())["exposure"]]
    return f"In brackets: articles; {given.span(exposed)} {unit} for each." if exposed else ""
