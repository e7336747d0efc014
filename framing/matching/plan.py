"""Patterns as arrays: what tells them best, to nominate them, and what each of their words is, to compare them."""

import functools
import itertools
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from framing.lexicon.folding import fold
from framing.lexicon.patterns import is_wild, prefix
from framing.matching.letters import Bools, Bytes, Ints, Numbers
from framing.matching.patterns import MOST_KEPT, Pattern
from framing.matching.words import EIGHT, LONGEST, OPENING, PAIR, WHOLE, spelled

EXACT, BEGINS, ANY, BY_HAND = range(4)
SPACE, GAP_BY_HAND = range(2)
NONE, SEVERAL = 0, 1
FOUR, SIX, LARGEST_OPENING = 4, 6, 7
FOUR_BYTES, SIX_BYTES, LONG_BITS, SPREAD = (1 << 8 * FOUR) - 1, (1 << 8 * SIX) - 1, 16, 0x9FB21C651E98DF25
OF_FOUR, OF_SIX = 0b00110000, 0b11000000  # sizes looked up by the first four letters, and by the first six
LETTER = range(32)
SMALLEST_SIEVE, LARGEST_SIEVE, SLOTS = 12, 20, 4

Smalls = npt.NDArray[np.int32]


class Table(NamedTuple):
    """A lexicon's patterns without stems.

    Parameters
    ----------
    keys, begins
        Numbers of what tells patterns best (a word, two words, or what stands before a wildcard), sorted, and one that no search
        goes beyond; the patterns of a key are those from its place in `begins` to the next.
    offsets
        How many words of each pattern stand before what its key was made of.
    sieve, shift
        By what is left of a key after the shift, the mark of the key that may be there (see `marks`): `NONE`, or `SEVERAL`.
    buckets, bucket_shift
        By what is left of a key after the shift, where in `keys` it would be, or before that.
    short, long
        By the first three letters of a word, and by its first four or six: which sizes of opening may stand there, a bit each.
    sizes
        All sizes of opening.
    patterns, labels, lengths
        Each pattern, its label and its number of words.
    bare
        Whether nothing but words belongs to it at its ends.
    firsts
        Where its first word stands among all words of patterns.
    kinds, heads, hashes, letters
        By word of a pattern: how to compare it, and its `Words.heads`, `hashes` and `sizes`; of what stands before
        a wildcard, its second eight bytes for a hash.
    gaps
        By word of a pattern: how to compare what stands behind it.
    """

    keys: Numbers
    begins: Smalls
    offsets: Smalls
    sieve: Bytes
    shift: np.uint64
    buckets: Smalls
    bucket_shift: np.uint64
    short: Bytes
    long: Bytes
    sizes: tuple[int, ...]
    patterns: list[Pattern]
    labels: Ints
    lengths: Smalls
    bare: Bools
    firsts: Smalls
    kinds: Bytes
    heads: Numbers
    hashes: Numbers
    letters: Bytes
    gaps: Bytes


class Nominees(NamedTuple):
    """Which patterns may stand where: numbers of first words and of patterns, and whether they stand there for sure."""

    first: Ints
    pattern: Ints
    sure: Bools


def plan(patterns: Sequence[tuple[Pattern, int]]) -> Table:
    """Lay out patterns without stems, each with its label."""
    found = [_key(pattern) for pattern, _ in patterns]
    numbers = np.array([key.number for _, key in found], np.uint64)
    keys, counts = np.unique(numbers, return_counts=True)
    order = np.argsort(numbers, kind="stable").tolist()
    return Table(
        keys=np.append(keys, np.uint64(WHOLE)),
        begins=np.array([0, *counts.cumsum(), len(order)], np.int32),
        offsets=np.array([found[row][0] for row in order], np.int32),
        **_sieves(keys),
        **_openings({key.opening for _, key in found if key.opening is not None}),
        labels=np.array([patterns[row][1] for row in order], np.int64),
        **_phrases([patterns[row][0] for row in order]),
    )


def _sieves(keys: Numbers) -> dict[str, Any]:
    """Where to look up keys."""
    bits = min(max((SLOTS * len(keys)).bit_length(), SMALLEST_SIEVE), LARGEST_SIEVE)
    shift = np.uint64(64 - bits)
    sieve, places = np.full(1 << bits, NONE, np.uint8), (keys >> shift).astype(np.int64)
    sieve[places] = marks(keys)
    sieve[np.flatnonzero(np.bincount(places, minlength=len(sieve)) > 1)] = SEVERAL
    buckets = 1 << max(len(keys).bit_length(), 1)
    bucket_shift = np.uint64(65 - buckets.bit_length())
    firsts = np.searchsorted(keys >> bucket_shift, np.arange(buckets, dtype=np.uint64)).astype(np.int32)
    return {"sieve": sieve, "shift": shift, "buckets": firsts, "bucket_shift": bucket_shift}


def _openings(openings: Collection[bytes]) -> dict[str, Any]:
    """Which sizes of opening may stand at words."""
    short = _short(opening for opening in openings if len(opening) < FOUR)
    long = _long(opening for opening in openings if len(opening) >= FOUR)
    return {"short": short, "long": long, "sizes": tuple(sorted({len(opening) for opening in openings}))}


def _phrases(patterns: list[Pattern]) -> dict[str, Any]:
    """What patterns are, and each of their words; a word that stands in many is looked at once."""
    lengths = np.array([len(pattern.words) for pattern in patterns], np.int32)
    told: dict[tuple[str, bool], int] = {}
    words = [
        told.setdefault((word, pattern.case or capital is not None), len(told))
        for pattern in patterns
        for word, capital in zip(pattern.words, pattern.capitals, strict=True)
    ]
    kinds, heads, hashes, letters = np.array([_compared(*word) for word in told], np.uint64).reshape(-1, 4)[words].T
    return {
        "patterns": patterns,
        "lengths": lengths,
        "bare": np.array([pattern.gaps[0] == pattern.gaps[-1] == "" for pattern in patterns], np.bool_),
        "firsts": np.array([0, *itertools.accumulate(lengths.tolist())], np.int32)[:-1],
        "kinds": kinds.astype(np.uint8),
        "heads": heads.copy(),
        "hashes": hashes.copy(),
        "letters": letters.astype(np.uint8),
        "gaps": np.array([SPACE if gap == " " else GAP_BY_HAND for pattern in patterns for gap in pattern.gaps[1:]], np.uint8),
    }


def marks(keys: Numbers) -> Bytes:
    """One byte of each key, by which most others in its place of the sieve are told from it."""
    made: Bytes = (keys & np.uint64(0x7F)).astype(np.uint8) | np.uint8(0x80)
    return made


class _Key(NamedTuple):
    """What a pattern may be looked up by: how many letters, as a number; what stands before a wildcard."""

    letters: int
    number: int
    opening: bytes | None = None


def _key(pattern: Pattern) -> tuple[int, _Key]:
    """Most letters of a pattern that can be looked up, and at which word: phrases with "of the" are many, and so are those words."""
    keys = [*map(_key_at, pattern.words, (*pattern.words[1:], "*"))]
    letters = [key.letters for key in keys]
    at = letters.index(max(letters))
    return at, keys[at]


# The phrases of a lexicon are many, their words few.
@functools.lru_cache(MOST_KEPT)
def _key_at(word: str, following: str) -> _Key:
    if is_wild(word):
        opening = fold(prefix(word)).encode()[:LARGEST_OPENING]
        return _Key(len(opening), (int.from_bytes(opening, "little") + len(opening)) * OPENING & WHOLE, opening)
    if is_wild(following):
        return _Key(len(word), _number(word))
    return _Key(len(word) + len(following), (_number(word) * PAIR + _number(following)) & WHOLE)


@functools.lru_cache(MOST_KEPT)
def _number(word: str) -> int:
    return spelled(fold(word).encode())[1]


@functools.lru_cache(MOST_KEPT)
def _compared(word: str, by_hand: bool) -> tuple[int, int, int, int]:
    """How to compare a word of a pattern: kind, first eight bytes, number, size."""
    stem = word.removesuffix("*")
    letters = stem.encode()
    head, number, size = spelled(letters)
    if by_hand or is_wild(stem) or size > LONGEST:
        kind = BY_HAND
    elif stem == word:
        kind = EXACT
    else:
        kind, number = BEGINS if letters else ANY, int.from_bytes(letters[EIGHT:], "little")
    return kind, head, number, size


def _short(openings: Iterable[bytes]) -> Bytes:
    """Set the bits of `Table.short`; an opening of fewer than three letters fits any behind it."""
    cells = np.zeros((32, 32, 32), np.uint8)
    for opening in openings:
        first, second, third = [*([code & 31] for code in opening), LETTER, LETTER, LETTER][:3]
        cells[np.ix_(third, second, first)] |= np.uint8(1 << len(opening))
    return cells.ravel()


def _long(openings: Iterable[bytes]) -> Bytes:
    """Set the bits of `Table.long`."""
    cells = np.zeros(1 << LONG_BITS, np.uint8)
    for opening in openings:
        letters = opening[:SIX] if len(opening) >= SIX else opening[:FOUR]
        cells[(int.from_bytes(letters, "little") * SPREAD & WHOLE) >> (64 - LONG_BITS)] |= np.uint8(1 << len(opening))
    return cells


def opening_sizes(heads: Numbers, table: Table) -> Bytes:
    """Which sizes of opening may stand at words."""
    if not table.sizes:
        return np.empty(0, np.uint8)
    three = heads & np.uint64(31) | heads >> np.uint64(3) & np.uint64(31 << 5) | heads >> np.uint64(6) & np.uint64(31 << 10)
    four, six = ((heads & np.uint64(mask)) * np.uint64(SPREAD) >> np.uint64(64 - LONG_BITS) for mask in (FOUR_BYTES, SIX_BYTES))
    long = table.long[four.view(np.int64)] & np.uint8(OF_FOUR) | table.long[six.view(np.int64)] & np.uint8(OF_SIX)
    sizes: Bytes = table.short[three.view(np.int64)] | long
    return sizes
