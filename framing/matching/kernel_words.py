"""Cutting folded texts into words, and spelling them, compiled."""

from typing import Any

import numpy as np

from framing.matching.kernel import (
    ALL,
    BYTE,
    EIGHTS,
    HIGHS,
    INT,
    NO,
    NUMBER,
    ONE,
    PAGE,
    THREE,
    Array,
    compiled,
    inlined,
    llvm,
    lowered,
    lowest_bit,
    several,
)
from framing.matching.letters import APART, ASCII, LEAD, NOT_MET, NOTHING
from framing.matching.words import EIGHT, FIRST, GROUP, LONG, LONGER, LONGEST, SECOND

SHIFT = np.uint64(56)
BITS, BYTES_OF_GROUP = llvm.IntType(GROUP), llvm.VectorType(llvm.IntType(8), GROUP)


def _every(number: int) -> Any:
    return llvm.Constant(BYTES_OF_GROUP, [number] * GROUP)


def _within(builder: Any, read: Any, low: str, high: str) -> Any:
    return builder.icmp_unsigned("<=", builder.sub(read, _every(ord(low))), _every(ord(high) - ord(low)))


def _folded(builder: Any, read: Any) -> Any:
    """Fold bytes; and tell which may belong to a word, and which are beyond ASCII."""
    small = builder.or_(read, _every(ord("a") - ord("A")))
    letter, beyond = _within(builder, small, "a", "z"), builder.icmp_unsigned(">=", read, _every(ASCII))
    other = builder.or_(_within(builder, read, "0", "9"), _within(builder, read, "_", "_"))
    kept = builder.or_(other, beyond)
    folded = builder.select(letter, small, builder.select(kept, read, _every(0)))
    return folded, builder.or_(letter, kept), beyond


@lowered
def fold(typing: Any, raw: Any, folded: Any, group: Any) -> Any:  # noqa: ARG001 (numba asks for it)
    """Write a group of bytes folded; which of them may belong to a word, and which are beyond ASCII, a bit each.

    In the language of LLVM: a processor does this with 16 to 64 bytes at once, which numba does not see in a loop.
    """

    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        begin = builder.mul(arguments[2], BITS(GROUP))
        arrays = zip(signature.args[:2], arguments[:2], strict=True)
        firsts = [context.make_array(kind)(context, builder, array).data for kind, array in arrays]
        source, target = (builder.bitcast(builder.gep(first, [begin]), BYTES_OF_GROUP.as_pointer()) for first in firsts)
        made, words, beyond = _folded(builder, builder.load(source, align=1))
        builder.store(made, target, align=1)
        return context.make_tuple(builder, signature.return_type, [builder.bitcast(bits, BITS) for bits in (words, beyond)])

    return several((NUMBER, NUMBER))(raw, folded, group), write


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
def look_beyond(page: Any, group: int, marked: Any, inside: Any, unknown: int) -> Any:
    """Take the characters beyond ASCII that belong to no word out of a group of bytes.

    Which bytes of the group belong to words, which go on with a character, what the last character is folded to, and how many were
    never met.
    """
    raw, folded, letters, strange, going_on = page.raw, page.folded, page.letters, page.strange, NO
    words, highs = marked
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
    raw, folded, edges, ahead, goings_on = page.raw, page.folded, page.edges, page.ahead, page.going_on
    unknown = continued = 0
    count = last = inside = begin = NO
    for group in range(len(ahead)):
        going_on = NO
        words, highs = fold(raw, folded, group)
        ahead[group] = continued
        if highs:
            words, going_on, inside, unknown = look_beyond(page, group, (words, highs), inside, unknown)
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
