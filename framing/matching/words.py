"""The words of many texts at once, as arrays: where they are, and numbers to look them up by.

The texts are laid one after another as UTF-8 and folded byte by byte; eight folded bytes read as one number make the whole
of most words. Words with letters beyond ASCII, or of more than `LONGEST` letters, are few and folded one by one in Python.
Nothing is decided by these numbers alone but of plain words, which they hold in full; see `standing`.
"""

import functools
import hashlib
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.matching.letters import ASCII, LEAD, Bools, Bytes, Ints, are_in_words
from framing.matching.patterns import fold

if TYPE_CHECKING:
    from framing.matching.engines import Engine

Numbers = npt.NDArray[np.uint64]

EIGHT = 8
LONGEST = 2 * EIGHT
WHOLE = (1 << 64) - 1
FIRST, SECOND, PAIR, OPENING = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F
HIGH_BITS = 0x8080808080808080
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
    going_on
        Bytes that go on with a character: so many a byte offset is ahead of the code points.
    """

    raw: bytes
    folded: Bytes
    eights: Numbers
    starts: Ints
    wide: Ints
    going_on: Ints

    def points(self, begins: Ints, offsets: Ints) -> Ints:
        """Code points between the first bytes of texts and some of their bytes."""
        one, other = (np.searchsorted(self.going_on, at) for at in (begins, offsets))
        made: Ints = offsets - begins - other + one
        return made


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
        Whether it has letters beyond ASCII or is longer than `LONGEST`: its letters are not those of the page, folded.
    """

    starts: Ints
    ends: Ints
    heads: Numbers
    tails: Numbers
    hashes: Numbers
    odd: Bools


def lay(texts: pl.Series, using: "Engine") -> Laid:
    """Lay texts one after another."""
    raw = pl.concat([BEFORE, texts, BEHIND]).str.join("\0").cast(pl.Binary).item()
    starts = np.concatenate([[1], 1 + (texts.str.len_bytes().to_numpy().astype(np.int64) + 1).cumsum()])
    folded, beyond = using.fold(raw)
    leads = folded[beyond] >= LEAD
    wide, going_on = _clear(folded, beyond[leads]) if len(beyond) else beyond, beyond[~leads]
    eights = np.ndarray(len(folded) - EIGHT + 1, np.dtype("<u8"), folded.data, strides=(1,))
    return Laid(raw, folded, eights, starts, wide, going_on)


def beyond_ascii(data: Bytes, blocks: Ints) -> Ints:
    """Bytes of characters beyond ASCII, in those of the blocks of eight bytes that have any."""
    found = np.flatnonzero(data[: len(data) // EIGHT * EIGHT].reshape(-1, EIGHT)[blocks].ravel() >= ASCII)
    places: Ints = blocks[found >> 3] * EIGHT + (found & 7)
    return places


def _clear(folded: Bytes, leads: Ints) -> Ints:
    """Write 0 over characters beyond ASCII that belong to no word; first bytes of the others."""
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


@functools.lru_cache(MOST_REMEMBERED)
def _spelled(surface: bytes) -> Spelling:
    return spelled(fold(surface.decode()).encode())


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
        self._forget()

    def words(self, laid: Laid, using: "Engine") -> Words:
        """Words of texts."""
        words = using.cut(laid)
        words.odd[np.searchsorted(words.starts, laid.wide, "right") - 1] = True
        odd = np.flatnonzero(words.odd)
        long = words.ends[odd] - words.starts[odd] > LONGEST
        _enter(words, odd[long], _spell(laid.raw, words, odd[long]))
        _enter(words, odd[~long], self._remember(laid.raw, words, odd[~long]))
        return words

    def _forget(self) -> None:
        self._memory = np.zeros(1, np.uint64), np.zeros((1, 3), np.uint64)  # numbers of words met, sorted, and their spellings

    def _remember(self, raw: bytes, words: Words, rows: Ints) -> Numbers:
        """Spell words that are not long: what `cut` made of their bytes, with ASCII folded, tells them apart."""
        hashes = words.hashes[rows]
        if len(self._memory[0]) > MOST_REMEMBERED:
            self._forget()
        met, spelled = self._memory  # read and written as one, for another thread may do the same
        new = np.flatnonzero(met[_place(met, hashes)] != hashes)
        if len(new):
            strangers, same = np.unique(hashes[new], return_index=True)
            met, spelled = np.concatenate([met, strangers]), np.concatenate([spelled, _spell(raw, words, rows[new][same])])
            order = np.argsort(met)
            met, spelled = self._memory = met[order], spelled[order]
        return spelled[_place(met, hashes)]


def _place(met: Numbers, hashes: Numbers) -> Ints:
    return np.minimum(np.searchsorted(met, hashes), len(met) - 1)


def _spell(raw: bytes, words: Words, rows: Ints) -> Numbers:
    """First and last eight bytes and number of some words, a row each."""
    edges = zip(words.starts[rows].tolist(), words.ends[rows].tolist(), strict=True)
    return np.array([_spelled(raw[start:end]) for start, end in edges], np.uint64).reshape(-1, 3)


def _enter(words: Words, rows: Ints, spellings: Numbers) -> None:
    words.heads[rows], words.tails[rows], words.hashes[rows] = spellings.T
