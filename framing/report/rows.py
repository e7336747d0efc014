"""Result tables as the rows a reader sees: the numbers side by side that belong together."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import polars as pl

from framing.report import written
from framing.report.evidence import anchor, grouping

Row = dict[str, Any]

MOST = 40
"""How many groups of a table, and pairs of a frame, the page shows; the rest stand in the table's file."""


def largest(table: pl.DataFrame, by: Sequence[str], amount: str) -> tuple[pl.DataFrame, int]:
    """Keep the groups a page can show, those with the largest sum of `amount`, and count all groups."""
    sums = table.group_by(by, maintain_order=True).agg(pl.col(amount).fill_nan(0).sum().alias("sum of a group"))
    if sums.height <= MOST:
        return table, sums.height
    kept = sums.sort("sum of a group", descending=True, maintain_order=True).head(MOST)
    return table.join(kept, on=by, how="semi", nulls_equal=True, maintain_order="left"), sums.height


def stance(hits: pl.DataFrame, voice: str) -> dict[str, int] | None:
    """Count the frame hits of a voice, and how many of them are denied or held at a distance; None: not known."""
    if not {"negated", "distanced"} <= set(hits.columns):
        return None
    counted = hits.filter(pl.col("frame").is_not_null(), pl.lit(voice == "all") | (pl.col("voice").cast(pl.String) == voice))
    return {"hits": counted.height} | {name: int(counted[name].cast(pl.Boolean).sum()) for name in ("negated", "distanced")}


def rates(read: pl.DataFrame, everything: pl.DataFrame, by: Sequence[str]) -> list[Row]:
    """Lay the rates of the voice in question beside those of all voices: one block a frame, one row a group."""
    whole = {(grouping(row, by), row["frame"]): row for row in everything.iter_rows(named=True)}
    blocks: dict[str, list[Row]] = {}
    for row in read.iter_rows(named=True):
        group = grouping(row, by)
        both = [_rate(row, group), _rate(whole.get((group, row["frame"]), {}), group)]
        blocks.setdefault(row["frame"], []).append({"group": group, "articles": written.count(row["articles"]), "readings": both})
    return [{"frame": frame, "rows": rows} for frame, rows in blocks.items()]


def _rate(row: Mapping[str, Any], group: str) -> Row:
    return {
        "value": written.count(row.get("value")),
        "exposure": written.count(row.get("exposure")),
        "rate": written.rate(row.get("rate")),
        "interval": written.interval(row.get("low"), row.get("high")),
        "link": anchor(group, row["frame"]) if row.get("value") else None,
    }


def contrasts(table: pl.DataFrame, places: Collection[str]) -> list[Row]:
    """Return the pairs of each frame in which at least one side used it, those with the smallest p if they are many.

    Beside them stands how many pairs had nothing to compare, and how many are not shown. A side links to its sentences if they are
    among `places`: all others together have none of their own, nor has an outlet where its groups are outlets by month.
    """
    return [_pairs(str(frame), part, places) for (frame,), part in table.group_by("frame", maintain_order=True)]


def _pairs(frame: str, part: pl.DataFrame, places: Collection[str]) -> Row:
    used = part.filter(pl.any_horizontal(pl.col("rate_a", "rate_b").fill_nan(0).fill_null(0) > 0)).with_row_index("row of the table")
    shown = used.sort(pl.col("p").fill_nan(None), "row of the table", nulls_last=True).head(MOST).sort("row of the table")
    rows = [_contrast(row, places) for row in shown.iter_rows(named=True)]
    return {"frame": frame, "rows": rows, "pairs": used.height, "silent": part.height - used.height, "more": used.height - len(rows)}


def _contrast(row: Mapping[str, Any], places: Collection[str]) -> Row:
    sides = [(row[side], row[f"rate_{side}"], anchor(row[side], row["frame"])) for side in ("a", "b")]
    linked = [place if rate and place in places else None for _, rate, place in sides]
    return {
        "sides": [{"group": group, "rate": written.rate(rate), "link": link} for (group, rate, _), link in zip(sides, linked, strict=True)],
        "alone": (row["rate_a"] == 0) != (row["rate_b"] == 0),
        "ratio": written.rate(row["ratio"]),
        "interval": written.interval(row["low"], row["high"]),
        "p": written.chance(row["p"]),
        "q": written.chance(row["q"]),
        "articles": written.count(row["articles"]),
        "events": written.count(row["events"]),
    }


def choices(table: pl.DataFrame, by: Sequence[str]) -> list[Row]:
    """Return one block a choice: its names in use as columns, one row a group, and the names nobody used."""
    return [_choice(str(choice), part, by) for (choice,), part in table.group_by("choice", maintain_order=True)]


def _choice(choice: str, part: pl.DataFrame, by: Sequence[str]) -> Row:
    totals = part.group_by("name", maintain_order=True).agg(pl.col("count").sum())
    used = totals.filter(pl.col("count") > 0)["name"].to_list()
    groups: dict[str, dict[str, Row]] = {}
    for row in part.iter_rows(named=True):
        group = grouping(row, by)
        groups.setdefault(group, {})[row["name"]] = _share(row, group)
    rows = [_named(group, cells, used) for group, cells in groups.items()]
    return {"choice": choice, "names": used, "unused": [name for name in totals["name"] if name not in used], "rows": rows}


def _named(group: str, cells: Mapping[str, Row], used: Sequence[str]) -> Row:
    articles = next(iter(cells.values()))["articles"]
    total = written.count(sum(cell["amount"] for cell in cells.values()))
    return {"group": group, "total": total, "articles": articles, "cells": [cells[name] for name in used]}


def _share(row: Mapping[str, Any], group: str) -> Row:
    return {
        "amount": row["count"],
        "articles": written.count(row.get("naming_articles")),
        "count": written.count(row["count"]),
        "share": written.share(row["share"]),
        "interval": written.interval(row["low"], row["high"], written.share),
        "link": anchor(group, row["choice"], row["name"]) if row["count"] else None,
    }


def voices(table: pl.DataFrame, by: Sequence[str]) -> list[Row]:
    """Return one row a group: for each voice its terms and their share."""
    groups: dict[str, list[Row]] = {}
    for row in table.iter_rows(named=True):
        cell = {"voice": row["voice"], "count": written.count(row["count"]), "share": written.share(row["share"])}
        cell["interval"] = written.interval(row.get("low"), row.get("high"), written.share)
        groups.setdefault(grouping(row, by), []).append(cell)
    return [{"group": group, "link": anchor(group) if any(map(_some, cells)) else None, "cells": cells} for group, cells in groups.items()]


def _some(cell: Row) -> bool:
    return cell["count"] not in ("0", written.DASH)
