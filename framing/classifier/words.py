"""Words in their sentences to numbers: what a word is, what stands beside it, and where it stands. Imported only when needed."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from framing.classifier import wording
from framing.classifier.features import beside
from framing.text import TOKEN

Array = NDArray[Any]
Matrix = Any

WIDE, NARROW = 2**17, 2**14
"""Columns for what a word is, and for its neighbours: names are hashed to them, so that their number does not grow with the texts."""
_QUOTES = str.maketrans({"“": "«", "”": "»", "„": "«"})


@dataclass(frozen=True)
class Words:
    """The words of some texts, in order.

    Parameters
    ----------
    kinds
        Each word without case, once.
    kind
        Number of each word's kind.
    text
        Number of the text it stands in.
    place
        Its number within the text.
    start, end
        Offsets into the text.
    printed
        Whether it begins with a capital; whether it stands within quotation marks; shape (words, 2).
    """

    kinds: list[str]
    kind: Array
    text: Array
    place: Array
    start: Array
    end: Array
    printed: Array


def read(texts: Sequence[str]) -> Words:
    """Cut texts into words."""
    kinds: dict[str, int] = {}
    rows: list[tuple[int, int, int, int, int, bool, bool]] = []
    for number, text in enumerate(texts):
        inside = _quoted(text)
        for place, found in enumerate(TOKEN.finditer(text)):
            kind = kinds.setdefault(wording.folded(found.group()), len(kinds))
            rows.append((kind, number, place, found.start(), found.end(), found.group()[0].isupper(), inside[found.start()]))
    columns = np.array(rows, dtype=np.int64).reshape(len(rows), 7).T
    kind, text, place, start, end = columns[:5]
    return Words(list(kinds), kind, text, place, start, end, columns[5:].T.astype(bool))


def _quoted(text: str) -> list[bool]:
    """Whether each place of a text stands within quotation marks; a straight mark opens and closes in turn."""
    inside, places = False, []
    for sign in text.translate(_QUOTES):
        inside = {"«": True, "»": False, '"': not inside}.get(sign, inside)
        places.append(inside)
    return places


def features(words: Words, doubt: Array) -> Matrix:
    """Numbers for each word, shape (words, columns).

    Parameters
    ----------
    words
        From `read`.
    doubt
        Score of each text by a classifier of texts: how likely it is to hold a loaded word at all.
    """
    kinds = _hashed([_inside(word) for word in words.kinds], WIDE)
    neighbours = _hashed([*map(_outside, words.kinds), {"edge": 1.0}], NARROW)
    first, edge = words.place == 0, len(words.kinds)
    last = np.append(first[1:], True)
    before = np.where(first, edge, np.roll(words.kind, 1))
    after = np.where(last, edge, np.roll(words.kind, -1))
    numbers = sparse.csr_array(_numbers(words, doubt).astype(np.float32))
    return beside([kinds[words.kind], neighbours[before], neighbours[after], numbers])


def _numbers(words: Words, doubt: Array) -> Array:
    """Capital, quotation, place, length, and the score of the text, also apart for texts within quotation marks and beyond doubt."""
    capital, quoted = words.printed.T.astype(float)
    first = words.place == 0
    length = np.maximum(np.bincount(words.text, minlength=len(doubt))[words.text], 1)
    letters = np.array([len(word) for word in words.kinds], dtype=float)[words.kind]
    score = doubt[words.text]
    shape = (
        capital * ~first,
        capital * first,
        quoted,
        words.place / np.maximum(length, 1),
        np.log(np.maximum(length, 1)) / 4,
        letters / 10,
    )
    return np.column_stack([*shape, score, np.maximum(score, 0), score * quoted, score**2 / 4])


def _inside(word: str) -> dict[str, float]:
    """What a word is: itself, its stem, its group, its ending, and the n-grams in it."""
    found = {f"w={word}": 1.0, f"s={_stem(word)}": 1.0, f"g={wording.group(word)}": 1.0, f"e={word[-3:]}": 1.0, f"f={word[-2:]}": 1.0}
    padded = f"^{word}$"
    return found | {f"c={padded[at : at + n]}": 0.4 for n in (3, 4, 5) for at in range(len(padded) - n + 1)}


def _outside(word: str) -> dict[str, float]:
    """What a neighbour tells: itself, its ending, its group."""
    return {f"w={word}": 0.5, f"f={word[-2:]}": 0.5, f"g={wording.group(word)}": 1.0}


@functools.lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return str(_stemmer().stem(word))


@functools.cache
def _stemmer() -> Any:
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


def _hashed(rows: list[dict[str, float]], columns: int) -> Matrix:
    from sklearn.feature_extraction import FeatureHasher

    return FeatureHasher(columns, alternate_sign=False, dtype=np.float32).transform(rows or [{}]).tocsr()[: len(rows)]
