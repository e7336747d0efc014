"""Where simulation has shown an interval to miss its level, said of the rows it holds for (`docs/statistics.md`)."""

from collections.abc import Sequence

import polars as pl

from framing import notices
from framing.rates.counts import Floats

Strings = list[str | None]

FEW_HITS, FEW_HITS_OF_TWO, FEW_NAMINGS = 6, 30, 25
FEWEST_ARTICLES, FEW_ARTICLES = 5, 10
FEW_CODES = 5
WIDE = 1000  # times the lower end
_EQUAL = 1e-9  # effective hits are no whole numbers: five of weight .1 may be 5 less a last digit

TOLD = {
    "few hits": "have fewer than {fewest} hits: their intervals err to the wide side, but not where most articles are silent and few loud",
    "few naming articles": (
        f"rest on fewer than {FEW_ARTICLES} articles with a naming or term: their intervals are wide (95 % may cover 97 to 99 %)"
    ),
    "few namings": f"have fewer than {FEW_NAMINGS} namings or terms: their intervals err to the wide side (95 % may cover 97 to 98 %)",
    "few codes": f"have fewer than {FEW_CODES} codes of yes, on hits or on the rest: their intervals are wide (95 % may cover 98 to 100 %)",
    "few naming articles on a side": (
        f"rest on fewer than {FEW_ARTICLES} naming articles on a side: their intervals are wide (95 % may cover 95 to 100 %)"
    ),
    "few articles": f"rest on fewer than {FEWEST_ARTICLES} articles on a side: their intervals are rough (95 % may cover 92 to 99 %)",
    "wide interval": (
        f"have an upper end more than {WIDE:,} times the lower: one article or a few hold nearly all their hits (see `largest_share`), or "
        "few codes say what is right; no more can be told (95 % covers nearly always)"
    ),
}


def of_rates(values: Floats, exposure: Floats) -> Strings:
    """Caution for each frame of one group, None where the interval is known to cover 93 to 97 %.

    Parameters
    ----------
    values, exposure
        Hits, shape (articles, frames), and exposure of each article, shape (articles,).

    Examples
    --------
    >>> import numpy as np
    >>> of_rates(np.array([[30.0, 1], [1, 0], [0, 0], [0, 0], [1, 0]]), np.full(5, 400.0))
    [None, 'few hits']
    """
    n = int((exposure > 0).sum())
    few = "few articles" if n < FEWEST_ARTICLES else None
    return [None if n < 2 else "few hits" if total < FEW_HITS - _EQUAL else few for total in values.sum(0)]


def of_contrasts(total: Floats, fewest: int) -> Strings:
    """Caution for each frame of one pair, from the hits on both sides and the articles on the side with fewer."""
    few = "few articles" if fewest < FEWEST_ARTICLES else None
    return [None if fewest < 2 or not hits else "few hits" if hits < FEW_HITS_OF_TWO - _EQUAL else few for hits in total]


def of_shares(namings: float, articles: float) -> str | None:
    """Caution for the shares of one group, from its namings and the articles that hold them."""
    if articles < 2:
        return None
    return "few naming articles" if articles < FEW_ARTICLES else "few namings" if namings < FEW_NAMINGS - _EQUAL else None


def of_distances(articles: float) -> str | None:
    """Caution for the distance of two naming profiles, from the naming articles on the side with fewer."""
    return "few naming articles on a side" if 2 <= articles < FEW_ARTICLES else None


def of_codes(told: Sequence[str | None], yes: Floats) -> Strings:
    """Caution for rows corrected by codes: too few say yes, or what the counts say."""
    return ["few codes" if few < FEW_CODES else each for each, few in zip(told, yes, strict=True)]


def completed(table: pl.DataFrame, *, fewest: int = FEW_HITS) -> pl.DataFrame:
    """Give a caution to rows that have none yet, but ends so far apart that they say next to nothing; warn of all cautions.

    Examples
    --------
    >>> import warnings
    >>> ends = {"low": [2.0, 0.02, 0.02], "high": [30.0, 97.0, 97.0], "caution": [None, None, "few hits"]}
    >>> with warnings.catch_warnings(action="ignore"):
    ...     completed(pl.DataFrame(ends))["caution"].to_list()
    [None, 'wide interval', 'few hits']
    """
    wide = pl.col("caution").is_null() & pl.col("low").is_not_nan() & (pl.col("high") > WIDE * pl.col("low"))
    table = table.with_columns(caution=pl.when(wide).then(pl.lit("wide interval")).otherwise("caution"))
    warn(table["caution"].to_list(), fewest=fewest)
    return table


def warn(cautions: Sequence[str | None], *, fewest: int = FEW_HITS) -> None:
    """Warn once for each kind of caution, with the number of rows it holds for."""
    for kind, told in TOLD.items():
        rows = sum(each == kind for each in cautions)
        if rows:
            notices.warn(f"{rows} of {len(cautions)} rows {told.format(fewest=fewest)}")
