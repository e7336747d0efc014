"""The loops over every letter and word, folding, cutting and sifting: in numpy, and compiled by numba for large corpora."""

from typing import Protocol

import numpy as np

from framing.matching.letters import Bytes, Ints, small_letters
from framing.matching.plan import SEVERAL, Table, cell, marks
from framing.matching.words import EIGHT, FIRST, HIGH_BITS, LONGEST, MASKS, SECOND, Laid, Numbers, Words, beyond_ascii, opened, paired

# Numba takes a second to load and, once on a machine, two more to compile: numpy is through with this much text sooner.
COMPILED_BYTES = 200_000_000


class Engine(Protocol):
    """What an engine does; what it returns holds until it is called again."""

    def fold(self, raw: bytes) -> tuple[Bytes, Ints]:
        """By byte, the folded letter (0: not in a word), to be written on; and the bytes of characters beyond ASCII."""

    def cut(self, laid: Laid) -> Words:
        """Words of texts, odd ones not yet spelled."""

    def sift(self, words: Words, table: Table) -> tuple[Ints, Numbers]:
        """Which words may open which patterns: numbers of words, and keys that may be in the table."""


class Arrays:
    """Array by array, in numpy."""

    def fold(self, raw: bytes) -> tuple[Bytes, Ints]:
        """See `Engine`."""
        folded = np.frombuffer(raw.translate(small_letters()), np.uint8)
        if raw.isascii():
            return folded, np.empty(0, np.int64)
        blocks = np.frombuffer(raw, np.uint64, len(raw) // EIGHT)
        return folded.copy(), beyond_ascii(folded, np.flatnonzero(blocks & np.uint64(HIGH_BITS)))

    def cut(self, laid: Laid) -> Words:
        """See `Engine`."""
        starts, ends = _edges(laid.folded)
        sizes = ends - starts
        heads = laid.eights[starts] & MASKS[np.minimum(sizes, EIGHT)]
        tails = np.zeros(len(starts), np.uint64)
        hashes = heads * np.uint64(FIRST)
        long = np.flatnonzero(sizes > EIGHT)
        tails[long] = laid.eights[ends[long] - EIGHT]
        hashes[long] ^= tails[long] * np.uint64(SECOND)
        return Words(starts, ends, heads, tails, hashes, sizes > LONGEST)

    def sift(self, words: Words, table: Table) -> tuple[Ints, Numbers]:
        """See `Engine`."""
        passed = [_passing(words.hashes, table)]
        if table.pairs:
            passed.append(_passing(paired(words.hashes[:-1], words.hashes[1:]), table))
        sizes = table.openings[cell(words.heads)] if table.sizes else np.empty(0, np.uint16)
        some = np.flatnonzero(sizes)
        for size in table.sizes:
            rows = some[sizes[some] >> np.uint16(size) & np.uint16(1) != 0]
            kept, keys = _passing(opened(words.heads[rows], size), table)
            passed.append((rows[kept], keys))
        rows, keys = (np.concatenate(column) for column in zip(*passed, strict=True))
        return rows, keys


def _edges(folded: Bytes) -> tuple[Ints, Ints]:
    """First byte of each word and one past its last."""
    inside = folded != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return edges[::2], edges[1::2]


def _passing(keys: Numbers, table: Table) -> tuple[Ints, Numbers]:
    """Which keys may be in a table."""
    there = table.sieve[(keys >> table.shift).view(np.int64)]
    rows = np.flatnonzero(there)
    there, keys = there[rows], keys[rows]
    kept = (there == marks(keys)) | (there == SEVERAL)
    return rows[kept], keys[kept]


def engine(compiled: bool) -> Engine:
    """Return one of the two engines, for one thread: the compiled one writes into the same arrays again and again."""
    if not compiled:
        return Arrays()
    from framing.matching.compiled import Compiled

    return Compiled()
