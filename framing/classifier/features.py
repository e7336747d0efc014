"""Texts to numbers: words, the character n-grams inside them, and how a sentence is made. Imported only when a classifier is built."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, count
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.preprocessing import normalize

from framing.classifier import wording
from framing.text import TOKEN

Matrix = Any

KEPT = 200_000  # words whose n-grams are remembered
# Kept beside the transformer, not in it: what is remembered is no part of what was learned, nor of the file.
_known: "WeakKeyDictionary[WordFeatures, dict[str, list[int]]]" = WeakKeyDictionary()


class WordFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """TF-IDF of the words of each text and of the character n-grams inside them, and how the text is made.

    Words and n-grams are a block each, of Euclidean length 1. What depends on a word alone (its n-grams, its group,
    its capital) is read once a word, not once a text; the row of a text is then a sparse product, words of the text
    x what is known of the word.

    Parameters
    ----------
    shortest, longest
        Length of the n-grams, in code points; a space stands before and after each word.
    fewest
        Texts in which a word or n-gram must occur to be kept.
    wording
        Weight of the block of word groups and marks of style (`framing.classifier.wording`); 0 leaves it out.
    """

    def __init__(self, shortest: int = 3, longest: int = 4, fewest: int = 2, wording: float = 1.0):
        self.shortest, self.longest, self.fewest, self.wording = shortest, longest, fewest, wording

    def fit(self, texts: Iterable[str], target: Any = None) -> "WordFeatures":  # noqa: ARG002  the signature of scikit-learn
        """Learn which words and n-grams occur, and in how many texts.

        Raises
        ------
        ValueError
            If no word stands in `fewest` of the texts.
        """
        words, counts = _fold(*_count(list(texts)), {})
        grams: dict[str, int] = {}
        inside = self._inside(words, grams, grow=True)
        self.words_, self.word_weights_ = self._kept(words, counts)
        if not self.words_:
            held = f"{counts.shape[0]} texts hold {len(words)} different words, none of them in {self.fewest} texts or more"
            raise ValueError(f"Nothing to learn from: {held}; add texts, or look whether this is the column of texts")
        self.grams_, self.gram_weights_ = self._kept(grams, counts @ inside)
        return self

    def transform(self, texts: Iterable[str]) -> Matrix:
        """Give each text its row of weights, shape (texts, words + n-grams + groups + marks)."""
        read, known = list(texts), len(self.words_)
        printed, counts = _count(read)
        words, folded = _fold(printed, counts, self.words_)
        grams = folded @ self._inside(words, self.grams_)
        made = (_grouped(folded, words), _marked(read, printed, counts)) if self.wording else ()
        blocks = (
            _weighed(folded[:, :known], self.word_weights_),
            _weighed(grams, self.gram_weights_),
            *(self.wording * each for each in made),
        )
        return beside(blocks)

    def _kept(self, names: Iterable[str], counts: Matrix) -> tuple[dict[str, int], Any]:
        """Number the columns that enough texts have, and weigh each by its rarity."""
        documents = np.bincount(counts.indices, minlength=counts.shape[1])
        kept = [name for name, found in zip(names, documents, strict=True) if found >= self.fewest]
        weights = np.log((1 + counts.shape[0]) / (1 + documents[documents >= self.fewest])) + 1
        return {name: place for place, name in enumerate(kept)}, weights.astype(np.float32)

    def _inside(self, words: Collection[str], grams: dict[str, int], *, grow: bool = False) -> Matrix:
        """How often each n-gram stands in each word, shape (words, n-grams)."""
        known: dict[str, list[int]] = {} if grow else _known.setdefault(self, {})
        if grow or len(known) > KEPT:
            _known.pop(self, None)
        for word in words:
            if word not in known:
                found = self._cut(word)
                if grow:
                    known[word] = [grams.setdefault(each, len(grams)) for each in found]
                else:
                    known[word] = [grams[each] for each in found if each in grams]
        cut = list(map(known.__getitem__, words))
        columns = np.fromiter(chain.from_iterable(cut), np.int32)
        ends = np.cumsum([0, *map(len, cut)], dtype=np.int32)
        return sparse.csr_array((np.ones(len(columns), np.float32), columns, ends), shape=(len(cut), len(grams)))

    def _cut(self, word: str) -> list[str]:
        padded = f" {word} "
        return [padded[at : at + n] for n in range(self.shortest, self.longest + 1) for at in range(len(padded) - n + 1)]


def beside(blocks: Sequence[Matrix]) -> Matrix:
    """Put blocks of columns side by side, with the 32-bit indices that scikit-learn's solvers take."""
    found = sparse.hstack(blocks, format="csr")
    indices, ends = (each.astype(np.int32, copy=False) for each in (found.indices, found.indptr))
    return sparse.csr_array((found.data, indices, ends), shape=found.shape)


def _count(texts: Sequence[str]) -> tuple[list[str], Matrix]:
    """Words as printed, each once, and how often each text has them."""
    places: defaultdict[str, int] = defaultdict(count().__next__)
    split = list(map(TOKEN.findall, texts))
    columns = np.fromiter(map(places.__getitem__, chain.from_iterable(split)), np.int32)
    ends = np.cumsum([0, *map(len, split)], dtype=np.int32)
    counts = sparse.csr_array((np.ones(len(columns), np.float32), columns, ends), shape=(len(texts), len(places)))
    counts.sum_duplicates()
    return list(places), counts


def _fold(printed: list[str], counts: Matrix, known: Mapping[str, int]) -> tuple[list[str], Matrix]:
    """Words without case, those that are `known` first, and how often each text has them."""
    places = dict(known)
    columns = [places.setdefault(wording.folded(word), len(places)) for word in printed]
    same = sparse.csr_array((np.ones(len(columns), np.float32), columns, np.arange(len(columns) + 1)), shape=(len(columns), len(places)))
    return list(places), counts @ same


def _grouped(counts: Matrix, words: list[str]) -> Matrix:
    """Log count of each word group over the log number of words, shape (texts, groups)."""
    found = np.array([wording.group(word) for word in words], dtype=np.int64)
    rows = np.flatnonzero(found >= 0)
    shape = (len(found), len(wording.groups()))
    members = sparse.csr_array((np.ones(len(rows), np.float32), (rows, found[rows])), shape=shape)
    return sparse.csr_array(np.log1p((counts @ members).toarray()) / np.log1p(np.maximum(counts.sum(1), 1))[:, None])


def _marked(texts: list[str], printed: list[str], counts: Matrix) -> Matrix:
    return sparse.csr_array(wording.marks(texts, counts @ wording.properties(printed), counts.sum(1)).astype(np.float32))


def _weighed(counts: Matrix, weights: Any) -> Matrix:
    """(1 + log count) x weight of the column, scaled so that the squares of a row sum to 1."""
    data = counts.data.astype(np.int64)
    logs = (1 + np.log(np.arange(1, data.max(initial=1) + 1))).astype(np.float32)  # counts are small: each logarithm is taken once
    found = sparse.csr_array((logs[data - 1] * weights[counts.indices], counts.indices, counts.indptr), shape=counts.shape)
    return normalize(found, copy=False)
