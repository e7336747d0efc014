"""The words of many texts at once, as arrays: where they are, and numbers to look them up by.

The texts are laid one after another as UTF-8 and folded byte by byte; eight folded bytes read as one number make the whole
of most words. Words with letters beyond ASCII, or of more than `LONGEST` letters, are few and folded one by one in Python.
Nothing is decided by these numbers alone but of plain words, which they hold in full; see `standing`.
"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.matching.letters import ASCII, LEAD, Bools, Bytes, Ints, are_in_words, small_letters
from framing.matching.patterns import fold

Numbers = npt.NDArray[np.uint64]

EIGHT = 8
LONGEST = 2 * EIGHT
WHOLE = (1 << 64) - 1
FIRST, SECOND, PAIR, OPENING = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F
MASKS = np.array([(1 << 8 * size) - 1 for size in range(EIGHT + 1)], np.uint64)
BEFORE, BEHIND = pl.Series([""]), pl.Series(["\0" * EIGHT])  # a word never begins at the first byte; eight bytes can always be read
MOST_REMEMBERED = 200_000

Spelling = tuple[int, int, int]


class Laid(NamedTuple):
    """Texts one after another.

    Parameters
    ----------
    raw
        Their UTF-8, a 0 before and behind each.
    folded
        By byte of `raw`, what it is compared as; 0: not in a word.
    eights
        By byte of `folded`, that and the seven behind it as one number.
    starts
        First byte of each text, and where one more would begin.
    wide
        First byte of each letter beyond ASCII that belongs to a word.
    """

    raw: bytes
    folded: Bytes
    eights: Numbers
    starts: Ints
    wide: Ints


class Words(NamedTuple):
    """The words of texts, in order.

    Parameters
    ----------
    starts, ends
        First byte of each and one past its last.
    heads, tails
        Its first eight bytes folded, zeros behind a shorter word; its last eight, 0 for a word that has no more than those.
    hashes
        A number for its folded letters.
    odd
        Whether it has letters beyond ASCII or is longer than `LONGEST`.
    """

    starts: Ints
    ends: Ints
    heads: Numbers
    tails: Numbers
    hashes: Numbers
    odd: Bools


def lay(texts: pl.Series) -> Laid:
    """Lay texts one after another."""
    raw = pl.concat([BEFORE, texts, BEHIND]).str.join("\0").cast(pl.Binary).item()
    folded: Bytes = np.frombuffer(raw.translate(small_letters()), np.uint8)
    starts = np.concatenate([[1], 1 + (texts.str.len_bytes().to_numpy().astype(np.int64) + 1).cumsum()])
    wide = np.empty(0, np.int64)
    if not raw.isascii():
        folded = folded.copy()
        wide = _clear(folded)
    eights = np.ndarray(len(folded) - EIGHT + 1, np.dtype("<u8"), folded.data, strides=(1,))
    return Laid(raw, folded, eights, starts, wide)


def _clear(folded: Bytes) -> Ints:
    """Write 0 over characters beyond ASCII that belong to no word; first bytes of the others."""
    leads = np.flatnonzero(folded >= LEAD)
    codes, sizes = decode(folded, leads)
    letters = are_in_words(codes)
    others, sizes = leads[~letters], sizes[~letters]
    for byte in range(4):
        folded[others[sizes > byte] + byte] = 0
    return leads[letters]


def decode(data: Bytes, leads: Ints) -> tuple[Ints, Ints]:
    """Code points and sizes of the characters that begin at some bytes, all beyond ASCII."""
    lead, *rest = (data[leads + byte].astype(np.int64) for byte in range(4))
    sizes = 2 + (lead >= 0xE0).astype(np.int64) + (lead >= 0xF0)
    codes = lead & (0x7F >> sizes)
    for byte, code in enumerate(rest, 1):
        codes = np.where(sizes > byte, codes << 6 | code & 0x3F, codes)
    return codes, sizes


def spelled(word: bytes) -> Spelling:
    """First and last eight bytes of a folded word, and a number for all, as `cut` makes them."""
    head, tail = int.from_bytes(word[:EIGHT], "little"), int.from_bytes(word[-EIGHT:], "little") if len(word) > EIGHT else 0
    if len(word) > LONGEST:
        return head, tail, int.from_bytes(hashlib.blake2b(word, digest_size=8).digest(), "little")
    return head, tail, (head * FIRST & WHOLE) ^ (tail * SECOND & WHOLE)


def paired(one: Numbers, two: Numbers) -> Numbers:
    """Make a number for each pair of words."""
    made: Numbers = one * np.uint64(PAIR) + two
    return made


def opened(heads: Numbers, size: int) -> Numbers:
    """Make a number for the first bytes of each word."""
    made: Numbers = ((heads & MASKS[size]) + np.uint64(size)) * np.uint64(OPENING)
    return made


class Reader:
    """Cuts texts into words; remembers the spelling of odd words it met."""

    def __init__(self) -> None:
        self._spelled: dict[bytes, Spelling] = {}

    def words(self, laid: Laid) -> Words:
        """Words of texts."""
        starts, ends = _edges(laid.folded)
        sizes = ends - starts
        heads = laid.eights[starts] & MASKS[np.minimum(sizes, EIGHT)]
        tails = np.zeros(len(starts), np.uint64)
        hashes = heads * np.uint64(FIRST)
        long = np.flatnonzero(sizes > EIGHT)
        tails[long] = laid.eights[ends[long] - EIGHT]
        hashes[long] ^= tails[long] * np.uint64(SECOND)
        odd = sizes > LONGEST
        odd[np.searchsorted(starts, laid.wide, "right") - 1] = True
        made = Words(starts, ends, heads, tails, hashes, odd)
        self._respell(laid.raw, made)
        return made

    def _respell(self, raw: bytes, words: Words) -> None:
        """Enter what odd words are compared as."""
        rows = np.flatnonzero(words.odd)
        if len(rows):
            spellings = np.array([*self._spell(raw, words.starts[rows], words.ends[rows])], np.uint64)
            words.heads[rows], words.tails[rows], words.hashes[rows] = spellings.T

    def _spell(self, raw: bytes, starts: Ints, ends: Ints) -> Iterator[Spelling]:
        if len(self._spelled) > MOST_REMEMBERED:
            self._spelled.clear()
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            word = raw[start:end]
            found = self._spelled.get(word)
            if found is None:
                found = self._spelled[word] = spelled(fold(word.decode()).encode())
            yield found


def _edges(folded: Bytes) -> tuple[Ints, Ints]:
    """First byte of each word and one past its last."""
    inside = folded != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return edges[::2], edges[1::2]


class Counted:
    """Turns bytes into code points: both count on from the beginning of a text."""

    def __init__(self, laid: Laid):
        data = np.frombuffer(laid.raw, np.uint8)
        # Bytes that go on with a character: so many a byte offset is ahead of the code points.
        self._going_on = np.empty(0, np.int64) if laid.raw.isascii() else np.flatnonzero((data & LEAD) == ASCII)

    def points(self, begins: Ints, offsets: Ints) -> Ints:
        """Code points between the first bytes of texts and some of their bytes."""
        one, other = (np.searchsorted(self._going_on, at) for at in (begins, offsets))
        made: Ints = offsets - begins - other + one
        return made
