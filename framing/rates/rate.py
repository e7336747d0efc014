"""Scores to rates: how often each group uses each frame, and how sure that is."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

from framing import arguments, tables
from framing.rates import cautions
from framing.rates.corrected_codes import Coded
from framing.rates.corrected_rate import corrected_rates
from framing.rates.counts import COLUMNS, SUPPORT, Floats, count, group_rows
from framing.rates.effective import effective
from framing.rates.units import Units, units_of
from framing.resample import intervals
from framing.resample.draws import spread
from framing.scores import Scores
from framing.voice import Passages

IN_WEIGHTS = ("value", "rate", "low", "high")  # computed in effective hits, told in weights


def rates(  # noqa: PLR0913  the last three correct
    scores: Scores,
    *,
    by: str | Sequence[str] = "outlet",
    within: str | None = None,
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
    coding: Any = None,
    passages: Passages | None = None,
    method: str = "difference",
) -> pl.DataFrame:
    """Rates of each frame in each group, with intervals from resampled articles.

    The estimand is the ratio of expected hits to expected exposure in the stream of articles the group's articles
    were drawn from, not in these articles alone:  ``rate = per * sum(hits) / sum(exposure)``.

    The interval is ``rate * exp(-/+ t * s)``: s is the standard deviation of log((hits + 1/2) / exposure) over
    `n_boot` draws of whole articles (at least half that of independent hits), t Student's quantile with degrees of freedom
    reduced by burstiness (`intervals.freedom`). With fewer than twelve hits it is widened towards that of as many independent hits
    (`intervals.least_limits`). Without a hit, `low` is 0 and `high` solves P(no hit) = (1 - level) / 2
    (`intervals.zero_rate`). Fewer than two articles give nan. Where hits do not all weigh 1, "hits" are effective hits
    (`effective`): weights ten times as large make value, rate and interval ten times as large and change nothing else.

    Use it when articles can be taken as independent given the group. Copies of one agency text are not: drop them.

    Parameters
    ----------
    scores
        From `score`, perhaps narrowed: ``scores.where(voice="own")``.
    by
        Group column or columns: `outlet`, `event`, `part`, `voice`, `speaker`, `published`, `language`, `article_id`,
        or `week`, `month`, `year` (first day of the period in which the article was published).
    within
        What is drawn as a whole instead of articles, such as `event`: for statements about events beyond these.
        With fewer than ten, articles are drawn all the same, and a warning says so.
    level
        Nominal coverage, between 0 and 1.
    n_boot
        Number of draws.
    seed
        Same seed, same numbers, whatever the order of articles.
    coding
        From `read_coding`: a coded sample of these scores. The rates are then those that coders would count had they read everything,
        each group corrected by its own codes, and the interval includes the uncertainty that comes from coding only a part
        (docs/validation.md). The coding must hold the probability with which each unit was drawn. Codes of hits that the scores
        were narrowed to leave out are ignored.
    passages
        The passages the sample was drawn from, in all voices. Without them only false hits are corrected; what was missed stays missed.
    method
        ``difference`` weighs codes by the inverse of their probability and assumes nothing about the scorer; ``ppi`` relies on the hits
        as far as that lowers the variance; ``rogan-gladen`` assumes that the sensitivity and specificity found for an outlet (and voice,
        if it is in `by`) hold in all its groups, so that weeks or events need no codes of their own.

    Returns
    -------
    table
        A `rates` table: the group columns, then `frame`, `value`, `exposure`, `per`, `rate`, `low`, `high`,
        `articles`, `events`; further `hit_articles` (articles with a hit) and `largest_share` (share of the hits that
        one article supplies; 1: the row is one article's), `caution` (why the interval is known to cover more or less often than it
        says: few hits, few articles, wide interval; null: no caution), `validation` (``not validated``, or what a coded sample said
        of the frame's hits) and `scorer` (what counted: a lexicon's name, version and hash). A frame never found has a row of
        zeros in each group. With `coding`, `value` and `rate` are corrected, `counted` is the rate without correction, `coded` the
        number of items coded, and `validation` names the method. A corrected rate is nan where none of its hits, or none of its
        passages without a hit, was coded.

    Warns
    -----
    UserWarning
        With the number of rows that have a caution, once for each kind.

    Raises
    ------
    TypeError
        If `scores` is not `Scores`.
    ValueError
        For an unknown column, a level outside 0 to 1, or a coding that belongs to other scores or lacks its probabilities.

    References
    ----------
    Angelopoulos et al. (2023), Prediction-powered inference, https://doi.org/10.1126/science.adi6000; Egami et al. (2023), Using imperfect
    surrogates for downstream inference, https://arxiv.org/abs/2306.04746; Rogan and Gladen (1978), American Journal of Epidemiology 107;
    Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 12; Chamandy et al. (2012), Estimating
    uncertainty for massive data streams (Poisson weights); Kish (1965), Survey Sampling; Bohm and Zech (2014), Statistics of weighted
    Poisson events and its applications, NIM A 748.

    Examples
    --------
    >>> from framing.corpus import Corpus
    >>> corpus = Corpus.from_records([{"article_id": n, "outlet": "Harbour Post", "text": "..."} for n in "pq"])
    >>> words = pl.DataFrame({"article_id": ["p", "q"], "outlet": ["Harbour Post"] * 2, "exposure": [400.0, 600.0]})
    >>> exposure = pl.concat([tables.empty("exposure"), words], how="diagonal")
    >>> scores = Scores(tables.empty("hits"), exposure, corpus, ("peace",), {}, "hand", "words", 1000)
    >>> rates(scores).select("outlet", "frame", "rate", "low", pl.col("high").round(1), "articles").row(0)
    ('Harbour Post', 'peace', 0.0, 0.0, 10.6, 2)
    """
    arguments.made(scores, Scores, "rates()")
    columns = arguments.columns("by", by, COLUMNS)
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    scores, worth = effective(scores, "frame")
    coded = Coded.of(scores, coding, passages, method)
    if coded is not None:
        table = corrected_rates(coded, columns, within, level=level, n_boot=n_boot, seed=seed)
        return table.with_columns(pl.col(*IN_WEIGHTS, "counted") * worth)
    counts = count(scores, columns, scores.frames, pl.col("frame"))
    units = units_of(counts, scores, within)
    told = [each for rows in units.slices for each in cautions.of_rates(units.values[rows], units.exposure[rows])]
    value, exposure = units.totals()
    rate = value / np.where(exposure > 0, exposure, np.nan)
    low, high = _interval(units, rate, level=level, error=_error(units, n_boot=n_boot, seed=seed))
    numbers = {"value": value, "exposure": np.broadcast_to(exposure, value.shape)}
    ends = {"rate": rate, "low": low, "high": np.minimum(high, np.fmax(1, rate))}  # no more than all words can be hits
    numbers |= {name: scores.per * end for name, end in ends.items()}
    table = group_rows(counts, pl.DataFrame({"frame": list(scores.frames)}, schema={"frame": pl.String}))
    table = table.with_columns(pl.Series(name, column.ravel()) for name, column in numbers.items())
    table = cautions.completed(table.with_columns(pl.Series("caution", told, dtype=pl.String)))
    table = table.with_columns(pl.col(*IN_WEIGHTS) * worth, per=pl.lit(float(scores.per)))
    own = (*columns, *tables.schema("rates"), *SUPPORT, "caution")
    return table.select(*own, scores.status("frame"), scorer=pl.lit(scores.scorer))


def _error(units: Units, *, n_boot: int, seed: int) -> Floats:
    """Standard error of the log rate, shape (groups, frames): the spread over draws."""
    groups, frames = len(units.slices), units.values.shape[1]

    def log_rate(sums: Floats) -> Floats:
        block = sums.reshape(groups, frames + 1, sums.shape[-1])
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(np.log(block[:, :-1] + intervals.HALF) - np.log(block[:, -1:]))

    return spread(units.matrix(), units.ids, log_rate, n_boot=n_boot, seed=seed)


def _interval(units: Units, rate: Floats, *, level: float, error: Floats) -> tuple[Floats, Floats]:
    """Lower and upper ends per unit of exposure, shape (groups, frames)."""
    value, exposure = units.totals()
    n = units.sizes()[:, None]
    free = np.array([_freedom(units.values[rows], units.exposure[rows], r) for rows, r in zip(units.slices, rate, strict=True)])
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        half = intervals.quantile_t(free.reshape(rate.shape), level) * np.fmax(error, intervals.least_error(value))
        least, most = intervals.least_limits(value, level)
        low, high = np.minimum(rate * np.exp(-half), least / exposure), np.maximum(rate * np.exp(half), most / exposure)
    none = (value == 0) & (n >= 2)
    high = np.where(none, intervals.zero_rate(n, exposure, level), high)
    return np.where(n < 2, np.nan, np.where(none, 0.0, low)), np.where(n < 2, np.nan, high)


def _freedom(values: Floats, exposure: Floats, rate: Floats) -> Floats:
    some = exposure > 0
    return intervals.freedom(values[some], np.outer(exposure[some], rate))
