"""Scores to shares of the voices in which the terms of a group stand."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from framing import tables
from framing.choices.shares import cautioned, shares_of
from framing.rates import cautions
from framing.rates.counts import PERIODS, column_list, count, group_rows
from framing.resample import intervals
from framing.scores import Scores

COLUMNS = ("voice", "count", "share", "low", "high", "articles", "events", "hit_articles", "largest_share", "caution")


def voice_shares(
    scores: Scores, *, by: str | Sequence[str] = "outlet", level: float = 0.95, n_boot: int = 1000, seed: int = 0
) -> pl.DataFrame:
    """Share of each voice among the loaded terms of each group.

    The estimand is the probability that a loaded term, taken at random from the group's stream of articles, stands in this
    voice. A term that belongs to several frames is one term; naming choices are not loaded terms and are left out. Intervals
    are those of `choices`: articles are drawn, not words.

    Parameters
    ----------
    scores
        From `score`.
    by
        Group column or columns, as in `rates`, but not `voice`.
    level, n_boot, seed
        As in `rates`.

    Returns
    -------
    table
        The group columns, `voice`, `count` (terms), `share`, `low`, `high`, `articles`, `events`, one row a group and voice; further
        `hit_articles`, `largest_share`, `caution`, `scorer` as in `rates`.

    Warns
    -----
    UserWarning
        With the number of rows that have a caution, once for each kind.

    Raises
    ------
    ValueError
        For an unknown column, or a level outside 0 to 1.

    Examples
    --------
    >>> from framing.corpus import Corpus
    >>> scores = Scores(tables.empty("hits"), tables.empty("exposure"), Corpus(tables.empty("articles")), (), {}, "hand", "words", 1000)
    >>> voice_shares(scores).columns[:4]
    ['outlet', 'voice', 'count', 'share']
    """
    columns = column_list(by, ("outlet", "event", "part", "language", *PERIODS))
    intervals.check_level(level)
    terms = scores.hits.filter(pl.col("frame").is_not_null()).unique(["article_id", "part", "start", "end"], maintain_order=True)
    counts = count(replace(scores, hits=terms), columns, tables.VOICES, pl.col("voice").cast(pl.String))
    found = shares_of(counts, [slice(0, len(tables.VOICES))], level=level, n_boot=n_boot, seed=seed)
    table = group_rows(counts, pl.DataFrame({"voice": tables.VOICES}, schema={"voice": pl.Enum(tables.VOICES)}))
    table = table.with_columns(pl.Series(name, found[name].ravel(), dtype=pl.Float64) for name in ("count", "share", "low", "high"))
    table = table.with_columns(cautioned(found))
    cautions.warn(table["caution"].to_list(), stacklevel=2)
    return table.select(*columns, *COLUMNS, scorer=pl.lit(scores.scorer))
