"""Stems as the words that have them: once met in a text, a word is compared like any other."""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from framing.lexicon.folding import fold, stemmer
from framing.lexicon.patterns import is_wild
from framing.matching.letters import Numbers
from framing.matching.patterns import Pattern
from framing.matching.words import Laid, Words


class Forms:
    """The words met so far that share a stem with a word of a pattern.

    Parameters
    ----------
    patterns
        With stems and without.
    language
        Language code.
    """

    def __init__(self, patterns: Sequence[Pattern], language: str):
        stemmed = {word for pattern in patterns if pattern.stem for word in pattern.words if not is_wild(word)}
        self._stem = stemmer(language) if stemmed else str
        self._forms: dict[str, dict[str, None]] = {self._stem(word): {} for word in sorted(stemmed)}
        self._met: Numbers = np.empty(0, np.uint64)

    def spell(self, pattern: Pattern) -> Iterator[Pattern]:
        """Write a pattern with stems as patterns with the forms met so far."""
        if not pattern.stem:
            yield pattern
            return
        forms = ([word] if is_wild(word) else list(self._forms[self._stem(word)]) for word in pattern.words)
        yield from (pattern._replace(words=words, stem=False) for words in product(*forms))

    def learn(self, laid: Laid, words: Words) -> bool:
        """Meet the words of some texts; whether there are new forms among them."""
        if not self._forms:
            return False
        before = self._size()
        for word in self._strangers(laid, words):
            self._forms.get(self._stem(word), {})[word] = None
        return self._size() > before

    def _size(self) -> int:
        return sum(map(len, self._forms.values()))

    def _strangers(self, laid: Laid, words: Words) -> Iterator[str]:
        """Words not met before, folded."""
        hashes, rows = np.unique(words.hashes, return_index=True)
        rows = rows[~np.isin(hashes, self._met, assume_unique=True)]
        self._met = np.union1d(self._met, hashes)
        for start, end in zip(words.starts[rows].tolist(), words.ends[rows].tolist(), strict=True):
            yield fold(laid.raw[start:end].decode())
