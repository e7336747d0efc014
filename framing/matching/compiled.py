"""The loops over every word, compiled by numba: what `engines.Arrays` does in numpy, two to three times as fast.

Import this module only where it runs: numba takes a second to load. The types of arguments are given, so that each function is
compiled once, for these, and kept on disk where there is a place that can be written: beside the package or in the home folder.
"""

from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from numba import types
from numba.cpython.unsafe.numbers import trailing_zeros

from framing.matching.letters import Bytes, Ints
from framing.matching.plan import NONE, SEVERAL, Table
from framing.matching.words import EIGHT, FIRST, HIGH_BITS, LONGEST, OPENING, PAIR, SECOND, Laid, Numbers, Words, beyond_ascii

Array = Any  # numba works out what it holds
EIGHTS = types.Array(types.uint64, 1, "A", aligned=False)
INTS, NUMBERS, BYTES = types.int64[::1], types.uint64[::1], types.uint8[::1]
ONES, HIGHS = np.uint64(0x0101010101010101), np.uint64(HIGH_BITS)
ONE, BYTE, THREE = np.uint64(1), np.uint64(8), np.uint64(3)
ONE_IN, ROOM = 8, 4096
SPARED = {"nogil": True, "no_cfunc_wrapper": True}  # compiling a way in from C would take a third of the time
njit: Any = numba.njit
lowest_bit: Any = trailing_zeros
several: Any = types.UniTuple


def compiled(*signature: Any) -> Callable[[Callable[..., Any]], Any]:
    """Compile a function for these types."""

    def compile_it(function: Callable[..., Any]) -> Any:
        try:
            return njit(signature, cache=True, **SPARED)(function)
        except RuntimeError:  # no place on disk to keep it: compile once a process
            return njit(signature, **SPARED)(function)

    return compile_it


@compiled(types.Array(types.uint64, 1, "C", readonly=True), NUMBERS, INTS)
def fold(raw: Array, folded: Array, beyond: Array) -> int:
    """Write eight folded bytes at a time, and which eights have any beyond ASCII; how many those are."""
    count = 0
    for place in range(len(raw)):
        eight = raw[place]
        low, high = eight & ~HIGHS, eight & HIGHS
        small = low | (ONES << np.uint64(5))
        # The highest bit of each byte is set if it lies between two letters; no sum reaches the next byte.
        letter = (small + ONES * np.uint64(128 - 97)) & ~(small + ONES * np.uint64(128 - 123)) & HIGHS
        digit = (low + ONES * np.uint64(128 - 48)) & ~(low + ONES * np.uint64(128 - 58)) & HIGHS
        line = ~((low ^ (ONES * np.uint64(95))) + ONES * np.uint64(127)) & HIGHS
        letter &= ~high
        bits = letter | digit | line | high
        folded[place] = (eight | letter >> np.uint64(2)) & (bits | bits - (bits >> np.uint64(7)))
        if high:
            beyond[count] = place
            count += 1
    return count


@compiled(EIGHTS, types.int64, several(INTS, 2), several(NUMBERS, 3), BYTES)
def cut(eights: Array, stop: int, edges: Any, spellings: Any, odd: Array) -> int:
    """Write the words of folded bytes, odd ones as their bytes are; how many."""
    starts, ends = edges
    heads, tails, hashes = spellings
    at = count = 0
    while at < stop:
        begin, eight = at, eights[at]
        # The lowest bit set is the highest of the first byte that is 0.
        zero = (eight - ONES) & ~eight & HIGHS
        head, tail = eight, np.uint64(0)
        while zero == 0:
            at += EIGHT
            eight = eights[at]
            zero = (eight - ONES) & ~eight & HIGHS
        at += int(lowest_bit(zero) >> THREE)
        if at == begin:
            at += 1
            continue
        if at - begin < EIGHT:
            head &= (zero ^ (zero - ONE)) >> BYTE
        elif at - begin > EIGHT:
            tail = eights[at - EIGHT]
        starts[count], ends[count] = begin, at
        heads[count], tails[count], hashes[count] = head, tail, head * np.uint64(FIRST) ^ tail * np.uint64(SECOND)
        odd[count] = at - begin > LONGEST
        count += 1
        at += 1
    return count


@compiled(several(NUMBERS, 2), types.uint64, BYTES, types.uint16[::1], types.boolean, INTS, NUMBERS)
def sift(spellings: Any, shift: Any, sieve: Array, openings: Array, pairs: bool, rows: Array, keys: Array) -> int:
    """Write which words may open which patterns, as far as there is room; how many."""
    heads, hashes = spellings
    count, room, last = 0, len(rows), len(hashes) - 1
    for row in range(len(hashes)):
        key, head = hashes[row], heads[row]
        cell = head & np.uint64(31) | head >> THREE & np.uint64(31 << 5) | head >> np.uint64(6) & np.uint64(31 << 10)
        sizes = np.int64(openings[cell]) << 2 | np.int64(pairs and row < last) << 1 | 1
        step = 0
        while sizes:
            if sizes & 1:
                if step == 1:
                    key = hashes[row] * np.uint64(PAIR) + hashes[row + 1]
                elif step > 1:
                    size = np.uint64(step - 2)
                    mask = (ONE << (size << THREE)) - ONE if step < EIGHT + 2 else ~np.uint64(0)
                    key = ((head & mask) + size) * np.uint64(OPENING)
                there = sieve[key >> shift]
                if there != NONE and (there == SEVERAL or there == (key & np.uint64(0x7F) | np.uint64(0x80))):
                    if count < room:
                        rows[count], keys[count] = row, key
                    count += 1
            sizes >>= 1
            step += 1
    return count


class Compiled:
    """Word by word, compiled."""

    def __init__(self) -> None:
        self._size = 0

    def _make_room(self, size: int) -> None:
        if size > self._size:
            self._size = size
            self._edges = (np.empty(size, np.int64), np.empty(size, np.int64))
            self._spellings = tuple(np.empty(size, np.uint64) for _ in range(3))
            self._odd = np.empty(size, np.uint8)
            self._folded, self._beyond = np.empty(size // 4 + 1, np.uint64), np.empty(size // 4 + 1, np.int64)

    def fold(self, raw: bytes) -> tuple[Bytes, Ints]:
        """See `engines.Engine`."""
        self._make_room(len(raw) // 2 + 1)
        blocks = len(raw) // EIGHT
        count = fold(np.frombuffer(raw, np.uint64, blocks), self._folded[:blocks], self._beyond)
        folded = self._folded.view(np.uint8)[: len(raw)]
        folded[blocks * EIGHT :] = 0  # fewer than eight, and all of them stand behind the texts
        return folded, beyond_ascii(folded, self._beyond[:count])

    def cut(self, laid: Laid) -> Words:
        """See `engines.Engine`."""
        count = cut(laid.eights, len(laid.raw) - EIGHT, self._edges, self._spellings, self._odd)
        (starts, ends), (heads, tails, hashes) = self._edges, self._spellings
        return Words(starts[:count], ends[:count], heads[:count], tails[:count], hashes[:count], self._odd[:count].view(np.bool_))

    def sift(self, words: Words, table: Table) -> tuple[Ints, Numbers]:
        """See `engines.Engine`."""
        room = count = len(words.hashes) // ONE_IN + ROOM
        while count >= room:
            rows, keys = np.empty(count + 1, np.int64), np.empty(count + 1, np.uint64)
            room = len(rows)
            count = sift((words.heads, words.hashes), table.shift, table.sieve, table.openings, table.pairs, rows, keys)
        return rows[:count], keys[:count]
