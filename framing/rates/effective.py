"""Hits of unequal weight as so many hits of equal weight, so that an interval knows how many there are."""

from dataclasses import replace

import polars as pl

from framing.scores import Scores


def effective(scores: Scores, item: str | None = None) -> tuple[Scores, pl.Expr]:
    r"""Weigh hits in effective hits of their frame or choice.

    Hits with weights w, otherwise alike, vary as much as

    .. math:: n = \frac{(\sum w)^2}{\sum w^2} \quad \text{hits that each count} \quad u = \frac{\sum w^2}{\sum w}

    (Kish 1965; for counts, the scaled Poisson distribution of Bohm and Zech 2014). Divided by u, a sum of weights has the mean and the
    variance of a count of n hits, so that everything the other files do with counts holds for it too: the half hit that is added, the
    least width of an interval, the limit below which hits are few. u is taken from all hits of the frame, because the few hits of one
    group would give a poor estimate; with equal weights it is their weight.

    Parameters
    ----------
    scores
        From `score`.
    item
        Column of the hits that says which of them are alike: `frame`, `choice`; None: all are.

    Returns
    -------
    scores : Scores
        The same hits, their weights divided by u.
    worth : expression
        u by the column `item` of a result table (1 where nothing was found): what takes its totals back to sums of weights.

    Examples
    --------
    >>> import polars as pl
    >>> from framing import tables
    >>> from framing.corpus import Corpus
    >>> two = pl.DataFrame({"frame": ["peace"] * 2, "weight": [1.0, 3.0]})
    >>> hits = pl.concat([tables.empty("hits"), two], how="diagonal")
    >>> scores = Scores(hits, tables.empty("exposure"), Corpus(tables.empty("articles")), ("peace",), {}, "hand", "words", 1000)
    >>> weighed, worth = effective(scores, "frame")
    >>> weighed.hits["weight"].to_list(), pl.select(frame=pl.lit("peace")).select(worth).item()
    ([0.4, 1.2], 2.5)
    """
    weight = pl.col("weight")
    share = weight / weight.max()  # exactly 1 where all weigh alike: then no last digit depends on what they weigh
    worth = (weight.max() * ((share**2).sum() / share.sum())).fill_nan(1.0)
    hits = scores.hits.with_columns(worth=worth if item is None else worth.over(item))
    scaled = replace(scores, hits=hits.with_columns(weight=weight / pl.col("worth")).drop("worth"))
    if item is None:
        return scaled, pl.lit(hits["worth"].first() if hits.height else 1.0)
    known = hits.select(item, "worth").drop_nulls().unique(item, maintain_order=True)
    return scaled, pl.col(item).replace_strict(known[item], known["worth"], default=1.0, return_dtype=pl.Float64)
