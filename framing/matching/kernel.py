"""Finding patterns in texts that lie one after another in memory, compiled by numba.

Each word is hashed once; a table of the words, pairs of words and openings that patterns begin with nominates the few to be
compared letter by letter. Whatever the text, the work is at most its length times the patterns that share an opening.
"""

from typing import Any, NamedTuple

import numpy as np

from framing.matching import overlap
from framing.matching.compiled import (
    ASCII,
    SEED,
    SPREAD,
    Array,
    characters,
    compiled,
    cut,
    hash_on,
    hashed,
    same_gap,
    same_marks,
    same_marks_before,
    same_small,
    same_word,
    unfold,
)

FULL = -1
PAIR, OPENING = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
LONGEST_OPENING = 31


class Texts(NamedTuple):
    """UTF-8 bytes of texts, a 0 behind each and three more at the end, and where each begins, and where one more would."""

    data: Array
    offsets: Array


class Room(NamedTuple):
    """Where the kernel keeps the words of a text, their hashes, letters of one of them, and what may begin with which."""

    words: Array
    hashes: Array
    scratch: Array
    nominees: Array


settle = compiled(overlap.settle)


def mixed(one: Any, two: Any) -> Any:
    """Hash a pair of hashes, or two arrays of them pair by pair."""
    return (one ^ (two * PAIR) ^ (two >> np.uint64(29))) * SPREAD


mix = compiled(mixed)


@compiled
def hash_words(codes: Array, starts: Array, hashes: Array) -> None:
    """Hash folded words written one after another."""
    for number in range(len(hashes)):
        value = SEED
        for at in range(starts[number], starts[number + 1]):
            value = hash_on(value, codes[at])
        hashes[number] = hashed(value)


@compiled
def slot_of(key: Any, mask: Any) -> Any:
    """Where in a table a key is looked for first."""
    return (key * PAIR) >> np.uint64(20) & mask


@compiled
def look_up(keys: Array, heads: Array, sieve: Array, key: Any) -> Any:
    """Find a key in an open-addressing table: where its patterns stand in the program, or -1."""
    # A bit for several keys tells most absent ones, in so little memory that it stays near the processor.
    place = key >> np.uint64(7)
    if not sieve[place >> np.uint64(3) & np.uint64(len(sieve) - 1)] >> (place & np.uint64(7)) & np.uint64(1):
        return np.int32(-1)
    mask = np.uint64(len(keys) - 1)
    slot = slot_of(key, mask)
    while heads[slot] >= 0:
        if keys[slot] == key:
            return heads[slot]
        slot = (slot + np.uint64(1)) & mask
    return np.int32(-1)


@compiled
def fill(table: Any, new_keys: Array, new_heads: Array) -> None:
    """Enter keys in an empty table and its sieve."""
    keys, heads, sieve = table.keys, table.heads, table.sieve
    mask = np.uint64(len(keys) - 1)
    for number in range(len(new_keys)):
        key = new_keys[number]
        slot, place = slot_of(key, mask), key >> np.uint64(7)
        while heads[slot] >= 0:
            slot = (slot + np.uint64(1)) & mask
        keys[slot], heads[slot] = key, new_heads[number]
        sieve[place >> np.uint64(3) & np.uint64(len(sieve) - 1)] |= np.uint8(1) << np.uint8(place & np.uint64(7))


@compiled
def short_opening(letters: Any) -> Any:
    """Five bits of each of three letters, given as bytes of one number."""
    return letters & 31 | (letters >> 3) & (31 << 5) | (letters >> 6) & (31 << 10)


@compiled
def long_opening(letters: Any) -> Any:
    """Fifteen bits for four letters, given as bytes of one number."""
    return (np.uint64(letters) * np.uint64(0x9E3779B1)) >> np.uint64(17) & np.uint64(0x7FFF)


@compiled
def opening_lengths(data: Array, start: int, stop: int, short: Array, long: Array) -> Any:
    """Tell which lengths of opening (a bit each) may begin a word, from its first four letters; all, if one is not ASCII."""
    # Four bytes, whatever the length, and then those behind the word taken away: a branch would be guessed wrong too often.
    four = np.int64(data[start]) | np.int64(data[start + 1]) << 8 | np.int64(data[start + 2]) << 16 | np.int64(data[start + 3]) << 24
    four &= (np.int64(1) << 8 * min(stop - start, 4)) - 1
    if four & 0x80808080:
        return np.uint32(0xFFFFFFFF)
    return short[short_opening(four)] | long[long_opening(four | 0x20202020)]


@compiled
def nominate(part: Any, table: Any, hashes: Array, nominees: Array) -> Any:
    """List which words of a part may begin what in the program: the first word that found no room, and how many are listed."""
    keys, heads, sieve, program, count = table.keys, table.heads, table.sieve, table.program, 0
    for first in range(part[0], part[1]):
        if count + 2 > len(nominees):
            return first, count
        head = look_up(keys, heads, sieve, hashes[first])
        if head < 0:
            continue
        nominees[count, 0], nominees[count, 1] = first, head
        count += 1
        if program[head] and first + 1 < part[1]:
            head = look_up(keys, heads, sieve, mix(hashes[first], hashes[first + 1]))
            if head >= 0:
                nominees[count, 0], nominees[count, 1] = first, head
                count += 1
    return part[1], count


@compiled
def nominate_openings(data: Array, part: Any, table: Any, letters: Any, room: Any) -> Any:
    """Do as `nominate` for patterns that begin with a word with a wildcard, by its letters before that."""
    # All arrays are taken out of their tuples here: to hand tuples on costs more than what is done for a word.
    keys, heads, sieve, short, long, small = table.keys, table.heads, table.sieve, table.short, table.long, letters.small
    words, nominees, scratch, count = room.words, room.nominees, room.scratch, 0
    for first in range(part[0], part[1]):
        if count + LONGEST_OPENING + 1 > len(nominees):
            return first, count
        at, stop, value, folded, size = words[first, 0], words[first, 1], SEED, -1, 0
        lengths = opening_lengths(data, at, stop, short, long)
        while lengths:
            if lengths & np.uint32(1):
                head = look_up(keys, heads, sieve, mix(hashed(value), OPENING))
                if head >= 0:
                    nominees[count, 0], nominees[count, 1] = first, head
                    count += 1
            lengths >>= np.uint32(1)
            if folded < 0 and at < stop and data[at] >= ASCII:
                size, folded = unfold(data, (at, stop), 0, letters, scratch, LONGEST_OPENING), 0
            if folded >= 0 and folded < size:
                value, folded = hash_on(value, scratch[folded]), folded + 1
            elif folded < 0 and at < stop:
                value, at = hash_on(value, small[data[at]]), at + 1
            else:
                break
    return part[1], count


@compiled
def stands(data: Array, edges: Any, words: Array, program: Array, letters: Any, scratch: Array) -> Any:
    """Compare the text from word `first` with a record of the program (see `plan`): first byte and one past the last, or -1."""
    start, stop, size, first, record = edges
    last, case, at = first + program[record + 1] - 1, program[record + 3], record + 4
    if last >= size:
        return -1, -1
    low = at + 1
    at = low + program[at]
    begin = same_marks_before(data, (start, words[first, 0]), program, (low, at), letters.kind)
    if begin < 0:
        return -1, -1
    for word in range(first, last + 1):
        span, wild, capital, low, high = (words[word, 0], words[word, 1]), program[at], program[at + 1], at + 3, at + 3 + program[at + 2]
        same = -1 if wild or capital else same_small(data, span, case, program, (low, high))
        if same == 0 or (same < 0 and not same_word(data, span, (wild, case, capital, low, high), program, letters, scratch)):
            return -1, -1
        low = high + 1
        at = low + program[high]
        if word < last and not same_gap(data, (words[word, 1], words[word + 1, 0]), program, (low, at), letters.kind):
            return -1, -1
    return begin, same_marks(data, (words[last, 1], stop), program, (low, at), letters.kind)


@compiled
def compare(data: Array, part: Any, room: Any, program: Array, letters: Any, places: Array) -> Any:
    """Compare nominated patterns letter by letter and write those that stand; how many places by now, or `FULL`."""
    text, start, stop, size, nominated, count = part
    words, nominees, scratch = room.words, room.nominees, room.scratch
    for row in range(nominated):
        first, record = nominees[row, 0], nominees[row, 1] + 1
        while program[record] > 0:
            begin, end = stands(data, (start, stop, size, first, record), words, program, letters, scratch)
            if begin >= 0 and end >= 0:
                if count == len(places):
                    return FULL
                last = first + program[record + 1] - 1
                places[count, 0], places[count, 3], places[count, 4], places[count, 5] = text, first, last, program[record + 2]
                places[count, 1] = words[first, 2] - characters(data, (begin, words[first, 0]))
                places[count, 2] = words[last, 3] + characters(data, (words[last, 1], end))
                places[count, 6], places[count, 7] = begin - start, end - start
                count += 1
            record += program[record]
    return count


@compiled
def scan(texts: Any, begin: int, table: Any, letters: Any, room: Any, places: Array) -> Any:
    """Find every place in the texts from number `begin`: the first text that found no room, and how many places."""
    data, offsets, program, nominees, count = texts.data, texts.offsets, table.program, room.nominees, 0
    for text in range(begin, len(offsets) - 1):
        start, stop, before, first, opened = offsets[text], offsets[text + 1] - 1, count, 0, 0
        size = cut(data, (start, stop), letters, room.words, room.hashes)
        while count >= 0 and first < size:
            first, nominated = nominate((first, size), table, room.hashes, nominees)
            count = compare(data, (text, start, stop, size, nominated, count), room, program, letters, places)
        while count >= 0 and table.wild and opened < size:
            opened, nominated = nominate_openings(data, (opened, size), table, letters, room)
            count = compare(data, (text, start, stop, size, nominated, count), room, program, letters, places)
        if count < 0:
            return text, before
    return len(offsets) - 1, count


@compiled
def enter(known: Array, key: Any) -> Any:
    """Put a key into a set, unless it is there: whether it was new."""
    mask = np.uint64(len(known) - 1)
    slot = slot_of(key, mask)
    while known[slot] != 0 and known[slot] != key:
        slot = (slot + np.uint64(1)) & mask
    new = known[slot] == 0
    known[slot] = key
    return new


@compiled
def enter_all(known: Array, keys: Array) -> None:
    """Put keys into a set."""
    for key in keys:
        enter(known, key)


@compiled
def strangers(texts: Any, begin: int, letters: Any, room: Any, known: Array, news: Array) -> Any:
    """Put the words of the texts into a set: the first text that found no room, and how many words were new."""
    data, offsets, words, hashes, count = texts.data, texts.offsets, room.words, room.hashes, 0
    for text in range(begin, len(offsets) - 1):
        size = cut(data, (offsets[text], offsets[text + 1] - 1), letters, words, hashes)
        if count + size > len(news):
            return text, count
        for number in range(size):
            if enter(known, hashes[number] | np.uint64(1)):  # 0 marks an empty slot
                news[count, 0], news[count, 1] = words[number, 0], words[number, 1]
                count += 1
    return len(offsets) - 1, count
