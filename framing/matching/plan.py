"""Patterns as arrays: what they open with, to nominate them, and what each of their words is, to compare them."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from framing.matching.letters import Bools, Bytes, Ints
from framing.matching.patterns import MOST_KEPT, Pattern, fold, is_wild, prefix
from framing.matching.words import EIGHT, LONGEST, OPENING, PAIR, WHOLE, Numbers, spelled

EXACT, BEGINS, ANY, BY_HAND = range(4)
SPACE, GAP_BY_HAND = range(2)
NONE, SEVERAL = 0, 1
LETTER = range(32)
SMALLEST_SIEVE, LARGEST_SIEVE, SLOTS = 16, 20, 16


class Table(NamedTuple):
    """A lexicon's patterns without stems.

    Parameters
    ----------
    keys, begins
        Numbers of what patterns open with (a word, two words, or what stands before a wildcard), sorted; the patterns of a
        key are those from its place in `begins` to the next.
    sieve, shift
        By what is left of a key after the shift, the mark of the key that may be there (see `marks`): `NONE`, or `SEVERAL`.
    openings
        By the first three letters of a word: which sizes of opening may stand there, a bit each.
    sizes
        All sizes of opening.
    pairs
        Whether any key is of two words.
    patterns, labels, lengths
        Each pattern, its label and its number of words.
    bare
        Whether nothing but words belongs to it at its ends.
    firsts
        Where its first word stands among all words of patterns.
    kinds, heads, tails, letters
        By word of a pattern: how to compare it, its spelling and its size in bytes; see `standing`.
    gaps
        By word of a pattern: how to compare what stands behind it.
    """

    keys: Numbers
    begins: Ints
    sieve: Bytes
    shift: np.uint64
    openings: npt.NDArray[np.uint16]
    sizes: tuple[int, ...]
    pairs: bool
    patterns: list[Pattern]
    labels: Ints
    lengths: Ints
    bare: Bools
    firsts: Ints
    kinds: Bytes
    heads: Numbers
    tails: Numbers
    letters: Ints
    gaps: Bytes


def plan(patterns: Sequence[tuple[Pattern, int]]) -> Table:
    """Lay out patterns without stems, each with its label."""
    keyed = sorted(((*_key(pattern), pattern, label) for pattern, label in patterns), key=lambda row: row[0])
    keys, counts = np.unique(np.array([key for key, *_ in keyed], np.uint64), return_counts=True)
    bits = min(max((SLOTS * len(keys)).bit_length(), SMALLEST_SIEVE), LARGEST_SIEVE)
    shift = np.uint64(64 - bits)
    opens = {_opening(pattern.words[0]) for _, _, pattern, _ in keyed if is_wild(pattern.words[0])}
    lengths = np.array([len(pattern.words) for _, _, pattern, _ in keyed], np.int64)
    words = [word for _, _, pattern, _ in keyed for word in _words(pattern)]
    kinds, heads, tails, letters, gaps = zip(*words, strict=True) if words else ((),) * 5
    return Table(
        keys=keys,
        begins=np.array([0, *counts.cumsum()], np.int64),
        sieve=_sieve(keys, shift, 1 << bits),
        shift=shift,
        openings=_cells(opens),
        sizes=tuple(sorted({len(opening) for opening in opens})),
        pairs=any(pair for _, pair, _, _ in keyed),
        patterns=[pattern for _, _, pattern, _ in keyed],
        labels=np.array([label for *_, label in keyed], np.int64),
        lengths=lengths,
        bare=np.array([pattern.gaps[0] == pattern.gaps[-1] == "" for _, _, pattern, _ in keyed], np.bool_),
        firsts=np.array([0, *accumulate(lengths.tolist())], np.int64)[:-1],
        kinds=np.array(kinds, np.uint8),
        heads=np.array(heads, np.uint64),
        tails=np.array(tails, np.uint64),
        letters=np.array(letters, np.int64),
        gaps=np.array(gaps, np.uint8),
    )


def marks(keys: Numbers) -> Bytes:
    """One byte of each key, by which most others in its place of the sieve are told from it."""
    made: Bytes = (keys & np.uint64(0x7F)).astype(np.uint8) | np.uint8(0x80)
    return made


def _sieve(keys: Numbers, shift: np.uint64, size: int) -> Bytes:
    sieve, places = np.full(size, NONE, np.uint8), (keys >> shift).astype(np.int64)
    sieve[places] = marks(keys)
    sieve[np.flatnonzero(np.bincount(places, minlength=size) > 1)] = SEVERAL
    return sieve


def _key(pattern: Pattern) -> tuple[int, bool]:
    """Number of what a pattern opens with, and whether that is a pair of words: phrases that begin with "the" are many."""
    first, *rest = pattern.words
    if is_wild(first):
        opening = _opening(first)
        return (int.from_bytes(opening, "little") + len(opening)) * OPENING & WHOLE, False
    if rest and not is_wild(rest[0]):
        return (_number(first) * PAIR + _number(rest[0])) & WHOLE, True
    return _number(first), False


@functools.lru_cache(MOST_KEPT)
def _number(word: str) -> int:
    return spelled(fold(word).encode())[2]


def _opening(word: str) -> bytes:
    return fold(prefix(word)).encode()[:EIGHT]


def _words(pattern: Pattern) -> Iterator[tuple[int, int, int, int, int]]:
    """How to compare each word of a pattern and what stands behind it: kind, first and last eight bytes, size, gap."""
    for word, capital, gap in zip(pattern.words, pattern.capitals, pattern.gaps[1:], strict=True):
        yield *_compared(word, pattern.case or capital is not None), SPACE if gap == " " else GAP_BY_HAND


@functools.lru_cache(MOST_KEPT)
def _compared(word: str, by_hand: bool) -> tuple[int, int, int, int]:
    """How to compare a word of a pattern: kind, first and last eight bytes, size."""
    stem = word.removesuffix("*")
    letters = stem.encode()
    head, tail, _ = spelled(letters)
    if by_hand or is_wild(stem):
        kind = BY_HAND
    elif stem == word:
        kind = EXACT if len(letters) <= LONGEST else BY_HAND
    else:
        kind = BY_HAND if len(letters) > EIGHT else BEGINS if letters else ANY
    return kind, head, tail, len(letters)


def _cells(openings: Iterable[bytes]) -> npt.NDArray[np.uint16]:
    """Set the bits of `Table.openings`; an opening of fewer than three letters fits any behind it."""
    cells = np.zeros((32, 32, 32), np.uint16)
    for opening in openings:
        first, second, third = [*([code & 31] for code in opening), LETTER, LETTER, LETTER][:3]
        cells[np.ix_(third, second, first)] |= np.uint16(1 << len(opening))
    return cells.ravel()


def cell(heads: Numbers) -> Ints:
    """Five bits of each of the first three letters of words."""
    made = heads & np.uint64(31) | heads >> np.uint64(3) & np.uint64(31 << 5) | heads >> np.uint64(6) & np.uint64(31 << 10)
    cells: Ints = made.view(np.int64)
    return cells
