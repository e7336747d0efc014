"""Tagger: verdicts on pieces, from the packed model tuned to labelled ones."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.encoder.learning import Batch, Weights, stack_of, weights_of
from framing.encoder.minilm import WIDTH, Floats, Stack, packed
from framing.encoder.running import batches, padded, states
from framing.encoder.steps import Averaged, Steps
from framing.resample import draws

PURPOSE = "Word vectors"
AT_ONCE = 1024
"""Pieces that are learned from at a time."""
DROPPED = 26
"""Numbers dropped of 256."""
HIDDEN = 103
"""The piece that stands for one that is not shown; those below it are no words."""
UNREAD = 13
"""Pieces of 256 that are not shown while it learns, so that no verdict hangs on one word."""
STEP, STEP_OF_NEW = 2e-4, 2e-3
"""Step of a weight of the last layer that is run, and of one that begins at 0."""
LOWER = 0.9
"""Each layer below takes smaller steps by this factor: what it knows is of more general use (Howard and Ruder 2018)."""
NEW = ("signs.", "head.")


class Window(NamedTuple):
    """Pieces read at once, with the signs of each and the verdicts to be learned."""

    pieces: list[int]
    signs: Floats
    """Shape (pieces, signs)."""
    target: Floats
    """Verdicts, 0 or 1, shape (pieces, verdicts); empty where there is nothing to learn."""
    weight: Floats
    """How much each verdict counts, in the same shape."""
    known: Floats
    """Log odds of each verdict beforehand, shape (pieces, verdicts): what is learned is added to them."""


class Tagger:
    """Probabilities of verdicts on every piece of a window: the packed model's first layers, tuned, and a linear form of their vectors.

    Signs of a piece that are known beforehand are learned as vectors that are added to the piece's own. Learning draws no
    random numbers but those of `resample`: the same windows give the same weights.

    Parameters
    ----------
    layers
        Layers of the model, 1 to 6: each costs as much as the last.
    """

    def __init__(self, layers: int = 3) -> None:
        self.layers = layers
        self.weights: Weights = {}

    def learn(self, windows: Sequence[Window], *, rounds: float, seed: int = 0) -> "Tagger":
        """Tune the weights to the verdicts of windows, which are read `rounds` times; of the last round only a part, if it is none."""
        stack = packed(PURPOSE)[1]
        signs, verdicts = windows[0].signs.shape[1], windows[0].known.shape[1]
        self.weights = weights_of(stack, self.layers)
        self.weights["signs.weights"] = np.zeros((signs, WIDTH), np.float32)
        self.weights["head.weights"], self.weights["head.bias"] = np.zeros((WIDTH, verdicts), np.float32), np.zeros(verdicts, np.float32)
        steps, mean = Steps(self.weights, {name: self._step(name) for name in self.weights}), Averaged(self.weights)
        plan = list(_planned(windows, rounds, seed))
        for number, batch in enumerate(plan):
            chance = _Chance(seed, number)
            slopes = self._slopes(batch, stack, chance)
            steps.take(slopes, min(1, 10 * (number + 1) / len(plan)) * max(0.02, 1 - number / len(plan)))
            mean.add(self.weights)
        self.weights = mean.weights
        return self

    def _step(self, name: str) -> float:
        """Full size of the steps of a weight: those of ``norm`` stand below the first layer."""
        if name.startswith(NEW):
            return STEP_OF_NEW
        layer = name.split(".", maxsplit=1)[0]
        return float(STEP * LOWER ** (self.layers - (int(layer) + 1 if layer.isdigit() else 0)))

    def _slopes(self, batch: Sequence[Window], stack: Stack, chance: "_Chance") -> Weights:
        ids, padding = padded([window.pieces for window in batch])
        parts = zip(*((window.signs, window.known, window.target, window.weight) for window in batch), strict=True)
        signs, known, target, weight = (_stacked(part, ids.shape[1]) for part in parts)
        shown = np.where((ids > HIDDEN) & (chance.bytes(ids.shape) < UNREAD), HIDDEN, ids)
        way = Batch(shown, padding, (signs, known), stack, chance.mask)
        return way.slopes(self.weights, target, weight / (weight[:, :1].sum() + 1))

    def probabilities(self, windows: Sequence[Window]) -> list[Floats]:
        """Probability of each verdict on each piece, an array of shape (pieces, verdicts) for every window."""
        stack = stack_of(self.weights, packed(PURPOSE)[1])
        head, bias, signs = (self.weights[name] for name in ("head.weights", "head.bias", "signs.weights"))
        found: list[Floats] = [np.zeros((0, len(bias)), np.float32)] * len(windows)
        for batch in batches(range(len(windows)), [len(window.pieces) for window in windows]):
            chosen = [windows[number] for number in batch]
            longest = max(len(window.pieces) for window in chosen)
            added = (_stacked([window.signs for window in chosen], longest) @ signs).reshape(len(batch), longest, WIDTH)
            state, _ = states(stack, [window.pieces for window in chosen], self.layers, added)
            for number, window, rows in zip(batch, chosen, state, strict=True):
                found[number] = 1 / (1 + np.exp(-(rows[: len(window.pieces)] @ head + bias + window.known)))
        return found


class _Chance:
    """Random bytes of one step: they depend on the seed and the number of the step alone."""

    def __init__(self, seed: int, number: int) -> None:
        self._key, self._place = draws.keys([f"step {number}"], seed), 0

    def bytes(self, shape: tuple[int, ...]) -> NDArray[np.uint8]:
        size = int(np.prod(shape))
        words = -(-size // 8)
        found = draws.hashed(self._key, words, self._place).view(np.uint8)[0, :size]
        self._place += words
        return found.reshape(shape)

    def mask(self, shape: tuple[int, ...]) -> Floats:
        """0 for what is dropped; the rest is scaled so that the mean stays."""
        return (self.bytes(shape) >= DROPPED) * np.float32(256 / (256 - DROPPED))


def _planned(windows: Sequence[Window], rounds: float, seed: int) -> Iterator[list[Window]]:
    """Batches of every round, in the order in which they are learned from."""
    for turn in range(ceil(rounds)):
        every = list(_shuffled(windows, seed, turn))
        yield from every[: ceil((rounds - turn) * len(every))]


def _shuffled(windows: Sequence[Window], seed: int, turn: int) -> Iterator[list[Window]]:
    """Batches of windows of like length, in an order of chance."""
    chance = draws.hashed(draws.keys([f"turn {turn}"], seed), 2 * len(windows))[0]
    order = [windows[number] for number in chance[: len(windows)].argsort().tolist()]
    found = list(batches(order, [-(-len(window.pieces) // 16) * 16 for window in order], AT_ONCE))
    return (found[number] for number in chance[len(windows) : len(windows) + len(found)].argsort().tolist())


def _stacked(tables: Sequence[Floats], longest: int) -> Floats:
    """Tables one below the other, each padded with rows of 0 to `longest`."""
    found = np.zeros((len(tables), longest, tables[0].shape[1]), np.float32)
    for row, table in zip(found, tables, strict=True):
        row[: len(table)] = table
    return found.reshape(-1, found.shape[2])
