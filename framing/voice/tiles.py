"""Tiles: texts cut at every sentence and wherever the voice changes, all texts at once."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.text import word_starts
from framing.voice.spans import Span

Ints = NDArray[np.int64]


class Tiles(NamedTuple):
    """Stretches of one sentence in one voice, in the order of the texts, as arrays."""

    text: Ints
    """Number of the text, from 0."""
    span: Ints
    """Number of the span over all texts, from 1; 0: none, the outlet's own voice."""
    sentence: Ints
    start: Ints
    end: Ints
    tokens: Ints
    """Words that start inside."""


class Layout:
    """Texts laid end to end, with a free place behind each: where their sentences, words and spans stand."""

    def __init__(self) -> None:
        self._length = 0
        self._begins: list[int] = []
        self._sentences: list[int] = []
        self._words: list[Ints] = []
        self._opens: list[int] = []
        self._closes: list[int] = []

    def add(self, text: str, cut: list[tuple[int, int]], spans: list[Span]) -> None:
        """Lay down one more text with its sentences and its spans, which are in order and do not overlap."""
        begin = self._length
        self._begins.append(begin)
        self._sentences += [begin + start for start, _ in cut]
        self._words.append(word_starts(text) + begin)
        self._opens += [begin + span.start for span in spans]
        self._closes += [begin + span.end for span in spans]
        self._length += len(text) + 1

    def tiles(self) -> Tiles:
        """Cut the texts."""
        begins, sentences, opens, closes = (
            np.array(places, np.int64) for places in (self._begins, self._sentences, self._opens, self._closes)
        )
        words = np.concatenate([*self._words, [self._length]])
        ends = np.append(begins[1:], self._length) - 1
        borders = _union(sentences, ends, opens)
        closes = _past_gaps(closes, borders, words)
        edges = _union(borders, closes)
        tokens = np.diff(np.searchsorted(words, edges))
        start, text = edges[:-1], np.searchsorted(begins, edges[:-1], "right") - 1
        held = start < ends[text]
        start, end, text, tokens = start[held], edges[1:][held], text[held], tokens[held]
        span = np.searchsorted(opens, start, "right")
        span[start >= np.append(0, closes)[span]] = 0
        sentence = np.searchsorted(sentences, start, "right") - 1 - np.searchsorted(sentences, begins)[text]
        return Tiles(text, span, sentence, start - begins[text], end - begins[text], tokens)


def _union(*places: Ints) -> Ints:
    """Places in order, each once; `numpy.unique` takes ten times as long."""
    ordered = np.sort(np.concatenate(places))
    return ordered[np.diff(ordered, prepend=-2) > 0]


def _past_gaps(closes: Ints, borders: Ints, words: Ints) -> Ints:
    """Where spans end with what holds no word between them and the next border, a comma or a space."""
    limits = borders[np.searchsorted(borders, closes)]
    return np.where(words[np.searchsorted(words, closes)] >= limits, limits, closes)
