"""Reader: voices, and who speaks, where the trees are in doubt, learned from the words themselves by a small language model."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from framing.encoder import Tagger
from framing.encoder.tagger import AT_ONCE
from framing.voice.engines.batches import Parses
from framing.voice.engines.marked import Marked, placed
from framing.voice.engines.pieces import read
from framing.voice.engines.words import Array, Words

LAYERS = 4
"""Layers of the model that are run: with more the speed falls below 6,000 words a second."""
FEWEST = 200
"""Words that a rule must hold in the training articles to have a sign of its own."""
WEIGHTS = (1.0, 0.5)
"""How much the verdict on a word, and that on who speaks, count in learning."""


ROUNDS, MOST_ROUNDS, STEPS = 1.5, 50, 100
"""How often the articles are read in learning: 1.5 times, but up to 50 times where they are few, so that some 100 steps are taken."""


class Reader:
    """The packed language model, tuned to labelled words; what the rules and the trees said of a word is added to its vector.

    It learns what to add to the log odds of the trees, and reads only the sentences in which they are in doubt.
    """

    cut = 0.5
    name = "doubts"

    def __init__(self, tagger: Tagger, rules: Sequence[str]) -> None:
        self.tagger, self.rules = tagger, list(rules)

    @classmethod
    def learned(cls, batches: Sequence[Marked], unseen: Array) -> "Reader":
        """Learn from batches of articles in which readers marked what is attributed, and to whom.

        `unseen` is the probability of every open word by trees that had not seen its article.
        """
        counted: Counter[str] = Counter()
        for words, *_ in batches:
            counted.update(words.of_span(lambda span: span.rule, "own"))
        rules = sorted(rule for rule, number in counted.items() if number > FEWEST and rule != "own")
        windows = []
        for (words, _, said, spoke), probability in zip(batches, placed(unseen, batches), strict=True):
            target = np.column_stack([said, spoke]).astype(np.float32)
            weight = np.column_stack([words.open() * np.maximum(1, words.count), ~words.quoted]) * np.array(WEIGHTS)
            windows += read(words, rules, probability, target, weight.astype(np.float32)).windows
        if not windows:
            raise ValueError("Nothing for the language model to learn: the trees are sure of every word; train without vectors")
        size = sum(len(window.pieces) for window in windows)
        return cls(Tagger(LAYERS).learn(windows, rounds=max(ROUNDS, min(MOST_ROUNDS, STEPS * AT_ONCE / size))), rules)

    def probabilities(self, words: Words, probability: Array, _parses: Parses) -> Array:
        """Probability that each word is attributed, and that it names who speaks, shape (words, 2).

        Where nothing is read the first is that of the trees, and the second nan.
        """
        found = np.column_stack([probability, np.full(len(words), np.nan)])
        windows, rows, places = read(words, self.rules, probability)
        for row, place, verdicts in zip(rows, places, self.tagger.probabilities(windows), strict=True):
            found[row] = verdicts[place]
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
