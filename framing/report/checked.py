"""What the checks of a comparison found, in words: a line each on what was done and what came of it."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any, NamedTuple

import polars as pl

from framing.report import written

DEALT = {
    "halves": "The articles of each event dealt to two sides at random",
    "outlets": "The outlets’ names shuffled among the articles of each event",
}
UNSURE = "Every hit whose voice is in doubt read the other way"
OTHERWISE = (
    "{frame}, {a} against {b}, the contrast with the smallest p: other voices, parts and counts{read} and, of all voices together, each "
    "event or term left out"
)


class Check(NamedTuple):
    """One check: what was done, what came of it, and the file with the whole table."""

    done: str
    found: str
    file: str


def checks(tables: Mapping[str, pl.DataFrame]) -> list[Check]:
    """Tell the tables of checks that the page has, in a fixed order."""
    told = {"placebo": _placebo, "voice_bounds": _bounds, "robustness": _robustness}
    return [Check(*line, f"tables/{name}.csv") for name, tell in told.items() if name in tables for line in tell(tables[name])]


def _placebo(table: pl.DataFrame) -> list[tuple[str, str]]:
    return [(f"{DEALT[row['shuffle']]}, {row['rounds']} times", _false_alarms(row)) for row in table.iter_rows(named=True)]


def _false_alarms(row: Mapping[str, Any]) -> str:
    if written.undefined(row["p_below"]):
        return "Nothing to compare in any round."
    nominal = written.share(row["nominal"])
    return (
        f"Where nothing can differ, {written.share(row['p_below'])} of {row['tests']:,} tests called a difference significant, and "
        f"{written.share(row['interval_misses'])} of the intervals missed “no difference”: at most about {nominal} is as it should be. "
        f"A test that takes words as independent would have called {written.share(row['token_below'])} significant."
    )


def _bounds(table: pl.DataFrame) -> list[tuple[str, str]]:
    """Count the pairs of groups that differ in the rate of a frame, and those whose order may turn."""
    differ = turn = 0
    for _, group in table.group_by("frame", maintain_order=True):
        for one, two in combinations(group.filter(pl.col("rate").is_not_nan()).iter_rows(named=True), 2):
            low, high = sorted((one, two), key=lambda row: float(row["rate"]))
            differ += low["rate"] < high["rate"]
            turn += low["rate"] < high["rate"] and low["most"] >= high["fewest"]
    if not differ:
        return [(UNSURE, "No two groups differ in a rate.")]
    return [(UNSURE, f"Of {differ:,} pairs of groups with different rates of a frame, {turn:,} could change places.")]


def _robustness(table: pl.DataFrame) -> list[tuple[str, str]]:
    if table.is_empty():
        return []
    run = table.filter(pl.col("ratio").is_not_nan())
    read = ", the other reading of indirect speech" if "variant" in table.get_column("kind", default=pl.Series()) else ""
    what = OTHERWISE.format(read=read, **table.row(0, named=True))
    if run.is_empty():
        return [(what, "No other choice leaves anything to compare.")]
    above = run.filter(pl.col("ratio") > 1).height
    ends = written.interval(run["ratio"].min(), run["ratio"].max())
    clear = int(run["clear"].sum())
    return [(what, f"Of {run.height:,} ratios, from {ends}, {above:,} lie above 1; {clear:,} have an interval that excludes 1.")]
