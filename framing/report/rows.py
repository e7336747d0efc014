"""Result tables as the rows a reader sees: the numbers side by side that belong together."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from framing.report import written
from framing.report.evidence import anchor, grouping

Row = dict[str, Any]


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


def contrasts(table: pl.DataFrame) -> list[Row]:
    """Return the pairs of each frame in which at least one side used it, and how many pairs did not."""
    blocks: dict[str, Row] = {}
    for row in table.iter_rows(named=True):
        block = blocks.setdefault(row["frame"], {"frame": row["frame"], "rows": [], "silent": 0})
        if any(row[rate] and not written.undefined(row[rate]) for rate in ("rate_a", "rate_b")):
            block["rows"].append(_contrast(row))
        else:
            block["silent"] += 1
    return list(blocks.values())


def _contrast(row: Mapping[str, Any]) -> Row:
    sides = [(row[side], row[f"rate_{side}"]) for side in ("a", "b")]
    return {
        "sides": [
            {"group": group, "rate": written.rate(rate), "link": anchor(group, row["frame"]) if rate else None} for group, rate in sides
        ],
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
    rows = [
        {"group": group, "total": written.count(sum(cell["amount"] for cell in cells.values())), "cells": [cells[name] for name in used]}
        for group, cells in groups.items()
    ]
    return {"choice": choice, "names": used, "unused": [name for name in totals["name"] if name not in used], "rows": rows}


def _share(row: Mapping[str, Any], group: str) -> Row:
    return {
        "amount": row["count"],
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
