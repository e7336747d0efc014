"""Texts to sentence vectors, by the small model of `framing.encoder`. Imported only when asked for."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin

from framing.encoder import WIDTH, Floats, batches, packed, states

LAYERS = 2  # of six: how a thing is said is told by the first layers; the last were trained to tell what a text is about
WINDOW = 128  # word pieces read at once; longer texts are read in windows, and their vectors averaged
KEPT = 50_000  # vectors remembered, for training reads a text many times
_seen: OrderedDict[tuple[int, str], Floats] = OrderedDict()


class SentenceVectors(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """The vector of each text, of length `weight`: near for texts that say alike things in like words.

    The mean of the training texts is taken off, for the vectors of a first layer all point much the same way, and what they
    share tells texts apart no more than a constant.

    Parameters
    ----------
    weight
        Length of each vector, beside the other blocks of features.
    layers
        Layers of the model that are run, 1 to 6; each costs as much as the last.
    """

    def __init__(self, weight: float = 1.0, layers: int = LAYERS):
        self.weight, self.layers = weight, layers

    def fit(self, texts: Iterable[str], target: Any = None) -> "SentenceVectors":  # noqa: ARG002  the signature of scikit-learn
        """Learn the mean of the vectors; the model is finished."""
        self.mean_ = self._read(texts).mean(0)
        return self

    def transform(self, texts: Iterable[str]) -> Floats:
        """Give each text its vector, shape (texts, 384)."""
        found = self._read(texts) - self.mean_
        return np.asarray(found * (np.float32(self.weight) / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)), np.float32)

    def _read(self, texts: Iterable[str]) -> Floats:
        read = [(self.layers, text) for text in texts]
        new = list(dict.fromkeys(key for key in read if key not in _seen))
        found = dict(zip(new, encode([text for _, text in new], layers=self.layers), strict=True)) if new else {}
        rows = [found[key] if key in found else _seen[key] for key in read]
        _seen.update(found)
        while len(_seen) > KEPT:
            _seen.popitem(last=False)
        return np.array(rows, dtype=np.float32).reshape(len(read), WIDTH)


def encode(texts: Sequence[str], *, layers: int = LAYERS) -> Floats:
    """Mean over the word pieces of each text of the model's layer number `layers`, scaled to length 1; shape (texts, 384).

    Raises
    ------
    ModuleNotFoundError
        If the package of the model, or one of the two that read it, is not installed; the message says how.
    ValueError
        If the model has not so many layers.
    """
    tokenizer, stack = packed()
    if not 1 <= layers <= len(stack.layers):
        raise ValueError(f"layers is {layers!r}; expected 1 to {len(stack.layers)}")
    pieces = [each.ids[1:-1] for each in tokenizer.encode_batch(list(texts))]
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    windows = [(row, [first, *ids[at : at + WINDOW], last]) for row, ids in enumerate(pieces) for at in range(0, max(len(ids), 1), WINDOW)]
    vectors = np.zeros((len(texts), WIDTH), np.float32)
    for batch in batches(windows, [len(ids) for _, ids in windows]):
        read, padding = states(stack, [ids for _, ids in batch], layers)
        np.add.at(vectors, [row for row, _ in batch], (read * ~padding[:, :, None]).sum(1))
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)
