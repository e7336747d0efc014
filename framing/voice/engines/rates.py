"""What codes mean, learned from labelled words: how often the words that bear a code were attributed."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from framing.voice.engines.words import Array

PRIOR = 10.0
"""Words of average kind added to every code, so that a rare code says little."""
FEWEST = 3
"""Words a code must have stood at to be kept."""

Table = tuple[Array, Array]
"""Codes in order, and the log odds of each."""


class Rates:
    """Log odds that a word is attributed, for every code of every column; codes never met have those of all words."""

    def __init__(self, tables: Mapping[str, Table], otherwise: float) -> None:
        self.tables, self.otherwise = dict(tables), otherwise

    @classmethod
    def learned(cls, columns: Mapping[str, Array], target: Array, weight: Array) -> "Rates":
        """Count the codes of labelled words."""
        share = float((target * weight).sum() / weight.sum())
        tables = {}
        for name, column in columns.items():
            keys, places = np.unique(column, return_inverse=True)
            seen, said = np.bincount(places, weight, len(keys)), np.bincount(places, target * weight, len(keys))
            kept = seen >= FEWEST
            tables[name] = keys[kept], _odds(said[kept], seen[kept], share)
        return cls(tables, _odds(np.zeros(1), np.zeros(1), share).item())

    def state(self) -> dict[str, Any]:
        """What is saved."""
        return {"otherwise": self.otherwise, "rates": {name: list(table) for name, table in self.tables.items()}}

    @classmethod
    def saved(cls, state: Mapping[str, Any]) -> "Rates":
        """Rates as they were saved."""
        tables = {name: (np.asarray(table[0]), np.asarray(table[1])) for name, table in state["rates"].items()}
        return cls(tables, state["otherwise"])

    def of(self, columns: Mapping[str, Array]) -> dict[str, Array]:
        """Log odds of the codes, a column each."""
        return {name: self._looked_up(name, column) for name, column in columns.items()}

    def _looked_up(self, name: str, column: Array) -> Array:
        keys, odds = self.tables[name]
        if len(keys) == 0:
            return np.full(len(column), self.otherwise, np.float32)
        place = np.minimum(np.searchsorted(keys, column), len(keys) - 1)
        return np.where(keys[place] == column, odds[place], np.float32(self.otherwise)).astype(np.float32)


def left_out(columns: Mapping[str, Array], target: Array, weight: Array, fold: Array) -> dict[str, Array]:
    """Log odds of the codes of labelled words, each counted on the words of the other folds alone."""
    share = float((target * weight).sum() / weight.sum())
    found = {}
    for name, column in columns.items():
        keys, places = np.unique(column, return_inverse=True)
        seen, said = np.bincount(places, weight, len(keys)), np.bincount(places, target * weight, len(keys))
        odds = np.zeros(len(column), np.float32)
        for number in np.unique(fold):
            mine = fold == number
            fewer_seen = seen - np.bincount(places[mine], weight[mine], len(keys))
            fewer_said = said - np.bincount(places[mine], (target * weight)[mine], len(keys))
            table = np.where(fewer_seen >= FEWEST, _odds(fewer_said, fewer_seen, share), _odds(np.zeros(1), np.zeros(1), share))
            odds[mine] = table[places[mine]]
        found[name] = odds
    return found


def _odds(said: Array, seen: Array, share: float) -> Array:
    rate = (said + PRIOR * share) / (seen + PRIOR)
    return np.log(rate / (1 - rate)).astype(np.float32)
