"""Saying which patterns stand at which words, compiled."""

from typing import Any

import numpy as np

from framing.matching.kernel import (
    ALL,
    BYTE,
    BYTES,
    EIGHTS,
    HIGHS,
    INT,
    INTS,
    NO,
    NUMBER,
    NUMBERS,
    ONE,
    PAGE,
    SOUGHT,
    THREE,
    Array,
    compiled,
    inlined,
    lowest_bit,
    several,
)
from framing.matching.plan import BEGINS, BY_HAND, EXACT, FOUR_BYTES, LONG_BITS, OF_FOUR, OF_SIX, SEVERAL, SIX_BYTES, SPACE, SPREAD
from framing.matching.words import OPENING, PAIR

BLANK, HYPHEN = b" -"
MOST_A_WORD = 10  # keys: of the word, of a pair, and of its openings
NEVER, ASK, SURE = -1, 0, 1


@inlined
def may_be(there: Any, key: Any) -> Any:
    """Whether a key may be in the table, by what the sieve has in its place."""
    return there == SEVERAL or there == (key & np.uint64(0x7F) | np.uint64(0x80))


@inlined
def cells(head: Any) -> Any:
    """Where to look up which sizes of opening may stand at a word: see `plan.opening_sizes`."""
    three = head & np.uint64(31) | head >> THREE & np.uint64(31 << 5) | head >> np.uint64(6) & np.uint64(31 << 10)
    four = (head & np.uint64(FOUR_BYTES)) * np.uint64(SPREAD) >> np.uint64(64 - LONG_BITS)
    six = (head & np.uint64(SIX_BYTES)) * np.uint64(SPREAD) >> np.uint64(64 - LONG_BITS)
    return three, four, six


@compiled(PAGE, INT, several((BYTES, BYTES, BYTES)), NUMBER, INTS, NUMBERS)
def sift(page: Any, size: int, sieves: Any, shift: Any, rows: Array, keys: Array) -> int:
    """Write which words may open which patterns, as far as there is room; how many."""
    sieve, short, long = sieves
    heads, hashes, before, count = page.heads, page.hashes, NO, 0
    for row in range(size):
        if count > len(rows) - MOST_A_WORD:
            return len(rows)
        head, key = heads[row], hashes[row]
        if may_be(sieve[key >> shift], key):
            rows[count], keys[count] = row, key
            count += 1
        pair = before * np.uint64(PAIR) + key
        if row and may_be(sieve[pair >> shift], pair):
            rows[count], keys[count] = row - 1, pair
            count += 1
        three, four, six = cells(head)
        before, openings = key, np.uint64(short[three] | long[four] & OF_FOUR | long[six] & OF_SIX)
        while openings:
            letters = np.uint64(lowest_bit(openings))
            key = ((head & ~(ALL << (letters << THREE))) + letters) * np.uint64(OPENING)
            if may_be(sieve[key >> shift], key):
                rows[count], keys[count] = row, key
                count += 1
            openings &= openings - ONE
    return count


@inlined
def agree(word: Any, wanted: Any, eights: Any) -> int:
    """Compare a word with one of a pattern."""
    (head, value, size), (kind, wanted_head, wanted_value, letters) = word, wanted
    letters = np.uint64(letters)
    unlike = head ^ wanted_head
    if kind == EXACT:
        return SURE if unlike == NO and value == wanted_value and size == letters else NEVER
    if kind != BEGINS:
        return ASK if kind == BY_HAND else SURE
    if letters <= BYTE:
        return SURE if unlike & (ALL >> (np.uint64(64) - (letters << THREE))) == NO else NEVER
    if unlike == NO and (eights[0] | eights[1]) & HIGHS != NO:
        return ASK  # folded, they may be elsewhere
    unlike |= (eights[1] ^ wanted_value) & (ALL >> (np.uint64(128) - (letters << THREE)))
    return SURE if unlike == NO else NEVER


@compiled(SOUGHT, several((INTS, NUMBERS)))
def locate(sought: Any, openers: Any) -> int:
    """Write where keys are in the table over them, without those that are not there; how many are left.

    Apart from what is done with them, so that memory is waited for once for several keys.
    """
    (rows, places), shift, buckets, keys, count = openers, sought.bucket_shift, sought.buckets, sought.keys, 0
    for opener in range(len(rows)):
        key = places[opener]
        slot = np.uint64(buckets[key >> shift])
        while keys[slot] < key:
            slot += ONE
        rows[count], places[count] = rows[opener], slot
        count += keys[slot] == key
    return count


@compiled(PAGE, EIGHTS, INT, SOUGHT, several((INTS, NUMBERS)), several((INTS, INTS, BYTES)))
def stand(page: Any, eights: Array, size: int, sought: Any, openers: Any, found: Any) -> int:
    """Write which patterns stand at which words, for sure or perhaps, as far as there is room; how many."""
    (openings, slots), (rows, patterns, sure) = openers, found
    raw, edges, heads, hashes, sizes = page.raw, page.edges, page.heads, page.hashes, page.sizes
    begins, spans, spellings, marks = sought.begins, sought.patterns, sought.spellings, sought.marks
    count = 0
    for opener in range(len(openings)):
        slot = slots[opener]
        for pattern in range(begins[slot], begins[slot + ONE]):
            row, length, at = openings[opener] - spans[pattern, 0], spans[pattern, 1], spans[pattern, 2]
            verdict = SURE if row >= 0 and row + length <= size else NEVER
            end, word = at + length, row
            while verdict != NEVER and at < end:
                start, stop = np.uint64(edges[2 * word]), edges[2 * word + 1]
                wanted = marks[at, 0], spellings[at, 0], spellings[at, 1], marks[at, 1]
                one = agree((heads[word], hashes[word], sizes[word]), wanted, (eights[start], eights[start + BYTE]))
                verdict, at, word = min(verdict, one), at + 1, word + 1
                if at < end and verdict == SURE:
                    plain = edges[2 * word] - stop == 1 and (raw[stop] == BLANK or raw[stop] == HYPHEN)
                    verdict = SURE if plain and marks[at - 1, 2] == SPACE else ASK
            if verdict != NEVER:
                if count < len(rows):
                    rows[count], patterns[count], sure[count] = row, pattern, verdict
                count += 1
    return count
