"""What near copies changed, as the rows a reader sees."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from framing.report.rows import MOST, Row

SHORT = 12
"""Words of a change on either side up to which the page prints it; longer ones are other text rather than other words."""
ARTICLES = ("article_id", "outlet", "earlier_id", "earlier_outlet")
COLUMNS = (*ARTICLES, "surface", "earlier_surface", "left", "right", "labels", "earlier_labels")


def pairs(table: pl.DataFrame) -> list[Row]:
    """Return one block a pair of articles: its short changes, how many there are, and how many longer ones."""
    keys = ["article_id", "earlier_id"]
    return [_pair(part) for _, part in table.group_by(keys, maintain_order=True)][:MOST]


def _pair(part: pl.DataFrame) -> Row:
    words = pl.max_horizontal(pl.col(name).str.split(" ").list.len() for name in ("surface", "earlier_surface"))
    short = part.filter(words <= SHORT)
    first = part.row(0, named=True)
    return {name: first[name] for name in ARTICLES} | {
        "rows": [_change(row) for row in short.head(MOST).iter_rows(named=True)],
        "changes": part.height,
        "short": short.height,
    }


def _change(row: Mapping[str, Any]) -> Row:
    return {
        "earlier": row["earlier_surface"],
        "later": row["surface"],
        "left": row["left"],
        "right": row["right"],
        "labels": [row["earlier_labels"], row["labels"]],
    }
