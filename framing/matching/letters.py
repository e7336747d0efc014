"""What the kernel knows about each character: a table by code point, made from the rules of `patterns`."""

import functools
import unicodedata
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from framing.matching.patterns import APOSTROPHES, HYPHENS, IGNORED, JOINERS, fold
from framing.text import TOKEN

WORD, SPACE, APOSTROPHE, HYPHEN, ACCENT = 1, 2, 4, 8, 16
LIMIT = 0x33480  # past the last letter of Unicode 17; beyond it nothing is a letter and nothing folds
ITSELF = -1


class Letters(NamedTuple):
    """Properties of characters below `LIMIT`.

    Parameters
    ----------
    kind
        By code point: bits `WORD`, `SPACE`, `APOSTROPHE`, `HYPHEN`, `ACCENT`.
    small
        By byte: the folded letter, 0 for ASCII that is not in a word, 128 for the bytes of other characters.
    fold_at
        By case (0 folded, 1 kept) and code point: where its fold stands in `folds`, or `ITSELF`.
    folds
        Folds one after another: length, then code points.
    """

    kind: npt.NDArray[np.uint8]
    small: npt.NDArray[np.uint8]
    fold_at: npt.NDArray[np.int32]
    folds: npt.NDArray[np.int32]


@functools.cache
def letters() -> Letters:
    """Make the table, once in a process (about 0.2 s)."""
    fold_at, folds = _folds()
    kind = _kinds()
    small = np.array([ord(fold(chr(code))) if kind[code] & WORD else 0 for code in range(128)] + [128] * 128, np.uint8)
    return Letters(kind, small, fold_at, folds)


def _kinds() -> npt.NDArray[np.uint8]:
    every = "".join(map(chr, range(LIMIT)))
    kind = np.zeros(LIMIT, np.uint8)
    # A space after each character keeps the tokens to one character.
    kind[[match.start() // 2 for match in TOKEN.finditer(" ".join(every))]] |= WORD
    kind[[code for code, letter in enumerate(every) if letter.isspace()]] |= SPACE
    kind[[code for code, letter in enumerate(every) if unicodedata.combining(letter)]] |= ACCENT
    kind[[ord(letter) for letter in JOINERS]] &= ~np.uint8(WORD)
    kind[[ord(letter) for letter in APOSTROPHES]] |= APOSTROPHE
    kind[[ord(letter) for letter in HYPHENS]] |= HYPHEN
    return kind


def _folds() -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    fold_at = np.full((2, LIMIT), ITSELF, np.int32)
    folds: list[int] = []
    for letter in filter(_changes, map(chr, range(LIMIT))):
        for case in (False, True):
            folded = fold(letter, case=case)
            if folded != letter:
                fold_at[int(case), ord(letter)] = len(folds)
                folds += [len(folded), *map(ord, folded)]
    return fold_at, np.array(folds, np.int32)


def _changes(letter: str) -> bool:
    return letter.casefold() != letter or unicodedata.normalize("NFD", letter) != letter or letter in IGNORED
