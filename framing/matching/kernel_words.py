"""Cutting folded texts into words, and spelling them, compiled."""

from typing import Any

import numpy as np
from numba.cpython.unsafe.numbers import trailing_zeros

from framing.matching.kernel import ALL, BYTE, EIGHTS, HIGHS, INT, NO, ONE, PAGE, THREE, Array, compiled, inlined
from framing.matching.letters import APART, LEAD, NOT_MET, NOTHING
from framing.matching.words import EIGHT, FIRST, GROUP, LONG, LONGER, LONGEST, SECOND

ONES, GATHER = np.uint64(0x0101010101010101), np.uint64(0x0102040810204080)
TWO, FIVE, SEVEN, SHIFT = (np.uint64(number) for number in (2, 5, 7, 56))
lowest_bit: Any = trailing_zeros


@inlined
def fold(eight: Any) -> Any:
    """Eight bytes folded, and the highest bit of each that may belong to a word."""
    low, high = eight & ~HIGHS, eight & HIGHS
    small = low | (ONES << FIVE)
    # The highest bit of each byte is set if it lies between two letters; no sum reaches the next byte.
    letter = (small + ONES * np.uint64(128 - 97)) & ~(small + ONES * np.uint64(128 - 123)) & HIGHS & ~high
    digit = (low + ONES * np.uint64(128 - 48)) & ~(low + ONES * np.uint64(128 - 58))
    line = ~((low ^ (ONES * np.uint64(95))) + ONES * np.uint64(127))
    bits = letter | high | (digit | line) & HIGHS & ~high
    return (eight | letter >> TWO) & (bits | bits - (bits >> SEVEN)), bits


@inlined
def gather(bits: Any) -> Any:
    """Put the highest bits of eight bytes beside one another."""
    return (bits >> SEVEN) * GATHER >> SHIFT


@inlined
def decode(raw: Array, at: int) -> Any:
    """Code point and size of the character that begins at a byte beyond ASCII."""
    lead = np.int64(raw[at])
    size = 2 + (lead >= 0xE0) + (lead >= 0xF0)
    code = lead & (0x7F >> size)
    for byte in range(at + 1, at + size):
        code = code << 6 | np.int64(raw[byte]) & 0x3F
    return code, size


@inlined
def look_beyond(page: Any, group: int, words: Any, inside: Any, unknown: int) -> Any:
    """Take the characters beyond ASCII that belong to no word out of a group of bytes.

    Which bytes of the group belong to words, which go on with a character, what the last character is folded to, and how many were
    never met.
    """
    raw, folded, letters, strange, highs, going_on = page.raw, page.folded, page.letters, page.strange, NO, NO
    for step in range(EIGHT):
        highs |= gather(page.raw_eights[group * EIGHT + step] & HIGHS) << np.uint64(EIGHT * step)
    while highs:
        at, bit = group * GROUP + np.int64(lowest_bit(highs)), highs & (~highs + ONE)
        if raw[at] >= LEAD:
            code, _ = decode(raw, at)
            inside = letters[code]
            if inside == np.uint64(NOT_MET) and unknown < len(strange):
                strange[unknown] = code
                unknown += 1
        else:
            going_on |= bit
        if inside == np.uint64(APART):
            folded[at] = 0
            words &= ~bit
        highs &= highs - ONE
    return words, going_on, inside, unknown


@inlined
def count_bits(bits: Any) -> int:
    """How many bits are set."""
    count = 0
    while bits:
        bits &= bits - ONE
        count += 1
    return count


@compiled(PAGE)
def cut(page: Any) -> Any:
    """Write folded bytes, where words begin and end in turn, and what goes on with a character.

    How many edges, and how many characters that were never met.
    """
    raw, folded, edges, ahead, goings_on = page.raw_eights, page.folded_eights, page.edges, page.ahead, page.going_on
    unknown = continued = 0
    count = last = inside = place = begin = NO
    for group in range(len(ahead)):
        words = highs = going_on = NO
        for step in range(EIGHT):
            eight = raw[place]
            folded[place], bits = fold(eight)
            words |= gather(bits) << np.uint64(EIGHT * step)
            highs |= eight & HIGHS
            place += ONE
        ahead[group] = continued
        if highs:
            words, going_on, inside, unknown = look_beyond(page, group, words, inside, unknown)
            continued += count_bits(going_on)
        goings_on[group] = going_on
        turns = words ^ (words << ONE | last)
        last = words >> np.uint64(63)
        while turns:
            edges[count] = begin + lowest_bit(turns)
            count += ONE
            turns &= turns - ONE
        begin += np.uint64(GROUP)
    return np.int64(count), unknown


@inlined
def spell_odd(page: Any, at: int, end: int) -> Any:
    """First eight bytes of a word, its number and size, folded letter by letter."""
    raw, folded, letters = page.raw, page.folded, page.letters
    length = head = tail = value = NO
    while at < end:
        letter = np.uint64(folded[at])
        if letter < np.uint64(128):
            at += 1
        else:
            code, wide = decode(raw, at)
            letter = letters[code]
            at += wide
        while letter > np.uint64(NOTHING):
            byte = letter & np.uint64(255)
            if length < BYTE:
                head |= byte << (length << THREE)
            tail = tail >> BYTE | byte << SHIFT
            value = (value ^ byte) * np.uint64(LONGER)
            length += ONE
            letter >>= BYTE
    if length > np.uint64(LONGEST):
        return head, value, np.uint64(LONG)
    return head, (head * np.uint64(FIRST) ^ tail * np.uint64(SECOND) * np.uint64(length > BYTE)) + length, length


@compiled(PAGE, EIGHTS, INT)
def spell(page: Any, eights: Array, count: int) -> None:
    """Write the first eight bytes of words, folded, a number for each, and their sizes."""
    edges, heads, hashes, sizes = page.edges, page.heads, page.hashes, page.sizes
    for row in range(np.uint64(count)):
        start, end = np.int64(edges[row << ONE]), np.int64(edges[(row << ONE) + ONE])
        size = np.uint64(end - start)
        # Without a branch, which would be guessed wrong too often.
        head = eights[np.uint64(start)] & (ALL >> (np.uint64(64) - (min(size, BYTE) << THREE)))
        tail = eights[np.uint64(end - EIGHT)] * np.uint64(size > BYTE)
        value = (head * np.uint64(FIRST) ^ tail * np.uint64(SECOND)) + size
        if size > np.uint64(LONGEST) or (head | tail) & HIGHS != NO:
            head, value, size = spell_odd(page, start, end)
        heads[row], hashes[row], sizes[row] = head, value, size
