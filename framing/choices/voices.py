"""Scores to shares of the voices in which the terms of a group stand."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from framing import arguments, tables
from framing.choices.shares import profiles
from framing.rates.counts import PERIODS
from framing.scores import Scores


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
    TypeError
        If `scores` is not `Scores`.
    ValueError
        For an unknown column, or a level outside 0 to 1.

    Examples
    --------
    >>> from framing.corpus import Corpus
    >>> scores = Scores(tables.empty("hits"), tables.empty("exposure"), Corpus(tables.empty("articles")), (), {}, "hand", "words", 1000)
    >>> voice_shares(scores).columns[:4]
    ['outlet', 'voice', 'count', 'share']
    """
    arguments.made(scores, Scores, "voice_shares()")
    columns = arguments.columns("by", by, ("outlet", "event", "part", "language", *PERIODS))
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    terms = scores.hits.filter(pl.col("frame").is_not_null()).unique(["article_id", "part", "start", "end"], maintain_order=True)
    voices = pl.Series("voice", tables.VOICES, dtype=pl.Enum(tables.VOICES))
    return profiles(replace(scores, hits=terms), columns, voices, level=level, n_boot=n_boot, seed=seed)
