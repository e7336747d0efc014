"""The words of many texts at once, as arrays: where they are, and numbers to look them up by.

The texts are laid one after another as UTF-8 and folded byte by byte; eight folded bytes read as one number make the whole
of most words. Words with letters beyond ASCII, or of more than `LONGEST` letters, are few and folded one by one in Python.
Nothing is decided by these numbers alone but of plain words, which they hold in full; see `standing`.
"""

from typing import NamedTuple

import numpy as np
import polars as pl

from framing.matching.letters import Bytes, Ints, Numbers

EIGHT, GROUP = 8, 64
LONGEST, LONG = 2 * EIGHT, 255
WHOLE = (1 << 64) - 1
FIRST, SECOND, PAIR, OPENING = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F
LONGER = 0xE7037ED1A0B428DB
HIGH_BITS = 0x8080808080808080
MASKS = np.array([(1 << 8 * size) - 1 for size in range(EIGHT + 1)], np.uint64)
BELOW = np.array([(1 << bit) - 1 for bit in range(GROUP)], np.uint64)
BEFORE, BEHIND = b"\0" * (EIGHT - 1), b"\0" * (EIGHT + GROUP)  # eight bytes can be read at both ends of any word


class Laid(NamedTuple):
    """Texts one after another.

    Parameters
    ----------
    raw
        Their UTF-8, eight zeros before them, one between two of them, and at least `GROUP` and eight behind.
    starts
        First byte of each text, and where one more would begin.
    """

    raw: bytes
    starts: Ints

    @property
    def blocks(self) -> Numbers:
        """Eight bytes at a time."""
        return np.frombuffer(self.raw, np.uint64, len(self.raw) // GROUP * EIGHT)


class Words(NamedTuple):
    """The words of texts, in order.

    Parameters
    ----------
    starts, ends
        First byte of each and one past its last.
    heads
        Its first eight bytes folded, zeros behind a shorter word.
    hashes
        A number for its folded letters.
    sizes
        How many bytes its folded letters are, `LONG` beyond `LONGEST`. Words of one size, head and hash that are not long are the same.
    ahead, going_on
        By `GROUP` of bytes of the texts, how many before them go on with a character, and which of them do, a bit each.
    """

    starts: Ints
    ends: Ints
    heads: Numbers
    hashes: Numbers
    sizes: Bytes
    ahead: Ints
    going_on: Numbers


def lay(texts: pl.Series, sizes: Ints) -> Laid:
    """Lay texts, whose sizes in bytes are given, one after another."""
    raw = b"\0".join([BEFORE, *texts.cast(pl.Binary), BEHIND])
    return Laid(raw, np.concatenate([[EIGHT], EIGHT + (sizes + 1).cumsum()]))


def sizes_of(texts: pl.Series) -> Ints:
    """Sizes of texts in bytes."""
    return texts.str.len_bytes().to_numpy().astype(np.int64)


def points(words: Words, at: Ints) -> Ints:
    """Code points before some bytes, all texts in one."""
    made: Ints = at - words.ahead[at >> 6] - np.bitwise_count(words.going_on[at >> 6] & BELOW[at & 63])
    return made


def overlapping(folded: Bytes) -> Numbers:
    """By byte, that and the seven behind it as one number."""
    eights: Numbers = np.ndarray(len(folded) - EIGHT + 1, np.dtype("<u8"), folded.data, strides=(1,))
    return eights


def runs(starts: Ints, sizes: Ints) -> tuple[Ints, Ints]:
    """Run after run of numbers, each from its start on: which run each number is of, and the numbers."""
    of = np.repeat(np.arange(len(starts)), sizes)
    numbers: Ints = np.arange(len(of)) + (starts - sizes.cumsum() + sizes)[of]
    return of, numbers


def spelled(word: bytes) -> tuple[int, int, int]:
    """First eight bytes of a folded word, a number for all, and its size, `LONG` beyond `LONGEST`."""
    head, tail = int.from_bytes(word[:EIGHT], "little"), int.from_bytes(word[-EIGHT:], "little") if len(word) > EIGHT else 0
    if len(word) > LONGEST:
        number = 0
        for byte in word:
            number = (number ^ byte) * LONGER & WHOLE
        return head, number, LONG
    return head, ((head * FIRST ^ tail * SECOND) + len(word)) & WHOLE, len(word)


def paired(one: Numbers, two: Numbers) -> Numbers:
    """Make a number for each pair of words."""
    made: Numbers = one * np.uint64(PAIR) + two
    return made


def opened(heads: Numbers, size: int) -> Numbers:
    """Make a number for the first bytes of each word."""
    made: Numbers = ((heads & MASKS[size]) + np.uint64(size)) * np.uint64(OPENING)
    return made
