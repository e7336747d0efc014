"""Patterns as one array of numbers, and the table of what they open with: what the kernel reads.

The program is a list for each key, one after another: 1 if pairs of words go on from its word, then the records of its
patterns, then 0. A record: its own length, words, label, case; then the gap before, and for each word whether it has a
wildcard, its capital (0 no matter, 1 must not, 2 must be), its letters and the gap behind it. Letters and gaps are written
as their number and their code points, so a pattern lies together in memory and is read in one go.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from framing.matching import kernel
from framing.matching.compiled import QUERY, STAR
from framing.matching.patterns import Pattern, fold, is_wild, prefix

Int32s = npt.NDArray[np.int32]
Hashes = npt.NDArray[np.uint64]

WILDCARDS = {"*": STAR, "?": QUERY}
LETTER = range(32)


class Table(NamedTuple):
    """What patterns open with.

    Parameters
    ----------
    keys, heads
        Open addressing: hash of a word, of two words or of an opening, and where its list begins in `program`; -1: empty.
    sieve
        A bit for every few keys.
    short, long
        By the first three, by the first four letters of a word: which lengths of opening may stand there, a bit each.
    program
        The patterns, as the module says.
    wild
        Whether any pattern begins with a word that has a wildcard.
    """

    keys: Hashes
    heads: Int32s
    sieve: npt.NDArray[np.uint8]
    short: npt.NDArray[np.uint8]
    long: npt.NDArray[np.uint32]
    program: Int32s
    wild: bool


def plan(patterns: Sequence[tuple[Pattern, int]]) -> Table:
    """Lay out patterns without stems, each with its label."""
    keys, going_on = _keys([pattern for pattern, _ in patterns])
    lists: dict[int, list[int]] = {key: [] for key in [*keys, *going_on]}
    for key, (pattern, label) in zip(keys, patterns, strict=True):
        lists[key] += _record(pattern, label)
    written = [[int(key in going_on), *records, 0] for key, records in lists.items()]
    size = 1 << max(10, (4 * len(lists)).bit_length())
    begins = {fold(prefix(pattern.words[0]))[: kernel.LONGEST_OPENING] for pattern, _ in patterns if is_wild(pattern.words[0])}
    short, long = _openings(begins)
    table = Table(
        keys=np.zeros(size, np.uint64),
        heads=np.full(size, -1, np.int32),
        sieve=np.zeros(size, np.uint8),
        short=short,
        long=long,
        program=np.fromiter(chain.from_iterable(written), np.int32),
        wild=bool(begins),
    )
    heads = np.array([0, *accumulate(map(len, written))], np.int32)[:-1]
    kernel.fill(table, np.array(list(lists), np.uint64), heads)
    return table


def _record(pattern: Pattern, label: int) -> Iterator[int]:
    """Write a pattern as numbers."""
    record = [len(pattern.words), label, int(pattern.case), *_codes(pattern.gaps[0])]
    for word, capital, gap in zip(pattern.words, pattern.capitals, pattern.gaps[1:], strict=True):
        record += [int(is_wild(word)), 0 if capital is None else 1 + capital, *_codes(word, WILDCARDS), *_codes(gap, {})]
    return chain([len(record) + 1], record)


def _codes(text: str, wildcards: dict[str, int] | None = None) -> list[int]:
    return [len(text), *((wildcards or {}).get(letter, ord(letter)) for letter in text)]


def _keys(patterns: Sequence[Pattern]) -> tuple[list[int], set[int]]:
    """Key of each pattern: of its first two words, its first word or that word's opening; and the words that pairs go on from."""
    firsts, wild = _hashes([pattern.words[0] for pattern in patterns])
    seconds, open_end = _hashes([pattern.words[1] if len(pattern.words) > 1 else "*" for pattern in patterns])
    pair = ~wild & ~open_end
    with np.errstate(over="ignore"):
        pairs, opened = kernel.mixed(firsts, seconds), kernel.mixed(firsts, kernel.OPENING)
    return np.where(pair, pairs, np.where(wild, opened, firsts)).tolist(), set(firsts[pair].tolist())


def _hashes(words: Sequence[str]) -> tuple[Hashes, npt.NDArray[np.bool_]]:
    """Hash words, or their openings, as the kernel hashes those of texts: folded; and which of them are wild."""
    folded = [fold(prefix(word))[: kernel.LONGEST_OPENING] if is_wild(word) else fold(word) for word in words]
    hashes = np.empty(len(words), np.uint64)
    starts = np.array([0, *accumulate(map(len, folded))], np.int32)
    kernel.hash_words(np.array(list(map(ord, chain.from_iterable(folded))), np.int32), starts, hashes)
    return hashes, np.array([is_wild(word) for word in words], np.bool_)


def _openings(begins: Iterable[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """Set the bits of `Table.short` and `Table.long`; an opening of three letters and fewer fits any letters behind it."""
    short, long = np.zeros((32, 32, 32), np.uint8), np.zeros(1 << 15, np.uint32)
    for begin in begins:
        codes = [ord(letter) | 32 for letter in begin]
        if len(begin) > 3:
            four = sum((code & 255) << 8 * at for at, code in enumerate(codes[:4]))
            long[int(kernel.long_opening(four))] |= np.uint32(1 << len(begin))
        else:
            first, second, third = [*([code & 31] for code in codes), LETTER, LETTER, LETTER][:3]
            short[np.ix_(third, second, first)] |= np.uint8(1 << len(begin))
    return short.ravel(), long
