"""Two sets of passages to the words that set them apart."""

import numpy as np
import polars as pl

from framing import arguments, tables
from framing.keyness import measures
from framing.keyness.sides import Side, half_interval, swap_p, two_sides
from framing.keyness.within import WITHIN, Strata, shared
from framing.keyness.words import KEYS, Words, count_words
from framing.resample import intervals
from framing.voice import Passages

EXTRA = {
    "lrc": pl.Float64(),
    "events_a": pl.Int64(),
    "events_b": pl.Int64(),
    "largest_share": pl.Float64(),
    "one_article": pl.Boolean(),
}


def keyness(  # noqa: PLR0913  a and b are the data
    passages: Passages | Words,
    *,
    between: str = "outlet",
    a: str,
    b: str | None = None,
    within: str | None = None,
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
) -> pl.DataFrame:
    """Words that one set of passages uses more, or less, than another, with size, certainty and dispersion.

    The estimand is the ratio of relative frequencies in the streams of articles the two sets were drawn from; `log_ratio` is its
    binary logarithm (1: twice as often). Read size from `log_ratio`, certainty from `low`, `high` and `q`, and look at
    `dispersion`, `articles` and `one_article` before quoting a word.

    Article-level: the interval is ``log_ratio -/+ t * s`` with s the standard deviation over `n_boot` draws of whole articles of
    log2((count_a + 1/2) / (count_b + 1/2) * words_b / words_a); p asks whether articles could have been swapped between the
    sets (`sides.swap_p`); q adjusts it (Benjamini and Hochberg 1995) over the words that stand in enough articles for any
    p below 1 - level (Tarone 1990), and is 1 for the others. Token-level, for ranking and for comparison with other tools only:
    `log_odds`, `z`, `g2`, `lrc`; they take words as independent and call too much significant.

    Parameters
    ----------
    passages
        From `split_voices`, perhaps narrowed (``passages.where(voice="own")``), or from `count_words` when several
        comparisons or multi-word terms are wanted: ``keyness(count_words(passages, longest=3), a=...)``.
    between
        `outlet`, `event`, `part`, `voice`, `speaker` or `article_id`.
    a, b
        Values of that column; None: all the rest.
    within
        `event` (or `outlet`, `article_id`): words are compared event by event, as `contrasts` does. Only what both sides wrote on the
        same events counts, `log_ratio` is Mantel and Haenszel's pooled ratio, whole events are drawn when both sides share at least ten
        (or at least four with no more than two articles a side on average), and p swaps articles inside events. Articles without an
        event are left out with a warning. Where whole events with more than two articles a side are drawn, p is no smaller than that of
        the interval. Without it, the words of a subject that one outlet covers more are key.
    level, n_boot, seed
        As in `rates`.

    Returns
    -------
    table
        A `keyness` table, smallest p first: `term`, `count_a`, `count_b`, `log_ratio`, `low`, `high`, `log_odds` and `z` (prior:
        as many pseudo-words as an average article has, spread as in both sets together), `g2`, `p`, `q`, `dispersion_a`,
        `dispersion_b`, `articles_a`, `articles_b`; further `lrc` (Evert's conservative log ratio), `events_a`, `events_b`,
        `largest_share` (of the occurrences in the set that uses the word more, those of one article) and `one_article` (that
        share is above one half: the row is one article's). Every word of either set has a row. Where one set has no word at all,
        what compares the two is nan.

    Raises
    ------
    TypeError
        If `passages` is neither passages nor words.
    ValueError
        For an unknown column or value, or when a and b are the same.

    References
    ----------
    Hardie (2014), Log Ratio; Evert (2022), Measuring keyness; Monroe, Colaresi and Quinn (2008), Political Analysis 16; Gries
    (2008), IJCL 13; Lijffijt et al. (2016), Digital Scholarship in the Humanities 31 (why texts, not words, are tested).

    Examples
    --------
    >>> from framing.corpus import Corpus
    >>> corpus = Corpus.from_records([{"article_id": n, "outlet": n[0], "text": t} for n, t in (("x1", "war war"), ("y1", "war talks"))])
    >>> cut = [{"article_id": n, "outlet": n[0], "part": "text", "start": 0, "end": e, "tokens": 2} for n, e in (("x1", 7), ("y1", 9))]
    >>> passages = Passages(pl.concat([tables.empty("passages"), pl.DataFrame(cut, schema_overrides=tables.schema("passages"))],
    ...                               how="diagonal"), corpus)
    >>> keyness(passages, a="x", b="y").select("term", "count_a", "count_b", "log_ratio").sort("term").rows()
    [('talks', 0, 1, -1.0), ('war', 2, 1, 1.0)]
    """
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    arguments.made(passages, (Passages, Words), "keyness()")
    words = count_words(passages) if isinstance(passages, Passages) else passages
    masks = _masks(words, between, a, b)
    if within is not None:
        masks = shared(words, masks, arguments.known(within, [name for name in WITHIN if name != between], "column to compare within"))
    terms, side_a, side_b, ids = two_sides(words, *masks)
    if within is None:
        both, swapped = (side_a.total, side_b.total), swap_p(side_a, side_b)
        half = half_interval(side_a, side_b, ids, level=level, n_boot=n_boot, seed=seed)
    else:
        strata = Strata.of(words, (side_a, side_b), ids, within)
        both, (p, least) = strata.pooled, strata.swap_p()
        half = strata.half_interval(ids, level=level, n_boot=n_boot, seed=seed)
        swapped = strata.beside_interval(p, half, level), least
    columns = _sizes(side_a, side_b, both, half) | _tests(*swapped, level) | _support(side_a, side_b)
    schema = pl.Schema(tables.schema("keyness") | EXTRA)
    table = pl.DataFrame({"term": terms, **columns}).select(schema.names()).cast(schema)
    return table.sort(pl.col("p"), pl.col("log_ratio").abs(), "term", descending=[False, True, False])


def _masks(words: Words, between: str, a: str, b: str | None) -> tuple[np.ndarray, np.ndarray]:
    arguments.known(between, KEYS, "column")
    column = words.cells[between].cast(pl.String)
    present = column.drop_nulls().unique().sort().to_list()
    if words.cells.is_empty():
        return np.zeros(0, dtype=bool), np.zeros(0, dtype=bool)
    for value in (a,) if b is None else (a, b):
        arguments.known(value, present, between)
    if a == b:
        raise ValueError(f"a and b are both {a!r}; name two different values of {between!r}")
    in_a = (column == a).fill_null(False).to_numpy()
    return in_a, ~in_a if b is None else (column == b).fill_null(False).to_numpy()


def _sizes(a: Side, b: Side, pooled: tuple[np.ndarray, np.ndarray], half: np.ndarray) -> dict[str, np.ndarray]:
    """How big the difference is; `pooled` are the occurrences the ratio is taken of, weighted by stratum if there are any."""
    counts = (a.total, b.total, a.size.sum(), b.size.sum())
    ratio = measures.log_ratio(*pooled, *counts[2:])
    both = a.total + b.total
    prior = both / max(both.sum(), 1) * (a.size.sum() + b.size.sum()) / max(a.n + b.n, 1)
    delta, z = measures.log_odds(a.total, b.total, prior)
    sizes = {
        "log_ratio": ratio,
        "low": ratio - half,
        "high": ratio + half,
        "log_odds": delta,
        "z": z,
        "g2": measures.g2(*counts),
        "lrc": measures.conservative_log_ratio(*counts),
    }
    if min(counts[2:]) == 0:  # beside a set without words nothing has a size
        sizes = {name: np.full(len(both), np.nan) for name in sizes}
    return {"count_a": a.total, "count_b": b.total} | sizes


def _tests(p: np.ndarray, least: np.ndarray, level: float) -> dict[str, np.ndarray]:
    """How surely the articles differ."""
    q = np.where(np.isnan(p), np.nan, 1.0)
    testable = least <= 1 - level
    q[testable] = intervals.q_values(p[testable])
    return {"p": p, "q": q}


def _support(a: Side, b: Side) -> dict[str, np.ndarray]:
    """How many articles and events carry the row, and how evenly."""
    more = a.total / max(a.size.sum(), 1) >= b.total / max(b.size.sum(), 1)
    largest = np.where(more, a.largest(), b.largest()) / np.where(more, a.total, b.total)
    columns: dict[str, np.ndarray] = {"largest_share": largest, "one_article": largest > 0.5}
    for name, side in (("a", a), ("b", b)):
        share = side.size / max(side.size.sum(), 1)
        columns[f"dispersion_{name}"] = measures.dispersion(side.counts.data, side.term, share[side.counts.indices], len(side.total))
        columns[f"articles_{name}"] = side.range
        columns[f"events_{name}"] = side.event_range()
    return columns
