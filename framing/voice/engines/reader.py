"""Reader: voices, and who speaks, learned from the words themselves by a small language model."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from framing.encoder import Tagger
from framing.encoder.tagger import AT_ONCE
from framing.voice.engines.marked import Marked
from framing.voice.engines.parse import Parse
from framing.voice.engines.pieces import read
from framing.voice.engines.words import Array, Words

LAYERS = 3
"""Layers of the model that are run: with more the speed falls below 6,000 words a second."""
FEWEST = 200
"""Words that a rule must hold in the training articles to have a sign of its own."""
WEIGHTS = (1.0, 0.5)
"""How much the verdict on a word, and that on who speaks, count in learning."""


ROUNDS, MOST_ROUNDS, STEPS = 1.5, 50, 100
"""How often the articles are read in learning: 1.5 times, but up to 50 times where they are few, so that some 100 steps are taken."""


class Reader:
    """The packed language model, tuned to labelled words; what the rules said of a word is added to its vector."""

    cut = 0.45
    name = "vectors"

    def __init__(self, tagger: Tagger, rules: Sequence[str]) -> None:
        self.tagger, self.rules = tagger, list(rules)

    @classmethod
    def learned(cls, batches: Iterable[Marked]) -> "Reader":
        """Learn from batches of articles in which readers marked what is attributed, and to whom."""
        seen = list(batches)
        counted: Counter[str] = Counter()
        for words, *_ in seen:
            counted.update(words.of_span(lambda span: span.rule, "own"))
        rules = sorted(rule for rule, number in counted.items() if number > FEWEST and rule != "own")
        windows = []
        for words, _, said, spoke in seen:
            target = np.column_stack([said, spoke]).astype(np.float32)
            weight = np.column_stack([words.open() * np.maximum(1, words.count), ~words.quoted]) * np.array(WEIGHTS)
            windows += read(words, rules, target, weight.astype(np.float32)).windows
        size = sum(len(window.pieces) for window in windows)
        return cls(Tagger(LAYERS).learn(windows, rounds=max(ROUNDS, min(MOST_ROUNDS, STEPS * AT_ONCE / size))), rules)

    def probabilities(self, words: Words, parse: Parse | None) -> Array:  # noqa: ARG002  as every engine is called
        """Probability that each word is attributed, and that it names who speaks, shape (words, 2); nan where nothing is decided."""
        found = np.full((len(words), 2), np.nan)
        windows, rows, places = read(words, self.rules)
        for row, place, probability in zip(rows, places, self.tagger.probabilities(windows), strict=True):
            found[row] = probability[place, :2]
        return found

    def state(self) -> dict[str, Any]:
        """What is saved."""
        return {"rules": self.rules, "weights": self.tagger.weights, "layers": self.tagger.layers}

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> "Reader":
        """A reader as it was saved."""
        tagger = Tagger(state["layers"])
        tagger.weights = state["weights"]
        return cls(tagger, state["rules"])
