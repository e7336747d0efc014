"""Drafts a batch at a time, and their signs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from framing.voice.drafts import Draft
from framing.voice.engines.parse import Parse, parsed
from framing.voice.engines.parsed_signs import parsed_signs
from framing.voice.engines.signs import Signs, signs_of
from framing.voice.engines.words import Array, Words

ARTICLES = 16
"""Articles at a time: enough for columns to pay, few enough for their signs to stay in the cache of the processor."""


def batches(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    """Cut a stream of drafts into batches."""
    stream = iter(drafts)
    while batch := list(islice(stream, ARTICLES)):
        yield batch


class Parses:
    """Parses of the sentences of a batch, made when an engine asks for them.

    Attributes
    ----------
    made
        What was asked for last; None if nothing was.
    """

    def __init__(self, batch: Sequence[Draft], words: Words) -> None:
        self._texts, self._words = [draft.parts["text"] for draft in batch], words
        self.made: Parse | None = None

    def of(self, units: Array | None = None) -> Parse:
        """Parse the sentences of these numbers, or all, each by itself."""
        words = self._words
        chosen = np.unique(words.unit) if units is None else units
        end = np.cumsum(words.lengths)[chosen]
        first = end - words.lengths[chosen]
        self.made = parsed(self._sentence(one, after) for one, after in zip(first.tolist(), end.tolist(), strict=True))
        return self.made

    def _sentence(self, first: int, after: int) -> tuple[str, tuple[int, int]]:
        """A sentence from its first word to the next one's, for the marks behind it tell the parser something."""
        words = self._words
        number, start = int(words.text[first]), int(words.start[first])
        text = self._texts[number]
        stop = int(words.start[after]) if after < len(words) and words.text[after] == number else len(text)
        return text[start:stop].rstrip(), (number, start)


def signs(words: Words, parse: Parse | None = None) -> Signs:
    """Signs of every word, with those of a parse if there is one."""
    found = signs_of(words)
    if parse is None:
        return found
    more = parsed_signs(words, parse)
    return Signs({**found.numbers, **more.numbers}, {**found.codes, **more.codes})
