"""Scores to the fate of attributions between text and headline."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from framing import arguments, tables
from framing.choices.shares import profiles
from framing.rates.counts import PERIODS
from framing.scores import Scores

FATES = ("kept", "dropped", "added")
_KEYS = ("article_id", "term", "frame", "choice", "name")


def headline_fates(hits: pl.DataFrame) -> pl.DataFrame:
    """Tell what became of the attribution of every term that stands both in the headline and in the text of an article.

    Parameters
    ----------
    hits
        A `hits` table.

    Returns
    -------
    table
        The first hit in the headline of each article and term, with a further column `fate`: ``dropped`` (attributed or in
        scare marks wherever the text has the term, in own voice in the headline), ``added`` (in own voice somewhere in the
        text, attributed or in scare marks in the headline) or ``kept``.

    Examples
    --------
    >>> from framing import tables
    >>> headline_fates(tables.empty("hits")).columns[-1]
    'fate'
    """
    tables.check(hits, "hits")
    own = pl.col("voice") == "own"
    title = hits.filter(part="title").group_by(_KEYS, maintain_order=True).agg(pl.all().first(), own.any().alias("own_title"))
    text = hits.filter(part="text").group_by(_KEYS).agg(own.any().alias("own_text"))
    both = title.join(text, on=_KEYS, nulls_equal=True, maintain_order="left")
    same = pl.col("own_title") == pl.col("own_text")
    changed = pl.when("own_title").then(pl.lit("dropped")).otherwise(pl.lit("added"))
    return both.select(*hits.columns, fate=pl.when(same).then(pl.lit("kept")).otherwise(changed))


def headline_shares(
    scores: Scores, *, by: str | Sequence[str] = "outlet", level: float = 0.95, n_boot: int = 1000, seed: int = 0
) -> pl.DataFrame:
    """Share of the terms in headlines whose attribution is kept, dropped or added against the text below.

    The estimand is, for a term taken at random from those that stand both in the headline and in the text of an article of
    the group, the probability of each fate (`headline_fates`). A term that the headline alone has, or the text alone, says
    nothing and is left out; headlines seldom hold a term, so `count` is small. Intervals are those of `choices`: articles are
    drawn, not terms. The program tells a report in a headline by its marks, a name before a colon, or "X says" behind.

    Parameters
    ----------
    scores
        From `score`, of whole articles: `scores.where(part=...)` or `voice=...` leaves nothing to compare.
    by
        Group column or columns, as in `rates`, of articles: not `voice`, not `part`.
    level, n_boot, seed
        As in `rates`.

    Returns
    -------
    table
        The group columns, `fate`, `count` (terms x articles), `share`, `low`, `high`, `articles`, `events`, one row a group and
        fate; further `hit_articles`, `largest_share`, `caution`, `scorer` as in `rates`.

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
    >>> from framing import tables
    >>> from framing.corpus import Corpus
    >>> scores = Scores(tables.empty("hits"), tables.empty("exposure"), Corpus(tables.empty("articles")), (), {}, "hand", "words", 1000)
    >>> headline_shares(scores).columns[:4]
    ['outlet', 'fate', 'count', 'share']
    """
    arguments.made(scores, Scores, "headline_shares()")
    columns = arguments.columns("by", by, ("outlet", "event", "language", *PERIODS))
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    found = headline_fates(scores.hits).with_columns(weight=pl.lit(1.0))
    return profiles(replace(scores, hits=found), columns, pl.Series("fate", FATES), level=level, n_boot=n_boot, seed=seed)
