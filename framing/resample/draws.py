"""Chance in one place: which articles are drawn together, and what a statistic does over the draws.

A draw gives every article a weight, on average 1, as if the corpus were sampled anew article by article. The
weight is a function of (seed, id, draw) alone, through a counter-based hash, so the same seed gives the same
numbers in whatever order, batch or process the articles come. A draw of a sum is then one row of a matrix product,
not a recount.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise, product
from math import comb
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing import arguments

Floats = NDArray[np.float64]

# 256 weights with mean 1, variance 1 and third central moment .96: the Poisson(1) law of the bootstrap in steps of
# 1/256, so that one byte of a hash is one weight. Rounding Poisson itself to 1/256 would shift mean and variance.
_WEIGHTS = bytes(np.repeat(np.arange(6, dtype=np.uint8), (95, 92, 49, 15, 4, 1)))
_GAMMA, _MIX_A, _MIX_B = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))
_BLOCK_CELLS = 1 << 22


Words = NDArray[np.uint64]


def keys(ids: Sequence[str], seed: int) -> Words:
    """One random 64-bit number for each id and seed (BLAKE2)."""
    said = str(int(seed)).encode()
    salt = said if len(said) <= 16 else hashlib.blake2b(said).digest()  # a clock in nanoseconds has 19 digits
    digests = [hashlib.blake2b(name.encode(), digest_size=8, key=salt).digest() for name in ids]
    return np.array([int.from_bytes(digest, "little") for digest in digests], dtype=np.uint64)


def hashed(key: Words, n_words: int, start: int = 0) -> Words:
    """Random 64-bit words, one row a key, that depend on the key and the place of the word alone.

    Parameters
    ----------
    key
        From `keys`.
    n_words, start
        How many words, and the place of the first in the endless row of words of each key.

    Returns
    -------
    array, shape (keys, n_words)
        SplitMix64 (Steele, Lea and Flood 2014).
    """
    place = np.arange(start + 1, start + n_words + 1, dtype=np.uint64)
    word = key[:, None] + place[None, :] * _GAMMA
    word = (word ^ (word >> np.uint64(30))) * _MIX_A
    word = (word ^ (word >> np.uint64(27))) * _MIX_B
    return np.asarray(word ^ (word >> np.uint64(31)), dtype=np.uint64)


def dealt(ids: Sequence[str], hands: int, seed: int) -> NDArray[np.int64]:
    """Deal ids into `hands` equal parts by their hash: the part of each id, from 0, for folds of a cross-validation.

    Examples
    --------
    >>> sorted(dealt(["a", "b", "c", "d"], 2, seed=0).tolist())
    [0, 0, 1, 1]
    """
    return np.asarray(hashed(keys(ids, seed), 1)[:, 0].argsort().argsort() % hands)


def weights(ids: Sequence[str], n_boot: int, seed: int, start: int = 0) -> Floats:
    """How often each id is drawn, for draws `start` to `start` + `n_boot`; shape (ids, n_boot).

    Parameters
    ----------
    ids
        What is drawn: articles or events.
    n_boot
        Number of draws.
    seed
        Any integer.
    start
        Number of the first draw, a multiple of 8.

    Examples
    --------
    >>> import numpy as np
    >>> whole = weights(["x", "y"], 64, seed=0)
    >>> bool((whole[:, 32:40] == weights(["y", "x"], 8, seed=0, start=32)[::-1]).all())
    True
    """
    return _weights(keys(ids, seed), n_boot, start)


def _weights(key: Words, n_boot: int, start: int) -> Floats:
    word = hashed(key, -(-n_boot // 8), start // 8)
    drawn = word.astype("<u8").tobytes().translate(_WEIGHTS)  # one byte of the hash, one weight
    return np.frombuffer(drawn, dtype=np.uint8).reshape(len(key), 8 * word.shape[1])[:, :n_boot].astype(float)


def sums(matrix: Any, ids: Sequence[str], n_boot: int, seed: int) -> Iterator[Floats]:
    """Sums over the articles of each draw, in blocks of draws that fit in memory.

    Parameters
    ----------
    matrix
        What each id adds to each sum, dense or SciPy sparse, shape (sums, ids).
    ids, n_boot, seed
        See `weights`.

    Yields
    ------
    array, shape (sums, draws of the block)

    Raises
    ------
    TypeError, ValueError
        For fewer than two draws, as one has no spread, or a seed that is no whole number.
    """
    arguments.draws(n_boot, seed)
    size = max(8, _BLOCK_CELLS // max(1, *matrix.shape) // 8 * 8)
    key = keys(ids, seed)
    for start in range(0, n_boot, size):
        yield np.asarray(matrix @ _weights(key, min(size, n_boot - start), start))


def spread(matrix: Any, ids: Sequence[str], statistic: Callable[[Floats], Floats], *, n_boot: int, seed: int) -> Floats:
    """Standard deviation of a statistic over the draws; nan where fewer than two draws define it.

    Parameters
    ----------
    matrix, ids, n_boot, seed
        See `sums`.
    statistic
        From sums (sums, draws) to values (..., draws); nan or infinite where a draw leaves it undefined.
    """
    moments = _Moments()
    for block in sums(matrix, ids, n_boot, seed):
        moments.add(statistic(block))
    return moments.deviation()


class _Moments:
    """Mean and variance over the last axis, block by block, shifted by a first mean to stay accurate."""

    def __init__(self) -> None:
        self.count: Any = 0.0
        self.total: Any = 0.0
        self.squares: Any = 0.0
        self.centre: Any = None

    def add(self, values: Floats) -> None:
        defined = np.isfinite(values)
        count = defined.sum(-1)
        if self.centre is None:
            self.centre = np.where(defined, values, 0.0).sum(-1) / np.maximum(count, 1)
        shifted = np.where(defined, values - self.centre[..., None], 0.0)
        self.count = self.count + count
        self.total = self.total + shifted.sum(-1)
        self.squares = self.squares + (shifted**2).sum(-1)

    def deviation(self) -> Floats:
        enough = np.where(self.count > 1, self.count, np.nan)
        return np.asarray(np.sqrt(np.maximum(self.squares - self.total**2 / enough, 0.0) / (enough - 1)))


def relabelled(ids: Sequence[str], strata: NDArray[np.int64], chosen: NDArray[np.bool_], *, n_draws: int, seed: int) -> tuple[Floats, bool]:
    """Draws of "which rows are a" that keep the number of a in every stratum.

    Parameters
    ----------
    ids
        What carries the label, one a row, each different (see `distinct`): equal ids would always swap alike.
    strata
        The group within which labels may be swapped, in ascending order.
    chosen
        True where the row is a.
    n_draws
        Draws wanted. When all possible labellings are no more than this, all of them come instead.
    seed
        Any integer.

    Returns
    -------
    labels : array of 0 and 1, shape (rows, draws)
    exact : bool
        True if `labels` are all possible labellings, the one observed among them.
    """
    slices = _slices(strata)
    if labellings(strata, chosen) <= n_draws:
        return _all_labels(slices, chosen), True
    # One sort a draw: the stratum in the high bits, chance in the low ones; the first of each stratum become a.
    stratum = np.unique(strata, return_inverse=True)[1].astype(np.uint64)
    order = np.argsort((hashed(keys(ids, seed), n_draws) >> np.uint64(24)) | (stratum[:, None] << np.uint64(40)), axis=0)
    place = np.concatenate([np.arange(stop - start) < chosen[start:stop].sum() for start, stop in slices])
    labels = np.zeros(order.shape)
    np.put_along_axis(labels, order, np.broadcast_to(place[:, None].astype(float), order.shape), axis=0)
    return labels, False


def distinct(ids: Sequence[str]) -> list[str]:
    r"""Ids that differ, from ids of which some stand twice, such as an article on both sides.

    Examples
    --------
    >>> [name.split("\x1f") for name in distinct(["x", "y", "x"])]
    [['x'], ['y'], ['x', '1']]
    """
    if len(set(ids)) == len(ids):
        return list(ids)
    seen: Counter[str] = Counter()
    different = []
    for name in ids:
        different.append(f"{name}\x1f{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return different


def labellings(strata: NDArray[np.int64], chosen: NDArray[np.bool_]) -> int:
    """Ways to choose as many rows of every stratum as are chosen; at most about 10**15, which stands for more.

    Examples
    --------
    >>> labellings(np.array([0, 0, 0, 1, 1]), np.array([True, False, False, True, False]))
    6
    """
    ways = 1
    for stratum in np.unique(strata):
        here = chosen[strata == stratum]
        ways *= comb(len(here), int(here.sum()))
        if ways > 10**15:
            break
    return ways


def _slices(strata: NDArray[np.int64]) -> list[tuple[int, int]]:
    cuts = [0, *(np.flatnonzero(np.diff(strata)) + 1).tolist(), len(strata)]
    return list(pairwise(cuts))


def _all_labels(slices: list[tuple[int, int]], chosen: NDArray[np.bool_]) -> Floats:
    each = [list(combinations(range(start, stop), int(chosen[start:stop].sum()))) for start, stop in slices]
    draws = list(product(*each))
    labels = np.zeros((len(chosen), len(draws)))
    for column, draw in enumerate(draws):
        labels[[row for rows in draw for row in rows], column] = 1
    return labels
