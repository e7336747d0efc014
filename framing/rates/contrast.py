"""Scores to contrasts: how much oftener one group uses a frame than another, event by event."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
import polars as pl

from framing import arguments, notices, tables
from framing.rates import cautions
from framing.rates.cells import Cells, cells_of
from framing.rates.corrected_codes import Coded
from framing.rates.corrected_contrast import Corrected, hits_of, warn_of_uncoded
from framing.rates.counts import Floats, summed
from framing.rates.effective import effective
from framing.rates.pairs import Pair, pairs_of, pooled
from framing.rates.permute import permutation_p, split_p
from framing.rates.units import beyond_swaps, draws_events
from framing.resample import intervals
from framing.resample.draws import distinct, spread
from framing.scores import Scores
from framing.voice import Passages

REST = "(rest)"
AGAINST = ("each", "rest")
POWER = 0.80
FEWEST_OF_EVENTS = 4  # degrees of freedom
CORRECTED = {"counted": pl.Float64(), "coded": pl.Int64()}
UNEVEN = 2  # articles on one side for each on the other, beyond which swapping alone is trusted no more
EXTRA = {"effective_articles": pl.Float64(), "largest_share": pl.Float64(), "detectable": pl.Float64(), "caution": pl.String()}


def contrasts(  # noqa: PLR0913  the last three correct
    scores: Scores,
    *,
    between: str = "outlet",
    within: str | None = "event",
    against: str = "each",
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
    coding: Any = None,
    passages: Passages | None = None,
    method: str = "difference",
) -> pl.DataFrame:
    """Pooled rate ratios of every two groups within events, with interval, permutation p and q.

    The estimand is the ratio of the rates of a and b on the same event, taken as common to the events both report. With
    hits A, B and exposures x, y of the two groups in an event (Mantel-Haenszel weights; Rothman, Greenland and Lash 2008)::

        rate_a = sum(A y / (x + y)) / W      rate_b = sum(B x / (x + y)) / W      W = sum(x y / (x + y))
        ratio  = (rate_a sum x + 1/2) / (sum x + h)  /  ((rate_b sum y + 1/2) / (sum y + h))

    h is the exposure in which half a hit is expected at the rate of both together. Half a hit is always added to each side, so that
    nothing jumps when a count becomes 0; with equal exposures the ratio is (A + 1/2) / (B + 1/2). `ratio` is nan when neither side
    has a hit. Interval: ``ratio * exp(-/+ t * s)`` with s the standard deviation of the log ratio over
    `n_boot` draws of whole articles, t as in `rates` with the degrees of freedom of both sides joined (`intervals.joined`). Whole
    events are drawn when both groups share at least ten, or at least four with no more than two articles a side on average.

    p asks whether the articles on each event could have been swapped between a and b (all swaps when they are few, drawn
    ones otherwise, the normal limit beyond 1,000 articles); q adjusts it over all rows of the table. The statistic allows for how
    bursty each side is (`permute.permutation_p`). p is never smaller than the p of the interval where one side has more than twice as
    many articles as the other, or where whole events with more than two articles a side are drawn: swapping articles does not show
    that the ratio differs from event to event. Nor is it smaller than that of Fisher's test of the hits alone (`permute.split_p`):
    swapping does not show that the articles of one side are shorter.
    Hits of other weights than 1 are effective hits, as in `rates`.

    Parameters
    ----------
    scores
        From `score`.
    between
        What makes the groups: a column as in `rates`.
    within
        What makes the strata, such as `event`; None compares everything at once. Articles without it are left out with a
        warning.
    against
        `each`: every pair once; `rest`: every group against all others together.
    level, n_boot, seed, coding, passages, method
        See `rates`. With `coding`, each side's hits and codes are weighted by event as its words are, so that `ratio` is the ratio of
        what coders would count; ``rogan-gladen`` takes each side's errors to be the same on every event. p is then that of the interval,
        not of swaps.

    Returns
    -------
    table
        A `contrasts` table: `frame`, `a`, `b`, `rate_a`, `rate_b` (both in hits per `scores.per`), `ratio`, `low`, `high`,
        `p`, `q`, `articles`, `events` (those with both sides); further `effective_articles` (hits squared over the sum of
        the articles' squares, an article with both sides counted once: at most `articles`), `largest_share` (of the hits, one
        article's) and `detectable`: the smallest true ratio above
        1 that this much text would show with power .8 at this level. A ratio between 1 / detectable and detectable that is
        not significant means that there is too little text, not that the sides are equal. `caution` says why a row may miss its level
        (few hits, few articles, wide interval; null: no caution). Last come `validation` and `scorer`, and with `coding` before them
        `counted` (the ratio without correction) and `coded`, as in `rates`.

    Warns
    -----
    UserWarning
        If articles lack `within`, or have one that no other group has, if too few are shared for a p below 1 - level, and with the
        number of rows that have a caution.

    Raises
    ------
    TypeError
        If `scores` is not `Scores`.
    ValueError
        For an unknown column, an unknown `against`, a level outside 0 to 1, more than 5,000 pairs, or a coding as in `rates`.

    References
    ----------
    Mantel and Haenszel (1959), JNCI 22; Rothman, Greenland and Lash (2008), Modern Epidemiology, chapter 15; Benjamini and
    Hochberg (1995), JRSS B 57; Phipson and Smyth (2010), SAGMB 9.

    Examples
    --------
    >>> from framing.corpus import Corpus
    >>> corpus = Corpus.from_records([{"article_id": n, "outlet": n[0], "event": "talks", "text": "..."} for n in ("p1", "q1")])
    >>> scores = Scores(tables.empty("hits"), tables.empty("exposure"), corpus, ("peace",), {}, "hand", "words", 1000)
    >>> contrasts(scores).columns[:5]
    ['frame', 'a', 'b', 'rate_a', 'rate_b']
    """
    arguments.made(scores, Scores, "contrasts()")
    arguments.known(against, AGAINST, "against")
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    scores, worth = effective(scores, "frame")
    coded = Coded.of(scores, coding, passages, method)
    if coded is not None:
        table = _corrected(coded, between, within, against, level=level, n_boot=n_boot, seed=seed)
        return table.with_columns(pl.col("rate_a", "rate_b") * worth)
    cells = cells_of(scores, between, within)
    pairs = pairs_of(cells, against)
    _warn_of_few_swaps(pairs, level)
    errors = _errors(cells, pairs, within, lambda pair, sums: pooled(*pair.sides(sums)).log_ratio, n_boot=n_boot, seed=seed)
    found = zip(pairs, errors, strict=True)
    table = _table([_rows(pair, error, _swapped(pair, n_boot, seed), within, level) for pair, error in found], scores)
    table = cautions.completed(table, fewest=cautions.FEW_HITS_OF_TWO)
    return table.with_columns(pl.col("rate_a", "rate_b") * worth)


def _corrected(coded: Coded, between: str, within: str | None, against: str, *, level: float, n_boot: int, seed: int) -> pl.DataFrame:
    """The table of ratios of corrected counts: the same groups, events and draws, another ratio and its own p."""
    cells = cells_of(coded.sums, between, within)
    pairs, of = pairs_of(cells, against), Corrected(coded, cells, between)
    of.tune(pairs, n_boot, seed)
    errors = _errors(cells, pairs, within, of.log_ratio, n_boot=n_boot, seed=seed)
    plain = pairs_of(replace(cells, values=hits_of(cells)), against)
    no_p = np.full(len(coded.scores.frames), np.nan)  # swaps of articles know nothing of their errors
    rows = [_rows(pair, error, no_p, within, level) for pair, error in zip(plain, errors, strict=True)]
    each = zip(rows, plain, pairs, errors, strict=True)
    table = _table(
        [_corrected_rows(row, of, (hits, pair), error, within, level) for row, hits, pair, error in each], coded.scores, CORRECTED
    )
    warn_of_uncoded(table)
    return cautions.completed(table, fewest=cautions.FEW_HITS_OF_TWO)


def _corrected_rows(
    rows: pl.DataFrame, of: Corrected, pair: tuple[Pair, Pair], error: Floats, within: str | None, level: float
) -> pl.DataFrame:
    """Replace what was counted in the rows of a pair by what coders would count; `pair` is that of hits, and that of all sums."""
    from scipy.special import ndtri

    numbers = of.rows(pair[1], error, _freedom(pair[0], rows["ratio"].fill_nan(1.0).to_numpy(), within), level)
    quantile, error, yes = (numbers.pop(name) for name in ("quantile", "error", "yes"))
    numbers["detectable"] = np.exp((quantile + ndtri(POWER)) * error)
    told = pl.Series("caution", cautions.of_codes(rows["caution"].to_list(), yes), dtype=pl.String)
    rows = rows.with_columns(told, counted="ratio", validation=pl.lit(of.coded.status))
    return rows.with_columns(pl.Series(name, column) for name, column in numbers.items())


def _warn_of_few_swaps(pairs: list[Pair], level: float) -> None:
    """Tell where p cannot be small: with one article a side on five events, labels swap in 32 ways, so p is at least 2 / 32."""
    few = [pair for pair in pairs if len(pair.rows) and pair.least_p() > 1 - level]
    if few:
        said = f"{len(few)} of {len(pairs)} pairs share too few articles for a permutation p below {1 - level:.2g}"
        notices.warn(f"{said}; read their intervals instead")


def _errors(
    cells: Cells, pairs: list[Pair], within: str | None, log_ratio: Callable[[Pair, Floats], Floats], *, n_boot: int, seed: int
) -> list[Floats]:
    """Standard errors of the log ratios of each pair, shape (frames,), from draws of articles or of events."""
    errors: dict[int, Floats] = {}
    for whole in (False, True):
        chosen = [number for number, pair in enumerate(pairs) if _draws_events(pair, within) is whole]
        names = np.array([cells.strata[s] for s in cells.stratum] if whole else cells.ids, dtype=str)
        ids, unit = np.unique(names, return_inverse=True)
        shape = (len(cells.names), len(cells.strata), cells.values.shape[1] + 1)

        def log_ratios(sums: Floats, chosen: list[int] = chosen, shape: tuple[int, ...] = shape) -> Floats:
            block = sums.reshape(*shape, sums.shape[-1])
            return np.array([log_ratio(pairs[number], block) for number in chosen])

        if chosen:
            found = spread(cells.matrix(unit), ids.tolist(), log_ratios, n_boot=n_boot, seed=seed)
            errors |= dict(zip(chosen, found, strict=True))
    return [errors[number] for number in range(len(pairs))]


def _draws_events(pair: Pair, within: str | None) -> bool:
    return within is not None and draws_events(pair.n_strata, len(pair.rows))


def _swapped(pair: Pair, n_boot: int, seed: int) -> Floats:
    """Permutation p of each frame, from swaps of articles between the two sides."""
    values, ids = pair.cells.values[pair.rows], [pair.cells.ids[row] for row in pair.rows]
    expected = pair.expected(np.ones(values.shape[1]))
    swapped = permutation_p(values, expected, pair.is_a, strata=pair.swap_strata(), ids=distinct(ids), n_draws=n_boot, seed=seed)
    text = pair.cells.exposure[pair.rows].sum()
    return np.maximum(swapped, split_p(values[pair.is_a].sum(0), values.sum(0), expected[pair.is_a].sum(0), text))


def _rows(pair: Pair, error: Floats, p: Floats, within: str | None, level: float) -> pl.DataFrame:
    """The rows of one pair, one a frame."""
    cells, values = pair.cells, pair.cells.values[pair.rows]
    seen, total = pooled(*pair.sides(cells.sums)), values.sum(0)
    error, free = _precision(pair, np.exp(seen.log_ratio), error, within)
    uneven = max(pair.articles) > UNEVEN * min(pair.articles)
    if uneven or (within is not None and beyond_swaps(pair.n_strata, len(pair.rows))):
        p = np.where(np.isnan(p), p, np.fmax(p, intervals.student_p(seen.log_ratio / error, free)))
    none = np.where(total > 0, 1.0, np.nan)  # with no hit on either side there is no ratio to speak of
    ratios = {name: none * column for name, column in ({"p": p} | _ratios(seen.log_ratio, error, free, level)).items()}
    ids, events = [cells.ids[row] for row in pair.rows], {cells.event[row] for row in pair.rows} - {None}
    return pl.DataFrame({"rate_a": seen.rate_a, "rate_b": seen.rate_b} | ratios | _concentration(values, ids)).with_columns(
        pl.Series("caution", cautions.of_contrasts(total, min(pair.articles)), dtype=pl.String),
        a=pl.lit(cells.names[pair.a]),
        b=pl.lit(REST if pair.b is None else cells.names[pair.b]),
        articles=len(set(ids)),
        events=len(events),
    )


def _ratios(log_ratio: Floats, error: Floats, free: Floats, level: float) -> dict[str, Floats]:
    """The ratio, the ends of its interval and the smallest that would show, each of shape (frames,)."""
    from scipy.special import ndtri

    half = intervals.quantile_t(free, level) * error
    logs = {"ratio": log_ratio, "low": log_ratio - half, "high": log_ratio + half, "detectable": half + ndtri(POWER) * error}
    with np.errstate(over="ignore"):
        return {name: np.exp(column) for name, column in logs.items()}


def _concentration(values: Floats, ids: list[str]) -> dict[str, Floats]:
    """On how few articles the hits of each frame rest; `values` has shape (rows, frames), `ids` the article of each row.

    An article that stands on both sides, as between voices, is one article.
    """
    hits = summed(values, np.unique(np.array(ids, dtype=str), return_inverse=True)[1])
    total = np.where(hits.sum(0) > 0, hits.sum(0), np.nan)
    return {"effective_articles": total**2 / (hits**2).sum(0), "largest_share": hits.max(0, initial=0.0) / total}


def _precision(pair: Pair, ratio: Floats, error: Floats, within: str | None) -> tuple[Floats, Floats]:
    """Standard error of the log ratio, never much below that of independent hits, and its degrees of freedom."""
    values, free = pair.cells.values[pair.rows], _freedom(pair, ratio, within)
    sides = [values[side].sum(0) for side in (pair.is_a, ~pair.is_a)]
    return np.fmax(error, np.sqrt(sum(intervals.side_variance(side) for side in sides))), free


def _freedom(pair: Pair, ratio: Floats, within: str | None) -> Floats:
    """Degrees of freedom: of the two sides; of the events where those are drawn whole, and both sides with them."""
    if not _draws_events(pair, within):
        return pair.freedom(ratio)
    most = pair.n_strata - 1
    return np.clip(intervals.freedom(pair.cells.values[pair.rows], pair.expected(ratio), most + 2), min(FEWEST_OF_EVENTS, most), most)


def _table(parts: list[pl.DataFrame], scores: Scores, more: Mapping[str, Any] = MappingProxyType({})) -> pl.DataFrame:
    frames = pl.Series("frame", list(scores.frames), dtype=pl.String)
    schema = pl.Schema(tables.schema("contrasts") | EXTRA | dict(more) | {"validation": pl.String(), "scorer": pl.String()})
    if not parts or not len(frames):
        return pl.DataFrame(schema=schema)
    table = pl.concat([part.with_columns(frames) for part in parts])
    if "validation" not in table.columns:
        table = table.with_columns(scores.status("frame"))
    q = pl.Series(intervals.q_values(table["p"].to_numpy()))
    table = table.with_columns(pl.col("rate_a", "rate_b") * scores.per, q=q, scorer=pl.lit(scores.scorer))
    return table.select(schema.names()).cast(schema)
