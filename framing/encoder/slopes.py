"""The model run so that it can learn: word pieces to verdicts, and from the error of the verdicts to the slope of every weight.

The steps are those of `running`, with what each slope needs kept in mind; the slopes are written by hand, for a framework of
automatic ones would weigh a hundred times what the toolkit does. A test compares them with differences.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.encoder.minilm import HEADS, WIDTH, Floats, Layer, Linear, Norm, Stack

Weights = dict[str, Floats]
Mask = Callable[[tuple[int, ...]], Floats]
"""Numbers to multiply a table by: 0 for what is dropped, so that no verdict hangs on a single number."""
PARTS = {"attention": Linear, "mixed": Linear, "after_attention": Norm, "inner": Linear, "outer": Linear, "after": Norm}
CUBE, ROOT = np.float32(0.044715), np.float32((2 / np.pi) ** 0.5)


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
    layers = 1 + max(int(name.split(".")[0]) for name in weights if name[0].isdigit())

    def part(name: str, kind: Any) -> Any:
        return kind(weights[f"{name}.weights"], weights[f"{name}.bias"])

    built = tuple(Layer(**{name: part(f"{number}.{name}", kind) for name, kind in PARTS.items()}) for number in range(layers))
    return Stack(base.words, base.places, part("norm", Norm), built)


class Pass:
    """One batch on its way through the model and back.

    Parameters
    ----------
    weights
        From `weights_of`, with *signs.weights*, *head.weights* and *head.bias*.
    base
        The packed model.
    mask
        What is dropped.
    """

    def __init__(self, weights: Weights, base: Stack, mask: Mask) -> None:
        self.weights, self.base, self.mask = weights, base, mask
        self.slopes: Weights = {}
        self._kept: list[Any] = []

    def forward(self, ids: NDArray[np.int64], padding: NDArray[np.bool_], signs: Floats) -> Floats:
        """Verdicts on every piece, before they become probabilities; shape (windows x longest, verdicts)."""
        self._shape = ids.shape
        state = self.base.words[ids] + self.base.places[: ids.shape[1]]
        state = state.reshape(-1, WIDTH) + signs @ self.weights["signs.weights"]
        self._kept.append(signs)
        state = self._normed("norm", state)
        hidden = np.where(padding, np.float32(-1e9), np.float32(0))[:, None, None, :]
        for number in range(len([name for name in self.weights if name.endswith(".after.bias")])):
            state = self._attention(f"{number}.", state, hidden)
            state = self._inner(f"{number}.", state)
        return self._linear("head", state)

    def backward(self, slope: Floats) -> Weights:
        """Slope of the error by every weight, from its slope by the verdicts of `forward`."""
        slope = self._linear_back("head", slope)
        for number in range(len([name for name in self.weights if name.endswith(".after.bias")]) - 1, -1, -1):
            slope = self._inner_back(f"{number}.", slope)
            slope = self._attention_back(f"{number}.", slope)
        slope = self._normed_back("norm", slope)
        self.slopes["signs.weights"] = self._kept.pop().T @ slope
        return self.slopes

    def _attention(self, at: str, state: Floats, hidden: Floats) -> Floats:
        query, key, value = (self._split(each) for each in np.split(self._linear(f"{at}attention", state), 3, axis=1))
        score = query @ key.transpose(0, 1, 3, 2)
        score += hidden
        score -= score.max(-1, keepdims=True)
        np.exp(score, out=score)
        score /= score.sum(-1, keepdims=True)
        self._kept.append((query, key, value, score))
        read = self._linear(f"{at}mixed", self._joined(score @ value))
        return self._normed(f"{at}after_attention", state + self._dropped(read))

    def _attention_back(self, at: str, slope: Floats) -> Floats:
        slope = self._normed_back(f"{at}after_attention", slope)
        read = self._split(self._linear_back(f"{at}mixed", self._dropped_back(slope)))
        query, key, value, score = self._kept.pop()
        by_value = score.transpose(0, 1, 3, 2) @ read
        by_score = read @ value.transpose(0, 1, 3, 2)
        by_score -= (by_score * score).sum(-1, keepdims=True)
        by_score *= score
        parts = (by_score @ key, by_score.transpose(0, 1, 3, 2) @ query, by_value)
        return slope + self._linear_back(f"{at}attention", np.concatenate([self._joined(each) for each in parts], axis=1))

    def _inner(self, at: str, state: Floats) -> Floats:
        inner = self._linear(f"{at}inner", state)
        bend = np.tanh(inner * (ROOT + ROOT * CUBE * inner * inner))
        self._kept.append((inner, bend))
        read = self._linear(f"{at}outer", np.float32(0.5) * inner * (1 + bend))
        return self._normed(f"{at}after", state + self._dropped(read))

    def _inner_back(self, at: str, slope: Floats) -> Floats:
        slope = self._normed_back(f"{at}after", slope)
        read = self._linear_back(f"{at}outer", self._dropped_back(slope))
        inner, bend = self._kept.pop()
        steep = inner * (1 - bend * bend) * (ROOT + 3 * ROOT * CUBE * inner * inner)
        return slope + self._linear_back(f"{at}inner", read * (np.float32(0.5) * (1 + bend + steep)))

    def _linear(self, name: str, state: Floats) -> Floats:
        self._kept.append(state)
        found = state @ self.weights[f"{name}.weights"]
        found += self.weights[f"{name}.bias"]
        return np.asarray(found)

    def _linear_back(self, name: str, slope: Floats) -> Floats:
        self.slopes[f"{name}.weights"], self.slopes[f"{name}.bias"] = self._kept.pop().T @ slope, slope.sum(0)
        return np.asarray(slope @ self.weights[f"{name}.weights"].T)

    def _normed(self, name: str, state: Floats) -> Floats:
        state = state - state.mean(-1, keepdims=True)
        scale = 1 / np.sqrt(np.einsum("ij,ij->i", state, state) / np.float32(WIDTH) + np.float32(1e-12))[:, None]
        state *= scale
        self._kept.append((state, scale))
        return np.asarray(state * self.weights[f"{name}.weights"] + self.weights[f"{name}.bias"])

    def _normed_back(self, name: str, slope: Floats) -> Floats:
        state, scale = self._kept.pop()
        self.slopes[f"{name}.weights"], self.slopes[f"{name}.bias"] = np.einsum("ij,ij->j", slope, state), slope.sum(0)
        slope = slope * self.weights[f"{name}.weights"]
        slope -= slope.mean(-1, keepdims=True) + state * (np.einsum("ij,ij->i", slope, state)[:, None] / np.float32(WIDTH))
        return np.asarray(slope * scale)

    def _dropped(self, state: Floats) -> Floats:
        mask = self.mask(state.shape)
        self._kept.append(mask)
        return np.asarray(state * mask)

    def _dropped_back(self, slope: Floats) -> Floats:
        return np.asarray(slope * self._kept.pop())

    def _split(self, state: Floats) -> Floats:
        """Heads side by side to heads one below the other: (windows, heads, pieces, width of a head)."""
        return state.reshape(*self._shape, HEADS, -1).transpose(0, 2, 1, 3)

    def _joined(self, state: NDArray[Any]) -> Floats:
        return np.asarray(state.transpose(0, 2, 1, 3), order="C").reshape(-1, WIDTH)
