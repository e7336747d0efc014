"""Scores to distances between the naming profiles of two groups."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments, notices
from framing.choices.shares import namings
from framing.rates import cautions
from framing.rates.counts import COLUMNS, Counts, Floats, strata_of
from framing.rates.effective import effective
from framing.rates.pairs import weights
from framing.rates.permute import CELLS, FEW, MOST
from framing.resample import intervals
from framing.resample.draws import distinct, relabelled, sums
from framing.scores import Scores

MOST_OF_NAMINGS = 4  # effective namings for each, as for shares: even articles vary less than independent namings
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
    within: str | None = "event",
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
) -> pl.DataFrame:
    """How far every two groups are apart in the names they use for each referent.

    The estimand is the part of all namings that one group would have to change to name as the other does, on the same events (total
    variation), 0 to 1. With shares p and q of the names in the namings of each event, x and y in number::

        distance = sum over names of |sum over events of w (p - q)| / 2      w = (x y / (x + y)) / sum(x y / (x + y))

    Both groups get the same weight on every event (Mantel and Haenszel's weights, as in `contrasts`), so an outlet is not set apart
    just because it reports more on an event that everybody calls *war*. Events on which only one group names the referent are left out.

    With few namings, two groups with the same habits lie apart by chance: `by_chance` says how far on average, when articles are
    swapped between them, event by event, and p how often swapping takes them as far apart as they are.
    ``corrected = sqrt(distance^2 - by_chance^2)``, at least 0, takes the part of chance out.

    The distance is the difference of two shares, P and Q: those of all names that a uses more (and of names used alike, as many as
    make up half of the namings). Its interval is made of theirs, [l, u], by Newcombe's (1998) rule::

        low = corrected - sqrt((P - l_a)^2 + (u_b - Q)^2)      high = distance + sqrt((u_a - P)^2 + (Q - l_b)^2)

    [l, u] is Wilson's, with Student's quantile for the articles of both less 2, for so many namings that P - Q varies as much as over
    `n_boot` draws of whole articles (of both sides alike, for each article of theirs; at most four times their namings, and where a side
    has one name only on each event, at most its articles). Such a side does not vary from draw to draw, though it may use other names
    elsewhere: both ends are then at least as far off as the upper end of Wilson's interval of a share of 0 in its articles (of both, in
    quadrature). The interval is cut at 0 and 1, and starts at 0 unless p is at most 1 - level, because near 0 the draws do not show how
    far noise alone carries. Interval and p speak of articles like these on these events.

    Parameters
    ----------
    scores
        From `score`, with a scorer that knows choices.
    between
        What makes the groups: a column as in `rates`.
    within
        What makes the strata, such as `event`; articles without it are left out with a warning, and articles are swapped within
        them. None takes all articles as one event: groups that report different events then lie apart because their topics differ, and
        p is small for that reason alone (measured in docs/statistics.md).
    level, n_boot, seed
        As in `rates`.

    Returns
    -------
    table
        `choice`, `a`, `b`, `distance`, `by_chance`, `corrected`, `low`, `high`, `p`, `q` (Benjamini and Hochberg over the table),
        `articles_a`, `articles_b` (articles that name the referent, on shared events), `caution` (fewer than ten of those on a side: the
        interval is wide) and `scorer` as in `rates`. All nan where a group has fewer than two of those articles.

    Warns
    -----
    UserWarning
        If articles lack `within`, and with the number of rows that have a caution.

    Raises
    ------
    TypeError
        If `scores` is not `Scores`.
    ValueError
        For an unknown column, or a level outside 0 to 1.

    References
    ----------
    Mantel and Haenszel (1959), JNCI 22; Newcombe (1998), Statistics in Medicine 17; Phipson and Smyth (2010), SAGMB 9; Benjamini and
    Hochberg (1995), JRSS B 57.

    Examples
    --------
    >>> from framing import tables
    >>> from framing.corpus import Corpus
    >>> scores = Scores(tables.empty("hits"), tables.empty("exposure"), Corpus(tables.empty("articles")), (), {}, "hand", "words", 1000)
    >>> naming_distance(scores).columns[:4]
    ['choice', 'a', 'b', 'distance']
    """
    arguments.made(scores, Scores, "naming_distance()")
    arguments.known(between, COLUMNS, "column")
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    scores, _ = effective(scores, "choice")
    counts, names, parts = namings(scores, [between])
    groups = counts.groups[between].cast(pl.String).to_list()
    strata = _strata(counts, scores, between, within)
    rows = []
    for part in parts:
        for a, b in combinations([number for number, group in enumerate(groups) if group is not None], 2):
            pair = _pair(counts, part, strata, (a, b))
            row = {"choice": names[part.start][0], "a": groups[a], "b": groups[b]}
            rows.append(row | _distance(pair, level=level, n_boot=n_boot, seed=seed))
    table = pl.DataFrame(rows, schema={name: dtype for name, dtype in SCHEMA.items() if name not in ("q", "scorer")})
    cautions.warn(table["caution"].to_list())
    table = table.with_columns(scorer=pl.lit(scores.scorer))
    return table.with_columns(q=pl.Series(intervals.q_values(table["p"].to_numpy()), dtype=pl.Float64)).select(SCHEMA.names())


def _strata(counts: Counts, scores: Scores, between: str, within: str | None) -> NDArray[np.int64]:
    """Number of each cell's stratum; -1 for none."""
    if within is None:
        return np.zeros(len(counts.ids), dtype=np.int64)
    values = strata_of(scores, counts.ids, within, between)
    lost = len({article for article, value in zip(counts.ids, values, strict=True) if value is None})
    notices.left_out(lost, f"no {within!r}", "the distances")
    number = {name: place for place, name in enumerate(sorted({value for value in values if value is not None}))}
    return np.array([-1 if value is None else number[value] for value in values], dtype=np.int64)


@dataclass(frozen=True)
class Namers:
    """Articles of two groups that name the referent, on events (strata) on which both do, sorted by `swap`.

    Parameters
    ----------
    values
        Namings, shape (articles, names).
    is_a
        Whose article it is.
    stratum
        Number of its event.
    swap
        Within which sides are swapped: the event; the article, when articles have both sides, as between voices.
    ids
        The articles.
    """

    values: Floats
    is_a: NDArray[np.bool_]
    stratum: NDArray[np.int64]
    swap: NDArray[np.int64]
    ids: list[str]

    @cached_property
    def matrix(self) -> Any:
        """What each article adds to each name of its event, sparse, shape (events and names, articles)."""
        from scipy.sparse import csr_matrix

        names = self.values.shape[1]
        events, stratum = np.unique(self.stratum, return_inverse=True)
        row, name = self.values.nonzero()
        return csr_matrix((self.values[row, name], (stratum[row] * names + name, row)), shape=(len(events) * names, len(self.ids)))

    def by_event(self, sums: Floats) -> Floats:
        """Sums of `matrix` over articles as an array of shape (events, names, draws)."""
        return sums.reshape(-1, self.values.shape[1], sums.shape[-1])

    def distances(self, labels: Floats) -> Floats:
        """Distances when a has the articles labelled 1, one for each column of labels."""
        whole = self.by_event(np.asarray(self.matrix.sum(1)))
        step = max(1, CELLS // max(1, self.matrix.shape[0]))  # draws at a time that fit in memory
        ours = (self.by_event(self.matrix @ labels[:, start : start + step]) for start in range(0, labels.shape[1], step))
        return np.concatenate([apart(block, whole - block) for block in ours])


def _pair(counts: Counts, part: slice, strata: NDArray[np.int64], groups: tuple[int, int]) -> Namers:
    """Take the articles of two groups in strata where both name the referent."""
    values = counts.values[:, part]
    naming = (values.sum(1) > 0) & np.isin(counts.group, groups) & (strata >= 0)
    shared = set(strata[naming & (counts.group == groups[0])]) & set(strata[naming & (counts.group == groups[1])])
    rows = np.flatnonzero(naming & np.isin(strata, sorted(shared)))
    articles = np.unique(np.array([counts.ids[row] for row in rows], dtype=str), return_inverse=True)[1]
    swap = strata[rows] if len(set(articles.tolist())) == len(rows) else articles
    order = np.argsort(swap, kind="stable")
    rows, swap = rows[order], swap[order]
    return Namers(values[rows], counts.group[rows] == groups[0], strata[rows], swap, [counts.ids[row] for row in rows])


def _distance(pair: Namers, *, level: float, n_boot: int, seed: int) -> dict[str, Any]:
    """Every number of one row, and its caution."""
    n_a, n_b = int(pair.is_a.sum()), int((~pair.is_a).sum())
    found: dict[str, Any] = dict.fromkeys(_NUMBERS[:-1], float("nan")) | {"articles_a": n_a, "articles_b": n_b}
    found["caution"] = cautions.of_distances(min(n_a, n_b))
    if min(n_a, n_b) < 2:
        return found
    seen = float(pair.distances(pair.is_a[:, None].astype(float))[0])
    swapped, p = _swaps(pair, seen, n_draws=n_boot, seed=seed)
    chance = float(swapped.mean())
    corrected = float(np.sqrt(max(seen**2 - chance**2, 0.0)))
    below, above = _reach(pair, level=level, n_boot=n_boot, seed=seed)
    return found | {
        "distance": seen,
        "by_chance": chance,
        "corrected": corrected,
        "low": max(corrected - below, 0.0) if p <= 1 - level else 0.0,
        "high": min(seen + above, 1.0),
        "p": p,
    }


def _swaps(pair: Namers, seen: float, *, n_draws: int, seed: int) -> tuple[Floats, float]:
    """Distances when articles are swapped, and the share at least as far apart; more draws where that is small."""
    labels, exact = relabelled(distinct(pair.ids), pair.swap, pair.is_a, n_draws=n_draws, seed=seed)
    swapped = pair.distances(labels)
    extreme = int((swapped >= seen - 1e-9).sum())
    if exact:
        return swapped, extreme / len(swapped)
    more = min(MOST, CELLS // len(pair.ids))
    if extreme < FEW and n_draws < more:
        return _swaps(pair, seen, n_draws=more, seed=seed)
    return swapped, (1 + extreme) / (1 + len(swapped))


def apart(a: Floats, b: Floats) -> Floats:
    """Total variation between the shares of names of two sides, those of each stratum weighed alike on both.

    Parameters
    ----------
    a, b
        Namings, shape (strata, names, ...).

    Returns
    -------
    array, shape (...)
        nan where no stratum has both sides.
    """
    share_a, share_b = _shares(a, b)
    return np.asarray(np.abs(share_a - share_b).sum(0) / 2)


def _shares(a: Floats, b: Floats) -> tuple[Floats, Floats]:
    of = weights(a.sum(1, keepdims=True), b.sum(1, keepdims=True))
    with np.errstate(divide="ignore", invalid="ignore"):
        return (a * of.a).sum(0) / of.total, (b * of.b).sum(0) / of.total


def _names_apart(p: Floats, q: Floats) -> NDArray[np.bool_]:
    """Names that a uses more; of those both use alike, which tell nothing of direction, as many as make up half of the namings."""
    alike = np.isclose(p, q, rtol=0, atol=1e-9)
    chosen = (p > q) & ~alike
    for name in np.flatnonzero(alike):
        missing = 1 - (p + q)[chosen].sum()  # twice what lacks to a half
        chosen[name] = abs(missing - 2 * p[name]) < abs(missing)
    return chosen


def _reach(pair: Namers, *, level: float, n_boot: int, seed: int) -> tuple[float, float]:
    """How far below and above the distance seen the true one may lie, as the difference of two shares that it is (Newcombe 1998)."""
    from scipy.sparse import diags, vstack

    sides = [pair.is_a, ~pair.is_a]
    both = vstack([pair.matrix @ diags(side.astype(float)) for side in sides], format="csr")

    def split(block: Floats) -> list[Floats]:
        return [pair.by_event(side) for side in np.split(block, 2)]

    whole = split(np.asarray(both.sum(1)))
    profiles = _shares(*whole)
    more = _names_apart(profiles[0][:, 0], profiles[1][:, 0])
    draws = (_shares(*split(block)) for block in sums(both, pair.ids, n_boot, seed))
    drawn = np.concatenate([(a - b)[more].sum(0) for a, b in draws])
    n, free = np.array([float(side.sum()) for side in sides]), len(pair.ids) - 2
    share = np.clip([profile[more].sum() for profile in profiles], 0, 1)
    settled = np.array([((side > 0).sum(1) == 1).all() for side in whole])
    simple = share * (1 - share) / n
    with np.errstate(divide="ignore", invalid="ignore"):  # draws vary about shares that are themselves estimated
        size = n * simple.sum() / (np.var(drawn[np.isfinite(drawn)], ddof=1) * len(pair.ids) / free)
    size = np.fmin(size, np.where(settled, n, MOST_OF_NAMINGS * np.array([side.sum() for side in whole])))
    low, high = intervals.wilson(share, size, np.full(2, intervals.quantile_t(free, level)))
    unseen = intervals.wilson(0 * n, n, np.full(2, intervals.quantile_t(free, level)))[1][settled]  # other names, of neither's perhaps
    ends = (share[0] - low[0], high[1] - share[1]), (high[0] - share[0], share[1] - low[1])
    below, above = (float(np.fmax(np.linalg.norm(end), np.linalg.norm(unseen))) for end in ends)
    return below, above
