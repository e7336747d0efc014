"""Scores to shares of the names for one referent."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import polars as pl

from framing import arguments, tables
from framing.choices.corrected import STATUS, codes_of, items_of, profile, warn
from framing.choices.corrected import cautioned as of_few_codes
from framing.lexicon.labels import BETWEEN
from framing.rates import cautions
from framing.rates.counts import COLUMNS, SUPPORT, Counts, Floats, count, group_rows
from framing.rates.effective import effective
from framing.resample import intervals
from framing.resample.draws import spread
from framing.scores import Scores

EXTRA = ("shrunken", "naming_articles", "naming", "naming_low", "naming_high")
PROFILE = ("count", "share", "low", "high")
NUMBERS = (*PROFILE, *EXTRA)
JOIN = "\x1f"  # unit separator: stands in no name
Namings = tuple[Counts, list[tuple[str, str]], list[slice]]


def choices(
    scores: Scores,
    *,
    by: str | Sequence[str] = "outlet",
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
    coding: Any = None,
) -> pl.DataFrame:
    """Share of each rival name among all namings of a referent, in each group.

    The estimand is the probability that a naming of the referent, taken at random from the group's stream of articles, uses this
    name: ``share = count / sum of the counts of all names of the choice``. Articles that name the referent often weigh more;
    `naming` says what share of the articles name it at all, so that silence shows.

    The interval is Wilson's (1927) with Student's quantile and an effective number of namings, ``namings / deff``: deff is the
    variance over `n_boot` draws of whole articles relative to independent namings, the larger of the name's own and that of the
    whole profile, for names cluster in articles (after Korn and Graubard 1998, Survey Methodology 24). The whole profile says more
    about deff than a single share does, so the degrees of freedom are (articles - 1) times the number of independent ways in which
    the profile can vary. With one name only (share 1 and 0), an article counts as one naming. Fewer than two articles that name the
    referent give nan. Weights of hits count in `count` and `share`; the interval uses the effective number of namings, as in `rates`.

    Parameters
    ----------
    scores
        From `score`, with a scorer that knows choices.
    by
        Group column or columns, as in `rates`.
    level, n_boot, seed
        As in `rates`.
    coding
        From `read_coding`: a coded sample of these namings (`sample_hits` draws them with the hits of frames, and with passages
        without a hit, whose codes are not used here). The shares are then those that coders would count had they read every naming
        found: each name's count times the share of its hits that they call right, group by group. The coding must hold the probability
        with which each unit was drawn. Namings that were not found stay uncounted: the shares are right if all names are missed equally
        often. The interval includes the uncertainty that comes from coding only a part.

    Returns
    -------
    table
        A `choices` table: the group columns, `choice`, `name`, `count`, `share`, `low`, `high`, `articles`, `events`; further
        `shrunken` (the share after half a naming a name, spread as all groups together name: for few namings),
        `naming_articles` (articles that name the referent), `naming` (their share of the articles), `naming_low` and
        `naming_high` (Wilson's interval), and `hit_articles`, `largest_share`, `caution`, `validation`, `scorer` as in `rates`. A
        name never used keeps its row. With `coding`, `count` and `share` are corrected, `counted` is the share without, `coded` the
        namings coded, there is no `shrunken`, and the share is nan where a name has hits of which none was coded.

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

    Examples
    --------
    >>> from framing.corpus import Corpus
    >>> scores = Scores(tables.empty("hits"), tables.empty("exposure"), Corpus(tables.empty("articles")), (), {}, "hand", "words", 1000)
    >>> choices(scores).columns[:5]
    ['outlet', 'choice', 'name', 'count', 'share']
    """
    arguments.made(scores, Scores, "choices()")
    columns = arguments.columns("by", by, COLUMNS)
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    scores, worth = effective(scores, "choice")
    counts, names, parts = namings(scores, columns)
    found = shares_of(counts, parts, level=level, n_boot=n_boot, seed=seed)
    if coding is not None:
        coded = items_of(scores, coding)
        table = _corrected(scores, coded, (counts, names, parts), found, {"level": level, "n_boot": n_boot, "seed": seed})
        return table.with_columns(pl.col("count") * worth)
    items = pl.DataFrame(names, schema={"choice": pl.String, "name": pl.String}, orient="row")
    numbers = [pl.Series(name, found[name].ravel(), dtype=pl.Float64) for name in NUMBERS]
    table = group_rows(counts, items).with_columns(numbers)
    table = table.with_columns(pl.col("naming_articles").cast(pl.Int64), pl.col("count") * worth, cautioned(found))
    cautions.warn(table["caution"].to_list())
    return table.select(
        *columns, *tables.schema("choices"), *EXTRA, *SUPPORT, "caution", scores.status("choice", "name"), scorer=pl.lit(scores.scorer)
    )


def _corrected(scores: Scores, coded: pl.DataFrame, counted: Namings, found: dict[str, Floats], chance: Mapping[str, Any]) -> pl.DataFrame:
    """Put corrected numbers in place of the counted ones; see `corrected`."""
    (counts, names, parts), told = counted, cautioned(found).to_list()
    shown: dict[str, Floats] = {name: np.full(found["share"].shape, np.nan) for name in PROFILE}
    shown |= {"counted": found["share"], "coded": np.zeros(found["share"].shape)}
    for part in parts:
        for group, codes in enumerate(codes_of(coded, scores, counts.groups, [BETWEEN.join(pair) for pair in names[part]])):
            for name, column in (profile(codes, **chance) | {"coded": codes.coded}).items():
                shown[name][group, part] = column
            rows = slice(group * len(names) + part.start, group * len(names) + part.stop)
            told[rows] = of_few_codes(codes, told[rows])
    kept = {name: found[name] for name in EXTRA if name != "shrunken"}
    items = pl.DataFrame(names, schema={"choice": pl.String, "name": pl.String}, orient="row")
    numbers = [pl.Series(name, column.ravel(), dtype=pl.Float64) for name, column in (shown | kept).items()]
    table = group_rows(counts, items).with_columns(*numbers, pl.Series("caution", told, dtype=pl.String))
    table = table.with_columns(pl.col("naming_articles", "coded").cast(pl.Int64), validation=pl.lit(STATUS), scorer=pl.lit(scores.scorer))
    warn(table, counts.groups.columns)
    cautions.warn(told)
    own = (*counts.groups.columns, *tables.schema("choices"), *kept, *SUPPORT, "caution", "counted", "coded")
    return table.select(*own, "validation", "scorer")


def profiles(scores: Scores, columns: Sequence[str], items: pl.Series, *, level: float, n_boot: int, seed: int) -> pl.DataFrame:
    """Share of each of `items` among all hits of a group, with a caution; hits hold them in a column of the name of `items`.

    Warns
    -----
    UserWarning
        With the number of rows that have a caution, once for each kind.
    """
    scores, worth = effective(scores)
    counts = count(scores, list(columns), items.to_list(), pl.col(items.name).cast(pl.String))
    found = shares_of(counts, [slice(0, len(items))], level=level, n_boot=n_boot, seed=seed)
    numbers = [pl.Series(name, found[name].ravel(), dtype=pl.Float64) for name in PROFILE]
    table = group_rows(counts, items.to_frame()).with_columns(*numbers, cautioned(found)).with_columns(pl.col("count") * worth)
    cautions.warn(table["caution"].to_list())
    own = (*columns, items.name, *PROFILE, "articles", "events", *SUPPORT, "caution")
    return table.select(*own, scorer=pl.lit(scores.scorer))


def cautioned(found: dict[str, Floats]) -> pl.Series:
    """Cautions of all rows, from the numbers of `shares_of`."""
    told = [cautions.of_shares(*row) for row in zip(found["namings"].ravel(), found["naming_articles"].ravel(), strict=True)]
    return pl.Series("caution", told, dtype=pl.String)


def namings(scores: Scores, columns: Sequence[str]) -> Namings:
    """Count the namings of every group: the counts, each choice with each of its names, and where the names of each choice stand."""
    names = [(choice, name) for choice, rivals in scores.choices.items() for name in rivals]
    counts = count(scores, columns, [JOIN.join(pair) for pair in names], pl.concat_str("choice", "name", separator=JOIN))
    cuts = accumulate((len(rivals) for rivals in scores.choices.values() if rivals), initial=0)
    return counts, names, [slice(*ends) for ends in pairwise(cuts)]


def shares_of(counts: Counts, parts: list[slice], *, level: float, n_boot: int, seed: int) -> dict[str, Floats]:
    """Every number of the table, by its column, shape (groups, names)."""
    shape = (counts.groups.height, counts.values.shape[1])
    found = {name: np.full(shape, np.nan) for name in ("namings", *NUMBERS)}
    for part in parts:
        pooled = counts.values[:, part].sum(0)
        pooled = pooled / pooled.sum() if pooled.sum() else np.full(len(pooled), 1 / len(pooled))
        for group, rows in enumerate(counts.slices()):
            values = counts.values[rows, part]
            ids = counts.ids[rows]
            columns = _profile(values, ids, level=level, n_boot=n_boot, seed=seed)
            columns |= {"namings": np.full(len(pooled), values.sum())}
            columns |= {"shrunken": (values.sum(0) + len(pooled) / 2 * pooled) / (values.sum() + len(pooled) / 2)}
            columns |= _naming(values, counts.articles(rows), level)
            for name, column in columns.items():
                found[name][group, part] = column
    return found


def _profile(values: Floats, ids: list[str], *, level: float, n_boot: int, seed: int) -> dict[str, Floats]:
    """Shares of one group for one choice; `values` holds the namings of each article by each name."""
    naming = values.sum(1) > 0
    values, ids = values[naming], [name for name, names in zip(ids, naming, strict=True) if names]
    total, n = values.sum(), len(values)
    if not n:
        return {"count": values.sum(0)}
    share = values.sum(0) / total
    if n < 2:
        return {"count": values.sum(0), "share": share}
    size = total / _design_effect(values, ids, n_boot=n_boot, seed=seed)
    low, high = intervals.wilson(share, size, intervals.quantile_t(np.full(len(share), (n - 1) * _ways(share)), level))
    return {"count": values.sum(0), "share": share, "low": low, "high": high}


def _ways(share: Floats) -> float:
    """How many independent ways the profile can vary: 1 with two names, less than their number minus one with more (Satterthwaite)."""
    spread_of = share * (1 - share)
    return max(1.0, float(spread_of.sum() ** 2 / (spread_of**2).sum() - 1)) if spread_of.any() else 1.0


def _design_effect(values: Floats, ids: list[str], *, n_boot: int, seed: int) -> Floats:
    """Variance of each share over draws of articles, relative to independent namings; never below a quarter."""
    total = values.sum()
    share = values.sum(0) / total
    simple = share * (1 - share) / total
    if not simple.any():
        return np.full(len(share), total / len(values))

    def shares(sums: Floats) -> Floats:
        with np.errstate(invalid="ignore"):
            return np.asarray(sums / sums.sum(0))

    variance = spread(values.T, ids, shares, n_boot=n_boot, seed=seed) ** 2
    whole = variance.sum() / simple.sum()
    own = np.where(simple > 0, variance / np.where(simple > 0, simple, 1), 0)
    return np.asarray(np.maximum(np.maximum(own, whole), 0.25))


def _naming(values: Floats, articles: int, level: float) -> dict[str, Floats]:
    """How many articles name the referent at all."""
    from scipy.special import ndtri

    n = np.array([float((values.sum(1) > 0).sum())])
    if not articles:
        return {"naming_articles": n}
    low, high = intervals.wilson(n / articles, np.array([float(articles)]), np.array([ndtri((1 + level) / 2)]))
    return {"naming_articles": n, "naming": n / articles, "naming_low": low, "naming_high": high}
