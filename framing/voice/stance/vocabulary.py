"""Text cut into words that are looked up once: what stands between two blanks, "raid." or "it,", is cut the first time it is met."""

import functools
import re
import threading
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.voice.cues import Word, word
from framing.voice.stance.kinds import kinds_of, leads_of
from framing.voice.stance.nominal import GENITIVE
from framing.voice.units import PIECE

Ints = NDArray[np.int64]
MOST = 1 << 16
"""Stretches of print that are remembered: those of a few thousand articles."""
_OPENING = re.compile(r" '(?!\d\d)")  # no decade, "the '98 strike"
_BLANK, _LAST_LETTER, _LAST_BLANK = ord(" "), ord("~"), 0x3000


def with_genitives(text: str) -> str:
    """Make the apostrophe behind a plural, "the rebels' raid", a letter where no single mark opens before it.

    What parts a headline from its page, "Town to be shelled « War | Herald", becomes a semicolon.
    """
    if " | " in text or (" \u00ab " in text and "\u00bb" not in text):
        text = text.replace(" \u00ab ", " ; ").replace(" | ", " ; ")
    if ("s\u2019 " not in text and "s' " not in text) or "\u2018" in text or _OPENING.search(text):
        return text
    return text.replace("s\u2019 ", f"s{GENITIVE} ").replace("s' ", f"s{GENITIVE} ")


class Cut(NamedTuple):
    """Words of a text: where each starts and ends, its number in the vocabulary, its tags, its kinds and where it leads."""

    start: Ints
    end: Ints
    number: Ints
    tags: Ints
    kinds: Ints
    leads: Ints


class Vocabulary(dict[str, int]):
    """Stretches of print without blanks, each with the number of its first word.

    Attributes
    ----------
    words
        The words of all stretches, one behind another.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[Word] = []
        self._table = np.empty((6, 0), np.int64)
        self._new: list[tuple[int, ...]] = []
        self._lock = threading.Lock()

    def __missing__(self, stretch: str) -> int:
        with self._lock:
            if stretch in self:
                return self[stretch]
            first, found = len(self.words), list(PIECE.finditer(stretch))
            for left, match in zip(range(len(found), 0, -1), found, strict=True):
                here, kinds, leads = _looked_up(match[0])
                self.words.append(here)
                self._new.append((left, *match.span(), here.tags, kinds, leads))
            self[stretch] = first
            return first

    def _laid_out(self) -> Ints:
        """A column a word: how many are left in its stretch, where it starts and ends there, its tags, its kinds and where it leads."""
        with self._lock:
            if self._new:
                new = np.array(self._new, np.int64).T
                self._table, self._new = np.ascontiguousarray(np.concatenate([self._table, new], axis=1)), []
            return self._table

    def cut(self, text: str) -> Cut:
        """Cut a text into its words and marks."""
        stretches = text.split()
        first = np.fromiter(map(self.__getitem__, stretches), np.int64, len(stretches))
        table = self._laid_out()
        count = table[0, first]
        number = np.repeat(first - count.cumsum() + count, count)
        number += np.arange(len(number))
        at = np.repeat(_starts(text), count)
        _, start, end, *bits = table.take(number, 1)
        return Cut(at + start, at + end, number, *bits)


@functools.lru_cache(maxsize=MOST)
def _looked_up(surface: str) -> tuple[Word, int, int]:
    here = word(surface)
    return here, kinds_of(here), leads_of(here)


def _starts(text: str) -> Ints:
    """Where what stands between blanks starts."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    blank = codes == _BLANK
    odd = np.flatnonzero((codes < _BLANK) | (codes > _LAST_LETTER))
    blank[odd] = _blanks()[np.minimum(codes[odd], _LAST_BLANK + 1)]
    opens = ~blank
    opens[1:] &= blank[:-1]
    return np.flatnonzero(opens)


@functools.cache
def _blanks() -> NDArray[np.bool_]:
    return np.array([chr(code).isspace() for code in range(_LAST_BLANK + 2)])


@functools.cache
def _known() -> Vocabulary:
    return Vocabulary()


def vocabulary() -> Vocabulary:
    """Return the words met so far, or none if they have become too many to be kept."""
    if len(_known()) > MOST:
        _known.cache_clear()
    return _known()
