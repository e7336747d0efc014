"""Scores to distances between the naming profiles of two groups."""

from itertools import combinations
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import tables
from framing.choices.shares import JOIN, slices
from framing.rates import cautions
from framing.rates.counts import COLUMNS, Counts, Floats, count, strata_of
from framing.rates.permute import CELLS, FEW, MOST
from framing.resample import intervals
from framing.resample.draws import distinct, relabelled, sums
from framing.scores import Scores, given

_NUMBERS = ("distance", "by_chance", "corrected", "low", "high", "p", "q")
SCHEMA = pl.Schema(
    dict.fromkeys(("choice", "a", "b"), pl.String())
    | dict.fromkeys(_NUMBERS, pl.Float64())
    | dict.fromkeys(("articles_a", "articles_b"), pl.Int64())
    | {"caution": pl.String(), "scorer": pl.String()}
)


def naming_distance(
    scores: Scores,
    *,
    between: str = "outlet",
    within: str | None = None,
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
) -> pl.DataFrame:
    """How far every two groups are apart in the names they use for each referent.

    ``distance = sum over names of |share_a - share_b| / 2``: the part of all namings that one group would have to change to name as
    the other does (total variation), 0 to 1. With few namings two groups of the same habits lie apart by chance; `by_chance`
    says how far on average when articles are swapped between them, and p how often swapping takes them as far apart.
    ``corrected = sqrt(distance^2 - by_chance^2)``, 0 at least, takes that part out. The interval runs from corrected - t * s to
    distance + t * s, s being the spread over draws of whole articles, cut at 0 and 1; it starts at 0 unless p is below
    1 - level, for around 0 no draw tells how far noise alone carries.

    Parameters
    ----------
    scores
        From `score`, with a scorer that knows choices.
    between
        What makes the groups: a column as in `rates`.
    within
        Such as `event`: only articles on events in which both groups name the referent count, and articles are swapped
        within events.
    level, n_boot, seed
        As in `rates`.

    Returns
    -------
    table
        `choice`, `a`, `b`, `distance`, `by_chance`, `corrected`, `low`, `high`, `p`, `q` (Benjamini and Hochberg over the table),
        `articles_a`, `articles_b` (articles that name the referent), `caution` (fewer than ten of those on a side: the interval is
        rough) and `scorer` as in `rates`. All nan where a group has fewer than
        two of those articles.

    Warns
    -----
    UserWarning
        With the number of rows that have a caution.

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
    >>> naming_distance(scores).columns[:4]
    ['choice', 'a', 'b', 'distance']
    """
    given(scores, "naming_distance")
    tables.known(between, COLUMNS, "column")
    intervals.check_level(level)
    names = [(choice, name) for choice, rivals in scores.choices.items() for name in rivals]
    counts = count(scores, [between], [JOIN.join(pair) for pair in names], pl.concat_str("choice", "name", separator=JOIN))
    groups = counts.groups[between].cast(pl.String).to_list()
    strata = _strata(counts, scores, between, within)
    rows = []
    for part in slices([choice for choice, _ in names]):
        for a, b in combinations([number for number, group in enumerate(groups) if group is not None], 2):
            pair = _pair(counts, part, strata, (a, b), alone=within is None)
            row = {"choice": names[part.start][0], "a": groups[a], "b": groups[b]}
            rows.append(row | _distance(*pair, level=level, n_boot=n_boot, seed=seed))
    table = pl.DataFrame(rows, schema={name: dtype for name, dtype in SCHEMA.items() if name not in ("q", "scorer")})
    cautions.warn(table["caution"].to_list(), stacklevel=2)
    table = table.with_columns(scorer=pl.lit(scores.scorer))
    return table.with_columns(q=pl.Series(intervals.q_values(table["p"].to_numpy()), dtype=pl.Float64)).select(SCHEMA.names())


def _strata(counts: Counts, scores: Scores, between: str, within: str | None) -> NDArray[np.int64]:
    """Number of each cell's stratum; -1 for none."""
    if within is None:
        return np.zeros(len(counts.ids), dtype=np.int64)
    values = strata_of(scores, counts.ids, within, between)
    number = {name: place for place, name in enumerate(sorted({value for value in values if value is not None}))}
    return np.array([-1 if value is None else number[value] for value in values], dtype=np.int64)


def _pair(
    counts: Counts, part: slice, strata: NDArray[np.int64], groups: tuple[int, int], *, alone: bool
) -> tuple[Floats, NDArray[np.bool_], NDArray[np.int64], list[str]]:
    """Namings, whose they are, strata and articles of two groups, in strata where both name the referent; by stratum."""
    values = counts.values[:, part]
    naming = (values.sum(1) > 0) & np.isin(counts.group, groups) & (strata >= 0)
    if not alone:
        shared = set(strata[naming & (counts.group == groups[0])]) & set(strata[naming & (counts.group == groups[1])])
        naming &= np.isin(strata, sorted(shared))
    rows = np.flatnonzero(naming)
    articles = np.unique(np.array([counts.ids[row] for row in rows], dtype=str), return_inverse=True)[1]
    if len(set(articles.tolist())) < len(rows):  # an article on both sides, as between voices: sides are swapped inside it
        strata = strata.copy()
        strata[rows] = articles
    rows = rows[np.argsort(strata[rows], kind="stable")]
    return values[rows], counts.group[rows] == groups[0], strata[rows], [counts.ids[row] for row in rows]


def _distance(
    values: Floats, is_a: NDArray[np.bool_], strata: NDArray[np.int64], ids: list[str], *, level: float, n_boot: int, seed: int
) -> dict[str, Any]:
    """Every number of one row, and its caution."""
    n_a, n_b = int(is_a.sum()), int((~is_a).sum())
    found: dict[str, Any] = dict.fromkeys(_NUMBERS[:-1], float("nan")) | {"articles_a": n_a, "articles_b": n_b}
    found["caution"] = cautions.of_distances(min(n_a, n_b))
    if min(n_a, n_b) < 2:
        return found
    seen = float(apart(values[is_a].sum(0)[:, None], values[~is_a].sum(0)[:, None])[0])
    swapped, p = _swaps(values, is_a, strata, ids, seen, n_draws=n_boot, seed=seed)
    drawn = _drawn(values, is_a, ids, n_boot=n_boot, seed=seed)
    chance = float(swapped.mean())
    corrected = float(np.sqrt(max(seen**2 - chance**2, 0.0)))
    half = float(intervals.quantile_t(n_a + n_b - 2, level)) * float(drawn.std(ddof=1))
    return found | {
        "distance": seen,
        "by_chance": chance,
        "corrected": corrected,
        "low": max(corrected - half, 0.0) if p <= 1 - level else 0.0,
        "high": min(seen + half, 1.0),
        "p": p,
    }


def _swaps(
    values: Floats, is_a: NDArray[np.bool_], strata: NDArray[np.int64], ids: list[str], seen: float, *, n_draws: int, seed: int
) -> tuple[Floats, float]:
    """Distances when articles are swapped, and the share at least as far apart; more draws where that is small."""
    labels, exact = relabelled(distinct(ids), strata, is_a, n_draws=n_draws, seed=seed)
    swapped = apart(values.T @ labels, values.sum(0)[:, None] - values.T @ labels)
    extreme = int((swapped >= seen - 1e-9).sum())
    if exact:
        return swapped, extreme / len(swapped)
    more = min(MOST, CELLS // len(ids))
    if extreme < FEW and n_draws < more:
        return _swaps(values, is_a, strata, ids, seen, n_draws=more, seed=seed)
    return swapped, (1 + extreme) / (1 + len(swapped))


def apart(a: Floats, b: Floats) -> Floats:
    """Total variation between profiles of counts, names first; nan where a side has none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.abs(a / a.sum(0) - b / b.sum(0)).sum(0) / 2)


def _drawn(values: Floats, is_a: NDArray[np.bool_], ids: list[str], *, n_boot: int, seed: int) -> Floats:
    """Distances over draws of whole articles; draws that leave a side empty are left out."""
    both = np.concatenate([values * is_a[:, None], values * ~is_a[:, None]], axis=1).T
    names = values.shape[1]
    drawn = np.concatenate([apart(block[:names], block[names:]) for block in sums(both, ids, n_boot, seed)])
    return np.asarray(drawn[np.isfinite(drawn)])
