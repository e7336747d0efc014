"""What can be coded: every hit, and every passage in which a frame was not found."""

import hashlib
from collections.abc import Sequence

import polars as pl

from framing.classifier.units import UNITS, units
from framing.lexicon.labels import label
from framing.resample.draws import hashed, keys
from framing.scores import Scores
from framing.voice import Passages

STRATA = ("label", "outlet", "voice")
DRAWN_BY = ("label", "outlet", "event", "part", "voice")
"""What a sample may be balanced by, and measures told apart by."""
_KEYS = ("article_id", "outlet", "event", "part", "voice", "start", "end")
_EXPOSED = ("article_id", "part", "voice", "speaker")


def items(scores: Scores, passages: Passages | None = None, articles: Sequence[str] | None = None) -> pl.DataFrame:
    """One row for each hit and, with `passages`, for each passage and frame that has no hit.

    What scores were narrowed to, such as a voice, narrows the passages too. For a classifier a passage is its unit. With `articles`, only
    their items have a `unit`: giving one to every passage of a large corpus takes longer than all the rest.

    Returns
    -------
    table
        `unit` (an id that tells nothing of the article, the same in every run), `found`, `label` (the frame, or choice
        and name), `article_id`, `outlet`, `event`, `part`, `voice`, `start`, `end`, `speaker`, `term`
        (null for a passage) and `counts` (the weight of the hit; 1 for a passage).
    """
    hits = scores.hits.select(
        pl.lit(True).alias("found"), label().alias("label"), *_KEYS, "speaker", "term", pl.col("weight").alias("counts")
    )
    found = hits if passages is None else pl.concat([hits, _not_found(scores, passages)])
    key = pl.concat_str(pl.col("found", "label", *_KEYS).cast(pl.String).fill_null(""), separator="\x1f")
    if articles is not None:
        key = pl.when(pl.col("article_id").is_in(list(articles))).then(key)
    return found.with_columns(pl.Series("unit", [_unit(each) for each in found.select(key.alias("key"))["key"].to_list()], dtype=pl.String))


def _unit(key: str | None) -> str | None:
    """Give an id that a spreadsheet takes for a word: 12e456789012, without its letter, would come back as a number."""
    return None if key is None else "u" + hashlib.blake2b(key.encode(), digest_size=6).hexdigest()


def _not_found(scores: Scores, passages: Passages) -> pl.DataFrame:
    """Pairs of what was read, with words in it, and a frame of which no hit begins in it."""
    read = _read(scores, passages).join(scores.exposure.select(_EXPOSED).unique(), on=_EXPOSED, how="semi", nulls_equal=True)
    read = read.select(*_KEYS, "speaker")
    pairs = read.join(pl.DataFrame({"label": scores.frames}, schema={"label": pl.String}), how="cross")
    begun = scores.hits.filter(pl.col("frame").is_not_null()).select(
        "article_id", "part", pl.col("frame").alias("label"), pl.col("start").alias("at")
    )
    # The passage of a hit is the last one that begins no later than the hit.
    held = begun.sort("at").join_asof(read.sort("start"), left_on="at", right_on="start", by=["article_id", "part"], check_sortedness=False)
    rest = pairs.join(held.select("article_id", "part", "label", "start").unique(), on=["article_id", "part", "label", "start"], how="anti")
    return rest.select(
        pl.lit(False).alias("found"), "label", *_KEYS, "speaker", pl.lit(None, pl.String).alias("term"), pl.lit(1.0).alias("counts")
    )


def _read(scores: Scores, passages: Passages) -> pl.DataFrame:
    """What a scorer reads as a whole: a classifier its units, a lexicon passages."""
    return units(passages, scores.unit) if scores.unit in UNITS else passages.table.filter(pl.col("tokens") > 0)


def in_turn(found: pl.DataFrame, by: tuple[str, ...], seed: int) -> pl.DataFrame:
    """Order items by chance so that any first n of them hold each stratum as evenly as there are items in it."""
    chance = pl.Series("chance", hashed(keys(found["unit"].to_list(), seed), 1)[:, 0], dtype=pl.UInt64)
    turn = pl.col("chance").rank("ordinal").over("found", *by)
    return found.with_columns(chance).with_columns(turn=turn).sort("turn", "chance")
