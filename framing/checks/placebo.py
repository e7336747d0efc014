"""Does the comparison stay quiet where there is nothing to find? The user's own corpus, with the labels shuffled."""

import warnings
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments
from framing.keyness import Words, count_words, keyness
from framing.keyness.measures import g2
from framing.rates import contrasts
from framing.rates.effective import effective
from framing.resample import intervals
from framing.resample.draws import hashed, keys
from framing.scores import Scores
from framing.voice import Passages

_APART = 1 << 32  # far from the words of the hash that draw articles and swap labels inside each comparison
SCHEMA = pl.Schema(
    {
        "shuffle": pl.String(),
        "rounds": pl.Int64(),
        "tests": pl.Int64(),
        "nominal": pl.Float64(),
        "p_below": pl.Float64(),
        "low": pl.Float64(),
        "high": pl.Float64(),
        "any_q_below": pl.Float64(),
        "interval_misses": pl.Float64(),
        "token_below": pl.Float64(),
    }
)


def placebo(
    source: Scores | Passages | Words,
    *,
    within: str | None = "event",
    rounds: int = 20,
    level: float = 0.95,
    n_boot: int = 200,
    seed: int = 0,
) -> pl.DataFrame:
    """How often a comparison of outlets finds a difference in this very corpus when there is none.

    Two ways to make "none", both within events: `halves` deals the articles of each event to two sides at random; `outlets` shuffles
    the names of the outlets among the articles of the event. Each round runs the comparison anew: `contrasts` for scores, `keyness`
    of the first side against the rest for passages or words. What it then calls significant is false by construction.

    Look at `interval_misses` and, for keyness, at `p_below`: far above the nominal rate, this corpus (few articles, very bursty words) is
    beyond what the intervals were made for. The p-values of `contrasts` come from the same kind of shuffling, so theirs can only be
    near nominal. `token_below` is what a test that takes words as independent would have called significant: the gap is why articles
    are counted. What shuffling cannot show is dependence between articles, such as copies of one agency text.

    Parameters
    ----------
    source
        From `score`, `split_voices` or `count_words`.
    within
        As in `contrasts` and `keyness`; None where articles have no event. Labels are shuffled within events in any case.
    rounds
        Shuffles of each kind, at least 2.
    level, n_boot, seed
        As in `rates`.

    Returns
    -------
    table
        One row a kind: `shuffle`, `rounds`, `tests` (rows with a p-value, all rounds), `nominal` (1 - level), `p_below` (share of p at or
        below it) with its interval `low`, `high` over rounds, `any_q_below` (share of rounds with any q at or below it),
        `interval_misses` (share of intervals that exclude "no difference"), and `token_below` (share of rows that a log-likelihood test on
        words would call significant).

    Raises
    ------
    TypeError
        If `source` is something else.
    ValueError
        For fewer than two rounds, or a level outside 0 to 1.

    Examples
    --------
    >>> from framing import tables
    >>> from framing.corpus import Corpus
    >>> scores = Scores(tables.empty("hits"), tables.empty("exposure"), Corpus(tables.empty("articles")), ("x",), {}, "hand", "words", 1000)
    >>> placebo(scores, rounds=2).select("shuffle", "tests", "nominal").rows()
    [('halves', 0, 0.05), ('outlets', 0, 0.05)]
    """
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    arguments.whole("rounds", rounds, "at least 2, a whole number such as 20", 2)
    arguments.made(source, (Scores, Passages, Words), "placebo()")
    run, articles = _comparison(source, within, level=level, n_boot=n_boot, seed=seed)
    order = hashed(keys(articles["article_id"].to_list(), seed), 2 * rounds, start=_APART)
    rows = []
    for place, (name, deal) in enumerate({"halves": _halves, "outlets": _shuffled}.items()):
        mine = order[:, place * rounds : (place + 1) * rounds]
        found = [_once(run, deal(articles, mine[:, number]), told=place + number == 0) for number in range(rounds)]
        rows.append({"shuffle": name} | _summary(found, 1 - level))
    return pl.DataFrame(rows, schema=SCHEMA)


def _once(run: Callable[[pl.DataFrame], pl.DataFrame], dealt: pl.DataFrame, *, told: bool) -> pl.DataFrame:
    """Run one round; what the first has told, the others do not repeat."""
    with warnings.catch_warnings():
        if not told:
            warnings.simplefilter("ignore", UserWarning)
        return run(dealt)


def _comparison(
    source: Scores | Passages | Words, within: str | None, *, level: float, n_boot: int, seed: int
) -> tuple[Callable[[pl.DataFrame], pl.DataFrame], pl.DataFrame]:
    """What runs the comparison under other outlets, and the articles it is run on, sorted."""
    if isinstance(source, Scores):
        scores = source
        cells = scores.exposure

        def run(dealt: pl.DataFrame) -> pl.DataFrame:
            moved = replace(scores, hits=_relabelled(scores.hits, dealt), exposure=_relabelled(scores.exposure, dealt))
            table = contrasts(moved, within=within, level=level, n_boot=n_boot, seed=seed)
            return table.select("p", "q", misses=(pl.col("low") > 1) | (pl.col("high") < 1), g2=_token_g2(moved))

    else:
        words = count_words(source) if isinstance(source, Passages) else source
        cells = words.cells

        def run(dealt: pl.DataFrame) -> pl.DataFrame:
            moved = replace(words, cells=_relabelled(words.cells, dealt))
            table = keyness(moved, a=str(dealt["outlet"].min()), within=within, level=level, n_boot=n_boot, seed=seed)
            return table.select("p", "q", "g2", misses=(pl.col("low") > 0) | (pl.col("high") < 0))

    articles = cells.select("article_id", "outlet", "event").unique().sort("event", "article_id", nulls_last=True)
    return run, articles


def _token_g2(scores: Scores) -> pl.Series:
    """Log-likelihood ratios of every pair of outlets and frame, in the order of `contrasts`, taking words as independent."""
    words = scores.exposure.group_by("outlet").agg(pl.col("exposure").sum()).sort("outlet")
    hits = effective(scores, "frame")[0].hits.group_by("outlet", "frame").agg(pl.col("weight").sum())
    grid = words.join(pl.DataFrame({"frame": list(scores.frames)}, schema={"frame": pl.String}), how="cross", maintain_order="left_right")
    value = grid.join(hits, on=["outlet", "frame"], how="left", maintain_order="left")["weight"].fill_null(0).to_numpy()
    value, size = value.reshape(words.height, len(scores.frames)), words["exposure"].to_numpy()
    found = [g2(value[a], value[b], size[a], size[b]) for a, b in combinations(range(words.height), 2)]
    return pl.Series("g2", np.concatenate([np.zeros(0), *found]))


def _relabelled(frame: pl.DataFrame, dealt: pl.DataFrame) -> pl.DataFrame:
    return frame.drop("outlet").join(dealt, on="article_id", how="left", maintain_order="left").select(frame.columns)


def _halves(articles: pl.DataFrame, chance: NDArray[np.uint64]) -> pl.DataFrame:
    """Deal the articles of each event to two sides in turn, in random order."""
    turn = pl.col("key").rank("ordinal").over("event") + pl.col("key").min().over("event") % 2  # either side may be the larger
    side = pl.when(turn % 2 == 0).then(pl.lit("first half")).otherwise(pl.lit("second half"))
    return articles.with_columns(key=pl.Series(chance)).select("article_id", outlet=side)


def _shuffled(articles: pl.DataFrame, chance: NDArray[np.uint64]) -> pl.DataFrame:
    """Shuffle the outlets among the articles of each event."""
    return articles.with_columns(key=pl.Series(chance)).select("article_id", outlet=pl.col("outlet").sort_by("key").over("event"))


def _summary(found: list[pl.DataFrame], nominal: float) -> dict[str, float]:
    from scipy.special import chdtri

    tested = [table.filter(pl.col("p").is_not_nan()) for table in found]
    below = np.array([(table["p"] <= nominal).mean() for table in tested if table.height], dtype=float)
    row = {"rounds": len(found), "tests": sum(table.height for table in tested), "nominal": round(nominal, 12)}
    if not len(below):
        return row | dict.fromkeys(("p_below", "low", "high", "any_q_below", "interval_misses", "token_below"), float("nan"))
    half = float(intervals.quantile_t(len(below) - 1, 0.95)) * float(below.std(ddof=1) if len(below) > 1 else np.nan) / np.sqrt(len(below))
    mean, together = float(below.mean()), pl.concat(tested)
    return row | {
        "p_below": mean,
        "low": max(mean - half, 0.0),
        "high": min(mean + half, 1.0),
        "any_q_below": float(np.mean([(table["q"] <= nominal).any() for table in tested])),
        "interval_misses": float(together["misses"].to_numpy().mean()),
        "token_below": float((together["g2"].to_numpy() > chdtri(1, nominal)).mean()),
    }
