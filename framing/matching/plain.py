"""Find patterns in texts with plain Python: quick to start, for corpora of up to some megabytes."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from framing.matching.index import Ints
from framing.matching.patterns import Pattern, capital, fold, gap, glob, is_wild, marks, prefix, stemmer, words

MOST_REMEMBERED = 100_000

Place = tuple[int, int, int, int, int]


class Finder:
    """Find every pattern at every place; which of them count is decided later.

    Parameters
    ----------
    patterns
        What to look for.
    language
        Language code, for stems.
    """

    def __init__(self, patterns: Sequence[Pattern], language: str):
        self.patterns = patterns
        self.language = language
        self._exact: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._prefixes: dict[str, list[int]] = {}
        self._seen: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            self._enter(number, pattern)
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})

    def _enter(self, number: int, pattern: Pattern) -> None:
        first = fold(pattern.words[0])
        if is_wild(first):
            self._prefixes.setdefault(prefix(first), []).append(number)
        elif pattern.stem:
            self._stems.setdefault(stemmer(self.language)(first), []).append(number)
        else:
            self._exact.setdefault(first, []).append(number)

    def find(self, text: str) -> Iterator[Place]:
        """Yield start and end in code points, first and last word, and pattern number, for every place in a text."""
        spans = words(text)
        folded = [fold(text[start:end]) for start, end in spans]
        for first, word in enumerate(folded):
            for number in self._beginning(word):
                place = self._verify(text, spans, folded, first, self.patterns[number])
                if place is not None:
                    yield *place, first, first + len(self.patterns[number].words) - 1, number

    def _beginning(self, word: str) -> list[int]:
        """Patterns that may begin with a word: remembered, for most words come again."""
        if word not in self._seen:
            if len(self._seen) >= MOST_REMEMBERED:
                self._seen.clear()
            self._seen[word] = list(self._candidates(word))
        return self._seen[word]

    def _candidates(self, word: str) -> Iterator[int]:
        yield from self._exact.get(word, ())
        if self._stems:
            yield from self._stems.get(stemmer(self.language)(word), ())
        for length in self._lengths:
            if length <= len(word):
                yield from self._prefixes.get(word[:length], ())

    def _verify(self, text: str, spans: list[tuple[int, int]], folded: list[str], first: int, pattern: Pattern) -> tuple[int, int] | None:
        """Compare word by word and gap by gap; start and end if all agree."""
        found = range(first, first + len(pattern.words))
        if found[-1] >= len(spans):
            return None
        for number, wanted in zip(found, pattern.words, strict=True):
            start, end = spans[number]
            if not self._same(pattern, wanted, folded[number], text[start:end]):
                return None
        between = zip(found, found[1:], pattern.gaps[1:-1], strict=False)
        if any(gap(text[spans[one][1] : spans[two][0]]) != wanted for one, two, wanted in between):
            return None
        start, end = spans[first][0] - len(pattern.gaps[0]), spans[found[-1]][1] + len(pattern.gaps[-1])
        edges = start >= 0 and marks(text[start : spans[first][0]]) == pattern.gaps[0]
        return (start, end) if edges and marks(text[spans[found[-1]][1] : end]) == pattern.gaps[-1] else None

    def _same(self, pattern: Pattern, wanted: str, word: str, surface: str) -> bool:
        if pattern.case and not pattern.stem:
            word = fold(surface, case=True)
        if is_wild(wanted):
            return glob(wanted, word)
        if not pattern.stem:
            return wanted == word
        stem = stemmer(self.language)
        return stem(fold(wanted)) == stem(word) and (not pattern.case or capital(surface) == capital(wanted))


def find_all(finder: Finder, texts: Iterable[str], labels: Ints) -> Ints:
    """Places in several texts: number of the text, start and end in code points, first and last word, label."""
    found = [(number, *place) for number, text in enumerate(texts) for place in finder.find(text)]
    places = np.array(found, np.int64).reshape(-1, 6)
    places[:, -1] = labels[places[:, -1]]
    return places
