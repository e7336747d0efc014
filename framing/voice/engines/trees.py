"""Trees: voices learned from signs of every word, in two looks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from framing.voice.engines.batches import signs
from framing.voice.engines.marked import Marked
from framing.voice.engines.near import Near
from framing.voice.engines.rates import Rates, left_out
from framing.voice.engines.signs import Signs
from framing.voice.engines.words import Array, Words

FOLDS = 5
REACH = (-6, -4, -3, -2, -1, 1, 2, 3, 4, 6)
"""Words on either side whose first verdicts the second look reads."""
CUT = 0.45
"""Probability from which a word is attributed: what maximised F1 in cross-validation on the train part of PolNeAR."""
ROUNDS = 120


class Trees:
    """Gradient-boosted trees on signs of every word; a second look reads the first verdicts on the words around."""

    cut = CUT
    name = "trees"

    def __init__(self, rates: Rates, looks: list[Any]) -> None:
        self.rates, self.looks = rates, looks

    @classmethod
    def learned(cls, batches: Iterable[Marked], *, unseen: bool = False) -> tuple["Trees", Array]:
        """Learn from batches of articles in which readers marked what is attributed.

        Returns the trees and, if `unseen` is asked for, the probability of every open word of all batches, one after the
        other, by trees that had not seen its article: what learns from the trees' verdicts must not learn from those that know.
        """
        read, target, weight, places = _examples(batches)
        rates = Rates.learned(read.codes, target, weight)
        matrix = matrix_of(read.numbers, left_out(read.codes, target, weight, places.text % FOLDS))
        first, verdicts = cross_fitted(matrix, target, weight, halves(places.text, 0))
        both = np.hstack([matrix, second_look(verdicts, places)])
        trees = cls(rates, [first, boosted(both, target, weight)])
        return trees, cross_fitted(both, target, weight, halves(places.text, 1))[1] if unseen else verdicts

    def probabilities(self, words: Words) -> Array:
        """Probability that each word is attributed; nan where an engine decides nothing."""
        kept = np.flatnonzero(words.open())
        found = np.full(len(words), np.nan)
        if len(kept) == 0:
            return found
        read = signs(words).rows(kept)
        matrix = matrix_of(read.numbers, self.rates.of(read.codes))
        first, second = self.looks
        verdicts = first.predict_proba(matrix)[:, 1]
        places = Places(words.text[kept], np.unique(words.unit[kept], return_inverse=True)[1])
        found[kept] = second.predict_proba(np.hstack([matrix, second_look(verdicts, places)]))[:, 1]
        return found

    def state(self) -> dict[str, Any]:
        """What is saved."""
        return {**self.rates.state(), "looks": self.looks}

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> "Trees":
        """Trees as they were saved."""
        return cls(Rates.saved(state), state["looks"])


def _examples(batches: Iterable[Marked]) -> tuple[Signs, Array, Array, "Places"]:
    """Signs, verdict of the readers, weight and place of every open word."""
    found: list[tuple[Signs, Array, Array, Array, Array]] = []
    done = 0
    for words, _, said, _ in batches:
        kept = np.flatnonzero(words.open())
        found.append((signs(words).rows(kept), said[kept], words.count[kept], words.text[kept] + done, words.unit[kept]))
        done += int(words.text.max(initial=-1)) + 1
    joined = Signs.joined([each[0] for each in found])
    target, weight = (np.concatenate([each[place] for each in found]) for place in (1, 2))
    return joined, target.astype(int), weight.astype(float), Places.joined([(each[3], each[4]) for each in found])


class Places:
    """Text and sentence of each word, numbered from 0 without a gap."""

    def __init__(self, text: Array, unit: Array) -> None:
        self.text, self.unit = text, unit

    @classmethod
    def joined(cls, each: Sequence[tuple[Array, Array]]) -> "Places":
        """Number the sentences of all batches through."""
        text = np.concatenate([pair[0] for pair in each])
        units, first = [], 0
        for _, unit in each:
            dense = np.unique(unit, return_inverse=True)[1] + first
            units.append(dense)
            first = int(dense.max(initial=first - 1)) + 1
        return cls(text, np.concatenate(units))


def second_look(verdicts: Array, places: Places) -> Array:
    """First verdicts around every word, and their means over its sentence and those beside."""
    near = Near(places.unit)
    around = [near.shifted(verdicts, -by, -1) for by in REACH]
    size = int(places.unit[-1]) + 1 if len(places.unit) else 0
    total = np.bincount(places.unit, verdicts, size) / np.maximum(1, np.bincount(places.unit, minlength=size))
    most = np.zeros(size)
    np.maximum.at(most, places.unit, verdicts)
    text = np.zeros(size, int)
    text[places.unit] = places.text
    beside = Near(text)
    means = [beside.shifted(total, by, -1)[places.unit] for by in (-2, -1, 0, 1, 2)]
    return np.column_stack([verdicts, *around, *means, most[places.unit]]).astype(np.float32)


def matrix_of(numbers: dict[str, Array], odds: dict[str, Array]) -> Array:
    """Signs and what codes mean, side by side."""
    return np.column_stack([*(column.astype(np.float32) for column in numbers.values()), *odds.values()])


def boosted(matrix: Array, target: Array, weight: Array) -> Any:
    """Trees fitted one after the other to what those before got wrong; in one thread, for threads that wait for one another crawl."""
    from sklearn.ensemble import HistGradientBoostingClassifier
    from threadpoolctl import threadpool_limits

    trees = HistGradientBoostingClassifier(
        max_iter=ROUNDS,
        learning_rate=0.1,
        max_leaf_nodes=24,
        min_samples_leaf=min(100, max(1, len(target) // 50)),
        l2_regularization=5.0,
        max_features=0.3,
        early_stopping=False,
        random_state=0,
    )
    with threadpool_limits(limits=1):
        return trees.fit(matrix, target, sample_weight=weight)


def halves(text: Array, look: int) -> Array:
    """The half of the articles that each word is in, across those of every other look: by another digit of the article's number.

    A look must meet verdicts of both models before it in what it learns from, for the two lean to different sides: learning
    from those of one and judging by those of the other, the second look was worse than the first.
    """
    return np.asarray(text // FOLDS**look % FOLDS % 2)


def cross_fitted(matrix: Array, target: Array, weight: Array, half: Array) -> tuple[Any, Array]:
    """Fit a model to each half of the articles; return one, and for every word the verdict of the one that had not seen it.

    One is kept, not the mean of two: the second look has learned from verdicts of single models, and it is faster.
    """
    if len(np.unique(half)) < 2 or any(len(np.unique(target[half == side])) < 2 for side in (0, 1)):
        only = boosted(matrix, target, weight)
        return only, only.predict_proba(matrix)[:, 1]
    looks = [boosted(matrix[half == side], target[half == side], weight[half == side]) for side in (0, 1)]
    verdicts = np.zeros(len(target))
    for side in (0, 1):
        verdicts[half == side] = looks[1 - side].predict_proba(matrix[half == side])[:, 1]
    return looks[0], verdicts
