"""Steps of learning: how far each weight goes against its slope."""

from collections.abc import Mapping

import numpy as np

from framing.encoder.learning import Weights

LONGEST = 1.0
"""Length of all slopes together beyond which they are shortened to it, so that one odd batch does not throw the weights about."""
FIRST, SECOND = 0.9, 0.99
DECAY = 0.01
KEPT = 0.99
"""Share of the mean of earlier weights that is kept at each step."""


class Steps:
    """Adam (Kingma and Ba 2015, https://arxiv.org/abs/1412.6980) with weight decay set apart (Loshchilov and Hutter 2019).

    Parameters
    ----------
    weights
        Changed in place.
    sizes
        Size of the step of each.
    """

    def __init__(self, weights: Weights, sizes: Mapping[str, float]) -> None:
        self.weights, self.sizes = weights, sizes
        self._mean = {name: np.zeros_like(weight) for name, weight in weights.items()}
        self._spread = {name: np.zeros_like(weight) for name, weight in weights.items()}
        self._taken = 0

    def take(self, slopes: Weights, share: float) -> None:
        """Take one step, of this `share` of its full size."""
        self._taken += 1
        length = sum(float(np.vdot(slope, slope)) for slope in slopes.values()) ** 0.5
        shorter = np.float32(min(1.0, LONGEST / max(length, 1e-9)))
        young = (1 - SECOND**self._taken) ** 0.5 / (1 - FIRST**self._taken)
        for name, full in slopes.items():
            slope = full * shorter
            mean, spread, weight = self._mean[name], self._spread[name], self.weights[name]
            mean += np.float32(1 - FIRST) * (slope - mean)
            spread += np.float32(1 - SECOND) * (slope * slope - spread)
            if name.endswith(".weights") and weight.ndim == 2:
                weight *= np.float32(1 - DECAY * share * self.sizes[name])
            weight -= np.float32(share * self.sizes[name] * young) * mean / (np.sqrt(spread) + np.float32(1e-8))


class Averaged:
    """The mean of the weights over the steps, later ones counting more: it wanders less than the last weights do.

    A step from which n steps have been taken counts `KEPT` to the n-th; of the first steps less is kept, so that the
    weights at the start are soon forgotten (Polyak and Juditsky 1992, https://doi.org/10.1137/0330046, with a fading mean).
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = {name: weight.copy() for name, weight in weights.items()}
        self._seen = 0

    def add(self, weights: Weights) -> None:
        """Let the weights after a step count."""
        kept = min(KEPT, (1 + self._seen) / (10 + self._seen))
        self._seen += 1
        for name, weight in weights.items():
            self.weights[name] += np.float32(1 - kept) * (weight - self.weights[name])
