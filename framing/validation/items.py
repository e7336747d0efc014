"""What can be coded: every hit, and every passage in which a frame was not found."""

import hashlib
from typing import Any

import polars as pl

from framing import tables
from framing.resample.draws import hashed, keys
from framing.scores import Scores
from framing.voice import Passages

STRATA = ("label", "outlet", "voice")
_KEYS = ("article_id", "outlet", "event", "part", "voice", "start", "end")


def items(scores: Scores, passages: Passages | None = None) -> pl.DataFrame:
    """One row for each hit and, with `passages`, for each passage and frame that has no hit.

    Returns
    -------
    table
        `unit` (an id that tells nothing of the article, the same in every run), `found`, `label` (the frame, or choice
        and name), `article_id`, `outlet`, `event`, `part`, `voice`, `start`, `end`.
    """
    if not isinstance(scores, Scores):
        raise TypeError(f"expected Scores, as score() returns, not {type(scores).__name__}")
    name = pl.concat_str("choice", "name", separator=": ")
    hits = scores.hits.select(pl.lit(True).alias("found"), pl.coalesce("frame", name).alias("label"), *_KEYS)
    found = hits if passages is None else pl.concat([hits, _not_found(scores, passages)])
    key = pl.concat_str(pl.all().cast(pl.String).fill_null(""), separator="\x1f")
    keys = found.select(key.alias("key"))["key"].to_list()
    return found.with_columns(
        pl.Series("unit", [hashlib.blake2b(each.encode(), digest_size=6).hexdigest() for each in keys], dtype=pl.String)
    )


def _not_found(scores: Scores, passages: Passages) -> pl.DataFrame:
    """Pairs of a passage with words and a frame of which no hit begins in it."""
    read = passages.table.filter(pl.col("tokens") > 0).select(*_KEYS)
    pairs = read.join(pl.DataFrame({"label": scores.frames}, schema={"label": pl.String}), how="cross")
    begun = scores.hits.filter(pl.col("frame").is_not_null()).select(
        "article_id", "part", pl.col("frame").alias("label"), pl.col("start").alias("at")
    )
    # The passage of a hit is the last one that begins no later than the hit.
    held = begun.sort("at").join_asof(read.sort("start"), left_on="at", right_on="start", by=["article_id", "part"], check_sortedness=False)
    rest = pairs.join(held.select("article_id", "part", "label", "start").unique(), on=["article_id", "part", "label", "start"], how="anti")
    return rest.select(pl.lit(False).alias("found"), "label", *_KEYS)


def answers(coding: Any, every: pl.DataFrame) -> pl.DataFrame:
    """Share of yes of each coded unit, `yes`, all of which must be among the items `every`."""
    frame = tables.frame(coding, "The coding, as read_coding() returns it,")
    for column in ("unit", "value"):
        if column not in frame.columns:
            raise ValueError(f"The coding lacks the column {column!r}; it has {frame.columns}. read_coding() reads filled sheets")
    strange = frame.filter(~pl.col("value").cast(pl.String).is_in(["yes", "no"]).fill_null(False))["value"]
    if len(strange):
        raise ValueError(f"The coding has the value {strange[0]!r}; expected yes or no. read_coding() reads filled sheets")
    shares = frame.group_by(pl.col("unit").cast(pl.String)).agg(yes=(pl.col("value").cast(pl.String) == "yes").mean())
    others = shares.join(every, on="unit", how="anti", nulls_equal=True)["unit"].sort()
    if len(others):
        raise ValueError(f"{len(others)} coded units, such as {others[0]!r}, are not among these hits; pass what they were drawn from")
    return shares


def in_turn(found: pl.DataFrame, by: tuple[str, ...], seed: int) -> pl.DataFrame:
    """Order items by chance so that any first n of them hold each stratum as evenly as there are items in it."""
    for column in by:
        tables.known(column, found.columns, "stratum")
    chance = pl.Series("chance", hashed(keys(found["unit"].to_list(), seed), 1)[:, 0], dtype=pl.UInt64)
    turn = pl.col("chance").rank("ordinal").over("found", *by)
    return found.with_columns(chance).with_columns(turn=turn).sort("turn", "chance")
