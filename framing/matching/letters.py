"""What is known about each character: whether it belongs to words, and which byte an ASCII letter is compared as."""

import functools
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from framing.lexicon.folding import fold
from framing.matching.patterns import JOINERS
from framing.text import TOKEN

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.uint64]

ASCII, LEAD = 0x80, 0xC0
LIMIT = 0x110000
NOT_IN_WORDS, IN_WORDS, UNKNOWN = 0, 1, 2
NOT_MET, APART, NOTHING = range(3)  # no letter is folded to bytes as small as these


def in_words(letter: str) -> bool:
    """Whether a character belongs to words: a letter, a digit or a mark on them, and none that joins two words.

    Examples
    --------
    >>> [letter for letter in "aé’-½" if in_words(letter)]
    ['a', 'é', '½']
    """
    return letter not in JOINERS and TOKEN.match(letter) is not None


@functools.cache
def small_letters() -> bytes:
    """By byte: the folded letter, 0 for ASCII that is not in a word, and the bytes of other characters as they are."""
    ascii_letters = (chr(code) for code in range(ASCII))
    return bytes([ord(fold(letter)) if in_words(letter) else 0 for letter in ascii_letters] + [*range(ASCII, 256)])


@functools.cache
def _kinds() -> Bytes:
    """By code point, filled as characters are met: all of them would take a fifth of a second."""
    return np.full(LIMIT, UNKNOWN, np.uint8)


def are_in_words(codes: Ints) -> Bools:
    """Tell of code points whether they belong to words."""
    kinds = _kinds()
    met = kinds[codes]
    if (met == UNKNOWN).any():
        for code in np.unique(codes[met == UNKNOWN]).tolist():
            kinds[code] = in_words(chr(code))
        met = kinds[codes]
    found: Bools = met == IN_WORDS
    return found


@functools.cache
def spellings() -> Numbers:
    """By code point, what a letter is folded to: at most eight bytes as one number, or one of the codes above; to be learned."""
    return np.zeros(LIMIT, np.uint64)


def learn(codes: Iterable[int]) -> None:
    """Fill in what some characters are folded to."""
    for code in codes:
        letter = chr(code)
        spellings()[code] = (int.from_bytes(fold(letter).encode(), "little") or NOTHING) if in_words(letter) else APART
