"""Clauses: voices where the trees are in doubt, learned from the parse of the sentence."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from framing.voice.engines.batches import Parses, signs
from framing.voice.engines.marked import Marked, placed
from framing.voice.engines.rates import Rates, left_out
from framing.voice.engines.signs import Signs
from framing.voice.engines.trees import CUT, FOLDS, Places, boosted, cross_fitted, halves, matrix_of, second_look
from framing.voice.engines.words import Array, Words, doubtful

DOUBT = 0.3
"""Sentences in which no word is at least this likely to be, and not to be, attributed are not parsed."""


class Clauses:
    """A third look, by trees that read the clause of a word, what governs it, and what the trees before said around it.

    Only the sentences in which those are in doubt are parsed.
    """

    cut = CUT
    name = "clauses"

    def __init__(self, rates: Rates, look: Any) -> None:
        self.rates, self.look = rates, look

    @classmethod
    def learned(cls, batches: Sequence[Marked], unseen: Array) -> tuple["Clauses", Array]:
        """Learn from batches of articles in which readers marked what is attributed.

        `unseen` is the probability of every open word by trees that had not seen its article; it is returned with what this
        look makes of it, each word again by trees that had not seen it.
        """
        found, text = [], 0
        for (words, parses, said, _), probability in zip(batches, placed(unseen, batches), strict=True):
            inside, read, look = _looked(words, probability, parses)
            kept = np.flatnonzero(words.open())[inside]
            found.append((read, look, said[kept], words.count[kept], words.text[kept] + text, inside))
            text += int(words.text.max(initial=-1)) + 1
        look, target, weight, texts, every = (np.concatenate([each[place] for each in found]) for place in range(1, 6))
        if len(np.unique(target)) < 2:
            raise ValueError(
                "Nothing for the parser to learn: where the trees are in doubt, readers marked all words or none; train without it"
            )
        read, weight = Signs.joined([each[0] for each in found]), weight.astype(float)
        matrix = np.hstack([matrix_of(read.numbers, left_out(read.codes, target, weight, texts % FOLDS)), look])
        verdicts = unseen.copy()
        verdicts[every] = cross_fitted(matrix, target, weight, halves(texts, 2))[1]
        return cls(Rates.learned(read.codes, target, weight), boosted(matrix, target, weight)), verdicts

    def probabilities(self, words: Words, probability: Array, parses: Parses) -> Array:
        """Probability that each word is attributed: as it was where nothing is in doubt."""
        inside, read, look = _looked(words, probability, parses)
        if not inside.any():
            return probability
        found = probability.copy()
        found[np.flatnonzero(words.open())[inside]] = self.look.predict_proba(
            np.hstack([matrix_of(read.numbers, self.rates.of(read.codes)), look])
        )[:, 1]
        return found

    def state(self) -> dict[str, Any]:
        """What is saved."""
        return {self.name: {**self.rates.state(), "look": self.look}}

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> "Clauses":
        """The look as it was saved."""
        return cls(Rates.saved(state[cls.name]), state[cls.name]["look"])


def _looked(words: Words, probability: Array, parses: Parses) -> tuple[Array, Signs, Array]:
    """Which of the open words stand in sentences in doubt, their signs, and the verdicts on the words around them."""
    units = doubtful(words, probability, DOUBT)
    rows = np.flatnonzero(words.open())
    inside = np.isin(words.unit[rows], units)
    places = Places(words.text[rows], np.unique(words.unit[rows], return_inverse=True)[1])
    return inside, signs(words, parses.of(units)).rows(rows[inside]), second_look(probability[rows], places)[inside]
