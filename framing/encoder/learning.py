"""The model run so that it can learn: word pieces to verdicts, and the slope of their error by every weight.

The steps are those of `running`, on the arrays of autograd (Maclaurin, Duvenaud and Adams 2015), which remember how they came about.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.encoder.minilm import HEADS, WIDTH, Floats, Layer, Linear, Norm, Stack

Weights = dict[str, Floats]
Mask = Callable[[tuple[int, ...]], Floats]
"""Numbers to multiply a table by: 0 for what is dropped, so that no verdict hangs on a single number."""
INSTALL = "pip install autograd"
PARTS = {"attention": Linear, "mixed": Linear, "after_attention": Norm, "inner": Linear, "outer": Linear, "after": Norm}
CUBE, ROOT = np.float32(0.044715), np.float32((2 / np.pi) ** 0.5)


def autograd() -> tuple[Any, Any]:
    """Return the arrays that remember how they came about, as a module like NumPy, and what finds slopes by them.

    Raises
    ------
    ModuleNotFoundError
        If autograd is not installed; the message says how to.
    """
    try:
        from autograd import grad, numpy
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(f"Tuning the language model needs the package {error.name!r}: {INSTALL}", name=error.name) from error
    return numpy, grad


def weights_of(stack: Stack, layers: int) -> Weights:
    """Copy the weights of the first layers, by name."""
    found = {"norm.weights": stack.norm.weights.copy(), "norm.bias": stack.norm.bias.copy()}
    for number, layer in enumerate(stack.layers[:layers]):
        for part in PARTS:
            pair = getattr(layer, part)
            found[f"{number}.{part}.weights"], found[f"{number}.{part}.bias"] = pair.weights.copy(), pair.bias.copy()
    return found


def stack_of(weights: Weights, base: Stack) -> Stack:
    """A model of these weights; the vectors of word pieces and places are those of `base`."""

    def part(name: str, kind: Any) -> Any:
        return kind(weights[f"{name}.weights"], weights[f"{name}.bias"])

    built = tuple(Layer(**{name: part(f"{number}.{name}", kind) for name, kind in PARTS.items()}) for number in _layers(weights))
    return Stack(base.words, base.places, part("norm", Norm), built)


def _layers(weights: Weights) -> Iterator[int]:
    return (number for number in range(len(weights)) if f"{number}.after.bias" in weights)


class Batch:
    """Windows of pieces on their way to verdicts.

    Parameters
    ----------
    ids, padding
        From `running.padded`, shape (windows, longest).
    beforehand
        Signs of every piece, shape (windows x longest, signs), and log odds of its verdicts, to which what is learned is added.
    base
        The packed model.
    mask
        What is dropped, asked anew for every layer's two tables.

    Raises
    ------
    ModuleNotFoundError
        If autograd is not installed.
    """

    def __init__(
        self, ids: NDArray[np.int64], padding: NDArray[np.bool_], beforehand: tuple[Floats, Floats], base: Stack, mask: Mask
    ) -> None:
        self._np, self._grad = autograd()
        self._pieces, self._mask = (base.words[ids] + base.places[: ids.shape[1]]).reshape(-1, WIDTH), mask
        self._signs, self._known = beforehand
        self._shape, self._hidden = ids.shape, np.where(padding, np.float32(-1e9), np.float32(0))[:, None, None, :]

    def slopes(self, weights: Weights, target: Floats, share: Floats) -> Weights:
        """Slope of the error by every weight, in the shapes of `weights`."""
        with np.errstate(over="ignore"):  # the slope of tanh divides by what may be too large to write; 0 is right then
            found: Weights = self._grad(self.error)(weights, target, share)
        return found

    def error(self, weights: Weights, target: Floats, share: Floats) -> Any:
        """Cross-entropy of the verdicts: `target` is 0 or 1, `share` how much each counts, both in the shape of the verdicts."""
        verdicts = self.verdicts(weights)
        return self._np.sum(share * (self._np.logaddexp(0, verdicts) - target * verdicts))

    def verdicts(self, weights: Weights) -> Any:
        """Verdicts on every piece, before they become probabilities; shape (windows x longest, verdicts).

        `weights` are from `weights_of`, with *signs.weights*, *head.weights* and *head.bias*.
        """
        state = self._normed(weights, "norm", self._pieces + self._np.dot(self._signs, weights["signs.weights"]))
        for number in _layers(weights):
            read = self._attended(_linear(weights, f"{number}.attention", state))
            state = self._added(weights, f"{number}.after_attention", state, _linear(weights, f"{number}.mixed", read))
            read = self._bent(_linear(weights, f"{number}.inner", state))
            state = self._added(weights, f"{number}.after", state, _linear(weights, f"{number}.outer", read))
        return _linear(weights, "head", state) + self._known

    def _attended(self, parts: Any) -> Any:
        each = self._np.reshape(parts, (*self._shape, 3, HEADS, -1))
        query, key, value = (self._np.transpose(each[:, :, place], (0, 2, 1, 3)) for place in range(3))
        score = self._np.matmul(query, self._np.transpose(key, (0, 1, 3, 2))) + self._hidden
        score = self._np.exp(score - self._np.max(score, -1, keepdims=True))
        score = score / self._np.sum(score, -1, keepdims=True)
        return self._np.reshape(self._np.transpose(self._np.matmul(score, value), (0, 2, 1, 3)), (-1, WIDTH))

    def _bent(self, inner: Any) -> Any:
        return np.float32(0.5) * inner * (1 + self._np.tanh(inner * (ROOT + ROOT * CUBE * inner * inner)))

    def _added(self, weights: Weights, name: str, state: Any, read: Any) -> Any:
        return self._normed(weights, name, state + self._mask(read.shape) * read)

    def _normed(self, weights: Weights, name: str, state: Any) -> Any:
        state = state - self._np.mean(state, -1, keepdims=True)
        state = state / self._np.sqrt(self._np.mean(state * state, -1, keepdims=True) + np.float32(1e-12))
        return state * weights[f"{name}.weights"] + weights[f"{name}.bias"]


def _linear(weights: Weights, name: str, state: Any) -> Any:
    return state @ weights[f"{name}.weights"] + weights[f"{name}.bias"]
