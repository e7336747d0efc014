"""Find patterns in texts: every place where one stands; which of them count is decided in `overlap`."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from framing.matching.engines import Engine
from framing.matching.letters import Ints
from framing.matching.patterns import Pattern
from framing.matching.plan import Table, plan
from framing.matching.standing import Standing
from framing.matching.stems import Forms
from framing.matching.words import Laid, Reader, Words, lay


class Finder:
    """Find every pattern at every place.

    Parameters
    ----------
    patterns, labels
        What to look for, and the label of each.
    language
        Language code, for stems.
    """

    def __init__(self, patterns: Sequence[Pattern], labels: Ints, language: str):
        self._patterns = list(zip(patterns, labels.tolist(), strict=True))
        self._forms = Forms(patterns, language)
        self._reader, self._standing = Reader(), Standing()
        self._table = self._lay_out()

    def find(self, texts: pl.Series, using: Engine) -> Ints:
        """Places in some texts, a row each: see `overlap` for the columns."""
        laid = lay(texts, using)
        words = self._reader.words(laid, using)
        if self._forms.learn(laid, words):
            self._table = self._lay_out()
        return self._places(laid, words, using)

    def _places(self, laid: Laid, words: Words, using: Engine) -> Ints:
        first, pattern, begins, ends = self._standing.spans(laid, words, self._table, using)
        text = np.searchsorted(laid.starts, begins, "right") - 1
        at = laid.starts[text]
        last, labels = first + self._table.lengths[pattern] - 1, self._table.labels[pattern]
        points = (laid.points(at, begins), laid.points(at, ends))
        return np.column_stack([text, *points, first, last, labels, begins - at, ends - at])

    def _lay_out(self) -> Table:
        return plan([(form, label) for pattern, label in self._patterns for form in self._forms.spell(pattern)])
